"""What a rule is: a decorated generator function from frames and its own parameters to occurrences.

Its id is its name, its keyword-only parameters are its settings, and the decorator holds what a reader wants
to know.  `RULES` is the catalogue; the command line, the settings and the documentation read it.
"""

import inspect
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from journal.analysis.answers.moves import Avoid
from journal.analysis.flags import Evidence, Flag, Subject, Threshold
from journal.vocabulary import Act, Severity

if TYPE_CHECKING:
    from journal.analysis.frames import Frames

EVENT_DAYS = 7
"""A flag that hangs on a single record ends this many days after it."""
URGENT_DAYS = 28
"""An urgent flag that nobody answers stays this many days."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Occurrence:
    """One time that a rule's condition held, at one severity.

    `since` and `until` are seconds since 1970 UTC: active at T when since <= T < until; `until` may lie in the
    future, and None says that only another record can end it.  `offset` is the writer's clock.  `episode` is
    the episode's key where the flag hangs on one: it is then raised once in it.  `value`, `evidence` and
    `message` are as they stood at `since`.  The engine adds `rule` and `chain`.
    """

    subject: Subject
    since: int
    until: int | None
    severity: Severity
    message: str
    evidence: tuple[Evidence, ...] = ()
    value: float | None = None
    unit: str = ""
    threshold: Threshold | None = None
    act: Act | None = None
    advice: str = ""
    episode: str = ""
    offset: int = 0
    details: Mapping[str, Any] = field(default_factory=dict)
    rule: str = ""
    chain: int = 0
    """Start of the unbroken row of occurrences that this one belongs to; set by the engine."""
    ran_out: bool = False
    """Urgent, and it ends only because nobody answered it: told once it is past, as nobody knows before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """A time during which a rule had an occasion to judge and could not: `what` names what is not recorded."""

    subject: Subject
    since: int
    until: int
    what: tuple[str, ...]
    rule: str = ""


_WHOLE = (int, tuple[int, int])
"""How a rule annotates a parameter that counts something."""

THEMES = (
    "red flags",
    "course of a pain",
    "soreness",
    "load",
    "session structure",
    "recovery",
    "exercise choice",
    "care",
    "hydration",
    "daily life",
    "recurrence",
    "return to training",
)
"""The themes in the order of the catalogue."""
_ABOUT_PAIN = frozenset({"red flags", "course of a pain", "recurrence", "return to training", "care"})
"""Themes whose warnings are a reason to see somebody."""

Finding = Occurrence | Missing
Found = Mapping[str, Sequence[Occurrence]]
"""What the rules that another one rests on found, by their ids, in the order of `since`."""
RuleFunction = Callable[..., Iterator[Finding]]
Together = Callable[[Sequence[Flag]], Flag]
LineFunction = Callable[["Frames", int, int], Iterator[str]]
"""From the journal, an instant and the ordinal of its date to lines that are no flags."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A rule with all that is told of it.

    `checks` is what it looks for in one phrase, `threshold` when it fires, in words, `severity` the severities
    that it may have, worst first; `grade` is how good the evidence is (●●● good, ●● some, ● weak or expert
    opinion, ○ the document's claim only).  `looks_back` is how many days of records it may need.  `whole` are
    the parameters that count something, in whole numbers.  `rests_on` says
    of another rule whether this one needs what it found: it is then handed to the function after the frames.
    `avoid` names changes of a planned workout that may keep its flag from being raised.
    `together` makes one flag of several that differ in their exercise alone; without it each is told by itself.
    A rule with a `line` has no severity and never raises a flag: it only adds a line to the day's answer.
    """

    id: str
    theme: str
    function: RuleFunction
    checks: str
    threshold: str
    severity: tuple[Severity, ...]
    documents: tuple[str, ...]
    grade: str
    advice: str
    looks_back: int
    details: Mapping[str, str]
    parameters: Mapping[str, Any]
    whole: frozenset[str] = frozenset()
    rests_on: "Callable[[Rule], bool] | None" = None
    line: LineFunction | None = None
    avoid: Avoid | None = None
    together: Together | None = None

    def find(self, frames: "Frames", settings: Mapping[str, Any], found: Found) -> list[Finding]:
        """Everything that the rule finds in the journal, with the settings that replace its defaults."""
        if self.rests_on is None:
            return list(self.function(frames, **settings))
        return list(self.function(frames, found, **settings))

    @property
    def is_about_pain(self) -> bool:
        """Whether its warnings are a reason to see a doctor; those of the others only ask for less or other work."""
        return self.theme in _ABOUT_PAIN

    def settings(self, own: Mapping[str, object]) -> list[str]:
        """Each setting as `hours = 72`, with the program's own value where the writer's stands for it."""
        return [
            f"{name} = {own[name]} (yours; the program's own is {value})"
            if name in own
            else f"{name} = {value}"
            for name, value in self.parameters.items()
        ]

    def as_json(self) -> dict[str, Any]:
        """The rule as `journal rules --format json` prints it."""
        return {
            "id": self.id,
            "theme": self.theme,
            "checks": self.checks,
            "threshold": self.threshold,
            "severity": [severity.value for severity in self.severity],
            "sources": [{"document": title} for title in self.documents],
            "evidence": self.grade,
            "advice": self.advice,
            "parameters": {
                name: list(value) if isinstance(value, tuple) else value
                for name, value in self.parameters.items()
            },
            "looks_back_days": self.looks_back,
            "details": dict(self.details),
        }


