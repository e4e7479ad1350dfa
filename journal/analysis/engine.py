"""All rules over all of the journal, and then what is active at an instant.

Rules know nothing of one another: raising a flag once, merging families and sorting happen here, after
evaluation.  One pass gives every flag that ever was; the report, the calendar and `--as-of` read it.
"""

import gc
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from operator import itemgetter
from typing import Any

from journal.analysis.families import merge, paired
from journal.analysis.flags import Flag, Insufficient, Judgement, Subject
from journal.analysis.frames import Frames
from journal.analysis.habits import not_told_before, with_habits
from journal.analysis.instants import DAY, local_day, moment
from journal.analysis.joint import jointly
from journal.analysis.marks import Marks
from journal.analysis.rulebook import EVENT_DAYS, RULES, THEMES, Missing, Occurrence, Rule
from journal.analysis.untimed import asked_in_vain
from journal.vocabulary import Severity, Status

Parameters = Mapping[str, Mapping[str, Any]]
"""Settings that replace a rule's defaults: rule id -> parameter -> value."""

Tell = Callable[[int, int], None]
"""Is told before each rule how many are done, and of how many; what it raises ends the work."""

RANK = {severity: rank for rank, severity in enumerate(Severity)}
"""0 = urgent."""
_NEVER = 2**62


@dataclass(frozen=True, slots=True)
class History:
    """Every flag that ever was, and every time that a rule could not judge."""

    occurrences: tuple[Occurrence, ...]
    missing: tuple[Missing, ...]
    marks: Marks = field(default_factory=lambda: Marks((), ()))

    def active(self, instant: int) -> list[Occurrence]:
        """What holds at that instant, one per rule and subject: the worst, then the newest."""
        held: dict[object, Occurrence] = {}
        for one in self.occurrences:
            if one.since <= instant and (one.until is None or instant < one.until):
                known = held.get(_name(one))
                if known is None or (RANK[one.severity], -one.since) < (RANK[known.severity], -known.since):
                    held[_name(one)] = one
        return list(held.values())

    def judge(self, instant: int, *, offset: int = 0, past: bool = False, brief: bool = False) -> Judgement:
        """The flags of an instant (seconds since 1970 UTC), their times told with that offset.

        With `past` the ones that ended before are listed too, and merged ones by themselves; `brief` leaves out
        tips that were given before within 28 days, and tells left and right once where they are the same.
        """
        active = self.active(instant)
        shown = not_told_before(active, self.occurrences, instant) if brief else active
        flags = [self._flag(one, instant, offset) for one in shown]
        if past:
            held = {id(one) for one in active}
            flags += [
                self._flag(one, instant, offset, Status.PAST)
                for one in self.occurrences
                if one.since <= instant
                and id(one) not in held
                and one.until is not None
                and one.until <= instant
            ]
        else:
            flags = _merged(flags, brief)
        judged = {(one.rule, *sorted(one.subject.items())) for one in active}
        return Judgement(
            moment(instant, offset), tuple(sorted(flags, key=_order)), self._insufficient(instant, judged)
        )

    def held_since(self, first: int, instant: int) -> tuple[Flag, ...]:
        """The flags that held from the local date `first` (an ordinal) up to an instant, the first one first.

        Their times are told on the writer's clock of that time: the date that they began on is the writer's.
        """
        found = (
            one
            for one in self.occurrences
            if one.since <= instant and (one.until is None or local_day(one.until - 1, one.offset) >= first)
        )
        return tuple(
            self._flag(one, instant, one.offset, _status(one, instant))
            for one in sorted(found, key=lambda one: (one.since, RANK[one.severity], _name(one)))
        )

    def beyond(
        self, other: "History", *instants: int, offset: int = 0, brief: bool = False
    ) -> tuple[Flag, ...]:
        """The flags of some instants that the other history does not have, and urgent ones of any time until then.

        What was raised earlier and goes on is none of them, but an urgent flag that is kept up longer is.  They
        are merged among themselves, so that they do not vanish under a flag that was there, and sorted.  `brief`
        leaves out tips that were given before within 28 days, and what the writer does not want to be told.
        """
        known = {_raised(one): one.until for one in other.occurrences}
        found = [
            one
            for one in self.occurrences
            if one.severity is Severity.URGENT
            and one.since <= max(instants)
            and _is_later(one.until, known.get(_raised(one), one.since))
        ]
        for instant in instants:
            active = self.active(instant)
            shown = not_told_before(active, self.occurrences, instant) if brief else active
            found += [one for one in shown if _raised(one) not in known]
        newest = {(one.severity, *_name(one)): one for one in found}
        flags = [self._flag(one, max(instants), offset) for one in newest.values()]
        told = [flag for flag in flags if flag.mark is None or not brief]
        return tuple(sorted(_merged(told, brief), key=_order))

    def _flag(self, one: Occurrence, instant: int, offset: int, status: Status = Status.ACTIVE) -> Flag:
        return replace(_flag(one, offset, status), mark=self.marks.of(one, instant))

    def _insufficient(self, instant: int, judged: set[tuple[Any, ...]]) -> tuple[Insufficient, ...]:
        said: dict[tuple[Any, ...], Insufficient] = {}
        for one in self.missing:
            key = (one.rule, *sorted(one.subject.items()))
            if one.since <= instant < one.until and key not in judged:
                said[key] = Insufficient(one.rule, one.subject, one.what)
        return tuple(said[key] for key in sorted(said))


def _merged(flags: Sequence[Flag], brief: bool) -> list[Flag]:
    told = jointly(merge(flags))
    return paired(told) if brief else told


