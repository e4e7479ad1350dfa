"""A caution that comes every week without any pain is a habit and becomes a tip; a tip is given once in a while."""

from datetime import datetime, timedelta

import pytest
from journals import CATALOGUE, pain, reader, when, workout

from journal.analysis.answers.today import today
from journal.analysis.engine import evaluate, rulebook
from journal.analysis.frames import Frames
from journal.analysis.habits import FORGOTTEN_DAYS, not_told_before, with_habits
from journal.analysis.instants import DAY, first_of_block
from journal.analysis.judge import flags_at, raised_by
from journal.analysis.rulebook import Occurrence
from journal.vocabulary import Act, Severity

MONDAY = when("2026-08-03 18:00")
QUADS = {"muscle": "quads"}


def at(week, day=0):
    """So many weeks and days after the first Monday."""
    return int((MONDAY + timedelta(weeks=week, days=day)).timestamp())


def raised(
    week, day=0, *, subject=QUADS, severity=Severity.CAUTION, lasts=5, rule="same-muscle-consecutive-days"
):
    """A caution of that week, for some days."""
    since = at(week, day)
    return Occurrence(
        rule=rule,
        subject=subject,
        since=since,
        until=None if lasts is None else since + lasts * 86_400,
        severity=severity,
        act=Act.THIS_WEEK if severity is Severity.WARNING else None,
        message="Twice.",
        offset=3600,
        chain=since,
    )


def hurt(week, region="knee", day=0, score=4, **more):
    """A pain of that week."""
    moment = datetime.fromtimestamp(at(week, day), MONDAY.tzinfo)
    return pain(f"{moment:%Y-%m-%d %H:%M}", region, score, **more)


def told(occurrences, *pains):
    """What becomes of the occurrences beside those pains: "tip" or the severity, by week."""
    rulebook()
    made = with_habits(occurrences, Frames.of(pains, CATALOGUE))
    return [
        (
            round((one.since - at(0)) / 604_800, 2),
            "tip" if one.severity is Severity.INFO else one.severity.value,
        )
        for one in made
    ]


def words(*severities):
    return [(float(week), word) for week, word in enumerate(severities)]


C, T, W = "caution", "tip", "warning"


def test_from_the_third_week_running_on_it_is_a_tip():
    assert told([raised(week) for week in range(5)]) == words(C, C, T, T, T)


def test_it_says_that_it_is_a_habit():
    rulebook()
    tip = with_habits([raised(week) for week in range(3)], Frames.of([], CATALOGUE))[-1]

    assert tip.message == "Twice. Your habit, no pain so far."
    assert (tip.act, tip.since, tip.until) == (None, at(2), at(2, 5))


def test_the_weeks_are_those_of_the_calendar():
    monday_sunday_monday = [raised(0), raised(1, 6), raised(2)]

    assert told(monday_sunday_monday)[-1] == (2.0, T)
    assert told([raised(0, 6), raised(1, 6), raised(3)])[-1] == (3.0, C)
    assert told([raised(0), raised(0, 3), raised(1), raised(1, 3)])[-1][1] == C


def test_each_subject_and_rule_has_its_own_habits():
    other = [raised(week, subject={"muscle": "chest"}) for week in range(2)]
    rest = [raised(week, rule="muscle-rest-short") for week in (0, 2)]

    assert [word for _, word in told([*other, raised(2), *rest])] == [C] * 5


@pytest.mark.parametrize(
    ("rule", "severity", "word"),
    [
        ("spike-week-load", Severity.CAUTION, T),
        ("spike-week-load", Severity.WARNING, W),
        ("rf-nausea", Severity.CAUTION, C),
        ("pain-past-72h", Severity.CAUTION, C),
        ("doms-past-72h", Severity.CAUTION, C),
    ],
)
def test_only_a_caution_about_training_care_fluid_or_daily_life_becomes_one(rule, severity, word):
    weeks = [raised(week, rule=rule, severity=severity, subject={}) for week in range(3)]

    assert told(weeks)[-1] == (2.0, word)


