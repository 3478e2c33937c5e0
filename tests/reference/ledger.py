"""The list of entries that every part of the reference writes into."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from .figures import Record
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
    due: float | None = None
    """While it is set: the month in which what is entered by year is paid."""

    def by_year(self, category: str, payer: str, amounts: Iterable[float], nature: str = "cash") -> None:
        """Enter an amount for each budget year, spread over it."""
        for year, amount in enumerate(amounts):
            if amount != 0 or self.due is None:
                self.entries.append(Entry(self.option, year, category, payer, nature, amount, self.due))

    def payments(
        self, record: Record, first_day: float, last_day: float, start: float, end: float
    ) -> Iterator[tuple[float, float]]:
        """Go through the payments for [start, end), and date what is entered meanwhile.

        Periods are counted from the first day; each is paid on its first or last day, not before the decision nor after
        the last day of all. All at once, and without a date, where the record states no payments.
        """
        if not record.get("payments"):
            yield start, end
            return
        length = {"monthly": 1, "quarterly": 3, "half-yearly": 6, "yearly": 12}[record["payments"]]
        begin = first_day
        while begin < end:
            first, last = max(begin, start), min(begin + length, end)
            if first < last:
                date = begin if record.get("in_advance", False) else begin + length
                self.due = min(max(date, 0.0), last_day)
                yield first, last
            begin += length
        self.due = None

    def once(self, category: str, payer: str, month: float, amounts: Sequence[float], nature: str = "cash") -> None:
        """Enter a one-off in its month; `amounts` says what it would come to in each budget year."""
        year = year_of(month, self.case.years)
        if year is not None:
            self.entries.append(Entry(self.option, year, category, payer, nature, amounts[year], month))

    def dated(self, category: str, payer: str, year: int, month: float, amount: float, nature: str = "cash") -> None:
        """Enter an amount of a budget year that is brought to the decision date from a month of its own."""
        self.entries.append(Entry(self.option, year, category, payer, nature, amount, month))
