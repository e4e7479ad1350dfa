"""The settings file: only read, and refused by name when something in it is no setting."""

from pathlib import Path

import pytest

from journal import config
from journal.errors import Refused


def test_no_file_means_the_programs_own_settings(tmp_path: Path) -> None:
    assert config.settings(tmp_path / "settings.toml") == config.Settings()


def test_a_theme_is_read(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text('theme = "journal-light"\n')
    assert config.settings(file).theme == "journal-light"


def test_what_is_said_of_rules_is_handed_on_as_it_is_written(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text("[rules.pain-past-72h]\nhours = 96\n")
    assert config.settings(file).rules == {"pain-past-72h": {"hours": 96}}


def test_own_keys_and_less_motion_are_read(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text('motion = "reduced"\n[keys]\ndrink = "o,ctrl+o"\nlog = ":"\n')
    assert config.settings(file) == config.Settings(motion="reduced", keys={"drink": "o,ctrl+o", "log": ":"})


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (b"theme = ", "is not a TOML file"),
        (b"\xff\xfe", "is not a TOML file"),
        (b"colour = 1", "'colour' is no setting; there is: theme, keys, motion, backups, rules"),
        (b"theme = 1", "theme needs the name of a theme in quotes"),
        (b'motion = "none"', "motion is full or reduced, not 'none'"),
        (b'keys = "o"', "keys needs a table [keys] with lines such as drink ="),
        (b"[keys]\ndrink = 1", "keys.drink needs its keys in quotes"),
        (b"rules = 72", "rules needs a table for each rule, such as [rules.pain-past-72h]"),
    ],
)
def test_what_is_wrong_is_said_with_the_files_name(tmp_path: Path, written: bytes, said: str) -> None:
    file = tmp_path / "settings.toml"
    file.write_bytes(written)
    with pytest.raises(Refused) as refusal:
        config.settings(file)
    assert said in str(refusal.value)
    assert str(file) in str(refusal.value)


def test_the_journal_is_the_one_that_the_environment_names(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JOURNAL_DB", "elsewhere.db")
    assert config.default_url() == "elsewhere.db"


def test_else_it_lies_in_the_data_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("JOURNAL_DB", raising=False)
    assert config.default_url() == str(config.data_folder() / "journal.db")
