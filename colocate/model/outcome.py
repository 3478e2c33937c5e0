"""What evaluating a case gives: for each option its lines, its money in every book and view, access, mandate, gates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from colocate.case import Case, Option
from colocate.case.spending import Payer
from colocate.model.access import OptionAccess
from colocate.model.bundles import LineMeans
from colocate.model.costs.line import Line, Nature
from colocate.model.costs.premises import Stay
from colocate.model.criteria import GateResult, GovernmentWish, Mandate
from colocate.model.prices import Prices
from colocate.model.totals import BookName, Money, View, difference
from colocate.quantity import Array


@dataclass(frozen=True)
class OptionOutcome:
    """All that the model finds about one option.

    `present_by_payer` has present values by payer and nature, `one_off_by_year` the agency's one-off budget, of shape
    `(years, 1 or draws)`. `line_means` has the mean of each line over the draws, where they were asked for.
    """

    option: Option
    stay: Stay
    lines: tuple[Line, ...]
    money: Mapping[tuple[BookName, View], Money]
    present_by_payer: Mapping[tuple[Payer, Nature], Array]
    one_off_by_year: Array
    line_means: LineMeans
    access: OptionAccess | None
    mandate: Mandate
    government: GovernmentWish
    gates: tuple[GateResult, ...]

    @property
    def id(self) -> str:
        """Return the option's id."""
        return self.option.id

    @property
    def name(self) -> str:
        """Return the option's name."""
        return self.option.name

    @property
    def fails(self) -> tuple[GateResult, ...]:
        """Return the gates that the option fails; it is shown, and not ranked, where there are any."""
        return tuple(gate for gate in self.gates if gate.status == "fail")

    @property
    def open_gates(self) -> tuple[GateResult, ...]:
        """Return the gates that nobody has settled; each is a condition of the verdict."""
        return tuple(gate for gate in self.gates if gate.status == "unknown")


@dataclass(frozen=True)
class Outcome:
    """The outcome of a case: its options in the case's order, the baseline first."""

    case: Case
    prices: Prices
    options: tuple[OptionOutcome, ...]

    @property
    def baseline(self) -> OptionOutcome:
        """Return the option that the others are measured against."""
        return self.options[0]

    def option(self, option_id: str) -> OptionOutcome:
        """Return one option's outcome; KeyError if there is none of that id."""
        for option in self.options:
            if option.id == option_id:
                return option
        raise KeyError(option_id)

    def against_baseline(self, option_id: str, book: BookName = "agency", view: View = "cash") -> Money:
        """Return an option's money less the baseline's; below 0 where the option costs less."""
        return difference(self.option(option_id).money[book, view], self.baseline.money[book, view])
