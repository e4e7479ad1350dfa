"""What the page of settings only tells: the settings file and how it is changed, and the journal itself."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from textual.content import Content

from journal.tui.keys import KEYS
from journal.tui.reading.settings import About, FileView, Threshold
from journal.tui.themes import DARK, THEMES
from journal.tui.widgets.facts import Facts
from journal.tui.wording.dates import in_short

_LABEL = 13
_LONGEST = 300
"""Characters of one fact."""

EXAMPLE = """\
theme = "journal-light"
[keys]
drink = "H"
[rules.pain-past-72h]
hours = 96"""
"""Lines that the settings file may hold."""


def file_said(view: FileView, changed: Sequence[Threshold] | str | None, keys: Callable[[str], str]) -> Facts:
    """What the settings file says; `changed` are its thresholds, why they are wrong, or None before they are known.

    `keys` puts the keys as they are bound into a sentence.
    """
    path = shortened(view.path)
    rows = [("file", Content(path if view.is_there else f"{path}, which is not there yet"))]
    if view.fault:
        rows.append(("wrong", _wrong(view.fault)))
        return Facts(rows, _LABEL)
    says = view.says
    rows.append(("theme", Content(says.theme or f"{DARK.name}, the program's own")))
    themes = ", ".join(one.name for one in THEMES)
    rows.append(("", _quiet(f"there is: {themes}; {keys('{palette}')} shows them")))
    rows.append(("keys", Content(_keys(says.keys))))
    rows.append(("motion", Content(says.motion)))
    rows += _thresholds(changed)
    return Facts(rows, _LABEL)


def changed_by(keys: Callable[[str], str]) -> Facts:
    """How the settings file is changed; `keys` puts the keys as they are bound into a sentence."""
    how = (
        "Write it with any editor; the program only reads it, and what it says counts from the next start on."
    )
    more = "`journal rules ID` names the thresholds of a rule; {help} names the keys."
    return Facts([("", _quiet(how)), ("", Content(EXAMPLE)), ("", _quiet(keys(more)))], 0)


def journal_said(about: About) -> Facts:
    """Where the journal lies, and what is in it."""
    rows = [("lies in", Content(shortened(Path(about.place)) if "://" not in about.place else about.place))]
    if about.days is not None:
        first, last = about.days
        rows.append(("from", Content(in_short(first))))
        rows.append(("to", Content(in_short(last))))
    rows.append(("holds", Content(", ".join(about.counts) or "nothing yet")))
    rows.append(("", _quiet("`journal backup` copies it, `journal export` writes it as CSV or JSON.")))
    return Facts(rows, _LABEL)


def shortened(path: Path) -> str:
    """The path, with ~ for the writer's own folder."""
    home = Path.home()
    return f"~/{path.relative_to(home)}" if path.is_relative_to(home) else str(path)


def _keys(keys: "dict[str, str] | Any") -> str:
    if not keys:
        return "the program's own"
    known = {name: KEYS[name].keys for name in keys if name in KEYS}
    return "; ".join(f"{name} on {keys[name]} (the program's own: {known.get(name, '')})" for name in keys)


def _thresholds(changed: Sequence[Threshold] | str | None) -> list[tuple[str, Content]]:
    if changed is None:
        return [("thresholds", _quiet("…"))]
    if isinstance(changed, str):
        return [("thresholds", _wrong(changed))]
    if not changed:
        return [("thresholds", Content("the program's own"))]
    told = [
        f"{one.rule}: {one.setting} = {_value(one.own)} (the program's own: {_value(one.default)})"
        for one in changed
    ]
    return [
        ("thresholds" if not place else "", Content(words[:_LONGEST])) for place, words in enumerate(told)
    ]


def _value(value: Any) -> str:
    if isinstance(value, tuple | list):
        return f"[{', '.join(map(_value, value))}]"
    return str(value).lower() if isinstance(value, bool) else f"{value}"


def _quiet(words: str) -> Content:
    return Content.styled(words, "$quiet")


def _wrong(words: str) -> Content:
    return Content.styled(f"! {words[:_LONGEST]}", "$severity-warning")
