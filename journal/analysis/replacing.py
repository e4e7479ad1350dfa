"""Flags that hang on one workout: the next of its kind takes the place of the one before."""

from collections.abc import Iterable
from dataclasses import replace

from journal.analysis.rulebook import Finding, Missing, Occurrence


def newest_only(found: Iterable[Finding]) -> list[Finding]:
    """The findings, each occurrence ended where a later one about the same subject begins.

    Every one of them is raised for itself (its `episode` names the workout or the dates), so that a planned
    workout is answered although the last one was flagged already.  `found` are in time order.
    """
    following: dict[tuple[tuple[str, str], ...], Occurrence] = {}
    made: list[Finding] = []
    for one in reversed(list(found)):
        if isinstance(one, Missing):
            made.append(one)
            continue
        subject = tuple(sorted(one.subject.items()))
        later = following.get(subject)
        ends = [one.until]
        if later is not None:
            # On the same occasion the engine keeps the first one unless the later is worse.
            ends.append(later.until if later.episode == one.episode else later.since)
        until = min((end for end in ends if end is not None), default=None)
        following[subject] = one if until == one.until else replace(one, until=until)
        made.append(following[subject])
    return made[::-1]
