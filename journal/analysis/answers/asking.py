"""When the six red-flag questions are asked, and which of them nobody has answered yet.

An entry about the back, a buttock or a hip calls for them when it could be more than soreness; a mild dull one
never does.  A question that was skipped is asked again; one answered within the last twelve hours is not.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from journal.analysis.answers.questions import QUESTIONS
from journal.analysis.frames import Frames
from journal.analysis.instants import DAY, HOUR
from journal.analysis.pain.episodes import NOT_DULL
from journal.analysis.rows import PainRow, SymptomRow
from journal.analysis.rulebook import EVENT_DAYS, Missing
from journal.vocabulary import BACK, Quality, Region, Symptom

PLACES = BACK | {Region.BUTTOCK, Region.HIP}
"""Where a pain calls for the questions."""
ASK_FROM = 4
"""Score from which the first entry of an episode calls for them."""
ASK_ALWAYS = 7
"""Score from which any entry does."""
ASK_AGAIN_DAYS = 7
"""Days after an answer, in an episode that is still open, until the question is put again."""
QUIET_H = 12
"""An answer of the same day still stands, whatever the entry says."""

_NERVES = frozenset({Quality.NUMB, Quality.TINGLING})
_ANSWERS: dict[str, Symptom] = {symptom.value: symptom for symptom in QUESTIONS}
_SAID_WITH: dict[str, Symptom] = {
    Symptom.BOWEL_CHANGE.value: Symptom.BLADDER_CHANGE,
    Symptom.CANNOT_PASS.value: Symptom.BLADDER_CHANGE,
    Symptom.CHILLS.value: Symptom.FEVER,
}
"""Signs that a question asks for as well: telling that one is there answers it."""


class Asking:
    """The answers of a journal, and the entries that called for them."""

    def __init__(self, frames: Frames) -> None:
        self._pain = frames.pain
        self._began: dict[str, int] = {}
        self._first: set[str] = set()
        for episode in frames.episodes:
            if episode.place.region in PLACES:
                self._first.add(episode.entries[0].id)
                for entry in episode.painful:
                    # An entry for both sides may belong to two: the older one counts.
                    self._began.setdefault(entry.id, episode.entries[0].ts)
        self._answered: dict[Symptom, list[int]] = {symptom: [] for symptom in QUESTIONS}
        for row in frames.symptoms:
            question = question_of(row)
            if question is not None:
                self._answered[question].append(row.ts)
        self._may_call = [entry for entry in frames.pain if entry.region in PLACES and not _is_nothing(entry)]

    def called_for(self, entry: PainRow) -> tuple[Symptom, ...]:
        """The questions that the entry calls for, less those answered in the half day up to it."""
        return tuple(symptom for symptom in QUESTIONS if self._asks(entry, symptom))

    def answered_from(self, symptom: Symptom, instant: int) -> int | None:
        """When the question was first answered at or after that instant."""
        answered = self._answered[symptom]
        place = bisect_left(answered, instant)
        return answered[place] if place < len(answered) else None

    def open_at(self, at: int) -> tuple[Symptom, ...]:
        """The questions called for in the 24 h up to `at` and not answered since."""
        calls = [
            (entry.ts, set(self.called_for(entry))) for entry in self._pain if at - DAY <= entry.ts <= at
        ]
        return tuple(
            symptom
            for symptom in QUESTIONS
            if any(symptom in asked and self._is_open(symptom, called, at) for called, asked in calls)
        )

    def unanswered(self, symptom: Symptom) -> Iterator[Missing]:
        """Each time that the question was called for: unanswered until its answer, for seven days at most."""
        for entry in self._may_call:
            if self._asks(entry, symptom):
                until = entry.ts + EVENT_DAYS * DAY
                answer = self.answered_from(symptom, entry.ts)
                yield Missing(
                    subject={"symptom": symptom.value},
                    since=entry.ts,
                    until=until if answer is None else min(until, answer),
                    what=(f"an answer to {symptom.value}",),
                )

    def _asks(self, entry: PainRow, symptom: Symptom) -> bool:
        if entry.region not in PLACES:
            return False
        answered = self._answered[symptom]
        place = bisect_right(answered, entry.ts)
        last = answered[place - 1] if place else None
        if _is_pressing(entry) or (entry.score >= ASK_FROM and entry.id in self._first):
            return last is None or entry.ts - last > QUIET_H * HOUR
        if _is_mild_and_dull(entry) or (last is not None and entry.ts - last < ASK_AGAIN_DAYS * DAY):
            return False
        # Nobody answered in seven days: the questions were skipped, or their answers have become old.
        old = last is not None and last >= self._began.get(entry.id, entry.ts + 1)
        return old or entry.score >= ASK_FROM

    def _is_open(self, symptom: Symptom, called: int, at: int) -> bool:
        answer = self.answered_from(symptom, called)
        return answer is None or answer > at


def question_of(row: SymptomRow) -> Symptom | None:
    """The question that something said of a sign answers; None when it answers none."""
    return _ANSWERS.get(row.symptom) or (_SAID_WITH.get(row.symptom) if row.present else None)


def questions_for(frames: Frames, entry: PainRow) -> tuple[Symptom, ...]:
    """The questions to put after that entry, as far as nobody has answered them since."""
    asking = frames.once(Asking)
    return tuple(
        symptom for symptom in asking.called_for(entry) if asking.answered_from(symptom, entry.ts) is None
    )


def unanswered(frames: Frames, at: int) -> tuple[Symptom, ...]:
    """The questions that are open at an instant (seconds since 1970 UTC)."""
    return frames.once(Asking).open_at(at)


def left_open(frames: Frames, questions: tuple[Symptom, ...], at: int) -> tuple[Symptom, ...]:
    """Those of the questions that nobody has answered since `at` either; the frames know what came later."""
    asking = frames.once(Asking)
    return tuple(symptom for symptom in questions if asking.answered_from(symptom, at) is None)


def _is_pressing(entry: PainRow) -> bool:
    if entry.score >= ASK_ALWAYS or entry.qualities & _NERVES:
        return True
    return entry.is_painful and (
        entry.radiates or entry.sudden is True or Quality.STABBING in entry.qualities
    )


def _is_nothing(entry: PainRow) -> bool:
    """Whether it never calls for a question."""
    return _is_mild_and_dull(entry) and not _is_pressing(entry)


def _is_mild_and_dull(entry: PainRow) -> bool:
    return entry.score < ASK_FROM and not entry.qualities & NOT_DULL
