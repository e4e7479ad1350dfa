"""The process beside the terminal UI: it answers, tells, stops and ends, and what it cannot do is left to this one."""

import asyncio
import os
import pickle
import signal
import subprocess
import sys
from datetime import datetime, timedelta, timezone
from functools import partial
from pathlib import Path

import pytest

from journal.errors import CouldNot, Refused
from journal.records import Pain
from journal.storage import open_store
from journal.tui.app import JournalApp
from journal.tui.asking.ahead import Ahead
from journal.tui.asking.asked import Reading, Working
from journal.tui.asking.at_work import AtWork
from journal.tui.asking.beside import Beside, NotBeside
from journal.tui.asking.came_after import came_after
from journal.tui.asking.care_help import care_help
from journal.tui.asking.judging import all_flags as judging_all_flags
from journal.tui.asking.judging import judge, raised_by
from journal.tui.asking.outlook import outlook
from journal.tui.reading.first_look import first_look
from journal.tui.reading.flags import all_flags, past_flags, rule_words
from journal.tui.reading.report import report_of
from journal.tui.reading.trends import read_flags, read_trends
from journal.tui.reading.year import flags_of_year, read_year
from journal.tui.wording.spans import Span

AT = datetime(2026, 11, 25, 18, 30, tzinfo=timezone(timedelta(hours=1)))


def _pains(store):
    return len(store.rows(Pain))


def _refuse(error, store):
    raise error("no")


def _count_down(at_work: AtWork) -> str:
    for done in range(3):
        at_work.tell(done, 3)
    return f"{at_work.at:%H:%M} {sorted(at_work.parameters)} {len(at_work.rows(None).tables['pain'].rows)}"


def _for_ever(mark: Path, at_work: AtWork) -> None:
    mark.touch()
    while True:
        at_work.tell(0, 1)


def _unsendable(store):
    return lambda: None


def _end(store):
    os.kill(os.getpid(), signal.SIGKILL)


@pytest.fixture
def beside(url):
    begun = Beside.begin(url)
    if begun is None:
        pytest.skip("a machine with one core has no process beside")
    yield begun
    begun.close()


async def test_it_reads_what_this_one_wrote(store, write, beside):
    assert await beside.answer(beside.ask(Reading(_pains))) == 0
    write("pain knee left 4 dull")
    assert await beside.answer(beside.ask(Reading(_pains))) == 1


async def test_it_reads_the_first_page(store, write, beside):
    write("pain knee left 4 dull", at=datetime.now(AT.tzinfo))
    view = await beside.answer(beside.ask(Reading(first_look)))
    assert [line.words for line in view.lines] == ["pain knee, left: 4, dull"]
    assert not view.never_used


def test_a_file_gives_the_first_page_without_sqlalchemy(store, url):
    program = (
        "import sys; from journal.storage.plain import PlainFile\n"
        "from journal.tui.reading.first_look import first_look\n"
        "with PlainFile(sys.argv[1]) as file: print(first_look(file).never_used, 'sqlalchemy' in sys.modules)"
    )
    if "://" in url:
        pytest.skip("a server is not read as a file")
    asked = [sys.executable, "-c", program, url]
    read = subprocess.run(asked, capture_output=True, text=True, check=True)
    assert read.stdout == "False False\n"


async def test_a_journal_in_which_nothing_stands_is_told_as_such(url, beside):
    assert (await beside.answer(beside.ask(Reading(first_look)))).never_used


async def test_it_works_for_a_moment_with_parameters_and_tells_how_far_it_is(store, write, beside):
    write("pain knee left 4 dull")
    told = []
    asked = beside.ask(Working(_count_down, AT, {"rule": {}}), tell=lambda *progress: told.append(progress))
    assert await beside.answer(asked) == "18:30 ['rule'] 1"
    assert told == [(0, 3), (1, 3), (2, 3)]


@pytest.mark.parametrize("error", [Refused, CouldNot])
async def test_a_refusal_comes_with_its_sentence(store, beside, error):
    with pytest.raises(error, match=r"^no$"):
        await beside.answer(beside.ask(Reading(partial(_refuse, error))))


