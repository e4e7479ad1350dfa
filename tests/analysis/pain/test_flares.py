"""When a pain rose above its usual level: baseline, hot dates, onsets, dates at risk."""

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from journals import CATALOGUE, pain, when, workout

from journal.analysis.frames import Frames
from journal.analysis.pain.flares import (
    baselines,
    daily_grid,
    flare_days,
    flare_days_of,
    hot_from,
    workout_before,
)
from journal.analysis.rows import Place

FIRST = when("2026-09-01 18:00")
BACK = Place("lower-back")


def at(number, hour=18, minute=0):
    """A time on the date `number` of the journal, the first being 0."""
    return f"{FIRST.replace(hour=hour, minute=minute) + timedelta(days=number):%Y-%m-%d %H:%M}"


def scores(*values, first=0):
    """An entry a day from the date `first` on; None for a date without, `"5!"` for one called a flare."""
    made = []
    for number, value in enumerate(values, first):
        if value is not None:
            score = int(str(value).rstrip("!"))
            made.append(pain(at(number), score=score, flare=True if str(value).endswith("!") else None))
    return made


def days_of(*records):
    """The dates of the lower back by their number in the journal."""
    days = flare_days_of(Frames.of(records, CATALOGUE), BACK)
    return {day.day - FIRST.date().toordinal(): day for day in days}


def numbers(days, test):
    return [number for number, day in days.items() if test(day)]


def onsets(*records):
    return numbers(days_of(*records), lambda day: day.onset)


USUAL = (2,) * 14
"""Two weeks of a usual level of 2: the next date has a baseline, and the line is 4."""


class TestTheGrid:
    def test_a_date_has_its_highest_score(self):
        records = pain(at(0, 8), score=2), pain(at(0, 12), score=6), pain(at(0, 20), score=3)

        assert days_of(*records)[0].score == 6

    def test_a_date_without_an_entry_of_the_place_is_not_zero(self):
        days = days_of(*scores(4, None, 0), pain(at(1), "knee", 5))

        assert {number: day.score for number, day in days.items()} == {0: 4, 2: 0}

    def test_left_right_and_both_are_places_of_their_own(self):
        frames = Frames.of(
            [pain(at(0), "knee", 3, side="both"), pain(at(1), "knee", 5, side="left")], CATALOGUE
        )

        assert [day.score for day in flare_days_of(frames, Place("knee", "left"))] == [3, 5]
        assert [day.score for day in flare_days_of(frames, Place("knee", "right"))] == [3]

    def test_the_date_is_that_of_the_writers_clock(self):
        late = pain("2026-09-01 23:30-05:00", score=4)  # the second of September elsewhere

        assert numbers(days_of(late), lambda day: True) == [0]

    def test_a_date_that_was_over_stays_over_on_a_journey_to_the_west(self):
        records = pain("2026-09-02 01:00+09:00", score=2), pain("2026-09-01 20:00-05:00", score=7)

        assert {number: day.score for number, day in days_of(*records).items()} == {1: 7}


class TestTheBaseline:
    @pytest.mark.parametrize(
        ("before", "baseline"),
        [
            ((1, 2, 3, 4, 5), 3),
            ((1, 2, 3, 4), None),
            ((5, None, 1, None, 2, 4, 3), 3),
            ((1, 1, 2, 4, 4, 9), 3),
            ((0,) * 5, 0),
            ((9, *(1,) * 7, *(3,) * 7), 2),
            ((9, 1, 3, *(None,) * 10, 2, 2), None),
            ((1, 3, 2, *(None,) * 9, 2, 2), 2),
        ],
        ids=[
            "the median of five",
            "four are too few",
            "gaps are left out",
            "the middle of two",
            "zeros are scores",
            "the fifteenth date back is gone",
            "four within fourteen dates",
            "five within fourteen dates",
        ],
    )
    def test_it_is_the_median_of_the_14_dates_before(self, before, baseline):
        assert days_of(*scores(*before, 8))[len(before)].baseline == baseline

    def test_neither_the_date_itself_nor_later_ones_count(self):
        days = days_of(*scores(1, 1, 1, 1, 1, 9, 9, 9))

        assert [days[number].baseline for number in (5, 6, 7)] == [1, 1, 1]

    def test_a_date_counts_once_however_often_it_was_written_of(self):
        often = [pain(at(0, hour), score=4) for hour in (8, 12, 16, 20)]

        assert days_of(*often, *scores(4, first=1))[1].baseline is None


