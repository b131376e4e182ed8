"""Wikitext -> calls, tables, lines and visible text, each with its characters on the page."""
