"""The choice of exercises: what to leave out for as long as the back hurts."""

from bisect import bisect_right
from collections.abc import Iterator

from journal.analysis.answers.avoiding import without_the_list
from journal.analysis.documents import CAUSES, PREVENT
from journal.analysis.flags import Evidence, Threshold
from journal.analysis.frames import Frames
from journal.analysis.instants import HOUR, UNSURE_H
from journal.analysis.pain.episodes import Episode
from journal.analysis.pain.painful import (
    ACTIVE_H,
    ACTIVE_NRS,
    LEAVE_OUT_TAGS,
    ActivePain,
    active_back_pains,
    is_telling,
)
from journal.analysis.replacing import newest_only
from journal.analysis.rulebook import Finding, Occurrence, rule
from journal.analysis.rules.recovery import time_missing
from journal.analysis.telling import evidence_of, says_when, tell_pain
from journal.analysis.training.workouts import Bout
from journal.exercises import Exercise
from journal.vocabulary import Act, ExerciseTag, Severity

SETTLED_NRS = 2
"""Pain up to this score for 48 h has settled enough."""
WHY = {
    ExerciseTag.HIGH_IMPACT: "impact",
    ExerciseTag.JUMP: "jumping",
    ExerciseTag.AXIAL_LOAD: "load on the spine",
    ExerciseTag.PRONE_ARCH: "arching face down",
    ExerciseTag.CORE_INTENSE: "hard core work",
    ExerciseTag.SEATED_FOLD: "seated fold",
    ExerciseTag.LOADED_TWIST: "twisting with weight",
    ExerciseTag.TWIST: "twisting",
}
"""What puts an exercise on the list, as a person would say it."""
Listed = list[tuple[Exercise, list[ExerciseTag]]]
"""Exercises on the list, each with the tags that put it there."""


@rule(
    theme="exercise choice",
    checks="exercises to leave out while the back hurts",
    threshold="impact, jumps, loads on the spine, arching face down, hard core work, seated folds or loaded twists "
    "within 48 h of back pain of 4 or more, or of 2 or more when it is sharp, nervous or radiating",
    severity=(Severity.WARNING, Severity.CAUTION, Severity.INFO),
    documents=(PREVENT, CAUSES),
    grade="●",
    advice="Leave these out while your back hurts; bike, elliptical, swimming or walking are gentler.",
    looks_back=28,
    avoid=without_the_list,
    details={"exercises": "those of the workout that are on the list, each with what puts it there"},
)
def avoid_while_painful(frames: Frames, *, severe_nrs: int = 7) -> Iterator[Finding]:
    """A workout with an exercise on the leave-out list during active back pain; twists without weight are info."""
    found: list[Finding] = []
    settling = Settling()
    for bout in frames.bouts:
        if bout.tags.isdisjoint(LEAVE_OUT_TAGS):
            continue
        for active in active_back_pains(frames, bout.ts, workout=True):
            listed = _listed(bout)
            if _is_sure(bout, active):
                until = settling.at(active.episode, bout.ts)
                found.append(_on_list(bout, active, listed, until, severe_nrs))
            else:
                found.append(time_missing(bout, active.episode.place))
    yield from newest_only(found)


def _listed(bout: Bout) -> Listed:
    """The exercises of a workout that are on the leave-out list, each with the tags that put it there."""
    tagged = (
        (work.exercise, [tag for tag in LEAVE_OUT_TAGS if tag in work.exercise.tags]) for work in bout.work
    )
    return [(exercise, tags) for exercise, tags in tagged if tags]


def _is_sure(bout: Bout, active: ActivePain) -> bool:
    """Whether the pain came at most 48 h before the workout even where a time is not known."""
    unsure = UNSURE_H * HOUR * ((not bout.time_known) + (not active.entry.time_known))
    age = bout.ts - active.entry.ts
    return not unsure or unsure <= age <= ACTIVE_H * HOUR - unsure


def _on_list(bout: Bout, active: ActivePain, listed: Listed, until: int, severe_nrs: int) -> Occurrence:
    entry, place = active.entry, active.episode.place
    severity = Severity.CAUTION
    if all(tags == [ExerciseTag.TWIST] for _, tags in listed):
        severity = Severity.INFO
    elif entry.score >= severe_nrs:
        severity = Severity.WARNING
    least = severe_nrs if severity is Severity.WARNING else min(entry.score, ACTIVE_NRS)
    told = ", ".join(f"{exercise.name} ({WHY[tags[0]]})" for exercise, tags in listed)
    return Occurrence(
        subject=place.subject,
        since=bout.ts,
        until=until,
        severity=severity,
        act=Act.THIS_WEEK if severity is Severity.WARNING else None,
        message=f"Done with back pain on {says_when(bout)}: {told}; {tell_pain(entry)}.",
        evidence=(*evidence_of(entry), Evidence("workouts", bout.id)),
        value=entry.score,
        unit="NRS",
        threshold=Threshold(">=", least, "NRS"),
        episode=bout.id,
        offset=bout.offset,
        details={"exercises": {exercise.slug: [tag.value for tag in tags] for exercise, tags in listed}},
    )


class Settling:
    """When back pain has settled: nothing above 2, and nothing that keeps it active, was written for 48 h."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[list[int], list[int]]] = {}

    def at(self, episode: Episode, since: int) -> int:
        """The first instant after `since` at which it has settled, or its episode is over."""
        if episode.key not in self._known:
            self._known[episode.key] = self._stretches(episode)
        hurting, ends = self._known[episode.key]
        return min(episode.closed_at, ends[bisect_right(hurting, since) - 1])

    def _stretches(self, episode: Episode) -> tuple[list[int], list[int]]:
        """Entries that hurt, each with the end of the stretch of such entries that it belongs to."""
        hurting = [entry.ts for entry in episode.entries if entry.score > SETTLED_NRS or is_telling(entry)]
        ends: list[int] = []
        for at, later in zip(reversed(hurting), (None, *reversed(hurting)), strict=False):
            goes_on = later is not None and later <= at + ACTIVE_H * HOUR
            # An entry of 48 h ago still counts: it is over a second later.
            ends.append(ends[-1] if goes_on else at + ACTIVE_H * HOUR + 1)
        return hurting, ends[::-1]
