"""One writer, on a Wednesday evening in Berlin, and their lines."""

from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from journal.entry import NotUnderstood, Writer, parse
from journal.exercises import catalogue
from journal.records import Entry


@pytest.fixture(scope="session")
def writer() -> Writer:
    """2026-11-25T18:30+01:00, kg, km, a glass of 250 ml."""
    return Writer(datetime.fromisoformat("2026-11-25T18:30:00+01:00"), ZoneInfo("Europe/Berlin"), catalogue())


@pytest.fixture(scope="session")
def entries(writer: Writer) -> Callable[[str], list[Entry]]:
    """The entries of a line."""
    return lambda line: [one.entry for one in parse(line, writer)]


@pytest.fixture(scope="session")
def entry(entries: Callable[[str], list[Entry]]) -> Callable[[str], Entry]:
    """The one entry of a line."""

    def only(line: str) -> Entry:
        (one,) = entries(line)
        return one

    return only


@pytest.fixture(scope="session")
def said(writer: Writer) -> Callable[[str], str]:
    """How a line is said back."""
    return lambda line: "; ".join(one.words for one in parse(line, writer))


@pytest.fixture(scope="session")
def refused(writer: Writer) -> Callable[[str], NotUnderstood]:
    """The doubt about a line."""

    def doubt(line: str) -> NotUnderstood:
        with pytest.raises(NotUnderstood) as caught:
            parse(line, writer)
        return caught.value

    return doubt
