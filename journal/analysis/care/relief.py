"""The relief exercises of the documents: what they are, how long to hold them, and when not to do them.

Plain data; muscles and tags stand in the exercise catalogue.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from journal.analysis.documents import BACK_PAIN, CAUSES, LOWER_BACK, PREVENT, RELIEF
from journal.analysis.frames import Frames
from journal.analysis.instants import DAY, HOUR, local_day
from journal.analysis.pain.episodes import MCID_PTS, Episode
from journal.analysis.pain.painful import SHARP, open_episode
from journal.analysis.pain.severe import SEVERE_NRS
from journal.analysis.rows import PainRow, Place
from journal.vocabulary import BACK, CareKind, ConditionName, ExerciseTag, Quality, Symptom

MODERATE_NRS = 4
"""From this score on only relief is offered, no strengthening."""
RECENT_H = 24
"""What an entry of at most this age says still holds; what is said so soon after an exercise is put down to it."""
SIGN_DAYS = 7
"""A sign to ask a doctor about still counts so long, unless it was denied since."""


@dataclass(frozen=True, slots=True)
class Relief:
    """One relief exercise.

    `hold_s` are the seconds that the articles have it held for, low and high, None when they say nothing; `dose`
    and `stop` are in our words; `documents` are titles.
    """

    slug: str
    name: str
    dose: str
    stop: str
    documents: tuple[str, ...]
    hold_s: tuple[int, int] | None = None

    @property
    def hold_words(self) -> str:
        """`30 to 60 s`; "" when the articles give no time."""
        if self.hold_s is None:
            return ""
        low, high = self.hold_s
        return f"{low} s" if low == high else f"{low} to {high} s"

    @property
    def words(self) -> str:
        """The exercise with its dose: `child's pose, hold 30 to 60 s`."""
        return f"{self.name}, {self.dose}"


_AGGRAVATES = "stop when it makes the pain worse"

LIBRARY: tuple[Relief, ...] = (
    Relief("childs-pose", "child's pose", "hold 30 to 60 s", _AGGRAVATES, (PREVENT,), (30, 60)),
    Relief(
        "knees-to-chest",
        "knees to chest",
        "lying, one and then both, hold 20 s",
        _AGGRAVATES,
        (RELIEF, PREVENT),
        (20, 20),
    ),
    Relief("cat-cow", "cat-cow", "a few slow rounds", _AGGRAVATES, (PREVENT,)),
    Relief(
        "standing-back-bend",
        "standing back bend",
        "a little way back and upright again, no hold",
        "stop at any pain",
        (RELIEF,),
    ),
    Relief("kneeling-lunge", "kneeling lunge", "gently, on each side", _AGGRAVATES, (PREVENT,)),
    Relief("wall-slide", "wall slide", "slowly, back flat on the wall", _AGGRAVATES, (PREVENT,)),
    Relief(
        "gentle-yoga",
        "gentle yoga",
        "for hips, buttocks and backs of the thighs",
        "stop at sharp pain",
        (PREVENT, LOWER_BACK),
    ),
    Relief(
        "bird-dog",
        "opposite arm and leg",
        "on hands and knees, hold 5 s on each side",
        "stop when the pain rises by 2",
        (RELIEF,),
        (5, 5),
    ),
    Relief("glute-bridge", "bridge", "knees bent at first, straighter with time", _AGGRAVATES, (PREVENT,)),
    Relief(
        "plank",
        "short plank",
        "short holds, back neither arched nor rounded",
        _AGGRAVATES,
        (PREVENT, CAUSES, BACK_PAIN),
    ),
)
"""In the order in which they are offered: lying and kneeling first, strengthening last."""
BY_SLUG = {one.slug: one for one in LIBRARY}

OF_THE_SPINE = frozenset(
    {
        ConditionName.HERNIATED_DISC,
        ConditionName.OSTEOPOROSIS,
        ConditionName.STENOSIS,
        ConditionName.SPONDYLITIS,
        ConditionName.SPONDYLOLISTHESIS,
        ConditionName.LIGAMENT_INJURY,
    }
)
"""Conditions with which a professional chooses the exercises; the documents name easy yoga alone."""

_SPEAKS_AGAINST = SHARP | {Quality.NUMB, Quality.TINGLING}
_SEEN = frozenset({CareKind.DOCTOR, CareKind.CLEARANCE})
_SIGNS = frozenset(
    {
        Symptom.LEG_NUMBNESS,
        Symptom.SADDLE_NUMBNESS,
        Symptom.LEG_WEAKNESS,
        Symptom.BLADDER_CHANGE,
        Symptom.BOWEL_CHANGE,
        Symptom.CANNOT_PASS,
        Symptom.FEVER,
        Symptom.CHILLS,
        Symptom.HARD_TO_STAND_OR_WALK,
        Symptom.RECENT_TRAUMA,
    }
)
_EASY_YOGA = "gentle-yoga"


def relief_for(frames: Frames, instant: int) -> tuple[Relief, ...]:
    """The relief exercises to offer somebody whose back hurts at that instant, the gentlest first.

    None when the back does not hurt, when it is severe (7 or more), sharp, numb, tingling or radiating, or when
    a sign that a doctor should see was told.  From 4 on no strengthening; with a condition of the spine only
    easy yoga; and nothing that was followed by more pain in the same episode.
    """
    episodes = [
        episode
        for region in sorted(BACK)
        if (episode := open_episode(frames, Place(region), instant)) is not None
    ]
    latest = [entry for episode in episodes if (entry := episode.latest(instant)) is not None]
    worst = max((entry.score for entry in latest), default=0)
    if worst == 0 or _is_warned(frames, episodes, instant):
        return ()
    with_condition = _has_condition(frames, instant)
    aggravated = set(_aggravated(frames, episodes, instant))
    return tuple(
        one
        for one in LIBRARY
        if one.slug not in aggravated
        and (worst < MODERATE_NRS or _is_relief(frames, one))
        and (not with_condition or one.slug == _EASY_YOGA)
    )


def _is_relief(frames: Frames, one: Relief) -> bool:
    exercise = frames.catalogue.get(one.slug)
    return exercise is not None and ExerciseTag.RELIEF in exercise.tags


def _is_warned(frames: Frames, episodes: Sequence[Episode], instant: int) -> bool:
    """Whether the pain itself, or a sign beside it that no doctor has seen since, speaks against any exercise."""
    for episode in episodes:
        recent = episode.between(instant - RECENT_H * HOUR, instant) or episode.until(instant)[-1:]
        if any(_speaks_against(entry) for entry in recent):
            return True
    seen = max((row.ts for row in frames.care if row.kind in _SEEN and row.ts <= instant), default=0)
    since = max(seen, instant - SIGN_DAYS * DAY)
    told: set[tuple[str, str]] = set()
    for row in frames.symptoms:
        if row.symptom in _SIGNS and since <= row.ts <= instant:
            if row.present:
                told.add((row.symptom, row.side))
            else:
                told = {one for one in told if one[0] != row.symptom or row.side not in ("", "both", one[1])}
    return bool(told)


def _speaks_against(entry: PainRow) -> bool:
    return entry.score >= SEVERE_NRS or bool(entry.qualities & _SPEAKS_AGAINST) or entry.radiates


def _has_condition(frames: Frames, instant: int) -> bool:
    today = local_day(instant, frames.offset_at(instant))
    return any(one.id in OF_THE_SPINE and one.holds_on(today) for one in frames.conditions)


def _aggravated(frames: Frames, episodes: Sequence[Episode], instant: int) -> Iterator[str]:
    """What was done in one of these episodes and followed by a sharp pain, or one that was 2 points higher.

    Where the workout loaded the place by something else, that is to blame.
    """
    for episode in episodes:
        first = bisect_right(frames.bouts, episode.entries[0].ts - 1, key=lambda bout: bout.ts)
        for bout in frames.bouts[first:]:
            before = episode.latest(bout.ts)
            if bout.ts > instant or before is None or episode.place.region in bout.loads:
                continue
            after = episode.between(bout.ts + 1, min(instant, bout.end + RECENT_H * HOUR))
            if any(entry.score - before.score >= MCID_PTS or entry.qualities & SHARP for entry in after):
                yield from (work.exercise.slug for work in bout.work)
