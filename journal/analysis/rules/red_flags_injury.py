"""Red flags of an injury: stabbing pain out of nowhere, a pop, severe pain that does not let go."""

from collections.abc import Iterator

from journal.analysis.documents import CAUSES, PREVENT, RELIEF
from journal.analysis.flags import Threshold
from journal.analysis.frames import Frames
from journal.analysis.instants import DAY, HOUR, UNSURE_H, above
from journal.analysis.pain.episodes import Episode
from journal.analysis.pain.severe import RUN_GAP_H, SEVERE_NRS, SevereRun, severe_runs
from journal.analysis.rows import PainRow, Place, SymptomRow
from journal.analysis.rulebook import EVENT_DAYS, URGENT_DAYS, Finding, Missing, Occurrence, rule
from journal.analysis.telling import (
    evidence_of,
    latest,
    says_start,
    says_when,
    sentence,
    tell_pain,
    tell_sign,
)
from journal.analysis.timeline import Timeline
from journal.analysis.urgent import ENDED, Endings, certain_end, joined
from journal.vocabulary import Act, Context, Quality, Severity, Symptom

_SHARP = frozenset({Quality.SHARP, Quality.STABBING})


@rule(
    theme="red flags",
    checks="sudden, stabbing back pain",
    threshold="stabbing and sudden, or sharp or stabbing during training from 7; urgent from 7",
    severity=(Severity.URGENT, Severity.WARNING),
    documents=(PREVENT, RELIEF),
    grade="●",
    advice="Stop exercising now. Sudden stabbing pain should be assessed.",
    looks_back=URGENT_DAYS + 3,
    details=ENDED,
)
def rf_sudden_stabbing(frames: Frames, *, severe_nrs: int = SEVERE_NRS) -> Iterator[Finding]:
    """One entry is enough."""
    endings = Endings(frames)
    yield from joined(
        _of_episode(
            episode,
            entry,
            endings,
            urgent=entry.score >= severe_nrs,
            told=f"{'sudden, ' if entry.sudden else ''}{_sharpest(entry)}, {tell_pain(entry)}",
            records=(entry,),
            nrs=severe_nrs,
        )
        for episode in frames.episodes
        if episode.place.is_back
        for entry in episode.painful
        if _is_stabbing(entry, severe_nrs)
    )


def _is_stabbing(entry: PainRow, severe_nrs: int) -> bool:
    sudden = entry.sudden is True and Quality.STABBING in entry.qualities
    during = entry.context == Context.DURING and entry.score >= severe_nrs
    return sudden or (during and bool(entry.qualities & _SHARP))


def _sharpest(entry: PainRow) -> str:
    return "stabbing" if Quality.STABBING in entry.qualities else "sharp"


@rule(
    theme="red flags",
    checks="a pop, followed by pain",
    threshold=(
        "pop heard and pain in the same place within 24 h; urgent from 7, or with hard-to-stand-or-walk within 24 h"
    ),
    severity=(Severity.URGENT, Severity.WARNING),
    documents=(CAUSES,),
    grade="○",
    advice="A pop followed by pain can be a torn structure. Stop loading it until it is examined.",
    looks_back=URGENT_DAYS + 4,
    details=ENDED,
)
def rf_pop(frames: Frames, *, within_hours: float = 24, severe_nrs: int = SEVERE_NRS) -> Iterator[Finding]:
    """A pop without pain never fires, and no pop rules nothing out."""
    endings, within = Endings(frames), round(within_hours * HOUR)
    stand = Timeline(
        row for row in frames.symptoms if row.present and row.symptom == Symptom.HARD_TO_STAND_OR_WALK
    )
    heard: dict[Place, list[PainRow]] = {}
    for place, entries in frames.entries.items():
        heard[place] = [entry for entry in entries if entry.pop_heard]
    pops = {place: Timeline(entries) for place, entries in heard.items() if entries}
    found: list[Occurrence] = []
    for episode in frames.episodes:
        for entry in episode.painful if episode.place in pops else ():
            pop = pops[episode.place].last(entry.ts, within)
            if pop is not None:
                found.extend(_popped(episode, pop, entry, stand.beside(pop.ts, within), endings, severe_nrs))
    yield from joined(found)


def _popped(
    episode: Episode,
    pop: PainRow,
    entry: PainRow,
    stand: SymptomRow | None,
    endings: Endings,
    severe_nrs: int,
) -> Iterator[Occurrence]:
    told = f"a pop ({says_when(pop)}), then {tell_pain(entry)}"
    records = (pop, entry)
    severe = entry.score >= severe_nrs
    yield _of_episode(episode, entry, endings, urgent=severe, told=told, records=records, nrs=severe_nrs)
    if stand is not None and not severe and max(stand.ts, entry.ts) < episode.closed_at:
        yield _of_episode(
            episode,
            latest(stand, entry),
            endings,
            urgent=True,
            told=f"{told}, with {tell_sign(stand)}",
            records=(*records, stand),
        )


