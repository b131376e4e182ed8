CREATE VIEW report_gap AS
-- One row per thing that no page tells yet; without a stage where the whole season is meant.
SELECT season, stage, what, why, source FROM gap
