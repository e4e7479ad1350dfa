"""People who hurt and should hear of it: their journals, entry by entry, and the flag that each entry must raise."""

from collections.abc import Sequence
from dataclasses import dataclass

from journals import pain, run, symptom, workout

from journal.records import Record

Entry = Sequence[Record]


@dataclass(frozen=True, slots=True)
class Hurting:
    """Somebody's entries in the order in which they were made, each with the flags that it must raise."""

    name: str
    entries: tuple[tuple[Entry, tuple[str, ...]], ...]


def _squats(at: str) -> list[Record]:
    return workout(at, ("squat", 5, 5, 100), rpe=7)


STRAINED = Hurting(
    "a strained back that trains on",
    (
        (_squats("2026-11-02 18:00"), ()),
        (
            [pain("2026-11-02 18:40", score=6, qualities=("sharp",), context="during")],
            ("sharp-during-exercise",),
        ),
        ([pain("2026-11-03 20:00", score=5)], ("strain-persists",)),
        (_squats("2026-11-04 18:00"), ("trained-through-pain",)),
        ([pain("2026-11-04 20:00", score=5)], ()),
        ([pain("2026-11-05 19:30", score=5)], ("pain-past-72h",)),
        (_squats("2026-11-06 18:00"), ("trained-through-pain",)),
        ([pain("2026-11-07 19:00", score=5), pain("2026-11-09 18:00", score=5)], ()),
        ([pain("2026-11-09 19:00", score=5)], ("pain-unimproved-1w",)),
    ),
)
DOUBLED = Hurting(
    "a runner who doubles the long run",
    (
        (run("2026-11-01 09:00", 10, 60), ()),
        (run("2026-11-04 18:00", 6, 36), ()),
        (run("2026-11-08 09:00", 10.5, 63), ()),
        (run("2026-11-11 18:00", 6, 36), ()),
        (run("2026-11-15 09:00", 21.5, 130), ("spike-session-distance",)),
    ),
)
SEVERE = Hurting(
    "a severe week",
    tuple(
        (
            [pain(f"2026-11-{2 + day:02} {hour:02}:00", score=8)],
            ("rf-severe-72h",) if (day, hour) == (3, 19) else (),
        )
        for day in range(4)
        for hour in (7, 19)
    ),
)
SIGN = Hurting(
    "a red flag",
    (
        ([pain("2026-11-02 18:00", score=5)], ()),
        ([symptom("2026-11-02 21:00", "saddle-numbness")], ("rf-bladder-bowel",)),
    ),
)
PEOPLE = (STRAINED, DOUBLED, SEVERE, SIGN)
