"""The lines entered before: each once, newest last, those of the journal before those of this session."""

from journal.tui.lines.recall import Recall, Walk


def test_what_was_entered_is_behind_what_the_journal_has():
    kept = []
    recall = Recall(kept.append)
    recall.add("water 300")
    recall.fill(["squat 2x5 100kg", "pain knee 3"])
    recall.add("pain knee 3")
    assert recall.lines == ("squat 2x5 100kg", "water 300", "pain knee 3")
    assert kept == ["water 300", "pain knee 3"]


def test_the_journal_may_have_kept_it_already():
    recall = Recall()
    recall.add("water 300")
    recall.fill(["coffee 200", "water 300"])
    assert recall.lines == ("coffee 200", "water 300")


def test_no_more_than_two_hundred_are_brought_back_and_no_blank_one():
    recall = Recall()
    recall.fill(f"water {number}" for number in range(150))
    for number in range(150, 250):
        recall.add(f" water {number} ")
    recall.add("  ")
    assert recall.lines == tuple(f"water {number}" for number in range(50, 250))


def test_a_walk_goes_back_and_forth_and_ends_at_what_was_being_typed():
    walk, lines = Walk(), ("a", "b")
    shown = ["typed"]
    for step in (-1, -1, -1, 1, 1, 1):
        shown.append(walk.step(lines, shown[-1], step) or shown[-1])
    assert shown == ["typed", "b", "a", "a", "b", "typed", "typed"]


def test_a_line_that_was_changed_begins_a_new_walk():
    walk, lines = Walk(), ("a", "b")
    assert walk.step(lines, "", -1) == "b"
    assert walk.step(lines, "b, changed", -1) == "b"
    assert walk.step(lines, "b", 1) == "b, changed"


def test_without_lines_there_is_nothing_to_bring_back():
    assert Walk().step((), "typed", -1) is None
    assert Walk().step((), "typed", 1) is None
