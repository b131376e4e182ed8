CREATE VIEW edition_clubs AS
-- Champion and runner-up of every edition and every loaded season, as clubs.
SELECT edition.season, COALESCE(season.champion, edition.champion_club) AS champion,
    COALESCE(season.runner_up, edition.runner_up_club) AS runner_up
FROM edition LEFT JOIN season ON season.label = edition.season
UNION ALL
SELECT season.label, season.champion, season.runner_up
FROM season WHERE NOT EXISTS (SELECT 1 FROM edition WHERE edition.season = season.label)
