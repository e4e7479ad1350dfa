"""What is told of one exercise, as facts below one another."""

from collections.abc import Callable, Sequence

from textual.content import Content

from journal.analysis.training.regions import loaded_regions
from journal.exercises import Exercise
from journal.exercises.own import brief as shortened
from journal.records import OwnExercise
from journal.tui.reading.exercises import InFull
from journal.tui.widgets.facts import Facts
from journal.tui.wording.exercises import other_names, tags_said, trains
from journal.vocabulary import Region, display

_LABEL = 11
_FEW = 6
"""Other names that are told where there is little room."""
_LONGEST = 300
"""Characters of one name."""

_UNKNOWN = (
    "An import brought it, and nothing but its name is known: the rules see no muscle in it. "
    "{choose} goes to what it may be:"
)


def facts_of(
    full: InFull, bests: Sequence[tuple[str, str]], keys: Callable[[str], str], *, brief: bool
) -> Facts:
    """The facts; `brief` shortens the row of other names, `keys` puts the keys as they are bound into a sentence."""
    exercise = full.exercise
    if full.is_unmapped:
        return Facts([("", Content.styled(keys(_UNKNOWN), "$severity-caution"))], 0)
    rows = [("trains", Content(trains(exercise) or "no muscle group"))]
    rows += [("what it is", Content(tags))] if (tags := tags_said(exercise)) else []
    loads = [display(region) for region in Region if region in loaded_regions(exercise)]
    rows += [("loads", Content(", ".join(loads)))] if loads else []
    rows += [(label, Content(words)) for label, words in bests]
    rows += [("templates", Content(", ".join(full.templates)[:_LONGEST]))] if full.templates else []
    names = [name[:_LONGEST] for name in other_names(exercise, (one.name for one in full.given))]
    if names:
        rows.append(("also called", _names(names, len(full.given), brief=brief)))
    return Facts(rows, _LABEL + 2)


def title_of(full: InFull) -> str:
    """Its name, its kind, and whether it is the writer's own."""
    name = named(full.exercise)
    if full.is_unmapped:
        return name
    return f"{name} · {display(full.exercise.kind)}{', your own' if full.own is not None else ''}"


def named(exercise: Exercise | OwnExercise) -> str:
    """Its name on one line, cut when it is very long."""
    return shortened(" ".join(exercise.name.split()))


def users(full: InFull) -> str:
    """What uses an exercise: "12 sets and the template Legs use it"."""
    sets, templates = full.use.sets if full.use is not None else 0, full.templates
    those = [counted(sets, "set")] if sets else []
    those += [f"the template {shortened(templates[0])}"] if len(templates) == 1 else []
    those += [counted(len(templates), "template")] if len(templates) > 1 else []
    return f"{' and '.join(those)} {'uses' if sets + len(templates) == 1 else 'use'} it"


def counted(number: int, thing: str) -> str:
    """A number of things: "1 set", "3 sets"."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def _names(names: Sequence[str], given: int, *, brief: bool) -> Content:
    shown = names[: max(_FEW, given)] if brief else names
    rest = len(names) - len(shown)
    words = Content(", ".join(shown))
    return words + Content.styled(f" and {rest} more", "$quiet") if rest else words
