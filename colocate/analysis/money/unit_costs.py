"""Cost per person and per square metre, year by year."""

from __future__ import annotations

import numpy as np

from colocate.model.outcome import OptionOutcome, Outcome
from colocate.model.timeline import coverage
from colocate.quantity import Array


def cost_per_person(outcome: Outcome, option: OptionOutcome) -> Array | None:
    """Give the agency's yearly cash cost over its people; None for an office without people."""
    people = np.asanyarray(outcome.case.office.people)
    return option.money["agency", "cash"].by_year / people if np.all(people > 0) else None


def cost_per_m2(outcome: Outcome, option: OptionOutcome) -> Array | None:
    """Give the agency's yearly cash cost over the area in use, weighted over a move; None where there is no area."""
    stay, years = option.stay, outcome.case.horizon_years
    area = stay.size.area * coverage(stay.moving_in, stay.premises_end, years)
    if stay.left_size is not None:
        area = area + stay.left_size.area * coverage(0.0, stay.moving_in, years)
    return option.money["agency", "cash"].by_year / area if np.all(area > 0) else None
