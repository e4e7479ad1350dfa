"""Red flags of the nerves: numbness, tingling and weakness in legs and arms."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from journal.analysis.answers.asking import Asking
from journal.analysis.documents import PREVENT, science
from journal.analysis.frames import Frames
from journal.analysis.instants import DAY
from journal.analysis.pain.episodes import Episode
from journal.analysis.rows import PainRow, SymptomRow
from journal.analysis.rulebook import EVENT_DAYS, URGENT_DAYS, Finding, Occurrence, rule
from journal.analysis.telling import evidence_of, sentence, tell_pain, tell_sign
from journal.analysis.timeline import Timeline
from journal.analysis.urgent import ENDED, Endings, certain_end, episodes_by_entry, give_way, joined
from journal.vocabulary import BACK, UNPAIRED, Act, Quality, Region, Severity, Symptom

NUMB = frozenset({Quality.NUMB, Quality.TINGLING})
"""Qualities that speak of a nerve losing feeling."""
LEG = frozenset(
    {
        Region.BUTTOCK,
        Region.GROIN,
        Region.THIGH_FRONT,
        Region.THIGH_BACK,
        Region.KNEE,
        Region.SHIN,
        Region.CALF,
        Region.ANKLE,
        Region.FOOT,
    }
)
"""From buttock to foot."""
OTHER_SIDE = {"left": "right", "right": "left"}
_WITH = frozenset({Symptom.LEG_WEAKNESS, Symptom.SADDLE_NUMBNESS})
_ARM = frozenset({Symptom.ARM_NUMBNESS, Symptom.ARM_WEAKNESS})
_NOW = (
    "Feeling that goes from both legs, or together with weakness or numbness where you sit, "
    "needs emergency care now. Do not wait and do not train."
)


@dataclass(frozen=True, slots=True)
class _Numb:
    """A leg without feeling, told as a sign or as the quality of a pain, in time order."""

    row: SymptomRow | PainRow
    episodes: tuple[Episode, ...] = ()

    @property
    def ts(self) -> int:
        return self.row.ts

    @property
    def side(self) -> str:
        return self.row.side

    @property
    def subject(self) -> dict[str, str]:
        side = {"side": self.side} if self.side else {}
        if isinstance(self.row, SymptomRow):
            return {"symptom": self.row.symptom} | side
        return {"region": self.row.region} | ({} if self.row.region in UNPAIRED else side)

    @property
    def told(self) -> str:
        if isinstance(self.row, SymptomRow):
            return tell_sign(self.row)
        return f"numb or tingling, {tell_pain(self.row)}"

    def warning_until(self, endings: Endings) -> int:
        """Until it was denied twice; a pain's at the latest when its episode is over."""
        denied = endings.denied_twice(Symptom.LEG_NUMBNESS, self.ts, self.side)
        if isinstance(self.row, SymptomRow):
            return endings.urgent(self.ts, denied)
        over = max((episode.closed_at for episode in self.episodes), default=self.ts + EVENT_DAYS * DAY)
        return over if denied is None else min(over, denied)

    def urgent_until(self, endings: Endings, since: int) -> int:
        """As urgent flags end: a pain's also by the certain end of its episode."""
        denied = endings.denied_twice(Symptom.LEG_NUMBNESS, since, self.side)
        return endings.urgent(since, denied, certain_end(*self.episodes))


@rule(
    theme="red flags",
    checks="numbness or tingling in a leg or foot",
    threshold=(
        "leg-numbness yes, or a numb or tingling pain from buttock to foot, or in the back and radiating; urgent "
        "on both sides within 7 days, or with leg weakness or saddle numbness within 7 days"
    ),
    severity=(Severity.URGENT, Severity.WARNING),
    documents=(PREVENT,),
    grade="●●",
    advice="Numbness or tingling in a leg is listed as a reason to stop and see a doctor.",
    looks_back=URGENT_DAYS + 7,
    details=ENDED,
)
def rf_leg_numbness(frames: Frames, *, within_days: float = 7) -> Iterator[Finding]:
    """Feeling that goes from a leg: one leg is a warning, both are urgent."""
    within = round(within_days * DAY)
    endings = Endings(frames)
    numb = _numb_legs(frames)
    by_side = {side: Timeline(one for one in numb if one.side == side) for side in OTHER_SIDE}
    others = Timeline(row for row in frames.symptoms if row.present and row.symptom in _WITH)
    own: list[Occurrence] = []
    both: list[Occurrence] = []
    for one in numb:
        opposite = by_side[OTHER_SIDE[one.side]].last(one.ts, within) if one.side in OTHER_SIDE else None
        if opposite is not None:
            both.append(_both_legs(opposite, one, endings))
            continue
        beside = others.beside(one.ts, within)
        if one.side == "both" or (beside is not None and beside.ts <= one.ts):
            own.append(_urgent(one, beside, one.ts, endings))
            continue
        warning = _warning(one, endings)
        own.append(warning)
        if beside is not None and warning.until is not None and beside.ts < warning.until:
            own.append(_urgent(one, beside, beside.ts, endings))
    yield from give_way(joined(own, afresh=True), joined(both, afresh=True))
    yield from frames.once(Asking).unanswered(Symptom.LEG_NUMBNESS)


