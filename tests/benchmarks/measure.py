"""Programs under measurement: their environment, what they print, and a real terminal for those that paint."""

import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from fcntl import ioctl
from termios import TIOCSWINSZ

_PATIENCE = 20
"""Seconds after which a word is not waited for any longer."""
_COLOURS = re.compile(rb"\x1b\[[0-9;]*m")


def environment() -> dict[str, str]:
    """The environment with byte code allowed: without it every import is compiled again."""
    return {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}


def numbers(arguments: Sequence[str]) -> list[float]:
    """The numbers that a program prints."""
    made = subprocess.run(
        arguments, env=environment(), check=True, stdout=subprocess.PIPE, stdin=subprocess.DEVNULL
    )
    return [float(word) for word in made.stdout.split()]


@contextmanager
def terminal(arguments: Sequence[str], size: tuple[int, int] = (120, 40)) -> Iterator[int]:
    """A program in a terminal of its own, which is read and written by the number given; then its end."""
    child, screen = pty.fork()
    if child == 0:
        os.environ.clear()
        os.environ.update(environment() | {"TERM": "xterm-256color", "COLORTERM": "truecolor"})
        os.execvp(arguments[0], list(arguments))  # noqa: S606 - the program under test
    ioctl(screen, TIOCSWINSZ, struct.pack("HHHH", *reversed(size), 0, 0))
    try:
        yield screen
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(screen)


def read_until(screen: int, word: bytes) -> None:
    """Read what a program paints until a word is there."""
    seen = b""
    while word not in seen:
        ready, _, _ = select.select([screen], [], [], _PATIENCE)
        if not ready:
            raise RuntimeError(f"{word!r} was never painted; last: {seen[-300:]!r}")
        seen += os.read(screen, 65536)


def moments(screen: int, words: Sequence[str]) -> Iterator[float]:
    """When each of some words has been painted, as `perf_counter` tells it; regular expressions, colours left out."""
    seen, end = b"", time.perf_counter() + _PATIENCE
    for one in words:
        sought = re.compile(one.encode())
        while not sought.search(_COLOURS.sub(b"", seen)):
            ready, _, _ = select.select([screen], [], [], _PATIENCE)
            if not ready or time.perf_counter() > end:
                raise RuntimeError(f"{one!r} was never painted; last: {seen[-300:]!r}")
            seen += os.read(screen, 65536)
        yield time.perf_counter()


def read_for(screen: int, seconds: float) -> None:
    """Read what a program paints for some time."""
    end = time.perf_counter() + seconds
    while (left := end - time.perf_counter()) > 0:
        if select.select([screen], [], [], left)[0]:
            os.read(screen, 65536)


def python(*arguments: str) -> list[str]:
    """The running Python with some arguments."""
    return [sys.executable, *arguments]
