"""The faults that auditors find in such comparisons: each is a fault told, a caution, or cannot be written.

`docs/faults.md` lists them; its last test holds that list and these tests together.
"""

from __future__ import annotations

import copy
import re
import tomllib
from collections.abc import Iterable
from importlib import resources
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from colocate.analysis.money.shift import shift
from colocate.analysis.verdict import Verdict, verdict
from colocate.case import Case
from colocate.casefile.faults import CaseError
from colocate.casefile.reading import check_document
from colocate.export.figures import figures
from colocate.model.costs.line import Line
from colocate.model.evaluate import evaluate
from colocate.model.futures import Futures
from colocate.model.outcome import Outcome
from colocate.words.cautions import caution_words
from colocate.words.conditions import conditions
from colocate.words.verdict import why
from tests.single_figures import expected_of

ROOT = Path(__file__).parents[1]
STAY, MOVE = 0, 1
Document = dict[str, Any]


@pytest.fixture
def document() -> Document:
    folder = resources.files("colocate.casefile")
    written = tomllib.loads(folder.joinpath("template.toml").read_text(encoding="utf-8"))
    written["access"]["constituents"] = "constituents.csv"
    return written


def case_of(document: Document) -> Case:
    table = resources.files("colocate.casefile").joinpath("template-constituents.csv").read_bytes()
    return check_document(document, lambda _name: table)


def outcome_of(document: Document) -> Outcome:
    return evaluate(case_of(document))


def answered(outcome: Outcome) -> tuple[Futures, Verdict]:
    futures = evaluate(outcome.case, draws=64)
    return futures, verdict(futures)


def told(document: Document) -> str:
    return "\n".join(caution_words(expected_of(outcome_of(document))))


def faults(document: Document) -> str:
    with pytest.raises(CaseError) as error:
        case_of(document)
    return str(error.value)


def total(lines: Iterable[Line], category: str) -> float:
    return sum(float(line.amounts.sum()) for line in lines if line.category == category)


def table(mode: float, unit: str, **more: Any) -> Document:
    return {"mode": mode, "unit": unit, "source": "Assumption", "quality": "assumed"} | more


def test_wrong_unit_is_a_fault(document: Document) -> None:
    document["options"][STAY]["running"][0]["amount"] = table(20, "USD/person/year")
    assert 'options[0].running[0].amount.unit: "USD/person/year" is not the unit due here' in faults(document)


def test_omitted_cost_is_told(document: Document) -> None:
    assert "no line for" not in told(document)
    document["options"][MOVE]["running"] = []
    assert "Moving to the UN House: no line for cleaning" in told(document)


def test_renewal_needs_rent_and_driver(document: Document) -> None:
    document["options"][STAY]["lease"]["renewal"] = {"term_years": 5}
    words = faults(document)
    assert "options[0].lease.renewal.rent: is missing" in words
    assert "options[0].lease.renewal.driver: is missing" in words


def test_rent_rises_at_renewal(document: Document) -> None:
    lease = document["options"][STAY]["lease"]
    lease["renewal"] = {"rent": table(20, "USD/m2/month"), "driver": "rents", "premium": 10}
    document["shared"].pop("market_rent")
    document["options"][MOVE]["lease"]["market_value"]["rent"] = 200
    document["options"][MOVE]["lease"]["renewal"]["rent"] = 200
    rent = next(line for line in outcome_of(document).options[STAY].lines if line.name == "Rent")
    # Year 1: 400 m2 x 17 a month. From month 24: 20 a month, grown 2 % in each of two years, 10 % premium.
    assert rent.amounts[1, 0] == pytest.approx(400 * 17 * 12)
    assert rent.amounts[2, 0] == pytest.approx(400 * 20 * 12 * 1.02**2 * 1.10)


def test_flat_rent_is_told(document: Document) -> None:
    lease = document["options"][STAY]["lease"]
    assert "the rent stays the same" not in told(document)
    del lease["expiry"], lease["renewal"]
    assert "Staying: the rent stays the same for all 10 years" in told(document)


def test_delay_without_range_is_told(document: Document) -> None:
    assert "no range for the delay" not in told(document)
    document["options"][MOVE]["move"]["delay"] = 3
    assert "no range for the delay" in told(document)


