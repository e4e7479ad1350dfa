"""A line for the path of a file: completed as it is typed, and understood as terminals paste a dragged file."""

import os
import shlex
from contextlib import suppress
from pathlib import Path
from typing import ClassVar
from urllib.parse import unquote, urlsplit

from textual.binding import BindingType
from textual.events import Key
from textual.message import Message
from textual.suggester import Suggester
from textual.widgets import Input

from journal.homes import at_home
from journal.tui.keys import bind
from journal.tui.widgets.styled_once import StyledOnce

_ENTRIES = 5000
"""Names of a folder that are looked at."""


class PathInput(StyledOnce, Input):
    """Enter opens the file, Tab takes the completion, down goes to the list below."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("choose", "submit", tooltip="Read the file", show=True),
    ]

    class Left(Message):
        """The list below should have the focus."""

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(
            id=id,
            compact=True,
            select_on_focus=False,
            suggester=Paths(),
            placeholder="a file, such as  ~/Downloads/strong.csv",
        )

    async def _on_key(self, event: Key) -> None:
        """Tab and down are taken in their turn among the letters, so that typing ahead loses nothing."""
        if event.key == "tab" and self._suggestion and self._suggestion != self.value:
            self.value = self._suggestion
            self.cursor_position = len(self.value)
        elif event.key in ("down", "tab"):
            self.post_message(self.Left())
        else:
            await super()._on_key(event)
            return
        event.stop()
        event.prevent_default()


class Paths(Suggester):
    """Completes the last part of a path, in alphabetical order; a folder ends in a slash."""

    def __init__(self) -> None:
        super().__init__(use_cache=False, case_sensitive=True)

    async def get_suggestion(self, value: str) -> str | None:
        """The path with its last part completed; None when nothing begins so."""
        if not value or value.startswith(("'", '"', "file:")):
            return None
        folder, _, beginning = value.rpartition("/")
        place = at_home(f"{folder}/" if folder or value.startswith("/") else ".")
        names = sorted(_names(place, beginning))
        return f"{value}{names[0][len(beginning) :]}" if names else None


def _names(folder: Path, beginning: str) -> list[str]:
    found: list[str] = []
    with suppress(OSError, ValueError), os.scandir(folder) as entries:
        for _, entry in zip(range(_ENTRIES), entries, strict=False):
            if entry.name.startswith(beginning) and (beginning or not entry.name.startswith(".")):
                found.append(f"{entry.name}/" if entry.is_dir() else entry.name)
    return found


def path_of(typed: str) -> Path:
    """The file that was typed or pasted: quoted, with escaped blanks, as a file: address, or with a ~."""
    text = typed.strip()
    if text.startswith("file://"):
        text = unquote(urlsplit(text).path)
    elif text[:1] in "'\"" or "\\ " in text:
        with suppress(ValueError):
            text = (shlex.split(text) or [text])[0]
    return at_home(text)
