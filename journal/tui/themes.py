"""The themes of our own, and how the severities look in any theme.

One accent; colour never stands alone: each severity has a glyph and a word as well.
"""

from collections.abc import Iterable

from textual.theme import BUILTIN_THEMES, Theme

from journal.errors import Refused
from journal.vocabulary import Severity


def _theme(name: str, *, dark: bool, hover: str, selection: str, **palette: str) -> Theme:
    """A theme of a palette: the colours that Textual knows by their names, ours with `_` for `-`.

    `hover` is the scrollbar's under the mouse, `selection` how much of the accent lies over selected text.
    """
    ours = {variable: palette[variable.replace("-", "_")] for variable in _OUR_OWN}
    accent, ground = palette["accent"], palette["background"]
    return Theme(
        name=name,
        dark=dark,
        primary=accent,
        accent=accent,
        background=ground,
        foreground=palette["foreground"],
        surface=palette["surface"],
        panel=palette["panel"],
        secondary=palette["secondary"],
        success=palette["success"],
        warning=palette["warning"],
        error=palette["error"],
        variables=ours
        | {
            "block-cursor-text-style": "none",
            "footer-background": ground,
            "footer-key-foreground": accent,
            "footer-description-foreground": ours["quiet"],
            "input-selection-background": f"{accent} {selection}",
            "border": accent,
            "border-blurred": ours["hairline"],
            "scrollbar": ours["hairline"],
            "scrollbar-background": ground,
            "scrollbar-background-hover": ground,
            "scrollbar-background-active": ground,
            "scrollbar-hover": hover,
            "scrollbar-active": accent,
        },
    )


_OUR_OWN = (
    "severity-urgent",
    "severity-warning",
    "severity-caution",
    "severity-info",
    "quiet",
    "hairline",
    "row",
    "row-blurred",
)
"""Variables that our style sheets use beside Textual's; `row` lies behind what is chosen, `row-blurred` behind
what is chosen where the focus is not."""

DARK = _theme(
    "journal-dark",
    dark=True,
    foreground="#d5dae1",
    background="#14181d",
    surface="#1a1f26",
    panel="#20262e",
    accent="#7fb7be",
    secondary="#8fa6c4",
    success="#8fbf8f",
    warning="#e59a5c",
    error="#ef7474",
    severity_urgent="#ff7b7b",
    severity_warning="#eba268",
    severity_caution="#dcc678",
    severity_info="#8fb0d6",
    quiet="#919bab",
    hairline="#323b46",
    row="#26303a",
    row_blurred="#1d232a",
    hover="#475361",
    selection="30%",
)

LIGHT = _theme(
    "journal-light",
    dark=False,
    foreground="#262b31",
    background="#faf8f4",
    surface="#f3f0ea",
    panel="#eae6de",
    accent="#1c6871",
    secondary="#4a6285",
    success="#33703d",
    warning="#9a500c",
    error="#b3302f",
    severity_urgent="#b3202a",
    severity_warning="#984d09",
    severity_caution="#745d04",
    severity_info="#35618f",
    quiet="#60656d",
    hairline="#d3cdc1",
    row="#e2ebe9",
    row_blurred="#efece5",
    hover="#b9b2a3",
    selection="25%",
)

CONTRAST = _theme(
    "journal-contrast",
    dark=True,
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#101418",
    accent="#6fe3f2",
    secondary="#b4cdf2",
    success="#93e69b",
    warning="#ffb977",
    error="#ffb3b3",
    severity_urgent="#ffb3b3",
    severity_warning="#ffb977",
    severity_caution="#ffe680",
    severity_info="#a9d0ff",
    quiet="#d2d8e0",
    hairline="#98a3b0",
    row="#1f3540",
    row_blurred="#1b2126",
    hover="#c3ccd6",
    selection="50%",
)

