"""Facts that many forms of markup share: a match, a standing, a tie with its matches."""
