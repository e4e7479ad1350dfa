"""The flags about a pain in the words of the physiotherapist's page: each matter once."""

from collections.abc import Iterator

from journal.analysis.engine import RANK
from journal.analysis.families import merge
from journal.analysis.flags import Flag, subject_text
from journal.analysis.joint import jointly
from journal.report.for_physio.physio import Physio
from journal.report.for_physio.work_words import counted, on
from journal.report.lines import Line
from journal.vocabulary import Severity, Status

FLAGS = 2
"""So many flags are told on the first page, and every urgent one that is active."""

Matter = tuple[Flag, int]
"""A flag, and how often its rule was raised about the same subject."""


def matters(page: Physio) -> list[Matter]:
    """The newest flag of each rule and subject, tips left out: what is active first, then the worst.

    Active ones of one family stand under the worst of them, as on the day's page.
    """
    found: dict[tuple[str, str], list[Flag]] = {}
    for flag in jointly(page.flags):
        if flag.severity is not Severity.INFO:
            found.setdefault(_name(flag), []).append(flag)
    newest = [max(some, key=lambda flag: flag.since) for some in found.values()]
    active = merge([flag for flag in newest if flag.status is Status.ACTIVE])
    past = [flag for flag in newest if flag.status is Status.PAST]
    return sorted(((flag, len(found[_name(flag)])) for flag in (*active, *past)), key=_weight)


def _name(flag: Flag) -> tuple[str, str]:
    return flag.rule, subject_text(flag.subject)


def _weight(matter: Matter) -> tuple[bool, int, float, str]:
    flag, _ = matter
    return flag.status is Status.PAST, RANK[flag.severity], -flag.since.timestamp(), flag.rule


def flag_lines(page: Physio) -> Iterator[Line]:
    """The first page's: what is urgent and active, or else the worst; then how many more the annex has."""
    found = matters(page)
    urgent = sum(flag.is_urgent and flag.status is Status.ACTIVE for flag, _ in found)
    shown = found[: max(FLAGS, urgent)]
    for matter in shown:
        yield _line(matter, f"({_when(matter, page)})")
    if len(found) > len(shown):
        yield Line(f"and {len(found) - len(shown)} more, in the annex.")


def all_flags(page: Physio) -> Iterator[Line]:
    """Every matter with its rule and those that stand under it, then the documents that they are made from."""
    found = matters(page)
    for matter in found:
        flag, _ = matter
        yield _line(matter, f"({', '.join((flag.rule, *flag.also))}: {_when(matter, page)})")
    documents = dict.fromkeys(title for flag, _ in found for title in flag.documents)
    if documents:
        yield Line(f"{'; '.join(documents)}.", label="Made from")


def _line(matter: Matter, aside: str) -> Line:
    flag, _ = matter
    return Line(flag.message, label=flag.severity.value, aside=aside, flag=flag)


def _when(matter: Matter, page: Physio) -> str:
    flag, times = matter
    often = f", {counted(times, 'time')}" if times > 1 else ""
    active = ", still active" if flag.status is Status.ACTIVE else ""
    return f"{on(flag.since.date(), page.last)}{often}{active}"
