CREATE VIEW report_team_match AS
-- Two rows per match, one from each side; the result by goals, NULL without a score.
SELECT match_key, season, stage, grp, round, date, home_team AS team, away_team AS opponent,
    1 AS home, home_goals AS goals_for, away_goals AS goals_against,
    CASE WHEN home_goals > away_goals THEN 'W' WHEN home_goals < away_goals THEN 'L'
        WHEN home_goals = away_goals THEN 'D' END AS result
FROM report_match
UNION ALL
SELECT match_key, season, stage, grp, round, date, away_team, home_team,
    0, away_goals, home_goals,
    CASE WHEN away_goals > home_goals THEN 'W' WHEN away_goals < home_goals THEN 'L'
        WHEN away_goals = home_goals THEN 'D' END
FROM report_match
