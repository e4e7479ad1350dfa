"""The lines that were entered before, on any page and on other days: what up and down bring back."""

from collections.abc import Callable, Iterable


class Recall:
    """The last lines, each once, newest last.  `keep` puts a new one into the journal, for the next time."""

    LIMIT = 200

    def __init__(self, keep: Callable[[str], object] = str) -> None:
        self._keep = keep
        self._stored: tuple[str, ...] = ()
        self._entered: tuple[str, ...] = ()

    @property
    def lines(self) -> tuple[str, ...]:
        """All of them, oldest first."""
        before = tuple(line for line in self._stored if line not in self._entered)
        return (*before, *self._entered)[-self.LIMIT :]

    def fill(self, stored: Iterable[str]) -> None:
        """Take over what the journal has; what was entered here stays the newest."""
        self._stored = tuple(stored)

    def add(self, line: str) -> None:
        """Put a line behind the others, and into the journal."""
        line = line.strip()
        if line:
            self._entered = (*(one for one in self._entered if one != line), line)[-self.LIMIT :]
            self._keep(line)


class Walk:
    """One walk through the lines, from what is being typed back to the oldest and forth again."""

    def __init__(self) -> None:
        self._lines: tuple[str, ...] = ()
        self._place = 0

    def step(self, lines: tuple[str, ...], typed: str, step: int) -> str | None:
        """The line `step` places on from the one shown; None at either end.

        `typed` is what stands there; where it is not what the walk showed last, a new walk begins from it.
        """
        if not self._lines or self._lines[self._place] != typed:
            self._lines, self._place = (*lines, typed), len(lines)
        place = self._place + step
        if not 0 <= place < len(self._lines):
            return None
        self._place = place
        return self._lines[place]
