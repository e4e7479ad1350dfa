"""Red flags of heart, head and vessels: a journal cannot tell a sore muscle from these."""

from collections.abc import Iterator, Sequence

from journal.analysis.documents import science
from journal.analysis.flags import Threshold
from journal.analysis.frames import Frames
from journal.analysis.instants import HOUR
from journal.analysis.rows import PainRow, SymptomRow
from journal.analysis.rulebook import URGENT_DAYS, Finding, Occurrence, rule
from journal.analysis.telling import evidence_of, sentence, tell_pain, tell_sign
from journal.analysis.timeline import Timeline
from journal.analysis.urgent import ENDED, Endings, joined
from journal.vocabulary import UNPAIRED, Act, Context, Mechanism, Region, Severity, Symptom

_CHEST_SIGNS = frozenset(
    {
        Symptom.CHEST_PRESSURE,
        Symptom.BREATHLESS,
        Symptom.FAINTED,
        Symptom.FAST_HEARTBEAT,
        Symptom.NAUSEA,
    }
)
_NEAR_CHEST = frozenset({Region.SHOULDER, Region.NECK, Region.UPPER_ARM})
_MECHANICAL = frozenset({Mechanism.LIFT, Mechanism.BEND, Mechanism.TWIST, Mechanism.FALL, Mechanism.CONTACT})
_HEAD_SIGNS = frozenset({Symptom.FAINTED, Symptom.CONFUSED})


@rule(
    theme="red flags",
    checks="chest pain that could be the heart",
    threshold=(
        "chest pain (or shoulder, neck or upper arm with chest-pressure) with chest-pressure, breathless, fainted, "
        "fast-heartbeat or nausea within 24 h; or chest pain of 4 or more during training that no movement set off; "
        "or chest-pressure yes"
    ),
    severity=(Severity.URGENT,),
    documents=(science("chest pain with effort can be the heart"),),
    grade="●●●",
    advice=(
        "Chest pain with effort can be the heart. Stop. If it presses, spreads, or you are short of breath, "
        "call your local emergency number now."
    ),
    looks_back=URGENT_DAYS + 2,
    details=ENDED,
)
def rf_chest(frames: Frames, *, within_hours: float = 24, effort_nrs: int = 4) -> Iterator[Finding]:
    """Stays until a doctor was seen."""
    endings, within, found = Endings(frames), round(within_hours * HOUR), list[Occurrence]()
    signs = [row for row in frames.symptoms if row.present and row.symptom in _CHEST_SIGNS]
    pressure = [row for row in signs if row.symptom == Symptom.CHEST_PRESSURE]
    chest = [entry for entry in frames.pain if entry.is_painful and entry.region == Region.CHEST]
    beside = [entry for entry in frames.pain if entry.is_painful and entry.region in _NEAR_CHEST]
    for entry, sign in (*_together(chest, signs, within), *_together(beside, pressure, within)):
        found.append(_flag(entry, sign, endings, Act.NOW))
    for entry in chest:
        if _is_effort(entry, effort_nrs):
            found.append(_flag(entry, None, endings, Act.NOW, effort_nrs))
    # Pressure counts without a score as well: who feels it does not first look for a number.
    near = Timeline(sorted((*chest, *beside), key=lambda entry: entry.ts))
    found.extend(
        told
        for told in _told(frames, Symptom.CHEST_PRESSURE, Region.CHEST, endings)
        if near.last(told.since, within) is None
    )
    yield from joined(found)


def _is_effort(entry: PainRow, effort_nrs: int) -> bool:
    return (
        entry.context == Context.DURING and entry.score >= effort_nrs and entry.mechanism not in _MECHANICAL
    )


