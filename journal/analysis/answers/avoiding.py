"""How a planned workout may be changed so that a flag is not raised: for rules to name, and `trying` to try."""

from collections.abc import Iterator

from journal.analysis.answers.moves import (
    PLATE_KG,
    Change,
    Plan,
    fewer_sets,
    later,
    leave_out,
    lighter,
    shorter,
)
from journal.analysis.flags import Flag
from journal.analysis.pain.painful import LEAVE_OUT_TAGS
from journal.analysis.training.regions import loaded_regions
from journal.analysis.training.workouts import trains_muscles
from journal.vocabulary import ExerciseTag, Muscle, Region

_IMPACT = frozenset({ExerciseTag.JUMP, ExerciseTag.HIGH_IMPACT})


def shorter_run(flag: Flag, plan: Plan) -> Iterator[Change]:
    """As far as the longest run in the flag's details and its threshold in % allow."""
    share = flag.threshold.value / 100 if flag.threshold else 0.0
    yield from shorter(plan, float(flag.details["longest_km"]) * (1 + share))


def less_weight(flag: Flag, plan: Plan) -> Iterator[Change]:
    """Less on the exercise that the flag is about, from what is no jump on, be it by a plate or by its share."""
    heaviest, share = (
        float(flag.details["heaviest_kg"]),
        flag.threshold.value / 100 if flag.threshold else 0.0,
    )
    yield from lighter(plan, flag.subject["exercise"], max(heaviest + PLATE_KG, heaviest * (1 + share)))


def less_volume(flag: Flag, plan: Plan) -> Iterator[Change]:
    """Fewer sets of the exercise that the flag is about, then less weight."""
    yield from fewer_sets(plan, flag.subject["exercise"])
    yield from lighter(plan, flag.subject["exercise"])


def another_day(flag: Flag, plan: Plan) -> Iterator[Change]:  # noqa: ARG001 - what every rule is asked with
    """The same on one of the next days."""
    yield from later(plan)


def without_the_muscle(flag: Flag, plan: Plan) -> Iterator[Change]:
    """Without what trains the muscle group, or another day."""
    muscle = Muscle(flag.subject["muscle"])
    yield from leave_out(plan, lambda one: muscle in one.primary and trains_muscles(one))
    yield from later(plan)


def without_the_place(flag: Flag, plan: Plan) -> Iterator[Change]:
    """Without what loads the place.  Another day is no way out: nobody knows how it will hurt then."""
    region = Region(flag.subject["region"])
    yield from leave_out(plan, lambda one: region in loaded_regions(one))


def without_the_list(flag: Flag, plan: Plan) -> Iterator[Change]:  # noqa: ARG001
    """Without what a hurting back speaks against."""
    yield from leave_out(plan, lambda one: bool(one.tags.intersection(LEAVE_OUT_TAGS)))


def without_impact(flag: Flag, plan: Plan) -> Iterator[Change]:  # noqa: ARG001
    """Without jumps and other impact."""
    yield from leave_out(plan, lambda one: bool(one.tags & _IMPACT))
