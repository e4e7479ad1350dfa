"""The table of sets by itself: written in like a spreadsheet, by keys and mouse."""

from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import date

import pytest
from textual.app import App, ComposeResult
from textual.geometry import Offset

from journal.entry import Writer
from journal.exercises import catalogue
from journal.records import OwnExercise
from journal.tui.draft import Block, LastTime, Row
from journal.tui.draft.making import block_of, new_draft, own_block
from journal.tui.draft.model import At, Cell
from journal.tui.draft.verbs import add_exercise, head
from journal.tui.themes import DARK, variables_for
from journal.tui.widgets.sets import AtHand, SetTable
from journal.tui.widgets.sets.grid import Grid
from journal.vocabulary import MassUnit, SetKind

LAST = LastTime(date(2026, 11, 18), (Row(weight_kg=100, reps=5, rpe=8), Row(weight_kg=100, reps=4)))
HUNDRED = Row(weight_kg=100, reps=5)
KEYS = {
    ",": "comma",
    ".": "full_stop",
    " ": "space",
    "@": "at",
    "-": "minus",
    ":": "colon",
    "(": "left_parenthesis",
}


class Alone(App[None]):
    """Nothing but the table."""

    def __init__(self, hand: AtHand, blocks: tuple[Block, ...]) -> None:
        super().__init__()
        self.register_theme(DARK)
        self.theme = DARK.name
        self._hand, self._blocks = hand, blocks
        self.told: list[object] = []

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return variables_for(dark=True)

    def compose(self) -> ComposeResult:
        yield SetTable(id="sets")

    def on_mount(self) -> None:
        table, draft = self.query_one(SetTable), new_draft(self._hand.writer.now)
        for block in self._blocks:
            draft, _ = add_exercise(draft, block)
        table.hand = self._hand
        table.begin(draft, At(0, 0) if self._blocks else None)
        self.set_focus(table.grid)

    def on_set_table_last_time_asked(self, message: SetTable.LastTimeAsked) -> None:
        self.told.append(message.exercise)

    def on_set_table_whole_asked(self, message: SetTable.WholeAsked) -> None:
        self.told.append(message.template)


class Used:
    """The table under a pilot."""

    def __init__(self, app: Alone, pilot) -> None:
        self.app, self.pilot = app, pilot
        self.table = app.query_one(SetTable)

    async def keys(self, *words: str) -> None:
        """Names of keys as they are; a word that begins with ' is typed letter by letter."""
        for word in words:
            if word.startswith("'"):
                await self.pilot.press(*(KEYS.get(one, one) for one in word[1:]))
            else:
                await self.pilot.press(word)

    def rows(self, block=0) -> tuple[Row, ...]:
        return self.table.draft.blocks[block].rows

    @property
    def names(self) -> list[str]:
        return [one.exercise for one in self.table.draft.blocks]

    @property
    def where(self) -> tuple[At, Cell]:
        return self.table.grid.chosen.at, self.table.grid.column.cell

    @property
    def fault(self) -> str:
        said = self.app.query_one("#fault")
        return str(said.render()) if said.display else ""

    def text(self) -> list[str]:
        rows = self.app.screen._compositor.render_strips(self.app.size)
        return ["".join(segment.text for segment in strip).rstrip() for strip in rows]

    async def click(self, x: int, line: int, times: int = 1) -> None:
        await self.pilot.click(Grid, offset=Offset(x, line), times=times)


@pytest.fixture
def hand(now) -> AtHand:
    """Squat and plank were done before."""
    writer = Writer(now=now, zone=now.tzinfo, catalogue=catalogue())
    return AtHand(writer, now.date(), {"squat": LAST}, ("squat", "plank"))


@pytest.fixture
def using(hand):
    """`async with using(blocks...) as table:` has the focus on the first set."""

    @asynccontextmanager
    async def run(*blocks: Block, size=(80, 24)):
        app = Alone(hand, blocks)
        async with app.run_test(size=size) as pilot:
            yield Used(app, pilot)

    return run


@pytest.fixture
def squat(hand) -> Block:
    """The squat with two empty sets, as many as last time."""
    return block_of(hand.writer.catalogue.get("squat"), LAST)


@pytest.fixture
def filled(hand) -> Block:
    """The squat with two sets that are done."""
    return Block("squat", "Squat", rows=(HUNDRED, HUNDRED), last=LAST)


async def test_enter_takes_the_ghosts_of_a_set_and_goes_to_the_next(using, squat):
    async with using(squat) as table:
        await table.keys("enter", "enter")
        assert table.rows() == (HUNDRED, Row(weight_kg=100, reps=4))
        assert table.where == (At(0, 2), Cell.WEIGHT)


async def test_after_a_weight_comes_what_is_missing_and_then_the_next_set(using, squat):
    async with using(squat) as table:
        await table.keys("'105", "enter")
        assert table.where == (At(0, 0), Cell.REPS)
        await table.keys("enter")
        assert table.where == (At(0, 1), Cell.WEIGHT)
        await table.keys("'90", "tab", "'4", "enter")
        assert table.rows() == (Row(weight_kg=105, reps=5), Row(weight_kg=90, reps=4))
        assert table.where == (At(0, 2), Cell.WEIGHT)


