CREATE VIEW report_standing_difference AS
-- One row per cell of a published table that the matches do not give.
SELECT (
        SELECT MIN(standing.key) FROM standing
        WHERE standing.season = difference.season AND standing.stage = difference.stage
            AND COALESCE(standing.grp, '') = COALESCE(difference.grp, '')
            AND standing.club = difference.club AND standing.origin = 'published'
    ) AS standing_key, difference.season, stage.name AS stage, difference.grp,
    team.name AS team, difference.club AS team_key, difference.measure, difference.published,
    difference.derived, difference.verdict, difference.explanation
FROM difference
JOIN stage ON stage.key = difference.stage
JOIN team ON team.key = difference.club
