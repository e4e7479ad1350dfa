"""The physiotherapist's page: what it is about, and that each of its numbers is one that was recorded."""

from dataclasses import FrozenInstanceError
from datetime import date, timedelta

import pytest
from journals import CATALOGUE, care, pain, symptom, when, workout

from journal.analysis.engine import evaluate
from journal.analysis.frames import Frames
from journal.analysis.judge import Reading
from journal.analysis.pain.described import Trend
from journal.analysis.rows import Place
from journal.report import text
from journal.report.for_physio.physio import physio
from journal.report.for_physio.physio_json import as_json
from journal.report.for_physio.physio_sections import first_page
from journal.report.html import physio as html

BACK, KNEE = Place("lower-back"), Place("knee", "left")


class TestBothSides:
    """What is written of both sides at once is one pain on the page."""

    LEFT, RIGHT, BOTH = (Place("thigh-front", side) for side in ("left", "right", "both"))

    def test_is_told_once(self, page_of):
        page = page_of([pain("2026-11-20 18:00", "thigh-front", 5, side="both")])
        assert page.places == page.main == (self.BOTH,)
        assert [one.place for one in (*page.pain, *page.before)] == [self.BOTH] * 2
        assert [one.place for before in page.before for one in before.onsets] == [self.BOTH]
        told = text.lay_out(first_page(page))
        assert "  thigh (front), both sides: open since Fri 20 Nov (1 day, 1 entry), peak 5" in told
        assert "  thigh (front), both   " in told
        assert "right" not in told

    def test_is_two_once_a_side_has_an_entry_of_its_own(self, page_of):
        both = pain("2026-11-20 18:00", "thigh-front", 5, side="both")
        page = page_of([both, pain("2026-11-21 18:00", "thigh-front", 3, side="left")])
        assert set(page.places) == {self.LEFT, self.RIGHT}

    def test_is_of_one_side_where_only_that_was_asked_for(self, page_of):
        both = pain("2026-11-20 18:00", "thigh-front", 5, side="both")
        assert page_of([both], about=[self.RIGHT]).places == (self.RIGHT,)

    def test_hurts_on_both_sides_of_the_body(self, page_of):
        told = html.render(page_of([pain("2026-11-20 18:00", "knee", 5, side="both")]))
        assert "left knee 5 of 10; right knee 5 of 10" in told


class TestSinceWhen:
    def test_without_a_date_it_begins_with_the_oldest_episode_that_is_open(self, page_of, patient):
        assert page_of(patient).since == date(2026, 11, 11)

    def test_of_two_that_are_open_the_older_one_counts(self, page_of):
        records = [pain(f"2026-11-{day} 08:00", score=4) for day in (14, 16, 18, 20, 22)]
        assert page_of([*records, pain("2026-11-21 08:00", "knee", 5)]).since == date(2026, 11, 14)

    def test_when_nothing_hurts_now_it_is_of_the_last_eight_weeks(self, page_of):
        page = page_of([pain("2026-10-20 08:00", score=4), pain("2026-10-21 08:00", score=0)])
        assert (page.since, page.last) == (date(2026, 9, 27), date(2026, 11, 22))
        assert [one.line.state for one in page.episodes] == ["settled"]

    def test_a_pain_that_is_open_for_longer_than_that_is_read_from_its_beginning(self):
        records = [
            pain(f"{date(2026, 8, 1) + timedelta(days=2 * number)} 08:00", score=3) for number in range(57)
        ]
        moment, begun = when("2026-11-22 20:00"), []
        frames = Frames.of(records, CATALOGUE, until=int(moment.timestamp()))

        def read(first):
            begun.append(first)
            return Reading(frames, evaluate(frames), int(moment.timestamp()), 3600)

        assert physio(read, moment).since == date(2026, 8, 1)
        assert begun == [date(2026, 9, 27), date(2026, 8, 1)]

    def test_it_begins_with_the_told_onset_of_an_evening_before(self, page_of):
        entry = pain("2026-11-20 07:00", score=4, onset_at=when("2026-11-19 22:00"))
        assert page_of([entry], as_of="2026-11-20 20:00").since == date(2026, 11, 19)

    def test_a_date_that_is_given_counts_and_what_was_before_is_not_told(self, page_of, patient):
        assert {one.place for one in page_of(patient, since="2026-09-28").episodes} == {BACK, KNEE}
        page = page_of(patient, since="2026-10-15")
        assert {one.place for one in page.episodes} == {BACK}
        assert min(row.at.date() for row in page.annex) == date(2026, 10, 15)

    def test_nothing_is_known_that_was_written_later(self, page_of, patient):
        page = page_of(patient, since="2026-11-01", as_of="2026-11-11 12:00")
        assert [(one.line.peak, one.line.latest) for one in page.episodes] == [(6, 6)]
        assert max(row.at.date() for row in page.annex) == date(2026, 11, 11)


