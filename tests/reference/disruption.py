"""What moving does to the people of the office (method.md, section 7, the table of disruption)."""

import math

from .figures import Record, fraction, number, yearly_amount
from .growth import Case
from .lease import end_of_obligation
from .ledger import Ledger
from .months import pieces
from .premises import Premises


def enter_disruption(case: Case, ledger: Ledger, premises: Premises, left: Premises | None) -> None:
    """The days, posts and trips that a move costs, each month of it on its own."""
    said = premises.option.get("disruption")
    if said is None or left is None:
        return
    index, exchange = case.index[said["driver"]], case.exchange(said)
    worth = [level / units for level, units in zip(index, exchange, strict=True)]
    moving_in = premises.moving_in
    of_that_year = min(math.floor(moving_in / 12), case.years - 1)
    moved = premises.people[of_that_year]
    pay_of_a_year = yearly_amount(case.document, said, "cost_per_person")
    pay_of_a_day = pay_of_a_year / number(case.document, said, "working_days", 260.0)
    pay_of_a_minute = pay_of_a_day / number(case.document, said, "hours_a_day", 8.0) / 60
    time = said.get("time_counts_as", "efficiency")

    lost = moved * number(case.document, said, "days_lost") * pay_of_a_day
    ledger.once("days lost", "agency", moving_in, [lost * one for one in worth], time)

    slower = fraction(case.document, said, "slower_start") * pay_of_a_year
    until = moving_in + number(case.document, said, "slower_months")
    enter_months(case, ledger, "slower start", time, moving_in, until, [
        slower * people * one for people, one in zip(premises.people, worth, strict=True)
    ])  # fmt: skip

    leavers = moved * fraction(case.document, said, "leave")
    replaced = leavers * number(case.document, said, "cost_to_replace")
    kind = said.get("replacing_counts_as", "cash")
    ledger.once("replacing people", "agency", moving_in, [replaced * one for one in worth], kind)
    filled = moving_in + number(case.document, said, "vacant_months")
    unpaid = [leavers * pay_of_a_year * one for one in worth]
    saved = said.get("saved_pay_counts_as", "efficiency")
    enter_months(case, ledger, "work of vacant posts", time, moving_in, filled, unpaid)
    enter_months(case, ledger, "pay of vacant posts", saved, moving_in, filled, [-one for one in unpaid])

    trips = 52 * number(case.document, said, "trips_a_week")
    minutes = trips * number(case.document, said, "minutes_a_trip") * pay_of_a_minute
    fares = trips * number(case.document, said, "fare_a_trip")
    start, end = months_of_both(case, said, premises, left)
    enter_months(case, ledger, "time between sites", time, start, end, [minutes * one for one in worth])
    fares_are = said.get("fares_count_as", "cash")
    enter_months(case, ledger, "fares between sites", fares_are, start, end, [fares * one for one in worth])


def months_of_both(case: Case, said: Record, premises: Premises, left: Premises) -> tuple[float, float]:
    """From the new lease's first day, and after moving in while people stay at both and the old place is paid for."""
    paid_until, _ = end_of_obligation(case, left, premises.planned_month, premises.moving_in)
    end = premises.moving_in + number(case.document, said, "months_at_both")
    if end > paid_until:
        end = max(paid_until, premises.moving_in)
    return max(premises.lease_start, 0.0), end


def enter_months(
    case: Case, ledger: Ledger, category: str, nature: str, start: float, end: float, a_year: list[float]
) -> None:
    """Enter a twelfth of what a year of each budget year costs for every month of [start, end)."""
    amounts = [0.0] * case.years
    for year, opens, closes in pieces(case.years, start, end):
        amounts[year] += a_year[year] * (closes - opens) / 12
    ledger.by_year(category, "agency", amounts, nature)
