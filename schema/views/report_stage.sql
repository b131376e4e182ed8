CREATE VIEW report_stage AS
-- One row per stage of a season; of what kind it is says stages.csv. Groups are those with a name
-- and a table of their own; teams are those of its lists, matches and tables.
WITH named_groups AS (
    SELECT season, stage, COUNT(DISTINCT grp) AS group_count FROM rule GROUP BY season, stage
),
matches AS (
    SELECT season, stage, COUNT(*) AS matches FROM match GROUP BY season, stage
),
ties AS (
    SELECT season, stage, COUNT(*) AS ties FROM tie GROUP BY season, stage
),
teams AS (
    SELECT season, stage, COUNT(DISTINCT club) AS teams FROM (
        SELECT season, stage, club FROM entry
        UNION ALL
        SELECT season, stage, home_club FROM match
        UNION ALL
        SELECT season, stage, away_club FROM match
        UNION ALL
        SELECT season, stage, club FROM standing
        UNION ALL
        SELECT season, stage, team1 FROM tie
        UNION ALL
        SELECT season, stage, team2 FROM tie
    ) AS participant GROUP BY season, stage
)
SELECT stage.season, stage.name AS stage, stage.stage_kind, stage.position AS number,
    COALESCE(named_groups.group_count, 0) AS groups, COALESCE(matches.matches, 0) AS matches,
    COALESCE(ties.ties, 0) AS ties, COALESCE(teams.teams, 0) AS teams
FROM stage
LEFT JOIN named_groups ON named_groups.season = stage.season AND named_groups.stage = stage.key
LEFT JOIN matches ON matches.season = stage.season AND matches.stage = stage.key
LEFT JOIN ties ON ties.season = stage.season AND ties.stage = stage.key
LEFT JOIN teams ON teams.season = stage.season AND teams.stage = stage.key
