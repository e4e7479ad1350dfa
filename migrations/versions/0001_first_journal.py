"""The first journal: a table for every record, and those of undo, imports and joining."""

from datetime import date

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

WORKOUT_KIND = "strength run ride swim row walk yoga mobility sport other"
SURFACE = "track treadmill trail grass asphalt concrete rugged"
FORM_FLAG = "arched rounded twisted jerked rushed"
SET_KIND = "normal warmup drop failure"
REGION = (
    "head neck shoulder upper-arm elbow forearm wrist hand chest abdomen upper-back mid-back lower-back "
    "hip buttock groin thigh-front thigh-back knee shin calf ankle foot"
)
SIDE = "left right both center"
QUALITY = "dull ache stiff cramp sharp stabbing shooting burning throbbing tingling numb"
CONTEXT = "during right-after later at-rest on-waking"
MECHANISM = "none lift bend twist fall contact overuse"
RADIATION = "none buttock thigh below-knee foot"
SYMPTOM = (
    "leg-numbness saddle-numbness leg-weakness arm-numbness arm-weakness bladder-change bowel-change "
    "cannot-pass fever chills nausea unexplained-weight-loss hard-to-stand-or-walk night-pain "
    "recent-trauma chest-pressure breathless fainted confused worst-headache brown-urine dark-urine "
    "tired dizzy dry-mouth fast-heartbeat"
)
CARE_KIND = (
    "cold heat warm-bath massage topical oral-analgesic stretch relief-exercise bed-rest physio "
    "chiropractic acupuncture doctor clearance"
)
DRUG = "ibuprofen paracetamol naproxen aspirin diclofenac other"
SLEEP_POSITION = "side back stomach mixed"
CONDITION_NAME = (
    "herniated-disc osteoporosis arthritis stenosis spondylitis spondylolisthesis ligament-injury "
    "cancer-history steroid-use pregnancy fluid-limit"
)
MUSCLE = (
    "back glutes quads hamstrings chest biceps triceps shoulders calves forearms abs obliques "
    "hip-flexors adductors neck"
)
EXERCISE_TAG = (
    "core-intense core-gentle axial-load high-impact jump loaded-twist twist seated-fold prone-arch "
    "back-extensor low-impact-cardio relief stretch bone-loading"
)
MARK_ACTION = "acknowledge snooze"

Items = list[sa.schema.SchemaItem]


def key_type() -> sa.types.TypeEngine[str]:
    return sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


class Cells:
    """The columns of one table, each with the constraint that its values keep."""

    def __init__(self, table: str) -> None:
        self.table = table

    def check(self, name: str, rule: str) -> sa.CheckConstraint:
        return sa.CheckConstraint(rule, name=op.f(f"ck_{self.table}_{name}"))

    def key(self, *names: str) -> sa.PrimaryKeyConstraint:
        return sa.PrimaryKeyConstraint(*names, name=op.f(f"pk_{self.table}"))

    def link(self, name: str, target: str, on_delete: str) -> sa.ForeignKeyConstraint:
        other = target.partition(".")[0]
        return sa.ForeignKeyConstraint(
            [name], [target], name=op.f(f"fk_{self.table}_{name}_{other}"), ondelete=on_delete
        )

    def uuid(self, name: str, *, required: bool = False) -> Items:
        return [sa.Column(name, key_type(), nullable=not required), self.check(name, f"length({name}) = 36")]

    def instant(self, name: str, *, required: bool = False) -> Items:
        rule = f"{name} BETWEEN -2209075200 AND 7258204800 AND {name}_offset BETWEEN -86399 AND 86399"
        if not required:
            rule = f"({name} IS NULL) = ({name}_offset IS NULL) AND {rule}"
        return [
            sa.Column(name, sa.BigInteger, nullable=not required),
            sa.Column(f"{name}_offset", sa.Integer, nullable=not required),
            self.check(name, rule),
        ]

    def number(self, name: str, low: int, high: int, *, required: bool = False) -> Items:
        rule = f"{name} BETWEEN {low} AND {high}"
        return [sa.Column(name, sa.Integer, nullable=not required), self.check(name, rule)]

    def yes_no(self, name: str, *, required: bool = False) -> Items:
        rule = f"{name} IN (TRUE, FALSE)"
        return [sa.Column(name, sa.Boolean, nullable=not required), self.check(name, rule)]

    def named(self, name: str) -> Items:
        return [sa.Column(name, key_type(), nullable=False), self.check(name, f"{name} <> ''")]

    def word(self, name: str, words: str, *, required: bool = False) -> Items:
        listed = ", ".join(f"'{word}'" for word in words.split())
        rule = f"{name} IN ({listed})"
        return [sa.Column(name, key_type(), nullable=not required), self.check(name, rule)]

    def words(self, name: str, words: str) -> Items:
        rest = f"';' || replace({name}, ';', ';;') || ';'"
        for word in words.split():
            rest = f"replace({rest}, ';{word};', '')"
        return [sa.Column(name, sa.Text, nullable=False), self.check(name, f"{name} = '' OR {rest} = ''")]


