"""Exports of StrongLifts."""

HEADER = (
    "Date (yyyy/mm/dd),Workout,Workout Name,Program Name,Body Weight (KG),Exercise,Sets×Reps,Sets×Time,"
    "Top Set (Reps×KG),e1RM (KG),Reps,Volume (KG),Workout Volume (KG),Duration (hours),Start Time (h:mm),"
    "End Time (h:mm),Notes,Set 1 (Reps),Set 1 (KG),Set 2 (Reps),Set 2 (KG),Set 3 (Reps),Set 3 (KG)"
)


def samples() -> dict[str, bytes]:
    """A file in kilograms and one in pounds, with a byte-order mark as the program writes it."""
    kg = (
        HEADER,
        (
            '2026/08/11,1,"Workout A","Stronglifts 5×5",83.5,"Squat",5/5/0,,5×55,63.7,10,550,900.0,'
            '0.75,10:56 AM,11:41 AM,"",5,55,5,55,0,55'
        ),
        (
            '2026/08/11,1,"Workout A","Stronglifts 5×5",83.5,"Barbell Row",1×5,,5×60,60,5,300,900.0,'
            '0.75,10:56 AM,11:41 AM,"form note",5,60,,,,'
        ),
    )
    lb = (
        HEADER.replace("KG", "LB"),
        (
            '2026/01/02,7,"Workout B","Stronglifts 5×5",180,"Deadlift",1×5,,5×225,260,5,1125,1125.0,'
            '0.5,18:00,18:30,"",5,225,,,,'
        ),
    )
    return {"stronglifts_kg.csv": _file(kg), "stronglifts_lb.csv": _file(lb)}


def _file(lines: tuple[str, ...]) -> bytes:
    return b"\xef\xbb\xbf" + "".join(line + "\n" for line in lines).encode()
