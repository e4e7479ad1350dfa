"""The steps of a return to training: how heavy the first session is, and how fast the next ones grow."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from journal.analysis.documents import PREVENT
from journal.analysis.flags import Evidence, Threshold, plain
from journal.analysis.frames import Frames
from journal.analysis.instants import DAY, above, local_day, says_day
from journal.analysis.regions import loaded_regions
from journal.analysis.replacing import newest_only
from journal.analysis.returning import REACH_DAYS, Phase, Stage, in_stage, rests_on_flags
from journal.analysis.rows import Place
from journal.analysis.rulebook import EVENT_DAYS, Finding, Found, Occurrence, rule
from journal.analysis.rules.return_to_training import missing
from journal.analysis.workouts import Bout, Work
from journal.vocabulary import Severity

_BASELINE_DAYS = 28
_LOAD_OF = "the effort and the minutes of the workouts"


@rule(
    theme="return to training",
    checks="a first session after a pain that is nearly as heavy as before it",
    threshold="more than 80 % of the median of the last 4 sessions of that place before the pain: caution; more than "
    "50 %: info",
    severity=(Severity.CAUTION, Severity.INFO),
    documents=(PREVENT,),
    grade="●",
    advice="Begin with clearly less than before, in weight, in sets and in effort, and add a little at a time.",
    looks_back=REACH_DAYS + _BASELINE_DAYS + EVENT_DAYS,
    details={
        "measure": "`tonnage` (kg x repetitions of what loads the place), or `load` (effort x minutes)",
        "now": "of this session",
        "usual": "the median of the sessions before the pain",
        "sessions": "how many they were",
    },
    rests_on=rests_on_flags,
)
def return_too_heavy(
    frames: Frames,
    found: Found,
    *,
    heavy_share: float = 0.80,
    info_share: float = 0.50,
    sessions: int = 4,
    least_sessions: int = 2,
    days: int = _BASELINE_DAYS,
) -> Iterator[Finding]:
    """The first workout of each return beside the last ones that loaded the place before its pain."""
    made: list[Finding] = []
    for phase in in_stage(Stage.RETURNING, frames, found):
        bout, before = phase.workouts[0], _before(frames, phase, sessions, days)
        if len(before) < least_sessions:
            if before:
                what = f"{least_sessions} workouts that load the {phase.place} in the {days} days before its pain"
                made.append(missing(bout, phase, what))
            continue
        compared = _compared(phase.place, bout, before, least_sessions)
        if compared is None:
            if any(one.load is not None for one in (bout, *before)):
                made.append(missing(bout, phase, _LOAD_OF))
        elif above(compared.share, info_share):
            made.append(_heavy(phase, bout, compared, heavy_share, info_share))
    yield from newest_only(sorted(made, key=lambda one: one.since))


@dataclass(frozen=True, slots=True)
class _Compared:
    """A workout beside those before a pain, in kg x repetitions or in AU (session RPE x minutes)."""

    measure: str
    unit: str
    now: float
    usual: float
    before: tuple[Bout, ...]

    @property
    def share(self) -> float:
        return self.now / self.usual


def _before(frames: Frames, phase: Phase, sessions: int, days: int) -> list[Bout]:
    """The last workouts that loaded the place before its pain began."""
    episode, found = phase.episode, list[Bout]()
    first_day = local_day(episode.start, episode.entries[0].offset) - days
    for at in range(bisect_left(frames.bouts, episode.start, key=lambda bout: bout.ts) - 1, -1, -1):
        bout = frames.bouts[at]
        # Two clocks may be a day apart, so dates are not quite in the order of instants.
        if bout.day < first_day - 1 or len(found) == sessions:
            break
        if bout.day >= first_day and phase.place.region in bout.loads:
            found.append(bout)
    return found


def _compared(place: Place, bout: Bout, before: Sequence[Bout], least: int) -> _Compared | None:
    lifted = {one.id: _tonnage(place, one) for one in before}
    with_weights = tuple(one for one in before if lifted[one.id] > 0)
    now = _tonnage(place, bout)
    if now > 0 and len(with_weights) >= least:
        return _Compared("tonnage", "kg", now, median(lifted[one.id] for one in with_weights), with_weights)
    loads = {one.id: one.load for one in before if one.load is not None and one.load > 0}
    if bout.load is None or len(loads) < least:
        return None
    known = tuple(one for one in before if one.id in loads)
    return _Compared("load", "AU", bout.load, median(loads.values()), known)


def _tonnage(place: Place, bout: Bout) -> float:
    """What was lifted in the exercises that load the place."""
    return sum(work.tonnage_kg for work in _loading(place, bout))


def _loading(place: Place, bout: Bout) -> Iterator[Work]:
    return (work for work in bout.work if place.region in loaded_regions(work.exercise))


def _heavy(
    phase: Phase, bout: Bout, compared: _Compared, heavy_share: float, info_share: float
) -> Occurrence:
    heavy = above(compared.share, heavy_share)
    unit = "kg lifted" if compared.unit == "kg" else "AU (effort x minutes)"
    return Occurrence(
        subject=phase.place.subject,
        since=bout.ts,
        until=bout.ts + EVENT_DAYS * DAY,
        severity=Severity.CAUTION if heavy else Severity.INFO,
        message=(
            f"The first session that loads the {phase.place} after its pain ({says_day(bout.day)}) comes to "
            f"{_percent(compared.share)} of what was usual before: {compared.now:g} {unit}, median "
            f"{compared.usual:g} of {len(compared.before)} sessions."
        ),
        evidence=tuple(Evidence("workouts", one.id) for one in (bout, *compared.before)),
        value=compared.share * 100,
        unit="%",
        threshold=Threshold(">", (heavy_share if heavy else info_share) * 100, "%"),
        episode=bout.id,
        offset=bout.offset,
        details={
            "measure": compared.measure,
            "now": plain(compared.now),
            "usual": plain(compared.usual),
            "sessions": len(compared.before),
        },
    )


def _percent(share: float) -> str:
    """`20 %`, or with a decimal that tells on which side of a mark it is: `10.1 %`."""
    return f"{round(share * 100, 1):g} %"


@rule(
    theme="return to training",
    checks="a return to training that goes up in large steps",
    threshold="from one session to the next of an exercise that loads the place, more than 10 % more weight or more "
    "than 30 % more volume",
    severity=(Severity.CAUTION,),
    documents=(PREVENT,),
    grade="●",
    advice="Go up in smaller steps, one thing at a time, and let the pain be the guide.",
    looks_back=REACH_DAYS + EVENT_DAYS,
    details={"steps": "the exercises that went up too far, each with its growth in weight and volume in %"},
    rests_on=rests_on_flags,
)
def return_step_too_big(
    frames: Frames, found: Found, *, weight_share: float = 0.10, volume_share: float = 0.30
) -> Iterator[Finding]:
    """Each later workout of a return: its exercises beside the last time that they were done in it."""
    made: list[Finding] = []
    for phase in in_stage(Stage.RETURNING, frames, found):
        done: dict[str, tuple[Bout, Work]] = {}
        for bout in phase.workouts:
            now = {work.exercise.slug: (bout, work) for work in _loading(phase.place, bout)}
            steps = [_Step(*done[slug], *now[slug]) for slug in now if slug in done]
            big = [one for one in steps if one.excess(weight_share, volume_share) > 0]
            if big:
                made.append(_too_big(phase, big, weight_share, volume_share))
            done |= now
    yield from newest_only(sorted(made, key=lambda one: one.since))


@dataclass(frozen=True, slots=True)
class _Step:
    """An exercise in one workout and in the one before that had it."""

    before: Bout
    work_before: Work
    bout: Bout
    work: Work

    @property
    def weight(self) -> float | None:
        """Growth of the heaviest set (0.1 = 10 % more); None where there is none to compare."""
        return _growth(self.work_before.top_kg, self.work.top_kg)

    @property
    def volume(self) -> float | None:
        """Growth of what was done in all: kg x repetitions, else repetitions, distance or time."""
        for measure in ("tonnage_kg", "reps", "km", "seconds"):
            before, now = getattr(self.work_before, measure), getattr(self.work, measure)
            if before or now:
                return _growth(before, now)
        return None

    def excess(self, weight_share: float, volume_share: float) -> float:
        """How many times the larger of the two goes beyond its mark; 0 when neither does."""
        marks = ((self.weight, weight_share), (self.volume, volume_share))
        return max(
            (value / mark for value, mark in marks if value is not None and above(value, mark)), default=0.0
        )


def _growth(before: float | None, now: float | None) -> float | None:
    return now / before - 1 if before and now and before > 0 else None


def _too_big(phase: Phase, big: Sequence[_Step], weight_share: float, volume_share: float) -> Occurrence:
    worst = max(big, key=lambda one: (one.excess(weight_share, volume_share), one.work.exercise.slug))
    weight, volume = worst.weight or 0.0, worst.volume or 0.0
    by_weight = above(weight, weight_share) and weight / weight_share >= volume / volume_share
    told = (
        f"{worst.work.top_kg or 0:g} kg after {worst.work_before.top_kg or 0:g} kg, {_percent(weight)} more weight"
        if by_weight
        else f"{_percent(volume)} more volume"
    )
    bout, name = worst.bout, worst.work.exercise.name
    return Occurrence(
        subject=phase.place.subject,
        since=bout.ts,
        until=bout.ts + EVENT_DAYS * DAY,
        severity=Severity.CAUTION,
        message=(
            f"{name} on {says_day(bout.day)}: {told} than on {says_day(worst.before.day)}, while the {phase.place} "
            "is returning to training."
        ),
        evidence=(Evidence("workouts", bout.id), Evidence("workouts", worst.before.id)),
        value=(weight if by_weight else volume) * 100,
        unit="%",
        threshold=Threshold(">", (weight_share if by_weight else volume_share) * 100, "%"),
        episode=bout.id,
        offset=bout.offset,
        details={
            "steps": {
                one.work.exercise.slug: {
                    "weight_pct": None if one.weight is None else plain(one.weight * 100),
                    "volume_pct": None if one.volume is None else plain(one.volume * 100),
                }
                for one in big
            }
        },
    )
