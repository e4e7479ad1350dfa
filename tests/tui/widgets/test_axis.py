"""The axes of the charts: every week as wide as the others, dates that can be read, and round whole numbers."""

from datetime import date, timedelta
from itertools import pairwise, product

import pytest

from journal.tui.widgets.axis import TimeAxis, ValueAxis
from journal.tui.wording.spans import Span

SUNDAY = date(2026, 11, 22)


def axis(weeks: int, room: int, last: date = SUNDAY) -> TimeAxis:
    return TimeAxis(Span.ending(last, weeks), room)


class TestSpans:
    @pytest.mark.parametrize("day", [date(2026, 11, 16), date(2026, 11, 18), SUNDAY])
    def test_a_span_ends_with_the_week_of_its_day(self, day):
        span = Span.ending(day, 4)
        assert (span.first, span.last, span.days) == (date(2026, 10, 26), SUNDAY, 28)

    def test_it_holds_its_first_and_last_day_and_moves_by_weeks(self):
        span = Span.ending(SUNDAY, 2)
        assert [span.holds(day) for day in (span.first, span.last, date(2026, 11, 8), date(2026, 11, 23))] == [
            True, True, False, False,
        ]  # fmt: skip
        assert span.moved(-1).last == date(2026, 11, 15)


class TestColumns:
    @pytest.mark.parametrize(
        ("weeks", "room", "week", "day", "shared", "width"),
        [
            (4, 56, 14, 2, 1, 56),
            (4, 112, 28, 4, 1, 112),
            (8, 56, 7, 1, 1, 56),
            (8, 112, 14, 2, 1, 112),
            (13, 56, 4, 0, 2, 52),
            (13, 112, 7, 1, 1, 91),
            (26, 56, 2, 0, 4, 52),
            (26, 112, 4, 0, 2, 104),
            (52, 56, 1, 0, 7, 52),
            (52, 112, 2, 0, 4, 104),
            (104, 56, 0, 0, 14, 52),
            (104, 112, 1, 0, 7, 104),
            (8, 30, 3, 0, 3, 24),
            (104, 1, 0, 0, 728, 1),
        ],
    )
    def test_all_weeks_fit_and_are_as_wide_as_one_another(self, weeks, room, week, day, shared, width):
        made = axis(weeks, room)
        assert (made.week_width, made.day_width, made.days_shared, made.width) == (week, day, shared, width)
        assert max(column for one in made.span.all_days() for column in made.columns(one)) == made.width - 1

    @pytest.mark.parametrize(
        ("room", "columns"),
        [
            (28, [0, 4, 8, 12, 16, 20, 24]),
            (7, [0, 1, 2, 3, 4, 5, 6]),
            (4, [0, 0, 1, 1, 2, 2, 3]),
            (3, [0, 0, 0, 1, 1, 2, 2]),
            (2, [0, 0, 0, 0, 1, 1, 1]),
            (1, [0, 0, 0, 0, 0, 0, 0]),
        ],
    )
    def test_the_days_of_a_week_share_its_columns_in_order(self, room, columns):
        made = axis(1, room)
        assert [made.column(day) for day in made.span.all_days()] == columns

    @pytest.mark.parametrize("room", [1, 2, 3, 4, 7, 14, 28, 56])
    def test_the_first_day_of_a_column_is_found(self, room):
        made = axis(1, room)
        firsts = {made.column(day): day for day in reversed(list(made.span.all_days()))}
        assert {column: made.day_at(column) for column in firsts} == firsts

    def test_a_column_outside_gives_the_nearest_day(self):
        made = axis(1, 7)
        assert (made.day_at(-3), made.day_at(99)) == (made.span.first, made.span.last)

    def test_the_sign_of_a_day_stands_in_the_middle_of_its_columns(self):
        assert [axis(1, room).middle(date(2026, 11, 17)) for room in (7, 14, 21, 28)] == [1, 2, 4, 5]


def row(labels: list[tuple[int, str]]) -> str:
    line = ""
    for column, words in labels:
        line = line.ljust(column) + words
    return line


