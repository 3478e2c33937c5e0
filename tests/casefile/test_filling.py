"""A short case: ten figures, and all others defaults that say so; it is the same case as one written in full."""

from __future__ import annotations

import contextlib
import copy
import tomllib
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

import colocate
from colocate.case import Case
from colocate.casefile.changing import change, write_changes
from colocate.casefile.defaults import MARKETS, MAY_BE_LEFT_OUT, TABLES, default_figures
from colocate.casefile.faults import CaseError
from colocate.casefile.fields import fields_of
from colocate.casefile.filling import filled
from colocate.casefile.reading import check_document, faults_of_document
from colocate.casefile.template import template_text
from tests.examples import SAME_EACH_TIME
from tests.test_reference import compare

Document = dict[str, Any]
SHORT = template_text("short", "")
HOUSE = {"id": "house", "name": "House", "already_running": True, "tenants": [{"name": "Others", "people": 50}]}


def short(**changes: Any) -> Document:
    return {**tomllib.loads(SHORT), **changes}


def option_of(document: Document, place: int = 1) -> Document:
    return document["options"][place]


def present(case: Case) -> list[float]:
    return [float(one.money["agency", "cash"].present_value[0]) for one in colocate.evaluate(case).options]


def test_it_states_some_ten_figures_and_all_others_are_assumed_with_a_range_and_a_source() -> None:
    case = check_document(short())
    stated = [one for one in case.quantities.values() if not one.default]
    assert len(stated) == 10
    defaults = [one for one in case.quantities.values() if one.default]
    assert len(defaults) > 20
    for one in defaults:
        assert (one.default, one.quality, one.is_uncertain) == ("middle", "assumed", True), one.path
        assert one.source.startswith("Assumption"), one.path


@pytest.mark.parametrize("market", MARKETS)
def test_every_default_has_a_range_about_its_mode_and_tells_that_it_is_an_assumption(market: str) -> None:
    for name, figure in default_figures(market).items():
        assert figure["low"] <= figure["mode"] <= figure["high"], name
        assert figure["low"] < figure["high"], name
        assert figure["source"].startswith("Assumption"), name


def test_dearer_markets_have_dearer_defaults() -> None:
    low, middle, high = (default_figures(market) for market in ("low", "middle", "high"))
    for name, figure in middle.items():
        assert low[name]["mode"] <= figure["mode"] <= high[name]["mode"] or name == "connection", name


def test_filling_twice_changes_nothing_and_the_document_given_stays() -> None:
    document = short()
    before = copy.deepcopy(document)
    once = filled(document)
    assert document == before
    assert filled(once) == once


def test_a_document_without_defaults_is_not_touched() -> None:
    document = short()
    del document["defaults"]
    assert filled(document) is document
    assert {"discounting", "drivers"} <= {fault.path for fault in faults_of_document(document)}


def test_it_gives_what_the_same_case_written_in_full_gives() -> None:
    written = {key: value for key, value in filled(short()).items() if key != "defaults"}
    assert present(check_document(short())) == present(check_document(written))


def test_what_is_stated_stays() -> None:
    document = short(discounting={"rate": 3}, shared={"fit_out": 10.0, "moving": 0})
    option_of(document)["one_offs"] = [
        {"name": "Own furniture", "category": "furniture", "amount": 5000, "driver": "inflation", "month": 3}
    ]
    case = check_document(document)
    assert case.discounting.rate == pytest.approx(0.03)
    assert case.quantities["shared.fit_out"].default == ""
    furniture = [one for one in case.option("move").one_offs if one.category == "furniture"]
    assert [(one.name, one.amount, one.month) for one in furniture] == [("Own furniture", 5000, 3)]


def test_no_default_makes_one_option_cheaper_than_another_but_by_size() -> None:
    """Two like offices under two options: what they cost to run is the same in every future."""
    document = short()
    option_of(document)["lease"]["area"] = 400
    futures = colocate.evaluate(check_document(document), draws=64, seed=1)
    stay, move = (colocate.evaluate(futures.case).option(name) for name in ("stay", "move"))
    for line in stay.lines:
        if line.category in ("cleaning", "utilities", "security", "ict", "insurance", "maintenance"):
            other = next(one for one in move.lines if one.category == line.category)
            assert other.amounts[-1] == pytest.approx(line.amounts[-1])


def test_costs_that_the_house_or_the_rent_holds_already_are_not_added() -> None:
    document = short()
    cost = {"name": "Guards", "category": "security", "amount": 9000, "shared_by": "people"}
    document["houses"] = [{**HOUSE, "costs": [cost]}]
    option_of(document)["house"] = "house"
    option_of(document, 0)["lease"] |= {"gross": True, "includes": ["cleaning", "service charge"]}
    case = check_document(document)
    assert "security" not in [one.category for one in case.option("move").running]
    assert "cleaning" not in [one.category for one in case.option("stay").running]
    assert case.option("stay").lease.service_charge == 0.0
    assert case.houses[0].costs[0].driver == "inflation"
    assert case.quantities["houses[house].occupancy"].default == "middle"


