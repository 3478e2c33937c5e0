"""What the leases cost: an option's own, and the one that its move leaves (method.md, section 4, the tables)."""

import math
from collections.abc import Callable

from .figures import fraction, number, yearly_amount
from .growth import Case
from .houses import our_share
from .ledger import Ledger
from .months import coverage, integral
from .premises import Premises, open_buildings
from .rent import left_rent, own_rent, rent_cuts

Level = Callable[[float], float]


def rent_due(case: Case, premises: Premises, level: Level, start: float, end: float) -> list[float]:
    """The rent of [start, end) that is not paid already on the day of the decision."""
    return rent_of(case, premises, level, max(start, number(case.document, premises.lease, "rent_paid_until")), end)


def rent_of(case: Case, premises: Premises, level: Level, start: float, end: float) -> list[float]:
    """The rent of [start, end) by budget year, in the case's currency."""
    size, exchange = premises.size(premises.lease.get("per", "m2")), case.exchange(premises.lease)
    levels = integral(case.years, start, end, level, rent_cuts(case, premises))
    return [size[year] * amount / exchange[year] for year, amount in enumerate(levels)]


def service_charge_of(case: Case, premises: Premises, start: float, end: float) -> list[float]:
    """The service charge of [start, end) by budget year, in the case's currency."""
    charge = yearly_amount(case.document, premises.lease, "service_charge")
    if charge == 0:
        return [0.0] * case.years
    size = premises.size(premises.lease.get("per", "m2"))
    index, exchange = case.index[premises.lease["service_charge_driver"]], case.exchange(premises.lease)
    covered = coverage(case.years, start, end)
    return [charge * size[year] * index[year] * covered[year] / exchange[year] for year in range(case.years)]


def split_subsidy(
    case: Case, premises: Premises, level: Level, start: float, end: float
) -> tuple[list[float], list[float]]:
    """The rent of [start, end): what the agency pays, and what the host pays as a subsidy."""
    rent = rent_due(case, premises, level, start, end)
    subsidy = premises.lease.get("subsidy")
    if subsidy is None:
        return rent, [0.0] * case.years
    share, until = fraction(case.document, subsidy, "share"), number(case.document, subsidy, "until")
    host = [share * amount for amount in rent_due(case, premises, level, start, min(end, until))]
    return [whole - part for whole, part in zip(rent, host, strict=True)], host


def enter_double_rent(case: Case, ledger: Ledger, premises: Premises, level: Level, start: float, end: float) -> None:
    """Rent and service charge of months in which the office pays for premises that it does not use."""
    agency, host = split_subsidy(case, premises, level, start, end)
    ledger.by_year("double rent", "agency", agency)
    ledger.by_year("double rent", "host", host)
    ledger.by_year("double rent", "agency", service_charge_of(case, premises, start, end))


def enter_deposit(case: Case, ledger: Ledger, premises: Premises, back: float) -> None:
    """The deposit: paid at the start unless that was before the decision, and back in month `back` with interest."""
    deposit, exchange = number(case.document, premises.lease, "deposit"), case.exchange(premises.lease)
    start, begins = premises.lease_start, 0.0
    if not premises.lease.get("deposit_paid", False):
        if start > case.months:
            return  # Neither paid nor back within the horizon.
        begins = max(start, 0.0)
        if start >= 0:
            due = deposit - number(case.document, premises.lease, "deposit_carried")
            ledger.once("deposit", "agency", start, [due / rate for rate in exchange])
    yearly = 1 + case.nominal(fraction(case.document, premises.lease, "deposit_interest"))
    # Without the field there is no interest, in a real case either.
    interest = yearly ** (max(back - begins, 0.0) / 12) if "deposit_interest" in premises.lease else 1.0
    ledger.once("deposit", "agency", back, [-deposit * interest / rate for rate in exchange])


