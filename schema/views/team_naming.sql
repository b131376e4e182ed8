CREATE VIEW team AS
-- The name of each club, unique: from the data file, else as a list prints it, else as first
-- printed; shared names get the department, then the town, then the key.
WITH spelling AS (
    SELECT club, printed, ROW_NUMBER() OVER (
        PARTITION BY club
        ORDER BY CASE origin WHEN 'list' THEN 1 ELSE 2 END, season,
            CASE origin WHEN 'match' THEN 1 ELSE 2 END, position, printed
    ) AS choice
    FROM club_name
),
place AS (
    SELECT club, department, location, ROW_NUMBER() OVER (
        PARTITION BY club
        ORDER BY CASE WHEN department IS NULL THEN 2 ELSE 1 END, season, key
    ) AS choice
    FROM entry
),
plain AS (
    SELECT club.key, COALESCE(club.name, spelling.printed, club.key) AS name,
        COALESCE(club.department, place.department) AS department_code,
        COALESCE(club.town, place.location) AS town
    FROM club
    LEFT JOIN spelling ON spelling.club = club.key AND spelling.choice = 1
    LEFT JOIN place ON place.club = club.key AND place.choice = 1
),
with_department AS (
    SELECT plain.key, plain.name AS bare, plain.town, plain.department_code,
        CASE WHEN department.name IS NULL OR COUNT(*) OVER (PARTITION BY plain.name) = 1
            THEN plain.name ELSE plain.name || ' (' || department.name || ')' END AS name
    FROM plain LEFT JOIN department ON department.code = plain.department_code
),
with_town AS (
    SELECT key, town, department_code,
        CASE WHEN town IS NULL OR COUNT(*) OVER (PARTITION BY name) = 1
            THEN name ELSE bare || ' (' || town || ')' END AS name
    FROM with_department
)
SELECT key, department_code, town,
    CASE WHEN COUNT(*) OVER (PARTITION BY name) = 1
        THEN name ELSE name || ' [' || key || ']' END AS name
FROM with_town
