"""The pages by their names, in the row of the title: their first letters are their keys, a click opens one."""

from dataclasses import dataclass

from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.style import Style
from textual.widgets import Static

_LISTED = ("trends", "calendar", "flags", "report", "exercises", "settings", "search")


class PageRow(Static):
    """One word for each page; the one that is open stands out."""

    @dataclass
    class Chosen(Message):
        """The name of a page was clicked."""

        page: str

    def __init__(self, current: str, *, id: str) -> None:  # noqa: A002
        super().__init__(_row(current, " "), id=id)
        self._current = current

    def on_resize(self) -> None:
        """The words stand wider apart where there is room."""
        roomy = self.size.width > _row(self._current, "  ").cell_length + 1
        self.update(_row(self._current, "  " if roomy else " "))

    def on_click(self, event: Click) -> None:
        """Tell which page was clicked."""
        page = event.style.meta.get("page")
        if isinstance(page, str):
            self.post_message(self.Chosen(page))


def _row(current: str, between: str) -> Content:
    return Content(between).join([_word(page, open=page == current) for page in _LISTED])


def _word(page: str, *, open: bool) -> Content:  # noqa: A002
    key = "/" if page == "search" else page[0].upper()
    rest = "" if page == "search" else page[1:]
    tone = "$foreground bold underline" if open else "$quiet"
    word = Content.assemble((key, f"{'$foreground underline' if open else '$accent'} bold"), (rest, tone))
    return word.stylize(Style.from_meta({"page": page}))
