"""Print how much careful people hear, and whether hurting people hear it: `python -m tests.benchmarks.people`.

Ten people train with care for 26 weeks, three times each; four hurt.  The people are those of the tests.
"""

import sys
from collections import Counter
from datetime import timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "analysis"))

import careful_people
import hurting_people
from journals import CATALOGUE, reader

from journal.analysis.answers.today import TIPS
from journal.analysis.engine import History, evaluate
from journal.analysis.frames import Frames
from journal.analysis.judge import raised_by
from journal.records import Record, Set
from journal.vocabulary import Severity

ROW = "| {:<30} | {:>4} | {:>6} | {:>7} | {:>8} | {:>10} | {:>10} |"


def main() -> None:
    """Print both tables."""
    print("Careful people, 26 weeks each:\n")
    print(ROW.format("who", "seed", "urgent", "warning", "cautions", "a week", "most tips"))
    print(ROW.format("---", "---:", "---:", "---:", "---:", "---:", "---:"))
    for person in careful_people.PEOPLE:
        for seed in careful_people.SEEDS:
            print(_careful(person, seed), flush=True)
    print(f"\nMost tips: on any evening, before Today folds what is more than {TIPS}.\n")
    print("Hurting people, by the entry that makes it true:\n")
    for hurting in hurting_people.PEOPLE:
        for said in _heard(hurting):
            print(f"- {hurting.name}: {said}")


def _careful(person: careful_people.Person, seed: int) -> str:
    history = evaluate(Frames.of(person.journal(seed), CATALOGUE))
    raised = Counter(one.severity for one in history.occurrences)
    return ROW.format(
        person.name,
        seed,
        raised[Severity.URGENT],
        raised[Severity.WARNING],
        raised[Severity.CAUTION],
        f"{raised[Severity.CAUTION] / careful_people.WEEKS:.2f}",
        max(_tips(history)),
    )


def _tips(history: History) -> list[int]:
    evenings = (
        careful_people.START + timedelta(days=day, hours=22) for day in range(7 * careful_people.WEEKS)
    )
    judged = (history.judge(int(at.timestamp()), brief=True) for at in evenings)
    return [sum(flag.severity is Severity.INFO for flag in one.flags) for one in judged]


def _heard(hurting: hurting_people.Hurting) -> list[str]:
    written: list[Record] = []
    told = []
    for entry, rules in hurting.entries:
        written += entry
        now = max(one.instant for one in entry if not isinstance(one, Set) and one.instant) + timedelta(
            minutes=1
        )
        _, flags = raised_by(reader(written), entry, now)
        raised = {rule: flag.severity for flag in flags for rule in (flag.rule, *flag.also)}
        told += [f"{rule} ({raised.get(rule, 'NOT RAISED')}), {now:%d %b %H:%M}" for rule in rules]
    return told


if __name__ == "__main__":
    main()
