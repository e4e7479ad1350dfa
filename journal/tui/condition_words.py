"""What each long-lasting condition changes in what the program says, one line each."""

from datetime import date

from journal.records import Condition
from journal.tui.dates import in_short
from journal.vocabulary import ConditionName

_PLAN = "asks for a plan by a professional; for relief easy yoga alone"
_EARLY = "new back pain is a reason to see a doctor early"

CHANGES = {
    ConditionName.HERNIATED_DISC: f"warns of jumping, running and hard sessions; {_PLAN}",
    ConditionName.OSTEOPOROSIS: (
        "asks for work that strengthens bones, warns of bending and twisting under load; "
        f"{_EARLY}; for relief easy yoga alone"
    ),
    ConditionName.ARTHRITIS: "asks for a plan by a professional",
    ConditionName.STENOSIS: _PLAN,
    ConditionName.SPONDYLITIS: _PLAN,
    ConditionName.SPONDYLOLISTHESIS: _PLAN,
    ConditionName.LIGAMENT_INJURY: f"warns of hard sessions; {_PLAN}",
    ConditionName.CANCER_HISTORY: _EARLY,
    ConditionName.STEROID_USE: _EARLY,
    ConditionName.PREGNANCY: "no rule is written for it: ask your doctor before you follow one",
    ConditionName.FLUID_LIMIT: "no range for the day's fluid, and no hint to drink more",
}
"""By condition, in the order of the vocabulary."""


def when_said(condition: Condition | None, today: date) -> str:
    """Since when and until when: "since 12 Mar 2024", "always", "until 3 May 2026"; "" when it never was."""
    if condition is None:
        return ""
    since, until = condition.since, condition.until
    begun = "" if since is None else f"{'from' if since > today else 'since'} {_day(since)}"
    if until is None:
        return begun or "yes, always"
    return f"{begun} until {_day(until)}".strip()


def holds(condition: Condition | None, today: date) -> bool:
    """Whether it holds on that day."""
    return condition is not None and not (
        (condition.since is not None and today < condition.since)
        or (condition.until is not None and today > condition.until)
    )


def marked(condition: Condition | None, name: ConditionName, today: date) -> Condition:
    """What a mark makes of it: a new one holds always, one that holds ends today, one that ended holds again."""
    if condition is None:
        return Condition(condition=name)
    if condition.until is not None and condition.until <= today:
        return condition.but(until=None)
    if condition.since is not None and condition.since > today:
        return condition.but(since=today)
    return condition.but(until=today)


def _day(day: date) -> str:
    return in_short(day).split(" ", 1)[1]
