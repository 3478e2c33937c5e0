"""What falls once: the one-off costs with their contingency, contributions, and what is left at the horizon."""

from __future__ import annotations

from colocate.case.spending import Contribution, OneOff
from colocate.costs.line import Book, Factor, Line, Terms
from colocate.costs.premises import SIZE_NAMES, Stay
from colocate.costs.running import terms_of


def one_off_lines(stay: Stay, book: Book) -> list[Line]:
    """Write an option's one-offs with their contingency, contributions and residual value (method, section 7)."""
    lines = []
    for cost in stay.option.one_offs:
        lines += _one_off(cost, stay, book)
    for contribution in stay.option.contributions:
        lines += _contribution(contribution, stay, book)
    residual = stay.option.residual_value
    if not (isinstance(residual, float) and residual == 0.0):
        left = (Factor("residual value", residual, "money"),)
        horizon = 12.0 * book.prices.horizon_years
        lines.append(book.dated("residual value", "Residual value", horizon, left, Terms(sign=-1.0)))
    return lines


def _one_off(cost: OneOff, stay: Stay, book: Book) -> list[Line]:
    month = cost.month + (stay.delay if cost.shifts_with_delay else 0.0)
    size = Factor(SIZE_NAMES[cost.per], stay.size.per(cost.per), cost.per)
    amount = Factor(f"amount per {cost.per}", cost.amount, "money")
    terms = terms_of(cost)
    line = book.dated(cost.category, cost.name, month, (size, amount), terms)
    contingency = stay.option.contingency
    if not cost.contingency or (isinstance(contingency, float) and contingency == 0.0):
        return [line]
    name = f"Contingency on {cost.name[:1].lower()}{cost.name[1:]}"
    reserve = Factor("contingency", contingency, "fraction")
    return [line, book.dated("contingency", name, month, (size, amount, reserve), terms)]


def _contribution(contribution: Contribution, stay: Stay, book: Book) -> list[Line]:
    """Write what the agency receives and what the giver bears: it changes books, and nothing for everyone."""
    month = contribution.month + (stay.delay if contribution.shifts_with_delay else 0.0)
    amount = (Factor("contribution", contribution.amount, "money"),)
    received = Terms(currency=contribution.currency, fund=contribution.fund, sign=-1.0)
    given = Terms(currency=contribution.currency, payer=contribution.giver)
    return [
        book.dated("contributions", contribution.name, month, amount, received),
        book.dated("contributions", f"{contribution.name}, given", month, amount, given),
    ]
