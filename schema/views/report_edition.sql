CREATE VIEW report_edition AS
-- One row per edition of the cup, loaded or not; champion and runner-up as their sources print
-- them, unknown where nobody is cited. The page and the rating are those of the loaded season.
SELECT edition.season, edition.champion, edition.champion_source,
    edition.runner_up, edition.runner_up_source, edition.format, edition.format_source,
    edition.final, edition.note, season.rating, source.page, source.revision_id
FROM edition
LEFT JOIN season ON season.label = edition.season
LEFT JOIN construct ON construct.key = season.construct_key
LEFT JOIN source ON source.revision_key = construct.revision_key
