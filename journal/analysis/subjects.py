"""What a flag is about, in words."""

from collections.abc import Mapping

from journal.place_names import spoken
from journal.vocabulary import Symptom, display

_SYMPTOMS = frozenset(Symptom)
_NAMED = ("muscle", "exercise", "symptom", "condition", "drug", "kind", "metric")


def about(subject: Mapping[str, str]) -> str:
    """The subject of a flag: `{"region": "knee", "side": "left"}` is "left knee"; "" when it has none."""
    words = []
    if "region" in subject:
        words.append(spoken(subject["region"], subject.get("side")))
    words += [_spoken(subject[key]) for key in _NAMED if key in subject]
    words += [subject["date"]] if "date" in subject else []
    return ", ".join(words)


def _spoken(word: str) -> str:
    return display(Symptom(word)) if word in _SYMPTOMS else word.replace("-", " ")
