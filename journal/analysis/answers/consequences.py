"""What follows from an entry: the questions that it calls for, and the flags that it raised."""

from collections.abc import Collection
from datetime import datetime

from journal.analysis.answers.asking import questions_for
from journal.analysis.answers.questions import QUESTIONS
from journal.analysis.engine import Parameters
from journal.analysis.flags import Flag
from journal.analysis.judge import Read, raised_by
from journal.records import Pain, Record
from journal.vocabulary import Symptom


def consequences(
    read: Read, recorded: Collection[Record], now: datetime, *, parameters: Parameters | None = None
) -> tuple[tuple[Symptom, ...], tuple[Flag, ...]]:
    """The red-flag questions in their order, each once, and the flags, worst first."""
    made, flags = raised_by(read, recorded, now, parameters=parameters)
    ids = {str(record.id) for record in recorded if isinstance(record, Pain)}
    asked = {
        question
        for entry in made.frames.pain
        if entry.id in ids
        for question in questions_for(made.frames, entry)
    }
    return tuple(symptom for symptom in QUESTIONS if symptom in asked), flags
