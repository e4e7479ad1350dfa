"""Diaries of Daylio in each of its versions."""

ENTRIES = (
    # full_date, year, date, weekday, time, mood, activities, scales, note_title, note
    ("2018-09-08", "2018", "8 września", "sobota", "18:43", "good", "friends | back pain", "", "", ""),
    (
        "2018-09-07",
        "2018",
        "7 września",
        "piątek",
        "3:26 AM",
        "Sin animo",
        "bad sleep",
        "",
        "T",
        "Dear <b>diary</b>\nagain",
    ),
    ("2018-09-07", "2018", "7 września", "piątek", "11:54 pm", "rad", "", "", "", "so, so"),
)
_PLACES = (
    "full_date",
    "year",
    "date",
    "weekday",
    "time",
    "mood",
    "activities",
    "scales",
    "note_title",
    "note",
)

OLD = "year,date,weekday,time,mood,activities,note"
ISO = "full_date,date,weekday,time,mood,activities,note"
TITLED = "full_date,date,weekday,time,mood,activities,note_title,note"
SCALED = "full_date,date,weekday,time,mood,activities,scales,note_title,note"


def diary(header: str, *, delimiter: str = ",", entries: tuple[tuple[str, ...], ...] = ENTRIES) -> str:
    """A file with these columns."""
    names = header.split(",")
    lines = [delimiter.join(names)]
    for entry in entries:
        cells = dict(zip(_PLACES, entry, strict=True))
        lines.append(delimiter.join('"' + cells[name].replace('"', '""') + '"' for name in names))
    return "\n".join(lines) + "\n"


def samples() -> dict[str, bytes]:
    """One file of each version."""
    return {
        "daylio_export_2018.csv": diary(OLD).encode("utf-8-sig"),
        "daylio_export_2020.csv": diary(ISO).encode("utf-8-sig"),
        "daylio_export_2022.csv": diary(TITLED).encode("utf-8-sig"),
        "daylio_export_2025.csv": diary(SCALED).encode("utf-8-sig"),
        "daylio_export.tsv": diary(TITLED, delimiter="\t").encode(),
    }
