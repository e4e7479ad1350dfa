"""What is being written in: which line, which cell, and how its text becomes another draft."""

from contextlib import suppress
from dataclasses import dataclass, replace

from journal.entry import hides
from journal.errors import Refused
from journal.exercises import normal
from journal.exercises.own import new_exercise
from journal.records import OwnExercise
from journal.tui.draft import verbs
from journal.tui.draft.cells import read, say
from journal.tui.draft.details import read_detail, say_detail
from journal.tui.draft.making import block_of, own_block
from journal.tui.draft.model import Block, Cell, Draft, LastTime, Row
from journal.tui.draft.naming import Offer
from journal.tui.draft.saving import too_fast
from journal.tui.widgets.sets.at_hand import AtHand
from journal.tui.widgets.sets.layout import Line, What


@dataclass(frozen=True, slots=True)
class Place:
    """A line of the table, and the column in it."""

    line: Line
    cell: Cell

    @property
    def is_name(self) -> bool:
        """Whether the name of an exercise is written there."""
        return self.line.what in (What.EXERCISE, What.ADD)


def text_of(place: Place, draft: Draft, hand: AtHand) -> str:
    """What stands there, as it would be typed."""
    line = place.line
    if line.what is What.EXERCISE:
        return draft.blocks[line.block].name
    if line.what is What.SET:
        return say(place.cell, draft.at(line.at)[place.cell], hand.units)
    if line.detail is not None:
        return say_detail(line.detail.name, draft.head.but(kind=draft.kind), hand.day)
    return ""


def with_text(place: Place, text: str, draft: Draft, hand: AtHand) -> Draft:
    """The draft with the text written there; `Refused` in one sentence when it is not understood."""
    line = place.line
    if text.strip() == text_of(place, draft, hand):
        # What is shown may be less than what is there: line breaks of a note, grams behind rounded pounds.
        return draft
    if line.detail is not None:
        said = read_detail(line.detail.name, text, hand.writer, hand.day)
        return verbs.head(draft, **said) if said else draft
    block = draft.blocks[line.block]
    said = read(place.cell, text, hand.units, in_minutes=block.lasts_minutes)
    there = draft.at(line.at) if line.what is What.SET else Row()
    if doubt := too_fast(block, there.but(**said)):
        raise Refused(doubt)
    if line.what is What.MORE:
        if not text.strip():
            return draft
        draft, _ = verbs.add_set(draft, line.block)
    return verbs.put(draft, line.at, said)


def as_typed(place: Place, text: str, draft: Draft, hand: AtHand) -> Draft:
    """The draft with a text that nobody has taken yet; as it was, while that is a name or is not understood."""
    with suppress(Refused):
        return draft if place.is_name else with_text(place, text, draft, hand)
    return draft


def block_for(offer: Offer, draft: Draft, hand: AtHand) -> Block:
    """The exercise that was chosen; an unknown one becomes the writer's own.  `Refused` when it has no name."""
    exercise = hand.writer.catalogue.get(offer.slug)
    if exercise is not None:
        return block_of(exercise, hand.times.get(offer.slug))
    # The same new name twice in one workout is one exercise.
    there = (one.own for one in draft.blocks if one.own is not None)
    own = next((one for one in there if normal(one.name) == normal(offer.name)), None)
    return own_block(own or _new(offer.name, hand))


def with_last(draft: Draft, slug: str, last: LastTime) -> Draft:
    """The draft with what an exercise had last time, which was looked up meanwhile; untouched sets become as many."""

    def told(block: Block) -> Block:
        if block.exercise != slug or block.last is not None:
            return block
        untouched = all(row == Row() for row in block.rows)
        return replace(block, last=last, rows=(Row(),) * len(last.rows) if untouched else block.rows)

    return replace(draft, blocks=tuple(told(block) for block in draft.blocks))


def _new(name: str, hand: AtHand) -> OwnExercise:
    return new_exercise(name, hand.writer.catalogue, hides)
