"""Profile and settings: each change counts at once and is one step; what is only told is told in full."""

from datetime import date
from pathlib import Path

import pytest

from journal.records import CheckIn, Condition, ProfileEntry, Set, TemplateSet
from journal.storage import Change
from journal.tui.screens.condition_dates import ConditionDates
from journal.tui.screens.first_start import NOT_FOR
from journal.tui.screens.rename import Rename
from journal.tui.screens.settings import SettingsPage
from journal.tui.widgets.condition_list import ConditionList
from journal.tui.widgets.contents import Contents
from journal.vocabulary import ConditionName

SIZES = ((80, 24), (120, 40))
TODAY = date(2026, 11, 25)


def fill(page, text):
    """Write into the field that has the focus, as if it had been pasted."""
    page.screen.focused.value = text


DISC = ConditionName.HERNIATED_DISC


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch) -> Path:
    """The writer's own folder: the journal lies in it, and the settings file may."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    return tmp_path


@pytest.fixture
def settings_file(home) -> Path:
    path = home / ".config" / "journal" / "settings.toml"
    path.parent.mkdir(parents=True)
    return path


@pytest.fixture
def keep(store, now):
    def keep(*records):
        store.change([Change(None, record) for record in records], now=now, verb="log")

    return keep


@pytest.fixture
def filled(keep, write):
    """Somebody with a condition, two templates and some days behind them."""
    write("weight 81.5kg", "squat 2x5 100kg")
    keep(
        Condition(condition=DISC, since=date(2024, 3, 12)),
        Condition(condition="pregnancy", since=date(2022, 1, 2), until=date(2022, 9, 30)),
        *template("Legs", "squat", "squat", "leg-press"),
        *template("Upper body", "bench-press", "pull-up"),
        ProfileEntry(key="birth_year", value="1985"),
        ProfileEntry(key="time_zone", value="Europe/Berlin"),
    )


def template(name, *exercises):
    return [
        TemplateSet(template=name, position=place, exercise=slug, reps=5)
        for place, slug in enumerate(exercises, 1)
    ]


def profile(store):
    return {key: value for key, value in store.profile().items() if key != "weight_unit" or value != "kg"}


# Units.


async def test_a_unit_is_another_one_everywhere_at_once_and_back(filled, store, running):
    async with running() as page:
        assert "100 kg" in page.text()
        await page.press("S")
        assert isinstance(page.screen, SettingsPage)
        await page.press("enter", "right")
        assert store.profile()["weight_unit"] == "lb"
        assert "179.7" in page.text()
        await page.press("escape", "escape")
        assert "220.46 lb" in page.text()
        await page.press("u")
        assert store.profile()["weight_unit"] == "kg"
        assert "100 kg" in page.text()


async def test_the_letter_of_a_unit_chooses_it(store, running):
    async with running() as page:
        await page.go("settings")
        await page.press("enter", "l", "down", "m")
        assert profile(store) == {"weight_unit": "lb", "distance_unit": "mi"}
        await page.press("f", "up", "k")
        assert profile(store) == {"distance_unit": "mi"}


async def test_the_glass_counts_from_the_next_drink_on(store, running):
    async with running() as page:
        await page.go("settings")
        await page.press("enter", "down", "down", *"300", "enter")
        assert store.profile()["glass_ml"] == "300"
        await page.press("escape", "h")
        assert "300 ml" in page.words("#said")


# What is refused.


@pytest.mark.parametrize(
    ("section", "downs", "typed", "sentence"),
    [
        ("units", 2, "20", "A glass is 30 to 2000 ml, such as 250."),
        ("reminders", 1, "soon", "'soon' is no time of day; it needs one such as 21:30."),
    ],
)
async def test_a_wrong_value_is_refused_in_one_sentence_where_it_stands(
    store, running, section, downs, typed, sentence
):
    async with running(size=(120, 40)) as page:
        await page.go("settings", section=section)
        await page.press("enter", *["down"] * downs)
        fill(page, typed)
        await page.press("tab")
        assert sentence in page.text()
        await page.press("escape")
        assert page.screen.focused is page.screen.query_one(Contents)
        assert profile(store) == {}


# You, and reminders.


async def test_who_writes_is_asked_and_kept(filled, store, now, running):
    async with running() as page:
        await page.go("settings", section="person")
        await page.press("enter", *"80.5", "enter", *"1990", "enter", "l", "down")
        fill(page, "78")
        await page.press("down", "y", "down", "y", "down")
        fill(page, "asia/tokyo")
        await page.press("enter")
        told = store.profile()
        assert {name: told[name] for name in ("birth_year", "weight_goal", "target_weight_kg")} == {
            "birth_year": "1990",
            "weight_goal": "lose",
            "target_weight_kg": "78",
        }
        assert (told["weight_hints"], told["drink_hints"], told["time_zone"]) == ("yes", "yes", "Asia/Tokyo")
        assert [one.body_weight_kg for one in store.rows(CheckIn)] == [80.5]


async def test_an_answer_is_taken_back_by_emptying_it(filled, store, running):
    async with running() as page:
        await page.go("settings", section="person")
        await page.press("enter", "down", "backspace", "enter")
        assert store.profile()["birth_year"] == ""


async def test_what_was_not_changed_makes_no_step(filled, store, running):
    before = store.snapshot()
    async with running() as page:
        await page.go("settings")
        await page.press("enter", *["down"] * 4)
        assert store.snapshot() == before
        await page.press("escape", "u")
        assert store.snapshot() != before


async def test_reminders_are_set_and_taken_back_one_by_one(store, running):
    async with running() as page:
        await page.go("settings", section="reminders")
        await page.press("enter", *"45", "enter", *"7.30", "enter")
        assert profile(store) == {"reminders_water_min": "45", "reminders_checkin_at": "07:30"}
        await page.press("escape", "u")
        assert profile(store) == {"reminders_water_min": "45"}
        await page.press("U")
        assert store.profile()["reminders_checkin_at"] == "07:30"


# Conditions.


async def test_a_condition_is_marked_and_ended_by_a_date(store, running):
    async with running() as page:
        await page.go("settings", section="conditions")
        await page.press("enter", "space")
        assert store.rows(Condition) == [Condition(condition=DISC)]
        assert page.words("#said").endswith("herniated disc: yes, always")
        await page.press("space")
        assert store.rows(Condition) == [Condition(condition=DISC, until=TODAY)]
        await page.press("u")
        assert store.rows(Condition) == [Condition(condition=DISC)]


async def test_its_dates_are_asked_for(store, running):
    async with running() as page:
        await page.go("settings", section="conditions")
        await page.press("enter", "down", "enter")
        assert isinstance(page.screen, ConditionDates)
        for text in ("2024-05-01", "2027-01-01", "told"):
            fill(page, text)
            await page.press("enter")
        assert store.rows(Condition) == [
            Condition(condition="osteoporosis", since=date(2024, 5, 1), until=date(2027, 1, 1), note="told")
        ]
        assert "since 1 May 2024 until 1 Jan 2027" in page.text()


@pytest.mark.parametrize(
    ("since", "until", "sentence"),
    [
        ("2026-05-01", "2026-04-01", "It cannot end before it began."),
        ("2026-02-31", "", "'2026-02-31' is no day"),
    ],
)
async def test_dates_that_cannot_be_are_refused(store, running, since, until, sentence):
    async with running() as page:
        await page.go("settings", section="conditions")
        await page.press("enter", "enter")
        fill(page, since)
        await page.press("tab")
        fill(page, until)
        await page.press("ctrl+s")
        assert isinstance(page.screen, ConditionDates)
        assert sentence in page.text()
        await page.press("escape")
        assert store.rows(Condition) == []


async def test_a_condition_that_never_was_is_taken_out(filled, store, running):
    async with running() as page:
        await page.go("settings", section="conditions")
        await page.press("enter", "x")
        assert [one.condition for one in store.rows(Condition)] == ["pregnancy"]
        await page.press("u")
        assert len(store.rows(Condition)) == 2


async def test_the_cursor_stays_in_sight_down_to_the_last_condition(store, running):
    async with running(size=(60, 20)) as page:
        await page.go("settings", section="conditions")
        await page.press("enter", "end")
        assert "fluid limit" in page.text()
        assert page.screen.query_one(ConditionList).chosen.name is ConditionName.FLUID_LIMIT


# Templates.


async def test_a_template_gets_another_name_in_one_step(filled, store, running):
    before = store.rows(TemplateSet)
    async with running() as page:
        await page.go("settings", section="templates")
        await page.press("enter", "enter")
        assert isinstance(page.screen, Rename)
        fill(page, "Squats")
        await page.press("enter")
        assert {one.template for one in store.rows(TemplateSet)} == {"Squats", "Upper body"}
        assert [one.but(template="Legs") for one in store.rows(TemplateSet)[:3]] == before[:3]
        await page.press("u")
        assert store.rows(TemplateSet) == before


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("Upper body", "there is a template Upper body already; each needs a name of its own."),
        ("", "a template needs a name, such as Legs A."),
    ],
)
async def test_a_name_that_another_template_has_is_refused(filled, store, running, name, sentence):
    async with running() as page:
        await page.go("settings", section="templates")
        await page.press("enter", "enter")
        fill(page, name)
        await page.press("enter")
        assert sentence in page.words("#fault")
        assert {one.template for one in store.rows(TemplateSet)} == {"Legs", "Upper body"}


async def test_a_template_is_deleted_and_comes_back(filled, store, running):
    async with running() as page:
        await page.go("settings", section="templates")
        await page.press("enter", "x")
        assert {one.template for one in store.rows(TemplateSet)} == {"Upper body"}
        await page.press("u")
        assert len(store.rows(TemplateSet)) == 5


# What is only told.


async def test_the_settings_file_is_told_with_the_programs_own_values_beside(store, settings_file, running):
    settings_file.write_text(
        'theme = "journal-light"\n[keys]\ndrink = "o"\n[rules.pain-past-72h]\nhours = 96\n', encoding="utf-8"
    )
    async with running(size=(120, 40)) as page:
        await page.go("settings", section="file")
        told = page.text()
        assert "~/.config/journal/settings.toml" in told
        assert "journal-light" in told
        assert "drink on o (the program's own: h)" in told
        assert "pain-past-72h: hours = 96 (the program's own: 72)" in told


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        ("theme = ", "is not a TOML file"),
        ("colour = 1", "'colour' is no setting"),
        ("[rules.nothing]\nhours = 1", "'nothing' is no rule"),
    ],
)
async def test_what_is_wrong_in_the_settings_file_is_told(store, settings_file, running, written, sentence):
    settings_file.write_text(written, encoding="utf-8")
    async with running(size=(120, 40)) as page:
        await page.go("settings", section="file")
        assert sentence in page.text()


@pytest.mark.of_files("the page names the file")
async def test_the_journal_and_whom_it_is_not_for_are_told(filled, running):
    async with running(size=(120, 40)) as page:
        await page.go("settings", section="about")
        told = " ".join(page.text().split())
        assert "~/journal.db" in told
        assert "1 workout, 2 sets" in told
        assert " ".join(NOT_FOR.split()[:8]) in told


# Getting about.


async def test_escape_goes_to_the_parts_and_then_to_the_day(store, running):
    async with running() as page:
        await page.press("S", "down", "down", "enter", "escape")
        assert page.screen.focused is page.screen.query_one(Contents)
        await page.press("escape")
        assert not isinstance(page.screen, SettingsPage)


async def test_text_parts_can_be_scrolled_by_keys(store, running):
    async with running(size=(60, 20)) as page:
        await page.go("settings", section="file")
        sheet = page.screen.query_one("#sheet")
        above = sheet.scroll_offset.y
        await page.press("enter", "pagedown")
        assert sheet.scroll_offset.y > above


async def test_the_mouse_does_it_all(filled, store, running):
    async with running(size=(120, 40)) as page:
        await page.go("settings")
        rows = page.text().splitlines()
        weights = next(place for place, row in enumerate(rows) if " Weights " in row)
        await page.pilot.click(offset=(rows[weights].index("lb"), weights))
        await page.settle()
        assert store.profile()["weight_unit"] == "lb"
        ligament = next(place for place, row in enumerate(rows) if "ligament" in row)
        await page.pilot.click(offset=(rows[ligament].index("ligament"), ligament))
        await page.settle()
        assert "ligament-injury" in {one.condition for one in store.rows(Condition)}


# Texts that are not meant well, and small terminals.


@pytest.mark.parametrize("size", SIZES[:1])
async def test_hostile_names_and_notes_are_shown_as_they_are(keep, store, running, size):
    hostile = (
        "[/]",
        "[@click=app.quit]x[/]",
        "日本語 👩‍👩‍👧",
        "\x1b[31mred\u202ex",
        "long " * 2000,
        "a\\ $accent {y} %s",
    )
    for text in hostile:
        keep(*template(text, "squat"))
    keep(Condition(condition=DISC, note=hostile[3]))
    async with running(size=size) as page:
        await page.go("settings", section="templates")
        assert "\x1b" not in page.text()
        await page.press("enter", "enter", "escape", "x")
        assert len(store.rows(TemplateSet)) == len(hostile) - 1
        await page.go("settings", section="conditions")
        await page.press("enter", "enter", "escape")
        assert page.app.return_code is None


async def test_a_small_terminal_and_back(filled, running):
    async with running(size=(120, 40)) as page:
        await page.go("settings")
        before = page.text()
        await page.pilot.resize_terminal(60, 20)
        await page.settle()
        assert "Weights" in page.text()
        await page.press("end", "enter", "escape", "home")
        await page.pilot.resize_terminal(120, 40)
        await page.settle()
        assert page.text() == before


async def test_no_set_is_touched(filled, store, running):
    sets = store.rows(Set)
    async with running() as page:
        await page.go("settings")
        await page.press("enter", "l", "m")
        assert store.rows(Set) == sets


# Pictures.


@pytest.mark.of_files("the page names the file")
@pytest.mark.parametrize("size", SIZES)
def test_profile(filled, seen, size):
    assert seen(size, "enter", page="settings")


@pytest.mark.of_files("the page names the file")
@pytest.mark.parametrize("size", SIZES)
def test_conditions(filled, seen, size):
    assert seen(size, "enter", page="settings", about={"section": "conditions"})


@pytest.mark.of_files("the page names the file")
@pytest.mark.parametrize("size", SIZES)
def test_the_file(filled, settings_file, seen, size):
    settings_file.write_text('theme = "journal-light"\n[rules.pain-past-72h]\nhours = 96\n', encoding="utf-8")
    assert seen(size, page="settings", about={"section": "file"})


async def test_u_takes_a_choice_back_also_from_the_row_that_it_was_made_in(running, store):
    async with running() as page:
        await page.press("S", "enter", "l")
        assert store.profile()["weight_unit"] == "lb"
        await page.press("u")
        assert store.profile()["weight_unit"] == "kg"
        assert isinstance(page.screen, SettingsPage)
