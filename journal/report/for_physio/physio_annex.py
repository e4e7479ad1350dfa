"""The annex of the physiotherapist's page: what the first page had no room for, then the records themselves.

It is of the dates of the page only, and is not cut: a page of ten years has ten years of records behind it.
"""

from collections.abc import Iterator

from journal.report.for_physio.annex import AnnexRow
from journal.report.for_physio.annex_words import details, kind_of, note_of
from journal.report.for_physio.care_words import CARE, response
from journal.report.for_physio.onset_words import older, onset
from journal.report.for_physio.physio import Physio
from journal.report.for_physio.physio_flags import all_flags
from journal.report.for_physio.training_words import newest_trained, trained
from journal.report.for_physio.work_words import on
from journal.report.lines import Line, Section

_COLUMNS = ("date", "time", "what", "as it was told", "note")


def annex_sections(page: Physio) -> tuple[Section, ...]:
    """The parts of the annex that have anything to tell, the raw table last."""
    records = f"(since {page.since.isoformat()}, in the order of time)"
    told = (
        Section("ANNEX: OTHER ONSETS", tuple(_onsets(page))),
        Section("ANNEX: OTHER CARE", tuple(response(one) for one in page.responses[CARE:])),
        _trained(page),
        Section("ANNEX: ALL FLAGS", tuple(all_flags(page)), "(the rule, and since when)"),
        Section(
            "ANNEX: EVERYTHING RECORDED", tuple(_record(row, page) for row in page.annex), records, _COLUMNS
        ),
    )
    return tuple(one for one in told if one.lines)


def _trained(page: Physio) -> Section:
    """All of them, where the first page has only some."""
    shown = page.trained if page.trained != newest_trained(page) else ()
    told = trained(page, shown, title="ANNEX: ALL THAT WAS TRAINED THROUGH")
    return told if shown else Section(told.title, ())


def _onsets(page: Physio) -> Iterator[Line]:
    for before in older(page):
        for one in reversed(before.onsets):
            yield from onset(one, page.last)


def _record(row: AnnexRow, page: Physio) -> Line:
    day = on(row.at.date(), page.last)
    time = f"{row.at:%H:%M}" if row.time_known else ""
    what, told, note = kind_of(row), details(row), note_of(row)
    text = f"{told} // {note}" if note else told
    return Line(text, label=" ".join(filter(None, (day, time, what))), row=(day, time, what, told, note))
