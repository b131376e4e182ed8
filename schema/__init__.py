"""The database: its tables, the views people query, and how it came to be so."""
