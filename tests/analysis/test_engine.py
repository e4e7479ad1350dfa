"""What holds at an instant: raised once, worse ends the one before, sorted, as JSON."""

import json

import pytest
from journals import CATALOGUE, pain, when

from journal.analysis.engine import History, evaluate, raised_once, rulebook
from journal.analysis.flags import Evidence, Threshold
from journal.analysis.frames import Frames
from journal.analysis.rulebook import RULES, Missing, Occurrence, rule
from journal.vocabulary import Act, Severity, Status

DAY = 86_400
CAUTION, WARNING, URGENT, INFO = Severity.CAUTION, Severity.WARNING, Severity.URGENT, Severity.INFO


def occurrence(since, until=None, severity=CAUTION, rule="pain-past-72h", region="knee", **more):
    """An occurrence from day `since` to day `until`."""
    return Occurrence(
        **{"subject": {"region": region}, "message": f"day {since}", "rule": rule, **more},
        since=int(since * DAY),
        until=None if until is None else int(until * DAY),
        severity=severity,
    )


def told(occurrences):
    """The kept ones as (first day, last day, severity)."""
    return [
        (one.since / DAY, None if one.until is None else one.until / DAY, one.severity)
        for one in raised_once(occurrences)
    ]


@pytest.mark.parametrize(
    ("made", "kept"),
    [
        ([occurrence(0, 3), occurrence(2, 9)], [(0, 3, CAUTION)]),
        ([occurrence(0, 3), occurrence(6.9, 9)], [(0, 3, CAUTION)]),
        ([occurrence(0, 3), occurrence(7, 9)], [(0, 3, CAUTION), (7, 9, CAUTION)]),
        ([occurrence(0, 9), occurrence(2, 9, WARNING)], [(0, 2, CAUTION), (2, 9, WARNING)]),
        ([occurrence(0, 9, WARNING), occurrence(2, 9)], [(0, 9, WARNING)]),
        ([occurrence(0, None), occurrence(2, None, WARNING)], [(0, 2, CAUTION), (2, None, WARNING)]),
        ([occurrence(0, 9), occurrence(0, 9, WARNING)], [(0, 9, WARNING)]),
        ([occurrence(0, 9), occurrence(2, 9, region="hip")], [(0, 9, CAUTION), (2, 9, CAUTION)]),
        ([occurrence(0, 9), occurrence(2, 9, rule="doms-past-72h")], [(0, 9, CAUTION), (2, 9, CAUTION)]),
        ([occurrence(0, 9, URGENT), occurrence(2, 9, URGENT)], [(0, 9, URGENT), (2, 9, URGENT)]),
        ([occurrence(2, 2), occurrence(3, 9)], [(3, 9, CAUTION)]),
    ],
    ids=[
        *("not twice in seven days", "just under seven", "again after seven", "worse takes its place"),
        *("better does not", "worse ends an open one", "the worse of one instant", "another subject"),
        *("another rule", "urgent ones are all kept", "one that never lasted"),
    ],
)
def test_a_flag_is_raised_once(made, kept):
    assert told(made) == kept
    assert told(reversed(made)) == kept


def test_within_an_episode_it_is_raised_once_however_long_it_takes():
    first, later, other = (
        occurrence(0, 3, episode="a"),
        occurrence(30, 33, episode="a"),
        occurrence(30, 33, episode="b"),
    )

    assert told([first, later]) == [(0, 3, CAUTION)]
    assert told([first, other]) == [(0, 3, CAUTION), (30, 33, CAUTION)]
    assert told([first, occurrence(30, 33, WARNING, episode="a")]) == [(0, 3, CAUTION), (30, 33, WARNING)]


def test_a_row_of_flags_remembers_when_it_began():
    chains = [one.chain / DAY for one in raised_once([occurrence(day, day + 2) for day in (0, 5, 11, 30)])]

    assert chains == [0, 0, 30]


def test_a_flag_that_takes_the_place_of_another_belongs_to_its_row():
    worse = [occurrence(0, 20), occurrence(12, None, WARNING), occurrence(90, 99)]

    assert [one.chain / DAY for one in raised_once(worse)] == [0, 0, 0]
    assert [one.chain / DAY for one in raised_once([occurrence(0, 11), occurrence(12, 20)])] == [0, 12]


def history(*occurrences, missing=()):
    return History(tuple(raised_once(occurrences)), tuple(missing))


def test_it_holds_from_its_since_up_to_but_not_at_its_until():
    one = history(occurrence(1, 3))

    assert [len(one.active(int(day * DAY))) for day in (0.99, 1, 2.99, 3)] == [0, 1, 1, 0]


def test_of_one_rule_and_subject_the_worst_is_shown_then_the_newest():
    one = history(
        occurrence(0, 20, WARNING, episode="a"),
        occurrence(8, 20, episode="b"),
        occurrence(9, 20, WARNING, episode="c"),
    )

    assert [(found.since / DAY, found.severity) for found in one.active(10 * DAY)] == [(9, WARNING)]
    assert [(found.since / DAY, found.severity) for found in one.active(8 * DAY)] == [(0, WARNING)]