class TestHot:
    @pytest.mark.parametrize(
        ("usual", "score", "hot"),
        [(2, 4, True), (2, 3, False), (0, 3, True), (0, 2, False), (1, 3, True), (5, 7, True), (5, 6, False)],
    )
    def test_two_above_the_baseline_and_three_at_least(self, usual, score, hot):
        assert (days_of(*scores(*(usual,) * 5, score))[5].hot is not None) is hot

    @pytest.mark.parametrize(("score", "hot"), [(4, False), (5, True)])
    def test_a_baseline_between_two_scores(self, score, hot):
        days = days_of(*scores(2, 2, 2, 3, 3, 3, score))

        assert days[6].baseline == 2.5
        assert (days[6].hot is not None) is hot

    def test_without_a_baseline_no_score_is_hot(self):
        assert days_of(*scores(1, 1, 1, 1, 10))[4].hot is None

    @pytest.mark.parametrize("score", [0, 1, 5])
    def test_what_the_writer_calls_a_flare_is_hot_whatever_its_score(self, score):
        assert days_of(*scores(f"{score}!"))[0].hot is not None

    def test_calling_it_no_flare_changes_nothing(self):
        assert days_of(*scores(*USUAL), pain(at(14), score=6, flare=False))[14].hot is not None

    def test_it_is_hot_from_the_entry_that_made_it_so(self):
        third = pain(at(14, 12), score=4)
        entries = pain(at(14, 8), score=2), pain(at(14, 10), score=3), third, pain(at(14, 20), score=9)

        assert days_of(*scores(*USUAL), *entries)[14].hot.id == str(third.id)

    def test_the_steps_can_be_asked_one_by_one(self):
        grid = daily_grid(Frames.of(scores(*USUAL, 5), CATALOGUE).entries[BACK])

        assert list(baselines(grid)) == [None] * 5 + [2] * 10
        assert hot_from(grid[14], 2).score == 5
        assert hot_from(grid[14], 4) is None
        assert [day.onset for day in flare_days(grid)] == [False] * 14 + [True]


class TestFlares:
    def test_an_onset_is_a_hot_date_without_a_flare_running(self):
        assert onsets(*scores(*USUAL, 6, 6, 6, 2)) == [14]

    def test_a_flare_runs_until_the_first_date_that_is_not_hot(self):
        days = days_of(*scores(*USUAL, 6, 7, 5, 3, 3))

        assert numbers(days, lambda day: day.running) == [15, 16, 17]

    def test_dates_without_an_entry_do_not_end_it(self):
        days = days_of(*scores(*USUAL, 6, None, None, None, None, None, 6, 2))

        assert numbers(days, lambda day: day.onset) == [14]
        assert numbers(days, lambda day: day.running) == [20, 21]

    @pytest.mark.parametrize(
        ("after", "begun"),
        [
            ((6, 2, 6, 2), [14]),
            ((6, 2, 2, 6, 2), [14]),
            ((6, 2, 2, 2, 6, 2), [14, 18]),
            ((6, 2, 2, 6, 6), [14, 18]),
            ((6, 6, 6, 2, 6), [14, 18]),
            ((6, 2, None, None, 6), [14, 18]),
            ((6, None, None, None, 6), [14]),
        ],
        ids=[
            "two dates later",
            "three dates later",
            "four dates later",
            "hot three and four dates later",
            "three hot dates, then a pause",
            "nothing written in between",
            "nothing written at all ends nothing",
        ],
    )
    def test_the_next_begins_more_than_three_dates_after_the_last_began(self, after, begun):
        assert onsets(*scores(*USUAL, *after)) == begun

    def test_flares_that_the_writer_marks(self):
        assert onsets(*scores("2!", "2!", 2, None, "2!", 2, 2, 2, "0!")) == [0, 4, 8]

    def test_a_marked_flare_without_a_baseline_ends_with_the_next_date_that_is_not_marked(self):
        days = days_of(*scores("8!", 8, 8, 8))

        assert numbers(days, lambda day: day.onset) == [0]
        assert numbers(days, lambda day: day.running) == [1]

    def test_what_stays_high_becomes_usual(self):
        days = days_of(*scores(*USUAL, *(5,) * 14))

        assert numbers(days, lambda day: day.onset) == [14]
        assert numbers(days, lambda day: day.hot is not None) == list(range(14, 21))


