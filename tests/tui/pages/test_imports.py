"""The page Import: a file is chosen, looked at, brought in with one key, and taken back as a whole."""

import sqlite3
from contextlib import closing
from uuid import UUID

import pytest
from textual.widgets import Input

from journal.records import Alias, Set, Workout
from journal.tui.asking import patience
from journal.tui.screens.imports import ImportPage
from journal.tui.widgets.act_list import ActList
from journal.tui.widgets.path_input import Paths, path_of
from journal.tui.wording.import_columns import Hold
from journal.tui.wording.imports import Accept, Answer, Brought, Name, Open, Switch

HEADER = (
    "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE"
)
ROWS = (
    "2024-02-01 18:00:00,Push,1h,Squat (Barbell),1,100,5,0,0,,,",
    "2024-02-01 18:00:00,Push,1h,Zercher Hop,1,40,5,0,0,,,",
    "2024-02-01 18:00:00,Push,1h,Rest Timer,Rest Timer,0,0,0,90,,,",
    "2024-02-03 18:00:00,Pull,1h,Squat (Barbell),1,105,5,0,0,,,",
)
HEVY = (
    '"title","start_time","end_time","description","exercise_title","superset_id","exercise_notes","set_index",'
    '"set_type","weight_kg","reps","distance_km","duration_seconds","rpe"\n'
    '"Evening","1 Feb 2024, 18:03","1 Feb 2024, 19:01","","Squat (Barbell)",,"",0,"normal",100,5,,,8\n'
)
SIZES = ((80, 24), (120, 40))


@pytest.fixture
def home(tmp_path, monkeypatch):
    """A home with a folder of downloads; relative paths begin there."""
    folder = tmp_path / "home"
    (folder / "Downloads").mkdir(parents=True)
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def strong(home):
    """An export of Strong among the downloads, which does not say its unit."""
    path = home / "Downloads" / "strong.csv"
    path.write_text("\n".join((HEADER, *ROWS)) + "\n")
    (home / "Downloads" / "holiday.csv").write_text("place,rain\nBerlin,yes\n")
    return path


async def opened(page, *keys):
    """Go to the page, and press keys there."""
    await page.press("I", *keys)
    assert isinstance(page.screen, ImportPage)
    return page.screen.query_one(ActList)


async def act(page, wanted):
    """Choose the row that is for that, and press Enter."""
    page.screen.query_one(ActList).choose(wanted)
    await page.press("enter")


def acts(page):
    """What the rows of the list are for."""
    return [row.act for row in page.screen.query_one(ActList).rows if row.act is not None]


async def test_the_downloads_are_told_by_what_stands_in_them(strong, store, running):
    async with running() as page:
        await opened(page)
        assert acts(page) == [Open(strong)]
        assert "strong.csv  Strong" in page.text()
        assert "holiday" not in page.text()


async def test_a_file_is_asked_what_it_does_not_say_and_comes_in_with_one_key(strong, store, running):
    async with running() as page:
        await opened(page, "down", "enter")
        assert "strong.csv does not say" in page.text()
        assert acts(page) == [Answer("weight-unit", "kg"), Answer("weight-unit", "lb")]
        assert store.rows(Workout) == []
        await page.press("enter")
        assert "Bring it in: 2 workouts, 3 sets, 1 exercise" in page.text()
        await page.press("enter")
        assert [one.weight_kg for one in store.rows(Set)] == [100, 40, 105]
        assert "Import 1: 2 workouts" in page.text()
        assert acts(page) == [Open(strong), Brought(1)]


async def test_the_same_file_again_brings_nothing(strong, store, running):
    async with running() as page:
        await opened(page, "down", "enter", "enter", "ctrl+s")
        await act(page, Open(strong))
        await page.press("enter")
        assert "Nothing in it is new" in page.text()
        assert Accept() not in acts(page)
        await page.press("ctrl+s")
    assert len(store.rows(Workout)) == 2


@pytest.mark.parametrize("key", ["u", "x"])
async def test_an_import_is_taken_back_as_a_whole(strong, store, running, key):
    async with running() as page:
        await opened(page, "down", "enter", "enter", "ctrl+s")
        assert len(store.rows(Workout)) == 2
        page.screen.query_one(ActList).choose(Brought(1))
        await page.press(key)
        assert store.rows(Workout) == []
        assert store.batches() == []
        assert acts(page) == [Open(strong)]