def enter_restoration(case: Case, ledger: Ledger, premises: Premises, month: float) -> None:
    """Putting the premises back on leaving."""
    cost, area = number(case.document, premises.lease, "restoration"), premises.area
    if cost == 0:
        return
    index, exchange = case.index[premises.lease["restoration_driver"]], case.exchange(premises.lease)
    ledger.once("restoration", "agency", month, [cost * area[t] * index[t] / exchange[t] for t in range(case.years)])


def enter_value_in_kind(case: Case, ledger: Ledger, premises: Premises, level: Level, start: float, end: float) -> None:
    """What the host gives by a rent below the market's; never below 0 in a year."""
    market = premises.lease.get("market_value")
    if market is None:
        return
    size = premises.size(premises.lease.get("per", "m2"))
    full = yearly_amount(case.document, market, "rent")
    index, exchange = case.index[market["driver"]], case.exchange(premises.lease)
    covered, contract = coverage(case.years, start, end), rent_of(case, premises, level, start, end)
    at_market = [full * size[year] * index[year] * covered[year] / exchange[year] for year in range(case.years)]
    given = [max(market_rent - paid, 0.0) for market_rent, paid in zip(at_market, contract, strict=True)]
    ledger.by_year("value in kind", "host", given, "in kind")


def enter_shared(case: Case, ledger: Ledger, premises: Premises, rent: list[float], charge: list[float]) -> None:
    """Rent and service charge in use: the agency's, or split with the tenants that it hosts."""
    measure = premises.lease.get("shared_by", "")
    share = our_share(case, premises, measure) if measure else [1.0] * case.years
    for category, amounts in (("rent", rent), ("service charge", charge)):
        ledger.by_year(category, "agency", [amount * part for amount, part in zip(amounts, share, strict=True)])
        ledger.by_year(category, "un", [amount * (1 - part) for amount, part in zip(amounts, share, strict=True)])


def enter_own_lease(case: Case, ledger: Ledger, premises: Premises) -> None:
    """Every line of the lease of the option's own premises."""
    level, moving_in, end = own_rent(case, premises), premises.moving_in, premises.end(case)
    opens = max(premises.lease_start, 0.0)

    days = (premises.lease_start, min(end, float(case.months)))
    for first, last in ledger.payments(premises.lease, *days, premises.used_from, end):
        agency_rent, host_rent = split_subsidy(case, premises, level, first, last)
        charge = service_charge_of(case, premises, first, last)
        enter_shared(case, ledger, premises, agency_rent, charge)
        ledger.by_year("rent", "host", host_rent)

    if premises.moves:
        # A lease that ends before the office moves in is paid until its end only.
        for first, last in ledger.payments(premises.lease, *days, opens, min(moving_in, end)):
            enter_double_rent(case, ledger, premises, level, first, last)
    enter_deposit(case, ledger, premises, min(end, float(case.months)))
    expiry = premises.lease_expiry
    if expiry is not None and "renewal" not in premises.lease:
        enter_restoration(case, ledger, premises, expiry)
    enter_value_in_kind(case, ledger, premises, level, opens, float(case.months) if expiry is None else expiry)


def end_of_obligation(case: Case, left: Premises, planned_month: float, moving_in: float) -> tuple[float, bool]:
    """The month L in which the lease left can be ended, and whether its break option is used for that."""
    expiry = math.inf if left.lease_expiry is None else left.lease_expiry
    break_option = left.lease.get("break_option")
    if break_option is not None:
        ends = min(max(planned_month, number(case.document, break_option, "month")), expiry)
        return ends, ends < expiry
    if "surrender_premium" in left.lease:  # the landlord agrees to the planned day
        return min(planned_month, expiry), planned_month < expiry
    return (moving_in if math.isinf(expiry) else expiry), False


