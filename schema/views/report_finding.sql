CREATE VIEW report_finding AS
-- One row per finding; without a line where the whole page is meant. A value that the last load
-- that changed the season found otherwise on its page than before is a finding too.
SELECT finding.season, finding.code, finding.severity, finding.message,
    source.page, source.revision_id, finding.line
FROM finding JOIN source ON source.revision_key = finding.revision_key
UNION ALL
SELECT change.season, 'value-changed', 'info',
    change.table_name || ' ' || change.fact_key || ': ' || change.column_name || ' was '
        || COALESCE(change.before, 'unknown') || ', is ' || COALESCE(change.after, 'unknown'),
    source.page, source.revision_id,
    COALESCE(season.line, entry.line, region_member.line, match.line, tie.line, standing.line)
FROM change
JOIN last_change
    ON last_change.season = change.season AND last_change.load_number = change.load_number
LEFT JOIN season ON change.table_name = 'season' AND season.label = change.fact_key
LEFT JOIN entry ON change.table_name = 'entry' AND entry.key = change.fact_key
LEFT JOIN region_member
    ON change.table_name = 'region_member' AND region_member.key = change.fact_key
LEFT JOIN match ON change.table_name = 'match' AND match.key = change.fact_key
LEFT JOIN tie ON change.table_name = 'tie' AND tie.key = change.fact_key
LEFT JOIN standing ON change.table_name = 'standing' AND standing.key = change.fact_key
JOIN construct ON construct.key = COALESCE(season.construct_key, entry.construct_key,
    region_member.construct_key, match.construct_key, tie.construct_key, standing.construct_key)
JOIN source ON source.revision_key = construct.revision_key
WHERE change.kind = 'changed'
