"""Core and back work: when to leave it out, and when it is missing."""
