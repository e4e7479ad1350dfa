"""The frame that every page stands in: one file with its style inside, no script, nothing from elsewhere."""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jinja2 import Environment

_FOLDER = Path(__file__).parent


def page(template: str, **values: object) -> str:
    """A whole page: a template of this folder that extends `page.html`, which needs `title` among the values.

    Everything that is put in is text and is escaped; a value that a template names and nobody gave is an error.
    """
    return _templates().get_template(template).render(style=_style(), **values) + "\n"


@cache
def _templates() -> "Environment":
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@cache
def _style() -> str:
    """The style sheet; it is ours, and has nothing that would end the element that it stands in."""
    return (_FOLDER / "page.css").read_text(encoding="utf-8")
