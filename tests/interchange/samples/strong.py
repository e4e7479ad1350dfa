"""Exports of Strong: the two layouts of today, and a German one."""

IOS = (
    "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE"
)
ANDROID = (
    '"Workout #";"Date";"Workout Name";"Duration (sec)";"Exercise Name";"Set Order";"Weight (kg)";"Reps";'
    '"RPE";"Distance (meters)";"Seconds";"Notes";"Workout Notes"'
)
GERMAN = (
    "Datum,Workout-Name,Dauer,Name der Übung,Reihenfolge festlegen,Gewicht,Wiederh.,Entfernung,Sekunden,"
    "Notizen,Workout-Notizen,RPE"
)


def samples() -> dict[str, bytes]:
    """A small valid file of each; those of iOS need the unit of their weights."""
    return {
        "strong_ios.csv": _file(
            IOS,
            '2024-02-01 18:00:00,"Push, heavy",1h 5m,"Bench Press (Barbell)",W,40.0,10.0,0,0.0,"","",',
            '2024-02-01 18:00:00,"Push, heavy",1h 5m,"Bench Press (Barbell)",1,80.0,8.0,0,0.0,"slow","good",',
            '2024-02-01 18:00:00,"Push, heavy",1h 5m,"Bench Press (Barbell)",Rest Timer,0,0.0,0,90.0,"","",',
            '2024-02-03 07:30:00,"Morning",55s,"Zercher Carry",1,60.0,3.0,0,0.0,"","",',
        ),
        "strong_android.csv": _file(
            ANDROID,
            '"1";"2024-09-30 08:02:36";"Back";"1864";"Lat Pulldown (Cable)";"1";"45.359237";"12";"";"";"";"";""',
            '"1";"2024-09-30 08:02:36";"Back";"1864";"Running";"2";"";"";"";"5200";"1800";"";"two\nlines"',
        ),
        "strong_german.csv": _file(
            GERMAN,
            '2025-05-01 19:00:00,"Beine",2h 23min,"Squat (Barbell)",1,102.5,5,0,0.0,"tief","müde",',
            '2025-05-01 19:00:00,"Beine",2h 23min,"Squat (Barbell)",Ruhezeit,0,0,0,120.0,"","",',
        ),
    }


def _file(*lines: str) -> bytes:
    return "".join(f"{line}\n" for line in lines).encode()
