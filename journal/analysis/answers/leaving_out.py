"""What to leave out, and what is told beside it, in words: nothing is judged here, and no pandas is needed."""

from journal.analysis.flags import LeaveOut, Today
from journal.place_names import spoken
from journal.vocabulary import ExerciseTag, display

SHOWN = 6
"""Exercises named in one line."""

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


def leave_out_words(one: LeaveOut) -> str:
    """What to leave out, as a person would say it."""
    if one.tag is not None:
        return TAG_WORDS.get(one.tag, display(one.tag))
    if one.region is not None:
        return f"loading the {spoken(one.region, one.side)}"
    return one.exercise


def beside(answer: Today) -> tuple[str, ...]:
    """The lines that stand beside what to leave out: what is left to do, what may ease it, and the notes."""
    told: list[str] = []
    # With a headline that nothing speaks against training, a list of some of it says less.
    if answer.nothing_against and (answer.leave_out or answer.flags):
        names = ", ".join(one.name for one in answer.nothing_against)
        told.append(f"Nothing recorded speaks against: {names}.")
    return (*told, *relief_words(answer), *answer.notes)


def relief_words(answer: Today) -> tuple[str, ...]:
    """What may ease a hurting back, in one line; none when nothing is offered."""
    offered = [
        f"{one.name} ({one.hold_words})" if one.hold_words else one.name for one in answer.relief[:SHOWN]
    ]
    return (f"For relief, as far as it does not hurt: {', '.join(offered)}.",) if offered else ()
