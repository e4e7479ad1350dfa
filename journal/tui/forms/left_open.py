"""What was said in a form that was left before it was recorded: kept while the journal is open."""

from datetime import date
from typing import Any
from uuid import UUID
from weakref import WeakKeyDictionary

Of = tuple[str, date | UUID]
"""The page, and the day that it wrote for or the entry that it changed."""

_LEFT: "WeakKeyDictionary[object, dict[Of, Any]]" = WeakKeyDictionary()


def leave_open(journal: object, of: Of, said: Any) -> None:
    """Keep what was said while `journal` is open; nothing (None, or an empty mapping) forgets what was left."""
    there = _LEFT.setdefault(journal, {})
    there.pop(of, None)
    if said:
        there[of] = said


def take_up(journal: object, of: Of) -> Any:
    """What was left there, which is no longer kept then; None when nothing was."""
    return _LEFT.get(journal, {}).pop(of, None)
