"""What follows from an entry: the questions that it calls for, and the flags that it raised."""

from collections.abc import Collection
from datetime import datetime

from journal.analysis.asking import questions_for
from journal.analysis.engine import Parameters
from journal.analysis.flags import Flag
from journal.analysis.judge import Read, raised_by, whole
from journal.analysis.questions import QUESTIONS
from journal.records import Pain, Record
from journal.vocabulary import Symptom


def consequences(
    read: Read, recorded: Collection[Record], now: datetime, *, parameters: Parameters | None = None
) -> tuple[tuple[Symptom, ...], tuple[Flag, ...]]:
    """The red-flag questions in their order, each once, and the flags, worst first."""
    made, flags = raised_by(read, recorded, now, parameters=parameters)
    ids = {str(record.id) for record in recorded if isinstance(record, Pain)}
    frames = made.frames
    if not ids <= {entry.id for entry in frames.pain}:
        # An entry of long ago lies before what was read for now, and calls for its questions all the same.
        frames = whole(read, now, parameters).frames
    asked = {
        question for entry in frames.pain if entry.id in ids for question in questions_for(frames, entry)
    }
    return tuple(symptom for symptom in QUESTIONS if symptom in asked), flags
