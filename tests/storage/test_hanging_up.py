"""A server that hangs up: no entry is lost, none is there twice, and what cannot be done is one sentence."""

from uuid import uuid4

import pytest
from sqlalchemy import create_engine, make_url, text

from journal.errors import CouldNot, Refused
from journal.records import CheckIn, Pain, Workout
from journal.storage import Change, hanging_up, open_store
from journal.storage.place import place_of
from journal.storage.restoring import restore


@pytest.fixture
def line_to(breaking_line, monkeypatch):
    """A line to a journal that is there."""
    monkeypatch.setattr(hanging_up, "PAUSES", (0.0, 0.0, 0.0))
    open_store(breaking_line.url).close()
    return breaking_line


@pytest.fixture
def store(line_to):
    """That journal, opened over the line."""
    with open_store(line_to.url) as opened:
        yield opened


@pytest.fixture
def hang_up(server_url):
    """`hang_up("name")` lets the server end the connections of the application of that name."""
    ended = text(
        "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE application_name = :name"
    )
    engine = create_engine(server_url)

    def hang_up(name):
        with engine.connect() as connection:
            assert all(connection.scalars(ended, {"name": name}).all())

    yield hang_up
    engine.dispose()


EVERY_VERB = {
    "record": lambda store, pain, now: store.record([pain("19:00", "hip", 2)], now=now),
    "change": lambda store, pain, now: store.change(
        [Change(None, pain("19:00", "hip", 2))], now=now, verb="edit"
    ),
    "undo": lambda store, pain, now: store.undo(now=now),
    "import": lambda store, pain, now: store.bring_in(
        [pain("19:00", "hip", 2)], now=now, source="test", file="a"
    ),
    "remember": lambda store, pain, now: store.remember("water 300"),
    "draft": lambda store, pain, now: store.keep_draft("one", "{}"),
}


@pytest.mark.parametrize("verb", EVERY_VERB)
@pytest.mark.parametrize(
    ("words", "heard"),
    [(b"BEGIN", False), (b"pg_advisory_xact_lock", False), (b"COMMIT", False), (b"COMMIT", True)],
    ids=["before", "in its turn", "before the commit", "after the commit"],
)
def test_a_verb_is_done_once_whenever_the_line_breaks(
    store, line_to, server_url, everything, pain, now, verb, words, heard
):
    store.record([pain("18:00", "knee", 4)], now=now)
    with open_store(server_url) as direct:
        before = everything(direct), direct.lines(), direct.drafts()
        line_to.cut_at(words, heard=heard)
        made = line_to.connections
        EVERY_VERB[verb](store, pain, now)
        assert line_to.connections > made
        after = everything(direct), direct.lines(), direct.drafts()
        assert after != before
        if verb in ("record", "change", "import"):
            assert [one.region for one in direct.rows(Pain)] == ["knee", "hip"]
            direct.undo(now=now)
            assert (everything(direct), direct.lines(), direct.drafts()) == before
        elif verb == "undo":
            assert direct.rows(Pain) == []
            direct.redo(now=now)
            assert everything(direct) == before[0]


@pytest.mark.parametrize("heard", [False, True])
def test_what_is_added_to_is_added_to_once(store, line_to, line, now, heard):
    store.record([line("18:00", "squat 5 100")], now=now)
    line_to.cut_at(b"COMMIT", heard=heard)
    (recorded,) = store.record([line("18:05", "squat 5 110")], now=now)
    assert recorded.joined
    (session,) = store.sessions()
    assert [one.weight_kg for one in session.sets] == [100, 110]


def test_a_connection_that_the_server_ended_is_not_noticed(server_url, hang_up, pain, now):
    name = make_url(server_url).query["options"][-40:]
    with open_store(f"{server_url}&application_name={name}") as store:
        store.record([pain("18:00", "knee", 4)], now=now)
        assert len(store.rows(Pain)) == 1
        version = store.data_version()
        hang_up(name)
        assert len(store.rows(Pain)) == 1
        assert store.data_version() == version
        hang_up(name)
        store.record([pain("19:00", "hip", 4)], now=now)
        assert len(store.rows(Pain)) == 2
        assert store.data_version() != version


def test_what_is_acknowledged_is_on_the_disk_of_a_server_that_would_not_wait_for_it(server_url):
    with open_store(f"{server_url}%20-csynchronous_commit%3Doff") as store:
        asked = text("SHOW synchronous_commit")
        assert store._read(lambda connection: connection.scalar(asked)) == "off"
        assert store._write(lambda step: step.connection.scalar(asked)) == "on"


