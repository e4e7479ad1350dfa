"""The keys that the writer chose in the settings, held against the table of all keys.

A key is written as it is typed (`o`, `:`, `+`), by its name (`f2`, `delete`, `space`), or with what is held down
(`ctrl+o`); several are joined by commas.
"""

import string
from collections.abc import Mapping
from typing import NoReturn

from textual.binding import Binding
from textual.keys import Keys

from journal.errors import Refused
from journal.tui.keys import KEYS

_HELD = ("ctrl", "alt", "shift", "super", "hyper", "meta")
_OTHER_NAMES = {
    "esc": "escape",
    "return": "enter",
    "del": "delete",
    "ins": "insert",
    # What a terminal sends for these is the other key.
    "ctrl+i": "tab",
    "ctrl+m": "enter",
}
_IN_A_LINE = frozenset({"leave", "choose", "next", "previous", "save", "quit", "palette", "bar"})
"""What must work while a line is typed: a letter alone would be part of the line."""
_FIXED = frozenset({"digit"})


def _typed(character: str) -> str:
    """What Textual calls the key of a character."""
    if character == ",":  # stands between keys
        return "comma"
    return next(iter(Binding.make_bindings([Binding(character, "")]))).key


_NAMED = {key.value for key in Keys if key.value.isalnum()} | {_typed(one) for one in string.punctuation}


def checked(keys: Mapping[str, str], where: str) -> dict[str, str]:
    """The keys as Textual names them, by the ids of `KEYS`; `where` is the name of the settings file.

    `Refused` when an id or a key is none, or when one key would have two meanings.
    """
    own = {name: _keys_of(name, written, where) for name, written in keys.items()}
    _no_key_twice({name: own.get(name) or _default(name) for name in KEYS}, own, where)
    return {name: ",".join(listed) for name, listed in own.items()}


def _default(name: str) -> list[str]:
    return KEYS[name].keys.split(",")


def _keys_of(name: str, written: str, where: str) -> list[str]:
    if name not in KEYS:
        raise Refused(f"{where}: keys.{name} is nothing a key does; there is: {', '.join(KEYS)}.")
    if name in _FIXED:
        raise Refused(f"{where}: keys.{name} cannot be moved: the digits stay what they are.")
    parts = [","] if written.strip() == "," else [part.strip() for part in written.split(",")]
    found = [_key(part) or _no_key(part, name, where) for part in parts]
    if name in _IN_A_LINE and all(len(part) == 1 for part in parts):
        raise Refused(
            f"{where}: keys.{name} needs a key that is not part of a line, such as {_default(name)[0]!r} or 'f9'."
        )
    return list(dict.fromkeys(found))


def _key(written: str) -> str:
    """The key as Textual names it; "" when it is none."""
    if len(written) == 1:
        return _typed(written) if written.isprintable() and written != " " else ""
    *held, last = [*written[:-2].split("+"), "+"] if written.endswith("++") else written.split("+")
    held = [one.lower() for one in held]
    if len(last) == 1:
        last = _typed(last if held == ["alt"] else last.lower()) if last.isprintable() else ""
    else:
        last = _OTHER_NAMES.get(last.lower(), last.lower())
        last = last if last in _NAMED else ""
    if not last or len(set(held)) < len(held) or not set(held) <= set(_HELD):
        return ""
    if held == ["shift"] and len(last) == 1:
        return last.upper()
    name = "+".join([*sorted(held, key=_HELD.index), last])
    return _OTHER_NAMES.get(name, name)


def _no_key(part: str, name: str, where: str) -> NoReturn:
    raise Refused(
        f"{where}: keys.{name}: {part!r} is no key; write it as it is typed (o, :, +), by its name (f9, delete, "
        "space) or with what is held down (ctrl+o), several joined by commas."
    )


def _no_key_twice(all_keys: Mapping[str, list[str]], own: Mapping[str, list[str]], where: str) -> None:
    owners: dict[str, str] = {}
    # The writer's own keys come last, so that the sentence begins with the line that brought the doubt in.
    for name in sorted(all_keys, key=lambda name: name in own):
        for key in all_keys[name]:
            other = owners.setdefault(key, name)
            if other != name:
                taken = {key for listed in all_keys.values() for key in listed}
                free = " ".join(one for one in string.ascii_letters if one not in taken)
                raise Refused(
                    f"{where}: keys.{name}: {key!r} is the key of {other} too; give one of them another key. "
                    f"Free letters: {free}."
                )
