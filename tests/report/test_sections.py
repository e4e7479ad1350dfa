"""The words of the report: parts in their order, what each line is, and the flag that it tells."""

from datetime import date

from journals import CATALOGUE, drink, pain, when, workout

from journal.analysis.engine import evaluate
from journal.analysis.frames import Frames
from journal.analysis.judge import Reading
from journal.report import text
from journal.report.lines import Line, Look
from journal.report.sections import sections
from journal.report.weekly import Report, weekly

WEEK = [
    *workout("2026-11-16 18:00", ("squat", 4, 5, 100), rpe=7),
    pain("2026-11-16 20:00", "knee", 5, side="left", qualities=("dull",)),
    pain("2026-11-20 18:00", "knee", 4, side="left", qualities=("dull",)),
    drink("2026-11-16 09:00", 500),
]


def report_of(records) -> Report:
    def read(at) -> Reading:
        frames = Frames.of(records, CATALOGUE, until=int(at.timestamp()))
        return Reading(frames, evaluate(frames), int(at.timestamp()), 3600)

    return weekly(read, when("2026-11-22 20:00"), date(2026, 11, 16))


def test_parts_without_anything_to_tell_are_left_out():
    titles = [section.title for section in sections(report_of([]))]

    assert titles[0].startswith("Week 2026-W47")
    assert titles[1:] == ["TRAINING", "PAIN", "FLAGS", "NOT RECORDED"]


def test_a_row_knows_where_its_numbers_begin():
    parts = {section.title: section.lines for section in sections(report_of(WEEK))}

    scores = next(line for line in parts["PAIN"] if line.look is Look.SCORES)
    assert scores.text[: scores.cells].strip() == "left knee"
    assert scores.text[scores.cells :].split() == ["5", ".", ".", ".", "4", ".", "."]
    present = [line for line in parts["TRAINING"] if line.look is Look.PRESENT]
    assert [line.text[: line.cells].strip() for line in present] == ["2026-W47 so far"]


def test_the_line_of_a_flag_holds_the_flag():
    made = report_of(WEEK)
    lines = [line for section in sections(made) for line in section.lines if line.flag is not None]

    assert [line.flag for line in lines[: len(made.raised)]] == list(made.raised)
    for line in lines:
        assert (line.label, line.text) == (line.flag.severity, line.flag.message)
        assert line.flag.rule in line.aside


def test_the_text_says_all_of_it_and_nothing_else():
    made = report_of(WEEK)
    words = [word for section in sections(made) for word in said(section)]

    assert "".join(text.render(made).split()) == "".join("".join(words).split())


def said(section):
    return [section.title, section.aside, *(line.whole for line in section.lines)]


def test_a_line_is_its_label_its_text_and_what_is_said_beside_it():
    assert Line("Squat: 5 kg more.", label="caution", aside="(a-rule)").whole == (
        "caution: Squat: 5 kg more. (a-rule)"
    )
