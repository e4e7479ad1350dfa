"""Flags of one rule that say one thing of several exercises are told as one flag.

The rule makes them one by one: a mark or an answer may be about one of them.  How they read together is the rule's
own word (`Rule.together`); this decides which of them belong together.
"""

from collections.abc import Iterable

from journal.analysis.flags import Flag
from journal.analysis.rulebook import RULES


def jointly(flags: Iterable[Flag]) -> list[Flag]:
    """The flags, those of one rule, place and moment that differ in their exercise alone told as one.

    It stands where the first of them stood.  What the writer marked is not told with what they did not, and urgent
    flags each stand by themselves.
    """
    groups: dict[object, list[Flag]] = {}
    for number, flag in enumerate(flags):
        groups.setdefault(_matter(flag) if _is_joined(flag) else number, []).append(flag)
    return [_told(some) for some in groups.values()]


def parts(flag: Flag, flags: Iterable[Flag]) -> list[Flag]:
    """Those of `flags` that are told as this one; none when it is told by itself."""
    if not _is_joined(flag) or "exercise" in flag.subject:
        return []
    return [one for one in flags if "exercise" in one.subject and _matter(one) == _matter(flag)]


def _told(flags: list[Flag]) -> Flag:
    together = RULES[flags[0].rule].together if len(flags) > 1 else None
    return flags[0] if together is None else together(flags)


def _is_joined(flag: Flag) -> bool:
    return flag.rule in RULES and RULES[flag.rule].together is not None and not flag.is_urgent


def _matter(flag: Flag) -> tuple[object, ...]:
    rest = sorted((key, value) for key, value in flag.subject.items() if key != "exercise")
    return flag.rule, flag.severity, flag.status, flag.since, flag.mark is None, *rest
