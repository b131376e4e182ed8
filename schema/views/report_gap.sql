CREATE VIEW report_gap AS
-- One row per thing that no page states yet.
SELECT season, subject, reason, source FROM gap
