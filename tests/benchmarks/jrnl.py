"""The program jrnl, which keeps a journal as one text file: installed for the benchmark, with ten years in it.

`python -m tests.benchmarks.jrnl FILE EACH` writes the ten years: with EACH `entry` every workout, pain, drink and
check-in of the made-up journal is an entry, as a line of `journal log` is one; with `day` every day is one.
"""

import json
import subprocess
import sys
import venv
from collections.abc import Mapping, Sequence
from itertools import groupby
from pathlib import Path

from journal.records import CheckIn, Drink, Pain, Record, Set, Workout
from tests.benchmarks import made_up
from tests.benchmarks.measure import environment, python

_ITS_OWN = "%F %r"
"""How jrnl writes times when nobody says otherwise; it reads them slowly."""
_TIME = "%Y-%m-%d %H:%M"

KINDS: Mapping[tuple[str, str], str] = {
    ("entry", _ITS_OWN): "the same entries, as it comes",
    ("entry", _TIME): f"the same, timeformat {_TIME}",
    ("day", _ITS_OWN): "one entry a day, as it comes",
}
"""The journals to compare with: what an entry is and how times are written; and in words."""


def installed(folder: Path) -> Path | None:
    """The program in an environment of its own, made in the folder; None when pip cannot get it."""
    home = folder / "jrnl"
    try:
        venv.create(home, with_pip=True)
        subprocess.run(
            [str(home / "bin" / "python"), "-m", "pip", "install", "-q", "jrnl"],
            check=True,
            env=environment(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
    except (OSError, subprocess.CalledProcessError):
        return None
    return home / "bin" / "jrnl"


def entry(program: Path, settings: Path) -> list[str]:
    """The call that writes one line; jrnl says nothing of it, it is written when the call has ended."""
    return [str(program), "--config-file", str(settings), "Drank a glass of water."]


def filled(folder: Path, each: str, time: str) -> Path:
    """The settings of a jrnl journal of ten years; the first entry writes its times as they say."""
    name = f"jrnl-{each}-{'own' if time == _ITS_OWN else 'plain'}"
    diary, settings = folder / f"{name}.txt", folder / f"{name}.yaml"
    subprocess.run(python("-m", "tests.benchmarks.jrnl", str(diary), each), check=True, env=environment())
    said = {
        "version": "4.6",
        "colors": dict.fromkeys(("body", "date", "tags", "title"), "none"),
        "default_hour": 9,
        "default_minute": 0,
        "editor": "",
        "encrypt": False,
        "highlight": True,
        "indent_character": "|",
        "journals": {"default": {"journal": str(diary)}},
        "linewrap": 79,
        "tagsymbols": "#@",
        "template": False,
        "timeformat": time,
    }
    # Lines of YAML: a file of JSON would be taken for that of a first version.
    lines = (f"{key}: {json.dumps(value)}\n" for key, value in said.items())
    settings.write_text("".join(lines), encoding="utf-8")
    return settings


def _write(diary: Path, records: Sequence[Record], *, each_day: bool) -> None:
    lines = list[str]()
    for _, of_day in groupby(_dated(records), key=lambda one: one[0][:10]):
        for number, (at, said) in enumerate(of_day):
            lines.append(said if each_day and number else f"\n[{at}] {said}")
    diary.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _dated(records: Sequence[Record]) -> Sequence[tuple[str, str]]:
    """Each entry with its time; the sets of a workout are in its text."""
    told: list[tuple[str, str]] = []
    for record in records:
        if isinstance(record, Set):
            at, said = told[-1]
            told[-1] = at, f"{said}\n{_said(record)}"
        elif record.instant is not None:
            told.append((record.instant.strftime(_TIME), _said(record)))
    return sorted(told)


def _said(record: Record) -> str:
    match record:
        case Workout():
            return f"Trained, {record.kind}, {record.duration_min} minutes, effort {record.session_rpe}."
        case Set():
            return f"{record.exercise} {record.reps} x {record.weight_kg} kg"
        case Pain():
            return f"Pain {record.region} {record.score}."
        case Drink():
            return f"Drank {record.volume_ml} ml of {record.drink}."
        case CheckIn():
            return f"Slept {record.sleep_h} h, {record.body_weight_kg} kg."
        case _:
            return f"Wrote of {record.TABLE}."


if __name__ == "__main__":
    _write(Path(sys.argv[1]), made_up.journal(10), each_day=sys.argv[2] == "day")
