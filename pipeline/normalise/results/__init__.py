"""What happened: matches, ties, groups, dates and champions."""
