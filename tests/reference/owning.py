"""What is bought and built over years, borrowed for it, charged on it, and sold (method.md, section 7)."""

import math

from .costs import month_of
from .figures import Record, fraction, number, value_and_unit
from .growth import Case
from .ledger import Ledger
from .months import integral, pieces
from .premises import Premises


def enter_works(case: Case, ledger: Ledger, premises: Premises) -> None:
    """Works with their contingency, month by month; each year of works is dated by its middle."""
    contingency = fraction(case.document, premises.option, "contingency")
    for line in premises.option.get("works", []):
        amount, size = number(case.document, line, "amount"), premises.size(line.get("per", "office"))
        index, exchange = case.index[line["driver"]], case.exchange(line)
        written = line["profile"] if isinstance(line["profile"], list) else [line["profile"]]
        parts = [value_and_unit(case.document, part)[0] for part in written]
        start, payer = month_of(case, line, premises), line.get("payer", "agency")
        for place, part in enumerate(parts):
            first = start + 12 * place
            for year, opens, closes in pieces(case.years, first, first + 12):
                spent = amount * size[year] * part / math.fsum(parts) * (closes - opens) / 12
                spent *= index[year] / exchange[year]
                ledger.dated(line["category"], payer, year, first + 6, spent)
                if line.get("contingency", True):
                    ledger.dated("contingency on works", payer, year, first + 6, contingency * spent)


A_YEAR = {"yearly": 1, "half-yearly": 2, "quarterly": 4, "monthly": 12}


def enter_loans(case: Case, ledger: Ledger, premises: Premises) -> None:
    """Loans, an instalment after the other, in the agency's book and that of the lender."""
    for loan in premises.option.get("loans", []):
        month = month_of(case, loan, premises)
        if month > case.months:
            continue
        for payer, sign in (("agency", 1.0), (loan["lender"], -1.0)):
            if payer != "bank":
                enter_loan(case, ledger, loan, month, payer, sign)


def enter_loan(case: Case, ledger: Ledger, loan: Record, month: float, payer: str, sign: float) -> None:
    """One loan in one book: what is received below 0, what is paid and owed above, for the borrower."""
    exchange, a_year = case.exchange(loan), A_YEAR[loan.get("frequency", "yearly")]
    principal, rate = number(case.document, loan, "principal") * sign, fraction(case.document, loan, "rate")
    a_period = rate / a_year if loan.get("rate_is") == "divided" else math.expm1(math.log1p(rate) / a_year)
    grace = a_year * loan.get("grace_years", 0)
    due = a_year * loan["term_years"] - grace
    ledger.once("loan received", payer, month, [-principal / one for one in exchange])

    owed, last = principal, month
    at_start = 0.0
    for place in range(1, grace + due + 1):
        date = month + 12 * place / a_year
        if date > case.months:
            break
        year = math.ceil(date / 12) - 1  # an instalment closes its period: at the end of a year it is of that year
        interest, repaid = owed * a_period, 0.0
        if place <= grace and loan.get("grace_interest") == "capitalised":
            owed, interest = owed + interest, 0.0
        if place == grace + 1:
            at_start = owed
        if place > grace:
            if loan.get("instalments", "equal") == "falling" or a_period == 0:
                repaid = at_start / due
            else:
                repaid = at_start * a_period / -math.expm1(-due * math.log1p(a_period)) - interest
        ledger.dated("interest", payer, year, date, interest / exchange[year])
        ledger.dated("loan repayment", payer, year, date, repaid / exchange[year])
        owed, last = (0.0 if place == grace + due else owed - repaid), date
    rest = owed * (1 + a_period) ** ((case.months - last) * a_year / 12)
    ledger.once("loan still owed", payer, float(case.months), [rest / one for one in exchange])


def enter_capital_charges(case: Case, ledger: Ledger, premises: Premises) -> None:
    """What is charged on capital, on a value that stays or falls evenly to nothing, month by month."""
    for charge in premises.option.get("capital_charges", []):
        value, rate = number(case.document, charge, "value"), fraction(case.document, charge, "rate")
        start, life, exchange = month_of(case, charge, premises), 12 * charge["years"], case.exchange(charge)
        falls = charge["on"] == "written down"

        def bound(month: float, start: float = start, life: int = life, falls: bool = falls) -> float:
            return 1 - (month - start) / life if falls else 1.0

        parts = integral(case.years, start, start + life, bound)
        amounts = [value * rate * part / exchange[year] for year, part in enumerate(parts)]
        ledger.by_year("capital charge", "agency", amounts, charge["counts_as"])


def enter_sales(case: Case, ledger: Ledger, premises: Premises) -> None:
    """Buildings sold, in their month or so many months after moving out, and what selling costs."""
    for sale in premises.option.get("sales", []):
        after = premises.moving_in + number(case.document, sale, "months_after")
        month = month_of(case, sale, premises) if "month" in sale else after
        price, index, exchange = number(case.document, sale, "price"), case.index[sale["driver"]], case.exchange(sale)
        prices = [price * index[year] / exchange[year] for year in range(case.years)]
        costs = fraction(case.document, sale, "costs")
        ledger.once("sale", "agency", month, [-one for one in prices])
        ledger.once("costs of sale", "agency", month, [costs * one for one in prices])
