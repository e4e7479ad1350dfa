"""What an import brought, as JSON and in words."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from journal.cli.output import one_line
from journal.interchange.imported import Imported, Problem
from journal.records import Record

if TYPE_CHECKING:
    from journal.storage import Brought

_SHOWN = 20
_NAME = 60


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
            "notes": self.read.notes,
            "first": days[0].isoformat() if days else None,
            "last": days[1].isoformat() if days else None,
        }


def told(one: Result) -> Iterator[str]:
    """The result line by line."""
    read = one.read
    span = f", {one.days[0]} to {one.days[1]}" if one.days else ""
    yield f"{_head(one)} {one_line(one.file)} ({read.source}): {read.rows} rows read{span}."
    yield f"  added: {counts(one.brought.added)}"
    if any(one.brought.already_there.values()):
        yield f"  already there: {counts(one.brought.already_there)}"
    if read.units:
        yield "  units: " + ", ".join(f"{what} in {unit}" for what, unit in read.units.items())
    if not one.held:
        yield from _listed("new exercises", [_in_short(name) for name in read.new_exercises])
    yield from _listed("left out", [f"line {each.line}: {each.reason}" for each in read.skipped])
    yield from _listed("problems", [each.sentence for each in one.problems])
    for note in read.notes:
        yield f"  note: {one_line(note)}"
    if one.brought.batch is not None:
        yield f"  This is import {one.brought.batch}; `journal undo-import {one.brought.batch}` takes it back."


def _head(one: Result) -> str:
    if one.dry_run:
        return "Would import nothing of" if one.held else "Would import"
    if one.brought.batch is not None:
        return "Imported"
    return "Nothing was imported of" if one.held else "Nothing new in"


def refusal(results: Sequence[Result]) -> str:
    """The sentence about the first problem of a call that was refused."""
    refused = [one for one in results if one.refused]
    first = refused[0]
    count = sum(len(one.problems) for one in refused)
    more = f" (and {count - 1} more)" if count > 1 else ""
    where = "" if first.problems[0].file else f"{first.file}, "
    what = "nothing was imported" if len(results) > 1 else "nothing of it was imported"
    return f"{where}{first.problems[0].sentence}{more}; {what}, and --skip-bad-rows imports the other rows"


def counts(numbers: Mapping[str, int]) -> str:
    """Records by table in words."""
    from journal.storage.words import count

    return ", ".join(count(table, number) for table, number in numbers.items() if number) or "nothing"


def _positive(numbers: Mapping[str, int]) -> dict[str, int]:
    return {table: count for table, count in numbers.items() if count}


def _place(file: str) -> dict[str, str]:
    """The file within a folder that was imported."""
    return {"file": file} if file else {}


def _in_short(name: str) -> str:
    """A name from a file, fit for a line."""
    name = " ".join(name.split())
    return name if len(name) <= _NAME else f"{name[: _NAME - 1]}…"


def _listed(title: str, items: Sequence[str]) -> Iterator[str]:
    if items:
        yield f"  {title}: {len(items)}"
    for item in items[:_SHOWN]:
        yield f"    {one_line(item)}"
    if len(items) > _SHOWN:
        yield f"    and {len(items) - _SHOWN} more"
