CREATE VIEW last_change AS
-- The number of the last load that changed each season.
SELECT season, MAX(load_number) AS load_number FROM change GROUP BY season
