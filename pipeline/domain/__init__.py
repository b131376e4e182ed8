"""What a season of football is. Pure: no page, no database, no knowledge of Peru."""
