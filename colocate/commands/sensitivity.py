"""What would change the answer, for a terminal: the figures that decide, then each alone, then all at once."""

from __future__ import annotations

from colocate.analysis.deciding.decisive import FigureWorth
from colocate.analysis.deciding.what_would_change import WhatChanges
from colocate.commands.layout import table, terminal_width, titled, wrapped
from colocate.quantity import Quantity
from colocate.words.decisive import flips_in_words, hangs_on, worth_in_words
from colocate.words.naming import name_of, unit_of
from colocate.words.numbers import about, number, percent, plain_figure
from colocate.words.verdict_with_odds import of_hundred

WIDEST = 12
"""Figures in the table of swings."""

LARGEST = 10
"""Figures in the table of shares."""

COUNTED = "Counted: cash from the agency's own budgets, in today's money."


def report(found: WhatChanges) -> str:
    """Write what would change the answer in lines that fit the terminal."""
    width = terminal_width()
    parts = [
        titled(found.futures.case.title, width),
        "",
        wrapped(hangs_on(found.deciding, found.futures), width),
        wrapped(_everything(found), width),
        wrapped(COUNTED, width),
        *_main(found, width),
        *_swings(found, width),
        *_flips(found, width),
        *_shares(found, width),
        "",
        wrapped(_drawn(found), width),
    ]
    return "\n".join(parts)


def _everything(found: WhatChanges) -> str:
    deciding, currency = found.deciding, found.futures.case.currency
    words = worth_in_words(deciding.everything, currency)
    return f"All {number(len(deciding.figures))} uncertain figures together: {words[:1].lower()}{words[1:]}"


def _main(found: WhatChanges, width: int) -> list[str]:
    """Write the few figures that decide: the range, what finding it out is worth, where it flips the answer."""
    lines = []
    for place, one in enumerate(found.deciding.main, start=1):
        flips = flips_in_words(one, found.futures)
        lines += [
            "",
            wrapped(f"{place}. {_name(found, one.quantity)}", width),
            wrapped(f"{_range_in_words(one.quantity)}.", width, "   "),
            wrapped(worth_in_words(one.worth, found.futures.case.currency), width, "   "),
            wrapped(f"{flips[:1].upper()}{flips[1:]}.", width, "   "),
        ]
    return lines


def _swings(found: WhatChanges, width: int) -> list[str]:
    """Write what the widest swings do to the difference of the two options compared."""
    first, second = _names(found)
    widest = found.swings.swings[:WIDEST]
    heading = f"One figure at a time: {first} against {second}"
    if not widest:
        return ["", wrapped(heading, width), "No figure has a range."]
    currency = found.futures.case.currency
    central = found.swings.expected
    lead = f"{about(abs(central), currency)} {'less' if central >= 0 else 'more'}"
    words = (
        f"With every figure at its most likely value {first} costs {lead} than {second}. The table tells how much less "
        f"it costs with that one figure at its low or high end (below 0: more). {_widest(found)}"
    )
    rows = [
        (
            _name(found, one.quantity),
            _ends(one.quantity),
            about(one.at_low, currency),
            about(one.at_high, currency),
        )
        for one in widest
    ]
    headings = ("Figure", "Low to high", "Less at low", "Less at high")
    return [
        "",
        wrapped(heading, width),
        wrapped(words, width),
        "",
        table(headings, rows, ("wrap", "wrap", "right", "right"), width),
    ]


def _widest(found: WhatChanges) -> str:
    count = len(found.swings.swings)
    return f"The {WIDEST} widest of {number(count)}." if count > WIDEST else ""


def _flips(found: WhatChanges, width: int) -> list[str]:
    """Write every switching value; figures that flip nothing are counted."""
    count, flipping = number(len(found.deciding.figures)), found.deciding.turning
    lines = ["", "Where the answer flips"]
    if not flipping:
        said = f"No figure alone, of {count}, makes another option the cheapest anywhere in its range."
        return [*lines, wrapped(said, width)]
    numbers = {option.id: str(place) for place, option in enumerate(found.futures.options, start=1)}
    legend = "; ".join(f"{numbers[option.id]} is {option.name}" for option in found.futures.options)
    verb = "flips" if len(flipping) == 1 else "flip"
    still = number(len(found.deciding.figures) - len(flipping))
    words = (
        f"Of {count} figures, {number(len(flipping))} {verb} the answer alone, all others at their most likely values; "
        f"{still} nowhere in their range. The nearest flips come first. Options: {legend}."
    )
    rows = [row for one in flipping for row in _flip_rows(found, one, numbers)]
    headings = ("Figure", "Low, most likely, high", "Flips at", "Cheapest below", "Cheapest above")
    written = table(headings, rows, ("wrap", "wrap", "right", "right", "right"), width)
    return [*lines, wrapped(words, width), "", written]


