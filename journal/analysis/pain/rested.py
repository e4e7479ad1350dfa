"""A pain that was there after a workout, beside what it is after some rest."""

from collections.abc import Sequence
from statistics import median

from journal.analysis.instants import HOUR, at_least
from journal.analysis.pain.episodes import MCID_PTS, MCID_SHARE, Episode
from journal.analysis.rows import PainRow
from journal.analysis.training.workouts import Bout


class Rested:
    """An episode and the workout after which its place was not trained.

    `early` are the entries of the first `compared_h` hours after the workout; those are compared with the last
    as many hours up to an entry, zeros included.
    """

    def __init__(self, episode: Episode, bout: Bout, compared_h: float = 24) -> None:
        self.episode, self.bout, self.compared_h = episode, bout, compared_h
        self._span = int(compared_h * HOUR)
        self.early = episode.between(bout.end, bout.end + self._span)

    def hours(self, entry: PainRow) -> float:
        """Hours from the end of the workout to that entry."""
        return (entry.ts - self.bout.end) / HOUR

    def late(self, entry: PainRow) -> Sequence[PainRow]:
        """The last entries up to that one."""
        return self.episode.between(entry.ts - self._span, entry.ts)

    def medians(self, entry: PainRow) -> tuple[float, float]:
        """Median scores after the workout, and lately; there must be early entries."""
        return median(one.score for one in self.early), median(one.score for one in self.late(entry))

    def is_better(self, entry: PainRow) -> bool:
        """Whether it had come down by 2 points or 30 %, or to nothing; there must be early entries."""
        early, late = self.medians(entry)
        return late == 0 or at_least(early - late, MCID_PTS) or at_least(early - late, MCID_SHARE * early)

    def lacks_early(self) -> bool:
        """Whether it hurt already, and nobody wrote how much."""
        return not self.early and self.episode.start <= self.bout.end + self._span

    def is_timed(self, entry: PainRow) -> bool:
        """Whether the times of all entries that are compared are known."""
        return all(one.time_known for one in (*self.early, *self.late(entry)))
