"""A journal in a folder of its own, and files that come into it as a command or a screen would bring them."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, tzinfo
from pathlib import Path

import pytest

from journal.importing.arrivals import Arrivals
from journal.importing.asked import Asked
from journal.importing.result import Result
from journal.storage import Store, open_store
from journal.vocabulary import MassUnit


@dataclass(frozen=True)
class Here:
    """The open journal, as the importing room wants it."""

    store: Store
    zone: tzinfo = UTC
    now: datetime = datetime(2026, 11, 22, 20, tzinfo=UTC)

    def made(self) -> Store:
        return self.store


@pytest.fixture
def here(new_journal):
    with open_store(new_journal()) as store:
        yield Here(store)


@pytest.fixture
def bring(here, tmp_path):
    """`bring(name, text, ...)` writes files and imports them in one call; the last one's result comes back."""

    def bring(*files: str, **asked) -> Result:
        paths = []
        for name, text in zip(files[::2], files[1::2], strict=True):
            path = Path(tmp_path / name)
            path.write_text(text, encoding="utf-8")
            paths.append(path)
        wanted = replace(Asked(weight_unit=MassUnit.KG), **asked)
        return Arrivals(here, wanted).bring(paths, lambda: None)[-1]

    return bring
