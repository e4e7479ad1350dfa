"""Where things live, and the settings that the user writes into one TOML file.

The program only ever reads that file; what it learns or asks is kept in the journal itself.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from journal.errors import Refused

NAME = "journal"

MOTIONS = ("full", "reduced")
"""How much may move on the screen; `reduced`: nothing slides, blinks or turns."""


_BACKUPS = ("folder", "daily", "weekly", "monthly")
"""What can be said of backups."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What the settings file says; an empty file means these values."""

    theme: str = ""
    """Name of the colour theme; "" = the program's own."""
    keys: Mapping[str, str] = field(default_factory=dict)
    """The writer's own keys as they are written: id of a key -> keys, to be checked by the table of keys."""
    motion: str = "full"
    """How much may move on the screen: one of `MOTIONS`."""
    backups: Mapping[str, Any] = field(default_factory=dict)
    """Where copies of the journal are kept (`folder`) and how many of them (`daily`, `weekly`, `monthly`)."""
    rules: Mapping[str, Any] = field(default_factory=dict)
    """The writer's own thresholds as they are written: rule -> setting -> value, to be checked by the rule book."""


def default_url() -> str:
    """The journal that is opened when none is named: `JOURNAL_DB`, else `journal.db` in the data folder."""
    named = os.environ.get("JOURNAL_DB", "")
    return named or str(data_folder() / "journal.db")


def data_folder() -> Path:
    """The user's data folder for the journal."""
    from platformdirs import user_data_path

    return user_data_path(NAME, appauthor=False)


def settings_file() -> Path:
    """The settings file, whether it is there or not."""
    from platformdirs import user_config_path

    return user_config_path(NAME, appauthor=False) / "settings.toml"


def settings(path: Path | None = None) -> Settings:
    """The settings; `Refused` names the file and what is wrong in it."""
    path = path or settings_file()
    if not path.exists():
        return Settings()
    import tomllib  # most people have no settings

    try:
        written = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Settings()
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise Refused(f"{path} is not a TOML file: {error}.") from None
    except OSError as error:
        raise Refused(f"{path} cannot be read: {error.strerror}.") from None
    return _checked(written, path)


def _checked(written: Mapping[str, Any], path: Path) -> Settings:
    """The settings in their form; that a theme, a key or a rule is one is known only to what they set."""
    known = [one.name for one in fields(Settings)]
    unknown = sorted(set(written) - set(known))
    if unknown:
        raise Refused(f"{path}: {unknown[0]!r} is no setting; there is: {', '.join(known)}.")
    theme = written.get("theme", "")
    if not isinstance(theme, str):
        raise Refused(f"{path}: theme needs the name of a theme in quotes.")
    motion = written.get("motion", MOTIONS[0])
    if motion not in MOTIONS:
        raise Refused(f"{path}: motion is {' or '.join(MOTIONS)}, not {motion!r}.")
    rules = written.get("rules", {})
    if not isinstance(rules, dict):
        raise Refused(f"{path}: rules needs a table for each rule, such as [rules.pain-past-72h].")
    return Settings(
        theme=theme,
        keys=_keys(written.get("keys", {}), path),
        motion=motion,
        backups=_backups(written.get("backups", {}), path),
        rules=rules,
    )


def _backups(written: object, path: Path) -> Mapping[str, Any]:
    example = 'a table [backups] with lines such as folder = "/mnt/disk" or daily = 7'
    if not isinstance(written, dict):
        raise Refused(f"{path}: backups needs {example}.")
    for name, value in written.items():
        if name not in _BACKUPS:
            raise Refused(f"{path}: backups.{name} is no setting; there is: {', '.join(_BACKUPS)}.")
        fits = (
            isinstance(value, str) and _is_whole_path(value)
            if name == "folder"
            else type(value) is int and 0 <= value <= 999
        )
        if not fits:
            needs = (
                "the whole path of a folder in quotes" if name == "folder" else "a whole number from 0 to 999"
            )
            raise Refused(f"{path}: backups.{name} needs {needs}.")
    return written


def _is_whole_path(text: str) -> bool:
    """Whether a path means the same folder wherever the program is called."""
    return text.startswith("~") or Path(text).is_absolute()


def _keys(written: object, path: Path) -> Mapping[str, str]:
    example = 'a table [keys] with lines such as drink = "o" or drink = "o,ctrl+o"'
    if not isinstance(written, dict):
        raise Refused(f"{path}: keys needs {example}.")
    for name, keys in written.items():
        if not isinstance(keys, str):
            raise Refused(f"{path}: keys.{name} needs its keys in quotes: keys is {example}.")
    return written
