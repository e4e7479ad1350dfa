"""The elements of an Apple Health export, one after the other, in memory that does not grow with the file."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple
from xml.sax.handler import ContentHandler

from journal.errors import Refused

if TYPE_CHECKING:
    from xml.sax.xmlreader import AttributesImpl, Locator

WORKOUT = "Workout"
EXPORT_DATE = "ExportDate"
_RECORD = "Record"
_LONGEST_ELEMENT = 8 << 20
"""Bytes without a single element: more than any real one has."""
_MOST_INSIDE = 2_000
"""Elements inside of another one that are looked at."""
_DEEPEST = 60
"""Elements within elements; no export has a sixth of it."""
_MOST_TYPES = 1_000
"""Apple knows about 200 types."""
_AGAIN = "export it again from the Health app"
_CUT = ("no element found", "unclosed token", "unclosed CDATA section", "partial character")


class Element(NamedTuple):
    """A workout, a record of a wanted type, or the date of the export."""

    type: str
    """The record's type; `WORKOUT` or `EXPORT_DATE` for these."""
    line: int
    """Where it begins."""
    attributes: Mapping[str, str]
    inside: list[tuple[str, Mapping[str, str]]]
    """The elements directly inside of it, with their attributes."""


class Elements:
    """Reads an export; `found` gives the elements of wanted types, `others` counts those of all other types."""

    def __init__(self, name: str, wanted: Collection[str]) -> None:
        self.others: Counter[str] = Counter()
        self._name = name
        self._handler = _Handler(name, wanted, self.others)

    @property
    def rows(self) -> int:
        """Records and workouts that were met."""
        return self._handler.rows

    def found(self, pieces: Iterable[bytes]) -> Iterator[Element]:
        """The wanted elements; `Refused` when the file is cut, is no XML or no export."""
        from xml.sax import SAXException, SAXParseException

        from defusedxml.common import DefusedXmlException
        from defusedxml.expatreader import DefusedExpatParser

        parser, handler = DefusedExpatParser(forbid_dtd=True), self._handler
        parser.setContentHandler(handler)
        handler.setDocumentLocator(parser)
        met, since = 0, 0
        try:
            for piece in pieces:
                parser.feed(piece)
                yield from handler.taken()
                since = since + len(piece) if handler.met == met else 0
                met = handler.met
                if since > _LONGEST_ELEMENT:
                    raise Refused(f"{self._name}, line {handler.line}: an element does not end; {_AGAIN}")
            parser.close()
        except SAXParseException as error:
            raise Refused(self._sentence(error.getMessage(), error.getLineNumber() or 0)) from None
        except (DefusedXmlException, SAXException):
            raise Refused(
                f"{self._name}, line {handler.line}: a declaration that no export has; {_AGAIN}"
            ) from None
        yield from handler.taken()

    def _sentence(self, message: str, line: int) -> str:
        if message.startswith(_CUT):
            return f"{self._name}, line {line}: the file ends in the middle; {_AGAIN}"
        return f"{self._name}, line {line}: this is not XML ({message}); {_AGAIN}, or take the line out"


class _Handler(ContentHandler):
    """Keeps what is wanted until it is taken, and counts the rest."""

    def __init__(self, name: str, wanted: Collection[str], others: Counter[str]) -> None:
        super().__init__()
        self._name = name
        self.rows = self.met = 0
        self._wanted, self._others = wanted, others
        self._depth = 0
        self._open: Element | None = None
        self._done: list[Element] = []
        self._where: Locator | None = None

    @property
    def line(self) -> int:
        """The line that is being read."""
        return (self._where.getLineNumber() or 0) if self._where is not None else 0

    def taken(self) -> list[Element]:
        """What was found since the last time."""
        done, self._done = self._done, []
        return done

    def setDocumentLocator(self, locator: "Locator") -> None:  # noqa: N802 - the interface's name
        """Takes what tells the line."""
        self._where = locator

    def startElement(self, name: str, attrs: "AttributesImpl") -> None:  # noqa: N802
        """An element begins: of the second level, or directly inside of one that is wanted."""
        self.met += 1
        self._depth += 1
        if self._depth > _DEEPEST:
            raise Refused(
                f"{self._name}, line {self.line}: it nests its elements deeper than any export does: "
                f"at most {_DEEPEST} are read"
            )
        if self._depth == 2:
            self._begin(name, attrs)
        elif self._depth == 3 and self._open is not None and len(self._open.inside) < _MOST_INSIDE:
            self._open.inside.append((name, dict(attrs.items())))

    def endElement(self, name: str) -> None:  # noqa: N802, ARG002
        """An element ends."""
        self._depth -= 1
        if self._depth == 1 and self._open is not None:
            self._done.append(self._open)
            self._open = None

    def _begin(self, name: str, attrs: "AttributesImpl") -> None:
        if name == _RECORD:
            self.rows += 1
            kind = attrs.get("type") or _RECORD
            if kind in self._wanted:
                self._open = Element(kind, self.line, dict(attrs.items()), [])
                return
        elif name in (WORKOUT, EXPORT_DATE):
            self.rows += name == WORKOUT
            self._open = Element(name, self.line, dict(attrs.items()), [])
            return
        else:
            kind = name
        if kind in self._others or len(self._others) < _MOST_TYPES:
            self._others[kind] += 1
