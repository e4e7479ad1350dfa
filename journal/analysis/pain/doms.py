"""Delayed soreness: whether a pain after a workout follows its usual course, as far as one can tell by then."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import takewhile
from typing import NamedTuple

from journal.analysis.flags import Threshold
from journal.analysis.frames import Frames
from journal.analysis.instants import HOUR, above, at_least, says_span
from journal.analysis.pain.episodes import NOT_DULL, Episode
from journal.analysis.pain.severe import SEVERE_NRS
from journal.analysis.rows import PainRow, Place
from journal.analysis.training.workouts import Bout
from journal.vocabulary import Context, Muscle, Region, Side, Symptom, display


@dataclass(frozen=True, slots=True)
class Limits:
    """The course of soreness in hours after the end of the workout, all inclusive.

    It starts within `on_min_h` and `on_max_h`, is worst by `peak_max_h`, and over, or at most 1, by `end_max_h`.
    """

    on_min_h: float = 4
    on_max_h: float = 36
    peak_max_h: float = 56
    end_max_h: float = 120


USUAL = Limits()
ARTICLE_H = (6, 8)
"""When it starts according to the document."""
LATE_H = 72
"""From here on it lasts longer than it usually does."""
JUDGED_H = 24
"""Before this many hours it is too early to tell."""
MILD = 3
"""The highest score of a mild pain."""
STILL = 2
"""From this score on it is still there."""

JOINTS = frozenset({Region.KNEE, Region.ANKLE, Region.WRIST, Region.ELBOW, Region.FOOT, Region.HAND})
"""Soreness is of muscles: of a joint it is never certain."""
ONLY_WHEN_TRAINED = {
    Region.CHEST: frozenset({Muscle.CHEST}),
    Region.ABDOMEN: frozenset({Muscle.ABS, Muscle.OBLIQUES}),
}
"""Places that are judged only when the workout trained their muscles first of all."""
_OPPOSITE = {Side.LEFT.value: Side.RIGHT.value, Side.RIGHT.value: Side.LEFT.value}
HARMLESS_SIGNS = frozenset(
    {
        *(Symptom.DARK_URINE, Symptom.TIRED, Symptom.DIZZY, Symptom.DRY_MOUTH, Symptom.FAST_HEARTBEAT),
        Symptom.NAUSEA,
    }
)
"""Signs that say nothing against soreness; every other one is a red flag."""


class State(StrEnum):
    """How a pain compares with ordinary soreness."""

    TYPICAL = "doms-typical"
    LATE = "doms-late"
    UNCLEAR = "unclear"
    NOT = "not-doms"
    INSUFFICIENT = "insufficient"


class Verdict(NamedTuple):
    """A state and why, as part of a sentence; hours after the workout and their line, where hours decided.

    For `insufficient`, `why` is what is missing.
    """

    state: State
    why: str
    hours: float | None = None
    line: Threshold | None = None


@dataclass(frozen=True)
class Soreness:
    """A pain after a workout beside the course of soreness.

    `onset_h` is hours from the end of the workout to the first pain; `untimed`: whose time is not known, in
    words, "" when both are.
    Every number after them is the instant from which the thing was so (seconds since 1970 UTC), None when it
    never was: `unlike` a sign that soreness does not have, told in `sign`, `second` the second entry, `late`
    still 2 or more after 72 h and before the end, `overdue` still so after the end, `new_peak` worse than ever
    after the peak, `at_peak` no better then, `stuck` no better after 72 h, `more_than_mild` a score above 3,
    `two_sided` not on one side only.
    """

    episode: Episode
    workout: Bout
    limits: Limits
    onset_h: float
    untimed: str
    judged_from: int
    unlike: int | None
    sign: str
    second: int | None
    late: int | None
    overdue: int | None
    new_peak: int | None
    at_peak: int | None
    stuck: int | None
    more_than_mild: int | None
    two_sided: int | None

    @property
    def started_in_article_window(self) -> bool:
        """Whether it started 6 to 8 h after the workout, as the document has it."""
        return at_least(self.onset_h, ARTICLE_H[0]) and at_least(ARTICLE_H[1], self.onset_h)

    def verdict(self, instant: int) -> Verdict:
        """The verdict as one could give it at an instant of the episode."""

        def known(since: int | None) -> bool:
            return since is not None and since <= instant

        if known(self.unlike):
            return Verdict(State.NOT, self.sign)
        lacking = self._lacking(instant)
        if lacking:
            return Verdict(State.INSUFFICIENT, lacking)
        limits = self.limits
        early = not at_least(self.onset_h, limits.on_min_h)
        in_time = not early and at_least(limits.on_max_h, self.onset_h)
        onset = f"it started {says_span(self.onset_h)} after the workout"
        if known(self.late) and in_time and not known(self.new_peak):
            return self._after(State.LATE, self.late, f"it was still {STILL} or more", LATE_H)
        if known(self.overdue):
            return self._after(State.NOT, self.overdue, f"it was still {STILL} or more", limits.end_max_h)
        if known(self.stuck):
            return self._after(State.NOT, self.stuck, "it was no better", LATE_H)
        if early and not known(self.more_than_mild):
            return Verdict(
                State.UNCLEAR,
                f"{onset}, earlier than soreness usually does",
                self.onset_h,
                Threshold("<", limits.on_min_h, "h"),
            )
        if not known(self.two_sided):
            return Verdict(State.UNCLEAR, "it is on one side only")
        if in_time and known(self.at_peak):
            return self._after(State.NOT, self.at_peak, "it was no better", limits.peak_max_h)
        if in_time:
            line = Threshold("<=", limits.on_max_h, "h")
            return Verdict(self._muscular(State.TYPICAL), onset, self.onset_h, line)
        line = Threshold("<", limits.on_min_h, "h") if early else Threshold(">", limits.on_max_h, "h")
        return Verdict(State.NOT, onset, self.onset_h, line)

    def _lacking(self, instant: int) -> str:
        if self.untimed:
            return f"the time of {self.untimed}"
        if self.second is None or self.second > instant:
            return "a second pain entry"
        if instant < self.judged_from:
            usual = f"{self.limits.on_min_h:g} to {self.limits.on_max_h:g} h after a workout"
            return f"more time (soreness usually starts {usual}; log again tonight)"
        return ""

    def _after(self, state: State, since: int | None, what: str, hours: float) -> Verdict:
        after_h = None if since is None else (since - self.workout.end) / HOUR
        return Verdict(
            self._muscular(state), f"{what} after {hours:g} h", after_h, Threshold(">", hours, "h")
        )

    def _muscular(self, state: State) -> State:
        joint = self.episode.place.region in JOINTS
        return State.UNCLEAR if joint and state in (State.TYPICAL, State.LATE) else state

    @cached_property
    def course(self) -> tuple[tuple[int, int, Verdict], ...]:
        """Every state that it had: since when, until when, and the verdict of its beginning."""
        return tuple(self._states())

    def _states(self) -> Iterator[tuple[int, int, Verdict]]:
        first, closed = self.episode.entries[0].ts, self.episode.closed_at
        turns = {self.judged_from, self.unlike, self.second, self.late, self.overdue, self.new_peak}
        turns |= {self.at_peak, self.stuck, self.more_than_mild, self.two_sided}
        since, held = first, self.verdict(first)
        for instant in sorted(turn for turn in turns if turn is not None and first < turn < closed):
            now = self.verdict(instant)
            # What is missing may change while the state does not.
            if now.state is not held.state or (now.state is State.INSUFFICIENT and now != held):
                yield since, instant, held
                since, held = instant, now
        yield since, closed, held


def soreness(frames: Frames, episode: Episode, limits: Limits = USUAL) -> Soreness | None:
    """The episode beside the course of soreness.

    None for a pain that did not come after a workout, for the head, and for chest and abdomen unless the
    workout trained their muscles.
    """
    return frames.once(_soreness, episode, limits)


def _soreness(frames: Frames, episode: Episode, limits: Limits) -> Soreness | None:
    workout, region = episode.workout, Region(episode.place.region)
    if workout is None or region is Region.HEAD:
        return None
    needed = ONLY_WHEN_TRAINED.get(region)
    if needed and not any(needed & set(work.exercise.primary) for work in workout.work):
        return None
    first = episode.entries[0]
    entry_untimed = episode.start == first.ts and not first.time_known
    untimed = " and of ".join(
        name
        for name, is_missing in (
            ("the workout", not workout.time_known),
            ("the first pain entry", entry_untimed),
        )
        if is_missing
    )
    unlike, sign = _unlike(frames, episode, workout, untimed=bool(untimed))
    turns = _turns(episode, workout.end, limits)
    return Soreness(
        episode=episode,
        workout=workout,
        limits=limits,
        onset_h=(episode.start - workout.end) / HOUR,
        untimed=untimed,
        judged_from=workout.end + JUDGED_H * HOUR,
        unlike=unlike,
        sign=sign,
        second=episode.entries[1].ts if len(episode.entries) > 1 else None,
        late=turns.get("late"),
        overdue=turns.get("overdue"),
        new_peak=turns.get("new_peak"),
        at_peak=turns.get("at_peak"),
        stuck=turns.get("stuck"),
        more_than_mild=turns.get("more_than_mild"),
        two_sided=_two_sided(frames, episode, workout),
    )


def _turns(episode: Episode, end: int, limits: Limits) -> dict[str, int]:
    """When each thing that `Soreness` tells of the scores was first so; of an entry without a time only its score."""
    first: dict[str, int] = {}
    worst = 0
    for entry in episode.painful:
        score, ts = entry.score, entry.ts
        after_h = (ts - end) / HOUR if entry.time_known else -1.0
        if score > MILD:
            first.setdefault("more_than_mild", ts)
        if above(after_h, limits.peak_max_h) and score >= worst:
            first.setdefault("at_peak", ts)
            if score > worst:
                first.setdefault("new_peak", ts)
        if above(after_h, LATE_H) and score >= worst:
            first.setdefault("stuck", ts)
        if above(after_h, limits.end_max_h) and score >= STILL:
            first.setdefault("overdue", ts)
        elif above(after_h, LATE_H) and score >= STILL:
            first.setdefault("late", ts)
        worst = max(worst, score)
    return first


def _unlike(frames: Frames, episode: Episode, workout: Bout, *, untimed: bool) -> tuple[int | None, str]:
    """When something was first told that soreness does not have, red flags included, and what it was."""
    first = episode.entries[0]
    if first.context == Context.DURING or (episode.start < workout.end and not untimed):
        return first.ts, "it began during the workout"
    told = ((entry.ts, sign) for entry in episode.painful if (sign := _unlike_sign(entry)))
    since_then = frames.symptoms[bisect_left(frames.symptoms, workout.ts, key=lambda row: row.ts) :]
    red_flags = (
        (max(row.ts, first.ts), f"there is {display(Symptom(row.symptom))} beside it")
        for row in takewhile(lambda row: row.ts < episode.closed_at, since_then)
        if row.present and row.symptom not in HARMLESS_SIGNS
    )
    earliest = [one for one in (next(told, None), next(red_flags, None)) if one is not None]
    return min(earliest, default=(None, ""))


def _unlike_sign(entry: PainRow) -> str:
    """What soreness does not have, as part of a sentence; "" when there is nothing of the kind."""
    strange = sorted(entry.qualities & NOT_DULL)
    if strange:
        return f"it is {' and '.join(strange)}"
    if entry.radiates:
        return "it runs down the leg"
    if entry.score >= SEVERE_NRS:
        return f"it reached {entry.score} of 10"
    if entry.pop_heard is True:
        return "a pop was heard"
    swollen_calf = entry.region == Region.CALF and entry.swelling is True
    return "the calf is swollen" if swollen_calf else ""


def _two_sided(frames: Frames, episode: Episode, workout: Bout) -> int | None:
    """When it was first told of the middle, of both sides or of no side; None while it is on one side only."""
    first = episode.painful[0]
    if first.side not in _OPPOSITE:
        return first.ts
    other = next((entry.ts for entry in episode.painful if entry.side != first.side), None)
    beyond = frames.entries.get(Place(episode.place.region, _OPPOSITE[first.side]), [])
    mirrored = (
        max(entry.ts, first.ts)
        for entry in beyond[bisect_left(beyond, workout.ts, key=lambda entry: entry.ts) :]
        if entry.is_painful and entry.ts < episode.closed_at
    )
    return min((instant for instant in (other, next(mirrored, None)) if instant is not None), default=None)
