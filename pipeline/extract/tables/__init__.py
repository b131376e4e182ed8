"""Wikitables that state something: a file for each kind of table, known by its header."""
