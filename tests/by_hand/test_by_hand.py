"""The model against the case worked by hand: the tables of WORKED.md are read, worked again, compared to the cent."""

from __future__ import annotations

import ast
import operator
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

import colocate
from colocate.analysis.money.budget import one_off_budget
from colocate.analysis.money.five_years import five_year_reading
from colocate.analysis.money.returns import returns
from colocate.analysis.money.shift import shift
from colocate.analysis.money.unit_costs import cost_per_m2, cost_per_person
from colocate.model.totals import BOOKS, VIEWS, present_amounts
from tests.single_figures import expected_of

HERE = Path(__file__).parent
CENT = 0.005 + 1e-6
TIMES = "\N{MULTIPLICATION SIGN}"
YEARS = [f"Year {year}" for year in range(5)]
OPTIONS = ("stay", "renegotiate", "house")
MOVED = ("renegotiate", "house")
PLACE = {"stay": "A, B", "renegotiate": "A, B", "house": "C"}
OPERATIONS = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.Pow: lambda base, power: base ** int(power),
}


def read_page() -> dict[str, list[dict[str, str]]]:
    """Give the table under each heading of WORKED.md, a row as column -> cell."""
    tables: dict[str, list[dict[str, str]]] = {}
    heading, columns = "", []
    for line in (HERE / "WORKED.md").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            heading, columns = line.lstrip("# "), []
        elif not line.startswith("|"):
            columns = []
        elif not columns:
            columns = cells(line)
        elif not line.startswith("|---"):
            tables.setdefault(heading, []).append(dict(zip(columns, cells(line), strict=True)))
    return tables


def cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip().strip("|").split("|")]


def number(cell: str) -> float:
    return float(cell.replace(",", ""))


def years(row: dict[str, str]) -> list[float]:
    return [number(row[year]) for year in YEARS]


def worked(text: str) -> float:
    """Work out, exactly, a sum as the page writes it: times as a cross, powers with ^."""
    node = ast.parse(text.replace(TIMES, "*").replace("^", "**"), mode="eval").body
    return float(_value(node))


def _value(node: ast.expr) -> Fraction:
    if isinstance(node, ast.Constant):
        return Fraction(repr(node.value))
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        return -_value(node.operand)
    assert isinstance(node, ast.BinOp), ast.dump(node)
    return OPERATIONS[type(node.op)](_value(node.left), _value(node.right))


PAGE = read_page()


@pytest.fixture(scope="module")
def outcome():
    return colocate.evaluate(colocate.load_case(HERE / "case.toml"))


def lines_of(outcome, option):
    """Give an option's lines by what the page tells them apart by; no two are alike."""
    lines = outcome.option(option).lines
    found = {(line.category, line.name, line.nature): line for line in lines}
    assert len(found) == len(lines)
    return found


def key(row):
    return row["Category"], row["Line"], row["Nature"]


def by_key(heading):
    rows = {key(row): row for row in PAGE[heading]}
    assert len(rows) == len(PAGE[heading])
    return rows


@pytest.mark.parametrize("option", OPTIONS)
def test_every_line_of_the_model_stands_on_the_page_and_no_more(outcome, option):
    lines, page = lines_of(outcome, option), by_key(f"{option}: lines")
    with_money = {one for one, line in lines.items() if np.any(line.amounts)}
    assert with_money == set(page)
    assert set(lines) - with_money <= set(by_key(f"{option}: nil lines"))
    assert set(by_key(f"{option}: rules")) == set(page)


@pytest.mark.parametrize("option", OPTIONS)
def test_working_gives_the_amounts_of_the_page(option):
    amounts = {one: [0.0] * 5 for one in by_key(f"{option}: lines")}
    for row in PAGE[f"{option}: working"]:
        amount = worked(row["Working"])
        assert amount == pytest.approx(number(row["Amount"]), abs=CENT), row
        amounts[key(row)][int(row["Year"])] = amount
    for one, row in by_key(f"{option}: lines").items():
        assert amounts[one] == pytest.approx(years(row), abs=CENT), one
        assert sum(amounts[one]) == pytest.approx(number(row["Total"]), abs=CENT), one


