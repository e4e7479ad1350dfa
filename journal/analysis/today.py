"""Can I train today, and what should I leave out?  The answer of the day's page and of `journal today`."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from journal.analysis.asking import unanswered
from journal.analysis.engine import Parameters, rulebook
from journal.analysis.flags import Flag, Fluid, LeaveOut, Today
from journal.analysis.hydration import day_range, fluid_ml
from journal.analysis.instants import local_day, says_day
from journal.analysis.judge import Read, Reading, reading
from journal.analysis.leaving_out import leave_out, leave_out_words, nothing_against, trained_on
from journal.analysis.relief import relief_for
from journal.analysis.returning import phases
from journal.analysis.way_back import Stage
from journal.vocabulary import Act, Severity, display

TIPS = 3
"""More tips than this are counted and not shown."""
_SOON = (Act.NOW, Act.TODAY)
_MATTERS = 3
_MATTER_OF = {"spike-session-distance": "distance of a run", "spike-week-load": "amount of a week"}
"""What rules are about whose subject tells a person nothing."""

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
    doctor = _needs_doctor(flags)
    low, high = day_range(frames, at) or (None, None)
    return Today(
        as_of=as_of,
        day=as_of.date(),
        headline=SEE_A_DOCTOR if doctor else _headline(flags, out),
        fluid=Fluid(fluid_ml(frames, day), low, high),
        flags=tuple(flag for flag in flags if flag not in tips[TIPS:]),
        insufficient=judgement.insufficient,
        leave_out=out,
        nothing_against=() if doctor else nothing_against(frames, at, day, out),
        relief=() if doctor else relief_for(frames, at),
        questions=unanswered(frames, at),
        notes=tuple(_notes(made, day)),
        folded=len(tips[TIPS:]),
        marked=len(judgement.flags) - len(flags),
    )


def _settings(made: Reading, rule: str) -> dict[str, object]:
    """The settings of a rule, the writer's own among them."""
    return {**rulebook()[rule].parameters, **made.parameters.get(rule, {})}


def _needs_doctor(flags: Sequence[Flag]) -> bool:
    return any(flag.is_urgent or flag.act in _SOON for flag in flags)


def _headline(flags: Sequence[Flag], out: Sequence[LeaveOut]) -> str:
    if out:
        others = len(out) - 1
        return f"Leave out: {leave_out_words(out[0])}" + (f" and {others} more" if others else "")
    easier = [flag for flag in flags if flag.severity in (Severity.WARNING, Severity.CAUTION)]
    if easier:
        # Each matter once, in the order of the flags.
        matters = list(dict.fromkeys(_matter(flag) for flag in easier))
        more = f" and {len(matters) - _MATTERS} more" if len(matters) > _MATTERS else ""
        return f"Go easier: {', '.join(matters[:_MATTERS])}{more}"
    return NOTHING


def _matter(flag: Flag) -> str:
    """What a flag is about, in a few words."""
    subject = flag.subject
    if "region" in subject:
        return " ".join(filter(None, (subject.get("side", ""), subject["region"]))).replace("-", " ")
    for key in ("muscle", "exercise", "drug", "condition", "kind", "symptom"):
        if key in subject:
            return subject[key].replace("-", " ")
    return _MATTER_OF.get(flag.rule, flag.rule.replace("-", " "))


def _notes(made: Reading, day: int) -> Iterator[str]:
    """Lines that are no flags: what was trained yesterday, and those of the catalogue."""
    worked = trained_on(made.frames, day - 1)
    if worked:
        yield f"Trained yesterday: {', '.join(display(muscle) for muscle in worked)}; give these a day."
    yield from _ways_back(made)
    for one in rulebook().values():
        if one.line is not None:
            yield from one.line(made.frames, made.at, day)


def _ways_back(made: Reading) -> Iterator[str]:
    """The places that are on their way back to training, and what that means for the next session."""
    for phase in phases(made.frames, made.history.occurrences):
        said = _WAY_BACK.get(phase.stage)
        if said and phase.since <= made.at and (phase.until is None or made.at < phase.until):
            yield f"{str(phase.place).capitalize()}: {said.format(since=says_day(local_day(phase.since, made.offset)))}"
