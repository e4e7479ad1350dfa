"""The page of the week as a file: whole in itself, in order, and with everything named for who cannot see it."""

import re
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from journals import pain, workout

from journal.report.html import week


class Elements(HTMLParser):
    """Every element with its attributes."""

    def __init__(self, page):
        super().__init__()
        self.found = []
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        self.found.append((tag, dict(attributes)))

    def named(self, tag):
        return [attributes for name, attributes in self.found if name == tag]


@pytest.fixture(scope="module")
def page(full_week):
    return week.render(full_week)


@pytest.fixture(scope="module")
def elements(page):
    return Elements(page)


def test_it_is_one_file_without_script_and_without_any_address(page, elements):
    assert "script" not in {tag for tag, _ in elements.found}
    assert not re.search(r"https?:|//|@import|url\(", page)
    assert {tag for tag, attributes in elements.found if {"src", "href", "srcset"} & set(attributes)} == set()


def test_headings_begin_with_one_and_leave_no_level_out(elements):
    levels = [int(tag[1]) for tag, _ in elements.found if re.fullmatch("h[1-6]", tag)]

    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))


def test_ids_are_there_once_and_what_points_to_one_finds_it(elements):
    ids = [attributes["id"] for _, attributes in elements.found if "id" in attributes]
    pointed = [
        one
        for _, attributes in elements.found
        for name in ("aria-labelledby", "aria-describedby")
        for one in attributes.get(name, "").split()
    ]

    assert len(ids) == len(set(ids))
    assert set(pointed) <= set(ids)


def test_every_picture_has_a_title_or_is_hidden_beside_its_words(elements):
    for attributes in elements.named("svg"):
        assert attributes.get("aria-hidden") == "true" or (
            attributes["role"] == "img" and attributes["aria-labelledby"] and attributes["aria-describedby"]
        )


def test_every_heading_of_a_table_says_what_it_is_the_heading_of(elements):
    assert {attributes.get("scope") for attributes in elements.named("th")} == {"row", "col"}
    assert len(elements.named("caption")) == len(elements.named("table"))


def test_colours_stand_in_the_style_alone_so_that_they_follow_light_dark_and_paper(page):
    body = page.partition("</style>")[2]

    assert not re.search(r"#[0-9a-f]{3,8}\b|rgb\(|style=", body)


def test_a_flag_stands_with_its_numbers_its_advice_and_its_documents(page, full_week):
    words = " ".join(re.sub(r"<[^>]+>", " ", page).split())

    assert full_week.raised
    for flag in full_week.raised:
        assert week.observed(flag).replace(">", "&gt;").replace("<", "&lt;") in words
        assert flag.rule in words
        assert all(document in words for document in flag.documents)


def test_the_usual_range_and_the_weeks_before_are_told_in_words_too(page):
    assert "The band is your usual 7 days, 936 to 1,080." in page
    assert "2026-W46: 918" in page


def test_an_empty_journal_has_a_page_without_pictures(report_of):
    page = week.render(report_of([], as_of="2016-11-20 20:00", first=date(2016, 11, 14)))

    assert "<h1>Week 2016-W46, so far</h1>" in page
    assert "No pain entry this week." in page
    assert "<figure" not in page


def test_the_same_report_gives_the_same_bytes(full_week, page):
    assert week.render(full_week) == page


def test_many_weeks_are_told_day_by_day_only_of_the_last_ones(report_of):
    page = week.render(report_of([], weeks=60))

    assert "2025-W40" in page


def test_what_could_not_be_judged_stands_with_what_was_not_recorded_and_is_never_lost(full_week, page):
    assert page.index("Not enough recorded to judge") > page.index(">Not recorded<")
    without = week.render(replace(full_week, not_recorded=()))
    assert "Not enough recorded to judge" in without
    assert ">Not recorded<" not in without


def test_a_load_that_is_not_known_says_why(full_week, page):
    unknown = replace(full_week.training, load=None, load_unknown=full_week.training.sessions)

    assert "RPE or minutes not recorded" in week.render(replace(full_week, training=unknown))
    assert "RPE or minutes not recorded" not in page


def test_without_any_known_load_there_is_no_picture_of_it(report_of):
    """Imported workouts have no RPE: an axis with question marks tells nobody anything."""
    imported = [
        record
        for day in ("02", "09", "13", "16", "18")
        for record in workout(f"2026-11-{day} 18:00", ("squat", 3, 5, 80), rpe=None)
    ]

    alone, hurting = (
        week.render(report_of([*imported, *pains])) for pains in ([], [pain("2026-11-18 20:00", score=4)])
    )

    assert "Day by day" not in alone
    assert "Load of each week" not in alone
    assert "not known, as no workout of these weeks has both" in alone
    assert "Day by day" in hurting
    assert "Load of the day" not in hurting
    assert "No training load is known." in hurting
