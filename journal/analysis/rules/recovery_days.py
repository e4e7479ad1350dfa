"""Days of rest: too few of them, or too many."""
