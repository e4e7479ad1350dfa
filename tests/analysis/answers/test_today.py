"""The day's answer: can I train, and what should I leave out?"""

from datetime import date, timedelta

import pytest
from journals import care, checkin, drink, name, pain, reader, run, symptom, when, workout

from journal.analysis.answers.leaving_out import TAG_WORDS, leave_out_words
from journal.analysis.answers.questions import QUESTIONS
from journal.analysis.answers.today import NOTHING, SEE_A_DOCTOR, TIPS, today
from journal.analysis.flags import LeaveOut
from journal.analysis.pain.painful import LEAVE_OUT_TAGS
from journal.records import Condition, FlagMark, Record
from journal.vocabulary import ExerciseTag, Region, Side

AT = "2026-11-20 18:00"
LEGS = [
    *workout("2026-11-19 18:00", ("squat", 5, 5, 100)),
    *workout("2026-11-20 17:00", ("squat", 5, 5, 100)),
]


def flat(records):
    """Records, and lists of them however deep, as one list."""
    return [records] if isinstance(records, Record) else [one for some in records for one in flat(some)]


def said(at, *records):
    """The answer of that time about those records and lists of records."""
    return today(reader(flat(records)), when(at))


def left_out(at, *records):
    """What the answer leaves out, in words."""
    return [leave_out_words(one) for one in said(at, *records).leave_out]


@pytest.mark.parametrize(
    ("records", "headline"),
    [
        ([], NOTHING),
        ([pain(AT, score=3)], NOTHING),
        ([pain(AT, "knee", 4, side="left")], "Leave out: loading the left knee"),
        ([pain(AT, score=4)], "Leave out: loading the lower back and 8 more"),
        ([pain(AT, score=4), symptom(AT, "cannot-pass")], SEE_A_DOCTOR),
        ([symptom(AT, "brown-urine")], SEE_A_DOCTOR),
        ([symptom(AT, "brown-urine"), care("2026-11-20 18:00", "doctor")], SEE_A_DOCTOR),
        ([symptom("2026-11-20 17:00", "brown-urine"), care(AT, "doctor")], NOTHING),
        ([symptom(AT, "leg-weakness")], SEE_A_DOCTOR),
        ([symptom(f"2026-11-{day} 07:00", "night-pain") for day in (18, 19, 20)], "Go easier: night pain"),
        ([LEGS], "Go easier: glutes, quads"),
        (
            [LEGS, [symptom(f"2026-11-{day} 07:00", "night-pain") for day in (18, 19, 20)]],
            "Go easier: night pain, glutes, quads",
        ),
        (
            [LEGS, pain("2026-11-18 18:00", "knee", 3, side="left", pop_heard=True)],
            "Leave out: loading the left knee",
        ),
        ([run("2026-11-10 18:00", 5), run("2026-11-20 17:00", 6)], "Go easier: distance of a run"),
        ([symptom(AT, "cannot-pass", present=False)], NOTHING),
    ],
    ids=[
        *("an empty journal", "mild dull pain", "a knee", "a back", "urgent comes first", "urgent"),
        *("a doctor seen at the same time", "a doctor seen after", "to be seen today", "a sign"),
        *("muscles", "the worst first", "a place with a warning"),
        *("a run", "a no"),
    ],
)
def test_the_headline_says_the_most_important_thing(records, headline):
    assert said(AT, *records).headline == headline


def test_the_headline_names_three_matters_each_once_and_counts_the_rest():
    deadlifts = [
        workout(f"2026-11-{day} 17:00", ("deadlift", 5, 5, 100), ("squat", 5, 5, 90)) for day in (19, 20)
    ]

    assert said(AT, *deadlifts).headline == "Go easier: back, glutes, hamstrings and 1 more"


def test_it_never_says_that_one_is_safe_or_that_nothing_is_wrong():
    assert "safe" not in NOTHING
    assert "recorded" in NOTHING


