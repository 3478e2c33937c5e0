"""Names of figures for readers: "Office rents in Hanoi: Growth" in place of `drivers[rents].growth`."""

from __future__ import annotations

import re
from collections.abc import Callable

from colocate.case import Case
from colocate.quantity import Quantity
from colocate.words.numbers import unit_in_words

TIME = "Time and prices"
SHARED = "Shared figures"
BACK_OFFICE = "Back office"
ACCESS = "Access"
OFFICE = "Office and house"

HEADINGS = {
    "discounting": TIME,
    "drivers": TIME,
    "currencies": TIME,
    "shared": SHARED,
    "back_office": BACK_OFFICE,
    "access": ACCESS,
    "travel": ACCESS,
    "travel_times": ACCESS,
    "office": OFFICE,
    "houses": OFFICE,
    "coordinators": OFFICE,
}
AMOUNT = "Amount"
"""A label that says nothing more where the record has a name of its own."""

PLURALS = {
    "month": "months",
    "year": "years",
    "person": "people",
    "minute": "minutes",
    "workstation": "workstations",
    "degree": "degrees",
}
RECORD = re.compile(r"(\w+)\[([^\]]*)\]")
WAY = re.compile(r"travel_times\[(.*), ([^,\]]*)\]", re.DOTALL)
"""The path of a measured way: the constituent's key and the option's id."""

ESTIMATE = re.compile(r"access\.estimates\[(\d+)\]\.minutes")


DOING = {
    "Build": "Building",
    "Buy": "Buying",
    "Host": "Hosting",
    "Join": "Joining",
    "Keep": "Keeping",
    "Lease": "Leasing",
    "Leave": "Leaving",
    "Move": "Moving",
    "Remain": "Remaining",
    "Renegotiate": "Renegotiating",
    "Renew": "Renewing",
    "Rent": "Renting",
    "Share": "Sharing",
    "Stay": "Staying",
    "Take": "Taking",
}
"""A name that reads as an order becomes one that can begin a sentence: "Staying costs least"."""

LONGEST_SHORT = 30
SMALL_WORDS = frozenset(
    ["a", "an", "and", "as", "at", "by", "for", "from", "in", "into", "of", "on", "or", "the", "to", "with"]
)


def short_names(case: Case) -> dict[str, str]:
    """Give each option's short label by its id: the case's own, else made from the name; no two are alike."""
    made = {option.id: option.short or _shortened(option.name) for option in case.options}
    alike = {words for words in made.values() if list(made.values()).count(words) > 1}
    return {option.id: option.name if made[option.id] in alike else made[option.id] for option in case.options}


def short_name(case: Case, option_id: str) -> str:
    """Give one option's short label; KeyError if there is none of that id."""
    return short_names(case)[option_id]


def _shortened(name: str) -> str:
    """Make a label of few words from a name.

    >>> _shortened("Stay"), _shortened("Move to the Green One UN House in the diplomatic quarter")
    ('Staying', 'Moving to the Green One UN')
    """
    words = name.split()
    if words and words[0] in DOING:
        words[0] = DOING[words[0]]
    while len(words) > 1 and (len(" ".join(words)) > LONGEST_SHORT or words[-1].lower() in SMALL_WORDS):
        words.pop()
    return " ".join(words)


def heading_of(case: Case, path: str) -> str:
    """Give the heading that a figure stands under: the option's name, or one of the fixed headings."""
    option = _option_of(case, path)
    return option or HEADINGS.get(re.split(r"[.\[]", path, maxsplit=1)[0], OFFICE)


def headings(case: Case) -> tuple[str, ...]:
    """Give every heading of a case in the order of the screen: time, options, shared figures, the rest."""
    return (TIME, *(option.name for option in case.options), SHARED, BACK_OFFICE, ACCESS, OFFICE)


def name_of(case: Case, quantity: Quantity, *, with_option: bool = False) -> str:
    """Name a figure in words, with the records that it stands in; the option's name behind it only where asked for."""
    path = quantity.path
    if path.startswith("shared."):
        return path.removeprefix("shared.").replace("_", " ").capitalize()
    way, estimate = WAY.fullmatch(path), ESTIMATE.fullmatch(path)
    if way:
        return f"{way_between(case, way[1], way[2])}: {quantity.label}"
    if estimate and case.access is not None:
        told = case.access.estimates[int(estimate[1])]
        return f"{way_between(case, told.constituent, told.option)}: {quantity.label}"
    parts = [_record_name(case, list_name, key) for list_name, key in RECORD.findall(path) if list_name != "options"]
    option = _option_of(case, path)
    label = quantity.label
    if path.endswith("]"):
        label = f"{label}, year {_year(path)}"
    named = [part for part in parts if part]
    name = ": ".join(named if named and label == AMOUNT else [*named, label])
    return f"{name} ({option})" if option and with_option else name


def way_between(case: Case, constituent: str, option: str) -> str:
    """Name a way by the constituent's key and the option's id: "Ministry of Labour to Stay"."""
    names = {one.key: one.name for one in case.constituents}
    doors = {one.id: one.name for one in case.options}
    return f"{names.get(constituent, constituent)} to {doors.get(option, option)}"


def unit_of(quantity: Quantity) -> str:
    """Write a figure's unit for reading, things that are counted in the plural."""
    return PLURALS.get(quantity.unit, unit_in_words(quantity.unit))


def _year(path: str) -> str:
    place = path.rsplit("[", 1)[1].removesuffix("]")
    return str(int(place) + 1) if place.isdigit() else place


def _option_of(case: Case, path: str) -> str:
    found = re.match(r"options\[([^\]]*)\]", path)
    names = {option.id: option.name for option in case.options}
    return names.get(found.group(1), "") if found else ""


def _record_name(case: Case, list_name: str, key: str) -> str:
    """Name one record of a list: drivers and houses by their names, the rest by what they are called in the file."""
    known: dict[str, Callable[[], dict[str, str]]] = {
        "drivers": lambda: {driver.id: driver.name for driver in case.drivers},
        "houses": lambda: {house.id: house.name if len(case.houses) > 1 else "" for house in case.houses},
        "back_office": lambda: {service.service: service_name(service.service) for service in case.back_office},
    }
    if list_name in known:
        return known[list_name]().get(key, key)
    return "" if key.isdigit() else key


def service_name(service: str) -> str:
    """Write a back-office service as on screen.

    >>> service_name("ict"), service_name("human resources")
    ('ICT', 'Human resources')
    """
    return "ICT" if service == "ict" else service.capitalize()
