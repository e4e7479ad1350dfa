"""Red flags that are answered with yes or no and weigh more beside back pain."""

from collections.abc import Callable, Iterator

from journal.analysis.answers.asking import Asking
from journal.analysis.documents import BACK_PAIN, CAUSES, PREVENT
from journal.analysis.frames import Frames
from journal.analysis.instants import DAY
from journal.analysis.rows import PainRow, SymptomRow
from journal.analysis.rulebook import URGENT_DAYS, Finding, Occurrence, rule
from journal.analysis.telling import evidence_of, sentence, tell_pain, tell_sign
from journal.analysis.timeline import Timeline
from journal.analysis.urgent import ENDED, Endings, joined
from journal.vocabulary import BACK, Act, Severity, Symptom

_BLADDER = frozenset({Symptom.BLADDER_CHANGE, Symptom.BOWEL_CHANGE})
_ALWAYS_URGENT = frozenset({Symptom.CANNOT_PASS, Symptom.SADDLE_NUMBNESS})
_BLADDER_ALONE = "See a doctor today about new trouble with bladder or bowel, and do not train until then."
_WEAK_ALONE = "Weakness in a leg should be examined today. Stop all training until then."

Until = Callable[[int, int], int]
"""When a flag that began at an instant of a local date ends."""


def back_pain(frames: Frames, least: int = 1) -> Timeline[PainRow]:
    """Entries of the back with at least that score."""
    return Timeline(entry for entry in frames.pain if entry.region in BACK and entry.score >= least)


@rule(
    theme="red flags",
    checks="trouble holding or passing urine or stool, or numbness where you sit",
    threshold=(
        "cannot-pass or saddle-numbness yes; bladder-change or bowel-change yes, "
        "urgent with back pain within 7 days before or after"
    ),
    severity=(Severity.URGENT, Severity.WARNING),
    documents=(PREVENT,),
    grade="●●",
    advice=(
        "New trouble with bladder or bowel, or numbness where you sit, needs emergency care now. "
        "Do not wait for it to pass and do not train."
    ),
    looks_back=URGENT_DAYS + 7,
    details=ENDED,
)
def rf_bladder_bowel(frames: Frames, *, within_days: float = 7) -> Iterator[Finding]:
    """Loss of control, being unable to go, or a numb saddle: the signs that cannot wait."""
    endings, found = Endings(frames), list[Occurrence]()
    back = back_pain(frames)
    for row in frames.symptoms:
        until = _until_denied_on_two_dates(endings, row)
        if row.present and row.symptom in _ALWAYS_URGENT:
            found.append(_urgent(row, None, Act.NOW, until))
        elif row.present and row.symptom in _BLADDER:
            found.extend(
                _with_back(
                    row, back, until, within=round(within_days * DAY), now=Act.NOW, alone=_BLADDER_ALONE
                )
            )
    yield from joined(found, afresh=True)
    asking = frames.once(Asking)
    yield from asking.unanswered(Symptom.BLADDER_CHANGE)
    yield from asking.unanswered(Symptom.SADDLE_NUMBNESS)


@rule(
    theme="red flags",
    checks="weakness in a leg or foot",
    threshold="leg-weakness yes; urgent with back pain within 7 days before or after",
    severity=(Severity.URGENT, Severity.WARNING),
    documents=(PREVENT,),
    grade="●●",
    advice="Weakness in a leg should be examined now. Stop all training.",
    looks_back=URGENT_DAYS + 7,
    details=ENDED,
)
def rf_leg_weakness(frames: Frames, *, within_days: float = 7) -> Iterator[Finding]:
    """A leg that gives way or does not obey."""
    endings, back, found = Endings(frames), back_pain(frames), list[Occurrence]()
    for row in frames.symptoms:
        if row.present and row.symptom == Symptom.LEG_WEAKNESS:
            until = _until_denied_on_two_dates(endings, row)
            found.extend(
                _with_back(row, back, until, within=round(within_days * DAY), now=Act.NOW, alone=_WEAK_ALONE)
            )
    yield from joined(found, afresh=True)
    yield from frames.once(Asking).unanswered(Symptom.LEG_WEAKNESS)


@rule(
    theme="red flags",
    checks="being hardly able to stand up or walk",
    threshold="hard-to-stand-or-walk yes; urgent with back pain within 7 days before or after",
    severity=(Severity.URGENT, Severity.WARNING),
    documents=(PREVENT, CAUSES, BACK_PAIN),
    grade="●",
    advice="If you can hardly stand or walk, get medical help today.",
    looks_back=URGENT_DAYS + 7,
    details=ENDED,
)
def rf_stand_walk(frames: Frames, *, within_days: float = 7) -> Iterator[Finding]:
    """Pain that takes standing and walking away."""
    endings, back, found = Endings(frames), back_pain(frames), list[Occurrence]()

    def until(since: int, _: int) -> int:
        return endings.urgent(since, endings.denied(Symptom.HARD_TO_STAND_OR_WALK, since))

    for row in frames.symptoms:
        if row.present and row.symptom == Symptom.HARD_TO_STAND_OR_WALK:
            found.extend(
                _with_back(row, back, until, within=round(within_days * DAY), now=Act.TODAY, alone="")
            )
    yield from joined(found, afresh=True)


def _until_denied_on_two_dates(endings: Endings, row: SymptomRow) -> Until:
    def until(since: int, day: int) -> int:
        return endings.urgent(since, endings.denied_on_two_dates(row.symptom, since, day, row.side))

    return until


def _with_back(
    row: SymptomRow, back: Timeline[PainRow], until: Until, *, within: int, now: Act, alone: str
) -> Iterator[Occurrence]:
    """A warning by itself, urgent from when back pain stands beside it, whichever came first."""
    before = back.last(row.ts, within)
    if before is not None:
        yield _urgent(row, before, now, until)
        return
    end = until(row.ts, row.day)
    yield Occurrence(
        subject=_subject(row),
        since=row.ts,
        until=end,
        severity=Severity.WARNING,
        act=Act.TODAY,
        message=sentence(f"answered yes: {tell_sign(row)}"),
        evidence=evidence_of(row),
        advice=alone,
        offset=row.offset,
    )
    after = back.next(row.ts, within)
    if after is not None and after.ts < end:
        yield _urgent(row, after, now, until)


def _urgent(row: SymptomRow, entry: PainRow | None, act: Act, until: Until) -> Occurrence:
    last = entry if entry is not None and entry.ts > row.ts else row
    message = f"answered yes: {tell_sign(row)}"
    return Occurrence(
        subject=_subject(row),
        since=last.ts,
        until=until(last.ts, last.day),
        severity=Severity.URGENT,
        act=act,
        message=sentence(message if entry is None else f"{message}, with {tell_pain(entry)}"),
        evidence=evidence_of(row) if entry is None else evidence_of(row, entry),
        offset=last.offset,
    )


def _subject(row: SymptomRow) -> dict[str, str]:
    return {"symptom": row.symptom} | ({"side": row.side} if row.side else {})
