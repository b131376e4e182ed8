CREATE VIEW report_change AS
-- One row per value or fact that a load changed; load_number counts the loads that changed it.
SELECT season, load_number, run_key, table_name, fact_key, kind, column_name, before, after
FROM change
