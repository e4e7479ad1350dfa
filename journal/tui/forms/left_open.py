"""What was typed in a check-in that was left before it was recorded: kept while the journal is open."""

from collections.abc import Mapping
from datetime import date
from weakref import WeakKeyDictionary

_LEFT: "WeakKeyDictionary[object, dict[date, dict[str, str]]]" = WeakKeyDictionary()


def left_open(journal: object, day: date) -> dict[str, str]:
    """The texts of the fields by their names; empty when nothing was left."""
    return dict(_LEFT.get(journal, {}).get(day, {}))


def leave_open(journal: object, day: date, texts: Mapping[str, str]) -> None:
    """Keep these while `journal` is open; none forgets what was left."""
    there = _LEFT.setdefault(journal, {})
    there.pop(day, None)
    if texts:
        there[day] = dict(texts)
