"""Exports of FitNotes and of FitNotes 2, each version once, with what is odd about them."""

OLD = "Date,Exercise,Category,Weight (lbs),Reps,Distance,Distance Unit,Time"
NEW = "Date,Exercise,Category,Weight,Weight Unit,Reps,Distance,Distance Unit,Time"
WITH_COMMENT = NEW + ",Comment"
IOS = "Date,Exercise,Category,Weight (kg),Weight (lbs),Reps,Distance,Distance Unit,Time,Notes,Kind"
BODY = "Date,Time,Measurement,Value,Unit"


def samples() -> dict[str, bytes]:
    """A small valid file of each version."""
    return {
        "fitnotes_2017.csv": _file(
            OLD,
            "2017-05-01,Deadlift,Back,225.0,5,0.0,,0:00:00",
            "2017-05-01,Pull Up,Back,0.0,8,0.0,,0:00:00",
            "2017-05-03,Running (Outdoor),Cardio,0.0,0,3.1,mi,0:25:30",
        ),
        "fitnotes_2023.csv": _file(
            NEW,
            "2023-02-01,Overhead Press (Each Side, Dumbbells),Shoulders,20.0,kgs,10,0.0,,0:00:00",
            "2023-02-01,Barbell Squat,Legs,135.0,lbs,5,0.0,,0:00:00",
            "2023-02-01,Plank,Abs,0.0,kgs,0,0.0,kg,0:01:30",
        ),
        "fitnotes_2026.csv": _file(
            WITH_COMMENT,
            "2026-03-02,Barbell Squat,Legs,100.0,kgs,5,,,,slow, but deep",
            "2026-03-02,Sled, heavy,Legs,60.0,kgs,,40,m,0:00:30,",
        ),
        "fitnotes_ios.csv": _file(
            IOS,
            "2026-05-08,Bench Press,Chest,61.23,135.00,10,,,,top set,wr",
            "2026-05-08,Plank,Abs,,,,,,01:30,hard,t",
            "2026-05-09,Treadmill,Cardio,,,,3.2,km,20:00,,dt",
        ),
        "fitnotes_body.csv": _file(
            BODY,
            "2018-07-30,12:18:42,Bodyweight,167.0,lbs",
            "2018-07-30,12:19:10,Body Fat,18.5,%",
            "2018-07-31,07:05:00,Bodyweight,166.2,lbs",
        ),
    }


def _file(*lines: str) -> bytes:
    return "".join(line + "\n" for line in lines).encode()
