"""Entries whose parts stand in any order: which words make a part, and what was found so far."""

from typing import Any, NamedTuple

from journal.entry.cursor import Cursor, Phrases
from journal.entry.doubt import quoted


class Part(NamedTuple):
    """What a word says: this value of this field.

    `what` is the plural for "two ...: only one can stand"; a field of `many` values collects them.  A word with
    `candidates` could mean several things and is refused.
    """

    field: str
    value: object
    what: str = ""
    many: bool = False
    candidates: tuple[str, ...] = ()


class Parts:
    """What was found of one entry: `values` by field, and how each was `said`."""

    def __init__(self, cursor: Cursor) -> None:
        self.cursor = cursor
        self.values: dict[str, Any] = {}
        self.said: dict[str, str] = {}

    def put(self, field: str, value: object, start: int, what: str) -> None:
        """Keep a part that was read from `start` up to the cursor; a second one of its field is refused."""
        said = self.cursor.line[start : self.cursor.pos].strip()
        if field in self.values:
            sentence = f"two {what}: {quoted(self.said[field])} and {quoted(said)}; only one can stand"
            raise self.cursor.doubt(sentence, start, start + len(said))
        self.values[field], self.said[field] = value, said

    def take(self, words: Phrases[Part], start: int | None = None) -> bool:
        """Read the word that stands here, when it is one of `words`; it was said from `start` (default: here)."""
        start = self.cursor.pos if start is None else start
        part = self.cursor.phrase(words)
        if part is None:
            return False
        if part.candidates:
            said = self.cursor.line[start : self.cursor.pos].strip()
            sentence = f"{quoted(said)} is not one place: {', '.join(part.candidates)}?"
            raise self.cursor.doubt(sentence, start, start + len(said), candidates=part.candidates)
        if part.many:
            self.values[part.field] = (*self.values.get(part.field, ()), part.value)
        else:
            self.put(part.field, part.value, start, part.what)
        return True
