"""What is active at an instant, what a planned workout would raise, and what an entry has raised."""

import pytest
from journals import care, checkin, drink, name, pain, reader, run, symptom, when, workout

from journal.analysis.answers.trying import check
from journal.analysis.judge import flags_at, held_since, raised_by
from journal.records import Record, Session, Set, Workout
from journal.storage import open_store
from journal.vocabulary import Severity

AT = "2026-11-20 18:00"


def flat(*records):
    """Records and lists of records, in one list."""
    return [one for some in records for one in ([some] if isinstance(some, Record) else some)]


def told(judgement):
    """The flags as (rule, severity)."""
    return [(flag.rule, flag.severity) for flag in judgement.flags]


def session(at, *exercises, **more):
    """A planned workout."""
    made, *sets = workout(at, *exercises, **more)
    return Session(made, tuple(sets))


def test_past_flags_are_looked_for_in_all_of_the_journal():
    records = symptom("2020-01-01 18:00", "cannot-pass"), pain("2020-01-05 18:00")

    flags = flags_at(reader(records), when(AT), past=True).flags

    assert ("rf-bladder-bowel", "past") in [(flag.rule, flag.status) for flag in flags]
    assert flags_at(reader(records), when(AT)).flags == ()


def test_the_flags_that_held_from_a_date_on_are_told_by_the_clock_of_their_time():
    records = symptom("2026-10-04 00:30+02:00", "cannot-pass"), symptom("2026-09-20 12:00+02:00", "fever")
    at = when("2026-11-20 18:00+01:00")

    def urgent(first):
        held = held_since(reader(records), when(f"{first} 12:00").date(), at)
        return [
            (flag.rule, str(flag.since), flag.status) for flag in held if flag.severity is Severity.URGENT
        ]

    began = ("rf-bladder-bowel", "2026-10-04 00:30:00+02:00", "past")
    assert urgent("2026-09-01") == urgent("2026-10-04") == urgent("2026-11-01") == [began]
    assert urgent("2026-11-02") == []


@pytest.mark.parametrize("past", [False, True])
def test_how_far_it_is_can_be_followed(past):
    heard = []

    flags_at(reader([pain(AT)]), when(AT), past=past, tell=lambda done, of: heard.append((done, of)))

    assert heard[0][0] == 0
    assert heard[-1][0] == heard[-1][1] - 1


def test_records_of_the_future_are_not_there_yet():
    read = reader([symptom("2026-11-20 18:01", "cannot-pass")])

    assert flags_at(read, when(AT)).flags == flags_at(read, when(AT), past=True).flags == ()
    assert told(flags_at(read, when("2026-11-20 18:01"))) == [("rf-bladder-bowel", "urgent")]


def test_times_are_told_by_the_clock_of_the_one_who_asks():
    read = reader([symptom("2026-11-20 18:00+01:00", "cannot-pass")])

    (flag,) = flags_at(read, when("2026-11-20 18:00-05:00")).flags

    assert flag.since.isoformat() == "2026-11-20T12:00:00-05:00"


def test_settings_replace_the_defaults_of_a_rule():
    read = reader([pain(f"2026-11-{day} 18:00", score=6) for day in (16, 17, 18, 19, 20)])
    settings = {"rf-severe-72h": {"severe_nrs": 6}}

    assert ("rf-severe-72h", "urgent") not in told(flags_at(read, when(AT)))
    assert ("rf-severe-72h", "urgent") in told(flags_at(read, when(AT), parameters=settings))


def test_the_store_reads_as_the_rules_want_it(new_journal):
    records = flat(pain("2026-11-20 10:00", score=8), workout(AT, ("squat", 5, 5, 100)))
    with open_store(new_journal()) as store:
        store.bring_in(records, now=when(AT), source="test", file="")
        stored = flags_at(lambda since: store.snapshot(since=since), when(AT)).as_json()

    assert stored == flags_at(reader(records), when(AT)).as_json()
    assert len(stored["flags"]) == 1


class TestAPlannedWorkout:
    HURTS = pain("2026-11-20 10:00", score=5)
    SQUATS = session(AT, ("squat", 5, 5, 100))

    def asked(self, *records, planned=SQUATS, at=AT):
        return check(reader(flat(*records)), [planned], when(at)).judgement

    def test_raises_what_it_would_raise_if_it_were_done(self):
        found = self.asked(self.HURTS)

        assert told(found) == [("trained-through-pain", "caution")]
        assert found.flags[0].also == ("avoid-while-painful",)
        assert found.flags[0].since == when(AT)
        done = flags_at(reader(flat(self.HURTS, self.SQUATS.workout, self.SQUATS.sets)), when(AT))
        assert told(found) == told(done)

    def test_in_an_empty_journal_raises_nothing(self):
        assert self.asked().as_json() == {
            "as_of": "2026-11-20T18:00:00+01:00",
            "flags": [],
            "insufficient": [],
        }

    def test_is_answered_although_the_last_one_raised_the_same(self):
        yesterday = pain("2026-11-19 10:00", score=5), workout("2026-11-19 18:00", ("squat", 5, 5, 100))

        flags = self.asked(*yesterday, self.HURTS).flags

        assert {flag.since for flag in flags} == {when(AT)}
        assert ("trained-through-pain", "lower-back") in [
            (flag.rule, flag.subject.get("region")) for flag in flags
        ]

    def test_does_not_vanish_under_a_worse_flag_that_was_there(self):
        before = [
            *(pain("2026-11-16 10:00", score=8), pain("2026-11-17 10:00"), pain("2026-11-18 18:30")),
            *workout("2026-11-16 18:00", ("squat", 5, 5, 100)),
        ]

        there = flags_at(reader(before), when(AT))
        assert ("trained-through-pain", "warning") in told(there)
        assert told(self.asked(before)) == [("avoid-while-painful", "caution")]

    def test_is_not_answered_with_what_was_there_before(self):
        assert told(self.asked(symptom(AT, "cannot-pass"), self.HURTS)) == [
            ("return-clearance", "warning"),
            ("trained-through-pain", "caution"),
        ]

    def test_that_does_not_load_the_place_raises_nothing(self):
        assert told(self.asked(self.HURTS, planned=session(AT, ("dumbbell-curl", 3, 10, 10)))) == []

    def test_says_what_is_missing_of_the_workout_itself_only(self):
        made = Workout(id=name("planned"), started_at=when(AT), kind="run")
        planned = Session(made, (Set(workout_id=made.id, position=1, exercise="run", distance_km=5),))
        before = run("2026-11-19 18:00", 5), pain("2026-11-20 10:00", "knee", 8), run("2026-09-19 18:00", 5)

        (missing,) = self.asked(before[2], planned=planned).insufficient
        assert (missing.rule, missing.subject) == ("spike-session-distance", {"workout": str(made.id)})
        assert self.asked(*before, planned=planned).insufficient == ()

    def test_leaves_later_records_out(self):
        later = run("2026-11-20 19:00", 20), pain("2026-11-20 18:30", score=9)

        assert told(self.asked(self.HURTS, *later)) == [("trained-through-pain", "caution")]


