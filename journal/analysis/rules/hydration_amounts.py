"""Fluid around training and in a day: far more than usual, weight lost in a workout, no drink around long ones."""

from collections.abc import Iterator

from journal.analysis.documents import LOWER_BACK, science
from journal.analysis.flags import Evidence, Threshold, plain
from journal.analysis.frames import Frames
from journal.analysis.instants import ASKED_DAYS, COUNT_DAYS, DAY, HOUR, at_least, says, says_day
from journal.analysis.life.hydration import (
    IF_LIMITED,
    LongSession,
    Much,
    drunk_by_weight,
    drunk_within,
    long_sessions,
    lost_percent,
)
from journal.analysis.rows import PainRow, SymptomRow
from journal.analysis.rulebook import EVENT_DAYS, URGENT_DAYS, Finding, Missing, Occurrence, rule
from journal.analysis.stretches import Point, stretches
from journal.analysis.telling import TIME_OF_WORKOUT, evidence_of, says_when, sentence, tell_pain, tell_sign
from journal.analysis.timeline import Timeline
from journal.analysis.training.workouts import Bout
from journal.analysis.urgent import ENDED, Endings, joined
from journal.vocabulary import Act, Region, Severity, Symptom

REPLACE_L_PER_KG = (1.25, 1.5)
"""About how many litres replace a kg that was lost as sweat."""
_UNWELL = (Symptom.NAUSEA, Symptom.DIZZY)
_CONFUSED = (
    "Very much fluid and confusion together can mean dangerously little salt in the blood. Drink no more, and call "
    "your local emergency number now."
)
_UNWELL_ADVICE = (
    "Stop drinking until it has passed. Feeling sick, dizzy or a headache after very much fluid can mean too little "
    "salt in the blood: ask a doctor, and with confusion call your local emergency number."
)


@rule(
    theme="hydration",
    checks="a lot of fluid in a short time or on one date",
    threshold=(
        "over 1500 ml in 60 minutes or over 3000 ml in 3 hours, each in two entries or more, or over 65.2 ml for each "
        "kg of body weight on a date; warning with nausea, dizzy or head pain on that date; urgent with confused"
    ),
    severity=(Severity.URGENT, Severity.WARNING, Severity.CAUTION),
    documents=(science("very much fluid in a short time can lower the sodium in the blood"),),
    grade="●●",
    advice=(
        "Stop for now and let thirst decide: very much fluid in a short time thins the salt in the blood. The "
        "article's upper figure is no target."
    ),
    looks_back=URGENT_DAYS + 32,
    details={"ml": "what was drunk"} | ENDED,
)
def fluid_very_high(
    frames: Frames,
    *,
    hour_ml: float = 1500,
    three_hours_ml: float = 3000,
    high_ml_per_kg: float = 65.2,
    hours: float = 24,
) -> Iterator[Finding]:
    """Lasts a day; urgent until a doctor was seen, or confusion was answered no on two later dates."""
    endings, lasts, found = Endings(frames), round(hours * HOUR), list[Occurrence]()
    told = [row for row in frames.symptoms if row.present and row.symptom in (*_UNWELL, Symptom.CONFUSED)]
    confused = Timeline(row for row in told if row.symptom == Symptom.CONFUSED)
    signs: dict[int, list[PainRow | SymptomRow]] = {}
    for row in told:
        signs.setdefault(row.day, []).append(row)
    for entry in frames.pain:
        if entry.region == Region.HEAD and entry.is_painful:
            signs.setdefault(entry.day, []).append(entry)
    for much in (
        *drunk_within(frames.drinks, 1, hour_ml),
        *drunk_within(frames.drinks, 3, three_hours_ml),
        *drunk_by_weight(frames, high_ml_per_kg),
    ):
        at = much.newest.ts
        beside = (*signs.get(much.newest.day, ()), *confused.between(at, at + lasts - 1))
        found += [_much(much, sign, lasts, endings) for sign in (None, *beside)]
    yield from joined(found, afresh=True)


def _much(much: Much, sign: PainRow | SymptomRow | None, lasts: int, endings: Endings) -> Occurrence:
    """What was drunk, with a sign of the same date beside it: confusion makes it urgent."""
    newest, weighed = much.newest, much.weighed
    last = newest if sign is None or sign.ts <= newest.ts else sign
    until, severity, act, advice = last.ts + lasts, Severity.CAUTION, None, ""
    if isinstance(sign, SymptomRow) and sign.symptom == Symptom.CONFUSED:
        severity, act, advice = Severity.URGENT, Act.NOW, _CONFUSED
        until = endings.urgent(last.ts, endings.denied_on_two_dates(Symptom.CONFUSED, last.ts, last.day))
    elif sign is not None:
        severity, act, advice = Severity.WARNING, Act.TODAY, _UNWELL_ADVICE
    kg = weighed.body_weight_kg if weighed else None
    value, unit = (much.ml / kg, "ml/kg") if kg else (much.ml, "ml")
    when = f"on {says_day(newest.day)}, {value:.1f} ml for each kg of body weight"
    if much.hours is not None:
        window = f"{much.hours:g} h" if much.hours > 1 else "60 minutes"
        when = f"within {window} (until {says(newest.ts, newest.offset)}), in {len(much.drinks)} entries"
    beside = ""
    if sign is not None:
        beside = f"; also recorded: {tell_pain(sign) if isinstance(sign, PainRow) else tell_sign(sign)}"
    return Occurrence(
        subject={},
        since=last.ts,
        until=until,
        severity=severity,
        act=act,
        message=sentence(f"{much.ml:,} ml drunk {when}{beside}"),
        evidence=(
            *(Evidence("hydration", drink.id) for drink in much.drinks),
            *((Evidence("checkins", weighed.id),) if weighed else ()),
            *(evidence_of(sign) if sign else ()),
        ),
        value=value,
        unit=unit,
        threshold=Threshold(">", much.limit, unit),
        advice=advice,
        offset=last.offset,
        details={"ml": much.ml},
    )


