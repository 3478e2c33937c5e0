"""Random leases and houses for random cases, and the small draws that every record is made of.

Every figure is two draws of a small whole number, and the optional parts of a record are drawn six at a time: that
keeps a whole case fast to draw and lets Hypothesis shrink it to bare zeros with nothing optional.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from hypothesis import strategies as st

Record = dict[str, Any]

MEASURES = {
    "people": (100, "person"),
    "area": (900, "m2"),
    "workstations": (80, "workstation"),
    "use": (60, "use/year"),
}
PER = ("m2", "person", "workstation", "office")
RUNNING_CATEGORIES = (
    "utilities", "cleaning", "maintenance", "security", "insurance", "ict", "common services", "other running",
)  # fmt: skip
FIGURE_PLACES = 200  # Places between the lowest and the highest value of a figure.
FIGURE_FORMS = 16


@dataclass
class Draft:
    """A case while it is drawn: what its records may refer to, and its shared figures so far."""

    draw: Callable[[Any], Any]
    horizon: int
    codes: list[str]
    drivers: list[str]
    funds: list[str]
    shared: Record = field(default_factory=dict)
    shared_by_kind: dict[tuple[Any, ...], list[str]] = field(default_factory=dict)

    @property
    def months(self) -> int:
        """The month in which the horizon ends."""
        return 12 * self.horizon


@cache
def whole_numbers(low: int, high: int) -> st.SearchStrategy[int]:
    """The strategy of whole numbers between two limits, built once."""
    return st.integers(low, high)


def whole(draft: Draft, low: int, high: int) -> int:
    """A whole number from low to high."""
    return int(draft.draw(whole_numbers(low, high)))


def one_of(draft: Draft, choices: Sequence[str]) -> str:
    """One of the choices; the first is the simplest."""
    return choices[whole(draft, 0, len(choices) - 1)]


def some_of(draft: Draft, *names: str) -> set[str]:
    """Any of the names; none is the simplest.

    Six names a draw: Hypothesis draws evenly from a short range only, and favours small numbers in a long one.
    """
    chosen: set[str] = set()
    for first in range(0, len(names), 6):
        group = names[first : first + 6]
        bits = whole(draft, 0, 2 ** len(group) - 1)
        chosen |= {name for place, name in enumerate(group) if bits >> place & 1}
    return chosen


def table(low: float, high: float, mode: float, unit: str, form: int) -> Record:
    """A figure as a table: a range around its mode that stays within the limits, of one of several shapes."""
    words: Record = {"unit": unit, "source": "drawn at random", "quality": ("exact", "estimated", "assumed")[form % 3]}
    below, above = low + (mode - low) * 0.8, mode + (high - mode) * 0.1
    if form % 6 == 0:
        return {"mode": mode} | words
    if form % 6 == 1 and low <= mode * 0.9 and 0 < mode * 1.1 <= high:
        return {"low": mode * 0.9, "high": mode * 1.1, "shape": ("normal", "lognormal")[form % 4 // 2]} | words
    if form % 6 == 2:
        return {"low": below, "high": above, "shape": "uniform"} | words
    shape = {"shape": "triangular"} if form % 6 == 3 else {}
    return {"low": below, "mode": mode, "high": above} | shape | words


def share_figure(draft: Draft, kind: tuple[Any, ...], figure: Any) -> str:
    """Write a figure under [shared] and name it; kinds keep figures apart whose limits or units differ."""
    name = f"figure-{len(draft.shared) + 1}"
    draft.shared[name] = figure
    draft.shared_by_kind.setdefault(kind, []).append(f"shared.{name}")
    return f"shared.{name}"


def figure(draft: Draft, low: float, high: float, *units: str) -> Any:
    """A figure within limits: a bare number (in the first unit), a table, or the name of a shared one."""
    form, place = whole(draft, 0, FIGURE_FORMS - 1), whole(draft, 0, FIGURE_PLACES)
    mode = round(low + (high - low) * place / FIGURE_PLACES, 4)
    unit, kind = units[place % len(units)], (low, high, *units)
    if form < 7:
        return mode
    if form < 12:
        return table(low, high, mode, unit, place)
    known = draft.shared_by_kind.get(kind, [])
    if form == 12 and known:
        return known[place % len(known)]
    if form == 13 and known:
        return share_figure(draft, kind, known[place % len(known)])
    return share_figure(draft, kind, mode if form == 14 else table(low, high, mode, unit, place))


def money_over_time(draft: Draft, high: float, money: str) -> Any:
    """An amount a year or a month; `money` is its unit without the time, such as USD/m2."""
    return figure(draft, 0, high, f"{money}/year", f"{money}/month")


def month(draft: Draft, low: float, high: float) -> float:
    """A bare month in quarters, often on a year's boundary, so that sums of months are exact."""
    years, quarters = whole(draft, 0, int((high - low) // 12)), whole(draft, 0, 59)
    drawn = low + 12 * years + quarters / 4
    if quarters >= 48:
        drawn = max(low, (low + 12 * years) // 12 * 12)
    drawn = min(drawn, high)
    return int(drawn) if drawn == int(drawn) else drawn


def month_figure(draft: Draft, low: float, high: float) -> Any:
    """A month that stands by itself: bare, a table or shared."""
    mode = month(draft, low, high)
    form = whole(draft, 0, 7)
    if form < 5:
        return mode
    words = {"unit": "month", "source": "drawn at random", "quality": "estimated"}
    spread = {"low": max(low, mode - 1), "mode": mode, "high": min(high, mode + 1)} | words
    return spread if form < 7 else share_figure(draft, ("month", low, high), spread)


def priced(money: str, per: str) -> str:
    """The unit of money per something; a lump sum has no `per`."""
    return money if per == "office" else f"{money}/{per}"


def money_of(draft: Draft, record: Record, wanted: set[str]) -> str:
    """Give the record a currency where it is wanted, and say which one its amounts are in."""
    if "currency" in wanted:
        record["currency"] = one_of(draft, draft.codes)
    return str(record.get("currency", draft.codes[0]))


def draw_changes(draft: Draft, low: float, high: float, field: str, unit: str) -> list[Record]:
    """What a figure is from later years on: up to three changes within the horizon; none where it is of one year."""
    years: set[int] = set()
    for _ in range(whole(draft, 1, 3) if draft.horizon > 1 else 0):
        years.add(whole(draft, 1, draft.horizon - 1))
    return [{"from_year": year, field: figure(draft, low, high, unit)} for year in sorted(years)]


def draw_house(draft: Draft, number: int) -> Record:
    """A common house; its tenants state the measures by which its costs may be shared, and no others."""
    wanted = some_of(draft, "already_running", "desks", "occupancy", "occupancy_from", "driver", *MEASURES)
    measures = [measure for measure in MEASURES if measure in wanted] or ["people"]
    house: Record = {"id": f"house-{number}", "name": f"House {number}", "already_running": "already_running" in wanted}
    if "desks" in wanted:
        house["desks"] = figure(draft, 1, 300, "workstation")
    if "occupancy" in wanted:
        house["occupancy"] = figure(draft, 0, 120, "%")
    if "occupancy_from" in wanted:
        house["occupancy_from"] = draw_changes(draft, 0, 120, "occupancy", "%")
    if "driver" in wanted:
        house["driver"] = one_of(draft, draft.drivers)
    house["tenants"] = []
    for place in range(whole(draft, 1, 3)):
        tenant: Record = {"name": f"Tenant {place}"}
        for measure in measures:
            highest, unit = MEASURES[measure]
            tenant[measure] = figure(draft, 1, highest, unit)
        has = some_of(draft, "leaves", "cost_today")
        if "leaves" in has:
            tenant["leaves"] = month_figure(draft, 0, draft.months)
        if "cost_today" in has and "driver" in house:
            tenant["cost_today"] = money_over_time(draft, 90_000, draft.codes[0])
        house["tenants"].append(tenant)
    house["costs"] = []
    for place in range(whole(draft, 0, 3)):
        cost: Record = {"name": f"Cost {place}", "category": one_of(draft, RUNNING_CATEGORIES)}
        cost |= {"driver": one_of(draft, draft.drivers), "shared_by": one_of(draft, measures)}
        if house["already_running"] and whole(draft, 0, 2) == 2:
            cost["rises_with_us"] = figure(draft, 0, 100, "%")
        cost["amount"] = money_over_time(draft, 400_000, money_of(draft, cost, some_of(draft, "currency")))
        house["costs"].append(cost)
    return house


def draw_steps(draft: Draft, rent_unit: str) -> list[Record]:
    """One to three rents fixed in advance, at months that strictly rise."""
    steps: list[Record] = []
    after = month(draft, 0.25, 36)
    for _ in range(whole(draft, 1, 3)):
        steps.append({"after_months": after, "rent": money_over_time(draft, 600, rent_unit)})
        after += month(draft, 0.25, 48)
    return steps


def draw_indexation(draft: Draft, rent_unit: str) -> Record:
    """Rent that follows a driver, perhaps in part and between a floor and a cap, rises by an amount, or both."""
    wanted = some_of(draft, "cap", "floor", "share", "amount", "no driver")
    clause: Record = {}
    if "amount" in wanted:
        clause["amount"] = money_over_time(draft, 60, rent_unit)
        if "no driver" in wanted:
            return clause
    clause["driver"] = one_of(draft, draft.drivers)
    if "share" in wanted:
        clause["share"] = figure(draft, 0, 100, "%")
    if "cap" in wanted:
        clause["cap"] = figure(draft, 3, 8, "%/year")
    if "floor" in wanted:
        clause["floor"] = figure(draft, -1, 3, "%/year")
    return clause


def draw_renewal(draft: Draft, rent_unit: str) -> Record:
    """What follows the expiry."""
    renewal: Record = {"rent": money_over_time(draft, 600, rent_unit), "driver": one_of(draft, draft.drivers)}
    wanted = some_of(draft, "premium", "term_years", "upward_only")
    if "upward_only" in wanted:
        renewal["upward_only"] = True
    if "premium" in wanted:
        renewal["premium"] = figure(draft, -20, 50, "%")
    if "term_years" in wanted:
        renewal["term_years"] = whole(draft, 1, 6)
    return renewal


def draw_term(draft: Draft, lease: Record, planned_month: float | None, wanted: set[str]) -> None:
    """Start, expiry and break option: a lease of an office that stays has begun, another starts by the move."""
    start = month(draft, -72, 0) if planned_month is None else month(draft, 0, planned_month)
    if start != 0 or "start" in wanted:
        lease["start"] = start
    if "expiry" in wanted or lease["tenure"] in ("nominal", "rent-free"):
        lease["expiry"] = month(draft, max(planned_month or 0, 0) + 0.25, draft.months + 60)
        if planned_month is not None and whole(draft, 0, 3) == 3:
            lease["fixed_expiry"] = True
    if "break_option" in wanted:
        lease["break_option"] = {"month": month(draft, 0, lease.get("expiry", draft.months + 24))}


def draw_incentive(draft: Draft, place: int, money: str, moves: bool) -> Record:
    """What the landlord gives; the first may pay for works, the option's fit-out, which draw_option sees to."""
    kinds = ("allowance", *(("buy-out",) if moves else ()), *(("works",) if place == 0 else ()))
    incentive: Record = {"name": f"Incentive {place}", "kind": one_of(draft, kinds)}
    wanted = some_of(draft, "per", "shifts_with_delay")
    if "per" in wanted:
        incentive["per"] = one_of(draft, PER)
    most = 500 if incentive.get("per", "office") != "office" else 300_000
    incentive["amount"] = figure(draft, 0, most, priced(money, incentive.get("per", "office")))
    incentive["month"] = month_figure(draft, 0, draft.months)
    if "shifts_with_delay" in wanted:
        incentive["shifts_with_delay"] = bool(whole(draft, 0, 1))
    return incentive


def draw_payments(draft: Draft, record: Record) -> None:
    """When rent and charges, or a running cost, are paid, if that is stated."""
    often = one_of(draft, ("", "", "", "monthly", "quarterly", "half-yearly", "yearly"))
    if often:
        record["payments"] = often
        if whole(draft, 0, 1):
            record["in_advance"] = True


def draw_lease(draft: Draft, planned_month: float | None, house: Record | None) -> Record:
    """A lease of any tenure, with the parts that its tenure allows."""
    wanted = some_of(
        draft, "area", "area_from", "currency", "fund", "per", "start", "expiry", "rent_free_months", "service_charge",
        "renewal", "break_option", "holdover_premium", "deposit", "restoration", "subsidy", "shared_by",
        "deposit_paid", "deposit_carried", "deposit_interest", "rent_paid_until", "surrender_premium", "incentives",
    )  # fmt: skip
    tenure = one_of(draft, ("commercial", "preferential", "nominal", "rent-free", "owned"))
    lease: Record = {"tenure": tenure}
    if "per" in wanted:
        lease["per"] = one_of(draft, PER)
    if "fund" in wanted:
        lease["fund"] = one_of(draft, draft.funds)
    if "area" in wanted:
        lease["area"] = figure(draft, 20, 1500, "m2")
    if "area_from" in wanted:
        lease["area_from"] = draw_changes(draft, 20, 1500, "area", "m2")
    money = money_of(draft, lease, wanted)
    rent_unit = priced(money, lease.get("per", "m2"))
    draw_term(draft, lease, planned_month, wanted)
    draw_payments(draft, lease)
    if tenure not in ("owned", "rent-free"):
        lease["rent"] = money_over_time(draft, 400, rent_unit)
        changes = some_of(draft, "steps", "indexation", "rent_driver")
        if "steps" in changes:
            lease["steps"] = draw_steps(draft, rent_unit)
        if "indexation" in changes:
            lease["indexation"] = draw_indexation(draft, rent_unit)
        if "rent_driver" in changes and lease.get("start", 0) > 0:
            lease["rent_driver"] = one_of(draft, draft.drivers)
        if "surrender_premium" in wanted and "break_option" not in lease:
            lease["surrender_premium"] = figure(draft, -90_000, 150_000, money)
        if "rent_paid_until" in wanted and lease.get("start", 0) <= 0 and planned_month is None:
            lease["rent_paid_until"] = month(draft, 0, min(lease.get("expiry", 24), 24))
        if "rent_free_months" in wanted:
            lease["rent_free_months"] = month_figure(draft, 0, 18)
        if "subsidy" in wanted:
            lease["subsidy"] = {
                "share": figure(draft, 0, 100, "%"),
                "until": month_figure(draft, 0, draft.months + 12),
            }
    if tenure not in ("commercial", "owned"):
        lease["market_value"] = {
            "rent": money_over_time(draft, 500, rent_unit),
            "driver": one_of(draft, draft.drivers),
        }
    if "renewal" in wanted and "expiry" in lease and tenure != "owned":
        lease["renewal"] = draw_renewal(draft, rent_unit)
    if "break_option" in lease and whole(draft, 0, 1):
        lease["break_option"]["penalty"] = figure(draft, 0, 200_000, money)
    if "service_charge" in wanted:
        lease["service_charge"] = money_over_time(draft, 90, rent_unit)
        lease["service_charge_driver"] = one_of(draft, draft.drivers)
    if "restoration" in wanted:
        lease["restoration"] = figure(draft, 0, 300, f"{money}/m2")
        lease["restoration_driver"] = one_of(draft, draft.drivers)
    if "holdover_premium" in wanted:
        lease["holdover_premium"] = figure(draft, 0, 100, "%")
    if "deposit" in wanted:
        lease["deposit"] = figure(draft, 0, 150_000, money)
        if "deposit_paid" in wanted:
            lease["deposit_paid"] = True
        elif "deposit_carried" in wanted and planned_month is None:
            lease["deposit_carried"] = figure(draft, 0, 150_000, money)
        if "deposit_interest" in wanted:
            lease["deposit_interest"] = figure(draft, 0, 9, "%/year")
    if "incentives" in wanted and tenure == "commercial":
        lease["incentives"] = [
            draw_incentive(draft, place, money, planned_month is not None) for place in range(whole(draft, 1, 3))
        ]
    if "shared_by" in wanted and house is not None:
        measures = [measure for measure in MEASURES if measure in house["tenants"][0]]
        lease["shared_by"] = one_of(draft, measures)
    return lease
