CREATE VIEW report_club AS
-- One row per club; the place from the data file, else from a team list.
SELECT team.key AS team_key, team.name AS team, department.name AS department,
    team.department AS department_code, team.town
FROM team LEFT JOIN department ON department.code = team.department
