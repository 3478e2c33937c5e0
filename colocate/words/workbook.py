"""What the workbook says: names of its sheets, headings of columns, and the codes by which sums choose lines."""

from __future__ import annotations

from datetime import date

from colocate.analysis.money.five_years import Cell
from colocate.model.costs.line import Nature
from colocate.model.totals import BookName, View
from colocate.words.case_of_letters import beginning
from colocate.words.language import ENGLISH, Language, unsaid
from colocate.words.money import NATURES, SCOPES
from colocate.words.workbook_steps import step_in_words

__all__ = ["step_in_words"]

YEAR_UNIT, MONTH_UNIT = "year", "month"

SHEETS = {
    "about": unsaid("About"),
    "inputs": unsaid("Inputs"),
    "given": unsaid("Given"),
    "workings": unsaid("Workings"),
    "tables": unsaid("Tables"),
    "comparison": unsaid("Comparison"),
    "returns": unsaid("Returns"),
    "charts": unsaid("Charts"),
    "control": unsaid("Control"),
}
PAYERS = {"agency": unsaid("agency"), "un": unsaid("UN"), "host": unsaid("host"), "donor": unsaid("donor")}
CELL_CODES: dict[Cell, str] = {
    ("monetary", "one-time"): unsaid("monetary, one-time"),
    ("monetary", "recurring"): unsaid("monetary, recurring"),
    ("labour", "one-time"): unsaid("labour, one-time"),
    ("labour", "recurring"): unsaid("labour, recurring"),
}
NO_COST_CODE = unsaid("loan or sale")
CHOICES = {
    "decision date": unsaid("Decision date"),
    "currency": unsaid("Currency of all results"),
    "rates": unsaid("Rates are"),
    "timing": unsaid("Where in its year recurring money falls"),
}
NUMBERS = {
    0.5: unsaid("Half: the middle of a year"),
    2.0: unsaid("Two: there and back, or a square"),
    3.0: unsaid("Three: months of a quarter, or of a curve"),
    6.0: unsaid("Six: months of half a year"),
    52.0: unsaid("Weeks of a year"),
    60.0: unsaid("Minutes of an hour"),
    6000.0: unsaid("A month beyond all that a case can state: never"),
}


def sheet_name(name: str, language: Language = ENGLISH) -> str:
    """Name a sheet."""
    return language.say(SHEETS[name])


def part_of_year(name: str, part: int, language: Language = ENGLISH) -> str:
    """Name a row of a step that has several parts a year."""
    return language.say("{name}, part {part} of the year", name=name, part=language.number(part))


COUNTED = {
    "years": unsaid("Budget year, counted from 0"),
    "months": unsaid("Month in which the budget year begins"),
}


def counted_name(name: str, language: Language = ENGLISH) -> str:
    """Name the rows that count years and months."""
    return language.say(COUNTED[name])


def number_in_list(language: Language = ENGLISH) -> str:
    """Head the column that counts the rows of a table."""
    return language.say("Number")


def payer_code(payer: str, language: Language = ENGLISH) -> str:
    """Name a payer as the column does that sums choose by."""
    return language.say(PAYERS[payer])


def nature_code(nature: Nature, language: Language = ENGLISH) -> str:
    """Name how a line counts as the column does that sums choose by."""
    return language.say(NATURES[nature])


def cell_code(cell: Cell, no_cost: bool, language: Language = ENGLISH) -> str:
    """Name the cell of the five-year reading that a line is of, as the column does that sums choose by."""
    return language.say(NO_COST_CODE if no_cost else CELL_CODES[cell])


def cell_name(cell: Cell, language: Language = ENGLISH) -> str:
    """Name a cell of the five-year reading at the beginning of a row."""
    return beginning(language.say(CELL_CODES[cell]))


def paid_by(payer: str, nature: Nature, language: Language = ENGLISH) -> str:
    """Name the sum of what one payer bears in one way."""
    return language.say(
        "Borne by: {payer}, {nature}", payer=payer_code(payer, language), nature=nature_code(nature, language)
    )


def reading_name(reading: tuple[BookName, View], language: Language = ENGLISH) -> str:
    """Name what a book and a view count, at the beginning of a row."""
    return beginning(language.say(SCOPES[reading]))


