"""What fuzzing once found stays found out: every input of `kept/TARGET/` is taken, and so is what it begins with."""

from pathlib import Path

import pytest

from tests.fuzz.targets import targets

KEPT = sorted(path for path in (Path(__file__).parent / "kept").rglob("*") if path.is_file())


@pytest.mark.parametrize("path", KEPT, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_what_was_found_once_is_taken(path):
    targets()[path.parent.name].takes(path.read_bytes())


@pytest.mark.parametrize("name", targets())
def test_the_inputs_to_begin_with_are_taken(name):
    for seed in targets()[name].seeds:
        targets()[name].takes(seed)
