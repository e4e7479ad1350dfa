"""Values of a FIT message, which a damaged file may give any type."""

from math import isfinite

from journal.columns import clean_text


def number(value: object) -> float | None:
    """The number, of several the first; None when it is none, not finite or below zero."""
    if isinstance(value, tuple):
        value = next((one for one in value if one is not None), None)
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return None
    return value if isfinite(value) and value >= 0 else None


def text(value: object) -> str:
    """The text in one line; "" when it is none."""
    return " ".join(clean_text(value).split()) if isinstance(value, str) else ""


def words(value: object) -> str:
    """A name of the format's description as words: "strength_training" becomes "strength training"."""
    return text(value).replace("_", " ")
