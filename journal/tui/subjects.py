"""What a flag is about, in words."""

from journal.analysis.flags import Subject
from journal.vocabulary import Side, display

_NAMED = ("muscle", "exercise", "symptom", "condition", "drug", "kind", "metric")


def about(subject: Subject) -> str:
    """The subject of a flag: `{"region": "knee", "side": "left"}` is "left knee"; "" when it has none."""
    words = []
    if "region" in subject:
        words.append(_sided(subject["region"], subject.get("side", "")))
    words += [_spoken(subject[key]) for key in _NAMED if key in subject]
    words += [subject["date"]] if "date" in subject else []
    return ", ".join(words)


def _sided(region: str, side: str) -> str:
    if not side:
        return _spoken(region)
    return (
        f"{_spoken(region)}, both sides" if side == Side.BOTH else f"{display(Side(side))} {_spoken(region)}"
    )


def _spoken(word: str) -> str:
    return word.replace("-", " ")
