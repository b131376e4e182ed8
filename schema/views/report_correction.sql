CREATE VIEW report_correction AS
-- One row per mistake of a page that was mended on the way.
SELECT season, page, section, written, read_as, reason, source FROM correction
