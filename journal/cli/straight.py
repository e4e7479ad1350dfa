"""A `journal log` without anything wrong or asked for, read without the command framework.

The framework takes a third of the time until an entry is acknowledged.  Whatever is not plain here is left to it,
which knows the help and the complaints; what both read, they read alike.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

_VALUES = ("--at", "--db", "--format")


@dataclass(slots=True)
class Entry:
    """The words and options of a call of `log`."""

    text: list[str] = field(default_factory=list)
    at: str = ""
    db: str = ""
    as_json: bool = False
    quiet: bool = False


def call_of(arguments: Sequence[str]) -> Entry | None:
    """The call, when it is a plain one of `log`; None for everything else."""
    rest = list(arguments)
    entry = Entry()
    before = rest.pop(0) if rest and rest[0].partition("=")[0] == "--db" else ""
    if before:
        value = before.partition("=")[2] if "=" in before else rest.pop(0) if rest else ""
        if not _set(entry, "--db", value):
            return None
    if rest[:1] != ["log"]:
        return None
    words = iter(rest[1:])
    return entry if all(_take(entry, word, words) for word in words) and entry.text else None


def _take(entry: Entry, word: str, following: Iterator[str]) -> bool:
    """Take a word, and the value that follows it when it is such an option; False when it is not plain."""
    if word == "--":
        entry.text += following
    elif word == "--quiet":
        entry.quiet = True
    elif word.startswith("--") and (name := word.partition("=")[0]) in _VALUES:
        value = word.partition("=")[2] if "=" in word else next(following, "")
        return _set(entry, name, value)
    elif word == "--help" or word.startswith(("--help=", "--quiet=")):
        return False
    else:
        entry.text.append(word)
    return True


def _set(entry: Entry, name: str, value: str) -> bool:
    if name == "--format":
        entry.as_json = value == "json"
        return value in ("text", "json")
    if name == "--at":
        entry.at = value
    else:
        entry.db = value
    return bool(value.strip())
