"""What goes out: lines and documents on standard output, remarks and progress on standard error."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from typing import Any, TextIO

from journal.errors import CouldNot, Refused

WIDTH = 79
"""Columns of text that is wrapped: a terminal of 80, and the same bytes when it goes into a file."""


def prepare() -> None:
    """Let every character through, as a question mark where the terminal's encoding does not have it."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def tell(text: str = "", *, end: str = "\n") -> None:
    """Print a line on standard output, at once; `CouldNot` when it cannot be written."""
    try:
        _put(sys.stdout, f"{text}{end}")
    except BrokenPipeError:
        raise
    except OSError as error:
        drop(sys.stdout)
        raise CouldNot(f"standard output cannot be written: {error.strerror or error}") from None


def raw(chunks: Iterable[bytes], what: str) -> None:
    """Write bytes on standard output, for the next program; `Refused` on a terminal, where nobody could read them.

    `what` is how they are called in that sentence.
    """
    if sys.stdout is None or sys.stdout.isatty():
        raise Refused(f"{what} is for another program or a file, not for a terminal; send it on with | or >")
    try:
        for chunk in chunks:
            sys.stdout.buffer.write(chunk)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        # Half a backup is none: this is not the reader of `journal flags | head`, who has seen enough.
        drop(sys.stdout)
        raise CouldNot("what reads standard output ended before it had everything") from None
    except OSError as error:
        drop(sys.stdout)
        raise CouldNot(f"standard output cannot be written: {error.strerror or error}") from None


def document(content: Mapping[str, Any] | Sequence[Any]) -> None:
    """Print a JSON document in one line."""
    tell(encoded(content))


def encoded(content: Mapping[str, Any] | Sequence[Any]) -> str:
    """A JSON document, as plain ASCII where standard output could not hold its characters."""
    import json

    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    return json.dumps(content, ensure_ascii=not encoding.lower().startswith("utf"))


def remark(sentence: str) -> None:
    """Print a sentence on standard error; when that cannot be written, it is lost."""
    try:
        _put(sys.stderr, f"{sentence}\n")
    except OSError:
        drop(sys.stderr)


@contextmanager
def progress(label: str, steps: int, *, quiet: bool) -> Iterator[Callable[[], None]]:
    """A progress bar on standard error, on a terminal only: call what it gives after every step."""
    if quiet or sys.stderr is None or not sys.stderr.isatty():
        yield lambda: None
        return
    import typer

    with typer.progressbar(length=steps, label=label, file=sys.stderr) as bar:
        yield lambda: bar.update(1)


def _put(stream: TextIO | None, text: str) -> None:
    if stream is not None:
        stream.write(text)
        stream.flush()


def drop(stream: TextIO | None) -> None:
    """Send what is still buffered nowhere: it would be written, and fail, again at the end of the program."""
    if stream is None:
        return
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
