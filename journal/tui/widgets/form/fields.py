"""What a form asks: fields as frozen values, each with its way to read what is typed."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from journal.columns import Column, InvalidRecord, clean_text
from journal.errors import Refused
from journal.vocabulary import display

Read = Callable[[str], Any]
"""What a text that is not empty means; `Refused` says in one sentence what would be accepted."""


@dataclass(frozen=True, slots=True)
class Ghost:
    """An answer that Enter takes while the field is empty: `value`, written as `text`; `since` says whence."""

    text: str
    value: Any
    since: str = ""


@dataclass(frozen=True, slots=True)
class Option:
    """One word to choose: `key` is the letter or digit that picks it, `says` what is told beside it then.

    `colour` is that of a block shown before `says`, for scales of colours; the words never need it.
    """

    value: Any
    label: str
    key: str
    says: str = ""
    colour: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One row.  With `options` a word is chosen, else a text is typed, which `read` understands.

    `value` is the answer that stands there already, written as `text`; an answer that is not touched stays
    exactly what it was.  `hint` says what is accepted, `completes` are words offered while typing, `section`
    is the heading that the row stands under, `wide` gives the text all of the row.  `always`: one of the words
    stands at any time, so that there is no way to leave it open.
    """

    name: str
    label: str
    read: Read = clean_text
    text: str = ""
    value: Any = None
    ghost: Ghost | None = None
    options: tuple[Option, ...] = ()
    unit: str = ""
    hint: str = ""
    section: str = ""
    completes: tuple[str, ...] = ()
    wide: bool = False
    always: bool = False

    def answer(self, text: str) -> Any:
        """The value of what stands in the field; None when it is empty.  `Refused` for what is not accepted."""
        if not text.strip():
            return None
        if text == self.text:
            return self.value
        if self.ghost is not None and text == self.ghost.text:
            return self.ghost.value
        return self.read(text)

    def option(self, text: str) -> Option | None:
        """The word that stands in a field of words."""
        return next((one for one in self.options if one.label == text), None)


def line(name: str, label: str, **more: Any) -> Field:
    """A field for any text, as wide as the row."""
    return Field(name=name, label=label, read=_text, wide=True, **more)


def words(name: str, label: str, options: Iterable[Option], *, value: Any = None, **more: Any) -> Field:
    """A field of words, of which one or none is chosen."""
    chosen = tuple(options)
    there = next((one.label for one in chosen if value is not None and one.value == value), "")
    return Field(
        name=name, label=label, read=_picker(label, chosen), options=chosen, value=value, text=there, **more
    )


def yes_no(name: str, label: str, *, value: bool | None = None, **more: Any) -> Field:
    """A question: yes, no, or left open, which is None."""
    return words(name, label, (Option(True, "yes", "y"), Option(False, "no", "n")), value=value, **more)


def words_for(values: Iterable[StrEnum]) -> tuple[Option, ...]:
    """Words of a closed list, each with the first of its letters that is still free."""
    taken: set[str] = set()
    options = []
    for value in values:
        label = display(value)
        key = next((letter for letter in label if letter.isalpha() and letter not in taken), "")
        taken.add(key)
        options.append(Option(value, label, key))
    return tuple(options)


def number_in(column: Column, accepts: str, read: Callable[[str], float | None] | None = None) -> Read:
    """Reads a number that the column can hold; `accepts` says so in words: "stress is 0 to 10"."""

    def understand(text: str) -> Any:
        number = _plain(text) if read is None else read(text)
        if number is None:
            raise Refused(_sentence(accepts))
        try:
            return column.check("", number)
        except InvalidRecord:
            raise Refused(_sentence(accepts)) from None

    return understand


def _plain(text: str) -> float | None:
    digits = text.strip().replace(",", ".")
    if not digits.isascii() or not digits.replace(".", "", 1).isdigit():
        return None
    return float(digits)


def _text(text: str) -> str:
    return clean_text(text).strip()


def _picker(label: str, options: tuple[Option, ...]) -> Read:
    def pick(text: str) -> Any:
        for option in options:
            if option.label == text:
                return option.value
        raise Refused(_sentence(f"{label.lower()} is one of {', '.join(one.label for one in options)}"))

    return pick


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}."