def text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False)


def day(name: str, *, required: bool = False) -> sa.Column[date]:
    return sa.Column(name, sa.Date(), nullable=not required)


def index(table: str, *names: str) -> None:
    for name in names:
        op.create_index(op.f(f"ix_{table}_{name}"), table, [name])


def create_workouts() -> None:
    cells = Cells("workouts")
    op.create_table(
        "workouts",
        *cells.uuid("id", required=True),
        *cells.instant("started_at", required=True),
        *cells.yes_no("time_known"),
        *cells.number("duration_s", 0, 3600000),
        text("title"),
        *cells.word("kind", WORKOUT_KIND, required=True),
        *cells.number("session_rpe", 0, 1000),
        *cells.number("warmup_s", 0, 36000),
        *cells.number("cooldown_s", 0, 36000),
        *cells.word("surface", SURFACE),
        *cells.words("form_flags", FORM_FLAG),
        *cells.yes_no("stopped_for_pain"),
        *cells.number("weight_before_g", 1000, 700000),
        *cells.number("weight_after_g", 1000, 700000),
        text("note"),
        text("source"),
        day("day", required=True),
        cells.key("id"),
    )
    index("workouts", "day")


def create_sets() -> None:
    cells = Cells("sets")
    op.create_table(
        "sets",
        *cells.uuid("workout_id", required=True),
        cells.link("workout_id", "workouts.id", "CASCADE"),
        *cells.number("position", 1, 100000, required=True),
        *cells.named("exercise"),
        *cells.word("kind", SET_KIND),
        *cells.number("reps", 0, 100000),
        *cells.number("weight_g", -1000000, 2000000),
        *cells.number("distance_m", 0, 20000000),
        *cells.number("duration_s", 0, 3600000),
        *cells.number("rpe", 0, 1000),
        text("note"),
        day("day", required=True),
        cells.key("workout_id", "position"),
    )
    index("sets", "day", "exercise")


def create_pain() -> None:
    cells = Cells("pain")
    op.create_table(
        "pain",
        *cells.uuid("id", required=True),
        *cells.instant("at", required=True),
        *cells.yes_no("time_known"),
        *cells.word("region", REGION, required=True),
        *cells.word("side", SIDE),
        *cells.number("score", 0, 10, required=True),
        *cells.words("qualities", QUALITY),
        *cells.word("context", CONTEXT),
        *cells.instant("onset_at"),
        *cells.yes_no("sudden"),
        *cells.word("mechanism", MECHANISM),
        *cells.word("radiates_to", RADIATION),
        *cells.yes_no("pop_heard"),
        *cells.yes_no("bruising"),
        *cells.yes_no("swelling"),
        *cells.yes_no("limits_movement"),
        *cells.yes_no("flare"),
        *cells.uuid("workout_id"),
        cells.link("workout_id", "workouts.id", "SET NULL"),
        text("note"),
        text("source"),
        day("day", required=True),
        cells.key("id"),
    )
    index("pain", "day", "workout_id")