class TestAtRisk:
    def test_a_score_and_a_baseline_are_needed(self):
        assert numbers(days_of(*scores(*(2,) * 8)), lambda day: day.at_risk) == [5, 6, 7]

    def test_not_in_a_flare_nor_on_the_date_that_ends_it_but_on_the_one_that_begins_it(self):
        days = days_of(*scores(*USUAL, 6, 6, 6, 6, 6, 2, 2))

        assert numbers(days, lambda day: day.at_risk and day.day >= days[13].day) == [13, 14, 20]

    def test_not_within_three_dates_after_an_onset(self):
        days = days_of(*scores(*USUAL, 6, 2, 2, 2, 2))

        assert numbers(days, lambda day: day.at_risk and day.day >= days[13].day) == [13, 14, 18]

    def test_a_marked_flare_without_a_baseline_begins_on_a_date_that_is_not_at_risk(self):
        day = days_of(*scores("6!"))[0]

        assert (day.onset, day.at_risk) == (True, False)


class TestTheWorkoutBefore:
    LEGS = workout(at(0, 17), ("squat", 3, 5, 100))

    @staticmethod
    def linked(entry, *workouts):
        frames = Frames.of([entry, *(record for some in workouts for record in some)], CATALOGUE)
        bout = workout_before(frames, BACK, frames.entries[BACK][0])
        return bout and bout.ts

    @pytest.mark.parametrize(
        ("entry", "there"),
        [
            (pain(at(0, 16, 59)), False),
            (pain(at(0, 17)), True),
            (pain(at(3, 18)), True),
            (pain(at(3, 18, 1)), False),
        ],
        ids=["before it", "as it starts", "72 h after its end", "later"],
    )
    def test_it_began_during_the_workout_or_at_most_72_h_after_its_end(self, entry, there):
        assert self.linked(entry, self.LEGS) == (when(at(0, 17)).timestamp() if there else None)

    def test_one_that_loads_the_place_goes_before_a_later_one_that_does_not(self):
        arms = workout(at(1, 17), ("dumbbell-curl", 3, 10, 10))

        assert self.linked(pain(at(2)), self.LEGS, arms) == when(at(0, 17)).timestamp()
        assert self.linked(pain(at(2)), arms) == when(at(1, 17)).timestamp()

    def test_when_the_pain_set_in_does_not_matter_but_when_it_flared(self):
        entry = pain(at(1), onset_at=when(at(0, 8)))

        assert self.linked(entry, self.LEGS) == when(at(0, 17)).timestamp()

    def test_a_flare_of_0_is_linked_to_nothing(self):
        assert self.linked(pain(at(0), score=0, flare=True), self.LEGS) is None


WRITTEN = st.tuples(
    st.integers(0, 40),
    st.sampled_from([0, 9, 9, 18, 23]),
    st.sampled_from([0, 1, 1, 2, 2, 3, 5, 8]),
    st.sampled_from([None, None, None, None, True]),
    st.sampled_from(["+01:00", "+01:00", "+01:00", "+09:00", "-05:00"]),
)


@settings(deadline=None, max_examples=50)
@given(st.lists(WRITTEN, min_size=5, max_size=70), st.integers(0, 69))
def test_what_was_known_of_a_date_that_is_over_never_changes(written, cut):
    entries = Frames.of(
        {
            entry.id: entry
            for number, hour, score, flare, clock in written
            for entry in [pain(at(number, hour) + clock, score=score, flare=flare)]
        }.values(),
        CATALOGUE,
    ).entries[BACK]

    then = list(flare_days(daily_grid(entries[: cut + 1])))
    now = list(flare_days(daily_grid(entries)))

    assert then[:-1] == now[: len(then) - 1]
    last, later = then[-1], now[len(then) - 1]
    assert (last.baseline, last.running, last.at_risk) == (later.baseline, later.running, later.at_risk)
    assert last.hot is None or last.hot == later.hot
