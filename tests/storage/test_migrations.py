"""The schema: one that the migrations and the tables agree on, and the way from an old one to it."""

import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text

from journal.errors import CouldNot
from journal.records import Pain, Workout
from journal.storage import migrate, open_store
from journal.storage.migrate import History, prepare, run_migrations
from journal.storage.place import migration_engine, place_of, transaction
from journal.storage.schema import HEAD, KNOWN, create_schema, file_revision

TOP = Path(migrate.__file__).parents[2]

REVISION = """
import sqlalchemy as sa
from alembic import op

revision, down_revision, branch_labels, depends_on = "9999", "{head}", None, None


def upgrade():
    with op.batch_alter_table("workouts") as table:
        table.add_column(sa.Column("mood", sa.Integer))
        table.create_check_constraint("ck_workouts_mood", "mood BETWEEN 1 AND 5")
    {more}
"""


@pytest.fixture
def history(tmp_path):
    """A future in which a column was added to `workouts`: `history("more")` runs that line at its end."""

    def history(more=""):
        folder = tmp_path / "100% new"
        shutil.copytree(TOP / "migrations", folder, ignore=shutil.ignore_patterns("__pycache__"))
        (folder / "versions" / "9999_mood.py").write_text(REVISION.format(head=HEAD, more=more))
        return History("9999", KNOWN | {"9999"}, folder)

    return history


@pytest.fixture
def filled(url, line, pain, now):
    """A journal of the present schema, with rows that point to workouts."""
    session = line("18:00", "squat 5 100", "squat 5 100")
    with open_store(url) as store:
        store.record([session, pain("18:30", "knee", 4, workout_id=session.workout.id)], now=now)
    return url


def _schema(connection):
    return connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_master").fetchall()


def test_a_new_journal_has_the_schema_of_the_migrations_to_the_byte(tmp_path):
    with transaction(migration_engine(place_of(str(tmp_path / "made.db")))) as connection:
        create_schema(connection)
    with transaction(migration_engine(place_of(str(tmp_path / "migrated.db")))) as connection:
        run_migrations(connection, History())
    schemas = []
    for name in ("made.db", "migrated.db"):
        with closing(sqlite3.connect(tmp_path / name)) as connection:
            schemas.append(_schema(connection))
            assert connection.execute("SELECT * FROM alembic_version").fetchall() == [(HEAD,)]
    assert schemas[0] == schemas[1]
    assert len(schemas[0]) > 40


ON_A_SERVER = [
    """SELECT table_name, column_name, ordinal_position, data_type, is_nullable, column_default, collation_name
       FROM information_schema.columns WHERE table_schema = current_schema() ORDER BY 1, 3""",
    """SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint
       WHERE connamespace = current_schema()::regnamespace ORDER BY 1, 2""",
    """SELECT tablename, indexname, replace(indexdef, current_schema(), '') FROM pg_indexes
       WHERE schemaname = current_schema() ORDER BY 1, 2""",
]


def test_a_new_journal_of_a_server_has_the_schema_of_the_migrations(server_url):
    found = []
    for make in (create_schema, lambda connection: run_migrations(connection, History())):
        with transaction(migration_engine(place_of(server_url))) as connection:
            make(connection)
            found.append([connection.execute(text(query)).fetchall() for query in ON_A_SERVER])
            connection.rollback()
    assert found[0] == found[1]
    assert all(len(rows) > 20 for rows in found[0])


def test_head_and_known_are_those_of_the_migrations():
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(TOP / "migrations"))
    scripts = ScriptDirectory.from_config(config)
    assert scripts.get_heads() == [HEAD]
    assert {script.revision for script in scripts.walk_revisions()} == KNOWN


def _alembic(url, *commands):
    """What a developer's Alembic says to these commands, one after the other."""
    options = ["-c", str(TOP / "alembic.ini"), *(["-x", f"url={url}"] if url else [])]
    script = f"from alembic.config import main\nfor words in {commands}: main([*{options}, *words.split()])"
    return subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, cwd="/", check=False
    )


def test_the_migrations_leave_nothing_for_alembic_to_add_and_can_be_taken_back(url):
    done = _alembic(url, "upgrade head", "check", "downgrade base", "upgrade head", "check")
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("No new upgrade operations detected") == 2
    with open_store(url, create=False) as store:
        assert store.is_empty()


def test_a_developer_who_names_no_journal_is_told_how(monkeypatch):
    monkeypatch.delenv("JOURNAL_DB", raising=False)
    done = _alembic("", "upgrade head")
    assert done.returncode != 0
    assert "name a journal to run on: alembic -x url=journal.db" in done.stdout + done.stderr


