"""The smallest Textual program with a table: what the first paint of the journal is measured against."""

from textual.app import App, ComposeResult
from textual.widgets import DataTable, Footer, Header


class Bare(App[None]):
    """A header, a table and a footer."""

    def compose(self) -> ComposeResult:
        """The three widgets."""
        yield Header()
        yield DataTable()
        yield Footer()

    def on_mount(self) -> None:
        """Fill the table."""
        table = self.query_one(DataTable)
        table.add_columns("what", "when")
        table.add_row("Today", "now")


if __name__ == "__main__":
    Bare().run()
