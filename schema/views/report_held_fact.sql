CREATE VIEW report_held_fact AS
-- One row per value or fact that letting a held season through would change.
SELECT season, table_name, fact_key, kind, column_name, before, after FROM held_fact
