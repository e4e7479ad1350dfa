"""What holds for every rule about training and its pain in any journal: no look-ahead, no chance, evidence."""

from datetime import UTC, datetime, timedelta, timezone
from random import Random
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from journals import CATALOGUE, when
from random_journals import instants, journals, no_look_ahead, same_in_any_order

from journal.analysis.engine import evaluate, rulebook
from journal.analysis.frames import Frames
from journal.records import CheckIn, Drink, Pain, Record, Set, Workout
from journal.vocabulary import Severity

RULES = (
    *("pain-past-72h", "pain-unimproved-1w", "ask-still-hurting", "sharp-during-exercise"),
    *("doms-pattern", "doms-past-72h"),
    *("spike-session-distance", "spike-session-weight", "spike-week-load"),
    *("same-muscle-consecutive-days", "muscle-rest-short", "trained-through-pain"),
    *("avoid-while-painful", "fluid-low"),
)
CLOSELY = settings(deadline=None, max_examples=15, suppress_health_check=list(HealthCheck))
START = datetime(2026, 8, 1, tzinfo=UTC)
LIFTS = ("squat", "bench-press", "dumbbell-curl", "crunch", "bicycle-crunch", "childs-pose")
PLACES = (
    *(("lower-back", None), ("lower-back", None), ("thigh-front", "both"), ("thigh-front", "left")),
    *(("knee", "left"), ("chest", None), ("elbow", "both")),
)


class Diary:
    """Some weeks of somebody made up: how they train, hurt, drink and travel is drawn once, the days from that."""

    def __init__(self, seed: int) -> None:
        self._draw = Random(seed)  # noqa: S311 - made-up data
        self._records: list[Record] = []
        self._zones = self._draw.choice([(2,), (2,), (2, 2, 2, 9, -5)])
        self._vague = self._draw.choice([0, 0, 0.1])

    def written(self) -> list[Record]:
        """All of its records."""
        lifts, runs, hurts, drinks, weighs = (self._draw.choice([0, 0.3, 0.7, 1]) for _ in range(5))
        region, side = self._draw.choice(PLACES)
        usual = self._draw.choice([(0, 1, 2, 3), (3, 4, 4, 5), (2, 5, 8), (0, 4)])
        odd = self._draw.choice([0, 0, 0.1])
        for day in range(self._draw.choice([6, 20, 45, 60])):
            if self._draw.random() < 0.05:
                continue
            if self._draw.random() < lifts:
                self._lift(day, self._draw.choice([0, 6, 18, 18, 22]))
            if self._draw.random() < runs:
                self._run(day, self._draw.choice([7, 7, 23]))
            for hour in (6, 19) if self._draw.random() < hurts else ():
                self._hurt(day, hour, region, side, self._draw.choice(usual), odd)
            for hour in (5, 9, 14, 20) if self._draw.random() < drinks else ():
                ml = self._draw.choice([300, 300, 300, 900])
                self._records.append(Drink(id=self._identity(), at=self._at(day, hour), volume_ml=ml))
            if self._draw.random() < weighs:
                at = self._at(day, 6 + self._draw.choice([0, 0, 100])) if self._draw.random() < 0.5 else None
                self._records.append(
                    CheckIn(date=(START + timedelta(days=day)).date(), at=at, body_weight_kg=80)
                )
        return self._records

    def _identity(self) -> UUID:
        return UUID(int=len(self._records) + 1)

    def _at(self, day: int, hour: int) -> datetime:
        zone = timezone(timedelta(hours=self._draw.choice(self._zones)))
        return (START + timedelta(days=day, hours=hour, minutes=30)).astimezone(zone)

    def _time_known(self) -> bool | None:
        return False if self._draw.random() < self._vague else None

    def _lift(self, day: int, hour: int) -> None:
        workout = Workout(
            id=self._identity(),
            started_at=self._at(day, hour),
            kind="strength",
            duration_min=self._draw.choice([60, 60, 60, 60, 120, 301, None]),
            session_rpe=self._draw.choice([5, 5, 5, 5, 8, 3, None]),
            time_known=self._time_known(),
        )
        self._records.append(workout)
        kg, reps = self._draw.choice([50, 52.5, 57.5, 60, 70]), self._draw.choice([1, 5, 8, 14])
        chosen = [slug for slug in self._draw.sample(LIFTS, 3) for _ in range(self._draw.choice([1, 2, 4]))]
        for place, slug in enumerate(chosen, 1):
            self._records.append(
                Set(workout_id=workout.id, position=place, exercise=slug, reps=reps, weight_kg=kg)
            )

    def _run(self, day: int, hour: int) -> None:
        km, rpe = self._draw.choice([5, 5.5, 6, 6, 12, 20, None]), self._draw.choice([4, 4, 4, 9, None])
        workout = Workout(
            id=self._identity(), started_at=self._at(day, hour), kind="run", duration_min=40, session_rpe=rpe
        )
        self._records += [workout, Set(workout_id=workout.id, position=1, exercise="run", distance_km=km)]

    def _hurt(self, day: int, hour: int, region: str, side: str | None, score: int, odd: float) -> None:
        at, strange = self._at(day, hour), self._draw.random() < odd
        onset = self._draw.choice([20, 90, 200]) if self._draw.random() < odd else None
        self._records.append(
            Pain(
                id=self._identity(),
                at=at,
                region=region,
                side=side,
                score=score,
                qualities=self._draw.choice([("sharp",), ("burning",)]) if strange else (),
                context="during" if self._draw.random() < odd else None,
                onset_at=None if onset is None else at - timedelta(hours=onset),
                time_known=self._time_known(),
            )
        )


