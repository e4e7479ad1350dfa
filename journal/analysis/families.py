"""Flags that say the same thing in different words: of one family, the worst is shown for all."""

from collections.abc import Sequence
from dataclasses import replace

from journal.analysis.flags import Flag
from journal.vocabulary import Severity, Side

FAMILIES: dict[str, tuple[str, ...]] = {
    "training on pain": (
        "trained-through-pain",
        "return-pain-back",
        "avoid-while-painful",
        "return-too-early",
        "core-while-injured",
        "rest-1-2-days",
        "stretch-in-acute",
    ),
    "rest": ("same-muscle-consecutive-days", "muscle-rest-short", "no-rest-day"),
    "jump": (
        "spike-session-distance",
        "spike-session-weight",
        "spike-session-volume",
        "spike-week-load",
        "return-too-heavy",
        "return-step-too-big",
        "first-after-layoff",
        "spike-intensity",
        "hard-start-new",
        "monotony-high",
    ),
    "too long": (
        "pain-unimproved-1w",
        "rest-not-helping",
        "pain-past-72h",
        "pain-not-gone-after-treatment",
        "sudden-onset-no-improve",
        "strain-persists",
        "doms-past-72h",
        "pain-worsening",
        "therapist-hint",
    ),
    "sharp": (
        "sharp-during-exercise",
        "rf-sudden-stabbing",
        "pain-during-stop",
        "risky-lift-form",
        "form-flag",
    ),
    "heat and cold": (
        "heat-on-bruise",
        "heat-over-cream",
        "heat-too-early",
        "cold-heat-too-long",
        "cold-unwrapped",
        "cold-too-short",
        "care-started-late",
        "cold-heat-frequency",
    ),
    "fluid": (
        "dehydration-signs",
        "urine-dark",
        "water-loss-2pct",
        "fluid-low",
        "drink-around-training",
    ),
}
"""Family -> its rules, the one that speaks for the others first among equals."""

_PLACE = {name: (family, place) for family, names in FAMILIES.items() for place, name in enumerate(names)}
_RANK = {severity: rank for rank, severity in enumerate(Severity)}


def merge(flags: Sequence[Flag]) -> list[Flag]:
    """The flags with those of one family, about the same region, muscle or workout, put under the worst.

    Urgent flags are never merged, and two flags of one rule are two flags.  A flag that the writer marked does not
    speak for one that they did not.
    """
    ordered = sorted(flags, key=_weight)
    shown: list[Flag] = []
    for flag in ordered:
        speaker = next((index for index, other in enumerate(shown) if _same_matter(other, flag)), None)
        if speaker is None:
            shown.append(flag)
        elif flag.rule not in shown[speaker].also:
            shown[speaker] = replace(shown[speaker], also=(*shown[speaker].also, flag.rule))
    return shown


def paired(flags: Sequence[Flag]) -> list[Flag]:
    """The flags, what one entry about both sides raised on the left and on the right told once.

    Urgent flags are told for each side.
    """
    made: list[Flag] = []
    for flag in flags:
        twin = next((index for index, other in enumerate(made) if _are_twins(other, flag)), None)
        if twin is None:
            made.append(flag)
        else:
            other = made[twin]
            message = f"{other.message} The same on the {flag.subject['side']}."
            subject = {**other.subject, "side": Side.BOTH.value}
            evidence = tuple(dict.fromkeys((*other.evidence, *flag.evidence)))
            made[twin] = replace(other, message=message, subject=subject, evidence=evidence)
    return made


def _are_twins(one: Flag, other: Flag) -> bool:
    sides = {one.subject.get("side"), other.subject.get("side")}
    return (
        sides == {Side.LEFT.value, Side.RIGHT.value}
        and {**one.subject, "side": ""} == {**other.subject, "side": ""}
        and (one.rule, one.severity, one.since, one.value)
        == (other.rule, other.severity, other.since, other.value)
        and not one.is_urgent
    )


def spoken_for(flag: Flag, flags: Sequence[Flag]) -> list[Flag]:
    """Those of `flags` that stand under this one when they are merged."""
    return [other for other in flags if _same_matter(flag, other) and _weight(flag) < _weight(other)]


def _weight(flag: Flag) -> tuple[int, int, float]:
    return _RANK[flag.severity], _PLACE.get(flag.rule, ("", 0))[1], -flag.since.timestamp()


def _same_matter(speaker: Flag, flag: Flag) -> bool:
    family = _PLACE.get(flag.rule, ("", 0))[0]
    return (
        bool(family)
        and family == _PLACE.get(speaker.rule, ("", 0))[0]
        and speaker.rule != flag.rule
        and (speaker.mark is None) == (flag.mark is None)
        and not speaker.is_urgent
        and not flag.is_urgent
        and bool(_matters(speaker) & _matters(flag))
    )


def _matters(flag: Flag) -> set[tuple[str, str]]:
    subject = flag.subject
    matters = {(key, subject[key]) for key in ("muscle", "workout") if key in subject}
    if "region" in subject:
        matters.add(("region", f"{subject['region']} {subject.get('side', '')}"))
    for one in flag.evidence:
        if one.table in ("workouts", "sets"):
            matters.add(("workout", one.id.partition("/")[0]))
    return matters
