"""What an option's leases cost: its own, and the one that a move leaves (method, section 4)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from colocate.case.premises import Lease
from colocate.model.costs.deposit import deposit_lines
from colocate.model.costs.due import Due, due_of, paid_for
from colocate.model.costs.line import Book, Category, Factor, Line, Terms
from colocate.model.costs.premises import SIZE_NAMES, LeftPremises, OwnPremises, Size, Stay
from colocate.model.costs.rent import RentLevels, contract_levels, own_levels
from colocate.model.payments import Payments
from colocate.model.timeline import coverage
from colocate.quantity import Array, Figure
from colocate.units import MONTHS_PER_YEAR


@dataclass(frozen=True)
class Tenancy:
    """A lease as one option uses it: its size, the level of its rent, the agency's share where it hosts others.

    `due` tells when it is paid, where the case says so.
    """

    lease: Lease
    size: Size
    levels: RentLevels
    our_share: Array | None = None
    due: Due | None = None

    @cached_property
    def size_factor(self) -> Factor:
        """Return what the rent is multiplied by."""
        per = self.lease.per
        return Factor(SIZE_NAMES[per], self.size.per(per), per)

    @property
    def terms(self) -> Terms:
        """Return who pays this lease, and in which currency."""
        return self.terms_grown_by("")

    def terms_grown_by(self, driver: str, *, one_time: bool = False, sign: float = 1.0) -> Terms:
        """Return the terms of a line of this lease that a driver grows."""
        return Terms(driver, self.lease.currency, fund=self.lease.fund, one_time=one_time, sign=sign)


def lease_lines(stay: Stay, book: Book, our_share: Array | None, left_share: Array | None) -> list[Line]:
    """Write the lines of each lease of the option, and of each that it leaves where it moves.

    The shares are the agency's by year of the main lease and of the one left, where it hosts others; None otherwise.
    """
    lines = []
    for place, own in enumerate(stay.own):
        lines += _own_lease(own, stay, book, our_share if place == 0 else None)
    for place, left in enumerate(stay.leaves):
        lines += _left_lease(left, book, left_share if place == 0 else None)
    return lines


def _own_lease(own: OwnPremises, stay: Stay, book: Book, our_share: Array | None) -> list[Line]:
    lease, end = own.lease, own.ends
    contract = contract_levels(lease, own.lease_start, own.lease_expiry, book.prices)
    levels = own_levels(contract, lease, own.lease_expiry, book.prices)
    tenancy = Tenancy(lease, own.size, levels, our_share, due_of(lease, own.lease_start, end, book.prices))
    lines = _rent(book, tenancy, "rent", own.named("Rent"), own.begins, end)
    lines += _service(book, tenancy, "service charge", own.named("Service charge"), own.begins, end)
    if stay.left is not None:
        alone = replace(tenancy, our_share=None)
        first_day, last_day = np.maximum(own.lease_start, 0.0), np.minimum(stay.moving_in, end)
        lines += _rent(book, alone, "double rent", own.named("Rent before moving in"), first_day, last_day)
        name = own.named("Service charge before moving in")
        lines += _service(book, alone, "double rent", name, first_day, last_day)
    lines += deposit_lines(book, lease, own.named("Deposit"), own.lease_start, end)
    if lease.renewal is None and own.lease_expiry is not None:
        lines += _restoration(book, tenancy, own.named("Restoration"), own.lease_expiry)
    if lease.market_value is None:
        return lines
    first = replace(tenancy, levels=contract)
    free_until = 12.0 * book.prices.horizon_years if own.lease_expiry is None else own.lease_expiry
    name = own.named("Value of a low or free rent")
    return lines + _value_in_kind(book, first, name, own.lease_start, free_until)


def _left_lease(left: LeftPremises, book: Book, our_share: Array | None) -> list[Line]:
    lease, moved, owed = left.lease, left.moved_out, left.obligation_end
    handed_back = np.maximum(moved, owed)
    levels = contract_levels(lease, left.lease_start, lease.expiry, book.prices)
    last_day = np.minimum(handed_back, MONTHS_PER_YEAR * book.prices.horizon_years)
    shared = Tenancy(lease, left.size, levels, our_share, due_of(lease, left.lease_start, last_day, book.prices))
    tenancy = replace(shared, our_share=None)
    after, rest = " after moving out", left.rest_begins
    lines = _rent(book, shared, "rent", left.named("Rent"), left.begins, np.minimum(owed, moved))
    lines += _holdover(book, tenancy, left.of_further("Staying on in the old premises"), owed, moved)
    lines += _service(book, shared, "service charge", left.named("Service charge"), left.begins, moved)
    lines += _rent(book, tenancy, "double rent", left.named("Rent", after), rest, owed)
    lines += _service(book, tenancy, "double rent", left.named("Service charge", after), rest, owed)
    if lease.break_option is not None:
        used = Factor("break option is used", left.break_used, "1 or 0")
        penalty = Factor("exit penalty", lease.break_option.penalty, "money")
        name = left.of_further("Exit penalty")
        lines.append(book.dated("exit penalty", name, book.moment(owed), (penalty, used), tenancy.terms))
    if lease.surrender_premium is not None:
        used = Factor("lease is surrendered", left.break_used, "1 or 0")
        premium = Factor("surrender premium", lease.surrender_premium, "money")
        ended, name = book.moment(owed), left.of_further("Surrender premium")
        lines.append(book.dated("surrender premium", name, ended, (premium, used), tenancy.terms))
    lines += _restoration(book, tenancy, left.named("Restoration"), handed_back)
    lines += deposit_lines(book, lease, left.named("Deposit"), left.lease_start, handed_back)
    return lines + _value_in_kind(
        book, tenancy, left.named("Value of a low or free rent"), left.lease_start, handed_back
    )


def _rent(book: Book, tenancy: Tenancy, category: Category, name: str, start: Figure, end: Figure) -> list[Line]:
    lease, years = tenancy.lease, book.prices.horizon_years
    if lease.tenure in ("owned", "rent-free") and lease.renewal is None:
        return []
    start = _not_paid_ahead(lease, start)
    paid, due, levels = tenancy.levels.paid(start, end, years), tenancy.due, tenancy.levels
    driver = (lease.indexation.driver if lease.indexation is not None else "") or lease.rent_driver
    terms = tenancy.terms_grown_by(driver, one_time=category == "double rent")
    if lease.subsidy is None:
        rent = Factor(f"rent of the months covered, per {lease.per}", paid, "money/year")
        dates = paid_for(due, lambda one: levels.between(one.edges(start, end)))
        return _split(book, tenancy, category, name, (tenancy.size_factor, rent), terms, dates)
    share, until = lease.subsidy.share, np.minimum(end, lease.subsidy.until)
    by_host = share * levels.paid(start, until, years)
    dates_of_host = paid_for(due, lambda one: share * levels.between(one.edges(start, until)))
    dates = paid_for(
        due, lambda one: levels.between(one.edges(start, end)) - share * levels.between(one.edges(start, until))
    )
    agency = Factor(f"rent less the host's subsidy, per {lease.per}", paid - by_host, "money/year")
    host = Factor(f"host's subsidy of the rent, per {lease.per}", by_host, "money/year")
    subsidy = (tenancy.size_factor, host)
    return [
        *_split(book, tenancy, category, name, (tenancy.size_factor, agency), terms, dates),
        book.paid(category, f"{name}, host's subsidy", dates_of_host, subsidy, replace(terms, payer="host")),
    ]


def _not_paid_ahead(lease: Lease, start: Figure) -> Figure:
    """Give the month from which rent is still to be paid: what was paid before the decision costs nothing after it."""
    return start if lease.rent_paid_until is None else np.maximum(start, lease.rent_paid_until)


def _holdover(book: Book, tenancy: Tenancy, name: str, start: Figure, end: Figure) -> list[Line]:
    lease = tenancy.lease
    if lease.tenure in ("owned", "rent-free"):
        return []
    start = _not_paid_ahead(lease, start)
    paid = tenancy.levels.paid(start, end, book.prices.horizon_years)
    factors = (
        tenancy.size_factor,
        Factor(f"rent of the months covered, per {lease.per}", paid, "money/year"),
        Factor("1 + holdover premium", 1.0 + lease.holdover_premium, "ratio"),
    )
    dates = paid_for(tenancy.due, lambda one: tenancy.levels.between(one.edges(start, end)))
    return [book.paid("holdover", name, dates, factors, tenancy.terms)]


def _service(book: Book, tenancy: Tenancy, category: Category, name: str, start: Figure, end: Figure) -> list[Line]:
    lease = tenancy.lease
    if not lease.service_charge_driver:
        return []
    factors = (
        tenancy.size_factor,
        Factor(f"service charge, per {lease.per}", lease.service_charge, "money/year"),
        book.growth(lease.service_charge_driver),
        Factor("part of the year", coverage(start, end, book.prices.horizon_years), "fraction"),
    )
    terms = tenancy.terms_grown_by(lease.service_charge_driver, one_time=category == "double rent")
    dates = None if tenancy.due is None else tenancy.due.of_time(start, end)
    return _split(book, tenancy, category, name, factors, terms, dates)


def _split(
    book: Book,
    tenancy: Tenancy,
    category: Category,
    name: str,
    factors: tuple[Factor, ...],
    terms: Terms,
    dates: Payments | None,
) -> list[Line]:
    """Write a line, or, where the office hosts others, the agency's share of it and theirs."""
    if tenancy.our_share is None:
        return [book.paid(category, name, dates, factors, terms)]
    ours = Factor("our share", tenancy.our_share, "fraction")
    theirs = Factor("the others' share", 1.0 - tenancy.our_share, "fraction")
    return [
        book.paid(category, name, dates, (*factors, ours), terms),
        book.paid(category, f"{name}, tenants' share", dates, (*factors, theirs), replace(terms, payer="un")),
    ]


def _restoration(book: Book, tenancy: Tenancy, name: str, month: Figure) -> list[Line]:
    lease = tenancy.lease
    if not lease.restoration_driver:
        return []
    factors = (Factor("area", tenancy.size.area, "m2"), Factor("restoration per m2", lease.restoration, "money/m2"))
    terms = tenancy.terms_grown_by(lease.restoration_driver)
    return [book.dated("restoration", name, book.moment(month), factors, terms)]


def _value_in_kind(book: Book, tenancy: Tenancy, name: str, start: Figure, end: Figure) -> list[Line]:
    lease, years = tenancy.lease, book.prices.horizon_years
    if lease.market_value is None:
        return []
    first_day = np.maximum(start, 0.0)
    market = lease.market_value.rent * book.prices.grown(lease.market_value.driver) * coverage(first_day, end, years)
    below_market = np.maximum(market - tenancy.levels.paid(first_day, end, years), 0.0)
    difference = Factor(f"market rent less the rent paid, per {lease.per}", below_market, "money/year")
    terms = Terms(driver=lease.market_value.driver, currency=lease.currency, payer="host", nature="in kind")
    return [book.recurring("value in kind", name, (tenancy.size_factor, difference), terms)]
