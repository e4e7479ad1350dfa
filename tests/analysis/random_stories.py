"""What happens to somebody in a made-up diary: each story puts some records on and after a day."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random_diaries import Diary

Story = Callable[["Diary", int], None]
STORIES: list[Story] = []
BONES = ("shin", "foot", "hip", "groin")


def story(tell: Story) -> Story:
    """Put a story among those that may happen."""
    STORIES.append(tell)
    return tell


def _later(diary: "Diary", at: datetime, hours: float) -> datetime:
    """So many hours later, or a minute beside that."""
    off = diary.draw.choice([0, 0, -1, 1, 30])
    return diary.local(at + timedelta(hours=hours, minutes=off))


@story
def a_strain(diary: "Diary", day: int) -> None:
    """Sharp in the middle of a lift, worse within the session, still there days later, then gone, then back."""
    draw, start = diary.draw, diary.at(day, 17)
    lift = {"exercise": draw.choice(["squat", "deadlift"]), "reps": 5, "weight_kg": 100}
    flags = draw.choice([(), ("rounded",)])
    diary.workout(start, "strength", [lift] * 4, duration_min=60, session_rpe=8, form_flags=flags)
    diary.pain(_later(diary, start, 0.2), "lower-back", None, draw.choice([2, 4]), context="during")
    peak = draw.choice([5, 7, 8])
    sudden = draw.choice([None, True])
    diary.pain(
        _later(diary, start, 0.5),
        "lower-back",
        None,
        peak,
        qualities=("sharp",),
        context="during",
        sudden=sudden,
    )
    for hours in draw.choice([(25, 49, 73, 97), (12, 36, 60, 84, 108, 132, 156, 170, 180)]):
        score = max(1, peak - draw.choice([0, 0, 1]) - (hours // 48 if peak > 6 else 0))
        diary.pain(_later(diary, start, hours), "lower-back", None, score)
    over = 200 if hours > 100 else 120
    diary.pain(_later(diary, start, over), "lower-back", None, 0)
    _returns(diary, start + timedelta(hours=over + draw.choice([24, 30, 72])))


def _returns(diary: "Diary", at: datetime) -> None:
    """Back to squats, in steps that are too big, until it hurts again."""
    draw = diary.draw
    for number, kg in enumerate(draw.choice([(100, 100), (50, 80, 100), (60, 62.5, 70)])):
        start = diary.local(at + timedelta(days=2 * number))
        lift = {"exercise": "squat", "reps": 5, "weight_kg": kg}
        diary.workout(start, "strength", [lift] * 5, duration_min=60, session_rpe=draw.choice([4, 7]))
    if diary.chance(0.5):
        diary.pain(_later(diary, start, 3), "lower-back", None, draw.choice([2, 4, 5]))


@story
def soreness(diary: "Diary", day: int) -> None:
    """A hard session and what follows it in most people."""
    draw, start = diary.draw, diary.at(day, 17)
    slug, region = draw.choice([("leg-press", "thigh-front"), ("dip", "chest"), ("run", "calf")])
    done = {"distance_km": 15} if slug == "run" else {"reps": 10, "weight_kg": 70}
    kind = "run" if slug == "run" else "strength"
    diary.workout(start, kind, [{"exercise": slug, **done}] * 3, duration_min=60, session_rpe=9)
    course = draw.choice([(1, 3, 2, 0), (2, 4, 3, 1), (3, 5, 5, 3, 2, 2, 2), (1, 2, 3, 2, 2)])
    first = draw.choice([4, 5, 14, 25, 36, 37])
    for number, score in enumerate(course):
        diary.pain(_later(diary, start, 1 + first + 24 * number), region, "both", score)


@story
def sore_every_time(diary: "Diary", day: int) -> None:
    """Three or four times in six weeks something hurts after the same session."""
    draw = diary.draw
    region, slug = draw.choice([("lower-back", "deadlift"), ("knee", "squat"), ("thigh-front", "squat")])
    apart = draw.choice([5, 7, 10])
    usual = draw.choice([0, 1, 1])
    for number in range(draw.choice([3, 4, 5])):
        start = diary.at(day + apart * number, 17)
        diary.workout(
            start, "strength", [{"exercise": slug, "reps": 5, "weight_kg": 90}] * 3, duration_min=60
        )
        for hours, score in draw.choice([((2, 5), (26, 2)), ((20, 6), (40, 3), (64, 0)), ((25, 3), (49, 1))]):
            diary.pain(_later(diary, start, 1 + hours), region, None, score)
        for back in range(1, apart - 3):
            if usual:
                diary.pain(diary.at(day + apart * number + 2 + back, 20), region, None, usual)


@story
def severe(diary: "Diary", day: int) -> None:
    """Three bad days and more."""
    start, region = diary.at(day, 8), diary.draw.choice(["lower-back", "wrist", "shoulder"])
    for hours in diary.draw.choice(
        [(0, 24, 48, 72, 96), (0, 30, 60, 72), (0, 36, 73, 100), (0, 37, 73, 109)]
    ):
        diary.pain(_later(diary, start, hours), region, "left", diary.draw.choice([7, 8, 8, 8, 9]))


@story
def a_bad_back_with_signs(diary: "Diary", day: int) -> None:
    """A back that hurts, signs that belong to it before or after, answers that say no, and perhaps a doctor."""
    draw, start = diary.draw, diary.at(day, 18)
    leg = draw.choice([None, None, "thigh", "foot"])
    diary.pain(
        start, "lower-back", draw.choice([None, "left", "both"]), draw.choice([2, 5, 8]), radiates_to=leg
    )
    signs = (
        *(
            "cannot-pass",
            "bladder-change",
            "saddle-numbness",
            "leg-weakness",
            "leg-numbness",
            "fever",
            "chills",
        ),
        *("nausea", "hard-to-stand-or-walk", "recent-trauma", "brown-urine", "unexplained-weight-loss"),
    )
    for sign in draw.sample(signs, draw.choice([1, 2, 3])):
        at = _later(diary, start, draw.choice([-168, -72, -1, 0, 24, 72, 168]))
        diary.sign(at, sign, side=draw.choice([None, "left", "both"]))
        for hours in draw.choice([(), (24, 48), (48, 72)]):
            diary.sign(_later(diary, at, hours), sign, False)
    for hours in draw.choice([(), (24, 49, 73), (36, 100)]):
        diary.pain(_later(diary, start, hours), "lower-back", None, draw.choice([0, 3, 4]))
    if diary.chance(0.3):
        diary.care(_later(diary, start, draw.choice([0, 30, 200])), draw.choice(["doctor", "clearance"]))
    if diary.chance(0.5):
        diary.workout(
            _later(diary, start, draw.choice([10, 80])),
            "run",
            [{"exercise": "run"}],
            duration_min=30,
            session_rpe=8,
        )


@story
def heart_or_head(diary: "Diary", day: int) -> None:
    """A chest or a head that hurts, and signs that go with it."""
    draw, at = diary.draw, diary.at(day, 18)
    diary.pain(at, "chest", None, draw.choice([3, 4]), context=draw.choice([None, "during"]))
    diary.sign(_later(diary, at, draw.choice([0, 24, -24])), draw.choice(["breathless", "chest-pressure"]))
    diary.pain(_later(diary, at, 5), "head", None, draw.choice([3, 7]), sudden=draw.choice([None, True]))
    sign = draw.choice(["worst-headache", "confused", "fainted"])
    diary.sign(_later(diary, at, draw.choice([6, -19, 29])), sign)


@story
def nerve_or_bone(diary: "Diary", day: int) -> None:
    """A neck with an arm, a bone that no longer rests, a swollen calf."""
    draw, at = diary.draw, diary.at(day, 19)
    diary.pain(at, "neck", None, 3)
    diary.sign(_later(diary, at, draw.choice([-168, 24, 72])), draw.choice(["arm-numbness", "arm-weakness"]))
    region = draw.choice(BONES)
    for days in draw.choice([(0, 2), (0, 13), (0, 7, 14)]):
        diary.pain(_later(diary, at, 24 * days), region, "left", draw.choice([3, 5]), context="during")
    diary.pain(_later(diary, at, draw.choice([10, 300])), region, "left", 1, context="at-rest")
    diary.pain(at, "calf", draw.choice(["left", "both"]), 3, swelling=True)


@story
def a_pop(diary: "Diary", day: int) -> None:
    """Something that pops, and hurts then or later."""
    draw, at = diary.draw, diary.at(day, 18)
    mechanism = draw.choice([None, "twist"])
    diary.pain(at, "knee", "left", draw.choice([0, 3, 7]), pop_heard=True, mechanism=mechanism)
    diary.pain(_later(diary, at, draw.choice([2, 24])), "knee", "left", draw.choice([2, 7]), swelling=True)


@story
def bad_nights(diary: "Diary", day: int) -> None:
    """Pain that wakes, or does not."""
    for night in diary.draw.sample(range(8), 7):
        diary.sign(diary.at(day + night, 3), "night-pain", diary.draw.choice([True, True, False]))


@story
def lying_low(diary: "Diary", day: int) -> None:
    """A back that hurts a little for a week without training."""
    diary.rests_until = day + 8
    for number in range(8):
        diary.pain(diary.at(day + number, 20), "lower-back", None, diary.draw.choice([1, 2, 3]))


@story
def treated(diary: "Diary", day: int) -> None:
    """A pain that much is done against: packs, creams, hands, pills, bed."""
    draw, start = diary.draw, diary.at(day, 10)
    region, side = draw.choice([("lower-back", None), ("forearm", "left"), ("upper-arm", "both")])
    diary.pain(start, region, side, draw.choice([4, 6, 8]), bruising=draw.choice([None, True]))
    diary.care(_later(diary, start, draw.choice([1, 24, 48])), "heat", region, side=side)
    diary.care(_later(diary, start, draw.choice([1, 24, 48])), "stretch", region, side=side)
    warmed = _later(diary, start, 60)
    diary.care(warmed, "heat", region, side=side)
    diary.care(_later(diary, warmed, draw.choice([-4, 3, 5])), "topical", region, side=side)
    for _ in range(draw.choice([2, 4, 8])):
        kind = draw.choice(["cold", "heat", "topical", "massage", "stretch", "physio"])
        at = _later(diary, start, draw.choice([-2, 2, 6, 24, 48, 52, 100, 170]))
        diary.care(
            at, kind, region, side=side, duration_min=draw.choice([5, 15, 20, 21]), direct_pressure=True
        )
        if diary.chance(0.5):
            quality = draw.choice([("sharp",), ("dull",)])
            diary.pain(_later(diary, at, draw.choice([0.5, 1, 20])), region, side, 7, qualities=quality)
    for hours in draw.choice([(24, 60, 120, 180, 200), (50,), tuple(range(24, 24 * 30, 40))]):
        diary.pain(_later(diary, start, hours), region, side, draw.choice([3, 4, 5]), limits_movement=True)
    if diary.chance(0.3):
        diary.workout(_later(diary, start, 30), "strength", [{"exercise": "squat", "reps": 5}] * 2)


@story
def pills(diary: "Diary", day: int) -> None:
    """Painkillers on many days, sometimes too many in one, and training on them."""
    draw, start = diary.draw, diary.at(day, 8)
    drug, dose = draw.choice(
        [("ibuprofen", 400), ("ibuprofen", 600), ("paracetamol", 1000), ("aspirin", 500)]
    )
    diary.pain(start, "lower-back", None, 5)
    for number in range(draw.choice([1, 5, 11])):
        for hours in draw.choice([(0,), (0, 6, 12, 18), (0, 4, 8, 24)]):
            at = _later(diary, start, 24 * number + hours)
            diary.care(at, "oral-analgesic", drug=drug, dose_mg=draw.choice([dose, dose, dose, None]))
    diary.workout(
        _later(diary, start, draw.choice([2, 6])), "strength", [{"exercise": "squat", "reps": 5}] * 2
    )


@story
def in_bed(diary: "Diary", day: int) -> None:
    """Days in bed."""
    diary.rests_until = day + 3
    for number in range(diary.draw.choice([3, 4, 6])):
        if diary.chance(0.3):
            diary.care(diary.at(day + number, 20), "bed-rest", duration_min=diary.draw.choice([900, 1500]))
        else:
            diary.checkin(day + number, None, bed_rest_h=diary.draw.choice([12, 14, 20]))


@story
def on_and_off(diary: "Diary", day: int) -> None:
    """Weeks of one sport, a break, and straight back to it; hard from the first day or harder each week."""
    draw = diary.draw
    kind, slug = draw.choice([("run", "run"), ("strength", "squat"), ("swim", "swim")])
    rpe, week = draw.choice([5, 6]), draw.choice([5, 6])
    first = draw.choice([8, 16])
    last = first + draw.choice([14, 20, 0])
    for number in [*range(0, first * 2, 2), *range(last * 2 - first, last * 2, 2)]:
        amount = {"distance_km": week} if kind != "strength" else {"reps": 5, "weight_kg": 60 + number}
        hard = draw.choice([0, 3]) if number > first else 0
        start = diary.at(day - first + number, 17)
        diary.workout(
            start, kind, [{"exercise": slug, **amount}] * 2, duration_min=50, session_rpe=rpe + hard
        )


@story
def dry(diary: "Diary", day: int) -> None:
    """Too little or too much to drink, and what it does."""
    draw, at = diary.draw, diary.at(day, 10)
    if diary.chance(0.5):
        for hours in draw.choice([(0, 0.5), (0, 1, 2.9), (0, 1, 5, 8)]):
            diary.drink(_later(diary, at, hours), draw.choice([760, 1501, 1600]))
    signs = ("tired", "dizzy", "dry-mouth", "fast-heartbeat", "dark-urine", "nausea", "confused")
    for sign in draw.sample(signs, draw.choice([1, 2, 3])):
        diary.sign(_later(diary, at, draw.choice([0, 3, 14, 23])), sign)
    diary.urine(_later(diary, at, 4), draw.choice([4, 6, 7]))
    for number in range(6):
        if diary.chance(0.6):
            diary.drink(diary.at(day + number, 9), 500)
            start = diary.at(day + number, 17)
            weighed = {"weight_before_kg": 80, "weight_after_kg": draw.choice([None, 78.4, 76.8])}
            diary.workout(start, "ride", [{"exercise": "ride"}], duration_min=90, session_rpe=5, **weighed)


@story
def climbing(diary: "Diary", day: int) -> None:
    """A pain that gets worse from day to day."""
    place = diary.draw.choice([("lower-back", None), ("knee", "left"), ("shin", "both")])
    for number, score in enumerate(diary.draw.choice([(1, 2, 4, 5), (2, 2, 3, 5, 6), (1, 4), (3, 5, 7, 7)])):
        diary.pain(diary.at(day + number, 19), *place, score)
