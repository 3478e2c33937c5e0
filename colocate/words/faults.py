"""Messages from below in words: what is wrong with a case file, and whatever else the lower layers leave unsaid."""

from __future__ import annotations

from colocate.casefile.faults import Fault, cut
from colocate.message import BETWEEN, Message, Place, as_written
from colocate.safe import for_fault
from colocate.words.language import ENGLISH, Language


def say_message(message: Message, language: Language = ENGLISH) -> str:
    """Say a message and the messages in its places; words and numbers of a file stay as the file writes them."""
    if not message:
        return ""
    places = {name: _say_place(place, language) for name, place in message.places}
    if message.count is None:
        return language.say(message.text, **places)
    return language.say_many(message.one, message.text, message.count, **places)


def say_fault(fault: Fault, language: Language = ENGLISH) -> tuple[str, str, str]:
    """Say where a fault is, what is wrong and what would be right; what a hostile file writes at length is cut."""
    where = fault.where if isinstance(fault.where, str) else say_message(fault.where, language)
    told = where, say_message(fault.problem, language), say_message(fault.remedy, language)
    where, problem, remedy = (for_fault(cut(part)) for part in told)
    return where, problem, remedy


def fault_in_a_line(fault: Fault, language: Language = ENGLISH) -> str:
    """Say a fault on one line."""
    where, problem, remedy = say_fault(fault, language)
    if not remedy:
        return language.say("{where}: {problem}", where=where, problem=problem)
    return language.say("{where}: {problem}. {remedy}", where=where, problem=problem, remedy=remedy)


def _say_place(place: Place, language: Language) -> str:
    if isinstance(place, tuple):
        return BETWEEN.join(say_message(one, language) for one in place)
    return say_message(place, language) if isinstance(place, Message) else as_written(place)
