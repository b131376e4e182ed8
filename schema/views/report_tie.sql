CREATE VIEW report_tie AS
-- One row per tie; without a winner where nothing decides it. One with a missing leg is decided
-- only by what the page states, or by who plays on, and is not complete.
SELECT tie.key AS tie_key, tie.season, stage.name AS stage, stage.stage_kind, tie.round,
    team1.name AS team1, tie.team1 AS team1_key, team2.name AS team2, tie.team2 AS team2_key,
    tie.legs_known, tie.legs_expected, tie.aggregate, tie.measure, winner.name AS winner,
    tie.winner AS winner_key, tie.decided_by, tie.complete,
    source.page, source.revision_id, tie.line
FROM tie
JOIN stage ON stage.key = tie.stage
JOIN team AS team1 ON team1.key = tie.team1
JOIN team AS team2 ON team2.key = tie.team2
JOIN construct ON construct.key = tie.construct_key AND construct.season = tie.season
JOIN source ON source.revision_key = construct.revision_key
LEFT JOIN team AS winner ON winner.key = tie.winner
