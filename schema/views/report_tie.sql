CREATE VIEW report_tie AS
-- One row per tie; without a winner where the matches leave it open.
SELECT tie.season, stage.name AS stage, tie.round, team1.name AS team1, team2.name AS team2,
    tie.legs, tie.aggregate, tie.measure, winner.name AS winner, tie.decided_by
FROM tie
JOIN stage ON stage.key = tie.stage
JOIN team AS team1 ON team1.key = tie.team1
JOIN team AS team2 ON team2.key = tie.team2
LEFT JOIN team AS winner ON winner.key = tie.winner