async def test_what_nobody_waits_for_any_more_is_ended(store, beside, tmp_path):
    endless = asyncio.ensure_future(
        beside.answer(beside.ask(Working(partial(_for_ever, tmp_path / "mark"), AT, {})))
    )
    while not (tmp_path / "mark").exists():
        await asyncio.sleep(0)
    endless.cancel()
    with pytest.raises(asyncio.CancelledError):
        await endless
    assert await beside.answer(beside.ask(Reading(_pains))) == 0


@pytest.mark.parametrize("asked", [lambda store: None, _end, _unsendable], ids=["question", "end", "answer"])
async def test_what_it_cannot_do_is_to_be_done_here(store, beside, asked):
    with pytest.raises(NotBeside):
        await beside.answer(beside.ask(Reading(asked)))


async def test_after_its_end_everything_is_to_be_done_here(store, beside):
    waiting = [beside.ask(Reading(_end)), beside.ask(Reading(_pains))]
    for one in waiting:
        with pytest.raises(NotBeside):
            await beside.answer(one)
    with pytest.raises(NotBeside):
        await beside.answer(beside.ask(Reading(_pains)))
    beside.close()
    beside.close()


async def test_a_journal_that_is_not_there_is_left_to_this_one_until_it_is(tmp_path):
    path = tmp_path / "new.db"
    begun = Beside.begin(str(path))
    if begun is None:
        pytest.skip("a machine with one core has no process beside")
    try:
        with pytest.raises(NotBeside):
            await begun.answer(begun.ask(Reading(_pains)))
        assert not path.exists()
        open_store(str(path)).close()
        assert await begun.answer(begun.ask(Reading(_pains))) == 0
    finally:
        begun.close()


async def test_the_page_of_the_day_is_the_same_with_it_and_without(store, url, write, running, watch):
    now = datetime.now(AT.tzinfo)
    write("pain knee left 4 dull", "water 300", at=now)
    async with running(clock=lambda: now) as page:
        without = page.text()
    ahead = Ahead.begin(url, {})
    if ahead is None:
        pytest.skip("a machine with one core has no process beside")
    app = JournalApp(url, ahead=ahead, as_of=lambda: now)
    async with app.run_test(size=(80, 24)) as pilot:
        page = watch(app, pilot)
        await page.until(lambda: app.screen.answer is not None)
        assert page.text() == without
        await page.press("h")
        assert "water 250 ml" in page.text()
        await page.until(lambda: app.screen.answer.fluid.ml == 550)  # it answers when it has
    assert ahead.beside.ask(Reading(_pains)).exception() is not None


async def test_without_it_the_page_works_as_well(store, url, running, watch):
    ahead = Ahead.begin(url, {})
    if ahead is None:
        pytest.skip("a machine with one core has no process beside")
    ahead.beside.close()
    async with JournalApp(url, ahead=ahead).run_test(size=(80, 24)) as pilot:
        page = watch(pilot.app, pilot)
        await page.until(lambda: page.app.screen.answer is not None)
        await page.press("h")
        assert "water 250 ml" in page.text()


def sent(value):
    return pickle.loads(pickle.dumps(value))  # noqa: S301 - what was just pickled


def _jobs(now, store):
    session = store.sessions()[0]
    return {
        "judge": judge,
        "raised by": raised_by(store.rows(Pain)),
        "flags of a day": judging_all_flags,
        "all flags": all_flags,
        "past flags": past_flags,
        "words of the rules": rule_words,
        "a workout that is written": outlook(session),
        "behind a pain": came_after(store.rows(Pain)),
        "care": care_help,
        "a year": read_year(now.year),
        "the flags of a year": flags_of_year(now.year),
        "a report": report_of(now.date()),
        "trends": partial(read_trends, span=Span.ending(now.date(), 4)),
        "flags in trends": read_flags,
    }


def test_every_question_to_the_rules_and_its_answer_can_be_sent(store, write, now):
    write("yesterday squat 3x5 100kg @8", "yesterday pain lower back left 6 sharp", "pain knee left 4 dull")
    at_work = AtWork(lambda since: store.snapshot(since=since), now, {}, lambda done, of: None)
    for name, job in _jobs(now, store).items():
        answer = sent(job)(at_work)
        assert sent(answer) == answer, name
