"""What a day is, as frozen values that the store's thread makes and the screens show."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from journal.analysis.flags import Flag
    from journal.records import Entry


@dataclass(frozen=True, slots=True)
class Line:
    """One entry of the day: a record, a workout with its sets, or the answers given to one round of questions.

    `label` stands in the column of clock times: "07:40", "night", or "" when only the date is known.
    `more` are further rows, such as the exercises of a workout.  `quiet` entries are shown dimmed.
    """

    key: str
    at: datetime
    label: str
    words: str
    entries: "tuple[Entry, ...]"
    more: tuple[str, ...] = ()
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class DayView:
    """A day as the journal holds it, before any rule has judged it.

    `drunk_ml` is what was drunk that day, `glass_ml` the writer's glass.  `never_used`: there is no entry and
    no profile, so that the first questions are due.
    """

    day: date
    today: date
    lines: tuple[Line, ...] = ()
    drunk_ml: int = 0
    glass_ml: int = 250
    never_used: bool = False

    @property
    def is_today(self) -> bool:
        """Whether the day shown is the present one."""
        return self.day == self.today


@dataclass(frozen=True, slots=True)
class Behind:
    """An entry that makes a flag true, in words; `day` is None for one that belongs to no day.

    `key` is that of its line on the page of that day.
    """

    words: str
    day: date | None = None
    clock: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class FlagInFull:
    """All that is shown of a flag.  `title` is the rule's name, `also` those of the flags merged into it.

    `settings` are those of the rule; `about_pain` says that its warnings are a reason to see a doctor.
    """

    flag: "Flag"
    title: str
    behind: tuple[Behind, ...] = ()
    also: tuple[str, ...] = ()
    settings: tuple[str, ...] = ()
    about_pain: bool = True
