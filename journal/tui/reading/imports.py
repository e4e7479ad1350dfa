"""An import as the screen sees it: a file is read beside the store, checked there, and shown before it comes in."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, tzinfo
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from journal.columns import one_line
from journal.entry import Writer
from journal.errors import Refused
from journal.exercises import catalogue
from journal.importing.asked import Asked
from journal.interchange.any_csv.generic_look import Column
from journal.interchange.not_told import NotTold, Question
from journal.records import Alias, OwnExercise
from journal.tui.asking.at_work import AtWork

if TYPE_CHECKING:
    from journal.importing.result import Result
    from journal.interchange.imported import Imported
    from journal.storage import Batch, Store


@dataclass(frozen=True, slots=True)
class Here:
    """The open journal, as the importing room wants it."""

    store: "Store"
    zone: tzinfo
    now: datetime

    def made(self) -> "Store":
        """It is there already."""
        return self.store


@dataclass(frozen=True, slots=True)
class Known:
    """What reading a file needs of the journal."""

    own: tuple[OwnExercise, ...]
    aliases: tuple[Alias, ...]
    zone: tzinfo


@dataclass(frozen=True, slots=True)
class Looked:
    """A file that was looked at: what it gave, or what must be told before it can be read."""

    file: Path
    asked: Asked
    result: "Result | None" = None
    questions: tuple[Question, ...] = ()
    columns: tuple[Column, ...] = ()
    """Those of a file of no known program, which may hold something else than is read out of them."""
    lacks: str = ""
    """What the columns do not tell."""


@dataclass(frozen=True, slots=True)
class Gave:
    """What reading a file gave: records, or what must be told first."""

    imported: "Imported | None" = None
    questions: tuple[Question, ...] = ()
    columns: tuple[Column, ...] = ()
    lacks: str = ""


def read_known(store: "Store", writer: Writer) -> Known:
    """What reading a file needs of the journal."""
    return Known(tuple(store.rows(OwnExercise)), tuple(store.rows(Alias)), writer.zone)


def read_file(file: Path, asked: Asked, known: Known) -> Callable[[AtWork], Gave]:
    """What a file gives, or what must be told first; `Refused` when it cannot be read."""
    return partial(_read_file, file, asked, known)


def _read_file(file: Path, asked: Asked, known: Known, at_work: AtWork) -> Gave:
    from journal.importing.reading import Reader
    from journal.interchange.any_csv import generic
    from journal.interchange.any_csv.generic_look import look
    from journal.interchange.recognise import Unknown
    from journal.interchange.recognise import known as known_forms

    reader = Reader(catalogue(known.own, known.aliases), known.zone, at_work.at.date(), at_work.tell)
    try:
        read = reader.read(file, asked)
    except NotTold as asks:
        return Gave(questions=asks.questions, columns=look(file, asked.columns) if asked.columns else ())
    except generic.NotMapped as lacking:
        return Gave(columns=look(file, asked.columns), lacks=lacking.lacks)
    except Unknown as unknown:
        # The screen has no options: it asks what the columns hold, where there are any.
        if columns := look(file, asked.columns):
            return Gave(columns=columns, lacks="columns of which too few are known by their names")
        raise Refused(
            f"{one_line(file.name)}: nothing known looks so.  Known are {known_forms()}, exports of this program, "
            "and any CSV file with columns such as date, exercise, weight and reps"
        ) from unknown
    return Gave(read, columns=look(file, asked.columns) if read.source == generic.NAME else ())


def check(
    file: Path, asked: Asked, read: "Imported", columns: tuple[Column, ...] = ()
) -> "Callable[[Store, Writer], Looked]":
    """What the journal would make of what was read, out of which columns."""

    def checked(store: "Store", writer: Writer) -> Looked:
        from journal.importing.arrivals import Arrivals

        arrivals = Arrivals(Here(store, writer.zone, writer.now), asked)
        return Looked(file, asked, arrivals.check(file.name or str(file), read), columns=columns)

    return checked


def bring_in(looked: Looked) -> "Callable[[Store, Writer], Result]":
    """Write what was looked at, as one import."""

    def bring(store: "Store", writer: Writer) -> "Result":
        from journal.importing.arrivals import Arrivals

        if looked.result is None:
            raise RuntimeError("what was not read cannot come in")
        return Arrivals(Here(store, writer.zone, writer.now), looked.asked).write(looked.result)

    return bring


def read_batches(store: "Store", _: Writer) -> "tuple[Batch, ...]":
    """The imports so far, the latest first."""
    return tuple(reversed(store.batches()))
