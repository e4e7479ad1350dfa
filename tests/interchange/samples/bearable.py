"""Exports of Bearable, of until 2022 and of since 2023."""

HEADER = "date,weekday,time of day,category,rating/amount,detail,notes"
NEWER = "date,date formatted,weekday,time of day,category,rating/amount,detail,notes"

READINGS = (
    # date, date formatted, weekday, time of day, category, rating/amount, detail, notes
    ("22nd Sep 2020", "2020-09-22", "Tuesday", "pre", "Symptom", "2", "Back (lower) pain (Moderate)", ""),
    ("22nd Sep 2020", "2020-09-22", "Tuesday", "pm", "Symptom", "1", "Left knee pain (Mild)", ""),
    ("22nd Sep 2020", "2020-09-22", "Tuesday", "am", "Symptom", "3", "Nausea (Severe)", "private"),
    ("22nd Sep 2020", "2020-09-22", "Tuesday", "23:32", "Mood", "7", "Happy", ""),
    ("22nd Sep 2020", "2020-09-22", "Tuesday", "all day", "Symptom", "1", "Bloating (Mild)", ""),
    ("22nd Sep 2020", "2020-09-22", "Tuesday", "", "Sleep", "07:45", "", ""),
    ("22nd Sep 2020", "2020-09-22", "Tuesday", "", "Sleep quality", "4", "", ""),
    ("22nd Sep 2020", "2020-09-22", "Tuesday", "3:04", "Meds/Supplements", "2", "Ibuprofen (mg)", ""),
    ("21st Sep 2020", "2020-09-21", "Monday", "", "Factors", "", "Coffee", "a, b"),
)
_PLACES = NEWER.split(",")


def row(header: str, reading: tuple[str, ...]) -> str:
    """One reading under these columns."""
    cells = dict(zip(_PLACES, reading, strict=True))
    return ",".join('"' + cells[name].replace('"', '""') + '"' for name in header.split(","))


def export(header: str = HEADER, readings: tuple[tuple[str, ...], ...] = READINGS) -> str:
    """A whole export."""
    return "".join(f"{line}\n" for line in (header, *(row(header, reading) for reading in readings)))


def samples() -> dict[str, bytes]:
    """One file of each version."""
    return {"bearable-2020.csv": export().encode(), "bearable-2023.csv": export(NEWER).encode()}
