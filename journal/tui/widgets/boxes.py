"""What holds parts beside or above one another and never scrolls: it is laid out and painted once when it changes."""

from typing import TYPE_CHECKING

from textual.containers import Horizontal, Vertical
from textual.geometry import Size
from textual.reactive import Reactive

if TYPE_CHECKING:
    from textual.widget import Widget as _Part
else:
    _Part = object


class Unscrolled(_Part):
    """To be named before the container that a part is.

    By itself a container that was given another size lays out the whole screen a second time, and paints all that
    it holds again: there might be something to scroll now.
    """

    virtual_size = Reactive(Size(0, 0), layout=False, repaint=False)


class Across(Unscrolled, Horizontal):
    """Parts beside one another."""


class Down(Unscrolled, Vertical):
    """Parts one below the other."""
