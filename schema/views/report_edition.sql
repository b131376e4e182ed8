CREATE VIEW report_edition AS
-- One row per edition of the cup, loaded or not; champion and runner-up as in report_season,
-- unknown where nobody is cited. The page and the rating are those of the loaded season.
SELECT edition_clubs.season, champion.name AS champion, edition_clubs.champion AS champion_key,
    edition.champion_source, runner_up.name AS runner_up,
    edition_clubs.runner_up AS runner_up_key, edition.runner_up_source, edition.format,
    edition.format_source, edition.final, edition.note, season.rating, source.page,
    source.revision_id
FROM edition_clubs
LEFT JOIN edition ON edition.season = edition_clubs.season
LEFT JOIN team AS champion ON champion.key = edition_clubs.champion
LEFT JOIN team AS runner_up ON runner_up.key = edition_clubs.runner_up
LEFT JOIN season ON season.label = edition_clubs.season
LEFT JOIN construct ON construct.key = season.construct_key
LEFT JOIN source ON source.revision_key = construct.revision_key
