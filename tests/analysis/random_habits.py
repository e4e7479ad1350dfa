"""What people in made-up diaries do on most days, or seldom: train, hurt, drink, check in, are cared for."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from journal.analysis.flags import subject_text
from journal.vocabulary import FormFlag, Surface, Symptom

if TYPE_CHECKING:
    from random_diaries import Diary

LIFTS = (
    *("squat", "squat", "bench-press", "deadlift", "romanian-deadlift", "barbell-row", "overhead-press"),
    *("dumbbell-curl", "calf-raise", "crunch", "plank", "dead-bug", "bicycle-crunch", "russian-twist"),
    *("box-jump", "superman", "childs-pose", "knees-to-chest", "nobody-knows-this"),
)
PLACES = (
    *(("lower-back", None), ("lower-back", None), ("thigh-front", "both"), ("thigh-front", "left")),
    *(
        ("knee", "left"),
        ("calf", "right"),
        ("chest", None),
        ("elbow", "both"),
        ("neck", None),
        ("shin", None),
    ),
)
_MARKED = ("pain-past-72h", "trained-through-pain", "doms-pattern", "return-pain-back", "avoid-while-painful")


class Habit:
    """Something that somebody does on most days, or seldom; drawn once."""

    SHARES: tuple[float, ...] = (0, 0.3, 0.7, 1)

    def __init__(self, diary: "Diary") -> None:
        self.diary, self.draw = diary, diary.draw
        self.share = self.draw.choice(self.SHARES)

    def on(self, day: int) -> None:
        if self.draw.random() < self.share:
            self.does(day)

    def does(self, day: int) -> None:
        raise NotImplementedError


class Trained(Habit):
    """Training, which rests now and then."""

    def on(self, day: int) -> None:
        if day >= self.diary.rests_until:
            super().on(day)


class Lifter(Trained):
    SHARES = (0, 0.3, 0.5, 0.9)

    def __init__(self, diary: "Diary") -> None:
        super().__init__(diary)
        self.plans = [
            self.draw.sample(LIFTS, self.draw.choice([1, 3])) for _ in range(self.draw.choice([1, 2]))
        ]
        self.kg = self.draw.choice([[50], [50, 52.5, 57.5], [40, 60, 80]])
        self.rpe = self.draw.choice([[5], [3, 5, 7], [6, 8, 9]])

    def does(self, day: int) -> None:
        diary, draw = self.diary, self.draw
        plan = draw.choice(self.plans)
        exercises = [*plan, draw.choice(LIFTS)] if diary.chance(0.2) else plan
        kg, reps = draw.choice(self.kg), draw.choice([1, 5, 8, 8, 14])
        diary.workout(
            diary.at(day, draw.choice([0, 6, 17, 17, 18, 22, 23])),
            "strength",
            [
                {
                    "exercise": slug,
                    "kind": "warmup" if diary.chance(0.1) else None,
                    "reps": diary.maybe(reps),
                    "weight_kg": diary.maybe(kg),
                    "duration_s": draw.choice([None, 45]),
                }
                for slug in exercises
                for _ in range(draw.choice([1, 2, 4]))
            ],
            duration_min=diary.maybe(draw.choice([60, 60, 60, 120, 301])),
            session_rpe=diary.maybe(draw.choice(self.rpe)),
            warmup_min=draw.choice([None, 0, 4.99, 5]),
            cooldown_min=draw.choice([None, 0, 5]),
            form_flags=(draw.choice(list(FormFlag)),) if diary.chance(0.1) else (),
            weight_before_kg=draw.choice([None, None, 80]),
            weight_after_kg=draw.choice([None, 79.5, 78.4, 76.8]),
        )


class Runner(Trained):
    SHARES = (0, 0, 0.3, 0.6, 1)

    def __init__(self, diary: "Diary") -> None:
        super().__init__(diary)
        self.km = self.draw.choice([[5], [5, 5.5, 6], [5, 6, 12]])

    def does(self, day: int) -> None:
        km = self.draw.choice(self.km) + (day // 7 if len(self.km) > 1 else 0)
        self.diary.workout(
            self.diary.at(day, self.draw.choice([7, 7, 23])),
            self.draw.choice(["run", "run", "run", "ride", "walk"]),
            [{"exercise": "run", "distance_km": self.diary.maybe(km)}],
            duration_min=self.diary.maybe(km * 6),
            session_rpe=self.diary.maybe(self.draw.choice([4, 4, 4, 9])),
            surface=self.draw.choice([None, *Surface]),
        )


class Sufferer(Habit):
    def __init__(self, diary: "Diary") -> None:
        super().__init__(diary)
        self.places = [self.draw.choice(PLACES) for _ in range(self.draw.choice([1, 1, 2]))]
        self.scores = self.draw.choice([(0, 1, 2, 3), (3, 4, 4, 5), (2, 5, 8), (0, 4), (1, 1, 1, 2, 6), (5,)])
        self.odd = self.draw.choice([0, 0.1, 0.3])

    def does(self, day: int) -> None:
        for place in self.places:
            for hour in self.draw.choice([(6,), (18,), (6, 18), (6, 18)]):
                self._hurts(self.diary.at(day, hour), *place)

    def _hurts(self, at: datetime, region: str, side: str | None) -> None:
        draw, odd = self.draw, self.diary.chance(self.odd)
        onset = draw.choice([0, 20, 90, 200]) if odd and self.diary.chance(0.3) else None
        more = {
            "qualities": draw.choice([("sharp",), ("burning",), ("dull",), ("stabbing", "numb")]),
            "context": draw.choice([None, "during", "right-after", "at-rest"]),
            "sudden": draw.choice([None, True]),
            "mechanism": draw.choice([None, None, "twist", "contact"]),
            "radiates_to": draw.choice([None, "none", "thigh"]),
            "swelling": draw.choice([None, True]),
            "bruising": draw.choice([None, True]),
            "limits_movement": draw.choice([None, True]),
            "flare": draw.choice([None, None, True]),
            "pop_heard": draw.choice([None, None, True]),
            "onset_h": onset,
        }
        self.diary.pain(at, region, side, draw.choice(self.scores), **(more if odd else {}))


class Drinker(Habit):
    def __init__(self, diary: "Diary") -> None:
        super().__init__(diary)
        self.hours = self.draw.choice([(5, 9, 14, 20), (5, 9, 14, 20), (5, 18), (12, 12.5)])
        self.ml = self.draw.choice([(300,), (300, 300, 900), (250, 1600)])

    def does(self, day: int) -> None:
        for hour in self.hours:
            self.diary.drink(self.diary.at(day, hour), self.draw.choice(self.ml))
        if self.diary.chance(0.3):
            more = {
                "first_of_day": self.draw.choice([None, True]),
                "vitamin_b": self.draw.choice([None, None, True]),
            }
            self.diary.urine(self.diary.at(day, 6), self.draw.choice([3, 5, 5, 6]), **more)


class Watcher(Habit):
    def __init__(self, diary: "Diary") -> None:
        super().__init__(diary)
        self.sleep, self.stress = self.draw.choice([(5, 6, 7), (7, 8)]), self.draw.choice([(2, 3), (6, 8)])
        self.falls = self.draw.choice([0, 0, 0.15])
        self.beds = self.draw.choice([(None,), (None, 12, 14)])

    def does(self, day: int) -> None:
        diary, draw = self.diary, self.draw
        late = draw.choice([0, 0, 14, 100])
        diary.checkin(
            day,
            diary.at(day, 6 + late) if diary.chance(0.5) else None,
            body_weight_kg=diary.maybe(round(80 - self.falls * day, 1)),
            sleep_h=diary.maybe(draw.choice(self.sleep)),
            sleep_quality=draw.choice([None, 1, 3]),
            sleep_position=draw.choice([None, "stomach", "side"]),
            stress=diary.maybe(draw.choice(self.stress)),
            sitting_h=draw.choice([None, 5, 8]),
            cigarettes=draw.choice([None, 0, 5]),
            bed_rest_h=draw.choice(self.beds),
        )


class Carer(Habit):
    SHARES = (0, 0, 0.2, 0.5)

    def does(self, day: int) -> None:
        draw, diary = self.draw, self.diary
        kind = draw.choice(
            [
                *("cold", "heat", "topical", "massage", "stretch", "oral-analgesic", "oral-analgesic"),
                *("oral-analgesic", "bed-rest", "physio", "doctor", "clearance", "relief-exercise"),
            ]
        )
        drug = (
            draw.choice([None, "ibuprofen", "paracetamol", "naproxen"]) if kind == "oral-analgesic" else None
        )
        for hour in draw.choice([(6,), (18,), (6, 8, 10, 12, 18)]):
            diary.care(
                diary.at(day, hour),
                kind,
                draw.choice([None, *(place for place, _ in PLACES)]),
                duration_min=diary.maybe(draw.choice([5, 15, 18, 20, 25, 600])),
                drug=drug,
                dose_mg=draw.choice([None, 600, 1000]) if drug else None,
                wrapped=draw.choice([None, True, False]),
                direct_pressure=draw.choice([None, True]),
            )


class Ailing(Habit):
    SHARES = (0, 0, 0.1, 0.3)

    def does(self, day: int) -> None:
        for _ in range(self.draw.choice([1, 1, 2])):
            at = self.diary.at(day, self.draw.choice([6, 18, 23]))
            present = self.draw.choice([True, True, False])
            self.diary.sign(
                at, self.draw.choice(list(Symptom)), present, side=self.draw.choice([None, "left"])
            )


class Marker(Habit):
    """Acknowledges and snoozes flags, some of which are there."""

    SHARES = (0, 0, 0.3)

    def does(self, day: int) -> None:
        draw, at = self.draw, self.diary.at(day, self.draw.choice([7, 18]))
        region, side = draw.choice(PLACES)
        subject = {"region": region} | ({"side": "left"} if side else {})
        snooze = draw.choice([None, timedelta(days=3), timedelta(days=20)])
        until = None if snooze is None else at + snooze
        self.diary.mark(at, draw.choice(_MARKED), subject_text(subject), until)


HABITS = (Lifter, Runner, Sufferer, Drinker, Watcher, Carer, Ailing, Marker)
