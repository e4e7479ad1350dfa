"""Files in and out: the journal's own CSV and JSON, and the exports of other programs."""

from journal.interchange.imported import Imported, Problem, Skipped

__all__ = ["Imported", "Problem", "Skipped"]