def test_a_line_that_stays_cut_is_one_sentence_and_nothing_is_written(store, line_to, server_url, pain, now):
    entry = pain("18:00", "knee", 4)
    line_to.cut_at(b"pg_advisory_xact_lock", times=9)
    with pytest.raises(
        CouldNot, match="connection to the server was lost, and nothing was written; try again"
    ):
        store.record([entry], now=now)
    line_to.cut_at(b"", times=0)
    with open_store(server_url) as direct:
        assert direct.is_empty()
    store.record([entry], now=now)
    assert store.rows(Pain) == [entry]


def test_a_server_that_is_gone_is_one_sentence_and_is_found_again(store, line_to, pain, now):
    line_to.answers = False
    line_to.cut()
    with pytest.raises(
        CouldNot, match="connection to the server was lost, and nothing was written; try again"
    ):
        store.record([pain("18:00", "knee", 4)], now=now)
    with pytest.raises(CouldNot, match="the server cannot be reached"):
        store.rows(Pain)
    with pytest.raises(CouldNot, match="the server cannot be reached"):
        open_store(line_to.url)
    line_to.answers = True
    store.record([pain("18:00", "knee", 4)], now=now)
    assert len(store.rows(Pain)) == 1


def test_when_nobody_can_know_whether_it_was_kept_that_is_said(store, line_to, pain, now):
    entry = pain("18:00", "knee", 4)
    store.remember("water 300")
    line_to.cut_at(b"COMMIT", heard=True)
    line_to.answers = False
    with pytest.raises(
        CouldNot, match="while this was being written, and it is not known whether it was kept: look when"
    ) as said:
        store.record([entry], now=now)
    assert "\n" not in str(said.value)
    line_to.answers = True
    assert store.rows(Pain) == [entry]


def test_a_verb_that_is_refused_is_not_tried_again(store, line_to, pain, now):
    made = line_to.connections
    entry = pain("18:00", "knee", 4)
    store.record([entry], now=now)
    with pytest.raises(Exception, match="already in the journal"):
        store.record([entry], now=now)
    assert line_to.connections <= made + 1


def test_no_sentence_holds_the_password(line_to, pain, now):
    url = line_to.url.replace("journal@", "journal:se%20cret@")
    with open_store(url) as store:
        line_to.answers = False
        line_to.cut()
        for call in (
            lambda: store.record([pain("18:00", "knee", 4)], now=now),
            lambda: store.rows(CheckIn),
            lambda: store.rows(Workout),
            lambda: open_store(url),
        ):
            with pytest.raises(CouldNot) as said:
                call()
            assert "***" in str(said.value)
            assert "cret" not in str(said.value)


@pytest.fixture
def impatient(line_to, monkeypatch):
    """The URL of that journal for programs that wait a second for a silent server, and try once.

    Not less: a server that is there may be that slow to answer where everything is tested at the same time.
    """
    monkeypatch.setattr(hanging_up, "ENOUGH", 0)
    return f"{line_to.url}&tcp_user_timeout=1000&connect_timeout=2"


@pytest.mark.parametrize("words", [b"pg_advisory_xact_lock", b"INSERT INTO steps", b"COMMIT"])
@pytest.mark.parametrize("heard", [False, True])
def test_a_connection_that_fell_silent_is_left_and_the_verb_done_once(
    line_to, server_url, impatient, monkeypatch, pain, now, words, heard
):
    monkeypatch.setattr(hanging_up, "ENOUGH", 60)
    with open_store(impatient) as store:
        line_to.cut_at(words, heard=heard, silently=True)
        store.record([pain("18:00", "knee", 4)], now=now)
    with open_store(server_url) as direct:
        assert len(direct.rows(Pain)) == 1
        assert len([direct.undo(now=now), direct.undo(now=now)]) == 2
        assert direct.is_empty()


def test_a_connection_that_fell_silent_is_left_and_read_again(line_to, impatient):
    with open_store(impatient) as store:
        line_to.cut_at(b"pain", silently=True)
        assert store.rows(Pain) == []


def test_a_silent_network_is_one_sentence_within_the_time_that_the_url_gives(line_to, impatient, pain, now):
    with open_store(impatient) as store:
        store.record([pain("18:00", "knee", 4)], now=now)
        line_to.silent = True
        with pytest.raises(CouldNot, match="was lost, and nothing was written; try again when it is back"):
            store.record([pain("19:00", "hip", 4)], now=now)
        with pytest.raises(CouldNot, match="the server does not answer; look whether the network") as said:
            store.rows(Pain)
        assert "\n" not in str(said.value)
        line_to.silent = False
        assert len(store.rows(Pain)) == 1


def test_a_journal_is_not_opened_over_a_silent_network(line_to, impatient):
    line_to.silent = True
    with pytest.raises(CouldNot, match="the server does not answer; look whether the network"):
        open_store(impatient)


