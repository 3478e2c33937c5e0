"""The list of entries that every part of the reference writes into."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from .growth import Case
from .months import year_of


@dataclass(frozen=True)
class Entry:
    """One amount in one budget year; `month` is the date that it has, and None for what is spread over its year."""

    option: str
    year: int
    category: str
    payer: str
    nature: str
    amount: float
    month: float | None


@dataclass
class Ledger:
    """All entries of one option."""

    case: Case
    option: str
    entries: list[Entry] = field(default_factory=list)

    def by_year(self, category: str, payer: str, amounts: Iterable[float], nature: str = "cash") -> None:
        """Enter an amount for each budget year, spread over it."""
        for year, amount in enumerate(amounts):
            self.entries.append(Entry(self.option, year, category, payer, nature, amount, None))

    def once(self, category: str, payer: str, month: float, amounts: Sequence[float], nature: str = "cash") -> None:
        """Enter a one-off in its month; `amounts` says what it would come to in each budget year."""
        year = year_of(month, self.case.years)
        if year is not None:
            self.entries.append(Entry(self.option, year, category, payer, nature, amounts[year], month))

    def dated(self, category: str, payer: str, year: int, month: float, amount: float, nature: str = "cash") -> None:
        """Enter an amount of a budget year that is brought to the decision date from a month of its own."""
        self.entries.append(Entry(self.option, year, category, payer, nature, amount, month))
