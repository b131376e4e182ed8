CREATE VIEW report_team_match AS
-- Two rows per match, one from each side; the result by goals, an awarded match as awarded, NULL
-- where nothing stands. A shoot-out leaves a draw.
SELECT match_key, season, stage, stage_kind, grp, round, date, home_team AS team,
    home_key AS team_key, away_team AS opponent, away_key AS opponent_key, 1 AS home,
    home_goals AS goals_for, away_goals AS goals_against,
    CASE WHEN status IN ('annulled', 'cancelled') THEN NULL WHEN home_goals > away_goals THEN 'W'
        WHEN home_goals < away_goals THEN 'L' WHEN home_goals = away_goals THEN 'D'
        WHEN winner_key = home_key THEN 'W' WHEN winner_key = away_key THEN 'L' END AS result,
    status
FROM report_match
UNION ALL
SELECT match_key, season, stage, stage_kind, grp, round, date, away_team, away_key, home_team,
    home_key, 0, away_goals, home_goals,
    CASE WHEN status IN ('annulled', 'cancelled') THEN NULL WHEN away_goals > home_goals THEN 'W'
        WHEN away_goals < home_goals THEN 'L' WHEN away_goals = home_goals THEN 'D'
        WHEN winner_key = away_key THEN 'W' WHEN winner_key = home_key THEN 'L' END,
    status
FROM report_match
