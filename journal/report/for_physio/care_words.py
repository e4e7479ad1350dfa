"""Care and what the pain did then, conditions and painkillers, in the words of the physiotherapist's page."""

from datetime import date

from journal.analysis.care.medication import Taken
from journal.analysis.care.response import Response
from journal.analysis.flags import plain
from journal.analysis.rows import ConditionRow
from journal.report.for_physio.physio import Physio
from journal.report.for_physio.work_words import counted, on
from journal.report.lines import Line, Section
from journal.vocabulary import CareKind, ConditionName, Drug, display

CARE = 5
"""So many kinds of care are told of on the first page."""


def after_care(page: Physio) -> Section:
    """The kinds of care that were most often followed by less pain."""
    lines = [response(one) for one in page.responses[:CARE]]
    if len(page.responses) > CARE:
        lines.append(Line(f"and {len(page.responses) - CARE} more, in the annex."))
    return Section(
        "CARE, AND THE 24 HOURS AFTER IT",
        tuple(lines),
        "(pain down by 2 or more; coincidence possible)",
    )


def response(one: Response) -> Line:
    """How often the pain of a place fell after one kind of care."""
    what = display(CareKind(one.kind))
    name = f"{what} ({display(Drug(one.drug))})" if one.drug else what
    label = f"{name}, {one.place}"
    if not one.told:
        return Line(
            f"done {counted(one.times, 'time')}, never with a score before and after it.", label=label
        )
    rose = f", rose by 2 or more {counted(one.rose, 'time')}" if one.rose else ""
    left = one.times - one.told
    untold = f" ({left} not comparable)" if left else ""
    return Line(f"fell {one.fell} of {counted(one.told, 'time')}{rose}{untold}.", label=label)


def known(page: Physio) -> Section:
    """Conditions, and what was taken."""
    conditions = [_condition(one, page.last) for one in page.conditions]
    lines = [Line(f"{', '.join(conditions) if conditions else 'none recorded'}.", label="Conditions")]
    lines += [_taken(one, page) for one in page.taken]
    if not page.taken:
        lines.append(Line("none recorded.", label="Painkillers"))
    return Section("CONDITIONS AND MEDICATION", tuple(lines))


def _condition(one: ConditionRow, present: date) -> str:
    told = [
        f"{word} {on(date.fromordinal(day), present)}"
        for word, day in (("since", one.since), ("until", one.until))
        if day is not None
    ]
    name = display(ConditionName(one.id))
    return f"{name} ({', '.join(told)})" if told else name


def _taken(one: Taken, page: Physio) -> Line:
    name = display(Drug(one.drug)) if one.drug else "painkiller, not told which"
    amounts = " or ".join(f"{plain(mg):,}" for mg in one.single_mg)
    each = f", {amounts} mg each ({plain(one.total_mg):,} mg in all)" if amounts else ""
    unknown = f", {one.unknown} without an amount" if one.unknown else ""
    last = on(date.fromordinal(one.rows[-1].day), page.last)
    return Line(
        f"{counted(len(one.rows), 'dose')} on {one.days} of {counted(page.days, 'day')}{each}{unknown}, "
        f"the last on {last}.",
        label=name.capitalize(),
    )