def enter_left_lease(case: Case, ledger: Ledger, premises: Premises, left: Premises) -> None:
    """Every line of the lease that the option's move leaves."""
    level, moving_in = left_rent(case, left), left.moved_out(premises.moving_in)
    ends, break_used = end_of_obligation(case, left, premises.planned_month, premises.moving_in)
    begins = 0.0
    if left.further is not None:
        begins = max(left.lease_start, 0.0)
        ends = max(ends, left.lease_start)  # told of the move before it began: owed from its first day to the move
    gone = max(ends, moving_in)

    days, nothing = (left.lease_start, min(gone, float(case.months))), [0.0] * case.years
    for first, last in ledger.payments(left.lease, *days, begins, min(ends, moving_in)):
        agency_rent, host_rent = split_subsidy(case, left, level, first, last)
        enter_shared(case, ledger, left, agency_rent, nothing)
        ledger.by_year("rent", "host", host_rent)
    for first, last in ledger.payments(left.lease, *days, begins, moving_in):
        enter_shared(case, ledger, left, nothing, service_charge_of(case, left, first, last))
    premium = fraction(case.document, left.lease, "holdover_premium")
    for first, last in ledger.payments(left.lease, *days, ends, moving_in):
        held_over = rent_due(case, left, level, first, last)
        ledger.by_year("holdover", "agency", [amount * (1 + premium) for amount in held_over])
    for first, last in ledger.payments(left.lease, *days, moving_in, ends):
        enter_double_rent(case, ledger, left, level, first, last)

    exchange = case.exchange(left.lease)
    if break_used and "break_option" in left.lease:
        penalty = number(case.document, left.lease["break_option"], "penalty")
        ledger.once("exit penalty", "agency", ends, [penalty / rate for rate in exchange])
    if break_used and "surrender_premium" in left.lease:
        premium = number(case.document, left.lease, "surrender_premium")
        ledger.once("surrender premium", "agency", ends, [premium / rate for rate in exchange])
    enter_restoration(case, ledger, left, gone)
    enter_deposit(case, ledger, left, min(gone, float(case.months)))
    enter_value_in_kind(case, ledger, left, level, max(left.lease_start, 0.0), gone)


def fit_out_bill(case: Case, premises: Premises) -> float:
    """What the agency pays for fit-out in cash within the horizon, without contingency."""
    bills = Ledger(case, "")
    for cost in premises.option.get("one_offs", []):
        is_ours = cost["category"] == "fit-out" and cost.get("payer", "agency") == "agency"
        if not is_ours or cost.get("staff_time", False):
            continue
        late = premises.delay if premises.moves and cost.get("shifts_with_delay", True) else 0.0
        amount, size = number(case.document, cost, "amount"), premises.size(cost.get("per", "office"))
        index, exchange = case.index[cost["driver"]], case.exchange(cost)
        priced = [amount * size[year] * index[year] / exchange[year] for year in range(case.years)]
        bills.once("fit-out", "agency", number(case.document, cost, "month") + late, priced)
    return math.fsum(entry.amount for entry in bills.entries)


def enter_incentives(case: Case, ledger: Ledger, premises: Premises, left: Premises | None) -> None:
    """What landlords give: a receipt, and nobody's cost."""
    ours = open_buildings(case, premises.option)
    theirs = [] if left is None else open_buildings(case, left.option)
    for where in (*ours, *(old for old in theirs if old.is_signed_before(premises.moving_in))):
        exchange = case.exchange(where.lease)
        for one in where.lease.get("incentives", []):
            amount, size = number(case.document, one, "amount"), where.size(one.get("per", "office"))
            month = number(case.document, one, "month")
            if any(where is own for own in ours):
                month += premises.delay if premises.moves and one.get("shifts_with_delay", True) else 0.0
            elif one["kind"] != "allowance" or month >= where.moved_out(premises.moving_in):
                continue
            received = [amount * each / rate for each, rate in zip(size, exchange, strict=True)]
            if one["kind"] == "works":
                bill = fit_out_bill(case, premises)
                received = [min(bill, most) for most in received]
            ledger.once("incentives", "agency", month, [-each for each in received])
