"""A page is shown in the browser, where there is one that does not write over the terminal."""

import webbrowser

import pytest

from journal.errors import CouldNot
from journal.showing import is_shown, private_folder


class Window(webbrowser.BaseBrowser):
    """A browser that opens whatever it is given."""

    def open(self, url, new=0, autoraise=True):
        return True


class Broken(webbrowser.BaseBrowser):
    """A browser that cannot be started."""

    def open(self, url, new=0, autoraise=True):
        raise OSError("no display")


@pytest.fixture
def browsers(monkeypatch):
    """The browsers of the machine: none, until one is registered."""
    monkeypatch.setattr(webbrowser, "_tryorder", [])
    monkeypatch.setattr(webbrowser, "_browsers", {})

    def browsers(*some):
        for place, one in enumerate(some):
            webbrowser.register(f"browser-{place}", None, one)

    return browsers


@pytest.mark.parametrize(
    ("browser", "shown"),
    [(Window(), True), (Broken(), False), (webbrowser.GenericBrowser(["false", "%s"]), False)],
    ids=["one with a window", "a broken one", "one in the terminal"],
)
def test_beside_the_screen_only_a_window_shows_it(browsers, browser, shown, tmp_path):
    browsers(browser)
    assert is_shown(tmp_path / "page.html", beside=True) is shown


def test_one_that_goes_on_in_the_background_has_a_window(browsers, tmp_path):
    class Background(webbrowser.BackgroundBrowser):
        def open(self, url, new=0, autoraise=True):
            return True

    browsers(Background("xdg-open"))
    assert is_shown(tmp_path / "page.html", beside=True)


def test_without_a_browser_nothing_is_shown(browsers, tmp_path):
    assert not is_shown(tmp_path / "page.html")
    assert not is_shown(tmp_path / "page.html", beside=True)


def test_a_folder_that_cannot_be_made_is_one_sentence(monkeypatch, tmp_path):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "nowhere"))
    with pytest.raises(CouldNot, match="there is no folder for the page"):
        private_folder()
