"""The walk over a page: each construct to its reader, or ignored by name, or reported."""
