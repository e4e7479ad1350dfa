"""Whatever stands in a journal, the report of any of its weeks can be made in every form, and names no address."""

import json
import re
from datetime import timedelta
from html.parser import HTMLParser

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from journals import CATALOGUE
from random_journals import DAYS, START, journals

from journal.analysis.engine import evaluate
from journal.analysis.frames import Frames
from journal.analysis.judge import Reading
from journal.report import markdown, text
from journal.report.document import as_json
from journal.report.html import week
from journal.report.weekly import weekly

ADDRESS = re.compile(r"https?:|[\s\"'(]//\w|@import|url\(")


@settings(
    max_examples=30,
    deadline=None,
    derandomize=True,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
@given(records=journals(), back=st.integers(-10, DAYS + 10), weeks=st.sampled_from([1, 4, 12]))
def test_the_report_of_a_week_can_be_made(records, back, weeks):
    moment = START + timedelta(days=DAYS - back, hours=3)

    def read(at):
        frames = Frames.of(records, CATALOGUE, until=int(at.timestamp()))
        return Reading(frames, evaluate(frames), int(at.timestamp()), 0)

    report = weekly(read, moment, moment.date() - timedelta(days=moment.weekday()), weeks)
    written, marked, page = text.render(report), markdown.render(report), week.render(report)

    assert json.loads(json.dumps(as_json(report), allow_nan=False)) == as_json(report)
    for form in (written, marked, page):
        assert not ADDRESS.search(form)
        assert not re.search(r"\b(nan|NaT|inf)\b|\bNone\b(?!\.)", form), form
    HTMLParser().feed(page)
