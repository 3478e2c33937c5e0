"""Figures in words: money, numbers, per cent and months, written the way the reader's language writes them."""

from __future__ import annotations

import math
from datetime import date
from typing import NamedTuple

from babel.dates import format_date
from babel.numbers import format_compact_decimal

NOTHING = "-"
BEYOND_WORDS = 1e21
"""From here on a figure is written with its power of ten: nobody counts so many digits."""


class Signs(NamedTuple):
    """How a language writes a figure: what parts thousands, what parts decimals, where a currency's code stands."""

    thousands: str
    decimals: str
    code_first: bool


SIGNS = {
    "en": Signs(",", ".", True),
    "es": Signs(".", ",", False),
    "es_419": Signs(",", ".", True),  # as in Mexico and Central America
    "fr": Signs("\u202f", ",", False),
    "pt": Signs(".", ",", True),
    "vi": Signs(".", ",", False),
}
"""The languages that figures are written in. Any other is read as English, which is what the words are in."""

POINT_FOR_DECIMALS = frozenset({"419", "CU", "DO", "GT", "HN", "MX", "NI", "PA", "PE", "PR", "SV", "US"})
"""Where Spanish parts decimals by a point: "1.234" must not be read there as a little more than one."""


def money(amount: float, currency: str, locale: str = "en") -> str:
    """Write an amount to the whole unit with the currency's code, as in USD 303,120.

    >>> money(303120.4, "USD").replace(chr(160), " ")
    'USD 303,120'
    >>> money(-12.0, "USD").replace(chr(160), " ")
    'USD -12'

    The minus stands at the figure: a line may end between a minus and a letter, but not between a minus and a digit.
    """
    if abs(amount) >= BEYOND_WORDS:
        return f"{currency}\xa0{amount:.3g}"
    figure = number(abs(amount), locale)
    sign = "-" if amount < 0 and figure != "0" else ""
    first = SIGNS[_known(locale)].code_first
    return f"{currency}\xa0{sign}{figure}" if first else f"{sign}{figure}\xa0{currency}"


def about(amount: float, currency: str, locale: str = "en") -> str:
    """Write an amount as a sentence does, rounded: nobody decides on the last dollar of an estimate.

    >>> about(303120.4, "USD").replace(chr(160), " "), about(3031204.0, "USD").replace(chr(160), " ")
    ('USD 303,000', 'USD 3,031,000')
    """
    return money(shown(amount), currency, locale)


def number(value: float, locale: str = "en", digits: int = 0) -> str:
    """Write a number with so many decimals at most."""
    if abs(value) >= BEYOND_WORDS:
        return f"{value:.3g}"
    signs = SIGNS[_known(locale)]
    whole, _, part = f"{_tidy(round(value, digits)):,.{digits}f}".partition(".")
    part = part.rstrip("0")
    return whole.replace(",", signs.thousands) + (signs.decimals + part if part else "")


def compact(value: float, locale: str = "en") -> str:
    """Write a number for an axis, as short as it can be: 1.5M, 500K.

    >>> compact(1_500_000.0), compact(0.0)
    ('1.5M', '0')
    """
    if abs(value) >= BEYOND_WORDS:
        return f"{value:.3g}"
    return format_compact_decimal(_tidy(value), fraction_digits=2, locale=_known(locale))


def plain_figure(value: float, locale: str = "en") -> str:
    """Write a case's figure as it was meant: six figures at most, no trailing zeros, no exponent."""
    if value == 0 or not math.isfinite(value):
        return number(0.0, locale)
    digits = max(0, 5 - math.floor(math.log10(abs(value))))
    return number(value, locale, min(digits, 9))


def percent(fraction: float, locale: str = "en", digits: int = 1) -> str:
    """Write a fraction as per cent."""
    if abs(fraction) >= BEYOND_WORDS:
        return f"{100 * fraction:.3g} %"
    return f"{number(100 * round(fraction, digits + 2), locale, digits)} %"


def month_of(start: date, months: float, locale: str = "en") -> str:
    """Write the calendar month that lies so many months after a date, as in December 2022."""
    whole = start.year * 12 + start.month - 1 + math.floor(months + (start.day - 1) / 31.0)
    year, month = divmod(whole, 12)
    if not 1 <= year <= 9999:
        return f"month {months:g}"
    return format_date(date(year, month + 1, 1), "LLLL yyyy", locale=_known(locale))


def day_in_words(day: date, locale: str = "en") -> str:
    """Write a calendar day, as in 31 October 2018.

    >>> day_in_words(date(2018, 10, 31))
    '31 October 2018'
    """
    return format_date(day, "d MMMM yyyy", locale=_known(locale))


def shown(amount: float) -> float:
    """Round an amount as sentences and pictures show it: three significant figures, four from a million on.

    Nothing is shown below whole units, as amounts are written without decimals.

    >>> shown(303120.4), shown(3031204.0), shown(12.34)
    (303000.0, 3031000.0, 12.0)
    """
    return float(round(significant(amount, _figures(amount))))


def unit_shown(amount: float) -> float:
    """Give the unit that an amount is shown to: the place of its last figure that is not rounded away.

    >>> unit_shown(303120.4), unit_shown(3031204.0), unit_shown(12.34)
    (1000.0, 1000.0, 1.0)
    """
    if amount == 0 or not math.isfinite(amount):
        return 1.0
    return float(max(1, 10 ** max(0, math.floor(math.log10(abs(amount))) - _figures(amount) + 1)))


def _figures(amount: float) -> int:
    return 4 if abs(amount) >= 1e6 else 3


def shown_difference(amount: float, less: float) -> float:
    """Give the difference of two amounts as they are shown, so that whoever subtracts them finds the same.

    >>> shown_difference(3677580.4, 3167786.4)
    510000.0
    """
    return shown(amount) - shown(less)


def three_figures(amount: float) -> float:
    """Round to three significant figures."""
    return significant(amount, 3)


def significant(amount: float, figures: int) -> float:
    """Round to so many significant figures; 0 for what is not finite."""
    if amount == 0 or not math.isfinite(amount):
        return 0.0
    return round(amount, figures - 1 - math.floor(math.log10(abs(amount))))


def listed(words: list[str]) -> str:
    """Join words as a sentence does: a, b and c."""
    if len(words) <= 1:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def _tidy(value: float) -> float:
    """Turn a minus zero into zero: nobody should meet "-0" on a page."""
    return 0.0 if abs(value) < 5e-10 else value


def _known(locale: str) -> str:
    """Find the language to write figures in: "fr-CH" and "fr_FR.UTF-8" are "fr", and what nobody knows is "en"."""
    language, _, country = locale.partition(".")[0].replace("-", "_").partition("_")
    if language == "es" and country in POINT_FOR_DECIMALS:
        return "es_419"
    return language if language in SIGNS else "en"
