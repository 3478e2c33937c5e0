"""What moving does to people: days lost, a slower start, people who leave, two sites at once (method, section 7)."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from colocate.case.disruption import CountsAs, Disruption
from colocate.model.costs.line import Book, Factor, Line, Terms
from colocate.model.costs.premises import Stay
from colocate.model.prices import Moment
from colocate.model.timeline import coverage, in_year, is_path
from colocate.quantity import Figure, is_nothing
from colocate.units import MINUTES_PER_HOUR, WEEKS_PER_YEAR


@dataclass(frozen=True)
class _Moving:
    """One option's move: what the case says it does to people, the months, and who work there when it happens."""

    disruption: Disruption
    stay: Stay
    book: Book
    moment: Moment
    people: Factor

    def terms(self, counts_as: CountsAs, *, labour: bool, sign: float = 1.0) -> Terms:
        """Give who pays and how it counts: the agency, once, as the case states."""
        said = self.disruption
        bare = Terms(driver=said.driver, currency=said.currency, fund=said.fund, nature=counts_as)
        return replace(bare, one_time=True, labour=labour, sign=sign)

    def in_months(self, start: Figure, end: Figure) -> tuple[Factor, Factor]:
        """Give the factors of what runs over the months [start, end): growth, and the part of each year."""
        covered = coverage(start, end, self.book.prices.horizon_years)
        return self.book.growth(self.disruption.driver), Factor("part of the year", covered, "fraction")


def disruption_lines(stay: Stay, book: Book) -> list[Line]:
    """Write what a move does to the people of the office; no lines of an option that stays, or says nothing of it."""
    disruption = stay.option.disruption
    if disruption is None or stay.left is None:
        return []
    moment = book.moment(stay.moving_in)
    people = stay.size.people
    when = in_year(people, moment.year) if is_path(people) else people
    moving = _Moving(disruption, stay, book, moment, Factor("people", when, "person"))
    return [*_days_lost(moving), *_slower_start(moving), *_leaving(moving), *_between_sites(moving)]


def _days_lost(moving: _Moving) -> list[Line]:
    said = moving.disruption
    if is_nothing(said.days_lost):
        return []
    factors = (
        moving.people,
        Factor("days lost per person", said.days_lost, "day/person"),
        Factor("cost of a day", said.cost_per_person / said.working_days, "money/day"),
    )
    terms = moving.terms(said.time_counts_as, labour=True)
    return [moving.book.dated("days lost", "Working days lost by moving", moving.moment, factors, terms)]


def _slower_start(moving: _Moving) -> list[Line]:
    said, begin = moving.disruption, moving.stay.moving_in
    if is_nothing(said.slower_start) or is_nothing(said.slower_months):
        return []
    factors = (
        Factor("people", moving.stay.size.people, "person"),
        Factor("full cost of a person a year", said.cost_per_person, "money/person/year"),
        Factor("part of the work not done", said.slower_start, "fraction"),
        *moving.in_months(begin, begin + said.slower_months),
    )
    terms = moving.terms(said.time_counts_as, labour=True)
    return [moving.book.recurring("slower start", "Work not done at a slower start", factors, terms)]


def _leaving(moving: _Moving) -> list[Line]:
    """Write the cost of replacing those who leave, and of their vacant posts the work not done and the pay saved."""
    said, book, begin = moving.disruption, moving.book, moving.stay.moving_in
    if is_nothing(said.leave):
        return []
    lines = []
    gone = (moving.people, Factor("part of the people who leave", said.leave, "fraction"))
    if not is_nothing(said.cost_to_replace):
        each = Factor("cost of replacing one", said.cost_to_replace, "money/person")
        terms = moving.terms(said.replacing_counts_as, labour=False)
        name = "Replacing people who leave"
        lines.append(book.dated("replacing people", name, moving.moment, (*gone, each), terms))
    if is_nothing(said.vacant_months):
        return lines
    vacant = (
        *gone,
        Factor("full cost of a person a year", said.cost_per_person, "money/person/year"),
        *moving.in_months(begin, begin + said.vacant_months),
    )
    lost, saved = (
        moving.terms(said.time_counts_as, labour=True),
        moving.terms(said.saved_pay_counts_as, labour=True, sign=-1.0),
    )
    return [
        *lines,
        book.recurring("work of vacant posts", "Work not done in vacant posts", vacant, lost),
        book.recurring("pay of vacant posts", "Pay saved while posts are vacant", vacant, saved),
    ]


def _between_sites(moving: _Moving) -> list[Line]:
    """Write time and fares of trips between the two sites, in the months in which both run."""
    said, stay = moving.disruption, moving.stay
    if is_nothing(said.trips_a_week):
        return []
    trips = Factor("trips between sites a year", WEEKS_PER_YEAR * said.trips_a_week, "trip/year")
    months = moving.in_months(*months_of_both_sites(said, stay))
    hours = Factor("hours of a trip", said.minutes_a_trip / MINUTES_PER_HOUR, "hour/trip")
    per_hour = said.cost_per_person / (said.working_days * said.hours_a_day)
    hour = Factor("cost of an hour", per_hour, "money/hour")
    fare = Factor("fare of a trip", said.fare_a_trip, "money/trip")
    lines = []
    if not is_nothing(said.minutes_a_trip):
        terms, name = moving.terms(said.time_counts_as, labour=True), "Staff time between the two sites"
        lines.append(moving.book.recurring("time between sites", name, (trips, hours, hour, *months), terms))
    if not is_nothing(said.fare_a_trip):
        terms, name = moving.terms(said.fares_count_as, labour=False), "Fares between the two sites"
        lines.append(moving.book.recurring("fares between sites", name, (trips, fare, *months), terms))
    return lines


def months_of_both_sites(disruption: Disruption, stay: Stay) -> tuple[Figure, Figure]:
    """Give the months [start, end) in which both sites run: from the new lease's start, or the decision if it is later.

    They end at moving in, or as many months later as people stay at both, while the old premises are still paid for.
    """
    kept = np.minimum(stay.moving_in + disruption.months_at_both, stay.obligation_end)
    return np.maximum(stay.lease_start, 0.0), np.maximum(stay.moving_in, kept)
