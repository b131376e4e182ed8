CREATE VIEW report_club_name AS
-- One row per spelling of a club in a season, and where it is printed first.
SELECT club_name.club AS team_key, team.name AS team, club_name.season,
    club_name.printed AS team_printed, club_name.origin
FROM club_name JOIN team ON team.key = club_name.club
