"""What is known of the red flags over some weeks: asked and answered, asked and not answered, or never asked.

What was not answered is never "no".
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from journal.analysis.answers.asking import Asking, question_of
from journal.analysis.answers.questions import QUESTIONS
from journal.analysis.frames import Frames
from journal.analysis.pain.doms import HARMLESS_SIGNS
from journal.analysis.rows import PainRow, SymptomRow
from journal.vocabulary import Symptom

NEVER_ASKED = (Symptom.NIGHT_PAIN, Symptom.UNEXPLAINED_WEIGHT_LOSS, Symptom.HARD_TO_STAND_OR_WALK)
"""Signs of danger that a therapist asks for and the journal does not: without a word, nobody knows."""


class Answer(StrEnum):
    """What is known of a sign."""

    YES = "yes"
    NO = "no"
    UNANSWERED = "asked, not answered"
    NEVER = "never asked"


@dataclass(frozen=True, slots=True)
class Answered:
    """One sign with all that was said of it, in time order.

    `answer` is yes while a side that it was told of was not denied since.  `asked` is the newest entry that called
    for the question and has no answer since; None when every one has, and for signs that are not asked for.
    """

    symptom: Symptom
    answer: Answer
    rows: tuple[SymptomRow, ...]
    asked: PainRow | None = None


def answers(frames: Frames, first: int) -> tuple[Answered, ...]:
    """What is known of the six questions from a local date (an ordinal) on, in the order in which they are asked."""
    asking = frames.once(Asking)
    rows = [row for row in frames.symptoms if row.day >= first]
    entries = [entry for entry in frames.pain if entry.day >= first]
    made = []
    for symptom in QUESTIONS:
        said = tuple(row for row in rows if question_of(row) is symptom)
        asked = [
            entry
            for entry in entries
            if asking.answered_from(symptom, entry.ts) is None and symptom in asking.called_for(entry)
        ]
        last = asked[-1] if asked else None
        made.append(Answered(symptom, _known(said, last), said, last))
    return tuple(made)


def other_signs(frames: Frames, first: int) -> tuple[Answered, ...]:
    """The other signs of danger that were told or denied from a local date on, those that are there first.

    Those of `NEVER_ASKED` are among them also when nobody said a word of them.
    """
    told: dict[Symptom, list[SymptomRow]] = {symptom: [] for symptom in NEVER_ASKED}
    for row in frames.symptoms:
        symptom = Symptom(row.symptom)
        if row.day >= first and symptom not in HARMLESS_SIGNS and question_of(row) is None:
            told.setdefault(symptom, []).append(row)
    made = [Answered(symptom, _known(rows, None), tuple(rows)) for symptom, rows in told.items()]
    order = list(Symptom)
    return tuple(sorted(made, key=lambda one: (one.answer is not Answer.YES, order.index(one.symptom))))


def _known(rows: Sequence[SymptomRow], asked: PainRow | None) -> Answer:
    there: set[tuple[str, str]] = set()
    for row in rows:
        if row.present:
            there.add((row.symptom, row.side))
        else:
            there = {one for one in there if one[0] != row.symptom or row.side not in ("", "both", one[1])}
    if there:
        return Answer.YES
    if rows:
        return Answer.NO
    return Answer.UNANSWERED if asked is not None else Answer.NEVER
