"""What is chosen is seen where the tint behind it is not: reversed, and without any colour where none is wanted."""

import pytest
from rich.segment import Segment
from rich.style import Style
from textual.color import Color

from journal.tui.chosen import ChosenReversed

THEME = {
    "foreground": "#ffffff",
    "background": "#000000",
    "surface": "#101010",
    "panel": "#202020",
    "row": "#30404a",
    "row-blurred": "#202a30",
}
SIXTEEN = {
    "foreground": "ansi_default",
    "background": "ansi_default",
    "surface": "transparent",
    "panel": "transparent",
    "row": "ansi_bright_white",
    "row-blurred": "ansi_white",
}


def shown(written, *, theme=THEME, colours=False, text="knee"):
    [segment] = ChosenReversed(theme, colours=colours).apply(
        [Segment(text, Style.parse(written))], Color(0, 0, 0)
    )
    return segment.text, str(segment.style)


def look(style):
    return style.color, style.bgcolor, *(bool(one) for one in (style.bold, style.reverse, style.underline))


@pytest.mark.parametrize(
    ("written", "style"),
    [
        ("#ffffff on #30404a", "reverse"),
        ("bold #ff0000 on #30404a", "bold reverse"),
        ("reverse #ffffff on #30404a", ""),
        ("#ffffff on #202a30", "underline"),
        ("#ffffff on #000000", ""),
        ("bold #ff0000 on #101010", "bold"),
        ("#000000 on #7fb7be", "reverse"),
    ],
)
def test_without_colour_whatever_only_a_colour_behind_it_showed_is_reversed(written, style):
    made = Style.parse(shown(written)[1])
    assert look(made) == look(Style.parse(f"{style} #ffffff on #000000"))


@pytest.mark.parametrize(
    ("written", "style"),
    [
        ("bold red on bright_white", "bold reverse default on default"),
        ("red on white", "underline default on default"),
        ("bold red on default", "bold red on default"),
        ("bright_black on bright_blue", "bright_black on bright_blue"),
    ],
)
def test_with_sixteen_colours_only_what_is_chosen_changes(written, style):
    made = Style.parse(shown(written, theme=SIXTEEN, colours=True)[1])
    assert look(made) == look(Style.parse(style))


def test_in_high_contrast_what_is_chosen_is_the_ground_on_plain_text():
    made = Style.parse(shown("bold #ff0000 on #30404a", colours=True)[1])
    assert look(made) == look(Style.parse("bold reverse #ffffff on #000000"))
    assert shown("#ff0000 on #101010", colours=True)[1] == "#ff0000 on #101010"


def test_a_mark_that_was_made_invisible_stays_so():
    assert shown("#323b46 on #323b46", text="X")[0] == " "
    assert shown("default on default", text="X")[0] == "X"


@pytest.mark.parametrize(
    ("text", "written", "seen"),
    [
        ("▀▀", "#ff0000 on #00ff00", "██"),
        ("▀", "#ff0000 on #000000", "▀"),
        ("▀", "#000000 on #ff0000", "▄"),
        ("▄", "#000000 on #ff0000", "▀"),
        ("▀", "#000000 on #101010", " "),
    ],
)
def test_a_picture_of_half_blocks_keeps_its_outline(text, written, seen):
    assert shown(written, text=text)[0] == seen


def test_what_steers_the_terminal_is_handed_on():
    segment = Segment("\x1b[2J", None, [(1,)])
    assert ChosenReversed(THEME).apply([segment, Segment("x")], Color(0, 0, 0)) == [segment, Segment("x")]
