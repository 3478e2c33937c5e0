"""What moving does to the people who work there: days lost, a slower start, people who leave, two sites at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from colocate.quantity import Figure, Measure, Note

CountsAs = Literal["cash", "efficiency"]


@dataclass(frozen=True, kw_only=True)
class Disruption:
    """What a move does to the people of the office; each part that is left out comes to nothing."""

    cost_per_person: Annotated[
        Figure,
        Measure("Full cost of a person", "money/person/time", "Pay and all that goes with it, today.", least=0),
    ] = 0.0
    working_days: Annotated[
        Figure,
        Measure("Days of a year", "day/year", "A day costs the year's cost over these; 260 are all weekdays.", least=1),
    ] = 260.0
    hours_a_day: Annotated[
        Figure, Measure("Hours of a day", "hour/day", "An hour costs the day's cost over these.", least=1)
    ] = 8.0
    driver: Annotated[str, Note("Driver", "How the cost of people, of replacing them and of fares grows.")]
    days_lost: Annotated[
        Figure, Measure("Days lost", "day/person", "Working days lost around the move, per person.", least=0)
    ] = 0.0
    slower_start: Annotated[
        Figure,
        Measure("Slower start", "%", "Part of the work not done in the months after moving in.", least=0, most=100),
    ] = 0.0
    slower_months: Annotated[
        Figure, Measure("Months of a slower start", "month", "From moving in on.", least=0, most=120)
    ] = 0.0
    leave: Annotated[
        Figure, Measure("People who leave", "%", "Of those who work there: rather than move.", least=0, most=100)
    ] = 0.0
    cost_to_replace: Annotated[
        Figure, Measure("Cost of replacing one", "money/person", "Search, hiring and training.", least=0)
    ] = 0.0
    vacant_months: Annotated[
        Figure,
        Measure("Months vacant", "month", "Of each post whose holder leaves, from moving in.", least=0, most=120),
    ] = 0.0
    trips_a_week: Annotated[
        Figure, Measure("Trips between sites", "trip/week", "Of all people together, while both sites run.", least=0)
    ] = 0.0
    minutes_a_trip: Annotated[
        Figure, Measure("Minutes of a trip", "minute", "There and back, door to door.", least=0)
    ] = 0.0
    fare_a_trip: Annotated[Figure, Measure("Fare of a trip", "money/trip", "There and back.", least=0)] = 0.0
    months_at_both: Annotated[
        Figure,
        Measure(
            "Months at both sites",
            "month",
            "After moving in, as long as the old lease runs; the months from the new lease's start come on top.",
            least=0,
            most=120,
        ),
    ] = 0.0
    time_counts_as: Annotated[
        CountsAs, Note("Time counts as", "cash or efficiency: days lost, slower start, vacant posts, time on trips.")
    ] = "efficiency"
    saved_pay_counts_as: Annotated[
        CountsAs, Note("Saved pay counts as", "cash where the budget keeps the pay of vacant posts, else efficiency.")
    ] = "efficiency"
    replacing_counts_as: Annotated[
        CountsAs, Note("Replacing counts as", "cash or efficiency: the cost of replacing those who leave.")
    ] = "cash"
    fares_count_as: Annotated[CountsAs, Note("Fares count as", "cash or efficiency.")] = "cash"
    currency: Annotated[str, Note("Currency", "The case's own if left out.")] = ""
    fund: Annotated[str, Note("Fund", "The case's first if left out.")] = ""
