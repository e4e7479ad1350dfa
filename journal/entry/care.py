"""What was done against a pain: "ice lower back 15m wrapped", "ibuprofen 2x200mg"."""

import re
from uuid import uuid4

from journal.entry.amounts import BARE, END, NUM, WHOLE, number, take_duration
from journal.entry.cursor import Cursor, Phrases
from journal.entry.doubt import quoted
from journal.entry.parts import Part, Parts
from journal.entry.places import PLACE_WORDS
from journal.entry.when import Moment
from journal.records import Care
from journal.vocabulary import CareKind, Drug

CARES: dict[str, CareKind] = {kind.value: kind for kind in CareKind if kind != "oral-analgesic"} | {
    "ice": CareKind.COLD,
    "ice pack": CareKind.COLD,
    "cold pack": CareKind.COLD,
    "icing": CareKind.COLD,
    "heat pack": CareKind.HEAT,
    "hot pack": CareKind.HEAT,
    "heating pad": CareKind.HEAT,
    "hot water bottle": CareKind.HEAT,
    "bath": CareKind.WARM_BATH,
    "hot bath": CareKind.WARM_BATH,
    "cream": CareKind.TOPICAL,
    "gel": CareKind.TOPICAL,
    "ointment": CareKind.TOPICAL,
    "balm": CareKind.TOPICAL,
    "voltaren gel": CareKind.TOPICAL,
    "diclofenac gel": CareKind.TOPICAL,
    "ibuprofen gel": CareKind.TOPICAL,
    "stretching": CareKind.STRETCH,
    "stretches": CareKind.STRETCH,
    "relief": CareKind.RELIEF_EXERCISE,
    "relief exercises": CareKind.RELIEF_EXERCISE,
    "bedrest": CareKind.BED_REST,
    "physiotherapy": CareKind.PHYSIO,
    "physiotherapist": CareKind.PHYSIO,
    "physical therapy": CareKind.PHYSIO,
    "physical therapist": CareKind.PHYSIO,
    "chiro": CareKind.CHIROPRACTIC,
    "chiropractor": CareKind.CHIROPRACTIC,
    "acupuncturist": CareKind.ACUPUNCTURE,
    "gp": CareKind.DOCTOR,
    "physician": CareKind.DOCTOR,
    "cleared": CareKind.CLEARANCE,
}
DRUGS: dict[str, Drug | None] = {
    **{drug.value: drug for drug in Drug},
    "advil": Drug.IBUPROFEN,
    "motrin": Drug.IBUPROFEN,
    "nurofen": Drug.IBUPROFEN,
    "brufen": Drug.IBUPROFEN,
    "acetaminophen": Drug.PARACETAMOL,
    "tylenol": Drug.PARACETAMOL,
    "panadol": Drug.PARACETAMOL,
    "doliprane": Drug.PARACETAMOL,
    "aleve": Drug.NAPROXEN,
    "naprosyn": Drug.NAPROXEN,
    "asa": Drug.ASPIRIN,
    "voltaren": Drug.DICLOFENAC,
    "voltarol": Drug.DICLOFENAC,
    "cataflam": Drug.DICLOFENAC,
    "other painkiller": Drug.OTHER,
    "painkiller": None,
    "painkillers": None,
    "oral analgesic": None,
}
"""Every name of a painkiller; None: which one is not said."""


_WORDS = Phrases[Part](
    PLACE_WORDS
    | {"wrapped": Part("wrapped", True, "answers"), "no wrapped": Part("wrapped", False, "answers")}
    | {
        "direct": Part("direct_pressure", True, "answers"),
        "no direct": Part("direct_pressure", False, "answers"),
    }
)
_DOSE = re.compile(rf"(?:({WHOLE})\s*x\s*)?({NUM})\s*(mg|g)?{END}")
# "1,000mg" is one milligram here, and a thousand where commas part the thousands; nobody takes one.
_THOUSANDS = re.compile(rf"(?:{WHOLE}\s*x\s*)?([1-9][0-9]{{0,2}}[.,][0-9]{{3}})(?:\s*mg)?{END}")
_PIECES = re.compile(rf"({WHOLE})\s*(?:tablets?|pills?|caps?|capsules?){END}")


def read_care(cursor: Cursor, kind: CareKind, moment: Moment) -> Care:
    """The care entry whose place, side, time and words stand here; `NotUnderstood` for any doubt."""
    parts = Parts(cursor)
    while not cursor.done:
        if not (take_duration(cursor, parts) or parts.take(_WORDS)):
            if bare := cursor.at(BARE):
                raise cursor.doubt(f"{bare[1]} what: write {bare[1]}min for minutes")
            raise cursor.unknown("a place, a side, a time such as 15min, wrapped or direct")
    seconds = parts.values.pop("duration", None)
    minutes = None if seconds is None else seconds / 60
    return Care(
        id=uuid4(),
        at=moment.at,
        time_known=moment.time_known,
        kind=kind,
        duration_min=minutes,
        **parts.values,
    )


def read_drug(cursor: Cursor, drug: Drug | None, moment: Moment) -> Care:
    """The painkiller whose dose stands here (a bare number is mg); `NotUnderstood` for any doubt."""
    dose = None if cursor.done else read_dose(cursor)
    if not cursor.done:
        raise cursor.surplus()
    kind = CareKind.ORAL_ANALGESIC
    return Care(id=uuid4(), at=moment.at, time_known=moment.time_known, kind=kind, drug=drug, dose_mg=dose)


def read_dose(cursor: Cursor) -> int:
    """The dose that stands here, in mg: 400mg, 2x200mg, 1g, or a bare number; `NotUnderstood` for any doubt."""
    if pieces := cursor.at(_PIECES):
        sentence = f"'{pieces[0]}' of how many mg: write {pieces[1]}x200mg"
        raise cursor.doubt(sentence, end=pieces.end())
    if thousands := cursor.at(_THOUSANDS):
        said = thousands[1]
        mg = re.sub("[.,]", "", said)
        raise cursor.doubt(f"'{said}': {number(said):g} mg or {mg} mg?", end=thousands.end())
    found = cursor.take(_DOSE)
    if found is None:
        raise cursor.unknown("a dose such as 400mg, 2x200mg or 1g")
    times, unit = int(found[1] or 1), 1000 if found[3] == "g" else 1
    dose = round(times * number(found[2]) * unit)
    if dose == 0:
        sentence = f"{quoted(found[0])} is less than 1 mg: write it such as 400mg or 0.4g"
        raise cursor.doubt(sentence, found.start(), found.end())
    return dose
