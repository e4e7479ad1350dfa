"""How far an import is: each file is read, checked and written, and a long one is told while it is read."""

from collections.abc import Callable

STEPS = 3
"""Of each file: it is read, checked and written."""
_PARTS = 50
"""Of each step: a file of many rows moves the bar while it is read."""


class ImportProgress:
    """Moves a bar of `parts(files)` parts, by calling `move` for every one of them."""

    def __init__(self, move: Callable[[], None]) -> None:
        self._move, self._moved = move, 0

    @staticmethod
    def parts(files: int) -> int:
        """How long the bar is for so many files."""
        return files * STEPS * _PARTS

    def within(self, done: int, of: int) -> None:
        """So much of the step is done, in whatever a reader counts; the bar never goes back."""
        # What is left of the step belongs to its end: nothing is read before it is understood.
        self._move_to(min(_PARTS * done // of, _PARTS - 1) if of else 0)

    def step(self) -> None:
        """The step is done."""
        self._move_to(_PARTS)
        self._moved = 0

    def _move_to(self, part: int) -> None:
        while self._moved < part:
            self._move()
            self._moved += 1
