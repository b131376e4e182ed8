CREATE VIEW team_naming AS
-- The name of each club, unique: from the data file, else as a list prints it, else as first
-- printed, else as infobox or list of editions name it; shared names get the department, then the town, then the key. One that ends like a key
-- gets its own, so that no two are equal. The table team keeps what it says.
WITH spelling AS (
    SELECT club, printed, ROW_NUMBER() OVER (
        PARTITION BY club
        ORDER BY CASE origin WHEN 'list' THEN 1 ELSE 2 END, season,
            CASE origin WHEN 'match' THEN 1 ELSE 2 END, position, printed
    ) AS choice
    FROM club_name
),
honoured AS (
    SELECT club, MIN(name) AS name FROM (
        SELECT champion AS club, champion_stated AS name FROM season
        UNION ALL
        SELECT champion_club, champion FROM edition
        UNION ALL
        SELECT runner_up_club, runner_up FROM edition
        UNION ALL
        SELECT season.champion, edition.champion
        FROM season JOIN edition ON edition.season = season.label
        UNION ALL
        SELECT season.runner_up, edition.runner_up
        FROM season JOIN edition ON edition.season = season.label
    ) AS honour WHERE name IS NOT NULL GROUP BY club
),
place AS (
    SELECT club, department, location, ROW_NUMBER() OVER (
        PARTITION BY club
        ORDER BY CASE WHEN department IS NULL THEN 2 ELSE 1 END, season, key
    ) AS choice
    FROM entry
),
plain AS (
    SELECT club.key, COALESCE(club.name, spelling.printed, honoured.name, club.key) AS name,
        COALESCE(club.department, place.department) AS department,
        COALESCE(club.town, place.location) AS town
    FROM club
    LEFT JOIN spelling ON spelling.club = club.key AND spelling.choice = 1
    LEFT JOIN honoured ON honoured.club = club.key
    LEFT JOIN place ON place.club = club.key AND place.choice = 1
),
with_department AS (
    SELECT plain.key, plain.name AS bare, plain.town, plain.department,
        CASE WHEN department.name IS NULL OR COUNT(*) OVER (PARTITION BY plain.name) = 1
            THEN plain.name ELSE plain.name || ' (' || department.name || ')' END AS name
    FROM plain LEFT JOIN department ON department.code = plain.department
),
with_town AS (
    SELECT key, town, department,
        CASE WHEN town IS NULL OR COUNT(*) OVER (PARTITION BY name) = 1
            THEN name ELSE bare || ' (' || town || ')' END AS name
    FROM with_department
)
SELECT key, department, town,
    CASE WHEN COUNT(*) OVER (PARTITION BY name) = 1 AND substr(name, length(name)) <> ']'
        THEN name ELSE name || ' [' || key || ']' END AS name
FROM with_town
