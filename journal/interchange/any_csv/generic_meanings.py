"""What a column of any CSV file can hold, and every name that such columns go by."""

import re
import unicodedata
from dataclasses import dataclass


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


WITH_SETS, WITHOUT_SETS = _by_name(sets=True), _by_name(sets=False)
"""The meanings by the keys of their names, for files with sets and for those without."""
WORDS = {key(meaning.word): meaning for meaning in MEANINGS}
"""The meanings by the keys of their words."""
