"""`journal import`, `journal imports` and `journal undo-import`."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from journal.cli.options import Db, Desk, Format, Quiet, TextOrJson, desk
from journal.errors import CouldNot, Refused
from journal.interchange.foreign import Options
from journal.interchange.imported import Imported, Problem
from journal.interchange.recognise import FOREIGN, NAMES, recognise
from journal.vocabulary import DistanceUnit, MassUnit

if TYPE_CHECKING:
    from journal.storage import Brought

_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Result:
    """What one file gave, and what the journal made of it."""

    file: str
    read: Imported
    brought: "Brought"
    problems: tuple[Problem, ...]
    dry_run: bool

    @property
    def days(self) -> tuple[date, date] | None:
        """First and last local day of what was read."""
        days = [day for record in self.read.records if (day := record.day) is not None]
        return (min(days), max(days)) if days else None

    def as_json(self) -> dict[str, Any]:
        """The result as the command prints it."""
        days = self.days
        return {
            "batch": self.brought.batch,
            "source": self.read.source,
            "file": self.file,
            "dry_run": self.dry_run,
            "read": {"rows": self.read.rows},
            "added": {"workouts": 0, "sets": 0} | self.brought.added,
            "already_there": {"workouts": 0} | self.brought.already_there,
            "skipped": [{"line": one.line, "reason": one.reason} for one in self.read.skipped],
            "problems": [
                {
                    "file": one.file,
                    "line": one.line,
                    "column": one.column,
                    "value": one.value,
                    "reason": one.reason,
                }
                for one in self.problems
            ],
            "units": self.read.units,
            "new_exercises": self.read.new_exercises,
            "notes": self.read.notes,
            "first": days[0].isoformat() if days else None,
            "last": days[1].isoformat() if days else None,
        }


def bring_in(
    files: Annotated[list[Path], typer.Argument(metavar="FILE_OR_FOLDER...", help="What to import.")],
    source: Annotated[
        str, typer.Option("--from", metavar="NAME", help="auto, or one of: " + ", ".join(NAMES))
    ] = "auto",
    weight_unit: Annotated[
        MassUnit | None, typer.Option("--weight-unit", help="When the file does not say.")
    ] = None,
    distance_unit: Annotated[
        DistanceUnit | None, typer.Option("--distance-unit", help="When the file does not say.")
    ] = None,
    skip_bad_rows: Annotated[
        bool, typer.Option("--skip-bad-rows", help="Import the others, report these.")
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would happen.")] = False,
    format: Format = TextOrJson.TEXT,  # noqa: A002 - the option's name
    db: Db = "",
    quiet: Quiet = False,
) -> None:
    """Bring history in: our own files, Strong, Hevy.  The same file again adds nothing."""
    with desk(db) as here:
        results = []
        for file in files:
            read = _read(file, source, here, weight_unit, distance_unit)
            results.append(_bring(file, read, here, skip=skip_bad_rows, dry_run=dry_run))
    if format is TextOrJson.JSON:
        documents = [one.as_json() for one in results]
        typer.echo(json.dumps(documents if len(documents) > 1 else documents[0], ensure_ascii=False))
    elif not quiet:
        for one in results:
            for line in _told(one):
                typer.echo(line)
    refused = [one for one in results if one.problems and not skip_bad_rows]
    if refused:
        raise Refused(_refusal(refused))


def batches(format: Format = TextOrJson.TEXT, db: Db = "", quiet: Quiet = False) -> None:  # noqa: A002
    """The imports so far, each with its number."""
    with desk(db) as here:
        done = here.store.batches()
    if format is TextOrJson.JSON:
        rows = [
            {
                "batch": one.number,
                "at": one.at.isoformat(),
                "source": one.source,
                "file": one.file,
                "added": one.added,
                "first": one.first.isoformat() if one.first else None,
                "last": one.last.isoformat() if one.last else None,
            }
            for one in done
        ]
        typer.echo(json.dumps(rows, ensure_ascii=False))
        return
    if not done:
        typer.echo("Nothing was imported yet.")
    for one in done:
        span = f", {one.first} to {one.last}" if one.first else ""
        typer.echo(
            f"{one.number:>4}  {one.at:%Y-%m-%d %H:%M}  {one.source}  {one.file}: {_counts(one.added)}{span}"
        )


def take_back(
    number: Annotated[int, typer.Argument(metavar="N", help="The import's number, from `journal imports`.")],
    db: Db = "",
    quiet: Quiet = False,
) -> None:
    """Take exactly one import back.  What was edited since is kept, and named."""
    with desk(db) as here:
        taken = here.store.take_back(number, now=here.now)
    if quiet:
        return
    typer.echo(f"Took back import {taken.number}: {_counts(taken.removed)}.")
    for kept in taken.kept:
        typer.echo(f"  kept: {kept}")


def _read(
    file: Path, source: str, here: Desk, weight_unit: MassUnit | None, distance_unit: DistanceUnit | None
) -> Imported:
    if source not in ("auto", *NAMES):
        raise Refused(f"--from: {source!r} is not known; it needs one of auto, {', '.join(NAMES)}.")
    if not file.exists():
        raise Refused(f"{file}: there is no such file or folder.")
    name = recognise(file) if source == "auto" else source
    module = next((one for one in FOREIGN if name == one.NAME), None)
    if module is None:
        from journal.interchange.journal_files import read

        return read(file, here.catalogue())
    options = Options(
        catalogue=here.catalogue(),
        zone=here.zone,
        weight_unit=weight_unit,
        distance_unit=distance_unit,
        today=here.now.date(),
        file=file.name,
    )
    return module.read(_bytes(file), options)


def _bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise CouldNot(f"{file} cannot be read: {error.strerror}.") from None


def _bring(file: Path, read: Imported, here: Desk, *, skip: bool, dry_run: bool) -> Result:
    """Bring the records in; with problems only those without one, and only when asked to skip the others."""
    records = read.records
    hold = dry_run or (bool(read.problems) and not skip)
    while True:
        brought = here.store.bring_in(records, now=here.now, source=read.source, file=file.name, dry_run=hold)
        if not brought.problems or not skip or hold:
            break
        bad = {(table, key) for table, key, _ in brought.problems}
        read.problems.extend(_store_problems(brought))
        records = [record for record in records if (record.TABLE, record.key) not in bad]
    problems = (*read.problems, *_store_problems(brought))
    return Result(file.name, read, brought, problems, dry_run)


def _store_problems(brought: "Brought") -> list[Problem]:
    return [
        Problem(line=0, column=f"{table}.id", value=key, reason=reason)
        for table, key, reason in brought.problems
    ]


def _told(one: Result) -> Iterator[str]:
    read = one.read
    head = "Would import" if one.dry_run else "Imported"
    if one.problems and one.brought.batch is None and not one.dry_run:
        head = "Nothing was imported of"
    span = f", {one.days[0]} to {one.days[1]}" if one.days else ""
    yield f"{head} {one.file} ({read.source}): {read.rows} rows read{span}."
    yield f"  added: {_counts(one.brought.added)}"
    if any(one.brought.already_there.values()):
        yield f"  already there: {_counts(one.brought.already_there)}"
    if read.units:
        yield "  units: " + ", ".join(f"{what} in {unit}" for what, unit in read.units.items())
    yield from _listed("new exercises", read.new_exercises)
    yield from _listed("left out", [f"line {each.line}: {each.reason}" for each in read.skipped])
    yield from _listed("problems", [each.sentence for each in one.problems])
    for note in read.notes:
        yield f"  note: {note}"
    if one.brought.batch is not None:
        yield f"  This is import {one.brought.batch}; `journal undo-import {one.brought.batch}` takes it back."


def _listed(title: str, items: Sequence[str]) -> Iterator[str]:
    if items:
        yield f"  {title}: {len(items)}"
    for item in items[:_SHOWN]:
        yield f"    {item}"
    if len(items) > _SHOWN:
        yield f"    and {len(items) - _SHOWN} more"


def _refusal(refused: Sequence[Result]) -> str:
    first = refused[0]
    count = sum(len(one.problems) for one in refused)
    more = f" (and {count - 1} more)" if count > 1 else ""
    where = "" if first.problems[0].file else f"{first.file}, "
    return (
        f"{where}{first.problems[0].sentence}{more}; nothing of it was imported, "
        "and --skip-bad-rows imports the other rows."
    )


def _counts(counts: dict[str, int]) -> str:
    told = [f"{count} {table.replace('_', ' ')}" for table, count in counts.items() if count]
    return ", ".join(told) or "nothing"
