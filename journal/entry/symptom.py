"""A sign that is there or not: "symptom leg weakness left", "symptom saddle-numbness no"."""

from uuid import uuid4

from journal.entry.cursor import Cursor, Phrases
from journal.entry.doubt import quoted
from journal.entry.parts import Parts
from journal.entry.places import SIDE_WORDS
from journal.entry.when import Moment
from journal.records import SymptomEntry
from journal.vocabulary import Symptom

SYMPTOMS: dict[str, Symptom] = {symptom.value: symptom for symptom in Symptom} | {
    "numb leg": Symptom.LEG_NUMBNESS,
    "numb saddle": Symptom.SADDLE_NUMBNESS,
    "weak leg": Symptom.LEG_WEAKNESS,
    "numb arm": Symptom.ARM_NUMBNESS,
    "weak arm": Symptom.ARM_WEAKNESS,
    "bladder": Symptom.BLADDER_CHANGE,
    "bladder trouble": Symptom.BLADDER_CHANGE,
    "bowel": Symptom.BOWEL_CHANGE,
    "bowel trouble": Symptom.BOWEL_CHANGE,
    "can't pass": Symptom.CANNOT_PASS,
    "temperature": Symptom.FEVER,
    "shivers": Symptom.CHILLS,
    "shivering": Symptom.CHILLS,
    "nauseous": Symptom.NAUSEA,
    "unexplained weight loss": Symptom.UNEXPLAINED_WEIGHT_LOSS,
    "hard to stand": Symptom.HARD_TO_STAND_OR_WALK,
    "hard to walk": Symptom.HARD_TO_STAND_OR_WALK,
    "trauma": Symptom.RECENT_TRAUMA,
    "recent fall": Symptom.RECENT_TRAUMA,
    "chest tightness": Symptom.CHEST_PRESSURE,
    "tight chest": Symptom.CHEST_PRESSURE,
    "short of breath": Symptom.BREATHLESS,
    "shortness of breath": Symptom.BREATHLESS,
    "out of breath": Symptom.BREATHLESS,
    "fainting": Symptom.FAINTED,
    "passed out": Symptom.FAINTED,
    "confusion": Symptom.CONFUSED,
    "tiredness": Symptom.TIRED,
    "fatigue": Symptom.TIRED,
    "dizziness": Symptom.DIZZY,
    "fast heart": Symptom.FAST_HEARTBEAT,
    "racing heart": Symptom.FAST_HEARTBEAT,
    "palpitations": Symptom.FAST_HEARTBEAT,
}

_SYMPTOMS = Phrases(SYMPTOMS)
_ANSWERS = Phrases({"yes": True, "no": False})


def read_symptom(cursor: Cursor, moment: Moment) -> SymptomEntry:
    """The symptom that stands after the word "symptom"; nothing said means yes.  Any doubt: `NotUnderstood`."""
    parts, start = Parts(cursor), cursor.pos
    while not cursor.done:
        here = cursor.pos
        if (symptom := cursor.phrase(_SYMPTOMS)) is not None:
            parts.put("symptom", symptom, here, "symptoms")
        elif (side := cursor.phrase(SIDE_WORDS)) is not None:
            parts.put("side", side, here, "sides")
        elif (answer := cursor.phrase(_ANSWERS)) is not None:
            parts.put("present", answer, here, "answers")
        elif "symptom" in parts.values:
            raise cursor.unknown("a side, yes or no")
        else:
            alike = _sharing_a_word(cursor.word())
            raise cursor.doubt(
                f"{quoted(cursor.word())} is not a symptom: {_such_as(alike)}", candidates=alike
            )
    if "symptom" not in parts.values:
        raise cursor.doubt(f"symptom of what: {_such_as(())}", start, cursor.end)
    return SymptomEntry(id=uuid4(), at=moment.at, **({"present": True} | parts.values))


def _sharing_a_word(word: str) -> tuple[str, ...]:
    return tuple(symptom.value for symptom in Symptom if word.lower() in symptom.value.split("-"))


def _such_as(alike: tuple[str, ...]) -> str:
    if alike:
        return f"{', '.join(alike)}?"
    return "such as fever, leg-weakness, saddle-numbness, night-pain or dizzy"
