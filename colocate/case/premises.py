"""Where an option sits: its lease from first day to handing back, and the move that leads there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from colocate.case.years import AreaFrom
from colocate.quantity import Figure, Measure, Note

Tenure = Literal["commercial", "preferential", "nominal", "rent-free", "owned"]
Per = Literal["m2", "person", "workstation", "office"]
IncentiveKind = Literal["allowance", "buy-out", "works"]

Payments = Literal["", "monthly", "quarterly", "half-yearly", "yearly"]

SUBSIDISED: tuple[Tenure, ...] = ("preferential", "nominal", "rent-free")


@dataclass(frozen=True, kw_only=True)
class RentStep:
    """A new rent that the contract fixes in advance."""

    after_months: Annotated[Figure, Measure("Step after", "month", "Months from the lease's first day.", least=0)]
    rent: Annotated[Figure, Measure("Rent after the step", "money/per/time", "The new rent.", least=0)]


@dataclass(frozen=True, kw_only=True)
class Indexation:
    """Rent that rises on each anniversary: with a driver between floor and cap, by an amount, or both."""

    driver: Annotated[
        str, Note("Driver", "Whose growth the rent follows; left out where it rises by an amount alone.")
    ] = ""
    share: Annotated[
        Figure,
        Measure("Part of the growth", "%", "Of the driver's growth, before cap and floor.", least=0, most=100),
    ] = 1.0
    amount: Annotated[
        Figure,
        Measure(
            "Yearly increase", "money/per/time", "Added to the rent each year, after the driver's growth.", least=0
        ),
    ] = 0.0
    cap: Annotated[Figure | None, Measure("Cap", "%/year", "Most that rent may rise in a year.")] = None
    floor: Annotated[Figure | None, Measure("Floor", "%/year", "Least that rent must rise in a year.")] = None


@dataclass(frozen=True, kw_only=True)
class Renewal:
    """The lease after it expires: again and again at the market's rent of that day."""

    rent: Annotated[Figure, Measure("Rent at renewal", "money/per/time", "Market rent in today's prices.", least=0)]
    driver: Annotated[str, Note("Driver", "How the market's rent grows until then.")]
    premium: Annotated[
        Figure, Measure("Premium at renewal", "%", "What this landlord asks above the market's rent.", least=-100)
    ] = 0.0
    upward_only: Annotated[
        bool, Note("Upward only", "true: a reviewed rent is never below the rent in force before it.")
    ] = False
    term_years: Annotated[
        int, Note("Term", "Years until the rent is reviewed to the market again.", least=1, most=99)
    ] = 5


@dataclass(frozen=True, kw_only=True)
class BreakOption:
    """The right to end the lease early."""

    month: Annotated[
        Figure, Measure("Break from", "month", "First month, from the decision, when it may end.", least=0, dated=True)
    ]
    penalty: Annotated[Figure, Measure("Exit penalty", "money", "Paid on leaving before the expiry.", least=0)] = 0.0


@dataclass(frozen=True, kw_only=True)
class MarketValue:
    """What the same space would cost in the market: the value in kind of a rent that the host keeps low or free."""

    rent: Annotated[Figure, Measure("Market rent", "money/per/time", "Rent of like space, today's prices.", least=0)]
    driver: Annotated[str, Note("Driver", "How that rent grows.")]


@dataclass(frozen=True, kw_only=True)
class Subsidy:
    """Part of the rent that the host government pays."""

    share: Annotated[Figure, Measure("Share paid by the host", "%", "Part of the rent.", least=0, most=100)]
    until: Annotated[Figure, Measure("Subsidy until", "month", "Months from the decision.", least=0, dated=True)]


@dataclass(frozen=True, kw_only=True)
class Incentive:
    """What the landlord gives for signing: a receipt of the agency, and a cost in no book of the case."""

    name: Annotated[str, Note("Name", "As shown on screen; one of its kind in the lease.")]
    kind: Annotated[
        IncentiveKind,
        Note("Kind", "allowance; buy-out of the lease that is left; works: the option's fit-out, up to the amount."),
    ]
    per: Annotated[Per, Note("Per", "m2, person, workstation or office (a lump sum).")] = "office"
    amount: Annotated[Figure, Measure("Amount", "money/per", "As agreed, not growing. Of works: at most.", least=0)]
    month: Annotated[Figure, Measure("Month", "month", "Planned month, from the decision.", least=0, dated=True)]
    shifts_with_delay: Annotated[bool, Note("Shifts with delay", "Whether a late opening moves it.")] = True


