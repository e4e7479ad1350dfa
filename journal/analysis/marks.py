"""What the writer did with flags: an acknowledged or snoozed flag is still listed, but no longer told by itself.

Marks are laid over the flags after everything else; no rule knows of them, and an urgent flag has none.  One ends
when the place hurts more than it did when the flag was marked.
"""

from collections.abc import Iterable, Mapping, Sequence

from journal.analysis.flags import Mark
from journal.analysis.instants import DAY, moment
from journal.analysis.rows import MarkRow, PainRow, Place
from journal.analysis.rulebook import Occurrence
from journal.vocabulary import MarkAction, Severity

_RANK = {severity: rank for rank, severity in enumerate(Severity)}


class Marks:
    """The marks of a journal beside the flags that they were set on."""

    def __init__(
        self,
        rows: Iterable[MarkRow],
        occurrences: Sequence[Occurrence],
        entries: Mapping[Place, Sequence[PainRow]] | None = None,
    ) -> None:
        self._entries = entries or {}
        self._rows: dict[object, list[MarkRow]] = {}
        for row in rows:
            self._rows.setdefault((row.rule, row.subject), []).append(row)
        self._flags: dict[object, list[Occurrence]] = {}
        for one in occurrences if self._rows else ():
            self._flags.setdefault(_name(one), []).append(one)

    def of(self, one: Occurrence, instant: int) -> Mark | None:
        """The mark that a flag has at an instant; None when it has none, or when it is urgent."""
        if one.severity is Severity.URGENT:
            return None
        for row in reversed(self._rows.get(_name(one), [])):
            if row.ts <= instant:
                return _mark(row) if self._holds(row, one, instant) else None
        return None

    def _holds(self, row: MarkRow, one: Occurrence, instant: int) -> bool:
        """Whether a mark is about this flag: the one it was set on, and for a snooze what follows in its time."""
        if row.action == MarkAction.SNOOZE and (row.until is None or row.until <= instant):
            return False
        if self._hurts_more(row, one, instant):
            return False
        if _is_there(one, row.ts):
            return True
        set_on = [_RANK[flag.severity] for flag in self._flags[_name(one)] if _is_there(flag, row.ts)]
        follows = one.since > row.ts and bool(set_on) and _RANK[one.severity] >= min(set_on)
        return row.action == MarkAction.SNOOZE and follows

    def _hurts_more(self, row: MarkRow, one: Occurrence, instant: int) -> bool:
        """Whether the place that the flag is about hurt more since the mark than it did when it was set."""
        place = Place(one.subject.get("region", ""), one.subject.get("side", ""))
        known = [entry for entry in self._entries.get(place, ()) if one.since - DAY <= entry.ts <= instant]
        before = max((entry.score for entry in known if entry.ts <= row.ts), default=None)
        return before is not None and any(entry.ts > row.ts and entry.score > before for entry in known)


def _is_there(one: Occurrence, instant: int) -> bool:
    return one.since <= instant and (one.until is None or instant < one.until)


def _name(one: Occurrence) -> tuple[str, frozenset[tuple[str, str]]]:
    return one.rule, frozenset((key, str(value)) for key, value in one.subject.items())


def _mark(row: MarkRow) -> Mark:
    until = None if row.until is None else moment(row.until, row.offset)
    return Mark(MarkAction(row.action), moment(row.ts, row.offset), until, row.reason)
