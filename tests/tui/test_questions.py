"""The red-flag questions: when they are put, how they are answered, and what is recorded."""

from journal.records import Pain, SymptomEntry
from journal.tui.screens.flag import FlagScreen
from journal.tui.screens.questions import Questions
from journal.vocabulary import Side, Symptom

BAD = "pain lower back left 7 dull"


async def test_a_bad_back_is_asked_about_after_the_acknowledgement(store, running):
    async with running() as page:
        await page.press("colon")
        await page.enter(BAD)
        assert len(store.rows(Pain)) == 1
        assert isinstance(page.screen, Questions)
        assert page.text().count("○ yes  ○ no") == 6


async def test_a_mild_dull_pain_is_not_asked_about(store, running):
    async with running() as page:
        await page.press("colon")
        await page.enter("pain lower back 2 dull")
        assert not isinstance(page.screen, Questions)


async def test_keys_answer_and_what_is_skipped_stays_open(store, running):
    async with running() as page:
        await page.press("colon")
        await page.enter(BAD)
        await page.press("n", "enter", "n", "y", "l", "n", "n", "enter")
        pain = store.rows(Pain)[0]
        told = {one.symptom: (one.present, one.side, one.pain_id) for one in store.rows(SymptomEntry)}
        assert told == {
            Symptom.BLADDER_CHANGE: (False, None, pain.id),
            Symptom.LEG_WEAKNESS: (False, None, pain.id),
            Symptom.LEG_NUMBNESS: (True, Side.LEFT, pain.id),
            Symptom.FEVER: (False, None, pain.id),
            Symptom.RECENT_TRAUMA: (False, None, pain.id),
        }


async def test_an_answer_can_be_changed_before_it_is_saved(store, running):
    async with running() as page:
        await page.press("colon")
        await page.enter(BAD)
        await page.press("y", "up", "n", *["enter"] * 6)
        assert [(one.symptom, one.present) for one in store.rows(SymptomEntry)] == [
            (Symptom.BLADDER_CHANGE, False)
        ]


async def test_the_mouse_answers_too(store, running):
    async with running() as page:
        await page.press("colon")
        await page.enter(BAD)
        for place, question in enumerate(page.screen.query("Question")):
            await page.pilot.click(question.query_one(".yes-no"), offset=(8, 0))
            assert question.present is False, place
        await page.pilot.click("#save")
        await page.settle()
        assert len(store.rows(SymptomEntry)) == 6


async def test_esc_leaves_them_open_and_the_page_says_so(store, running):
    async with running() as page:
        await page.press("colon")
        await page.enter(BAD)
        await page.press("y", "escape")
        assert store.rows(SymptomEntry) == []
        assert "6 questions are unanswered: press q" in page.text()
        await page.press("escape", "q")
        assert isinstance(page.screen, Questions)
        await page.press("n", *["enter"] * 6)
        assert store.rows(SymptomEntry)[0].pain_id == store.rows(Pain)[0].id
        assert "5 questions are unanswered: press q" in page.text()


async def test_what_is_answered_today_is_no_longer_asked_on_the_day_of_the_pain(store, running):
    async with running() as page:
        await page.press("left_square_bracket", "colon")
        await page.enter(BAD)
        await page.press("escape", "escape")
        assert "6 questions are unanswered: press q" in page.text()
        await page.press("q", *"nnnnn", "enter", "enter")
        assert len(store.rows(SymptomEntry)) == 5
        assert "1 question is unanswered: press q" in page.text()
        await page.press("q", "n", "enter")
        assert len(store.rows(SymptomEntry)) == 6
        assert "unanswered" not in page.text()
        await page.press("q")
        assert page.words("#said") == "! No question is open."


async def test_a_click_on_the_line_puts_them(store, write, running):
    write(BAD)
    async with running() as page:
        await page.pilot.click("#flags", offset=(5, 1))
        await page.settle()
        assert isinstance(page.screen, Questions)


async def test_without_an_open_question_q_says_so(store, running):
    async with running() as page:
        await page.press("q")
        assert page.words("#said") == "! No question is open."


async def test_an_answer_that_is_urgent_opens_its_flag(store, running):
    async with running() as page:
        await page.press("colon")
        await page.enter(BAD)
        await page.press("enter", "y", *["enter"] * 5)
        assert isinstance(page.screen, FlagScreen)
        assert "✚ urgent" in page.text()
        await page.press("escape")
        assert "See a doctor before training" in page.text()


async def test_one_who_is_already_typing_is_not_interrupted(store, running):
    async with running() as page:
        await page.press("colon")
        line = page.screen.query_one("#line")
        line.value = BAD
        await line.action_submit()
        assert line.value == ""
        line.value = "wa"
        await page.settle()
        assert not isinstance(page.screen, Questions)
        assert page.screen.query_one("#line").value == "wa"
        assert "6 questions are unanswered: press q" in page.text()


async def test_the_next_line_that_is_being_typed_answers_nothing(store, running):
    async with running() as page:
        await page.press("colon")
        await page.enter(BAD)
        assert isinstance(page.screen, Questions)
        await page.press("w", "a", "t", "e", "r", "space", "n")
        assert not isinstance(page.screen, Questions)
        assert page.screen.query_one("#line").value == "water n"
        assert store.rows(SymptomEntry) == []


async def test_the_next_line_that_is_being_typed_keeps_its_first_letters_when_a_flag_opens(store, running):
    async with running() as page:
        await page.press("colon")
        await page.enter("symptom brown-urine yes")
        assert isinstance(page.screen, FlagScreen)
        await page.press(*"zoo")
        assert not isinstance(page.screen, FlagScreen)
        assert page.screen.query_one("#line").value == "zoo"


async def test_an_answer_that_is_written_as_a_line_is_the_same_as_one_that_is_chosen(store, running):
    async with running() as page:
        await page.press("colon")
        await page.enter("pain lower back 5; symptom saddle-numbness no")
        await page.press("escape", "escape", "colon")
        await page.enter("symptom leg-numbness left yes")
        (pain,) = store.rows(Pain)
        assert [one.pain_id for one in store.rows(SymptomEntry)] == [pain.id, pain.id]
