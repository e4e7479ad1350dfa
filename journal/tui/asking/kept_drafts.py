"""Workouts that were begun and are not recorded: at hand while the journal is open, and kept in it."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

if TYPE_CHECKING:
    from journal.tui.draft import Draft

Key = date | UUID
"""The day that a new workout is for, or the workout that is edited."""


class KeptDrafts:
    """The drafts by what they are for.  `store` puts one into the journal by its name, "" takes it out."""

    def __init__(self, store: Callable[[str, str], object]) -> None:
        self._store = store
        self._there: dict[Key, Draft] = {}

    def fill(self, stored: Mapping[str, str]) -> None:
        """Take over what the journal has; what cannot be read any more stays where it is."""
        if not stored:
            return
        from journal.tui.draft.stored import from_text

        for name, text in stored.items():
            key, draft = _key_of(name), from_text(text)
            if key is not None and draft is not None:
                self._there.setdefault(key, draft)

    def get(self, key: Key) -> "Draft | None":
        """The draft that was left there; None when there is none."""
        return self._there.get(key)

    def keep(self, key: Key, draft: "Draft | None") -> None:
        """Keep a draft until it is recorded, or forget it (None)."""
        if draft == self._there.get(key):
            return
        if draft is None:
            del self._there[key]
            self._store(str(key), "")
            return
        from journal.tui.draft.stored import as_text

        self._there[key] = draft
        self._store(str(key), as_text(draft))

    def unrecorded(self) -> "dict[Key, Draft]":
        """The drafts that hold something that was done, or changed."""
        return {
            key: draft for key, draft in self._there.items() if draft.before is not None or not draft.is_empty
        }


def _key_of(name: str) -> Key | None:
    """What the draft of that name is for; None when the name is no key."""
    try:
        return date.fromisoformat(name) if len(name) == len("2026-11-20") else UUID(name)
    except ValueError:
        return None
