"""Names that an exercise cannot go by in lines, because the line would mean something else."""

from journal.entry.cursor import Cursor
from journal.entry.heads import HEADS, Topic
from journal.entry.when import when_ends

_ALWAYS = frozenset({Topic.PAIN, Topic.SYMPTOM, Topic.SESSION})
"""What begins with these is never an exercise: "pain knee" would hide the pains of a knee."""


def hides(name: str) -> str:
    """The words of the grammar that stand where the name would: a drink, care, a time, ...; "" when there are none.

    The longest name wins in a line, so "water aerobics" hides nothing, while "water" and "sat" would.
    """
    cursor = Cursor(name.strip())
    head, time = HEADS.at(cursor), when_ends(cursor)
    if head is not None and (head[1] >= cursor.end or head[0].topic in _ALWAYS):
        return cursor.text[: head[1]]
    return cursor.text if time is not None and time >= cursor.end else ""
