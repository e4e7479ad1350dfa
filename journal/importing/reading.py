"""Reading one file, whatever it is; nothing of a journal is needed but its exercises."""

from dataclasses import dataclass
from datetime import date, tzinfo
from pathlib import Path

from journal.errors import Refused
from journal.exercises import Catalogue
from journal.importing.asked import Asked
from journal.importing.naming import Renaming
from journal.interchange.any_csv import generic
from journal.interchange.imported import Imported
from journal.interchange.own import journal_files
from journal.interchange.own.gathering import InJournal
from journal.interchange.recognise import NAMES, named, recognise
from journal.interchange.rows.foreign import Options, Tell, in_silence


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
        told = bool(asked.columns)
        form = recognise(file, mapped=told) if asked.source == "auto" else named(asked.source, file)
        known = Renaming(self.catalogue, asked.names)
        if form is None:
            imported = journal_files.read(file, known, in_journal)
        else:
            imported = form.read(file, self._options(file, asked, known))
            imported.looks_like = form.TITLE if asked.source == "auto" else ""
        imported.records += known.learnt(imported.source)
        imported.notes += [
            f"--exercise {name!r} is not needed and was ignored: no row has that name"
            for name in known.unmet()
        ]
        if told and form is not generic:
            why = f"it looks like {form.TITLE}" if form is not None else "it is one of the journal's own"
            imported.notes.append(f"--map is for --from {generic.NAME} and was ignored: {why}")
        return imported

    def _options(self, file: Path, asked: Asked, known: Catalogue) -> Options:
        return Options(
            catalogue=known,
            zone=self.zone,
            weight_unit=asked.weight_unit,
            distance_unit=asked.distance_unit,
            today=self.today,
            file=file.name,
            columns=asked.columns,
            date_order=asked.date_order,
            tell=self.tell,
        )
