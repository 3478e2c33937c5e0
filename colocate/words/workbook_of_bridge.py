"""What the workbook of two cases says: names of its sheets, headings of columns, the first sheet and its check."""

from __future__ import annotations

from colocate.case import Case
from colocate.model.totals import Reading
from colocate.words.case_of_letters import beginning
from colocate.words.language import ENGLISH, Language, unsaid
from colocate.words.money import SCOPES
from colocate.words.workbook_results import facts_of_case, note_of

SHEETS = {
    "about": unsaid("About"),
    "bridge": unsaid("Bridge"),
    "chart": unsaid("Chart"),
    "other books": unsaid("Other books"),
    "orders": unsaid("Order of steps"),
    "inputs": unsaid("Inputs that differ"),
    "options": unsaid("Options"),
}
SHEETS_MEAN = {
    "bridge": unsaid("From the first case to the second, a row a step: the saving, and what each option costs"),
    "chart": unsaid("What each step adds, as bars"),
    "other books": unsaid("The same in every other book, each in the columns that it has on the sheet Bridge"),
    "orders": unsaid("Each step in the order of the case file and in the opposite order; it counts with the mean"),
    "inputs": unsaid("Every input that differs, with its figures, unit, quality and source in either case"),
    "options": unsaid("What each option is expected to cost in either case, with its range and its odds"),
}
KEY = {
    "outside": unsaid("A figure from outside the workbook, as the program found it"),
    "formula": unsaid("A formula"),
    "total": unsaid("A sum, as a formula"),
    "given": unsaid("What counts as the computer's own rounding"),
    "check": unsaid("A check: 0 where all is well, 1 where a sum is not what the program found"),
}
PURPOSE = (
    unsaid(
        "This workbook tells which inputs differ between two cases, and how much each moves what the options are "
        "expected to cost: first case, plus every step, makes the second case."
    ),
    unsaid(
        "What a step moves is the program's result over many possible futures, and stands here as a figure from "
        "outside. Sums, savings, differences and checks are live formulas. Each case has a workbook of its own, with "
        "its whole calculation."
    ),
)
RULES = (
    unsaid("Costs are above 0, receipts below. A saving is above 0 where the option costs less than the baseline."),
    unsaid("Amounts are in today's money, to the cent: the same as in the tables (CSV) of this comparison."),
    unsaid("The same column is the same option on both sheets of bridges."),
    unsaid("No formula holds a number of the cases. No macro, nothing hidden, nothing protected."),
)


def sheet_name(name: str, language: Language = ENGLISH) -> str:
    """Name a sheet."""
    return language.say(SHEETS[name])


def reading_title(reading: Reading, currency: str, language: Language = ENGLISH) -> str:
    """Head what is read in one book and view."""
    return language.say("{scope}, {currency}", scope=beginning(language.say(SCOPES[reading])), currency=currency)


# ---- bridges


def bridge_title(language: Language = ENGLISH) -> str:
    """Head the sheet of the bridge."""
    return language.say("From the first case to the second, step by step")


def other_books_title(language: Language = ENGLISH) -> str:
    """Head the sheet of the other books."""
    return language.say("From the first case to the second, in every other book")


def bridge_headings(language: Language = ENGLISH) -> list[str]:
    """Head the columns of a bridge, but for its amounts."""
    return [
        language.say("What changes"),
        language.say("Step"),
        language.say("The first case says"),
        language.say("The second case says"),
    ]


def saving_heading(option: str, baseline: str, language: Language = ENGLISH) -> str:
    """Head the column of a saving."""
    return language.say("Saving: {option} against {baseline}", option=option, baseline=baseline)


def cost_heading(option: str, language: Language = ENGLISH) -> str:
    """Head the column of what an option costs."""
    return language.say("Cost: {option}", option=option)


def summed(language: Language = ENGLISH) -> str:
    """Name the row in which first case and steps are added up."""
    return language.say("First case and all steps, added up")


def second_as_found(language: Language = ENGLISH) -> str:
    """Name the row of the second case."""
    return language.say("Second case, as the program found it")


def difference(language: Language = ENGLISH) -> str:
    """Name the difference of both."""
    return language.say("Difference")


def differs(language: Language = ENGLISH) -> str:
    """Name the check of a column."""
    return language.say("Control: 0 where the steps add up, 1 where they do not")


def half_a_cent(language: Language = ENGLISH) -> str:
    """Name the difference that is no cent."""
    return language.say("Half a cent: what is below it is the computer's own rounding")


def part_of_largest(language: Language = ENGLISH) -> str:
    """Name the part of the largest amount that is rounding."""
    return language.say("Part of the largest amount that is its rounding, where that is more")


def allowed(language: Language = ENGLISH) -> str:
    """Name what a difference may be."""
    return language.say("Difference that counts as rounding")


def chart_of_saving(currency: str, language: Language = ENGLISH) -> str:
    """Title the chart of what steps add to the saving."""
    return language.say("What each step adds to the saving, {currency}", currency=currency)


def chart_of_cost(currency: str, language: Language = ENGLISH) -> str:
    """Title the chart of what steps add to a cost, where there is no saving."""
    return language.say("What each step adds to the cost of the first option, {currency}", currency=currency)


# ---- the order of steps


def orders_title(language: Language = ENGLISH) -> str:
    """Head the sheet on the order of steps."""
    return language.say("The order of the steps, and what it changes")


def orders_headings(language: Language = ENGLISH) -> list[str]:
    """Head the columns of the sheet on the order of steps."""
    return [
        language.say("What changes"),
        language.say("Step"),
        language.say("In the order of the case file"),
        language.say("In the opposite order"),
        language.say("Mean of both"),
        language.say("The order moves it either way by"),
    ]


