"""The closed word lists of the journal.

The values are the words that stand in the database, in the CSV files and in the JSON output; `display`
gives the words for a person.  Nothing here is computed: the lists are the definition.
"""

from enum import StrEnum


class WorkoutKind(StrEnum):
    """What a workout was, as a whole."""

    STRENGTH = "strength"
    RUN = "run"
    RIDE = "ride"
    SWIM = "swim"
    ROW = "row"
    WALK = "walk"
    YOGA = "yoga"
    MOBILITY = "mobility"
    SPORT = "sport"
    OTHER = "other"


ENDURANCE_KINDS = frozenset(
    {WorkoutKind.RUN, WorkoutKind.RIDE, WorkoutKind.SWIM, WorkoutKind.ROW, WorkoutKind.WALK}
)
"""Kinds measured by distance and time; rules about muscle groups leave them out."""


class SetKind(StrEnum):
    """What a set was for.  Every kind but `warmup` is a working set."""

    NORMAL = "normal"
    WARMUP = "warmup"
    DROP = "drop"
    FAILURE = "failure"


class Region(StrEnum):
    """A place of the body, without its side."""

    HEAD = "head"
    NECK = "neck"
    SHOULDER = "shoulder"
    UPPER_ARM = "upper-arm"
    ELBOW = "elbow"
    FOREARM = "forearm"
    WRIST = "wrist"
    HAND = "hand"
    CHEST = "chest"
    ABDOMEN = "abdomen"
    UPPER_BACK = "upper-back"
    MID_BACK = "mid-back"
    LOWER_BACK = "lower-back"
    HIP = "hip"
    BUTTOCK = "buttock"
    GROIN = "groin"
    THIGH_FRONT = "thigh-front"
    THIGH_BACK = "thigh-back"
    KNEE = "knee"
    SHIN = "shin"
    CALF = "calf"
    ANKLE = "ankle"
    FOOT = "foot"


BACK = frozenset({Region.UPPER_BACK, Region.MID_BACK, Region.LOWER_BACK})
"""The three regions that the documents call "the back"."""

UNPAIRED = BACK | {Region.HEAD, Region.NECK, Region.CHEST, Region.ABDOMEN}
"""Regions whose side does not make a subject of its own."""


class Side(StrEnum):
    """Which side of the body."""

    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"
    CENTER = "center"


class Quality(StrEnum):
    """What a pain feels like."""

    DULL = "dull"
    ACHE = "ache"
    STIFF = "stiff"
    CRAMP = "cramp"
    SHARP = "sharp"
    STABBING = "stabbing"
    SHOOTING = "shooting"
    BURNING = "burning"
    THROBBING = "throbbing"
    TINGLING = "tingling"
    NUMB = "numb"


class Context(StrEnum):
    """When a pain was felt, seen from training."""

    DURING = "during"
    RIGHT_AFTER = "right-after"
    LATER = "later"
    AT_REST = "at-rest"
    ON_WAKING = "on-waking"


class Radiation(StrEnum):
    """How far down a pain runs.  `none` says that it does not; an empty field says nothing."""

    NONE = "none"
    BUTTOCK = "buttock"
    THIGH = "thigh"
    BELOW_KNEE = "below-knee"
    FOOT = "foot"


class Mechanism(StrEnum):
    """What set a pain off.  `none` says that nothing did; an empty field says nothing."""

    NONE = "none"
    LIFT = "lift"
    BEND = "bend"
    TWIST = "twist"
    FALL = "fall"
    CONTACT = "contact"
    OVERUSE = "overuse"


class Symptom(StrEnum):
    """Signs that are asked for, answered yes or no, or told unasked."""

    LEG_NUMBNESS = "leg-numbness"
    SADDLE_NUMBNESS = "saddle-numbness"
    LEG_WEAKNESS = "leg-weakness"
    ARM_NUMBNESS = "arm-numbness"
    ARM_WEAKNESS = "arm-weakness"
    BLADDER_CHANGE = "bladder-change"
    BOWEL_CHANGE = "bowel-change"
    CANNOT_PASS = "cannot-pass"
    FEVER = "fever"
    CHILLS = "chills"
    NAUSEA = "nausea"
    UNEXPLAINED_WEIGHT_LOSS = "unexplained-weight-loss"
    HARD_TO_STAND_OR_WALK = "hard-to-stand-or-walk"
    NIGHT_PAIN = "night-pain"
    RECENT_TRAUMA = "recent-trauma"
    CHEST_PRESSURE = "chest-pressure"
    BREATHLESS = "breathless"
    FAINTED = "fainted"
    CONFUSED = "confused"
    WORST_HEADACHE = "worst-headache"
    BROWN_URINE = "brown-urine"
    DARK_URINE = "dark-urine"
    TIRED = "tired"
    DIZZY = "dizzy"
    DRY_MOUTH = "dry-mouth"
    FAST_HEARTBEAT = "fast-heartbeat"


class CareKind(StrEnum):
    """What was done against a pain.  `doctor` is a visit; `clearance`: a professional said train again."""

    COLD = "cold"
    HEAT = "heat"
    WARM_BATH = "warm-bath"
    MASSAGE = "massage"
    TOPICAL = "topical"
    ORAL_ANALGESIC = "oral-analgesic"
    STRETCH = "stretch"
    RELIEF_EXERCISE = "relief-exercise"
    BED_REST = "bed-rest"
    PHYSIO = "physio"
    CHIROPRACTIC = "chiropractic"
    ACUPUNCTURE = "acupuncture"
    DOCTOR = "doctor"
    CLEARANCE = "clearance"


