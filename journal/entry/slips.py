"""Spellings of sets that other training books have and this grammar has not: what to write instead."""

import re

from journal.entry.amounts import END, HOURS, MASS, MINUTES, NUM, SECONDS, WHOLE
from journal.entry.cursor import Cursor
from journal.entry.doubt import quoted

_SLIPS = tuple(
    (re.compile(pattern + END), instead)
    for pattern, instead in (
        (rf"({NUM})\s*({MASS})\s*x\s*({WHOLE})", "a weight and its reps are written {1}{2} {3}"),
        (rf"({WHOLE})\s*x\s*({WHOLE})\s*x\s*({NUM})\s*({MASS})?", "write {1}x{2} {3}{4}"),
        (
            rf"({WHOLE})\s*x\s*({NUM})\s*({MASS})",
            "{1} reps (write {2}{3} {1}) or {1} sets (write {1}x5 {2}{3})?",
        ),
        (
            rf"{WHOLE}\s*x\s*{NUM}\s*(?:km|k|mi|miles?|{MINUTES}|{HOURS})",
            "sets are of reps or seconds: 3x5 or 3x45s",
        ),
        (rf"({WHOLE})\s*(?:sets?|reps?)(?:\s+of)?", "sets and reps are written 3x5, or 5 behind a weight"),
        (rf"{WHOLE}(?:,\s+{WHOLE})+", "a list of reps has no spaces: 5,4,3"),
        (r"(?:bw|body\s?weight)\S*", "body weight alone has no weight behind it; more is written +10kg"),
    )
)
_HELD = re.compile(rf"[0-9]{{1,3}}:[0-5][0-9]{END}|{WHOLE}\s*(?:{SECONDS}|min|mins|minutes?){END}")


def refuse_slips(cursor: Cursor, unit: str) -> None:
    """Raise `NotUnderstood` with the spelling that is read, when one of these stands at the cursor."""
    for pattern, instead in _SLIPS:
        if found := cursor.at(pattern):
            words = [found[0], *(said or unit for said in found.groups())]
            said = cursor.line[found.start() : found.end()]
            raise cursor.doubt(f"{quoted(said)}: {instead.format(*words)}", end=found.end())


def refuse_held(cursor: Cursor) -> None:
    """Raise `NotUnderstood` for a time without its number of sets: "plank 60s"."""
    if found := cursor.at(_HELD):
        sentence = f"{quoted(found[0])}: a set held for a time is written 1x60s"
        raise cursor.doubt(sentence, end=found.end())
