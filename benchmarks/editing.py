"""How long one typed figure takes in the editor, as a ratio to reading the same case anew.

Run: python -m benchmarks.editing

An edit changes the text, reads what has changed of it, and checks the whole case; reading anew parses and checks all of
it. The ratio tells what the editor saves: it is to stay below 1.
"""

from __future__ import annotations

from itertools import count
from pathlib import Path

from benchmarks.timing import Task, best_in_turn, machine
from colocate.casefile.editing import actions
from colocate.casefile.editing.state import begin
from colocate.casefile.reading import load_case, text_of

DATA = Path(__file__).parents[1] / "data"
REPEATS = 10
PEOPLE = ("office", "people")


def main() -> None:
    """Print a row per case: reading, an edit, and their ratio."""
    print(f"{machine()}; best of {REPEATS}, in milliseconds")
    for path in sorted(DATA.glob("*.toml")):
        tables = {one.name: one.read_bytes() for one in DATA.glob(f"{path.stem}-*.csv")}
        editing = begin(path.name, text_of(path.read_bytes()), tables)
        numbers = count(20)
        tasks = {
            "reading": Task(lambda p=path: load_case(p)),  # type: ignore[misc]
            "an edit": Task(lambda e=editing, n=numbers: actions.type_at(e, PEOPLE, str(next(n)))),  # type: ignore[misc]
        }
        best = best_in_turn(tasks, REPEATS)
        ratio = best["an edit"] / best["reading"]
        print(f"{path.stem:<22}{best['reading']:>9.1f}{best['an edit']:>9.1f}{ratio:>7.2f}")


if __name__ == "__main__":
    main()