def training() -> st.SearchStrategy[list[Record]]:
    """The diaries of people who train, hurt and drink little; dense where `journals` is wide."""
    return st.integers(0, 2**32).map(lambda seed: Diary(seed).written())


@CLOSELY
@given(journals() | training(), st.lists(instants(70), min_size=1, max_size=2))
def test_nothing_depends_on_what_comes_later(records, at):
    found = evaluate(Frames.of(records, CATALOGUE), rules=RULES).occurrences
    edges = [one.since for one in found[-2:]] + [one.until for one in found[:2] if one.until]
    moments = [
        when("1970-01-01 01:00") + timedelta(seconds=edge + late) for edge in edges for late in (-1, 0)
    ]

    no_look_ahead(records, [*at, *moments], RULES)


@CLOSELY
@given(journals() | training(), st.randoms(use_true_random=False), instants(70))
def test_the_order_in_which_records_came_changes_nothing(records, random, at):
    shuffled = list(records)
    random.shuffle(shuffled)

    same_in_any_order(records, shuffled, at, RULES)


@CLOSELY
@given(training())
def test_every_flag_rests_on_records_that_were_there_and_tells_its_numbers(records):
    known = {(record.TABLE, record.key): record for record in records}
    workouts = {record.key: record.started_at for record in records if record.TABLE == "workouts"}

    def began(table, key):
        if table in ("workouts", "sets"):
            return workouts[key.partition("/")[0]].timestamp()
        return known[table, key].at.timestamp() if table != "checkins" else 0

    for one in evaluate(Frames.of(records, CATALOGUE), rules=RULES).occurrences:
        assert one.evidence
        assert all((found.table, found.id) in known for found in one.evidence)
        assert all(began(found.table, found.id) <= one.since for found in one.evidence)
        assert one.until > one.since
        assert (one.value is None) == (one.threshold is None)
        assert one.value is not None or one.rule == "doms-pattern"
        assert one.severity in {*rulebook()[one.rule].severity, Severity.INFO}  # a habit is a tip
        assert (one.act is None) == (one.severity in (Severity.CAUTION, Severity.INFO))
        assert one.message.endswith((".", "?"))


@pytest.mark.parametrize("rule", RULES)
def test_an_empty_journal_says_nothing(rule, judged):
    said = judged(rule, "2026-11-20 19:00")

    assert (said.flags, said.insufficient) == ((), ())
