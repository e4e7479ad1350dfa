"""Drafts by what they are for: the day of a new workout, or the workout that is changed."""

from datetime import date
from uuid import UUID

import pytest

from journal.tui.asking.kept_drafts import KeptDrafts
from journal.tui.draft import At, Draft
from journal.tui.draft.making import block_of, new_draft
from journal.tui.draft.stored import as_text
from journal.tui.draft.verbs import add_exercise, put

DAY, OTHER = date(2026, 11, 25), UUID(int=7)


@pytest.fixture
def stored() -> dict[str, str]:
    """What has been put into the journal, by its name."""
    return {}


@pytest.fixture
def drafts(stored) -> KeptDrafts:
    """None yet."""
    return KeptDrafts(store=stored.__setitem__)


@pytest.fixture
def draft(now) -> Draft:
    """A plank of 45 seconds."""
    from journal.exercises import catalogue

    begun, at = add_exercise(new_draft(now), block_of(catalogue().get("plank")))
    return put(begun, at, {"duration_s": 45})


def test_a_draft_is_at_hand_and_in_the_journal_until_it_is_forgotten(drafts, stored, draft):
    drafts.keep(DAY, draft)
    assert drafts.get(DAY) == draft
    assert stored == {"2026-11-25": as_text(draft)}
    drafts.keep(DAY, None)
    assert drafts.get(DAY) is None
    assert stored == {"2026-11-25": ""}


def test_the_journal_is_written_to_only_when_the_draft_is_another_one(drafts, stored, draft):
    drafts.keep(DAY, None)
    assert stored == {}
    drafts.keep(DAY, draft)
    stored.clear()
    drafts.keep(DAY, draft)
    assert stored == {}


def test_what_the_journal_has_is_taken_over_and_what_nobody_can_read_is_left(drafts, stored, draft):
    text = as_text(draft)
    drafts.fill(
        {"2026-11-25": text, str(OTHER): text, "2026-11-24": "{}", "yesterday": text, "2026-13-45": text}
    )
    assert drafts.get(DAY) == drafts.get(OTHER)
    assert drafts.get(DAY).at(At(0, 0)).duration_s == 45
    assert list(drafts.unrecorded()) == [DAY, OTHER]
    assert stored == {}


def test_what_was_begun_here_is_newer_than_what_was_stored(drafts, draft, now):
    drafts.keep(DAY, draft)
    drafts.fill({"2026-11-25": as_text(new_draft(now))})
    assert drafts.get(DAY) == draft


def test_exercises_without_any_set_are_nothing_to_tell_of(drafts, now):
    from journal.exercises import catalogue

    drafts.keep(DAY, add_exercise(new_draft(now), block_of(catalogue().get("plank")))[0])
    assert drafts.unrecorded() == {}