def create_symptoms() -> None:
    cells = Cells("symptoms")
    op.create_table(
        "symptoms",
        *cells.uuid("id", required=True),
        *cells.instant("at", required=True),
        *cells.word("symptom", SYMPTOM, required=True),
        *cells.word("side", SIDE),
        *cells.yes_no("present", required=True),
        *cells.uuid("pain_id"),
        cells.link("pain_id", "pain.id", "SET NULL"),
        text("note"),
        text("source"),
        day("day", required=True),
        cells.key("id"),
    )
    index("symptoms", "day", "pain_id")


def create_hydration() -> None:
    cells = Cells("hydration")
    op.create_table(
        "hydration",
        *cells.uuid("id", required=True),
        *cells.instant("at", required=True),
        *cells.number("volume_ml", 0, 100000, required=True),
        text("drink"),
        text("note"),
        text("source"),
        day("day", required=True),
        cells.key("id"),
    )
    index("hydration", "day")


def create_urine() -> None:
    cells = Cells("urine")
    op.create_table(
        "urine",
        *cells.uuid("id", required=True),
        *cells.instant("at", required=True),
        *cells.number("color", 1, 8, required=True),
        *cells.yes_no("first_of_day"),
        *cells.yes_no("vitamin_b"),
        text("note"),
        text("source"),
        day("day", required=True),
        cells.key("id"),
    )
    index("urine", "day")


def create_care() -> None:
    cells = Cells("care")
    op.create_table(
        "care",
        *cells.uuid("id", required=True),
        *cells.instant("at", required=True),
        *cells.yes_no("time_known"),
        *cells.word("kind", CARE_KIND, required=True),
        *cells.word("region", REGION),
        *cells.word("side", SIDE),
        *cells.number("duration_s", 0, 3600000),
        *cells.word("drug", DRUG),
        *cells.number("dose_mg", 0, 100000),
        *cells.yes_no("wrapped"),
        *cells.yes_no("direct_pressure"),
        text("note"),
        text("source"),
        day("day", required=True),
        cells.key("id"),
    )
    index("care", "day")


def create_checkins() -> None:
    cells = Cells("checkins")
    op.create_table(
        "checkins",
        day("date", required=True),
        *cells.instant("at"),
        *cells.number("body_weight_g", 1000, 700000),
        *cells.number("sleep_s", 0, 86400),
        *cells.number("sleep_quality", 1, 5),
        *cells.word("sleep_position", SLEEP_POSITION),
        *cells.number("stress", 0, 10),
        *cells.number("sitting_s", 0, 86400),
        *cells.number("cigarettes", 0, 1000),
        *cells.number("bed_rest_s", 0, 86400),
        text("note"),
        text("source"),
        day("day", required=True),
        cells.key("date"),
    )
    index("checkins", "day")


def create_conditions() -> None:
    cells = Cells("conditions")
    op.create_table(
        "conditions",
        *cells.word("condition", CONDITION_NAME, required=True),
        day("since"),
        day("until"),
        text("note"),
        cells.key("condition"),
    )


def create_exercises() -> None:
    cells = Cells("exercises")
    op.create_table(
        "exercises",
        *cells.named("slug"),
        *cells.named("name"),
        *cells.word("kind", WORKOUT_KIND),
        *cells.words("primary_muscles", MUSCLE),
        *cells.words("secondary_muscles", MUSCLE),
        *cells.words("tags", EXERCISE_TAG),
        cells.key("slug"),
    )


def create_aliases() -> None:
    cells = Cells("aliases")
    op.create_table(
        "aliases",
        *cells.named("name"),
        *cells.named("slug"),
        text("source"),
        cells.key("name"),
    )


