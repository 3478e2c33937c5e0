"""The workbooks that tests share, and results read off their sheet of control."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import numpy as np
import pytest
from hypothesis import Phase, settings

import colocate
from colocate.analysis.money.returns import dated_savings, returns
from colocate.case import Case
from colocate.case.replacing import with_figures
from colocate.casefile.reading import load_case
from colocate.export.workbook import workbook
from colocate.export.workbook.rate import RATES
from colocate.export.workbook.sheet import FIRST_YEAR
from colocate.model.evaluate import work_out
from colocate.model.expected import Expected
from colocate.model.finance import ROUNDING
from colocate.model.outcome import Outcome
from colocate.words import workbook_returns as words
from colocate.words.workbook import reading_name
from tests.examples import SAME_EACH_TIME, many
from tests.export.workbook.engines import File, Place, Value, by_formualizer, by_ironcalc, differences, read
from tests.single_figures import expected_of

DATA = sorted((Path(__file__).parents[3] / "data").glob("*.toml"))
FEW = 64
CLOSE = 1e-9
RANDOM = settings(SAME_EACH_TIME, max_examples=many(30, 1), phases=(Phase.generate,))
ENGINES = {"formualizer": by_formualizer, "ironcalc": by_ironcalc}


@cache
def made(path: Path) -> tuple[Case, bytes, File]:
    """A case of `data/` with its workbook."""
    case = load_case(path)
    content = workbook(colocate.evaluate(case, FEW))
    return case, content, read(content)


def control(file: File, values: Mapping[Place, Value]) -> dict[tuple[str, str], list[float]]:
    """The workbook's results by option and name, as the sheet of control has them; years are a list."""
    option, found = "", {}
    rows = sorted({row for sheet, row, column in file.plain if sheet == "Control" and column == 1})
    for row in rows[3:]:
        label = str(file.plain["Control", row, 1])
        if ("Control", row, 7) not in file.formulas and ("Control", row, FIRST_YEAR + 1) not in file.plain:
            option = label if ("Control", row, 4) not in file.plain else option
        if ("Control", row, 5) in file.formulas:
            found[option, label] = [float(values["Control", row, 5])]  # type: ignore[arg-type]
        elif label.endswith("by year, difference"):
            years = [column for sheet, at, column in file.formulas if (sheet, at) == ("Control", row) and column > 9]
            found[option, label.removesuffix(", difference")] = [
                float(values["Control", row, one]) + float(file.plain["Control", row - 1, one])  # type: ignore[arg-type]
                for one in sorted(years)
            ]
    return found


def agrees(outcome: Outcome, found: Mapping[tuple[str, str], list[float]]) -> None:
    """Every total, present value, annual cost and year that the control holds is the model's."""
    largest = 1.0
    for option in outcome.options:
        for money in option.money.values():
            largest = max(largest, float(np.abs(money.by_year).max()))
    for option in outcome.options:
        for reading, money in option.money.items():
            name = reading_name(reading)
            wanted = {
                "present value": money.present_value,
                "total, not discounted": money.total,
                "equivalent annual cost": money.equivalent_annual,
                "by year": money.by_year[:, 0],
            }
            for measure, value in wanted.items():
                here = found[option.name, f"{name}: {measure}"]
                assert here == pytest.approx(np.ravel(value).tolist(), rel=CLOSE, abs=1e-3 * CLOSE * largest), (
                    option.name,
                    name,
                    measure,
                )


def changed(case: Case, seed: int, count: int = 10) -> dict[str, float]:
    """Other values for some figures, in the case's unit: between low and high, or a tenth up or down."""
    random = np.random.default_rng(seed)
    figures = {}
    for path in random.permutation(list(case.quantities))[:count]:
        one = case.quantities[path]
        span = (one.low, one.high) if one.has_range else sorted((0.9 * one.mode, 1.1 * one.mode))
        figures[str(path)] = float(np.clip(random.uniform(*span), one.least, one.most))
    return figures


def model_on(case: Case, figures: Mapping[str, float]) -> Outcome:
    """The model's most likely case with other values of some figures."""
    return work_out(with_figures(case, {path: one * case.quantities[path].scale for path, one in figures.items()}))


def cells_of(case: Case, file: File, figures: Mapping[str, float]) -> dict[Place, float]:
    """The live cells of some figures, with other values: percentages as parts of 1."""
    rows = {value: row for (sheet, row, column), value in file.plain.items() if sheet == "Inputs" and column == 1}
    return {("Inputs", rows[path], 5): one * min(case.quantities[path].scale, 1.0) for path, one in figures.items()}


def returns_agree(case: Case, outcome: Outcome, file: File, values: Mapping[Place, Value]) -> None:
    """Payback and rate of return on the sheet of comparison are the program's, of the same case and figures."""
    expected = expected_of(outcome)
    rows = {value: row for (sheet, row, column), value in file.plain.items() if (sheet, column) == ("Comparison", 1)}
    for option in case.options[1:]:
        found = returns(expected, option.id)
        for name, answer in (
            (words.payback(False), found.payback),
            (words.payback(True), found.discounted_payback),
            (words.rate(), found.internal_rate_of_return),
        ):
            here = values["Comparison", rows[words.of_option(option.name, name)], 7]
            if answer.why == "several" and isinstance(here, float):
                assert RATES[0] <= here <= RATES[-1]  # the one of several rates between those that the workbook tries
            elif answer.value is None:
                assert here == words.reason_in_words(answer.why), (option.name, name, answer)
            elif name == words.rate() and answer.value > RATES[-1]:
                assert here == words.reason_in_words("no rate"), (option.name, answer)
            elif name == words.rate() and isinstance(here, float):
                assert earns(expected, option.id, here, answer.value), (option.name, here, answer.value)
            else:
                assert here == pytest.approx(answer.value, rel=CLOSE, abs=CLOSE), (option.name, name, here, answer)


def earns(expected: Expected, option_id: str, rate: float, of_the_model: float) -> bool:
    """Whether a rate is the model's, or one at which the flows are worth 0 to their rounding.

    At 14,000 % a year what is saved in year 5 counts for a billionth: the last digits of amounts move the rate then.
    """
    times, saved = dated_savings(expected, option_id)
    worth = abs(float(np.sum(saved * (1.0 + rate) ** -times)))
    near = rate == pytest.approx(of_the_model, rel=1e-6)
    return rate == pytest.approx(of_the_model, rel=CLOSE, abs=CLOSE) or (
        near and worth <= ROUNDING * float(np.abs(saved).sum())
    )


def check(case: Case, content: bytes, file: File, seed: int) -> None:
    """Each engine finds what the model finds, of the case and with ten other inputs, and no cell holds an error."""
    figures = changed(case, seed)
    cells = cells_of(case, file, figures)
    for name, work in ENGINES.items():
        found = work(content, file)
        assert differences(found, file.stored) == [], name
        assert not [place for place, value in found.items() if str(value).startswith("#")], name
        assert found["Control", 3, 7] == 0, name
        moved = work(content, file, cells)
        for outcome, values in ((work_out(case), found), (model_on(case, figures), moved)):
            agrees(outcome, control(file, values))
            returns_agree(case, outcome, file, values)
