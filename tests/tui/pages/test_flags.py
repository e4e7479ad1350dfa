"""The page of all flags: what is listed, what marking writes, where entries lead, and what is over."""

from datetime import timedelta
from threading import Event

import pytest
from textual.widgets import Input, OptionList

from journal.analysis.judge import flags_at
from journal.analysis.marking import marks_for
from journal.records import FlagMark, SymptomEntry
from journal.tui.keys import KEYS
from journal.tui.screens.flag import FlagScreen
from journal.tui.screens.flags import FlagsPage
from journal.tui.screens.mark_flag import MarkFlag
from journal.tui.screens.questions import Questions
from journal.vocabulary import MarkAction

WIDE, NARROW, SMALL = (120, 40), (80, 24), (60, 20)
SHARP = "16:05 pain left knee 5 sharp during"
URGENT = "16:05 symptom brown-urine yes"


def key(name):
    """The first key of a meaning, wherever it lies."""
    return KEYS[name].keys.split(",")[0]


ACKNOWLEDGE, SNOOZE, REMOVE, PAST = map(key, ("acknowledge", "snooze", "remove", "past"))


@pytest.fixture
def clock(now):
    """A clock that goes on by a minute whenever it is wound."""

    class Clock:
        at = now

        def __call__(self):
            return self.at

        def wind(self, **span):
            self.at += timedelta(**(span or {"minutes": 1}))

    return Clock()


@pytest.fixture
def held():
    """Keeps the rules' thread busy until it is let go."""
    gate = Event()
    yield gate
    gate.set()


def listed(page):
    """The rules of the list, from the top."""
    return [one.rule for one in page.screen.flags._targets if one is not None]


async def look_at(page, rule):
    """Put the cursor on the first flag of a rule."""
    flags = page.screen.flags
    flags.highlighted = next(
        place for place, one in enumerate(flags._targets) if one is not None and one.rule == rule
    )
    await page.settle()


async def typed(page, text):
    """Write into the field that has the focus."""
    page.screen.focused.value = text
    await page.settle()


async def marked(page, rule, wish, reason="seen by the physio", *more):
    """Mark the first flag of a rule."""
    await look_at(page, rule)
    await page.press(wish)
    await typed(page, reason)
    await page.press("enter", *more)


async def test_all_that_hold_are_listed_worst_first_and_none_is_folded(store, write, running, now):
    write("yesterday 18:00 squat 3x5 100kg", SHARP, URGENT)
    expected = [flag.rule for flag in flags_at(lambda since: store.snapshot(since=since), now).flags]
    async with running(size=WIDE) as page:
        await page.go("flags")
        assert listed(page)[: len(expected)] == expected
        assert expected[0] == "rf-brown-urine"
        assert "✚ urgent" in page.text()


async def test_what_could_not_be_judged_stands_below_with_what_is_missing(write, running, now):
    write("08:00 squat 3x5 100kg", "session 50min @7 warmup 10", at=now - timedelta(days=6))
    write("08:00 squat 3x5 100kg", at=now - timedelta(days=3))
    async with running(size=WIDE) as page:
        await page.go("flags")
        text = " ".join(page.text().split())
        assert "Not judged" in text
        assert "not judged, because this is missing: " in text


async def test_a_question_that_a_rule_waits_for_is_put_from_the_list(store, write, running):
    write("16:05 pain lower back left 6 sharp during to thigh")
    async with running(size=WIDE) as page:
        await page.go("flags")
        gap = next(one for one in page.screen.view.unjudged if "symptom" in one.subject)
        await look_at(page, gap.rule)
        assert "not judged, because nobody has answered:" in " ".join(page.text().split())
        await page.press("enter")
        assert isinstance(page.screen, Questions)
        await page.press("n", *["enter"] * 6)
        assert len(store.rows(SymptomEntry)) == 1


async def test_an_empty_journal_says_what_flags_come_from(store, running):
    async with running() as page:
        await page.go("flags")
        assert "No flag holds." in page.text()
        assert "from what is written" in " ".join(page.text().split())
        await page.press(ACKNOWLEDGE)
        assert "Choose a flag first" in page.words("#said")


async def test_a_flag_in_full_stands_beside_the_list(write, running):
    write(SHARP)
    async with running(size=WIDE) as page:
        await page.go("flags")
        await look_at(page, "sharp-during-exercise")
        text = " ".join(page.text().split())
        for words in (
            "What to do",
            "Threshold",
            "Since Wed 25 Nov 2026, 16:05",
            "Ends by itself",
            "Document",
            "Rule sharp-during-exercise",
            "The entries behind it",
            "It is not a diagnosis.",
        ):
            assert words in text, words


