CREATE VIEW report_rule AS
-- One row per group and how it is ranked, one per stage or group and how its ties are decided.
SELECT rule.season, stage.name AS stage, rule.grp, 'table' AS kind, rule.win, rule.draw, rule.loss,
    rule.tiebreakers, rule.advance, rule.source
FROM rule JOIN stage ON stage.key = rule.stage
UNION ALL
SELECT tie_rule.season, stage.name, tie_rule.grp, 'tie', NULL, NULL, NULL, tie_rule.deciders, NULL,
    tie_rule.source
FROM tie_rule JOIN stage ON stage.key = tie_rule.stage
