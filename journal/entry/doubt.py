"""How quick entry says that it did not understand a line, and what it did understand."""

from dataclasses import dataclass

from journal.errors import Refused
from journal.records import Entry


@dataclass(frozen=True, slots=True)
class Understood:
    """One entry of a line: the entry itself and how the program says it back."""

    entry: Entry
    words: str
    """A friendly line without markup: "squat, 2 × 5 × 100 kg, RPE 8"."""


class NotUnderstood(Refused):
    """A line with a doubt in it: nothing of it may be written.

    `sentence` says the doubt and what would be accepted, `start` and `end` are the words at fault in `line`,
    `candidates` what they could have meant, `understood` the entries that came before them.
    """

    def __init__(
        self,
        sentence: str,
        *,
        line: str = "",
        start: int = 0,
        end: int = 0,
        candidates: tuple[str, ...] = (),
        understood: tuple[Understood, ...] = (),
    ) -> None:
        self.sentence, self.line, self.start, self.end = sentence, line, start, end
        self.candidates, self.understood = candidates, understood
        before = "; ".join(one.words for one in understood)
        super().__init__(f"{sentence} (understood before it: {before})" if before else sentence)

    def after(self, understood: tuple[Understood, ...]) -> "NotUnderstood":
        """The same doubt, with the entries of the line that were understood before it."""
        return NotUnderstood(
            self.sentence,
            line=self.line,
            start=self.start,
            end=self.end,
            candidates=self.candidates,
            understood=understood,
        )


class Misplaced(NotUnderstood):
    """A doubt about a word that cannot stand where it stands."""


def quoted(text: str) -> str:
    """Words of the line as they stand in a sentence: in quotes, on one line, not too long."""
    shown = " ".join(text.split())
    return f"'{shown if len(shown) <= 40 else shown[:37] + '...'}'"
