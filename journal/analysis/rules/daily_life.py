"""Daily life beside a hurting back: sleep, stress, sitting, smoking and body weight."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from statistics import fmean, median

from journal.analysis.documents import LOWER_BACK, PREVENT, RELIEF, science
from journal.analysis.flags import Threshold, plain
from journal.analysis.frames import Frames
from journal.analysis.instants import DAY, TOLERANCE, above, at_least
from journal.analysis.life.daily import (
    BackPain,
    Beside,
    CheckIns,
    Occasion,
    beside_pain,
    each_time,
    evidence_in,
    newest_of,
    occasions,
    once_in,
    span_of,
    told_beside,
    with_pain,
)
from journal.analysis.rows import CheckInRow
from journal.analysis.rulebook import EVENT_DAYS, Finding, Missing, Occurrence, rule
from journal.analysis.stretches import Point, stretches
from journal.vocabulary import Severity, SleepPosition


@rule(
    theme="daily life",
    checks="sleeping on the stomach while the back hurts",
    threshold="on the stomach on 3 or more of the last 7 recorded nights, and back pain in the same time",
    severity=(Severity.INFO,),
    documents=(PREVENT, RELIEF),
    grade="○",
    advice="Try lying on your side with bent knees, or on your back: on the stomach the spine is twisted.",
    looks_back=42,
)
def sleep_position_stomach(
    frames: Frames, *, nights: int = 7, least_nights: int = 3, least_nrs: int = 1
) -> Iterator[Finding]:
    """The last nights whose position was told, and back pain on the dates from the first of them to the last."""
    slept = CheckIns(frames, lambda row: row.sleep_position != "")
    for found in beside_pain(
        slept,
        BackPain(frames, least_nrs),
        lambda row: row.sleep_position == SleepPosition.STOMACH,
        of=nights,
        least=least_nights,
    ):
        yield told_beside(
            found, f"You slept on your stomach on {found.seen.share} recorded nights", least_nights
        )


@rule(
    theme="daily life",
    checks="little sleep",
    threshold="a mean of less than 7 h over the last 7 recorded nights, of which there are 4 at least",
    severity=(Severity.INFO,),
    documents=(science("adults are commonly advised to sleep seven hours or more"),),
    grade="●",
    advice="Most adults recover better with seven hours or more.",
    looks_back=42,
    details={"nights": "how many nights the mean is of"},
)
def sleep_short(
    frames: Frames, *, least_h: float = 7, nights: int = 7, least_nights: int = 4
) -> Iterator[Finding]:
    """The mean of the last nights whose hours were told."""
    slept = CheckIns(frames, lambda row: row.sleep_h is not None)
    told = occasions(slept)
    points: list[Point[tuple[Occasion, list[CheckInRow]]]] = []
    for place, occasion in enumerate(told):
        rows = slept.newest(occasion, nights)
        ends = newest_of(rows) + EVENT_DAYS * DAY if rows else occasion.at
        short = len(rows) >= least_nights and not at_least(_mean_h(rows), least_h) and ends > occasion.at
        points.append(Point(occasion.at, Severity.INFO if short else None, ends, (occasion, rows)))
        if 0 < len(rows) < least_nights and ends > occasion.at:
            until = min([ends, *(one.at for one in told[place + 1 : place + 2])])
            what = (f"the hours of sleep of {least_nights} nights within 28 days",)
            yield Missing(subject={}, since=occasion.at, until=until, what=what)
    for found in stretches(points):
        occasion, rows = found.seen
        yield Occurrence(
            subject={},
            since=found.since,
            until=found.until,
            severity=found.level,
            message=f"On average {_hours(rows)} of sleep over the last {len(rows)} recorded nights ({span_of(rows)}).",
            evidence=evidence_in(rows),
            value=_mean_h(rows),
            unit="h",
            threshold=Threshold("<", least_h, "h"),
            episode=each_time(found.since),
            offset=occasion.offset,
            details={"nights": len(rows)},
        )


def _mean_h(rows: Sequence[CheckInRow]) -> float:
    return fmean([row.sleep_h or 0.0 for row in rows])


def _hours(rows: Sequence[CheckInRow]) -> str:
    hours, minutes = divmod(int(_mean_h(rows) * 60 + TOLERANCE), 60)
    return f"{hours} h {minutes} min" if minutes else f"{hours} h"


@rule(
    theme="daily life",
    checks="much stress while the back hurts",
    threshold="7 or more of 10 on 3 or more of the last 7 check-ins with an answer, and back pain in the same time",
    severity=(Severity.INFO,),
    documents=(PREVENT,),
    grade="●●",
    advice="Stress tenses muscles. Whatever calms you is also good for your back.",
    looks_back=42,
)
def stress_high(
    frames: Frames, *, high: int = 7, checkins: int = 7, least_checkins: int = 3, least_nrs: int = 1
) -> Iterator[Finding]:
    """The last check-ins that tell the stress, and back pain on the dates from the first of them to the last."""
    stressed = CheckIns(frames, lambda row: row.stress is not None)
    for found in beside_pain(
        stressed,
        BackPain(frames, least_nrs),
        lambda row: row.stress is not None and row.stress >= high,
        of=checkins,
        least=least_checkins,
    ):
        yield told_beside(
            found,
            f"Your stress was {high} or more of 10 on {found.seen.share} check-ins with an answer",
            least_checkins,
        )


@rule(
    theme="daily life",
    checks="sitting for long while the back hurts",
    threshold="more than 6 h on 3 or more of the last 7 check-ins with an answer, and back pain in the same time; "
    "caution when an entry of that time says 4 or more",
    severity=(Severity.CAUTION, Severity.INFO),
    documents=(PREVENT, RELIEF, science("Suri 2018, Spine 43:427")),
    grade="●●",
    advice="Get up now and then, and have your back supported where you sit.",
    looks_back=42,
)
def posture_sitting(
    frames: Frames,
    *,
    most_h: float = 6,
    checkins: int = 7,
    least_checkins: int = 3,
    least_nrs: int = 1,
    caution_nrs: int = 4,
) -> Iterator[Finding]:
    """The last check-ins that tell how long one sat, and back pain on the dates from the first to the last."""
    sat = CheckIns(frames, lambda row: row.sitting_h is not None)
    for found in beside_pain(
        sat,
        BackPain(frames, least_nrs),
        lambda row: row.sitting_h is not None and above(row.sitting_h, most_h),
        of=checkins,
        least=least_checkins,
        caution_nrs=caution_nrs,
    ):
        yield told_beside(
            found,
            f"You sat for more than {most_h:g} h on {found.seen.share} check-ins with an answer",
            least_checkins,
        )


@rule(
    theme="daily life",
    checks="smoking while the back hurts",
    threshold="cigarettes on 3 or more of the last 14 check-ins with an answer, and back pain within 28 days; "
    "once in 90 days",
    severity=(Severity.INFO,),
    documents=(LOWER_BACK,),
    grade="●●",
    advice="Smoking slows the blood flow to the back. If you would like to stop, a doctor or pharmacist can help.",
    looks_back=215,
)
def smoking(
    frames: Frames,
    *,
    checkins: int = 14,
    least_checkins: int = 3,
    pain_days: int = 28,
    least_nrs: int = 1,
    once_days: int = 90,
) -> Iterator[Finding]:
    """The last check-ins that tell the cigarettes, and back pain on the dates up to that of the occasion."""
    told, pains = CheckIns(frames, lambda row: row.cigarettes is not None), BackPain(frames, least_nrs)

    def judge(occasion: Occasion) -> Point[Beside] | None:
        rows = told.newest(occasion, checkins)
        counted = [row for row in rows if row.cigarettes]
        if len(counted) < least_checkins:
            return None
        return with_pain(occasion, rows, counted, pains, pain_days)

    for found in once_in(once_days, occasions(told, pains), judge):
        said = f"You smoked on {found.seen.share} check-ins with an answer"
        yield told_beside(found, said, least_checkins, hurt=f"hurt within {pain_days} days")


@rule(
    theme="daily life",
    checks="body weight above the target that you set, while the back hurts",
    threshold="with a target and weight hints on: the median of 7 days more than 10 % above the target, and back pain "
    "within 28 days; once in 90 days",
    severity=(Severity.INFO,),
    documents=(LOWER_BACK, PREVENT),
    grade="●●",
    advice="Less weight is less load on the spine. You asked for this hint; weight_hints=no in the profile ends it.",
    looks_back=215,
    details={"weight_kg": "the median of 7 days", "target_kg": "the target that you set"},
)
def weight_high(
    frames: Frames,
    *,
    percent: float = 10,
    days: int = 7,
    pain_days: int = 28,
    least_nrs: int = 1,
    once_days: int = 90,
) -> Iterator[Finding]:
    """On only with the profile keys `target_weight_kg` and `weight_hints=yes`."""
    target = float(frames.profile.get("target_weight_kg") or 0)
    if not target or frames.profile.get("weight_hints") != "yes":
        return
    weighed, pains = CheckIns(frames, lambda row: row.body_weight_kg is not None), BackPain(frames, least_nrs)

    def judge(occasion: Occasion) -> Point[Beside] | None:
        rows = weighed.newest(occasion, days + 1, days)
        if not rows or not above(_beyond(rows, target), percent):
            return None
        return with_pain(occasion, rows, rows, pains, pain_days, days)

    for found in once_in(once_days, occasions(weighed, pains), judge):
        rows, share = found.seen.rows, _beyond(found.seen.rows, target)
        said = (
            f"Your body weight, {_median_kg(rows):g} kg as the middle value of {days} days, was {share:.1f} % above "
            f"your target of {target:g} kg"
        )
        yield replace(
            told_beside(found, said, 0, hurt=f"hurt within {pain_days} days"),
            value=share,
            unit="%",
            threshold=Threshold(">", percent, "%"),
            details={"weight_kg": plain(_median_kg(rows)), "target_kg": plain(target)},
        )


def _median_kg(rows: Sequence[CheckInRow]) -> float:
    return median(row.body_weight_kg or 0.0 for row in rows)


def _beyond(rows: Sequence[CheckInRow], target: float) -> float:
    """How many percent the median of the weighings lies above the target."""
    return (_median_kg(rows) / target - 1) * 100
