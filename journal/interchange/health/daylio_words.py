"""What words of a Daylio diary mean here: the five moods, and which activities tell of sleep or of pain."""

import re

from journal.matching import folded

_MOODS = {"rad": 5, "good": 4, "meh": 3, "bad": 2, "awful": 1}
"""The moods that Daylio begins with.  Their names can be changed, and are translated: others have no number."""

_SLEEP = re.compile(
    r"sleep|slept|insomni|schlaf|sommeil|dormi|siest|sonno|spani|bezsenn|slaap|geslapen|bessonn|бессон"
    r"|\b(nap|naps|napped|sueno|sono|sen|somn|sovn|сон|спал|спала)\b"
)
_PAIN = re.compile(
    r"schmerz|migra|douleur|dolor|jaqueca|pijn|smart[ae]|боль|болит|болел|мигрен|bolesc"
    r"|\b(back|head|stomach|tooth|ear|belly|muscle)?-?aches?\b"
    r"|\b(pain|pains|painful|sore|soreness|cramp|cramps|injury|injured|dor|dores|bol|bole|boli)\b"
    r"|\b(mal|maux) (de|di|au|aux|a) "
)


def mood_said(mood: str) -> str:
    """The mood with its place on Daylio's scale where it has one: "good (4 of 5)"."""
    level = _MOODS.get(folded(mood).strip())
    return f"{mood} ({level} of 5)" if level else mood


def has_own_word(mood: str) -> bool:
    """Whether the mood is none of the five that Daylio begins with."""
    return folded(mood).strip() not in _MOODS


def is_told(activity: str) -> bool:
    """Whether an activity tells of sleep or of pain, in one of the languages that are known here."""
    word = folded(activity)
    return bool(_SLEEP.search(word) or _PAIN.search(word))
