CREATE VIEW report_run_page AS
-- One row per run and page that it loaded a season from.
SELECT run_key, season, page, revision FROM run_page
