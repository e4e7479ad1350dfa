"""The program in a real terminal: typed faster than it draws, beside another one, and ended from outside."""

import os
import pty
import select
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic

import pytest

from journal.records import Drink, Pain

PATIENCE = 60
"""Seconds after which a program that has not come so far has failed."""


class Terminal:
    """The program at the other end of a terminal of 80x24; `beside` are all that are open, this one too."""

    def __init__(self, url: str, home: Path, beside: list["Terminal"]) -> None:
        self.beside = beside
        self.master, slave = pty.openpty()
        environment = os.environ | {"TERM": "xterm-256color", "COLUMNS": "80", "LINES": "24"}
        environment |= {"HOME": str(home), "XDG_CONFIG_HOME": str(home)}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "journal", "--db", url],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env=environment,
            close_fds=True,
        )
        os.close(slave)
        self.seen = b""

    def until(self, words: str) -> None:
        """Read until the program has written the words."""
        self.until_so(lambda: words.encode() in self.seen, f"{words!r} never came")

    def until_so(self, so: Callable[[], bool], otherwise: str = "it never came so far") -> None:
        """Read what the programs write until something is so: one that nobody reads from stands still."""
        end = monotonic() + PATIENCE
        while not so():
            assert monotonic() < end, otherwise
            open_ones = {one.master: one for one in self.beside if one.process.poll() is None}
            for master in select.select(list(open_ones), [], [], 0.1)[0]:
                open_ones[master].seen += os.read(master, 65536)

    def type(self, keys: str) -> None:
        """All of these keys at once, as somebody who does not wait for the screen."""
        self.seen = b""
        os.write(self.master, keys.encode())

    def leave(self) -> int:
        """Leave with ctrl+q; the exit status."""
        self.type("\x11")
        try:
            while select.select([self.master], [], [], PATIENCE)[0] and os.read(self.master, 65536):
                pass
        except OSError:
            # The other end was closed: this is how a terminal says so.
            pass
        return self.process.wait(PATIENCE)

    def close(self) -> None:
        """End it, if it is still there."""
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        os.close(self.master)


@pytest.fixture
def terminal(store, url, tmp_path) -> Iterator[Callable[[], Terminal]]:
    """Opens the journal in a terminal, as often as it is asked for."""
    opened: list[Terminal] = []

    def make() -> Terminal:
        opened.append(Terminal(url, tmp_path, opened))
        return opened[-1]

    yield make
    for one in opened:
        one.close()


def test_today_appears_and_ctrl_q_leaves_with_status_0(terminal):
    page = terminal()
    page.until("Today")
    assert page.leave() == 0


def test_a_pain_typed_in_one_go_goes_to_the_place_that_was_meant(terminal, write, store):
    write("2026-11-20 pain left knee 3")
    page = terminal()
    page.until("speaks against")
    page.type("p14\r")
    page.until_so(lambda: len(store.rows(Pain)) == 2)
    assert [(one.region, one.side, one.score) for one in store.rows(Pain)][-1] == ("knee", "left", 4)
    assert page.leave() == 0


def test_lines_typed_in_one_go_are_all_recorded(terminal, store):
    page = terminal()
    page.until("Nothing written")
    page.type("hh:water 300\rpain left knee 0\rwater 200\r")
    page.until_so(lambda: len(store.rows(Drink)) == 4)
    assert sorted(one.volume_ml for one in store.rows(Drink)) == [200, 250, 250, 300]
    assert len(store.rows(Pain)) == 1
    assert page.leave() == 0


def test_each_of_two_terminals_shows_what_the_other_one_wrote(terminal):
    one, other = terminal(), terminal()
    one.until("Nothing written")
    other.until("Nothing written")
    one.type("h")
    other.until("water 250")
    other.type(":pain left knee 4\r")
    one.until("pain knee, left: 4")
    assert (one.leave(), other.leave()) == (0, 0)


def test_what_was_acknowledged_is_there_after_the_program_was_killed(terminal, store):
    page = terminal()
    page.until("Nothing written")
    page.type("h")
    page.until("water 250")
    page.process.send_signal(signal.SIGKILL)
    page.process.wait()
    assert [one.volume_ml for one in store.rows(Drink)] == [250]
    again = terminal()
    again.until("water 250")
    assert again.leave() == 0
