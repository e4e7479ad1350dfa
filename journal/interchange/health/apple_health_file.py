"""The export of Apple Health as it lies on the disk: `export.xml`, alone or in `export.zip`, piece by piece.

Real exports are not always XML: that of iOS 16 has a damaged document type definition, and texts of other apps
bring control characters along.  Both are taken out on the way; nothing that is read here is ever kept whole.
"""

import codecs
import re
import zlib
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO
from zipfile import BadZipFile, ZipFile, ZipInfo

from journal.errors import CouldNot, Refused
from journal.interchange.disk import HEAD, opened
from journal.interchange.endurance.archive import START, opened_archive
from journal.interchange.rows.foreign import Options

MEMBER = "apple_health_export/export.xml"
"""Where the export lies in the archive of an English phone."""

_MEMBER_ELSEWHERE = re.compile(r"(?!__MACOSX)([^/]+/)?[^/]+(?<!_cda)\.xml", re.IGNORECASE)
"""The same on a phone in another language (Exportieren.xml, 导出.xml, ...), or packed by hand."""
_MOST_LOOKED_AT = 20
_PIECE = 1 << 18
_LONGEST_PROLOG = 1 << 20
"""Bytes before the first element; Apple's document type definition has about 8,000."""
_LARGEST = 32 << 30
"""Bytes of the largest export: many times those of the largest that were heard of."""
_HIGHEST_RATIO = 250
"""Exports shrink to a tenth or a thirtieth; an archive that is made to fill a disk to a thousandth."""
_SMALL_ENOUGH = 64 << 20
"""Below this many bytes no ratio does any harm."""

_ROOT = re.compile(rb"<HealthData[\s>/]")
_DOCTYPE = re.compile(rb"<!DOCTYPE\s+HealthData\b")
_DECLARED = re.compile(rb"""<\?xml[^>]*encoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")
_UTF8 = ("utf-8", "ascii")
_OTHERS = ("utf-16", "utf-16-le", "utf-16-be", "iso8859-1", "cp1252")
"""Encodings that an editor may have saved it in."""
_CONTROLS = bytes(byte for byte in range(32) if byte not in b"\t\n\r")


def looks_like_one(head: bytes) -> bool:
    """Whether a file that begins so is an `export.xml`."""
    encoding = _marked(head)
    if encoding:
        head = head.decode(encoding, "replace").encode("utf-8", "replace")
    start = head.removeprefix(codecs.BOM_UTF8).lstrip()[:1]
    return start == b"<" and bool(_DOCTYPE.search(head) or _ROOT.search(head))


def holds_one(file: Path, head: bytes) -> bool:
    """Whether the file is an archive with an export in it, also one that is damaged."""
    if not head.startswith(START):
        return False
    try:
        with opened_archive(file) as archive:
            return _member(archive) is not None
    except (BadZipFile, OSError, ValueError, RuntimeError, NotImplementedError, zlib.error, EOFError):
        return b"apple_health_export/" in head


def pieces(file: Path, options: Options) -> Generator[bytes]:
    """The export as UTF-8, without its document type definition; lines stay where they are.

    `Refused` for an archive that is none or is made to do harm, and for a file that declares entities.
    """
    with _said_plainly(options.file):
        with opened(file) as raw:
            if raw.read(len(START)) != START:
                raw.seek(0)
                yield from _cleaned(_told(raw, file.stat().st_size, options), options.file)
                return
        with opened_archive(file) as archive:
            info = _member(archive)
            if info is None:
                raise Refused(f"{options.file} has no {MEMBER} in it, which an export of Apple Health has")
            _refuse_bombs(info, options.file)
            with archive.open(info) as member:
                yield from _cleaned(_told(member, info.file_size, options), options.file)


@contextmanager
def _said_plainly(name: str) -> Iterator[None]:
    """Whatever goes wrong in reading an archive or a file, as one sentence."""
    try:
        yield
    except (BadZipFile, zlib.error, EOFError):
        raise Refused(f"{name} is cut or damaged: export it again from the Health app") from None
    except (RuntimeError, NotImplementedError, ValueError) as error:
        if isinstance(error, Refused):
            raise
        raise Refused(f"{name} cannot be unpacked here: unpack it and import the export.xml in it") from None
    except OSError as error:
        raise CouldNot(f"{name} cannot be read: {error.strerror or error}") from error


def _member(archive: ZipFile) -> ZipInfo | None:
    """The export in the archive: by its English name, else the one file that looks like it."""
    infos = archive.infolist()
    by_name = [info for info in infos if info.filename == MEMBER]
    if by_name:
        return by_name[0]
    others = [info for info in infos if _MEMBER_ELSEWHERE.fullmatch(info.filename)]
    for info in others[:_MOST_LOOKED_AT]:
        with archive.open(info) as member:
            if looks_like_one(member.read(HEAD)):
                return info
    return None


def _refuse_bombs(info: ZipInfo, name: str) -> None:
    ratio = info.file_size / max(info.compress_size, 1)
    if info.file_size > _LARGEST:
        raise Refused(f"{name} would unpack to {info.file_size >> 30} GB; up to {_LARGEST >> 30} GB are read")
    if info.file_size > _SMALL_ENOUGH and ratio > _HIGHEST_RATIO:
        raise Refused(
            f"{name} would unpack to {ratio:.0f} times its size, which no export of Apple Health does; "
            f"up to {_HIGHEST_RATIO} times are read"
        )


def _told(source: IO[bytes], size: int, options: Options) -> Iterator[bytes]:
    """The bytes in pieces, and how far one is told before each."""
    done = 0
    while piece := source.read(_PIECE):
        options.tell(done, size)
        yield piece
        done += len(piece)
    options.tell(done, max(size, done))


def _cleaned(raw: Iterator[bytes], name: str) -> Iterator[bytes]:
    """The bytes as UTF-8 from the first element on, with as many empty lines before it as it had."""
    head = next(raw, b"")
    decoder = _decoder(head, name)
    head = decoder(head)
    root = _ROOT.search(head)
    while root is None and len(head) < _LONGEST_PROLOG and (piece := next(raw, b"")):
        head += decoder(piece)
        root = _ROOT.search(head)
    if root is None:
        raise Refused(f"{name} is no export of Apple Health: it needs a HealthData element at its beginning")
    prolog, rest = head[: root.start()], head[root.start() :]
    if b"<!ENTITY" in prolog:
        raise Refused(f"{name} declares entities, which no export of Apple Health does; export it again")
    yield b"\n" * prolog.count(b"\n") + rest.translate(None, _CONTROLS)
    for piece in raw:
        yield decoder(piece).translate(None, _CONTROLS)


def _marked(head: bytes) -> str:
    """The encoding that a byte-order mark of UTF-16 tells, "" without one."""
    return "utf-16" if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else ""


def _decoder(head: bytes, name: str) -> Callable[[bytes], bytes]:
    """What turns the file's bytes into UTF-8."""
    declared = _DECLARED.search(head[:1000])
    said = _marked(head) or (declared[1].decode("ascii") if declared else "utf-8")
    try:
        encoding = codecs.lookup(said).name
    except LookupError:
        encoding = ""
    if encoding in _UTF8:
        return lambda data: data
    if encoding not in _OTHERS:
        raise Refused(f"{name} says that it is written in {said!r}; Apple Health writes UTF-8")
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    return lambda data: decoder.decode(data).encode("utf-8", "replace")
