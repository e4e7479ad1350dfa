"""The themes: every text can be read on every ground that it stands on, measured as the web's guidelines do."""

import pytest
from textual.color import ANSI_COLORS, Color

from journal.errors import Refused
from journal.tui.themes import (
    CONTRAST,
    CONTRAST_LIGHT,
    DARK,
    HIGH_CONTRAST,
    LIGHT,
    SIXTEEN,
    THEMES,
    checked,
    fitting,
    names,
)

TEXTS = ("foreground", "accent", "success", "warning", "error", "secondary", "quiet")
SEVERITIES = ("severity-urgent", "severity-warning", "severity-caution", "severity-info")
GROUNDS = ("background", "surface", "panel", "row", "row-blurred")
OF_COLOURS = [theme for theme in THEMES if not theme.ansi]


def _light(colour: str) -> float:
    """Relative luminance, WCAG 2.2."""
    parts = [part / 255 for part in Color.parse(colour).rgb]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    low, high = sorted((_light(one), _light(other)))
    return (high + 0.05) / (low + 0.05)


def _value(theme, name):
    return theme.variables.get(name) or getattr(theme, name)


def test_the_measure_is_that_of_the_guidelines():
    assert round(_contrast("#000000", "#ffffff"), 2) == 21
    assert round(_contrast("#777777", "#ffffff"), 2) == 4.48


@pytest.mark.parametrize("theme", OF_COLOURS, ids=lambda theme: theme.name)
@pytest.mark.parametrize("ground", GROUNDS)
def test_every_text_can_be_read_on_every_ground(theme, ground):
    needed = 7 if theme.name in HIGH_CONTRAST else 4.5
    for text in (*TEXTS, *SEVERITIES):
        measured = _contrast(_value(theme, text), _value(theme, ground))
        assert measured >= needed, f"{text} {measured:.2f}"


@pytest.mark.parametrize("theme", [CONTRAST, CONTRAST_LIGHT], ids=lambda theme: theme.name)
@pytest.mark.parametrize("ground", GROUNDS)
def test_in_high_contrast_lines_and_scrollbars_are_seen_as_well_as_text_elsewhere(theme, ground):
    for part in ("hairline", "border", "border-blurred", "scrollbar", "scrollbar-hover", "scrollbar-active"):
        measured = _contrast(_value(theme, part), _value(theme, ground))
        assert measured >= 4.5, f"{part} {measured:.2f}"


@pytest.mark.parametrize("theme", OF_COLOURS, ids=lambda theme: theme.name)
def test_the_severities_are_four_colours(theme):
    assert len({_value(theme, name) for name in SEVERITIES}) == 4


def test_sixteen_colours_are_named_and_can_be_read_on_black_and_on_white():
    used = {value for value in vars(SIXTEEN).values() if isinstance(value, str) and value != SIXTEEN.name}
    used |= set(SIXTEEN.variables.values()) - {"none"}
    assert {colour.removeprefix("ansi_") for colour in used} <= {"default", *ANSI_COLORS}
    for text in (*TEXTS, *SEVERITIES):
        assert _value(SIXTEEN, text) in (
            "ansi_default",
            "ansi_bright_blue",
            "ansi_bright_red",
            "ansi_magenta",
        ), text


def test_every_theme_of_ours_has_what_our_style_sheets_use():
    for theme in (LIGHT, CONTRAST, CONTRAST_LIGHT):
        assert theme.variables.keys() == DARK.variables.keys()
    assert set(SEVERITIES) | {"quiet", "hairline", "row", "row-blurred"} <= SIXTEEN.variables.keys()


@pytest.mark.parametrize(
    ("chosen", "colours", "theme"),
    [
        ("", "truecolor", "journal-dark"),
        ("", "256", "journal-dark"),
        ("", None, "journal-dark"),
        ("", "standard", "journal-16"),
        ("", "windows", "journal-16"),
        ("journal-light", "standard", "journal-light"),
        ("nord", "truecolor", "nord"),
    ],
)
def test_without_a_choice_the_theme_fits_the_terminal(chosen, colours, theme):
    assert fitting(chosen, colours) == theme


def test_without_colour_no_theme_matters_and_the_terminal_keeps_its_own():
    assert fitting("journal-light", "truecolor", plain=True) == "journal-16"


def test_a_theme_that_is_none_is_refused_with_those_that_are():
    assert [checked(name, "settings.toml") for name in ["", *names()]] == ["", *names()]
    with pytest.raises(
        Refused, match=r"settings.toml: there is no theme 'drak'; there is: journal-dark, journal-"
    ):
        checked("drak", "settings.toml")