async def test_writing_in_the_line_for_more_adds_a_set(using, filled):
    async with using(filled) as table:
        await table.keys("down", "down", "'80", "enter", "'8", "enter")
        assert table.rows()[2:] == (Row(weight_kg=80, reps=8),)
        assert table.where == (At(0, 3), Cell.WEIGHT)


async def test_arrows_and_tab_move_between_cells(using, filled):
    async with using(filled, filled) as table:
        await table.keys("right", "right", "down")
        assert table.where == (At(0, 1), Cell.RPE)
        await table.keys("tab")
        assert table.where == (At(0, 2), Cell.WEIGHT)
        await table.keys("shift+tab", "shift+tab")
        assert table.where == (At(0, 1), Cell.REPS)
        await table.keys("left", "left", "left", "up", "k", "j")
        assert table.where == (At(0, 0), Cell.KIND)


async def test_esc_puts_back_and_enter_on_a_value_writes_over_it(using, filled):
    async with using(filled) as table:
        await table.keys("'99", "escape")
        assert table.rows()[0] == HUNDRED
        await table.keys("enter", "'7", "enter", "backspace", "enter")
        assert [row.weight_kg for row in table.rows()] == [7, None]


@pytest.mark.parametrize(
    ("typed", "row"),
    [
        ("102,5", HUNDRED.but(weight_kg=102.5)),
        ("102.5", HUNDRED.but(weight_kg=102.5)),
        ("225lb", HUNDRED.but(weight_kg=102.058)),
        ("-20", HUNDRED.but(weight_kg=-20)),
        ("@8", HUNDRED.but(rpe=8)),
        ("60 warmup", HUNDRED.but(weight_kg=60, kind=SetKind.WARMUP)),
    ],
)
async def test_a_cell_takes_the_words_of_a_training_book(using, filled, typed, row):
    async with using(filled) as table:
        await table.keys(f"'{typed}", "enter")
        assert table.rows()[0] == row


async def test_what_is_no_number_is_refused_where_it_stands_until_it_is_changed(using, filled):
    async with using(filled) as table:
        await table.keys("'1a", "enter")
        assert table.fault == "! '1a' is no weight; write 102.5, 225lb, or -20 for assistance"
        assert table.table.is_writing
        await table.keys("backspace", "enter")
        assert (table.fault, table.rows()[0].weight_kg) == ("", 1)


async def test_space_goes_through_the_kinds_of_sets(using, filled):
    async with using(filled) as table:
        kinds = []
        for _ in range(4):
            await table.keys("space")
            kinds.append(table.rows()[0].kind)
        assert kinds == [SetKind.WARMUP, SetKind.DROP, SetKind.FAILURE, None]


async def test_sets_and_exercises_are_added_moved_and_removed(using, filled, hand):
    async with using(filled, block_of(hand.writer.catalogue.get("bench-press"))) as table:
        await table.keys("'90", "enter", "shift+up")
        assert [row.weight_kg for row in table.rows()] == [100, 90]
        await table.keys("x", "a", "'70", "enter")
        assert [row.weight_kg for row in table.rows()] == [90, 70]
        table.table.grid.go(0)
        await table.keys("shift+down")
        assert table.names == ["bench-press", "squat"]
        await table.keys("x")
        assert table.names == ["bench-press"]


async def test_every_change_can_be_taken_back_and_done_again(using, filled):
    async with using(filled) as table:
        await table.keys("'90", "enter", "x")
        assert (table.table.back(), len(table.rows())) == (True, 2)
        assert (table.table.back(), table.rows()[0]) == (True, HUNDRED)
        assert table.table.back(forth=True)
        assert table.rows()[0].weight_kg == 90


async def test_the_set_above_is_repeated_and_the_first_is_that_of_last_time(using, squat):
    async with using(squat) as table:
        assert table.table.repeat()
        await table.keys("'8", "enter", "enter")
        assert table.table.repeat()
        assert table.rows() == (HUNDRED, Row(weight_kg=8, reps=4), Row(weight_kg=8, reps=4))


async def test_a_name_is_completed_while_it_is_typed(using):
    async with using() as table:
        await table.keys("enter", "'front sq")
        assert "Front squat" in table.text()[2]
        await table.keys("enter")
        assert (table.names, table.where) == (["front-squat"], (At(0, 0), Cell.WEIGHT))
        assert table.app.told == ["front-squat"]
        table.table.remember("front-squat", LAST)
        assert len(table.rows()) == 2


async def test_arrows_choose_among_recent_exercises(using):
    async with using() as table:
        await table.keys("enter", "down", "enter")
        assert table.names == ["plank"]
        await table.keys("'45s", "enter")
        assert table.rows()[0] == Row(duration_s=45)


