"""The exercises as their page shows them: the list in its groups, and one of them in full."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from journal.entry import Writer, say
from journal.entry.echo import exercise_said
from journal.exercises import Catalogue, Exercise
from journal.exercises.finding import hits
from journal.exercises.own import Pair, is_unmapped, mapping
from journal.records import Alias, OwnExercise, Session, TemplateSet
from journal.vocabulary import ENDURANCE_KINDS, WorkoutKind

if TYPE_CHECKING:
    from journal.analysis.training.bests import Bests
    from journal.storage import Store, Use

SESSIONS_SHOWN = 40
"""The latest sessions of an exercise that are listed."""

_GUESSES = 4
_LONGEST_GUESSED = 100
"""Characters of a name that are compared: no exercise has a longer one."""

UNMAPPED = "imported, not mapped yet"
DONE = "what you do"
OWN = "your own"
OTHERS = "all others"
NEAR = "perhaps you mean"


@dataclass(frozen=True, slots=True)
class Listed:
    """One row of the list: the exercise, its use if it has any, and by which other name it was found."""

    exercise: Exercise
    use: "Use | None" = None
    by: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Rows under a heading; without one they stand for themselves."""

    title: str
    rows: tuple[Listed, ...]


@dataclass(frozen=True, slots=True)
class Shelf:
    """All exercises: those that an import brought and nobody mapped, what was done, own ones, and the rest."""

    catalogue: Catalogue
    groups: tuple[Group, ...]
    uses: "dict[str, Use]"
    unmapped: frozenset[str] = frozenset()
    """Slugs of imported exercises of which only the name is known."""

    def found(self, typed: str) -> tuple[Group, ...]:
        """The groups; while something is typed, what it finds, the most alike first, of these what was done more."""
        if not typed.strip():
            return self.groups
        there = hits(typed, self.catalogue)
        there.sort(key=lambda hit: (hit.rank, -self._sets(hit.exercise)))
        exact = tuple(self._row(hit.exercise, hit.by) for hit in there if not hit.is_near)
        near = tuple(self._row(hit.exercise) for hit in there if hit.is_near)
        return tuple(group for group in (Group("", exact), Group(NEAR, near)) if group.rows)

    def _row(self, exercise: Exercise, by: str = "") -> Listed:
        return Listed(exercise, self.uses.get(exercise.slug), by)

    def _sets(self, exercise: Exercise) -> int:
        use = self.uses.get(exercise.slug)
        return use.sets if use is not None else 0


@dataclass(frozen=True, slots=True)
class Done:
    """One session of an exercise: its day, what was done in words, and the workout."""

    day: date
    words: str
    workout: UUID


@dataclass(frozen=True, slots=True)
class InFull:
    """One exercise with all that the journal knows of it.

    `own` is its record when it is the writer's own, `given` are the names that the writer or an import gave
    it, `history` its latest sessions, newest first.  `guesses` are what an imported one may be, the likeliest first.
    """

    exercise: Exercise
    own: OwnExercise | None = None
    given: tuple[Alias, ...] = ()
    use: "Use | None" = None
    history: tuple[Done, ...] = ()
    templates: tuple[str, ...] = ()
    guesses: tuple[Exercise, ...] = ()

    @property
    def is_unmapped(self) -> bool:
        """Whether an import brought it, and only its name is known."""
        return self.own is not None and is_unmapped(self.own)


