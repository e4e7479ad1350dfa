"""The panels under one another: the same columns for each day, and what each row says."""

from datetime import date, timedelta
from itertools import product

import pytest

from journal.analysis.series import Daily, RaisedOn, Week, Weekly
from journal.tui.reading.trends import Trends
from journal.tui.widgets.panel_rows import CHOICES, Panel, heights
from journal.tui.widgets.panels import MARGIN, Drawing, short
from journal.tui.wording.spans import Span
from journal.vocabulary import Severity

SPAN = Span.ending(date(2026, 11, 22), 4)
NONE = Daily(SPAN.first, (None,) * SPAN.days)


def daily(*values: float | None) -> Daily:
    return Daily(SPAN.first, values + (None,) * (SPAN.days - len(values)))


def trends(**known) -> Trends:
    empty = Weekly(tuple(Week(SPAN.first + timedelta(weeks=week), None, 0, 0) for week in range(4)))
    made = {"load_of_week": empty, "load": NONE, "pain": (), "fluid": NONE, "sleep": NONE}
    return Trends(span=SPAN, **(made | known))


def drawn(shown: tuple[Panel, ...], rows: int, flags=None, width: int = 62, **known) -> list[str]:
    drawing = Drawing(trends(**known), flags or {}, shown, width, rows)
    return ["".join(cell.sign for cell in row).rstrip() for row in drawing.picture]


class TestRows:
    @pytest.mark.parametrize(
        ("shown", "rows", "places", "given"),
        [
            (CHOICES[0], 15, 3, {Panel.LOAD: 3, Panel.PAIN: 1, Panel.FLUID: 2, Panel.SLEEP: 2}),
            (CHOICES[0], 19, 6, {Panel.LOAD: 3, Panel.PAIN: 5, Panel.FLUID: 2, Panel.SLEEP: 2}),
            (CHOICES[0], 19, 2, {Panel.LOAD: 5, Panel.PAIN: 2, Panel.FLUID: 3, Panel.SLEEP: 2}),
            (CHOICES[0], 19, 0, {Panel.LOAD: 5, Panel.PAIN: 1, Panel.FLUID: 3, Panel.SLEEP: 3}),
            (CHOICES[0], 32, 6, {Panel.LOAD: 6, Panel.PAIN: 11, Panel.FLUID: 4, Panel.SLEEP: 4}),
            (CHOICES[0], 50, 6, {Panel.LOAD: 10, Panel.PAIN: 21, Panel.FLUID: 6, Panel.SLEEP: 6}),
            ((Panel.PAIN,), 19, 2, {Panel.PAIN: 15}),
            ((Panel.PAIN,), 12, 2, {Panel.PAIN: 2}),
            ((Panel.LOAD,), 19, 0, {Panel.LOAD: 15}),
        ],
    )
    def test_each_panel_has_rows_of_its_own(self, shown, rows, places, given):
        assert heights(shown, rows, places) == given

    @pytest.mark.parametrize("shown", CHOICES)
    def test_titles_panels_and_the_axis_fit(self, shown):
        for rows, places in product((15, 16, 19, 24, 31, 32, 44, 59), (0, 1, 12)):
            assert sum(heights(shown, rows, places).values()) + len(shown) + 3 <= rows, places

    def test_where_there_is_no_room_the_last_panels_are_left_out(self):
        assert list(heights(CHOICES[0], 12, 1)) == [Panel.LOAD, Panel.PAIN, Panel.FLUID]
        assert list(heights(CHOICES[0], 3, 1)) == [Panel.LOAD]


class TestOneTimeAxis:
    def test_a_day_has_the_same_columns_in_every_panel(self):
        drawing = Drawing(
            trends(
                pain=(("left knee", daily(None, None, 4)),),
                fluid=daily(None, None, 1500),
                sleep=daily(None, None, 7),
            ),
            {SPAN.first + timedelta(days=2): RaisedOn(Severity.WARNING, 1)},
            CHOICES[0],
            78,
            19,
        )
        assert drawing.axis.day_width == 2
        column = MARGIN + drawing.axis.column(SPAN.first + timedelta(days=2))
        signs = ["".join(cell.sign for cell in row)[column] for row in drawing.picture]
        assert {"4", "█", "▲"} <= set(signs)

    def test_dates_and_flags_stand_under_the_panels(self):
        flags = {
            SPAN.first: RaisedOn(Severity.CAUTION, 2),
            SPAN.first + timedelta(days=8): RaisedOn(Severity.URGENT, 1),
            SPAN.first - timedelta(days=1): RaisedOn(Severity.URGENT, 1),
        }
        assert drawn((Panel.SLEEP,), 8, flags)[-3:] == [
            "     └◆─────────────┬─✚───────────┬─────────────┬─────────────",
            "      26  28  30    2   4   6     9   11  13    16  18  20",
            "      Oct 2026    Nov",
        ]

    def test_of_days_that_share_a_column_the_worst_flag_is_seen(self):
        flags = {
            SPAN.first: RaisedOn(Severity.URGENT, 1),
            SPAN.first + timedelta(days=1): RaisedOn(Severity.CAUTION, 1),
        }
        assert drawn((Panel.SLEEP,), 8, flags, width=MARGIN + 4)[-3] == "     └✚───"


