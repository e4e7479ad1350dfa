"""Files on disk: read whole, and written whole or not at all, for their owner's eyes only."""

import io
import os
import stat
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from journal.abandoned import take_away
from journal.errors import CouldNot, Refused

LARGEST = 64 << 20
"""Bytes of the largest file that is read whole: a full diary of half a century, in a tenth of a computer's memory."""
HEAD = 65_536
"""Bytes that tell what a file is: more than the longest header."""
_JOURNAL = b"SQLite format 3\0"
"""How a journal, or a copy of one, begins."""
_NAME_KEPT = 40
"""Characters of the target's name that stand in the name of the unfinished one."""


def read_text(path: Path) -> str:
    """The text of a UTF-8 file, with or without a byte-order mark; line ends stay as they are."""
    data = read_bytes(path)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        wrong = repr(data[error.start : error.end])[2:-1]
        raise Refused(
            f"{path.name}, line {line}: the byte {wrong} is not UTF-8 text; save the file as UTF-8"
        ) from None


def read_bytes(path: Path) -> bytes:
    """All of a file; `Refused` when it is larger than `LARGEST`, also one that grows while it is read."""
    with _opened_plainly(path), io.BufferedReader(opened(path)) as file:
        large = os.fstat(file.fileno()).st_size > LARGEST
        # What a file says of its size is not trusted: somebody may be writing it.
        data = b"" if large else file.read(LARGEST + 1)
    if large or len(data) > LARGEST:
        raise Refused(
            f"{path.name} is larger than {LARGEST >> 20} MB, which is the most that is read of such a file; "
            "split it into several and import these"
        )
    return data


def head(path: Path) -> bytes:
    """The beginning of a file, enough to tell what it is.

    `Refused` for a pipe and the like: what was looked at would be gone when it is read.
    """
    with _opened_plainly(path), opened(path) as file:
        return file.read(HEAD)


def entries(folder: Path) -> list[Path]:
    """What the folder holds, by name."""
    with _opened_plainly(folder):
        return sorted(folder.iterdir())


def write_file(target: Path, chunks: Iterable[bytes], *, force: bool = False) -> None:
    """Write one new file, 0600; nothing is left of a failure.

    `Refused` when it is there and not `force`, and in any case when it is a journal: with `force` a mistyped
    name must not cost somebody everything they wrote.
    """
    with _said_plainly(target):
        target = _place(target, force=force)
        if target.exists() and not target.is_file():
            raise Refused(f"{target} is not a file; name a file to write")
        if target.exists() and head(target).startswith(_JOURNAL):
            raise Refused(f"{target} is a journal, which an export does not replace; name another target")
        part = _unfinished(target)
        try:
            _fill(part, chunks)
            part.replace(target)
            _settle(target.parent)
        finally:
            part.unlink(missing_ok=True)


def write_folder(
    target: Path, files: Iterable[tuple[str, Iterable[bytes]]], *, ours: Collection[str], force: bool = False
) -> None:
    """Write one new folder, 0700, with its files, 0600, each given in pieces.

    With `force` a folder that is there is replaced, but only when it holds nothing except files named in
    `ours`: a mistyped name must not cost somebody their photographs.
    """
    import shutil
    import tempfile

    with _said_plainly(target):
        target = _place(target, force=force)
        if target.exists():
            _refuse_strangers(target, ours)
        part = Path(tempfile.mkdtemp(prefix=_prefix(target), suffix=".part", dir=target.parent))
        try:
            take_away(part, _prefix(target))
            for name, content in files:
                _fill(part / name, content)
            _settle(part)
            _swap(part, target)
            _settle(target.parent)
        finally:
            shutil.rmtree(part, ignore_errors=True)


def _place(target: Path, *, force: bool) -> Path:
    """Where the target really is, links followed; `Refused` when nothing can or may be written there."""
    real = target.resolve()
    if not real.parent.is_dir():
        raise Refused(f"{target} cannot be written: there is no folder {real.parent}")
    if real.exists() and not force:
        raise Refused(f"{target} is there already; name another target or add --force to replace it")
    return real


def _refuse_strangers(folder: Path, ours: Collection[str]) -> None:
    if not folder.is_dir():
        raise Refused(f"{folder} is not a folder; name a folder to write")
    strangers = sorted(entry.name for entry in entries(folder) if entry.name not in ours)
    if strangers:
        raise Refused(
            f"{folder} holds other files than an export ({strangers[0]!r}); name a folder of its own for it"
        )


def opened(path: Path) -> io.FileIO:
    """A file to read from; `Refused` for a pipe or a device, which would be waited for, or never end."""
    at_once = getattr(os, "O_NONBLOCK", 0)
    file = io.FileIO(path, opener=lambda name, flags: os.open(name, flags | at_once))
    if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
        file.close()
        raise Refused(f"{path} is not a file that can be read twice; save what it gives in a file")
    return file


@contextmanager
def _opened_plainly(path: Path) -> Iterator[None]:
    """Whatever the system refuses to read, as one sentence."""
    try:
        yield
    except FileNotFoundError:
        raise Refused(f"{path}: there is no such file or folder") from None
    except NotADirectoryError:
        raise Refused(f"{path} is not a folder") from None
    except OSError as error:
        raise CouldNot(f"{path} could not be read: {error.strerror or error}") from error


@contextmanager
def _said_plainly(target: Path) -> Iterator[None]:
    """Whatever the system refuses, as one sentence."""
    try:
        yield
    except OSError as error:
        raise CouldNot(f"{target} could not be written: {error.strerror or error}") from error


def _prefix(target: Path) -> str:
    return f".{target.name[:_NAME_KEPT]}."


def _unfinished(target: Path) -> Path:
    import tempfile

    descriptor, name = tempfile.mkstemp(prefix=_prefix(target), suffix=".part", dir=target.parent)
    os.close(descriptor)
    take_away(Path(name), _prefix(target))
    return Path(name)


def _fill(path: Path, chunks: Iterable[bytes]) -> None:
    """Write a file, 0600, all the way to the disk."""
    with os.fdopen(os.open(path, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600), "wb") as file:
        file.writelines(chunks)
        file.flush()
        os.fsync(file.fileno())


def _swap(part: Path, target: Path) -> None:
    """Put the finished folder in its place; the one it replaces goes only when the new one stands there."""
    if not target.exists():
        part.rename(target)
        return
    import shutil

    old = part.with_suffix(".old")
    target.rename(old)
    try:
        part.rename(target)
    except OSError:
        old.rename(target)
        raise
    shutil.rmtree(old)


def _settle(folder: Path) -> None:
    """Make the names in a folder last through a power cut, where the system can."""
    if hasattr(os, "O_DIRECTORY"):
        try:
            descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        except PermissionError:  # it may be written and not be read
            return
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