RULES: dict[str, Rule] = {}
"""The catalogue by id, as far as its themes were imported; `engine.rulebook` gives all of it."""


AVOIDED = {"avoid": "in `journal check`: a change of the plan with which it was tried and is not raised"}


def named(*ids: str) -> Callable[[Rule], bool]:
    """Rests on the rules of these ids."""
    return lambda one: one.id in ids


def rule(
    *,
    theme: str,
    checks: str,
    threshold: str,
    severity: Iterable[Severity],
    documents: Iterable[str],
    grade: str,
    advice: str,
    looks_back: int,
    details: Mapping[str, str] | None = None,
    rests_on: Callable[[Rule], bool] | None = None,
    avoid: Avoid | None = None,
    together: Together | None = None,
) -> Callable[[RuleFunction], RuleFunction]:
    """Put the decorated function into the catalogue under its own name.  A name taken twice is refused."""

    def enter(function: RuleFunction) -> RuleFunction:
        identity = _name_of(function)
        settings = {
            name: parameter
            for name, parameter in inspect.signature(function).parameters.items()
            if parameter.kind is inspect.Parameter.KEYWORD_ONLY
        }
        _enter(
            Rule(
                id=identity,
                theme=theme,
                function=function,
                checks=checks,
                threshold=threshold,
                severity=tuple(severity),
                documents=tuple(documents),
                grade=grade,
                advice=advice,
                looks_back=looks_back,
                details={**(details or {}), **(AVOIDED if avoid else {})},
                parameters={name: parameter.default for name, parameter in settings.items()},
                whole=frozenset(name for name, one in settings.items() if one.annotation in _WHOLE),
                rests_on=rests_on,
                avoid=avoid,
                together=together,
            )
        )
        return function

    return enter


def line(
    *,
    theme: str,
    checks: str,
    threshold: str,
    documents: Iterable[str],
    grade: str,
    advice: str,
    looks_back: int,
) -> Callable[[LineFunction], LineFunction]:
    """Put the decorated function into the catalogue as a line of the day's answer, which is never a flag."""

    def enter(function: LineFunction) -> LineFunction:
        _enter(
            Rule(
                id=_name_of(function),
                theme=theme,
                function=_nothing,
                checks=checks,
                threshold=threshold,
                severity=(),
                documents=tuple(documents),
                grade=grade,
                advice=advice,
                looks_back=looks_back,
                details={},
                parameters={},
                line=function,
            )
        )
        return function

    return enter


def _nothing(frames: "Frames") -> Iterator[Finding]:  # noqa: ARG001 - what every rule is given
    yield from ()


def _name_of(function: Callable[..., Any]) -> str:
    return getattr(function, "__name__", "").replace("_", "-")


def _enter(one: Rule) -> None:
    if one.id in RULES:
        raise ValueError(f"two rules are called {one.id}")
    if one.theme not in THEMES:
        raise ValueError(f"{one.theme!r} of {one.id} is no theme of the catalogue")
    RULES[one.id] = one
