"""What each long-lasting condition changes in what the program says, one line each."""

from datetime import date

from journal.records import Condition
from journal.tui.wording.dates import in_short
from journal.vocabulary import ConditionName

_PLAN = "a plan by a professional; easy yoga alone for relief"
_EARLY = "with new back pain early to a doctor"

CHANGES = {
    ConditionName.HERNIATED_DISC: f"no jumping, running or hard sessions; {_PLAN}",
    ConditionName.OSTEOPOROSIS: (
        f"work for the bones, no bending or twisting under load; {_EARLY}; easy yoga alone for relief"
    ),
    ConditionName.ARTHRITIS: "a plan by a professional",
    ConditionName.STENOSIS: _PLAN,
    ConditionName.SPONDYLITIS: _PLAN,
    ConditionName.SPONDYLOLISTHESIS: _PLAN,
    ConditionName.LIGAMENT_INJURY: f"no hard sessions; {_PLAN}",
    ConditionName.CANCER_HISTORY: _EARLY,
    ConditionName.STEROID_USE: _EARLY,
    ConditionName.PREGNANCY: "no rule is written for it: ask your doctor first",
    ConditionName.FLUID_LIMIT: "no range for the day's fluid, no tip to drink more",
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
