"""What falls once: the one-off costs with their contingency, contributions, and what is left at the horizon."""

from __future__ import annotations

from colocate.case.spending import OneOff
from colocate.costs.line import Book, Factor, Line
from colocate.costs.premises import SIZE_NAMES, Stay


def one_off_lines(stay: Stay, book: Book) -> list[Line]:
    """Write the one-offs of an option, contingency beside each, contributions and residual value (method, section 7)."""
    lines = []
    for cost in stay.option.one_offs:
        lines += _one_off(cost, stay, book)
    for contribution in stay.option.contributions:
        month = contribution.month + (stay.delay if contribution.shifts_with_delay else 0.0)
        amount = (Factor("contribution", contribution.amount, "money"),)
        currency, fund = contribution.currency, contribution.fund
        name = contribution.name
        lines.append(
            book.dated("contributions", name, month, amount, currency=currency, fund=fund, sign=-1.0)
        )
        lines.append(
            book.dated(
                "contributions", f"{name}, given", month, amount, currency=currency, payer=contribution.giver
            )
        )
    residual = stay.option.residual_value
    if not (isinstance(residual, float) and residual == 0.0):
        horizon = 12.0 * book.prices.horizon_years
        lines.append(
            book.dated(
                "residual value",
                "Residual value",
                horizon,
                (Factor("residual value", residual, "money"),),
                sign=-1.0,
            )
        )
    return lines


def _one_off(cost: OneOff, stay: Stay, book: Book) -> list[Line]:
    month = cost.month + (stay.delay if cost.shifts_with_delay else 0.0)
    factors: tuple[Factor, ...] = (
        Factor(SIZE_NAMES[cost.per], stay.size.per(cost.per), cost.per),
        Factor(f"amount per {cost.per}", cost.amount, "money"),
    )
    line = book.dated(
        cost.category,
        cost.name,
        month,
        factors,
        driver=cost.driver,
        currency=cost.currency,
        payer=cost.payer,
        fund=cost.fund,
        nature="efficiency" if cost.staff_time else "cash",
        labour=cost.staff_time,
    )
    if not cost.contingency or (isinstance(stay.option.contingency, float) and stay.option.contingency == 0.0):
        return [line]
    reserve = book.dated(
        "contingency",
        f"Contingency on {cost.name[:1].lower()}{cost.name[1:]}",
        month,
        (*factors, Factor("contingency", stay.option.contingency, "fraction")),
        driver=cost.driver,
        currency=cost.currency,
        payer=cost.payer,
        fund=cost.fund,
        nature="efficiency" if cost.staff_time else "cash",
        labour=cost.staff_time,
    )
    return [line, reserve]