class TestThePainItself:
    def test_an_episode_tells_its_course(self, page_of, patient):
        back = page_of(patient).episodes[0]
        assert (back.place, back.line.start, back.line.state) == (BACK, date(2026, 11, 11), "open")
        assert (back.line.peak, back.peak_on, back.line.latest, back.latest_on) == (
            (7, date(2026, 11, 11), 3, date(2026, 11, 20))
        )
        assert (back.trend, back.early, back.late) == (Trend.BETTER, 6.5, 3)

    def test_open_ones_come_first_then_the_worst(self, page_of, patient):
        page = page_of(patient, since="2026-09-28")
        assert [(one.place, one.line.start.day) for one in page.episodes] == [
            (BACK, 11),
            (BACK, 21),
            (KNEE, 8),
        ]

    def test_every_day_has_its_highest_score_and_silence_is_not_zero(self, page_of, patient):
        (back,) = page_of(patient).pain
        assert back.scores == (7, 5, 5, 7, 4, 5, None, 3, None, 3, None, None)

    def test_one_place_alone_can_be_asked_for(self, page_of, patient):
        page = page_of(patient, since="2026-09-28", about=(KNEE,))
        assert page.places == (KNEE,)
        assert {row.values["region"] for row in page.annex if row.table == "pain"} == {"knee"}
        assert {row.table for row in page.annex} == {"workouts", "pain", "symptoms", "care"}
        assert not [row for row in page.annex if row.values.get("kind") == "heat"]

    def test_the_main_places_hurt_now_or_reached_a_moderate_score(self, page_of):
        records = [
            pain("2026-11-01 08:00", "neck", 4),
            pain("2026-11-03 08:00", "calf", 3, side="left"),
            pain("2026-11-22 08:00", "hand", 1, side="left"),
        ]
        page = page_of(records, since="2026-11-01")
        assert page.main == (Place("hand", "left"), Place("neck"))
        assert page_of(records[1:2], since="2026-11-01").main == (Place("calf", "left"),)


class TestAroundIt:
    def test_onsets_care_training_and_medicine_are_those_of_the_analysis(self, page_of, patient):
        page = page_of(patient, since="2026-09-28")
        back = next(one for one in page.before if one.place == BACK)
        assert [date.fromordinal(one.day) for one in back.onsets] == [date(2026, 10, 21), date(2026, 11, 11)]
        assert [(one.exercise.slug, one.onsets, one.of) for one in back.done[:1]] == [("deadlift", 2, 2)]
        assert [(one.kind, one.fell, one.told, one.times) for one in page.responses] == [
            ("heat", 2, 3, 4),
            ("oral-analgesic", 2, 3, 3),
        ]
        assert [(one.before, one.during, one.after) for one in page.trained] == [
            (7, None, 5),
            (5, 7, 6),
            (5, None, None),
        ]
        assert [(one.drug, len(one.rows), one.total_mg) for one in page.taken] == [("ibuprofen", 3, 1200)]
        assert [one.id for one in page.conditions] == ["herniated-disc"]

    def test_a_condition_that_ended_before_is_not_told(self, page_of):
        from journal.records import Condition

        records = [
            Condition(condition="arthritis", until=date(2026, 10, 31)),
            Condition(condition="stenosis", since=date(2026, 11, 20)),
            pain("2026-11-20 08:00"),
        ]
        assert [one.id for one in page_of(records, since="2026-11-01").conditions] == ["stenosis"]