async def test_behind_an_import_the_list_begins_with_the_files_again_and_enter_says_what_takes_it_back(
    strong, store, running
):
    async with running() as page:
        await opened(page, "down", "enter", "enter", "ctrl+s", "escape", "I")
        await page.press("down")
        assert page.screen.query_one(ActList).act == Open(strong)
        await act(page, Brought(1))
        assert page.words("#said") == "✓ x takes import 1 back as a whole."
        assert len(store.rows(Workout)) == 2


async def test_what_was_edited_since_is_kept_and_said(strong, store, running, now):
    from journal.storage import Change

    async with running() as page:
        await opened(page, "down", "enter", "enter", "ctrl+s")
        before = store.rows(Workout)[0]
        store.change([Change(before, before.but(note="mine"))], now=now, verb="edit")
        page.screen.query_one(ActList).choose(Brought(1))
        await page.press("x")
        assert "Kept: " in page.text()
    assert [one.note for one in store.rows(Workout)] == ["mine"]


async def test_rows_that_cannot_be_read_are_told_and_may_be_left_out(strong, store, running):
    strong.write_text(strong.read_text().replace("105,5", "heavy,5"))
    async with running() as page:
        await opened(page, "down", "enter", "enter")
        assert "line 5, Weight: 'heavy'" in page.text()
        assert Accept() not in acts(page)
        await page.press("ctrl+s")
        assert "leave them out, or mend the file" in page.text()
        assert store.rows(Workout) == []
        await act(page, Switch("skip_bad_rows"))
        await page.press("ctrl+s")
    assert len(store.rows(Workout)) == 1


async def test_a_name_can_be_said_to_be_a_known_exercise(strong, store, running):
    async with running() as page:
        await opened(page, "down", "enter", "enter")
        await act(page, Name("Zercher Hop"))
        await page.press(*"goblet", "enter")
        assert "is Goblet squat" in page.text()
        await page.press("ctrl+s")
    assert {one.exercise for one in store.rows(Set)} == {"squat", "goblet-squat"}


async def test_what_is_guessed_is_taken_with_one_key(strong, store, running):
    strong.write_text(strong.read_text().replace("Zercher Hop", "Goblett Squatt"))
    async with running() as page:
        await opened(page, "down", "enter", "enter")
        assert "is new, your own; Space if it is Goblet" in page.text()
        page.screen.query_one(ActList).choose(Name("Goblett Squatt"))
        await page.press("space")
        assert "Goblett Squatt  is Goblet squat" in page.text()
        await page.press("space")
        assert "is new, your own" in page.text()
        await page.press("space", "ctrl+s")
        assert {one.exercise for one in store.rows(Set)} == {"squat", "goblet-squat"}
        assert [(one.name, one.slug) for one in store.rows(Alias)] == [("Goblett Squatt", "goblet-squat")]
        await page.press("u")
    assert store.rows(Alias) == []


async def test_esc_goes_back_to_the_files_and_then_home(strong, store, running):
    async with running() as page:
        await opened(page, "down", "enter", "enter", "escape")
        assert acts(page) == [Open(strong)]
        await page.press("escape")
        assert page.screen is page.app.screen_stack[0]
    assert store.rows(Workout) == []


@pytest.mark.parametrize(
    "typed", ["~/Downloads/strong.csv", "Downloads/strong.csv", "'~/nowhere.csv'", "Downloads"]
)
async def test_a_path_is_typed_or_said_to_be_no_file(strong, store, running, typed):
    async with running() as page:
        await opened(page)
        page.screen.query_one(Input).value = typed
        page.screen.query_one(Input).focus()
        await page.press("enter")
        if "strong" in typed:
            assert "strong.csv does not say" in page.text()
        elif "nowhere" in typed:
            assert "there is no such file or folder" in page.text()
        else:
            assert "it holds none of the files of an export" in page.text()


async def test_tab_completes_the_path(strong, store, running):
    async with running() as page:
        await opened(page)
        await page.press(*"Dow")
        await page.press("tab", "s")
        await page.press("tab", "enter")
        assert "strong.csv does not say" in page.text()


async def test_hostile_names_are_only_text(home, store, running):
    name = "[b]x[b]\x1b[31m\u202egnp.csv"
    (home / "Downloads" / name).write_text("\n".join((HEADER, *ROWS)))
    async with running() as page:
        await opened(page)
        assert "[b]x[b][31mgnp.csv" in page.text()
        await page.press("down", "enter", "enter")
        assert "[b]x[b]" in page.text()