class TestWhatAnEntryRaised:
    BACK, WEAK = pain("2026-11-18 10:00", score=2), symptom(AT, "leg-weakness")

    def raised(self, entry, *records, now=AT):
        recorded = flat(entry)
        return raised_by(reader(flat(*records, recorded)), recorded, when(now))[1]

    def rules(self, entry, *records, now=AT):
        return [(flag.rule, flag.severity) for flag in self.raised(entry, *records, now=now)]

    def test_is_the_flag_that_it_makes_true_whichever_record_comes_last(self):
        assert self.rules(self.WEAK, self.BACK) == [("rf-leg-weakness", "urgent")]
        back = pain("2026-11-21 18:00", score=2)
        assert self.rules(self.WEAK) == [("rf-leg-weakness", "warning")]
        assert self.rules(back, self.WEAK, now="2026-11-21 18:00") == [("rf-leg-weakness", "urgent")]

    def test_is_nothing_that_was_there_before(self):
        assert self.rules(drink(AT, 250), self.BACK, symptom("2026-11-19 18:00", "leg-weakness")) == []

    def test_is_an_urgent_flag_that_it_keeps_up(self):
        before = symptom("2026-11-10 18:00", "cannot-pass")
        (flag,) = self.raised(symptom(AT, "cannot-pass"), before)

        assert flag.since == when("2026-11-10 18:00")
        assert self.rules(symptom(AT, "cannot-pass", False), before) == []
        assert self.rules(care(AT, "doctor"), before) == []

    def test_is_told_as_of_its_own_time_when_it_is_written_later(self):
        old = pain("2026-06-01 10:00+02:00", score=8, qualities=["stabbing"], sudden=True)

        (flag,) = (flag for flag in self.raised(old) if flag.severity == "urgent")
        assert flag.since.isoformat() == "2026-06-01T10:00:00+02:00"

    def test_is_an_urgent_flag_also_where_it_has_ended_since(self):
        fever, back = symptom("2026-11-01 10:00", "fever"), pain("2026-11-02 10:00", score=2)

        (flag,) = self.raised(fever, back)
        assert (flag.rule, flag.since) == ("rf-fever", when("2026-11-02 10:00"))

    def test_of_several_entries_is_what_all_of_them_raised_each_once(self):
        entries = [pain(AT, score=2), symptom(AT, "leg-weakness"), symptom(AT, "cannot-pass")]

        assert self.rules(entries) == [("rf-bladder-bowel", "urgent"), ("rf-leg-weakness", "urgent")]

    def test_is_sorted_the_worst_first(self):
        entries = [pain(AT, "knee", 3, pop_heard=True), symptom(AT, "cannot-pass")]

        assert [flag.severity for flag in self.raised(entries)] == ["urgent", "warning"]

    def test_is_not_what_only_comes_out_from_under_another(self):
        hurts = [pain(f"2026-11-{day:02} 18:00", "knee", 3) for day in range(8, 20, 2)]
        better = pain(AT, "knee", 1)
        (before,) = flags_at(reader(hurts), when("2026-11-20 17:00")).flags
        (after,) = flags_at(reader([*hurts, better]), when(AT)).flags

        assert (before.rule, before.also) == ("pain-unimproved-1w", ("pain-past-72h", "therapist-hint"))
        assert after.rule == "pain-past-72h"
        assert self.rules(better, hurts) == []

    def test_of_a_set_that_joined_a_workout_is_what_the_set_raised(self):
        hurts = pain("2026-11-20 10:00", score=5)
        made, *sets = workout(AT, ("squat", 2, 5, 60), ("bench-press", 1, 5, 60))
        press = session(AT, ("bench-press", 2, 5, 60))
        crunch = Set(workout_id=press.workout.id, position=3, exercise="crunch", reps=20)

        assert self.rules([made, sets[-1]], hurts, sets[:-1]) == []
        assert self.rules([press.workout, crunch], hurts, press.sets) == [("trained-through-pain", "caution")]

    @pytest.mark.parametrize("entry", [checkin("2026-11-20", body_weight_kg=80), drink(AT, 250)])
    def test_of_an_ordinary_entry_is_nothing(self, entry):
        assert self.rules(entry, self.BACK) == []
