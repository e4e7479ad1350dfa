"""The two themes of our own, and how the severities look in any theme.

One accent; colour never stands alone: each severity has a glyph and a word as well.
"""

from textual.theme import Theme

from journal.vocabulary import Severity

DARK = Theme(
    name="journal-dark",
    primary="#7fb7be",
    secondary="#8fa6c4",
    accent="#7fb7be",
    foreground="#d5dae1",
    background="#14181d",
    surface="#1a1f26",
    panel="#20262e",
    success="#8fbf8f",
    warning="#e59a5c",
    error="#ef7474",
    dark=True,
    variables={
        "severity-urgent": "#ff7b7b",
        "severity-warning": "#eba268",
        "severity-caution": "#dcc678",
        "severity-info": "#8fb0d6",
        "quiet": "#8791a0",
        "hairline": "#323b46",
        "row": "#26303a",
        "row-blurred": "#1d232a",
        "block-cursor-text-style": "none",
        "footer-background": "#14181d",
        "footer-key-foreground": "#7fb7be",
        "footer-description-foreground": "#8791a0",
        "input-selection-background": "#7fb7be 30%",
        "border": "#7fb7be",
        "border-blurred": "#323b46",
        "scrollbar": "#323b46",
        "scrollbar-background": "#14181d",
        "scrollbar-background-hover": "#14181d",
        "scrollbar-background-active": "#14181d",
        "scrollbar-hover": "#475361",
        "scrollbar-active": "#7fb7be",
    },
)

LIGHT = Theme(
    name="journal-light",
    primary="#1f6f78",
    secondary="#4a6285",
    accent="#1f6f78",
    foreground="#262b31",
    background="#faf8f4",
    surface="#f3f0ea",
    panel="#eae6de",
    success="#3c7a45",
    warning="#a85a12",
    error="#b3302f",
    dark=False,
    variables={
        "severity-urgent": "#b3202a",
        "severity-warning": "#a1530c",
        "severity-caution": "#7d6406",
        "severity-info": "#35618f",
        "quiet": "#6b7078",
        "hairline": "#d3cdc1",
        "row": "#e2ebe9",
        "row-blurred": "#efece5",
        "block-cursor-text-style": "none",
        "footer-background": "#faf8f4",
        "footer-key-foreground": "#1f6f78",
        "footer-description-foreground": "#6b7078",
        "input-selection-background": "#1f6f78 25%",
        "border": "#1f6f78",
        "border-blurred": "#d3cdc1",
        "scrollbar": "#d3cdc1",
        "scrollbar-background": "#faf8f4",
        "scrollbar-background-hover": "#faf8f4",
        "scrollbar-background-active": "#faf8f4",
        "scrollbar-hover": "#b9b2a3",
        "scrollbar-active": "#1f6f78",
    },
)

_OUR_OWN = frozenset(
    {
        "severity-urgent",
        "severity-warning",
        "severity-caution",
        "severity-info",
        "quiet",
        "hairline",
        "row",
        "row-blurred",
    }
)

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
