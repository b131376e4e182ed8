CREATE VIEW report_all_time AS
-- One row per team, over all matches with a result; titles and second places of every edition,
-- loaded or not. A season counts where a page names the team or where it was first or second.
WITH honour AS (
    SELECT season, champion AS club, 1 AS title, 0 AS second FROM edition_clubs
    UNION ALL
    SELECT season, runner_up, 0, 1 FROM edition_clubs
),
honours AS (
    SELECT club, SUM(title) AS titles, SUM(second) AS runner_up FROM honour
    WHERE club IS NOT NULL GROUP BY club
),
named AS (
    SELECT club, COUNT(DISTINCT season) AS seasons, MIN(season) AS first_season,
        MAX(season) AS last_season
    FROM (
        SELECT club, season FROM club_name
        UNION ALL
        SELECT club, season FROM honour WHERE club IS NOT NULL
    ) AS mention GROUP BY club
),
played AS (
    SELECT club, COUNT(*) AS played,
        SUM(CASE WHEN result = 'W' THEN 1 ELSE 0 END) AS won,
        SUM(CASE WHEN result = 'D' THEN 1 ELSE 0 END) AS drawn,
        SUM(CASE WHEN result = 'L' THEN 1 ELSE 0 END) AS lost,
        COALESCE(SUM(goals_for), 0) AS goals_for, COALESCE(SUM(goals_against), 0) AS goals_against
    FROM result GROUP BY club
)
SELECT team.name AS team, team.key AS team_key, department.name AS department,
    named.first_season, named.last_season, COALESCE(named.seasons, 0) AS seasons,
    COALESCE(played.played, 0) AS played, COALESCE(played.won, 0) AS won,
    COALESCE(played.drawn, 0) AS drawn, COALESCE(played.lost, 0) AS lost,
    COALESCE(played.goals_for, 0) AS goals_for,
    COALESCE(played.goals_against, 0) AS goals_against, COALESCE(honours.titles, 0) AS titles,
    COALESCE(honours.runner_up, 0) AS runner_up
FROM team
LEFT JOIN department ON department.code = team.department
LEFT JOIN named ON named.club = team.key
LEFT JOIN played ON played.club = team.key
LEFT JOIN honours ON honours.club = team.key
