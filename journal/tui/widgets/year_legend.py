"""What the colours and signs of the calendar mean."""

from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static

from journal.tui.reading.year import Year
from journal.tui.themes import GLYPHS, WORDS, colour
from journal.tui.wording.year import TEN, Measure, summed
from journal.vocabulary import Severity

_PAIN = (
    ("0", "$success", "no pain"),
    ("1–3", "$severity-caution", "mild"),
    ("4–6", "$severity-warning", "moderate"),
    ("7–9", "$severity-urgent", "severe"),
    (TEN, "$severity-urgent", "10, worst"),
    ("·", "$quiet", "not written"),
)


class YearLegend(Static):
    """One below the other beside the map, or one after the other below it (`-below`)."""

    view: reactive[Year | None] = reactive(None)
    """The year, whose loads say what is much."""
    measure: reactive[Measure] = reactive(Measure.PAIN)
    """What the colour says."""
    progress: reactive[str] = reactive("")
    """How far the search for the flags is; "" when they are known."""
    is_below: reactive[bool] = reactive(False)
    """Whether it stands below the map."""

    def watch_view(self) -> None:
        """The loads of the year have come."""
        self._draw()

    def watch_measure(self) -> None:
        """Other colours."""
        self._draw()

    def watch_progress(self) -> None:
        """Some more rules have been asked."""
        self._draw()

    def watch_is_below(self) -> None:
        """The map has become wider or narrower."""
        self._draw()

    def _draw(self) -> None:
        measured = [self._row(*row) for row in _PAIN] if self.measure is Measure.PAIN else self._load()
        flags = [
            Content.assemble((GLYPHS[one], f"{colour(one)} bold"), (f" {WORDS[one]}", "$quiet"))
            for one in Severity
            if one is not Severity.INFO
        ]
        sums = summed(self.view) if self.view is not None else ()
        if self.progress:
            flags = [Content.styled(self.progress, "$quiet")]
        self.set_class(self.is_below, "-below")
        if self.is_below:
            head = Content.styled("a flag began:" if not self.progress else "flags:", "$quiet")
            rows = [measured, [head, *flags], [Content.styled(", ".join(sums), "$quiet")]]
            self.update(Content("\n").join([Content("   ").join(row) for row in rows]))
        else:
            head, last = Content(self.measure.capitalize()), Content("A flag began")
            told = [Content.styled(words, "$quiet") for words in sums]
            self.update(Content("\n").join([head, *measured, Content(""), last, *flags, Content(""), *told]))

    def _load(self) -> list[Content]:
        quarters = self.view.quarters if self.view is not None else None
        if quarters is None:
            return [Content.styled("no load known this year", "$quiet")]
        low, middle, high = (f"{load:.0f}" for load in quarters)
        rows = (("1", f"up to {low} AU"), ("2", f"to {middle}"), ("3", f"to {high}"), ("4", "above"))
        told = [self._row(name, "$accent", words) for name, words in rows]
        unit = Content.styled("AU = RPE × minutes", "$quiet")
        return [*told, self._row("?", "$quiet", "not known"), self._row("·", "$quiet", "no training"), unit]

    def _row(self, name: str, tone: str, words: str) -> Content:
        shown = name if self.is_below else f"{name:<4}"
        return Content.assemble((shown, f"{tone} bold"), (f" {words}", "$quiet"))
