"""What the workbook's sheets of results say: the comparison, the control, and the first sheet."""

from __future__ import annotations

from colocate.case import Case
from colocate.words.case_of_letters import beginning
from colocate.words.language import ENGLISH, Language, unsaid
from colocate.words.workbook import SHEETS

MEASURES = {
    "present value": unsaid("present value"),
    "total": unsaid("total, not discounted"),
    "equivalent annual cost": unsaid("equivalent annual cost"),
}
SERVICE_ROWS = {
    "benefit in money": unsaid("{service}: direct benefit, monetary"),
    "benefit in work": unsaid("{service}: direct benefit, labour"),
    "direct cost": unsaid("{service}: direct cost"),
    "ratio": unsaid("{service}: ratio of benefit to cost"),
}
PURPOSE = (
    unsaid("This workbook works the money of the case out again, in formulas that can be followed cell by cell."),
    unsaid(
        "It shows the most likely case: every figure at its most likely value. The answer of the program is the "
        "expected value over many possible futures; it stands beside each result as a figure from outside, with what "
        "5 and 95 of 100 futures stay below. The two differ, and are meant to."
    ),
    unsaid("Change a yellow cell on the sheet of inputs, and every result follows."),
)
KEY = {
    "input": unsaid("An input that may be changed"),
    "given": unsaid("A count, date or choice that gives the sheets their form: change it in the case"),
    "formula": unsaid("A formula"),
    "line": unsaid("A line of cost, the product of the rows above it"),
    "total": unsaid("A sum"),
    "outside": unsaid("A figure from outside the workbook, as the program found it; it does not follow the inputs"),
}
SHEETS_MEAN = {
    "comparison": unsaid("What each option costs, in every book, by year and category, and the other readings"),
    "charts": unsaid("Two charts of the comparison"),
    "inputs": unsaid("Every figure of the case, with range, quality and source"),
    "given": unsaid("Years, counts, dates and choices"),
    "workings": unsaid("What all options share: years, growth, exchange, discounting"),
    "tables": unsaid("Lists of leases and loans, a row a level or an instalment"),
    "returns": unsaid("Payback and rate of return, step by step"),
    "control": unsaid("The program's results beside those of the workbook"),
}
RULES = (
    unsaid("Costs are above 0, receipts and savings below."),
    unsaid("The same column is the same year on every sheet that has years; one formula goes across a row."),
    unsaid("Months count from the decision date. A month above 0 comes after it."),
    unsaid("No formula holds a number of the case: only 0, 1 and 12. No macro, nothing hidden, nothing protected."),
    unsaid(
        "Which lines there are follows from the case as it was exported. A part that the case left out comes in "
        "through the case, not here."
    ),
)


def comparison_title(language: Language = ENGLISH) -> str:
    """Head the sheet of comparison."""
    return language.say("The options compared")


def outside_headings(draws: int, language: Language = ENGLISH) -> dict[int, str]:
    """Head the columns of figures from outside, by their number."""
    return {
        2: "",
        3: language.say("Expected value, over {draws} futures", draws=language.number(draws)),
        4: language.say("5 of 100 futures are below"),
        5: language.say("95 of 100 futures are below"),
        6: language.say("Worked case"),
    }


def measure_of(name: str, measure: str, language: Language = ENGLISH) -> str:
    """Name a measure of an option or of a sum."""
    return language.say("{name}: {measure}", name=name, measure=language.say(MEASURES[measure]))


def by_year_of(name: str, language: Language = ENGLISH) -> str:
    """Name a row of years."""
    return language.say("{name}, by year", name=name)


def categories_of(option: str, language: Language = ENGLISH) -> str:
    """Head an option's categories."""
    return language.say("{option}: the agency's cash by category", option=option)


def five_years_of(option: str, baseline: str, years: int, language: Language = ENGLISH) -> str:
    """Head the four cells of an option."""
    return language.say(
        "{option}: cost avoided against {baseline} in the first {years} years, not discounted",
        option=option,
        baseline=baseline,
        years=language.number(years),
    )


def services_of(option: str, years: int, language: Language = ENGLISH) -> str:
    """Head the service lines of an option."""
    return language.say(
        "{option}: shared services in the first {years} years, not discounted",
        option=option,
        years=language.number(years),
    )


def service_row(service: str, kind: str, language: Language = ENGLISH) -> str:
    """Name a row of a service line."""
    return language.say(SERVICE_ROWS[kind], service=service)


def no_cost(language: Language = ENGLISH) -> str:
    """Say that there is no ratio, as nothing is paid."""
    return language.say("no cost")


# ---- control


def control_title(language: Language = ENGLISH) -> str:
    """Head the sheet of control."""
    return language.say("Control: the program's results and the workbook's")


def control_headings(language: Language = ENGLISH) -> dict[int, str]:
    """Head the columns of the control, by their number."""
    return {
        2: "",
        3: language.say("Program"),
        4: language.say("Workbook"),
        5: language.say("Difference"),
        6: language.say("Differs: 1"),
    }


