"""The pages by their names, in the row of the title: their first letters are their keys, a click opens one."""

from dataclasses import dataclass

from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.style import Style

from journal.tui.key_names import key_of
from journal.tui.widgets.steady import Steady

_LISTED = ("trends", "calendar", "flags", "report", "exercises", "settings", "search")


class PageRow(Steady):
    """One word for each page; the one that is open stands out.  Where words have no room, their keys stand alone."""

    @dataclass
    class Chosen(Message):
        """The name of a page was clicked."""

        page: str

    def __init__(self, current: str, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self._current = current

    def on_mount(self) -> None:
        """As it is where there is room, until the room is known."""
        self.update(self._row(between=" "))

    def on_resize(self) -> None:
        """The words stand wider apart where there is room, and nothing is cut where there is none."""
        wide, close = self._row(between="  "), self._row(between=" ")
        room = self.content_size.width
        if wide.cell_length + 1 < room:  # the title stands apart too
            self.update(wide)
        else:
            self.update(close if close.cell_length <= room else self._row(between=" ", brief=True))

    def on_click(self, event: Click) -> None:
        """Tell which page was clicked."""
        page = event.style.meta.get("page")
        if isinstance(page, str):
            self.post_message(self.Chosen(page))

    def _row(self, between: str, *, brief: bool = False) -> Content:
        return Content(between).join([self._word(page, brief=brief) for page in _LISTED])

    def _word(self, page: str, *, brief: bool) -> Content:
        """The key and the name, which are one word where the name begins with the key; `brief`: the key alone."""
        key, is_open = key_of(self, page), page == self._current
        name = page.capitalize()
        rest = name[1:] if name[0] == key else "" if key == "/" else f" {name}"
        word = Content.styled(key, f"{'$foreground underline' if is_open else '$accent'} bold")
        if not brief:
            word += Content.styled(rest, "$foreground bold underline" if is_open else "$quiet")
        return word.stylize(Style.from_meta({"page": page}))
