"""The SQLite or PostgreSQL file behind the journal: the only room that opens a transaction.

What stands here is loaded when it is first asked for: who only reads a file does without SQLAlchemy.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from journal.storage.by_exercise import Use
    from journal.storage.migrate import NoJournal
    from journal.storage.results import Batch, Brought, Change, Recorded, Rows, Snapshot, Step, TakenBack
    from journal.storage.searching import Found
    from journal.storage.store import Store, open_store

__all__ = [
    "Batch",
    "Brought",
    "Change",
    "Found",
    "NoJournal",
    "Recorded",
    "Rows",
    "Snapshot",
    "Step",
    "Store",
    "TakenBack",
    "Use",
    "open_store",
]

_ELSEWHERE = {
    "Found": "searching",
    "NoJournal": "migrate",
    "Store": "store",
    "Use": "by_exercise",
    "open_store": "store",
}
"""The modules of what does not come from `results`."""


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{_ELSEWHERE.get(name, 'results')}"), name)
