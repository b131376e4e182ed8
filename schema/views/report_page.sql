CREATE VIEW report_page AS
-- One row per revision that is loaded; a permalink where a wiki numbers it.
SELECT page.title AS page, page.site, revision.revision_id, revision.timestamp, page.licence,
    revision.sha256,
    CASE WHEN replace(page.site, '.', '') <> page.site THEN
        'https://' || page.site || '/w/index.php?oldid=' || revision.revision_id
    END AS permalink
FROM revision JOIN page ON page.key = revision.page_key
