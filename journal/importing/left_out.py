"""Rows that became no record, by their reasons: a file has a thousand rest timers, and one sentence is enough."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from journal.interchange.imported import Alike, Skipped

_SHOWN = 3


@dataclass(slots=True)
class LeftOut:
    """All rows of one reason, or of reasons that are alike, in the order of the file."""

    reason: str
    alike: Alike | None = None
    lines: list[int] = field(default_factory=list)
    """The line of each; 0 for one that has none."""
    reasons: dict[str, None] = field(default_factory=dict)
    """Those that are alike, each once: one for every session or day."""

    @property
    def sentence(self) -> str:
        """`300 × rest timer, not a set (lines 3, 5, 7, ...)`, or how many there are of those that are alike."""
        if self.alike is not None:
            number = len(self.reasons)
            return f"{number:,} {self.alike.one if number == 1 else self.alike.many}"
        count = len(self.lines)
        shown = [str(line) for line in self.lines if line][:_SHOWN]
        more = ", ..." if shown and count > len(shown) else ""
        if count == 1:
            return f"line {shown[0]}: {self.reason}" if shown else self.reason
        return f"{count:,} × {self.reason}" + (f" (lines {', '.join(shown)}{more})" if shown else "")

    def examples(self, most: int) -> list[str]:
        """The first of those that are alike, at most so many, and how many more there are."""
        more = len(self.reasons) - most
        return [*list(self.reasons)[:most], *([f"and {more:,} more"] if more > 0 else [])]


def by_reason(skipped: Iterable[Skipped]) -> list[LeftOut]:
    """The rows that were left out, by reason, in the order in which the reasons come up."""
    found: dict[str | Alike, LeftOut] = {}
    for one in skipped:
        group = found.setdefault(one.alike or one.reason, LeftOut(one.reason, one.alike))
        group.lines.append(one.line)
        if one.alike is not None:
            group.reasons[one.reason] = None
    return list(found.values())


def number_of(skipped: Sequence[Skipped], alike: Alike) -> int:
    """How many sessions or days of those that are alike were left out."""
    return next((len(one.reasons) for one in by_reason(skipped) if one.alike == alike), 0)
