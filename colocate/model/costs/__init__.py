"""What an option costs: one file per thing that is priced; `option_lines` puts them together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from colocate.case import Case
from colocate.model.costs.backoffice import SharedService, back_office_lines, services_of
from colocate.model.costs.capital import capital_charge_lines
from colocate.model.costs.coordinators import coordinator_lines
from colocate.model.costs.disruption import disruption_lines
from colocate.model.costs.house import SharedHouse, house_lines, houses_of, shared_lease
from colocate.model.costs.incentives import incentive_lines
from colocate.model.costs.income import income_lines
from colocate.model.costs.lease import lease_lines
from colocate.model.costs.line import Book, Factor, Line, growths_of
from colocate.model.costs.loan import loan_lines
from colocate.model.costs.oneoff import one_off_lines
from colocate.model.costs.premises import Stay
from colocate.model.costs.running import running_lines
from colocate.model.costs.sale import sale_lines
from colocate.model.costs.travel import TravelNeed, travel_lines
from colocate.model.costs.works import works_lines
from colocate.model.prices import Prices


@dataclass(frozen=True)
class Common:
    """What no option changes, worked out once for all of them; `travel_needs` is each option's travel by its id."""

    prices: Prices
    growths: Mapping[str, Factor]
    houses: tuple[SharedHouse, ...]
    services: tuple[SharedService, ...]
    travel_needs: dict[str, TravelNeed]


def common_of(case: Case, prices: Prices, travel_needs: dict[str, TravelNeed]) -> Common:
    """Work out what all options have in common."""
    growths = growths_of(prices)
    return Common(prices, growths, houses_of(case, growths), services_of(case, prices, growths), travel_needs)


def option_lines(case: Case, stay: Stay, common: Common) -> tuple[Line, ...]:
    """Write every line of one option, for every payer, in the order of the method page."""
    option = stay.option
    book = Book(option.id, common.prices, case.funds[0], common.growths)
    one_offs = one_off_lines(stay, book)
    return (
        *lease_lines(stay, book, shared_lease(case, option, stay.own), shared_lease(case, stay.left, stay.leaves)),
        *incentive_lines(stay, book, one_offs),
        *running_lines(stay, book),
        *income_lines(stay, book),
        *house_lines(common.houses, stay, book),
        *one_offs,
        *works_lines(stay, book),
        *loan_lines(stay, book),
        *capital_charge_lines(stay, book),
        *sale_lines(stay, book),
        *back_office_lines(common.services, stay, book),
        *coordinator_lines(case, stay, book),
        *travel_lines(case.travel, stay, common.travel_needs, book),
        *disruption_lines(stay, book),
    )
