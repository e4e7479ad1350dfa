"""Pain that is sharp at once: a sign to stop, not soreness."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from journal.analysis.documents import CAUSES, LOWER_BACK, PREVENT, RELIEF
from journal.analysis.flags import Evidence, Threshold
from journal.analysis.frames import Frames
from journal.analysis.instants import DAY, MINUTE
from journal.analysis.pain.episodes import Episode
from journal.analysis.pain.painful import SHARP
from journal.analysis.rows import PainRow
from journal.analysis.rulebook import EVENT_DAYS, Finding, Missing, Occurrence, rule
from journal.analysis.telling import evidence_of, sentence, tell_pain
from journal.analysis.training.workouts import MAX_DURATION_MIN, Bout
from journal.vocabulary import Act, Context, Severity, display

_AT_ONCE = frozenset({Context.DURING, Context.RIGHT_AFTER})


@rule(
    theme="course of a pain",
    checks="sharp pain during or straight after training",
    threshold="sharp, stabbing or shooting, and felt during or right after training or up to 60 min after its end",
    severity=(Severity.WARNING,),
    documents=(LOWER_BACK, PREVENT, RELIEF, CAUSES),
    grade="●",
    advice="Take it as a sign to stop, not as soreness: end the session, and leave out what brought it on.",
    looks_back=28,
)
def sharp_during_exercise(frames: Frames, *, minutes_after: float = 60) -> Iterator[Finding]:
    """A sharp, stabbing or shooting pain, by its context or by the clock of any workout."""
    starts = frames.starts
    for episode in frames.episodes:
        for entry in episode.painful:
            if not entry.qualities & SHARP:
                continue
            bout = _trained_at(frames.bouts, starts, entry, minutes_after)
            if entry.context in _AT_ONCE:
                bout = bout or _told_later(frames.bouts, starts, entry)
            elif bout is None:
                continue
            elif not (entry.time_known and bout.time_known):
                whose = "workout" if entry.time_known else "pain entry"
                yield Missing(
                    subject=episode.place.subject,
                    since=entry.ts,
                    until=min(episode.closed_at, entry.ts + EVENT_DAYS * DAY),
                    what=(f"the time of the {whose}",),
                )
                continue
            yield _sharp(episode, entry, bout)


def _sharp(episode: Episode, entry: PainRow, bout: Bout | None) -> Occurrence:
    qualities = ", ".join(sorted(entry.qualities & SHARP))
    if entry.context in _AT_ONCE:
        when = f"{display(Context(entry.context))} training"
    else:
        assumed = " (end assumed)" if bout is not None and bout.end_assumed else ""
        when = f"by the clock during or right after a workout{assumed}"
    by_clock = () if bout is None else (Evidence("workouts", bout.id),)
    return Occurrence(
        subject=episode.place.subject,
        since=entry.ts,
        until=episode.closed_at,
        severity=Severity.WARNING,
        act=Act.THIS_WEEK,
        message=sentence(f"{qualities} {when}: {tell_pain(entry)}"),
        evidence=(*evidence_of(entry), *by_clock),
        value=entry.score,
        unit="NRS",
        threshold=Threshold(">=", 1, "NRS"),
        episode=episode.key,
        offset=entry.offset,
    )


def _trained_at(bouts: Sequence[Bout], starts: Sequence[int], entry: PainRow, after: float) -> Bout | None:
    """The workout that was going on when it hurt, or had ended at most `after` minutes before.

    When the time of either is not known, the latest workout of the same date may have been it.
    """
    earliest = entry.ts - (MAX_DURATION_MIN + after) * MINUTE - DAY
    maybe = None
    for bout in reversed(bouts[: bisect_right(starts, entry.ts)]):
        if bout.ts < earliest:
            break
        if not (entry.time_known and bout.time_known):
            maybe = maybe or (bout if bout.day == entry.day else None)
        elif entry.ts <= bout.end + after * MINUTE:
            return bout
    return maybe


def _told_later(bouts: Sequence[Bout], starts: Sequence[int], entry: PainRow) -> Bout | None:
    """The workout of a pain that was written down when it was over: the one it names, else the latest of its date."""
    before = bouts[: bisect_right(starts, entry.ts)]
    named = (bout for bout in before if bout.id == entry.workout_id) if entry.workout_id else iter(())
    latest = before[-1] if before and before[-1].day == entry.day else None
    return next(named, latest)