class TestWhatToLeaveOut:
    @pytest.mark.parametrize(
        ("entry", "places"),
        [
            (pain(AT, "knee", 4, side="left"), ["loading the left knee"]),
            (pain(AT, "knee", 4, side="both"), ["loading the left knee", "loading the right knee"]),
            (pain(AT, "knee", 4), ["loading the knee"]),
            (pain(AT, "knee", 3, side="left"), []),
            (pain("2026-11-19 18:00", "knee", 4), ["loading the knee"]),
            (pain("2026-11-19 17:59", "knee", 4), []),
            ([pain("2026-11-20 08:00", "knee", 8), pain(AT, "knee", 3)], []),
            (pain("2026-11-20 18:01", "knee", 8), []),
            (pain(AT, "head", 5), []),
        ],
        ids=[
            *("one side", "both sides", "no side told", "mild", "a day old", "older", "better since"),
            *("of the future", "what nothing loads"),
        ],
    )
    def test_is_what_loads_a_place_that_hurt_within_a_day(self, entry, places):
        assert left_out(AT, entry) == places

    @pytest.mark.parametrize(
        ("entry", "active"),
        [
            (pain("2026-11-18 18:00", score=4), True),
            (pain("2026-11-18 17:59", score=4), False),
            (pain(AT, score=3), False),
            (pain(AT, "mid-back", 2, qualities=["sharp"]), True),
            (pain(AT, "neck", 6), False),
        ],
    )
    def test_is_the_whole_list_while_the_back_hurts(self, entry, active):
        tags = [one.tag for one in said(AT, entry).leave_out if one.tag]

        assert tags == (list(LEAVE_OUT_TAGS) if active else [])

    def test_says_why(self):
        because = {one.because for one in said(AT, pain(AT, score=4)).leave_out}

        assert because == {("trained-through-pain",), ("avoid-while-painful",)}

    def test_is_said_in_words(self):
        assert set(TAG_WORDS) == set(LEAVE_OUT_TAGS)
        assert leave_out_words(LeaveOut((), tag=ExerciseTag.JUMP)) == "jumping"
        assert (
            leave_out_words(LeaveOut((), region=Region.UPPER_ARM, side=Side.LEFT))
            == "loading the left upper arm"
        )
        assert leave_out_words(LeaveOut((), exercise="squat")) == "squat"

    @pytest.mark.parametrize(
        ("one", "what"),
        [
            (LeaveOut(("a",), tag=ExerciseTag.JUMP), {"tag": "jump"}),
            (LeaveOut(("a",), exercise="squat"), {"exercise": "squat"}),
            (LeaveOut(("a",), region=Region.KNEE, side=Side.LEFT), {"region": "knee", "side": "left"}),
            (LeaveOut(("a",), region=Region.NECK), {"region": "neck"}),
        ],
    )
    def test_as_json(self, one, what):
        assert one.as_json() == {"what": what, "because": ["a"]}


class TestTips:
    PLACES = ("knee", "ankle", "elbow", "wrist", "foot")

    def asked(self, count):
        days = "2026-11-16 17:00", "2026-11-17 18:00"
        return [pain(day, place, 3) for place in self.PLACES[:count] for day in days]

    @pytest.mark.parametrize("count", [0, 2, 3, 5])
    def test_are_shown_up_to_three_and_then_counted(self, count):
        made = said("2026-11-20 17:00", self.asked(count))

        assert len(made.flags) == min(count, TIPS)
        assert made.folded == max(0, count - TIPS)

    def test_fold_nothing_that_is_worse(self):
        made = said("2026-11-20 17:00", self.asked(5), LEGS, symptom("2026-11-20 16:00", "cannot-pass"))

        assert [flag.severity for flag in made.flags] == [
            "urgent",
            "warning",
            "caution",
            "caution",
            "info",
            "info",
            "info",
        ]


class TestFluid:
    @pytest.mark.parametrize(
        ("records", "fluid"),
        [
            ([], (0, None, None)),
            ([drink("2026-11-20 08:00", 250), drink(AT, 300)], (550, None, None)),
            ([drink("2026-11-19 23:59", 250), drink("2026-11-20 18:01", 300)], (0, None, None)),
            ([checkin("2026-11-20", body_weight_kg=80)], (0, 2607, 5216)),
            ([checkin("2026-10-21", body_weight_kg=80)], (0, 2607, 5216)),
            ([checkin("2026-10-20", body_weight_kg=80)], (0, None, None)),
            ([checkin("2026-11-20", body_weight_kg=80), Condition(condition="fluid-limit")], (0, None, None)),
        ],
        ids=[
            *("nothing", "what was drunk today", "not yesterday nor later", "by weight", "30 days old"),
            *("too old", "told to limit fluids"),
        ],
    )
    def test_is_that_of_the_date_beside_its_range(self, records, fluid):
        made = said(AT, *records).fluid

        assert (made.ml, made.low_ml, made.high_ml) == fluid
        assert made.as_json() == dict(zip(("ml", "low_ml", "high_ml"), fluid, strict=True))

    def test_is_counted_by_the_date_of_the_one_who_asks(self):
        drunk = drink("2026-11-20 23:30", 250)

        assert said("2026-11-20 23:40", drunk).fluid.ml == 250
        assert said("2026-11-21 00:10", drunk).fluid.ml == 0


