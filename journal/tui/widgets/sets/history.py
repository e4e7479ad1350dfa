"""The drafts before and after the present one: undo and redo while nothing is recorded yet."""

from journal.tui.draft.model import Draft


class History:
    """Keeps every draft of this session; they share all that did not change."""

    def __init__(self) -> None:
        self._past: list[Draft] = []
        self._future: list[Draft] = []

    def add(self, before: Draft) -> None:
        """The draft as it was before a change."""
        self._past.append(before)
        self._future.clear()

    def back(self, present: Draft) -> Draft | None:
        """The draft before the present one; None when there is none."""
        if not self._past:
            return None
        self._future.append(present)
        return self._past.pop()

    def forth(self, present: Draft) -> Draft | None:
        """The draft that was taken back last; None when there is none."""
        if not self._future:
            return None
        self._past.append(present)
        return self._future.pop()
