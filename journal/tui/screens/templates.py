"""Templates of workouts: use one, keep the present workout as one, or delete one."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Button, Input, OptionList, Static
from textual.widgets.option_list import Option

from journal.errors import Refused
from journal.tui.draft.making import template_sets
from journal.tui.draft.model import Draft
from journal.tui.key_names import key_of, with_keys
from journal.tui.keys import bind
from journal.tui.lines.editing import Pairs
from journal.tui.reading.workouts import Template
from journal.tui.screens.dialogue import Dialogue
from journal.tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from journal.entry import Writer


@dataclass(frozen=True, slots=True)
class Chosen:
    """What was chosen: the template to `use`, or what to write (`pairs` of records before and after), in `words`."""

    use: Template | None = None
    pairs: Pairs = field(default_factory=list)
    words: str = ""


class TemplateList(RowList):
    """The templates by their names, with their exercises."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("choose", "select", name="use", tooltip="Put its sets into the workout"),
        bind("up", "cursor_up"),
        bind("down", "cursor_down"),
        bind("remove", "remove"),
    ]

    def action_remove(self) -> None:
        """Delete the chosen one."""
        self.query_ancestor(Templates).delete(self.highlighted)


class Templates(Dialogue[Chosen | None]):
    """Gives what was chosen, or None when it was closed with Esc."""

    DEFAULT_CSS = """
    Templates #template-buttons { height: 1; margin: 1 0 0 0; }
    Templates Button { margin: 0 2 0 0; }
    Templates OptionList { max-height: 10; text-wrap: nowrap; text-overflow: ellipsis; }
    Templates #fault { color: $severity-warning; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("leave", "dismiss(None)", name="close", tooltip="Back to the workout"),
        bind("next", "app.focus_next"),
    ]

    def __init__(self, templates: Iterable[Template], writer: "Writer", draft: Draft) -> None:
        super().__init__()
        self._templates = tuple(templates)
        self._writer, self._draft = writer, draft

    def compose(self) -> ComposeResult:
        """The list, and the line that keeps the present workout under a name."""
        with VerticalScroll(classes="dialogue", can_focus=False):
            yield Static("Templates", classes="title", markup=False)
            if self._templates:
                yield TemplateList(
                    *(Option(self._look(one)) for one in self._templates), compact=True, markup=False
                )
                with Horizontal(id="template-buttons"):
                    yield Button(Content(with_keys(self, "Use ({choose})")), id="use", compact=True)
                    yield Button(Content(with_keys(self, "Delete ({remove})")), id="delete", compact=True)
            else:
                yield Static("There is none yet.", classes="quiet", markup=False)
            yield Static("Keep this workout under a name", classes="section", markup=False)
            yield Input(id="name", compact=True, placeholder="Legs A", max_length=60)
            yield Static("", id="fault", markup=False)

    @on(OptionList.OptionSelected)
    def _use(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(Chosen(use=self._templates[event.option_index]))

    @on(Button.Pressed, "#use")
    def _use_chosen(self) -> None:
        self.query_one(TemplateList).action_select()

    @on(Button.Pressed, "#delete")
    def _delete_chosen(self) -> None:
        self.query_one(TemplateList).action_remove()

    @on(Input.Submitted)
    def _keep(self, event: Input.Submitted) -> None:
        name = " ".join(event.value.split())
        try:
            pairs = self._kept(name)
        except Refused as error:
            fault = self.query_one("#fault", Static)
            fault.update(str(error))
            fault.display = True
            return
        self.dismiss(Chosen(pairs=pairs, words=f"Template {name} is kept."))

    def delete(self, place: int | None) -> None:
        """Take a template out."""
        if place is not None:
            chosen = self._templates[place]
            gone: Pairs = [(one, None) for one in chosen.sets]
            back = f"{key_of(self, 'undo')} brings it back"
            self.dismiss(Chosen(pairs=gone, words=f"Template {chosen.name} is removed; {back}."))

    def _kept(self, name: str) -> Pairs:
        if not name:
            raise Refused("A template needs a name, such as Legs A.")
        sets = template_sets(name, self._draft)
        if not sets:
            raise Refused("There is no set yet that could be kept.")
        old = next((one.sets for one in self._templates if one.name == name), ())
        there = {one.position: one for one in old}
        pairs: Pairs = [(there.pop(one.position, None), one) for one in sets]
        return [(before, after) for before, after in pairs if before != after] + [
            (one, None) for one in there.values()
        ]

    def _look(self, template: Template) -> Content:
        slugs = dict.fromkeys(one.exercise for one in template.sets)
        found = (self._writer.catalogue.get(slug) for slug in slugs)
        names = ", ".join(one.name if one else slug for slug, one in zip(slugs, found, strict=True))
        return Content.assemble(template.name, (f"   {names}", "$quiet"))
