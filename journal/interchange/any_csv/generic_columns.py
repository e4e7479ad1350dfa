"""Which column of any CSV file holds what: by its name, and by what the user told."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from journal.columns import clean_text
from journal.errors import Refused
from journal.interchange.any_csv.generic_meanings import (
    MEANINGS,
    WITH_SETS,
    WITHOUT_SETS,
    WORDS,
    Meaning,
    key,
)
from journal.interchange.any_csv.generic_times import by_content
from journal.interchange.rows.foreign import Layout
from journal.interchange.rows.sheet import Row

_MOST = 1000
"""Columns of the widest file that is looked at."""
_SHOWN, _LONGEST = 30, 40
"""Columns that a sentence names, and characters of their names."""
_BESIDE: Mapping[str, tuple[str, ...]] = {
    "exercise": (
        *(
            "title",
            "number",
            "end",
            "duration",
            "weight",
            "reps",
            "sets",
            "rpe",
            "rir",
            "distance",
            "distance_unit",
        ),
        *("weight_unit", "seconds", "kind", "warmup", "order", "workout_note"),
    ),
    "score": ("region", "side"),
    "water": ("drink",),
}
"""Fields that say something only beside another one."""


_WORD_OF = {(meaning.field, meaning.unit): meaning.word for meaning in MEANINGS}


def columns_of(header: Sequence[str], rows: Sequence[Row], told: Mapping[str, str], file: str) -> Layout:
    """Which column holds which field; `told` holds words of `MEANINGS` by names of columns, which win.

    The rows are asked where names leave it open: what is a time of day, and what a length.

    `Refused` when `told` names a column that is not there or a word that means nothing, or two columns for the
    same; and when two columns that are read have the very same name.
    """
    if len(header) > _MOST:
        raise Refused(f"{file} has {len(header):,} columns; a file of records has at most {_MOST:,}")
    names = tuple(" ".join(clean_text(name).split()) for name in header)
    given = _given(names, told, file)
    exercises = any(meaning.field == "exercise" for meaning in given.values()) or any(
        place not in given and (found := WITH_SETS.get(key(name))) and found.field == "exercise"
        for place, name in enumerate(names)
    )
    guessed = _guessed(names, given, WITH_SETS if exercises else WITHOUT_SETS, rows)
    chosen = _useful(_chosen(given, guessed))
    _refuse_namesakes(names, [place for place in chosen if place not in given], file)
    fields = tuple(chosen[place].field if place in chosen else "" for place in range(len(names)))
    return Layout(names, fields, {meaning.field: meaning.unit for meaning in chosen.values() if meaning.unit})


def _guessed(
    names: Sequence[str], given: Collection[int], known: Mapping[str, Meaning], rows: Sequence[Row]
) -> dict[int, Meaning]:
    """What the names of the other columns mean, by their place."""
    keys = {place: key(name) for place, name in enumerate(names) if place not in given}
    words = {place: known[name].word for place, name in keys.items() if name in known}
    called_time = next((place for place, name in keys.items() if name == "time"), None)
    return {place: WORDS[key(word)] for place, word in by_content(words, called_time, rows).items()}


def _given(names: Sequence[str], told: Mapping[str, str], file: str) -> dict[int, Meaning]:
    """What was told of columns, by their place."""
    given: dict[int, Meaning] = {}
    by_field: dict[str, str] = {}
    for column, word in told.items():
        place = _place(names, column, file)
        meaning = WORDS.get(key(word))
        if meaning is None:
            words = ", ".join(meaning.word for meaning in MEANINGS)
            raise Refused(f"--map {column}={word}: {word!r} is not known; a column can be one of {words}")
        if meaning.field and by_field.setdefault(meaning.field, column) != column:
            raise Refused(
                f"--map {column}={word}: {by_field[meaning.field]!r} is said to hold the same; name one of them"
            )
        given[place] = meaning
    return given


def _place(names: Sequence[str], column: str, file: str) -> int:
    """Where the column of that name stands; the very name goes before one that only sounds so."""
    wanted = " ".join(clean_text(column).split())
    if wanted in names:
        return names.index(wanted)
    keys = [key(name) for name in names]
    if key(wanted) and key(wanted) in keys:
        return keys.index(key(wanted))
    raise Refused(f"--map: {file} has no column {column!r}; its columns are {listed(names)}")


def _chosen(given: Mapping[int, Meaning], guessed: Mapping[int, Meaning]) -> dict[int, Meaning]:
    """One column for each field: what was told, then the meaning that is listed first, then the first column."""
    chosen = {place: meaning for place, meaning in given.items() if meaning.field}
    taken = {meaning.field for meaning in chosen.values()}
    for place, meaning in sorted(guessed.items(), key=lambda one: (MEANINGS.index(one[1]), one[0])):
        if meaning.field not in taken:
            taken.add(meaning.field)
            chosen[place] = meaning
    return chosen


def _useful(chosen: Mapping[int, Meaning]) -> dict[int, Meaning]:
    """The columns without those that say something of what the file does not have."""
    fields = {meaning.field for meaning in chosen.values()}
    needed = {field: need for need, some in _BESIDE.items() for field in some}
    return {
        place: meaning
        for place, meaning in chosen.items()
        if needed.get(meaning.field, meaning.field) in fields
        or (meaning.field == "weight_unit" and "body_weight" in fields)
    }


def _refuse_namesakes(names: Sequence[str], read: Iterable[int], file: str) -> None:
    for place in read:
        if names.count(names[place]) > 1:
            raise Refused(
                f"{file} has {names.count(names[place])} columns named {names[place]!r}; "
                "nothing says which of them is right: rename or take out the others"
            )


def listed(names: Sequence[str]) -> str:
    """The names of columns within a sentence, not more and not longer than one can read."""
    told = [repr(name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…") for name in names if name]
    more = f" and {len(told) - _SHOWN} more" if len(told) > _SHOWN else ""
    return (", ".join(told[:_SHOWN]) or "none") + more


def said(layout: Layout) -> str:
    """How the columns are read, as a sentence."""
    read = [
        f"{name!r} as {word_of(layout, place)}"
        for place, name in enumerate(layout.names)
        if layout.fields[place]
    ]
    return f"read {', '.join(read)}"


def word_of(layout: Layout, place: int) -> str:
    """The word of what the column at that place is read as; "" when it is not read."""
    field = layout.fields[place]
    return _WORD_OF[field, layout.units.get(field, "")] if field else ""