async def test_the_settings_of_its_rule_are_told_the_writers_own_beside_the_programs(write, running):
    write(SHARP)
    own = {"pain-past-72h": {"hours": 96}}
    async with running(size=WIDE, parameters=own) as page:
        await page.go("flags")
        words = page.screen.view.rules["pain-past-72h"].settings
        assert words[0] == "hours = 96 (yours; the program's own is 72)"


async def test_an_urgent_flag_says_what_ends_it(write, running):
    write(URGENT)
    async with running(size=WIDE) as page:
        await page.go("flags")
        text = " ".join(page.text().split())
        assert "Ends by an answer that contradicts it, a visit to a doctor" in text


# Marks.


async def test_acknowledging_writes_what_journal_mark_writes_and_undo_takes_it_back(
    store, write, running, now
):
    write(SHARP)
    made = flags_at(lambda since: store.snapshot(since=since), now).flags
    flag = next(one for one in made if one.rule == "sharp-during-exercise")
    (expected,) = marks_for([flag], [flag], at=now, reason="seen by the physio")
    async with running(size=WIDE) as page:
        await page.go("flags")
        await marked(page, "sharp-during-exercise", ACKNOWLEDGE)
        marks = {mark.rule: mark for mark in store.rows(FlagMark)}
        written = marks["sharp-during-exercise"]
        assert written == expected.but(id=written.id)
        assert (
            page.words("#said") == "✓ Acknowledged: sharp pain during or straight after training, left knee"
        )
        text = " ".join(page.text().split())
        assert "Marked by you" in text
        assert "acknowledged Wed 25 Nov 2026, 18:30: seen by the physio" in text
        assert page.screen.flags.chosen.rule == "sharp-during-exercise"
        await page.press("u")
        assert store.rows(FlagMark) == []
        assert "Marked by you" not in page.text()


async def test_what_a_flag_speaks_for_is_marked_with_it(store, write, running, now):
    for days in (8, 6, 4, 2, 0):
        write("08:00 pain left knee 5 dull", at=now - timedelta(days=days))
    async with running(size=WIDE) as page:
        await page.go("flags")
        speaker = next(flag for flag in page.screen.view.told if flag.also)
        await marked(page, speaker.rule, ACKNOWLEDGE)
        marks = store.rows(FlagMark)
        assert {mark.rule for mark in marks} == {speaker.rule, *speaker.also}
        assert len({mark.at for mark in marks}) == 1
        await page.press("u")
        assert store.rows(FlagMark) == []


async def test_a_snooze_is_three_days_unless_another_time_is_told(store, write, running, now):
    write(SHARP)
    async with running() as page:
        await page.go("flags")
        await marked(page, "sharp-during-exercise", SNOOZE, "rest", "enter")
        (mark,) = (one for one in store.rows(FlagMark) if one.rule == "sharp-during-exercise")
        assert (mark.action, mark.until) == (MarkAction.SNOOZE, now + timedelta(days=3))
        assert "Snoozed until Sat 28 Nov 2026, 18:30" in page.words("#said")


async def test_the_time_of_a_snooze_is_told_while_it_is_typed_and_a_wrong_one_stays(
    store, write, running, now
):
    write(SHARP)
    async with running() as page:
        await page.go("flags")
        await marked(page, "sharp-during-exercise", SNOOZE, "rest")
        await typed(page, "7d")
        assert "→ until Wed 2 Dec 2026, 18:30" in page.words("#meaning")
        await typed(page, "soon")
        assert "a span such as 12h, 3d or 2w" in page.words("#meaning")
        await page.press("enter")
        assert "'soon' is not accepted" in page.words("#meaning")
        await typed(page, "2026-12-01")
        await page.press("enter")
        assert {mark.until for mark in store.rows(FlagMark)} == {
            now.replace(month=12, day=1, hour=0, minute=0)
        }


async def test_a_span_can_be_clicked_and_so_can_the_mark(store, write, running, now):
    write(SHARP)
    async with running() as page:
        await page.go("flags")
        await look_at(page, "sharp-during-exercise")
        await page.press(SNOOZE)
        await typed(page, "rest")
        await page.pilot.click(".span:last-of-type")
        await page.pilot.click("#mark-save")
        await page.settle()
        assert {mark.until for mark in store.rows(FlagMark)} == {now + timedelta(days=7)}


