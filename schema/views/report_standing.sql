CREATE VIEW report_standing AS
-- One row per team in a table; a derived row comes from matches, not from a line of a page.
SELECT standing.key AS standing_key, standing.season, stage.name AS stage, stage.stage_kind,
    standing.grp,
    standing.origin, standing.position, team.name AS team, standing.club AS team_key,
    standing.played, standing.won, standing.drawn, standing.lost, standing.goals_for,
    standing.goals_against, standing.goal_difference, standing.points, standing.adjustment,
    standing.qualification, page.title AS page, revision.revision_id, standing.line
FROM standing
JOIN stage ON stage.key = standing.stage
JOIN team ON team.key = standing.club
LEFT JOIN construct
    ON construct.key = standing.construct_key AND construct.season = standing.season
LEFT JOIN revision ON revision.key = construct.revision_key
LEFT JOIN page ON page.key = revision.page_key
