CREATE VIEW report_standing_by_round AS
-- One row per team, group and numbered round: the derived table after that round. Teams level on
-- points, goal difference and goals share a position; where the rules ask for something else
-- first, only points part them. Play-offs are not in it.
WITH side AS (
    SELECT match.stage, match.grp, match.round, match.round_number, result.club, result.opponent,
        result.result, COALESCE(result.goals_for, 0) AS goals_for,
        COALESCE(result.goals_against, 0) AS goals_against
    FROM match JOIN result ON result.match_key = match.key
    WHERE match.counts_for_standings = 1 AND match.round_number IS NOT NULL
),
-- Two tables of different teams under one heading are two groups: a rule each.
member AS (
    SELECT rule_key, club FROM standing WHERE origin = 'derived'
),
played AS (
    SELECT rule.key AS rule_key, side.round_number, MIN(side.round) AS round, side.club,
        COUNT(*) AS played, SUM(side.goals_for) AS goals_for,
        SUM(side.goals_against) AS goals_against,
        SUM(CASE side.result WHEN 'W' THEN rule.win WHEN 'D' THEN rule.draw
            ELSE rule.loss END) AS points
    FROM rule
    JOIN side ON side.stage = rule.stage AND COALESCE(side.grp, '') = COALESCE(rule.grp, '')
    JOIN member ON member.rule_key = rule.key AND member.club = side.club
    JOIN member AS opponent ON opponent.rule_key = rule.key AND opponent.club = side.opponent
    GROUP BY rule.key, side.round_number, side.club
),
numbered_round AS (
    SELECT rule_key, round_number, MIN(round) AS round FROM played GROUP BY rule_key, round_number
),
added AS (
    SELECT member.rule_key, numbered_round.round_number, numbered_round.round, member.club,
        SUM(COALESCE(played.played, 0)) OVER so_far AS played,
        SUM(COALESCE(played.goals_for, 0)) OVER so_far AS goals_for,
        SUM(COALESCE(played.goals_against, 0)) OVER so_far AS goals_against,
        SUM(COALESCE(played.points, 0)) OVER so_far AS points
    FROM member
    JOIN numbered_round ON numbered_round.rule_key = member.rule_key
    LEFT JOIN played ON played.rule_key = member.rule_key AND played.club = member.club
        AND played.round_number = numbered_round.round_number
    WINDOW so_far AS (
        PARTITION BY member.rule_key, member.club ORDER BY numbered_round.round_number
    )
)
SELECT rule.season, stage.name AS stage, rule.grp, added.round, added.round_number,
    team.name AS team, added.club AS team_key,
    CAST(RANK() OVER (
        PARTITION BY added.rule_key, added.round_number
        ORDER BY added.points DESC,
            CASE WHEN substr(replace(rule.tiebreakers, 'play-off, ', ''), 1, 15) = 'goal-difference'
                THEN added.goals_for - added.goals_against ELSE 0 END DESC,
            CASE WHEN substr(replace(rule.tiebreakers, 'play-off, ', ''), 1, 26)
                = 'goal-difference, goals-for' THEN added.goals_for ELSE 0 END DESC
    ) AS INTEGER) AS position,
    CAST(added.played AS INTEGER) AS played, CAST(added.goals_for AS INTEGER) AS goals_for,
    CAST(added.goals_against AS INTEGER) AS goals_against, CAST(added.points AS INTEGER) AS points
FROM added
JOIN rule ON rule.key = added.rule_key
JOIN stage ON stage.key = rule.stage
JOIN team ON team.key = added.club
