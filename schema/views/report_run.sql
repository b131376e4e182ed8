CREATE VIEW report_run AS
-- One row per ingestion; its counts are rows, without those of its own history.
SELECT run.key AS run_key, run.started_at, run.duration_seconds, run.code_version, run.outcome,
    (SELECT COUNT(*) FROM run_page WHERE run_page.run_key = run.key) AS pages,
    run.inserted, run.updated, run.deleted, run.unchanged, run.accepted_season, run.accepted_by,
    run.forgotten_season, run.forgotten_by
FROM run
