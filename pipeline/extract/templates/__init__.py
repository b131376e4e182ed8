"""Templates that state something: a file for each family, named after it."""
