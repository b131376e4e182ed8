CREATE VIEW report_goal AS
-- One row per goal that a page lists; the team is the one that it counts for, an own goal's too.
SELECT goal.match_key, goal.season, team.name AS team, team.key AS team_key,
    goal.player, goal.minute, goal.stoppage, goal.kind,
    source.page, source.revision_id, goal.line
FROM goal
JOIN match ON match.key = goal.match_key
JOIN team
    ON team.key = CASE goal.side WHEN 'home' THEN match.home_club ELSE match.away_club END
JOIN construct ON construct.key = goal.construct_key AND construct.season = goal.season
JOIN source ON source.revision_key = construct.revision_key