def test_owned_premises_get_no_terms_of_a_lease() -> None:
    document = short()
    option_of(document, 0)["lease"] = {"tenure": "owned", "area": 400}
    lease = check_document(document).option("stay").lease
    assert (lease.renewal, lease.service_charge, lease.restoration) == (None, 0.0, 0.0)


def annex(**lease: Any) -> Document:
    own = {"tenure": "commercial", "area": 60, "start": -12, "expiry": 40} | lease
    return {"id": "annex", "name": "Annex", "people_share": 20, "lease": own}


def test_leases_of_further_premises_are_filled_like_the_main_one() -> None:
    document = short()
    option_of(document, 0)["premises"] = [annex()]
    lease = check_document(document).option("stay").premises[0].lease
    main = check_document(document).option("stay").lease
    assert (lease.rent, lease.service_charge, lease.restoration) == (18 * 12, main.service_charge, main.restoration)
    assert (lease.service_charge_driver, lease.restoration_driver) == ("inflation", "inflation")


def test_further_premises_end_with_their_expiry_unless_they_are_said_to_go_on() -> None:
    document = short()
    option_of(document, 0)["premises"] = [annex(), {**annex(renewal={}), "id": "second", "people_share": 5}]
    first, second = check_document(document).option("stay").premises
    assert first.lease.renewal is None
    assert second.lease.renewal is not None
    assert (second.lease.renewal.rent, second.lease.renewal.driver) == (18 * 12, "rents")


def test_costs_that_only_the_main_premises_have_in_the_rent_are_added_to_the_others() -> None:
    document = short()
    option_of(document, 0)["lease"] |= {"gross": True, "includes": ["cleaning"]}
    option_of(document, 0)["premises"] = [annex()]
    once = filled(document)
    assert filled(once) == once
    stay = check_document(document).option("stay")
    assert "cleaning" not in [one.category for one in stay.running]
    assert [one.category for one in stay.premises[0].running] == ["cleaning"]
    assert {"utilities", "security", "ict"} <= {one.category for one in stay.running}


def test_a_running_cost_of_further_premises_alone_is_refused_with_what_to_do() -> None:
    """The default would be of all premises together, and so be paid twice there."""
    document = short()
    cost = {"name": "Guards", "category": "security", "amount": 9000}
    option_of(document, 0)["premises"] = [{**annex(), "running": [cost]}]
    (fault,) = faults_of_document(document)
    assert fault.path == "options[0].premises[0].running"
    assert "State the option's own running cost of security" in str(fault)
    option_of(document, 0)["running"] = [cost | {"amount": 4000}]
    assert faults_of_document(document) == []
    option_of(document, 0)["premises"] = [annex(gross=True, includes=["cleaning"])]
    (fault,) = faults_of_document(document)
    assert fault.path == "options[0].premises[0].lease.includes"
    assert "main premises" in str(fault)


def test_a_lease_of_further_premises_that_is_not_per_m2_states_what_the_defaults_cannot() -> None:
    document = short()
    option_of(document, 0)["premises"] = [annex(per="office", rent=9_000)]
    (fault,) = faults_of_document(document)
    assert fault.path == "options[0].premises[0].lease.per"
    assert "service_charge, restoration" in str(fault)
    assert "renewal" not in str(fault)
    terms = {"per": "office", "rent": 9_000, "service_charge": 0, "restoration": 0}
    option_of(document, 0)["premises"] = [annex(**terms)]
    assert faults_of_document(document) == []
    option_of(document, 0)["premises"] = [annex(**terms, renewal={})]
    assert "renewal" in " ".join(map(str, faults_of_document(document)))


def test_a_class_of_past_projects_takes_no_contingency_on_top() -> None:
    document = short()
    document["reference_classes"] = [
        {
            "id": "works", "name": "Works", "planned": "capital cost", "projects": 0, "quality": "assumed",
            "ratio": {"low": 0.9, "mode": 1.1, "high": 1.5}, "source": "Assumption",
        }
    ]  # fmt: skip
    amount = {"plan": 9e4, "reference_class": "works", "unit": "USD", "source": "Assumption", "quality": "assumed"}
    option_of(document)["one_offs"] = [{"name": "Works", "category": "fit-out", "amount": amount, "month": 7}]
    assert check_document(document).option("move").contingency == 0.0


def test_shared_services_and_access_are_filled_in() -> None:
    document = short()
    document["back_office"] = [{"service": "ict", "opt_in": True, "owed_to_move": True, "people": 1}]
    document["access"] = {"constituents": "rows.csv"}
    for place, option in enumerate(document["options"]):
        option["place"] = {"latitude": 10.0 + place / 100, "longitude": 20.0}
    rows = b"name,group,latitude,longitude,visits_by_them,visits_by_us\nMinistry,Government,10.02,20.01,5,5\n"
    case = check_document(document, lambda _name: rows)
    assert case.back_office[0].cost_per_person == 33_000
    assert [case.quantities[f"access.{key}"].default for key in ("ideal", "limit", "circuity")] == ["middle"] * 3
    assert colocate.evaluate(case).option("move").access is not None


