"""A file that may come in, and the imports so far, as rows of which some can be chosen."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from textual.content import Content

from journal.columns import one_line
from journal.importing.left_out import by_reason, number_of
from journal.importing.sifting import DOUBLE
from journal.importing.told import counts
from journal.interchange.not_told import Question
from journal.interchange.own import journal_files
from journal.tui.reading.import_files import Found
from journal.tui.reading.imports import Looked
from journal.tui.widgets.act_list import Row
from journal.tui.widgets.hanging import Hanging
from journal.tui.widgets.two_ends import TwoEnds
from journal.tui.wording.dates import in_brief, in_short
from journal.tui.wording.import_columns import columns_told, unread_told

if TYPE_CHECKING:
    from journal.exercises import Catalogue
    from journal.importing.result import Result
    from journal.interchange.imported import Problem, Skipped
    from journal.storage import Batch

_LABEL = 13
"""Cells of the column of labels."""
_SHOWN = 8
"""Problems and the like that are told one by one."""
_EXAMPLES = 3
"""Sessions and days that are named of those that are left out for the same reason."""
_CHOICES = {"dmy": "day first: 31/12/2026", "mdy": "month first: 12/31/2026"}
_UNITS = ("B", "kB", "MB", "GB")


@dataclass(frozen=True, slots=True)
class Open:
    """Look into a file."""

    file: Path


@dataclass(frozen=True, slots=True)
class Brought:
    """An import of the past, by its number."""

    number: int


@dataclass(frozen=True, slots=True)
class Accept:
    """Bring in what was looked at."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Answer a question of the file: the option of it, and the choice."""

    option: str
    choice: str


@dataclass(frozen=True, slots=True)
class Name:
    """Say which exercise a name of the file means."""

    name: str


@dataclass(frozen=True, slots=True)
class Switch:
    """Turn something on or off: a field of `Asked`."""

    field: str


# Before a file is chosen.


def files_told(found: Sequence[Found], batches: "Sequence[Batch]", now: datetime) -> tuple[Row, ...]:
    """The files that lie there, and the imports so far."""
    return (*_found_told(found, now), *_batches_told(batches, now))


def _found_told(found: Sequence[Found], now: datetime) -> Iterator[Row]:
    if not found:
        yield Row(
            Content.styled("Nothing that looks like an export lies in Downloads or Documents.", "$quiet")
        )
        return
    yield Row(Content.styled("Found here", "$quiet"))
    for one in found:
        written = datetime.fromtimestamp(one.written, now.tzinfo)
        left = Content.assemble(one_line(one.path.name), (f"  {one.title}", "$accent"))
        right = (
            f"{one_line(_folder(one.path))}  {size_said(one.size)}  {in_brief(written.date(), now.date())}"
        )
        yield Row(TwoEnds(left, Content.styled(right, "$quiet")), Open(one.path))


def _batches_told(batches: "Sequence[Batch]", now: datetime) -> Iterator[Row]:
    if not batches:
        return
    yield Row(Content(""))
    yield Row(Content.styled("Brought in so far", "$quiet"))
    for one in batches:
        left = Content.assemble(
            (f"{one.number:>3}  ", "$quiet"), one_line(one.file), (f"  {counts(one.added)}", "$quiet")
        )
        right = Content.styled(in_brief(one.at.date(), now.date()), "$quiet")
        yield Row(TwoEnds(left, right), Brought(one.number))


def size_said(size: int) -> str:
    """`2.1 MB`."""
    amount, unit = float(size), 0
    while amount >= 1000 and unit < len(_UNITS) - 1:
        amount, unit = amount / 1000, unit + 1
    return f"{amount:.1f} {_UNITS[unit]}" if unit else f"{size} B"


def _folder(path: Path) -> str:
    try:
        return f"~/{path.parent.relative_to(Path.home())}".removesuffix("/.")
    except (ValueError, RuntimeError):
        return str(path.parent)


# A file that was looked at.


def looked_told(
    looked: Looked, names: Mapping[str, str], known: "Catalogue | None", keys: Mapping[str, str]
) -> tuple[Row, ...]:
    """What a file would bring, with what can be chosen about it; `names` are exercises named so far by their slugs.

    `keys` are the keys of what can be done, by their ids, as they are shown.
    """
    if looked.lacks:
        return tuple(unread_told(looked.file.name, looked.lacks, looked.columns, keys["choose"]))
    if looked.result is None:
        head = Content.assemble((one_line(looked.file.name), "bold"), " does not say")
        asked = (row for one in looked.questions for row in _asked(one))
        return (Row(head), *asked, *columns_told(looked.columns))
    return tuple(_result_told(looked, looked.result, names, known, keys))


def _asked(question: Question) -> Iterator[Row]:
    yield Row(Content(""))
    yield Row(Content(one_line(question.what)))
    for choice in question.choices:
        yield Row(
            Content.assemble(("  ○ ", "$accent"), _CHOICES.get(choice, choice)),
            Answer(question.option, choice),
        )


