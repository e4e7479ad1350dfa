"""The words of the physiotherapist's page: the answer on the first page, all the rest in the annex."""

import pytest
from journals import care, pain, symptom, workout

from journal.analysis.rows import Place
from journal.report import text
from journal.report.for_physio.physio_annex import annex_sections
from journal.report.for_physio.physio_sections import first_page

WIDTH = 79


def first(page):
    """The first page as it is printed, each section by its title."""
    return {one.title: " ".join(text.lay_out([one], 10_000).split()) for one in first_page(page)}


def annex(page):
    return {one.title: text.lay_out([one], WIDTH) for one in annex_sections(page)}


def test_the_parts_stand_in_the_order_in_which_they_are_asked(page_of, patient):
    assert list(first(page_of(patient, since="2026-09-28"))) == [
        "For the physiotherapist: lower back, left knee",
        "WHERE, AND SINCE WHEN",
        "COURSE",
        "RED FLAGS ASKED AND ANSWERED",
        "BEFORE EACH ONSET",
        "CARE, AND THE 24 HOURS AFTER IT",
        "TRAINED THROUGH",
        "CONDITIONS AND MEDICATION",
        "FLAGS RAISED ABOUT IT",
    ]


def test_it_says_that_it_is_no_diagnosis(page_of, patient):
    for page in (page_of(patient), page_of([])):
        assert "Not a diagnosis." in text.lay_out(first_page(page)[:1])


def test_the_first_page_is_read_in_a_minute_and_fits_eighty_columns(page_of, patient):
    for since in ("2026-09-28", "2026-11-11"):
        told = text.lay_out(first_page(page_of(patient, since=since)), WIDTH)
        assert max(map(len, told.splitlines())) <= WIDTH
        assert len(told.split()) <= 580
        assert len(told.splitlines()) <= 68


def test_it_stays_so_short_however_much_there_is(page_of):
    records = []
    for month in range(1, 12):
        for region in ("knee", "shoulder", "elbow", "ankle", "calf", "wrist"):
            for day, score in ((3, 7), (4, 5), (5, 0), (17, 6), (18, 0)):
                records.append(pain(f"2026-{month:02}-{day:02} 20:00", region, score, side="left"))
                records.append(care(f"2026-{month:02}-{day:02} 21:00", "cold", region=region, side="left"))
        for day in (2, 4, 16, 18):
            records += workout(f"2026-{month:02}-{day:02} 18:00", ("squat", 3, 5, 100), ("dip", 3, 8))
    page = page_of(records, since="2026-01-01")
    told = text.lay_out(first_page(page), WIDTH)

    assert len(told.splitlines()) <= 90
    assert len(told.split()) <= 750
    assert max(map(len, told.splitlines())) <= WIDTH
    # Nothing is lost: it stands in the annex.
    assert annex(page)["ANNEX: OTHER ONSETS"].count("onset on") == len(
        [one for before in page.before for one in before.onsets]
    ) - told.count("onset on")
    assert len(page.annex) == len([one for one in records if one.TABLE != "sets"])


def test_who_only_fell_silent_has_not_settled(page_of):
    page = page_of([pain("2026-11-02 08:00", score=5)], since="2026-11-01")
    assert (
        "lower back: no longer written of, Mon 2 Nov (1 day, 1 entry), peak 5"
        in first(page)["WHERE, AND SINCE WHEN"]
    )


class TestRedFlags:
    def test_yes_no_and_unanswered_are_told_apart(self, page_of, patient):
        told = first(page_of(patient))["RED FLAGS ASKED AND ANSWERED"]
        assert "yes: leg numbness left (Sat 14 Nov)." in told
        assert "no: bladder trouble (Wed 11 Nov, asked again since)" in told
        assert "night pain (Sun 15 Nov)." in told
        assert "asked, not answered: leg weakness, fever, a recent fall or blow." in told
        assert "never asked: unexplained weight loss, hard to stand up or walk." in told

    def test_what_was_there_and_is_denied_now_says_both(self, page_of):
        page = page_of(
            [
                pain("2026-11-20 08:00"),
                symptom("2026-11-20 09:00", "fever"),
                symptom("2026-11-22 09:00", "fever", False),
            ]
        )
        assert "fever (Sun 22 Nov, yes on Fri 20 Nov)" in first(page)["RED FLAGS ASKED AND ANSWERED"]

    def test_they_stand_there_also_when_nobody_ever_asked(self, page_of):
        told = first(page_of([]))["RED FLAGS ASKED AND ANSWERED"]
        assert "never asked: bladder trouble," in told
        assert " no:" not in told


class TestCoincidence:
    def test_counts_are_told_as_so_many_of_so_many_times(self, page_of, patient):
        told = first(page_of(patient))["CARE, AND THE 24 HOURS AFTER IT"]
        assert "coincidence possible" in told
        assert "heat, lower back: fell 2 of 3 times (1 not comparable)." in told
        assert "painkiller (ibuprofen), lower back: fell 2 of 3 times." in told

    def test_exercises_before_onsets_stand_beside_the_other_days(self, page_of, patient):
        told = first(page_of(patient, since="2026-09-28"))["BEFORE EACH ONSET"]
        assert "coincidence possible" in told
        assert "Deadlift 2 of 2 (other days:" in told

    def test_a_day_without_a_word_is_not_a_day_of_rest(self, page_of):
        told = first(page_of([pain("2026-11-20 08:00", score=5)], as_of="2026-11-20 20:00"))[
            "BEFORE EACH ONSET"
        ]
        assert "that day: no workout before it." in told
        assert "the day before: nothing recorded." in told

    def test_where_a_time_is_not_known_it_says_so(self, page_of):
        page = page_of(
            [
                pain("2026-11-20 12:00", score=5, time_known=False),
                *workout("2026-11-20 18:00", ("squat", 3, 5, 100)),
            ]
        )
        told = first(page)["BEFORE EACH ONSET"]
        assert "Squat to 100 kg; whether it came before the pain is not known." in told


