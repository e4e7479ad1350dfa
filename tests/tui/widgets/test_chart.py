"""Pictures of numbers, written down as they look: gaps stay empty, zero is drawn, nothing is joined across a gap."""

import pytest

from journal.tui.widgets.axis import ValueAxis
from journal.tui.widgets.chart import Bar, Course, Ink, Picture, bars, digits, ink_of, lines


def text(picture: Picture) -> list[str]:
    return ["".join(cell.sign for cell in row).rstrip() for row in picture]


def columns(*values: float | None) -> list[Bar]:
    return [Bar(range(place, place + 1), value) for place, value in enumerate(values)]


def course(*values: float | None, gaps: tuple[int, ...] = ()) -> Course:
    return Course(values, frozenset(range(len(values))) - set(gaps))


class TestBars:
    def test_a_row_has_eight_heights(self):
        assert text(bars(columns(0, 1, 2, 3, 4, 5, 6, 7, 8), ValueAxis(8, 1, 1), 9)) == ["▁▂▂▃▄▅▆▇█"]

    def test_a_gap_is_empty_zero_is_a_line_and_the_least_is_more_than_zero(self):
        picture = bars(columns(None, 0, 0.001), ValueAxis(100, 2, 1), 3)
        assert text(picture) == ["", " ▁▂"]
        assert [cell.ink for cell in picture[1]] == [Ink.NONE, Ink.ZERO, Ink.BAR]

    def test_two_weeks_that_differ_a_little_differ_in_height(self):
        assert text(bars(columns(1216, 1417), ValueAxis(1500, 4, 1), 2)) == ["▂▆", "██", "██", "██"]

    def test_a_number_stands_in_the_bar_where_it_has_room(self):
        wide, narrow = Bar(range(7), 1417, words="1,417"), Bar(range(8, 11), 1417, words="1,417")
        assert text(bars([wide, narrow], ValueAxis(1500, 2, 1), 11)) == ["▇▇▇▇▇▇▇ ▇▇▇", " 1,417  ███"]

    @pytest.mark.parametrize(
        ("value", "picture"),
        [(None, ["", " ?"]), (0, [" ?", "▁▁▁"]), (50, [" ?", "███"]), (100, ["█?█", "███"])],
    )
    def test_what_is_not_known_is_marked_above_what_is(self, value, picture):
        assert text(bars([Bar(range(3), value, is_partial=True)], ValueAxis(100, 2, 1), 3)) == picture

    def test_the_usual_range_is_seen_behind_the_bars(self):
        picture = bars(columns(None, 30, None), ValueAxis(40, 4, 1), 3, usual=(15, 35))
        assert text(picture) == ["╌╌╌", " █", "╌█╌", " █"]

    def test_a_usual_range_at_the_very_top_is_still_on_the_picture(self):
        assert text(bars([], ValueAxis(40, 2, 1), 2, usual=(0, 40))) == ["╌╌", "╌╌"]


class TestLines:
    def test_each_score_has_its_own_row_and_zero_is_the_lowest(self):
        picture = text(
            lines([course(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, gaps=tuple(range(11)))], range(11), 11, 11)
        )
        assert [row.index("●") for row in picture] == list(reversed(range(11)))

    def test_scores_of_days_that_follow_one_another_are_joined(self):
        assert text(lines([course(5, 5, 2, 4)], range(4), 4, 11))[5:9] == ["●●╮", "  │●", "  ││", "  ●╯"]

    def test_nothing_is_joined_across_a_day_without_an_entry(self):
        assert text(lines([course(3, None, 3)], range(3), 3, 11))[7] == "● ●"

    def test_nothing_is_joined_where_days_share_columns_and_one_between_is_missing(self):
        apart = text(lines([course(2, 6, gaps=(1,))], range(2), 2, 11))
        assert [row for row in apart if row] == [" ●", "●"]
        joined = text(lines([course(2, 6)], range(2), 2, 11))
        assert [row for row in joined if row] == [" ●", " │", " │", " │", "●╯"]

    def test_a_line_runs_from_the_first_sign_of_a_run_to_its_last(self):
        made = course(3, 3, 3, 3, None, None)
        assert text(lines([made], (0, 2, 4), 6, 11))[7] == "●─●"

    def test_each_place_has_its_sign_and_the_same_score_is_marked_as_several(self):
        picture = lines([course(4, 6), course(4, 2), course(None, 1)], range(2), 2, 11)
        assert text(picture)[6] == "✱╯"
        assert "●" in text(picture)[4]
        assert "■" in text(picture)[8]
        assert "△" in text(picture)[9]
        assert picture[6][0].ink is Ink.PLACE_1


class TestDigits:
    @pytest.mark.parametrize(
        ("width", "score", "words"),
        [
            (1, 0, "0"),
            (1, 7, "7"),
            (1, 10, "X"),
            (2, 10, "X "),
            (3, 10, "10 "),
            (4, 10, " 10 "),
            (4, 6, " 6  "),
        ],
    )
    def test_a_score_is_told_by_its_number(self, width, score, words):
        assert "".join(cell.sign for cell in digits([(range(width), score)], width)) == words

    def test_a_day_without_an_entry_is_empty(self):
        row = digits([(range(1), 3), (range(2, 3), 0)], 3)
        assert [(cell.sign, cell.ink) for cell in row] == [
            ("3", Ink.PAIN_MILD),
            (" ", Ink.NONE),
            ("0", Ink.PAIN_NONE),
        ]

    @pytest.mark.parametrize(
        ("scores", "ink"),
        [
            ((0,), Ink.PAIN_NONE),
            ((1, 2, 3), Ink.PAIN_MILD),
            ((4, 5, 6), Ink.PAIN_STRONG),
            ((7, 8, 9, 10), Ink.PAIN_SEVERE),
        ],
    )
    def test_scores_have_four_colours(self, scores, ink):
        assert {ink_of(score) for score in scores} == {ink}
