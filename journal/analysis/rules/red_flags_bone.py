"""Red flags of a bone: new back pain after a fall or with brittle bones, and pain of a bone under strain."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from journal.analysis.answers.asking import Asking
from journal.analysis.documents import LOWER_BACK, science
from journal.analysis.flags import Evidence, Threshold
from journal.analysis.frames import Frames
from journal.analysis.instants import DAY, block_of
from journal.analysis.pain.episodes import Episode
from journal.analysis.rows import ConditionRow, PainRow, Place, SymptomRow
from journal.analysis.rulebook import URGENT_DAYS, Finding, Occurrence, rule
from journal.analysis.telling import evidence_of, latest, sentence, tell_pain, tell_sign
from journal.analysis.timeline import Timeline
from journal.analysis.urgent import ENDED, Endings, certain_end, give_way, joined
from journal.vocabulary import Act, ConditionName, Context, Region, Severity, Symptom, display

HISTORY = frozenset({ConditionName.OSTEOPOROSIS, ConditionName.STEROID_USE, ConditionName.CANCER_HISTORY})
_BONES = frozenset({Region.SHIN, Region.FOOT, Region.HIP, Region.GROIN})
_AT_REST = frozenset({Context.AT_REST, Context.ON_WAKING})
_DATES = 14
_FELL = "Back pain after a fall or a blow deserves an examination soon: stop training until it is seen."


@rule(
    theme="red flags",
    checks="new back pain after a fall or blow, or with a history that makes bones weak",
    threshold=(
        "the first score of 4 or more of a back episode with recent-trauma within 7 days, or with osteoporosis, "
        "steroid use or cancer in the past; urgent with trauma and such a history, a score of 7 or an age above 65"
    ),
    severity=(Severity.URGENT, Severity.WARNING),
    documents=(science("fracture and malignancy as red flags (Finucane 2020)"),),
    grade="●●",
    advice="With your history, new back pain deserves a medical opinion early.",
    looks_back=90 + URGENT_DAYS + 7,
    details=ENDED,
)
def rf_trauma_or_history(
    frames: Frames,
    *,
    new_nrs: int = 4,
    severe_nrs: int = 7,
    within_days: float = 7,
    above_age: int = 65,
    once_days: int = 90,
) -> Iterator[Finding]:
    """A fall and a history weigh more together; a condition by itself is told once in each block of 90 days."""
    endings, within = Endings(frames), round(within_days * DAY)
    falls = Timeline(row for row in frames.symptoms if row.present and row.symptom == Symptom.RECENT_TRAUMA)
    told: set[tuple[str, int]] = set()
    after_fall: list[Occurrence] = []
    history: list[Occurrence] = []
    for new, episode in _new_back_pain(frames, new_nrs):
        held = [one for one in frames.conditions if one.id in HISTORY and one.holds_on(new.day)]
        fell = falls.between(new.ts - within, new.ts + within)
        for fall in fell:
            heavy = bool(held) or _is_older(frames, new, above_age)
            severe = next((one for one in _around(episode, fall, within) if one.score >= severe_nrs), None)
            limits = new_nrs, severe_nrs
            after_fall.extend(_fallen(episode, new, fall, held, severe, endings, limits, heavy=heavy))
        if endings.was_seen(episode.entries[0].ts, new.ts) or any(fall.ts <= new.ts for fall in fell):
            continue
        for one in held:
            if (one.id, block_of(new.day, once_days)) not in told:
                told.add((one.id, block_of(new.day, once_days)))
                history.append(_history(episode, new, one, endings, new_nrs))
    fallen = list(joined(after_fall))
    urgent = [one for one in fallen if one.severity is Severity.URGENT]
    yield from (one for one in fallen if one.severity is not Severity.URGENT)
    yield from give_way(joined(history), urgent)
    yield from frames.once(Asking).unanswered(Symptom.RECENT_TRAUMA)


def _new_back_pain(frames: Frames, new_nrs: int) -> list[tuple[PainRow, Episode]]:
    """The entry that makes each back episode count, in time order."""
    found = [
        (entry, episode)
        for episode in frames.episodes
        if episode.place.is_back
        for entry in episode.painful
        if entry.score >= new_nrs
    ]
    first = {episode.key: (entry, episode) for entry, episode in reversed(found)}
    return sorted(first.values(), key=lambda one: (one[0].ts, one[0].id))


def _around(episode: Episode, fall: SymptomRow, within: int) -> Iterator[PainRow]:
    return (entry for entry in episode.painful if abs(entry.ts - fall.ts) <= within)


def _is_older(frames: Frames, entry: PainRow, above_age: int) -> bool:
    born = frames.profile.get("birth_year", "")
    return born.isdecimal() and date.fromordinal(entry.day).year - int(born) > above_age


def _fallen(
    episode: Episode,
    new: PainRow,
    fall: SymptomRow,
    held: list[ConditionRow],
    severe: PainRow | None,
    endings: Endings,
    limits: tuple[int, int],
    *,
    heavy: bool,
) -> Iterator[Occurrence]:
    """A warning once both are told, urgent once something heavier is; `limits` are those of new and severe pain."""
    new_nrs, severe_nrs = limits
    since = max(new.ts, fall.ts)
    if not heavy and not (severe is not None and severe.ts <= since):
        if not endings.was_seen(episode.entries[0].ts, since):
            yield _flag(episode, (fall, new), since, endings, new_nrs, urgent=False)
        if severe is not None:
            yield _flag(episode, (fall, severe), severe.ts, endings, severe_nrs, urgent=True)
        return
    first, least = (severe, severe_nrs) if severe is not None and severe.ts <= since else (new, new_nrs)
    yield _flag(episode, (fall, first), since, endings, least, urgent=True, held=held)


def _flag(
    episode: Episode,
    records: tuple[SymptomRow, PainRow],
    since: int,
    endings: Endings,
    least: int,
    *,
    urgent: bool,
    held: Sequence[ConditionRow] = (),
) -> Occurrence:
    fall, entry = records
    known = "".join(f", with {display(ConditionName(one.id))} in your history" for one in held)
    return Occurrence(
        subject=episode.place.subject,
        since=since,
        until=endings.urgent(since, certain_end(episode)) if urgent else _until(episode, since, endings),
        severity=Severity.URGENT if urgent else Severity.WARNING,
        act=Act.TODAY,
        value=entry.score,
        unit="NRS",
        threshold=Threshold(">=", least, "NRS"),
        message=sentence(f"{tell_sign(fall)} and new pain, {tell_pain(entry)}{known}"),
        evidence=(*evidence_of(fall, entry), *(Evidence("conditions", one.id) for one in held)),
        offset=latest(fall, entry).offset,
        episode=episode.key,
        advice=_FELL,
    )


def _history(
    episode: Episode, new: PainRow, held: ConditionRow, endings: Endings, new_nrs: int
) -> Occurrence:
    return Occurrence(
        subject=episode.place.subject | {"condition": held.id},
        since=new.ts,
        until=_until(episode, new.ts, endings),
        severity=Severity.WARNING,
        act=Act.THIS_WEEK,
        value=new.score,
        unit="NRS",
        threshold=Threshold(">=", new_nrs, "NRS"),
        message=sentence(
            f"new pain, {tell_pain(new)}, with {display(ConditionName(held.id))} in your history"
        ),
        evidence=(*evidence_of(new), Evidence("conditions", held.id)),
        offset=new.offset,
        episode=episode.key,
    )


def _until(episode: Episode, since: int, endings: Endings) -> int:
    doctor = endings.doctor(since)
    return episode.closed_at if doctor is None else min(doctor, episode.closed_at)


@rule(
    theme="red flags",
    checks="pain of a bone that no longer stops at rest",
    threshold=(
        "shin, foot, hip or groin: 3 or more during training on at least 2 of the last 14 dates, and in the same "
        "dates pain at rest, on waking or at night"
    ),
    severity=(Severity.WARNING,),
    documents=(LOWER_BACK, science("bone stress injuries of runners")),
    grade="●",
    advice="Pain in one spot of the bone that no longer stops at rest: no running until it is examined.",
    looks_back=2 * _DATES,
)
def rf_bone_stress(
    frames: Frames, *, during_nrs: int = 3, during_dates: int = 2, of_dates: int = _DATES
) -> Iterator[Finding]:
    """A bone under strain hurts in training first, and then at rest too."""
    nights: dict[int, SymptomRow] = {}
    for row in frames.symptoms:
        if row.present and row.symptom == Symptom.NIGHT_PAIN:
            nights.setdefault(row.day, row)
    found: list[Occurrence] = []
    for place, entries in frames.entries.items():
        if place.region in _BONES:
            signs = sorted(_bone_signs(entries, nights, during_nrs), key=lambda one: (one.ts, one.records))
            start = 0
            for index, newest in enumerate(signs):
                while signs[start].ts < newest.ts - (of_dates + 2) * DAY:
                    start += 1
                window = [one for one in signs[start : index + 1] if one.day > newest.day - of_dates]
                dates = {one.day for one in window if one.during}
                if len(dates) >= during_dates and not all(one.during for one in window):
                    found.append(_bone(place, window, len(dates), during_dates, of_dates))
    yield from joined(found, afresh=True)


@dataclass(frozen=True, slots=True)
class _BoneSign:
    """Pain of a bone `during` training, else at rest or at night; `ts` is when it was known."""

    ts: int
    day: int
    during: bool
    records: tuple[PainRow | SymptomRow, ...]


def _bone_signs(
    entries: Sequence[PainRow], nights: Mapping[int, SymptomRow], during_nrs: int
) -> Iterator[_BoneSign]:
    by_night: set[int] = set()
    for entry in entries:
        if entry.score >= during_nrs and entry.context == Context.DURING:
            yield _BoneSign(entry.ts, entry.day, True, (entry,))
        elif entry.is_painful and entry.context in _AT_REST:
            yield _BoneSign(entry.ts, entry.day, False, (entry,))
        night = nights.get(entry.day)
        if night is not None and entry.day not in by_night:
            by_night.add(entry.day)
            yield _BoneSign(max(night.ts, entry.ts), entry.day, False, (night, entry))


def _bone(
    place: Place, window: Sequence[_BoneSign], dates: int, during_dates: int, of_dates: int
) -> Occurrence:
    newest = window[-1]
    return Occurrence(
        subject=place.subject,
        since=newest.ts,
        until=newest.ts + of_dates * DAY,
        severity=Severity.WARNING,
        act=Act.THIS_WEEK,
        value=dates,
        unit="days",
        threshold=Threshold(">=", during_dates, "days"),
        message=(
            f"Pain during training on {dates} of the last {of_dates} days ({place}), and at rest or at night too."
        ),
        evidence=evidence_of(*(record for one in window for record in one.records)),
        offset=newest.records[0].offset,
    )
