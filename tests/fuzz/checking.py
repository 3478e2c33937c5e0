"""The property: whatever came in, what comes out is finite figures, or faults in words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from random import Random

import numpy as np

from colocate import evaluate
from colocate.case import Case
from colocate.casefile.faults import CaseError, Fault
from colocate.commands import compare
from colocate.export.figures import figures_json
from colocate.model.futures import OptionFutures
from colocate.model.outcome import OptionOutcome
from colocate.words.cautions import caution_words

DRAWS = 8
NO_NUMBER = re.compile(r"(?<![\w.])[-+]?(nan|inf)(?![\w.])", re.IGNORECASE)
LONGEST_LINE = 5000
"""Characters that a fault may have as one line: its three parts are cut, each."""

REPORTED = 0.1
"""The part of the cases whose report and JSON are written too."""


def told_in_words(faults: Iterable[Fault]) -> None:
    """Look whether each fault says where it is and what is wrong, in a line that can be shown."""
    faults = tuple(faults)
    assert faults, "refused without a fault"
    for fault in faults:
        line = str(fault)
        assert fault.path, line
        assert str(fault.problem), line
        assert line.isprintable(), repr(line)
        assert len(line) <= LONGEST_LINE, len(line)
    assert str(CaseError(faults))


def case_or_faults(random: Random, read: Callable[[], Case]) -> bool:
    """Read a case and work it out; tell whether it was one. What refuses it must be faults in words."""
    try:
        case = read()
        central, drawn = evaluate(case), evaluate(case, DRAWS)
    except CaseError as error:
        told_in_words(error.faults)
        return False
    for option in (*central.options, *drawn.options):
        finite(option)
    without_holes(" ".join(caution_words(drawn.expected)), case)
    if random.random() < REPORTED:
        without_holes(compare.report(drawn), case)
        figures_json(drawn)
    return True


def finite(option: OptionOutcome | OptionFutures) -> None:
    """Look whether all that an option comes to is finite."""
    for money in option.money.values():
        for figures in (money.by_year, money.present_value, money.equivalent_annual):
            assert np.all(np.isfinite(figures)), option.option.id
    if option.access is not None:
        assert np.all(np.isfinite(option.access.minutes)), option.option.id
        assert np.all(np.isfinite(np.asarray(option.access.tripartite))), option.option.id


def without_holes(words: str, case: Case) -> None:
    """Look whether words hold no number that is none, unless the case itself calls something so."""
    found = NO_NUMBER.search(words)
    if found and not NO_NUMBER.search(repr(case)):
        raise AssertionError(words[max(0, found.start() - 100) : found.end() + 100])
