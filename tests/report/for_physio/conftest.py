"""Somebody whose back hurts, and the page for the physiotherapist made of what they wrote."""

from collections.abc import Callable, Iterable
from datetime import date

import pytest
from journals import CATALOGUE, care, checkin, pain, run, symptom, when, workout

from journal.analysis.engine import evaluate
from journal.analysis.frames import Frames
from journal.analysis.judge import Reading
from journal.analysis.rows import Place
from journal.records import Condition, Record
from journal.report.for_physio.physio import Physio, physio


@pytest.fixture(scope="session")
def page_of() -> Callable[..., Physio]:
    """The page of some records."""

    def page_of(
        records: Iterable[Record],
        since: str = "",
        as_of: str = "2026-11-22 20:00",
        about: tuple[Place, ...] = (),
    ) -> Physio:
        moment = when(as_of)
        frames = Frames.of(records, CATALOGUE, until=int(moment.timestamp()))
        made = Reading(frames, evaluate(frames), int(moment.timestamp()), 3600)
        return physio(lambda _: made, moment, date.fromisoformat(since) if since else None, about)

    return page_of


@pytest.fixture(scope="session")
def patient() -> tuple[Record, ...]:
    """Eight weeks: deadlifts on Tuesdays, a back that hurts after three of them, a knee that settled before."""
    return tuple(_patient())


def _patient() -> Iterable[Record]:
    yield Condition(condition="herniated-disc", since=date(2024, 3, 1))
    for day in ("2026-09-29", "2026-10-06", "2026-10-13", "2026-10-20", "2026-10-27", "2026-11-03"):
        yield from workout(f"{day} 18:00", ("deadlift", 3, 5, 110), ("bench-press", 3, 8, 60), rpe=6)
    yield from workout(
        "2026-11-10 18:00", ("deadlift", 5, 5, 130), rpe=9, minutes=75, note="heavy // **day** <b>"
    )
    yield from workout("2026-11-14 10:00", ("squat", 3, 5, 90), rpe=6, stopped_for_pain=True)
    yield from workout("2026-11-17 18:00", ("bench-press", 3, 8, 62.5), rpe=6)
    for day in ("2026-10-01", "2026-10-08", "2026-10-15", "2026-11-05", "2026-11-12"):
        yield from run(f"{day} 07:00", 6, minutes=36)
    for day, score in ((8, 4), (9, 3), (10, 2), (11, 0)):
        yield pain(
            f"2026-10-{day:02} 20:00", "knee", score, side="left", qualities=("ache",), context="later"
        )
    for day, score in ((21, 4), (22, 2), (23, 0)):
        yield pain(f"2026-10-{day} 08:00", score=score, qualities=("stiff",), context="on-waking")
    yield pain(
        "2026-11-11 07:00",
        score=6,
        qualities=("sharp", "stiff"),
        context="on-waking",
        mechanism="lift",
        sudden=False,
        radiates_to="none",
        limits_movement=True,
        note="=1+1 <script>alert(1)</script> [x](http://remote.example) | after the heavy day",
    )
    for day, score in ((11, 7), (12, 5), (13, 5), (14, 6), (15, 4), (16, 5), (18, 3), (20, 3), (22, 3)):
        yield pain(f"2026-11-{day} 21:00", score=score, qualities=("stiff",), context="at-rest")
    yield pain("2026-11-14 10:40", score=7, qualities=("sharp",), context="during", radiates_to="buttock")
    for at in ("2026-11-11 20:30", "2026-11-11 21:30", "2026-11-14 21:30", "2026-11-16 21:30"):
        yield care(at, "heat", region="lower-back", duration_min=15)
    for at in ("2026-11-11 21:15", "2026-11-14 12:00", "2026-11-14 22:00"):
        yield care(at, "oral-analgesic", drug="ibuprofen", dose_mg=400)
    yield symptom("2026-11-11 07:01", "saddle-numbness", False)
    yield symptom("2026-11-11 07:02", "bladder-change", False)
    yield symptom("2026-11-14 11:00", "leg-numbness", side="left")
    yield symptom("2026-11-15 11:00", "night-pain", False)
    for day, slept, sat in ((9, 7.5, 9), (10, 6, 10.5), (11, 5.5, 8)):
        yield checkin(f"2026-11-{day:02}", sleep_h=slept, sitting_h=sat)
