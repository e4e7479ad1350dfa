"""What the names of Bearable's symptoms mean here: a pain at a place, a sign that the journal asks for, or neither.

Only what can mean one thing is taken.  "Back pain" could be at three places and has none.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from journal.interchange.health.body_places import place_of
from journal.matching import folded
from journal.vocabulary import Quality, Region, Side, Symptom

SEVERITIES = ("None", "Mild", "Moderate", "Severe", "Unbearable")
"""Bearable's words for 0 to 4."""

_SEVERITY = re.compile(r"\s*\(\s*(none|mild|moderate|severe|unbearable)\s*\)\s*$", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+(?:'s)?")
_PAINFUL = frozenset({"pain", "pains", "painful", "ache", "aches", "aching", "sore", "soreness"})
_CRAMPS = frozenset({"cramp", "cramps", "cramping"})
_FILLING = frozenset(
    {"joint", "joints", "muscle", "muscles", "chronic", "tension", "cluster", "sinus", "sided"}
)
"""Words that say nothing of the place."""
_QUALITIES = {quality.value: quality for quality in Quality if quality not in (Quality.ACHE, Quality.CRAMP)}
_SIDES = {"left": Side.LEFT, "right": Side.RIGHT, "both": Side.BOTH, "bilateral": Side.BOTH}
_TOGETHER = re.compile(r"\b(head|back|stomach|belly|tummy)(aches?)\b")
"""A place and its pain in one word."""
_PAINS_WITHOUT_PLACE = frozenset({"sciatica", "toothache", "earache"})

_BESIDE_THE_PLACE = _PAINFUL | _CRAMPS | _FILLING | frozenset(_QUALITIES)
_CALLED = {"migraine": "head", "migraines": "head", "abdominal": "abdomen", "tummy": "abdomen"}
"""Names that only a pain makes to a place."""
_SEVERAL = frozenset({"and", "or"})
_MIGRAINE = frozenset({"migraine", "migraines"})

_SIGNS: dict[str, Symptom] = {
    name: symptom
    for symptom, names in {
        Symptom.NAUSEA: ("nausea", "nauseous"),
        Symptom.FEVER: ("fever", "high temperature"),
        Symptom.CHILLS: ("chills",),
        Symptom.DIZZY: ("dizziness", "dizzy"),
        Symptom.DRY_MOUTH: ("dry mouth",),
        Symptom.TIRED: ("fatigue", "tiredness", "tired", "exhaustion"),
        Symptom.BREATHLESS: (
            "shortness of breath",
            "short of breath",
            "breathlessness",
            "breathless",
            "difficulty breathing",
        ),
        Symptom.FAINTED: ("fainting", "fainted", "passed out", "syncope"),
        Symptom.CONFUSED: ("confusion", "confused"),
        Symptom.CHEST_PRESSURE: ("chest pressure", "chest tightness", "tight chest", "tightness in chest"),
        Symptom.FAST_HEARTBEAT: (
            "fast heartbeat",
            "rapid heartbeat",
            "racing heart",
            "rapid heart rate",
            "tachycardia",
        ),
        Symptom.DARK_URINE: ("dark urine",),
        Symptom.BROWN_URINE: ("brown urine",),
        Symptom.LEG_NUMBNESS: ("leg numbness", "numb leg", "numb legs", "numbness legs", "numbness leg"),
        Symptom.LEG_WEAKNESS: ("leg weakness", "weak leg", "weak legs", "weakness legs", "weakness leg"),
        Symptom.ARM_NUMBNESS: ("arm numbness", "numb arm", "numb arms", "numbness arms", "numbness arm"),
        Symptom.ARM_WEAKNESS: ("arm weakness", "weak arm", "weak arms", "weakness arms", "weakness arm"),
        Symptom.SADDLE_NUMBNESS: ("saddle numbness",),
        Symptom.NIGHT_PAIN: ("night pain", "pain at night"),
        Symptom.UNEXPLAINED_WEIGHT_LOSS: ("unexplained weight loss",),
    }.items()
    for name in names
}


class Meaning(NamedTuple):
    """What the name of a symptom means."""

    name: str
    """Without its severity, as the file has it."""
    region: Region | None = None
    """Where it hurts."""
    side: Side | None = None
    qualities: tuple[Quality, ...] = ()
    sign: Symptom | None = None
    """The sign that it is."""
    is_pain: bool = False
    """Whether it is a pain at all, with or without a place."""


def meaning_of(detail: str) -> Meaning:
    """The meaning of a detail such as "Back (lower) pain (Moderate)"."""
    name = _SEVERITY.sub("", detail).strip()
    words = _WORD.findall(_TOGETHER.sub(r"\1 \2", folded(name)))
    sides = {_SIDES[word] for word in words if word in _SIDES}
    side = sides.pop() if len(sides) == 1 else Side.BOTH if sides else None
    rest = [word for word in words if word not in _SIDES]
    sign = _SIGNS.get(" ".join(rest))
    if sign is not None:
        return Meaning(name, side=side, sign=sign)
    hurts = not _PAINFUL.isdisjoint(rest) or not _MIGRAINE.isdisjoint(rest)
    cramps = not _CRAMPS.isdisjoint(rest)
    if not (hurts or cramps):
        return Meaning(name, is_pain=not _PAINS_WITHOUT_PLACE.isdisjoint(rest))
    qualities = [_QUALITIES[word] for word in rest if word in _QUALITIES]
    try:
        region, side = _place(words)
    except ValueError:
        return Meaning(name, is_pain=True)
    return Meaning(name, region, side, (*qualities, *([Quality.CRAMP] if cramps else [])), is_pain=True)


def _place(words: Sequence[str]) -> tuple[Region, Side | None]:
    """The place that the words beside a pain name; ValueError when they name none, or could be several."""
    if not _SEVERAL.isdisjoint(words):
        raise ValueError("more than one place")
    said = (word for word in words if word not in _BESIDE_THE_PLACE)
    return place_of(" ".join(_CALLED.get(word, word) for word in said))


def severity_in(detail: str) -> int | None:
    """The severity that stands in a detail, 0 to 4; None when none does."""
    found = _SEVERITY.search(detail)
    return SEVERITIES.index(found[1].capitalize()) if found else None


def as_nrs(severity: int) -> int:
    """Bearable's 0 to 4 on the scale of pain from 0 to 10: times 2.5, halves rounded up."""
    return (severity * 5 + 1) // 2
