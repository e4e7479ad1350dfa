"""The body from the front and from the back, with the worst pain of each place: a colour and a digit."""

from collections.abc import Iterable, Mapping

from journal.analysis.rows import Place
from journal.body import HALF_WIDTH, Part, View, band, covered, parts
from journal.body import Place as BodyPlace
from journal.report.html.marks import Figure, Key, Mark, Picture, Point, figure, path, rect, words
from journal.vocabulary import Region, Side

WIDTH = 330.0
_BODY = WIDTH / 4 / HALF_WIDTH * 0.94
"""How tall the body is: two of them fit beside each other."""
_TOP = 24.0
_BOTTOM = 26.0


def body_map(name: str, scores: Mapping[Place, int], title: str = "Where it hurt") -> Figure:
    """The map of the highest score (0 to 10) of each place; nothing else is coloured."""
    picture = body_picture(scores)
    told = "; ".join(f"{place} {score} of 10" for place, score in _worst_first(scores))
    keys = [Key(rect(f"part {look}", -7, -7, 14, 14), text) for look, text in _LEVELS.items()]
    return figure(name, title, f"{told}." if told else "No pain entry.", lambda _: picture, keys=keys)


def body_picture(scores: Mapping[Place, int]) -> Picture:
    """Both views beside each other."""
    worst = _by_part(scores)
    marks: list[Mark] = []
    digits: list[Mark] = []
    for part in parts():
        score = worst.get(part)
        look = "part" if score is None else f"part {level(score)}"
        marks.append(path(look, [_at(point, part.view) for point in part.outline], closed=True))
        if score is not None:
            x, y = _at(part.centre, part.view)
            digits.append(words(f"digit {level(score)}", (x, y + 4), str(score)))
    return Picture(WIDTH, _TOP + _BODY + _BOTTOM, (*marks, *digits, *_names()))


def level(score: int) -> str:
    """How a pain looks by its score."""
    return ("pain-none", "pain-mild", "pain-strong", "pain-severe")[band(score)]


_LEVELS = {
    "pain-none": "0: said to be free of pain",
    "pain-mild": "1 to 3",
    "pain-strong": "4 to 6",
    "pain-severe": "7 to 10",
}


def _worst_first(scores: Mapping[Place, int]) -> list[tuple[Place, int]]:
    return sorted(scores.items(), key=lambda one: (-one[1], one[0]))


def _by_part(scores: Mapping[Place, int]) -> dict[Part, int]:
    """The worst score of each part of the picture; a place may cover several, and share them."""
    worst: dict[Part, int] = {}
    for place, score in scores.items():
        for part in covered(BodyPlace(Region(place.region), Side(place.side) if place.side else None)):
            worst[part] = max(score, worst.get(part, 0))
    return worst


def _at(point: Point, view: View) -> Point:
    middle = WIDTH * (0.25 if view is View.FRONT else 0.75)
    return middle + point[0] * _BODY, _TOP + point[1] * _BODY


def _names() -> Iterable[Mark]:
    """Which view it is, and which side is which: seen from the front the person faces the reader."""
    for view, sides in ((View.FRONT, "RL"), (View.BACK, "LR")):
        middle, _ = _at((0, 0), view)
        yield words("name", (middle, 12), str(view))
        for side, x in zip(sides, (-0.19, 0.19), strict=True):
            yield words("tick", _at((x, 0.08), view), side)
