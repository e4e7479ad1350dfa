"""Relief exercises held much longer or shorter than the articles have it."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from journal.analysis.care.relief import BY_SLUG
from journal.analysis.documents import PREVENT, RELIEF
from journal.analysis.flags import Evidence, Threshold
from journal.analysis.frames import Frames
from journal.analysis.instants import DAY, above, says_day
from journal.analysis.replacing import newest_only
from journal.analysis.rulebook import EVENT_DAYS, Finding, Occurrence, rule
from journal.analysis.training.workouts import Bout
from journal.vocabulary import SetKind, Severity

Range = tuple[float, float]


class Hold(NamedTuple):
    """One logged hold, in seconds, and how many times it was too long or too short: up to 1 is neither."""

    off: float
    seconds: float
    exercise: str
    position: int


@rule(
    theme="care",
    checks="relief exercises held much shorter or longer than the articles suggest",
    threshold="child's pose outside 15 to 90 s, knees to chest outside 10 to 40 s, opposite arm and leg outside 3 to "
    "10 s",
    severity=(Severity.INFO,),
    documents=(RELIEF, PREVENT),
    grade="○",
    advice="Hold it about as long as the article suggests, and come back sooner when it makes the pain worse.",
    looks_back=8,
)
def relief_hold_out_of_range(
    frames: Frames,
    *,
    childs_pose_s: Range = (15, 90),
    knees_to_chest_s: Range = (10, 40),
    opposite_arm_leg_s: Range = (3, 10),
) -> Iterator[Finding]:
    """A logged hold of a relief exercise outside the seconds of its setting; the one farthest off in a workout."""
    ranges = {
        "childs-pose": childs_pose_s,
        "knees-to-chest": knees_to_chest_s,
        "bird-dog": opposite_arm_leg_s,
    }
    holds = _holds(frames, ranges)
    yield from newest_only(
        _held(bout, hold, ranges[hold.exercise])
        for bout in frames.bouts
        for hold in holds.get(bout.id, ())
        if above(hold.off, 1)
    )


def _holds(frames: Frames, ranges: Mapping[str, Range]) -> dict[str, list[Hold]]:
    """For each workout the hold of each of these exercises that is farthest off.

    A set of several repetitions does not tell how long each was held.
    """
    sets = frames.table("sets")
    sets = sets[sets["exercise"].isin(list(ranges))]
    sets = sets[sets["duration_s"].notna() & (sets["kind"] != SetKind.WARMUP.value)]
    columns = (sets[name].tolist() for name in ("workout_id", "exercise", "position", "duration_s", "reps"))
    worst: dict[str, dict[str, Hold]] = {}
    for workout, slug, position, seconds, reps in zip(*columns, strict=True):
        if reps is not None and reps > 1:
            continue
        low, high = ranges[slug]
        off = max(seconds / high, low / seconds if seconds else low + 1)
        hold = Hold(off, seconds, slug, -int(position))
        by_exercise = worst.setdefault(workout, {})
        by_exercise[slug] = max(hold, by_exercise.get(slug, hold))
    return {workout: sorted(holds.values()) for workout, holds in worst.items()}


def _held(bout: Bout, hold: Hold, line: Range) -> Occurrence:
    one = BY_SLUG[hold.exercise]
    low, high = line
    crossed = Threshold("<", low, "s") if hold.seconds < low else Threshold(">", high, "s")
    return Occurrence(
        subject={"exercise": hold.exercise},
        since=bout.ts,
        until=bout.ts + EVENT_DAYS * DAY,
        severity=Severity.INFO,
        message=(
            f"{one.name.capitalize()} was held for {hold.seconds:g} s on {says_day(bout.day)}; the article suggests "
            f"{one.hold_words}."
        ),
        evidence=(Evidence("sets", f"{bout.id}/{-hold.position}"),),
        value=hold.seconds,
        unit="s",
        threshold=crossed,
        episode=bout.id,
        offset=bout.offset,
    )
