"""The page of exercises: finding one, what was done of it, own ones, other names, mapping what an import brought."""

from datetime import timedelta
from uuid import UUID

import pytest
from textual.widgets import Input

from journal.records import Alias, Drink, OwnExercise, Set, TemplateSet, Workout
from journal.storage import Change
from journal.tui.screens.exercises import ExercisesPage
from journal.tui.screens.own_exercise import DescribeExercise
from journal.tui.screens.pick_exercise import PickExercise
from journal.tui.widgets.exercise_list import ExerciseList
from journal.tui.widgets.guesses import Guesses
from journal.tui.widgets.history import History
from journal.vocabulary import Muscle

SIZES = ((80, 24), (120, 40))
IMPORTED = OwnExercise(slug="zercher-walk", name="Zercher Walk")
YOKE = OwnExercise(
    slug="yoke",
    name="Yoke",
    kind="strength",
    primary_muscles=("back", "glutes"),
    secondary_muscles=("abs",),
    tags=("axial-load",),
)


def fill(page, text):
    """Write into the field that has the focus, as if it had been pasted."""
    page.screen.focused.value = text


@pytest.fixture
def keep(store, now):
    def keep(*records):
        store.change([Change(None, record) for record in records], now=now, verb="import")

    return keep


@pytest.fixture
def session(now):
    """A workout some days ago, with its sets: `session(3, "squat", {"reps": 5})`."""

    def session(days_ago, exercise, *sets, kind="strength"):
        at = now - timedelta(days=days_ago, hours=1)
        workout = Workout(id=UUID(int=days_ago + 1), started_at=at, kind=kind)
        made = [
            Set(workout_id=workout.id, position=position, exercise=exercise, **fields)
            for position, fields in enumerate(sets, 1)
        ]
        return [workout, *made]

    return session


@pytest.fixture
def filled(keep, session):
    """Some months of training, two exercises that an import brought, one of the writer's own."""
    keep(
        IMPORTED,
        OwnExercise(slug="lat-pull", name="Lat Pull (Cable, single)"),
        YOKE,
        Alias(name="Langhantel", slug="squat", source="strong"),
        TemplateSet(template="Legs", position=1, exercise="squat", reps=5),
        TemplateSet(template="Legs", position=2, exercise="zercher-walk"),
    )
    warm = {"reps": 8, "weight_kg": 40, "kind": "warmup"}
    done = [
        session(4, "zercher-walk", {"weight_kg": 60, "duration_s": 40}, {"weight_kg": 60}),
        session(11, "lat-pull", {"reps": 12, "weight_kg": 35}, {"reps": 12, "weight_kg": 35}),
    ]
    for week in range(20):
        work = {"reps": 5, "weight_kg": 100 - week}
        done.append(session(7 * week, "squat", warm, work, work, work))
        run = {"distance_km": 8, "duration_s": 2700 + 10 * week}
        done.append(session(7 * week + 2, "run", run, kind="run"))
    keep(*(one for parts in done for one in parts[:1]), *(one for parts in done for one in parts[1:]))


# Finding one.


async def test_typing_finds_and_enter_goes_to_it(filled, running):
    async with running() as page:
        await page.press("E")
        assert isinstance(page.screen, ExercisesPage)
        await page.press("up")
        fill(page, "frontkniebeuge")
        await page.press("enter")
        assert page.screen.focused is page.screen.query_one(ExerciseList)
        assert page.screen.query_one(ExerciseList).slug == "front-squat"
        assert "Front squat · strength" in page.text()


async def test_letters_are_commands_again_once_the_list_has_the_focus(filled, store, running):
    async with running() as page:
        await page.press("E", "up", *"wax", "escape", "h")
        assert page.screen.query_one("#filter", Input).value == ""
        assert [one.volume_ml for one in store.rows(Drink)] == [250]


async def test_a_near_miss_is_offered(filled, running):
    async with running() as page:
        await page.press("E", "up")
        fill(page, "deadlfit")
        await page.settle()
        assert "perhaps you mean" in page.text()
        assert "Deadlift" in page.text()


