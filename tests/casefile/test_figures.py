"""Figures: ranges, shapes, units and limits; what is at fault is told by path, what is right is scaled once."""

from __future__ import annotations

import math

import pytest

from colocate.casefile.changing import change
from colocate.casefile.figures import Found, read_quantity
from colocate.quantity import Measure, Quantity
from tests.documents import MOVE, STAY, Spoil, both, faults_after, put, rent, template_case

RENT = (*STAY, "lease", "rent")
RENT_PATH = "options[0].lease.rent"
DESKS = {"number": 3, "driver": "inflation"}


def chance(**numbers: object) -> Spoil:
    """Let the first option lose its coordinators' desks with these words."""
    words = {"shape": "yes/no", "unit": "yes/no", "source": "made up", "quality": "assumed", **numbers}
    plan = {"arrangement": "may be lost", "lost": words}
    return both(put("coordinators", DESKS), put(*STAY, "coordinators", plan))


FAULTS: list[tuple[str, Spoil, str, str]] = [
    (
        "negative area",
        put(*STAY, "lease", "area", -5),
        "options[0].lease.area",
        "-5 is too low for Area. Due: 0 or more, in m2",
    ),
    ("area of a continent", put("shared", "office_area", 2e6), "shared.office_area", "too high for Area"),
    ("low above high", put(*RENT, rent(low=9, mode=5, high=3)), f"{RENT_PATH}.low", "9 is above high (3)"),
    ("mode above high", put(*RENT, rent(low=1, mode=5, high=3)), f"{RENT_PATH}.mode", "5 is above high (3)"),
    ("mode below low", put(*RENT, rent(low=1, mode=0.5, high=3)), f"{RENT_PATH}.mode", "0.5 is below low (1)"),
    ("low below the limit", put(*RENT, rent(low=-1, mode=1, high=3)), f"{RENT_PATH}.low", "too low for Rent"),
    ("no high", put(*RENT, rent(low=1, mode=2)), f"{RENT_PATH}.high", "A range has both low and high"),
    ("no low", put(*RENT, rent(mode=2, high=3)), f"{RENT_PATH}.low", "A range has both low and high"),
    ("no mode", put(*RENT, rent(low=1, high=3)), f"{RENT_PATH}.mode", "the most likely value"),
    ("nothing at all", put(*RENT, rent()), f"{RENT_PATH}.mode", "Due: the value of the figure"),
    (
        "a fixed figure with a range",
        put(*RENT, rent(mode=1, low=1, high=2, shape="fixed")),
        RENT_PATH,
        "has no low or high",
    ),
    (
        "wrong unit",
        put(*RENT, rent(mode=1, unit="USD/person/year")),
        f"{RENT_PATH}.unit",
        'Due: "USD/m2/year" or "USD/m2/month"',
    ),
    (
        "wrong unit in the place of a shared figure",
        put("shared", "office_area", rent(mode=1, unit="USD")),
        "shared.office_area.unit",
        'Due: "m2"',
    ),
    (
        "a rate of exchange upside down",
        put("currencies", [{"code": "VND", "rate": rent(mode=1, unit="USD/VND")}]),
        "currencies[0].rate.unit",
        'Due: "VND/USD"',
    ),
    ("a rate of exchange of 0", put("currencies", [{"code": "VND", "rate": 0}]), "currencies[0].rate", "too low"),
    (
        "lognormal from 0",
        put(*RENT, rent(low=0, high=3, shape="lognormal")),
        f"{RENT_PATH}.low",
        "a lognormal figure is above 0",
    ),
    (
        "normal with a mode of its own",
        put(*RENT, rent(low=1, mode=1.2, high=3, shape="normal")),
        f"{RENT_PATH}.mode",
        "does not follow from low and high",
    ),
    (
        "lognormal with a mode of its own",
        put(*RENT, rent(low=1, mode=2.9, high=3, shape="lognormal")),
        f"{RENT_PATH}.mode",
        "does not follow",
    ),
    ("chance of 1.2", chance(probability=1.2), "options[0].coordinators.lost.probability", "1.2 is not a probability"),
    ("chance below 0", chance(probability=-0.1), "options[0].coordinators.lost.probability", "is not a probability"),
    ("chance without probability", chance(), "options[0].coordinators.lost.probability", "is missing"),
    ("chance with a range", chance(probability=0.4, low=0, high=1), "options[0].coordinators.lost", "no low or high"),
    (
        "chance of another shape",
        chance(shape="uniform", low=0, high=1),
        "options[0].coordinators.lost",
        'has the shape "yes/no"',
    ),
    (
        "half a yes",
        both(put("coordinators", DESKS), put(*STAY, "coordinators", {"arrangement": "may be lost", "lost": 0.5})),
        "options[0].coordinators.lost",
        "neither 0 (no) nor 1 (yes)",
    ),
    (
        "a rent that is yes or no",
        put(*RENT, rent(shape="yes/no", probability=0.5)),
        f"{RENT_PATH}.shape",
        "no shape for Rent",
    ),
    (
        "a probability of a rent",
        put(*RENT, rent(low=1, mode=2, high=3, probability=0.5)),
        f"{RENT_PATH}.probability",
        "belongs to the shape",
    ),
    ("north of the pole", put(*STAY, "place", "latitude", 91), "options[0].place.latitude", "too high"),
    ("growth that halves prices twice", put("drivers", 0, "growth", -60), "drivers[0].growth", "Due: -50 or more"),
    ("growth without end", put("drivers", 0, "growth", 1e6), "drivers[0].growth", "Due: -50 to 1000"),
    (
        "a cap that turns the rent's sign",
        put(*STAY, "lease", "indexation", {"driver": "rents", "cap": -300}),
        "options[0].lease.indexation.cap",
        "Due: -50 to 1000",
    ),
    ("a month of no calendar", put(*MOVE, "move", "month", 1e9), "options[1].move.month", "Due: -1200 to 1200"),
    ("more people than atoms", put("office", "people", 1e80), "office.people", "beyond what People can be"),
    (
        "a range beyond floats",
        put(*RENT, rent(low=1e308, high=1.7e308, shape="normal")),
        f"{RENT_PATH}.high",
        "beyond what Rent can be",
    ),
    (
        "a shared figure that is not there",
        put(*RENT, "shared.markt_rent"),
        RENT_PATH,
        'Did you mean "shared.market_rent"?',
    ),
    (
        "round in a circle, itself",
        put("shared", "office_area", "shared.office_area"),
        "shared.office_area",
        "goes round in a circle",
    ),
    (
        "round in a circle of two",
        both(put("shared", "office_area", "shared.b"), put("shared", "b", "shared.office_area")),
        "shared.b",
        "shared.office_area -> shared.b -> shared.office_area",
    ),
    (
        "round in a circle of three",
        both(
            put("shared", "office_area", "shared.b"),
            put("shared", "b", "shared.c"),
            put("shared", "c", "shared.office_area"),
        ),
        "shared.c",
        "goes round in a circle",
    ),
    (
        "a circle that nothing uses",
        both(put("shared", "a", "shared.b"), put("shared", "b", "shared.a")),
        "shared.a",
        "goes round in a circle",
    ),
    (
        "a chain of names",
        both(
            put("shared", "office_area", "shared.a0"),
            *(put("shared", f"a{n}", f"shared.a{n + 1}") for n in range(30)),
            put("shared", "a30", 400),
        ),
        "shared.a",
        "more than 20 names",
    ),
]


