"""The SQLite or PostgreSQL file behind the journal: the only room that opens a transaction."""

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
