"""Buildings that are sold, with the costs of selling them (method, section 7)."""

from __future__ import annotations

from colocate.model.costs.line import Book, Factor, Line, Terms
from colocate.model.costs.premises import Stay
from colocate.quantity import is_nothing


def sale_lines(stay: Stay, book: Book) -> list[Line]:
    """Write the price of each building that an option sells, and the costs of selling it, in the month of the sale."""
    lines = []
    for sale in stay.option.sales:
        if sale.month is None:
            month = stay.moving_in + sale.months_after
        else:
            month = stay.shifted(sale.month, sale.shifts_with_delay)
        moment, price = book.moment(month), Factor("price", sale.price, "money")
        received = Terms(sale.driver, sale.currency, fund=sale.fund, sign=-1.0)
        lines.append(book.dated("sale", sale.name, moment, (price,), received))
        if is_nothing(sale.costs):
            continue
        taken = (price, Factor("costs of sale", sale.costs, "fraction"))
        paid = Terms(sale.driver, sale.currency, fund=sale.fund)
        lines.append(
            book.dated("costs of sale", f"Costs of {sale.name[:1].lower()}{sale.name[1:]}", moment, taken, paid)
        )
    return lines
