"""The figures that the answer hangs on, in words: what each is worth to find out, and where it turns the answer."""

from __future__ import annotations

from colocate.analysis.deciding.decisive import NEGLIGIBLE, SURE, Deciding, FigureWorth
from colocate.analysis.deciding.value_of_information import Worth
from colocate.model.futures import Futures
from colocate.words.naming import name_of, unit_of
from colocate.words.numbers import about, listed, plain_figure


def hangs_on(found: Deciding, futures: Futures) -> str:
    """Say on which few figures the answer hangs, in one sentence."""
    names = [name_of(futures.case, one.quantity, with_option=True) for one in found.main]
    if not names:
        if found.everything.value <= NEGLIGIBLE * abs(found.cheapest_cost):
            return "The answer hangs on no figure: the same option is cheapest in all but a few futures."
        return "The answer hangs on no single figure, but on several together."
    count = {1: "one figure", 2: "two figures", 3: "three figures"}[len(names)]
    return f"The answer hangs on {count}: {listed(names)}."


def worth_in_words(worth: Worth, currency: str, locale: str = "en") -> str:
    """Say what finding something out is worth paying for at most."""
    if worth.value <= SURE * worth.standard_error:
        return "Finding it out would hardly change the choice: not worth paying for."
    return f"Worth paying at most {about(worth.value, currency, locale)} to find out."


def flips_in_words(one: FigureWorth, futures: Futures, locale: str = "en") -> str:
    """Say where a figure alone, all others at their central values, flips the answer."""
    quantity, crossings = one.quantity, one.switching.crossings
    if not crossings:
        return "alone, it flips the answer nowhere in its range"
    names = {option.id: option.name for option in futures.options}
    if quantity.shape == "yes/no":
        return f"no: {names[crossings[0].below]}; yes: {names[crossings[0].above]}"
    values = [plain_figure(float(f"{crossing.value:.4g}"), locale) for crossing in crossings]
    first = f"{names[crossings[0].below]} is cheapest below {values[0]}"
    rest = [f"{names[crossing.above]} above {value}" for crossing, value in zip(crossings, values, strict=True)]
    return f"{first}, {', '.join(rest)} {unit_of(quantity)}"