@pytest.mark.parametrize(
    ("typed", "path"),
    [
        ("/a/b.csv", "/a/b.csv"),
        ("  /a/b.csv ", "/a/b.csv"),
        ("'/a/b c.csv'", "/a/b c.csv"),
        ('"/a/b c.csv"', "/a/b c.csv"),
        ("/a/b\\ c.csv", "/a/b c.csv"),
        ("file:///a/b%20c.csv", "/a/b c.csv"),
        ("'unclosed", "'unclosed"),
    ],
)
def test_a_pasted_path_is_understood(typed, path):
    assert str(path_of(typed)) == path


async def test_completion_knows_folders_and_hides_hidden_ones(home):
    (home / ".secret").mkdir()
    assert await Paths().get_suggestion("D") == "Downloads/"
    assert await Paths().get_suggestion("~/Dow") == "~/Downloads/"
    assert await Paths().get_suggestion("x") is None
    assert await Paths().get_suggestion("nowhere/x") is None
    assert await Paths().get_suggestion("~nobody.of.this.name/x") is None


@pytest.mark.parametrize("size", SIZES)
def test_the_preview_looks_so(strong, store, seen, size):
    assert seen(size, "down", "enter", "enter", page="import")


@pytest.mark.parametrize("size", SIZES)
def test_the_question_looks_so(strong, store, seen, size):
    assert seen(size, "down", "enter", page="import")


async def test_sessions_of_another_program_are_left_out_until_they_are_switched_on(
    strong, home, store, running
):
    hevy = home / "Downloads" / "hevy.csv"
    hevy.write_text(HEVY)
    async with running() as page:
        await opened(page, "down")
        await act(page, Open(strong))
        await page.press("enter", "ctrl+s")
        await act(page, Open(hevy))
        assert "also bring in 1 session that the journal seems to have already" in page.text()
        assert "looks like Push from Strong" in page.text()
        assert "--" not in page.text()
        assert Accept() not in acts(page)
        await act(page, Switch("keep_doubles"))
        assert "● also bring in the sessions" in page.text()
        await page.press("ctrl+s")
        assert len(store.rows(Workout)) == 3


async def test_a_unit_that_was_answered_can_be_answered_otherwise(strong, store, running):
    async with running() as page:
        await opened(page, "down", "enter", "enter")
        assert "weight in kg; Enter if it is in lb" in page.text()
        await act(page, Answer("weight-unit", "lb"))
        assert "weight in lb; Enter if it is in kg" in page.text()
        await page.press("ctrl+s")
        assert store.rows(Set)[0].weight_kg == pytest.approx(45.36, abs=0.01)


async def looks_at(page, path):
    """Type a path, and look at the file."""
    page.screen.query_one("#path", Input).value = path
    await page.press("enter")


async def test_a_file_of_nothing_known_is_told_without_options_of_the_command(strong, home, store, running):
    (home / "Downloads" / "holiday.csv").write_bytes(b"\x89PNG not a table at all")
    async with running(size=(120, 40)) as page:
        list_of_files = await opened(page)
        await looks_at(page, "Downloads/holiday.csv")
        text = " ".join(page.text().split())
        assert "holiday.csv: nothing known looks so" in text
        assert "Strong, Hevy, FitNotes" in text
        assert "--" not in text
        assert list_of_files is page.screen.query_one(ActList)


BLATT = "Wann;Was;Kraft;Wdh\n13.8.2024;Kniebeuge;100;5\n14.8.2024;Bankdrücken;60;8\n"


async def test_what_the_columns_of_an_unknown_file_hold_is_said_on_the_page(home, store, running):
    (home / "blatt.csv").write_text(BLATT.replace("Wann", "Spalte"))
    async with running(size=(120, 40)) as page:
        await opened(page)
        await looks_at(page, "blatt.csv")
        assert "blatt.csv has columns of which too few are known" in page.text()
        assert acts(page) == [Hold("Spalte"), Hold("Was"), Hold("Kraft"), Hold("Wdh")]
        assert "Spalte  is not read  such as 13.8.2024" in page.text()
        await act(page, Hold("Spalte"))
        assert "What does Spalte hold, such as 13.8.2024?" in page.text()
        await page.press(*"date", "enter")
        assert "Spalte  is date" in page.text()
        assert "has nothing to record that is known by its column" in page.text()
        await act(page, Hold("Was"))
        await page.press(*"exerc", "enter")
        assert "Bring it in: 2 workouts, 2 sets" in page.text()
        await act(page, Hold("Kraft"))
        await page.press(*"weight_kg", "enter")
        await page.press("ctrl+s")
    assert {(one.weight_kg, one.reps) for one in store.rows(Set)} == {(100, 5), (60, 8)}


