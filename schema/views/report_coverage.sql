CREATE VIEW report_coverage AS
-- One row per page, disposition and reason; the characters add up to the length of the page.
SELECT source.page, source.revision_id, coverage.disposition, coverage.reason,
    coverage.units, coverage.characters
FROM coverage JOIN source ON source.revision_key = coverage.revision_key
