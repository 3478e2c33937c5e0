"""Expected cost per person and per square metre, year by year.

Both are a ratio of two means and not the mean of a ratio: what is expected to be paid in a year over the people, or the
area in use, expected in it. So cost per person times people is the cost that stands beside it, and a future in which
the office is tiny does not swamp the others.
"""

from __future__ import annotations

import numpy as np

from colocate.model.expected import OptionExpected
from colocate.model.totals import HEADLINE
from colocate.quantity import Array


def cost_per_person(option: OptionExpected) -> Array | None:
    """Give the agency's expected yearly cash cost over its people, shape `(years, 1)`; None if a year has nobody."""
    people = np.asarray(option.stay.size.people)
    return option.money[HEADLINE].by_year / people if (people > 0).all() else None


def cost_per_m2(option: OptionExpected) -> Array | None:
    """Give the agency's expected yearly cash cost over the area in use, weighted over a move; shape `(years, 1)`.

    None where there is a year without any area.
    """
    area = option.area_by_year
    return option.money[HEADLINE].by_year / area if (area > 0).all() else None
