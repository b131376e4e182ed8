CREATE VIEW result AS
-- Two rows per match with a score that stands, one from each side; a shoot-out leaves a draw.
SELECT home_club AS club, away_club AS opponent, home_goals AS goals_for,
    away_goals AS goals_against
FROM match WHERE home_goals IS NOT NULL AND status NOT IN ('annulled', 'cancelled')
UNION ALL
SELECT away_club, home_club, away_goals, home_goals
FROM match WHERE home_goals IS NOT NULL AND status NOT IN ('annulled', 'cancelled')
