"""The names of the places and sides of the body: as people write them in lines and files, and as they read them."""

from journal.vocabulary import Region, Side, display

REGIONS: dict[str, Region] = {region.value: region for region in Region} | {
    "forehead": Region.HEAD,
    "nape": Region.NECK,
    "cervical": Region.NECK,
    "shoulders": Region.SHOULDER,
    "delt": Region.SHOULDER,
    "deltoid": Region.SHOULDER,
    "rotator cuff": Region.SHOULDER,
    "bicep": Region.UPPER_ARM,
    "biceps": Region.UPPER_ARM,
    "tricep": Region.UPPER_ARM,
    "triceps": Region.UPPER_ARM,
    "upper arms": Region.UPPER_ARM,
    "elbows": Region.ELBOW,
    "forearms": Region.FOREARM,
    "lower arm": Region.FOREARM,
    "wrists": Region.WRIST,
    "hands": Region.HAND,
    "finger": Region.HAND,
    "fingers": Region.HAND,
    "thumb": Region.HAND,
    "pec": Region.CHEST,
    "pecs": Region.CHEST,
    "sternum": Region.CHEST,
    "belly": Region.ABDOMEN,
    "stomach": Region.ABDOMEN,
    "abs": Region.ABDOMEN,
    "shoulder blade": Region.UPPER_BACK,
    "shoulder blades": Region.UPPER_BACK,
    "middle back": Region.MID_BACK,
    "low back": Region.LOWER_BACK,
    "lumbar": Region.LOWER_BACK,
    "lumbar spine": Region.LOWER_BACK,
    "small of the back": Region.LOWER_BACK,
    "hips": Region.HIP,
    "buttocks": Region.BUTTOCK,
    "butt": Region.BUTTOCK,
    "bum": Region.BUTTOCK,
    "glute": Region.BUTTOCK,
    "glutes": Region.BUTTOCK,
    "front thigh": Region.THIGH_FRONT,
    "front of thigh": Region.THIGH_FRONT,
    "front of the thigh": Region.THIGH_FRONT,
    "quad": Region.THIGH_FRONT,
    "quads": Region.THIGH_FRONT,
    "quadriceps": Region.THIGH_FRONT,
    "back thigh": Region.THIGH_BACK,
    "back of thigh": Region.THIGH_BACK,
    "back of the thigh": Region.THIGH_BACK,
    "hamstring": Region.THIGH_BACK,
    "hamstrings": Region.THIGH_BACK,
    "knees": Region.KNEE,
    "kneecap": Region.KNEE,
    "shins": Region.SHIN,
    "calves": Region.CALF,
    "ankles": Region.ANKLE,
    "feet": Region.FOOT,
    "heel": Region.FOOT,
    "heels": Region.FOOT,
    "sole": Region.FOOT,
    "toe": Region.FOOT,
    "toes": Region.FOOT,
}
"""Every name of a place.  A plural names the place and says nothing of the side."""

NOT_ONE_PLACE: dict[str, tuple[str, ...]] = {
    "back": ("lower back", "mid back", "upper back"),
    "spine": ("lower back", "mid back", "upper back", "neck"),
    "thigh": ("front thigh", "back thigh"),
    "thighs": ("front thigh", "back thigh"),
    "leg": ("front thigh", "back thigh", "knee", "shin", "calf"),
    "legs": ("front thigh", "back thigh", "knee", "shin", "calf"),
    "lower leg": ("shin", "calf"),
    "arm": ("upper arm", "elbow", "forearm"),
    "arms": ("upper arm", "elbow", "forearm"),
}
"""Words that could be several places, and which."""

SIDES: dict[str, Side] = {side.value: side for side in Side} | {
    "l": Side.LEFT,
    "r": Side.RIGHT,
    "middle": Side.CENTER,
    "centre": Side.CENTER,
}


_SAID = {Region.THIGH_FRONT: "thigh (front)", Region.THIGH_BACK: "thigh (back)"}
"""Places whose name in a sentence would be read as another: a pain of the back of the thigh is no "back pain"."""


def spoken(region: str, side: str | None = None) -> str:
    """A place in a sentence: `left knee`; `knee, both sides`."""
    words = _SAID.get(Region(region)) or display(Region(region))
    if not side:
        return words
    return f"{words}, both sides" if side == Side.BOTH else f"{display(Side(side))} {words}"


def listed(region: str, side: str | None = None) -> str:
    """A place at the head of an entry, where one looks for the region first: `knee, left`."""
    return ", ".join(display(word) for word in (Region(region), side and Side(side)) if word)
