CREATE VIEW report_region AS
-- One row per department of a region; the department as printed where it is none we know.
SELECT region_member.season, region_member.region,
    COALESCE(department.name, region_member.department_printed) AS department,
    region_member.department AS department_code,
    source.page, source.revision_id, region_member.line
FROM region_member
JOIN source ON source.revision_key = region_member.revision_key
LEFT JOIN department ON department.code = region_member.department
