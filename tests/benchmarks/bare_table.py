"""The smallest Textual program with a table that one can walk through: what a key in a table is measured against."""

from textual.app import App, ComposeResult
from textual.widgets import DataTable, Footer, Header


class Bare(App[None]):
    """A header, a table of forty rows and a footer."""

    def compose(self) -> ComposeResult:
        """The three widgets."""
        yield Header()
        yield DataTable(cursor_type="row")
        yield Footer()

    def on_mount(self) -> None:
        """Fill the table."""
        table = self.query_one(DataTable)
        table.add_columns("week", "load", "pain", "fluid", "sleep")
        for row in range(40):
            table.add_row(f"Today {row}", str(row * 100), "3", "1.5 l", "7:30")
        table.move_cursor(row=39)
        table.focus()


if __name__ == "__main__":
    Bare().run()