async def test_a_mark_needs_its_reason_and_esc_leaves_the_flag_as_it_is(store, write, running):
    write(SHARP)
    async with running() as page:
        await page.go("flags")
        await marked(page, "sharp-during-exercise", ACKNOWLEDGE, "  ")
        assert isinstance(page.screen, MarkFlag)
        assert page.words("#meaning") == "! A mark needs its reason: a few words are enough."
        await page.press("escape")
        assert isinstance(page.screen, FlagsPage)
        assert store.rows(FlagMark) == []


@pytest.mark.parametrize("wish", [ACKNOWLEDGE, SNOOZE, REMOVE])
async def test_an_urgent_flag_is_refused_in_a_sentence_that_says_why(store, write, running, wish):
    write(URGENT)
    async with running() as page:
        await page.go("flags")
        await look_at(page, "rf-brown-urine")
        await page.press(wish)
        assert isinstance(page.screen, FlagsPage)
        said = page.words("#said")
        assert said.startswith("! rf-brown-urine is urgent: it cannot be acknowledged or snoozed: it ends by")
        assert said.endswith(".")
        assert store.rows(FlagMark) == []


async def test_acknowledging_again_takes_the_mark_away_and_undo_brings_it_back(store, write, running, clock):
    write(SHARP)
    async with running(size=WIDE, clock=clock) as page:
        await page.go("flags")
        await marked(page, "sharp-during-exercise", ACKNOWLEDGE)
        clock.wind()
        await page.press(ACKNOWLEDGE)
        assert store.rows(FlagMark) == []
        assert (
            page.words("#said")
            == "✓ No longer marked: sharp pain during or straight after training, left knee"
        )
        clock.wind()
        await page.press("u")
        assert {mark.rule for mark in store.rows(FlagMark)} >= {"sharp-during-exercise"}


async def test_snoozing_again_changes_its_end_and_keeps_the_reason(store, write, running, clock):
    write(SHARP)
    async with running(clock=clock) as page:
        await page.go("flags")
        await marked(page, "sharp-during-exercise", SNOOZE, "rest", "enter")
        clock.wind()
        await page.press(SNOOZE)
        assert page.screen.focused.value == "rest"
        await page.press("enter")
        await typed(page, "1d")
        await page.press("enter")
        chosen = page.screen.flags.chosen
        assert (chosen.mark.until, chosen.mark.reason) == (clock.at + timedelta(days=1), "rest")
        clock.wind()
        await page.press(REMOVE)
        assert store.rows(FlagMark) == []
        assert page.screen.view.marked == ()


async def test_what_has_no_mark_has_none_to_take_away(store, write, running):
    write(SHARP)
    async with running() as page:
        await page.go("flags")
        await look_at(page, "sharp-during-exercise")
        await page.press(REMOVE)
        assert page.words("#said") == "! This flag is neither acknowledged nor snoozed."


async def test_the_same_keys_mark_a_flag_that_lies_over_the_page_of_the_day(store, write, running):
    write(SHARP)
    async with running(size=WIDE) as page:
        await page.press("tab", "home", "enter")
        assert isinstance(page.screen, FlagScreen)
        rule, title = page.screen._shown.flag.rule, page.screen._shown.title
        await page.press(ACKNOWLEDGE)
        await typed(page, "known")
        await page.press("enter")
        assert page.words("#title").startswith("Today")
        assert rule in {mark.rule for mark in store.rows(FlagMark)}
        assert page.words("#said").startswith(f"✓ Acknowledged: {title}")


async def test_a_flag_that_was_over_by_now_is_not_marked(store, write, running, now):
    write("08:00 squat 3x5 100kg", "session 45min @9", at=now - timedelta(days=40))
    write("10:00 pain left knee 5 sharp during", at=now - timedelta(days=40))
    async with running() as page:
        await page.go("flags", day=(now - timedelta(days=40)).date())
        await marked(page, "sharp-during-exercise", ACKNOWLEDGE)
        assert page.words("#said") == ("! This flag is over: only what is active now is marked.")
        assert store.rows(FlagMark) == []


async def test_what_is_typed_right_behind_the_key_is_the_reason(store, write, running):
    write(SHARP)
    async with running() as page:
        await page.go("flags")
        await look_at(page, "sharp-during-exercise")
        await page.press(ACKNOWLEDGE, *"physio", "enter")
        assert {mark.reason for mark in store.rows(FlagMark)} == {"physio"}


