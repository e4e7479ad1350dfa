"""What a watch or a web site calls a sport -> the exercise, kind and surface that the journal knows it by.

The words are told by their stems: the programs write them in the language of their user, as one word or as
several, and change them from year to year.
"""

import re
import unicodedata
from typing import NamedTuple

from journal.exercises import Catalogue
from journal.vocabulary import Surface, WorkoutKind


class Sport(NamedTuple):
    """What an activity was."""

    kind: WorkoutKind
    exercise: str = ""
    """Slug or name of the exercise that holds its distance and time; "" = none is known, or it has many."""
    surface: Surface | None = None
    in_metres: bool = False
    """Whether lists that write kilometres or miles write its distance in metres."""


OTHER = Sport(WorkoutKind.OTHER)
"""An activity of which nothing is said."""

_LETTERS = str.maketrans({"ø": "o", "æ": "ae", "đ": "d", "ł": "l", "_": " ", "-": " ", "/": " "})

_POOL = re.compile(r"pool|\blap\b|becken|bahn|schwimmbad|simbassang|bassin|bassang|basseng|piscin|svommehal")
_TREADMILL = re.compile(r"treadmill|laufband|lopband|lobeband|tredemolle|cinta|esteira|passadeira|virtu")
_TRACK = re.compile(r"track|bahn|bana\b|\bbane|banlob|pista")
_TRAIL = re.compile(r"trail|trilh|terr[ae]+n|gelande|sendero|montana|montanha|sentier")
_ON_WATER = re.compile(r"indoor|machine|maskin|gerat|ergometer|erg\b|interior|inomhus|indendors")

_STEMS: tuple[tuple[WorkoutKind, str, tuple[str, ...]], ...] = (
    (WorkoutKind.OTHER, "motorcycling", (r"\bmoto",)),
    (WorkoutKind.SPORT, "triathlon", (r"multi ?sport", "triat", "duathlon")),
    (
        WorkoutKind.STRENGTH,
        "",
        (
            "strength",
            r"weight ?(?:training|lifting)",
            r"\bkraft",
            "styrke",
            "fuerza",
            r"\bpesas",
            "forca",
            "muscula",
        ),
    ),
    (WorkoutKind.OTHER, "hiit", ("hiit", "high intensity")),
    (WorkoutKind.YOGA, "yoga", ("yoga", r"\bioga")),
    (WorkoutKind.MOBILITY, "pilates", ("pilates",)),
    (WorkoutKind.MOBILITY, "mobility", ("mobilit", "movilidad", "stretch", "flexib", "dehn", "rorlighet")),
    (WorkoutKind.MOBILITY, "breathing-exercise", ("breath", r"\batem", "andning", "andedraet", "respira")),
    (
        WorkoutKind.SPORT,
        "cross-country-skiing",
        (
            "cross country ski",
            "nordic ?ski",
            r"langlauf",
            "langdskid",
            "langrend",
            "langrenn",
            "esqui de fondo",
        ),
    ),
    (WorkoutKind.SPORT, "snowboarding", ("snowboard",)),
    (WorkoutKind.SPORT, "ski-touring", ("backcountry ski", r"ski ?tour", "topptur")),
    (WorkoutKind.SPORT, "skiing", (r"\bski", "alpine ?ski", "esqui", r"skid(?:akn|or)", "skilob")),
    (WorkoutKind.SPORT, "inline-skating", ("inline", "roller")),
    (
        WorkoutKind.SPORT,
        "ice-skating",
        (r"ice ?skat", "eislauf", "schlittschuh", "skridsko", "skojt", "patinaje", "patinac", "^skating"),
    ),
    (WorkoutKind.WALK, "snowshoeing", ("snowshoe", "schneeschuh", "snosko", "raquetas")),
    (WorkoutKind.OTHER, "elliptical", ("ellipt", "crosstrain", "ellips", "eliptic")),
    (
        WorkoutKind.SPORT,
        "climbing",
        ("rock climb", "indoor climb", r"escalada\b", "klettern", "klattring", "klatring"),
    ),
    (WorkoutKind.SPORT, "football", ("soccer", "futbol", "futebol", "fussball", "fotboll", "fodbold")),
    (WorkoutKind.OTHER, "stair-climber", ("stair", "treppe", "trapp", "escaler", "escadas")),
    (
        WorkoutKind.SWIM,
        "swim",
        ("swim", "schwimm", "simning", "simbass", "simma", "svom[mn]", "natac", "nadar", "natation"),
    ),
    (
        WorkoutKind.RIDE,
        "ride",
        (
            *(
                "cycl",
                r"bik(?:e|ing)",
                "radfahr",
                r"\brad\b",
                "radtour",
                "rennrad",
                "fahrrad",
                "cykl",
                "cykel",
            ),
            *("sykl", "cicl", "bicicl", r"\bvtt\b", r"\bvelo\b", "spinning", r"ride\b", r"\bbmx\b"),
        ),
    ),
    (
        WorkoutKind.ROW,
        "outdoor-row",
        (r"\brow(?:ing|er)?\b", r"\brudern", r"\brodd\b", "roddmaskin", r"\broning", "romaskin", r"\bremo\b"),
    ),
    (
        WorkoutKind.WALK,
        "hike",
        (r"\bhik", "wander", "vandr", "senderis", "excursion", "trekking", "mountaineer", "bergsteig"),
    ),
    (
        WorkoutKind.WALK,
        "walk",
        (
            *("walk", r"\bgehen", "spazier", r"\bgang\b", r"\bga(?: ?tur)?\b", "promenad", "caminat"),
            *("caminar", "caminhad", r"\bmarche"),
        ),
    ),
    (
        WorkoutKind.RUN,
        "run",
        (
            *(
                r"\brun",
                r"run(?:ning)?\b",
                "lauf",
                "jogg",
                r"\blop",
                "lopning",
                r"\blob",
                r"lob\b",
                r"\bloping",
            ),
            *("carrera", "corrida", "correr", "cinta", "esteira", "passadeira", "tredemolle", "treadmill"),
            *("course a pied", r"\bcorsa"),
        ),
    ),
    (
        WorkoutKind.OTHER,
        "",
        (
            *(r"^other\b", r"^annan\b", r"^and[er]t\b", r"^ann?et\b", r"^sonstige", r"^otr[ao]s?\b"),
            *(r"^outr[ao]s?\b", r"^autre", r"^ovrigt", r"^generic\b", r"^all\b", r"^workout$", r"^activity$"),
            *(r"^training\b", "^fitness equipment", "^uncategorized", "cardio", "kondition", "^0$"),
        ),
    ),
)
"""Kind, exercise and the stems that tell it; the first one that fits counts."""
_KNOWN = tuple((re.compile("|".join(stems)), kind, exercise) for kind, exercise, stems in _STEMS)

