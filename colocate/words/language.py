"""How a reader is spoken to: one object that carries the catalogue of sentences and the way numbers are written.

A sentence is one whole message with named places, in English, which is also its key in the catalogue of another
language; it is never glued from parts. A language more is a catalogue more (gettext), and no change of code.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from gettext import NullTranslations

from colocate.message import unsaid
from colocate.words import numbers

__all__ = ["ENGLISH", "Language", "unsaid"]


@dataclass(frozen=True)
class Language:
    """The reader's language: `locale` for numbers, months and dates, `catalogue` for sentences.

    >>> english = Language("en")
    >>> english.say("{option} costs least", option="Move")
    'Move costs least'
    >>> english.say_many("{count} figure is open", "{count} figures are open", 2)
    '2 figures are open'
    """

    locale: str = "en"
    catalogue: NullTranslations = field(default_factory=NullTranslations, compare=False)

    @property
    def spoken(self) -> str:
        """Return the code of the language that sentences are in, which is English where there is no catalogue.

        >>> Language("de-CH").spoken
        'en'
        """
        return self.catalogue.info().get("language", "en")

    def say(self, message: str, /, **places: str) -> str:
        """Say a message with what stands in its places; KeyError for a place that has nothing."""
        return self.catalogue.gettext(message).format(**places)

    def say_many(self, one: str, many: str, count: float, /, **places: str) -> str:
        """Say a message in the plural form that a count asks for; `{count}` is the count, written to one decimal."""
        written = self.number(count, 1)
        form = 1 if written == "1" else 2
        return self.catalogue.ngettext(one, many, form).format(count=written, **places)

    def years(self, count: float) -> str:
        """Write a number of years.

        >>> Language().years(1), Language().years(20)
        ('1 year', '20 years')
        """
        return self.say_many("{count} year", "{count} years", count)

    def listed(self, words: Sequence[str]) -> str:
        """Join words as a sentence does: a, b and c.

        >>> Language().listed(["a", "b", "c"])
        'a, b and c'
        """
        if len(words) <= 1:
            return "".join(words)
        return self.say("{first} and {last}", first=", ".join(words[:-1]), last=words[-1])

    def number(self, value: float, digits: int = 0) -> str:
        """Write a number with so many decimals at most."""
        return numbers.number(value, self.locale, digits)

    def figure(self, value: float) -> str:
        """Write a case's figure as it was meant: six figures at most, no trailing zeros."""
        return numbers.plain_figure(value, self.locale)

    def percent(self, fraction: float, digits: int = 0) -> str:
        """Write a fraction as per cent; the sign stays on the line of its number."""
        return numbers.percent(fraction, self.locale, digits).replace(" ", "\xa0")

    def money(self, amount: float, currency: str) -> str:
        """Write an amount to the whole unit, with the currency's code."""
        return numbers.money(amount, currency, self.locale)

    def about(self, amount: float, currency: str) -> str:
        """Write an amount as sentences show it, rounded."""
        return numbers.about(amount, currency, self.locale)

    def difference(self, amount: float, less: float, currency: str) -> str:
        """Write by how much two amounts differ, as they are shown: whoever subtracts them finds the same."""
        return numbers.money(abs(numbers.shown_difference(amount, less)), currency, self.locale)

    def compact(self, value: float) -> str:
        """Write a number for an axis, as short as it can be."""
        return numbers.compact(value, self.locale)

    def month(self, start: date, months: float) -> str:
        """Write the calendar month that lies so many months after a date."""
        return numbers.month_of(start, months, self.locale)

    def day(self, day: date) -> str:
        """Write a calendar day, as in 31 October 2018."""
        return numbers.day_in_words(day, self.locale)


ENGLISH = Language()