def evaluate(
    frames: Frames,
    parameters: Parameters | None = None,
    *,
    rules: Iterable[str] = (),
    tell: Tell | None = None,
) -> History:
    """All rules (or the named ones) over the journal, with settings that replace their defaults."""
    with _collector_at_rest():
        return _evaluated(frames, parameters or {}, rules, tell)


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """Tens of thousands of rows are made here and none of them in a circle: looking for some doubles the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _evaluated(frames: Frames, parameters: Parameters, rules: Iterable[str], tell: Tell | None) -> History:
    book = rulebook()
    chosen = [book[name] for name in rules] or list(book.values())
    found: dict[str, list[Occurrence]] = {}
    missing: dict[str, list[Missing]] = {}
    ordered = in_order(chosen, book)
    for done, one in enumerate(ordered):
        if tell is not None:
            tell(done, len(ordered))
        findings = one.find(frames, parameters.get(one.id, {}), found)
        raised = (each for each in findings if isinstance(each, Occurrence))
        found[one.id] = raised_once(raised, rule=one.id)
        lacking = (replace(each, rule=one.id) for each in findings if isinstance(each, Missing))
        missing[one.id] = [each for each in lacking if not asked_in_vain(frames, each)]
    occurrences = tuple(with_habits((each for one in chosen for each in found[one.id]), frames))
    return History(
        occurrences,
        tuple(each for one in chosen for each in missing[one.id]),
        Marks(frames.marks, occurrences, frames.entries if frames.marks else None),
    )


def in_order(chosen: Iterable[Rule], book: Mapping[str, Rule]) -> list[Rule]:
    """The rules and all that they rest on, each after what it rests on; `ValueError` when they go in a circle."""
    ordered: dict[str, Rule] = {}

    def enter(one: Rule, above: tuple[str, ...]) -> None:
        if one.id in above:
            raise ValueError(f"rules rest on one another: {' -> '.join((*above, one.id))}")
        if one.id not in ordered:
            for other in rests_on(one, book):
                enter(other, (*above, one.id))
            ordered[one.id] = one

    for one in chosen:
        enter(one, ())
    return list(ordered.values())


def rests_on(one: Rule, book: Mapping[str, Rule]) -> list[Rule]:
    """The rules whose findings a rule needs."""
    return [other for other in book.values() if one.rests_on is not None and one.rests_on(other)]


def rulebook() -> dict[str, Rule]:
    """The whole catalogue by id, theme by theme, whatever was imported first."""
    from journal.analysis import rules  # noqa: F401 - the themes enter their rules when they are imported

    return {one.id: one for one in sorted(RULES.values(), key=lambda one: THEMES.index(one.theme))}


def raised_once(occurrences: Iterable[Occurrence], *, rule: str = "") -> list[Occurrence]:
    """One flag per rule, subject and episode (7 days where there is none), raised again only when it is worse.

    A worse one ends the one before it.  Urgent flags are all kept.  One that was over as soon as it began never
    was, and keeps none from being raised.  `rule` is the one that found them; without it they say so themselves.
    """
    kept: list[Occurrence] = []
    latest: dict[object, int] = {}
    rows: dict[object, tuple[int, int]] = {}
    lasting = [(one.since, RANK[one.severity], _name(one), one) for one in occurrences if _lasts(one)]
    for since, rank, name, one in sorted(lasting, key=itemgetter(0, 1, 2)):
        key = (name, one.episode)
        start, goes_on = rows.get(key, (since, since))
        start = start if since <= goes_on else since
        rows[key] = (start, max(goes_on, since + EVENT_DAYS * DAY - 1, _end(one)))
        index = latest.get(key)
        if index is not None:
            before = kept[index]
            worse = rank < RANK[before.severity]
            near = bool(one.episode) or since - before.since < EVENT_DAYS * DAY
            if near and not worse and one.severity is not Severity.URGENT:
                continue
            if worse and (before.until is None or before.until > since):
                kept[index] = replace(before, until=since)
        latest[key] = len(kept)
        kept.append(replace(one, rule=rule or one.rule, chain=start))
    return list(filter(_lasts, kept))


def _lasts(one: Occurrence) -> bool:
    return one.until is None or one.until > one.since


def _end(one: Occurrence) -> int:
    return _NEVER if one.until is None else one.until


def _status(one: Occurrence, instant: int) -> Status:
    return Status.PAST if one.until is not None and one.until <= instant else Status.ACTIVE


def _name(one: Occurrence) -> tuple[Any, ...]:
    return (one.rule, *sorted(one.subject.items()))


def _raised(one: Occurrence) -> tuple[Any, ...]:
    return (one.severity, one.since, *_name(one))


def _is_later(until: int | None, other: int | None) -> bool:
    return other is not None and (until is None or until > other)


def _order(flag: Flag) -> tuple[Any, ...]:
    return (RANK[flag.severity], -flag.since.timestamp(), flag.rule, sorted(flag.subject.items()))


def _flag(one: Occurrence, offset: int, status: Status) -> Flag:
    rule = RULES[one.rule]
    return Flag(
        rule=one.rule,
        severity=one.severity,
        subject=_plain(one.subject),
        since=moment(one.since, offset),
        until=moment(one.until, offset) if status is Status.PAST and one.until is not None else None,
        message=one.message,
        advice=one.advice or rule.advice,
        documents=rule.documents,
        evidence=one.evidence,
        act=one.act,
        status=status,
        value=one.value,
        unit=one.unit,
        threshold=one.threshold,
        details=_details(one, status),
    )


def _details(one: Occurrence, status: Status) -> Mapping[str, Any]:
    unanswered = one.ran_out and status is Status.PAST
    return {**one.details, "ended": "never answered"} if unanswered else one.details


def _plain(subject: Subject) -> Subject:
    return {key: str(value) for key, value in subject.items()}
