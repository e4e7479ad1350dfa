"""Pages that are made while no key comes: the key of a page then has only to show it.

A spare page is an ordinary one, as it is before it has been shown and has read anything.  It is opened once, and
thrown away when it is left, as every page: nothing of what was typed into one can stand in the next.
"""

from collections.abc import Iterator

from journal.tui.pages import PAGES
from journal.tui.screens.page import Page


class SparePages:
    """At most one page of each name, all of which nobody has seen."""

    def __init__(self) -> None:
        self._kept: dict[str, tuple[object, Page]] = {}

    def missing(self, made_for: object) -> Iterator[str]:
        """The names of which there is no page for that (see `keep`), or none that is drawn yet."""
        return (name for name in PAGES if (page := self.kept(name, made_for)) is None or not page.is_drawn)

    def kept(self, name: str, made_for: object) -> Page | None:
        """The page of that name, when there is one for that; it stays a spare one."""
        there = self._kept.get(name)
        return there[1] if there is not None and there[0] == made_for else None

    def keep(self, name: str, made_for: object, page: Page) -> Page | None:
        """Put a page aside for its key; `made_for` is what it shows without having been told.

        What is handed back is the page whose place it takes, which nobody needs any more.
        """
        before = self._kept.pop(name, (None, None))[1]
        self._kept[name] = made_for, page
        return before

    def take(self, name: str, made_for: object) -> Page | None:
        """The page of that name, when there is one for that; it is no spare one from now on."""
        page = self.kept(name, made_for)
        if page is not None:
            del self._kept[name]
        return page