async def test_what_nothing_is_called_says_what_to_do(filled, running):
    async with running() as page:
        await page.press("E", "up")
        fill(page, "qqqqqq")
        await page.settle()
        assert "Nothing is called so" in page.text()
        await page.press("enter")
        await page.press("a", "x", "ctrl+s")
        assert page.screen.query_one(ExerciseList).slug == "qqqqqqx"


async def test_it_opens_on_the_exercise_that_was_asked_for(filled, running):
    async with running() as page:
        await page.go("exercises", slug="yoke")
        assert page.screen.query_one(ExerciseList).slug == "yoke"
        assert "Yoke · strength, your own" in page.text()


async def test_an_empty_journal_still_knows_the_catalogue(store, running):
    async with running() as page:
        await page.go("exercises", slug="plank")
        assert "Plank · strength" in page.text()
        assert "Not done yet." in page.text()


# What was done.


async def test_a_session_opens_its_day(filled, now, running):
    async with running() as page:
        await page.go("exercises", slug="squat")
        await page.press("enter")
        assert page.screen.focused is page.screen.query_one(History)
        await page.press("down", "enter")
        assert page.screen.day == now.date() - timedelta(days=7)
        assert page.screen.query_one("#day").chosen.key == f"workouts/{UUID(int=8)}"


async def test_the_bests_are_told(filled, running):
    async with running(size=(120, 40)) as page:
        await page.go("exercises", slug="squat")
        assert "about 116.7 kg, from 5 × 100 kg on 25 Nov 2026" in page.text()
        await page.go("exercises", slug="run")
        assert "8 km in 48:10 on 13 Jul 2026" in page.text()


async def test_a_day_that_is_asked_for_is_shown_by_its_own_page(filled, now, running):
    async with running() as page:
        await page.go("exercises")
        await page.press("g")
        fill(page, "2026-11-20")
        await page.press("enter")
        assert page.screen.NAME == ""
        assert page.screen.day.isoformat() == "2026-11-20"


# Mapping.


def exercises_of(store):
    return {one.exercise for one in store.rows(Set)} | {one.exercise for one in store.rows(TemplateSet)}


async def test_an_imported_one_is_mapped_to_a_guess_taken_back_and_mapped_again(filled, store, running):
    before = store.snapshot()
    async with running() as page:
        await page.go("exercises", slug="zercher-walk")
        assert "imported, not mapped yet · 2" in page.text()
        await page.press("enter")
        guess = page.screen.query_one(Guesses).exercises[0]
        await page.press("enter")
        assert "zercher-walk" not in exercises_of(store)
        assert len(store.sessions_of(guess.slug)[0].sets) == 2
        assert store.get(OwnExercise, "zercher-walk") is None
        assert store.get(Alias, "Zercher Walk") == Alias(name="Zercher Walk", slug=guess.slug)
        assert f"Zercher Walk is {guess.name} from now on, 2 sets" in page.words("#said")
        assert page.screen.query_one(ExerciseList).slug == guess.slug
        after = store.snapshot()
        await page.press("u")
        assert store.snapshot() == before
        await page.press("U")
        assert store.snapshot() == after


async def test_it_is_mapped_to_one_found_by_its_name(filled, store, running):
    async with running() as page:
        await page.go("exercises", slug="zercher-walk")
        await page.press("enter", "up", "up", "enter")
        assert isinstance(page.screen, PickExercise)
        fill(page, "zercher")
        await page.settle()
        assert page.screen.query_one(ExerciseList).slug not in ("zercher-walk", "lat-pull")
        await page.press("escape", "up")
        fill(page, "farmer")
        await page.press("enter")
        assert store.get(Alias, "Zercher Walk").slug == "farmers-walk"
        assert "farmers-walk" in exercises_of(store)


async def test_nothing_is_mapped_when_the_choice_is_left(filled, store, running):
    before = store.snapshot()
    async with running() as page:
        await page.go("exercises", slug="zercher-walk")
        await page.press("enter", "up", "up", "enter", "escape")
        assert isinstance(page.screen, ExercisesPage)
        assert store.snapshot() == before


