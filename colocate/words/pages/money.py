"""What the page Money says besides its findings: headings, columns, labels of controls, notes."""

from __future__ import annotations

from colocate.analysis.money.shift import Shift
from colocate.analysis.uncertainty.odds import Range
from colocate.model.costs.line import LineKey
from colocate.words.categories import category_in_words
from colocate.words.futures import of_hundred
from colocate.words.language import ENGLISH, Language, unsaid
from colocate.words.money import NATURES, PAYER_NAMES
from colocate.words.numbers import shown

HEADINGS = {
    "key": unsaid("Key figures"),
    "years": unsaid("Cost over the years"),
    "difference": unsaid("What makes the difference"),
    "by year": unsaid("Cost by year"),
    "one-off": unsaid("One-off budget: how much, when, and is it enough?"),
    "who pays": unsaid("Who pays more, who pays less"),
    "lines": unsaid("Every line of one option"),
    "worked": unsaid("Worked example: every figure at its most likely value"),
    "units": unsaid("Per person and per m2"),
    "five years": unsaid("Five-year reading for the UN country team"),
    "tenants": unsaid("What if a tenant leaves the house?"),
}
"""Headings of the folded sections, in the order of the page."""

ROWS = {
    "total": (unsaid("Cost, all years"), unsaid("Added up, before discounting.")),
    "present_value": (unsaid("Cost in today's money"), unsaid("Present value: later money counts for less.")),
    "equivalent_annual": (unsaid("The same per year"), unsaid("Equivalent annual cost: equal yearly payments.")),
    "payback": (unsaid("Paid back after"), unsaid("When savings have made up for what was spent.")),
    "discounted_payback": (
        unsaid("Paid back after, in today's money"),
        unsaid("The same with later money counting for less."),
    ),
    "rate": (unsaid("Yearly return"), unsaid("Internal rate of return on what is spent to move.")),
    "monetary": (unsaid("Monetary"), ""),
    "labour": (unsaid("Labour"), ""),
}
"""Names of rows, and what is said below them."""

COLUMNS = {
    "year": unsaid("Year after the decision"),
    "step": unsaid("Heading"),
    "step change": unsaid("Against the baseline, in today's money"),
    "who": unsaid("Who"),
    "line": unsaid("Line"),
    "payer": unsaid("Who pays"),
    "counts": unsaid("Counts as"),
    "avoided": unsaid("Cost avoided"),
    "one-time": unsaid("One-time"),
    "recurring": unsaid("Recurring"),
    "tenant": unsaid("Tenant gone from the start"),
    "option": unsaid("Option"),
    "more a year": unsaid("More a year"),
    "more in all": unsaid("More in all years"),
    "agency": unsaid("The agency, all funds"),
    "figure": unsaid("Figure behind this line"),
    "value": unsaid("Value"),
    "quality": unsaid("Quality"),
    "source": unsaid("Source"),
    "everyone": unsaid("Everyone together"),
}
"""Headings of columns."""

NOTES = {
    "returns": unsaid("Payback and return are those of the expected amounts, each at its expected date."),
    "no one-off": unsaid("This option has no one-off cost."),
    "no shift": unsaid("No part of this difference is only a shift of cost from the agency to others."),
    "no house": unsaid("No option of this case sits in a house with other tenants."),
    "no figure": unsaid("No figure of the case went into this line."),
    "worked": unsaid(
        "This is how an auditor follows an amount back to its figures. Each figure stands here at its most likely "
        "value. The amounts differ from those above: the average of many possible futures is not the most likely one."
    ),
    "units": unsaid("What is expected to be paid in a year, over the people or the area expected in it."),
}
"""Sentences that need nothing put into them."""


def heading(section: str, language: Language = ENGLISH) -> str:
    """Write the heading of a section."""
    return language.say(HEADINGS[section])


def row(name: str, language: Language = ENGLISH) -> tuple[str, str]:
    """Write a row's name and what is said below it."""
    title, below = ROWS[name]
    return language.say(title), language.say(below) if below else ""


def column(name: str, language: Language = ENGLISH) -> str:
    """Write the heading of a column."""
    return language.say(COLUMNS[name])


def note(name: str, language: Language = ENGLISH) -> str:
    """Write a sentence that needs nothing put into it."""
    return language.say(NOTES[name])


def compared(years: int, baseline: str, language: Language = ENGLISH) -> str:
    """Say over how long and against what the key figures count."""
    return language.say(
        "{years} years from the decision; compared with: {baseline}.", years=language.number(years), baseline=baseline
    )


def range_of_money(one: Range, language: Language = ENGLISH) -> str:
    """Write the range of 90 of 100 futures below an amount."""
    return language.say("{low} to {high}", low=language.number(one.low), high=language.number(one.high))


def short_range(one: Range, language: Language = ENGLISH) -> str:
    """Write the range of 90 of 100 futures below an amount that names the currency, as finely as that, on one line."""
    low, high = (language.number(shown(end)) for end in (one.low, one.high))
    return language.say("{low} to {high}", low=low, high=high).replace(" ", "\xa0")


def year_label(year: int, language: Language = ENGLISH) -> str:
    """Write a year of the case."""
    return language.say("Year {year}", year=language.number(year))


def in_currency(currency: str, language: Language = ENGLISH) -> str:
    """Say what the amounts of the one-off table are."""
    return language.say(
        "{currency}, not discounted; below 0 is money received. Years without any are left out.", currency=currency
    )


