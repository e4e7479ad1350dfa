"""A place in a line, and the reading of the next words from there."""

import re
from collections.abc import Mapping
from typing import Generic, TypeVar

from journal.columns import clean_text
from journal.entry.doubt import Misplaced, NotUnderstood, quoted

T = TypeVar("T")

_SPACE = re.compile(r"\s*")
_WORD = re.compile(r"\S+")
# A comma or colon that ends a word is a pause, as in "lower back: left, 4"; a comma between two numbers stays a
# doubt to settle, unless the first are sets, as in "3x5, 100kg".
_PAUSE = re.compile(r"(?<![0-9])[,:](?=\s|$)|,(?=\s*$|\s+[^0-9\s])|(?:(?<=x[0-9])|(?<=x[0-9]{2})),(?=\s)")
_LOOKALIKES = str.maketrans({"×": "x", "−": "-", "–": "-", "’": "'"})


def fold(words: str) -> str:
    """The form in which phrases are compared: lower case, hyphens as spaces, no apostrophes."""
    return " ".join(words.lower().replace("-", " ").replace("'", "").split())


class Phrases(Generic[T]):
    """Phrases of one or more words and what each means; the longest one that fits is found."""

    def __init__(self, meanings: Mapping[str, T]) -> None:
        self.meanings: dict[str, T] = {fold(phrase): meaning for phrase, meaning in meanings.items()}
        self.longest = max(len(phrase.split()) for phrase in self.meanings)

    def at(self, cursor: "Cursor") -> tuple[T, int] | None:
        """The meaning of the longest phrase at the cursor and where it ends; None when none fits."""
        for end in reversed(cursor.ends(self.longest)):
            phrase = fold(cursor.text[cursor.pos : end])
            if phrase in self.meanings:
                return self.meanings[phrase], end
        return None


class Cursor:
    """Reads a line from left to right; `take` moves on, `at` and `ends` only look.

    `line` is the line as written (cleaned of control characters); `text` is the same in lower case, letter by
    letter in the same places, so that a position in one is a position in the other.
    """

    __slots__ = ("begin", "end", "line", "pos", "text")

    def __init__(self, line: str) -> None:
        self.line = clean_text(line)
        self.text = _PAUSE.sub(" ", _lower(self.line).translate(_LOOKALIKES))
        self.begin = self.pos = 0
        self.end = len(self.text)

    def between(self, start: int, end: int) -> None:
        """Read only from `start` up to `end`."""
        self.begin, self.end = start, end
        self.move(start)
        self.begin = self.pos

    @property
    def done(self) -> bool:
        """Whether nothing is left to read."""
        return self.pos >= self.end

    def move(self, pos: int) -> None:
        """Go to `pos`, and over the spaces that follow it."""
        space = _SPACE.match(self.text, pos, self.end)
        self.pos = space.end() if space else pos

    def at(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """The pattern's match here, without moving."""
        return pattern.match(self.text, self.pos, self.end)

    def take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """The pattern's match here, moving behind it; None (and no move) when it does not fit."""
        match = self.at(pattern)
        if match is not None:
            self.move(match.end())
        return match

    def phrase(self, phrases: Phrases[T]) -> T | None:
        """The meaning of the longest phrase here, moving behind it; None (and no move) when none fits."""
        found = phrases.at(self)
        if found is None:
            return None
        self.move(found[1])
        return found[0]

    def ends(self, words: int) -> list[int]:
        """Where the next words end, at most that many."""
        ends: list[int] = []
        pos = self.pos
        while len(ends) < words:
            space = _SPACE.match(self.text, pos, self.end)
            word = _WORD.match(self.text, space.end() if space else pos, self.end)
            if word is None:
                break
            pos = word.end()
            ends.append(pos)
        return ends

    def word(self) -> str:
        """The next word as written, without moving; "" at the end."""
        ends = self.ends(1)
        return self.line[self.pos : ends[0]] if ends else ""

    def doubt(
        self,
        sentence: str,
        start: int | None = None,
        end: int | None = None,
        *,
        candidates: tuple[str, ...] = (),
    ) -> NotUnderstood:
        """The error that says this sentence about the words from `start` to `end` (default: one word)."""
        start = self.pos if start is None else start
        word = _WORD.match(self.text, start, self.end)
        end = end if end is not None else word.end() if word else start
        return NotUnderstood(sentence, line=self.line, start=start, end=end, candidates=candidates)

    def unknown(self, possible: str) -> Misplaced:
        """The error for a next word that cannot stand here; `possible` says what could."""
        return self._misplaced(f"here could stand {possible}")

    def surplus(self) -> Misplaced:
        """The error for a next word behind an entry that is complete."""
        return self._misplaced("the entry ends there, and another one stands after ;")

    def _misplaced(self, instead: str) -> Misplaced:
        before = self.line[self.begin : self.pos].strip()
        after = f" after {quoted(before)}" if before else ""
        sentence = f"{quoted(self.word())} is not understood{after}: {instead}"
        return Misplaced(sentence, line=self.line, start=self.pos, end=self.pos + len(self.word()))


def _lower(text: str) -> str:
    """Lower case without a change of length (one letter, "İ", would become two)."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(small if len(small := letter.lower()) == 1 else letter for letter in text)
