"""Any CSV file, by the names of its columns."""
