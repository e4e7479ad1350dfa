"""A workout while it is being written: an immutable draft, its verbs, its cells, and how it becomes records."""

from journal.tui.draft.cells import Units
from journal.tui.draft.model import At, Block, Cell, Draft, LastTime, Row

__all__ = ["At", "Block", "Cell", "Draft", "LastTime", "Row", "Units"]