def _numb_legs(frames: Frames) -> Sequence[_Numb]:
    episodes = episodes_by_entry(frames.episodes)
    signs = [_Numb(row) for row in frames.symptoms if row.present and row.symptom == Symptom.LEG_NUMBNESS]
    pains = [
        _Numb(entry, episodes.get(entry.id, ()))
        for entry in frames.pain
        if entry.qualities & NUMB and (entry.region in LEG or (entry.region in BACK and entry.radiates))
    ]
    return sorted((*signs, *pains), key=lambda one: (one.ts, one.row.id))


def _warning(one: _Numb, endings: Endings) -> Occurrence:
    return Occurrence(
        subject=one.subject,
        since=one.ts,
        until=one.warning_until(endings),
        severity=Severity.WARNING,
        act=Act.TODAY,
        message=sentence(one.told),
        evidence=evidence_of(one.row),
        offset=one.row.offset,
    )


def _urgent(one: _Numb, beside: SymptomRow | None, since: int, endings: Endings) -> Occurrence:
    with_it = f", with {tell_sign(beside)}" if beside is not None and beside.ts <= since else ""
    rows = (one.row, beside) if beside is not None and with_it else (one.row,)
    return Occurrence(
        subject=one.subject,
        since=since,
        until=one.urgent_until(endings, since),
        severity=Severity.URGENT,
        act=Act.NOW,
        message=sentence(f"{one.told}{with_it}"),
        evidence=evidence_of(*rows),
        offset=beside.offset if beside is not None and beside.ts == since else one.row.offset,
        advice=_NOW,
    )


def _both_legs(first: _Numb, second: _Numb, endings: Endings) -> Occurrence:
    since = second.ts
    return Occurrence(
        subject={"symptom": Symptom.LEG_NUMBNESS.value, "side": "both"},
        since=since,
        until=endings.urgent(since, endings.denied_twice(Symptom.LEG_NUMBNESS, since, "both")),
        severity=Severity.URGENT,
        act=Act.NOW,
        message=sentence(f"both legs within a week: {first.told}, and {second.told}"),
        evidence=evidence_of(first.row, second.row),
        offset=second.row.offset,
        advice=_NOW,
    )


@rule(
    theme="red flags",
    checks="numbness or weakness in an arm with neck or upper back pain",
    threshold=(
        "arm-numbness or arm-weakness yes during a neck or upper-back episode or up to 7 days before it; "
        "urgent with arm-weakness"
    ),
    severity=(Severity.URGENT, Severity.WARNING),
    documents=(science("signs of a nerve root at the neck (Finucane 2020)"),),
    grade="●●",
    advice="Have it checked before lifting.",
    looks_back=URGENT_DAYS + 7,
    details=ENDED,
)
def rf_arm(frames: Frames, *, within_days: float = 7) -> Iterator[Finding]:
    """A neck or upper back that takes feeling or strength from an arm."""
    endings = Endings(frames)
    signs = Timeline(row for row in frames.symptoms if row.present and row.symptom in _ARM)
    found = [
        _arm(episode, row, endings)
        for episode in frames.episodes
        if episode.place.region in (Region.NECK, Region.UPPER_BACK)
        for row in signs.between(episode.entries[0].ts - round(within_days * DAY), episode.closed_at - 1)
    ]
    yield from joined(found)


def _arm(episode: Episode, row: SymptomRow, endings: Endings) -> Occurrence:
    weak = row.symptom == Symptom.ARM_WEAKNESS
    since = max(row.ts, episode.entries[0].ts)
    entry = episode.until(since)[-1]
    return Occurrence(
        subject=episode.place.subject,
        since=since,
        until=endings.urgent(since, certain_end(episode)) if weak else episode.closed_at,
        severity=Severity.URGENT if weak else Severity.WARNING,
        act=Act.TODAY if weak else Act.THIS_WEEK,
        message=sentence(f"{tell_sign(row)}, with {tell_pain(entry)}"),
        evidence=evidence_of(row, entry),
        offset=row.offset if row.ts == since else entry.offset,
        episode=episode.key,
        advice="An arm that loses strength should be examined today. No lifting until then." if weak else "",
    )