@rule(
    theme="red flags",
    checks="a sudden, very bad headache, or head pain with fainting or confusion",
    threshold=(
        "head, sudden and 7 or more; or worst-headache yes; or head pain with fainted or confused within 24 h"
    ),
    severity=(Severity.URGENT,),
    documents=(science("sudden severe headache as an emergency sign"),),
    grade="●●●",
    advice="A sudden, very bad headache needs emergency care. Call your local emergency number now.",
    looks_back=URGENT_DAYS + 2,
    details=ENDED,
)
def rf_head(frames: Frames, *, within_hours: float = 24, severe_nrs: int = 7) -> Iterator[Finding]:
    """Stays until a doctor was seen."""
    endings, within, found = Endings(frames), round(within_hours * HOUR), list[Occurrence]()
    signs = [row for row in frames.symptoms if row.present and row.symptom in _HEAD_SIGNS]
    head = [entry for entry in frames.pain if entry.is_painful and entry.region == Region.HEAD]
    for entry, sign in _together(head, signs, within):
        found.append(_flag(entry, sign, endings, Act.NOW))
    for entry in head:
        if entry.sudden is True and entry.score >= severe_nrs:
            found.append(_flag(entry, None, endings, Act.NOW, severe_nrs))
    found.extend(_told(frames, Symptom.WORST_HEADACHE, Region.HEAD, endings))
    yield from joined(found)


@rule(
    theme="red flags",
    checks="a swollen, painful calf on one side",
    threshold="calf pain, left or right, with swelling, not during training and with nothing that set it off",
    severity=(Severity.URGENT,),
    documents=(science("a swollen calf on one side can be a clot"),),
    grade="●●",
    advice="A swollen, painful calf on one side can be a clot. Have it seen today; do not massage it.",
    looks_back=URGENT_DAYS,
    details=ENDED,
)
def rf_calf(frames: Frames) -> Iterator[Finding]:
    """Stays until a doctor was seen."""
    endings = Endings(frames)
    yield from joined(
        _flag(entry, None, endings, Act.TODAY)
        for entry in frames.pain
        if entry.region == Region.CALF
        and entry.side in ("left", "right")
        and entry.is_painful
        and entry.swelling is True
        and entry.context != Context.DURING
        and entry.mechanism in ("", Mechanism.NONE)
    )


def _together(
    entries: Sequence[PainRow], signs: Sequence[SymptomRow], within: int
) -> Iterator[tuple[PainRow, SymptomRow]]:
    """Each entry with the newest sign up to it, and each sign with the newest entry of every place up to it.

    Each is told when the later of the two is: a sign that comes back after a doctor was seen counts anew.
    """
    told, hurt = Timeline(signs), Timeline(entries)
    for entry in entries:
        sign = told.last(entry.ts, within)
        if sign is not None:
            yield entry, sign
    for sign in signs:
        newest = {(one.region, one.side): one for one in hurt.between(sign.ts - within, sign.ts)}
        for entry in newest.values():
            yield entry, sign


def _told(frames: Frames, symptom: Symptom, region: Region, endings: Endings) -> Iterator[Occurrence]:
    """A sign that needs no pain entry beside it."""
    for row in frames.symptoms:
        if row.present and row.symptom == symptom:
            yield Occurrence(
                subject={"region": region.value},
                since=row.ts,
                until=endings.urgent(row.ts),
                severity=Severity.URGENT,
                act=Act.NOW,
                message=sentence(f"answered yes: {tell_sign(row)}"),
                evidence=evidence_of(row),
                offset=row.offset,
            )


def _flag(
    entry: PainRow, sign: SymptomRow | None, endings: Endings, act: Act, nrs: int | None = None
) -> Occurrence:
    """An urgent flag about the place of the entry, with the sign beside it or with the score that it reached."""
    last = sign if sign is not None and sign.ts > entry.ts else entry
    sided = {"side": entry.side} if entry.side and entry.region not in UNPAIRED else {}
    told = tell_pain(entry) if sign is None else f"{tell_pain(entry)}, with {tell_sign(sign)}"
    swollen = ", swollen" if entry.region == Region.CALF else ""
    sudden = ", sudden" if entry.region == Region.HEAD and entry.sudden else ""
    return Occurrence(
        subject={"region": entry.region} | sided,
        since=last.ts,
        until=endings.urgent(last.ts),
        severity=Severity.URGENT,
        act=act,
        value=None if nrs is None else entry.score,
        unit="" if nrs is None else "NRS",
        threshold=None if nrs is None else Threshold(">=", nrs, "NRS"),
        message=sentence(f"{told}{swollen}{sudden}"),
        evidence=evidence_of(entry) if sign is None else evidence_of(entry, sign),
        offset=last.offset,
    )