@rule(
    theme="hydration",
    checks="body weight lost in a workout",
    threshold="weight before less weight after, of the weight before: 2 % or more: caution; 4 % or more: warning",
    severity=(Severity.WARNING, Severity.CAUTION),
    documents=(LOWER_BACK, science("loss of 2 % of body mass and performance")),
    grade="●●",
    advice=(
        "Drink about 1.25 to 1.5 litres for each kg that you lost, spread over the next hours, with some salt or food."
        + IF_LIMITED
    ),
    looks_back=COUNT_DAYS + EVENT_DAYS,
    details={
        "lost_kg": "what was lost",
        "drink_l": "about how much to drink over the next hours, from and to",
    },
)
def water_loss_2pct(
    frames: Frames, *, water_loss_pct: float = 2.0, warning_pct: float = 4.0
) -> Iterator[Finding]:
    """Each workout that was weighed before and after; what changes from morning to morning is no water loss."""
    weighed: dict[str, int] = {}
    for bout in frames.bouts:
        lost = lost_percent(bout)
        told = {"before": bout.weight_before_kg, "after": bout.weight_after_kg}
        lacking = [when for when, kg in told.items() if kg is None]
        used_to = [when for when in lacking if bout.ts - weighed.get(when, 0) <= ASKED_DAYS * DAY]
        if len(lacking) == 1 and used_to:
            yield Missing(
                subject={"workout": bout.id},
                since=bout.ts,
                until=bout.ts + EVENT_DAYS * DAY,
                what=(f"the weight {lacking[0]} the workout",),
            )
        weighed |= {when: bout.ts for when, kg in told.items() if kg is not None}
        if lost is not None and at_least(lost, water_loss_pct):
            yield _lost(bout, lost, water_loss_pct, warning_pct)


def _lost(bout: Bout, lost: float, caution_pct: float, warning_pct: float) -> Occurrence:
    much = at_least(lost, warning_pct)
    before, after = bout.weight_before_kg or 0.0, bout.weight_after_kg or 0.0
    return Occurrence(
        subject={"workout": bout.id},
        since=bout.ts,
        until=bout.ts + EVENT_DAYS * DAY,
        severity=Severity.WARNING if much else Severity.CAUTION,
        act=Act.THIS_WEEK if much else None,
        message=(
            f"{lost:.1f} % of body weight lost in the workout of {says_when(bout)}: {before:g} kg before, "
            f"{after:g} kg after."
        ),
        evidence=(Evidence("workouts", bout.id),),
        value=lost,
        unit="%",
        threshold=Threshold(">=", warning_pct if much else caution_pct, "%"),
        offset=bout.offset,
        details={
            "lost_kg": plain(before - after),
            "drink_l": [plain(share * (before - after)) for share in REPLACE_L_PER_KG],
        },
    )


@rule(
    theme="hydration",
    checks="long sessions without a drink around them",
    threshold=(
        "on with drink_hints=yes in the profile: sessions over 60 minutes, on dates with a drink, and none from 2 h "
        "before to 2 h after, in 3 or more of the last 5"
    ),
    severity=(Severity.INFO,),
    documents=(LOWER_BACK,),
    grade="○",
    advice=(
        "Drink something before, during and after long sessions; electrolytes in the drink, raw fruit and vegetables "
        "add to it." + IF_LIMITED
    ),
    looks_back=COUNT_DAYS + EVENT_DAYS + 2,
)
def drink_around_training(
    frames: Frames,
    *,
    long_min: float = 60,
    around_h: float = 2,
    sessions: int = 3,
    of_sessions: int = 5,
) -> Iterator[Finding]:
    """Judged when the hours around such a session are over and its date has a drink; never when fluid is limited."""
    if frames.profile.get("drink_hints") != "yes":
        return
    points: list[Point[tuple[list[Bout], int]]] = []
    known: list[LongSession] = []
    judged = long_sessions(frames, long_min, around_h)
    for place, session in enumerate(judged):
        bout = session.bout
        if not bout.time_known:
            until = bout.ts + EVENT_DAYS * DAY
            yield Missing(subject={}, since=session.over, until=until, what=(TIME_OF_WORKOUT,))
        else:
            known = sorted([*known[-of_sessions:], session], key=lambda one: (one.bout.ts, one.bout.id))
        if not known or (place + 1 < len(judged) and judged[place + 1].over == session.over):
            continue
        newest = known[-1].bout
        recent = [one for one in known[-of_sessions:] if one.bout.day > newest.day - COUNT_DAYS]
        dry = [one.bout for one in recent if not one.drank]
        level = Severity.INFO if len(dry) >= sessions else None
        points.append(Point(session.over, level, newest.ts + EVENT_DAYS * DAY, (dry, len(recent))))
    for stretch in stretches(points):
        dry, count = stretch.seen
        yield Occurrence(
            subject={},
            since=stretch.since,
            until=stretch.until,
            severity=stretch.level,
            message=(
                f"No drink from {around_h:g} h before to {around_h:g} h after {len(dry)} of your last {count} "
                f"workouts of more than {long_min:g} minutes, the latest on {says_day(dry[-1].day)}."
            ),
            evidence=tuple(Evidence("workouts", bout.id) for bout in dry),
            value=len(dry),
            unit="sessions",
            threshold=Threshold(">=", sessions, "sessions"),
            offset=dry[-1].offset,
        )
