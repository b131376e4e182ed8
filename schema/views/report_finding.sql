CREATE VIEW report_finding AS
-- One row per finding; without a line where the whole page is meant.
SELECT finding.season, finding.code, finding.severity, finding.message,
    source.page, source.revision_id, finding.line
FROM finding JOIN source ON source.revision_key = finding.revision_key
