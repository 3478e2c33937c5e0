"""How long this version takes beside an earlier one, and how much memory: the Hanoi case, in processes of their own.

Run: git worktree add ../before COMMIT, then python -m benchmarks.versions ../before [--rounds 5]

The folders take turns, so that a slow moment of the machine meets both, and each is asked for what it can do by the
names that have stayed the same. A case of an earlier format is read from its own folder. Nothing more to install. A
press of a lever is timed in a browser instead, in each folder: benchmarks/lever_in_browser.py.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from pathlib import Path

from benchmarks.timing import machine

HERE = Path(__file__).parents[1]
TIME_LIMIT_SECONDS = 300
MEASURED = {
    "central evaluation, ms": "repeated(lambda: colocate.evaluate(case), 30) * 1e3",
    "8,192 draws, ms": "repeated(lambda: colocate.evaluate(case, 8192), 5) * 1e3",
    "memory at 131,072 draws, MB": "grown(lambda: colocate.evaluate(case, 131072)) / 1024",
}
ASKED = """
import json, resource, timeit
import colocate
case = colocate.load_case("data/hanoi.toml")

def repeated(run, times):
    run()
    return min(timeit.repeat(run, number=1, repeat=times))

def grown(run):
    run()
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

print(json.dumps(MEASURE))
"""


def main() -> None:
    """Print a row for each thing measured: this version, the earlier one, and their ratio."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("before", type=Path, help="a folder with an earlier version")
    arguments.add_argument("--rounds", type=int, default=5)
    given = arguments.parse_args()
    print(f"{machine()}; least of {given.rounds} rounds in turn")
    print(f"{'':<30}{'now':>10}{'before':>10}{'ratio':>8}")
    scripts = {name: ASKED.replace("MEASURE", measure) for name, measure in MEASURED.items()}
    for name, script in scripts.items():
        now, before = in_turn(script, (HERE, given.before), given.rounds)
        print(f"{name:<30}{now:>10.1f}{before:>10.1f}{now / before:>8.2f}", flush=True)


def in_turn(script: str, folders: tuple[Path, Path], rounds: int) -> tuple[float, float]:
    """Run a script in both folders, one after the other, so many times; give the least figure of each."""
    figures = [[asked(script, folder) for folder in folders] for _ in range(rounds)]
    now, before = (min(of_folder) for of_folder in zip(*figures, strict=True))
    return now, before


def asked(script: str, folder: Path) -> float:
    """Run a script in a process of its own that imports from a folder; give the figure that it prints last."""
    done = subprocess.run(  # noqa: S603  (our own Python, and a script that stands above)
        [sys.executable, "-c", script],
        cwd=folder,
        capture_output=True,
        check=True,
        text=True,
        timeout=TIME_LIMIT_SECONDS,
    )
    return float(json.loads(done.stdout.splitlines()[-1]))


if __name__ == "__main__":
    main()