class TestLoad:
    WEEKS = Weekly(
        (
            Week(SPAN.first, 1200, 3, 0),
            Week(SPAN.first + timedelta(weeks=1), None, 0, 0),
            Week(SPAN.first + timedelta(weeks=2), 0, 0, 0),
            Week(SPAN.first + timedelta(weeks=3), 600, 2, 1),
        ),
        usual=(500, 1100),
    )

    def test_a_week_is_a_bar_a_silent_one_a_gap_and_one_of_rest_a_line(self):
        assert drawn((Panel.LOAD,), 8, load_of_week=self.WEEKS)[:5] == [
            "─ load a week, AU ─ ╌╌ your usual 500 to 1,100  ? some not kn…",
            "1,200┤█████████████╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌",
            "     │█████████████                                   ?",
            "  600┤█████████████╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌█████████████╌",
            "    0┤    1,200                   ▁▁▁▁▁▁▁▁▁▁▁▁▁      600",
        ]

    def test_weeks_that_share_a_column_show_the_highest(self):
        lines = drawn((Panel.LOAD,), 8, width=MARGIN + 2, load_of_week=self.WEEKS)
        assert lines[4] == "    0┤██"
        assert lines[1] == "1,200┤█╌"

    def test_without_a_load_in_any_week_it_says_what_is_missing(self):
        unknown = Weekly((Week(SPAN.first, None, 3, 3),))
        lines = drawn((Panel.LOAD,), 8, width=MARGIN + 80, load_of_week=unknown)
        assert any("not known without RPE and minutes (session @7 60min adds them)" in line for line in lines)


class TestPain:
    def test_in_few_rows_each_place_has_a_row_of_digits(self):
        lines = drawn(
            CHOICES[0],
            19,
            width=MARGIN + 28 + 16,
            pain=(("left knee", daily(3, None, 0, 10)), ("lower back", daily(None, 2))),
        )
        assert "     │3 0X                         left knee" in lines
        assert "     │ 2                           lower back" in lines

    def test_in_many_rows_it_is_a_chart_from_0_to_10_with_a_sign_for_each_place(self):
        lines = drawn((Panel.PAIN,), 15, pain=(("left knee", daily(3, 4)), ("lower back", daily(None, 0))))
        assert lines[0].startswith("─ pain, 0 to 10 ─ ● left knee  ■ lower back  ✱ several ─")
        assert lines[1:12] == [
            "   10┤",
            "     │",
            "    8┤",
            "     │",
            "    6┤",
            "     │",
            "    4┤  ●",
            "     │●─╯",
            "    2┤",
            "     │",
            "    0┤  ■",
        ]

    def test_places_beyond_the_signs_are_counted(self):
        places = tuple((f"place {number}", daily(number)) for number in range(7))
        assert "2 more: v" in drawn((Panel.PAIN,), 15, pain=places, width=130)[0]
        assert "6 more: v" in drawn(CHOICES[0], 15, pain=places, width=130)[4]

    def test_days_that_share_a_column_show_their_worst_and_the_title_says_so(self):
        lines = drawn((Panel.PAIN,), 6, width=MARGIN + 16 + 4, pain=(("left knee", daily(3, 6, 1)),))
        assert lines[1] == "     │6    left knee"
        assert lines[0].startswith("─ pain, 0 to 10, the wo")

    @pytest.mark.parametrize(
        ("room", "words"),
        [(28, ""), (16, "2 days"), (12, "3 days"), (8, "4 days"), (4, "7 days"), (2, "14 days")],
    )
    def test_the_title_says_how_many_days_share_a_column(self, room, words):
        drawing = Drawing(trends(sleep=daily(7, 8)), {}, (Panel.SLEEP,), MARGIN + room, 10)
        title = "".join(cell.sign for cell in drawing._title(f"sleep{drawing._shared('the mean')}", []))
        wide = f"─ sleep, the mean of {words} a column ─" if words else "─ sleep ─"
        assert title == _fitted(wide, MARGIN + room)


def _fitted(words: str, width: int) -> str:
    return words.ljust(width, "─") if len(words) <= width + 1 else f"{words[: width - 1]}…"


@pytest.mark.parametrize(
    ("place", "name"),
    [
        ("left knee", "left knee"),
        ("right thigh (front)", "R thigh front"),
        ("left and right thigh (front)", "L+R thigh front"),
        ("left and right knee", "L+R knee"),
        ("a place with a very long name", "a place with a…"),
    ],
)
def test_long_names_of_places_are_shortened(place, name):
    assert short(place) == name


class TestNothing:
    @pytest.mark.parametrize("panel", list(Panel))
    def test_a_panel_without_a_record_says_so(self, panel):
        assert any("nothing recorded in these weeks" in line for line in drawn((panel,), 10))

    @pytest.mark.parametrize("shown", CHOICES)
    def test_every_size_has_its_picture(self, shown):
        known = trends(pain=(("left knee", daily(3, 6, 1)),), load_of_week=TestLoad.WEEKS, sleep=daily(7))
        for width, rows in product((7, 10, 20, 60, 120, 300), (1, 4, 9, 15, 24, 60)):
            drawing = Drawing(known, {}, shown, width, rows)
            assert {len(row) for row in drawing.picture} == {width}, rows
