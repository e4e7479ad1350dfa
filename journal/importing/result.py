"""What one file gave and what the journal made of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from journal.interchange.imported import Imported, Problem
from journal.records import Record

if TYPE_CHECKING:
    from journal.storage import Brought


@dataclass(frozen=True, slots=True)
class Result:
    """What one file gave, and what the journal made of it."""

    file: str
    read: Imported
    records: list[Record]
    """Those that the journal takes."""
    brought: "Brought"
    problems: tuple[Problem, ...]
    skips: bool = False
    """Whether rows with a problem are left out."""
    dry_run: bool = False
    guesses: Mapping[str, str] = field(default_factory=dict)
    """Slugs of exercises that new names could mean, by these."""
    held: bool = False
    """Whether nothing was written because of a problem, in this file or in another one of the call."""

    @property
    def refused(self) -> bool:
        """Whether a problem keeps it from being written."""
        return bool(self.problems) and not self.skips

    @property
    def days(self) -> tuple[date, date] | None:
        """First and last local day of what was read."""
        days = [day for record in self.read.records if (day := record.day) is not None]
        return (min(days), max(days)) if days else None

    def held_back(self) -> "Result":
        """The same when nothing was written, because of a problem."""
        return replace(self, held=True, brought=replace(self.brought, added={}))

    def less(self, before: "Brought", twins: Mapping[str, int]) -> "Result":
        """The same without what the files before it would add; `twins` are records that those have too."""
        added = {
            table: count - before.added.get(table, 0) for table, count in self.brought.added.items() if count
        }
        there = {
            table: count - before.already_there.get(table, 0) + twins.get(table, 0)
            for table, count in (dict.fromkeys(twins, 0) | self.brought.already_there).items()
        }
        return replace(self, brought=replace(self.brought, added=added, already_there=there))

    def as_json(self) -> dict[str, Any]:
        """The result as the command prints it."""
        days = self.days
        return {
            "batch": self.brought.batch,
            "source": self.read.source,
            "file": self.file,
            "dry_run": self.dry_run,
            "read": {"rows": self.read.rows},
            "added": {"workouts": 0, "sets": 0} | _positive(self.brought.added),
            "already_there": {"workouts": 0} | _positive(self.brought.already_there),
            "skipped": [
                _place(one.file) | {"line": one.line, "reason": one.reason} for one in self.read.skipped
            ],
            "problems": [
                _place(one.file)
                | {"line": one.line, "column": one.column, "value": one.value, "reason": one.reason}
                for one in self.problems
            ],
            "units": self.read.units,
            "new_exercises": self.read.new_exercises,
            "guesses": dict(self.guesses),
            "recognised": self.read.looks_like or None,
            "notes": self.read.notes,
            "first": days[0].isoformat() if days else None,
            "last": days[1].isoformat() if days else None,
        }


def _positive(numbers: Mapping[str, int]) -> dict[str, int]:
    return {table: count for table, count in numbers.items() if count}


def _place(file: str) -> dict[str, str]:
    """The file within a folder that was imported."""
    return {"file": file} if file else {}
