"""The page of the week in a real browser: it fits, it can be read, and nothing in it runs or is fetched."""

import re
from dataclasses import replace
from datetime import date

import pytest

from journal.analysis.flags import Mark
from journal.report.html import week
from journal.vocabulary import MarkAction, Severity

LONG = "W" * 5_000 + "字" * 5_000
HOSTILE = (
    "</style></title><script>alert(1)</script><img src=x onerror=alert(2)><b>b</b>"
    '"><svg onload=alert(3)> \u202eright to left\u2066 {{ 7 * 7 }} &lt;i&gt; https://remote.example/x '
    "<iframe src=https://remote.example></iframe><link rel=stylesheet href=//remote.example/x.css>"
)


def with_words(report, words):
    """The report with those words wherever a person's own may stand."""
    flags = tuple(
        replace(
            flag,
            message=words,
            advice=words,
            documents=(words,),
            mark=Mark(MarkAction.ACKNOWLEDGE, report.as_of, None, words),
        )
        for flag in report.raised
    )
    return replace(report, raised=flags, active=flags, not_recorded=(words,))


@pytest.fixture(scope="module")
def pages(report_of, full_week, full_records):
    """Pages by what is in the journal."""
    long_ago = report_of([], as_of="2016-11-20 20:00", first=date(2016, 11, 14))
    return {
        "full": week.render(full_week),
        "empty": week.render(report_of([])),
        "ten years ago": week.render(long_ago),
        "many weeks": week.render(report_of(full_records, weeks=240)),
        "markup": week.render(with_words(full_week, HOSTILE)),
        "endless": week.render(with_words(full_week, LONG)),
    }


@pytest.mark.parametrize("name", ["full", "empty", "ten years ago", "markup", "endless"])
@pytest.mark.parametrize(
    ("width", "dark"), [(375, False), (375, True), (640, True), (1280, False), (1280, True)]
)
def test_it_fits_can_be_read_and_asks_for_nothing(look, pages, name, width, dark):
    seen = look(pages[name], width=width, dark=dark)

    assert seen.faults == ()
    assert seen.least >= 4.5
    assert (sum(map(int, re.findall(r"\d+", seen.ground))) < 100) is dark
    assert seen.words > 20


@pytest.mark.parametrize(
    ("name", "paper"),
    [("full", "A4"), ("full", "Letter"), ("empty", "A4"), ("markup", "A4"), ("endless", "Letter")],
)
def test_it_is_printed_light_and_within_the_paper(look, pages, name, paper):
    seen = look(pages[name], dark=True, paper=paper)

    assert seen.faults == ()
    assert seen.ground == "rgb(255, 255, 255)"
    assert seen.pages <= {"full": 8, "empty": 1}.get(name, 999)


def test_a_screen_reader_finds_parts_headings_pictures_and_tables(look, pages):
    tree = look(pages["full"], aloud=True).tree

    for expected in (
        "banner:",
        '- heading "Week 2026-W47, so far" [level=1]',
        "main:",
        '- region "Flags":',
        '- heading "Flags" [level=2]',
        '- heading "Raised this week" [level=3]',
        'img "Where it hurt this week: the highest score',
        '- rowheader "left knee"',
        '- columnheader "Mon"',
        "contentinfo:",
    ):
        assert expected in tree
    # Of the two widths of a picture only the one that is seen is read.
    assert tree.count('img "Load of each week') == 1


def test_every_severity_can_be_read_in_both_schemes(look, full_week):
    flag = full_week.raised[0]
    raised = tuple(replace(flag, severity=severity) for severity in Severity)
    page = week.render(replace(full_week, raised=raised))

    for dark in (False, True):
        assert look(page, width=640, dark=dark).faults == ()


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ("<p style='color:#999'>faint</p>", "2.8"),
        ("<p style='width:9999px'>wide</p>", "page 10"),
        ("<script>console.log('it ran')</script>", "it ran"),
        ("<img src='https://remote.example/x.png'>", "remote.example"),
    ],
)
def test_what_is_looked_for_is_found(look, body, fault):
    faults = look(f"<!doctype html><body style='background:#fff'>{body}").faults

    assert any(fault in one for one in faults), faults
