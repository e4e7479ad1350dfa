"""Lines of the day's answer that are never flags."""

from collections.abc import Iterator

from journal.analysis.documents import LOWER_BACK, PREVENT, science
from journal.analysis.frames import Frames
from journal.analysis.pain.painful import ACTIVE_H, active_back_pain
from journal.analysis.rulebook import line
from journal.analysis.training.load import USUAL_DAYS, WEEK, usual_load, week_of
from journal.analysis.training.load import load_context as context_of


@line(
    theme="load",
    checks="the load of the last 7 days beside what is usual",
    threshold="told when at least 8 weeks are known; never judged",
    documents=(science("Foster 1998, MSSE 30:1164; Impellizzeri 2020, Sports Med"),),
    grade="●●●",
    advice="Compare it with your own usual range, not with somebody else's.",
    looks_back=USUAL_DAYS + WEEK,
)
def load_context(frames: Frames, at: int, day: int) -> Iterator[str]:
    """The 7-day load with the 10th to 90th percentile of the person's own weeks."""
    context = context_of(frames, day)
    if context is not None and context.usual_low is not None and context.usual_high is not None:
        yield (
            f"Load of the last 7 days (effort x minutes): {context.load:,.0f}; "
            f"usually {context.usual_low:,.0f} to {context.usual_high:,.0f}."
        )
    elif context is None and usual_load(frames, day) is not None:
        yield from _why_no_load(frames, at, day)


def _why_no_load(frames: Frames, at: int, day: int) -> Iterator[str]:
    """What somebody who is used to the line is told in its place."""
    bouts = [frames.bouts[place] for place in week_of(frames, day, at)]
    unknown = sum(bout.load is None for bout in bouts)
    if unknown:
        yield (
            f"Load of the last 7 days (effort x minutes): not known, as {unknown} of {len(bouts)} "
            f"workout{'s' if len(bouts) != 1 else ''} {'has' if unknown == 1 else 'have'} no RPE or no minutes; "
            '"session @7 60min" gives both to the last workout of a day.'
        )


@line(
    theme="exercise choice",
    checks="gentler work to do instead while the back hurts",
    threshold=f"back pain of 4 or more, or of 2 or more that is sharp, nervous or radiating, in the last {ACTIVE_H} h",
    documents=(LOWER_BACK, PREVENT),
    grade="●",
    advice="Bike, elliptical, swimming, walking, Pilates or easy yoga ask less of a hurting back.",
    looks_back=28,
)
def low_impact_suggestion(frames: Frames, at: int, day: int) -> Iterator[str]:  # noqa: ARG001 - as every line
    """What to do instead of the exercises on the leave-out list."""
    if active_back_pain(frames, at) is not None:
        yield "Gentler work while the back hurts: bike, elliptical, swimming, walking, Pilates or easy yoga."
