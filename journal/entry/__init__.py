"""Quick entry: a line of text becomes entries, and entries become the same text."""
