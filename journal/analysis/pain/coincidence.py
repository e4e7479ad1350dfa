"""An exercise that came before most of the last flares of a place, in words: by itself, and several together."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple

from journal.analysis.flags import Evidence, Flag, Threshold, plain
from journal.analysis.pain.before_flares import Shared
from journal.analysis.rows import Place
from journal.analysis.rulebook import Occurrence
from journal.analysis.stretches import Stretch
from journal.analysis.telling import dates, evidence_of, in_a_row


class Coincidence(NamedTuple):
    """An exercise of the workouts before the flares, and on how many of the ordinary dates it was done anyway."""

    shared: Shared
    ordinary_days: int
    ordinary_pct: float


def coincided(
    place: Place, found: Stretch[Coincidence | None], seen: Coincidence, least_flares: int
) -> Occurrence:
    """What is raised about one exercise."""
    exercise, flares = seen.shared.exercise, seen.shared.flares
    return Occurrence(
        subject={**place.subject, "exercise": exercise.slug},
        since=found.since,
        until=found.until,
        severity=found.level,
        message=(
            f"{exercise.name}: done before {len(flares)} of your last {seen.shared.of} flares of {place} pain "
            f"({dates([one.day for one in flares])}). Of {_days(seen.ordinary_days)} without a flare, "
            f"{seen.ordinary_pct:.0f} % had it on that day or on the two before. Coincidence is possible."
        ),
        evidence=tuple(
            one
            for flare in flares
            for one in (*evidence_of(flare.entry), *(Evidence("workouts", bout.id) for bout in flare.linked))
        ),
        value=len(flares),
        threshold=Threshold(">=", least_flares),
        offset=flares[-1].entry.offset,
        details={
            "name": exercise.name,
            "flares": [date.fromordinal(one.day).isoformat() for one in flares],
            "of": seen.shared.of,
            "ordinary_days": seen.ordinary_days,
            "ordinary_pct": plain(seen.ordinary_pct),
        },
    )


def told_together(flags: Sequence[Flag]) -> Flag:
    """The flags about several exercises before the flares of one place as one: the most telling exercise first."""
    ordered = sorted(
        flags, key=lambda one: (-(one.value or 0), one.details["ordinary_pct"], one.details["name"])
    )
    first = ordered[0]
    subject = {key: value for key, value in first.subject.items() if key != "exercise"}
    told = [one.details for one in ordered]
    days = sorted({date.fromisoformat(day).toordinal() for one in told for day in one["flares"]})
    place = Place(subject["region"], subject.get("side", ""))
    return replace(
        first,
        subject=subject,
        message=(
            f"{len(ordered)} exercises were done before most of your last {first.details['of']} flares of {place} "
            f"pain ({dates(days)}): {in_a_row([_told(one) for one in told])}. "
            "Coincidence is possible, and what is always done together cannot be told apart."
        ),
        evidence=tuple(dict.fromkeys(one for flag in ordered for one in flag.evidence)),
        details={"exercises": [{"exercise": one.subject["exercise"], **one.details} for one in ordered]},
    )


def _told(details: Mapping[str, Any]) -> str:
    before = len(details["flares"])
    return f"{details['name']} ({before} flares, and around {details['ordinary_pct']:.0f} % of ordinary days)"


def _days(count: int) -> str:
    return "1 ordinary day" if count == 1 else f"{count} ordinary days"
