"""Files of many rows as other programs write them: one of each format that has rows.

Every function gives the header and one line for each number; twenty rows make a day, or as many as the format has.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime, timedelta

_FIRST = datetime(2016, 1, 4, 18, tzinfo=UTC)
_LIFTS = ("Squat (Barbell)", "Bench Press (Barbell)", "Deadlift (Barbell)", "Bent Over Row (Barbell)")
_PLAIN = ("Squat", "Bench Press", "Deadlift", "Barbell Row")

Lines = Iterator[str]


def _day(number: int, rows: int = 20) -> datetime:
    return _FIRST + timedelta(days=number // rows)


def _lift(number: int, names: tuple[str, ...] = _PLAIN) -> str:
    return names[number % 20 // 5]


def _kilograms(number: int) -> float:
    return 40 + number % 31 * 2.5


def hevy(rows: int) -> Lines:
    """The sets of the app."""
    yield (
        '"title","start_time","end_time","description","exercise_title","superset_id","exercise_notes",'
        '"set_index","set_type","weight_kg","reps","distance_km","duration_seconds","rpe"'
    )
    for number in range(rows):
        day = _day(number).strftime("%-d %b %Y")
        yield (
            f'"Legs","{day}, 17:29","{day}, 18:41","","{_lift(number, _LIFTS)}",,"",{number % 5},"normal",'
            f"{_kilograms(number)},5,,,8"
        )


def fitnotes(rows: int) -> Lines:
    """The sets of the version of 2023."""
    yield "Date,Exercise,Category,Weight,Weight Unit,Reps,Distance,Distance Unit,Time"
    for number in range(rows):
        yield f"{_day(number):%Y-%m-%d},{_lift(number)},Legs,{_kilograms(number)},kgs,5,0.0,,0:00:00"


def fitbod(rows: int) -> Lines:
    """The sets of today's version."""
    yield "Date,Exercise,Reps,Weight(kg),Duration(s),Distance(m),Incline,Resistance,isWarmup,Note,multiplier"
    for number in range(rows):
        at = f"{_day(number):%Y-%m-%d %H:%M:%S} +0000"
        yield f"{at},{_lift(number)}, 5,{_kilograms(number)},0.0,0.0,0.0,0.0,false,, 1.0"


def stronglifts(rows: int) -> Lines:
    """A row for each exercise of a workout, with three sets."""
    yield (
        "Date (yyyy/mm/dd),Workout,Workout Name,Program Name,Body Weight (KG),Exercise,Sets×Reps,Sets×Time,"
        "Top Set (Reps×KG),e1RM (KG),Reps,Volume (KG),Workout Volume (KG),Duration (hours),Start Time (h:mm),"
        "End Time (h:mm),Notes,Set 1 (Reps),Set 1 (KG),Set 2 (Reps),Set 2 (KG),Set 3 (Reps),Set 3 (KG)"
    )
    for number in range(rows):
        day, kilograms = _day(number, 4), _kilograms(number)
        yield (
            f'{day:%Y/%m/%d},{number // 4},"Workout A","Stronglifts 5×5",83.5,"{_PLAIN[number % 4]}",5/5/5,,'
            f'5×{kilograms},63.7,15,825,825.0,0.75,10:56 AM,11:41 AM,"",5,{kilograms},5,{kilograms},5,{kilograms}'
        )


def garmin(rows: int) -> Lines:
    """The list of activities, one a day."""
    yield "Activity Type,Date,Favorite,Title,Distance,Calories,Time,Avg HR,Max HR,Training Stress Score®"
    for number in range(rows):
        at = _FIRST - timedelta(days=number)
        run = f'"Run","{4 + number % 60 / 10:.2f}","300","00:28:30","141","166","0.0"'
        yield f"Running,{at:%Y-%m-%d %H:%M:%S},false,{run}"


def bearable(rows: int) -> Lines:
    """Readings, ten a day."""
    yield "date,date formatted,weekday,time of day,category,rating/amount,detail,notes"
    readings = (
        ("am", "Symptom", "2", "Left knee pain (Moderate)"),
        ("pm", "Symptom", "1", "Back (lower) pain (Mild)"),
        ("", "Sleep", "07:45", ""),
        ("", "Sleep quality", "4", ""),
        ("23:32", "Mood", "7", "Happy"),
    )
    for number in range(rows):
        day = _day(number, 5)
        cells = (day.strftime("%d %b %Y"), f"{day:%Y-%m-%d}", f"{day:%A}", *readings[number % 5], "")
        yield ",".join(f'"{cell}"' for cell in cells)


def daylio(rows: int) -> Lines:
    """Moods, two a day."""
    yield "full_date,date,weekday,time,mood,activities,note_title,note"
    for number in range(rows):
        day = _day(number, 2)
        clock = ("08:00", "21:00")[number % 2]
        yield f'"{day:%Y-%m-%d}","{day:%-d %B}","{day:%A}","{clock}","good","friends | back pain","","so, so"'


def any_csv(rows: int) -> Lines:
    """A table of somebody's own."""
    yield "Date,Exercise,Weight (kg),Reps,RIR,Comment"
    for number in range(rows):
        yield f"{_day(number):%Y-%m-%d},{_lift(number)},{_kilograms(number)},5,2,"


FILES: Mapping[str, Callable[[int], Lines]] = {
    "Hevy": hevy,
    "FitNotes": fitnotes,
    "Fitbod": fitbod,
    "StrongLifts": stronglifts,
    "Garmin's list": garmin,
    "Bearable": bearable,
    "Daylio": daylio,
    "any CSV file": any_csv,
}
"""A file of each program, by its name."""
