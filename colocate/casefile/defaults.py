"""A case of ten figures: what it leaves out is filled in with the defaults of a kind of market, each an assumption.

The filled document is an ordinary one: every default stands in it as a figure of its own, with range, source, quality
"assumed" and the kind of market, so that whatever reads a case knows it as assumed, and can move or replace it. What
the case states is never touched; filling twice changes nothing.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping, MutableMapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, get_args

from colocate.case import Case
from colocate.case.decision import Market
from colocate.case.disruption import Disruption
from colocate.case.house import BuildingCost
from colocate.case.office import Discounting, Office
from colocate.case.owning import Sale, Works
from colocate.case.premises import MarketValue, Renewal
from colocate.case.reach import Access
from colocate.case.services import BackOfficeService
from colocate.case.spending import Income, OneOff, RunningCost

Record = MutableMapping[str, Any]
Table = dict[str, Any]

MARKETS: tuple[str, ...] = tuple(market for market in get_args(Market) if market)
TABLES = Path(__file__).parents[2] / "data" / "defaults"
EVERY = "every"
"""The defaults that are the same in every market."""

CURRENCY = "USD"
"""The currency of every amount in the tables."""


MAY_BE_LEFT_OUT: dict[type, tuple[str, ...]] = {
    Case: ("discounting", "drivers"),
    Discounting: ("rate",),
    Office: ("m2_per_desk",),
    BuildingCost: ("driver",),
    BackOfficeService: ("driver", "saving"),
    Access: ("ideal", "limit", "circuity", "modes"),
    Renewal: ("rent", "driver"),
    MarketValue: ("rent", "driver"),
    RunningCost: ("driver",),
    Income: ("driver",),
    OneOff: ("driver",),
    Works: ("driver",),
    Sale: ("driver",),
    Disruption: ("driver",),
}
"""The fields that must be there, but in a case that takes defaults: they are filled in."""


@dataclass(frozen=True)
class Defaults:
    """The defaults of one kind of market by name; `written` turns a figure's table into what a document holds."""

    market: str
    written: Callable[[Table], Any] = dict

    def figure(self, name: str) -> Any:
        """Give a default as a document writes a figure; KeyError where there is none of that name."""
        return self.stated(default_figures(self.market)[name])

    def stated(self, table: Mapping[str, Any]) -> Any:
        """Give a figure's table as a document writes it, marked as assumed and as a default."""
        return self.written({**table, "quality": "assumed", "default": self.market})

    def shared(self, document: Record, name: str) -> str:
        """Give the name of a default that several places share; it joins the shared figures unless it is there."""
        shared = document.setdefault("shared", {})
        if isinstance(shared, MutableMapping) and name not in shared:
            shared[name] = self.figure(name)
        return f"shared.{name}"


@cache
def default_figures(market: str) -> Mapping[str, Table]:
    """Read the defaults of a kind of market, and those of every one, by name; OSError where the tables are gone."""
    read = (tomllib.loads((TABLES / f"{name}.toml").read_text(encoding="utf-8")) for name in (EVERY, market))
    return {name: figure for table in read for name, figure in table.items()}


def market_of(document: Mapping[str, Any]) -> str:
    """Give the kind of market whose defaults a document takes; empty where it takes none."""
    market = document.get("defaults")
    return market if isinstance(market, str) and market in MARKETS else ""


def put_missing(record: Record, key: str, value: Any) -> None:
    """Put a value in its place unless something stands there."""
    if key not in record:
        record[key] = value


def record_in(parent: Record, key: str) -> Record:
    """Give the record under a key, begun where there is none; a spare one where something else stands there."""
    found = parent.setdefault(key, {})
    return found if isinstance(found, MutableMapping) else {}


def records_in(parent: Mapping[str, Any], key: str) -> list[Record]:
    """Give the records of a list; none where there is no list."""
    found = parent.get(key)
    return [one for one in found if isinstance(one, MutableMapping)] if isinstance(found, list) else []


def in_dollars(document: Mapping[str, Any], record: Mapping[str, Any]) -> bool:
    """Tell whether the amounts of a record are in the currency of the tables."""
    return bool((record.get("currency") or document.get("currency", CURRENCY)) == CURRENCY)
