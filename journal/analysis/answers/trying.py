"""A planned workout tried through the rules: what it would raise, and what would keep that from happening."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import islice

from journal.analysis.answers.moves import Change, Plan
from journal.analysis.answers.spoken_against import hurting, is_out
from journal.analysis.answers.today import answer, ways_back
from journal.analysis.engine import RANK, Parameters, evaluate, rulebook
from journal.analysis.flags import Flag, Judgement, Today
from journal.analysis.frames import Frames
from journal.analysis.instants import local_day, moment
from journal.analysis.judge import Read, Reading, reading
from journal.analysis.training.regions import loaded_regions
from journal.exercises import Exercise
from journal.records import BY_TABLE, Session
from journal.vocabulary import Region

_EVER = 2**62
"""An instant after every record."""

MOST_TRIED = 12
"""So many changes are tried for one flag."""


@dataclass(frozen=True, slots=True)
class Check:
    """What the rules say of a planned workout.

    `judgement` has the flags that it would raise; a change with which one is not raised stands in its details as
    `avoid`, unless a doctor is to be seen first.  `now` is the day's answer without the workout, `left_out` the
    planned exercises that it leaves out, and `instead` says what to do in their place.
    """

    judgement: Judgement
    now: Today
    left_out: tuple[Exercise, ...] = ()
    instead: tuple[str, ...] = ()


def check(
    read: Read, planned: Sequence[Session], as_of: datetime, *, parameters: Parameters | None = None
) -> Check:
    """What planned workouts would raise if done at their own time.  Nothing is recorded."""
    base = reading(read, as_of, parameters)
    judgement, now = _tried(base, planned), answer(base, as_of)
    plan = Plan(tuple(planned), base.frames.catalogue)
    out = tuple(one for one in plan.exercises() if is_out(one, now.leave_out))
    if now.act is None:
        flags = tuple(_with_way_out(base, plan, flag, judgement.flags) for flag in judgement.flags)
        judgement = replace(judgement, flags=flags)
    return Check(judgement, now, out, _instead(base) if out and now.act is None else ())


def _instead(base: Reading) -> tuple[str, ...]:
    told = rulebook()["low-impact-suggestion"].line
    day = local_day(base.at, base.offset)
    return () if told is None else tuple(told(base.frames, base.at, day))


def _tried(base: Reading, planned: Sequence[Session], rules: Sequence[str] = ()) -> Judgement:
    starts = {int(session.workout.started_at.timestamp()) for session in planned}
    last = max((*starts, base.at))
    known = base.frames if last == base.at else _without_later(base.frames, base.at)
    after = evaluate(known.cut(last).with_sessions(planned), base.parameters, rules=rules)
    raised = after.beyond(base.history, last, offset=base.offset)
    ids = {str(session.workout.id) for session in planned}
    return Judgement(
        moment(base.at, base.offset),
        tuple(flag for flag in raised if int(flag.since.timestamp()) in starts),
        tuple(one for one in after.judge(last).insufficient if one.subject.get("workout") in ids),
    )


def _without_later(frames: Frames, at: int) -> Frames:
    """The journal as it is known at an instant, to be asked of a later one: what came between is not known yet."""
    later = frames.cut(_EVER)
    keys = {("checkins", row.id) for row in later.checkins if row.ts > at}
    for name, record in BY_TABLE.items():
        if record.WHEN and name != "checkins":
            rows = later.table(name)
            keys |= {(name, str(key)) for key in rows.loc[rows[record.WHEN] > at, "id"]}
    return frames.without(keys) if keys else frames


def _with_way_out(base: Reading, plan: Plan, flag: Flag, others: Sequence[Flag]) -> Flag:
    """The flag with the smallest change that helps, if there is one; an urgent flag is not to be avoided.

    Where the plan loads a place that hurts, nothing but leaving out is named: a little less of it would only be less
    than too much.  A place on its way back is for the rules of the way back to speak of.
    """
    rule = rulebook()[flag.rule]
    changes = rule.avoid(flag, plan) if rule.avoid is not None and not flag.is_urgent else iter(())
    if _is_sore(base, plan, returns=rule.theme == "return to training"):
        changes = (change for change in changes if change.leaves_out)
    for change in islice(changes, MOST_TRIED):
        if _helps(base, change, flag, others):
            return replace(flag, details={**flag.details, "avoid": change.words})
    return flag


def _is_sore(base: Reading, plan: Plan, *, returns: bool) -> bool:
    loaded = {region for one in plan.exercises() for region in loaded_regions(one)}
    on_the_way = set() if returns else {Region(phase.place.region) for phase in ways_back(base)}
    return not loaded.isdisjoint(hurting(base.frames, base.at) | on_the_way)


def _helps(base: Reading, change: Change, flag: Flag, others: Sequence[Flag]) -> bool:
    # The rule alone is quick to ask; only what it lets pass is put to all of them.
    if _raises(_tried(base, change.sessions, [flag.rule]).flags, flag):
        return False
    after = _tried(base, change.sessions).flags
    return not _raises(after, flag) and all(_is_no_worse(one, others) for one in after)


def _is_no_worse(flag: Flag, others: Sequence[Flag]) -> bool:
    """Whether the plan as it was raises that flag too, by itself or merged under another, no less severe."""
    return any(
        RANK[flag.severity] >= RANK[one.severity]
        and ((one.rule == flag.rule and one.subject == flag.subject) or flag.rule in one.also)
        for one in others
    )


def _raises(flags: Sequence[Flag], flag: Flag) -> bool:
    return any(one.rule == flag.rule and one.subject == flag.subject for one in flags)
