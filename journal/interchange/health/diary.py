"""What the importers of diaries share: lines for the note of a day's check-in, and counts in words."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from operator import itemgetter

from journal.interchange.imported import Place
from journal.interchange.readings import Readings


@dataclass(slots=True)
class DayNotes:
    """Lines for the notes of check-ins: in the order of the clock, each once."""

    _days: dict[date, list[tuple[int, str]]] = field(default_factory=dict)
    _places: dict[date, Place] = field(default_factory=dict)

    def add(self, day: date, place: Place, minute: int, line: str) -> None:
        """Take a line that was written at that minute of the day; -1 = it is not known when."""
        self._days.setdefault(day, []).append((minute, line))
        self._places.setdefault(day, place)

    def give(self, readings: Readings) -> None:
        """Hand all of them over."""
        for day, lines in self._days.items():
            ordered = dict.fromkeys(line for _, line in sorted(lines, key=itemgetter(0)))
            readings.checkin(day, self._places[day], note="\n".join(ordered))


def counted(counts: Counter[str]) -> str:
    """Counts in words, the largest first: "notes (312), medication (4)"."""
    return ", ".join(f"{what} ({count})" for what, count in _largest_first(counts) if count)


def _largest_first(counts: Counter[str]) -> Iterable[tuple[str, int]]:
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))