CONTRAST_LIGHT = _theme(
    "journal-contrast-light",
    dark=False,
    foreground="#000000",
    background="#ffffff",
    surface="#ffffff",
    panel="#f2f2f0",
    accent="#00454e",
    secondary="#21406b",
    success="#0d4a19",
    warning="#663000",
    error="#86000f",
    severity_urgent="#86000f",
    severity_warning="#663000",
    severity_caution="#4a3b00",
    severity_info="#0c3b6e",
    quiet="#363b42",
    hairline="#60656c",
    row="#cfe8ec",
    row_blurred="#e9e9e6",
    hover="#3f444a",
    selection="35%",
)

SIXTEEN = Theme(
    name="journal-16",
    ansi=True,
    # Which these sixteen are, and on which ground they stand, is the terminal's choice: only those that can be
    # read on black and on white are used.
    primary="ansi_bright_blue",
    secondary="ansi_bright_blue",
    accent="ansi_bright_blue",
    success="ansi_default",
    warning="ansi_magenta",
    error="ansi_bright_red",
    foreground="ansi_default",
    background="ansi_default",
    surface="ansi_default",
    panel="ansi_default",
    variables={
        "ansi-background": "ansi_default",
        "ansi-foreground": "ansi_default",
        "severity-urgent": "ansi_bright_red",
        "severity-warning": "ansi_magenta",
        "severity-caution": "ansi_default",
        "severity-info": "ansi_bright_blue",
        "quiet": "ansi_default",
        "hairline": "ansi_bright_black",
        # These two never reach the terminal: what lies on them is reversed or underlined.
        "row": "ansi_bright_white",
        "row-blurred": "ansi_white",
        "block-cursor-text-style": "none",
        "footer-key-foreground": "ansi_bright_blue",
        "border": "ansi_bright_blue",
        "border-blurred": "ansi_bright_black",
        "scrollbar": "ansi_bright_black",
        "scrollbar-hover": "ansi_bright_blue",
        "scrollbar-active": "ansi_bright_blue",
        "scrollbar-background": "ansi_default",
        "scrollbar-background-hover": "ansi_default",
        "scrollbar-background-active": "ansi_default",
    },
)

HIGH_CONTRAST = frozenset({CONTRAST.name, CONTRAST_LIGHT.name})
"""No tint behind what is chosen would be far enough from the ground and from the text: it is reversed."""

SHOWN_REVERSED = HIGH_CONTRAST | {SIXTEEN.name}
"""Themes in which what is chosen is shown by `journal.tui.chosen`."""

THEMES = (DARK, LIGHT, CONTRAST, CONTRAST_LIGHT, SIXTEEN)
"""Our own themes; the first is taken when none is chosen."""

GLYPHS = {
    Severity.URGENT: "✚",
    Severity.WARNING: "▲",
    Severity.CAUTION: "◆",
    Severity.INFO: "○",
}
"""One sign per severity, one cell wide, told apart without colour."""

WORDS = {
    Severity.URGENT: "urgent",
    Severity.WARNING: "warning",
    Severity.CAUTION: "caution",
    Severity.INFO: "tip",
}
"""What a severity is called on the screen."""


def colour(severity: Severity) -> str:
    """The style of a severity, as a theme variable."""
    return f"$severity-{severity.value}"


def variables_for(*, dark: bool) -> dict[str, str]:
    """The values of our own variables in themes that do not know them."""
    ours = DARK if dark else LIGHT
    return {name: value for name, value in ours.variables.items() if name in _OUR_OWN}


def names() -> Iterable[str]:
    """All themes that can be chosen: ours, then Textual's."""
    return [*(theme.name for theme in THEMES), *BUILTIN_THEMES]


def checked(name: str, where: str) -> str:
    """The name of a theme, or "" for none chosen; `Refused` names the file `where` it stands and all themes."""
    if name and name not in names():
        raise Refused(f"{where}: there is no theme {name!r}; there is: {', '.join(names())}.")
    return name


def fitting(name: str, colours: str | None, *, plain: bool = False) -> str:
    """The theme to begin with: the chosen one, else ours for a terminal of so many colours.

    `colours` is the colour system of a terminal as Rich names it: "standard" has 16.  `plain`: no colour is wanted
    at all, and the terminal's own are left as they are.
    """
    if plain:
        return SIXTEEN.name
    return name or (SIXTEEN.name if colours in ("standard", "windows") else DARK.name)
