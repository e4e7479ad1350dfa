"""Training while something calls for a doctor, or hard training after it, before anybody has cleared it."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from journal.analysis.documents import PREVENT
from journal.analysis.flags import Evidence, Threshold
from journal.analysis.frames import Frames
from journal.analysis.instants import DAY, at_least
from journal.analysis.pain.painful import began_with
from journal.analysis.replacing import newest_only
from journal.analysis.rulebook import EVENT_DAYS, RULES, Finding, Found, Missing, Occurrence, Rule, rule
from journal.analysis.rules.return_to_training import EFFORT, tells_effort
from journal.analysis.telling import says_when
from journal.analysis.training.workouts import Bout
from journal.vocabulary import Act, CareKind, Severity

_THEME = "return to training"
_RECURRENT = "recurrent-post-workout"


def can_be_urgent(one: Rule) -> bool:
    """The rules after which training needs a clearance."""
    return one.theme != _THEME and (Severity.URGENT in one.severity or one.id == _RECURRENT)


@rule(
    theme=_THEME,
    checks="training during or after a red flag without a clearance",
    threshold="any workout while an urgent flag is active; or one of RPE 7 or more, with no clearance since, within "
    "90 days of the start of an urgent flag or of pain that keeps coming back after workouts",
    severity=(Severity.WARNING,),
    documents=(PREVENT,),
    grade="●",
    advice="Leave training until a doctor has seen it, and go back to hard sessions once a professional has said "
    'that you may; write that down as "cleared".',
    looks_back=97,
    details={"because": "the rules that call for a doctor or a clearance"},
    rests_on=can_be_urgent,
)
def return_clearance(
    frames: Frames, found: Found, *, hard_rpe: float = 7, days: float = 90
) -> Iterator[Finding]:
    """Every workout beside the urgent flags of its time, and every hard one beside those of the last weeks."""
    cleared = [row.ts for row in frames.care if row.kind == CareKind.CLEARANCE]
    made: list[Finding] = []
    for bout, calls in _called(frames.bouts, found, int(days * DAY)):
        active = [one for one in calls if _stands(frames, one, bout)]
        seen = bisect_right(cleared, bout.ts)
        last = cleared[seen - 1] if seen else None
        since_then = [one for one in calls if one.since < bout.ts and (last is None or last <= one.since)]
        if active:
            made.append(_while_urgent(bout, active))
        elif since_then and (effort := bout.effort()) is not None:
            if at_least(effort, hard_rpe):
                made.append(_uncleared(bout, since_then, effort, hard_rpe))
        elif since_then and tells_effort(frames, bout):
            until = bout.ts + EVENT_DAYS * DAY
            made.append(Missing(subject={}, since=bout.ts, until=until, what=(EFFORT,)))
    yield from newest_only(made)


def _called(bouts: Sequence[Bout], found: Found, span: int) -> Iterator[tuple[Bout, list[Occurrence]]]:
    """The workouts, each with what calls for a doctor then or has called for one in the `span` before."""
    urgent = [
        one for name, some in found.items() if can_be_urgent(RULES[name]) for one in some if _counts(one)
    ]
    urgent.sort(key=lambda one: (one.since, one.rule, sorted(one.subject.items())))
    held: list[Occurrence] = []
    known = 0
    for bout in bouts:
        while known < len(urgent) and urgent[known].since <= bout.ts:
            held.append(urgent[known])
            known += 1
        held = [one for one in held if one.since >= bout.ts - span or _lasts(one, bout.ts)]
        if held:
            yield bout, held


def _counts(one: Occurrence) -> bool:
    return one.severity is Severity.URGENT or (one.rule == _RECURRENT and one.severity is Severity.WARNING)


def _lasts(one: Occurrence, instant: int) -> bool:
    return one.until is None or instant < one.until


def _stands(frames: Frames, one: Occurrence, bout: Bout) -> bool:
    """Whether it is urgent and was there when the workout began: what hurt during it was not."""
    if one.severity is not Severity.URGENT or not _lasts(one, bout.ts):
        return False
    if one.since < bout.ts:
        return True
    at_once = frames.pain[bisect_left(frames.pain, bout.ts, key=lambda entry: entry.ts) :]
    came_with = takewhile(lambda entry: entry.ts == bout.ts, at_once)
    return not any(
        began_with(entry, bout.ts) and Evidence("pain", entry.id) in one.evidence for entry in came_with
    )


def _while_urgent(bout: Bout, active: Sequence[Occurrence]) -> Occurrence:
    return _flag(bout, active, f"The workout of {says_when(bout)} began while this called for a doctor")


def _uncleared(bout: Bout, calls: Sequence[Occurrence], effort: float, hard_rpe: float) -> Occurrence:
    hard = f"was hard (effort {effort:g} of 10)"
    told = f"The workout of {says_when(bout)} {hard}, with no clearance since this"
    return replace(
        _flag(bout, calls, told), value=effort, unit="RPE", threshold=Threshold(">=", hard_rpe, "RPE")
    )


def _flag(bout: Bout, calls: Sequence[Occurrence], told: str) -> Occurrence:
    newest = calls[-1]
    more = f" (and {len(calls) - 1} more)" if len(calls) > 1 else ""
    behind = dict.fromkeys(evidence for one in calls for evidence in one.evidence)
    return Occurrence(
        subject={},
        since=bout.ts,
        until=bout.ts + EVENT_DAYS * DAY,
        severity=Severity.WARNING,
        act=Act.THIS_WEEK,
        message=f"{told}{more}: {newest.message}",
        evidence=(Evidence("workouts", bout.id), *behind),
        episode=bout.id,
        offset=bout.offset,
        details={"because": list(dict.fromkeys(one.rule for one in calls))},
    )
