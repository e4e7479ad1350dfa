"""The writer's own thresholds: what the settings file says of rules, checked against the catalogue.

[rules.pain-past-72h]
hours = 96
"""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from math import isfinite
from typing import Any

from journal.analysis.engine import Parameters, rulebook
from journal.analysis.rulebook import Rule
from journal.errors import Refused

MOST_COUNTED = 3650
"""No rule counts more dates, entries or sessions than ten years have days."""
MOST = 1_000_000
"""More hours, millilitres or per cent than anybody means."""


def checked(written: Mapping[str, Any], where: str) -> Parameters:
    """The settings by rule and name; `Refused` names the first that is wrong, in `where`, and what there is."""
    book = rulebook()
    return {identity: _of_rule(identity, values, book, where) for identity, values in written.items()}


def _of_rule(identity: str, values: Any, book: Mapping[str, Rule], where: str) -> dict[str, Any]:
    if identity not in book:
        alike = get_close_matches(identity, book, n=3)
        meant = f"did you mean {' or '.join(alike)}?" if alike else "`journal rules` lists them all"
        raise Refused(f"{where}: {identity!r} is no rule; {meant}")
    defaults = book[identity].parameters
    if not isinstance(values, Mapping):
        raise Refused(f"{where}: rules.{identity} needs settings of its own; there is: {_listed(defaults)}")
    for name, value in values.items():
        if name not in defaults:
            raise Refused(f"{where}: {name!r} is no setting of {identity}; there is: {_listed(defaults)}")
        wanted = _wrong(name, value, defaults[name], is_whole=name in book[identity].whole)
        if wanted:
            raise Refused(f"{where}: rules.{identity}.{name} = {_shown(value)}: it needs {wanted}")
    return {
        name: _like(value, defaults[name], is_whole=name in book[identity].whole)
        for name, value in values.items()
    }


def _listed(defaults: Mapping[str, Any]) -> str:
    return ", ".join(f"{name} ({_shown(value)})" for name, value in defaults.items()) or "none"


def _shown(value: Any) -> str:
    """The value as the settings file writes it."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, tuple | list):
        return f"[{', '.join(map(_shown, value))}]"
    return repr(value)


def _wrong(name: str, value: Any, default: Any, *, is_whole: bool) -> str:
    """What the setting needs; "" when the value is right."""
    if isinstance(default, bool):
        return "" if isinstance(value, bool) else "true or false"
    if isinstance(default, tuple):
        right = (
            isinstance(value, list)
            and len(value) == len(default)
            and not any(
                _wrong(name, one, wanted, is_whole=is_whole)
                for one, wanted in zip(value, default, strict=True)
            )
            and value == sorted(value)
        )
        numbers = "whole numbers" if is_whole else "numbers"
        return "" if right else f"{len(default)} {numbers}, the smaller first, such as {_shown(default)}"
    if isinstance(default, str):
        return "" if isinstance(value, str) else "a text in quotes"
    number = isinstance(value, int | float) and not isinstance(value, bool) and isfinite(value)
    if name.endswith(("_nrs", "_rpe")):
        return "" if number and 0 <= value <= 10 else "a number from 0 to 10"
    if is_whole:
        right = number and value == int(value) and 1 <= value <= MOST_COUNTED
        return "" if right else f"a whole number from 1 to {MOST_COUNTED}"
    return "" if number and 0 < value <= MOST else f"a number above 0, at most {MOST}"


def _like(value: Any, default: Any, *, is_whole: bool) -> Any:
    """The value as the rule takes it: TOML has 14.0 for a count too."""
    if isinstance(default, tuple):
        return tuple(
            _like(one, wanted, is_whole=is_whole) for one, wanted in zip(value, default, strict=True)
        )
    return int(value) if is_whole and value == int(value) else value


def reach(one: Rule, parameters: Parameters) -> int:
    """How many days a rule looks back with the writer's settings: a wider window needs more of the journal."""
    own = parameters.get(one.id, {})
    widest = max((_wider(value, one.parameters[name]) for name, value in own.items()), default=1.0)
    return round(one.looks_back * max(1.0, widest))


def _wider(value: Any, default: Any) -> float:
    pairs: Iterable[tuple[Any, Any]] = [(value, default)]
    if isinstance(default, tuple):
        pairs = zip(value, default, strict=True)
    return max(
        (float(new) / old for new, old in pairs if isinstance(old, int | float) and old > 0), default=1.0
    )
