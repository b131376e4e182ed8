CREATE VIEW report_standing_difference AS
-- One row per cell of a published table that the matches do not give.
SELECT difference.season, stage.name AS stage, difference.grp, team.name AS team,
    difference.measure, difference.published, difference.derived, difference.verdict,
    difference.explanation
FROM difference
JOIN stage ON stage.key = difference.stage
JOIN team ON team.key = difference.club
