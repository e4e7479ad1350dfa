"""What only a process of its own can show: pipes, exit status, encodings, terminals, and what is loaded when."""

import json
import os
import pty
import signal
import subprocess
import sys

import pytest

PROGRAM = [sys.executable, "-m", "journal"]


@pytest.fixture
def program(db):
    """Runs the program with a shell's redirections: `program("today >&-")`."""
    root = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))  # noqa: PTH100, PTH120
    environment = {**os.environ, "PYTHONPATH": root}
    # What a stream keeps back is written, and fails, once more at the end: not so where nothing is kept back.
    for name in ("PYTHONIOENCODING", "PYTHONUNBUFFERED"):
        environment.pop(name, None)

    def program(call, **more):
        line = f'"{sys.executable}" -m journal {call}'
        return subprocess.run(
            ["bash", "-c", line],
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            env={**environment, **more},
            check=False,
        )

    return program


@pytest.fixture
def modules(db):
    """The modules that are loaded when a call prints its first line, by a hook in the process."""

    def modules(*arguments):
        script = (
            "import sys\n"
            "from journal.cli import output\n"
            "first = output.tell\n"
            "def tell(*given, **named):\n"
            "    sys.stderr.write(' '.join(sys.modules)); sys.stderr.flush()\n"
            "    import os; os._exit(0)\n"
            "output.tell = tell\n"
            "from journal.cli import run\n"
            f"run({list(arguments)!r})\n"
        )
        done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
        return set(done.stderr.split())

    return modules


def test_the_acknowledgement_comes_before_anything_is_computed(modules):
    loaded = modules("log", "pain lower back left 4")
    assert not loaded & {"pandas", "numpy", "typer", "alembic", "textual", "journal.analysis.flags"}
    assert "journal.interchange" not in loaded


def test_the_acknowledgement_is_out_while_the_rest_is_still_being_computed(db):
    """Whoever reads only the first line of the pipe has the entry's id, and the entry is in the journal."""
    with subprocess.Popen([*PROGRAM, "log", "pain lower back left 6"], stdout=subprocess.PIPE) as running:
        first = running.stdout.readline()
        running.send_signal(signal.SIGKILL)
    assert first.startswith(b"Recorded lower back, left: 6  [pain ")
    assert first.endswith(b"]\n")
    done = subprocess.run(
        [*PROGRAM, "export", "all.json", "--format", "json"], check=True, capture_output=True
    )
    assert done.stdout == b"Exported to all.json.\n"
    with open("all.json") as file:  # noqa: PTH123
        [pain] = json.load(file)["tables"]["pain"]
    assert pain["id"].encode() in first


def test_the_document_s_first_part_is_out_before_anything_is_computed(db):
    with subprocess.Popen(
        [*PROGRAM, "log", "pain lower back left 6", "--format", "json"], stdout=subprocess.PIPE
    ) as running:
        first = running.stdout.read(14)
        rest = running.stdout.read()
    assert first == b'{"recorded": ['
    assert json.loads(first + rest)["questions"]


