"""What random options own: works that are paid for over years, loans, charges on capital and sales."""

from __future__ import annotations

from tests.strategies_premises import (
    PER,
    Draft,
    Record,
    figure,
    money_of,
    month_figure,
    one_of,
    priced,
    some_of,
    whole,
)

WORKS_CATEGORIES = (
    "land", "purchase", "construction", "refurbishment", "major replacement", "design and supervision", "other works",
)  # fmt: skip
PAYERS = ("agency", "un", "host", "donor")
LENDERS = ("bank", "un", "host", "donor")


def draw_owning(draft: Draft, *, moves: bool) -> Record:
    """What an option owns, borrows and sells."""
    wanted = some_of(draft, "works", "more works", "loan", "second loan", "capital charge", "sale")
    works = [draw_works(draft, place) for place, name in enumerate(("works", "more works")) if name in wanted]
    loans = [draw_loan(draft, place) for place, name in enumerate(("loan", "second loan")) if name in wanted]
    charges = [draw_capital_charge(draft)] if "capital charge" in wanted else []
    sales = [draw_sale(draft, moves=moves)] if "sale" in wanted else []
    owned: Record = {"works": works, "loans": loans, "capital_charges": charges, "sales": sales}
    return {name: part for name, part in owned.items() if part}


def draw_works(draft: Draft, place: int) -> Record:
    """A work that is paid for over up to five years, perhaps nothing in some of them."""
    wanted = some_of(draft, "per", "currency", "payer", "fund", "shifts_with_delay", "contingency")
    works: Record = {"name": f"Works {place}", "category": one_of(draft, WORKS_CATEGORIES)}
    works["driver"] = one_of(draft, draft.drivers)
    money = money_of(draft, works, wanted)
    if "per" in wanted:
        works["per"] = one_of(draft, PER)
    if "payer" in wanted:
        works["payer"] = one_of(draft, PAYERS)
    if "fund" in wanted and works.get("payer", "agency") == "agency":
        works["fund"] = one_of(draft, draft.funds)
    unit = priced(money, works.get("per", "office"))
    works["amount"] = figure(draft, 0, 2_000, unit) if "per" in works else figure(draft, 0, 5_000_000, unit)
    works["month"] = month_figure(draft, 0, draft.months)
    works["profile"] = draw_profile(draft)
    for name in sorted({"shifts_with_delay", "contingency"} & wanted):
        works[name] = bool(whole(draft, 0, 1))
    return works


def draw_profile(draft: Draft) -> float | list[float]:
    """Parts of the whole, in tenths of a per cent, that add up to 100; a bare number where it is one year."""
    years = whole(draft, 1, 5)
    weights = [whole(draft, 0, 9) for _ in range(years)]
    if sum(weights) == 0:
        weights[-1] = 1
    parts = [round(100 * weight / sum(weights), 1) for weight in weights]
    parts[weights.index(max(weights))] += 100 - sum(parts)
    return 100 if years == 1 else [round(part, 1) for part in parts]


def draw_loan(draft: Draft, place: int) -> Record:
    """A loan of any form, that may end within the horizon or long after it."""
    wanted = some_of(draft, "currency", "fund", "shifts_with_delay", "rate", "rate_is", "falling")
    loan: Record = {"name": f"Loan {place}", "lender": one_of(draft, LENDERS), "term_years": whole(draft, 1, 30)}
    loan["principal"] = figure(draft, 0, 9_000_000, money_of(draft, loan, wanted))
    loan["month"] = month_figure(draft, 0, draft.months)
    loan["frequency"] = one_of(draft, ("yearly", "half-yearly", "quarterly", "monthly"))
    if "rate" in wanted:
        loan["rate"] = figure(draft, 0, 15, "%/year")
    if "rate_is" in wanted:
        loan["rate_is"] = one_of(draft, ("effective", "divided"))
    if "falling" in wanted:
        loan["instalments"] = "falling"
    if "fund" in wanted:
        loan["fund"] = one_of(draft, draft.funds)
    if "shifts_with_delay" in wanted:
        loan["shifts_with_delay"] = bool(whole(draft, 0, 1))
    grace = whole(draft, 0, min(5, loan["term_years"] - 1))
    if grace:
        loan |= {"grace_years": grace, "grace_interest": one_of(draft, ("paid", "capitalised"))}
    return loan


def draw_capital_charge(draft: Draft) -> Record:
    """A charge on capital that may end within the horizon or after it."""
    wanted = some_of(draft, "currency", "fund", "shifts_with_delay", "written down", "efficiency")
    charge: Record = {"name": "Capital charge", "years": whole(draft, 1, 30), "rate": figure(draft, 0, 12, "%/year")}
    charge["value"] = figure(draft, 0, 9_000_000, money_of(draft, charge, wanted))
    charge["month"] = month_figure(draft, 0, draft.months)
    charge["on"] = "written down" if "written down" in wanted else "invested"
    charge["counts_as"] = "efficiency" if "efficiency" in wanted else "cash"
    if "fund" in wanted:
        charge["fund"] = one_of(draft, draft.funds)
    if "shifts_with_delay" in wanted:
        charge["shifts_with_delay"] = bool(whole(draft, 0, 1))
    return charge


def draw_sale(draft: Draft, *, moves: bool) -> Record:
    """A building that is sold in its month, or where the option moves perhaps some months after."""
    wanted = some_of(draft, "currency", "fund", "shifts_with_delay", "costs", "month", "months_after")
    sale: Record = {"name": "Sale", "driver": one_of(draft, draft.drivers)}
    sale["price"] = figure(draft, 0, 9_000_000, money_of(draft, sale, wanted))
    if "month" in wanted or not moves:
        sale["month"] = month_figure(draft, 0, draft.months)
    elif "months_after" in wanted:
        sale["months_after"] = month_figure(draft, 0, 60)
    if "costs" in wanted:
        sale["costs"] = figure(draft, 0, 20, "%")
    if "fund" in wanted:
        sale["fund"] = one_of(draft, draft.funds)
    if "shifts_with_delay" in wanted:
        sale["shifts_with_delay"] = bool(whole(draft, 0, 1))
    return sale
