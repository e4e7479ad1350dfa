"""`journal report --for physio` as somebody types it."""

import pytest

NOW = ("--as-of", "2024-02-28T12:00")
PAGE = ("report", "--for", "physio", *NOW)


@pytest.fixture
def hurting(diary):
    """A knee that hurts since a run, a neck that did in January, and what was done about them."""
    diary(
        "2024-01-10 08:00 pain neck 4 stiff",
        "2024-01-11 08:00 pain neck 0",
        "2024-02-22 07:00 run 15km 1:30:00 @8",
        "2024-02-22 20:00 pain left knee 5 ache later",
        "2024-02-22 21:00 ice left knee 15 min",
        "2024-02-23 19:00 pain left knee 3",
        "2024-02-24 08:00 ibuprofen 400mg",
        "2024-02-25 08:00 pain left knee 4",
        "2024-02-27 08:00 pain left knee 4",
    )


def test_it_begins_where_the_pain_began_that_is_there_now(journal, hurting):
    answer = journal(*PAGE)
    assert (answer.status, answer.err) == (0, "")
    assert answer.out.startswith("For the physiotherapist: left knee\nThu 22 Feb 2024 to Wed 28 Feb 2024.")
    assert "that day: run 90 min, RPE 8, load 720: Run 15 km" in " ".join(answer.out.split())
    assert "cold, left knee: fell 1 of 1 time." in answer.out
    assert max(map(len, answer.lines)) < 80


def test_since_says_from_when_on(journal, hurting):
    told = journal(*PAGE, "--since", "2024-01-01", "--format", "json").json
    assert told["since"] == "2024-01-01"
    assert {one["region"] for one in told["episodes"]} == {"knee", "neck"}
    assert len(told["annex"]) == 9


@pytest.mark.parametrize("words", ["left knee", "knee left", "Left Knee", "knee"])
def test_a_place_is_named_as_in_an_entry(journal, hurting, words):
    told = journal(*PAGE, "--since", "2024-01-01", "--place", words, "--format", "json").json
    assert {(one["region"], one["side"]) for one in told["episodes"]} == {("knee", "left")}
    assert [one["region"] for one in told["annex"] if one["table"] == "pain"] == ["knee"] * 4


def test_of_a_place_that_nobody_wrote_of_it_says_so(journal, hurting):
    answer = journal(*PAGE, "--place", "right knee")
    assert answer.status == 0
    assert "Nothing recorded of pain of the right knee since Wed 3 Jan 2024." in answer.out


def test_an_empty_journal_has_a_page_too(journal):
    answer = journal(*PAGE)
    assert answer.status == 0
    assert "Nothing recorded of pain since Wed 3 Jan 2024." in answer.out
    assert "never asked:" in answer.out


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("p.html", "<!doctype html>"),
        ("p.md", "# For the physiotherapist"),
        ("p.json", '{"as_of"'),
        ("p", "For "),
    ],
)
def test_it_is_written_in_the_form_that_the_name_says(journal, hurting, tmp_path, name, begins):
    target = tmp_path / name
    assert journal(*PAGE, "-o", str(target)).status == 0
    assert target.read_text().startswith(begins)


@pytest.mark.parametrize(
    ("wrong", "names"),
    [
        (("--for", "physio", "--week", "last"), "--week"),
        (("--for", "physio", "--weeks", "4"), "--weeks"),
        (("--since", "2024-01-01"), "--for physio"),
        (("--place", "knee"), "--for physio"),
        (("--for", "doctor"), "physio"),
        (("--for", "physio", "--since", "2024-02-29"), "2024-02-28"),
        (("--for", "physio", "--since", "last week"), "2026-11-20"),
        (("--for", "physio", "--since", ""), "--since"),
        (("--for", "physio", "--place", "back"), "lower back"),
        (("--for", "physio", "--place", "aura"), "place of the body"),
        (("--for", "physio", "--open", "--format", "text"), "--open"),
    ],
)
def test_what_does_not_belong_together_is_refused_in_one_sentence(unchanged, hurting, wrong, names):
    assert names in unchanged("report", *wrong, *NOW).err


def test_today_is_a_date_that_it_may_begin_with(journal, hurting):
    assert journal(*PAGE, "--since", "2024-02-28", "--format", "json").json["last"] == "2024-02-28"
