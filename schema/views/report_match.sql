CREATE VIEW report_match AS
-- One row per match; an unknown result is NULL, flags are 0 and 1.
SELECT match.key AS match_key, match.season, stage.name AS stage, stage.stage_kind,
    match.grp, match.round,
    match.leg, match.date, match.date_precision, match.kick_off,
    home.name AS home_team, match.home_club AS home_key,
    away.name AS away_team, match.away_club AS away_key,
    match.home_printed, match.away_printed, match.home_goals, match.away_goals,
    match.extra_time, match.home_penalties, match.away_penalties, match.status,
    match.winner AS winner_key, match.counts_for_standings, match.stadium, match.location, match.neutral,
    match.attendance, match.referee,
    source.page, source.revision_id, match.line
FROM match
JOIN stage ON stage.key = match.stage
JOIN team AS home ON home.key = match.home_club
JOIN team AS away ON away.key = match.away_club
JOIN construct ON construct.key = match.construct_key AND construct.season = match.season
JOIN source ON source.revision_key = construct.revision_key