async def test_a_mark_is_written_although_the_page_is_left_at_once(store, write, running, held):
    write(SHARP)
    async with running() as page:
        await page.go("flags")
        await look_at(page, "sharp-during-exercise")
        await page.press(ACKNOWLEDGE)
        await typed(page, "known")
        page.app.run_worker(page.app.journal.work(lambda _: held.wait()))
        await page.meanwhile("enter", "escape")
        assert page.words("#title").startswith("Today")
        held.set()
        await page.settle()
        assert "sharp-during-exercise" in {mark.rule for mark in store.rows(FlagMark)}
        assert page.words("#said").startswith("✓ Acknowledged: sharp pain during")


async def test_what_the_day_tells_once_for_both_sides_is_marked_on_both(store, write, running):
    write("16:05 pain knee both 5 sharp during")
    async with running(size=WIDE) as page:
        told = next(flag for flag in page.screen.answer.flags if flag.rule == "sharp-during-exercise")
        assert told.subject["side"] == "both"
        page.screen.show_flag(told)
        await page.settle()
        await page.press(ACKNOWLEDGE, *"known", "enter")
        marks = [mark for mark in store.rows(FlagMark) if mark.rule == "sharp-during-exercise"]
        assert {mark.subject for mark in marks} == {"region=knee;side=left", "region=knee;side=right"}


HOSTILE = "[/] [@click=app.quit]x[/] \x1b[31m 日本語 " + "long " * 300


@pytest.mark.parametrize("size", [WIDE, NARROW, SMALL])
async def test_a_reason_is_never_markup(store, write, running, size):
    write(SHARP)
    async with running(size=size) as page:
        await page.go("flags")
        await marked(page, "sharp-during-exercise", ACKNOWLEDGE, HOSTILE)
        (reason,) = {mark.reason for mark in store.rows(FlagMark)}
        assert reason.startswith("[/] [@click=app.quit]x[/]")
        await look_at(page, "sharp-during-exercise")
        assert "[@click=app.quit]x[/]" in page.text()
        assert "\x1b" not in page.text()
        await page.press("enter")
        assert "\x1b" not in page.text()
        await page.press("escape")
        assert page.app.return_code is None


# Entries.


async def test_an_entry_behind_a_flag_is_opened_on_its_day(write, running, now):
    write("08:00 water 300", "16:05 pain left knee 5 sharp during", at=now - timedelta(days=1))
    async with running(size=WIDE) as page:
        await page.go("flags")
        await look_at(page, "sharp-during-exercise")
        await page.press("enter")
        assert page.screen.focused in page.screen.query("#full OptionList")
        await page.press("enter")
        assert page.words("#title").startswith("Yesterday")
        assert page.screen.query_one("#day").chosen.words.startswith("pain knee, left: 5")


async def test_esc_goes_from_the_entries_to_the_list_and_then_back_to_the_day(write, running):
    write(SHARP)
    async with running(size=WIDE) as page:
        await page.go("flags")
        await look_at(page, "sharp-during-exercise")
        await page.press("enter", "escape")
        assert page.screen.focused.id == "all-flags"
        await page.press("escape")
        assert page.words("#title").startswith("Today")


async def test_in_one_column_the_flag_opens_over_the_page_and_its_entry_from_there(write, running, now):
    write("16:05 pain left knee 5 sharp during", at=now - timedelta(days=1))
    async with running(size=NARROW) as page:
        await page.go("flags")
        await look_at(page, "sharp-during-exercise")
        await page.press("enter")
        assert isinstance(page.screen, FlagScreen)
        page.screen.query_one(OptionList).focus()
        await page.press("enter")
        assert page.words("#title").startswith("Yesterday")


async def test_a_set_opens_its_workout_and_a_check_in_its_day(store, write, running, now):
    for days in (21, 14, 7):
        write("08:00 squat 3x5 60kg", at=now - timedelta(days=days))
    write("08:00 squat 3x5 100kg", at=now - timedelta(days=1))
    async with running(size=WIDE) as page:
        await page.go("flags")
        await look_at(page, "spike-session-weight")
        await page.press("enter")
        entries = page.screen.query_one("#full OptionList")
        entries.highlighted = 0
        await page.press("enter")
        workout = store.sessions()[-1].workout
        assert page.screen.query_one("#day").chosen.key == f"workouts/{workout.id}"


