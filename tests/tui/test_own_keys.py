"""The keys that the writer chose: read as they are typed, and refused when one would mean two things or none."""

import re
from pathlib import Path

import pytest

from journal.config import settings
from journal.errors import Refused
from journal.tui.keys import KEYS
from journal.tui.own_keys import checked
from journal.tui.themes import checked as checked_theme
from journal.tui.wording.settings import EXAMPLE

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("J", "J"),
        (":", "colon"),
        ("+", "plus"),
        (",", "comma"),
        ("ü", "ü"),
        ("J,ctrl+o", "J,ctrl+o"),
        (" F9 , Ctrl+Shift+O ", "f9,ctrl+shift+o"),
        ("shift+j", "J"),
        ("shift+ctrl+o", "ctrl+shift+o"),
        ("ctrl++", "ctrl+plus"),
        ("ampersand", "ampersand"),
        ("J,J", "J"),
        ("h", "h"),
    ],
)
def test_a_key_is_written_as_it_is_typed_or_by_its_name(written, key):
    free = {
        name: "f9" for name in KEYS if name != "drink" and {"colon", "plus"} & set(KEYS[name].keys.split(","))
    }
    free = {name: f"f{place}" for place, name in enumerate(free, start=14)}
    assert checked({"drink": written} | free, "settings.toml")["drink"] == key


def test_keys_may_change_places():
    assert checked({"drink": "u", "undo": "h"}, "settings.toml") == {"drink": "u", "undo": "h"}


def test_what_the_program_has_is_accepted_when_it_is_written_out():
    own = {name: key.keys for name, key in KEYS.items() if name != "digit"}
    assert checked(own, "settings.toml") == own


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ({"drnk": "J"}, "settings.toml: keys.drnk is nothing a key does; there is: log, bar, drink, pain, "),
        ({"drink": "J,foo"}, "settings.toml: keys.drink: 'foo' is no key; write it as it is typed (o, :, +)"),
        ({"drink": ""}, "keys.drink: '' is no key"),
        ({"drink": "ctrl+"}, "keys.drink: 'ctrl+' is no key"),
        ({"drink": "ctrl+ctrl+o"}, "is no key"),
        ({"drink": "hold+o"}, "is no key"),
        ({"drink": "\x1b"}, "is no key"),
        (
            {"drink": "u"},
            "keys.drink: 'u' is the key of undo too; give one of them another key. Free letters: ",
        ),
        ({"drink": "J", "pain": "J"}, "keys.pain: 'J' is the key of drink too"),
        ({"drink": "ctrl+i"}, "keys.drink: 'tab' is the key of next too"),
        ({"leave": "J"}, "keys.leave needs a key that is not part of a line, such as 'escape' or 'f9'"),
        ({"digit": "J"}, "keys.digit cannot be moved: the digits stay what they are"),
    ],
)
def test_what_is_wrong_is_said_in_one_sentence_that_names_it(keys, said):
    with pytest.raises(Refused) as refusal:
        checked(keys, "settings.toml")
    assert said in str(refusal.value)


@pytest.mark.parametrize("example", [EXAMPLE, *re.findall(r"```toml\n(.*?)```", README, re.DOTALL)])
def test_what_is_shown_as_an_example_is_accepted(example, tmp_path):
    file = tmp_path / "settings.toml"
    file.write_text(example, encoding="utf-8")
    read = settings(file)
    assert checked_theme(read.theme, file.name) == read.theme
    assert checked(read.keys, file.name).keys() == read.keys.keys()


def test_no_two_keys_of_the_program_mean_the_same():
    keys = [key for one in KEYS.values() for key in one.keys.split(",")]
    assert len(keys) == len(set(keys))