async def test_it_can_be_given_its_own_muscles_instead(filled, store, running):
    async with running() as page:
        await page.go("exercises", slug="zercher-walk")
        await page.press("enter", "up", "enter")
        assert isinstance(page.screen, DescribeExercise)
        await page.press("tab", "tab", "space", "ctrl+s")
        told = store.get(OwnExercise, "zercher-walk")
        assert (told.primary_muscles, told.kind) == ((Muscle.BACK,), "strength")
        assert "imported, not mapped yet · 1" in page.text()


# Own ones.


async def test_a_new_one_is_described_and_chosen(store, running):
    async with running() as page:
        await page.go("exercises")
        await page.press("a", *"Carry", "tab", "right", "tab", "space", "down", "space", "space", "tab")
        await page.press("down", "down", "space", "ctrl+s")
        assert store.rows(OwnExercise) == [
            OwnExercise(
                slug="carry",
                name="Carry",
                kind="run",
                primary_muscles=("back",),
                secondary_muscles=("glutes",),
                tags=("axial-load",),
            )
        ]
        assert page.screen.query_one(ExerciseList).slug == "carry"
        await page.press("u")
        assert store.rows(OwnExercise) == []


@pytest.mark.parametrize(
    ("name", "refusal"),
    [("Kniebeugen", "'Kniebeugen' is a name of Squat already"), ("", "an exercise needs a name")],
)
async def test_a_name_that_means_another_one_is_refused_where_it_stands(store, running, name, refusal):
    async with running() as page:
        await page.go("exercises")
        await page.press("a")
        fill(page, name)
        await page.press("ctrl+s")
        assert isinstance(page.screen, DescribeExercise)
        assert refusal in page.words("#fault")
        assert store.rows(OwnExercise) == []


async def test_what_is_known_of_an_own_one_stands_in_its_form(filled, store, running):
    async with running() as page:
        await page.go("exercises", slug="yoke")
        await page.press("e", *"2000", "ctrl+s")
        assert store.get(OwnExercise, "yoke") == YOKE.but(name="Yoke2000")


async def test_an_exercise_of_the_program_is_neither_changed_nor_taken_out(filled, store, running):
    async with running() as page:
        await page.go("exercises", slug="squat")
        await page.press("e")
        assert page.words("#said").endswith("N gives it another name, a adds one of your own.")
        await page.press("x")
        assert "Squat belongs to the program" in page.words("#said")


async def test_one_that_is_used_stays_and_says_by_how_many_sets(filled, store, running):
    async with running() as page:
        await page.go("exercises", slug="zercher-walk")
        await page.press("x")
        assert page.words("#said") == "! Zercher Walk stays: 2 sets and the template Legs use it."
        assert store.get(OwnExercise, "zercher-walk") is not None


async def test_an_unused_one_goes_with_its_names_and_comes_back(filled, keep, store, running):
    keep(Alias(name="yk", slug="yoke"))
    async with running() as page:
        await page.go("exercises", slug="yoke")
        await page.press("x")
        assert store.get(OwnExercise, "yoke") is store.get(Alias, "yk") is None
        await page.press("u")
        assert store.get(OwnExercise, "yoke") == YOKE


# Other names.


async def test_a_word_that_lines_begin_with_is_no_name_of_an_exercise(store, running):
    async with running() as page:
        await page.go("exercises", slug="squat")
        await page.press("N")
        fill(page, "water")
        await page.press("enter")
        said = " ".join(page.words("#fault").split())
        assert "lines that begin with 'water' are read as something else; take another name." in said
        assert store.rows(Alias) == []


async def test_another_name_is_understood_from_then_on(store, running):
    async with running() as page:
        await page.go("exercises", slug="squat")
        await page.press("N")
        fill(page, "big one")
        await page.press("enter")
        assert store.get(Alias, "big one") == Alias(name="big one", slug="squat")
        assert "big one" in page.text()
        await page.press("colon")
        await page.enter("big one 5x5 80kg")
        assert {one.exercise for one in store.rows(Set)} == {"squat"}