def all_steps(language: Language = ENGLISH) -> str:
    """Name the sum of all steps in an order."""
    return language.say("All steps: the same in either order")


# ---- inputs


def inputs_title(language: Language = ENGLISH) -> str:
    """Head the sheet of inputs."""
    return language.say("Every input that differs")


def about_inputs(language: Language = ENGLISH) -> str:
    """Say how the sheet of inputs is read."""
    return language.say(
        "The step is the row of the bridge that an input is in; an input without one moves no money by its nature. "
        "Percentages are parts of 100, all else stands in the unit of its row."
    )


def input_headings(language: Language = ENGLISH) -> list[str]:
    """Head the columns of the inputs."""
    return [
        language.say("Input"),
        language.say("Step"),
        language.say("The first case says"),
        language.say("The second case says"),
        language.say("Unit"),
        language.say("First case: low"),
        language.say("First case: likely, or held"),
        language.say("First case: high"),
        language.say("Second case: low"),
        language.say("Second case: likely, or held"),
        language.say("Second case: high"),
        language.say("Change of that figure"),
        language.say("First case: quality"),
        language.say("Second case: quality"),
        language.say("First case: source"),
        language.say("Second case: source"),
        language.say("Place in the case"),
    ]


def of_year(name: str, year: int, language: Language = ENGLISH) -> str:
    """Name the figure of one year among several."""
    return language.say("{name}, year {number}", name=name, number=language.number(year))


def two_units(first: str, second: str, language: Language = ENGLISH) -> str:
    """Write the units of both cases where they are not the same."""
    return language.say("{first}, then {second}", first=first, second=second)


# ---- options


def options_title(language: Language = ENGLISH) -> str:
    """Head the sheet of options."""
    return language.say("How the options stand in either case")


def option_headings(draws: int, language: Language = ENGLISH) -> list[str]:
    """Head the columns of the options."""
    return [
        language.say("Option"),
        language.say("First case: expected cost, over {draws} futures", draws=language.number(draws)),
        language.say("First case: 5 of 100 futures are below"),
        language.say("First case: 95 of 100 futures are below"),
        language.say("First case: part of futures in which it costs least"),
        language.say("First case: saves, of the baseline's cost"),
        language.say("Second case: expected cost, over {draws} futures", draws=language.number(draws)),
        language.say("Second case: 5 of 100 futures are below"),
        language.say("Second case: 95 of 100 futures are below"),
        language.say("Second case: part of futures in which it costs least"),
        language.say("Second case: saves, of the baseline's cost"),
        language.say("Difference of the expected costs"),
    ]


def option_name(name: str, baseline: bool, language: Language = ENGLISH) -> str:
    """Name an option, and say whether savings are measured against it."""
    return language.say("{option} (baseline)", option=name) if baseline else name


def both_currencies(first: str, second: str, language: Language = ENGLISH) -> str:
    """Name the money of both cases."""
    return first if first == second else language.say("{first} and {second}", first=first, second=second)


# ---- the first sheet


def purpose(language: Language = ENGLISH) -> list[str]:
    """Say what the workbook is for."""
    return [language.say(one) for one in PURPOSE]


def finding_title(language: Language = ENGLISH) -> str:
    """Head what was found."""
    return language.say("What differs")


def no_bridge(language: Language = ENGLISH) -> str:
    """Say in place of the check that there is nothing to add up."""
    return language.say("There is no bridge to check: see above")


def master_check(language: Language = ENGLISH) -> str:
    """Name the one check over all."""
    return language.say("Do the steps add up to the second case?")


def verdicts(language: Language = ENGLISH) -> tuple[str, str]:
    """Say that all sums agree, and that one does not."""
    return (
        language.say("Yes: every sum is what the program found"),
        language.say("No: a figure was changed here, or the file is damaged"),
    )


def sums_that_differ(language: Language = ENGLISH) -> str:
    """Name the count of sums that differ."""
    return language.say("Sums that are not what the program found")


def cases_title(language: Language = ENGLISH) -> str:
    """Head the facts of both cases."""
    return language.say("The two cases")


def cases_headings(language: Language = ENGLISH) -> list[str]:
    """Head the columns of the facts of both cases."""
    return ["", language.say("First case"), language.say("Second case")]


def facts(case: Case, file: str, fingerprint: str, language: Language = ENGLISH) -> list[tuple[str, str]]:
    """Give what tells a case from any other; `file` is the name that it was read from, empty where there is none."""
    return [
        (language.say("Title"), case.title),
        (language.say("File"), file),
        *facts_of_case(case, fingerprint, language),
        note_of(case, language),
    ]


def made_by(version: str, draws: int, seed: int, language: Language = ENGLISH) -> str:
    """Say what made the workbook, over which futures."""
    return language.say(
        "Made by Colocate {version}, over {draws} futures from seed {seed}.",
        version=version,
        draws=language.number(draws),
        seed=str(seed),
    )


def steps_title(language: Language = ENGLISH) -> str:
    """Head how the steps were worked out, and in which order."""
    return language.say("How the steps are worked out, and in which order")


def key(language: Language = ENGLISH) -> dict[str, str]:
    """Give what each style means."""
    return {kind: language.say(meaning) for kind, meaning in KEY.items()}


def sheet_in_words(name: str, language: Language = ENGLISH) -> str:
    """Say what a sheet holds."""
    return language.say(SHEETS_MEAN[name])


def rules(language: Language = ENGLISH) -> list[str]:
    """Say what holds everywhere in the workbook."""
    return [language.say(one) for one in RULES]
