"""Painkillers: how often, how much, and before training."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from journal.analysis.care.doses import (
    ANTI_INFLAMMATORY,
    MASKS_H,
    Limits,
    Often,
    doses,
    is_mixed,
    limit_passed,
    masking,
    often,
    together,
    total_mg,
)
from journal.analysis.documents import BACK_PAIN, CAUSES, LOWER_BACK, PREVENT, RELIEF, science
from journal.analysis.flags import Evidence, Threshold, plain
from journal.analysis.frames import Frames
from journal.analysis.instants import DAY, HOUR, MINUTE, says_day, says_span
from journal.analysis.pain.painful import began_with, open_episode
from journal.analysis.replacing import newest_only
from journal.analysis.rows import CareRow, PainRow, Place
from journal.analysis.rulebook import EVENT_DAYS, Finding, Missing, Occurrence, rule
from journal.analysis.stretches import Point, Stretch, stretches
from journal.analysis.telling import evidence_of, says_when, sentence
from journal.analysis.timeline import Timeline
from journal.analysis.training.workouts import Bout
from journal.vocabulary import Act, CareKind, Drug, Severity

RECORDED_DAYS = 28
"""A dose is missed only by somebody who wrote one down in so many days."""
_NOT_FOR_ALL = (
    " Painkillers are not for people with stomach, kidney, heart or liver disease, with blood thinners or in "
    "pregnancy unless a doctor said so, and medicines for colds and flu may contain the same drug."
)


@rule(
    theme="care",
    checks="painkillers on many dates",
    threshold="painkillers by mouth on 4 or more of the last 7 dates: caution; on 10 or more of the last 30: warning",
    severity=(Severity.WARNING, Severity.CAUTION),
    documents=(PREVENT, RELIEF, CAUSES, LOWER_BACK, BACK_PAIN),
    grade="●●",
    advice="Use painkillers sparingly, and ask a doctor or pharmacist about taking them for longer."
    + _NOT_FOR_ALL,
    looks_back=61,
    details={"dates": "the dates with a painkiller that were counted"},
)
def analgesic_sparingly(
    frames: Frames,
    *,
    caution_dates: int = 4,
    caution_days: int = 7,
    warning_dates: int = 10,
    warning_days: int = 30,
) -> Iterator[Finding]:
    """Distinct local dates, whatever was taken; it ends with the date on which too few are left."""
    taken = doses(frames)
    limits = (
        (Severity.WARNING, warning_dates, warning_days),
        (Severity.CAUTION, caution_dates, caution_days),
    )
    for stretch in often(taken, limits):
        yield _many_dates(stretch, stretch.seen.rows(taken, stretch.since))


def _many_dates(stretch: Stretch[Often], rows: Sequence[CareRow]) -> Occurrence:
    seen = stretch.seen
    return Occurrence(
        subject={},
        since=stretch.since,
        until=stretch.until,
        severity=stretch.level,
        act=Act.THIS_WEEK if stretch.level is Severity.WARNING else None,
        message=(
            f"Painkillers on {len(seen.dates)} of the {seen.days} days up to {says_day(seen.day)}: "
            f"from {says_day(seen.dates[0])} to {says_day(seen.dates[-1])}."
        ),
        evidence=tuple(Evidence("care", row.id) for row in rows),
        value=len(seen.dates),
        unit="dates",
        threshold=Threshold(">=", seen.least, "dates"),
        # Who takes one every third day stops and begins to be above the line again and again.
        episode=f"@{stretch.since}",
        offset=rows[-1].offset,
        details={"dates": [date.fromordinal(day).isoformat() for day in seen.dates]},
    )


@dataclass(frozen=True, slots=True)
class _Much:
    """Doses within some hours: more of one drug than its limit in mg, or (no limit) two drugs of one family."""

    rows: tuple[CareRow, ...]
    limit_mg: float | None


@rule(
    theme="care",
    checks="more of a painkiller in 24 hours than is usual without a doctor, or two of one family",
    threshold=(
        "in 24 h, ibuprofen over 1200 mg, naproxen over 660 mg or aspirin over 4000 mg: warning; paracetamol over "
        "3000 mg: caution, over 4000 mg: warning; two of ibuprofen, naproxen, aspirin and diclofenac: warning"
    ),
    severity=(Severity.WARNING, Severity.CAUTION),
    documents=(science("usual daily maximum of painkillers sold without a prescription"),),
    grade="●●●",
    advice=(
        "Take no more of it for now, read the label, and ask a pharmacist or doctor, today if it was much more."
        + _NOT_FOR_ALL
    ),
    looks_back=31,
    details={"drugs": "the painkillers that were counted", "mg": "how much of each, as far as it was told"},
)
def analgesic_dose(
    frames: Frames,
    *,
    ibuprofen_mg: float = 1200,
    paracetamol_caution_mg: float = 3000,
    paracetamol_mg: float = 4000,
    naproxen_mg: float = 660,
    aspirin_mg: float = 4000,
    hours: float = 24,
) -> Iterator[Finding]:
    """The sum of each drug over the hours up to every dose; each time is told, however soon after the last."""
    limits: Limits = {
        Drug.IBUPROFEN: ((Severity.WARNING, ibuprofen_mg),),
        Drug.PARACETAMOL: ((Severity.WARNING, paracetamol_mg), (Severity.CAUTION, paracetamol_caution_mg)),
        Drug.NAPROXEN: ((Severity.WARNING, naproxen_mg),),
        Drug.ASPIRIN: ((Severity.WARNING, aspirin_mg),),
    }
    taken = doses(frames)
    told = Timeline(row for row in taken.rows if row.dose_mg is not None)
    points: dict[str, list[Point[_Much]]] = {}
    lasts = round(hours * HOUR)
    for row in taken.rows:
        near = together(taken, row, hours)
        sure, possible = (limit_passed(rows, row.drug, limits) for rows in (near.sure, near.possible))
        if sure is not None:
            much = _Much(tuple(one for one in near.sure if one.drug == row.drug), sure[1])
            points.setdefault(row.drug, []).append(Point(row.ts, sure[0], row.ts + lasts, much))
        elif possible is not None:
            yield _missing(row, {"drug": row.drug}, "the time of the painkiller", lasts)
        if row.drug in limits and row.dose_mg is None and told.last(row.ts, RECORDED_DAYS * DAY):
            yield _missing(row, {"drug": row.drug}, f"the dose of {row.drug}", lasts)
        if is_mixed(near.sure, row):
            family = tuple(one for one in near.sure if one.drug in ANTI_INFLAMMATORY)
            points.setdefault("", []).append(
                Point(row.ts, Severity.WARNING, row.ts + lasts, _Much(family, None))
            )
        elif is_mixed(near.possible, row):
            kind = CareKind.ORAL_ANALGESIC.value
            yield _missing(row, {"kind": kind}, "the time of the painkiller", lasts)
    for drug in sorted(points):
        for stretch in _levels(points[drug]):
            yield _too_much(stretch, drug, hours)


def _levels(points: Sequence[Point[_Much]]) -> Iterator[Stretch[_Much]]:
    """Warnings, which a smaller excess neither ends nor carries on, and cautions, which a greater one ends."""
    worst = Severity.WARNING
    yield from stretches(one for one in points if one.level is worst)
    yield from stretches(one._replace(level=None) if one.level is worst else one for one in points)


def _missing(row: CareRow, subject: Mapping[str, str], what: str, lasts: int) -> Missing:
    until = row.ts + min(lasts, EVENT_DAYS * DAY)
    return Missing(subject=subject, since=row.ts, until=until, what=(what,))


def _too_much(stretch: Stretch[_Much], drug: str, hours: float) -> Occurrence:
    rows, limit_mg = stretch.seen.rows, stretch.seen.limit_mg
    drugs = list(dict.fromkeys(row.drug for row in rows))
    first, last = (says_when(row) for row in (rows[0], rows[-1]))
    span = first if first == last else f"{first} to {last}"
    total = total_mg(rows, drug)
    told = f"{drug.capitalize()}: {total:,g} mg within {hours:g} h ({span}), over the usual maximum of "
    names = f"{', '.join(drugs[:-1])} and {drugs[-1]}"
    mixed = f"{names} within {hours:g} h ({span}): painkillers of one family"
    return Occurrence(
        subject={"kind": CareKind.ORAL_ANALGESIC.value} if limit_mg is None else {"drug": drug},
        since=stretch.since,
        until=stretch.until,
        severity=stretch.level,
        act=Act.TODAY if stretch.level is Severity.WARNING else None,
        message=sentence(mixed) if limit_mg is None else f"{told}{limit_mg:,g} mg.",
        evidence=tuple(Evidence("care", row.id) for row in rows),
        value=None if limit_mg is None else total,
        unit="" if limit_mg is None else "mg",
        threshold=None if limit_mg is None else Threshold(">", limit_mg, "mg"),
        # Each time counts: two days later it is as much too much as it was today.
        episode=f"@{stretch.since}",
        offset=rows[-1].offset,
        details={"drugs": drugs, "mg": {one: plain(total_mg(rows, one)) for one in drugs}},
    )


@rule(
    theme="care",
    checks="a painkiller before training a place that hurts",
    threshold="a painkiller by mouth at most 6 h before a workout that loads a region with an open episode",
    severity=(Severity.CAUTION,),
    documents=(science("a painkiller hides the pain that should stop a session"),),
    grade="●",
    advice=(
        "Train what hurts without a painkiller, or rest it: the pain that you feel and write down is too low with one."
        + _NOT_FOR_ALL
    ),
    looks_back=10,
    details={
        "masked": "true: pain entries of this workout may be too low",
        "hours_before": "how long before the start the painkiller was taken",
    },
)
def analgesic_before_training(frames: Frames, *, hours: float = MASKS_H) -> Iterator[Finding]:
    """At each workout, the newest painkiller of the `hours` before its start (inclusive)."""
    yield from newest_only(_before_training(frames, hours))


def _before_training(frames: Frames, hours: float) -> Iterator[Finding]:
    taken, places = doses(frames), sorted(frames.course)
    for bout in frames.bouts if taken.rows else ():
        mask = masking(taken, bout, hours)
        if mask.dose is None and mask.perhaps is None:
            continue
        for place in places:
            entry = _hurt(frames, place, bout) if place.region in bout.loads else None
            if entry is None:
                continue
            if mask.dose is not None:
                yield _masked(bout, mask.dose, place, entry, hours)
            elif mask.perhaps is not None:
                whose = "painkiller" if bout.time_known else "workout"
                yield Missing(
                    subject=place.subject,
                    since=max(bout.ts, mask.perhaps.ts),
                    until=bout.ts + EVENT_DAYS * DAY,
                    what=(f"the time of the {whose}",),
                )


def _hurt(frames: Frames, place: Place, bout: Bout) -> PainRow | None:
    """The newest painful entry of the episode that was open when a workout started; None when none was."""
    episode = open_episode(frames, place, bout.ts)
    entries = episode.until(bout.ts) if episode else ()
    before = [entry for entry in entries if entry.is_painful and not began_with(entry, bout.ts)]
    return before[-1] if before else None


def _masked(bout: Bout, dose: CareRow, place: Place, entry: PainRow, hours: float) -> Occurrence:
    before = (bout.ts - dose.ts) / HOUR
    span = says_span(before) if bout.ts - dose.ts >= MINUTE else "right"
    amount = "" if dose.dose_mg is None else f" ({dose.dose_mg:,g} mg)"
    drug = dose.drug if dose.drug not in ("", Drug.OTHER) else "a painkiller"
    return Occurrence(
        subject=place.subject,
        since=bout.ts,
        until=bout.ts + EVENT_DAYS * DAY,
        severity=Severity.CAUTION,
        message=(
            f"{drug.capitalize()}{amount} {span} before the workout of {says_when(bout)}, "
            f"which loads the {place}; that hurt at {entry.score} of 10 ({says_when(entry)}). Pain in "
            f"this workout may have felt milder than it was."
        ),
        evidence=(Evidence("care", dose.id), *evidence_of(entry), Evidence("workouts", bout.id)),
        value=before,
        unit="h",
        threshold=Threshold("<=", hours, "h"),
        episode=bout.id,
        offset=bout.offset,
        details={"masked": True, "hours_before": plain(before)},
    )
