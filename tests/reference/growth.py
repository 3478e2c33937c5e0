"""Growth, indexes, exchange and the discount rate, year by year (method.md, section 2)."""

from dataclasses import dataclass

from .figures import Document, Record, by_year, fraction, fractions_by_year, number


@dataclass(frozen=True)
class Case:
    """A raw document with its rates worked out, one figure a budget year."""

    document: Document
    years: int
    growth: dict[str, list[float]]
    index: dict[str, list[float]]
    units_for_one: dict[str, list[float]]
    discount_rates: list[float]
    inflation: float

    @property
    def months(self) -> int:
        """The month in which the horizon ends."""
        return 12 * self.years

    def nominal(self, rate: float) -> float:
        """A rate as the case writes it, turned into a nominal one (inflation is 0 in a nominal case)."""
        return (1 + rate) * (1 + self.inflation) - 1

    def worth_today(self, years_away: float) -> float:
        """What 1 is worth at the decision date: a year after the other at the rate of that year, the last in part."""
        worth, year = 1.0, 0
        while years_away - year > 1 and year < self.years - 1:
            worth /= 1 + self.discount_rates[year]
            year += 1
        return float(worth * (1 + self.discount_rates[year]) ** -(years_away - year))

    def exchange(self, record: Record) -> list[float]:
        """How many units of the record's currency buy one of the case's, year by year."""
        return self.units_for_one[record.get("currency", self.document["currency"])]


def cumulated(rates: list[float]) -> list[float]:
    """The product of (1 + rate) over the years before each year: 1 in the first."""
    levels = [1.0]
    for rate in rates[:-1]:
        levels.append(levels[-1] * (1 + rate))
    return levels


def open_case(document: Document) -> Case:
    """The case with every rate nominal and every index and exchange rate tabulated."""
    years = int(document["horizon_years"])
    discounting = document["discounting"]
    inflation = fraction(document, discounting, "inflation") if discounting.get("rates") == "real" else 0.0

    growth: dict[str, list[float]] = {}
    for driver in document["drivers"]:
        stated = fractions_by_year(document, driver["growth"], years)
        growth[driver["id"]] = [(1 + rate) * (1 + inflation) - 1 for rate in stated]

    units_for_one = {document["currency"]: [1.0] * years}
    for currency in document.get("currencies", []):
        # The change of a rate of exchange is a nominal ratio in every case: never converted.
        changes = fractions_by_year(document, currency.get("change", 0), years)
        rate_today = number(document, currency, "rate")
        units_for_one[currency["code"]] = [rate_today * level for level in cumulated(changes)]

    rate = 100 * fraction(document, discounting, "rate")
    rates = [each / 100 for each in by_year(document, discounting, "rate", "rate_from", years, rate)]

    return Case(
        document=document,
        years=years,
        growth=growth,
        index={driver: cumulated(rates) for driver, rates in growth.items()},
        units_for_one=units_for_one,
        discount_rates=[(1 + rate) * (1 + inflation) - 1 for rate in rates],
        inflation=inflation,
    )
