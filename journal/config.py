"""Where things live, and the settings that the user writes into one TOML file.

The program only ever reads that file; what it learns or asks is kept in the journal itself.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from journal.errors import Refused

NAME = "journal"


@dataclass(frozen=True, slots=True)
class Settings:
    """What the settings file says; an empty file means these values."""

    theme: str = ""
    """Name of the colour theme; "" = the program's own."""
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
    import tomllib  # most commands never read the settings

    path = path or settings_file()
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
    unknown = sorted(set(written) - {"theme", "rules"})
    if unknown:
        raise Refused(f"{path}: {unknown[0]!r} is no setting; there is: theme, rules.")
    theme = written.get("theme", "")
    if not isinstance(theme, str):
        raise Refused(f"{path}: theme needs the name of a theme in quotes.")
    rules = written.get("rules", {})
    if not isinstance(rules, dict):
        raise Refused(f"{path}: rules needs a table for each rule, such as [rules.pain-past-72h].")
    return Settings(theme=theme, rules=rules)
