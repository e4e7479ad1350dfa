"""The screens in a real terminal: what is painted after a start, a key in the entry bar, and the keys of the pages."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median

from tests.benchmarks import keys, pages
from tests.benchmarks.figures import Figure, against, duration, within
from tests.benchmarks.measure import python
from tests.benchmarks.place import Place, journal
from tests.benchmarks.turns import least, painted

HERE = Path(__file__).parent
FLUID = b"glasses"
"""Stands on the page of the day as soon as what was written of it is known."""
JUDGED = b" Flags "
"""The title of the list that is shown once the rules have answered."""
ROUNDS = 7


def paint(place: Place) -> Iterator[Figure]:
    """The first paint, today's data, and what the rules say of it."""
    screen = journal("--db", str(place.ten))
    bare_app = painted(python(str(HERE / "bare_app.py")), b"Today")
    ours = (painted(screen, word) for word in (b"Today", FLUID, JUDGED))
    bare, *taken = least([bare_app, *ours], ROUNDS)
    how = f"least of {ROUNDS} turns, from the start"
    yield duration("first paint of a bare Textual app", bare, how)
    names = (
        "first paint of the journal, 10 years",
        "today's data on the screen",
        "what the rules say of today",
    )
    for what, seconds, goal in zip(names, taken, (1.3, 1.9, None), strict=True):
        yield against(what, seconds, bare, goal, how)


def typing(place: Place) -> Iterator[Figure]:
    """A letter in the entry bar, at rest and while the rules judge what was just recorded."""
    screen = journal("--db", str(place.ten))
    bare = keys.idle(python(str(HERE / "bare_input.py")))
    yield _keys("a key in a bare Textual input", bare)
    yield _keys("a key in the entry bar, 10 years", keys.idle(screen, b":"))
    yield _keys("the same while the rules judge an entry", keys.at_work(screen, b"h", b":", 2))


def opening(place: Place) -> Iterator[Figure]:
    """The key of each page until its title is painted in a terminal of 80x24; also as soon as the page was left."""
    calm = pages._QUIET
    (bare,) = pages.openings(python(str(HERE / "bare_pages.py")), [pages.BARE], calm)
    least = median(one.title for one in bare) / 1000
    yield duration("the key of a screen of a bare Textual app", least, f"median of {len(bare)}")
    screen = journal("--db", str(place.ten))
    opened, again = pages.openings(screen, pages.PAGES, calm), pages.at_once(screen, pages.PAGES)
    for page, times, hasty in zip(pages.PAGES, opened, again, strict=True):
        read = median(one.body for one in times)
        yield _opened(f"{page.key} opens {page.title}", times, f"; what is read by {read:.0f} ms")
        yield _opened(f"{page.key} again, as soon as {page.title} is left", hasty)


def _opened(what: str, times: Sequence[pages.Taken], more: str = "") -> Figure:
    title, how = median(one.title for one in times) / 1000, f"median of {len(times)}"
    return within(what, title, pages.worst(times) / 1000, pages.GOAL / 1000, how + more)


def _keys(what: str, times: keys.Times) -> Figure:
    how = f"median of {len(times.all)}; 95% by {times.high:.0f}"
    return within(what, times.median / 1000, times.worst / 1000, pages.GOAL / 1000, how)
