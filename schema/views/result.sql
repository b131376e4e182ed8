CREATE VIEW result AS
-- Two rows per match with a result that stands, one from each side; a shoot-out leaves a draw, and
-- an awarded match without goals is won by whom it was given to.
SELECT match.key AS match_key, match.home_club AS club, match.away_club AS opponent,
    match.home_goals AS goals_for, match.away_goals AS goals_against,
    CASE WHEN match.home_goals > match.away_goals THEN 'W'
        WHEN match.home_goals < match.away_goals THEN 'L'
        WHEN match.home_goals = match.away_goals THEN 'D'
        WHEN match.winner = match.home_club THEN 'W' ELSE 'L' END AS result
FROM match
WHERE (match.home_goals IS NOT NULL OR match.winner IS NOT NULL)
    AND match.status NOT IN ('annulled', 'cancelled')
UNION ALL
SELECT match.key, match.away_club, match.home_club, match.away_goals, match.home_goals,
    CASE WHEN match.away_goals > match.home_goals THEN 'W'
        WHEN match.away_goals < match.home_goals THEN 'L'
        WHEN match.away_goals = match.home_goals THEN 'D'
        WHEN match.winner = match.away_club THEN 'W' ELSE 'L' END
FROM match
WHERE (match.home_goals IS NOT NULL OR match.winner IS NOT NULL)
    AND match.status NOT IN ('annulled', 'cancelled')
