"""Can I train today, and what should I leave out?  The answer of the day's page and of `journal today`."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from journal.analysis.answers.asking import unanswered
from journal.analysis.answers.leaving_out import leave_out_words
from journal.analysis.answers.spoken_against import leave_out, nothing_against, trained_on
from journal.analysis.care.relief import relief_for
from journal.analysis.engine import Parameters, rulebook
from journal.analysis.flags import Flag, Fluid, LeaveOut, Subject, Today
from journal.analysis.instants import local_day, says_day
from journal.analysis.judge import Read, Reading, reading
from journal.analysis.life.hydration import day_range, fluid_ml
from journal.analysis.pain.returning import phases
from journal.analysis.pain.way_back import Phase, Stage
from journal.vocabulary import Act, Region, Severity, display

TIPS = 3
"""More tips than this are counted and not shown."""
_SOON = (Act.NOW, Act.TODAY)
_MATTERS = 3
_MATTER_OF = {
    "spike-session-distance": "distance of a run",
    "spike-week-load": "amount of a week",
    "tired-push": "hard training on a tired day",
    "first-after-layoff": "the first session after a break",
    "no-rest-day": "a day of rest",
    "no-warmup": "the warm-up",
    "form-flag": "technique",
    "urine-dark": "drink first",
    "dehydration-signs": "drink first",
    "water-loss-2pct": "drink first",
    "fluid-very-high": "less to drink",
    "return-clearance": "wait for clearance",
}
"""What rules are about whose subject tells a person nothing."""
_NOT_TRAINING = frozenset({"care", "daily life"})
"""Themes whose cautions are no reason to train less."""
_TOLD_DATES = 14
"""So long a stage of the way back is told."""

_WAY_BACK = {
    Stage.SETTLING: "settling since {since}; begin again with about half of the usual work.",
    Stage.RETURNING: "back in training since {since}; go up by a tenth at most from session to session.",
}
"""What a stage of the way back to training means for the next session."""

SEE_A_DOCTOR = "See a doctor before training"
NOTHING = "Nothing recorded speaks against training"


def today(read: Read, as_of: datetime, *, parameters: Parameters | None = None) -> Today:
    """The answer at `as_of`, from as much of the journal as the rules need."""
    return answer(reading(read, as_of, parameters), as_of)


def answer(made: Reading, as_of: datetime) -> Today:
    """The answer from a reading that is already there."""
    frames, at, day = made.frames, made.at, local_day(made.at, made.offset)
    judgement = made.judge(brief=True)
    flags = [flag for flag in judgement.flags if flag.mark is None]
    tips = [flag for flag in flags if flag.severity is Severity.INFO]
    out = leave_out(frames, at, flags, _settings(made, "trained-through-pain"))
    ways = ways_back(made)
    act = _act(flags)
    low, high = day_range(frames, at) or (None, None)
    today = Today(
        as_of=as_of,
        day=as_of.date(),
        headline=SEE_A_DOCTOR,
        act=act,
        fluid=Fluid(fluid_ml(frames, day), low, high),
        flags=tuple(flag for flag in flags if flag not in tips[TIPS:]),
        insufficient=judgement.insufficient,
        leave_out=out,
        questions=unanswered(frames, at),
        folded=len(tips[TIPS:]),
        marked=len(judgement.flags) - len(flags),
    )
    if act is not None:
        # Who should see a doctor first is told nothing of how to train.
        return today
    spared = [*(phase.place.subject for phase in ways), *_spoken_against(made)]
    return replace(
        today,
        headline=_headline(flags, out),
        nothing_against=nothing_against(frames, at, day, out, spared),
        relief=relief_for(frames, at),
        notes=tuple(_notes(made, day, ways, {one.region for one in out})),
    )


def _spoken_against(made: Reading) -> Iterator[Subject]:
    """What the active flags speak against training, the ones that others stand for among them."""
    for one in made.history.active(made.at):
        if (
            one.severity is not Severity.INFO
            and _is_about_training(one.rule)
            and made.history.marks.of(one, made.at) is None
        ):
            yield one.subject


def _settings(made: Reading, rule: str) -> dict[str, object]:
    """The settings of a rule, the writer's own among them."""
    return {**rulebook()[rule].parameters, **made.parameters.get(rule, {})}


def _act(flags: Sequence[Flag]) -> Act | None:
    """How soon a doctor is to be seen before training; None when none is."""
    acts = {flag.act or Act.TODAY for flag in flags if flag.is_urgent or flag.act in _SOON}
    return next((act for act in Act if act in acts), None)


def _headline(flags: Sequence[Flag], out: Sequence[LeaveOut]) -> str:
    if out:
        others = len(out) - 1
        return f"Leave out: {leave_out_words(out[0])}" + (f" and {others} more" if others else "")
    easier = [
        flag
        for flag in flags
        if flag.severity in (Severity.WARNING, Severity.CAUTION) and _is_about_training(flag.rule)
    ]
    if easier:
        # Each matter once, in the order of the flags.
        matters = list(dict.fromkeys(_matter(flag) for flag in easier))
        more = f" and {len(matters) - _MATTERS} more" if len(matters) > _MATTERS else ""
        return f"Go easier: {', '.join(matters[:_MATTERS])}{more}"
    return NOTHING


def _is_about_training(rule: str) -> bool:
    return rulebook()[rule].theme not in _NOT_TRAINING


def _matter(flag: Flag) -> str:
    """What a flag is about, in a few words."""
    subject = flag.subject
    if "region" in subject:
        return " ".join(filter(None, (subject.get("side", ""), subject["region"]))).replace("-", " ")
    for key in ("muscle", "exercise", "drug", "condition", "kind", "symptom"):
        if key in subject:
            return subject[key].replace("-", " ")
    return _MATTER_OF.get(flag.rule, flag.rule.replace("-", " "))


def ways_back(made: Reading) -> list[Phase]:
    """The places that are settling or returning to training at that instant."""
    return [
        phase
        for phase in phases(made.frames, made.history.occurrences)
        if phase.stage in _WAY_BACK
        and phase.since <= made.at
        and (phase.until is None or made.at < phase.until)
    ]


def _notes(
    made: Reading, day: int, ways: Sequence[Phase], left_out: Collection[Region | None]
) -> Iterator[str]:
    """Lines that are no flags: what was trained yesterday, how far a place is, and those of the catalogue."""
    worked = trained_on(made.frames, day - 1)
    if worked:
        yield f"Trained yesterday: {', '.join(display(muscle) for muscle in worked)}; give these a day."
    for phase in ways:
        since = local_day(phase.since, made.offset)
        if phase.place.region not in left_out and day - since < _TOLD_DATES:
            yield f"{str(phase.place).capitalize()}: {_WAY_BACK[phase.stage].format(since=says_day(since))}"
    for one in rulebook().values():
        if one.line is not None:
            yield from one.line(made.frames, made.at, day)
