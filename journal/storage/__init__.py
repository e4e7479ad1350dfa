"""The SQLite or PostgreSQL file behind the journal: the only room that opens a transaction."""
