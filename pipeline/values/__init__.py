"""A quoted text -> a date, a score: what the forms mean, nothing about Peru."""
