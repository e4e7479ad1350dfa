"""Pain: "pain lower back left 4 sharp to thigh since 17:40"."""

import re
from uuid import uuid4

from journal.entry.amounts import END, WHOLE
from journal.entry.cursor import Cursor, Phrases
from journal.entry.doubt import NotUnderstood, quoted
from journal.entry.parts import Part, Parts
from journal.entry.places import PLACE_WORDS, SIDE_WORDS, SPREADS
from journal.entry.when import Moment, Times, is_day_alone
from journal.place_names import REGIONS
from journal.records import MOST_PAIN, Pain
from journal.vocabulary import Context, Mechanism, Quality, Radiation, Side, display

QUALITIES: dict[str, Quality] = {quality.value: quality for quality in Quality} | {
    "aching": Quality.ACHE,
    "achy": Quality.ACHE,
    "stiffness": Quality.STIFF,
    "cramping": Quality.CRAMP,
    "cramps": Quality.CRAMP,
    "burn": Quality.BURNING,
    "tingle": Quality.TINGLING,
    "pins and needles": Quality.TINGLING,
    "numbness": Quality.NUMB,
}
CONTEXTS: dict[str, Context] = {
    "during": Context.DURING,
    "after": Context.RIGHT_AFTER,
    "later": Context.LATER,
    "rest": Context.AT_REST,
    "at rest": Context.AT_REST,
    "waking": Context.ON_WAKING,
    "on waking": Context.ON_WAKING,
}
SIGNS: dict[str, str] = {
    "sudden": "sudden",
    "pop": "pop_heard",
    "bruised": "bruising",
    "bruising": "bruising",
    "swollen": "swelling",
    "swelling": "swelling",
    "limits": "limits_movement",
    "flare": "flare",
    "flare up": "flare",
}
"""Signs that may have a "no" before them, and the field of each."""
MECHANISMS: dict[str, Mechanism] = {mechanism.value: mechanism for mechanism in Mechanism} | {
    "lifting": Mechanism.LIFT,
    "bending": Mechanism.BEND,
    "twisting": Mechanism.TWIST,
    "falling": Mechanism.FALL,
}

_WORDS = Phrases[Part](
    PLACE_WORDS
    | {word: Part("qualities", quality, many=True) for word, quality in QUALITIES.items()}
    | {word: Part("context", context, "moments") for word, context in CONTEXTS.items()}
    | {word: Part("mechanism", mechanism, "causes") for word, mechanism in MECHANISMS.items()}
    | {word: Part(field, True, "answers") for word, field in SIGNS.items()}
    | {"radiating": Part("radiating", True, "words")}
)
_DENIED = Phrases[Part](
    {word: Part(field, False, "answers") for word, field in SIGNS.items()}
    | {"radiating": Part("radiates_to", Radiation.NONE, "targets")}
)
_NO = re.compile(rf"no{END}")
_TO = re.compile(r"(?:(?:to|into)(?!\S)|->|→)")
_SINCE = re.compile(rf"since{END}")
_SCORE = re.compile(rf"({WHOLE})(?:\s*/\s*10)?{END}")
_NUMBER = re.compile(r"[-+]?[0-9]\S*")
_RIGHT_AFTER = re.compile(rf"right(\s+|-)after{END}")
_LONGEST_PLACE = 3
_FAR = ("buttock", "thigh", "below knee", "foot")
_WHERE_TO = "radiating where to: buttock, thigh, below knee or foot?"
_POSSIBLE = (
    "a side, the score, a quality (dull, sharp, ...), during, after, later, rest, waking, a sign "
    "(sudden, pop, bruised, swollen, limits, flare), what set it off (lift, bend, twist, fall, contact, overuse), "
    "to thigh, or since 17:40"
)


def read_pain(cursor: Cursor, moment: Moment, times: Times) -> Pain:
    """The pain entry whose parts stand after the word "pain"; `NotUnderstood` for any doubt."""
    parts, start = Parts(cursor), cursor.pos
    while not cursor.done:
        if not (
            _spread(cursor, parts)
            or _since(cursor, parts, moment, times)
            or _denied(cursor, parts)
            or _score(cursor, parts)
            or _right_after(cursor, parts)
            or parts.take(_WORDS)
        ):
            raise _unknown(cursor, parts)
    return _pain(cursor, parts, moment, start)


