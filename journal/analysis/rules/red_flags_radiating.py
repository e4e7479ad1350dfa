"""The red flag of a pain that runs down the leg."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from journal.analysis.documents import PREVENT
from journal.analysis.frames import Frames
from journal.analysis.instants import DAY, HOUR
from journal.analysis.pain.episodes import LINK_H, NOT_DULL, Episode
from journal.analysis.pain.painful import open_episode
from journal.analysis.rows import PainRow, Place, SymptomRow
from journal.analysis.rulebook import URGENT_DAYS, Finding, Occurrence, rule
from journal.analysis.telling import evidence_of, sentence, tell_pain, tell_sign
from journal.analysis.timeline import Timeline
from journal.analysis.training.workouts import Bout
from journal.analysis.urgent import ENDED, Endings, certain_end, episodes_by_entry, joined
from journal.vocabulary import BACK, UNPAIRED, Act, Quality, Radiation, Region, Severity, Symptom, display

_FROM = BACK | {Region.BUTTOCK, Region.HIP}
_DOWN = frozenset({Radiation.THIGH, Radiation.BELOW_KNEE, Radiation.FOOT})
_LEG = frozenset({Region.THIGH_FRONT, Region.THIGH_BACK, Region.CALF})
_NERVE = frozenset({Quality.BURNING, Quality.SHOOTING, Quality.TINGLING, Quality.NUMB})
_WITH = frozenset({Symptom.LEG_WEAKNESS, Symptom.LEG_NUMBNESS})
_OTHER_SIDE = {"left": "right", "right": "left"}
_BACK_FROM = 4
"""Peak of the back episode from which a pain in the leg may come from the back."""
_NOW = (
    "Pain down both legs, or together with weakness or numbness, needs emergency care now. "
    "Do not wait and do not train."
)


@dataclass(frozen=True, slots=True)
class _Radiating:
    """An entry that runs down a leg, or lies in a leg while the back hurts (`beside`: the back's entry)."""

    entry: PainRow
    episodes: tuple[Episode, ...]
    beside: PainRow | None = None

    @property
    def ts(self) -> int:
        return self.entry.ts

    @property
    def subject(self) -> dict[str, str]:
        entry = self.entry
        sided = entry.side and entry.region not in UNPAIRED
        return {"region": entry.region} | ({"side": entry.side} if sided else {})

    @property
    def told(self) -> str:
        if self.beside is not None:
            return f"{tell_pain(self.entry)}, while the back hurts ({tell_pain(self.beside)})"
        where = display(Radiation(self.entry.radiates_to))
        return f"{tell_pain(self.entry)}, running down to {where}"

    @property
    def records(self) -> tuple[PainRow, ...]:
        return (self.entry,) if self.beside is None else (self.entry, self.beside)


@rule(
    theme="red flags",
    checks="pain that runs from the back, buttock or hip down a leg",
    threshold=(
        "radiates to thigh, below the knee or foot; or a thigh or calf pain on one side from 4, or burning, "
        "shooting, tingling or numb, during a back episode that reached 4; urgent on both sides, with both sides "
        "within 7 days, or with leg weakness or numbness within 7 days"
    ),
    severity=(Severity.URGENT, Severity.WARNING),
    documents=(PREVENT,),
    grade="●●",
    advice="Pain going down the leg can mean an irritated nerve. Stop what provokes it and have it checked.",
    looks_back=URGENT_DAYS + 7,
    details=ENDED | {"ask": "`side`: the entry does not say which side, so say which leg it is"},
)
def rf_radiating_leg(frames: Frames, *, within_days: float = 7, leg_nrs: int = 4) -> Iterator[Finding]:
    """One leg is a warning; both, or a leg that also loses feeling or strength, is urgent."""
    within = round(within_days * DAY)
    endings = Endings(frames)
    pains = list(_radiating(frames, leg_nrs))
    by_side = {side: Timeline(one for one in pains if one.entry.side == side) for side in _OTHER_SIDE}
    signs = Timeline(row for row in frames.symptoms if row.present and row.symptom in _WITH)
    found: list[Occurrence] = []
    for one in pains:
        side = one.entry.side
        opposite = by_side[_OTHER_SIDE[side]].last(one.ts, within) if side in _OTHER_SIDE else None
        sign = signs.beside(one.ts, within)
        if side == "both" or opposite is not None or (sign is not None and sign.ts <= one.ts):
            known = sign if sign is not None and sign.ts <= one.ts else None
            found.append(_urgent(one, endings, one.ts, opposite, known))
            continue
        warning = _warning(one)
        found.append(warning)
        if sign is not None and warning.until is not None and sign.ts < warning.until:
            found.append(_urgent(one, endings, sign.ts, None, sign))
    yield from joined(found)


def _radiating(frames: Frames, leg_nrs: int) -> Iterator[_Radiating]:
    episodes = episodes_by_entry(frames.episodes)
    starts = frames.starts
    for entry in frames.pain:
        if not entry.is_painful:
            continue
        if entry.region in _FROM and entry.radiates_to in _DOWN:
            yield _Radiating(entry, episodes[entry.id])
        elif entry.region in _LEG and entry.side in _OTHER_SIDE:
            nerve = bool(entry.qualities & _NERVE)
            if not nerve and entry.score < leg_nrs:
                continue
            back = _hurting_back(frames, entry.ts)
            of = episodes[entry.id]
            if back is not None and not _is_soreness(entry, of[0], frames.bouts, starts):
                yield _Radiating(entry, of, back)


def _hurting_back(frames: Frames, at: int) -> PainRow | None:
    """The worst entry so far of a back episode that is open and reached 4."""
    open_now = [open_episode(frames, Place(region), at) for region in sorted(BACK)]
    peaks = [episode.peak(at) for episode in open_now if episode is not None]
    worst = [peak for peak in peaks if peak is not None and peak.score >= _BACK_FROM]
    return max(worst, key=lambda peak: (peak.score, -peak.ts, peak.id), default=None)


def _is_soreness(entry: PainRow, episode: Episode, bouts: list[Bout], starts: list[int]) -> bool:
    """Whether it is only dull and the latest workout in the 72 h before its episode loaded that place."""
    place = bisect_right(starts, episode.start)
    if not place or entry.qualities & NOT_DULL or entry.radiates:
        return False
    bout = bouts[place - 1]
    return episode.start <= bout.end + LINK_H * HOUR and Region(entry.region) in bout.loads


def _warning(one: _Radiating) -> Occurrence:
    return Occurrence(
        subject=one.subject,
        since=one.ts,
        until=max(episode.closed_at for episode in one.episodes),
        severity=Severity.WARNING,
        act=Act.THIS_WEEK,
        message=sentence(one.told),
        evidence=evidence_of(*one.records),
        offset=one.entry.offset,
        episode=one.episodes[0].key,
        details={} if one.entry.side in _OTHER_SIDE else {"ask": "side"},
    )


def _urgent(
    one: _Radiating, endings: Endings, since: int, opposite: _Radiating | None, sign: SymptomRow | None
) -> Occurrence:
    told = [one.told]
    records: list[PainRow | SymptomRow] = [*one.records]
    if opposite is not None:
        told.append(f"on the other side {opposite.told}")
        records.extend(opposite.records)
    if sign is not None:
        told.append(f"with {tell_sign(sign)}")
        records.append(sign)
    return Occurrence(
        subject=one.subject,
        since=since,
        until=endings.urgent(since, certain_end(*one.episodes)),
        severity=Severity.URGENT,
        act=Act.NOW,
        message=sentence("; ".join(told)),
        evidence=evidence_of(*records),
        offset=sign.offset if sign is not None and sign.ts == since else one.entry.offset,
        advice=_NOW,
        episode=one.episodes[0].key,
    )
