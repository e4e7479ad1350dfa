"""The process beside the terminal UI: reads questions from its standard input, answers on its standard output.

It prepares what the rules need while nobody asks.
"""

import gc
import os
import pickle
import sys
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from importlib import import_module
from queue import Empty, SimpleQueue
from threading import Thread
from typing import IO, TYPE_CHECKING, Any, cast

from journal import clock
from journal.errors import CouldNot, Refused
from journal.tui.asking.asked import Answer, Reading, Request, Working
from journal.tui.asking.at_work import AtWork, Cancelled
from journal.tui.reading.first_look import first_look

if TYPE_CHECKING:
    from journal.storage import Snapshot, Store

_PREPARED = (
    "journal.storage.plain",
    "journal.tui.reading.day",
    "journal.tui.reading.writing",
    "pandas",
    "journal.analysis.answers.today",
    "journal.analysis.answers.consequences",
    "journal.storage.store",
)
"""In the order in which the first page needs them."""


def serve() -> None:
    """Answer until the standard input ends."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    gc.disable()
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    Server(answers).run(sys.stdin.buffer)


class Server:
    """Answers one question after another."""

    def __init__(self, answers: IO[bytes]) -> None:
        self._url, self._answers = "", answers
        self._store: Store | None = None
        self._asked: SimpleQueue[Request | None] = SimpleQueue()
        self._stopped: set[int] = set()
        self._over = False

    def run(self, requests: IO[bytes]) -> None:
        """Answer what comes on a stream until it ends."""
        Thread(target=self._listen, args=(requests,), daemon=True).start()
        for request in self._each():
            self._send(self._answer(request))

    def _listen(self, requests: IO[bytes]) -> None:
        """Take what comes: first the URL of the journal, then questions."""
        while True:
            try:
                request = pickle.load(requests)  # noqa: S301 - from the process that began this one
            except (EOFError, OSError):
                self._over = True
                self._asked.put(None)
                return
            if isinstance(request, str):
                self._url = request
            elif request.asked is None:
                self._stopped.add(request.number)
            else:
                self._asked.put(request)

    def _each(self) -> Iterator[Request]:
        """The questions in their order; while there is none, what they will need is imported."""
        prepared = iter(_PREPARED)
        while True:
            try:
                request = self._asked.get_nowait()
            except Empty:
                module = next(prepared, "")
                if module:
                    import_module(module)
                    continue
                gc.freeze()
                gc.enable()
                request = self._asked.get()
            if request is None:
                return
            if request.number not in self._stopped:
                yield request

    def _answer(self, request: Request) -> Answer:
        try:
            if isinstance(request.asked, Working) or request.asked == Reading(first_look):
                from journal.storage.plain import NotPlain, PlainFile

                # The first page does not wait for SQLAlchemy; what is read there, a plain file has as well.
                with suppress(NotPlain), PlainFile(self._url) as file:
                    return Answer(request.number, "done", self._found(cast("Store", file), request))
            try:
                store = self._opened()
            except (Refused, CouldNot):
                raise Cancelled from None  # there it is opened, or made, or told what is wrong
            return Answer(request.number, "done", self._found(store, request))
        except Cancelled:
            return Answer(request.number, "not beside")
        except Refused as error:
            return Answer(request.number, "refused", str(error))
        except CouldNot as error:
            return Answer(request.number, "could not", str(error))

    def _opened(self) -> "Store":
        if self._store is None:
            from journal.storage import open_store

            self._store = open_store(self._url, create=False, upgrade=False)
        return self._store

    def _found(self, store: "Store", request: Request) -> Any:
        asked = request.asked
        if isinstance(asked, Reading):
            return asked.function(store)
        if not isinstance(asked, Working):
            raise Cancelled
        zone = clock.zone(store.profile().get("time_zone", ""))
        at = asked.at or clock.now(zone)

        def rows(since: date | None) -> "Snapshot":
            return store.snapshot(since=since).lived_in(zone)

        def tell(done: int, of: int) -> None:
            if self._over or request.number in self._stopped:
                raise Cancelled
            self._send(Answer(request.number, "told", (done, of)))

        return asked.job(AtWork(rows, at, asked.parameters, tell))

    def _send(self, answer: Answer) -> None:
        try:
            message = pickle.dumps(answer)
        except (pickle.PicklingError, AttributeError, TypeError):  # how pickle says that it cannot
            message = pickle.dumps(Answer(answer.number, "not beside"))
        try:
            self._answers.write(message)
            self._answers.flush()
        except OSError:  # nobody reads any more
            self._over = True