FAULTS: list[tuple[Document, str, str]] = [
    ({"currency": "EUR"}, "defaults", "amounts in USD"),
    ({"discounting": {"rates": "real", "inflation": 2}}, "defaults", "nominal"),
    ({"defaults": "medium"}, "defaults", "not known"),
]


@pytest.mark.parametrize(("changes", "path", "problem"), FAULTS, ids=[problem for _, _, problem in FAULTS])
def test_a_case_that_they_do_not_fit_is_told_so(changes: Document, path: str, problem: str) -> None:
    told = {fault.path: str(fault) for fault in faults_of_document(short(**changes))}
    assert problem in told[path]


def test_a_lease_that_is_not_per_m2_states_what_the_defaults_cannot() -> None:
    document = short()
    option_of(document, 0)["lease"] |= {"per": "office", "rent": 80_000}
    (fault,) = faults_of_document(document)
    assert fault.path == "options[0].lease.per"
    assert "service_charge, restoration, renewal" in str(fault)
    renewal = {"rent": 82_000, "driver": "rents"}
    option_of(document, 0)["lease"] |= {"service_charge": 0, "restoration": 0, "renewal": renewal}
    assert faults_of_document(document) == []


@given(st.sampled_from(["office", "options", "shared", "drivers", "houses", "access", "discounting", "back_office"]),
       st.sampled_from([None, 3, "text", [], {}, [3], [[]], {"a": 1}, True]))  # fmt: skip
@settings(SAME_EACH_TIME, max_examples=40, phases=(Phase.generate,))
def test_a_part_of_the_wrong_form_is_a_fault_and_no_more(key: str, wrong: Any) -> None:
    with contextlib.suppress(CaseError):
        check_document(short(**{key: wrong}))


@pytest.mark.parametrize("key", ["lease", "move", "running", "one_offs", "works", "contingency", "house", "premises"])
@pytest.mark.parametrize("wrong", [3, "text", [], {}, [3], {"month": "shared.none"}, {"month": {"mode": True}}])
def test_so_is_one_of_an_option(key: str, wrong: Any) -> None:
    document = short()
    option_of(document)[key] = wrong
    with contextlib.suppress(CaseError):
        check_document(document)


def test_a_default_is_moved_like_any_figure_and_saved_with_all_others() -> None:
    case = check_document(short())
    changes = {"shared.fit_out": 700, "drivers[rents].growth.high": 9}
    moved = change(case, changes)
    assert moved.quantities["shared.fit_out"].value == 700
    assert moved.quantities["shared.fit_out"].default == "middle"
    assert moved.quantities["drivers[rents].growth"].default == ""
    saved = write_changes(SHORT, changes)
    assert saved.startswith(SHORT.splitlines()[0])
    assert check_document(tomllib.loads(saved)).quantities == moved.quantities
    assert write_changes(SHORT, {}) == SHORT


@pytest.mark.parametrize("record", MAY_BE_LEFT_OUT, ids=lambda record: record.__name__)
def test_what_may_be_left_out_must_be_there_otherwise(record: type) -> None:
    required = {field.name for field in fields_of(record) if field.required}
    assert set(MAY_BE_LEFT_OUT[record]) <= required


@st.composite
def short_documents(draw: st.DrawFn) -> Document:
    """Short cases of any market, with some figures stated and some tenures."""
    document = short(defaults=draw(st.sampled_from(MARKETS)), horizon_years=draw(st.integers(1, 20)))
    document["office"] = {"people": draw(st.integers(1, 80))}
    stay, move = document["options"]
    stay["lease"]["expiry"] = draw(st.integers(1, 90))
    stay["lease"] |= draw(st.sampled_from([{}, {"payments": "quarterly", "in_advance": True}, {"restoration": 0}]))
    move["move"]["month"] = month = draw(st.integers(0, 40))
    tenure = draw(st.sampled_from(["commercial", "nominal", "rent-free", "owned"]))
    move["lease"] = {"tenure": tenure, "start": month, "area": draw(st.integers(10, 900))}
    if tenure != "owned":
        move["lease"]["expiry"] = month + draw(st.integers(1, 90))
    for option in draw(st.sampled_from([(), (stay,), (move,), (stay, move)])):
        goes_on: Document = draw(st.sampled_from([{}, {"renewal": {}}]))
        months = {"start": month, "expiry": month + 30} if option is move else {}
        option["premises"] = [annex(**months, **goes_on)]
    return document


@given(short_documents())
@settings(SAME_EACH_TIME, max_examples=12, phases=(Phase.generate,))
def test_the_second_implementation_agrees_on_short_cases(document: Document) -> None:
    case = check_document(document)
    compare(dict(case.document), case)


def test_there_is_a_table_for_each_market() -> None:
    assert {path.stem for path in TABLES.glob("*.toml")} == {"every", *MARKETS}