class TestLoad:
    @pytest.mark.parametrize(
        ("efforts", "aside"),
        [
            ((7, 8), "(load = RPE x minutes; coincidence possible)"),
            (
                (7, None),
                "(load = RPE x minutes, not known where one of them is missing; coincidence possible)",
            ),
            (
                (None, None),
                "(no load: RPE or minutes of these workouts are not recorded; coincidence possible)",
            ),
        ],
        ids=["known", "of some", "imported without RPE"],
    )
    def test_where_a_load_is_not_known_the_page_says_why(self, page_of, efforts, aside):
        trained = [
            record
            for day, rpe in zip((18, 19), efforts, strict=True)
            for record in workout(f"2026-11-{day} 18:00", ("squat", 3, 5, 100), rpe=rpe)
        ]
        page = page_of([*trained, pain("2026-11-20 08:00", score=5)])
        (before,) = [one for one in first_page(page) if one.title == "BEFORE EACH ONSET"]
        assert before.aside == aside

    def test_a_pain_that_last_hurt_before_today_says_until_when(self, page_of):
        entries = [pain(f"2026-11-{day} 08:00", score=5) for day in (18, 19, 20)]
        told = first(page_of(entries, as_of="2026-11-21 20:00"))["WHERE, AND SINCE WHEN"]
        assert "open since Wed 18 Nov (3 days up to Fri 20 Nov, 3 entries)" in told
        told = first(page_of(entries, as_of="2026-11-20 20:00"))["WHERE, AND SINCE WHEN"]
        assert "open since Wed 18 Nov (3 days, 3 entries)" in told


class TestEmpty:
    def test_it_says_since_when_nothing_was_recorded(self, page_of):
        (heading, *_) = first_page(page_of([], since="2026-11-01"))
        assert heading.lines[-1].text == "Nothing recorded of pain since Sun 1 Nov 2026."

    def test_also_of_one_place(self, page_of, patient):
        page = page_of(patient, since="2026-11-01", about=(Place("neck"),))
        assert (
            "Nothing recorded of pain of the neck since Sun 1 Nov 2026."
            in first(page)["For the physiotherapist: neck"]
        )

    def test_nothing_recorded_is_said_and_is_not_none(self, page_of):
        told = first(page_of([pain("2026-11-20 08:00")]))["CONDITIONS AND MEDICATION"]
        assert "Conditions: none recorded. Painkillers: none recorded." in told


class TestAnnex:
    def test_every_record_has_its_line_in_the_order_of_time(self, page_of, patient):
        told = annex(page_of(patient))["ANNEX: EVERYTHING RECORDED"]
        lines = [line for line in told.splitlines()[1:] if not line.startswith("    ")]
        assert len(lines) == len(page_of(patient).annex)
        assert lines[0].startswith("  Wed 11 Nov 07:00 pain: lower back 6 of 10, stiff, sharp; on waking;")
        assert "  Sat 14 Nov 10:00 workout: strength 60 min; RPE 6; stopped for pain: yes;" in told
        assert "  Sat 14 Nov 12:00 care: painkiller; ibuprofen 400 mg" in told
        assert "  Sat 14 Nov 11:00 sign: leg numbness left: yes" in told

    @pytest.mark.parametrize("note", ["a\nb\tc", "x" * 500, "= // | <b>", "字" * 50])
    def test_a_note_stands_behind_its_record_whatever_it_holds(self, page_of, note):
        page = page_of([pain("2026-11-20 08:00", note=note)])
        told = annex(page)["ANNEX: EVERYTHING RECORDED"]
        assert "".join(note.split()) in "".join(told.split())
        assert max(map(len, told.splitlines())) <= WIDTH

    def test_equal_sets_are_counted(self, page_of):
        page = page_of(
            [pain("2026-11-20 08:00"), *workout("2026-11-20 18:00", ("squat", 3, 5, 100), ("plank", 2, 1))]
        )
        assert "Squat 3 × 5 × 100 kg; Plank 2 × 1" in annex(page)["ANNEX: EVERYTHING RECORDED"]

    def test_holds_and_distances_have_their_times(self, page_of):
        from journals import name, when

        from journal.records import Set, Workout

        made = Workout(id=name("hold"), started_at=when("2026-11-20 18:00"), kind="mobility")
        sets = [
            Set(workout_id=made.id, position=1, exercise="plank", duration_s=45, rpe=7),
            Set(workout_id=made.id, position=2, exercise="run", distance_km=5.2, duration_s=1710),
            Set(workout_id=made.id, position=3, exercise="childs-pose", note="so\nnice"),
        ]
        told = " ".join(
            annex(page_of([pain("2026-11-20 08:00"), made, *sets]))["ANNEX: EVERYTHING RECORDED"].split()
        )
        assert "mobility; Plank 45 s RPE 7; Run 5.2 km in 28 min 30 s; Child's pose // so nice" in told

    def test_a_record_without_a_time_shows_none(self, page_of):
        page = page_of([pain("2026-11-20 12:00", time_known=False)])
        assert "  Fri 20 Nov pain: lower back 4 of 10" in annex(page)["ANNEX: EVERYTHING RECORDED"]

    def test_all_flags_name_their_rule_and_their_documents(self, page_of, patient):
        told = annex(page_of(patient))["ANNEX: ALL FLAGS"]
        assert "rf-sudden-stabbing" in told
        assert "Made from: " in told
