CREATE VIEW report_head_to_head AS
-- One row per team and opponent, over all matches with a score.
SELECT team.name AS team, opponent.name AS opponent, COUNT(*) AS played,
    SUM(CASE WHEN result.goals_for > result.goals_against THEN 1 ELSE 0 END) AS won,
    SUM(CASE WHEN result.goals_for = result.goals_against THEN 1 ELSE 0 END) AS drawn,
    SUM(CASE WHEN result.goals_for < result.goals_against THEN 1 ELSE 0 END) AS lost,
    SUM(result.goals_for) AS goals_for, SUM(result.goals_against) AS goals_against
FROM result
JOIN team ON team.key = result.club
JOIN team AS opponent ON opponent.key = result.opponent
GROUP BY team.name, opponent.name