@pytest.mark.parametrize(
    ("option", "row"), [pytest.param(o, r, id=f"{o}: {r['Line']}") for o in OPTIONS for r in PAGE[f"{o}: lines"]]
)
def test_line(outcome, option, row):
    line = lines_of(outcome, option)[key(row)]
    assert line.amounts[:, 0] == pytest.approx(years(row), abs=CENT)
    assert line.amounts.sum() == pytest.approx(number(row["Total"]), abs=CENT)
    assert present_amounts(line, outcome.prices).sum() == pytest.approx(number(row["Present value"]), abs=CENT)
    assert line.payer == row["Payer"]
    assert ("one-time" if line.one_time else "recurring") == row["Kind"]
    assert ("labour" if line.labour else "monetary") == row["Work"]
    assert ("by year" if line.month is None else f"month {line.month:g}") == row["When"]


def hold_money(money, row):
    assert money.by_year[:, 0] == pytest.approx(years(row), abs=CENT)
    assert money.total[0] == pytest.approx(number(row["Total"]), abs=CENT)
    assert money.present_value[0] == pytest.approx(number(row["Present value"]), abs=CENT)
    assert money.equivalent_annual[0] == pytest.approx(number(row["Equivalent annual"]), abs=CENT)


def test_books(outcome):
    assert len(PAGE["Totals"]) == len(OPTIONS) * len(BOOKS) * len(VIEWS)
    for row in PAGE["Totals"]:
        hold_money(outcome.option(row["Option"]).money[row["Book"], row["View"]], row)


def test_differences_from_the_baseline(outcome):
    assert len(PAGE["Differences from the baseline"]) == len(MOVED) * len(BOOKS) * len(VIEWS)
    for row in PAGE["Differences from the baseline"]:
        hold_money(outcome.against_baseline(row["Option"], row["Book"], row["View"]), row)


def present(outcome, option):
    counted = [
        line for line in expected_of(outcome).option(option).lines if (line.payer, line.nature) == ("agency", "cash")
    ]
    return sum(line.present for line in counted)[:, 0]


def test_present_value_by_year(outcome):
    assert [row["Option"] for row in PAGE["Present value by year"]] == list(OPTIONS)
    for row in PAGE["Present value by year"]:
        money = outcome.option(row["Option"]).money["agency", "cash"]
        assert present(outcome, row["Option"]) == pytest.approx(years(row), abs=CENT)
        assert money.present_value[0] == pytest.approx(number(row["Present value"]), abs=CENT)


def test_cumulative_savings(outcome):
    assert len(PAGE["Cumulative savings"]) == 8
    for row in PAGE["Cumulative savings"]:
        simple = -outcome.against_baseline(row["Option"]).by_year[:, 0]
        saving = simple if row["Kind"] == "simple" else present(outcome, "stay") - present(outcome, row["Option"])
        found = saving if row["Row"] == "saving" else np.cumsum(saving)
        assert found == pytest.approx(years(row), abs=CENT)


def test_payback_and_rate_of_return(outcome):
    assert len(PAGE["Payback, years"]) == 4
    for row in PAGE["Payback, years"]:
        found = returns(expected_of(outcome), row["Option"])
        answer = found.payback if row["Kind"] == "simple" else found.discounted_payback
        assert answer.value == pytest.approx(number(row["Years"]), abs=1e-6)
        assert worked(row["Working"]) == pytest.approx(number(row["Years"]), abs=1e-5)
    for row in PAGE["Internal rate of return"]:
        assert row["Answer"] == "none"
        assert returns(expected_of(outcome), row["Option"]).internal_rate_of_return.value is None


@pytest.mark.parametrize("option", MOVED)
def test_dated_savings_are_nil_at_the_roots_of_the_page(option):
    dated = [row for row in PAGE["Dated savings"] if row["Option"] == option]
    (roots,) = (row for row in PAGE["Internal rate of return"] if row["Option"] == option)
    for column in ("Lower root, per cent", "Upper root, per cent"):
        rates = number(roots[column]) / 100 + np.array([-5e-5, 5e-5])  # the page gives two decimals of a per cent
        present = sum(number(row["Saving"]) * (1 + rates) ** (-number(row["Month"]) / 12) for row in dated)
        assert present[0] * present[1] < 0


def test_one_off_budget(outcome):
    assert [row["Option"] for row in PAGE["One-off budget"]] == list(OPTIONS)
    for row in PAGE["One-off budget"]:
        found = one_off_budget(expected_of(outcome).option(row["Option"]))[:, 0]
        assert found == pytest.approx(years(row), abs=CENT)
        assert found.sum() == pytest.approx(number(row["Total"]), abs=CENT)


