"""What the dialogues of the page of exercises have in common: their own style sheet beside that of all dialogues."""

from pathlib import Path
from typing import TypeVar

from journal.tui.screens.dialogue import Dialogue

Result = TypeVar("Result")


class ExerciseDialogue(Dialogue[Result]):
    """A dialogue about an exercise."""

    CSS_PATH = [Dialogue.CSS_PATH, Path(__file__).parent / "exercise_dialogues.tcss"]  # type: ignore[assignment]  # noqa: RUF012
