"""Telling that a verb takes long: there is much to do, or another program that writes keeps it waiting."""

import asyncio
from collections.abc import Callable
from types import TracebackType
from typing import Self

PATIENCE_S = 0.5
"""So long nobody wonders why nothing happens."""


class Patience:
    """Around one verb: `begin`, from the store's thread, when its turn has come; `tell` with True when it takes long.

    `tell` is called with False when it is over, whether or not it was called before.
    """

    def __init__(self, tell: Callable[[bool], object]) -> None:
        self._tell = tell
        self._loop = asyncio.get_running_loop()
        self._later: asyncio.TimerHandle | None = None

    def begin(self) -> None:
        """It is being done: what it waits for now is the database."""
        self._loop.call_soon_threadsafe(self._begin)

    def _begin(self) -> None:
        self._later = self._loop.call_later(PATIENCE_S, self._tell, True)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._later is not None:
            self._later.cancel()
        self._tell(False)