@dataclass(frozen=True, kw_only=True)
class Lease:
    """The right to use premises, of any tenure. Months count from the decision date; a running lease starts below 0."""

    tenure: Annotated[
        Tenure, Note("Tenure", "commercial, preferential, nominal or rent-free (both from a host), or owned.")
    ]
    currency: Annotated[str, Note("Currency", "Of every amount of the lease; the case's own if left out.")] = ""
    fund: Annotated[str, Note("Fund", "Which fund pays; the case's first if left out.")] = ""
    per: Annotated[Per, Note("Rent is per", "m2, person, workstation or office (a lump sum).")] = "m2"
    area: Annotated[
        Figure | None, Measure("Area", "m2", "Area let; the space needed if left out.", least=0, most=1e6)
    ] = None
    area_from: Annotated[
        tuple[AreaFrom, ...], Note("Area by year", "Other areas from later years on: more or less space in mid-term.")
    ] = ()
    start: Annotated[
        Figure,
        Measure(
            "Lease starts", "month", "Months from the decision; below 0 if it runs already.", least=-1200, dated=True
        ),
    ] = 0.0
    expiry: Annotated[
        Figure | None,
        Measure("Lease expires", "month", "Months from the decision; open-ended if left out.", least=0, dated=True),
    ] = None
    fixed_expiry: Annotated[
        bool, Note("Fixed expiry", "true: the expiry is a date that a late opening does not move, as a dated promise.")
    ] = False
    rent: Annotated[
        Figure, Measure("Rent", "money/per/time", "Today, or on the first day of a later lease; no VAT.", least=0)
    ] = 0.0
    rent_driver: Annotated[
        str,
        Note(
            "Driver of the rent",
            "How the rent of today's prices grows until a later lease's first day; not at all if left out.",
        ),
    ] = ""
    rent_free_months: Annotated[
        Figure, Measure("Rent-free months", "month", "At the lease's start; the service charge runs on.", least=0)
    ] = 0.0
    rent_paid_until: Annotated[
        Figure | None,
        Measure("Rent paid until", "month", "Rent of a running lease that is paid already.", least=0, dated=True),
    ] = None
    steps: Annotated[
        tuple[RentStep, ...], Note("Rent steps", "Rents fixed in advance; indexation goes on from each.")
    ] = ()
    indexation: Annotated[Indexation | None, Note("Indexation", "Rent that follows a driver each anniversary.")] = None
    service_charge: Annotated[
        Figure,
        Measure(
            "Service charge",
            "money/per/time",
            "Paid beside the rent, rent-free months too.",
            least=0,
            planned="running cost",
        ),
    ] = 0.0
    service_charge_driver: Annotated[str, Note("Driver of the service charge", "How it grows.")] = ""
    payments: Annotated[
        Payments, Note("Paid", "monthly, quarterly, half-yearly or yearly; with the case's own timing if left out.")
    ] = ""
    in_advance: Annotated[
        bool, Note("In advance", "true: as each period begins. false: as it ends. Beside payments only.")
    ] = False
    renewal: Annotated[
        Renewal | None, Note("Renewal", "What follows the expiry; without it the office must leave.")
    ] = None
    break_option: Annotated[BreakOption | None, Note("Break option", "The right to end the lease early.")] = None
    holdover_premium: Annotated[
        Figure, Measure("Holdover premium", "%", "On the rent, while staying on after the end.", least=0)
    ] = 0.0
    surrender_premium: Annotated[
        Figure | None,
        Measure(
            "Surrender premium",
            "money",
            "Agreed for ending it on moving out. Above 0: paid by the office that leaves; below 0: paid to it.",
        ),
    ] = None
    deposit: Annotated[Figure, Measure("Deposit", "money", "Paid at the start, back at the end.", least=0)] = 0.0
    deposit_paid: Annotated[
        bool,
        Note("Deposit is paid", "true: paid before the decision or for an old lease; only its return counts."),
    ] = False
    deposit_carried: Annotated[
        Figure,
        Measure("Deposit carried over", "money", "Part left from the old lease of an office that stays.", least=0),
    ] = 0.0
    deposit_interest: Annotated[
        Figure | None,
        Measure("Interest on the deposit", "%/year", "Compound, from the start or the decision on.", least=0),
    ] = None
    restoration: Annotated[
        Figure,
        Measure(
            "Restoration",
            "money/m2",
            "Putting the premises back on leaving, today's prices.",
            least=0,
            planned="capital cost",
        ),
    ] = 0.0
    restoration_driver: Annotated[str, Note("Driver of restoration", "How its cost grows.")] = ""
    incentives: Annotated[tuple[Incentive, ...], Note("Incentives", "What the landlord gives for signing.")] = ()
    gross: Annotated[bool, Note("Gross", "true: the rent includes running costs, named in includes.")] = False
    includes: Annotated[
        tuple[str, ...],
        Note(
            "Includes",
            "Of a gross rent: categories of running costs, or service charge; none comes on top.",
        ),
    ] = ()
    market_value: Annotated[
        MarketValue | None, Note("Market value", "Due for preferential, nominal and rent-free leases.")
    ] = None
    subsidy: Annotated[Subsidy | None, Note("Subsidy", "Part of the rent that the host government pays.")] = None
    shared_by: Annotated[
        Literal["", "people", "area", "workstations", "use"],
        Note("Shared by", "How rent and service charge are split among the house's tenants, if they are."),
    ] = ""


@dataclass(frozen=True, kw_only=True)
class Move:
    """Leaving the premises of another option for this one's."""

    leaves: Annotated[str, Note("Leaves", "Id of the option whose premises are given up.")]
    month: Annotated[
        Figure, Measure("Moving in", "month", "Planned month of moving in, from the decision.", least=0, dated=True)
    ]
    delay: Annotated[
        Figure,
        Measure("Delay", "month", "Months by which the new premises open late.", least=0, most=240, planned="duration"),
    ] = 0.0
