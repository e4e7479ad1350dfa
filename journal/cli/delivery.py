"""Where a report goes: to standard output, into a file, into the browser."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from journal.cli import output
from journal.cli.options import named
from journal.columns import one_line
from journal.errors import CouldNot, Refused
from journal.showing import is_shown, private_folder


class ReportFormat(StrEnum):
    """Forms of a report."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    JSON = "json"


_BY_ENDING = {
    ".html": ReportFormat.HTML,
    ".htm": ReportFormat.HTML,
    ".md": ReportFormat.MARKDOWN,
    ".json": ReportFormat.JSON,
}

Out = Annotated[str, named(("-o", "--output"), "FILE", "Write it there instead; what is there is replaced.")]
Open = Annotated[bool, typer.Option("--open", help="Show it in the browser (as HTML).")]
FormatOption = Annotated[
    ReportFormat | None,
    typer.Option("--format", help="How to write it; by default as the name of FILE ends, else text."),
]


def form_of(format: ReportFormat | None, out: str, show: bool) -> ReportFormat:  # noqa: A002 - the option's name
    """The form that was asked for; `Refused` for one that no browser shows."""
    if show and format not in (None, ReportFormat.HTML):
        raise Refused(f"--open shows HTML, which --format {format} is not; leave one of the two out")
    if show:
        return ReportFormat.HTML
    return format or _BY_ENDING.get(Path(out).suffix.lower(), ReportFormat.TEXT)


def deliver(written: str, out: str, *, show: bool, name: str, quiet: bool) -> None:
    """Print a report, or write it to `out` (0600, whole or not at all), and with `show` open it in the browser.

    What is shown without an `out` lies in a new folder that only its owner can read, as `name`.
    """
    if not (out or show):
        output.tell(written, end="")
        return
    from journal.interchange.disk import write_file

    target = Path(out) if out else private_folder() / name
    write_file(target, [written.encode()], force=True)
    if show:
        _open(target.resolve(), is_kept=bool(out))
        if not quiet:
            output.remark(f"The page is in {one_line(str(target))}.")


@contextmanager
def told_progress(*, is_long: bool, quiet: bool) -> Iterator[Callable[[int, int], None] | None]:
    """What the rules call after each of them: a progress bar, for what takes long, on a terminal only."""
    if not is_long:
        yield None
        return
    from journal.analysis.engine import rulebook

    furthest = 0
    with output.progress("The rules read all of the journal", len(rulebook()), quiet=quiet) as step:

        def tell(done: int, of: int) -> None:
            nonlocal furthest
            # Where more has to be read the rules begin again; a bar does not go back.
            if done > furthest:
                furthest = done
                step()

        yield tell


def _open(page: Path, *, is_kept: bool) -> None:
    if is_shown(page):
        return
    if is_kept:
        raise CouldNot(f"the page is in {page}, but there is no browser here that shows it")
    page.unlink(missing_ok=True)
    page.parent.rmdir()
    raise CouldNot(
        "there is no browser here that shows the page; write it with -o FILE and open it elsewhere"
    )