class TestNotes:
    def test_name_the_muscles_of_yesterday_with_four_sets_or_more(self):
        trained = workout("2026-11-19 18:00", ("bench-press", 4, 8, 60), ("dumbbell-curl", 3, 10, 10))

        assert said(AT, trained).notes == ("Trained yesterday: chest; give these a day.",)
        assert said("2026-11-21 18:00", trained).notes == ()

    def test_count_the_sets_of_all_sessions_of_the_date(self):
        twice = [workout(f"2026-11-19 {hour:02}:00", ("dumbbell-curl", 2, 10, 10)) for hour in (8, 18)]

        assert said(AT, *twice).notes == ("Trained yesterday: biceps; give these a day.",)

    def test_offer_gentler_work_while_the_back_hurts(self):
        assert any("bike" in note for note in said(AT, pain(AT, score=4)).notes)
        assert said(AT, pain(AT, score=3)).notes == ()

    def test_tell_the_usual_load_once_there_are_eight_weeks(self):
        first = date(2026, 9, 21)
        days = [(first + timedelta(days=day)).isoformat() for day in range(0, 61, 2)]
        runs = [run(f"{day} 18:00", 5, 30, 5) for day in days]

        assert said(AT, *runs).notes == (
            "Load of the last 7 days (effort x minutes): 600; usually 450 to 600.",
        )
        assert said("2026-10-20 18:00", *runs[:15]).notes == ()

    def test_tell_why_the_load_is_not_known_to_those_who_have_a_usual_one(self):
        first = date(2026, 8, 22)
        days = [(first + timedelta(days=day)).isoformat() for day in range(0, 91, 2)]
        runs = [run(f"{day} 18:00", 5, 30, 5 if day < "2026-11-16" else None) for day in days]

        never = [run(f"{day} 18:00", 5, 30, None) for day in days]

        (note,) = said(AT, *runs).notes

        assert note == (
            "Load of the last 7 days (effort x minutes): not known, as 3 of 4 workouts have no RPE or no minutes; "
            '"session @7 60min" gives both to the last workout of a day.'
        )
        assert said(AT, *never).notes == ()

    def test_tell_how_far_a_place_is_on_its_way_back(self):
        hurt = pain("2026-11-16 18:00", score=6), pain("2026-11-18 18:00", score=2)

        assert not any("settling" in note for note in said("2026-11-18 17:59", hurt).notes)
        assert said("2026-11-18 18:01", hurt).notes == (
            "Lower back: settling since Wed 18 Nov; begin again with about half of the usual work.",
        )
        trained = workout("2026-11-20 17:00", ("squat", 2, 5, 40))
        assert "Lower back: back in training since Fri 20 Nov" in said(AT, hurt, trained).notes[0]


def test_the_questions_are_those_of_the_last_day_that_nobody_answered():
    answered = symptom("2026-11-20 18:05", "fever", False)

    assert said(AT, pain(AT, score=7)).questions == tuple(QUESTIONS)
    assert "fever" not in said("2026-11-20 19:00", pain(AT, score=7), answered).questions
    assert said(AT, pain(AT, score=3)).questions == ()


def test_the_day_is_the_one_of_the_clock_that_asks():
    made = said("2026-11-20 00:30+13:00")

    assert (made.day, made.as_of) == (date(2026, 11, 20), when("2026-11-20 00:30+13:00"))


class TestWhatNothingSpeaksAgainst:
    DONE = (
        workout("2026-11-16 18:00", ("bench-press", 4, 8, 50), ("pull-up", 4, 6), ("leg-curl", 4, 10, 30)),
        workout("2026-11-12 18:00", ("bench-press", 4, 8, 50), ("leg-curl", 4, 10, 30)),
        workout("2026-11-09 18:00", ("leg-curl", 4, 10, 30)),
    )

    def named(self, *records):
        return [one.slug for one in said(AT, *self.DONE, *records).nothing_against]

    def test_is_what_was_done_in_four_weeks_the_usual_first(self):
        long_ago = workout("2026-10-20 18:00", ("hip-thrust", 4, 8, 80))

        assert self.named(long_ago) == ["leg-curl", "bench-press", "pull-up"]

    @pytest.mark.parametrize(
        ("records", "left"),
        [
            ([pain("2026-11-20 10:00", "knee", 1, side="left")], ["bench-press", "pull-up"]),
            ([pain("2026-11-20 10:00", "shoulder", 5, side="left")], ["leg-curl"]),
            (
                [
                    pain("2026-11-17 10:00", "knee", 5, side="left"),
                    pain("2026-11-17 20:00", "knee", 0, side="left"),
                ],
                ["bench-press", "pull-up"],
            ),
            ([workout("2026-11-19 18:00", ("dip", 4, 8))], ["leg-curl", "pull-up"]),
            ([workout("2026-11-17 19:00", ("dip", 4, 8))], ["leg-curl", "pull-up"]),
            (
                [
                    workout("2026-11-17 18:00", ("leg-curl", 1, 10, 50)),
                    pain("2026-11-17 20:00", "calf", 2, side="left"),
                ],
                ["bench-press", "pull-up"],
            ),
            ([care("2026-11-20 10:00", "heat", region="knee", side="left", duration_min=40)], None),
        ],
        ids=[
            *("it hurts a little", "it hurts", "it is settling", "trained yesterday"),
            *(
                "two days running this week",
                "a jump in weight this week, and a calf that hurts",
                "not about training",
            ),
        ],
    )
    def test_is_nothing_that_a_pain_a_flag_or_yesterday_speaks_against(self, records, left):
        assert self.named(*records) == (left or ["leg-curl", "bench-press", "pull-up"])

    def test_is_named_again_once_the_writer_has_acknowledged_the_flag(self):
        again = workout("2026-11-17 19:00", ("dip", 4, 8))
        seen = FlagMark(
            id=name("mark"),
            at=when("2026-11-18 08:00"),
            rule="same-muscle-consecutive-days",
            subject="muscle=chest",
            since=when("2026-11-17 19:00"),
            action="acknowledge",
            reason="light work",
        )

        assert "bench-press" not in self.named(again)
        assert "bench-press" in self.named(again, seen)