def by_year_note(currency: str, varies: bool, language: Language = ENGLISH) -> str:
    """Say what the amounts of the table by year are."""
    if not varies:
        return language.say("{currency}, not discounted.", currency=currency)
    return language.say(
        "{currency}, not discounted; below each amount: where it lies in 90 of 100 possible futures.",
        currency=currency,
    )


def shift_note(moved: Shift, currency: str, language: Language = ENGLISH) -> str:
    """Say how much of the agency's saving is only a shift."""
    if moved.shifted <= 0:
        return note("no shift", language)
    return language.say(
        "Of the agency's saving, {amount} is a shift and not a saving: others pay it.",
        amount=language.money(moved.shifted, currency),
    )


def change_column(option: str, baseline: str, language: Language = ENGLISH) -> str:
    """Write the heading of the column that tells who pays more or less."""
    return language.say("{option} against {baseline}, in today's money", option=option, baseline=baseline)


def lines_columns(currency: str, language: Language = ENGLISH) -> tuple[str, ...]:
    """Write the headings of the table of lines."""
    return (
        column("line", language),
        column("payer", language),
        column("counts", language),
        language.say("All years, {currency}", currency=currency),
        language.say("In today's money, {currency}", currency=currency),
    )


def fund_in_words(fund: str, language: Language = ENGLISH) -> str:
    """Write the fund that a line is paid from; empty for other payers."""
    return language.say("from {fund}", fund=fund) if fund else ""


def how_often(one_time: bool, language: Language = ENGLISH) -> str:
    """Say whether a line comes once or again and again."""
    return language.say("once") if one_time else language.say("every year")


def line_name(key: LineKey, language: Language = ENGLISH) -> str:
    """Name a line so that it is told from every other: heading, name, who pays, how it counts."""
    return language.say(
        "{category}: {name} ({payer}, {nature})",
        category=category_in_words(key.category, language),
        name=key.name,
        payer=language.say(PAYER_NAMES[key.payer]),
        nature=language.say(NATURES[key.nature]),
    )


def lines_title(option: str, language: Language = ENGLISH) -> str:
    """Name the table of lines."""
    return language.say("Every line of {option}", option=option)


def lines_total(language: Language = ENGLISH) -> str:
    """Name the last row of the table of lines."""
    return language.say("All lines, every payer")


def lines_left_out(count: int, language: Language = ENGLISH) -> str:
    """Say how many lines the table of lines leaves out, and where they stand."""
    return language.say_many(
        "{count} more line comes to 0 in every year; it stands in the tables and figures to save.",
        "{count} more lines come to 0 in every year; they stand in the tables and figures to save.",
        count,
    )


def pick_label(language: Language = ENGLISH) -> str:
    """Name the control that chooses a line."""
    return language.say("Show how a line is worked out")


def worked_label(language: Language = ENGLISH) -> str:
    """Name the control that chooses a line of the worked example."""
    return language.say("Line")


def pick_nothing(language: Language = ENGLISH) -> str:
    """Say what to do with the control that chooses a line."""
    return language.say("Choose a line")


def formula_in_words(name: str, formula: str, language: Language = ENGLISH) -> str:
    """Write a line's formula."""
    return language.say("{line} = {formula}", line=name, formula=formula)


def amount_row(currency: str, language: Language = ENGLISH) -> tuple[str, str]:
    """Name the row of a line's amounts, and say what they are."""
    return language.say("Amount"), language.say("{currency}, not discounted", currency=currency)


def factors_title(language: Language = ENGLISH) -> str:
    """Name the table of a line's factors."""
    return language.say("Factors and amounts by year")


def unit_title(per: str, currency: str, language: Language = ENGLISH) -> str:
    """Name the table of cost per person or per m2."""
    if per == "person":
        return language.say("The agency's yearly cash cost per person, {currency}", currency=currency)
    return language.say("The agency's yearly cash cost per m2 in use, {currency}", currency=currency)


def five_years_note(option: str, baseline: str, years: int, currency: str, language: Language = ENGLISH) -> str:
    """Say what the four cells hold."""
    return language.say(
        "{option} against {baseline}, the agency, first {years} years, {currency}, not discounted. Above 0 is cost "
        "avoided, below 0 is more cost.",
        option=option,
        baseline=baseline,
        years=language.number(years),
        currency=currency,
    )


def tenants_note(currency: str, language: Language = ENGLISH) -> str:
    """Say what the amounts of a tenant's leaving are."""
    return language.say(
        "What the agency would be expected to pay more, in cash, {currency}, not discounted.", currency=currency
    )


def budget_label(currency: str, language: Language = ENGLISH) -> str:
    """Name the control for the sum that can be found once."""
    return language.say("One-off budget that can be found, {currency}", currency=currency)


def budget_help(language: Language = ENGLISH) -> str:
    """Say what the control for the sum counts."""
    return language.say(
        "All years together, contributions deducted. Starts at the expected sum, to the nearest thousand."
    )


def budget_chance(option: str, amount: float, chance: float, currency: str, language: Language = ENGLISH) -> str:
    """Say how likely a sum is not enough."""
    return language.say(
        "{option} needs more than {amount} once, in {count} futures.",
        option=option,
        amount=language.about(amount, currency),
        count=of_hundred(chance, language),
    )
