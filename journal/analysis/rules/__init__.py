"""The rule book: one decorated function per rule, grouped by theme."""
