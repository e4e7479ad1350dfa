"""What the empty entry bar says: how to write, which depends on where the focus is."""

from textual.screen import Screen

from journal.tui.key_names import with_keys

_EXAMPLE = "for example  squat 2x5 100kg @8"


def invitation(screen: Screen[object], *, is_open: bool) -> str:
    """In a field the letter that opens the bar would be written there, and an open bar needs no key."""
    if is_open:
        return _EXAMPLE
    key = "{log}" if screen.check_action("log", ()) else "{bar}"
    return with_keys(screen, f"press {key} and write, {_EXAMPLE}")
