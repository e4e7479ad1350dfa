"""What the widgets tell the screens.  State flows down as values; these flow up."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

from journal.tui.reading.views import Line

if TYPE_CHECKING:
    from journal.analysis.flags import Flag


@dataclass
class LineEntered(Message):
    """A line of quick entry was finished with Enter."""

    line: str


@dataclass
class BarLeft(Message):
    """The entry bar was left with Esc."""


@dataclass
class EntryOpened(Message):
    """An entry of the day should be opened on a page of its own."""

    line: Line


@dataclass
class EditAsked(Message):
    """An entry of the day should be changed."""

    line: Line


@dataclass
class RemovalAsked(Message):
    """An entry of the day should be taken out."""

    line: Line


@dataclass
class FlagOpened(Message):
    """A flag should be shown in full."""

    flag: "Flag"


@dataclass
class UnfoldAsked(Message):
    """The folded tips, and the rules that could not judge, should be listed (or folded again)."""


@dataclass
class QuestionsAsked(Message):
    """The open red-flag questions should be put."""
