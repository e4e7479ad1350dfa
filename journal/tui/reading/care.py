"""What was done against pain before, and what hurts at present.  Works in the store's thread."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from journal.entry import Writer
from journal.records import Care, Pain
from journal.vocabulary import CareKind, Drug

if TYPE_CHECKING:
    from journal.storage import Store

_LOOKS_BACK_DAYS = 365
_HURTS_DAYS = 7
"""What was written of a place within so many days is how it is."""
_WINDOW = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class CareView:
    """What a day's care page knows.

    `kinds` are all kinds, the last used first; `last` is the newest entry of each, `doses` the painkillers taken
    by mouth, the newest last.  `hurts` is the newest entry of the place that hurts most.  `record` is the entry
    that is changed, as it stands now.
    """

    day: date
    kinds: tuple[CareKind, ...] = tuple(CareKind)
    last: Mapping[CareKind, Care] = field(default_factory=dict)
    doses: tuple[Care, ...] = ()
    hurts: Pain | None = None
    record: Care | None = None

    def last_dose(self, drug: Drug | None = None) -> Care | None:
        """The newest dose of that drug, or of any."""
        return next(
            (one for one in reversed(self.doses) if one.drug is not None and drug in (None, one.drug)), None
        )

    def taken(self, at: datetime) -> Mapping[Drug, int]:
        """How many mg of each painkiller were taken in the 24 hours up to an instant, as far as told."""
        taken: dict[Drug, int] = {}
        for one in self.doses:
            is_other = self.record is None or one.id != self.record.id
            if one.drug is not None and one.dose_mg and is_other and at - _WINDOW < one.at <= at:
                taken[one.drug] = taken.get(one.drug, 0) + one.dose_mg
        return taken

    def has_untimed(self, at: datetime) -> bool:
        """Whether a dose of which only the date is known may lie in these 24 hours, or beside them."""
        return any(
            one.time_known is False and at - 1.5 * _WINDOW < one.at <= at + 0.5 * _WINDOW
            for one in self.doses
        )


def read_care(store: "Store", writer: Writer, day: date, record: Care | None = None) -> CareView:
    """What is known for writing down care on `day`, or for changing `record`."""
    del writer
    rows = store.rows(Care, since=day - timedelta(days=_LOOKS_BACK_DAYS), until=day)
    last = {row.kind: row for row in rows}
    newest = sorted(last, key=lambda kind: last[kind].at, reverse=True)
    return CareView(
        day=day,
        kinds=(*newest, *(kind for kind in CareKind if kind not in last)),
        last=last,
        doses=tuple(row for row in rows if row.kind is CareKind.ORAL_ANALGESIC),
        hurts=_worst(store.rows(Pain, since=day - timedelta(days=_HURTS_DAYS), until=day)),
        record=record and (store.get(Care, record.key) or record),
    )


def _worst(rows: Sequence[Pain]) -> Pain | None:
    """Of the newest entry of each place, the one with the highest score; the newer one of two."""
    newest = {(row.region, row.side): row for row in rows}
    hurting = [row for row in newest.values() if row.score]
    return max(hurting, key=lambda row: (row.score, row.at), default=None)