def read_shelf(store: "Store", writer: Writer) -> Shelf:
    """Every exercise in its group, those that were done by how late and how often."""
    uses = store.use()
    unmapped = frozenset(one.slug for one in store.rows(OwnExercise) if is_unmapped(one))
    groups: dict[str, list[Listed]] = {title: [] for title in (UNMAPPED, DONE, OWN, OTHERS)}
    for exercise in _all(writer.catalogue, uses):
        use = uses.get(exercise.slug)
        if exercise.slug in unmapped:
            title = UNMAPPED
        elif use is not None:
            title = DONE
        else:
            title = OWN if exercise.own else OTHERS
        groups[title].append(Listed(exercise, use))
    for title in (UNMAPPED, DONE):
        groups[title].sort(key=_by_use)
    for title in (OWN, OTHERS):
        groups[title].sort(key=lambda one: one.exercise.name.casefold())
    shown = tuple(Group(title, tuple(rows)) for title, rows in groups.items() if rows)
    return Shelf(writer.catalogue, shown, uses, unmapped)


def read_in_full(store: "Store", writer: Writer, slug: str, use: "Use | None") -> InFull | None:
    """One exercise, whose `use` is known, with its history; None when there is none of that slug."""
    sessions = store.sessions_of(slug, last=SESSIONS_SHOWN)
    exercise = writer.catalogue.get(slug) or (_unknown(slug) if sessions else None)
    if exercise is None:
        return None
    own = store.get(OwnExercise, slug)
    planned = (one.template for one in store.rows(TemplateSet) if one.exercise == slug)
    return InFull(
        exercise=exercise,
        own=own,
        given=tuple(one for one in store.rows(Alias) if one.slug == slug),
        use=use,
        history=tuple(_done(one, writer) for one in reversed(sessions)),
        templates=tuple(dict.fromkeys(planned)),
        guesses=_guesses(store, writer, own) if own is not None and is_unmapped(own) else (),
    )


def read_bests(slug: str, store: "Store") -> "Bests":
    """The best that was ever done of an exercise."""
    from journal.analysis.training.bests import bests

    return bests(store.sessions_of(slug))


def read_mapping(store: "Store", own: OwnExercise, slug: str) -> list[Pair]:
    """All that changes when an imported exercise is mapped to the one of `slug`; see `mapping`."""
    sets = (one for session in store.sessions_of(own.slug) for one in session.sets)
    return mapping(own, slug, sets=sets, templates=store.rows(TemplateSet), aliases=store.rows(Alias))


def _guesses(store: "Store", writer: Writer, own: OwnExercise) -> tuple[Exercise, ...]:
    unmapped = {one.slug for one in store.rows(OwnExercise) if is_unmapped(one)}
    near = writer.catalogue.near(own.name[:_LONGEST_GUESSED], _GUESSES + len(unmapped))
    return tuple(exercise for exercise, _ in near if exercise.slug not in unmapped)[:_GUESSES]


def _all(catalogue: Catalogue, uses: "dict[str, Use]") -> Iterator[Exercise]:
    yield from catalogue
    # A set may name an exercise that nothing describes any more.
    yield from (_unknown(slug) for slug in uses if catalogue.get(slug) is None)


def _unknown(slug: str) -> Exercise:
    return Exercise(slug, slug.replace("-", " "), WorkoutKind.OTHER, (), (), frozenset())


def _by_use(one: Listed) -> tuple[int, int, str]:
    if one.use is None:
        return (0, 0, one.exercise.name.casefold())
    return (-one.use.last.toordinal(), -one.use.sets, one.exercise.name.casefold())


def _done(session: Session, writer: Writer) -> Done:
    return Done(session.workout.started_at.date(), sets_said(session, writer), session.workout.id)


def sets_said(session: Session, writer: Writer) -> str:
    """What was done of an exercise in a workout, without its name: "2 × 5 × 100 kg, RPE 8"."""
    # The line of an endurance workout tells one stretch only.
    each = [session]
    if session.workout.kind in ENDURANCE_KINDS:
        each = [Session(session.workout, (one,)) for one in session.sets]
    return "; ".join(_without_name(say(one, writer), one, writer) for one in each)


def _without_name(words: str, session: Session, writer: Writer) -> str:
    name = " ".join(exercise_said(session.sets[0].exercise, writer).split())
    return words.removeprefix(name).lstrip(", ") or "done"