_STRAVA = {"1": "ride", "4": "hike", "9": "run", "10": "walk", "16": "swim"}
"""Numbers that Strava once wrote for sports."""
_LONGEST = 100
"""Characters of the longest word for a sport that is looked at."""


def sport(word: str, catalogue: Catalogue) -> Sport:
    """What the word means; a sport that nobody knows becomes an exercise of that name."""
    word = " ".join(word.split())[:_LONGEST]
    return (known_sport(word, catalogue) or Sport(WorkoutKind.OTHER, word)) if word else OTHER


def known_sport(word: str, catalogue: Catalogue) -> Sport | None:
    """What the word means; None when nobody knows it."""
    plain = _plain(_STRAVA.get(word, word)[:_LONGEST])
    for stem, kind, exercise in _KNOWN:
        if stem.search(plain):
            return _in_detail(plain, kind, exercise)
    found = catalogue.find(plain) if plain else None
    if found is None:
        return None
    # An own exercise that an earlier import met is called strength while nobody has said what it is.
    nobody_said = found.own and found.kind is WorkoutKind.STRENGTH and not found.primary
    return Sport(WorkoutKind.OTHER if nobody_said else found.kind, found.slug)


def _in_detail(plain: str, kind: WorkoutKind, exercise: str) -> Sport:
    """The sport with its surface."""
    if kind is WorkoutKind.SWIM:
        return Sport(kind, exercise, in_metres=_POOL.search(plain) is not None)
    if kind is WorkoutKind.ROW and _ON_WATER.search(plain):
        return Sport(kind, "row-erg")
    if exercise in ("run", "walk", "hike"):
        surface = _surface(plain)
        return Sport(kind, exercise, surface, in_metres=exercise == "run" and surface is Surface.TRACK)
    return Sport(kind, exercise)


def _surface(plain: str) -> Surface | None:
    for stems, surface in ((_TREADMILL, Surface.TREADMILL), (_TRAIL, Surface.TRAIL), (_TRACK, Surface.TRACK)):
        if stems.search(plain):
            return surface
    return None


def _plain(word: str) -> str:
    """The word in small letters, without accents, its parts divided by spaces."""
    letters = unicodedata.normalize("NFKD", word.casefold().translate(_LETTERS))
    return " ".join("".join(one for one in letters if not unicodedata.combining(one)).split())
