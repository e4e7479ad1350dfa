"""Places and sides of the body, and how far a pain runs, as phrases of a line."""

from journal.entry.cursor import Phrases
from journal.entry.parts import Part
from journal.place_names import NOT_ONE_PLACE, REGIONS, SIDES
from journal.vocabulary import Radiation

SIDE_WORDS = Phrases(SIDES)

SPREADS = Phrases(
    {
        "buttock": Radiation.BUTTOCK,
        "buttocks": Radiation.BUTTOCK,
        "butt": Radiation.BUTTOCK,
        "glute": Radiation.BUTTOCK,
        "thigh": Radiation.THIGH,
        "hamstring": Radiation.THIGH,
        "quad": Radiation.THIGH,
        "calf": Radiation.BELOW_KNEE,
        "shin": Radiation.BELOW_KNEE,
        # "Down the leg" may end above or below the knee: the grammar names it beside shin and below knee.
        "leg": Radiation.BELOW_KNEE,
        "lower leg": Radiation.BELOW_KNEE,
        "below knee": Radiation.BELOW_KNEE,
        "below the knee": Radiation.BELOW_KNEE,
        "foot": Radiation.FOOT,
        "toes": Radiation.FOOT,
    }
)
"""How far down a pain runs, by the words that may stand after `to`."""


PLACE_WORDS: dict[str, Part] = (
    {word: Part("region", word, candidates=places) for word, places in NOT_ONE_PLACE.items()}
    | {word: Part("region", region, "places") for word, region in REGIONS.items()}
    | {word: Part("side", side, "sides") for word, side in SIDES.items()}
)
"""Places and sides as parts of an entry."""
