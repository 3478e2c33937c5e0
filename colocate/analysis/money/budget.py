"""The one-off budget: what must be found once, in which year, from which fund, as expected values."""

from __future__ import annotations

import numpy as np

from colocate.model.bundles import is_found_once
from colocate.model.expected import OptionExpected
from colocate.quantity import Array


def one_off_budget(option: OptionExpected) -> Array:
    """Give the agency's expected one-off budget by year, contributions deducted; shape `(years, 1)`."""
    return option.one_off_by_year


def one_off_by_payer(option: OptionExpected) -> dict[str, Array]:
    """Give expected one-time cash by year for each payer, the agency's split by fund; receipts count as below 0."""
    found: dict[str, Array] = {}
    for line in option.lines:
        if line.nature == "cash" and is_found_once(line):
            payer = f"agency: {line.fund}" if line.payer == "agency" else line.payer
            found[payer] = found.get(payer, 0.0) + line.amounts
    return {payer: amounts for payer, amounts in found.items() if np.any(amounts)}
