"""What holds for all tests: where their journals lie, and what is left out on a server.

`JOURNAL_TEST_POSTGRES` names a PostgreSQL server; the tests of the storage then use files and that server.  With
`JOURNAL_TEST_ON=postgresql` the journals of all other tests lie there too, each in a schema of its own, and only the
tests that open a journal run.
"""

import gc
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from breaking_line import BreakingLine
from schemas import Schemas

SERVER, ON = "JOURNAL_TEST_POSTGRES", "JOURNAL_TEST_ON"
MEMORY, ENOUGH_BYTES = Path("/dev/shm"), 4 << 30  # noqa: S108 - pytest makes folders of its own there

# The screens' tests make and drop whole applications: at Python's own pace, the search for circles among their
# objects would take a fifth of the time.
gc.set_threshold(200_000, 50, 100)


def pytest_configure(config: pytest.Config) -> None:
    _write_to_memory(config)
    config.addinivalue_line("markers", "of_files(why): about journals that are files; left out on a server")
    if os.environ.get(ON, "") not in ("", "postgresql"):
        raise pytest.UsageError(f"{ON}={os.environ[ON]}: it may be postgresql, or unset")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """`-n auto`: half as many again as processors, as some tests wait for a disk, a server or another process."""
    return (os.cpu_count() or 2) * 3 // 2


def _write_to_memory(config: pytest.Config) -> None:
    """Let the files of the tests lie in memory where there is enough: no test takes the power away.

    Every entry that is acknowledged waits for the disk, and a disk that eight processes wait for is what the tests
    would wait for most.  So does what the program itself writes for a moment.  `--basetemp` has the files of the
    tests lie elsewhere.
    """
    if config.option.basetemp is None and os.access(MEMORY, os.W_OK) and _free_bytes(MEMORY) > ENOUGH_BYTES:
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))
        os.environ.setdefault("TMPDIR", str(MEMORY))
        tempfile.tempdir = None  # pytest itself has asked for it already, and the answer was kept


def _free_bytes(folder: Path) -> int:
    return shutil.disk_usage(folder).free


def pytest_collection_finish() -> None:
    """Leave what is there for the whole run out of every later search for circles: 11,000 tests and all modules."""
    gc.freeze()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """On a server, keep what opens a journal, and skip what is about files."""
    if not on_server():
        return
    kept = [item for item in items if "new_journal" in getattr(item, "fixturenames", ())]
    config.hook.pytest_deselected(items=[item for item in items if item not in set(kept)])
    items[:] = kept
    for item in kept:
        about = item.get_closest_marker("of_files")
        if about is not None:
            item.add_marker(pytest.mark.skip(reason=f"of files: {about.args[0]}"))


def on_server() -> bool:
    """Whether the journals of the tests are to lie on the server."""
    return bool(os.environ.get(ON))


@pytest.fixture(scope="session")
def server() -> Iterator[Schemas]:
    """The PostgreSQL server of the tests; without one the test is skipped, and says so."""
    if not os.environ.get(SERVER):
        pytest.skip(f"{SERVER} names no PostgreSQL server")
    schemas = Schemas(os.environ[SERVER])
    yield schemas
    schemas.close()


@pytest.fixture
def server_url(server: Schemas) -> Iterator[str]:
    """The URL of an empty schema of the server."""
    yield server.new()
    server.drop()


@pytest.fixture
def breaking_line(server_url: str) -> Iterator[BreakingLine]:
    """A line to an empty schema of the server that can be cut; its `url` leads through it."""
    line = BreakingLine(server_url)
    yield line
    line.close()


@pytest.fixture
def new_journal(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Callable[..., str]]:
    """`new_journal("name")`: a place where there is no journal yet, the path of a file or the URL of a server.

    With `made=True` an empty journal lies there.
    """
    if on_server():
        schemas = request.getfixturevalue("server")
        yield lambda name="journal", *, made=False: schemas.new(journal=made)
        schemas.drop()
        return

    def file(name: str = "journal", *, made: bool = False) -> str:
        if made:
            shutil.copy(request.getfixturevalue("empty_journal"), tmp_path / f"{name}.db")
        return str(tmp_path / f"{name}.db")

    yield file


@pytest.fixture(scope="session")
def empty_journal(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A journal that was made once; tests work on copies."""
    from journal.storage import open_store

    path = tmp_path_factory.mktemp("empty") / "journal.db"
    open_store(str(path)).close()
    return path
