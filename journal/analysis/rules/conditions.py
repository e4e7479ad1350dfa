"""Exercises that a long-lasting condition speaks against."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from typing import Any

from journal.analysis.answers.avoiding import without_impact
from journal.analysis.documents import BACK_PAIN, CAUSES, LOWER_BACK, science
from journal.analysis.flags import Evidence, Threshold
from journal.analysis.frames import Frames
from journal.analysis.instants import ASKED_DAYS, DAY, at_least, block_of, midnight, says_day
from journal.analysis.replacing import newest_only
from journal.analysis.rows import ConditionRow
from journal.analysis.rulebook import EVENT_DAYS, Finding, Missing, Occurrence, rule
from journal.analysis.stretches import Point
from journal.analysis.telling import sentence
from journal.analysis.timeline import Timeline
from journal.analysis.training.lacking import (
    Done,
    calendar_dates,
    judged_times,
    verdict,
    weekly,
)
from journal.analysis.training.workouts import Bout
from journal.vocabulary import Act, CareKind, ConditionName, ExerciseTag, FormFlag, Severity, display

NEEDS_A_PLAN = (
    ConditionName.ARTHRITIS,
    ConditionName.HERNIATED_DISC,
    ConditionName.LIGAMENT_INJURY,
    ConditionName.SPONDYLITIS,
    ConditionName.SPONDYLOLISTHESIS,
    ConditionName.STENOSIS,
)
"""Conditions with which training needs a plan made for them."""
NOT_HEALED = (ConditionName.HERNIATED_DISC, ConditionName.LIGAMENT_INJURY)
"""Conditions with which nothing strenuous is done until they have healed."""
IMPACT = frozenset({ExerciseTag.JUMP, ExerciseTag.HIGH_IMPACT})
BENDS_A_WEAK_SPINE = frozenset({ExerciseTag.LOADED_TWIST, ExerciseTag.SEATED_FOLD})


@rule(
    theme="exercise choice",
    checks="jumping and other impact with a herniated disc",
    threshold="a workout with a jump or other impact, such as running, while the profile has a herniated disc",
    severity=(Severity.WARNING,),
    documents=(LOWER_BACK,),
    grade="●",
    advice="For disc problems the article suggests swimming, cycling or easy yoga in place of jumping and running.",
    looks_back=14,
    avoid=without_impact,
    details={"exercises": "those of the workout that are meant"},
)
def condition_herniated_jump(frames: Frames) -> Iterator[Finding]:
    """Each workout with such an exercise on a date on which the condition holds."""
    found: list[Finding] = []
    row = _condition(frames, ConditionName.HERNIATED_DISC)
    for bout in frames.bouts if row is not None else ():
        done = _names(bout, IMPACT)
        if row is not None and done and row.holds_on(bout.day):
            message = f"{', '.join(done)} on {says_day(bout.day)}, with a herniated disc."
            found.append(_session(bout, row, Severity.WARNING, message, details={"exercises": done}))
    yield from newest_only(found)


@rule(
    theme="exercise choice",
    checks="work that weak bones need, and work that strains them",
    threshold="with osteoporosis: no bone-strengthening exercise in 14 dates: info; a loaded twist, a seated fold or "
    "faulty technique: caution",
    severity=(Severity.CAUTION, Severity.INFO),
    documents=(LOWER_BACK, science("bending and twisting a weak spine under load, technique")),
    grade="●●",
    advice="Ask a professional for a programme that strengthens the bones and spares the spine.",
    looks_back=42,
    details={"exercises": "those of the workout that are meant", "form": "what was faulty in technique"},
)
def condition_osteoporosis(frames: Frames, *, days: int = 14) -> Iterator[Finding]:
    """Work that is missing is judged on every recorded date, what was done at each workout."""
    row = _condition(frames, ConditionName.OSTEOPOROSIS)
    if row is None:
        return
    yield from newest_only(_strains(frames, row))
    yield from _no_bone_work(frames, row, days)


def _strains(frames: Frames, row: ConditionRow) -> Iterator[Occurrence]:
    for bout in frames.bouts:
        done = _names(bout, BENDS_A_WEAK_SPINE)
        form = [display(FormFlag(word)) for word in sorted(bout.form_flags)]
        if (done or form) and row.holds_on(bout.day):
            flagged = [f"technique flagged as {', '.join(form)}"] if form else []
            told = ", ".join((*done, *flagged))
            message = sentence(f"{told} on {says_day(bout.day)}, with osteoporosis")
            details = {"exercises": done, "form": form}
            yield _session(bout, row, Severity.CAUTION, message, details=details)


def _no_bone_work(frames: Frames, row: ConditionRow, days: int) -> Iterator[Finding]:
    judged = judged_times(frames)
    done = Done((ExerciseTag.BONE_LOADING,))
    points = []
    windows = calendar_dates(frames, [at for at, _ in judged], days)
    for (at, bout), window in zip(judged, windows, strict=True):
        if bout is not None:
            done.add(bout)
        if not row.holds_on(at.day):
            points.append((block_of(at.day, 7), Point(at.at, None, at.at, at)))
            continue
        found = verdict(done, window, at, days)
        ends = _ends(row, at.at, frames.offset_at(at.at))
        level = Severity.INFO if found.lacks else None
        points.append((block_of(at.day, 7), Point(at.at, level, ends, at)))
        if found.missing:
            what = (f"{found.missing} of the last {days} dates",)
            yield Missing(subject=_subject(row), since=at.at, until=at.asked_until, what=what)
    for week, stretch in weekly(points):
        yield Occurrence(
            subject=_subject(row),
            since=stretch.since,
            until=stretch.until,
            severity=stretch.level,
            message=(
                f"With osteoporosis: no exercise that strengthens the bones in the {days} dates to "
                f"{says_day(stretch.seen.day)}."
            ),
            evidence=(Evidence("conditions", row.id),),
            value=days,
            unit="d",
            threshold=Threshold(">=", days, "d"),
            episode=str(week),
            offset=frames.offset_at(stretch.since),
        )


@rule(
    theme="exercise choice",
    checks="a condition for which training should be planned with a professional",
    threshold="arthritis, a herniated disc, stenosis, spondylitis, a slipped vertebra or a ligament injury in the "
    "profile, and no clearance in 365 days; once in 90 days",
    severity=(Severity.INFO,),
    documents=(LOWER_BACK, BACK_PAIN),
    grade="●",
    advice="A physiotherapist can fit your training to the condition.",
    looks_back=372,
)
def condition_general(
    frames: Frames, *, clearance_days: float = 365, once_days: int = 90
) -> Iterator[Finding]:
    """Judged on the first recorded date with the condition in each block of `once_days`; over with a clearance."""
    cleared = Timeline(row for row in frames.care if row.kind == CareKind.CLEARANCE)
    for row in _conditions(frames, NEEDS_A_PLAN):
        judged: set[int] = set()
        for at, _ in judged_times(frames):
            block = block_of(at.day, once_days)
            if block in judged or not row.holds_on(at.day):
                continue
            judged.add(block)
            if cleared.last(at.at, int(clearance_days * DAY)) is None:
                following = cleared.next(at.at)
                offset = frames.offset_at(at.at)
                ends = _ends(row, at.at, offset)
                yield Occurrence(
                    subject=_subject(row),
                    since=at.at,
                    until=ends if following is None else min(ends, following.ts),
                    severity=Severity.INFO,
                    message=(
                        f"The profile has {_named(row)}, and no clearance to train was recorded in the "
                        f"{clearance_days:g} days to {says_day(at.day)}."
                    ),
                    evidence=(Evidence("conditions", row.id),),
                    episode=str(block),
                    offset=offset,
                )


@rule(
    theme="exercise choice",
    checks="hard training with a disc or a ligament that has not healed",
    threshold="a session with an effort (RPE) of 7 or more while the profile has a herniated disc or a ligament injury",
    severity=(Severity.WARNING,),
    documents=(CAUSES,),
    grade="●",
    advice="It is marked as not healed: keep training easy until a professional has cleared you.",
    looks_back=37,
)
def torn_or_disc_no_strenuous(frames: Frames, *, hard_rpe: float = 7) -> Iterator[Finding]:
    """Each session as hard as that on a date on which the condition holds."""
    found: list[Finding] = []
    for row in _conditions(frames, NOT_HEALED):
        told: int | None = None
        for bout in frames.bouts:
            if bout.rpe is None and row.holds_on(bout.day):
                if told is not None and told > bout.day - ASKED_DAYS:
                    until = _ends(row, bout.ts, bout.offset)
                    what = ("the effort (RPE) of the session",)
                    found.append(Missing(subject=_subject(row), since=bout.ts, until=until, what=what))
            elif bout.rpe is not None:
                told = max(bout.day, told or 0)
                if at_least(bout.rpe, hard_rpe) and row.holds_on(bout.day):
                    found.append(_hard(bout, row, bout.rpe, hard_rpe))
    yield from newest_only(sorted(found, key=lambda one: one.since))


def _hard(bout: Bout, row: ConditionRow, rpe: float, hard_rpe: float) -> Occurrence:
    day, named = says_day(bout.day), _named(row)
    message = f"The workout of {day} had an effort of {rpe:g} of 10, with {named} marked as current."
    found = _session(bout, row, Severity.WARNING, message)
    return replace(found, value=rpe, unit="RPE", threshold=Threshold(">=", hard_rpe, "RPE"))


def _session(
    bout: Bout,
    row: ConditionRow,
    severity: Severity,
    message: str,
    *,
    details: Mapping[str, Any] | None = None,
) -> Occurrence:
    """What a workout did that the condition speaks against."""
    return Occurrence(
        subject=_subject(row),
        since=bout.ts,
        until=_ends(row, bout.ts, bout.offset),
        severity=severity,
        act=Act.THIS_WEEK if severity is Severity.WARNING else None,
        message=message,
        evidence=(Evidence("conditions", row.id), Evidence("workouts", bout.id)),
        episode=bout.id,
        offset=bout.offset,
        details=details or {},
    )


def _ends(row: ConditionRow, at: int, offset: int) -> int:
    """A week after a record, or when the condition is over."""
    ends = at + EVENT_DAYS * DAY
    return ends if row.until is None else min(ends, midnight(row.until + 1, offset))


def _subject(row: ConditionRow) -> dict[str, str]:
    return {"condition": row.id}


def _named(row: ConditionRow) -> str:
    """The condition within a sentence: "arthritis", "a herniated disc"."""
    article = "a " if row.id in NOT_HEALED else ""
    return article + display(ConditionName(row.id))


def _names(bout: Bout, tags: frozenset[ExerciseTag]) -> list[str]:
    return [work.exercise.name for work in bout.work if tags & work.exercise.tags]


def _conditions(frames: Frames, names: Collection[ConditionName]) -> list[ConditionRow]:
    return sorted(row for row in frames.conditions if row.id in names)


def _condition(frames: Frames, name: ConditionName) -> ConditionRow | None:
    return next(iter(_conditions(frames, (name,))), None)
