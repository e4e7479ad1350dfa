"""Sets of an exercise: "squat 2x5 100kg @8", "deadlift 100kg 5,4", "plank 2x45s"."""

import re
from dataclasses import dataclass, field
from uuid import uuid4

from journal.entry.amounts import END, MASS, NUM, SECONDS, WHOLE, kilograms, take_rpe
from journal.entry.cursor import Cursor, Phrases
from journal.entry.doubt import NotUnderstood, quoted
from journal.entry.groups import Group, Item, Role, disputed, group, misplaced, readings
from journal.entry.parts import Parts
from journal.entry.slips import refuse_held, refuse_slips
from journal.entry.when import Moment
from journal.exercises import Exercise
from journal.records import Session, Set, Workout
from journal.vocabulary import MassUnit, SetKind, WorkoutKind

MOST_SETS = 20

SET_WORDS: dict[str, SetKind] = {
    "warmup": SetKind.WARMUP,
    "warm-up": SetKind.WARMUP,
    "drop": SetKind.DROP,
    "drop set": SetKind.DROP,
    "failure": SetKind.FAILURE,
}

_KINDS = Phrases(SET_WORDS)
_MULTI = re.compile(rf"({WHOLE})\s*x\s*({WHOLE})\s*({SECONDS})?{END}")
_ONE_COMMA = re.compile(rf"([0-9]{{1,6}}),([0-9]{{1,6}}){END}(?!\s+(?:{MASS}){END})")
_LIST = re.compile(rf"([0-9]{{1,6}}(?:(?:,[0-9]{{1,6}}){{2,}}|(?:/[0-9]{{1,6}})+)){END}")
_LOAD = re.compile(rf"([-+]?)({NUM})\s*({MASS})?{END}")
_LONE_SIGN = re.compile(rf"([-+])\s+({NUM}\s*(?:{MASS})?){END}")
_HAS_MULTI = re.compile(r"(?<!\S)[0-9]+\s*x\s*[0-9]")
_POSSIBLE = "sets such as 2x5 or 2x45s, a weight such as 100kg, reps after it such as 5,4, warmup, drop, failure or @8"


@dataclass(slots=True)
class _Line:
    cursor: Cursor
    unit: MassUnit
    multis: bool
    items: list[Item] = field(default_factory=list)

    def add(
        self, role: Role, match: re.Match[str], *, reps: tuple[int, ...] = (), load: float | None = None
    ) -> bool:
        self.items.append(Item(role, match.start(), match.end(), reps, load_kg=load))
        self.cursor.move(match.end())
        return True

    @property
    def after_load(self) -> bool:
        return bool(self.items) and self.items[-1].role is Role.LOAD


def read_strength(cursor: Cursor, exercise: Exercise, moment: Moment, unit: MassUnit) -> Session:
    """The sets that stand after the name of an exercise; `NotUnderstood` for any doubt."""
    line = _Line(cursor, unit, _HAS_MULTI.search(cursor.text, cursor.pos, cursor.end) is not None)
    parts, start = Parts(cursor), cursor.pos
    while not cursor.done:
        if "rpe" in parts.values:
            raise cursor.doubt(
                f"'{parts.said['rpe']}' stands once and at the end, for all the sets of the line"
            )
        refuse_slips(cursor, unit)
        if not line.items:
            refuse_held(cursor)
        if not (
            _multi(line)
            or _list(line)
            or _one_comma(line)
            or _load_or_reps(line)
            or _kind(line)
            or take_rpe(cursor, parts, otherwise="; a weight is written {0}" + unit)
        ):
            raise cursor.unknown(_POSSIBLE)
    if not line.items:
        raise cursor.doubt(
            f"the sets are missing: write 2x5 100{unit}, 100{unit} 5,4 or 2x45s", start, cursor.end
        )
    return _session(_grouped(line), parts.values.get("rpe"), exercise, moment)


def _multi(line: _Line) -> bool:
    found = line.cursor.at(_MULTI)
    if found is None:
        return False
    sets, each = int(found[1]), int(found[2])
    if not 1 <= sets <= MOST_SETS:
        raise line.cursor.doubt(f"{sets} sets? the weight is written {sets}{line.unit}", end=found.end())
    line.items.append(
        Item(Role.MULTI, found.start(), found.end(), (each,) * sets, timed=found[3] is not None)
    )
    line.cursor.move(found.end())
    return True