async def test_a_name_that_means_another_exercise_is_refused_with_which(store, running):
    async with running() as page:
        await page.go("exercises", slug="squat")
        await page.press("N")
        fill(page, "Bankdruecken")
        await page.press("enter")
        assert "'Bankdruecken' is a name of Bench press already" in page.words("#fault")
        assert store.rows(Alias) == []


async def test_a_given_name_can_be_taken_out(filled, store, running):
    async with running() as page:
        await page.go("exercises", slug="squat")
        await page.press("N", "tab", "x")
        assert store.rows(Alias) == []
        await page.press("u")
        assert [one.name for one in store.rows(Alias)] == ["Langhantel"]


# The mouse.


async def test_a_click_chooses_and_a_second_one_opens(filled, running):
    async with running(size=(120, 40)) as page:
        await page.go("exercises", slug="run")
        rows = page.text().splitlines()
        squat = next(place for place, row in enumerate(rows) if row.strip().startswith("Squat"))
        await page.pilot.click(offset=(8, squat))
        await page.settle()
        assert page.screen.query_one(ExerciseList).slug == "squat"
        await page.pilot.click(offset=(8, squat), times=2)
        await page.settle()
        assert page.screen.focused is page.screen.query_one(History)


async def test_a_click_marks_a_muscle(store, running):
    async with running() as page:
        await page.go("exercises")
        await page.press("a", *"Mine")
        await page.pilot.click("#muscles", offset=(3, 2))
        await page.press("ctrl+s")
        assert store.rows(OwnExercise)[0].primary_muscles == (Muscle.GLUTES,)


# Texts that are not meant well, and small terminals.

HOSTILE = (
    "[/]",
    "[@click=app.quit]leave[/]",
    "$accent {y} %s [red",
    "日本語のメモ 👩‍👩‍👧 é́́",
    "\x1b[31mred\x1b[0m\u202e\u0000x",
    f"{'long ' * 2000}end",
)


@pytest.mark.parametrize("size", SIZES[:1])
async def test_hostile_names_are_shown_as_they_are(keep, session, running, size):
    for place, text in enumerate(HOSTILE):
        keep(OwnExercise(slug=f"own-{place}", name=text), Alias(name=f"{text}{place}", slug="squat"))
        keep(*session(place, f"own-{place}", {"reps": 5, "note": text}))
    async with running(size=size) as page:
        await page.go("exercises", slug="squat")
        assert "\x1b" not in page.text()
        for place in (0, len(HOSTILE) - 1):
            await page.go("exercises", slug=f"own-{place}")
            await page.press("e", "escape", "N", "escape")
        assert page.app.return_code is None


async def test_wide_names_do_not_move_the_columns(keep, session, running):
    keep(OwnExercise(slug="wide", name="深蹲" * 40), OwnExercise(slug="narrow", name="narrow"))
    keep(*session(1, "wide", {"reps": 5}), *session(2, "narrow", {"reps": 5}))
    async with running() as page:
        await page.go("exercises", slug="narrow")
        rows = [row for row in page.text().splitlines() if " × " in row and " d ago" in row]
        assert [row.rstrip()[-11:] for row in rows] == ["×   1 d ago", "×   2 d ago"]


async def test_a_small_terminal_and_back(filled, running):
    async with running(size=(120, 40)) as page:
        await page.go("exercises", slug="squat")
        before = page.text()
        await page.pilot.resize_terminal(60, 20)
        await page.settle()
        assert "Squat" in page.text()
        await page.press("N", "escape", "a", "escape")
        await page.pilot.resize_terminal(120, 40)
        await page.settle()
        assert page.text() == before


# Pictures.


@pytest.mark.parametrize("size", SIZES)
def test_an_exercise(filled, seen, size):
    assert seen(size, page="exercises", about={"slug": "squat"})


@pytest.mark.parametrize("size", SIZES)
def test_an_imported_one(filled, seen, size):
    assert seen(size, "enter", page="exercises", about={"slug": "zercher-walk"})


@pytest.mark.parametrize("size", SIZES)
def test_an_own_one_described(filled, seen, size):
    assert seen(size, "e", page="exercises", about={"slug": "yoke"})
