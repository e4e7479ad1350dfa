"""The entries behind a flag: in words, with the day and the line on which each is found."""

from journal.analysis.flags import Evidence
from journal.entry import Writer
from journal.exercises import catalogue
from journal.records import CheckIn, Condition, Pain, SymptomEntry
from journal.tui.reading.behind import behind
from journal.tui.reading.day import read_day


def told(store, now, *evidence):
    writer = Writer(now=now, zone=now.tzinfo, catalogue=catalogue())
    return behind(store, [Evidence(*one) for one in evidence], writer)


def test_a_set_and_its_workout_are_found_on_the_line_of_the_workout(store, write, now):
    write("16:05 squat 2x5 100kg @8")
    workout = store.sessions()[0].workout

    of_set, of_workout = told(store, now, ("sets", f"{workout.id}/1"), ("workouts", str(workout.id)))

    assert of_set.words.startswith("squat")
    assert (of_set.day, of_set.clock, of_set.key) == (now.date(), "16:05", f"workouts/{workout.id}")
    assert of_workout.key == of_set.key


def test_a_check_in_is_found_on_its_date(store, write, now):
    write("sleep 7:30 quality 4")
    (checkin,) = store.rows(CheckIn)

    (one,) = told(store, now, ("checkins", checkin.key))

    assert (one.day, one.key) == (now.date(), f"checkins/{now.date()}")


def test_a_condition_belongs_to_no_day(store, now):
    store.record([Condition(condition="osteoporosis")], now=now)

    (one,) = told(store, now, ("conditions", "osteoporosis"))

    assert (one.day, one.key) == (None, "conditions/osteoporosis")


def test_what_is_gone_is_left_out(store, now):
    assert told(store, now, ("pain", "00000000-0000-0000-0000-000000000000"), ("nowhere", "x")) == ()


def test_more_than_sixty_are_counted(store, write, now):
    write("08:00 pain left knee 3 dull")
    (pain,) = store.rows(Pain)

    found = told(store, now, *[("pain", pain.key)] * 63)

    assert len(found) == 61
    assert (found[-1].words, found[-1].key) == ("and 3 more", "")


def test_an_answer_is_found_on_the_line_of_those_that_were_given_with_it(store, write, now):
    write("08:00 pain lower back 5 dull")
    (pain,) = store.rows(Pain)
    store.record(
        [
            SymptomEntry(
                id=f"00000000-0000-4000-8000-00000000000{place}",
                at=now,
                symptom=name,
                present=yes,
                pain_id=pain.id,
            )
            for place, (name, yes) in enumerate((("fever", False), ("saddle-numbness", True)))
        ],
        now=now,
    )
    writer = Writer(now=now, zone=now.tzinfo, catalogue=catalogue())
    lines = read_day(store, now.date(), writer).lines

    keys = {one.key for one in told(store, now, *(("symptoms", row.key) for row in store.rows(SymptomEntry)))}

    assert keys == {f"symptoms/{one.key}" for line in lines[1:] for one in line.entries}
