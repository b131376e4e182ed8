CREATE VIEW source AS
-- The page and the wiki's revision number behind each revision key.
SELECT revision.key AS revision_key, page.title AS page, revision.revision_id
FROM revision JOIN page ON page.key = revision.page_key
