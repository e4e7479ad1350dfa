"""Can I train today, and what should I leave out?  The answer of the day's page and of `journal today`."""

from collections.abc import Iterator
from datetime import datetime

from journal.analysis.asking import unanswered
from journal.analysis.engine import Parameters
from journal.analysis.flags import Flag, Fluid, LeaveOut, Today
from journal.analysis.frames import Frames
from journal.analysis.hydration import day_range, fluid_ml
from journal.analysis.instants import HOUR, local_day
from journal.analysis.judge import Read, Reading, reading
from journal.analysis.load import load_context
from journal.analysis.painful import LEAVE_OUT_TAGS, active_back_pain
from journal.analysis.regions import LOADED_BY
from journal.vocabulary import Act, ExerciseTag, Muscle, Region, Severity, Side, display

TIPS = 3
"""More tips than this are counted and not shown."""
_SOON = (Act.NOW, Act.TODAY)
_PAINFUL = 4
_FRESH_H = 24
_SETS = 4
_MATTERS = 3
_MATTER_OF = {"spike-session-distance": "distance of a run", "spike-week-load": "amount of a week"}
"""What rules are about whose subject tells a person nothing."""

TAG_WORDS = {
    ExerciseTag.HIGH_IMPACT: "running and other impact",
    ExerciseTag.JUMP: "jumping",
    ExerciseTag.AXIAL_LOAD: "squats, deadlifts and other loads on the spine",
    ExerciseTag.PRONE_ARCH: "arching face down",
    ExerciseTag.CORE_INTENSE: "sit-ups, crunches and other hard core work",
    ExerciseTag.SEATED_FOLD: "seated forward folds",
    ExerciseTag.LOADED_TWIST: "twisting with weights",
    ExerciseTag.TWIST: "twisting",
}
"""Kinds of exercise as a person would say them."""

SEE_A_DOCTOR = "See a doctor before training"
NOTHING = "Nothing recorded speaks against training"


def today(read: Read, as_of: datetime, *, parameters: Parameters | None = None) -> Today:
    """The answer at `as_of`, from as much of the journal as the rules need."""
    return answer(reading(read, as_of, parameters), as_of)


def answer(made: Reading, as_of: datetime) -> Today:
    """The answer from a reading that is already there."""
    judgement = made.judge(brief=True)
    tips = [flag for flag in judgement.flags if flag.severity is Severity.INFO]
    shown = tuple(flag for flag in judgement.flags if flag not in tips[TIPS:])
    leave_out = tuple(_leave_out(made))
    low, high = day_range(made.frames, made.at) or (None, None)
    return Today(
        as_of=as_of,
        day=as_of.date(),
        headline=_headline(judgement.flags, leave_out),
        fluid=Fluid(fluid_ml(made.frames, local_day(made.at, made.offset)), low, high),
        flags=shown,
        insufficient=judgement.insufficient,
        leave_out=leave_out,
        questions=unanswered(made.frames, made.at),
        notes=tuple(_notes(made)),
        folded=len(tips[TIPS:]),
    )


def leave_out_words(one: LeaveOut) -> str:
    """What to leave out, as a person would say it."""
    if one.tag is not None:
        return TAG_WORDS.get(one.tag, display(one.tag))
    if one.region is not None:
        place = f"{display(one.side)} {display(one.region)}" if one.side else display(one.region)
        return f"loading the {place}"
    return one.exercise


def _headline(flags: tuple[Flag, ...], leave_out: tuple[LeaveOut, ...]) -> str:
    if any(flag.is_urgent or flag.act in _SOON for flag in flags):
        return SEE_A_DOCTOR
    if leave_out:
        first = leave_out_words(leave_out[0])
        others = len(leave_out) - 1
        return f"Leave out: {first}" + (f" and {others} more" if others else "")
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


def _leave_out(made: Reading) -> Iterator[LeaveOut]:
    """What an open, painful place speaks against; regions first, then kinds of exercise."""
    for episode in made.frames.episodes:
        latest = episode.latest(made.at)
        fresh = latest is not None and made.at - latest.ts <= _FRESH_H * HOUR
        region = Region(episode.place.region)
        # Nothing that is trained loads the head.
        if region not in LOADED_BY or not fresh or not episode.is_open(made.at):
            continue
        if latest is not None and latest.score >= _PAINFUL:
            side = Side(episode.place.side) if episode.place.side else None
            yield LeaveOut(("trained-through-pain",), region=region, side=side)
    if active_back_pain(made.frames, made.at) is not None:
        for tag in LEAVE_OUT_TAGS:
            yield LeaveOut(("avoid-while-painful",), tag=tag)


def _notes(made: Reading) -> Iterator[str]:
    """Lines that are no flags: what was trained yesterday, gentler work while the back hurts, the usual load."""
    worked = _trained(made.frames, local_day(made.at, made.offset) - 1)
    if worked:
        yield f"Trained yesterday: {', '.join(display(muscle) for muscle in worked)}; give these a day."
    if active_back_pain(made.frames, made.at) is not None:
        yield "Gentler work while the back hurts: bike, elliptical, swimming, walking, Pilates or easy yoga."
    context = load_context(made.frames, local_day(made.at, made.offset))
    if context is not None and context.usual_low is not None and context.usual_high is not None:
        yield (
            f"Load of the last 7 days: {context.load:.0f} AU; "
            f"usually {context.usual_low:.0f} to {context.usual_high:.0f}."
        )


def _trained(frames: Frames, day: int) -> list[Muscle]:
    sets: dict[Muscle, int] = {}
    for bout in frames.bouts:
        if bout.day == day:
            for muscle, count in bout.muscles.items():
                sets[muscle] = sets.get(muscle, 0) + count
    return sorted(muscle for muscle, count in sets.items() if count >= _SETS)
