"""What the dialogues have in common: they lie over the page, and bring their own style sheet when they open."""

from pathlib import Path
from typing import TypeVar

from textual.screen import ModalScreen

Result = TypeVar("Result")


class Dialogue(ModalScreen[Result]):
    """A dialogue; its content is one container of the class `dialogue`."""

    CSS_PATH = Path(__file__).parent.parent / "dialogues.tcss"
