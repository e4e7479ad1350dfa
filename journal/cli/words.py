"""Entries on the command line: the lines that arguments are, and how an entry is said back."""

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from journal.records import Record, Set, Workout

if TYPE_CHECKING:
    from journal.entry import Understood
    from journal.storage import Recorded

_NOTE = "//"


def lines_of(text: Sequence[str]) -> list[str]:
    """The lines of quick entry that the arguments are: quoted ones are a line each, else all words make one.

    A quoted argument is known by the space in it; what follows `//` is the note of the line before it.
    """
    given = [_decoded(argument) for argument in text if argument.strip()]
    note = next((place for place, one in enumerate(given) if one.lstrip().startswith(_NOTE)), len(given))
    quoted = [" " in one.strip() for one in given]
    if given and not any(quoted[:note]) and sum(quoted[note:]) <= 1:
        return [" ".join(given)]
    lines: list[str] = []
    in_note = False
    for one, is_quoted in zip(given, quoted, strict=True):
        begins_note = one.lstrip().startswith(_NOTE)
        continues = in_note and (not is_quoted or lines[-1].endswith(_NOTE))
        if lines and (begins_note or continues):
            lines[-1] += f" {one}"
            in_note = not is_quoted
        else:
            lines.append(one)
            in_note = False
    return lines


def acknowledged(understood: "Understood", recorded: "Recorded") -> str:
    """What was recorded, with its id."""
    added = _place(recorded)
    return f"Recorded {understood.words}{added}  [{recorded.record.TABLE} {recorded.record.key}]"


def _place(recorded: "Recorded") -> str:
    """Which workout a line went to, when it was there before: one may think of another."""
    record = recorded.record
    if not isinstance(record, Workout) or not (recorded.joined or recorded.completed):
        return ""
    when = "of that day" if record.time_known is False else f"of {record.started_at:%H:%M}"
    done = "added to" if recorded.joined else "completes"
    return f", {done} the {record.kind} workout {when}"


def row_json(record: Record, sets: Sequence[Set] = ()) -> dict[str, Any]:
    """An entry: its table, its key as `id`, and the columns that are not empty; a workout with its sets."""
    from journal.interchange.own.json_document import as_json

    row: dict[str, Any] = {"table": record.TABLE, "id": record.key} | as_json(record)
    if isinstance(record, Workout) and sets:
        row["sets"] = [
            {key: value for key, value in as_json(each).items() if key != "workout_id"} for each in sets
        ]
    return row


def _decoded(argument: str) -> str:
    """The argument as UTF-8 where the terminal's encoding could not read all of it, as under `LC_ALL=C`."""
    if not any("\udc80" <= letter <= "\udcff" for letter in argument):
        return argument
    return os.fsencode(argument).decode("utf-8", "replace")