def create_templates() -> None:
    cells = Cells("templates")
    op.create_table(
        "templates",
        *cells.named("template"),
        *cells.number("position", 1, 100000, required=True),
        *cells.named("exercise"),
        *cells.word("kind", SET_KIND),
        *cells.number("reps", 0, 100000),
        *cells.number("weight_g", -1000000, 2000000),
        *cells.number("distance_m", 0, 20000000),
        *cells.number("duration_s", 0, 3600000),
        *cells.number("rpe", 0, 1000),
        cells.key("template", "position"),
    )


def create_profile() -> None:
    cells = Cells("profile")
    op.create_table(
        "profile",
        *cells.named("key"),
        text("value"),
        cells.key("key"),
    )


def create_flag_marks() -> None:
    cells = Cells("flag_marks")
    op.create_table(
        "flag_marks",
        *cells.uuid("id", required=True),
        *cells.instant("at", required=True),
        *cells.named("rule"),
        text("subject"),
        *cells.instant("since"),
        *cells.word("action", MARK_ACTION, required=True),
        *cells.instant("until"),
        text("reason"),
        day("day", required=True),
        cells.key("id"),
    )
    index("flag_marks", "day")


def create_steps() -> None:
    cells = Cells("steps")
    op.create_table(
        "steps",
        sa.Column("id", sa.Integer, autoincrement=False, nullable=False),
        *cells.instant("at", required=True),
        text("verb"),
        sa.Column("undone", sa.Boolean, nullable=False),
        cells.key("id"),
    )


def create_changes() -> None:
    cells = Cells("changes")
    op.create_table(
        "changes",
        sa.Column("step", sa.Integer, nullable=False),
        sa.Column("seq", sa.Integer, nullable=False),
        text("table_name"),
        text("row_key"),
        sa.Column("before", sa.Text),
        sa.Column("after", sa.Text),
        cells.key("step", "seq"),
        cells.link("step", "steps.id", "CASCADE"),
    )


def create_batches() -> None:
    cells = Cells("batches")
    op.create_table(
        "batches",
        sa.Column("number", sa.Integer, autoincrement=False, nullable=False),
        *cells.instant("at", required=True),
        text("source"),
        text("file"),
        text("added"),
        day("first"),
        day("last"),
        sa.Column("taken_back", sa.Boolean, nullable=False),
        cells.key("number"),
    )


def create_batch_rows() -> None:
    cells = Cells("batch_rows")
    op.create_table(
        "batch_rows",
        sa.Column("batch", sa.Integer, nullable=False),
        text("table_name"),
        sa.Column("row_key", key_type(), nullable=False),
        text("seal"),
        cells.key("batch", "table_name", "row_key"),
        cells.link("batch", "batches.number", "CASCADE"),
    )


def create_open_workouts() -> None:
    cells = Cells("open_workouts")
    op.create_table(
        "open_workouts",
        sa.Column("workout_id", key_type(), nullable=False),
        sa.Column("last_line_at", sa.BigInteger, nullable=False),
        cells.key("workout_id"),
        cells.link("workout_id", "workouts.id", "CASCADE"),
    )


def upgrade() -> None:
    create_workouts()
    create_sets()
    create_pain()
    create_symptoms()
    create_hydration()
    create_urine()
    create_care()
    create_checkins()
    create_conditions()
    create_exercises()
    create_aliases()
    create_templates()
    create_profile()
    create_flag_marks()
    create_steps()
    create_changes()
    create_batches()
    create_batch_rows()
    create_open_workouts()


def downgrade() -> None:
    for table in (
        "open_workouts",
        "batch_rows",
        "batches",
        "changes",
        "steps",
        "flag_marks",
        "profile",
        "templates",
        "aliases",
        "exercises",
        "conditions",
        "checkins",
        "care",
        "urine",
        "hydration",
        "symptoms",
        "pain",
        "sets",
        "workouts",
    ):
        op.drop_table(table)
