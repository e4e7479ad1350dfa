"""Numbers and durations as other programs write them; dates are told in test_hevy.py, by their writers."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.interchange.rows.values import duration, moment, number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", None),
        ("  ", None),
        ("FALSE", None),
        ("8", 8),
        ("8.0", 8),
        (" 62.5 ", 62.5),
        (".5", 0.5),
        ("5.", 5),
        ("-20", -20),
        ("−20", -20),
        ("+3", 3),
        ("1e2", 100),
        ("6.80388555", 6.80388555),
        # A comma before one or two digits is a decimal comma, before each group of three a thousands mark.
        ("2,81", 2.81),
        ("62,5", 62.5),
        ("6,80388555", 6.80388555),
        ("1,035", 1035),
        ("-1,035", -1035),
        ("1,234,567", 1234567),
        ("1,035.5", 1035.5),
        ("1.035,5", 1035.5),
        (",5", 0.5),
    ],
)
def test_a_number_is_read(text, value):
    assert number(text) == value


@pytest.mark.parametrize(
    "text",
    [
        "abc",
        "1,2,3",
        "1.2.3",
        "nan",
        "inf",
        "1e999",
        "1_000",
        "٣",
        "60 kg",
        "0x10",
        "--1",
        "9" * 5000,
        "1," * 99,
    ],
)
def test_what_is_no_number_is_refused(text):
    with pytest.raises(ValueError, match=r"^it needs a number such as 62\.5$"):
        number(text)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("", None),
        ("2h 18m", 8280),
        ("37m", 2220),
        ("31min", 1860),
        ("2h 23min", 8580),
        ("1h5m", 3900),
        ("55s", 55),
        ("1h", 3600),
        ("0s", 0),
        ("234h 29m", 844140),
        ("1 Std. 5 Min.", 3900),
        # Saved again by a spreadsheet: hours and minutes, never minutes and seconds
        ("1:33", 5580),
        ("0:11", 660),
        ("1:33:20", 5600),
    ],
)
def test_a_duration_is_read(text, seconds):
    assert duration(text) == seconds


@given(st.text(max_size=80))
def test_any_text_is_read_or_refused(text):
    for read in (number, duration, moment):
        try:
            value = read(text)
        except ValueError:
            continue
        assert not isinstance(value, float) or math.isfinite(value)
