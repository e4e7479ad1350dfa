"""Drafts that were left unfinished: kept while the journal is open, recorded nowhere."""

from datetime import date
from uuid import UUID
from weakref import WeakKeyDictionary

from journal.tui.draft.model import Draft

Key = date | UUID
"""The day that a new workout is for, or the workout that is edited."""

_KEPT: "WeakKeyDictionary[object, dict[Key, Draft]]" = WeakKeyDictionary()


def kept(journal: object, key: Key) -> Draft | None:
    """The draft that was left there; None when there is none."""
    return _KEPT.get(journal, {}).get(key)


def keep(journal: object, key: Key, draft: Draft | None) -> None:
    """Keep a draft while `journal` is open, or forget it (None)."""
    there = _KEPT.setdefault(journal, {})
    if draft is None:
        there.pop(key, None)
    else:
        there[key] = draft


def unrecorded(journal: object) -> tuple[Draft, ...]:
    """The drafts that hold something that would be lost when the journal is closed."""
    drafts = _KEPT.get(journal, {}).values()
    return tuple(one for one in drafts if one.before is not None or not one.is_empty)
