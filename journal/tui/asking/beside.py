"""A second process for the rules: they work for a second on a long journal, and no key waits for them meanwhile.

It is begun before the terminal UI is imported, on a core of its own, and is asked ahead for the day and what the
rules say of it.  It has a connection of its own to the journal and only reads.  Whatever it cannot do (a job that
cannot be sent, a journal that is not there yet, a process that ended) is done in this one.
"""

import asyncio
import pickle
import subprocess
from concurrent.futures import Future
from contextlib import suppress
from threading import Lock, Thread
from typing import IO, Any, Self, TypeVar

from journal.errors import CouldNot, Refused
from journal.tui.asking.asked import Answer, Reading, Request, Working
from journal.tui.asking.at_work import Tell
from journal.tui.asking.spawned import spawn

T = TypeVar("T")


class NotBeside(Exception):
    """The other process cannot do it; it is to be done here."""


class Beside:
    """The other process, from this side.  `begin` starts it, `close` ends it."""

    def __init__(self, process: "subprocess.Popen[bytes]", requests: IO[bytes], answers: IO[bytes]) -> None:
        self._process, self._requests, self._answers = process, requests, answers
        self._turn = Lock()
        self._waiting: dict[int, tuple[Future[Any], Tell | None]] = {}
        self._number = 0
        self._reader: Thread | None = None
        self._over = False

    @classmethod
    def begin(cls, url: str, process: "subprocess.Popen[bytes] | None" = None) -> Self | None:
        """Let a process that was spawned (default: a new one) work for the journal at `url`; None without one."""
        process = process or spawn()
        if process is None or process.stdin is None or process.stdout is None:
            return None
        beside = cls(process, process.stdin, process.stdout)
        beside._send(pickle.dumps(url))
        return beside

    def ask(self, asked: Reading | Working, tell: Tell | None = None) -> "Future[Any]":
        """Send a question; its answer comes once somebody listens.  `tell` is called in another thread."""
        with self._turn:
            self._number += 1
            number = self._number
            future: Future[Any] = Future()
            self._waiting[number] = future, tell
        try:
            sent = not self._over and self._send(pickle.dumps(Request(number, asked)))
        except (pickle.PicklingError, AttributeError, TypeError):  # how pickle says that it cannot
            sent = False
        if not sent:
            self._settle(Answer(number, "not beside"))
        else:
            future.add_done_callback(lambda done: self._stop(number) if done.cancelled() else None)
        return future

    async def answer(self, future: "Future[T]") -> T:
        """Wait for an answer; `NotBeside` when it is to be found here.  When the wait is cancelled, the job ends."""
        self._listen()
        return await asyncio.wrap_future(future)

    def close(self) -> None:
        """End the process."""
        self._over = True
        self._process.kill()
        self._process.wait()
        if self._reader is not None:
            self._reader.join()
        self._answers.close()
        with suppress(OSError):  # what was not sent yet is not needed
            self._requests.close()

    def _listen(self) -> None:
        if self._reader is None:
            self._reader = Thread(target=self._read, name="journal-beside", daemon=True)
            self._reader.start()

    def _read(self) -> None:
        """Hand over the answers, until the process has ended."""
        while True:
            try:
                answer: Answer = pickle.load(self._answers)  # noqa: S301 - from our own process
            except (EOFError, OSError, ValueError, pickle.UnpicklingError):
                break
            self._settle(answer)
        self._over = True
        for number in list(self._waiting):
            self._settle(Answer(number, "not beside"))

    def _settle(self, answer: Answer) -> None:
        with self._turn:
            waiting = self._waiting.get(answer.number)
            if waiting is None:
                return
            if answer.kind != "told":
                del self._waiting[answer.number]
        future, tell = waiting
        if answer.kind == "told":
            if tell is not None:
                tell(*answer.value)
        elif future.set_running_or_notify_cancel():
            _fill(future, answer)

    def _stop(self, number: int) -> None:
        with self._turn:
            self._waiting.pop(number, None)
        self._send(pickle.dumps(Request(number, None)))

    def _send(self, message: bytes) -> bool:
        with self._turn:
            try:
                self._requests.write(message)
                self._requests.flush()
            except (OSError, ValueError):  # it has ended
                return False
            return True


def _fill(future: "Future[Any]", answer: Answer) -> None:
    if answer.kind == "done":
        future.set_result(answer.value)
    elif answer.kind == "refused":
        future.set_exception(Refused(answer.value))
    elif answer.kind == "could not":
        future.set_exception(CouldNot(answer.value))
    else:
        future.set_exception(NotBeside())
