"""The same movements over and over."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from journal.analysis.documents import LOWER_BACK
from journal.analysis.engine import RANK
from journal.analysis.flags import Evidence, Threshold, plain
from journal.analysis.frames import Frames
from journal.analysis.instants import DAY, above, block_of, says_day
from journal.analysis.pain.episodes import Episode
from journal.analysis.rows import PainRow
from journal.analysis.rulebook import EVENT_DAYS, Finding, Occurrence, rule
from journal.analysis.telling import evidence_of, tell_pain
from journal.analysis.training.lacking import workouts_since
from journal.analysis.training.regions import loaded_regions
from journal.analysis.training.variety import Variety, varieties
from journal.exercises import Exercise
from journal.vocabulary import Severity


@rule(
    theme="exercise choice",
    checks="the same movements over and over",
    threshold="12 sessions or more on the last 28 recorded dates, and one movement with more than 40 % of the working "
    "sets, or 6 sessions in a row with the same exercises; caution only while a pain with a peak of 4 or more is "
    "open where they load",
    severity=(Severity.CAUTION, Severity.INFO),
    documents=(LOWER_BACK,),
    grade="○",
    advice="Vary the movements: another exercise for the same muscles spreads the strain.",
    looks_back=105,
    details={"sets": "working sets of the movement", "all_sets": "all working sets"},
)
def same_moves_repetition(
    frames: Frames,
    *,
    days: int = 28,
    sessions: int = 12,
    sets_share: float = 0.40,
    same_sessions: int = 6,
    peak_nrs: int = 4,
    once_days: int = 56,
) -> Iterator[Finding]:
    """Judged at each session with exercises that are no endurance; once in `once_days`, again only when worse."""
    bad = _BadEpisodes(frames, peak_nrs)
    told: dict[int, int] = {}
    held: Occurrence | None = None
    for seen in varieties(frames, days=days, least=sessions):
        bout = seen.bout
        is_most = above(seen.share, sets_share)
        repeated = (seen.most,) if is_most else seen.exercises if seen.same >= same_sessions else ()
        if held is not None and not repeated and (held.until or 0) > bout.ts:
            held = replace(held, until=bout.ts)
        hurt = bad.loaded_by(repeated, bout.ts) if repeated else None
        severity = Severity.INFO if hurt is None else Severity.CAUTION
        block = block_of(bout.day, once_days)
        if not repeated or RANK[severity] >= told.get(block, len(RANK)):
            continue
        told[block] = RANK[severity]
        if held is not None:
            yield replace(held, until=min(held.until or 0, bout.ts))
        found = _mostly(seen, sets_share) if is_most else _always_the_same(seen, same_sessions)
        workouts = (Evidence("workouts", one.id) for one in workouts_since(frames, seen.first, bout.ts))
        held = replace(
            found if hurt is None else _while_it_hurts(found, hurt),
            severity=severity,
            evidence=(*(evidence_of(hurt) if hurt else ()), *workouts),
            episode=str(block),
        )
    if held is not None:
        yield held


def _mostly(seen: Variety, sets_share: float) -> Occurrence:
    return replace(
        _at(seen),
        subject={"exercise": seen.most.slug},
        message=(
            f"{seen.most.name} makes up {round(seen.share * 100, 1):g} % of your working sets ({seen.most_sets} of "
            f"{seen.sets}) in the {seen.sessions} sessions from {says_day(seen.first)} to {says_day(seen.bout.day)}."
        ),
        value=seen.share * 100,
        unit="%",
        threshold=Threshold(">", plain(sets_share * 100), "%"),
        details={"sets": seen.most_sets, "all_sets": seen.sets},
    )


def _always_the_same(seen: Variety, same_sessions: int) -> Occurrence:
    names = ", ".join(exercise.name for exercise in seen.exercises)
    return replace(
        _at(seen),
        message=f"The last {seen.same} sessions to {says_day(seen.bout.day)} had the same exercises: {names}.",
        value=seen.same,
        threshold=Threshold(">=", same_sessions),
    )


def _at(seen: Variety) -> Occurrence:
    return Occurrence(
        subject={},
        since=seen.bout.ts,
        until=seen.bout.ts + EVENT_DAYS * DAY,
        severity=Severity.INFO,
        message="",
        offset=seen.bout.offset,
    )


def _while_it_hurts(found: Occurrence, entry: PainRow) -> Occurrence:
    return replace(found, message=f"{found.message} It loads a place that hurts: {tell_pain(entry)}.")


class _BadEpisodes:
    """Episodes with a peak from some score on, asked for what was open at instants that only move on."""

    def __init__(self, frames: Frames, peak_nrs: int) -> None:
        peaks = (
            (next((e.ts for e in one.entries if e.score >= peak_nrs), None), one) for one in frames.episodes
        )
        found = [(at, one) for at, one in peaks if at is not None]
        self._coming = sorted(found, key=lambda one: (one[0], one[1].place), reverse=True)
        self._open: list[Episode] = []

    def loaded_by(self, exercises: Iterable[Exercise], instant: int) -> PainRow | None:
        """The peak of the first of those that were open then at a place that the exercises load."""
        while self._coming and self._coming[-1][0] <= instant:
            self._open.append(self._coming.pop()[1])
        self._open = [one for one in self._open if instant < one.closed_at]
        loaded = (
            {region for exercise in exercises for region in loaded_regions(exercise)} if self._open else set()
        )
        for one in self._open:
            peak = one.peak(instant)
            if one.place.region in loaded and peak is not None:
                return peak
        return None
