"""What a key is called in a sentence: the one that is bound, whatever the writer chose in the settings."""

import re

from textual.binding import Binding
from textual.dom import DOMNode

from journal.tui.keys import KEYS


def key_of(node: DOMNode, id: str) -> str:  # noqa: A002
    """The first key of that id as it is bound in the application of `node`, by the name that stands on it."""
    # A part that is shown by another application, as in a test, has the keys of the table.
    moved = getattr(node.app, "keys", {})
    key = moved.get(id, KEYS[id].keys).partition(",")[0]
    return node.app.get_key_display(Binding(key, ""))


def with_keys(node: DOMNode, words: str) -> str:
    """Our own words with the keys in them: `{undo}` becomes u, or what the writer chose for it."""
    return re.sub(r"\{(\w+)\}", lambda found: key_of(node, found[1]), words)