def _unknown(cursor: Cursor, parts: Parts) -> NotUnderstood:
    """The doubt about a word that is no part of a pain; before a place is named, with the places it is like."""
    if "region" in parts.values:
        return cursor.unknown(_POSSIBLE)
    from difflib import get_close_matches

    for end in reversed(cursor.ends(_LONGEST_PLACE)):
        words = cursor.text[cursor.pos : end]
        alike = () if any(map(str.isdigit, words)) else get_close_matches(words, REGIONS, cutoff=0.8)
        if alike:
            places = tuple(dict.fromkeys(display(REGIONS[name]) for name in alike))
            sentence = f"{quoted(cursor.line[cursor.pos : end])} is not a place: {', '.join(places)}?"
            return cursor.doubt(sentence, end=end, candidates=places)
    return cursor.unknown(f"a place (lower back, knee, ...), {_POSSIBLE}")


def _spread(cursor: Cursor, parts: Parts) -> bool:
    start = cursor.pos
    if cursor.take(_TO) is None:
        return False
    side = cursor.phrase(SIDE_WORDS)
    target = cursor.phrase(SPREADS)
    if target is None:
        raise cursor.doubt(_WHERE_TO, candidates=_FAR)
    parts.put("radiates_to", target, start, "targets")
    parts.values["spread_side"] = side
    return True


def _since(cursor: Cursor, parts: Parts, moment: Moment, times: Times) -> bool:
    start = cursor.pos
    if cursor.take(_SINCE) is None:
        return False
    day_alone = is_day_alone(cursor)
    onset = times.take(cursor, moment.at.date())
    if onset is None:
        raise cursor.doubt("since when: 17:40, yesterday, mon 18:00, 2026-11-20 or 3d ago?")
    # A day without a clock says nothing against a pain of earlier on that day.
    at = min(onset.at, moment.at) if day_alone and onset.at.date() == moment.at.date() else onset.at
    parts.put("onset_at", at, start, "beginnings")
    if at > moment.at:
        sentence = f"a pain of {moment.at:%Y-%m-%d %H:%M} cannot begin later, at {onset.at:%Y-%m-%d %H:%M}"
        raise cursor.doubt(sentence, start, cursor.pos)
    return True


def _denied(cursor: Cursor, parts: Parts) -> bool:
    start = cursor.pos
    if cursor.take(_NO) is None:
        return False
    if not parts.take(_DENIED, start):
        raise cursor.doubt("no what: sudden, pop, bruised, swollen, limits, flare or radiating?", start)
    return True


def _score(cursor: Cursor, parts: Parts) -> bool:
    start = cursor.pos
    score = cursor.take(_SCORE)
    if score is not None and int(score[1]) <= MOST_PAIN:
        parts.put("score", int(score[1]), start, "scores")
        return True
    wrong = score or cursor.at(_NUMBER)
    if wrong is not None:
        end = start + len(wrong[0])
        raise cursor.doubt(f"{quoted(wrong[0])}: a score is a whole number, 0 to {MOST_PAIN}", start, end)
    return False


def _right_after(cursor: Cursor, parts: Parts) -> bool:
    start = cursor.pos
    found = cursor.at(_RIGHT_AFTER)
    if found is None:
        return False
    if found[1] != "-" and "side" not in parts.values:
        sentence = (
            "'right after': the right side (write right before the place), or after training (write after)?"
        )
        raise cursor.doubt(sentence, start, found.end())
    cursor.move(found.end())
    parts.put("context", Context.RIGHT_AFTER, start, "moments")
    return True


def _pain(cursor: Cursor, parts: Parts, moment: Moment, start: int) -> Pain:
    found = parts.values
    region, side, spread_side = found.get("region"), found.get("side"), found.pop("spread_side", None)
    if region is None:
        raise cursor.doubt("pain where: lower back, left knee, ...?", start, cursor.end)
    if "score" not in found:
        place = f"{display(side)} {display(region)}" if side else display(region)
        raise cursor.doubt(f"the score is missing, 0 to {MOST_PAIN}: pain {place} 4", start, cursor.end)
    if found.pop("radiating", False) and found.get("radiates_to") in (None, Radiation.NONE):
        raise cursor.doubt(_WHERE_TO, start, cursor.end, candidates=_FAR)
    found["side"] = _one_side(cursor, side, spread_side, start)
    return Pain(id=uuid4(), at=moment.at, time_known=moment.time_known, **found)


def _one_side(cursor: Cursor, side: Side | None, spread: Side | None, start: int) -> Side | None:
    if side is not None and spread is not None and side is not spread:
        sentence = f"the pain is {display(side)} but goes down {display(spread)}"
        raise cursor.doubt(sentence, start, cursor.end)
    return side or spread
