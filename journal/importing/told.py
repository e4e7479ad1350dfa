"""What an import brought, or would bring, in words."""

from collections.abc import Iterator, Mapping, Sequence
from shlex import quote

from journal.columns import one_line
from journal.importing.left_out import by_reason
from journal.importing.result import Result
from journal.importing.sifting import DOUBLE
from journal.interchange.imported import Skipped

_SHOWN = 20
_EXAMPLES = 5
"""Sessions and days that are named of those that were left out for the same reason."""
_NAME = 60


def told(one: Result) -> Iterator[str]:
    """The result line by line."""
    read = one.read
    span = f", {one.days[0]} to {one.days[1]}" if one.days else ""
    what = f"looks like {read.looks_like}" if read.looks_like else read.source
    yield f"{_head(one)} {one_line(one.file)} ({what}): {read.rows:,} row{'' if read.rows == 1 else 's'} read{span}."
    yield f"  added: {counts(one.brought.added)}"
    if any(one.brought.already_there.values()):
        yield f"  already there: {counts(one.brought.already_there)}"
    if read.units:
        yield "  units: " + ", ".join(f"{what} in {unit}" for what, unit in read.units.items())
    if not one.held:
        yield from _listed("new exercises", [_named(name, one.guesses) for name in read.new_exercises])
    yield from _rows("left out", [row for row in read.skipped if not row.came_in])
    yield from _rows("without sets", [row for row in read.skipped if row.came_in])
    yield from _listed("problems", [each.sentence for each in one.problems])
    yield from (
        f"  note: what the journal has otherwise came with import {number};"
        f" `journal undo-import {number}` takes that back, and this file can then be imported anew"
        for number in one.brought.came_with
    )
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


def _in_short(name: str) -> str:
    """A name from a file, fit for a line."""
    name = " ".join(name.split())
    return name if len(name) <= _NAME else f"{name[: _NAME - 1]}…"


def _named(name: str, guesses: Mapping[str, str]) -> str:
    """A new exercise, with the option that makes it one that is known when something is much alike."""
    short, guess = _in_short(name), guesses.get(name)
    return f"{short}: perhaps {guess}? --exercise {quote(f'{name}={guess}')}" if guess else short


def _rows(title: str, rows: Sequence[Skipped]) -> Iterator[str]:
    """Rows by their reasons, with the option that brings them in when there is one."""
    groups = by_reason(rows)
    if groups:
        yield f"  {title}: {len(rows):,}"
    for one in groups[:_SHOWN]:
        them = "it" if len(one.reasons) == 1 else "them"
        option = f"; --keep-doubles brings {them} in" if one.alike == DOUBLE else ""
        yield f"    {one_line(one.sentence)}{option}"
        yield from (f"      {one_line(example)}" for example in one.examples(_EXAMPLES))
    yield from _more(len(groups))


def _listed(title: str, items: Sequence[str]) -> Iterator[str]:
    if items:
        yield f"  {title}: {len(items):,}"
    yield from (f"    {one_line(item)}" for item in items[:_SHOWN])
    yield from _more(len(items))


def _more(number: int) -> Iterator[str]:
    if number > _SHOWN:
        yield f"    and {number - _SHOWN:,} more"
