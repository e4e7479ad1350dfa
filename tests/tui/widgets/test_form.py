"""The form: what Enter, Tab, letters and clicks do in a row, and what it hands over."""

from contextlib import asynccontextmanager

import pytest
from textual.app import App
from textual.geometry import Offset

from journal.records import CheckIn, columns
from journal.tui.themes import DARK, variables_for
from journal.tui.widgets.form import Field, Form, Ghost, line, number_in, words, words_for, yes_no
from journal.vocabulary import SleepPosition

STRESS = next(column for column in columns(CheckIn) if column.name == "stress")
ACCEPTS = "stress is a whole number from 0 to 10"


def number(**more) -> Field:
    return Field(name="stress", label="Stress", read=number_in(STRESS, ACCEPTS), **more)


def position(**more) -> Field:
    return words("position", "Lay on", words_for(SleepPosition), **more)


class Asking(App):
    def __init__(self, fields, pause=()):
        super().__init__()
        self.register_theme(DARK)
        self.theme = DARK.name
        self.fields, self.pause, self.saved = fields, pause, []

    def get_theme_variable_defaults(self):
        return variables_for(dark=True)

    def compose(self):
        yield Form(id="form")

    async def on_mount(self):
        await self.form.ask(self.fields, pause=self.pause)
        self.form.focus()

    @property
    def form(self):
        return self.query_one(Form)

    @property
    def here(self):
        """The field that is written in."""
        return next((row.field.name for row in self.form.rows if row.has_focus_within), "save")

    def fault(self, name):
        row = next(row for row in self.form.rows if row.field.name == name)
        shown = row.query_one(".row-fault")
        return str(shown.render()) if shown.display else ""

    def on_form_saved(self):
        self.saved.append(self.form.checked())


@asynccontextmanager
async def asked(*fields, pause=(), size=(80, 24)):
    app = Asking(fields, pause)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield app, pilot


@pytest.mark.parametrize(
    ("field", "keys", "answer"),
    [
        (number(), "", None),
        (number(), "7", 7),
        (number(), "0", 0),
        (number(ghost=Ghost("3", 3)), "", None),
        (number(ghost=Ghost("3", 3)), "enter", 3),
        (number(ghost=Ghost("3", 3)), "tab", None),
        (number(ghost=Ghost("3", 3)), "9 enter", 9),
        (number(value=4, text="4"), "", 4),
        (number(value=4, text="4"), "enter", 4),
        (number(value=4, text="4"), "8", 8),
        (number(value=4, text="4"), "backspace", None),
        (number(value=4.04, text="4"), "end space backspace", 4.04),
        (position(), "", None),
        (position(), "b", SleepPosition.BACK),
        (position(), "t", SleepPosition.STOMACH),
        (position(), "q", None),
        (position(), "right", SleepPosition.SIDE),
        (position(), "right right left", SleepPosition.SIDE),
        (position(), "left", SleepPosition.MIXED),
        (position(), "space space", SleepPosition.BACK),
        (position(), "right left", None),
        (position(), "m backspace", None),
        (position(ghost=Ghost("back", SleepPosition.BACK)), "enter", SleepPosition.BACK),
        (position(ghost=Ghost("back", SleepPosition.BACK)), "tab", None),
        (yes_no("answer", "Is it so?"), "", None),
        (yes_no("answer", "Is it so?"), "y", True),
        (yes_no("answer", "Is it so?"), "n", False),
        (line("note", "Note"), "a space b", "a b"),
        (line("note", "Note", value="two\nlines", text="two lines"), "", "two\nlines"),
    ],
)
async def test_what_keys_make_of_a_field(field, keys, answer):
    async with asked(field) as (app, pilot):
        await pilot.press(*keys.split())
        assert app.form.answers()[field.name] == answer
        assert app.form.answers()[field.name] is not False or answer is False


async def test_enter_goes_through_the_fields_to_save_and_records_there():
    async with asked(number(ghost=Ghost("3", 3)), position(), line("note", "Note")) as (app, pilot):
        places = [app.here]
        for _ in range(4):
            await pilot.press("enter")
            places.append(app.here)
        assert places[:4] == ["stress", "position", "note", "save"]
        assert app.saved == [{"stress": 3, "position": None, "note": None}]


async def test_the_form_pauses_at_save_and_goes_on_below():
    async with asked(number(), position(), line("note", "Note"), pause=("stress",)) as (app, pilot):
        await pilot.press("4", "enter")
        assert app.here == "save"
        await pilot.press("up", "up")
        assert app.here == "position"


