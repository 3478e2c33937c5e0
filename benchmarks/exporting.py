"""How long all formats of Hanoi take, and each maker's part. Run: python -m benchmarks.exporting [ROUNDS]."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.timing import machine, written
from colocate.analysis.deciding.what_would_change import what_changes
from colocate.analysis.uncertainty.odds import DRAWS
from colocate.casefile.one_file import load_whole
from colocate.export.bundle import bundle, taken_as_it_stood, write_files
from colocate.export.formats import MAKERS, RAW, formats, left_out, made_by
from colocate.model.evaluate import futures_of

CASE = Path(__file__).parents[1] / "data" / "hanoi.toml"
MOST = 15.0
"""Seconds in which all of it is to be there, where there is a browser."""


def main() -> int:
    """Export in turn, write down the least time of each part, and tell whether all of it is there in time."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    wanted = tuple(one for one in formats() if one != RAW)
    whole, parts = float("inf"), dict.fromkeys(["futures", "what would change", *(one.name for one in MAKERS)], 1e9)
    for _ in range(rounds):
        began = time.perf_counter()
        saved = load_whole(CASE)
        futures = futures_of(saved.changed, DRAWS)
        drawn = time.perf_counter()
        taken = taken_as_it_stood(futures, what_changes(futures), saved.opened.weights)
        found = time.perf_counter()
        with TemporaryDirectory() as folder:
            write_files(Path(folder) / "out", bundle(taken, saved, wanted))
        whole = min(whole, time.perf_counter() - began)
        parts["futures"] = min(parts["futures"], drawn - began)
        parts["what would change"] = min(parts["what would change"], found - drawn)
        for maker in MAKERS:
            start = time.perf_counter()
            list(made_by(taken, wanted, maker.name))
            parts[maker.name] = min(parts[maker.name], time.perf_counter() - start)
    print(machine())
    for name, seconds in parts.items():
        print(f"{name:20} {written(seconds):>6} s")
    print(f"{'all formats, written':20} {written(whole):>6} s (at most {MOST:g})")
    for one in left_out(wanted):
        print(one.why)
    return 0 if whole <= MOST else 1


if __name__ == "__main__":
    sys.exit(main())