def _flip_rows(found: WhatChanges, one: FigureWorth, numbers: dict[str, str]) -> list[tuple[str, ...]]:
    """Write a row for each switching value; a yes or no is below (no) and above (yes)."""
    quantity = one.quantity
    yes_or_no = quantity.shape == "yes/no"
    rows: list[tuple[str, ...]] = []
    for place, crossing in enumerate(one.switching.crossings):
        named = (_name(found, quantity), _range(quantity)) if place == 0 else ("", "")
        value = "no to yes" if yes_or_no else _figure(crossing.value)
        rows.append((*named, value, numbers[crossing.below], numbers[crossing.above]))
    return rows


def _shares(found: WhatChanges, width: int) -> list[str]:
    """Write from which figures the spread of the difference comes when all vary at once."""
    if found.shares is None:
        return []
    first, second = _names(found)
    quantities = found.futures.case.quantities
    rows = []
    for share in found.shares.shares[:LARGEST]:
        names = [_name(found, quantities[path]) for path in share.paths]
        index = share.index
        rows.append(
            (
                " and ".join(names) if len(names) < 3 else f"{number(len(names))} others together",
                percent(index.first, digits=0),
                _between(index.first_low, index.first_high),
                percent(index.total, digits=0),
                _between(index.total_low, index.total_high),
            )
        )
    words = (
        f"How much of the spread of the difference between {first} and {second} comes from each figure: alone, and in "
        "total, with what it does together with others (Sobol indices). "
        f"The {len(rows)} largest of {number(len(found.shares.shares))}. {found.shares.method}"
    )
    headings = ("Figure", "Alone", "95 % between", "Total", "95 % between")
    written = table(headings, rows, ("wrap", "right", "right", "right", "right"), width)
    return ["", "All figures at once", wrapped(words, width), "", written]


def _drawn(found: WhatChanges) -> str:
    futures = found.futures
    words = f"Worth: {number(futures.draws)} possible futures (seed {futures.seed}). "
    if found.shares is not None:
        words += f"Shares: base {number(found.shares.base)} (seed {found.shares.seed}). "
    return f"{words}Swings and switching values: all other figures at their most likely values, no draws."


def _name(found: WhatChanges, quantity: Quantity) -> str:
    return name_of(found.futures.case, quantity, with_option=True)


def _names(found: WhatChanges) -> tuple[str, str]:
    return found.futures.option(found.pair.first).name, found.futures.option(found.pair.second).name


def _range(quantity: Quantity) -> str:
    """Write low, most likely and high with the unit, or how likely a yes is."""
    if quantity.shape == "yes/no":
        return f"yes in {of_hundred(quantity.probability or 0.0)}"
    return f"{', '.join(_figure(one) for one in (quantity.low, quantity.value, quantity.high))} {unit_of(quantity)}"


def _range_in_words(quantity: Quantity) -> str:
    if quantity.shape == "yes/no":
        return f"Yes in {of_hundred(quantity.probability or 0.0)} futures"
    ends = f"{_figure(quantity.low)} to {_figure(quantity.high)}"
    return f"Range: {ends} {unit_of(quantity)}, most likely {_figure(quantity.value)}"


def _ends(quantity: Quantity) -> str:
    if quantity.shape == "yes/no":
        return "no, yes"
    return f"{_figure(quantity.low)} to {_figure(quantity.high)} {unit_of(quantity)}"


def _figure(value: float) -> str:
    return plain_figure(float(f"{value:.4g}"))


def _between(low: float, high: float) -> str:
    return f"{percent(low, digits=0)} to {percent(high, digits=0)}"
