"""Whatever is typed: a line is understood or refused, whatever its case, and never anything else."""

import string

from hypothesis import given, settings
from hypothesis import strategies as st

from journal.entry import NotUnderstood, complete, parse

WORDS = """
    pain knee lower back left right both middle to into -> → calf foot radiating no pop sudden since during after
    rest dull sharp lift none 4 4/10 11 0 water coffee 300 2 0,5l 8oz cups glass pint 1,500 ml ice wrapped direct
    15m 15min 1h30 1.5h 45s 28:30 1:45:00 1:30 99:99 ibuprofen 2x200mg 400mg 1g sleep 7:30 quality on side stress
    weight 80kg 176lb sitting cigarettes bed urine first vitamins symptom fever yes session yoga run row squat
    bench pull up plank sun salutation @8 @100 warmup drop failure trail 5km 5k 400m 30m 3mi 5 100kg 100 -20kg +10
    22,5 5,4 5,4,3 5/4 2x5 3x45s 100x5 today yesterday mon sun noon 2026-11-20 2026-02-30 9999-12-31 0000-00-00
    18:00 23:59 25:00 2h ago 3d 30 min ; ; // x × − İ ß , ,
"""
LINES = st.lists(st.sampled_from(WORDS.split()), max_size=12).map(" ".join)
MANGLED = st.tuples(LINES, st.integers(0, 80), st.text(max_size=3), st.integers(0, 4)).map(
    lambda parts: parts[0][: parts[1]] + parts[2] + parts[0][parts[1] + parts[3] :]
)
ANYTHING = LINES | MANGLED | st.text() | st.text(alphabet=string.digits + " x,./:@+-kgmlh;", max_size=30)


def outcome(line, writer):
    try:
        return [one.words for one in parse(line, writer)]
    except NotUnderstood as doubt:
        return doubt


@settings(deadline=None)
@given(line=ANYTHING)
def test_a_line_is_understood_or_refused(line, writer):
    result = outcome(line, writer)
    if isinstance(result, NotUnderstood):
        assert 0 < len(result.sentence) < 600
        assert "\n" not in result.sentence
        assert 0 <= result.start <= result.end <= len(result.line)
    else:
        assert all(words and "\n" not in words for words in result)


@settings(deadline=None)
@given(line=LINES)
def test_case_says_nothing(line, writer):
    line = line.replace("İ", "").replace("ß", "")
    lower, upper = outcome(line, writer), outcome(line.upper(), writer)
    if isinstance(lower, NotUnderstood):
        assert isinstance(upper, NotUnderstood)
        assert (lower.start, lower.end) == (upper.start, upper.end)
    else:
        assert [words.lower() for words in upper] == [words.lower() for words in lower]


@settings(deadline=None)
@given(line=ANYTHING)
def test_completions_are_at_most_eight_different_lines(line, writer):
    offers = complete(line, writer, ["squat 2x5 100kg", "water 300"])
    assert len(offers) == len(set(offers)) <= 8
    assert line not in offers


def test_huge_lines_are_no_trouble(writer):
    for line in (
        "9" * 10_000,
        "water " + "9" * 10_000,
        "squat " + "2x5 60kg " * 2_000,
        "squat 100kg " + "5," * 5_000 + "5",
        "x" * 100_000,
        "pain knee 4 " + "sharp " * 5_000,
        "run " + " " * 50_000 + "5km",
        "; " * 20_000,
        "pain knee " + "4" * 10_000,
        "pain knee -" + "4" * 10_000,
        "run " + "1:" * 10_000,
        "sleep " + "x" * 10_000,
        "symptom " + "x" * 10_000,
        "squat " + "5/" * 10_000 + "5 100kg",
    ):
        result = outcome(line, writer)
        assert not isinstance(result, NotUnderstood) or len(result.sentence) < 600
        complete(line, writer)
