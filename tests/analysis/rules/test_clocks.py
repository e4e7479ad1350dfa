"""Clocks that change, flights, and times that nobody remembers: hours are elapsed ones, dates are local ones."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta, timezone
from itertools import product
from operator import ge, gt, le, lt
from typing import NamedTuple
from zoneinfo import ZoneInfo

import pytest
from journals import care, checkin, pain, run, symptom, workout

from journal.records import Record

BERLIN = ZoneInfo("Europe/Berlin")
SPRING, AUTUMN = (datetime(2026, 3, 28, 18, tzinfo=BERLIN), datetime(2026, 10, 24, 18, tzinfo=BERLIN))
"""The evenings before the clocks are put forward and back."""
CLOCKS = [
    pytest.param(SPRING, BERLIN, id="put forward"),
    pytest.param(AUTUMN, BERLIN, id="put back"),
    pytest.param(AUTUMN, timezone(timedelta(hours=9)), id="flown east"),
    pytest.param(AUTUMN, timezone(timedelta(hours=-5)), id="flown west"),
]
BACK = {"region": "lower-back"}
Written = Iterator[Record | list[Record]]
Entries = Callable[..., Written]
Made = Callable[..., Record | list[Record]]


class Hours(NamedTuple):
    """A rule that compares the hours between two times with a limit; `entries` writes what happened at both."""

    rule: str
    compares: Callable[[float, float], bool]
    limit_h: float
    entries: Entries


def hurts_in_between(first: str, last: str, score: int = 3, **more: object) -> Written:
    """A pain at both times and every day between."""
    at, end = datetime.fromisoformat(first), datetime.fromisoformat(last)
    while at < end:
        yield pain(at.isoformat(), score=score)
        at += timedelta(days=1)
    yield pain(last, score=score, **more)


def severe(first: str, last: str, **more: object) -> Written:
    yield from hurts_in_between(first, last, 8, **more)


def strained(first: str, then: str, **more: object) -> Written:
    """Sharp at the end of a workout, and not gone."""
    yield hour_of_squats(first)
    yield pain(first, score=4, qualities=["sharp"])
    yield pain(then, score=4, **more)


def two(made_first: Made, made_then: Made) -> Entries:
    """Something at the first time, and something at the other."""

    def entries(first: str, then: str, **more: object) -> Written:
        yield made_first(first)
        yield made_then(then, **more)

    return entries


def hurt(score: int = 4, region: str = "lower-back", **said: object) -> Made:
    return lambda at, **more: pain(at, region, score, **said, **more)


def took(mg: int) -> Made:
    return lambda at, **more: care(at, "oral-analgesic", drug="ibuprofen", dose_mg=mg, **more)


def treated(kind: str) -> Made:
    return lambda at, **more: care(at, kind, region="lower-back", **more)


def sign(word: str) -> Made:
    return lambda at: symptom(at, word)


def ran(km: float) -> Made:
    return lambda at, **more: run(at, km, **more)


def squats(at: str, **more: object) -> list[Record]:
    return workout(at, ("squat", 5, 5, 80), rpe=6, **more)


def hour_of_squats(end: str) -> list[Record]:
    """Squats that end at that time."""
    return squats((datetime.fromisoformat(end) - timedelta(hours=1)).isoformat())


def sore_and_dosed(first: str, then: str, **more: object) -> Written:
    """Something against a sore back, and squats on it."""
    yield pain(first, score=4)
    yield took(400)(first)
    yield squats(then, **more)


HOURS = [
    Hours("pain-past-72h", gt, 72, hurts_in_between),
    Hours("pain-unimproved-1w", gt, 168, hurts_in_between),
    Hours("rf-severe-72h", gt, 72, severe),
    Hours("rf-pop", le, 24, two(hurt(0, "knee", pop_heard=True), hurt(4, "knee"))),
    Hours("rf-chest", le, 24, two(hurt(3, "chest"), sign("breathless"))),
    Hours("rf-fever", le, 72, two(hurt(3), sign("fever"))),
    Hours("strain-persists", ge, 24, strained),
    Hours("trained-through-pain", le, 24, two(hurt(5), squats)),
    Hours("muscle-rest-short", lt, 44, two(hour_of_squats, squats)),
    Hours("heat-too-early", lt, 48, two(hurt(5), treated("heat"))),
    Hours("heat-over-cream", le, 4, two(treated("topical"), treated("heat"))),
    Hours("stretch-in-acute", lt, 48, two(hurt(7), treated("stretch"))),
    Hours("analgesic-dose", lt, 24, two(took(800), took(600))),
    Hours("analgesic-before-training", le, 6, sore_and_dosed),
    Hours("spike-session-distance", le, 720, two(ran(5), ran(8))),
]


@pytest.mark.parametrize(("start", "there"), CLOCKS)
def test_hours_are_those_that_passed(start, there, level):
    for case, minutes in product(HOURS, (-1, 0, 1)):
        then = (start.astimezone(UTC) + timedelta(hours=case.limit_h, minutes=minutes)).astimezone(there)
        records = case.entries(start.isoformat(), then.isoformat())

        fires = level(case.rule, then.isoformat(), *records) != ""

        assert fires == case.compares(case.limit_h * 60 + minutes, case.limit_h * 60), (case.rule, minutes)


TIMELESS = [
    case for case in HOURS if case.rule not in {"rf-pop", "rf-chest", "rf-fever", "spike-session-distance"}
]
"""Those that ask for the time of what came later; a red flag does not wait for it."""


def without_a_time(case: Hours, hours: float) -> list[Record | list[Record]]:
    """What came later has no time, and stands so many hours beside the limit at noon."""
    noon = datetime(2026, 11, 20, 12, tzinfo=UTC)
    first = noon - timedelta(hours=case.limit_h + hours)
    return list(case.entries(first.isoformat(), noon.isoformat(), time_known=False))


def holding(case: Hours, hours: float) -> float:
    """So many hours beyond the limit, on the side on which the rule fires."""
    return -hours if case.compares(0, 1) else hours


@pytest.mark.parametrize("case", TIMELESS, ids=lambda case: case.rule)
def test_where_half_a_day_decides_the_time_is_asked_for(case, judged):
    said = judged(case.rule, "2026-11-20 13:00", *without_a_time(case, holding(case, 1)))

    assert said.flags == ()
    assert {one.rule for one in said.insufficient} == {case.rule}
    assert all("time" in what for one in said.insufficient for what in one.missing)


@pytest.mark.parametrize("case", TIMELESS, ids=lambda case: case.rule)
def test_where_it_does_not_decide_nothing_is_asked(case, judged):
    surely_not = judged(case.rule, "2026-11-20 13:00", *without_a_time(case, holding(case, -14)))

    assert (surely_not.flags, surely_not.insufficient) == ((), ())
    if case.limit_h >= 48:
        assert judged(case.rule, "2026-11-20 13:00", *without_a_time(case, holding(case, 14))).flags


def noon(day: int) -> str:
    return f"2026-11-{day:02} 12:00"


def around_midnight(day: int) -> str:
    return f"2026-11-{day:02} {'23:59' if day % 2 else '00:00'}"


def on_two_continents(day: int) -> str:
    return f"2026-11-{day:02} {'23:30+09:00' if day % 2 else '00:30-05:00'}"


def each(made: Made, *days: int) -> Entries:
    """The same on some dates of November."""
    return lambda at, **more: [made(at(day), **more) for day in days]


def bone(at: Callable[[int], str], **more: object) -> list[Record]:
    contexts = {7: "during", 19: "during", 20: "at-rest"}
    return [pain(at(day), "shin", 3, context=context, **more) for day, context in contexts.items()]


def worse(at: Callable[[int], str], **more: object) -> list[Record]:
    return [pain(at(day), score=day - 14, **more) for day in (17, 18, 19, 20)]


DATES = {
    "analgesic-sparingly": each(took(400), 14, 16, 18, 20),
    "no-rest-day": each(squats, *range(14, 21)),
    "pain-interferes": each(hurt(limits_movement=True), 14, 20),
    "pain-worsening": worse,
    "rf-bone-stress": bone,
    "same-muscle-consecutive-days": each(squats, 19, 20),
    "spike-week-load": each(squats, 4, 8, 11, *range(14, 21)),
}
"""Rules that count dates, each with what fires on the date on which it is enough, and not before."""


@pytest.mark.parametrize("at", [noon, around_midnight, on_two_continents])
@pytest.mark.parametrize("rule", DATES)
def test_dates_are_those_of_the_clock_that_was_worn(rule, at, level):
    assert level(rule, at(20), *DATES[rule](at))


@pytest.mark.parametrize("rule", DATES)
def test_what_counts_dates_needs_no_times(rule, judged):
    known, unknown = (
        judged(rule, noon(20), *DATES[rule](noon, **more)) for more in ({}, {"time_known": False})
    )

    assert [(flag.severity, flag.since, flag.value) for flag in unknown.flags] == [
        (flag.severity, flag.since, flag.value) for flag in known.flags
    ]
    assert unknown.flags
    assert unknown.insufficient == ()


LATE = workout("2026-11-19 23:30", ("squat", 5, 5, 80), rpe=8, minutes=60)


@pytest.mark.parametrize(
    ("rule", "at", "records"),
    [
        ("sharp-during-exercise", "00:20", [pain("2026-11-20 00:20", qualities=["sharp"])]),
        ("sharp-during-exercise", "01:30", [pain("2026-11-20 01:30", qualities=["sharp"])]),
        ("sharp-during-exercise", "", [pain("2026-11-20 01:31", qualities=["sharp"])]),
        ("pain-during-stop", "00:10", [pain("2026-11-19 23:50", score=2), pain("2026-11-20 00:10", score=5)]),
        ("pain-during-stop", "", [pain("2026-11-19 23:50", score=2), pain("2026-11-20 00:31", score=5)]),
        ("tired-push", "23:30", [checkin("2026-11-19", sleep_h=4)]),
        ("tired-push", "", [checkin("2026-11-20", sleep_h=4)]),
        ("muscle-rest-short", "20:29", [workout("2026-11-21 20:29", ("squat", 5, 5, 80))]),
        ("muscle-rest-short", "", [workout("2026-11-21 20:30", ("squat", 5, 5, 80))]),
    ],
)
def test_a_session_across_midnight_is_of_the_date_on_which_it_began_and_lasts_into_the_next(
    rule, at, records, judged
):
    flags = judged(rule, "2026-11-21 23:00", LATE, *records, past=True).flags

    assert {f"{flag.since.astimezone(BERLIN):%H:%M}" for flag in flags} == ({at} if at else set())
