"""What must hold for every case: identical options, order, doubling, splitting, later starts, books, opting out."""

from __future__ import annotations

import copy
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from colocate.case import Case
from colocate.case.replacing import with_figures
from colocate.case.spending import RunningCost
from colocate.casefile.building import build_case
from colocate.casefile.reading import check_document
from colocate.model.costs.line import keys_of
from colocate.model.evaluate import evaluate
from colocate.model.outcome import Outcome
from colocate.model.totals import BOOKS, VIEWS
from tests.examples import SAME_EACH_TIME
from tests.strategies import documents

Document = dict[str, Any]


def money_by_year(outcome: Outcome, option: str, book: str = "everyone", view: str = "cash and efficiency") -> Any:
    return outcome.option(option).money[book, view].by_year[:, 0]  # type: ignore[index]


def same(first: Any, second: Any, scale: float = 1.0) -> bool:
    largest = max(1.0, float(np.max(np.abs(second), initial=0.0)), scale)
    return bool(np.allclose(first, second, rtol=1e-9, atol=1e-9 * largest))


def gross(outcome: Outcome) -> float:
    """The size of what was added up, which rounding is measured against."""
    return max((float(np.abs(line.amounts).max()) for option in outcome.options for line in option.lines), default=1.0)


@SAME_EACH_TIME
@given(documents(), st.data())
def test_two_identical_options_differ_by_zero(document: Document, data: st.DataObject) -> None:
    original = data.draw(st.sampled_from(document["options"]))
    twin = copy.deepcopy(original) | {"id": "twin", "name": "Twin"}
    outcome = evaluate(build_case({**document, "options": [*document["options"], twin]}))
    for book in BOOKS:
        for view in VIEWS:
            first, second = (outcome.option(one).money[book, view] for one in (original["id"], "twin"))
            assert np.array_equal(first.by_year, second.by_year)
            assert np.array_equal(first.present_value, second.present_value)


@SAME_EACH_TIME
@given(documents(), st.randoms(use_true_random=False))
def test_the_order_of_options_changes_nothing(document: Document, shuffle: Any) -> None:
    options = list(document["options"])
    shuffle.shuffle(options)
    before = evaluate(build_case(document))
    after = evaluate(build_case({**document, "options": options}))
    for option in before.options:
        assert np.array_equal(money_by_year(before, option.id), money_by_year(after, option.id))


@SAME_EACH_TIME
@given(
    rent=st.integers(1, 500),
    month=st.integers(1, 100),
    renewed=st.booleans(),
    charge=st.integers(0, 60),
    growth=st.integers(-3, 9),
)
def test_a_move_with_everything_equal_and_no_one_offs_costs_nothing(
    rent: int, month: int, renewed: bool, charge: int, growth: int
) -> None:
    lease: Document = {"tenure": "commercial", "area": 300, "rent": rent}
    if charge:
        lease |= {"service_charge": charge, "service_charge_driver": "inflation"}
    if renewed:
        lease |= {"expiry": 110, "renewal": {"rent": 90, "driver": "inflation", "premium": 3, "term_years": 2}}
    running = [{"name": "Guards", "category": "security", "amount": 9000, "driver": "inflation"}]
    old = lease | {"start": -24, "break_option": {"month": 0}}
    document: Document = {
        "format": 1,
        "title": "Equal",
        "agency": "Agency",
        "illustrative": True,
        "decision_date": __import__("datetime").date(2026, 1, 1),
        "horizon_years": 12,
        "currency": "USD",
        "discounting": {"rate": 4},
        "drivers": [{"id": "inflation", "name": "Inflation", "growth": growth}],
        "office": {"people": 20, "m2_per_desk": 12},
        "options": [
            {"id": "stay", "name": "Stay", "lease": old, "running": running},
            {
                "id": "move",
                "name": "Move",
                "move": {"leaves": "stay", "month": month},
                "lease": lease | {"start": month},
                "running": running,
            },
        ],
    }
    outcome = evaluate(check_document(document))
    assert same(money_by_year(outcome, "move"), money_by_year(outcome, "stay"))
    assert abs(float(outcome.against_baseline("move").present_value[0])) < 1e-6


@SAME_EACH_TIME
@given(documents())
def test_doubling_every_amount_doubles_every_total(document: Document) -> None:
    case = build_case(document)
    codes = {case.currency, *(currency.code for currency in case.currencies)}
    amounts = {
        path: 2.0 * quantity.figure
        for path, quantity in case.quantities.items()
        if quantity.unit.split("/")[0] in codes
        and not path.startswith("currencies")
        and not any(steps[0] == "currencies" for steps in case.places_of[path])
    }
    before, after = evaluate(case), evaluate(with_figures(case, amounts))
    for option in before.options:
        for book in BOOKS:
            for view in VIEWS:
                single, double = option.money[book, view], after.option(option.id).money[book, view]
                assert same(double.by_year, 2.0 * single.by_year, gross(before))
                assert same(double.present_value, 2.0 * single.present_value, 20 * gross(before))


@SAME_EACH_TIME
@given(documents(), st.floats(0.01, 0.99))
def test_splitting_a_line_in_two_changes_nothing(document: Document, part: float) -> None:
    case = build_case(document)
    assume(any(option.running for option in case.options))
    options = tuple(
        replace(option, running=tuple(piece for cost in option.running for piece in split(cost, part)))
        for option in case.options
    )
    before, after = evaluate(case), evaluate(replace(case, options=options))
    for option in before.options:
        assert same(money_by_year(after, option.id), money_by_year(before, option.id), gross(before))


