"""Running costs, one-off costs and what is given or left over (method.md, sections 5 and 7)."""

import math

from .figures import Record, fraction, number, yearly_amount
from .growth import Case
from .ledger import Ledger
from .months import coverage
from .premises import Premises, open_buildings


def nature_of(line: Record) -> str:
    """Staff time is efficiency; all else is cash."""
    return "efficiency" if line.get("staff_time", False) else "cash"


def enter_running_line(case: Case, ledger: Ledger, line: Record, where: Premises, start: float, end: float) -> None:
    """One running cost over [start, end), with the size of the premises where it is borne."""
    amount, size = yearly_amount(case.document, line, "amount"), where.size(line.get("per", "office"))
    index, exchange = case.index[line["driver"]], case.exchange(line)
    for first, last in ledger.payments(line, start, min(end, float(case.months)), start, end):
        covered = coverage(case.years, first, last)
        amounts = [amount * size[year] * index[year] * covered[year] / exchange[year] for year in range(case.years)]
        ledger.by_year(line["category"], line.get("payer", "agency"), amounts, nature_of(line))


def enter_running(case: Case, ledger: Ledger, premises: Premises, left: Premises | None) -> None:
    """The option's own running costs from moving in, and those of the premises left until then."""
    never = float(case.months)
    for line in premises.option.get("running", []):
        start = max(number(case.document, line, "start"), premises.moving_in)
        end = min(number(case.document, line, "end", never), premises.end(case))
        enter_running_line(case, ledger, line, premises, start, end)
    for own in open_buildings(case, premises.option)[1:]:
        for line in (own.further or {}).get("running", []):
            start = max(number(case.document, line, "start"), own.used_from)
            end = min(number(case.document, line, "end", never), own.end(case))
            enter_running_line(case, ledger, line, own, start, end)
    if left is None:
        return
    for line in left.option.get("running", []):
        end = min(number(case.document, line, "end", never), premises.moving_in)
        enter_running_line(case, ledger, line, left, number(case.document, line, "start"), end)
    for old in open_buildings(case, left.option)[1:]:
        for line in (old.further or {}).get("running", []):
            start = max(number(case.document, line, "start"), old.lease_start)
            end = min(number(case.document, line, "end", never), old.moved_out(premises.moving_in))
            enter_running_line(case, ledger, line, old, start, end)


def enter_income(case: Case, ledger: Ledger, premises: Premises, left: Premises | None) -> None:
    """What others pay the agency: the option's own income from moving in, and that of the premises left until then."""
    never, stretches = float(case.months), [(premises, premises.option, premises.moving_in, premises.end(case))]
    for own in open_buildings(case, premises.option)[1:]:
        stretches.append((own, own.further or {}, own.used_from, own.end(case)))
    if left is not None:
        stretches.append((left, left.option, 0.0, premises.moving_in))
        for old in open_buildings(case, left.option)[1:]:
            stretches.append((old, old.further or {}, max(old.lease_start, 0.0), old.moved_out(premises.moving_in)))
    for where, written, begins, ends in stretches:
        for line in written.get("income", []):
            let = 1 - fraction(case.document, line, "vacancy")
            amount, size = yearly_amount(case.document, line, "amount") * let, where.size(line.get("per", "office"))
            start = max(number(case.document, line, "start"), begins)
            end = min(number(case.document, line, "end", never), ends)
            index, exchange = case.index[line["driver"]], case.exchange(line)
            for first, last in ledger.payments(line, start, min(end, never), start, end):
                covered = coverage(case.years, first, last)
                received = [-amount * size[t] * index[t] * covered[t] / exchange[t] for t in range(case.years)]
                ledger.by_year("income", "agency", received)


def month_of(case: Case, line: Record, premises: Premises) -> float:
    """The month in which a one-off or a contribution falls, late with the premises where it goes with them."""
    late = premises.delay if premises.moves and line.get("shifts_with_delay", True) else 0.0
    return number(case.document, line, "month") + late


def months_of(case: Case, line: Record, premises: Premises) -> list[float]:
    """The months in which a one-off falls: once, or again while the premises are used and it still repeats."""
    months = [month_of(case, line, premises)]
    every = line.get("repeats_every_years")
    end = min(number(case.document, line, "until", math.inf), premises.end(case), float(case.months))
    while every is not None and months[-1] + 12 * every < end:
        months.append(months[-1] + 12 * every)
    return months


def enter_one_offs(case: Case, ledger: Ledger, premises: Premises) -> None:
    """One-off costs, with their contingency."""
    option = premises.option
    contingency = fraction(case.document, option, "contingency")
    for line in option.get("one_offs", []):
        amount, size = number(case.document, line, "amount"), premises.size(line.get("per", "office"))
        index, exchange = case.index[line["driver"]], case.exchange(line)
        amounts = [amount * size[year] * index[year] / exchange[year] for year in range(case.years)]
        payer, extra = line.get("payer", "agency"), [contingency * each for each in amounts]
        for month in months_of(case, line, premises):
            ledger.once(line["category"], payer, month, amounts, nature_of(line))
            if line.get("contingency", True):
                # The contingency of a line that is staff time is staff time too.
                ledger.once("contingency", payer, month, extra, nature_of(line))


def enter_contributions(case: Case, ledger: Ledger, premises: Premises) -> None:
    """Money from the host or a donor: a receipt of the agency and a cost of the giver."""
    for line in premises.option.get("contributions", []):
        month = month_of(case, line, premises)
        amounts = [number(case.document, line, "amount") / rate for rate in case.exchange(line)]
        ledger.once("contributions", "agency", month, [-amount for amount in amounts])
        ledger.once("contributions", line["giver"], month, amounts)


def enter_residual_value(case: Case, ledger: Ledger, premises: Premises) -> None:
    """What is owned at the horizon: in the horizon's prices, or in today's where it has a driver."""
    value, driver = number(case.document, premises.option, "residual_value"), premises.option.get("residual_driver")
    grown = case.index[driver] if driver else [1.0] * case.years
    ledger.once("residual value", "agency", float(case.months), [-value * one for one in grown])
