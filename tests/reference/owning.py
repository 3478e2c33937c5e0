"""What is bought and built over years (method.md, section 7)."""

import math

from .costs import month_of
from .figures import fraction, number, value_and_unit
from .growth import Case
from .ledger import Ledger
from .months import pieces
from .premises import Premises


def enter_works(case: Case, ledger: Ledger, premises: Premises) -> None:
    """Works with their contingency, month by month; each year of works is dated by its middle."""
    contingency = fraction(case.document, premises.option, "contingency")
    for line in premises.option.get("works", []):
        amount = number(case.document, line, "amount") * premises.size(line.get("per", "office"))
        index, exchange = case.index[line["driver"]], case.exchange(line)
        written = line["profile"] if isinstance(line["profile"], list) else [line["profile"]]
        parts = [value_and_unit(case.document, part)[0] for part in written]
        start, payer = month_of(case, line, premises), line.get("payer", "agency")
        for place, part in enumerate(parts):
            first = start + 12 * place
            for year, opens, closes in pieces(case.years, first, first + 12):
                spent = amount * part / math.fsum(parts) * (closes - opens) / 12 * index[year] / exchange[year]
                ledger.dated(line["category"], payer, year, first + 6, spent)
                if line.get("contingency", True):
                    ledger.dated("contingency on works", payer, year, first + 6, contingency * spent)