def _list(line: _Line) -> bool:
    found = line.cursor.at(_LIST)
    if found is None:
        return False
    return line.add(Role.LIST, found, reps=tuple(int(reps) for reps in re.split("[,/]", found[1])))


def _one_comma(line: _Line) -> bool:
    """One comma and no unit: decimal in a line with its NxM, a list after a load, else a doubt."""
    found = line.cursor.at(_ONE_COMMA)
    if found is None:
        return False
    if not line.multis and line.after_load:
        return line.add(Role.REPS, found, reps=(int(found[1]), int(found[2])))
    if line.multis and not line.after_load:
        return False
    raise _weight_or_sets(line, found)


def _weight_or_sets(line: _Line, found: re.Match[str]) -> NotUnderstood:
    weight, sets = f"{found[1]}.{found[2]}{line.unit}", f"{found[1]}/{found[2]}"
    sentence = f"'{found[0]}': a weight ({weight}) or two sets ({sets})?"
    return line.cursor.doubt(sentence, end=found.end(), candidates=(weight, sets))


def _load_or_reps(line: _Line) -> bool:
    found = line.cursor.at(_LOAD)
    if found is None:
        return _lone_sign(line)
    sign, digits, unit = found.groups()
    if not unit and not sign and line.after_load and digits.isdigit():
        return line.add(Role.REPS, found, reps=(int(digits),))
    if not unit and any(item.role is Role.LOAD for item in line.items):
        said = found[0].strip()
        sentence = (
            f"'{said}': a second weight needs its unit ({said}{line.unit}), and more sets are written 5,5"
        )
        raise line.cursor.doubt(sentence, end=found.end())
    kg = kilograms(digits, unit, line.unit)
    return line.add(Role.LOAD, found, load=-kg if sign == "-" else kg)


def _lone_sign(line: _Line) -> bool:
    """Refuse a sign with a space behind it: it may be a dash between words."""
    found = line.cursor.at(_LONE_SIGN)
    if found is None:
        return False
    signed = f"{found[1]}{found[2]}"
    sentence = f"'{found[0]}': write {signed}, or {found[2]} without the sign"
    raise line.cursor.doubt(sentence, end=found.end(), candidates=(signed, found[2]))


def _kind(line: _Line) -> bool:
    start = line.cursor.pos
    kind = line.cursor.phrase(_KINDS)
    if kind is None:
        return False
    end = start + len(line.cursor.line[start : line.cursor.pos].rstrip())
    line.items.append(Item(Role.KIND, start, end, kind=kind))
    return True


def _grouped(line: _Line) -> list[Group]:
    ways = readings(line.items)
    if not ways:
        raise _not_grouped(line)
    if len(ways) > 1:
        before, load, after = disputed(*ways)
        said = [quoted(line.cursor.line[item.start : item.end]) for item in (before, load, after)]
        sentence = f"{said[1]}: the weight of {said[0]} or of {said[2]}? part the two by ;"
        raise line.cursor.doubt(sentence, load.start, load.end)
    return [group(items) for items in ways[0]]


def _not_grouped(line: _Line) -> NotUnderstood:
    item = misplaced(line.items)
    said = line.cursor.line[item.start : item.end].strip()
    if len(line.items) == 1 and said.isdigit():
        sentence = f"'{said}': a weight ({said}{line.unit}) or reps (1x{said})?"
    elif item.role is Role.LOAD:
        sentence = f"{quoted(said)} has no sets: write 2x5 {said}, or {said} 5,4"
    else:
        sentence = f"{quoted(said)} stands after its sets: 1x5 60kg {said}"
    return line.cursor.doubt(sentence, item.start, item.end)


def _session(groups: list[Group], rpe: float | None, exercise: Exercise, moment: Moment) -> Session:
    workout = Workout(
        id=uuid4(), started_at=moment.at, time_known=moment.time_known, kind=WorkoutKind.STRENGTH
    )
    each = [(group, amount) for group in groups for amount in group.reps]
    sets = tuple(
        Set(
            workout_id=workout.id,
            position=position,
            exercise=exercise.slug,
            kind=group.kind,
            reps=None if group.timed else amount,
            duration_s=amount if group.timed else None,
            weight_kg=group.load_kg,
            rpe=rpe,
        )
        for position, (group, amount) in enumerate(each, start=1)
    )
    return Session(workout, sets)
