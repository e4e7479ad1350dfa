"""`journal rules`: the catalogue, and one rule in full."""

import pytest

from journal.analysis.engine import rulebook


def test_every_rule_is_listed_with_what_it_checks_its_severity_and_its_document(journal):
    document = journal("rules", "--format", "json").json
    assert {one["id"] for one in document["rules"]} == set(rulebook())
    for one in document["rules"]:
        for key in ("checks", "threshold", "sources", "advice"):
            assert one[key], (one["id"], key)
        # Without a severity it is a line of the day, and never a flag.
        assert one["severity"] or rulebook()[one["id"]].line is not None


def test_the_text_names_every_rule_once_under_its_theme(journal):
    lines = journal("rules").lines
    named = [line.split()[0] for line in lines if line.startswith("  ") and not line.startswith("   ")]
    assert sorted(named) == sorted(rulebook())
    themes = [line for line in lines if line and not line.startswith(" ")]
    assert len(themes) == len(set(themes))
    assert max(map(len, lines)) <= 80


def test_one_rule_in_full(journal):
    for identity, rule in rulebook().items():
        said = journal("rules", identity)
        assert said.lines[0] == identity
        for what in ("Checks:", "Fires:", "Severity:", "Advice:", "Source:", "Evidence:"):
            assert what in said.out, identity
        assert said.lines[-1] == "  Not a diagnosis.", identity
        assert journal("rules", identity, "--format", "json").json == rule.as_json()


def test_markdown_has_a_heading_for_every_rule_and_no_link(journal):
    said = journal("rules", "--format", "markdown").out
    assert [line[5:-1] for line in said.splitlines() if line.startswith("### ")] != []
    assert {line[5:-1] for line in said.splitlines() if line.startswith("### ")} == set(rulebook())
    assert "http" not in said


def test_one_rule_in_markdown(journal):
    said = journal("rules", "rf-severe-72h", "--format", "markdown").out
    assert said.count("### ") == 1


@pytest.mark.parametrize(
    ("identity", "names"),
    [("nope", "journal rules"), ("rf-severe", "rf-severe-72h"), ("RF-SEVERE-72H", "rules")],
)
def test_an_unknown_rule_is_refused_with_the_nearest(unchanged, identity, names):
    answer = unchanged("rules", identity)
    assert repr(identity) in answer.err
    assert names in answer.err


def test_the_rules_need_no_journal(journal, db):
    assert journal("rules").status == 0
    assert not db.parent.exists()


def test_a_threshold_of_ones_own_is_shown_beside_the_programs(journal, monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    (tmp_path / "journal").mkdir()
    (tmp_path / "journal" / "settings.toml").write_text("[rules.pain-past-72h]\nhours = 96\n")

    said = journal("rules", "pain-past-72h").out

    assert "hours = 96 (yours; the program's own is 72)" in said
    assert "settings.toml" in said


def test_an_urgent_rule_says_what_ends_its_flag(journal):
    assert "journal log doctor" in " ".join(journal("rules", "rf-fever").out.split())
    assert "Ends:" not in journal("rules", "fluid-low").out
