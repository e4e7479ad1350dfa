"""What a flag is about, in words."""

from collections.abc import Mapping

from journal.vocabulary import Side, Symptom, display

_SYMPTOMS = frozenset(Symptom)
_NAMED = ("muscle", "exercise", "symptom", "condition", "drug", "kind", "metric")


def about(subject: Mapping[str, str]) -> str:
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
    return display(Symptom(word)) if word in _SYMPTOMS else word.replace("-", " ")
