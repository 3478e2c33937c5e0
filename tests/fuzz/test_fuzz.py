"""Runs hostile input, each made from its seed alone; a failure names the seeds, and how to run one again."""

from __future__ import annotations

import os
import signal
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

import pytest

from tests.fuzz import of_bundles, of_cases, of_forms, of_saved_cases, of_tables, of_the_app, of_the_command_line
from tests.fuzz.watching import watched, written_outside

KINDS: dict[Callable[[Random], None], int] = {
    of_cases.a_document: 24,
    of_cases.extreme_figures: 12,
    of_cases.a_text: 20,
    of_tables.constituents: 12,
    of_tables.travel_table: 10,
    of_tables.travel_json: 10,
    of_saved_cases.a_saved_case: 6,
    of_bundles.a_bundle: 1,
    of_forms.a_form: 2,
    of_the_app.an_address: 8,
    of_the_app.an_upload: 5,
    of_the_command_line.a_command_line: 5,
}
"""Kinds of input, and how many of about a hundred are of each."""

MANY = int(os.environ.get("COLOCATE_FUZZ", "20000"))
FIRST = int(os.environ.get("COLOCATE_FUZZ_FIRST", "0"))
ALONE = os.environ.get("COLOCATE_FUZZ_SEED")
PART = 500
"""Inputs of one test, so that the tests can be shared out among processes."""

LONGEST = 30.0
"""Seconds of the processor that one input may take."""

SEEDS = (
    [range(int(ALONE), int(ALONE) + 1)]
    if ALONE
    else [range(start, min(start + PART, FIRST + MANY)) for start in range(FIRST, FIRST + MANY, PART)]
)


class TooLongError(BaseException):
    """One input takes too long; not an Exception, so that nothing on its way takes it for a fault."""


@contextmanager
def limited() -> Iterator[None]:
    """Let an input use so many seconds of the processor and no more, where the system can tell."""
    if not hasattr(signal, "setitimer"):
        yield
        return

    def end(*_: object) -> None:
        raise TooLongError(f"took more than {LONGEST:g} seconds of the processor")

    before = signal.signal(signal.SIGPROF, end)
    signal.setitimer(signal.ITIMER_PROF, LONGEST)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def kind_of(random: Random) -> Callable[[Random], None]:
    """Choose which kind of input is made."""
    return random.choices(list(KINDS), list(KINDS.values()))[0]


def what_failed(seed: int) -> tuple[str, str]:
    """Make and try the input of a seed; give where it failed and all that is to be told, empty where nothing did."""
    random = Random(seed)  # noqa: S311 - nothing secret
    kind = kind_of(random)
    try:
        with limited():
            kind(random)
    except (Exception, SystemExit, TooLongError) as error:  # noqa: BLE001 - whatever it is, it is what is looked for
        last = traceback.extract_tb(error.__traceback__)[-1]
        trace = traceback.format_exc(limit=-8)
        again = f"seed {seed} ({kind.__name__}); alone: COLOCATE_FUZZ_SEED={seed} pytest -m fuzz tests/fuzz"
        return f"{kind.__name__} {last.filename}:{last.lineno}", f"{again}\n{trace[-3000:]}"
    return "", ""


@pytest.mark.fuzz
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("seeds", SEEDS, ids=lambda seeds: f"from {seeds.start}")
def test_hostile_input_is_figures_or_faults(seeds: range) -> None:
    """Each fault of ours is told once, with the number of inputs that meet it."""
    failed: dict[str, list[str]] = {}
    for seed in seeds:
        where, told = what_failed(seed)
        if told:
            failed.setdefault(where, []).append(told)
    if failed:
        pytest.fail("\n".join(f"{len(told)} of {len(seeds)}: {told[0]}" for told in failed.values()), pytrace=False)


@pytest.mark.fuzz
def test_what_is_looked_for_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """A program that fails on some input fails here, with the seed."""
    seed = next(seed for seed in range(1000) if kind_of(Random(seed)) is of_cases.extreme_figures)  # noqa: S311
    assert what_failed(seed) == ("", "")

    def broken(*_: object) -> None:
        raise ZeroDivisionError("made to fail")

    monkeypatch.setattr(of_cases, "change", broken)
    told = what_failed(seed)[1]
    assert f"seed {seed} (extreme_figures)" in told
    assert "ZeroDivisionError: made to fail" in told


@pytest.mark.fuzz
def test_what_is_written_elsewhere_is_found(tmp_path: Path) -> None:
    inside, outside = tmp_path / "told", tmp_path / "elsewhere"
    inside.mkdir()
    with watched() as seen:
        (inside / "a.txt").write_text("a", encoding="utf-8")
        outside.mkdir()
        (inside / "a.txt").rename(outside / "a.txt")
        (outside / "a.txt").read_text(encoding="utf-8")
    assert written_outside(seen, inside) == [str(outside), str(outside / "a.txt")]
