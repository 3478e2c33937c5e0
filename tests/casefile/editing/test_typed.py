"""What a person types into the one box of a figure: read as meant, asked where it is not clear, else told in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from colocate.casefile.editing.typed import Figure, Unclear, plainly, read_typed, shown, whole_number
from colocate.message import Message
from tests.examples import SAME_EACH_TIME

RENT = ("USD/m2/year", "USD/m2/month")

READ = {
    "18": (18,),
    " 18 ": (18,),
    "-5": (-5,),
    "\u22125": (-5,),
    "+5": (5,),
    "18.5": (18.5,),
    "18,5": (18.5,),
    "0,125": (0.125,),
    ".5": (0.5,),
    ",5": (0.5,),
    "18.": (18,),
    "21.028": (21.028,),
    "36 000": (36000,),
    "36\u00a0000": (36000,),
    "36\u202f000": (36000,),
    "36'000": (36000,),
    "36\u2019000": (36000,),
    "1.234.567": (1234567,),
    "1,234.5": (1234.5,),
    "1.234,5": (1234.5,),
    "1 234,5": (1234.5,),
    "12,345,678.9": (12345678.9,),
    "1e3": (1000.0,),
    "1E-3": (0.001,),
    "12 to 28": (12, 28),
    "12 TO 28": (12, 28),
    "12 - 28": (12, 28),
    "12-28": (12, 28),
    "12\u201328": (12, 28),
    "12 \u2014 28": (12, 28),
    "12...28": (12, 28),
    "12 .. 28": (12, 28),
    "-3 to 6": (-3, 6),
    "-3 - -1": (-3, -1),
    "12,5 to 28,5": (12.5, 28.5),
    "20 000 to 54 000": (20000, 54000),
    "12, 18, 28": (12, 18, 28),
    "12,18,28": (12, 18, 28),
    "12; 18; 28": (12, 18, 28),
    "12;18;28": (12, 18, 28),
    "12\t18\t28": (12, 18, 28),
    "12,5, 18, 28": (12.5, 18, 28),
    "12,5; 18,25; 28": (12.5, 18.25, 28),
    "-3, 2, 6": (-3, 2, 6),
    "20000, 36000, 54000": (20000, 36000, 54000),
    "20 000, 36 000, 54 000": (20000, 36000, 54000),
}
ASKED = {
    "1,234": ("1234", "1.234"),
    "36,000": ("36000", "36.000"),
    "12,345,678": ("12345678", "12, 345, 678"),
    "1,200 to 3,400": ("1200 to 3400", "1.2 to 3.4"),
    "1,200; 2,000; 3,400": ("1200, 2000, 3400", "1.2, 2, 3.4"),
}
REFUSED = [
    "", " ", "rent", "12 18 28", "12, 18", "12, 18, 28, 30", "1,2,3,4", "12 to", "to 28", "12 to 18 to 28", "1.2.3",
    "1,,2",
    "--5", "1e", "0x10", "١٢", "12 €", "18 USD/m2/day", "18 EUR", "nan", "inf", "1_000", "12:30", "9" * 300, "12 18",
]  # fmt: skip


@pytest.mark.parametrize("text", READ)
def test_read_as_meant(text: str) -> None:
    found = read_typed(text, RENT)
    assert isinstance(found, Figure), found
    assert found.numbers == READ[text]
    assert found.form == {1: "value", 2: "ends", 3: "range"}[len(READ[text])]
    assert found.unit == ""


@pytest.mark.parametrize("text", ASKED)
def test_what_can_be_read_in_two_ways_is_asked(text: str) -> None:
    found = read_typed(text, RENT)
    assert isinstance(found, Unclear), found
    assert len(found.readings) == 2
    both = [read_typed(one, RENT) for one in found.readings]
    assert all(isinstance(one, Figure) for one in both), "a reading that is chosen is clear"
    assert [one.numbers for one in both if isinstance(one, Figure)] == [
        one.numbers for one in (read_typed(reading, RENT) for reading in ASKED[text]) if isinstance(one, Figure)
    ]


@pytest.mark.parametrize("text", REFUSED)
def test_what_is_no_figure_is_told(text: str) -> None:
    found = read_typed(text, RENT)
    assert isinstance(found, Message), found
    assert str(found)


@pytest.mark.parametrize(
    ("text", "units", "unit"),
    [
        ("18 USD/m2/month", RENT, "USD/m2/month"),
        ("18 usd/m²/month", RENT, "USD/m2/month"),
        ("18 USD per m2 per month", RENT, "USD/m2/month"),
        ("18 a month", RENT, "USD/m2/month"),
        ("12 to 28 per year", RENT, "USD/m2/year"),
        ("18/month", RENT, "USD/m2/month"),
        ("12, 18, 28 USD/m2 a month", RENT, "USD/m2/month"),
        ("5 %", ("%/year",), "%/year"),
        ("5%", ("%",), "%"),
        ("3 months", ("month",), "month"),
        ("10 people", ("person",), "person"),
        ("100 m²", ("m2",), "m2"),
        ("30 km/h", ("km/h",), "km/h"),
        ("21.03°", ("degree",), "degree"),
        ("18 USD", RENT, ""),
    ],
)
def test_a_unit_may_be_typed(text: str, units: tuple[str, ...], unit: str) -> None:
    found = read_typed(text, units)
    assert isinstance(found, Figure), found
    assert found.unit == unit


@pytest.mark.parametrize(
    ("text", "form", "number"),
    [("yes", "value", 1), ("No", "value", 0), ("30 %", "chance", 0.3), ("30%", "chance", 0.3), ("0.3", "chance", 0.3),
     ("0,3", "chance", 0.3), ("1", "chance", 1), ("0", "chance", 0)],
)  # fmt: skip
def test_a_chance(text: str, form: str, number: float) -> None:
    assert read_typed(text, ("yes/no",), is_chance=True) == Figure(form, (number,))  # type: ignore[arg-type]


@pytest.mark.parametrize("text", ["30", "perhaps", "12 to 28", "1,234 %"])
def test_what_is_no_chance_is_told(text: str) -> None:
    assert isinstance(read_typed(text, ("yes/no",), is_chance=True), Message)


@pytest.mark.parametrize(
    "written",
    [18, 18.0, 0.85, 1e-9, -3, 22300, {"mode": 4}, {"low": 12, "high": 28}, {"low": 1.5, "mode": 2, "high": 1e6}],
)
def test_what_is_shown_is_read_again(written: object) -> None:
    found = read_typed(shown(written), RENT)
    assert isinstance(found, Figure)
    assert list(found.numbers) == (list(written.values()) if isinstance(written, dict) else [written])


@SAME_EACH_TIME
@given(some.lists(some.floats(-1e14, 1e14).map(lambda one: one + 0.0), min_size=1, max_size=3))
def test_any_numbers_are_read_as_written(numbers: list[float]) -> None:
    text = " to ".join(map(plainly, numbers)) if len(numbers) == 2 else ", ".join(map(plainly, numbers))
    found = read_typed(text, RENT)
    assert isinstance(found, Figure), (text, found)
    assert all(one == pytest.approx(two, rel=1e-12, abs=1e-12) for one, two in zip(found.numbers, numbers, strict=True))


@SAME_EACH_TIME
@given(some.text(max_size=30))
def test_whatever_is_typed_has_an_answer(text: str) -> None:
    for is_chance in (False, True):
        found = read_typed(text, RENT, is_chance=is_chance)
        assert isinstance(found, (Figure, Unclear, Message))


def test_whole_numbers() -> None:
    assert whole_number(" 12 ") == 12
    assert whole_number("-3") == -3
    for text in ("", "1.5", "twelve", "9" * 20):
        assert isinstance(whole_number(text), Message)


def test_nothing_is_shown_for_what_is_no_figure() -> None:
    for written in (None, True, [1], {}, {"shape": "yes/no"}, {"low": "x"}):
        assert shown(written) == ""
    assert shown({"shape": "yes/no", "probability": 0.3}) == "30 %"
    assert shown({"plan": 100, "reference_class": "x"}) == "100"
    assert shown("shared.rent") == "shared.rent"