class TestPainThatTheSubjectLoads:
    WEEKS = tuple(raised(week) for week in range(8))

    def test_in_those_weeks_keeps_it_a_caution_until_there_were_three_without(self):
        assert told(self.WEEKS, hurt(1, day=2)) == words(C, C, C, C, T, T, T, T)

    def test_before_them_does_not(self):
        assert told(self.WEEKS[:4], hurt(-1, day=3)) == words(C, C, T, T)
        assert told(self.WEEKS[:4], hurt(-1, day=6)) == words(C, C, C, T)

    def test_elsewhere_does_not(self):
        assert told(self.WEEKS[:3], hurt(1, "elbow")) == words(C, C, T)

    @pytest.mark.parametrize(
        ("subject", "region", "word"),
        [
            ({"exercise": "squat"}, "lower-back", C),
            ({"exercise": "squat"}, "wrist", T),
            ({"exercise": "no-such-thing"}, "wrist", C),
            ({"region": "knee", "side": "left"}, "knee", C),
            ({"region": "knee", "side": "left"}, "hip", T),
            ({"metric": "load"}, "wrist", C),
            ({"muscle": "biceps"}, "elbow", C),
            ({"muscle": "biceps"}, "knee", T),
        ],
    )
    def test_is_pain_of_a_region_that_it_loads_or_any_when_it_names_none(self, subject, region, word):
        weeks = [raised(week, subject=subject) for week in range(3)]

        assert told(weeks, hurt(1, region))[-1] == (2.0, word)

    def test_ends_the_tip_at_once_and_begins_the_caution(self):
        rulebook()
        frames = Frames.of([hurt(2, day=2)], CATALOGUE)

        tip, caution = with_habits(self.WEEKS[:3], frames)[-2:]

        assert (tip.severity, tip.until) == (Severity.INFO, at(2, 2))
        assert (caution.severity, caution.since, caution.until) == (Severity.CAUTION, at(2, 2), at(2, 5))
        assert caution.message == "Twice."

    def test_ends_one_that_has_no_end_of_its_own(self):
        endless = [*self.WEEKS[:2], raised(2, lasts=None)]

        assert told(endless, hurt(6)) == [*words(C, C, T), (6.0, C)]
        assert told(endless) == words(C, C, T)

    def test_after_the_tip_changes_nothing(self):
        assert told(self.WEEKS[:3], hurt(2, day=5)) == words(C, C, T)


def test_a_week_left_out_does_not_end_a_habit_but_four_do():
    three = [raised(week) for week in range(3)]

    assert told([*three, raised(4)])[-1] == (4.0, T)
    assert told([*three, raised(2, FORGOTTEN_DAYS)])[-1][1] == T
    assert told([*three, raised(2, FORGOTTEN_DAYS + 1)])[-1][1] == C


def test_a_caution_that_may_belong_to_a_habit_goes_back_to_the_beginning_of_its_row():
    rulebook()
    made = with_habits([raised(week) for week in (0, 3, 6, 20)], Frames.of([], CATALOGUE))

    assert [one.chain for one in made] == [at(0), at(0), at(0), at(20)]
    assert {one.severity for one in made} == {Severity.CAUTION}


def trained(*weeks, sets=5):
    """Squats on the Monday and the Tuesday of those weeks."""
    return [
        record
        for week in weeks
        for day in (0, 1)
        for record in workout(
            f"{MONDAY + timedelta(weeks=week, days=day):%Y-%m-%d %H:%M}", ("leg-extension", sets, 10, 40)
        )
    ]


def test_two_days_running_every_week_are_a_habit_and_no_longer_one_when_the_knee_hurts():
    records = [*trained(0, 1, 2), hurt(2, day=3)]
    history = evaluate(Frames.of(records, CATALOGUE), rules=["same-muscle-consecutive-days"])

    severities = [
        [flag.severity for flag in history.judge(at(week, day)).flags]
        for week, day in ((0, 1), (1, 1), (2, 1), (2, 3))
    ]
    assert severities == [["caution"], ["caution"], ["info"], ["caution"]]


class TestATip:
    BLOCK = first_of_block(350, 28)
    """A Monday on which 28 days begin that a tip is given once in."""

    def trained(self, *days):
        made = [datetime.fromordinal(self.BLOCK + day + more) for day in days for more in (0, 1)]
        return [one for day in made for one in workout(f"{day:%Y-%m-%d} 18:00", ("leg-extension", 1, 10, 40))]

    def asked(self, day, *days):
        moment = when(f"{datetime.fromordinal(self.BLOCK + day + 1):%Y-%m-%d} 18:00")
        read = reader(self.trained(*days))
        shown = [flag.rule for flag in today(read, moment).flags]
        return shown, [flag.rule for flag in flags_at(read, moment).flags]

    def test_is_given_once_in_each_block_of_28_days_on_the_days_page_but_always_listed(self):
        rule = ["same-muscle-consecutive-days"]

        assert self.asked(0, 0) == (rule, rule)
        assert self.asked(8, 0, 8) == ([], rule)
        assert self.asked(27, 0, 27) == (rule, rule)
        assert self.asked(28, 0, 8, 28) == (rule, rule)

    def test_is_not_given_again_with_the_entry_that_raises_it(self):
        before, after = self.trained(0), self.trained(8)
        now = after[-2].started_at

        assert raised_by(reader([*before, *after]), after[-2:], now)[1] == ()
        assert len(raised_by(reader(after), after[-2:], now)[1]) == 1

    def test_of_another_subject_or_worse_is_given(self):
        first, again = raised(0, severity=Severity.INFO), raised(0, 1, severity=Severity.INFO)
        other = raised(0, 1, severity=Severity.INFO, subject={"muscle": "chest"})
        pressing = raised(0, 1)
        rulebook()

        shown = list(
            not_told_before([again, other, pressing], [first, again, other, pressing], pressing.since)
        )

        assert shown == [other, pressing]

    def test_that_goes_on_is_given_for_a_week_in_every_four(self):
        lasting = raised(0, severity=Severity.INFO)
        rulebook()

        def given(day):
            return bool(list(not_told_before([lasting], [lasting], lasting.since + day * DAY)))

        assert [given(day) for day in (0, 6, 7, 27, 28, 34, 35)] == [
            True,
            True,
            False,
            False,
            True,
            True,
            False,
        ]
