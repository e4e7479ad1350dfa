"""Something drunk: "water", "coffee 2 cups", "water 0,5l"."""

import re
from uuid import uuid4

from journal.entry.amounts import END, NUM, number
from journal.entry.cursor import Cursor
from journal.entry.doubt import quoted
from journal.entry.when import Moment
from journal.records import Drink
from journal.vocabulary import ML_PER_CUP, ML_PER_OZ

_DRINKS = """
    water, sparkling water, mineral water, tap water, hot water, coconut water, coffee, black coffee, decaf,
    espresso, cappuccino, latte, tea, black tea, green tea, herbal tea, iced tea, milk, oat milk, soy milk,
    almond milk, chocolate milk, cocoa, hot chocolate, juice, orange juice, apple juice, smoothie, protein shake,
    cola, lemonade, soda, soft drink, energy drink, isotonic, electrolytes, broth, kombucha, kefir, beer,
    alcohol-free beer, wine, cider
"""
DRINKS: dict[str, str] = {drink.strip(): drink.strip() for drink in _DRINKS.split(",")} | {
    "soda water": "sparkling water",
    "sports drink": "isotonic",
    "sport drink": "isotonic",
    "isotonic drink": "isotonic",
    "electrolyte drink": "electrolytes",
    "shake": "protein shake",
    "coke": "cola",
    "oj": "orange juice",
    "drink": "",
}
"""Every name of a drink, and the word that is stored; "drink" leaves open what it was."""

VOLUMES = {
    "ml": 1.0,
    "cl": 10.0,
    "l": 1000.0,
    "liter": 1000.0,
    "liters": 1000.0,
    "litre": 1000.0,
    "litres": 1000.0,
    "oz": ML_PER_OZ,
    "cup": ML_PER_CUP,
    "cups": ML_PER_CUP,
}
"""Millilitres of each unit; `glass` is the writer's own."""

LEAST_BARE_ML = 30
"""A number without a unit is millilitres from here up; below it could be glasses, cups or litres."""

_AMOUNT = re.compile(rf"({NUM})\s*({'|'.join(VOLUMES)}|glass|glasses)?{END}")
_OTHER_UNIT = re.compile(rf"{NUM}\s*([^\W\d]\S*)")
_PINT = re.compile(rf"(?:{NUM}\s*)?(pints?){END}")
# "1,500 ml" is one and a half millilitres here, and one and a half litres where commas part the thousands.
_THOUSANDS = re.compile(r"[0-9]{1,3}[.,][0-9]{3}(?:\s*ml)?(?!\S)")


def read_drink(cursor: Cursor, drink: str, moment: Moment, glass_ml: int) -> Drink:
    """The drink whose amount stands here, one glass when none does; `NotUnderstood` for any doubt."""
    volume = float(glass_ml) if cursor.done else _volume(cursor, glass_ml)
    if not cursor.done:
        raise cursor.surplus()
    return Drink(id=uuid4(), at=moment.at, volume_ml=round(volume), drink=drink)


def _volume(cursor: Cursor, glass_ml: int) -> float:
    if pint := cursor.at(_PINT):
        raise cursor.doubt(f"'{pint[1]}': 473 or 568 ml?", end=pint.end(), candidates=("473ml", "568ml"))
    thousands = cursor.at(_THOUSANDS)
    found = cursor.take(_AMOUNT)
    if found is None:
        raise cursor.unknown("an amount in ml, cl, l, oz, cups or glasses")
    amount, unit = number(found[1]), found[2]
    if unit is None and amount < LEAST_BARE_ML:
        if other := _OTHER_UNIT.match(cursor.text, found.start(), cursor.end):
            units = "ml, cl, l, oz, cups or glasses"
            raise cursor.doubt(f"{quoted(other[1])} is no unit here: {units}", found.start(), other.end())
        raise cursor.doubt(f"{found[1]} what: glasses, cups or l?", found.start(), found.end())
    if thousands is not None:
        plain = re.sub("[.,]", "", found[1])
        raise cursor.doubt(f"'{found[1]}': {amount:g} ml or {plain} ml?", found.start(), found.end())
    return amount * (glass_ml if unit in ("glass", "glasses") else VOLUMES[unit or "ml"])