# What is over.


@pytest.fixture
def over(write, now):
    """A knee that was sharp in two months, and hurts again today."""
    for days in (70, 40, 0):
        write("16:05 pain left knee 5 sharp during", at=now - timedelta(days=days))


async def test_what_is_over_is_listed_by_month_with_start_and_end_and_hidden_again(over, running):
    async with running(size=WIDE) as page:
        await page.go("flags")
        held = listed(page)
        await page.press(PAST)
        text = page.text()
        assert text.index("Over: October 2026") < text.index("Over: September 2026")
        assert "Fri 16 Oct 16:05 to Mon 19 Oct 16:05" in " ".join(text.split())
        past = [flag for month in page.screen.past for flag in month.flags]
        assert [flag.since for flag in past] == sorted((flag.since for flag in past), reverse=True)
        assert listed(page) == held + [flag.rule for flag in past]
        assert page.screen.flags.chosen == past[0]
        await page.press(PAST)
        assert listed(page) == held
        assert "Over:" not in page.text()


async def test_what_is_over_cannot_be_marked(over, running, store):
    async with running() as page:
        await page.go("flags")
        await page.press(PAST, "end", ACKNOWLEDGE)
        assert " is over: only what is active is acknowledged or snoozed" in page.words("#said")
        assert store.rows(FlagMark) == []


async def test_a_search_that_is_under_way_is_told_and_ended_by_esc(over, running, held):
    async with running() as page:
        await page.go("flags")
        waiting = page.screen.run_worker(page.app.journal.work(lambda _: held.wait()))
        await page.meanwhile(PAST)
        assert page.screen.searching
        assert str(page.screen.flags.border_title).strip() == "Reading all of the journal · Esc stops"
        await page.meanwhile("escape")
        assert isinstance(page.screen, FlagsPage)
        assert page.words("#said") == "✓ Stopped: what is over is not listed."
        held.set()
        await waiting.wait()
        await page.settle()
        assert (page.screen.past, page.screen.searching) == (None, False)
        assert not page.screen.flags.border_title


async def test_leaving_the_page_ends_a_search(over, running, held):
    async with running() as page:
        await page.go("flags")
        left = page.screen
        page.app.run_worker(page.app.journal.work(lambda _: held.wait()))
        await page.meanwhile(PAST)
        await page.app.go("today")
        held.set()
        await page.settle()
        assert not left.searching
        assert left.past is None


async def test_how_far_a_search_is_is_told_in_words(over, running):
    async with running() as page:
        await page.go("flags")
        told = []
        page.screen._tell_search = told.append
        await page.press(PAST)
        assert told[0] == "Reading all of the journal · Esc stops"
        assert any(words.startswith("Looking back: 50 of 10") for words in told)
        assert told[-1] == ""


async def test_a_flag_that_was_asked_for_is_chosen_also_when_it_is_over(over, running):
    async with running(size=WIDE) as page:
        await page.go("flags")
        active = page.screen.flags.chosen
        await page.press(PAST)
        past = page.screen.past[-1].flags[-1]
        await page.go("flags", flag=active)
        assert page.screen.flags.chosen == active
        await page.go("flags", flag=past)
        assert page.screen.flags.chosen == past


async def test_a_terminal_made_small_and_large_again_loses_nothing(over, running):
    async with running(size=WIDE) as page:
        await page.go("flags")
        await page.press(PAST, "down", "down")
        before = page.text()
        await page.pilot.resize_terminal(*SMALL)
        await page.settle()
        assert "Flags" in page.text()
        await page.press("enter")
        assert isinstance(page.screen, FlagScreen)
        await page.press("escape")
        await page.pilot.resize_terminal(*WIDE)
        await page.settle()
        page.screen.flags.focus()
        await page.settle()
        assert page.text() == before


async def test_another_terminals_entry_is_seen(store, write, running):
    async with running() as page:
        await page.go("flags")
        assert listed(page) == []
        write(SHARP)
        page.screen.look_around()
        await page.settle()
        assert "sharp-during-exercise" in listed(page)


async def test_an_urgent_flag_that_is_raised_on_another_page_opens_there(store, running):
    async with running() as page:
        await page.go("flags")
        await page.press("colon")
        await page.enter("symptom brown-urine yes")
        assert isinstance(page.screen, FlagScreen)
        await page.press("escape")
        assert listed(page)[0] == "rf-brown-urine"
        assert page.screen.focused is page.screen.query_one(Input)
