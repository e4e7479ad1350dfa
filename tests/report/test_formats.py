"""One report, four forms: golden files of each, and the same numbers in all of them.

`JOURNAL_GOLDEN=write pytest -n 0 tests/report/test_formats.py` writes the golden files anew; look at what differs
before you keep it.
"""

import json
import os
import re
from datetime import date
from html import unescape
from pathlib import Path

import pytest

from journal.report import markdown, text
from journal.report.document import as_json
from journal.report.html import week

GOLDEN = Path(__file__).parent / "golden"
FORMS = {
    "txt": text.render,
    "md": markdown.render,
    "json": lambda report: json.dumps(as_json(report), ensure_ascii=False, indent=1) + "\n",
    # The style sheet is left out: a colour is no change of what the report says.
    "html": lambda report: re.sub(r"(?s)<style>.*</style>", "<style></style>", week.render(report)),
}


@pytest.fixture(scope="module")
def reports(report_of, full_week):
    long_ago = report_of([], as_of="2016-11-20 20:00", first=date(2016, 11, 14), weeks=1)
    return {"full": full_week, "empty": report_of([]), "long-ago": long_ago}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", ["full", "empty", "long-ago"])
def test_it_is_what_was_looked_at(reports, name, form):
    written = FORMS[form](reports[name])
    golden = GOLDEN / f"{name}.{form}"
    if os.environ.get("JOURNAL_GOLDEN") == "write":
        golden.write_text(written, encoding="utf-8")
    assert written == golden.read_text(encoding="utf-8")


def tables_of_text(written):
    """Rows by their part, each as its words."""
    parts = {}
    for block in written.split("\n\n"):
        title, *lines = block.splitlines()
        parts[re.match("[A-Z ]*[A-Z]", title)[0]] = [re.sub("█", "", line).split() for line in lines]
    return parts


def tables_of_markdown(written):
    parts = {}
    for block in written.split("\n## ")[1:]:
        title, *lines = block.splitlines()
        rows = [line.strip("| ").split(" | ") for line in lines if line.startswith("|")]
        parts[title.upper()] = [[cell.strip(" |").replace("\\", "") for cell in row] for row in rows[2:]]
    return parts


def tables_of_html(written):
    """Rows by the caption of their table."""
    parts = {}
    for table in re.findall("(?s)<table>.*?</table>", written):
        caption = re.search("<caption>([A-Za-z ]*)", table)[1].strip().upper()
        rows = re.findall("(?s)<tr[^>]*>(.*?)</tr>", table.partition("<tbody>")[2])
        parts[caption] = [
            [unescape(cell) for cell in re.findall(r"<t[hd][^>]*>([^<]*)</t[hd]>", row)] for row in rows
        ]
    return parts


def test_the_tables_of_all_forms_have_the_same_cells(full_week):
    told = tables_of_text(text.render(full_week))
    marked = tables_of_markdown(markdown.render(full_week))
    page = tables_of_html(week.render(full_week))

    for part in ("TRAINING", "SETS PER MUSCLE", "PAIN", "FLUID"):
        assert marked[part] == page[part]
        assert marked[part]
        for row in marked[part]:
            words = [word for cell in row for word in cell.split()]
            # In the text a line of fluid has no name.
            assert (words[1:] if part == "FLUID" else words) in told[part]


def test_the_numbers_of_json_are_those_of_the_tables(full_week):
    document = as_json(full_week)
    page = tables_of_html(week.render(full_week))

    for row, one in zip(page["TRAINING"], [*document["weeks_before"], document["training"]], strict=True):
        assert row[0].split()[0] == one["week"]
        assert [cell.rstrip("*") for cell in row[1:]] == [
            str(one["sessions"]),
            f"{one['minutes']:,.0f}",
            f"{one['load']:,.0f}",
            f"{one['tonnage_kg']:,.0f}" if one["tonnage_kg"] else "-",
            f"{one['run_km']:.1f}" if one["run_km"] else "-",
        ]
    assert {row[0]: float(row[1]) for row in page["SETS PER MUSCLE"]} == {
        muscle.replace("-", " "): sets for muscle, sets in document["sets_per_muscle"].items()
    }
    dots = {None: "."}
    assert [row[1:] for row in page["PAIN"]] == [
        [dots.get(score, str(score)) for score in one["days"].values()] for one in document["pain"]
    ]
    assert page["FLUID"][0][1:] == [
        "." if ml is None else f"{ml:,}" for ml in document["fluid"]["days"].values()
    ]


def test_every_number_of_the_text_stands_in_markdown_and_on_the_page(full_week):
    def numbers(written):
        return set(re.findall(r"\d+(?:\.\d+)?", written))

    told = numbers(text.render(full_week))
    assert told <= numbers(markdown.render(full_week))
    assert told <= numbers(unescape(week.render(full_week)))


def test_the_pictures_show_the_numbers_of_the_report(full_week):
    """The days and weeks behind the pictures are the days and weeks that the tables tell of."""
    course = full_week.course
    days = [day for day in course.days() if day >= full_week.first]

    assert sum(filter(None, map(course.load.on, days))) == full_week.training.load
    assert sum(day in course.load.partial for day in days) == full_week.training.load_unknown
    assert sum(one.count for day, one in course.raised.items() if day >= full_week.first) == len(
        full_week.raised
    )
    by_place = dict(course.pain)
    for one in full_week.pain:
        assert tuple(map(by_place[one.place].on, days)) == one.scores
    for before in full_week.before:
        within = [day for day in course.days() if before.first <= day <= before.last]
        assert sum(filter(None, map(course.load.on, within))) == before.load
    assert course.usual == (full_week.context.usual_low, full_week.context.usual_high)


def test_the_days_of_json_are_those_of_the_pictures(full_week):
    course, days = full_week.course, as_json(full_week)["course"]["days"]

    assert [one["date"] for one in days] == [day.isoformat() for day in course.days()]
    assert [one["load"] for one in days] == list(course.load.values)
    monday = next(one for one in days if one["date"] == "2026-11-17")
    assert monday["pain"] == {"left knee": 7, "lower back": 4}
