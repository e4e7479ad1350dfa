"""What is said of a journal that is not, or no longer, as this program wrote it."""

from journal.errors import CouldNot


class Damaged(CouldNot):
    """Something is wrong with the journal itself: the doctor can say more."""

    def __init__(self, what: str) -> None:
        self.what = what
        """What is wrong, without the way to the doctor."""
        super().__init__(f"{what}; `journal doctor` names the way back")


class Unreadable(Damaged):
    """A record that holds what no version of the program wrote: which one, and what it is."""

    def __init__(self, record: str) -> None:
        super().__init__(f"the journal is damaged: {record}")
