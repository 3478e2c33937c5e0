"""What a case's options have in common, whether worked out at single figures, in possible futures, or as expected."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from colocate.case import Option
from colocate.case.spending import Payer
from colocate.model.access import OptionAccess
from colocate.model.costs.line import Nature
from colocate.model.costs.premises import Stay
from colocate.model.criteria import GateResult, GovernmentWish, Mandate
from colocate.model.totals import BookName, Money, View, difference
from colocate.quantity import Array


@dataclass(frozen=True, kw_only=True)
class FoundOption:
    """An option with its money in every book and view, its present values by payer and nature, and its access."""

    option: Option
    money: Mapping[tuple[BookName, View], Money]
    present_by_payer: Mapping[tuple[Payer, Nature], Array]
    access: OptionAccess | None

    @property
    def id(self) -> str:
        """Return the option's id."""
        return self.option.id

    @property
    def name(self) -> str:
        """Return the option's name."""
        return self.option.name


@dataclass(frozen=True, kw_only=True)
class JudgedOption(FoundOption):
    """An option with its months and sizes as well, its mandate, the government's wish, and its gates."""

    stay: Stay
    mandate: Mandate
    government: GovernmentWish
    gates: tuple[GateResult, ...]

    @property
    def fails(self) -> tuple[GateResult, ...]:
        """Return the gates that the option fails; it is shown, and not ranked, where there are any."""
        return tuple(gate for gate in self.gates if gate.status == "fail")

    @property
    def open_gates(self) -> tuple[GateResult, ...]:
        """Return the gates that nobody has settled; each is a condition of the verdict."""
        return tuple(gate for gate in self.gates if gate.status == "unknown")


Found = TypeVar("Found", bound=FoundOption)


@dataclass(frozen=True, kw_only=True)
class Options(Generic[Found]):
    """The options of a case in the case's order, the baseline first."""

    options: tuple[Found, ...]

    @property
    def baseline(self) -> Found:
        """Return the option that the others are measured against."""
        return self.options[0]

    def option(self, option_id: str) -> Found:
        """Return what was found of one option; KeyError if there is none of that id."""
        for option in self.options:
            if option.id == option_id:
                return option
        raise KeyError(option_id)

    def place_of(self, option_id: str) -> int:
        """Return an option's place in the case, which sets its colour and shape; ValueError for an unknown id."""
        return [option.id for option in self.options].index(option_id)

    def against_baseline(self, option_id: str, book: BookName = "agency", view: View = "cash") -> Money:
        """Return an option's money less the baseline's; below 0 where the option costs less."""
        return difference(self.option(option_id).money[book, view], self.baseline.money[book, view])
