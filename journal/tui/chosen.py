"""What is chosen, where the tint behind it would not be seen: without colour, with 16 of them, in high contrast.

The style sheets mark what is chosen by `$row` behind it.  Line by line, before it reaches the terminal, that
becomes reversed text, and `$row-blurred` an underline; so every list, form and table shows its choice everywhere.
"""

from collections.abc import Iterable, Mapping
from functools import lru_cache

from rich.color import Color as RichColor
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter, Monochrome, NoColor

_UPPER, _LOWER, _FULL = "▀", "▄", "█"


def filters(given: Iterable[LineFilter], variables: Mapping[str, str], *, colours: bool) -> list[LineFilter]:
    """The filters of an application, with ours before them; without `colours` no shade of grey is left either."""
    kept = [one for one in given if not isinstance(one, Monochrome | NoColor)]
    return [ChosenReversed(variables, colours=colours), *kept, *([] if colours else [NoColor()])]


class ChosenReversed(LineFilter):
    """Reverses what lies on `$row`; `variables` are those of the theme.

    With `colours` False everything else that only a colour behind it shows is reversed too, and all colours are
    taken out: the terminal's own remain.
    """

    def __init__(self, variables: Mapping[str, str], *, colours: bool = True) -> None:
        super().__init__()
        self._colours = colours
        # Reversed, text of whatever colour becomes that of the ground, on that of plain text.
        self._plain = Style.from_color(
            *(Color.parse(variables[name]).rich_color for name in ("foreground", "background"))
        )
        self._row, self._blurred = (_name(variables[name]) for name in ("row", "row-blurred"))
        self._grounds = {None, "default"} | {
            _name(variables[name]) for name in ("background", "surface", "panel")
        }
        self._style = lru_cache(1024)(self._made)

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002 - as in the base
        """The segments of a line, with their styles changed."""
        return [
            segment if segment.control else self._shown(segment.text, segment.style) for segment in segments
        ]

    def _shown(self, text: str, style: Style | None) -> Segment:
        if style is None:
            return Segment(text)
        if _of(style.color) == _of(style.bgcolor) != "default" and text.isalnum():
            text = " " * len(text)  # written to be invisible: the mark of what is not chosen
        elif not self._colours and text.strip() and not text.strip(_UPPER + _LOWER):
            return Segment(self._blocks(text, style), self._style(style.without_color))
        return Segment(text, self._style(style))

    def _blocks(self, text: str, style: Style) -> str:
        """Half blocks by their shape: the half that has the colour of the ground is empty."""
        ink, ground = (_of(one) not in self._grounds for one in (style.color, style.bgcolor))
        if ink and ground:
            return _FULL * len(text)
        if ink:
            return text
        swapped = str.maketrans(_UPPER + _LOWER, _LOWER + _UPPER)
        return text.translate(swapped) if ground else " " * len(text)

    def _made(self, style: Style) -> Style:
        behind = _of(style.bgcolor)
        reverse, underline = bool(style.reverse), bool(style.underline)
        if behind == self._row or not (self._colours or behind in self._grounds or behind == self._blurred):
            reverse = not reverse
        elif behind == self._blurred:
            underline = True
        elif self._colours:
            return style
        return style + self._plain + Style(reverse=reverse, underline=underline)


def _name(variable: str) -> str | None:
    return _of(Color.parse(variable).rich_color)


def _of(colour: RichColor | None) -> str | None:
    """A colour by what makes it equal to another, however it was written."""
    if colour is None or colour.is_default:
        return "default"
    return colour.triplet.hex if colour.triplet is not None else f"ansi {colour.number}"
