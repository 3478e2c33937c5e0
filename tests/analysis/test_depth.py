"""How deep a case is, in figures and in words, and which of its figures would narrow the answer most."""

from __future__ import annotations

from dataclasses import replace

import colocate
from colocate.analysis.deciding.decisive import deciding
from colocate.analysis.depth import how_deep, narrowing
from colocate.case.further import FurtherPremises
from colocate.casefile.reading import check_document, load_case
from colocate.export.figures import figures
from colocate.words.depth import depth_in_words, narrowing_in_words
from tests.casefile.test_filling import short
from tests.documents import ROOT, template_case


def test_a_case_that_states_all_is_standard_until_it_goes_into_detail() -> None:
    case = template_case()
    assert how_deep(case).depth == "standard"
    assert how_deep(load_case(ROOT / "data" / "hanoi.toml")).depth == "full"
    stay, *others = case.options
    paid = replace(stay, lease=replace(stay.lease, payments="monthly"))
    assert how_deep(replace(case, options=(paid, *others))).depth == "full"
    assert depth_in_words(how_deep(case)) == "This is a standard case: it states all of its figures itself."

    annex = FurtherPremises(id="annex", name="Annex", people_share=0.2, lease=stay.lease)
    assert how_deep(replace(case, options=(replace(stay, premises=(annex,)), *others))).depth == "full"


def test_a_case_with_one_default_is_short() -> None:
    found = how_deep(check_document(short()))
    assert found.depth == "short"
    assert found.all - len(found.defaults) == 10
    assert depth_in_words(found) == f"Short case: {len(found.defaults)} of {found.all} figures are defaults."


def test_what_would_narrow_the_answer_is_what_is_worth_finding_out() -> None:
    document = short()
    document["options"][1]["lease"] |= {"tenure": "commercial", "area": 270}
    case = check_document(document)
    found = deciding(colocate.evaluate(case, draws=2048, seed=1))
    named = narrowing(found)
    assert [one.path for one in named] == ["shared.fit_out", "shared.service_charge", "drivers[rents].growth"]
    assert named == tuple(one.quantity for one in found.worthwhile[:3])
    assert narrowing_in_words(case, named).startswith("What would narrow the answer on money most: ")


def test_none_is_named_where_none_is_worth_it() -> None:
    assert "No single figure" in narrowing_in_words(template_case(), ())


def test_the_json_says_which_depth_and_which_figures_are_defaults() -> None:
    told = figures(colocate.evaluate(check_document(short()), draws=64, seed=1))
    assert told["case"]["depth"] == "short"
    assert sum(one["default"] == "middle" for one in told["quantities"]) == len(told["quantities"]) - 10