def _of_episode(
    episode: Episode,
    last: PainRow | SymptomRow,
    endings: Endings,
    *,
    urgent: bool,
    told: str,
    records: tuple[PainRow | SymptomRow, ...],
    nrs: int | None = None,
) -> Occurrence:
    """A flag about the place of an episode, since its last record: urgent, or a warning until the episode ends."""
    score = last.score if isinstance(last, PainRow) and urgent and nrs is not None else None
    return Occurrence(
        subject=episode.place.subject,
        since=last.ts,
        until=endings.urgent(last.ts, certain_end(episode)) if urgent else episode.closed_at,
        severity=Severity.URGENT if urgent else Severity.WARNING,
        act=Act.TODAY if urgent else Act.THIS_WEEK,
        value=score,
        unit="" if score is None else "NRS",
        threshold=None if score is None or nrs is None else Threshold(">=", nrs, "NRS"),
        message=sentence(told),
        evidence=evidence_of(*records),
        offset=last.offset,
        episode=episode.key,
    )


@rule(
    theme="red flags",
    checks="severe pain for more than three days",
    threshold="scores of 7 or more over more than 72 h, none lower between, never silent for more than 36 h",
    severity=(Severity.URGENT,),
    documents=(PREVENT,),
    grade="●",
    advice="Severe pain for over three days. See a doctor.",
    looks_back=URGENT_DAYS + 14,
    details=ENDED,
)
def rf_severe_72h(
    frames: Frames, *, severe_nrs: int = SEVERE_NRS, severe_hours: float = 72, gap_hours: float = RUN_GAP_H
) -> Iterator[Finding]:
    """Once it is raised, silence ends it no more: only an entry that is less severe does."""
    endings, found = Endings(frames), list[Occurrence]()
    for place, entries in frames.entries.items():
        timeline = Timeline(entries)
        for run in severe_runs(entries, severe_nrs=severe_nrs, gap_h=gap_hours):
            first = next((entry for entry in run.entries if _is_over(run, entry, severe_hours)), None)
            if first is not None:
                after = timeline.between(first.ts, _last(run, timeline))
                found.extend(_severe(place, run, first, after, endings, severe_hours))
            yield from _time_not_known(place, run, first, severe_hours)
    yield from joined(found)


def _is_over(run: SevereRun, entry: PainRow, severe_hours: float) -> bool:
    return above(run.hours(entry) - _doubt(run, entry), severe_hours)


def _doubt(run: SevereRun, entry: PainRow) -> float:
    """Hours by which the run may be shorter or longer than it looks: half a day for each unknown time."""
    first = run.entries[0]
    unknown = (not first.time_known and run.start == first.ts) + (not entry.time_known)
    return UNSURE_H * unknown if entry is not first else 0.0


def _last(run: SevereRun, timeline: Timeline[PainRow]) -> int:
    return run.broken_at - 1 if run.broken_at is not None else timeline.rows[-1].ts


def _severe(
    place: Place,
    run: SevereRun,
    first: PainRow,
    after: list[PainRow],
    endings: Endings,
    severe_hours: float,
) -> Iterator[Occurrence]:
    """The flag of a run, and what keeps it up: every severe entry until it ended, a gap between or not."""
    hours = run.hours(first)
    end = first.ts
    for entry in after:
        # A doctor who was seen ends it for this run: the entries after that do not raise it again.
        if entry.ts > end and entry is not first:
            return
        end = endings.urgent(entry.ts, run.broken_at)
        yield Occurrence(
            subject=place.subject,
            since=entry.ts,
            until=end,
            severity=Severity.URGENT,
            act=Act.TODAY,
            value=hours,
            unit="h",
            threshold=Threshold(">", severe_hours, "h"),
            message=(
                f"Severe pain ({place!s}) has been recorded for {hours:.0f} h "
                f"(since {says_start(run.start, run.entries[0])}), latest score {first.score}."
            ),
            evidence=evidence_of(*(one for one in run.entries if one.ts <= first.ts)),
            offset=entry.offset,
        )


def _time_not_known(
    place: Place, run: SevereRun, first: PainRow | None, severe_hours: float
) -> Iterator[Missing]:
    for entry in run.entries:
        if first is not None and entry.ts >= first.ts:
            return
        doubt = _doubt(run, entry)
        if doubt and above(run.hours(entry) + doubt, severe_hours):
            end = entry.ts + EVENT_DAYS * DAY
            ends = (run.broken_at, first.ts if first else None)
            yield Missing(
                subject=place.subject,
                since=entry.ts,
                until=min((end, *(one for one in ends if one is not None))),
                what=("the time of day of the entries",),
            )
