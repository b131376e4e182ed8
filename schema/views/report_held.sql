CREATE VIEW report_held AS
-- One row per season whose page lost so much that a person must let it through.
SELECT season, page, sha256, reason FROM held
