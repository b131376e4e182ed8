"""Lines and sentences that state something."""
