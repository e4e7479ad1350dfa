"""What a file does not say and nobody may guess: its units, and the order of day and month."""

from collections.abc import Sequence
from dataclasses import dataclass

from journal.errors import Refused


@dataclass(frozen=True, slots=True)
class Question:
    """One thing that must be told: the option that tells it, what it is, and what may be answered."""

    option: str
    """The command line's option without its dashes, and the field of `Options`: weight-unit."""
    what: str
    """What is asked, with an example out of the file: "the unit of its weights (line 2: 80)"."""
    choices: tuple[str, ...]

    @property
    def sentence(self) -> str:
        """The question with the option that answers it."""
        return f"{self.what}: add --{self.option} {'|'.join(self.choices)}"


class NotTold(Refused):
    """A file that cannot be read until its questions are answered; a screen can ask them."""

    def __init__(self, file: str, questions: Sequence[Question]) -> None:
        super().__init__(file, questions)  # so that it comes whole from one process to another
        self.file, self.questions = file, tuple(questions)

    def __str__(self) -> str:
        return f"{self.file} does not say {'; nor '.join(one.sentence for one in self.questions)}"
