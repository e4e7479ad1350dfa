"""`journal flags`: what is active at a moment, and what was."""

from itertools import pairwise

import pytest

KEYS = [
    *("rule", "severity", "act", "status", "subject", "since", "until", "observed", "threshold", "message"),
    *("advice", "sources", "evidence", "also", "details", "mark"),
]
RANK = {"urgent": 0, "warning": 1, "caution": 2, "info": 3}


@pytest.fixture
def history(diary):
    """A back that hurts badly for four days in February, and a numb saddle in March."""
    diary(
        *(f"2024-02-0{day} 19:00 pain lower back 7" for day in range(1, 6)),
        "2024-03-06 19:00 symptom saddle-numbness yes",
        "2024-03-06 19:30 pain left knee 5 sharp during",
    )


def test_a_flag_has_exactly_the_fields_of_the_contract(journal, history):
    document = journal("flags", "--format", "json", "--as-of", "2024-03-06T20:00").json
    assert list(document) == ["as_of", "flags", "insufficient"]
    assert document["flags"]
    for flag in document["flags"]:
        assert list(flag) == KEYS
        assert flag["status"] == "active"
        assert flag["until"] is None
        assert all(list(one) == ["document"] for one in flag["sources"])
        assert all(list(one) == ["table", "id"] for one in flag["evidence"])
        assert (flag["act"] is None) is (flag["severity"] in ("caution", "info"))
    for one in document["insufficient"]:
        assert list(one) == ["rule", "subject", "missing"]


def test_the_worst_come_first_then_the_newest(journal, history):
    flags = journal("flags", "--format", "json", "--as-of", "2024-02-05T20:00").json["flags"]
    assert len(flags) > 1
    assert [RANK[one["severity"]] for one in flags] == sorted(RANK[one["severity"]] for one in flags)
    for first, second in pairwise(flags):
        if first["severity"] == second["severity"]:
            assert first["since"] >= second["since"]


def test_evidence_is_in_the_journal(journal, history):
    journal("export", "all.json", "--format", "json")
    import json
    from pathlib import Path

    tables = json.loads(Path("all.json").read_text())["tables"]
    flags = journal("flags", "--all", "--format", "json", "--as-of", "2024-03-06T20:00").json["flags"]
    for flag in flags:
        for one in flag["evidence"]:
            if one["table"] != "sets":
                assert one["id"] in {row.get("id", row.get("date")) for row in tables[one["table"]]}


def test_all_adds_past_flags_with_their_start_and_end(journal, history):
    call = ("flags", "--format", "json", "--as-of", "2024-07-01T20:00")
    active, ever = journal(*call).json["flags"], journal(*call, "--all").json["flags"]
    past = [flag for flag in ever if flag["status"] == "past"]
    assert past
    assert len(active) + len(past) <= len(ever)
    assert all(flag["since"] < flag["until"] <= "2024-07-01T20:00:00+00:00" for flag in past)
    text = journal("flags", "--all", "--as-of", "2024-07-01T20:00").out
    assert "Since 2024-02-04 19:00" in text or "Since 2024-02-05" in text
    assert " until 2024-" in text


def test_an_urgent_flag_that_nobody_answered_says_so_once_it_is_past(journal, history):
    text = " ".join(journal("flags", "--all", "--as-of", "2024-07-01T20:00").out.split())

    assert "Since 2024-03-06 19:00 until 2024-04-03 19:00, never answered." in text
    assert "never answered" not in journal("flags", "--as-of", "2024-04-03T18:59").out


def test_what_was_recorded_after_the_moment_is_not_known_yet(journal, history):
    assert journal("flags", "--as-of", "2024-01-31T20:00").lines == ["No flag is active."]


def test_text_shows_the_numbers_the_threshold_the_document_and_no_diagnosis(journal, history):
    said = journal("flags", "--as-of", "2024-02-05T20:00")
    assert "‼ URGENT  rf-severe-72h (lower back)" in said.lines
    assert any(line.startswith("   Seen: ") and "the line is > 72 h" in line for line in said.lines)
    assert "Source: What Causes Back Pain" in said.out
    assert "Not a diagnosis." in said.lines
    assert max(map(len, said.lines)) <= 80


def test_a_quiet_journal_has_no_flag(journal, log):
    log("water", "2024-03-06T19:00")
    assert journal("flags", "--as-of", "2024-03-06T20:00").out.startswith("No flag is active.\n")
    assert journal("flags", "--all", "--as-of", "2024-03-06T20:00").out.startswith(
        "No flag was ever raised.\n"
    )


@pytest.mark.parametrize("form", ["text", "json"])
def test_the_same_moment_gives_the_same_bytes(journal, history, form):
    call = ("flags", "--all", "--format", form, "--as-of", "2024-03-06T20:00")
    assert journal(*call) == journal(*call)
