"""What an option's leases cost: its own, and the one that a move leaves (method, section 4)."""

from __future__ import annotations

import numpy as np

from colocate.case.premises import Lease
from colocate.costs.line import Book, Category, Factor, Line
from colocate.costs.premises import SIZE_NAMES, Size, Stay
from colocate.costs.rent import RentLevels, contract_levels, own_levels
from colocate.quantity import Array, Figure
from colocate.timeline import coverage


def lease_lines(stay: Stay, book: Book, our_share: Array | None) -> list[Line]:
    """Write the lines of the option's own lease, and of the lease it leaves where it moves.

    `our_share` is the agency's share of the house by year, where the lease is shared among tenants; None otherwise.
    """
    lines = _own_lease(stay, book, our_share)
    if stay.left is not None and stay.left_size is not None:
        lines += _left_lease(stay, stay.left.lease, stay.left_size, book)
    return lines


def _own_lease(stay: Stay, book: Book, our_share: Array | None) -> list[Line]:
    lease, size, end = stay.option.lease, stay.size, stay.premises_end
    levels = own_levels(lease, stay.lease_start, stay.lease_expiry, book.prices)
    shared = our_share if lease.shared_by else None
    lines = _rent(book, "rent", "Rent", lease, size, levels, stay.moving_in, end, shared=shared)
    lines += _service(book, "service charge", "Service charge", lease, size, stay.moving_in, end, shared=shared)
    if stay.left is not None:
        first_day = np.maximum(stay.lease_start, 0.0)
        before = "before moving in"
        lines += _rent(book, "double rent", f"Rent {before}", lease, size, levels, first_day, stay.moving_in)
        lines += _service(book, "double rent", f"Service charge {before}", lease, size, first_day, stay.moving_in)
    lines += _deposit(book, "Deposit", lease, stay.lease_start, end)
    if lease.renewal is None and stay.lease_expiry is not None:
        lines += _restoration(book, "Restoration", lease, size, stay.lease_expiry)
    contract = contract_levels(lease, stay.lease_start, stay.lease_expiry, book.prices)
    free_until = 12.0 * book.prices.horizon_years if stay.lease_expiry is None else stay.lease_expiry
    return lines + _value_in_kind(
        book, "Value of a low or free rent", lease, size, contract, stay.lease_start, free_until
    )


def _left_lease(stay: Stay, lease: Lease, size: Size, book: Book) -> list[Line]:
    levels = contract_levels(lease, lease.start, lease.expiry, book.prices)
    moved, owed = stay.moving_in, stay.obligation_end
    handed_back = np.maximum(moved, owed)
    old, after = "old premises", "old premises after moving out"
    lines = _rent(book, "rent", f"Rent, {old}", lease, size, levels, 0.0, np.minimum(owed, moved))
    lines += _holdover(book, lease, size, levels, owed, moved)
    lines += _service(book, "service charge", f"Service charge, {old}", lease, size, 0.0, moved)
    lines += _rent(book, "double rent", f"Rent, {after}", lease, size, levels, moved, owed)
    lines += _service(book, "double rent", f"Service charge, {after}", lease, size, moved, owed)
    if lease.break_option is not None:
        used = Factor("break option is used", stay.break_used, "1 or 0")
        penalty = Factor("exit penalty", lease.break_option.penalty, "money")
        lines.append(
            book.dated(
                "exit penalty",
                "Exit penalty",
                owed,
                (penalty, used),
                currency=lease.currency,
                fund=lease.fund,
            )
        )
    lines += _restoration(book, f"Restoration, {old}", lease, size, handed_back)
    lines += _deposit(book, f"Deposit, {old}", lease, lease.start, handed_back)
    return lines + _value_in_kind(
        book, f"Value of a low or free rent, {old}", lease, size, levels, lease.start, handed_back
    )


def _rent(
    book: Book,
    category: Category,
    name: str,
    lease: Lease,
    size: Size,
    levels: RentLevels,
    start: Figure,
    end: Figure,
    shared: Array | None = None,
) -> list[Line]:
    if lease.tenure in ("owned", "rent-free") and lease.renewal is None:
        return []
    years = book.prices.horizon_years
    paid = levels.paid(start, end, years)
    size_factor = _size_factor(lease, size)
    if lease.subsidy is None:
        rent = Factor(f"rent of the months covered, per {lease.per}", paid, "money/year")
        return _split(book, category, name, lease, (size_factor, rent), shared)
    subsidy = lease.subsidy
    by_host = subsidy.share * levels.paid(start, np.minimum(end, subsidy.until), years)
    agency = Factor(f"rent less the host's subsidy, per {lease.per}", paid - by_host, "money/year")
    host = Factor(f"host's subsidy of the rent, per {lease.per}", by_host, "money/year")
    return [
        *_split(book, category, name, lease, (size_factor, agency), shared),
        book.recurring(
            category,
            f"{name}, host's subsidy",
            (size_factor, host),
            currency=lease.currency,
            payer="host",
            one_time=category == "double rent",
        ),
    ]


