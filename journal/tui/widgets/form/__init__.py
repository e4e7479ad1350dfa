"""A form: rows of fields that are filled in by keyboard or mouse, and hand over their answers.

    yield Form(id="form")                 # in the page's body
    await form.ask([words("context", "When", words_for(Context)), line("note", "Note")])     # in the page's read
    answers = form.checked()              # at Form.Saved: {"context": Context.LATER, "note": None}, or None

Enter takes the ghost of an empty field and goes on, Tab goes on without taking it, Ctrl+S or Enter on Save posts
`Form.Saved`.  Every key posts `Form.Changed`, so that the page can set `form.preview` to what would be recorded.
A field without an answer gives None, which is neither no nor zero.
"""

from journal.tui.widgets.form.fields import (
    Field,
    Ghost,
    Option,
    line,
    number_in,
    words,
    words_for,
    yes_no,
)
from journal.tui.widgets.form.form import Form

__all__ = ["Field", "Form", "Ghost", "Option", "line", "number_in", "words", "words_for", "yes_no"]
