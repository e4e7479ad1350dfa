"""The steps of a return to training: how heavy the first session is, and how fast the next ones grow."""

from collections.abc import Iterator, Sequence

from journal.analysis.answers.moves import Change, Plan, lighter
from journal.analysis.documents import PREVENT
from journal.analysis.flags import Evidence, Flag, Threshold, plain
from journal.analysis.frames import Frames
from journal.analysis.instants import DAY, above, says_day
from journal.analysis.pain.returning import in_stage, rests_on_flags
from journal.analysis.pain.way_back import REACH_DAYS, Phase, Stage
from journal.analysis.replacing import newest_only
from journal.analysis.rulebook import EVENT_DAYS, Finding, Found, Occurrence, rule
from journal.analysis.rules.return_to_training import missing
from journal.analysis.training.regions import loaded_regions
from journal.analysis.training.return_amounts import Compared, Step, before_pain, compare, loading
from journal.analysis.training.workouts import Bout, Work
from journal.vocabulary import Region, Severity

_BASELINE_DAYS = 28
_LOAD_OF = "the effort and the minutes of the workouts"


_LIGHTEST = 3
"""So many weights are tried for a first session: those near half of what was planned."""


def _half_of_it(flag: Flag, plan: Plan) -> Iterator[Change]:
    """About half the weight of an exercise that loads the place: fewer sets of as much would be no easier start."""
    for slug in _loading_slugs(flag, plan):
        yield from list(lighter(plan, slug))[-_LIGHTEST:]


def _smaller_step(flag: Flag, plan: Plan) -> Iterator[Change]:
    """Less weight on an exercise that loads the place."""
    for slug in _loading_slugs(flag, plan):
        yield from lighter(plan, slug)


def _loading_slugs(flag: Flag, plan: Plan) -> list[str]:
    region = Region(flag.subject["region"])
    return [one.slug for one in plan.exercises() if region in loaded_regions(one)]


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
    avoid=_half_of_it,
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
        bout, before = phase.workouts[0], before_pain(frames, phase, sessions, days)
        if len(before) < least_sessions:
            if before:
                what = f"{least_sessions} workouts that load the {phase.place} in the {days} days before its pain"
                made.append(missing(bout, phase, what))
            continue
        compared = compare(phase.place, bout, before, least_sessions)
        if compared is None:
            if any(one.load is not None for one in (bout, *before)):
                made.append(missing(bout, phase, _LOAD_OF))
        elif above(compared.share, info_share):
            made.append(_heavy(phase, bout, compared, heavy_share, info_share))
    yield from newest_only(sorted(made, key=lambda one: one.since))


def _heavy(phase: Phase, bout: Bout, compared: Compared, heavy_share: float, info_share: float) -> Occurrence:
    heavy = above(compared.share, heavy_share)
    unit = "kg lifted" if compared.unit == "kg" else "AU (effort x minutes)"
    return Occurrence(
        subject=phase.place.subject,
        since=bout.ts,
        until=bout.ts + EVENT_DAYS * DAY,
        severity=Severity.CAUTION if heavy else Severity.INFO,
        message=(
            f"The first session that loads the {phase.place} after its pain ({says_day(bout.day)}) comes to "
            f"{_percent(compared.share)} of what was usual before: {compared.now:,.0f} {unit}, median "
            f"{compared.usual:,.0f} of {len(compared.before)} sessions."
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
    avoid=_smaller_step,
)
def return_step_too_big(
    frames: Frames, found: Found, *, weight_share: float = 0.10, volume_share: float = 0.30
) -> Iterator[Finding]:
    """Each later workout of a return: its exercises beside the last time that they were done in it."""
    made: list[Finding] = []
    for phase in in_stage(Stage.RETURNING, frames, found):
        done: dict[str, tuple[Bout, Work]] = {}
        for bout in phase.workouts:
            now = {work.exercise.slug: (bout, work) for work in loading(phase.place, bout)}
            steps = [Step(*done[slug], *now[slug]) for slug in now if slug in done]
            big = [one for one in steps if one.excess(weight_share, volume_share) > 0]
            if big:
                made.append(_too_big(phase, big, weight_share, volume_share))
            done |= now
    yield from newest_only(sorted(made, key=lambda one: one.since))


def _too_big(phase: Phase, big: Sequence[Step], weight_share: float, volume_share: float) -> Occurrence:
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