def test_without_a_command_no_command_framework_is_loaded(db):
    script = (
        "import sys\n"
        "from journal.cli import terminal\n"
        "terminal.open_terminal = lambda url: print(' '.join(sys.modules)) or 0\n"
        "from journal.__main__ import main\n"
        "sys.argv = ['journal']\n"
        "main()\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert not set(done.stdout.split()) & {"typer", "sqlalchemy", "pandas", "rich"}


@pytest.mark.parametrize(
    "call", ["log water", "today", "rules", "--help", "today --help", "flags --format json"]
)
def test_a_reader_that_goes_away_is_no_error(program, call):
    done = program(f'{call} | true; echo "${{PIPESTATUS[0]}}"')
    assert done.stdout == "0\n"
    assert done.stderr.replace("There is no journal at", "").count("\n") <= 1
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("call", ["log water", "imports", "--help"])
def test_a_closed_standard_output_is_no_error(program, call):
    assert program(f"{call} >&-").returncode == 0


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no /dev/full here")  # noqa: PTH110
@pytest.mark.parametrize("call", ["imports", "--help", "imports --format json"])
def test_a_full_disk_behind_standard_output_is_one_sentence(program, call):
    done = program(f"{call} --db new.db > /dev/full" if call != "--help" else f"{call} > /dev/full")
    assert done.returncode == 1
    assert "No space left" in done.stderr.splitlines()[-1]
    assert "Exception ignored" not in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no /dev/full here")  # noqa: PTH110
def test_an_entry_whose_acknowledgement_is_lost_is_said_to_be_recorded(program):
    done = program("log water > /dev/full")
    assert done.returncode == 1
    assert done.stderr.startswith("it is recorded, but ")
    assert "water" in program("undo").stdout


def test_a_refusal_with_a_closed_standard_error_keeps_its_status(program):
    assert program("log pain back 4 2>&-").returncode == 2
    assert program("log pain back 4 >&- 2>&-").returncode == 2


@pytest.mark.parametrize(
    "locale",
    [
        {"LC_ALL": "C"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONIOENCODING": "latin-1"},
    ],
)
def test_every_locale_can_log_and_read(program, locale):
    done = program("log squat 2x5 100kg // grüße 中文 --format json", **locale)
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["recorded"][0]["note"] == "grüße 中文"
    assert program("undo", **locale).returncode == 0


def test_ctrl_c_is_one_word_and_no_traceback(db):
    script = (
        "from journal.cli import output\n"
        "def tell(*given, **named): raise KeyboardInterrupt\n"
        "output.tell = tell\n"
        "import sys\n"
        "from journal.cli import run\n"
        "sys.exit(run(['rules']))\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (1, "Stopped.\n")


def test_a_fault_of_the_program_is_one_sentence_and_its_trace_is_for_those_who_ask(db):
    script = (
        "import sys\n"
        "from journal import cli\n"
        "def run(arguments): raise RuntimeError('odd\\x1b[31m')\n"
        "cli.run = run\n"
        "from journal.__main__ import main\n"
        "sys.argv = ['journal', 'today']\n"
        "main()\n"
    )
    for asked in (False, True):
        environment = {**os.environ, **({"JOURNAL_TRACE": "1"} if asked else {})}
        done = subprocess.run(
            [sys.executable, "-c", script], capture_output=True, text=True, check=False, env=environment
        )
        assert done.returncode == 1
        assert ("Traceback" in done.stderr) is asked
        if not asked:
            assert done.stderr.startswith("The program is at fault (RuntimeError: odd")
            assert "\x1b" not in done.stderr


def _on_a_terminal(*arguments, **environment):
    """What the program writes to a terminal, and its exit status."""
    child, terminal = pty.fork()
    if child == 0:
        os.environ.update(environment)
        os.execv(sys.executable, [*PROGRAM, *arguments])  # noqa: S606 - the program under test
    seen = b""
    while True:
        try:
            more = os.read(terminal, 65536)
        except OSError:
            break
        if not more:
            break
        seen += more
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    os.close(terminal)
    return seen.decode(), status


@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
def test_flags_have_colour_on_a_terminal_that_wants_it(log):
    log("symptom saddle-numbness yes", "2024-03-06T19:00")
    call = ("flags", "--as-of", "2024-03-06T20:00")
    assert "\x1b[1;91m‼ URGENT" in _on_a_terminal(*call)[0]
    assert "\x1b" not in _on_a_terminal(*call, NO_COLOR="1")[0]


@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
def test_an_import_shows_a_bar_on_a_terminal_only(program, strong):
    call = ("import", strong("one.csv", "05, Squat (Barbell), 1, 100, 5"), "--weight-unit", "kg")
    assert "100%" in _on_a_terminal(*call)[0]
    assert "100%" not in _on_a_terminal(*call, "--quiet")[0]
    piped = program(" ".join(call))
    assert (piped.stderr, "100%" in piped.stdout) == ("", False)


@pytest.mark.parametrize("redirected", ["</dev/null", "<&-", "2>&1 | cat"])
def test_the_screens_are_refused_where_there_is_no_terminal(program, redirected):
    done = program(f"{redirected}")
    assert "the screens need a terminal on the standard input" in done.stdout + done.stderr
    assert len((done.stdout + done.stderr).splitlines()) == 1
    if "|" not in redirected:
        assert done.returncode == 2
