"""What may help now, and what the rules look at: asked for in the rules' thread."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from journal.tui.asking.at_work import AtWork
from journal.vocabulary import CareKind, Drug

if TYPE_CHECKING:
    from journal.analysis.care.relief import Relief

_HEAT = ("heat-too-early", "heat-on-bruise", "heat-over-cream")
_RULES: dict[CareKind, tuple[str, ...]] = {
    CareKind.COLD: ("cold-too-short", "cold-unwrapped"),
    CareKind.HEAT: _HEAT,
    CareKind.WARM_BATH: _HEAT,
    CareKind.MASSAGE: ("massage-direct",),
    CareKind.TOPICAL: ("heat-over-cream",),
    CareKind.ORAL_ANALGESIC: ("analgesic-sparingly", "analgesic-before-training"),
    CareKind.STRETCH: ("stretch-in-acute",),
    CareKind.RELIEF_EXERCISE: ("relief-hold-out-of-range",),
    CareKind.BED_REST: ("bed-rest-too-long",),
}
"""The rules that look at each kind, beside those whose numbers are told."""

_SHOWN = 6
"""Relief exercises that are named, the gentlest first."""


@dataclass(frozen=True, slots=True)
class CareHelp:
    """`doctor` says how soon somebody is to be seen before anything else; `relief` are exercises with their holds.

    `looked_at` are, for each kind, what the rules look for; above `most_min` minutes of cold or heat, and `most_mg`
    of a painkiller in 24 hours, they say something.
    """

    doctor: str = ""
    relief: tuple[str, ...] = ()
    looked_at: Mapping[CareKind, tuple[str, ...]] = field(default_factory=dict)
    most_min: float | None = None
    most_mg: Mapping[Drug, float] = field(default_factory=dict)


def care_help(at_work: AtWork) -> CareHelp:
    """What the rules have to say to somebody who is about to do something against a pain."""
    from journal.analysis.answers.today import answer as answer_of
    from journal.analysis.engine import rulebook
    from journal.analysis.judge import reading

    # Told rule by rule, so that the work ends when the page is left.
    made = reading(at_work.rows, at_work.at, at_work.parameters, at_work.tell)
    answer, rules = answer_of(made, at_work.at), rulebook()

    def settings(rule: str) -> Mapping[str, float]:
        return {**rules[rule].parameters, **at_work.parameters.get(rule, {})}

    dose = settings("analgesic-dose")
    return CareHelp(
        doctor=answer.said if answer.act is not None else "",
        relief=tuple(_held(one) for one in answer.relief[:_SHOWN]),
        looked_at={
            kind: tuple(rules[name].checks for name in names if name in rules)
            for kind, names in _RULES.items()
        },
        most_min=settings("cold-heat-too-long").get("care_max_min"),
        most_mg={
            drug: dose.get(f"{drug}_caution_mg", dose[f"{drug}_mg"]) for drug in Drug if f"{drug}_mg" in dose
        },
    )


def _held(one: "Relief") -> str:
    return f"{one.name} ({one.hold_words})" if one.hold_words else one.name
