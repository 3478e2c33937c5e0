"""Figures in words: the way of each language, small and large amounts, and locales that nobody knows."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from colocate.words.numbers import (
    about,
    listed,
    money,
    month_of,
    number,
    percent,
    plain_figure,
    three_figures,
)
from tests.examples import SAME_EACH_TIME


def plain(words: str) -> str:
    """Words with every kind of space that keeps a line together turned into a plain one."""
    return words.replace("\u202f", " ").replace("\xa0", " ")


@pytest.mark.parametrize(
    ("locale", "amount", "figure", "part", "month"),
    [
        ("en", "USD 1,234,568", "1,234.6", "12.3 %", "December 2022"),
        ("fr", "1 234 568 USD", "1 234,6", "12,3 %", "décembre 2022"),
        ("es", "1.234.568 USD", "1.234,6", "12,3 %", "diciembre 2022"),
        ("en-GB", "USD 1,234,568", "1,234.6", "12.3 %", "December 2022"),
        ("fr_CH", "1 234 568 USD", "1 234,6", "12,3 %", "décembre 2022"),
        ("fr_FR.UTF-8", "1 234 568 USD", "1 234,6", "12,3 %", "décembre 2022"),
        ("es-AR", "1.234.568 USD", "1.234,6", "12,3 %", "diciembre 2022"),
        ("es-MX", "USD 1,234,568", "1,234.6", "12.3 %", "diciembre 2022"),
        ("pt-BR", "USD 1.234.568", "1.234,6", "12,3 %", "dezembro 2022"),
        ("vi", "1.234.568 USD", "1.234,6", "12,3 %", "tháng 12 2022"),
    ],
)
def test_each_language_has_its_way(locale: str, amount: str, figure: str, part: str, month: str) -> None:
    assert plain(money(1_234_567.8, "USD", locale)) == amount
    assert plain(number(1_234.56, locale, 1)) == figure
    assert plain(percent(0.1234, locale)) == part
    assert month_of(date(2022, 12, 1), 0, locale).lower() == month.lower()  # capitals are babel's


@pytest.mark.parametrize(
    "locale", ["", "zz", "xx_YY", "ru", "de-CH", "../../etc/passwd", "en;DROP", "a" * 5_000, "\x00", "_419"]
)
def test_a_locale_that_nobody_knows_is_read_as_english(locale: str) -> None:
    assert plain(money(1_234, "USD", locale)) == "USD 1,234"
    assert number(1_234.5, locale, 1) == "1,234.5"
    assert percent(0.5, locale) == "50 %"
    assert month_of(date(2026, 1, 1), 0, locale) == "January 2026"


@SAME_EACH_TIME
@given(st.text(max_size=30))
def test_no_locale_breaks_a_sentence(locale: str) -> None:
    assert money(1_234, "USD", locale)
    assert month_of(date(2026, 1, 1), 0, locale)


def test_money_below_0_and_around_it() -> None:
    assert plain(money(-1_234.4, "USD")) == "USD -1,234"
    assert plain(money(-1_234.4, "USD", "fr")) == "-1 234 USD"
    for nothing in (0.0, -0.0, -0.4, 0.4, 1e-12, -1e-12):
        assert plain(money(nothing, "USD")) == "USD 0"  # nobody should meet "USD -0"


@pytest.mark.parametrize(
    ("amount", "told"),
    [
        (303_120.4, "USD 303,000"),
        (999_500, "USD 1,000,000"),
        (-45_678, "USD -45,700"),
        (12.3456, "USD 12"),
        (0, "USD 0"),
    ],
)
def test_about_keeps_three_figures(amount: float, told: str) -> None:
    assert plain(about(amount, "USD")) == told


@pytest.mark.parametrize(
    ("amount", "rounded"), [(123_456, 123_000), (0.0123456, 0.0123), (-98.76, -98.8), (float("inf"), 0), (0, 0)]
)
def test_three_figures(amount: float, rounded: float) -> None:
    assert three_figures(amount) == rounded


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (22_600, "22,600"),
        (3.5, "3.5"),
        (0.035, "0.035"),
        (105.8542, "105.854"),
        (-2, "-2"),
        (0.000001, "0.000001"),
        (1_000_000, "1,000,000"),
        (0, "0"),
        (float("nan"), "0"),
    ],
)
def test_plain_figure_has_no_trailing_zeros_and_no_exponent(value: float, told: str) -> None:
    assert plain_figure(value) == told


@pytest.mark.parametrize("write", [lambda figure: money(figure, "USD"), number, plain_figure, percent])
def test_figures_far_beyond_any_case_are_still_written(write: object) -> None:
    assert "e+" in write(4e30)  # type: ignore[operator]


@pytest.mark.parametrize(
    ("fraction", "digits", "told"),
    [(0.125, 1, "12.5 %"), (0.125, 0, "12 %"), (1, 1, "100 %"), (-0.034, 1, "-3.4 %"), (-0.0001, 1, "0 %")],
)
def test_percent(fraction: float, digits: int, told: str) -> None:
    assert percent(fraction, "en", digits) == told


@pytest.mark.parametrize(
    ("start", "months", "told"),
    [
        (date(2018, 10, 31), 0, "October 2018"),
        (date(2018, 10, 31), 2, "December 2018"),
        (date(2018, 10, 31), 14, "December 2019"),
        (date(2026, 1, 1), 11.9, "December 2026"),
        (date(2026, 1, 1), 12, "January 2027"),
        (date(2026, 1, 17), 0.5, "February 2026"),  # two weeks after the 17th
        (date(2026, 1, 1), -1, "December 2025"),
        (date(9999, 12, 1), 1, "month 1"),  # beyond the calendar
    ],
)
def test_month_of(start: date, months: float, told: str) -> None:
    assert month_of(start, months) == told


def test_listed() -> None:
    assert [listed(words) for words in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == ["", "a", "a and b", "a, b and c"]
