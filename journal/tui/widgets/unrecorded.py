"""What was begun and is not recorded yet: one line that says how to go on with it."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING

from textual.content import Content

from journal.tui.key_names import key_of
from journal.tui.widgets.steady import Steady
from journal.tui.wording.dates import in_brief

if TYPE_CHECKING:
    from journal.tui.asking.kept_drafts import Key
    from journal.tui.draft import Draft


class Unrecorded(Steady):
    """Stands on the page of a day while there is something; today it names those of other days too."""

    DEFAULT_CSS = """
    Unrecorded { display: none; height: auto; max-height: 3; padding: 0 1; color: $severity-caution; }
    """

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id, markup=False)

    def tell(self, drafts: "Mapping[Key, Draft]", day: date, today: date) -> None:
        """Tell of the drafts on the page of `day`."""
        lines = list(self._lines(drafts, day, today))
        self.display = bool(lines)
        self.update(Content("\n").join(Content(line) for line in lines))

    def _lines(self, drafts: "Mapping[Key, Draft]", day: date, today: date) -> Iterator[str]:
        for key, draft in drafts.items():
            of = key if isinstance(key, date) else draft.head.started_at.date()
            what = "A workout" if draft.before is None else "A change of a workout"
            if of == day:
                way = f"{key_of(self, 'workout')} goes on with it"
                if not isinstance(key, date):
                    way = f"{key_of(self, 'choose')} on it goes on"
                yield f"… {what} is not recorded yet: {way}."
            elif day == today:
                way = f"{key_of(self, 'go_to')} goes to that day"
                yield f"… {what} of {in_brief(of, today)} is not recorded yet: {way}."