def year_headings(language: Language = ENGLISH) -> list[str]:
    """Head the columns of a sheet with years, but for the years themselves."""
    return [
        language.say("Row"),
        language.say("Unit"),
        language.say("Category"),
        language.say("Payer"),
        language.say("Counts as"),
        language.say("Five-year reading"),
        language.say("Figure"),
        language.say("Total"),
        language.say("Present value"),
    ]


def budget_year(number: int, begins: date, language: Language = ENGLISH) -> str:
    """Head the column of a budget year."""
    return language.say("Year {number} from {month}", number=language.number(number), month=f"{begins:%Y-%m}")


def end_of_years(language: Language = ENGLISH) -> str:
    """Head the column behind the last year, for months that lie between years."""
    return language.say("End of the years")


def discount_row(language: Language = ENGLISH) -> str:
    """Name a row of what brings the amounts of each year to the decision date."""
    return language.say("Discounting of what is paid in the year")


def months_row(language: Language = ENGLISH) -> str:
    """Name a row of the months in which the amounts of each year are paid."""
    return language.say("Month in which it is paid")


def option_title(name: str, language: Language = ENGLISH) -> str:
    """Head the sheet of an option."""
    return language.say("{option}: every line from its factors", option=name)


def workings_title(language: Language = ENGLISH) -> str:
    """Head the sheet of what all options share."""
    return language.say("What all options share: years, growth, exchange, discounting")


def tables_title(language: Language = ENGLISH) -> str:
    """Head the sheet of lists."""
    return language.say("Lists of leases and loans: a row a level or an instalment")


def by_payer_title(language: Language = ENGLISH) -> str:
    """Head the sums by payer."""
    return language.say("Sums by payer, and how they count")


def by_category_title(language: Language = ENGLISH) -> str:
    """Head the sums by category."""
    return language.say("Sums by category")


def by_book_title(language: Language = ENGLISH) -> str:
    """Head the sums by book and view."""
    return language.say("Sums in each book")


def five_years_title(years: int, language: Language = ENGLISH) -> str:
    """Head the sums of the five-year reading."""
    return language.say(
        "Sums for the reading of the first {years} years, the agency's own, loans and sales apart",
        years=language.number(years),
    )


# ---- inputs and what is given


def inputs_title(language: Language = ENGLISH) -> str:
    """Head the sheet of inputs."""
    return language.say("Inputs: figures of the case")


def about_inputs(language: Language = ENGLISH) -> str:
    """Say which cells may be changed."""
    return language.say(
        "Change a figure in the column Likely: all results follow. Percentages and amounts stand in the unit of their "
        "row; low and high do not enter the worked case."
    )


def input_headings(language: Language = ENGLISH) -> list[str]:
    """Head the columns of the inputs."""
    return [
        language.say("Place in the case"),
        language.say("Figure"),
        language.say("Unit"),
        language.say("Low"),
        language.say("Likely"),
        language.say("High"),
        language.say("As exported"),
        language.say("Changed: 1"),
        language.say("In money"),
        language.say("Shape of the range"),
        language.say("Quality"),
        language.say("Source"),
    ]


def enters(used: bool, language: Language = ENGLISH) -> str:
    """Say whether a figure enters the money of any option."""
    return language.say("yes") if used else language.say("no")


def given_title(language: Language = ENGLISH) -> str:
    """Head the sheet of what is given."""
    return language.say("Given: years, dates, counts and choices of the case")


def about_given(language: Language = ENGLISH) -> str:
    """Say that these cells give the sheets their form."""
    return language.say(
        "These give the sheets their form: how many rows and years there are. Change them in the case, and make the "
        "workbook anew."
    )


def given_headings(language: Language = ENGLISH) -> list[str]:
    """Head the columns of what is given."""
    return [
        language.say("Place in the case"),
        language.say("What it is"),
        language.say("Unit"),
        language.say("Value"),
    ]


def horizon(language: Language = ENGLISH) -> str:
    """Name the number of years."""
    return language.say("Years looked at")


def months_looked_at(language: Language = ENGLISH) -> str:
    """Name the number of months."""
    return language.say("Months looked at")


def choice_name(name: str, language: Language = ENGLISH) -> str:
    """Name a choice of the case."""
    return language.say(CHOICES[name])


def numbers_title(language: Language = ENGLISH) -> str:
    """Head the numbers that formulas use."""
    return language.say("Numbers that formulas use")


def number_in_words(value: float, language: Language = ENGLISH) -> str:
    """Say what a number of the formulas is."""
    return language.say(NUMBERS[value]) if value in NUMBERS else language.say("Number in a formula of the model")
