"""Which schema this version of the program works with."""

HEAD = "0003"
"""The revision that this version writes."""
KNOWN = frozenset({"0001", "0002", "0003"})
"""The revisions that this version can open, or bring up to `HEAD`."""
