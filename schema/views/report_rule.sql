CREATE VIEW report_rule AS
-- One row per group: how it is ranked, and who says so.
SELECT rule.season, stage.name AS stage, rule.grp, rule.win, rule.draw, rule.tiebreakers,
    rule.source
FROM rule JOIN stage ON stage.key = rule.stage
