CREATE VIEW report_all_time AS
-- One row per team, over all matches with a score; a title is a season whose champion it is.
WITH named AS (
    SELECT club, COUNT(DISTINCT season) AS seasons FROM club_name GROUP BY club
),
played AS (
    SELECT club, COUNT(*) AS played,
        SUM(CASE WHEN goals_for > goals_against THEN 1 ELSE 0 END) AS won,
        SUM(CASE WHEN goals_for = goals_against THEN 1 ELSE 0 END) AS drawn,
        SUM(CASE WHEN goals_for < goals_against THEN 1 ELSE 0 END) AS lost,
        SUM(goals_for) AS goals_for, SUM(goals_against) AS goals_against
    FROM result GROUP BY club
),
won AS (
    SELECT champion, COUNT(*) AS titles FROM season GROUP BY champion
)
SELECT team.name AS team, department.name AS department, COALESCE(named.seasons, 0) AS seasons,
    COALESCE(played.played, 0) AS played, COALESCE(played.won, 0) AS won,
    COALESCE(played.drawn, 0) AS drawn, COALESCE(played.lost, 0) AS lost,
    COALESCE(played.goals_for, 0) AS goals_for,
    COALESCE(played.goals_against, 0) AS goals_against, COALESCE(won.titles, 0) AS titles
FROM team
LEFT JOIN department ON department.code = team.department
LEFT JOIN named ON named.club = team.key
LEFT JOIN played ON played.club = team.key
LEFT JOIN won ON won.champion = team.key