def test_delay_costs_rent_and_savings(document: Document) -> None:
    document["options"][STAY]["lease"]["break_option"] = {"month": 9}
    document["options"][STAY]["lease"]["holdover_premium"] = 25
    on_time, late = copy.deepcopy(document), copy.deepcopy(document)
    on_time["options"][MOVE]["move"]["delay"] = 0
    late["options"][MOVE]["move"]["delay"] = 3
    lines = {name: outcome_of(one).options[MOVE].lines for name, one in (("on time", on_time), ("late", late))}
    held = {name: total(each, "holdover") for name, each in lines.items()}
    saved = {name: total(each, "back office saving") for name, each in lines.items()}
    assert held["on time"] == 0
    assert held["late"] == pytest.approx(400 * 17 * 3 * 1.25)  # three months at a quarter more
    assert saved["on time"] < saved["late"] < 0  # savings are below 0


def test_unlike_sizes_are_told(document: Document) -> None:
    assert "not alike in size" not in told(document)
    document["options"][MOVE]["lease"]["area"] = 700
    assert "not alike in size" in told(document)


def test_option_that_does_not_fit_fails_its_gate(document: Document) -> None:
    document["options"][MOVE]["lease"]["area"] = 300  # 20 people x 14 m2 x 1.3 = 364 m2
    outcome = outcome_of(document)
    assert [gate.name for gate in outcome.options[MOVE].fails] == ["space"]
    assert any("fails a gate" in one and "space" in one for one in conditions(*answered(outcome)))


def test_nominal_case_cannot_state_inflation(document: Document) -> None:
    document["discounting"]["inflation"] = 3
    assert "discounting.inflation: a nominal case has no use for inflation here" in faults(document)


def test_real_case_must_state_inflation(document: Document) -> None:
    document["discounting"]["rates"] = "real"
    assert "discounting.inflation: is missing" in faults(document)


def test_rate_like_a_fraction_is_told(document: Document) -> None:
    document["discounting"]["rate"] = 0.035
    assert "Per cent are written as 3.5, not 0.035" in told(document)


def test_baseline_fingerprint_changes_only_with_the_baseline(document: Document) -> None:
    def prints(one: Document) -> tuple[str, str]:
        case = figures(evaluate(case_of(one), 8))["case"]
        return case["fingerprint"], case["baseline_fingerprint"]

    before = prints(document)
    document["options"][MOVE]["name"] = "Move, renamed"
    moved = prints(document)
    assert moved[0] != before[0]
    assert moved[1] == before[1]
    document["options"][STAY]["running"][1]["amount"] = 13000
    assert prints(document)[1] != before[1]


def test_staff_time_is_not_cash(document: Document) -> None:
    document["back_office"][0] |= {"saving": 50, "cash_part": 0, "fee": 0}
    before = outcome_of(document)
    document["back_office"][0]["opt_in"] = False
    after = outcome_of(document)
    cash = [one.option("move").money["agency", "cash"].present_value[0] for one in (before, after)]
    both = [one.option("move").money["agency", "cash and efficiency"].present_value[0] for one in (before, after)]
    assert cash[0] == pytest.approx(cash[1])
    assert both[0] < both[1]
    assert "staff time or quality" in "\n".join(caution_words(expected_of(before)))


def test_staff_time_as_cash_asks_for_posts(document: Document) -> None:
    assert "Which posts will be cut?" not in told(document)
    document["back_office"][0]["cash_part"] = 40
    assert "Which posts will be cut?" in told(document)


def test_free_rent_is_a_shift_and_not_efficiency(document: Document) -> None:
    outcome = outcome_of(document)
    kind = [line for line in outcome.option("move").lines if line.category == "value in kind"]
    assert [(line.payer, line.nature) for line in kind] == [("host", "in kind")]
    moved = shift(expected_of(outcome), "move")
    assert moved.by_payer["host"] > 0
    assert moved.shifted > 0
    assert any("These pay more: the host government" in sentence for sentence in why(*answered(outcome)))


def test_free_rent_must_state_its_value_and_its_end(document: Document) -> None:
    lease = document["options"][MOVE]["lease"]
    del lease["market_value"], lease["expiry"], lease["renewal"]
    document["shared"]["market_rent"] = 200
    words = faults(document)
    assert "options[1].lease.market_value: is missing" in words
    assert "options[1].lease.expiry: is missing" in words


def test_saving_not_owed_to_the_move_is_in_every_option(document: Document) -> None:
    document["back_office"][0] |= {"owed_to_move": False, "saving": 40, "cash_part": 100}
    with_saving = outcome_of(document)
    document["back_office"][0]["saving"] = 0
    without = outcome_of(document)
    for option in ("stay", "move"):
        before, after = (one.option(option).money["agency", "cash"].total[0] for one in (without, with_saving))
        assert after < before
    differences = [one.against_baseline("move").present_value[0] for one in (with_saving, without)]
    assert differences[0] == pytest.approx(differences[1])


