"""Lists of activities of Garmin Connect in its six languages."""

HEADERS = {
    "en": "Activity Type,Date,Favorite,Title,Distance,Calories,Time,Avg HR,Max HR,Training Stress Score®",
    "de": "Aktivitätstyp,Datum,Favorit,Titel,Distanz,Kalorien,Zeit,Ø Herzfrequenz,Maximale Herzfrequenz",
    "sv": "Aktivitetstyp,Datum,Favorit,Namn,Distans,Kalorier,Tid,Medelpuls,Maxpuls",
    "da": "Aktivitetstype,Dato,Favorit,Titel,Distance,Kalorier,Tid,Gennemsnitlig puls,Maks. puls",
    "es": "Tipo de actividad,Fecha,Favorito,Título,Distancia,Calorías,Tiempo,Frecuencia cardiaca media,FC máxima",
    "pt": "Tipo de atividade,Data,Favorito,Título,Distância,Calorias,Tempo,FC Média,FC máxima",
}
RUN = {"en": "Running", "de": "Laufen", "sv": "Löpning", "da": "Løb", "es": "Carrera", "pt": "Corrida"}
METRES = {
    "en": "Track Running",
    "de": "Laufen auf der Bahn",
    "sv": "Simbassäng",
    "da": "Svømmebassin",
    "es": "Natación en piscina",
    "pt": "Natação em piscina",
}


def row(
    sport: str = "Running",
    date: str = "2024-06-28 17:29:31",
    *,
    title: str = "Munich Running",
    distance: str = "5.02",
    time: str = "00:28:30",
    more: tuple[str, ...] = ("141", "166"),
    favourite: str = "false",
) -> str:
    """A row as it is written: all cells but the first three are quoted."""
    quoted = (title, distance, "1,035", time, *more)
    return ",".join((sport, date, favourite, *('"' + cell.replace('"', '""') + '"' for cell in quoted)))


def garmin(header: str, *rows: str, end: str = "\r\n") -> bytes:
    return "".join(line + end for line in (header, *rows)).encode()


def in_language(language: str) -> bytes:
    """Newest first: a distance in metres and a run, neither of which needs a unit."""
    more = ("141", "--", "0.0") if language == "en" else ("141", "--")
    return garmin(
        HEADERS[language],
        row(METRES[language], "2024-06-30 08:00:00", distance="1,600", time="00:35:12.4", more=more),
        row(RUN[language], distance="--", time="00:28:30", more=more),
    )


def samples() -> dict[str, bytes]:
    return {f"activities-{language}.csv": in_language(language) for language in HEADERS}
