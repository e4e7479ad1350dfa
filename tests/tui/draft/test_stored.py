"""A draft as the journal keeps it: all that was written comes back, and what cannot be read is no draft."""

import json
from dataclasses import replace

import pytest

from journal.exercises import catalogue
from journal.records import OwnExercise
from journal.tui.draft import At, Row
from journal.tui.draft.making import draft_of, own_block, recalled
from journal.tui.draft.stored import as_text, from_text
from journal.tui.draft.verbs import add_exercise, head, put
from journal.vocabulary import SetKind


def without_last(draft):
    """What an exercise had last time is looked up anew."""
    return replace(draft, blocks=tuple(replace(one, last=None) for one in draft.blocks))


@pytest.fixture
def written(draft):
    """Sets of every kind, an exercise of the writer's own, and something said of the whole."""
    draft = put(draft, At(0, 0), {"kind": SetKind.WARMUP, "weight_kg": 61.235, "reps": 5})
    draft = put(draft, At(1, 0), {"reps": 8, "rpe": 7.5, "note": "'easy'; [/]\n\u202e and \x1b[1m"})
    own = OwnExercise(slug="zercher-carry", name="Zercher Carry", tags=("axial-load",))
    draft, at = add_exercise(draft, own_block(own))
    return head(put(draft, at, {"duration_s": 45}), surface="grass", note="felt\ngood", kind="other")


def test_what_was_written_comes_back(written):
    assert from_text(as_text(written)) == without_last(written)


def test_the_offset_of_the_clock_comes_back_too(written):
    at = from_text(as_text(written)).head.started_at
    assert at.isoformat() == written.head.started_at.isoformat()


def test_a_draft_that_changes_a_workout_knows_it_as_it_was(session):
    draft = put(draft_of(session, catalogue(), {}), At(0, 1), {"reps": 6})
    assert from_text(as_text(draft)) == draft
    assert from_text(as_text(draft)).before == session


def test_what_the_exercises_had_last_time_is_put_beside_it(written, last):
    draft = recalled(from_text(as_text(written)), {"squat": last})
    assert [block.last for block in draft.blocks] == [last, None, None]
    assert draft.at(At(0, 1)) == Row()


@pytest.mark.parametrize(
    "change",
    [
        {"head": {"kind": "strength"}},
        {"head": []},
        {"blocks": [{"exercise": "squat"}]},
        {"blocks": [{"exercise": "squat", "name": "", "kind": "dance", "tags": [], "rows": [], "own": None}]},
        {"blocks": 5},
        {"before": [{}]},
        {"start_told": None, "head": {"new": 1}},
    ],
)
def test_what_another_version_wrote_and_this_one_cannot_read_is_no_draft(written, change):
    assert from_text(json.dumps({**json.loads(as_text(written)), **change})) is None


@pytest.mark.parametrize("text", ["", "{", "[]", "null", "5", '"text"', "{}"])
def test_what_is_no_draft_at_all_is_none(text):
    assert from_text(text) is None
