"""How long the workbook takes of the processor and how large it is, beside the central evaluation that it writes down.

Run: python -m benchmarks.workbook

The workbook is to take less than 2 s of the processor and 1 MB. Each case of `data/`, and the case of Hanoi with its
options four times over and 200 constituents. The ratio is that to the central evaluation of the same case in the same
run.
"""

from __future__ import annotations

import platform
import time
import timeit
from dataclasses import replace
from functools import partial
from pathlib import Path

import colocate
from colocate.case import Case
from colocate.export.workbook import workbook

DATA = Path(__file__).parents[1] / "data"
DRAWS, REPEATS, COPIES, CONSTITUENTS = 64, 3, 4, 200


def many_options(case: Case) -> Case:
    """Give the case with every option several times over, and many constituents; the baseline stays the first."""
    options = tuple(
        option if copy == 0 else replace(option, id=f"{option.id}-{copy}", name=f"{option.name} {copy}")
        for copy in range(COPIES)
        for option in case.options
    )
    people = tuple(
        replace(case.constituents[place % len(case.constituents)], name=f"Organisation {place}", id="")
        for place in range(CONSTITUENTS)
    )
    return replace(case, options=options, constituents=people)


def main() -> None:
    """Print a row per case: the central evaluation, the workbook, their ratio, and the size."""
    print(f"Python {platform.python_version()}; best of {REPEATS}, in milliseconds; size in kB")
    print(f"{'case':<32}{'evaluate':>10}{'workbook':>10}{'ratio':>8}{'size':>8}")
    cases = {path.stem: colocate.load_case(path) for path in sorted(DATA.glob("*.toml"))}
    cases["hanoi, 12 options"] = many_options(cases["hanoi"])
    for name, case in cases.items():
        futures = colocate.evaluate(case, DRAWS)
        size = len(workbook(futures))
        central, book = (
            min(timeit.repeat(work, timer=time.process_time, number=1, repeat=REPEATS)) * 1e3
            for work in (partial(colocate.evaluate, case), partial(workbook, futures))
        )
        print(f"{name:<32}{central:>10.1f}{book:>10.0f}{book / central:>8.0f}{size / 1e3:>8.0f}")


if __name__ == "__main__":
    main()
