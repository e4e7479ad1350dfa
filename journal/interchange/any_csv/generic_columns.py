"""What the columns of any CSV file hold: by their names in many ways to say them, and by what the user told."""

import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from journal.columns import clean_text
from journal.errors import Refused
from journal.interchange.any_csv.generic_times import by_content
from journal.interchange.rows.foreign import Layout
from journal.interchange.rows.sheet import Row

_MOST = 1000
"""Columns of the widest file that is looked at."""
_SHOWN, _LONGEST = 30, 40
"""Columns that a sentence names, and characters of their names."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a column can hold, with every name that such columns go by."""

    word: str
    """What it is called after `--map COLUMN=`."""
    field: str
    unit: str = ""
    """Unit that the word states; "" = none, or none needed."""
    names: str = ""
    """Names beside the word itself, divided by commas."""
    without_sets: str = ""
    """Names that mean this only in a file without exercises."""


MEANINGS: tuple[Meaning, ...] = (
    Meaning(
        "exercise",
        "exercise",
        names="exercise name, exercise title, movement, lift, activity, activity type, activity name, sport, übung",
    ),
    Meaning(
        "date",
        "start",
        names="workout date, session date, start time, start date, started at, start, timestamp, time stamp, "
        "datetime, date time, day, when, at, logged at, recorded at, log date, entry date, datum, wann, tag",
    ),
    Meaning("time_of_day", "clock", names="clock, clock time, uhrzeit", without_sets="time"),
    Meaning("end", "end", names="end time, end date, ended at, finished at, finish time"),
    Meaning(
        "title",
        "title",
        names="workout name, workout title, workout, session name, session title, session, routine, routine name",
    ),
    Meaning("number", "number", names="session id, workout id, workout number, session number, workout no"),
    Meaning(
        "weight_kg",
        "weight",
        "kg",
        names="kg, kgs, weight in kg, weight kgs, load kg, gewicht kg, gewicht in kg, last kg",
    ),
    Meaning(
        "weight_lb", "weight", "lb", names="lb, lbs, pounds, weight in lbs, weight lbs, load lb, load lbs"
    ),
    Meaning("weight", "weight", names="load, gewicht"),
    Meaning("weight_unit", "weight_unit", names="unit, units, weight units, unit of weight"),
    Meaning(
        "reps",
        "reps",
        names="rep, repetitions, number of reps, rep count, reps done, wiederholungen, wdh, wdhs, wh",
    ),
    Meaning("sets", "sets", names="number of sets, set count, sätze, anzahl sätze"),
    Meaning("rpe", "rpe", names="rpe rating, rating of perceived exertion"),
    Meaning("rir", "rir", names="reps in reserve"),
    Meaning(
        "distance_km",
        "distance",
        "km",
        names="km, distance in km, kilometers, kilometres, strecke km, distanz km",
    ),
    Meaning("distance_mi", "distance", "mi", names="mi, miles, distance miles, distance in miles"),
    Meaning("distance_m", "distance", "m", names="meters, metres, distance meters, distance metres"),
    Meaning("distance", "distance", names="strecke, distanz"),
    Meaning("distance_unit", "distance_unit", names="distance units, unit of distance"),
    Meaning(
        "seconds",
        "seconds",
        "s",
        names="sec, secs, set duration sec, duration seconds, duration sec, duration secs, duration s, "
        "time seconds, time sec, time s",
    ),
    Meaning(
        "minutes", "seconds", "min", names="mins, duration minutes, duration min, time minutes, time min"
    ),
    Meaning(
        "duration", "seconds", names="time, set duration, time taken, elapsed time, moving time, dauer, zeit"
    ),
    Meaning("workout_seconds", "duration", "s", names="workout duration seconds, workout duration sec"),
    Meaning("workout_minutes", "duration", "min", names="workout duration minutes, workout duration min"),
    Meaning("workout_duration", "duration", names="session duration, workout length, session length"),
    Meaning("set_type", "kind", names="type of set, set kind"),
    Meaning("warmup", "warmup", names="is warmup, warm up set"),
    Meaning("set_order", "order", names="set, set number, set index, set no"),
    Meaning(
        "note",
        "note",
        names="notes, comment, comments, exercise notes, set notes, remark, remarks, notiz, notizen, bemerkung",
    ),
    Meaning("workout_note", "workout_note", names="workout notes, session notes, session note, description"),
    Meaning(
        "score",
        "score",
        names="pain, pain score, pain level, pain intensity, pain rating, pain severity, nrs, pain nrs, schmerz",
        without_sets="severity, intensity, level, rating",
    ),
    Meaning(
        "region",
        "region",
        names="place, pain location, pain place, pain site, pain region, body region, körperstelle",
        without_sets="location, body part, area, site, body area, where",
    ),
    Meaning("side", "side", names="pain side, body side, laterality, seite"),
    Meaning(
        "body_weight_kg",
        "body_weight",
        "kg",
        names="bodyweight in kg",
        without_sets="weight kg, kg, weight kgs, gewicht kg, gewicht in kg",
    ),
    Meaning(
        "body_weight_lb",
        "body_weight",
        "lb",
        names="body weight lbs, body weight pounds",
        without_sets="weight lb, weight lbs, lb, lbs, pounds",
    ),
    Meaning("body_weight", "body_weight", names="body mass, körpergewicht", without_sets="weight, gewicht"),
    Meaning(
        "sleep_h",
        "sleep",
        "h",
        names="sleep hours, hours slept, hours of sleep, sleep hrs, hours asleep, schlaf h",
    ),
    Meaning("sleep_min", "sleep", "min", names="sleep minutes, minutes asleep, sleep mins"),
    Meaning("sleep", "sleep", names="sleep duration, sleep time, time asleep"),
    Meaning("sleep_quality", "sleep_quality", names="sleep rating"),
    Meaning("stress", "stress", names="stress level, stress score"),
    Meaning("sitting_h", "sitting", "h", names="sitting hours, hours sitting, hours sat"),
    Meaning(
        "water_ml",
        "water",
        "ml",
        names="ml, water intake ml, fluid ml, fluid intake ml, volume ml, amount ml",
    ),
    Meaning("water_l", "water", "l", names="water litres, water liters, water intake l, litres, liters"),
    Meaning("water_oz", "water", "oz", names="water fl oz, water ounces, water intake oz, oz, fl oz"),
    Meaning("water", "water", names="water intake, hydration, fluid intake, fluid, fluids, water drunk"),
    Meaning("drink", "drink", names="beverage, kind of drink"),
    Meaning("ignore", ""),
)
"""Everything that is understood, the first of several columns for the same field winning."""


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