def test_flags_are_sorted_by_severity_then_newest_then_rule():
    one = history(
        occurrence(1, 9, INFO, region="hip"),
        occurrence(1, 9, region="foot"),
        occurrence(2, 9, region="neck"),
        occurrence(2, 9, rule="ask-still-hurting", region="calf"),
        occurrence(1, 9, WARNING),
        occurrence(0, 9, URGENT, region="head"),
    )

    assert [flag.subject["region"] for flag in one.judge(3 * DAY).flags] == [
        *("head", "knee", "calf", "neck", "foot", "hip")
    ]


def test_past_flags_have_their_end_and_active_ones_none():
    one = history(occurrence(0, 1), occurrence(10, 12), occurrence(20, 22))

    (active,) = one.judge(11 * DAY).flags
    assert (active.status, active.until) == (Status.ACTIVE, None)
    newest, oldest = one.judge(11 * DAY, past=True).flags
    assert (newest.status, newest.until, oldest.status) == (Status.ACTIVE, None, Status.PAST)
    assert oldest.until.timestamp() == DAY


def test_what_is_missing_is_said_while_nothing_was_judged():
    lacking = Missing(
        subject={"region": "knee"}, since=0, until=5 * DAY, what=("an entry",), rule="pain-past-72h"
    )
    one = history(occurrence(2, 3), missing=[lacking])

    assert [found.missing for found in one.judge(DAY).insufficient] == [("an entry",)]
    assert one.judge(2 * DAY).insufficient == ()
    assert len(one.judge(4 * DAY).insufficient) == 1
    assert one.judge(5 * DAY).insufficient == ()


def test_a_flag_as_json():
    made = occurrence(
        1,
        9,
        WARNING,
        act=Act.THIS_WEEK,
        value=73.00001,
        unit="h",
        threshold=Threshold(">", 72.0, "h"),
        evidence=(Evidence("pain", "a"),),
        details={"state": "x"},
        message="Seen.",
        advice="Do.",
    )

    document = history(made).judge(2 * DAY, offset=3600).as_json()

    assert document["as_of"] == "1970-01-03T01:00:00+01:00"
    assert document["insufficient"] == []
    assert document["flags"] == [
        {
            "rule": "pain-past-72h",
            "severity": "warning",
            "act": "this-week",
            "status": "active",
            "subject": {"region": "knee"},
            "since": "1970-01-02T01:00:00+01:00",
            "until": None,
            "observed": {"value": 73, "unit": "h"},
            "threshold": {"op": ">", "value": 72, "unit": "h"},
            "message": "Seen.",
            "advice": "Do.",
            "sources": [{"document": title} for title in RULES["pain-past-72h"].documents],
            "evidence": [{"table": "pain", "id": "a"}],
            "also": [],
            "details": {"state": "x"},
            "mark": None,
        }
    ]
    assert json.loads(json.dumps(document)) == document


def test_settings_replace_the_defaults_of_a_rule():
    records = [pain(f"2026-11-{day} 18:00") for day in (18, 20)]
    frames = Frames.of(records, CATALOGUE)

    assert evaluate(frames, rules=["pain-past-72h"]).occurrences == ()
    (found,) = evaluate(frames, {"pain-past-72h": {"hours": 47}}, rules=["pain-past-72h"]).occurrences
    assert (found.rule, found.threshold.value) == ("pain-past-72h", 47)


def test_a_journal_judged_twice_says_the_same():
    records = [pain(f"2026-11-{day} 18:00", score=7) for day in range(10, 21)]
    at = int(when("2026-11-20 18:00").timestamp())

    one, other = (evaluate(Frames.of(records, CATALOGUE)).judge(at, past=True).as_json() for _ in range(2))

    assert json.dumps(one) == json.dumps(other)


def test_an_empty_journal_says_nothing_at_all():
    judgement = evaluate(Frames.of([], CATALOGUE)).judge(int(when("2026-11-20 18:00").timestamp()), past=True)

    assert (judgement.flags, judgement.insufficient) == ((), ())


def test_it_tells_before_each_rule_how_many_are_done():
    heard = []

    evaluate(Frames.of([], CATALOGUE), tell=lambda done, of: heard.append((done, of)))

    assert heard == [(done, len(rulebook())) for done in range(len(rulebook()))]


def test_whoever_is_told_may_end_the_work():
    def tell(done, of):
        if done == 3:
            raise TimeoutError(f"{done} of {of}")

    with pytest.raises(TimeoutError, match=f"3 of {len(rulebook())}"):
        evaluate(Frames.of([], CATALOGUE), tell=tell)


def test_a_rule_is_known_by_the_name_of_its_function_and_only_once():
    with pytest.raises(ValueError, match="pain-past-72h"):

        @rule(
            theme="",
            checks="",
            threshold="",
            severity=(INFO,),
            documents=(),
            grade="○",
            advice="",
            looks_back=1,
        )
        def pain_past_72h(frames):
            yield from ()
