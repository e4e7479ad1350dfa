"""Rows that became no record, by their reasons: a file has a thousand rest timers, and one sentence is enough."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from journal.interchange.imported import Skipped

_SHOWN = 3


@dataclass(slots=True)
class LeftOut:
    """All rows of one reason, in the order of the file."""

    reason: str
    lines: list[int] = field(default_factory=list)
    """The line of each; 0 for one that has none."""

    @property
    def sentence(self) -> str:
        """`300 × rest timer, not a set (lines 3, 5, 7, ...)`."""
        count = len(self.lines)
        shown = [str(line) for line in self.lines if line][:_SHOWN]
        more = ", ..." if shown and count > len(shown) else ""
        if count == 1:
            return f"line {shown[0]}: {self.reason}" if shown else self.reason
        return f"{count} × {self.reason}" + (f" (lines {', '.join(shown)}{more})" if shown else "")


def by_reason(skipped: Iterable[Skipped]) -> list[LeftOut]:
    """The rows that were left out, by reason, in the order in which the reasons come up."""
    found: dict[str, LeftOut] = {}
    for one in skipped:
        found.setdefault(one.reason, LeftOut(one.reason)).lines.append(one.line)
    return list(found.values())