def test_a_program_that_vanished_in_its_turn_keeps_nobody_from_writing(
    line_to, impatient, server_url, pain, now
):
    with open_store(impatient) as store, open_store(server_url) as other:
        line_to.cut_at(b"COMMIT", silently=True, times=9)
        with pytest.raises(CouldNot, match="it is not known whether it was kept"):
            store.record([pain("18:00", "knee", 4)], now=now)
        other.record([pain("19:00", "hip", 4)], now=now)
        assert [one.region for one in other.rows(Pain)] == ["hip"]


@pytest.mark.parametrize("words", [b"DELETE FROM", b"INSERT INTO steps", b"COMMIT"])
@pytest.mark.parametrize("heard", [False, True])
def test_a_backup_is_restored_once_whenever_the_line_breaks(
    line_to, server_url, tmp_path, everything, pain, now, words, heard
):
    with open_store(server_url) as direct:
        direct.record([pain("18:00", "knee", 4)], now=now)
        direct.backup(tmp_path / "copy.db")
        wanted = everything(direct)
        direct.record([pain("19:00", "hip", 2)], now=now)
        line_to.cut_at(words, after=b"DELETE FROM", heard=heard)
        made = line_to.connections
        done = restore(place_of(line_to.url), tmp_path / "copy.db", now=now, folder=tmp_path)
        assert line_to.connections > made + 1
        assert everything(direct) == wanted
    with open_store(str(done.kept)) as kept:
        assert [one.region for one in kept.rows(Pain)] == ["knee", "hip"]
    assert {one.name for one in tmp_path.glob("*.db")} == {"copy.db", done.kept.name}


def test_a_restore_that_cannot_be_finished_changes_nothing_and_says_so(
    line_to, server_url, tmp_path, everything, pain, now
):
    with open_store(server_url) as direct:
        direct.record([pain("18:00", "knee", 4)], now=now)
        direct.backup(tmp_path / "copy.db")
        direct.record([pain("19:00", "hip", 2)], now=now)
        before = everything(direct)
        line_to.cut_at(b"INSERT INTO steps", times=9)
        with pytest.raises(CouldNot, match="was lost, and nothing was written; try again"):
            restore(place_of(line_to.url), tmp_path / "copy.db", now=now, folder=tmp_path)
        assert everything(direct) == before


@pytest.mark.parametrize("words", [b"pg_tables", b"CREATE TABLE", b"CREATE INDEX", b"COMMIT"])
@pytest.mark.parametrize("heard", [False, True])
def test_a_journal_is_made_although_the_line_breaks(breaking_line, words, heard):
    breaking_line.cut_at(words, after=b"pg_tables", heard=heard)
    with open_store(breaking_line.url) as store:
        assert store.is_empty()


def test_what_another_restored_is_noticed(server_url, tmp_path, pain, now):
    with open_store(str(tmp_path / "file.db")) as file:
        file.bring_in([pain("18:00", "knee", 4)], now=now, source="test", file="")
        file.backup(tmp_path / "copy.db")
    with open_store(server_url) as store:
        for _ in range(2):
            before = store.data_version()
            restore(place_of(server_url), tmp_path / "copy.db", now=now, folder=tmp_path)
            assert store.data_version() != before
            assert len(store.rows(Pain)) == 1


def test_a_database_that_cannot_hold_every_letter_is_refused(server_url):
    name = f"latin_{uuid4().hex}"
    engine = create_engine(server_url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        latin = f"CREATE DATABASE {name} ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0"
        connection.execute(text(latin))
        try:
            url = make_url(server_url).set(database=name, query={}).render_as_string(False)
            with pytest.raises(CouldNot, match="the encoding of the database is LATIN1; make one with UTF8"):
                open_store(url)
        finally:
            connection.execute(text(f"DROP DATABASE {name}"))
    engine.dispose()


@pytest.mark.parametrize(
    "written", ["?password=s3cret", "?sslmode=prefer&password=s3cret", "?sslpassword=s3cret"]
)
def test_a_password_among_the_parameters_is_not_told_either(written):
    with pytest.raises(CouldNot, match="the server cannot be reached") as said:
        open_store(f"postgresql://me@127.0.0.1:9/x{written}")
    assert "s3cret" not in str(said.value)
    with pytest.raises(Refused) as refused:
        open_store(f"mysql://me@127.0.0.1:9/x{written}")
    assert "s3cret" not in str(refused.value)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"database": "no_such_database"}, "the server has no such database or user"),
        ({"username": "no_such_user"}, "the server has no such database or user"),
        ({"query": {"sslmode": "require"}}, "the server does not encrypt, as sslmode"),
    ],
)
def test_a_server_that_lets_nobody_in_is_told_with_the_reason(server_url, changes, said):
    with pytest.raises(CouldNot, match=said):
        open_store(make_url(server_url).set(**changes).render_as_string(False))
