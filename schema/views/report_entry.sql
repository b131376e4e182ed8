CREATE VIEW report_entry AS
-- One row per team in a list; the department as printed where it is none we know.
SELECT entry.key AS entry_key, entry.season, stage.name AS stage, stage.stage_kind,
    COALESCE(department.name, entry.department_printed) AS department,
    entry.department AS department_code, department.ubigeo AS department_ubigeo,
    team.name AS team, entry.club AS team_key, entry.printed AS team_printed, entry.location,
    source.page, source.revision_id, entry.line
FROM entry
JOIN stage ON stage.key = entry.stage
JOIN team ON team.key = entry.club
JOIN construct ON construct.key = entry.construct_key AND construct.season = entry.season
JOIN source ON source.revision_key = construct.revision_key
LEFT JOIN department ON department.code = entry.department
