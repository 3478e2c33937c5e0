"""A message that is not said yet: one whole text in English with named places, and what stands in them.

What lies below the words writes messages; `colocate.words` says them in the reader's language, in which the English
text is the key of the catalogue. Texts are written out where they are used, so that they can be collected.
"""

from __future__ import annotations

from dataclasses import dataclass
from string import Formatter


def unsaid(message: str) -> str:
    """Mark a text that stands in a table and is said later, so that it gets into the catalogue."""
    return message


@dataclass(frozen=True, init=False)
class Message:
    """A text with named places, and what stands in them; `one` and `count` where a count chooses between two forms.

    What comes from a file stands in places alone. A place may hold a message of its own (the label of a figure), or
    several, which are listed.

    >>> str(Message("{name} stands twice", name="Rent"))
    'Rent stands twice'
    >>> str(Message.counted("has {count} row", "has {count} rows", 1200))
    'has 1,200 rows'
    """

    text: str
    places: tuple[tuple[str, Place], ...]
    one: str
    count: float | None

    def __init__(self, text: str, /, **places: Place) -> None:
        self._keep(text, places, "", None)

    @classmethod
    def counted(cls, one: str, many: str, count: float, /, **places: Place) -> Message:
        """Make a message of two forms, of which the count takes one; `{count}` is the count itself."""
        made = cls.__new__(cls)
        made._keep(many, places, one, count)
        return made

    def _keep(self, text: str, places: dict[str, Place], one: str, count: float | None) -> None:
        kept = (("text", text), ("places", tuple(places.items())), ("one", one), ("count", count))
        for name, value in kept:
            object.__setattr__(self, name, value)

    def __bool__(self) -> bool:
        """Tell whether there is anything to say."""
        return bool(self.text)

    def __str__(self) -> str:
        """Write the message in English."""
        places = {name: _in_english(place) for name, place in self.places}
        if self.count is None:
            return self.text.format(**places)
        return (self.one if self.count == 1 else self.text).format(count=f"{self.count:,}", **places)


Place = str | float | Message | tuple[Message, ...]

NOTHING_SAID = Message("")

BETWEEN = "; "
"""What stands between the messages of a list."""


def places_of(text: str) -> tuple[str, ...]:
    """Give the names of a text's places, each once.

    >>> places_of("{name} stands twice, first in {row}")
    ('name', 'row')
    """
    return tuple(dict.fromkeys(name for _, name, _, _ in Formatter().parse(text) if name is not None))


def as_written(place: str | float) -> str:
    """Write what comes from a file as the file does: words as they are, numbers with a point and six figures."""
    return f"{place:g}" if isinstance(place, float) else str(place)


def _in_english(place: Place) -> str:
    if isinstance(place, tuple):
        return BETWEEN.join(str(one) for one in place)
    return str(place) if isinstance(place, Message) else as_written(place)
