CREATE VIEW report_head_to_head AS
-- One row per team and opponent, over all matches with a result.
SELECT team.name AS team, team.key AS team_key, opponent.name AS opponent,
    opponent.key AS opponent_key, COUNT(*) AS played,
    SUM(CASE WHEN result.result = 'W' THEN 1 ELSE 0 END) AS won,
    SUM(CASE WHEN result.result = 'D' THEN 1 ELSE 0 END) AS drawn,
    SUM(CASE WHEN result.result = 'L' THEN 1 ELSE 0 END) AS lost,
    COALESCE(SUM(result.goals_for), 0) AS goals_for,
    COALESCE(SUM(result.goals_against), 0) AS goals_against
FROM result
JOIN team ON team.key = result.club
JOIN team AS opponent ON opponent.key = result.opponent
GROUP BY team.name, team.key, opponent.name, opponent.key