def _result_told(
    looked: Looked,
    result: "Result",
    names: Mapping[str, str],
    known: "Catalogue | None",
    keys: Mapping[str, str],
) -> Iterator[Row]:
    read = result.read
    days = f", {in_short(result.days[0])} to {in_short(result.days[1])}" if result.days else ""
    what = "an export of this program" if read.source == journal_files.NAME else read.looks_like
    looks = (f"  {what}", "$accent") if what else ""
    yield Row(
        Content.assemble(
            (one_line(result.file), "bold"),
            looks,
            f"  {read.rows:,} row{'' if read.rows == 1 else 's'}{days}",
        )
    )
    yield from _choices(looked, result, keys)
    if any(result.brought.already_there.values()):
        yield _labelled("there", counts(result.brought.already_there))
    yield from _units_told(looked, read.units, keys)
    yield from _names_told(result, names, known, keys)
    yield from columns_told(looked.columns)
    yield from _problems_told(result.problems)
    for number in result.brought.came_with:
        came = f"what the journal has otherwise came with import {number}, which the list of files takes back"
        yield _labelled("", came)
    for note in read.notes:
        yield _labelled("note", one_line(note))
    yield from _skipped_told(read.skipped)


def _choices(looked: Looked, result: "Result", keys: Mapping[str, str]) -> Iterator[Row]:
    if result.problems:
        count = len(result.problems)
        what = "a row with a problem" if count == 1 else f"{count:,} rows with problems"
        yield _switch(
            looked.asked.skip_bad_rows, f"leave {what} out, and bring in the others", "skip_bad_rows"
        )
    if (doubles := number_of(result.read.skipped, DOUBLE)) or looked.asked.keep_doubles:
        them = f"{doubles:,} " if doubles else "the "
        yield _switch(
            looked.asked.keep_doubles,
            f"also bring in {them}{DOUBLE.one if doubles == 1 else DOUBLE.many}",
            "keep_doubles",
        )
    if result.refused:
        yield Row(
            Content.styled("Nothing comes in as it is: there are rows with problems.", "$severity-caution")
        )
    elif any(result.brought.added.values()):
        words = Content.assemble(
            ("▶ ", "$accent"),
            ("Bring it in", "bold"),
            f": {counts(result.brought.added)}",
            (f"  {keys['save']}", "$accent"),
        )
        yield Row(words, Accept())
    else:
        yield Row(Content.styled(_nothing_new(result), "$quiet"))


def _nothing_new(result: "Result") -> str:
    if any(result.brought.already_there.values()):
        return "Nothing in it is new: all of it is in the journal already, or is left out."
    return "There is nothing in it to bring in."


def _switch(on: bool, words: str, field: str) -> Row:
    return Row(Content.assemble(("● " if on else "○ ", "$accent"), words), Switch(field))


def _units_told(looked: Looked, units: Mapping[str, str], keys: Mapping[str, str]) -> Iterator[Row]:
    """The units; one that was answered can be answered otherwise."""
    stated = []
    for what, unit in units.items():
        answer = getattr(looked.asked, f"{what}_unit", None)
        others = [one for one in type(answer) if one != answer] if answer is not None else []
        if not others or unit != answer:
            stated.append(f"{what} in {unit}")
            continue
        words = Content.assemble(
            f"{what} in {unit}",
            (f"; {keys['choose']}", "$accent"),
            (f" if it is in {others[0]}", "$quiet"),
        )
        yield Row(Hanging(Content.styled("unit", "$quiet"), words, _LABEL), Answer(f"{what}-unit", others[0]))
    if stated:
        yield _labelled("units", ", ".join(stated))


def _names_told(
    result: "Result", names: Mapping[str, str], known: "Catalogue | None", keys: Mapping[str, str]
) -> Iterator[Row]:
    for name in dict.fromkeys((*result.read.new_exercises, *names)):
        slug = names.get(name, "")
        exercise = known.get(slug) if known is not None and slug else None
        meant = ("  is new, your own", "$quiet") if exercise is None else f"  is {exercise.name}"
        words = Content.assemble((one_line(name), "bold"), meant)
        guess = known.get(result.guesses.get(name, "")) if known is not None else None
        if guess is not None and exercise is None:
            words += Content.assemble((f"; {keys['mark']}", "$accent"), (f" if it is {guess.name}", "$quiet"))
        yield Row(Hanging(Content.styled("exercise", "$quiet"), words, _LABEL), Name(name))


def _problems_told(problems: "Sequence[Problem]") -> Iterator[Row]:
    for one in problems[:_SHOWN]:
        yield _labelled("problem", one_line(one.sentence), "$severity-caution")
    if len(problems) > _SHOWN:
        yield _labelled("", f"and {len(problems) - _SHOWN:,} more")


def _skipped_told(skipped: "Sequence[Skipped]") -> Iterator[Row]:
    for came_in, label in ((False, "left out"), (True, "without sets")):
        for one in by_reason(row for row in skipped if row.came_in is came_in):
            yield _labelled(label, one_line(one.sentence))
            for example in one.examples(_EXAMPLES):
                yield _labelled("", one_line(example))


def _labelled(label: str, words: str, tone: str = "$quiet") -> Row:
    return Row(Hanging(Content.styled(label, tone), Content(words), _LABEL))