def _holdover(book: Book, lease: Lease, size: Size, levels: RentLevels, start: Figure, end: Figure) -> list[Line]:
    if lease.tenure in ("owned", "rent-free"):
        return []
    paid = levels.paid(start, end, book.prices.horizon_years)
    factors = (
        _size_factor(lease, size),
        Factor(f"rent of the months covered, per {lease.per}", paid, "money/year"),
        Factor("1 + holdover premium", 1.0 + lease.holdover_premium, "ratio"),
    )
    return [
        book.recurring(
            "holdover", "Staying on in the old premises", factors, currency=lease.currency, fund=lease.fund
        )
    ]


def _service(
    book: Book,
    category: Category,
    name: str,
    lease: Lease,
    size: Size,
    start: Figure,
    end: Figure,
    shared: Array | None = None,
) -> list[Line]:
    if not lease.service_charge_driver:
        return []
    factors = (
        _size_factor(lease, size),
        Factor(f"service charge, per {lease.per}", lease.service_charge, "money/year"),
        book.growth(lease.service_charge_driver),
        Factor("part of the year", coverage(start, end, book.prices.horizon_years), "fraction"),
    )
    return _split(book, category, name, lease, factors, shared, lease.service_charge_driver)


def _split(
    book: Book,
    category: Category,
    name: str,
    lease: Lease,
    factors: tuple[Factor, ...],
    shared: Array | None,
    driver: str = "",
) -> list[Line]:
    """Write a line, or, where the office hosts others, the agency's share of it and theirs."""
    one_time = category == "double rent"
    driver = driver or _rent_driver(lease)
    if shared is None:
        return [
            book.recurring(
                category, name, factors, driver=driver, currency=lease.currency, fund=lease.fund, one_time=one_time
            )
        ]
    ours, theirs = Factor("our share", shared, "fraction"), Factor("the others' share", 1.0 - shared, "fraction")
    return [
        book.recurring(category, name, (*factors, ours), driver=driver, currency=lease.currency, fund=lease.fund),
        book.recurring(
            category,
            f"{name}, tenants' share",
            (*factors, theirs),
            driver=driver,
            currency=lease.currency,
            payer="un",
        ),
    ]


def _rent_driver(lease: Lease) -> str:
    return "" if lease.indexation is None else lease.indexation.driver


def _deposit(book: Book, name: str, lease: Lease, paid: Figure, back: Figure) -> list[Line]:
    if isinstance(lease.deposit, float) and lease.deposit == 0.0:
        return []
    deposit = (Factor("deposit", lease.deposit, "money"),)
    returned = np.minimum(back, 12.0 * book.prices.horizon_years)
    common = {"currency": lease.currency, "fund": lease.fund}
    return [
        book.dated("deposit", f"{name}, paid", paid, deposit, **common),
        book.dated("deposit", f"{name}, back", returned, deposit, sign=-1.0, **common),
    ]


def _restoration(book: Book, name: str, lease: Lease, size: Size, month: Figure) -> list[Line]:
    if not lease.restoration_driver:
        return []
    factors = (Factor("area", size.area, "m2"), Factor("restoration per m2", lease.restoration, "money/m2"))
    return [
        book.dated(
            "restoration",
            name,
            month,
            factors,
            driver=lease.restoration_driver,
            currency=lease.currency,
            fund=lease.fund,
        )
    ]


def _value_in_kind(
    book: Book, name: str, lease: Lease, size: Size, contract: RentLevels, start: Figure, end: Figure
) -> list[Line]:
    if lease.market_value is None:
        return []
    years = book.prices.horizon_years
    first_day = np.maximum(start, 0.0)
    market = lease.market_value.rent * book.prices.grown(lease.market_value.driver) * coverage(first_day, end, years)
    below_market = np.maximum(market - contract.paid(first_day, end, years), 0.0)
    factors = (
        _size_factor(lease, size),
        Factor(f"market rent less the rent paid, per {lease.per}", below_market, "money/year"),
    )
    return [
        book.recurring(
            "value in kind",
            name,
            factors,
            driver=lease.market_value.driver,
            currency=lease.currency,
            payer="host",
            nature="in kind",
        )
    ]


def _size_factor(lease: Lease, size: Size) -> Factor:
    return Factor(SIZE_NAMES[lease.per], size.per(lease.per), lease.per)
