"""The checks: each is a claim about a season, and yields what contradicts it."""
