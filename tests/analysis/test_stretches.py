"""Points at which something was judged become the times during which it held."""

import pytest

from journal.analysis.stretches import Point, stretches
from journal.vocabulary import Severity

INFO, CAUTION, WARNING = Severity.INFO, Severity.CAUTION, Severity.WARNING


@pytest.mark.parametrize(
    ("points", "made"),
    [
        ([], []),
        ([(1, None, 8)], []),
        ([(1, INFO, 8)], [(1, 8, INFO)]),
        ([(1, INFO, 8), (3, INFO, 10)], [(1, 10, INFO)]),
        ([(1, INFO, 8), (3, None, 10)], [(1, 3, INFO)]),
        ([(1, INFO, 8), (8, INFO, 15)], [(1, 8, INFO), (8, 15, INFO)]),
        ([(1, CAUTION, 8), (3, WARNING, 10)], [(1, 3, CAUTION), (3, 10, WARNING)]),
        ([(1, WARNING, 8), (3, CAUTION, 10)], [(1, 10, WARNING)]),
        ([(1, INFO, 8), (3, None, 10), (5, INFO, 12)], [(1, 3, INFO), (5, 12, INFO)]),
        ([(1, INFO, 8), (3, INFO, 4)], [(1, 8, INFO)]),
    ],
    ids=[
        *("nothing", "all was well", "one point", "carried on", "ended by a point that does not hold"),
        *("too late to be carried on", "worse", "less bad carries on", "once more", "never shortened"),
    ],
)
def test_a_stretch_is_carried_on_while_it_holds(points, made):
    found = stretches(Point(at, level, ends, at) for at, level, ends in points)

    assert [(one.since, one.until, one.level) for one in found] == made
    assert all(one.seen == one.since for one in stretches(Point(a, lv, e, a) for a, lv, e in points))
