"""Encrypted copies: the lines of the README as they are printed there, the way back, and what a failure leaves."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

README = Path(__file__).parents[2] / "README.md"
FIRST = "journal backup - | age"
IN_MEMORY = "/dev/shm"  # noqa: S108 - as the README says it; the tests have folders of their own


def printed(program):
    """The lines of the README that call a program, without those that ask for a passphrase."""
    block = next(text for text in README.read_text().split("```")[1::2] if FIRST in text)
    lines = [line.partition("  #")[0] for line in block.splitlines()[1:]]
    return [line for line in lines if f"{program} -" in line and "age -p" not in line]


@pytest.fixture
def filled(journal):
    assert journal("log", "pain knee left 4 // the hill", "water 250").status == 0


@pytest.fixture
def recipient(db):
    """The public key of the key in `key.txt`."""
    if shutil.which("age") is None:
        pytest.skip("there is no age here")
    subprocess.run(["age-keygen", "-o", "key.txt"], check=True, capture_output=True)
    return subprocess.run(
        ["age-keygen", "-y", "key.txt"], check=True, capture_output=True, text=True
    ).stdout.strip()


@pytest.fixture
def gpg_home(tmp_path, monkeypatch):
    """A folder of keys with one of you@example.org."""
    if shutil.which("gpg") is None:
        pytest.skip("there is no gpg here")
    home = tmp_path / "gnupg"
    home.mkdir(mode=0o700)
    monkeypatch.setenv("GNUPGHOME", str(home))
    new = ["gpg", "--batch", "--quiet", "--passphrase", "", "--quick-generate-key", "you@example.org"]
    subprocess.run([*new, "future-default", "default", "never"], check=True, capture_output=True)
    yield home
    subprocess.run(["gpgconf", "--kill", "gpg-agent"], check=False)


def test_what_age_encrypted_as_the_readme_says_comes_back(
    journal, shell, filled, content, db, tmp_path, recipient
):
    before = content(db)
    lines = [
        line.replace("age1RECIPIENT", recipient).replace(IN_MEMORY, str(tmp_path)) for line in printed("age")
    ]
    back = [line for line in lines if "journal restore" in line]
    for line in lines:
        if line not in back:
            done = shell(line)
            assert done.returncode == 0, done.stderr
    encrypted = sorted(path.name for path in Path.cwd().glob("*.age"))
    assert encrypted == ["journal.db.age", "journal.json.age"]
    assert not any(b"SQLite" in Path(name).read_bytes() for name in encrypted)
    assert shell("age -d -i key.txt journal.json.age").stdout == before
    assert journal("log", "water 500").status == 0
    assert len(back) == 1
    done = shell(back[0])
    assert done.returncode == 0, done.stderr
    assert content(db) == before
    assert not (tmp_path / "back.db").exists()


def test_what_gpg_encrypted_as_the_readme_says_comes_back(journal, shell, filled, content, db, gpg_home):
    before = content(db)
    (line,) = printed("gpg")
    assert shell(line).returncode == 0
    assert b"SQLite" not in Path("journal.db.gpg").read_bytes()
    assert shell("gpg --batch --quiet -d -o back.db journal.db.gpg").returncode == 0
    assert journal("log", "water 500").status == 0
    assert journal("restore", "back.db").status == 0
    assert content(db) == before


def _typed(line, word):
    """A line of the shell in a terminal in which every passphrase that is asked for is typed; its exit status."""
    terminal, end = os.openpty()
    # The first terminal that a new session opens is the one that its programs ask for passphrases.
    in_terminal = f"exec 3<>{os.ttyname(end)}; {line}"
    shell = subprocess.Popen(
        ["bash", "-o", "pipefail", "-c", in_terminal],
        stdin=end,
        stdout=end,
        stderr=end,
        start_new_session=True,
    )
    os.close(end)
    said, asked = b"", 0
    while True:
        try:
            said += os.read(terminal, 4096)
        except OSError:  # the terminal ends with the last program in it
            break
        if said.endswith(b": ") and said.count(b"passphrase") > asked:
            asked = said.count(b"passphrase")
            os.write(terminal, word + b"\n")
    os.close(terminal)
    return shell.wait()


def test_a_passphrase_encrypts_and_brings_back(journal, shell, filled, content, db, recipient):
    before = content(db)
    assert shell("journal backup - > plain.db").returncode == 0
    assert _typed("cat plain.db | age -p -o kept.age", b"correct horse") == 0
    assert b"SQLite" not in Path("kept.age").read_bytes()
    assert _typed("age -d -o back.db kept.age", b"wrong horse") == 1
    assert not Path("back.db").exists()
    assert _typed("age -d -o back.db kept.age", b"correct horse") == 0
    assert journal("log", "water 500").status == 0
    assert journal("restore", "back.db").status == 0
    assert content(db) == before


@pytest.mark.parametrize(
    ("why", "line"),
    [
        ("the program is not there", "journal backup - | no-such-age -e -r {} -o kept.age"),
        ("the recipient is none", "journal backup - | age -e -r age1wrong -o kept.age"),
        ("the disk is full", "journal backup - | age -e -r {} -o /dev/full"),
        (
            "the disk becomes full",
            "(ulimit -f 64; trap '' XFSZ; journal backup - | age -e -r {} -o kept.age)",
        ),
        ("there is no journal", "journal backup - --db nowhere.db | age -e -r {} -o kept.age"),
        ("there is no journal", "journal export - --format json --db nowhere.db | age -e -r {} -o kept.age"),
    ],
)
def test_what_fails_on_either_side_fails_the_line_and_leaves_nothing_that_could_be_restored(
    journal, shell, filled, content, db, recipient, why, line
):
    before = content(db)
    done = shell(line.format(recipient))
    assert done.returncode != 0, why
    assert done.stderr, why
    if Path("kept.age").exists():
        shell("age -d -i key.txt -o back.db kept.age")
        assert journal("restore", "back.db").status == 2
        assert content(db) == before
