"""Whatever stands in a journal, its page can be made, stays one page, and knows nothing that came later."""

from datetime import timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from journals import CATALOGUE
from random_journals import DAYS, START, journals

from journal.analysis.engine import evaluate
from journal.analysis.frames import Frames
from journal.analysis.judge import Reading
from journal.report import markdown, text
from journal.report.for_physio.physio import physio
from journal.report.for_physio.physio_annex import annex_sections
from journal.report.for_physio.physio_json import as_json
from journal.report.for_physio.physio_sections import first_page
from journal.report.html import physio as html

WIDTH, MOST_LINES = 79, 100


def page_of(records, moment, days):
    frames = Frames.of(records, CATALOGUE, until=int(moment.timestamp()))
    made = Reading(frames, evaluate(frames), int(moment.timestamp()), 0)
    return physio(lambda _: made, moment, None if days is None else moment.date() - timedelta(days=days))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(journals(), st.integers(0, DAYS), st.none() | st.integers(0, 2 * DAYS))
def test_the_page_can_be_made_and_is_bounded(records, back, days):
    moment = START + timedelta(days=DAYS - back, hours=3)
    page = page_of(records, moment, days)
    told = first_page(page)
    lines = text.lay_out(told, WIDTH).splitlines()

    assert len(lines) <= MOST_LINES
    assert max(map(len, lines)) <= WIDTH
    assert all(row.at <= moment for row in page.annex)
    assert [flag for flag in page.flags if flag.since > moment] == []
    everything = (*told, *annex_sections(page))
    assert text.lay_out(everything, WIDTH)
    assert markdown.lay_out(everything).startswith("# For the physiotherapist")
    assert "<h1>For the physiotherapist" in html.render(page)
    assert len(as_json(page)["annex"]) == len(page.annex)
