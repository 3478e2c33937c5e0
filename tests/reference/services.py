"""Shared back office and the National Coordinators (method.md, sections 8 and 9)."""

from .figures import Record, fraction, number, yearly_amount
from .growth import Case
from .ledger import Ledger
from .months import coverage, integral
from .premises import Premises


def is_shared(service: Record, premises: Premises) -> bool:
    """Whether a service has any line under this option."""
    if not service["opt_in"]:
        return False
    if service["owed_to_move"] and not premises.option.get("common_premises", False):
        return False
    return not service.get("needs_recognition", False) or "recognised_from" in service


def start_of(case: Case, service: Record, premises: Premises) -> float:
    """The month in which sharing starts."""
    start = number(case.document, service, "start")
    if service["owed_to_move"]:
        start += premises.moving_in
    if service.get("needs_recognition", False):
        start = max(start, number(case.document, service, "recognised_from"))
    return start


def maturity(case: Case, start: float, ramp_years: float) -> list[float]:
    """The part of each year's full saving that is reached, on a straight rise that begins at `start`."""
    mature = start + 12 * ramp_years

    def reached(month: float) -> float:
        return 1.0 if month >= mature else (month - start) / (mature - start)

    return integral(case.years, start, float(case.months), reached, [start, mature])


def enter_back_office(case: Case, ledger: Ledger, premises: Premises) -> None:
    """Savings, fee and transition cost of every service that is shared under this option."""
    document = case.document
    for service in document.get("back_office", []):
        if not is_shared(service, premises):
            continue
        start = start_of(case, service, premises)
        index, exchange = case.index[service["driver"]], case.exchange(service)
        price = [index[year] / exchange[year] for year in range(case.years)]
        reached = maturity(case, start, number(document, service, "ramp_years"))

        staff = number(document, service, "people") * yearly_amount(document, service, "cost_per_person")
        purchases = yearly_amount(document, service, "purchases")
        saved = fraction(document, service, "can_be_shared", 1.0) * fraction(document, service, "saving")
        cash_part = fraction(document, service, "cash_part")
        for today in (staff, purchases):
            saving = [-today * saved * reached[year] * price[year] for year in range(case.years)]
            ledger.by_year("back office saving", "agency", [cash_part * each for each in saving])
            ledger.by_year("back office saving", "agency", [(1 - cash_part) * each for each in saving], "efficiency")

        fee, covered = yearly_amount(document, service, "fee"), coverage(case.years, start, float(case.months))
        ledger.by_year("back office fee", "agency", [fee * price[year] * covered[year] for year in range(case.years)])
        transition = number(document, service, "transition")
        ledger.once("back office transition", "agency", start, [transition * each for each in price])


def enter_coordinators(case: Case, ledger: Ledger, premises: Premises) -> None:
    """What the coordinators' desks cost the agency, and what the host goes on giving; by country where named."""
    coordinators = case.document.get("coordinators")
    if coordinators is None:
        return
    plan = premises.option.get("coordinators", {})
    by_country = {one["country"]: one for one in plan.get("countries", [])}
    for country in coordinators.get("countries", []):
        enter_desks(case, ledger, premises, country, by_country.get(country["name"], plan))
    if not coordinators.get("countries"):
        enter_desks(case, ledger, premises, coordinators, plan)


def enter_desks(case: Case, ledger: Ledger, premises: Premises, hosted: Record, desks: Record) -> None:
    """The two lines of those coordinators whom `hosted` counts, under the plan of `desks`."""
    document = case.document
    index, count = case.index[document["coordinators"]["driver"]], number(document, hosted, "number")
    arrangement = desks.get("arrangement", "hosted")
    chance, since = {
        "hosted": (0.0, 0.0),
        "house": (1.0, premises.moving_in),
        "may be lost": (number(document, desks, "lost"), number(document, desks, "lost_from")),
    }[arrangement]
    paid = [chance * part for part in coverage(case.years, since, float(case.months))]
    if arrangement != "hosted":
        desk_cost = yearly_amount(document, desks, "desk_cost")
        costs = [paid[year] * count * desk_cost * index[year] for year in range(case.years)]
        ledger.by_year("coordinators", "agency", costs)
    value = count * yearly_amount(document, hosted, "value_of_hosting")
    given = [value * index[year] * (1 - paid[year]) for year in range(case.years)]
    ledger.by_year("value in kind", "host", given, "in kind")
