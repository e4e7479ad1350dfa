"""The profile as fields of a form: what each row asks, how an answer is read, and how it is stored."""

from collections.abc import Callable

from journal.entry import Writer
from journal.entry.said import plain
from journal.errors import Refused
from journal.exercises import normal
from journal.profile import profile_value_fits
from journal.records import ProfileEntry
from journal.tui.reading.settings import SettingsView, zone_names
from journal.tui.widgets.form import Field, Option, words
from journal.vocabulary import KG_PER_LB, MassUnit

_LIGHTEST, _HEAVIEST = 1, 700
"""Kilograms that a person may weigh."""
_SHOWN = 30
"""Characters of a wrong value within a sentence."""

YES_NO = (("yes", "y"), ("no", "n"))
DEFAULTS = {
    "weight_unit": "kg",
    "distance_unit": "km",
    "glass_ml": "250",
    "weight_goal": "none",
    "weight_hints": "no",
    "drink_hints": "no",
}
"""What holds while the profile does not say otherwise."""

BODY_WEIGHT = "body_weight"
"""The field that is no profile entry: it goes into the check-in of the day."""

GOAL_WORDS = (("lose", "l"), ("keep", "k"), ("gain", "g"), ("none", "n"))
_GOAL_SAYS = {"lose": "so that losing weight is no alarm by itself"}


def unit_fields(view: SettingsView) -> list[Field]:
    """The units that numbers are written and shown in."""
    return [
        _words(view, "weight_unit", "Weights", (("kg", "k"), ("lb", "l"))),
        _words(view, "distance_unit", "Distances", (("km", "k"), ("mi", "m"))),
        _text(
            view,
            "glass_ml",
            "A glass",
            _fits("glass_ml", "a glass is 30 to 2000 ml, such as 250"),
            unit="ml",
            hint="what one glass records, and a drink without an amount",
        ),
    ]


def person_fields(view: SettingsView, writer: Writer) -> list[Field]:
    """Who writes."""
    unit = writer.weight_unit
    weighed = view.weighed
    now = "" if weighed is None else mass_text(weighed.body_weight_kg, unit)
    read_mass = mass_reader("weight", unit)
    return [
        Field(
            name=BODY_WEIGHT,
            label="Body weight",
            read=read_mass,
            text=now,
            value=None if weighed is None else weighed.body_weight_kg,
            unit=unit.value,
            hint="goes into the check-in of today; the day's fluid is worked out from it",
        ),
        _text(
            view,
            "birth_year",
            "Born in",
            _birth_year(writer),
            hint="above 65 a fall is a reason to see a doctor at once",
        ),
        _words(view, "weight_goal", "Weight goal", GOAL_WORDS, _GOAL_SAYS),
        Field(
            name="target_weight_kg",
            label="Target",
            read=mass_reader("a target weight", unit),
            text=mass_text(float(view.profile.get("target_weight_kg") or 0) or None, unit),
            value=float(view.profile.get("target_weight_kg") or 0) or None,
            unit=unit.value,
            hint="used only where weight tips are on",
        ),
        _words(view, "weight_hints", "Weight tips", YES_NO, {"yes": "a tip while you are above the target"}),
        _words(
            view, "drink_hints", "Drink tips", YES_NO, {"yes": "a tip after long sessions without a drink"}
        ),
        _text(
            view,
            "time_zone",
            "Time zone",
            read_zone,
            completes=zone_names(),
            hint="such as Europe/Berlin; empty: that of this computer",
        ),
    ]


def reminder_fields(view: SettingsView) -> list[Field]:
    """What the open journal reminds of."""
    return [
        _text(
            view,
            "reminders_water_min",
            "Water every",
            _fits("reminders_water_min", "water is every 1 to 1440 minutes; 0 or nothing: never"),
            unit="minutes",
            hint="while the journal is open and nothing was drunk; 0 or empty: never",
        ),
        _text(
            view,
            "reminders_checkin_at",
            "Check-in at",
            read_clock,
            hint="a time such as 21:30; empty: never",
        ),
    ]


