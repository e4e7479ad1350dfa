"""The terminal UI: one application, whose pages lie over the page of the day."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from typing import Any, ClassVar, cast

from textual import work
from textual.app import SystemCommand
from textual.await_complete import AwaitComplete
from textual.binding import ActiveBinding, Binding, BindingType
from textual.content import Content
from textual.events import DescendantFocus
from textual.filter import LineFilter
from textual.screen import Screen
from textual.widget import AwaitMount
from textual.widgets import Input, TextArea

from journal.errors import CouldNot, Refused
from journal.tui import tidying
from journal.tui.asking.ahead import Ahead
from journal.tui.asking.open_journal import OpenJournal
from journal.tui.in_turn import KeysInTurn
from journal.tui.keys import KEYS, NAMES, bind
from journal.tui.lines.understanding import read_first
from journal.tui.pages import made, style_sheets
from journal.tui.reminding import Reminding
from journal.tui.screens.page import Page
from journal.tui.screens.today import TodayScreen
from journal.tui.spare_pages import SparePages
from journal.tui.themes import DARK, SHOWN_REVERSED, THEMES, variables_for
from journal.tui.widgets.entry_bar import Said

_REMIND_SECONDS = 30
"""How often the reminders are looked after."""
_TOAST_SECONDS = 20
"""How long a reminder stands in its corner."""
_QUIET_SECONDS = 1.0
"""Without a key for so long, nobody is typing: all pages can be made ahead."""
_FEW, _SOON_SECONDS = 2, 0.1
"""So few are made sooner, between two keys of somebody who looks what they did: those that were just taken."""
_AT_REST_SECONDS = 3.0
"""Without a key for so long, nobody is about to press the next one."""
_WIDTHS = [(0, "-narrow"), (100, "-wide")]
"""The class that a screen has from so many columns on."""
_HEIGHTS = [(0, "-low"), (30, "-high")]
"""The class that it has from so many rows on."""
_SIZES = frozenset(name for _, name in _WIDTHS + _HEIGHTS)

_WAITING = Said(Content("not done yet: it is much, or another program writes to the journal"), waits=True)


class JournalApp(KeysInTurn):
    """Opens the journal at `url` after the first paint.

    `theme` is the name of a colour theme ("" = our dark one), `keys` moves bindings by their ids, `still` keeps
    everything from moving, `parameters` are the settings of the rules, `as_of` is the clock (default: the
    system's).  `demo` says that the journal is made up, which the title then tells.  `ahead` is what was asked for
    before this was imported.
    """

    TITLE = "journal"
    CSS_PATH = Path("journal.tcss")
    HORIZONTAL_BREAKPOINTS = _WIDTHS
    VERTICAL_BREAKPOINTS = _HEIGHTS

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("palette", "command_palette", priority=True),
        bind("quit", "quit", priority=True),
    ]

    def __init__(
        self,
        url: str,
        *,
        theme: str = "",
        keys: Mapping[str, str] | None = None,
        still: bool = False,
        parameters: Mapping[str, Mapping[str, Any]] | None = None,
        demo: bool = False,
        as_of: Callable[[], datetime] | None = None,
        ahead: Ahead | None = None,
        backups: Mapping[str, Any] | None = None,
    ) -> None:
        super().__init__()
        if still:
            self.animation_level = "none"
        self.keys = dict(keys or {})
        self.demo = demo
        self.journal = OpenJournal(url, as_of=as_of, parameters=parameters, ahead=ahead, backups=backups)
        for one in THEMES:
            self.register_theme(one)
        self.theme = theme if theme in self.available_themes else DARK.name
        self.set_keymap(self.keys)
        self._spare = SparePages()
        self._is_prepared = False
        self._is_kept = False
        self._is_told_of_copy = False
        self._reminding = Reminding()
        self.journal.waits = self._tell_waiting
        self._told_of: tuple[object, ...] = ()
        self._filters_of: tuple[str, list[LineFilter]] = ("", [])

    def get_default_screen(self) -> Screen[None]:
        """The page of the day is there from the first paint on."""
        return TodayScreen(self.journal, demo=self.demo)

    @property
    def page(self) -> Page:
        """The page that is open, whatever dialogue lies over it."""
        return next(screen for screen in reversed(self.screen_stack) if isinstance(screen, Page))

    @property
    def home(self) -> TodayScreen:
        """The page of the day, over which all others lie."""
        return cast("TodayScreen", self.screen_stack[0])

    def go(self, name: str, **about: Any) -> AwaitComplete:
        """Open a page by its name, instead of the one that lies over the page of the day; or go back to that.

        `about` is handed to the page: `day`, and what it takes beside it.
        """
        if name == "today":
            leaving = [self.pop_screen() for _ in self.screen_stack[1:]]
            self.home.arrive(**about)
            return AwaitComplete(*leaving)
        self.page.said = None
        page = self._made(name, **about)
        if len(self.screen_stack) == 1:
            return AwaitComplete(self.push_screen(page))
        return self.switch_screen(page)

    def _made(self, name: str, day: date | None = None, **about: Any) -> Page:
        """A page that is about to be opened: a spare one, when nothing but the day is told of it."""
        spare = None if about else self._spare.take(name, self._made_for(day))
        if self._is_prepared:
            self.prepare()
        return spare or self._sized(made(name, self.journal, day=day, **about))

    def _made_for(self, day: date | None) -> object:
        """What a page depends on from the start."""
        return day or self.journal.today(), self.theme

    def _sized(self, page: Page) -> Page:
        """The page as one of this width and height: else all of its styles would be asked for twice."""
        return page.add_class(*(one for one in self.page.classes if one in _SIZES), update=False)

    @work(group="preparing", exclusive=True)
    async def prepare(self) -> None:
        """Make a spare page of each name while no key comes; bring in their style sheets before.

        Reading the style sheets takes the time of some keys: it is done once, when the day has been answered.
        """
        if not self._is_prepared:
            await self._style()
            with suppress(CouldNot, Refused):  # said where something is done with the journal
                await self.journal.ask(read_first)
            self._is_prepared = True
        made_for = self._made_for(self.home.day)
        missing = tuple(self._spare.missing(made_for))
        few = len(missing) <= _FEW
        pause = _SOON_SECONDS if few else _QUIET_SECONDS
        if self.screen_stack:
            await self.page.until_read()
        for name in missing:
            await self.until_quiet(pause)
            if not self.screen_stack:
                return  # The program is about to end.
            page = self._spare.kept(name, made_for) or await self._make_ahead(name, made_for)
            page.lay_out()
            await self.until_quiet(pause)
            page.draw()
        if not self._is_kept:
            self._is_kept = True
            tidying.keep()
        await self.until_quiet(_AT_REST_SECONDS)
        tidying.tidy()
        await self.keep_today()

    async def _make_ahead(self, name: str, made_for: object) -> Page:
        page = self._sized(made(name, self.journal, day=self.home.day))
        unused = self._spare.keep(name, made_for, page)
        # It runs, and is not shown: so the application does it itself with a screen that is about to be.
        _, mounted = self._get_screen(page)
        await mounted
        if unused is not None:
            await unused.remove()
        return page

    async def keep_today(self) -> None:
        """Copy the journal for this day of use; that it could not be done is said once, and stops nobody."""
        try:
            await self.journal.keep_today()
        except CouldNot as error:
            if not self._is_told_of_copy and self.page.said is None:
                self._is_told_of_copy = True
                self.page.said = Said(Content(f"No backup was made today: {error}."), refused=True)

    def _get_screen(self, screen: Screen[Any] | str) -> tuple[Screen[Any], AwaitMount]:
        # From Python 3.12 on, its parts stand before Textual has read its style sheets, and would go without them.
        if isinstance(screen, Screen):
            self._load_screen_css(screen)
        return super()._get_screen(screen)

    async def _style(self) -> None:
        sheets = await self.journal.work(lambda _: style_sheets())
        new = [path for path in sheets if not self.stylesheet.has_source(str(path), "")]
        for path in new:
            self.stylesheet.read(path)
        if new:
            self.stylesheet.reparse()
            self.stylesheet.update(self)

    def on_mount(self) -> None:
        """Look after the reminders from now on."""
        self.set_interval(_REMIND_SECONDS, self.remind)

    @work(group="reminding", exclusive=True)
    async def remind(self) -> None:
        """Tell in a corner of the screen what the writer asked to be reminded of, when it is due."""
        if not self.journal.is_open:
            return
        from journal.tui.reading.so_far import so_far

        try:
            profile, written = await self.journal.ask(so_far)
        except (CouldNot, Refused):
            return  # whatever is wrong is said where something is done with the journal
        reminder = self._reminding.due(profile, written, self.journal.now())
        if reminder is not None:
            key = self.keys.get(reminder.key, KEYS[reminder.key].keys).partition(",")[0]
            shown = self.get_key_display(Binding(key, ""))
            self.notify(f"{reminder.words}.  {shown} {reminder.does}.", timeout=_TOAST_SECONDS, markup=False)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our own colours, for themes that do not know them."""
        return variables_for(dark=self.current_theme.dark)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Textual's, and the one that reverses what is chosen where its colour would not be seen."""
        if self.no_color or self.theme in SHOWN_REVERSED:
            if self._filters_of[0] != self.theme:
                from journal.tui.chosen import filters

                given = super().get_line_filters()
                self._filters_of = self.theme, filters(given, self.theme_variables, colours=not self.no_color)
            return self._filters_of[1]
        return super().get_line_filters()

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Where nothing may move, the cursor of what is typed into does not blink."""
        if self.animation_level == "none" and isinstance(event.widget, Input | TextArea):
            event.widget.cursor_blink = False

    def action_command_palette(self) -> None:
        """Show the palette."""
        from journal.tui.screens.palette import Palette

        if not isinstance(self.screen, Palette):
            self.push_screen(Palette(id="--command-palette"))

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """What the palette offers: the keys of the page by their names, then theme and quit."""
        alike: dict[tuple[str, str], list[ActiveBinding]] = {}
        for active in screen.active_bindings.values():
            if active.binding.id in KEYS and active.binding.id not in ("palette", "quit"):
                alike.setdefault((active.binding.tooltip, active.binding.action), []).append(active)
        for (tooltip, action), ways in alike.items():
            keys = " ".join(self.get_key_display(one.binding) for one in ways)
            yield SystemCommand(tooltip, f"key {keys}", _runner(ways[0].node, action))
        yield SystemCommand("Theme", "Change the colours", self.action_change_theme)
        yield SystemCommand("Quit", "Leave the program", self.action_quit)

    def get_key_display(self, binding: Binding) -> str:
        """Keys by the names that stand on them."""
        return binding.key_display or NAMES.get(binding.key) or super().get_key_display(binding)

    def _tell_waiting(self, waits: bool) -> None:
        """Say quietly why nothing happens; what became of it is said in its place."""
        for page in self.screen_stack:
            if isinstance(page, Page) and page.said is _WAITING:
                page.said = None
        if waits:
            self.page.said = _WAITING

    async def action_quit(self) -> None:
        """Leave the program; a workout that is not recorded and could not be kept either is told of, once."""
        from journal.tui.screens.broken import Broken

        if isinstance(self.screen, Broken):
            self.screen.action_leave()
            return
        left = tuple(self.journal.drafts.unrecorded().values())
        if not left or left == self._told_of or await self.journal.keeps_drafts():
            await super().action_quit()
            return
        self._told_of = left
        again = self.get_key_display(Binding(self.keys.get("quit", KEYS["quit"].keys).partition(",")[0], ""))
        self.page.refuse(
            f"A workout is not recorded yet, and the journal cannot be written to: {again} once more drops it."
        )

    def on_unmount(self) -> None:
        """Let go of the journal."""
        self.journal.close()


def _runner(node: Any, action: str) -> Callable[[], Any]:
    return lambda: node.run_action(action)