def split(cost: RunningCost, part: float) -> tuple[RunningCost, RunningCost]:
    return (
        replace(cost, name=f"{cost.name} a", amount=cost.amount * part),
        replace(cost, name=f"{cost.name} b", amount=cost.amount * (1 - part)),
    )


@SAME_EACH_TIME
@given(documents(), st.floats(0.25, 60))
def test_a_later_start_never_raises_a_saving(document: Document, later: float) -> None:
    case = build_case(document)
    assume(any(service.opt_in for service in case.back_office))
    services = tuple(
        replace(service, saving=abs(np.asarray(service.saving)).item(), fee=0.0, transition=0.0)
        for service in case.back_office
    )
    delayed = tuple(
        replace(
            service,
            start=service.start + later,
            recognised_from=None if service.recognised_from is None else service.recognised_from + later,
        )
        for service in services
    )
    soon, late = (evaluate(replace(case, back_office=each)) for each in (services, delayed))
    for option in soon.options:
        saved_soon, saved_late = (-back_office(outcome, option.id) for outcome in (soon, late))
        assert np.all(saved_late <= saved_soon + 1e-9 * max(1.0, float(saved_soon.max(initial=0.0))))


def back_office(outcome: Outcome, option: str) -> Any:
    lines = [line.amounts[:, 0] for line in outcome.option(option).lines if line.category == "back office saving"]
    return sum(lines, start=np.zeros(outcome.case.horizon_years))


@SAME_EACH_TIME
@given(documents())
def test_books_add_up_to_everyone(document: Document) -> None:
    outcome = evaluate(build_case(document))
    for option in outcome.options:
        by_payer = {payer: np.zeros(outcome.case.horizon_years) for payer in BOOKS["everyone"]}
        for line in option.lines:
            by_payer[line.payer] = by_payer[line.payer] + line.amounts[:, 0]
        scale = gross(outcome)
        assert same(money_by_year(outcome, option.id, "agency"), by_payer["agency"], scale)
        family = by_payer["agency"] + by_payer["un"]
        assert same(money_by_year(outcome, option.id, "un family"), family, scale)
        assert same(money_by_year(outcome, option.id), family + by_payer["host"] + by_payer["donor"], scale)


@SAME_EACH_TIME
@given(documents(), st.data())
def test_opting_out_of_a_service_leaves_no_trace(document: Document, data: st.DataObject) -> None:
    case = build_case(document)
    assume(case.back_office)
    chosen = data.draw(st.sampled_from(case.back_office))
    out = tuple(replace(one, opt_in=False) if one is chosen else one for one in case.back_office)
    without = tuple(one for one in case.back_office if one is not chosen)
    opted_out, never_there = (evaluate(replace(case, back_office=each)) for each in (out, without))
    for option in opted_out.options:
        assert keys_of(option.lines) == keys_of(never_there.option(option.id).lines)
        assert np.array_equal(money_by_year(opted_out, option.id), money_by_year(never_there, option.id))


@SAME_EACH_TIME
@given(documents(), st.floats(-0.5, 1.0))
def test_a_saving_not_owed_to_the_move_changes_no_difference(document: Document, saving: float) -> None:
    case = build_case(document)
    assume(any(not service.owed_to_move and service.opt_in for service in case.back_office))
    other = tuple(one if one.owed_to_move else replace(one, saving=saving) for one in case.back_office)
    before, after = evaluate(case), evaluate(replace(case, back_office=other))
    scale = gross(before) + gross(after)
    for option in before.options[1:]:
        for view in VIEWS:
            first = before.against_baseline(option.id, "agency", view).by_year
            assert same(after.against_baseline(option.id, "agency", view).by_year, first, scale)


@SAME_EACH_TIME
@given(documents())
def test_an_exchange_rate_of_one_changes_nothing(document: Document) -> None:
    case = build_case(document)
    assume(case.currencies)
    at_par = tuple(replace(currency, rate=1.0, change=(0.0,)) for currency in case.currencies)
    exchanged = evaluate(replace(case, currencies=at_par))
    own = evaluate(without_currencies(case))
    for option in exchanged.options:
        first, second = money_by_year(exchanged, option.id), money_by_year(own, option.id)
        # Lines are added up in bundles of one path over the years, so only the order of the sum may differ.
        assert np.allclose(first, second, rtol=1e-13, atol=1e-9)


def without_currencies(node: Any) -> Any:
    """The same records with every currency left out, so that each amount is in the case's own."""
    if isinstance(node, tuple):
        return tuple(without_currencies(part) for part in node)
    if not hasattr(node, "__dataclass_fields__"):
        return node
    changes = {name: without_currencies(getattr(node, name)) for name in node.__dataclass_fields__}
    if isinstance(node, Case):
        return replace(node, **{**changes, "currencies": (), "currency": node.currency})
    if "currency" in changes:
        changes["currency"] = ""
    return replace(node, **changes)


def test_the_checks_can_fail() -> None:
    """The comparison itself tells a difference of one part in a million."""
    assert not same(np.array([1000.0]), np.array([1000.001]))
    assert same(np.array([1000.0]), np.array([1000.0 + 1e-9]))
    with pytest.raises(AssertionError):
        assert same(np.array([0.0]), np.array([1.0]))