async def test_a_digit_chooses_a_recent_exercise_by_its_number(using):
    async with using() as table:
        await table.keys("enter")
        assert "2 Plank" in " ".join(table.text())
        await table.keys("2")
        assert table.names == ["plank"]
        table.table.grid.go(3)
        await table.keys("enter", "'9", "2")
        assert table.table.field.value == "92"


async def test_an_unknown_name_becomes_one_exercise_of_ones_own(using):
    async with using() as table:
        await table.keys("enter", "'wug", "enter", "'20", "enter", "'8", "enter")
        table.table.grid.go(99)
        table.table.grid.go(len(table.table.grid.lines) - 11)
        await table.keys("enter", "'Wug", "enter")
        first, second = table.table.draft.blocks
        assert first.own == second.own == OwnExercise(slug="wug", name="wug")


async def test_an_exercise_can_become_another_one(using, filled):
    async with using(filled) as table:
        await table.keys("up", "enter")
        table.table.field.value = "front squat"
        await table.pilot.pause()
        await table.keys("enter")
        assert (table.names, table.rows()[0]) == (["front-squat"], HUNDRED)


async def test_lines_about_the_whole_workout_are_written_in_the_same_way(using, filled):
    async with using(filled) as table:
        grid = table.table.grid
        places = {line.detail.name: place for place, line in enumerate(grid.lines) if line.detail}
        for name, typed in (
            ("started_at", "17:05"),
            ("warmup_min", "10"),
            ("surface", "trail"),
            ("note", "(hot)"),
        ):
            grid.go(places[name])
            await table.keys("enter", f"'{typed}", "enter")
        head = table.table.draft.head
        assert (f"{head.started_at:%H:%M}", head.warmup_min, head.surface, head.note) == (
            "17:05",
            10,
            "trail",
            "(hot)",
        )
        grid.go(places["surface"])
        await table.keys("x")
        assert table.table.draft.head.surface is None
        grid.go(places["started_at"])
        await table.keys("enter", "'23:50", "enter")
        assert table.fault == "! 2026-11-25 23:50 is in the future"


async def test_a_click_chooses_a_double_click_writes_and_one_on_more_adds(using, filled):
    async with using(filled) as table:
        reps = table.table.grid.columns[2]
        await table.click(reps.x + 2, 2)
        assert (table.where, table.table.is_writing) == ((At(0, 1), Cell.REPS), False)
        await table.click(reps.x + 2, 2, times=2)
        await table.keys("'3", "enter")
        assert table.rows()[1].reps == 3
        await table.click(3, 3)
        await table.keys("'70", "enter")
        assert table.rows()[2].weight_kg == 70


async def test_what_is_looked_at_and_left_as_it_was_does_not_change(using, filled, hand):
    pounds = replace(hand, writer=replace(hand.writer, weight_unit=MassUnit.LB))
    async with using(filled) as table:
        table.table.hand = pounds
        table.table.become(head(table.table.draft, note="two\nlines"))
        before = table.table.draft
        await table.keys("enter")
        assert table.table.field.value == "220.46"
        await table.keys("enter")
        table.table.grid.go(len(table.table.grid.lines) - 1)
        await table.keys("enter", "enter")
        assert table.table.draft == before


async def test_what_is_pasted_is_written(using, filled):
    from textual.events import Paste

    async with using(filled) as table:
        table.app.post_message(Paste("102,5\nmore"))
        await table.pilot.pause()
        await table.keys("enter")
        assert table.rows()[0].weight_kg == 102.5


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (120, 40)])
@pytest.mark.parametrize(
    "name", ["スクワット" * 20, "[/] [@click=app.quit]x[/]", "e\u0301" * 50, "long " * 200]
)
async def test_columns_stay_aligned_whatever_an_exercise_is_called(using, size, name):
    own = own_block(OwnExercise(slug="own", name=name))
    block = Block("own", name, rows=(HUNDRED, Row(weight_kg=62.5, reps=12)), last=LAST, own=own.own)
    async with using(block, size=size) as table:
        from rich.cells import cell_len

        lines = table.text()
        assert all(cell_len(line) <= size[0] for line in lines)
        kg = lines[0].index("kg") + 2
        assert [line[:kg].split()[-1] for line in lines[2:4]] == ["100", "62.5"]


async def test_a_small_terminal_and_back_loses_nothing(using, filled):
    async with using(filled) as table:
        await table.keys("'10")
        await table.pilot.resize_terminal(60, 20)
        await table.keys("'5")
        await table.pilot.resize_terminal(80, 24)
        await table.keys("enter")
        assert table.rows()[0].weight_kg == 105


async def test_a_refusal_is_seen_in_full_where_there_is_little_room(using, filled):
    async with using(filled, size=(60, 9)) as table:
        for line in (1, len(table.table.grid.lines) - 9):
            table.table.grid.go(line)
            await table.keys("'7z", "enter")
            await table.pilot.pause()
            assert table.fault.split()[-1] in " ".join(table.text())
            await table.keys("escape")
