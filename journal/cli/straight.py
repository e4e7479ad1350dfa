"""A plain call of a command that is wanted at once, read without the command framework.

The framework takes a third of the time until an entry is acknowledged, and as long as ten years take to be written.
Whatever is not plain here is left to it, which knows the help and the complaints; what both read, they read alike.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib import import_module


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """What a plain call of a command consists of, besides `--db` and `--quiet`."""

    runs: str
    """The module of this package and the function in it that takes the words, and the options by their names."""
    values: tuple[str, ...] = ()
    """Options that take a value which is not empty."""
    switches: tuple[str, ...] = ()
    formats: tuple[str, ...] = ("text", "json")
    words: tuple[int, float] = (0, 0)
    """How many words it takes, at least and at most."""
    is_text: bool = False
    """Whether `-20kg` is a word, and all words are handed over together."""


SHAPES: Mapping[str, Shape] = {
    "log": Shape(runs="recording.log", values=("--at",), words=(1, float("inf")), is_text=True),
    "export": Shape(
        runs="exporting.export",
        values=("--since", "--until"),
        switches=("--force",),
        formats=("csv", "json", "daily-csv", "sqlite"),
        words=(1, 1),
    ),
    "today": Shape(runs="judging.today", values=("--as-of",), switches=("--short",)),
    "flags": Shape(runs="judging.flags", values=("--as-of",), switches=("--all",)),
}
"""The commands that are read here."""


@dataclass(slots=True)
class Call:
    """The words and options of a call."""

    shape: Shape
    words: list[str] = field(default_factory=list)
    options: dict[str, str | bool] = field(default_factory=dict)

    def run(self) -> None:
        """Do what was called for."""
        module, _, function = self.shape.runs.partition(".")
        words = [self.words] if self.shape.is_text else self.words
        getattr(import_module(f"journal.cli.{module}"), function)(*words, **self.options)

    def take(self, word: str, following: Iterator[str]) -> bool:
        """Take a word, and the value that follows it when it is such an option; False when it is not plain."""
        name, equals, value = word.partition("=")
        if word == "--":
            self.words += following
        elif word in ("--quiet", *self.shape.switches):
            self.options[_named(word)] = True
        elif name in ("--db", "--format", *self.shape.values):
            return self.set(name, value if equals else next(following, ""))
        elif name in ("--help", "--quiet") or not (self.shape.is_text or _is_word(word)):
            return False
        else:
            self.words.append(word)
        return True

    def set(self, name: str, value: str) -> bool:
        """Set an option; False for a value that it does not take."""
        self.options[_named(name)] = value
        return value in self.shape.formats if name == "--format" else bool(value.strip())

    @property
    def is_whole(self) -> bool:
        """Whether there are as many words as the command takes."""
        fewest, most = self.shape.words
        return fewest <= len(self.words) <= most and (self.shape.is_text or all(self.words))


def call_of(arguments: Sequence[str]) -> Call | None:
    """The call, when it is a plain one; None for everything else."""
    rest = list(arguments)
    before = rest.pop(0) if rest and rest[0].partition("=")[0] == "--db" else ""
    db = before.partition("=")[2] if "=" in before else rest.pop(0) if before and rest else ""
    shape = SHAPES.get(rest[0]) if rest else None
    if shape is None or (before and not db.strip()):
        return None
    call = Call(shape, options={"db": db})
    words = iter(rest[1:])
    return call if all(call.take(word, words) for word in words) and call.is_whole else None


def _is_word(word: str) -> bool:
    return word == "-" or not word.startswith("-")


def _named(option: str) -> str:
    return option.removeprefix("--").replace("-", "_")
