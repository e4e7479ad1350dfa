"""The red-flag questions: how each is asked, and the quick-entry line that answers it."""

from journal.vocabulary import Side, Symptom

QUESTIONS: dict[Symptom, str] = {
    Symptom.BLADDER_CHANGE: "New trouble holding or passing urine or stool?",
    Symptom.SADDLE_NUMBNESS: "Numbness where you would sit on a saddle?",
    Symptom.LEG_WEAKNESS: "New weakness in a leg or foot?",
    Symptom.LEG_NUMBNESS: "Numbness or tingling in a leg or foot, and on which side?",
    Symptom.FEVER: "Fever or chills?",
    Symptom.RECENT_TRAUMA: "A fall or a blow in the last days?",
}
"""The six questions, in the order in which they are asked.  "No" is never a clearance."""

SIDED = frozenset({Symptom.LEG_NUMBNESS, Symptom.LEG_WEAKNESS})
"""Questions whose answer may name a side."""


def answer_line(symptom: Symptom, *, present: bool, side: Side | None = None) -> str:
    """The line of quick entry that answers the question: `symptom leg-numbness left yes`."""
    where = f" {side.value}" if side else ""
    return f"symptom {symptom.value}{where} {'yes' if present else 'no'}"