async def test_a_column_that_was_guessed_can_be_said_to_hold_something_else(home, store, running):
    (home / "log.csv").write_text("date,exercise,reps,rest\n2024-08-13,Squat,5,8\n")
    async with running(size=(120, 40)) as page:
        await opened(page)
        await looks_at(page, "log.csv")
        assert "reps  is reps" in page.text()
        await act(page, Hold("rest"))
        await page.press(*"reps", "enter")
        assert "rest  is reps" in page.text()
        assert "reps  is not read" in page.text()
        await page.press("ctrl+s")
    assert [one.reps for one in store.rows(Set)] == [8]


async def test_of_two_columns_said_to_hold_the_same_the_later_one_does(home, store, running):
    (home / "log.csv").write_text("a,b,c\n2024-08-13,Squat,Lunge\n")
    async with running(size=(120, 40)) as page:
        await opened(page)
        await looks_at(page, "log.csv")
        for column, word in (("a", "date"), ("b", "exercise"), ("c", "exercise")):
            await act(page, Hold(column))
            await page.press(*word, "enter")
        assert "b  is not read" in page.text()
        assert "c  is exercise" in page.text()


@pytest.mark.parametrize("size", SIZES)
def test_the_columns_look_so(home, store, seen, size):
    (home / "blatt.csv").write_text(BLATT)
    assert seen(size, *"blatt.csv", "enter", page="import")


@pytest.mark.parametrize("size", SIZES)
def test_the_meanings_look_so(home, store, seen, size):
    (home / "blatt.csv").write_text(BLATT)
    assert seen(size, *"blatt.csv", "enter", "enter", page="import")


async def test_the_list_of_meanings_is_walked_with_arrows_and_left_with_esc(home, store, running):
    (home / "blatt.csv").write_text(BLATT.replace("Wann", "Spalte"))
    async with running(size=(80, 24)) as page:
        await opened(page)
        await looks_at(page, "blatt.csv")
        await act(page, Hold("Spalte"))
        await page.press("down", "down", "enter")
        assert "Spalte  is date" in page.text()
        await act(page, Hold("Was"))
        await page.press("escape")
        assert isinstance(page.screen, ImportPage)
        assert "Was  is not read" in page.text()


async def test_reports_of_this_program_are_not_listed_among_what_can_be_imported(
    strong, home, store, running
):
    (home / "Downloads" / "week.json").write_text('{"as_of": "2026-11-21", "week": "2026-W47"}')
    (home / "Downloads" / "all.json").write_text('{"format": 1, "tables": {}}')
    async with running() as page:
        await opened(page)
        assert sorted(one.file.name for one in acts(page)) == ["all.json", "strong.csv"]


@pytest.mark.of_files("the other one writes by SQLite")
async def test_while_it_is_brought_in_the_page_says_so_and_speaks_of_no_other_program(
    strong, store, url, running, monkeypatch
):
    monkeypatch.setattr(patience, "PATIENCE_S", 0)
    async with running() as page:
        await opened(page, "down", "enter", "enter")
        with closing(sqlite3.connect(url, isolation_level=None)) as other:
            other.execute("BEGIN EXCLUSIVE")
            await page.meanwhile("ctrl+s")
            await page.until(lambda: "strong.csv: being brought in" in page.text())
            assert "not done yet" not in page.text()
            other.execute("ROLLBACK")
        await page.settle()
        assert "being brought in" not in page.text()
        assert len(store.rows(Workout)) == 2


async def test_an_export_of_our_own_says_so(home, store, running):
    (home / "ours.csv").write_text("id,started_at,kind\n" + f"{UUID(int=4**30)},2024-02-01T18:00:00Z,run\n")
    async with running(size=(120, 40)) as page:
        await opened(page)
        page.screen.query_one("#path", Input).value = "ours.csv"
        await page.press("enter")
        assert "ours.csv  an export of this program  1 row, " in page.text()
