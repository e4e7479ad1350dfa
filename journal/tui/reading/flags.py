"""All flags of a moment, and those that are over: jobs for the rules' thread, answered with frozen values."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import groupby
from typing import TYPE_CHECKING

from journal.tui.asking.at_work import AtWork
from journal.tui.reading.views import FlagInFull

if TYPE_CHECKING:
    from journal.analysis.flags import Flag, Insufficient
    from journal.entry import Writer
    from journal.storage import Store


@dataclass(frozen=True, slots=True)
class RuleWords:
    """What is told of a rule: what it checks, its settings, and whether its warnings ask for a doctor."""

    checks: str
    settings: tuple[str, ...] = ()
    about_pain: bool = True


@dataclass(frozen=True, slots=True)
class AllFlags:
    """The flags that hold at `at`, worst first: those that are told, those that the writer marked, and what could
    not be judged.  `rules` are the words of every rule, by its id.
    """

    at: datetime
    told: "tuple[Flag, ...]" = ()
    marked: "tuple[Flag, ...]" = ()
    unjudged: "tuple[Insufficient, ...]" = ()
    rules: Mapping[str, RuleWords] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PastMonth:
    """The flags that began in a month and are over, the newest first; `first` is the start of the newest."""

    first: datetime
    flags: "tuple[Flag, ...]"


def all_flags(at_work: AtWork) -> AllFlags:
    """What holds at that moment."""
    from journal.analysis.judge import reading

    made = reading(at_work.rows, at_work.at, at_work.parameters, at_work.tell).judge()
    return AllFlags(
        at_work.at,
        told=tuple(flag for flag in made.flags if flag.mark is None),
        marked=tuple(flag for flag in made.flags if flag.mark is not None),
        unjudged=made.insufficient,
        rules=rule_words(at_work),
    )


def past_flags(at_work: AtWork) -> tuple[PastMonth, ...]:
    """All that was over by that moment, by the month that it began in, the newest month first."""
    from journal.analysis.judge import flags_at
    from journal.vocabulary import Status

    judged = flags_at(at_work.rows, at_work.at, parameters=at_work.parameters, past=True, tell=at_work.tell)
    over = [flag for flag in judged.flags if flag.status is Status.PAST]
    return tuple(_months(sorted(over, key=lambda flag: flag.since, reverse=True)))


def _months(flags: "Sequence[Flag]") -> Iterator[PastMonth]:
    for _, group in groupby(flags, key=lambda flag: (flag.since.year, flag.since.month)):
        found = tuple(group)
        yield PastMonth(found[0].since, found)


def rule_words(at_work: AtWork) -> Mapping[str, RuleWords]:
    """The words of every rule, with the writer's own settings."""
    from journal.analysis.engine import rulebook

    return {
        rule.id: RuleWords(
            rule.checks, tuple(rule.settings(at_work.parameters.get(rule.id, {}))), rule.is_about_pain
        )
        for rule in rulebook().values()
    }


def in_full(store: "Store", writer: "Writer", flag: "Flag", rules: Mapping[str, RuleWords]) -> FlagInFull:
    """A flag with the words of its rule and the entries behind it.  Works in the store's thread."""
    from journal.tui.reading.behind import behind

    def title(rule: str) -> str:
        return rules[rule].checks if rule in rules else rule

    own = rules.get(flag.rule, RuleWords(flag.rule))
    return FlagInFull(
        flag,
        own.checks,
        behind(store, flag.evidence, writer),
        also=tuple(title(rule) for rule in flag.also),
        settings=own.settings,
        about_pain=own.about_pain,
    )