@pytest.mark.parametrize(("spoil", "path", "words"), [row[1:] for row in FAULTS], ids=[row[0] for row in FAULTS])
def test_a_faulty_figure_is_told_by_its_path(spoil: Spoil, path: str, words: str) -> None:
    faults = faults_after(spoil)
    assert any(words in told for place, told in faults.items() if place.startswith(path)), faults


def read(written: object, unit: str, *units: str, **limits: float) -> Quantity:
    """Read a figure that is due in a unit of the format, and may be written in some units of the file."""
    quantity = read_quantity(Found("here", written), Measure("Figure", unit, "Help.", **limits), units or (unit,))
    assert isinstance(quantity, Quantity), quantity
    return quantity


@pytest.mark.parametrize(
    ("written", "units", "figure"),
    [
        (120, ("USD/m2/year", "USD/m2/month"), 120.0),
        (rent(mode=10, unit="USD/m2/month"), ("USD/m2/year", "USD/m2/month"), 120.0),
        (rent(mode=120, unit="USD/m2/year"), ("USD/m2/year", "USD/m2/month"), 120.0),
        (rent(mode=250_000, unit="VND/m2/month"), ("VND/m2/year", "VND/m2/month"), 3_000_000.0),
        (3.5, ("%/year",), 0.035),
        (rent(mode=15, unit="%"), ("%",), 0.15),
        (9, ("month",), 9.0),
    ],
)
def test_a_figure_is_scaled_to_years_and_fractions(written: object, units: tuple[str, ...], figure: float) -> None:
    assert read(written, units[0], *units).figure == pytest.approx(figure, rel=1e-15)


