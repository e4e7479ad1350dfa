"""What the page of settings reads: profile, conditions, templates, the settings file, the journal."""

from datetime import date

import pytest

from journal.analysis.engine import rulebook
from journal.entry import Writer
from journal.errors import Refused
from journal.exercises import catalogue
from journal.records import CheckIn, Condition, Pain, TemplateSet
from journal.storage import Change
from journal.tui.reading.settings import read_file, read_settings, thresholds
from journal.tui.wording.conditions import CHANGES, holds, marked, when_said
from journal.vocabulary import ConditionName

TODAY = date(2026, 11, 25)
DISC = ConditionName.HERNIATED_DISC


@pytest.fixture
def writer(now):
    return Writer(now=now, zone=now.tzinfo, catalogue=catalogue())


def test_all_that_the_journal_knows_of_its_writer(store, write, now, writer):
    write("weight 81kg", "pain knee left 3")
    store.record([Condition(condition=DISC)], now=now)
    planned = [
        TemplateSet(template="Legs", position=place, exercise=slug)
        for place, slug in enumerate(("squat", "squat", "own-one"), 1)
    ]
    store.change([Change(None, one) for one in planned], now=now, verb="template")
    view = read_settings(store, writer)
    assert view.profile == {"weight_unit": "kg"}
    assert view.weighed == store.get(CheckIn, "2026-11-25")
    assert [line.name for line in view.conditions] == list(ConditionName)
    assert view.conditions[0].record == Condition(condition=DISC)
    assert view.conditions[1].record is None
    [legs] = view.templates
    assert (legs.name, legs.exercises, len(legs.sets)) == ("Legs", ("Squat", "own-one"), 3)
    assert view.about.counts == (
        "1 pain entry",
        "1 check-in",
        "1 condition",
        "3 template sets",
        "1 profile entry",
    )
    assert view.about.days == (TODAY, TODAY)
    assert len(store.rows(Pain)) == 1


def test_the_latest_weight_counts_also_when_a_later_check_in_has_none(store, write, writer, now):
    store.record([CheckIn(date=date(2026, 11, 20), body_weight_kg=79)], now=now)
    write("sleep 7h")
    assert read_settings(store, writer).weighed.date == date(2026, 11, 20)


def test_a_settings_file_that_is_not_there_says_nothing(tmp_path):
    view = read_file(tmp_path / "settings.toml")
    assert (view.is_there, view.says.theme, view.fault) == (False, "", "")


def test_what_the_settings_file_says(tmp_path):
    path = tmp_path / "settings.toml"
    path.write_text('theme = "journal-light"\n[rules.pain-past-72h]\nhours = 96\n')
    view = read_file(path)
    assert (view.is_there, view.says.theme, view.says.rules) == (
        True,
        "journal-light",
        {"pain-past-72h": {"hours": 96}},
    )


def test_why_a_settings_file_cannot_be_read(tmp_path):
    path = tmp_path / "settings.toml"
    path.write_text("theme = \n")
    assert "is not a TOML file" in read_file(path).fault


def test_only_thresholds_that_differ_from_the_programs_are_told():
    rule = next(one for one in rulebook().values() if one.parameters and not one.whole)
    name, default = next(iter(rule.parameters.items()))
    [told] = thresholds({rule.id: {name: default + 1}}, "settings.toml")
    assert (told.rule, told.setting, told.own, told.default) == (rule.id, name, default + 1, default)
    assert thresholds({rule.id: {name: default}}, "settings.toml") == ()
    assert thresholds({}, "settings.toml") == ()
    with pytest.raises(Refused, match="'nothing' is no rule"):
        thresholds({"nothing": {}}, "settings.toml")


def test_every_condition_says_what_it_changes():
    assert list(CHANGES) == list(ConditionName)


@pytest.mark.parametrize(
    ("since", "until", "words", "so"),
    [
        (None, None, "yes, always", True),
        (date(2024, 3, 12), None, "since 12 Mar 2024", True),
        (date(2024, 3, 12), date(2026, 5, 3), "since 12 Mar 2024 until 3 May 2026", False),
        (None, TODAY, "until 25 Nov 2026", True),
        (date(2026, 12, 1), None, "from 1 Dec 2026", False),
    ],
)
def test_when_a_condition_holds(since, until, words, so):
    condition = Condition(condition=DISC, since=since, until=until)
    assert (when_said(condition, TODAY), holds(condition, TODAY)) == (words, so)


def test_what_never_was_says_nothing():
    assert (when_said(None, TODAY), holds(None, TODAY)) == ("", False)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (None, Condition(condition=DISC)),
        (Condition(condition=DISC), Condition(condition=DISC, until=TODAY)),
        (Condition(condition=DISC, until=TODAY), Condition(condition=DISC)),
        (Condition(condition=DISC, until=date(2025, 1, 1)), Condition(condition=DISC)),
        (Condition(condition=DISC, until=date(2027, 1, 1)), Condition(condition=DISC, until=TODAY)),
        (Condition(condition=DISC, since=date(2027, 1, 1)), Condition(condition=DISC, since=TODAY)),
    ],
)
def test_a_mark_begins_a_condition_or_ends_it_by_a_date(before, after):
    assert marked(before, DISC, TODAY) == after
