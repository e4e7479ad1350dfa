"""The table of sets: the lines of a draft, edited in place."""

from journal.tui.widgets.sets.at_hand import AtHand
from journal.tui.widgets.sets.set_table import SetTable

__all__ = ["AtHand", "SetTable"]
