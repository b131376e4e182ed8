"""Who is meant: printed names and links -> clubs."""
