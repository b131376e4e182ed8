CREATE VIEW report_region AS
-- One row per department of a region; the department as printed where it is none we know.
SELECT region_member.season, region_member.region,
    COALESCE(department.name, region_member.department_printed) AS department,
    region_member.department AS department_code,
    source.page, source.revision_id, region_member.line
FROM region_member
JOIN construct
    ON construct.key = region_member.construct_key AND construct.season = region_member.season
JOIN source ON source.revision_key = construct.revision_key
LEFT JOIN department ON department.code = region_member.department