def test_five_year_reading(outcome):
    assert len(PAGE["Five-year reading"]) == 8
    for row in PAGE["Five-year reading"]:
        found = five_year_reading(expected_of(outcome), row["Option"])[row["Work"], row["Kind"]]
        assert found == pytest.approx(number(row["Difference"]), abs=CENT), row


def test_by_payer_and_shift(outcome):
    assert [row["Option"] for row in PAGE["By payer"]] == list(MOVED)
    for row in PAGE["By payer"]:
        found = shift(expected_of(outcome), row["Option"])
        for payer, column in (("agency", "Agency"), ("un", "UN"), ("host", "Host"), ("donor", "Donor")):
            assert found.by_payer[payer] == pytest.approx(number(row[column]), abs=CENT), (row["Option"], payer)
        assert found.everyone == pytest.approx(number(row["Everyone"]), abs=CENT)
        assert found.shifted == pytest.approx(number(row["Shift"]), abs=CENT)


def test_per_person_and_per_m2(outcome):
    assert len(PAGE["Per person and per m2"]) == 6
    for row in PAGE["Per person and per m2"]:
        of = cost_per_person if row["Per"] == "person" else cost_per_m2
        assert of(expected_of(outcome).option(row["Option"]))[:, 0] == pytest.approx(years(row), abs=CENT), row


@pytest.mark.parametrize("option", OPTIONS)
def test_access(outcome, option):
    access = outcome.option(option).access
    rows = [row for row in PAGE["Minutes and scores"] if row["Place"] == PLACE[option]]
    assert [constituent.name for constituent in access.constituents] == [row["Constituent"] for row in rows]
    assert access.minutes[:, 0] == pytest.approx([number(row["Minutes"]) for row in rows], abs=1e-6)
    assert access.scores[:, 0] == pytest.approx([number(row["Score"]) for row in rows], abs=1e-6)
    (tripartite,) = (row for row in PAGE["Tripartite score"] if row["Place"] == PLACE[option])
    assert access.tripartite[0] == pytest.approx(number(tripartite["Score"]), abs=1e-6)
    assert worked(tripartite["Working"]) == pytest.approx(number(tripartite["Score"]), abs=1e-5)
    (travel,) = (row for row in PAGE["Staff travel a year"] if row["Place"] == PLACE[option])
    for column, found in (("Hours", access.travel.hours), ("Kilometres", access.travel.kilometres)):
        assert found[0] == pytest.approx(number(travel[column]), abs=1e-6)
        assert worked(travel[f"{column}, working"]) == pytest.approx(number(travel[column]), abs=1e-5)


@pytest.mark.parametrize("row", PAGE["Mandate, government and gates"], ids=lambda row: row["Option"])
def test_mandate_government_and_gates(outcome, row):
    option = outcome.option(row["Option"])
    assert option.mandate.low == pytest.approx(number(row["Mandate, unknown as no"].split("=")[1]))
    assert option.mandate.high == pytest.approx(number(row["Mandate, unknown as yes"].split("=")[1]))
    assert option.mandate.unknown == int(row["Unknown items"])
    assert option.government.score == pytest.approx(number(row["Government"]))
    gates = {gate.name: gate.status for gate in option.gates}
    assert gates == {gate: row[gate] for gate in gates}
    assert len(gates) == 6


def test_discount_factors_of_the_page():
    for row in PAGE["Discount factors"]:
        kind, place = row["When"].split()
        time = int(place) + 0.5 if kind == "year" else int(place) / 12
        assert number(row["Factor"]) == pytest.approx(1.05**-time, abs=1e-10)


@pytest.mark.parametrize("place", ["A, B", "C"])
def test_distances_of_the_page(place):
    for row in (row for row in PAGE["Distances"] if row["Place"] == place):
        a = number(row["sin^2(dlat/2)"]) + number(row["cos(lat1) cos(lat2)"]) * number(row["sin^2(dlon/2)"])
        assert a == pytest.approx(number(row["a"]), rel=1e-8)
        assert 2 * 6371.0088 * np.arcsin(np.sqrt(a)) == pytest.approx(number(row["Kilometres"]), abs=1e-7)