def kind_name(category: str, payer: str, nature: str, language: Language = ENGLISH) -> str:
    """Name a category with who pays and how it counts."""
    return language.say("{category} ({payer}, {nature})", category=beginning(category), payer=payer, nature=nature)


def program_by_year(name: str, language: Language = ENGLISH) -> str:
    """Name the program's row of years."""
    return language.say("{name}: by year, the program", name=name)


def difference_by_year(name: str, language: Language = ENGLISH) -> str:
    """Name the row of differences by year."""
    return language.say("{name}: by year, difference", name=name)


def rows_that_differ(language: Language = ENGLISH) -> str:
    """Name the count of results that differ."""
    return language.say("Results that differ by more than rounding")


def largest_amount(language: Language = ENGLISH) -> str:
    """Name the largest amount."""
    return language.say("Largest amount")


def tolerance(language: Language = ENGLISH) -> str:
    """Name the part of it that is rounding."""
    return language.say("Part of the largest amount up to which a difference is rounding")


# ---- the first sheet


def about_title(language: Language = ENGLISH) -> str:
    """Say what the workbook is."""
    return language.say("The money of the case in live formulas")


def purpose(language: Language = ENGLISH) -> list[str]:
    """Say what the workbook is for."""
    return [language.say(one) for one in PURPOSE]


def checks_title(language: Language = ENGLISH) -> str:
    """Head the checks."""
    return language.say("Check")


def master_check(language: Language = ENGLISH) -> str:
    """Name the one check over all."""
    return language.say("Does the workbook agree with the program?")


def verdicts(language: Language = ENGLISH) -> tuple[str, str, str]:
    """Say that it agrees, that inputs were changed, and that it does not agree."""
    return (
        language.say("Yes: every result is the same"),
        language.say("Inputs were changed: results follow them"),
        language.say("No: do not use it, and tell who made it"),
    )


def changed_inputs(language: Language = ENGLISH) -> str:
    """Name the count of inputs that were changed."""
    return language.say("Inputs changed since the export")


def case_title(language: Language = ENGLISH) -> str:
    """Head the facts of the case."""
    return language.say("Case")


def facts(
    case: Case, version: str, fingerprint: str, draws: int, seed: int, language: Language = ENGLISH
) -> list[tuple[str, str]]:
    """Give what tells this case and this export from any other."""
    told = [
        *facts_of_case(case, fingerprint, language),
        (language.say("Made by"), language.say("Colocate {version}", version=version)),
        (
            language.say("Futures of the figures from outside"),
            language.say("{draws} futures, seed {seed}", draws=language.number(draws), seed=str(seed)),
        ),
    ]
    if case.illustrative:
        told.append(note_of(case, language))
    return told


def facts_of_case(case: Case, fingerprint: str, language: Language = ENGLISH) -> list[tuple[str, str]]:
    """Give what tells this case from any other."""
    return [
        (language.say("Agency"), case.agency),
        (language.say("Decision date"), case.decision_date.isoformat()),
        (language.say("Years looked at"), language.number(case.horizon_years)),
        (language.say("Currency"), case.currency),
        (language.say("Fingerprint of the case"), fingerprint),
    ]


def note_of(case: Case, language: Language = ENGLISH) -> tuple[str, str]:
    """Say that a case is made up, or nothing."""
    told = language.say("Illustrative: the office or its figures are made up.") if case.illustrative else ""
    return language.say("Note"), told


def key_title(language: Language = ENGLISH) -> str:
    """Head the key of colours."""
    return language.say("Key of colours")


def sample(kind: str, language: Language = ENGLISH) -> str:
    """Name a style in its own look."""
    return language.say("Looks like this") if kind else ""


def key(language: Language = ENGLISH) -> dict[str, str]:
    """Give what each style means."""
    return {kind: language.say(meaning) for kind, meaning in KEY.items()}


def sheets_title(language: Language = ENGLISH) -> str:
    """Head the list of sheets."""
    return language.say("Sheets")


def sheets(language: Language = ENGLISH) -> list[tuple[str, str]]:
    """Name the sheets, with what each holds; those of options stand between tables and returns."""
    return [(language.say(SHEETS[name]), language.say(meaning)) for name, meaning in SHEETS_MEAN.items()]


def rules_title(language: Language = ENGLISH) -> str:
    """Head the rules."""
    return language.say("Rules of this workbook")


def rules(language: Language = ENGLISH) -> list[str]:
    """Say what holds everywhere in the workbook."""
    return [language.say(one) for one in RULES]


# ---- charts

CHARTS = {
    "by year": unsaid("What each option costs the agency in cash, by year, {currency}"),
    "present value": unsaid("What each option costs the agency in cash, present value, {currency}"),
}


def charts_title(language: Language = ENGLISH) -> str:
    """Head the sheet of charts."""
    return language.say("The options compared, in the worked case")


def chart_title(name: str, currency: str, language: Language = ENGLISH) -> str:
    """Name a chart."""
    return language.say(CHARTS[name], currency=currency)