class TestDates:
    @pytest.mark.parametrize(
        ("weeks", "room", "finer", "coarser"),
        [
            (1, 28, "16  17  18  19  20  21  22", "Nov 2026"),
            (2, 28, "9   11  13    16  18  20", "Nov 2026"),
            (4, 28, "26     2      9      16", "Oct    Nov 2026"),
            (8, 32, "28  5   12  19  26  2   9   16", "  Oct 2026          Nov"),
            (13, 26, "24  7   21  5   19  2   16", "   Sep  Oct 2026  Nov"),
            (26, 26, "     Jun Jul Aug Sep Oct Nov", "2026"),
        ],
    )
    def test_days_then_mondays_then_months(self, weeks, room, finer, coarser):
        made = axis(weeks, room)
        assert row(made.finer()).split() == finer.split()
        assert row(made.coarser()).split() == coarser.split()

    def test_a_label_stands_over_the_column_of_its_day(self):
        made = axis(8, 56)
        assert made.finer()[1] == (7, "5")
        assert made.column(date(2026, 10, 5)) == 7
        assert made.coarser() == [(3, "Oct 2026"), (34, "Nov")]

    def test_the_year_stands_where_it_begins(self):
        assert row(axis(26, 104, date(2027, 2, 28)).coarser()).split() == [
            "Sep", "2026", "Oct", "Nov", "Dec", "Jan", "2027", "Feb",
        ]  # fmt: skip
        assert row(axis(104, 104).coarser()).split() == ["2024", "2025", "2026"]

    @pytest.mark.parametrize("weeks", [4, 8, 13, 26, 52, 104])
    def test_labels_never_touch_one_another_nor_leave_the_chart(self, weeks):
        lasts = (date(2026, 11, 22), date(2027, 1, 3), date(2028, 3, 5))
        for room, last in product((34, 54, 56, 72, 96, 112, 200), lasts):
            made = axis(weeks, room, last)
            for labels in (made.finer(), made.coarser()):
                ends = [column + len(words) for column, words in labels]
                assert labels, (room, last)
                assert all(end < column for end, (column, _) in zip(ends, labels[1:], strict=False)), (
                    room,
                    last,
                )
                assert ends[-1] <= room, (room, last)


class TestNumbers:
    @pytest.mark.parametrize(
        ("highest", "rows", "ticks"),
        [
            (2382, 3, {0: 0, 2: 2500}),
            (2753, 6, {0: 0, 1: 1000, 3: 2000, 5: 3000}),
            (1417, 4, {0: 0, 3: 1500}),
            (8.5, 4, {0: 0, 1: 5, 3: 10}),
            (8.5, 2, {0: 0, 1: 10}),
            (3250, 2, {0: 0, 1: 4000}),
            (1, 2, {0: 0, 1: 1}),
            (0.2, 4, {0: 0, 3: 1}),
            (7, 1, {0: 8}),
            (123_456, 4, {0: 0, 3: 150_000}),
        ],
    )
    def test_ticks_are_round_whole_numbers_and_the_highest_value_fits(self, highest, rows, ticks):
        made = ValueAxis.up_to(highest, rows)
        assert made.ticks() == ticks
        assert made.top >= highest

    @pytest.mark.parametrize("highest", [0.5, 1, 3, 9.9, 11, 77, 101, 999, 1001, 5216, 99_999])
    def test_ticks_have_equal_steps(self, highest):
        for rows in range(1, 13):
            made = ValueAxis.up_to(highest, rows)
            steps = sorted(made.ticks().values())
            assert len({later - earlier for earlier, later in pairwise(steps)}) <= 1, rows
            assert all(isinstance(tick, int) for tick in steps), rows
            assert made.top <= max(highest * 2, 1), rows


def test_a_day_has_the_same_columns_whatever_is_asked_first():
    made = axis(4, 56)
    day = made.span.first + timedelta(days=10)
    assert list(made.columns(day)) == [20, 21]
    assert made.day_at(20) == made.day_at(21) == day
