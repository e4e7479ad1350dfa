"""What was drunk, against the day's range: in words and as a bar."""

from typing import TYPE_CHECKING

from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget

from journal.tui.reading.views import DayView

if TYPE_CHECKING:
    from journal.analysis.flags import Today

_SHORTEST_BAR = 16
"""Cells below which the bar goes into a row of its own."""
_LONGEST_BAR = 48


class FluidBar(Widget):
    """One row when there is room for words and bar side by side, else the bar below the words."""

    view: reactive[DayView | None] = reactive(None, layout=True)
    """The day shown."""
    answer: "reactive[Today | None]" = reactive(None, layout=True)
    """The rules' answer, which knows the range."""

    def render(self) -> Content:
        """The words, and the bar when the range is known."""
        return self._drawn(self.size.width)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """Rows needed at that width."""
        return len(self._drawn(width).wrap(max(width, 1)))

    def _drawn(self, width: int) -> Content:
        if self.view is None:
            return Content("")
        words = self._words(self.view)
        low, high = self._range()
        if low is None or high is None:
            return words
        beside = width >= words.cell_length + _SHORTEST_BAR + 3
        room = width - (words.cell_length + 3 if beside else 0)
        drawn = bar(self.view.drunk_ml, low, high, min(max(room, 1), _LONGEST_BAR))
        return Content.assemble(words, "   " if beside else "\n", drawn)

    def _range(self) -> tuple[int | None, int | None]:
        if self.answer is None:
            return None, None
        return self.answer.fluid.low_ml, self.answer.fluid.high_ml

    def _words(self, view: DayView) -> Content:
        low, high = self._range()
        glasses = view.drunk_ml / view.glass_ml
        if low is None or high is None:
            drunk = (f"{_count(glasses)}", "bold"), (f" · {view.drunk_ml:,} ml", "$quiet")
            missing = "" if self.answer is None else " · no range without a weight: write  weight 80kg"
            return Content.assemble(*drunk, (missing, "$quiet"))
        aim = -(-low // view.glass_ml)
        return Content.assemble(
            (f"{_number(glasses)} of {aim} glasses", "bold"),
            (f" · {view.drunk_ml:,} of {low:,} to {high:,} ml", "$quiet"),
        )


def bar(drunk: int, low: int, high: int, width: int) -> Content:
    """A line of `width` cells up to `high`, filled up to `drunk`, with a mark where the range begins (ml)."""
    top = max(high, drunk, 1)
    filled = round(drunk / top * width)
    begins = min(round(low / top * width), width - 1)
    cells = [("━", "$accent") if cell < filled else ("─", "$hairline") for cell in range(width)]
    cells[begins] = ("┃", "$accent" if begins < filled else "$quiet")
    return Content.assemble(*cells)


def _number(glasses: float) -> str:
    return f"{glasses:.1f}".removesuffix(".0")


def _count(glasses: float) -> str:
    return f"{_number(glasses)} {'glass' if _number(glasses) == '1' else 'glasses'}"
