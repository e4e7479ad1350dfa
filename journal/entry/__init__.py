"""Quick entry: a line of text becomes entries, and entries become the same text.

The grammar of `journal log`, `journal check` and the entry bar of the screen.  Nothing is guessed: a line with a
doubt in it is refused with a sentence that says the doubt.
"""

from journal.entry.completion import complete
from journal.entry.doubt import NotUnderstood, Understood
from journal.entry.echo import say
from journal.entry.hiding import hides
from journal.entry.line import parse
from journal.entry.spelling import spell
from journal.entry.writer import Writer

__all__ = ["NotUnderstood", "Understood", "Writer", "complete", "hides", "parse", "say", "spell"]
