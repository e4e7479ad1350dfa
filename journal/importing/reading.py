"""Reading one file, whatever it is; nothing of a journal is needed but its exercises."""

from dataclasses import dataclass
from datetime import date, tzinfo
from pathlib import Path

from journal.errors import Refused
from journal.exercises import Catalogue
from journal.importing.asked import Asked
from journal.interchange import journal_files
from journal.interchange.foreign import Options, Tell, in_silence
from journal.interchange.gathering import InJournal
from journal.interchange.imported import Imported
from journal.interchange.recognise import NAMES, named, recognise


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads: with which exercises, in which zone, on which day."""

    catalogue: Catalogue
    zone: tzinfo
    """Zone of times without an offset."""
    today: date
    tell: Tell = in_silence
    """Told how far a long file has been read; it may raise to end the reading."""

    def read(self, file: Path, asked: Asked, in_journal: InJournal | None = None) -> Imported:
        """What a file or folder gives; `in_journal` tells which records may be referred to.

        `Refused` when it cannot be read, `NotTold` (one of these) when something must be told first.
        """
        if asked.source not in ("auto", *NAMES):
            raise Refused(f"--from: {asked.source!r} is not known; it needs one of auto, {', '.join(NAMES)}")
        if not file.exists():
            raise Refused(f"{file}: there is no such file or folder")
        form = recognise(file) if asked.source == "auto" else named(asked.source, file)
        if form is None:
            return journal_files.read(file, self.catalogue, in_journal)
        options = Options(
            catalogue=self.catalogue,
            zone=self.zone,
            weight_unit=asked.weight_unit,
            distance_unit=asked.distance_unit,
            today=self.today,
            file=file.name,
            columns=asked.columns,
            date_order=asked.date_order,
            tell=self.tell,
        )
        return form.read(file, options)
