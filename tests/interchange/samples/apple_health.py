"""Exports of Apple Health: as of iOS 15, with the damaged definition of iOS 16, of iOS 18, and packed."""

from collections.abc import Iterable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

DEFINITION = """<!DOCTYPE HealthData [
<!-- HealthKit Export Version: 11 -->
<!ELEMENT HealthData (ExportDate,Me,(Record|Correlation|Workout|ActivitySummary|ClinicalRecord)*)>
<!ATTLIST HealthData
  locale CDATA #REQUIRED
>
<!ELEMENT Record ((MetadataEntry|HeartRateVariabilityMetadataList)*)>
<!ATTLIST Record
  type          CDATA #REQUIRED
  unit          CDATA #IMPLIED
  value         CDATA #IMPLIED
  sourceName    CDATA #REQUIRED
  startDate     CDATA #REQUIRED
  endDate       CDATA #REQUIRED
>
<!-- Note: Any Records that appear as children of a correlation also appear as top-level records in this document. -->
]>
"""

DAMAGED_DEFINITION = DEFINITION.replace(
    "  endDate       CDATA #REQUIRED\n>\n", "  endDate       CDATA #REQUIRED\n"
)
"""As iOS 16 wrote it: a bracket is missing, and no XML parser takes it."""

WATCH, PHONE = "Anna’s Apple\u00a0Watch", "Anna’s iPhone"


def export(*elements: str, definition: str = DEFINITION) -> str:
    """A whole export with these elements."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n{definition}<HealthData locale="en_US">\n'
        ' <ExportDate value="2026-11-20 10:36:11 +0100"/>\n'
        ' <Me HKCharacteristicTypeIdentifierDateOfBirth="1990-01-01"/>\n'
        + "".join(elements)
        + "</HealthData>\n"
    )


def record(kind: str, start: str, end: str = "", *, value: str, unit: str = "", source: str = WATCH) -> str:
    """A record of the type, whose name stands without what all types begin with."""
    category = kind in ("SleepAnalysis", "MindfulSession")
    prefix = "HKCategoryTypeIdentifier" if category else "HKQuantityTypeIdentifier"
    measured = f' unit="{unit}"' if unit else ""
    return (
        f' <Record type="{prefix}{kind}" sourceName="{source}" sourceVersion="11.1"{measured}'
        f' creationDate="{start}" startDate="{start}" endDate="{end or start}" value="{value}"/>\n'
    )


def asleep(start: str, end: str, stage: str = "AsleepCore", source: str = WATCH) -> str:
    """A stretch of sleep, or of lying in bed."""
    return record("SleepAnalysis", start, end, value=f"HKCategoryValueSleepAnalysis{stage}", source=source)


def workout(
    start: str,
    end: str,
    activity: str = "Running",
    *,
    said: str = 'duration="30" durationUnit="min"',
    inside: Iterable[str] = (),
    source: str = WATCH,
) -> str:
    """A workout; `said` are further attributes and `inside` its elements."""
    return (
        f' <Workout workoutActivityType="HKWorkoutActivityType{activity}" {said} sourceName="{source}"'
        f' creationDate="{end}" startDate="{start}" endDate="{end}">\n'
        + "".join(f"  {one}\n" for one in inside)
        + " </Workout>\n"
    )


def statistics(kind: str, amount: str, unit: str) -> str:
    """The sum of one measure of a workout, as since iOS 16."""
    return f'<WorkoutStatistics type="HKQuantityTypeIdentifier{kind}" sum="{amount}" unit="{unit}"/>'


def packed(files: dict[str, bytes]) -> bytes:
    """An archive of these files."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


OLD = export(
    record("HeartRate", "2018-09-10 02:28:55 -0700", value="72", unit="count/min"),
    record("DietaryWater", "2018-09-10 08:00:00 -0700", value="8", unit="fl_oz_us", source="WaterMinder"),
    record("BodyMass", "2018-09-10 07:00:00 -0700", value="150", unit="lb", source=PHONE),
    asleep("2018-09-09 23:00:00 -0700", "2018-09-10 06:30:00 -0700", "Asleep"),
    asleep("2018-09-09 22:30:00 -0700", "2018-09-10 06:45:00 -0700", "InBed", PHONE),
    workout(
        "2018-09-10 18:00:00 -0700",
        "2018-09-10 18:05:12 -0700",
        said='duration="5.194" durationUnit="min" totalDistance="0.497" totalDistanceUnit="mi"'
        ' totalEnergyBurned="48.7" totalEnergyBurnedUnit="kcal"',
    ),
)

NEW = export(
    record("DietaryWater", "2026-11-18 08:00:00 +0100", value="250", unit="mL"),
    record("BodyMass", "2026-11-18 07:00:00 +0100", value="76.80000305175781", unit="kg", source=PHONE),
    asleep("2026-11-17 23:00:00 +0100", "2026-11-18 02:00:00 +0100"),
    asleep("2026-11-18 02:00:00 +0100", "2026-11-18 06:30:00 +0100", "AsleepREM"),
    record(
        "WorkoutEffortScore",
        "2026-11-18 18:00:00 +0100",
        "2026-11-18 18:45:00 +0100",
        value="7",
        unit="appleEffortScore",
    ),
    workout(
        "2026-11-18 18:00:00 +0100",
        "2026-11-18 18:45:00 +0100",
        said='duration="44.5" durationUnit="min"',
        inside=[
            '<MetadataEntry key="HKIndoorWorkout" value="0"/>',
            statistics("DistanceWalkingRunning", "8.05", "km"),
            statistics("ActiveEnergyBurned", "540", "kcal"),
        ],
    ),
    definition=DAMAGED_DEFINITION,
)


def samples() -> dict[str, bytes]:
    """One file of each version."""
    return {
        "export.xml": OLD.encode(),
        "export-ios-18.xml": NEW.encode(),
        "export.zip": packed(
            {
                "apple_health_export/export_cda.xml": b"<ClinicalDocument/>",
                "apple_health_export/export.xml": NEW.encode(),
            }
        ),
    }
