"""All entries of a case, their totals and their present values (method.md, sections 11 and 12)."""

import math
from collections import defaultdict

from .costs import enter_contributions, enter_income, enter_one_offs, enter_residual_value, enter_running
from .disruption import enter_disruption
from .figures import Document
from .growth import Case, open_case
from .houses import enter_houses
from .lease import enter_incentives, enter_left_lease, enter_own_lease
from .ledger import Entry, Ledger
from .owning import enter_capital_charges, enter_loans, enter_sales, enter_works
from .premises import left_premises, open_buildings, open_premises
from .services import enter_back_office, enter_coordinators
from .travel import Constituents, TravelTimes, enter_travel

BOOKS = {
    "agency": ("agency",),
    "un family": ("agency", "un"),
    "everyone": ("agency", "un", "host", "donor"),
}


def all_entries(case: Case, constituents: Constituents, travel_times: TravelTimes) -> list[Entry]:
    """Every entry of every option."""
    entries: list[Entry] = []
    for option in case.document["options"]:
        ledger, premises = Ledger(case, option["id"]), open_premises(case, option)
        left = left_premises(case, premises)
        for own in open_buildings(case, option):
            enter_own_lease(case, ledger, own)
        for old in [] if left is None else open_buildings(case, left.option):
            if old.is_signed_before(premises.moving_in):
                enter_left_lease(case, ledger, premises, old)
        enter_incentives(case, ledger, premises, left)
        enter_running(case, ledger, premises, left)
        enter_income(case, ledger, premises, left)
        enter_houses(case, ledger, premises, left)
        enter_one_offs(case, ledger, premises)
        enter_works(case, ledger, premises)
        enter_loans(case, ledger, premises)
        enter_capital_charges(case, ledger, premises)
        enter_sales(case, ledger, premises)
        enter_contributions(case, ledger, premises)
        enter_residual_value(case, ledger, premises)
        enter_back_office(case, ledger, premises)
        enter_coordinators(case, ledger, premises)
        enter_travel(case, ledger, premises, left, constituents, travel_times)
        enter_disruption(case, ledger, premises, left)
        entries += ledger.entries
    return entries


def total_costs(
    document: Document, constituents: Constituents = (), travel_times: TravelTimes | None = None
) -> dict[tuple[str, int, str, str, str], float]:
    """The amount of each (option, year, category, payer, nature); one that is not there counts 0."""
    amounts: dict[tuple[str, int, str, str, str], list[float]] = defaultdict(list)
    for entry in all_entries(open_case(document), constituents, travel_times or {}):
        if entry.amount != 0:
            amounts[entry.option, entry.year, entry.category, entry.payer, entry.nature].append(entry.amount)
    return {key: math.fsum(parts) for key, parts in amounts.items()}


def present_values(
    document: Document, constituents: Constituents = (), travel_times: TravelTimes | None = None
) -> dict[tuple[str, str], float]:
    """The present value of each (option, book) in the cash view; everyone's book counts value in kind as well."""
    case = open_case(document)
    shift = {"mid": 0.5, "end": 1.0, "start": 0.0}[document["discounting"].get("timing", "mid")]
    values: dict[tuple[str, str], list[float]] = {
        (option["id"], book): [] for option in document["options"] for book in BOOKS
    }
    for entry in all_entries(case, constituents, travel_times or {}):
        years_away = entry.year + shift if entry.month is None else entry.month / 12
        value = entry.amount * case.worth_today(years_away)
        for book, payers in BOOKS.items():
            counted = entry.nature == "cash" or (entry.nature == "in kind" and book == "everyone")
            if entry.payer in payers and counted:
                values[entry.option, book].append(value)
    return {key: math.fsum(parts) for key, parts in values.items()}