def test_an_old_journal_is_brought_to_the_newest_schema_with_every_row(filled, history):
    with open_store(filled) as store:
        before = store.snapshot()
    future = history()
    prepare(place_of(filled), history=future)
    with transaction(migration_engine(place_of(filled))) as connection:
        assert connection.scalar(text("SELECT version_num FROM alembic_version")) == "9999"
        assert connection.execute(text("SELECT mood FROM workouts")).fetchall() == [(None,)]
        # With foreign keys on, copying the table of workouts would have deleted the sets that point to it.
        for name, rows in before.tables.items():
            count = connection.scalar(text(f"SELECT count(*) FROM {name}"))
            assert count == len(rows.rows), name
        assert connection.scalar(text("SELECT count(*) FROM pain WHERE workout_id IS NOT NULL")) == 1


@pytest.mark.parametrize(("revision", "new"), [("0001", ("lines", "drafts")), ("0002", ("drafts",))])
def test_a_journal_of_an_earlier_version_is_opened_with_all_that_is_in_it(filled, revision, new):
    with open_store(filled) as store:
        before = store.snapshot()
    with transaction(migration_engine(place_of(filled))) as connection:
        for table in new:
            connection.execute(text(f"DROP TABLE {table}"))
        connection.execute(text(f"UPDATE alembic_version SET version_num = '{revision}'"))
    with open_store(filled, create=False) as store:
        assert store.snapshot() == before
        assert (store.lines(), store.drafts()) == ([], {})
        store.remember("water 300")
        store.keep_draft("2026-11-22", "begun")
        assert (store.lines(), store.drafts()) == (["water 300"], {"2026-11-22": "begun"})
    if "://" not in filled:
        assert [file.name for file in (Path(filled).parent / "backups").iterdir()] == [
            f"journal-schema-{revision}.db"
        ]


def test_what_batch_changes_of_a_table_lose_is_only_what_was_meant(tmp_path, history):
    path = tmp_path / "journal.db"
    open_store(str(path)).close()
    with closing(sqlite3.connect(path)) as connection:
        before = {row[1]: row for row in _schema(connection) if row[1] != "workouts"}
    prepare(place_of(str(path)), history=history())
    with closing(sqlite3.connect(path)) as connection:
        after = {row[1]: row for row in _schema(connection) if row[1] != "workouts"}
        assert after == before
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_a_copy_of_the_old_journal_is_kept_beside_it(tmp_path, line, now, history):
    path = tmp_path / "home" / "journal.db"
    with open_store(str(path)) as store:
        store.record([line("18:00", "squat 5 100")], now=now)
        kept = store.snapshot()
    (path.parent / "backups").mkdir(mode=0o755)
    (path.parent / "backups" / f"journal-schema-{HEAD}.db").write_text("somebody else's")
    prepare(place_of(str(path)), history=history())
    copy = path.parent / "backups" / f"journal-schema-{HEAD}-2.db"
    assert {file.name for file in copy.parent.iterdir()} == {copy.name, f"journal-schema-{HEAD}.db"}
    assert copy.stat().st_mode & 0o777 == 0o600
    with open_store(str(copy), create=False) as store:
        assert store.snapshot() == kept


def test_the_folder_of_the_copies_is_for_the_user_alone(tmp_path, history):
    path = tmp_path / "journal.db"
    open_store(str(path)).close()
    prepare(place_of(str(path)), history=history())
    assert (tmp_path / "backups").stat().st_mode & 0o777 == 0o700


def test_a_journal_of_a_newer_version_is_refused_and_not_changed(filled, tmp_path, history):
    prepare(place_of(filled), history=history())
    folder = tmp_path / "journal.db"
    before = folder.read_bytes() if folder.exists() else b""
    with pytest.raises(
        CouldNot, match=r"was written by a newer version .*its schema is 9999.*nothing was changed"
    ):
        open_store(filled)
    assert (folder.read_bytes() if folder.exists() else b"") == before


def test_a_migration_that_fails_changes_nothing_and_can_be_repeated(filled, history):
    future = history("op.execute('INSERT INTO nowhere VALUES (1)')")
    with open_store(filled) as store:
        before = store.snapshot()
    with pytest.raises(CouldNot, match="nowhere"):
        prepare(place_of(filled), history=future)
    with open_store(filled) as store:
        assert store.snapshot() == before
    (future.folder / "versions" / "9999_mood.py").write_text(REVISION.format(head=HEAD, more=""))
    prepare(place_of(filled), history=future)


def test_a_migration_that_is_missing_is_told_in_one_sentence(filled, history):
    future = History("8888", KNOWN, history().folder)
    with pytest.raises(CouldNot, match=r"the schema could not be changed: .*8888"):
        prepare(place_of(filled), history=future)