def as_stored(name: str, answer: object, view: SettingsView) -> ProfileEntry | None:
    """The profile entry that an answer makes; None when it says what holds already."""
    value = _text_of(answer)
    if value == view.profile.get(name, "") or (name not in view.profile and value == DEFAULTS.get(name, "")):
        return None
    return ProfileEntry(key=name, value=value)


def _text_of(answer: object) -> str:
    if answer is None:
        return ""
    return plain(answer) if isinstance(answer, float) else str(answer)


def mass_text(kg: float | None, unit: MassUnit) -> str:
    """A body weight as it is typed: one decimal."""
    if kg is None:
        return ""
    return plain(round(kg if unit is MassUnit.KG else kg / KG_PER_LB, 1))


def mass_reader(what: str, unit: MassUnit) -> Callable[[str], float]:
    """Reads a body weight in the writer's unit as kg, to the gram."""
    each = 1 if unit is MassUnit.KG else KG_PER_LB
    low, high = -(-_LIGHTEST // each), _HEAVIEST // each
    sentence = f"{what} is a number from {low:g} to {high:g} {unit.value}"

    def read(text: str) -> float:
        digits = text.strip().removesuffix(unit.value).strip().replace(",", ".")
        if digits.isascii() and digits.replace(".", "", 1).isdigit() and len(digits) < _SHOWN:
            kg = round(float(digits) * each, 3)
            if _LIGHTEST <= kg <= _HEAVIEST:
                return kg
        raise Refused(_sentence(sentence))

    return read


def read_zone(text: str) -> str:
    """The name of a time zone, however its case and spaces are written, or the only one that ends so."""
    wanted = text.strip().replace(" ", "_").casefold()
    names = zone_names()
    for name in names:
        if name.casefold() == wanted:
            return name
    ending = [name for name in names if normal(name.rpartition("/")[2]) == normal(text)]
    if len(ending) == 1:
        return ending[0]
    meant = f": {' or '.join(ending[:3])}" if ending else " such as Europe/Berlin"
    raise Refused(f"{_brief(text)!r} is no time zone; it needs a name{meant}.")


def read_clock(text: str) -> str:
    """A time of day as HH:MM; "9", "9:5" and "0930" are understood too."""
    digits = text.strip().replace(".", ":").removesuffix("h").strip()
    hour, _, minute = digits.partition(":") if ":" in digits else _split(digits)
    if all(part.isascii() and part.isdigit() for part in (hour, minute)) and len(hour + minute) <= 4:
        at = (int(hour), int(minute))
        if at[0] <= 23 and at[1] <= 59:
            return f"{at[0]:02}:{at[1]:02}"
    raise Refused(f"{_brief(text)!r} is no time of day; it needs one such as 21:30.")


def _split(digits: str) -> tuple[str, str, str]:
    return (digits[:-2], "", digits[-2:]) if len(digits) > 2 else (digits, "", "0")


def _birth_year(writer: Writer) -> Callable[[str], str]:
    this_year = writer.now.year

    def read(text: str) -> str:
        year = text.strip()
        if profile_value_fits("birth_year", year) and int(year) <= this_year:
            return year
        raise Refused(f"A birth year is a number from 1900 to {this_year}, such as 1985.")

    return read


def _fits(name: str, accepts: str) -> Callable[[str], str]:
    def read(text: str) -> str:
        value = text.strip()
        if profile_value_fits(name, value):
            return str(int(value))
        raise Refused(_sentence(accepts))

    return read


def _words(
    view: SettingsView,
    name: str,
    label: str,
    options: tuple[tuple[str, str], ...],
    says: dict[str, str] | None = None,
) -> Field:
    value = view.profile.get(name) or DEFAULTS[name]
    told = says or {}
    return words(
        name,
        label,
        [Option(word, word, key, told.get(word, "")) for word, key in options],
        value=value,
        always=True,
    )


def _text(view: SettingsView, name: str, label: str, read: Callable[[str], str], **more: object) -> Field:
    value = view.profile.get(name) or DEFAULTS.get(name, "")
    return Field(name=name, label=label, read=read, text=value, value=value or None, **more)  # type: ignore[arg-type]


def _sentence(words_: str) -> str:
    return f"{words_[:1].upper()}{words_[1:]}."


def _brief(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"
