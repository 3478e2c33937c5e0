"""A common house: who sits in it, what the building costs, and how that is shared."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from colocate.case.spending import RunningCategory
from colocate.case.years import OccupancyFrom
from colocate.quantity import Figure, Measure, Note

SharedBy = Literal["people", "area", "workstations", "use"]


@dataclass(frozen=True, kw_only=True)
class Tenant:
    """Another UN entity in the house, with its planned size by whichever measure a cost is shared by."""

    name: Annotated[str, Note("Name", "One of its kind in the house.")]
    people: Annotated[Figure, Measure("People", "person", "As planned.", least=0)] = 0.0
    area: Annotated[Figure, Measure("Area", "m2", "As planned.", least=0)] = 0.0
    workstations: Annotated[Figure, Measure("Workstations", "workstation", "As planned.", least=0)] = 0.0
    use: Annotated[Figure, Measure("Use", "use/year", "Uses a year, of whatever the cost counts.", least=0)] = 0.0
    leaves: Annotated[
        Figure | None, Measure("Leaves", "month", "Month when it gives up its seat; never if left out.", least=0)
    ] = None
    cost_today: Annotated[
        Figure,
        Measure("Its cost elsewhere", "money/time", "Premises cost while it is not in this house.", least=0),
    ] = 0.0


@dataclass(frozen=True, kw_only=True)
class BuildingCost:
    """A cost of the whole building, borne by all who sit in it."""

    name: Annotated[str, Note("Name", "One of its kind in the house.")]
    category: Annotated[RunningCategory, Note("Category", "The heading that it is added up under.")]
    amount: Annotated[
        Figure,
        Measure("Amount", "money/time", "For the whole building, today's prices.", least=0, planned="running cost"),
    ]
    driver: Annotated[str, Note("Driver", "How the amount grows.")]
    shared_by: Annotated[SharedBy, Note("Shared by", "people, area, workstations or use.")]
    rises_with_us: Annotated[
        Figure,
        Measure("Rises with us", "%", "Part that grows with our coming; running houses only.", least=0, most=100),
    ] = 0.0
    currency: Annotated[str, Note("Currency", "The case's own if left out.")] = ""


@dataclass(frozen=True, kw_only=True)
class House:
    """Common premises that options of the case may use."""

    id: Annotated[str, Note("Short name", "Used by the options that sit in this house.")]
    name: Annotated[str, Note("Name", "As shown on screen.")]
    already_running: Annotated[
        bool,
        Note("Already running", "true: the others pay for the house even if the agency stays away."),
    ]
    desks: Annotated[
        Figure | None, Measure("Desks in the house", "workstation", "Capacity of the whole house.", least=0)
    ] = None
    occupancy: Annotated[
        Figure,
        Measure(
            "Occupancy",
            "%",
            "Part of the planned size of the other tenants that is there.",
            least=0,
            planned="occupancy",
        ),
    ] = 1.0
    occupancy_from: Annotated[
        tuple[OccupancyFrom, ...], Note("Occupancy by year", "Other occupancies from later years on.")
    ] = ()
    driver: Annotated[str, Note("Driver", "How the tenants' costs elsewhere grow.")] = ""
    tenants: Annotated[tuple[Tenant, ...], Note("Tenants", "The other UN entities.")]
    costs: Annotated[tuple[BuildingCost, ...], Note("Costs", "Costs of the whole building.")] = ()
