"""Every key of the program, as data: what it is called, what it does, and which keys it lies on.

A key has one meaning on every screen.  Small letters write and act, capitals open pages.  A screen takes its
bindings from here by their ids, so that the footer, the palette, the help and the settings say the same.
"""

from dataclasses import dataclass

from textual.binding import Binding


@dataclass(frozen=True, slots=True)
class Key:
    """One meaning.  `keys` are its keys as Textual names them, joined by commas; `name` stands in the footer."""

    id: str
    keys: str
    name: str
    tooltip: str
    shown: str = ""
    """How its keys are written together, where they are many."""


_TABLE = (
    # Writing.
    Key("log", "colon,i", "log", "Open the entry bar: one line for anything"),
    Key("bar", "f2", "log", "Open the entry bar from within a field"),
    Key("drink", "h", "drink", "Record one glass of water at once"),
    Key("pain", "p", "pain", "Write down a pain on the body map"),
    Key("workout", "w", "workout", "Write a workout, set by set"),
    Key(
        "again",
        "full_stop",
        "again",
        "The same again: the last workout; among sets, the one before",
        shown=".",
    ),
    Key("care", "c", "care", "Write down care: ice, heat, a painkiller, the doctor"),
    Key("checkin", "d", "check-in", "Write the check-in: sleep, weight, stress"),
    Key("undo", "u", "undo", "Take back the last thing done"),
    Key("redo", "U,ctrl+y", "redo", "Do again what was taken back"),
    # Pages.
    Key("today", "t", "today", "The page of today"),
    Key("trends", "T", "trends", "Load, pain, fluid and sleep over weeks and years"),
    Key("calendar", "C", "calendar", "A year of days"),
    Key("flags", "F", "flags", "All flags, and what was marked"),
    Key("report", "R", "report", "The week in numbers and words"),
    Key("exercises", "E", "exercises", "Exercises: their names, muscles and history"),
    Key("settings", "S", "settings", "Units, conditions, reminders, templates"),
    Key("import", "I", "import", "Bring in what other programs recorded"),
    Key("search", "slash", "search", "Search notes, exercises and places"),
    Key("go_to", "g", "go to", "Go to a day"),
    Key("questions", "q", "questions", "Answer the open red-flag questions"),
    Key("help", "question_mark,f1", "keys", "All keys of this page, and lines to try"),
    Key("palette", "ctrl+p", "palette", "All of this by its name, and the colours"),
    Key("quit", "ctrl+q", "quit", "Leave the program"),
    Key("physio", "P", "physio", "The page for the physiotherapist, of one pain or of all"),
    Key("browser", "B", "browser", "The same with pictures, in the browser"),
    # On what is shown.
    Key("earlier", "left_square_bracket", "earlier", "The day, week or year before"),
    Key("later", "right_square_bracket", "later", "The day, week or year after"),
    Key("longer", "plus,equals_sign", "longer", "A longer span of time"),
    Key("shorter", "minus", "shorter", "A shorter span of time"),
    Key("measure", "s", "show", "Show another measure"),
    Key("words", "v", "as text", "The picture in words, and back"),
    Key("past", "f", "past", "What is over too, and back"),
    Key("edit", "e", "edit", "Change what is chosen, as a line in the entry bar"),
    Key("remove", "x,delete", "remove", "Take out what is chosen; undo brings it back"),
    Key("new", "a", "add", "Add one: a set, an exercise"),
    Key("raise", "shift+up", "move up", "Move the chosen set or exercise up"),
    Key("lower", "shift+down", "move down", "Move the chosen set or exercise down"),
    Key("acknowledge", "o", "ok", "Acknowledge the chosen flag, with a reason"),
    Key("snooze", "z", "snooze", "Put the chosen flag aside for some days"),
    Key("templates", "m", "templates", "Use, keep or delete a template"),
    Key("alias", "N", "names", "Give the chosen one another name"),
    # Answers.
    Key("yes", "y", "yes", "Yes, it is so"),
    Key("no", "n", "no", "No, it is not so"),
    Key("left_side", "l", "left", "On the left"),
    Key("right_side", "r", "right", "On the right"),
    Key("both_sides", "b", "both", "On both sides"),
    # The same in every program.
    Key("choose", "enter", "open", "Open or take what is chosen"),
    Key("leave", "escape", "back", "Back to the page of the day"),
    Key("up", "up,k", "up", "One up"),
    Key("down", "down,j", "down", "One down"),
    Key("left", "left", "left", "One to the left"),
    Key("right", "right", "right", "One to the right"),
    Key("next", "tab", "next part", "The next part"),
    Key("previous", "shift+tab", "part before", "The part before"),
    Key("mark", "space", "mark", "Mark, or take the mark off"),
    Key("save", "ctrl+s", "save", "Record what stands here"),
    Key("digit", "0,1,2,3,4,5,6,7,8,9", "number", "A recent one by its number, or a score", shown="0-9"),
)

KEYS = {key.id: key for key in _TABLE}
"""Every meaning by its id."""

UNIVERSAL = frozenset(
    {"choose", "leave", "up", "down", "left", "right", "next", "previous", "mark", "save", "digit", "new"}
)
"""Keys that every program has, and the one that adds: a screen may say in its own words what they do there."""

NAMES = {
    "enter": "Enter",
    "escape": "Esc",
    "delete": "Del",
    "space": "Space",
    "tab": "Tab",
    "shift+tab": "Shift+Tab",
    "shift+up": "Shift+↑",
    "shift+down": "Shift+↓",
    "ctrl+y": "Ctrl+Y",
    "ctrl+s": "Ctrl+S",
    "ctrl+q": "Ctrl+Q",
    "ctrl+p": "Ctrl+P",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    **{f"f{number}": f"F{number}" for number in range(1, 13)},
}
"""Keys by the names that stand on them, where Textual calls them something else."""


def bind(
    id: str,  # noqa: A002
    action: str,
    *,
    name: str = "",
    tooltip: str = "",
    show: bool = False,
    priority: bool = False,
    group: Binding.Group | None = None,
) -> Binding:
    """The key of that id, bound to an action.  `show`: in the footer; only `UNIVERSAL` keys take other words."""
    key = KEYS[id]
    return Binding(
        key.keys,
        action,
        name or key.name,
        id=id,
        tooltip=tooltip or key.tooltip,
        show=show,
        priority=priority,
        group=group,
    )
