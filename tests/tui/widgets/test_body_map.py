"""The body map by itself, as large as it is in terminals of 60x20, 80x24 and 120x40."""

import pytest
from textual.app import App
from textual.color import Color

from journal.body import Place, View, covered, parts
from journal.tui.themes import CONTRAST, DARK, SIXTEEN, variables_for
from journal.tui.widgets.body_map import BodyMap
from journal.tui.widgets.body_paint import Palette
from journal.vocabulary import Region, Side

SIZES = ((24, 17), (44, 20), (66, 32))
BY_NAME = {part.name: part for part in parts()}
SMALL = (
    "wrist, right (back)",
    "ankle, left (back)",
    "elbow, left (back)",
    "neck (back)",
    "hand, right (back)",
)


class OnlyTheBody(App[None]):
    def __init__(self, **state) -> None:
        super().__init__()
        self.register_theme(DARK)
        self.theme = DARK.name
        self.chosen: list[Place] = []
        self.state = state

    def get_theme_variable_defaults(self):
        return variables_for(dark=True)

    def compose(self):
        yield BodyMap(id="map")

    def on_mount(self) -> None:
        for name, value in self.state.items():
            setattr(self.body, name, value)

    @property
    def body(self) -> BodyMap:
        return self.query_one(BodyMap)

    def on_body_map_chosen(self, event: BodyMap.Chosen) -> None:
        self.chosen.append(event.place)
        for body in self.query(BodyMap):
            body.chosen = event.place

    def rows(self) -> list[str]:
        return [
            "".join(segment.text for segment in self.body.render_line(y)) for y in range(self.size.height)
        ]


@pytest.mark.parametrize("size", SIZES)
async def test_the_arrows_reach_every_place(size):
    app = OnlyTheBody()
    async with app.run_test(size=size):
        body = app.body
        reached, todo = {body._cursor}, [body._cursor]
        while todo:
            start = todo.pop()
            for way in ("up", "down", "left", "right"):
                body.chosen, body._at = start.place, start
                body.action_step(way)
                if body._at not in reached:
                    reached.add(body._at)
                    todo.append(body._at)
        assert reached == set(parts())


async def test_the_first_arrow_chooses_where_it_starts_and_the_next_ones_go_on():
    app = OnlyTheBody(start=Place(Region.KNEE, Side.LEFT))
    async with app.run_test(size=(44, 20)) as pilot:
        await pilot.press("down", "down", "k", "right")
    assert [place.name for place in app.chosen] == ["knee, left", "calf, left", "knee, left", "knee, right"]


@pytest.mark.parametrize("size", SIZES)
async def test_a_click_chooses_also_the_smallest_places(size):
    app = OnlyTheBody()
    async with app.run_test(size=size) as pilot:
        for name in SMALL:
            column, row = app.body.picture.labels[BY_NAME[name]]
            await pilot.click(BodyMap, offset=(column, row + 1))
    assert app.chosen == [BY_NAME[name].place for name in SMALL]


async def test_a_click_beside_the_body_chooses_nothing():
    app = OnlyTheBody()
    async with app.run_test(size=(44, 20)) as pilot:
        await pilot.click(BodyMap, offset=(0, 3))
    assert app.chosen == []


async def test_a_figure_that_stands_alone_turns_with_the_cursor_or_a_click():
    app = OnlyTheBody()
    async with app.run_test(size=(24, 17)) as pilot:
        assert app.body.views == (View.BACK,)
        await pilot.click(BodyMap, offset=(1, 0))
        assert app.body.views == (View.FRONT,)
        await pilot.press("up", "left", "left", "left")
        assert app.body.views == (View.FRONT,)
        app.body.chosen = Place(Region.CALF, Side.LEFT)
        assert app.body.views == (View.BACK,)


async def test_left_and_right_are_said_over_the_figures():
    app = OnlyTheBody()
    async with app.run_test(size=(44, 20)):
        assert app.rows()[0].split() == ["R", "front", "L", "L", "back", "R"]


@pytest.mark.parametrize("size", SIZES)
async def test_every_part_of_a_painful_place_carries_its_score(size):
    scores = {
        Place(Region.LOWER_BACK, Side.LEFT): 4,
        Place(Region.KNEE, Side.RIGHT): 2,
        Place(Region.CALF, Side.BOTH): 7,
        Place(Region.NECK): 0,
    }
    app = OnlyTheBody(scores=scores)
    async with app.run_test(size=size):
        rows, labels = app.rows(), app.body.picture.labels
        for place, score in scores.items():
            for part in covered(place):
                if part in labels:
                    column, row = labels[part]
                    assert rows[row + 1][column] == str(score), part.name


async def test_ten_has_two_digits():
    app = OnlyTheBody(scores={Place(Region.THIGH_BACK, Side.BOTH): 10})
    async with app.run_test(size=(44, 20)):
        assert sum(row.count("10") for row in app.rows()) == 2


async def test_the_chosen_place_has_a_mark_also_without_colour():
    app = OnlyTheBody(chosen=Place(Region.KNEE, Side.LEFT))
    async with app.run_test(size=(44, 20)):
        assert "".join(app.rows()).count("◆") == 2


async def test_the_figure_is_there_without_colour():
    app = OnlyTheBody()
    async with app.run_test(size=(44, 20)):
        blocks = sum(sign in "█▀▄" for row in app.rows() for sign in row)
    assert blocks > 250


@pytest.mark.parametrize("theme", [SIXTEEN.name, CONTRAST.name])
async def test_few_colours_are_enough(theme):
    app = OnlyTheBody(scores={Place(Region.KNEE, Side.LEFT): 2}, chosen=Place(Region.LOWER_BACK, Side.LEFT))
    app.register_theme(SIXTEEN)
    app.register_theme(CONTRAST)
    app.theme = theme
    async with app.run_test(size=(44, 20)):
        picture = "".join(app.rows())
    assert picture.count("2") == 2
    assert "◆" in picture
    assert ("▒" in picture) is (theme == SIXTEEN.name)


@pytest.mark.parametrize("size", [(1, 1), (2, 2), (200, 3), (7, 40)])
async def test_no_size_breaks_it(size):
    app = OnlyTheBody(scores={Place(Region.KNEE): 10}, chosen=Place(Region.KNEE))
    async with app.run_test(size=size):
        assert all(len(row) == size[0] for row in app.rows())


def test_the_colours_go_from_mild_to_severe():
    mild, middle, severe, none = (Color.parse(name) for name in ("yellow", "orange", "red", "green"))
    palette = Palette(mild, (mild, mild, mild), mild, mild, none, (mild, middle, severe))
    assert [palette.of_score(score) for score in (0, 1, 10)] == [none, mild, severe]
    assert len({palette.of_score(score) for score in range(11)}) == 11
