"""A sentence is one whole message: a catalogue replaces it whole, places and plurals too."""

from __future__ import annotations

from gettext import NullTranslations

import pytest

from colocate.words.language import ENGLISH, Language


class Turned(NullTranslations):
    """A language that puts the second place first and has its own plural."""

    def gettext(self, message: str) -> str:
        return {"{one} before {other}": "{other} nach {one}", "{first} and {last}": "{first} und {last}"}[message]

    def ngettext(self, singular: str, plural: str, n: int) -> str:
        assert (singular, plural) == ("{count} year", "{count} years")
        return "{count} Jahr" if n == 1 else "{count} Jahre"


def test_a_catalogue_may_turn_the_places_of_a_sentence() -> None:
    german = Language("de", Turned())
    assert german.say("{one} before {other}", one="A", other="B") == "B nach A"
    assert ENGLISH.say("{one} before {other}", one="A", other="B") == "A before B"


@pytest.mark.parametrize(("count", "words"), [(1, "1 Jahr"), (2, "2 Jahre"), (0, "0 Jahre"), (1.5, "1,5 Jahre")])
def test_plural_forms_are_the_catalogues(count: float, words: str) -> None:
    assert Language("fr", Turned()).say_many("{count} year", "{count} years", count) == words


def test_what_stands_in_a_place_is_never_read_as_a_message() -> None:
    assert ENGLISH.say("{name} costs least", name="{0.__class__} {x}") == "{0.__class__} {x} costs least"


def test_a_list_joins_as_the_language_does() -> None:
    assert Language("de", Turned()).listed(["a", "b", "c"]) == "a, b und c"
