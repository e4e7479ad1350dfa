"""Paths that begin with a `~`, as people and shells write them."""

from contextlib import suppress
from pathlib import Path


def at_home(path: str | Path) -> Path:
    """The path with the home that `~` or `~somebody` stands for.

    Where nobody knows that home, `~somebody` is a name like any other, as it is for a shell.
    """
    place = Path(path)
    with suppress(RuntimeError):
        return place.expanduser()
    return place
