"""The property: whatever came in, what comes out is finite figures, or faults in words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from random import Random

import numpy as np

from colocate import evaluate
from colocate.analysis.deciding.what_would_change import what_changes
from colocate.analysis.weighing.scales import CannotWeighError
from colocate.analysis.weighing.weighing import weighing
from colocate.case import Case
from colocate.casefile.faults import CaseError, Fault
from colocate.commands import access, compare, sensitivity, weigh
from colocate.export.access import access_json, decision_reading
from colocate.export.figures import figures_json
from colocate.export.sensitivity import sensitivity_json
from colocate.export.weighing import weighing_json
from colocate.model.futures import Futures, OptionFutures
from colocate.model.outcome import OptionOutcome
from colocate.words.cautions import caution_words
from colocate.words.weighing import cannot_weigh_words

DRAWS = 8
VECTORS = 50
NO_NUMBER = re.compile(r"(?<![\w.])[-+]?(nan|inf)(?![\w.])", re.IGNORECASE)
LONGEST_LINE = 5000
"""Characters that a fault may have as one line: its three parts are cut, each."""

FEW_FIGURES = 120
"""Figures of a case up to which it is asked what would change the answer: with more, that takes ten seconds."""

REPORTED = 0.1
"""The part of the cases that are reported on too, in words and as JSON."""


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
        for words in reported(random, drawn):
            without_holes(words, case)
    return True


def reported(random: Random, drawn: Futures) -> Iterator[str]:
    """Report on a case as the commands do, in words and as JSON; most often as those do that are soon done."""
    soon = len(drawn.case.quantities) <= FEW_FIGURES
    kind = random.choices(("compare", "access", "weigh", "sensitivity"), (10, 5, 3, int(soon)))[0]
    if kind == "compare":
        yield compare.report(drawn)
        yield figures_json(drawn)
    elif kind == "access":
        readings = [(decision_reading(drawn.case), drawn)]
        yield access.report(readings)
        yield access_json(readings)
    elif kind == "weigh":
        try:
            found = weighing(drawn, vectors=VECTORS)
        except CannotWeighError as error:
            yield cannot_weigh_words(error)
            return
        yield weigh.report(drawn, found)
        yield weighing_json(drawn, found)
    else:
        found_of_all = what_changes(drawn)
        yield sensitivity.report(found_of_all)
        yield sensitivity_json(found_of_all)


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
