"""Heat where it does harm: in the first days of a pain, on a bruise, or over a cream."""

from collections.abc import Iterator

from journal.analysis.care.treated import (
    HEAT,
    SKIN,
    Open,
    applied,
    done,
    is_early,
    is_for,
    not_told,
    time_missing,
    unsure,
)
from journal.analysis.documents import PREVENT, RELIEF, science
from journal.analysis.flags import Evidence, Threshold
from journal.analysis.frames import Frames
from journal.analysis.instants import DAY, HOUR, MINUTE, above, says_span
from journal.analysis.pain.episodes import Episode
from journal.analysis.rows import CareRow, Place, places
from journal.analysis.rulebook import EVENT_DAYS, Finding, Occurrence, rule
from journal.analysis.telling import evidence_of, says_start, says_when
from journal.analysis.timeline import Timeline
from journal.vocabulary import CareKind, Severity

_APPLIED = {CareKind.TOPICAL: "a cream", CareKind.WARM_BATH: "a warm bath"}


def _until(at: int) -> int:
    return at + EVENT_DAYS * DAY


def _with_place(rows: list[CareRow]) -> Timeline[CareRow]:
    return Timeline(row for row in rows if row.region)


@rule(
    theme="care",
    checks="heat in the first two days of a pain",
    threshold="heat or a warm bath under 48 h after the pain began",
    severity=(Severity.CAUTION,),
    documents=(RELIEF, PREVENT),
    grade="○",
    advice="Two of the articles allow only cold in the first 48 hours, two others use heat sooner. Cold, or "
    "nothing, is the careful choice until then." + SKIN,
    looks_back=35,
)
def heat_too_early(frames: Frames, *, cold_only_h: float = 48) -> Iterator[Finding]:
    """Heat for a place with an open episode that began less than `cold_only_h` hours before."""
    rows, hurting = done(frames, HEAT), Open(frames)
    told = _with_place(rows)
    for row in rows:
        early = [(episode, is_early(row, episode, cold_only_h)) for episode in hurting.at(row)]
        if not row.region:
            if any(answer is not False for _, answer in early):
                yield from not_told(row, told, "where the heat was")
            continue
        for episode, answer in early:
            if answer is None:
                whose = "pain entry" if row.time_known else "heat"
                yield time_missing(episode.place, row.ts, whose)
            elif answer:
                yield _early(row, episode, cold_only_h)


def _early(row: CareRow, episode: Episode, hours: float) -> Occurrence:
    age = (row.ts - episode.start) / HOUR
    first = episode.entries[0]
    return Occurrence(
        subject=episode.place.subject,
        since=row.ts,
        until=_until(row.ts),
        severity=Severity.CAUTION,
        message=(
            f"{applied(row)} came {int(age)} h after the {episode.place} pain began "
            f"({says_start(episode.start, first)})."
        ),
        evidence=(Evidence("care", row.id), *evidence_of(first)),
        value=age,
        unit="h",
        threshold=Threshold("<", hours, "h"),
        episode=episode.key,
        offset=row.offset,
    )


@rule(
    theme="care",
    checks="heat on a bruise",
    threshold="heat or a warm bath on a place whose newest answer of the last 7 days says that it is bruised",
    severity=(Severity.CAUTION,),
    documents=(PREVENT,),
    grade="○",
    advice="Leave heat off a place that is bruised." + SKIN,
    looks_back=35,
)
def heat_on_bruise(frames: Frames, *, bruise_days: float = 7) -> Iterator[Finding]:
    """Heat for a place at which a pain entry told of a bruise in the last `bruise_days`, and none took it back."""
    rows = done(frames, HEAT)
    told = _with_place(rows)
    bruises = {
        place: Timeline(entry for entry in entries if entry.bruising is not None)
        for place, entries in sorted(frames.entries.items())
        if any(entry.bruising for entry in entries)
    }
    for row in rows if bruises else ():
        for place, answers in bruises.items():
            newest = answers.last(row.ts, int(bruise_days * DAY))
            same_time = answers.between(newest.ts, newest.ts) if newest else []
            bruised = next((entry for entry in same_time if entry.bruising), None)
            if bruised is None:
                continue
            if not row.region:
                yield from not_told(row, told, "where the heat was")
                break
            if is_for(row, place):
                yield Occurrence(
                    subject=place.subject,
                    since=row.ts,
                    until=_until(row.ts),
                    severity=Severity.CAUTION,
                    message=(
                        f"{applied(row)} was on a bruise: the {place} was bruised on {says_when(bruised)}."
                    ),
                    evidence=(Evidence("care", row.id), *evidence_of(bruised)),
                    value=(row.ts - bruised.ts) / DAY,
                    unit="d",
                    threshold=Threshold("<=", bruise_days, "d"),
                    offset=row.offset,
                )


@rule(
    theme="care",
    checks="heat over a cream",
    threshold="heat or a warm bath, and a cream on the same place, at most 4 h apart",
    severity=(Severity.CAUTION,),
    documents=(science("heat over a cream that warms or numbs the skin can burn it"),),
    grade="●",
    advice="Put no heat over a cream that warms or numbs: one does not feel the skin burn." + SKIN,
    looks_back=35,
)
def heat_over_cream(frames: Frames, *, cream_h: float = 4) -> Iterator[Finding]:
    """Heat and a cream on one place within `cream_h` hours, whichever came first."""
    heats = done(frames, HEAT)
    creams = Timeline(row for row in frames.care if row.kind == CareKind.TOPICAL)
    told = {"heat": _with_place(heats), "cream": _with_place(creams.rows)}
    reach = int(cream_h * HOUR) + unsure(False, False)
    for heat in heats:
        for cream in creams.between(heat.ts - reach, heat.ts + reach):
            apart, doubt = abs(heat.ts - cream.ts), unsure(heat.time_known, cream.time_known)
            if above((apart - doubt) / HOUR, cream_h):
                continue
            earlier, later = sorted((heat, cream), key=lambda row: (row.ts, row.id))
            if not heat.region or not cream.region:
                what = "cream" if heat.region else "heat"
                yield from not_told(later, told[what], f"where the {what} was")
                continue
            if not _same_place(heat, cream):
                continue
            for place in places(heat.region, _side(heat, cream)):
                if doubt:
                    whose = "cream" if heat.time_known else "heat"
                    yield time_missing(place, later.ts, whose)
                else:
                    yield _burning(place, earlier, later, cream_h)


def _same_place(one: CareRow, other: CareRow) -> bool:
    return any(is_for(one, place) for place in places(other.region, other.side))


def _side(one: CareRow, other: CareRow) -> str:
    """The one side where both were, when either tells it."""
    return next((row.side for row in (one, other) if row.side in ("left", "right")), one.side or other.side)


def _burning(place: Place, earlier: CareRow, later: CareRow, hours: float) -> Occurrence:
    apart = later.ts - earlier.ts
    after = f"came {says_span(apart / HOUR)} after" if apart >= MINUTE else "came together with"
    one, other = (_APPLIED.get(CareKind(row.kind), "heat") for row in (later, earlier))
    return Occurrence(
        subject=place.subject,
        since=later.ts,
        until=_until(later.ts),
        severity=Severity.CAUTION,
        message=(f"On the {place}, {one} {after} {other} ({says_when(earlier)})."),
        evidence=(Evidence("care", earlier.id), Evidence("care", later.id)),
        value=(later.ts - earlier.ts) / HOUR,
        unit="h",
        threshold=Threshold("<=", hours, "h"),
        offset=later.offset,
    )
