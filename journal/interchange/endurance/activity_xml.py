"""XML files of activities, read event by event in flat memory; nothing in them can make the reader do anything."""

import codecs
import re
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import NamedTuple, Protocol
from xml.sax import SAXException, SAXParseException
from xml.sax.handler import ContentHandler
from xml.sax.xmlreader import AttributesImpl

from journal.clock import in_offset
from journal.errors import Refused
from journal.interchange.endurance.activities import Activities, Activity
from journal.interchange.imported import Place
from journal.interchange.rows.foreign import Options

_PIECE = 1024 * 1024
_DEEPEST = 60
"""Elements within elements; no activity has a third of it."""
_MOST_ELEMENTS = 2_000_000
"""A whole day with a point every second has a third of it."""
_LONGEST_TEXT = 1000
"""Characters of a text that are kept: names are short."""
_YEARS = range(1971, 2200)
"""Times of other years are those of clocks that were never set."""

_MARKS = codecs.BOM_UTF8 + codecs.BOM_UTF16
_FIRST_ELEMENT = re.compile(rb"<(?:[A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)[\s/>]", re.ASCII)

Opened = Callable[[list[str], AttributesImpl], None]
Closed = Callable[[list[str], str], None]


class Recorded(Protocol):
    """A track or an activity, when all of it is read."""

    place: Place
    start: datetime | None
    """None = the file does not tell it."""

    def activity(self, start: datetime, options: Options) -> Activity:
        """What it was."""


class Found(Protocol):
    """Gathers what the files of one format record, while they are read."""

    is_one: bool
    """Whether the file's first element is the format's."""
    has_points: bool
    """Whether it was measured on the way."""

    @property
    def every(self) -> Sequence[Recorded]:
        """All that was recorded."""

    def opened(self, path: list[str], attributes: AttributesImpl) -> None:
        """An element begins."""

    def closed(self, path: list[str], text: str) -> None:
        """An element has been read."""


class Wanting(NamedTuple):
    """How the refusals of a format go on behind the file's name."""

    other: str
    """It is another format."""
    empty: str
    """There is nothing in it."""
    undated: str
    """Nothing in it tells when it was."""
    skipped: str
    """Why one of several is left out that does not tell when it was."""


def activities_in(data: bytes, options: Options, name: str, found: Found, wanting: Wanting) -> Activities:
    """What a file of the format `name` records, each as an activity; `Refused` when that is nothing."""
    read_xml(data, options, found.opened, found.closed)
    if not found.is_one:
        raise Refused(f"{options.file} {wanting.other}")
    if not found.every:
        raise Refused(f"{options.file} {wanting.empty}")
    if all(each.start is None for each in found.every):
        raise Refused(f"{options.file} {wanting.undated}")
    activities = Activities(name, options)
    activities.measured_on_the_way = found.has_points
    for each in found.every:
        if each.start is None:
            activities.readings.skip(each.place, wanting.skipped)
        else:
            activities.add(each.activity(each.start, options))
    return activities


def root(head: bytes) -> str:
    """The local name of the first element of an XML file that begins so; "" when it does not look like XML."""
    text = head.replace(b"\0", b"").lstrip(_MARKS).lstrip()
    found = _FIRST_ELEMENT.search(text) if text.startswith(b"<") else None
    return found[1].decode() if found is not None else ""


def read_xml(data: bytes, options: Options, opened: Opened, closed: Closed) -> None:
    """Hand on each element when it is opened and, with its text, when it is closed.

    Both get the path of local names down to the element, whatever the prefixes are.  `Refused` when the file
    is no XML, is cut, or declares entities.
    """
    from defusedxml.common import DefusedXmlException
    from defusedxml.expatreader import create_parser

    parser = create_parser(forbid_dtd=True)
    parser.setContentHandler(_Events(options.file, opened, closed))
    # Some exports begin with spaces, which XML does not allow before its declaration.
    data = data.lstrip() if data[:1].isspace() else data
    try:
        for start in range(0, len(data), _PIECE):
            options.tell(start, len(data))
            parser.feed(data[start : start + _PIECE])
        parser.close()
    except DefusedXmlException:
        raise Refused(
            f"{options.file} declares its own document type or entities, which no activity needs and which can do "
            "harm; export it again, or take the declaration out"
        ) from None
    except SAXParseException as error:
        raise Refused(
            f"{options.file}, line {error.getLineNumber()}: the file is cut or damaged ({error.getMessage()}); "
            "export it again"
        ) from None
    except Refused:
        raise
    except (SAXException, LookupError, ValueError):
        raise Refused(
            f"{options.file} is in an encoding that XML does not have; export it as UTF-8"
        ) from None


class _Events(ContentHandler):
    """Keeps the path and the text of the element that is open."""

    def __init__(self, file: str, opened: Opened, closed: Closed) -> None:
        super().__init__()
        self._file, self._opened, self._closed = file, opened, closed
        self._path: list[str] = []
        self._text: list[str] = []
        self._length = self._count = 0

    def startElement(self, name: str, attrs: AttributesImpl) -> None:  # noqa: N802 - the name that it is called by
        """An element begins."""
        self._path.append(name.rpartition(":")[2])
        if len(self._path) > _DEEPEST:
            raise Refused(
                f"{self._file} nests its elements deeper than any activity does: at most {_DEEPEST} are read"
            )
        self._count += 1
        if self._count > _MOST_ELEMENTS:
            raise Refused(
                f"{self._file} has more elements than any activity: at most {_MOST_ELEMENTS:,} are read"
            )
        self._text, self._length = [], 0
        self._opened(self._path, attrs)

    def characters(self, content: str) -> None:
        """A piece of text within it."""
        if self._length < _LONGEST_TEXT:
            self._text.append(content)
            self._length += len(content)

    def endElement(self, name: str) -> None:  # noqa: ARG002, N802 - the name that it is called by
        """It ends."""
        self._closed(self._path, "".join(self._text)[:_LONGEST_TEXT].strip())
        self._path.pop()
        self._text, self._length = [], 0


def instant(text: str, options: Options) -> datetime | None:
    """The time in UTC, None when it is none or that of a clock that was never set; without an offset it is local."""
    try:
        at = datetime.fromisoformat(text)
        at = (in_offset(at, options.zone) if at.tzinfo is None else at).astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    return at.replace(tzinfo=UTC) if at.year in _YEARS else None


def amount(text: str) -> float | None:
    """The number, None when it is none, not finite or below zero."""
    try:
        number = float(text)
    except ValueError:
        return None
    return number if 0 <= number < float("inf") else None
