"""What an option costs: one file per thing that is priced; `option_lines` puts them together."""

from __future__ import annotations

from colocate.case import Case, Option
from colocate.costs.backoffice import back_office_lines
from colocate.costs.coordinators import coordinator_lines
from colocate.costs.house import house_lines, shared_lease
from colocate.costs.lease import lease_lines
from colocate.costs.line import Book, Line
from colocate.costs.oneoff import one_off_lines
from colocate.costs.premises import stay_of
from colocate.costs.running import running_lines
from colocate.costs.travel import TravelNeed, travel_lines
from colocate.prices import Prices


def option_lines(case: Case, option: Option, prices: Prices, travel_needs: dict[str, TravelNeed]) -> tuple[Line, ...]:
    """Write every line of one option, for every payer, in the order of the method page."""
    stay = stay_of(case, option)
    book = Book(option.id, prices, case.funds[0])
    return (
        *lease_lines(stay, book, shared_lease(case, option, stay.size), shared_lease(case, stay.left, stay.left_size)),
        *running_lines(stay, book),
        *house_lines(case, stay, book),
        *one_off_lines(stay, book),
        *back_office_lines(case, stay, book),
        *coordinator_lines(case, stay, book),
        *travel_lines(case.travel, stay, travel_needs, book),
    )
