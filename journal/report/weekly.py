"""The weekly trend report: one frozen value with every number, which the renderers only write down.

Nothing is invented where data is thin: what is not known is None, and `not_recorded` says what that is.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from journal.analysis.flags import Flag, Insufficient, Judgement
from journal.analysis.frames import Frames
from journal.analysis.instants import midnight
from journal.analysis.joint import jointly
from journal.analysis.judge import Reading
from journal.analysis.life.hydration import day_range
from journal.analysis.pain.doms import State, soreness
from journal.analysis.pain.episodes import Episode
from journal.analysis.pain.returning import phase_at, phases
from journal.analysis.pain.way_back import Phase, Stage
from journal.analysis.series import sleep_by_day
from journal.analysis.training.load import LoadContext, load_context, sets_per_muscle
from journal.analysis.training.week_change import WeekChange, week_changes
from journal.analysis.training.weeks import PlacePain, TrainingSum, fluid_by_day, pain_by_day, training_sum
from journal.report.course import Course, course
from journal.vocabulary import Muscle, Severity

WEEKS_BEFORE = 4


@dataclass(frozen=True, slots=True)
class EpisodeLine:
    """An episode that was open in the week.  `days` runs from its start to its last painful entry."""

    place: dict[str, str]
    start: date
    days: int
    peak: int
    latest: int
    state: str
    """open, settled (an entry of 0 ended it) or lapsed (only silence did)."""
    after_workout: bool
    soreness: State | None
    """How it compares with ordinary soreness; None when it did not come after a workout."""
    stage: Stage | None
    """How far the place is on its way back to training; None when it never left it."""


@dataclass(frozen=True, slots=True)
class Nights:
    """Sleep of the week: nights recorded, their mean and the shortest, in hours."""

    recorded: int
    mean_h: float | None
    shortest_h: float | None


@dataclass(frozen=True, slots=True)
class Report:
    """One week.  `first` is its Monday; `so_far` while it is not over at `as_of`."""

    as_of: datetime
    week: str
    first: date
    last: date
    so_far: bool
    training: TrainingSum
    before: tuple[TrainingSum, ...]
    context: LoadContext | None
    growth: tuple[WeekChange, ...]
    sets: dict[Muscle, float]
    pain: tuple[PlacePain, ...]
    episodes: tuple[EpisodeLine, ...]
    fluid: tuple[int | None, ...]
    fluid_range: tuple[int, int] | None
    nights: Nights
    raised: tuple[Flag, ...]
    active: tuple[Flag, ...]
    insufficient: tuple[Insufficient, ...]
    not_recorded: tuple[str, ...]
    course: Course


def weekly(
    read: Callable[[datetime], Reading], as_of: datetime, first: date, weeks: int = WEEKS_BEFORE
) -> Report:
    """The report of the week that begins on the Monday `first`, beside the `weeks` before it.

    `read` gives the journal as it was known at an instant; the report of a week that is over knows nothing
    that was written after it.
    """
    last = first + timedelta(days=6)
    so_far = as_of.date() <= last
    made = read(as_of if so_far else _end_of(last, as_of))
    frames = made.frames
    shown = min(last, as_of.date()) if so_far else last
    training = training_sum(frames, first, shown)
    fluid = fluid_by_day(frames, first, shown)
    pain = pain_by_day(frames, first, shown)
    nights = _nights(frames, first, shown)
    judgement, past = made.judge(), made.judge(past=True)
    return Report(
        as_of=as_of,
        week=f"{first:%G-W%V}",
        first=first,
        last=last,
        so_far=so_far,
        training=training,
        before=tuple(
            training_sum(frames, first - timedelta(weeks=back), last - timedelta(weeks=back))
            for back in range(weeks, 0, -1)
        ),
        context=load_context(frames, shown.toordinal()),
        growth=_growth(made, shown),
        sets=sets_per_muscle(frames.bouts, first.toordinal(), shown.toordinal()),
        pain=pain,
        episodes=_episodes(made, first),
        fluid=fluid,
        fluid_range=day_range(frames, made.at),
        nights=nights,
        raised=_raised(past, midnight(first.toordinal(), made.offset)),
        active=judgement.flags,
        insufficient=judgement.insufficient,
        not_recorded=tuple(_not_recorded(frames, training, fluid, nights, first, shown)),
        course=course(frames, past.flags, first - timedelta(weeks=weeks), shown),
    )


def _growth(made: Reading, shown: date) -> tuple[WeekChange, ...]:
    """What grew against the 7 dates before, by more than the share that is worth a line."""
    (changes,) = week_changes(made.frames, [(shown.toordinal(), made.at)])
    return tuple(change for change in changes if change.level is not None)


def _end_of(last: date, as_of: datetime) -> datetime:
    """The last second of a day, on the clock of `as_of`."""
    return datetime.combine(last + timedelta(days=1), datetime.min.time(), as_of.tzinfo) - timedelta(
        seconds=1
    )


def _nights(frames: Frames, first: date, last: date) -> Nights:
    slept = [hours for hours in sleep_by_day(frames, first, last).values if hours is not None]
    if not slept:
        return Nights(0, None, None)
    return Nights(len(slept), sum(slept) / len(slept), min(slept))


def _episodes(made: Reading, first: date) -> tuple[EpisodeLine, ...]:
    begin = midnight(first.toordinal(), made.offset)
    stages = phases(made.frames, made.history.occurrences)
    lines = [
        episode_line(episode, made, stages)
        for episode in made.frames.episodes
        if episode.closed_at > begin and episode.entries[0].ts <= made.at
    ]
    return tuple(sorted(lines, key=lambda line: (line.state != "open", -line.peak, line.start)))


def episode_line(episode: Episode, made: Reading, stages: Sequence[Phase]) -> EpisodeLine:
    """What is told of an episode as it was known when the journal was read; `stages` are those of all places."""
    course = soreness(made.frames, episode)
    phase = phase_at(stages, episode.place, made.at)
    peak = max(entry.score for entry in episode.entries)
    hurt = episode.painful[-1]
    start = date.fromordinal(episode.first_day)
    return EpisodeLine(
        place=episode.place.subject,
        start=start,
        days=hurt.day - start.toordinal() + 1,
        peak=peak,
        latest=episode.entries[-1].score,
        state=episode.state(made.at),
        after_workout=episode.workout is not None,
        soreness=None if course is None else course.verdict(min(made.at, episode.closed_at - 1)).state,
        stage=None if phase is None else phase.stage,
    )


def _raised(judged: Judgement, begin: int) -> tuple[Flag, ...]:
    """Flags that began at an instant or later, whether they still hold or not; tips are left out."""
    begun = (flag for flag in judged.flags if flag.since.timestamp() >= begin)
    return tuple(jointly(flag for flag in begun if flag.severity is not Severity.INFO))


def _not_recorded(
    frames: Frames,
    training: TrainingSum,
    fluid: Sequence[int | None],
    nights: Nights,
    first: date,
    last: date,
) -> list[str]:
    days = (last - first).days + 1
    silent = [
        day for day in range(first.toordinal(), last.toordinal() + 1) if day not in frames.recorded_days
    ]
    said = []
    if silent:
        said.append(f"nothing at all on {_of(len(silent), days)}: {_names(silent)}")
    if training.load_unknown:
        said.append(
            f"RPE or minutes of {_of(training.load_unknown, training.sessions, 'workout')}: no load for these; "
            '"session @7 60min" gives both to the last workout of a day'
        )
    without_water = sum(one is None for one in fluid)
    if without_water:
        said.append(f"fluid on {_of(without_water, days)}")
    if nights.recorded < days:
        said.append(f"sleep of {_of(days - nights.recorded, days, 'night')}")
    if not frames.checkins or all(one.body_weight_kg is None for one in frames.checkins):
        said.append("body weight: no fluid range without it")
    return said


def _of(count: int, total: int, what: str = "day") -> str:
    return f"{count} of {total} {what}{'s' if total != 1 else ''}"


def _names(days: Sequence[int]) -> str:
    return ", ".join(f"{date.fromordinal(day):%a}" for day in days)