def test_a_process_killed_in_the_middle_of_a_migration_leaves_the_old_journal(filled, history):
    future = history("import os, signal; os.kill(os.getpid(), signal.SIGKILL)")
    script = (
        "import sys; from pathlib import Path; from journal.storage.place import place_of;"
        "from journal.storage.migrate import KNOWN, History, prepare;"
        "prepare(place_of(sys.argv[1]), history=History('9999', KNOWN | {'9999'}, Path(sys.argv[2])))"
    )
    killed = subprocess.run([sys.executable, "-c", script, filled, str(future.folder)], check=False)
    assert killed.returncode == -9
    with open_store(filled) as store:
        assert len(store.rows(Workout)) == len(store.rows(Pain)) == 1
        assert len(store.sessions()[0].sets) == 2
    (future.folder / "versions" / "9999_mood.py").write_text(REVISION.format(head=HEAD, more=""))
    prepare(place_of(filled), history=future)
    with pytest.raises(CouldNot, match="newer"):
        open_store(filled)


def test_a_journal_with_a_row_that_points_to_nothing_is_not_migrated(tmp_path, history):
    path = tmp_path / "journal.db"
    open_store(str(path)).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("INSERT INTO open_workouts VALUES ('nobody', 0)")
        connection.commit()
    with pytest.raises(
        CouldNot, match=f"{path} is damaged: row 1 of open_workouts points to a row of workouts"
    ):
        prepare(place_of(str(path)), history=history())
    assert file_revision(path) == HEAD


def test_two_that_migrate_at_once_do_it_once(filled, history):
    future = history()
    script = (
        "import sys; from pathlib import Path; from journal.storage.place import place_of;"
        "from journal.storage.migrate import KNOWN, History, prepare;"
        "prepare(place_of(sys.argv[1]), history=History('9999', KNOWN | {'9999'}, Path(sys.argv[2])))"
    )
    running = [subprocess.Popen([sys.executable, "-c", script, filled, str(future.folder)]) for _ in range(3)]
    assert [process.wait(timeout=60) for process in running] == [0, 0, 0]
    if "://" not in filled:
        assert len(list((Path(filled).parent / "backups").iterdir())) == 1


def test_a_program_without_its_migrations_says_so(tmp_path, monkeypatch, filled):
    monkeypatch.setattr(migrate, "__file__", str(tmp_path / "a" / "b" / "migrate.py"))
    with pytest.raises(CouldNot, match="installed without its migrations"):
        prepare(place_of(filled), history=History("9999", KNOWN | {"9999"}))


def test_an_installed_program_finds_its_migrations_in_itself(tmp_path, monkeypatch):
    (tmp_path / "journal" / "_migrations").mkdir(parents=True)
    (tmp_path / "journal" / "_migrations" / "env.py").touch()
    monkeypatch.setattr(migrate, "__file__", str(tmp_path / "journal" / "storage" / "migrate.py"))
    assert migrate._shipped() == tmp_path / "journal" / "_migrations"


def test_alembic_is_not_needed_for_a_new_journal_or_one_of_the_newest_schema(tmp_path):
    script = (
        "import sys; from journal.storage import open_store;"
        "open_store(sys.argv[1]).close(); open_store(sys.argv[1]).close();"
        "print(sorted({'alembic', 'sqlalchemy.orm', 'pandas', 'textual', 'rapidfuzz', 'psycopg'} & sys.modules.keys()))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path / "journal.db")],
        capture_output=True,
        text=True,
        check=True,
    )
    assert (done.stdout, done.stderr) == ("[]\n", "")


def test_a_migration_that_fails_again_and_again_keeps_one_copy(tmp_path, history, line, now):
    path = tmp_path / "journal.db"
    with open_store(str(path)) as store:
        store.record([line("18:00", "squat 5 100")], now=now)
    future = history("op.execute('INSERT INTO nowhere VALUES (1)')")
    for _ in range(3):
        with pytest.raises(CouldNot, match="nowhere"):
            prepare(place_of(str(path)), history=future)
    assert [file.name for file in (tmp_path / "backups").iterdir()] == [f"journal-schema-{HEAD}.db"]
    with open_store(str(path)) as store:
        store.record([line("19:00", "squat 5 100")], now=now)
    with pytest.raises(CouldNot, match="nowhere"):
        prepare(place_of(str(path)), history=future)
    assert len(list((tmp_path / "backups").iterdir())) == 2


def test_whoever_only_reads_leaves_an_old_journal_as_it_is(filled, tmp_path):
    with transaction(migration_engine(place_of(filled))) as connection:
        connection.execute(text("DROP TABLE drafts"))
        connection.execute(text("UPDATE alembic_version SET version_num = '0002'"))
    with pytest.raises(
        CouldNot, match="written by an earlier version of this program, and was left as it is"
    ):
        open_store(filled, create=False, upgrade=False)
    assert not (tmp_path / "backups").exists()
    open_store(filled).close()
    open_store(filled, upgrade=False).close()
