"""The facts beside the form of care, in words: what was done so far, what may help, what the rules look at."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from journal.entry.said import minutes_said, plain
from journal.records import Care
from journal.tui.asking.care_help import CareHelp
from journal.tui.forms.care import Asked
from journal.tui.widgets.care_aside import Part
from journal.tui.wording.dates import in_short
from journal.vocabulary import CareKind, Drug, display

_EXPLAINED = {
    CareKind.DOCTOR: "a visit to a doctor ends the red flags that were raised before it",
    CareKind.CLEARANCE: "a professional said: train again; it ends the red flags before it, and hard training is "
    "no longer warned about because of them",
}
_PACKS = frozenset({CareKind.COLD, CareKind.HEAT, CareKind.WARM_BATH})


def parts_of(
    asked: Asked, known: CareHelp | None, answers: Mapping[str, Any], at: datetime
) -> tuple[Part, ...]:
    """What stands beside the form for a kind done at an instant; `known` is None until the rules have answered."""
    knows = known or CareHelp()
    relief = (", ".join(knows.relief),) if knows.relief else ()
    flagged = tuple(_flagged(asked.kind, knows))
    return (
        Part("Does", (_EXPLAINED[asked.kind],) if asked.kind in _EXPLAINED else ()),
        Part("First", (knows.doctor,) if knows.doctor else (), "$severity-urgent"),
        Part("So far", tuple(_facts(asked, knows, answers, at))),
        Part("Now", tuple(_raises(asked, knows, answers, at)), "$severity-caution"),
        Part("Flagged", ("; ".join(flagged),) if flagged else ()),
        Part("Relief", ("looking at what is recorded …",) if known is None else relief),
    )


def _raises(asked: Asked, known: CareHelp, answers: Mapping[str, Any], at: datetime) -> Iterator[str]:
    """What of these answers is more than the rules let pass."""
    minutes, drug, dose = (answers.get(name) for name in ("duration_min", "drug", "dose_mg"))
    if asked.kind in _PACKS and minutes and known.most_min is not None and minutes > known.most_min:
        yield f"◆ {plain(minutes)} min are more than {plain(known.most_min)}: that raises a flag"
    most = known.most_mg.get(drug) if drug is not None else None
    total = asked.view.taken(at).get(drug, 0) + (dose or 0) if drug is not None else 0
    if asked.kind is CareKind.ORAL_ANALGESIC and dose and most is not None and total > most:
        yield f"◆ {total} mg in 24 h are more than {plain(most)}: that raises a flag"


def _flagged(kind: CareKind, known: CareHelp) -> Iterator[str]:
    if kind in _PACKS and known.most_min is not None:
        yield f"more than {plain(known.most_min)} min at a time"
    yield from known.looked_at.get(kind, ())


def _facts(asked: Asked, known: CareHelp, answers: Mapping[str, Any], at: datetime) -> Iterator[str]:
    if asked.kind is CareKind.ORAL_ANALGESIC:
        yield from _doses(asked, known, answers, at)
    last = asked.view.last.get(asked.kind)
    if last is not None and (asked.record is None or last.id != asked.record.id):
        yield f"last {display(asked.kind)}: {_said(last)}"


def _doses(asked: Asked, known: CareHelp, answers: Mapping[str, Any], at: datetime) -> Iterator[str]:
    """How much of each painkiller was taken within a day, and what this dose makes of it."""
    taken = dict(asked.view.taken(at))
    drug, dose = answers.get("drug"), answers.get("dose_mg")
    if drug is not None and dose:
        yield _dose(drug, taken.pop(drug, 0), dose, known)
    for one, mg in taken.items():
        yield _dose(one, mg, 0, known)
    if asked.view.has_untimed(at):
        yield "the time of one of these is not known"
    if not taken and not dose:
        yield "no painkiller in the last 24 h"


def _dose(drug: Drug, before: int, now: int, known: CareHelp) -> str:
    most = known.most_mg.get(drug)
    said = [f"{display(drug)} last 24 h: {before} mg", f"with this one {before + now} mg" if now else ""]
    said.append(f"a flag over {plain(most)} mg" if most is not None else "")
    return ", ".join(filter(None, said))


def _said(care: Care) -> str:
    known = care.time_known is not False
    when = f"{in_short(care.at.date()).rpartition(' ')[0]}{f', {care.at:%H:%M}' if known else ''}"
    amounts = [
        display(care.drug) if care.drug else "",
        f"{care.dose_mg} mg" if care.dose_mg is not None else "",
        display(care.region) if care.region else "",
        minutes_said(care.duration_min) if care.duration_min is not None else "",
    ]
    return ", ".join(filter(None, (when, *amounts)))