def test_export_holds_every_line_by_year(document: Document) -> None:
    futures = evaluate(case_of(document), 64)
    exported = figures(futures)
    for found, written in ((futures.expected, exported), (futures.central, exported["worked_example"])):
        for option, told_of in zip(found.options, written["options"], strict=True):
            assert len(told_of["lines"]) == len(option.lines)
            for line, row in zip(option.lines, told_of["lines"], strict=True):
                assert row["amounts_by_year"] == pytest.approx(line.amounts[:, 0].tolist())
                assert len(row["amounts_by_year"]) == futures.case.horizon_years
                assert row["quantities"] or not np.any(line.amounts)


def test_verdict_rests_on_no_weights(document: Document) -> None:
    before = answered(outcome_of(document))
    swings = {"money": 0, "access": 100, "mandate": 100, "government": 0}
    document["weighing"] = {"judgements": [{"name": "Director", "swings": swings, "source": "asked on 1 March"}]}
    after = answered(outcome_of(document))
    assert after[1] == before[1]


def test_a_judgement_says_who_was_asked(document: Document) -> None:
    swings = {"money": 0, "access": 100, "mandate": 100, "government": 0}
    document["weighing"] = {"judgements": [{"name": "Director", "swings": swings}]}
    assert "weighing.judgements[0].source: is missing" in faults(document)


def test_travel_counts_once(document: Document) -> None:
    document["travel"] = {"cost_per_hour": 20, "driver": "inflation", "shown_in": "money"}
    money = outcome_of(document)
    document["travel"]["shown_in"] = "access"
    access = outcome_of(document)
    in_money, in_access = (
        any(line.category == "staff travel time" for line in one.option("move").lines) for one in (money, access)
    )
    assert (in_money, in_access) == (True, False)
    by_them = [60, 30, 40]
    assert money.option("move").access.visits.tolist() == by_them  # type: ignore[union-attr]
    assert access.option("move").access.visits.tolist() == [140, 60, 80]  # type: ignore[union-attr]


def test_contribution_cannot_be_negative(document: Document) -> None:
    document["options"][MOVE]["contributions"] = [{"name": "Grant", "giver": "host", "amount": -5000, "month": 3}]
    assert "options[1].contributions[0].amount: -5000 is too low" in faults(document)


def test_every_line_names_its_driver(document: Document) -> None:
    del document["options"][STAY]["running"][0]["driver"]
    del document["options"][MOVE]["one_offs"][0]["driver"]
    words = faults(document)
    assert "options[0].running[0].driver: is missing" in words
    assert "options[1].one_offs[0].driver: is missing" in words


def test_double_rent_is_derived(document: Document) -> None:
    document["options"][MOVE]["move"]["delay"] = 0
    lines = [line for line in outcome_of(document).option("move").lines if line.category == "double rent"]
    # New premises from month 6 to 9: free rent, 5 a month of service charge. Old premises from month 9 to their
    # expiry in month 24: 17 and 4 a month, the service charge 3 % higher in the second year.
    expected = {
        "Service charge before moving in": 400 * 5 * 3,
        "Rent, old premises after moving out": 400 * 17 * 15,
        "Service charge, old premises after moving out": 400 * 4 * (3 + 12 * 1.03),
    }
    found = {line.name: float(line.amounts.sum()) for line in lines if np.any(line.amounts)}
    assert found == pytest.approx(expected)
    document["options"][MOVE]["one_offs"][0]["category"] = "double rent"
    assert "options[1].one_offs[0].category" in faults(document)


def test_gate_not_stated_is_unknown(document: Document) -> None:
    document["options"][MOVE]["gates"] = []
    outcome = outcome_of(document)
    assert {gate.name for gate in outcome.option("move").open_gates} >= {"security", "legal", "accessibility"}
    assert any("still to be settled" in condition for condition in conditions(*answered(outcome)))


def test_assumption_without_range_is_told(document: Document) -> None:
    document["discounting"]["rate"] = table(4, "%/year")
    assert "assumed figure has no range" in told(document)


def test_the_list_of_faults_names_tests_that_are_there() -> None:
    page = (ROOT / "docs" / "faults.md").read_text(encoding="utf-8")
    here = Path(__file__).read_text(encoding="utf-8")
    named = re.findall(r"::(test_\w+)", page)
    assert len(named) >= 20
    for name in named:
        assert f"def {name}(" in here, name
    for path in re.findall(r"`(tests/[\w/]+\.py)", page):
        assert (ROOT / path).exists(), path
    for path in re.findall(r"`((?!tests/)[\w/]+\.py)`", page):
        assert (ROOT / "colocate" / path).exists(), path
