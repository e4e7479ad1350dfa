"""Files of other programs, and our own, on their way into a journal: read, looked at, written."""