class Drug(StrEnum):
    """Oral painkillers that the rules know."""

    IBUPROFEN = "ibuprofen"
    PARACETAMOL = "paracetamol"
    NAPROXEN = "naproxen"
    ASPIRIN = "aspirin"
    DICLOFENAC = "diclofenac"
    OTHER = "other"


class FormFlag(StrEnum):
    """What went wrong with technique in a workout."""

    ARCHED = "arched"
    ROUNDED = "rounded"
    TWISTED = "twisted"
    JERKED = "jerked"
    RUSHED = "rushed"


class Surface(StrEnum):
    """What an endurance workout was done on."""

    TRACK = "track"
    TREADMILL = "treadmill"
    TRAIL = "trail"
    GRASS = "grass"
    ASPHALT = "asphalt"
    CONCRETE = "concrete"
    RUGGED = "rugged"


class ConditionName(StrEnum):
    """Long-lasting conditions that change what the rules say."""

    HERNIATED_DISC = "herniated-disc"
    OSTEOPOROSIS = "osteoporosis"
    ARTHRITIS = "arthritis"
    STENOSIS = "stenosis"
    SPONDYLITIS = "spondylitis"
    SPONDYLOLISTHESIS = "spondylolisthesis"
    LIGAMENT_INJURY = "ligament-injury"
    CANCER_HISTORY = "cancer-history"
    STEROID_USE = "steroid-use"
    PREGNANCY = "pregnancy"
    FLUID_LIMIT = "fluid-limit"


class Muscle(StrEnum):
    """Muscle groups of the exercise catalogue."""

    BACK = "back"
    GLUTES = "glutes"
    QUADS = "quads"
    HAMSTRINGS = "hamstrings"
    CHEST = "chest"
    BICEPS = "biceps"
    TRICEPS = "triceps"
    SHOULDERS = "shoulders"
    CALVES = "calves"
    FOREARMS = "forearms"
    ABS = "abs"
    OBLIQUES = "obliques"
    HIP_FLEXORS = "hip-flexors"
    ADDUCTORS = "adductors"
    NECK = "neck"


LARGE_MUSCLES = frozenset({Muscle.BACK, Muscle.GLUTES, Muscle.QUADS, Muscle.HAMSTRINGS, Muscle.CHEST})
"""Groups that need two to three days; the others need one."""


class ExerciseTag(StrEnum):
    """What an exercise does to the body, beyond the muscles that it trains."""

    CORE_INTENSE = "core-intense"
    CORE_GENTLE = "core-gentle"
    AXIAL_LOAD = "axial-load"
    HIGH_IMPACT = "high-impact"
    JUMP = "jump"
    LOADED_TWIST = "loaded-twist"
    TWIST = "twist"
    SEATED_FOLD = "seated-fold"
    PRONE_ARCH = "prone-arch"
    BACK_EXTENSOR = "back-extensor"
    LOW_IMPACT_CARDIO = "low-impact-cardio"
    RELIEF = "relief"
    STRETCH = "stretch"
    BONE_LOADING = "bone-loading"


class SleepPosition(StrEnum):
    """How somebody slept."""

    SIDE = "side"
    BACK = "back"
    STOMACH = "stomach"
    MIXED = "mixed"


class MarkAction(StrEnum):
    """What was done with a flag."""

    ACKNOWLEDGE = "acknowledge"
    SNOOZE = "snooze"


class MassUnit(StrEnum):
    """Units that a weight is written in.  Stored is always kg."""

    KG = "kg"
    LB = "lb"


class DistanceUnit(StrEnum):
    """Units that a distance is written in.  Stored is always km."""

    KM = "km"
    MI = "mi"


class Severity(StrEnum):
    """How much a flag matters, worst first."""

    URGENT = "urgent"
    WARNING = "warning"
    CAUTION = "caution"
    INFO = "info"


class Act(StrEnum):
    """How soon a doctor or physiotherapist should be asked, soonest first."""

    NOW = "now"
    TODAY = "today"
    THIS_WEEK = "this-week"


class Status(StrEnum):
    """Whether a flag holds at the time asked about."""

    ACTIVE = "active"
    PAST = "past"


KG_PER_LB = 0.45359237
KM_PER_MI = 1.609344
ML_PER_OZ = 29.5735296
ML_PER_CUP = 240.0

_DISPLAY = {
    Side.CENTER: "middle",
    Context.AT_REST: "at rest",
    Context.RIGHT_AFTER: "right after",
    Context.ON_WAKING: "on waking",
    Symptom.SADDLE_NUMBNESS: "numbness where you sit",
    Symptom.CANNOT_PASS: "unable to pass urine or stool",
    Symptom.HARD_TO_STAND_OR_WALK: "hard to stand up or walk",
    Symptom.RECENT_TRAUMA: "a recent fall or blow",
    Symptom.BLADDER_CHANGE: "bladder trouble",
    Symptom.BOWEL_CHANGE: "bowel trouble",
    Symptom.WORST_HEADACHE: "the worst headache ever",
    CareKind.ORAL_ANALGESIC: "painkiller",
    Muscle.HIP_FLEXORS: "hip flexors",
}


def display(word: StrEnum) -> str:
    """The word as a person would read it: `lower-back` is "lower back"."""
    return _DISPLAY.get(word, word.value.replace("-", " "))
