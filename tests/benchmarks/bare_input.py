"""The smallest Textual program that one can type into: what a key of the journal is measured against."""

from textual.app import App, ComposeResult
from textual.widgets import Footer, Header, Input


class Bare(App[None]):
    """A header, a line, and a footer."""

    def compose(self) -> ComposeResult:
        """The three widgets."""
        yield Header()
        yield Input(placeholder="Today")
        yield Footer()


if __name__ == "__main__":
    Bare().run()