def test_a_bare_number_is_exact_and_in_the_first_unit() -> None:
    quantity = read(450, "m2")
    assert (quantity.value, quantity.low, quantity.high, quantity.shape) == (450.0, 450.0, 450.0, "fixed")
    assert (quantity.quality, quantity.unit, quantity.is_uncertain) == ("exact", "m2", False)


@pytest.mark.parametrize(
    ("shape", "mode"),
    [
        ("uniform", 5.0),
        ("normal", 5.0),
        ("lognormal", math.exp(math.log(16) / 2 - (math.log(4) / (2 * 1.6448536269514722)) ** 2)),
    ],
)
def test_a_mode_left_out_follows_from_low_and_high(shape: str, mode: float) -> None:
    low, high = (2, 8)
    assert read(rent(low=low, high=high, shape=shape), "m2", "USD/m2/month").value == pytest.approx(mode)


@pytest.mark.parametrize(("probability", "value"), [(0, 0.0), (0.5, 0.0), (0.51, 1.0), (1, 1.0)])
def test_the_central_case_takes_the_likelier_answer(probability: float, value: float) -> None:
    words = {"shape": "yes/no", "probability": probability, "unit": "yes/no", "source": "x", "quality": "assumed"}
    quantity = read(words, "yes/no", least=0, most=1)
    assert (quantity.value, quantity.low, quantity.high, quantity.probability) == (value, 0.0, 1.0, probability)


@pytest.mark.parametrize("value", [0, 1])
def test_a_chance_that_is_settled_may_be_a_bare_number(value: int) -> None:
    assert read(value, "yes/no", least=0, most=1).figure == value


def test_limits_are_allowed_themselves() -> None:
    assert read(100, "%", least=0, most=100).figure == 1.0
    assert read(0, "%", least=0, most=100).figure == 0.0
    assert faults_after(put(*RENT, rent(low=1, mode=1, high=2))) == {}
    assert "no range" in faults_after(put(*RENT, rent(low=1, mode=1, high=1)))["options[0].lease.rent.low"]
    assert faults_after(put(*RENT, rent(low=3, high=3, shape="uniform"))).keys() == {"options[0].lease.rent.low"}


def test_a_record_without_currency_or_basis_takes_those_around_it() -> None:
    """A renewal stands in a lease by the person and in dong: so does its rent, in years or months."""
    vnd = [{"code": "VND", "rate": rent(mode=25_000, unit="VND/USD"), "change": 2}]
    lease = {
        "tenure": "commercial",
        "currency": "VND",
        "per": "person",
        "area": "shared.office_area",
        "start": -36,
        "expiry": 24,
        "rent": rent(mode=100, unit="VND/person/month"),
        "deposit": rent(mode=7, unit="VND"),
        "renewal": {"rent": rent(mode=200, unit="VND/person/month"), "driver": "rents"},
        "break_option": {"month": 12, "penalty": rent(mode=9, unit="VND")},
    }
    assert faults_after(both(put("currencies", vnd), put(*STAY, "lease", lease))) == {}
    wrong = {**lease, "renewal": {"rent": rent(mode=200, unit="USD/m2/month"), "driver": "rents"}}
    faults = faults_after(both(put("currencies", vnd), put(*STAY, "lease", wrong)))
    assert 'Due: "VND/person/year" or "VND/person/month"' in faults["options[0].lease.renewal.rent.unit"]


def test_a_lump_sum_has_no_basis_in_its_unit() -> None:
    per_office = rent(mode=100, unit="USD/month")
    assert faults_after(both(put(*STAY, "running", 1, "amount", per_office))) == {}
    assert (
        'Due: "USD/year" or "USD/month"'
        in (faults_after(put(*STAY, "running", 1, "amount", rent(mode=1)))["options[0].running[1].amount.unit"])
    )
    assert (
        'Due: "USD/person"'
        in (faults_after(put(*MOVE, "one_offs", 1, "amount", rent(mode=1)))["options[1].one_offs[1].amount.unit"])
    )


def test_a_shared_figure_is_one_quantity_wherever_it_is_named() -> None:
    case = template_case()
    assert case.options[0].lease.area == case.options[1].lease.area == 400.0
    assert len(case.places_of["shared.office_area"]) == 2
    changed = change(case, {"shared.office_area": 500})
    assert changed.options[0].lease.area == changed.options[1].lease.area == 500.0
