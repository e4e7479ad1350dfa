"""Options that several commands share, and what they open: the journal, its clock and its words."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from journal import clock, config
from journal.errors import Refused
from journal.exercises import Catalogue, catalogue
from journal.records import Alias, OwnExercise
from journal.vocabulary import DistanceUnit, MassUnit

if TYPE_CHECKING:
    from journal.entry import Writer
    from journal.storage import Snapshot, Store

Db = Annotated[str, typer.Option("--db", metavar="PATH|URL", help="The journal to use.", show_default=False)]
Quiet = Annotated[bool, typer.Option("--quiet", help="Print nothing but what was asked for.")]
AsOf = Annotated[
    str,
    typer.Option("--as-of", metavar="ISO-8601", help="Judge this moment instead of now.", show_default=False),
]


class TextOrJson(StrEnum):
    """Formats of most commands."""

    TEXT = "text"
    JSON = "json"


Format = Annotated[TextOrJson, typer.Option("--format", help="How to print it.")]

_before_the_command = ""


def remember_db(db: str) -> None:
    """Keep a `--db` that stood before the command, until the command asks for it."""
    global _before_the_command  # noqa: PLW0603 - one process runs one command
    _before_the_command = db


def url_of(db: str) -> str:
    """The journal meant: `--db` after the command, before it, `JOURNAL_DB`, the data folder."""
    return db or _before_the_command or config.default_url()


@dataclass(frozen=True, slots=True)
class Desk:
    """An open journal with its clock and its words: what a command works with."""

    store: "Store"
    profile: dict[str, str]
    zone: tzinfo
    now: datetime

    def moment(self, text: str) -> datetime:
        """An `--as-of`: now when it is empty; a naive one is the profile's local time."""
        if not text:
            return self.now
        try:
            return clock.read_instant(text, self.zone)
        except ValueError:
            raise Refused(
                f"--as-of: {text!r} is no moment; write it such as 2026-11-20T18:30 or 2026-11-20T18:30+01:00."
            ) from None

    def read(self, since: date | None) -> "Snapshot":
        """The stored rows since a date, as the rules want them."""
        return self.store.snapshot(since=since)

    def catalogue(self) -> Catalogue:
        """The exercise catalogue with the writer's own exercises and names."""
        return catalogue(self.store.rows(OwnExercise), self.store.rows(Alias))

    def writer(self, now: datetime | None = None) -> "Writer":
        """Who writes, when, and in which units."""
        from journal.entry import Writer

        return Writer(
            now=now or self.now,
            zone=self.zone,
            catalogue=self.catalogue(),
            weight_unit=MassUnit(self.profile.get("weight_unit") or MassUnit.KG),
            distance_unit=DistanceUnit(self.profile.get("distance_unit") or DistanceUnit.KM),
            glass_ml=int(self.profile.get("glass_ml") or 250),
        )


@contextmanager
def desk(db: str, *, create: bool = True) -> Iterator[Desk]:
    """Open the journal for one command; closed again whatever happens."""
    from journal.storage import open_store

    with open_store(url_of(db), create=create) as store:
        profile = store.profile()
        zone = clock.zone(profile.get("time_zone", ""))
        yield Desk(store, profile, zone, clock.now(zone))


def read_date(text: str, option: str) -> date | None:
    """A date given to an option; None when it was not given."""
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Refused(f"{option}: {text!r} is no date; write it such as 2026-11-20.") from None
