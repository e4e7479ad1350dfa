"""The physiotherapist's page in a real browser: one sheet for the answer, the annex on new ones."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from journals import CATALOGUE, care, pain, when, workout

from journal.analysis.engine import evaluate
from journal.analysis.frames import Frames
from journal.analysis.judge import Reading
from journal.report.for_physio.physio import physio
from journal.report.html import physio as html

FIRST = date(2026, 6, 1)
HOSTILE = (
    "</style><script>alert(1)</script> {{ 7 * 7 }} <img src=https://remote.example/x onerror=alert(2)> " * 3
)
LONG = "W" * 3_000 + "字" * 3_000


def page_of(records, since=FIRST):
    moment = when("2026-11-22 20:00")
    frames = Frames.of(records, CATALOGUE, until=int(moment.timestamp()))
    made = Reading(frames, evaluate(frames), int(moment.timestamp()), 3600)
    return physio(lambda _: made, moment, since)


def half_a_year(note=""):
    """Six places that hurt twice a month after training, and again now, with care each time."""
    for week in range(25):
        day = FIRST + timedelta(weeks=week)
        yield from workout(
            f"{day} 18:00", ("squat", 3, 5, 100 + week), ("bench-press", 3, 8, 60), rpe=7, note=note
        )
        for region in ("knee", "shoulder", "elbow", "ankle", "calf", "wrist") if week % 2 == 0 else ():
            for later, score in ((1, 7), (2, 5), (4, 0)):
                at = day + timedelta(days=later)
                yield pain(f"{at} 20:00", region, score, side="left", qualities=("sharp",), note=note)
                yield care(f"{at} 21:00", "cold", region=region, side="left", note=note)
    yield pain("2026-11-22 08:00", "knee", 6, side="left", note=note)


@pytest.fixture(scope="module")
def pages():
    """Pages by what is in the journal."""
    full = page_of(half_a_year())
    return {
        "full": html.render(full),
        "empty": html.render(page_of([])),
        "markup": html.render(page_of(half_a_year(HOSTILE), date(2026, 11, 1))),
        "endless": html.render(page_of(half_a_year(LONG), date(2026, 11, 1))),
        "sheet": html.render(replace(full, annex=(), flags=(), trained=(), before=full.before[:1])),
    }


@pytest.mark.parametrize("name", ["full", "empty", "markup", "endless"])
@pytest.mark.parametrize(("width", "dark"), [(375, True), (1280, False)])
def test_it_fits_can_be_read_and_asks_for_nothing(look, pages, name, width, dark):
    seen = look(pages[name], width=width, dark=dark)

    assert seen.faults == ()
    assert seen.least >= 4.5


@pytest.mark.parametrize("name", ["full", "empty"])
def test_the_first_page_is_one_sheet(look, pages, name):
    """Without its annex the page is one sheet of paper, however much there is to tell."""
    page = pages[name]
    begin = page.find('<div class="annex">')
    alone = page if begin < 0 else page[:begin] + page[page.index("</main>") :]
    seen = look(alone, paper="A4")

    assert seen.faults == ()
    assert seen.pages == 1


def test_letter_paper_cuts_nothing(look, pages):
    assert look(pages["full"], paper="Letter").faults == ()


def test_the_annex_begins_on_a_new_sheet(look, pages):
    page = pages["sheet"]
    begin = page.index('<div class="annex">')
    one_line = '<div class="annex"><p>One line.</p></div>'

    assert look(page[:begin] + one_line + page[page.index("</main>") :], paper="A4").pages == 2


def test_a_screen_reader_finds_the_parts(look, pages):
    tree = look(pages["full"], aloud=True).tree

    for expected in (
        'heading "For the physiotherapist: left knee, ',
        'region "Where, and since when',
        'region "Red flags asked and answered',
        'region "Before each onset',
        'img "Course, ',
        'img "Where: the highest score',
        'table "Annex: everything recorded"',
        'columnheader "as it was told"',
    ):
        assert expected in tree
