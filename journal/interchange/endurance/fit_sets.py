"""Sets of strength training in a FIT file -> the sets of its sessions."""

from bisect import bisect
from collections.abc import Mapping, Sequence
from typing import Any

from journal.exercises import Catalogue
from journal.interchange.endurance.fit_values import number, text, words

_UNNAMED = "Unknown exercise"
"""What the watch could not tell, and its writer did not."""
_NO_SUBTYPE = 0xFFFF


class Sets:
    """The sets of one file, in their order."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._titles: dict[tuple[str, int], str] = {}
        self._taken: list[tuple[float | None, Mapping[str, Any]]] = []
        self.rests = 0
        """How many rests stood between them."""

    def learn(self, message: Mapping[str, Any]) -> None:
        """Take the name that the writer's watch shows for an exercise."""
        title = text(message.get("wkt_step_name"))
        subtype = number(message.get("exercise_name"))
        if title:
            key = (
                _category(message.get("exercise_category")),
                _NO_SUBTYPE if subtype is None else int(subtype),
            )
            self._titles[key] = title

    def take(self, message: Mapping[str, Any]) -> None:
        """Take one set, or count it when it is a rest."""
        if message.get("set_type") == "rest":
            self.rests += 1
        else:
            start = number(message.get("start_time"))
            self._taken.append((number(message.get("timestamp")) if start is None else start, message))

    def by_session(self, starts: Sequence[float]) -> list[list[Mapping[str, Any]]]:
        """The sets of the sessions that began then, earliest first: each set is of the latest before it."""
        found: list[list[Mapping[str, Any]]] = [[] for _ in starts]
        for at, message in self._taken:
            place = 0 if at is None else max(bisect(starts, at) - 1, 0)
            made = self._made(message)
            if made and found:
                found[place].append(made)
        return found

    def _made(self, message: Mapping[str, Any]) -> Mapping[str, Any]:
        """A set by the fields of `records.Set`; nothing when there is nothing in it."""
        reps, kg = number(message.get("repetitions")), number(message.get("weight"))
        seconds = round(number(message.get("duration")) or 0)
        if not (reps or kg or seconds):
            return {}
        return {
            "exercise": self._exercise(message),
            "reps": reps or None,
            "weight_kg": kg or None,
            # With repetitions it is how long the set took to do, which the journal does not keep.
            "duration_s": None if reps else seconds or None,
        }

    def _exercise(self, message: Mapping[str, Any]) -> str:
        """The name of its exercise that the catalogue knows, else the most exact one that there is."""
        category = _category(message.get("category"))
        subtype = number(message.get("category_subtype"))
        exact = _subtype(category, subtype)
        title = self._titles.get((category, _NO_SUBTYPE if subtype is None else int(subtype)), "")
        names = [name for name in (exact, exact.removeprefix("weighted "), title) if name]
        for name in (*names, *(() if names else (category,))):
            known = self._catalogue.find(name)
            if known is not None:
                return known.slug
        return title or exact.capitalize() or (category.capitalize() if category else _UNNAMED)


def _category(value: object) -> str:
    """The name of a category of exercises; "" when there is none."""
    from fitdecode.profile import FIELD_TYPES

    if isinstance(value, tuple):
        value = next((one for one in value if one is not None), None)
    if isinstance(value, int):
        value = FIELD_TYPES["exercise_category"].enum.get(value)
    name = words(value)
    return "" if name == "unknown" else name


def _subtype(category: str, subtype: float | None) -> str:
    """The name of an exercise within its category; "" when there is none."""
    from fitdecode.profile import FIELD_TYPES

    names = FIELD_TYPES.get(f"{category.replace(' ', '_')}_exercise_name")
    return "" if names is None or subtype is None else words(names.enum.get(int(subtype)))
