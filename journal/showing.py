"""A page that was written, shown in the browser of this machine."""

from pathlib import Path

from journal.errors import CouldNot


def private_folder() -> Path:
    """A new folder that only its owner can read; `CouldNot` when there is no room for one."""
    import tempfile

    try:
        return Path(tempfile.mkdtemp(prefix="journal-report-"))
    except OSError as error:
        raise CouldNot(
            f"there is no folder for the page ({error.strerror or error}); name a file with -o"
        ) from None


def is_shown(page: Path, *, beside: bool = False) -> bool:
    """Open a file in the browser, and whether that was done.

    With `beside` only in one that has a window of its own: another would write over what stands in the terminal.
    """
    import webbrowser

    try:
        if beside and not _has_window(webbrowser.get()):
            return False
        return webbrowser.open(page.as_uri())
    except (webbrowser.Error, OSError):
        return False


def _has_window(browser: object) -> bool:
    import webbrowser

    if isinstance(browser, webbrowser.BackgroundBrowser):
        return True
    return not isinstance(browser, webbrowser.GenericBrowser | webbrowser.Elinks)