class TestNothing:
    def test_an_empty_journal_gives_an_empty_page(self, page_of):
        page = page_of([], since="2026-11-01")
        assert (page.episodes, page.pain, page.annex, page.flags, page.before) == ((), (), (), (), ())
        assert [one.answer.value for one in page.questions] == ["never asked"] * 6

    def test_a_pain_that_was_only_denied_is_none(self, page_of):
        assert page_of([pain("2026-11-20 08:00", score=0)]).episodes == ()

    def test_the_value_cannot_be_changed(self, page_of):
        with pytest.raises(FrozenInstanceError):
            page_of([]).since = date(2026, 1, 1)


class TestNumbersForScripts:
    def test_json_holds_every_number_of_the_page(self, page_of, patient):
        told = as_json(page_of(patient, since="2026-09-28"))
        assert (told["for"], told["since"], told["last"], told["diagnosis"]) == (
            "physio",
            "2026-09-28",
            "2026-11-22",
            False,
        )
        back = told["episodes"][0]
        assert (back["peak"], back["latest"], back["first_24h_median"], back["trend"]) == (
            7,
            3,
            6.5,
            "better",
        )
        assert back["told"]["radiates_to"] == "buttock"
        assert told["course"][0]["days"]["2026-11-14"] == 7
        assert "2026-11-17" not in told["course"][0]["days"]
        assert {one["symptom"]: one["answer"] for one in told["red_flags"]} == {
            "bladder-change": "no",
            "saddle-numbness": "no",
            "leg-weakness": "asked, not answered",
            "leg-numbness": "yes",
            "fever": "asked, not answered",
            "recent-trauma": "asked, not answered",
            "night-pain": "no",
            "unexplained-weight-loss": "never asked",
            "hard-to-stand-or-walk": "never asked",
        }
        onset = told["onsets"][0]["onsets"][1]
        assert [day["days_before"] for day in onset["days"]] == [0, 1, 2]
        assert onset["days"][1]["workouts"][0]["load"] == 675
        assert (onset["days"][1]["sitting_h"], onset["days"][1]["sleep_h"]) == (10.5, 6)
        assert "spike-session-weight" in [jump["rule"] for jump in onset["days"][1]["jumps"]]
        assert told["painkillers"][0]["total_mg"] == 1200

    def test_the_annex_holds_the_records_in_the_names_and_units_of_the_csv_files(self, page_of):
        page = page_of(
            [
                pain("2026-11-20 08:00", qualities=("sharp", "dull"), sudden=False, note="a\nb"),
                symptom("2026-11-20 08:00", "fever", False),
                care("2026-11-20 09:00", "cold", duration_min=12.5, wrapped=True),
                *workout("2026-11-20 08:00", ("squat", 1, 5, 100), minutes=60),
            ]
        )
        told = as_json(page)["annex"]
        assert [one["table"] for one in told] == ["workouts", "pain", "symptoms", "care"]
        assert told[0]["sets"] == [
            {"position": 1, "exercise": "squat", "reps": 5, "weight_kg": 100, "name": "Squat"}
        ]
        assert {key: told[1][key] for key in ("at", "score", "qualities", "sudden", "note")} == {
            "at": "2026-11-20T08:00:00+01:00",
            "score": 4,
            "qualities": ["dull", "sharp"],
            "sudden": False,
            "note": "a\nb",
        }
        assert told[2]["present"] is False
        assert (told[3]["duration_min"], told[3]["wrapped"]) == (12.5, True)