def key(name: str) -> str:
    """The name of a column as it is compared: letters and digits only, small, the sign # said in words."""
    plain = unicodedata.normalize("NFKD", name.casefold().replace("#", "number"))
    return re.sub(r"[\W_]", "", plain)


def _by_name(*, sets: bool) -> dict[str, Meaning]:
    """The meanings by the keys of their names, for files with sets or for those without."""
    found: dict[str, Meaning] = {}
    for meaning in MEANINGS:
        if meaning.field:
            found |= {key(name): meaning for name in (meaning.word, *meaning.names.split(",")) if key(name)}
    if not sets:
        for meaning in MEANINGS:
            found |= {key(name): meaning for name in meaning.without_sets.split(",") if key(name)}
    return found


_WITH_SETS, _WITHOUT_SETS = _by_name(sets=True), _by_name(sets=False)
_WORDS = {key(meaning.word): meaning for meaning in MEANINGS}


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
        place not in given and (found := _WITH_SETS.get(key(name))) and found.field == "exercise"
        for place, name in enumerate(names)
    )
    guessed = _guessed(names, given, _WITH_SETS if exercises else _WITHOUT_SETS, rows)
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
    return {place: _WORDS[key(word)] for place, word in by_content(words, called_time, rows).items()}


def _given(names: Sequence[str], told: Mapping[str, str], file: str) -> dict[int, Meaning]:
    """What was told of columns, by their place."""
    given: dict[int, Meaning] = {}
    by_field: dict[str, str] = {}
    for column, word in told.items():
        place = _place(names, column, file)
        meaning = _WORDS.get(key(word))
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
    words = {(meaning.field, meaning.unit): meaning.word for meaning in MEANINGS}
    read = [
        f"{name!r} as {words[field, layout.units.get(field, '')]}"
        for name, field in zip(layout.names, layout.fields, strict=True)
        if field
    ]
    return f"read {', '.join(read)}"