async def test_enter_typed_ahead_of_the_screen_is_not_lost():
    fields = [Field(name=name, label=name, ghost=Ghost(name, name)) for name in "abc"]
    async with asked(*fields) as (app, pilot):
        first = app.form.rows[0].query_one("TextAnswer")
        for _ in range(4):
            first.action_enter()
        await pilot.pause()
        assert app.saved == [{"a": "a", "b": "b", "c": "c"}]


async def test_control_s_records_from_every_field():
    async with asked(number(), position()) as (app, pilot):
        await pilot.press("4", "tab", "s", "ctrl+s")
        assert app.saved == [{"stress": 4, "position": SleepPosition.SIDE}]


@pytest.mark.parametrize("keys", [("1", "1", "enter"), ("1", "1", "tab"), ("x", "ctrl+s")])
async def test_what_is_not_accepted_is_said_below_its_field_and_not_recorded(keys):
    async with asked(number(), position()) as (app, pilot):
        await pilot.press(*keys)
        assert app.fault("stress") == f"! {ACCEPTS.capitalize()}."
        await pilot.press("ctrl+s")
        assert (app.here, app.saved[-1]) == ("stress", None)


async def test_the_error_goes_when_the_answer_is_put_right():
    async with asked(number()) as (app, pilot):
        await pilot.press("1", "1", "enter")
        await pilot.press("backspace")
        assert app.fault("stress") == ""


async def test_the_hint_says_what_enter_does_and_what_is_accepted():
    ghost = Ghost("3", 3, "Tue 24 Nov")
    async with asked(number(ghost=ghost, hint="0 none to 10 extreme")) as (app, pilot):
        hint = app.query_one("#form-hint")
        assert str(hint.render()) == ("Enter takes 3 (Tue 24 Nov) · 0 none to 10 extreme")
        await pilot.press("5")
        assert str(hint.render()) == "0 none to 10 extreme"


async def test_the_mouse_chooses_a_word_and_takes_it_back_and_saves():
    async with asked(number(), position()) as (app, pilot):
        row = app.form.rows[1]
        words_answer = row.query_one("WordsAnswer")
        await pilot.click(words_answer, offset=Offset(9, 0))
        assert app.form.answers()["position"] is SleepPosition.BACK
        assert app.here == "position"
        await pilot.click(words_answer, offset=Offset(9, 0))
        assert app.form.answers()["position"] is None
        await pilot.click(words_answer, offset=Offset(1, 0))
        await pilot.click("#form-save")
        assert app.saved == [{"stress": None, "position": SleepPosition.SIDE}]


async def test_a_click_beside_an_empty_field_takes_what_is_offered():
    async with asked(number(ghost=Ghost("3", 3, "Tue 24 Nov"))) as (app, pilot):
        await pilot.click(app.form.rows[0].query_one(".row-beside"), offset=Offset(4, 0))
        assert app.form.answers() == {"stress": 3}


async def test_asked_again_what_was_written_stays_and_the_rest_is_brought_up_to_date():
    async with asked(number(), line("note", "Note")) as (app, pilot):
        await pilot.press("7")
        await app.form.ask([number(), line("note", "Note", value="there", text="there")])
        assert app.form.answers() == {"stress": 7, "note": "there"}
        await app.form.ask([position(), number()])
        assert app.form.answers() == {"position": None, "stress": 7}
        assert app.here == "stress"


async def test_words_that_do_not_fit_go_into_the_next_row():
    async with asked(position(), size=(40, 20)) as (app, _):
        answer = app.query_one("WordsAnswer")
        assert answer.size.height == 2
        assert max(map(len, str(answer.render()).splitlines())) <= answer.size.width


async def test_a_chosen_word_and_an_offered_one_have_signs_of_their_own():
    async with asked(position(ghost=Ghost("back", SleepPosition.BACK))) as (app, pilot):
        answer = app.query_one("WordsAnswer")
        assert str(answer.render()) == "○ side  ◌ back  ○ stomach  ○ mixed"
        await pilot.press("s")
        assert str(answer.render()) == "● side  ○ back  ○ stomach  ○ mixed"


async def test_markup_in_a_label_or_an_answer_stays_text():
    async with asked(line("note", "[b]Note[/]", value="[/]", text="[/]")) as (app, _):
        assert "[b]Note[/]" in str(app.form.rows[0].query_one(".row-label").render())
        assert app.form.answers() == {"note": "[/]"}
