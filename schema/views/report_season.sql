CREATE VIEW report_season AS
-- One row per season; champion and runner-up by the matches, else by infobox or list. The rating says
-- how far the season can be trusted: complete, consistent, partial, contradictory, champion only.
-- What the last load changed is in report_finding, and no finding of the page itself.
WITH stages AS (
    SELECT season, COUNT(*) AS stages FROM stage GROUP BY season
),
listed AS (
    SELECT season, COUNT(DISTINCT club) AS teams FROM entry GROUP BY season
),
played AS (
    SELECT season, COUNT(DISTINCT club) AS teams FROM (
        SELECT season, home_club AS club FROM match UNION ALL SELECT season, away_club FROM match
    ) AS side GROUP BY season
),
matches AS (
    SELECT season, COUNT(*) AS matches, SUM(CASE WHEN status NOT IN ('annulled', 'cancelled') THEN home_goals + away_goals END)
            AS goals,
        MIN(CASE date_precision WHEN 'day' THEN date END) AS first_date,
        MAX(CASE date_precision WHEN 'day' THEN date END) AS last_date
    FROM match GROUP BY season
),
findings AS (
    SELECT season, COUNT(*) AS findings FROM finding GROUP BY season
)
SELECT season.label AS season, champion.name AS champion,
    season.champion AS champion_key, runner_up.name AS runner_up,
    season.runner_up AS runner_up_key, season.promoted_to, season.previous, season.next,
    COALESCE(stages.stages, 0) AS stages,
    COALESCE(listed.teams, played.teams, 0) AS teams,
    COALESCE(matches.matches, 0) AS matches, matches.goals,
    matches.first_date, matches.last_date,
    COALESCE(findings.findings, 0) AS findings,
    season.rating,
    source.page, source.revision_id
FROM season
JOIN construct ON construct.key = season.construct_key
JOIN source ON source.revision_key = construct.revision_key
LEFT JOIN team AS champion ON champion.key = season.champion
LEFT JOIN team AS runner_up ON runner_up.key = season.runner_up
LEFT JOIN stages ON stages.season = season.label
LEFT JOIN listed ON listed.season = season.label
LEFT JOIN played ON played.season = season.label
LEFT JOIN matches ON matches.season = season.label
LEFT JOIN findings ON findings.season = season.label
