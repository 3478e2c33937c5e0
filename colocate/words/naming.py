"""Names of figures for readers: "Office rents in Hanoi: growth" in place of `drivers[rents].growth`."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

from colocate.case import Case
from colocate.casefile.filling import month_shared_by
from colocate.quantity import Quantity
from colocate.words.case_of_letters import beginning, inside
from colocate.words.labels import label_of
from colocate.words.language import ENGLISH, Language, unsaid
from colocate.words.naming_shared import default_name

TIME = unsaid("Time and prices")
SHARED = unsaid("Shared figures")
BACK_OFFICE = unsaid("Back office")
ACCESS = unsaid("Access")
OFFICE = unsaid("Office and house")
WEIGHING = unsaid("Weighing")
FIXED = (TIME, SHARED, BACK_OFFICE, ACCESS, OFFICE, WEIGHING)

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
    "weighing": WEIGHING,
}
AMOUNT = "Amount"
"""A label that says nothing more where the record has a name of its own."""

RECORD = re.compile(r"(\w+)\[([^\]]*)\]")
WAY = re.compile(r"travel_times\[(.*), ([^,\]]*)\]", re.DOTALL)
"""The path of a measured way: the constituent's key and the option's id."""

PROPER = re.compile(
    r"travel_times\[|access\.estimates\[|currencies\[|houses\[[^\]]*\]\.tenants\[|options\[[^\]]*\]\.premises\["
)
"""Paths of figures whose names begin with a name of somebody, or of a currency."""

MODE = re.compile(r"access\.modes\[(.*)\]\.(share|peak_speed|free_speed)", re.DOTALL)
MODE_FIGURES = {
    "share": unsaid("Share of trips by {way}"),
    "peak_speed": unsaid("Speed by {way} at peak"),
    "free_speed": unsaid("Speed by {way} off peak"),
}
"""The figures of a way to travel, which the case names: "Share of trips by taxi or office car"."""

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

LONGEST_SHORT, LONGEST_WORD = 30, 40
SMALL_WORDS = frozenset(
    ["a", "an", "and", "as", "at", "by", "for", "from", "in", "into", "of", "on", "or", "the", "to", "with"]
)


def short_names(case: Case) -> dict[str, str]:
    """Give each option's short label by its id: the case's own, else made from the name; no two are alike."""
    made = {option.id: _cut(option.short or _shortened(option.name)) for option in case.options}
    alike = {words for words in made.values() if list(made.values()).count(words) > 1}
    return {option.id: option.name if made[option.id] in alike else made[option.id] for option in case.options}


def short_name(case: Case, option_id: str) -> str:
    """Give one option's short label; KeyError if there is none of that id."""
    return short_names(case)[option_id]


def quoted_names(case: Case, language: Language = ENGLISH) -> dict[str, str]:
    """Give each option's short label by its id as it stands inside a sentence: in quotation marks.

    A label keeps its capitals and may be several words, or a verb; the marks part it from the words around it. It
    stands without them where nothing is around it: alone, in brackets, in a table or a legend, first before a colon.
    """
    return {option: language.say("“{option}”", option=label) for option, label in short_names(case).items()}


def quoted_name(case: Case, option_id: str, language: Language = ENGLISH) -> str:
    """Give one option's short label as it stands inside a sentence; KeyError if there is none of that id."""
    return quoted_names(case, language)[option_id]


def names_before_colon(case: Case, option_ids: Sequence[str], language: Language = ENGLISH) -> str:
    """List options as they stand first before a colon: one by its label alone, several in quotation marks."""
    names = short_names(case) if len(option_ids) == 1 else quoted_names(case, language)
    return language.listed([names[option] for option in option_ids])


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


def _cut(label: str) -> str:
    """Cut a label that is no word any more, and has no blank to shorten it at.

    >>> _cut("Stay"), _cut("x" * 41)
    ('Stay', 'xxxxxxxxxxxxxxxxxxxxxxxxxxx...')
    """
    if len(label) <= LONGEST_WORD or " " in label:
        return label
    return f"{label[: LONGEST_SHORT - 3]}..."


def heading_of(case: Case, path: str) -> str:
    """Give the heading that a figure stands under: the option's name, or one of the fixed headings."""
    option = _option_of(case, path)
    return option or HEADINGS.get(re.split(r"[.\[]", path, maxsplit=1)[0], OFFICE)


def headings(case: Case) -> tuple[str, ...]:
    """Give every heading of a case in the order of the screen: time, options, shared figures, the rest."""
    return (TIME, *(option.name for option in case.options), SHARED, BACK_OFFICE, ACCESS, OFFICE, WEIGHING)


def heading_in_words(heading: str, language: Language = ENGLISH) -> str:
    """Say one of the headings: a fixed one in the reader's language, an option by its name."""
    said = {one: language.say(one) for one in FIXED}
    return said.get(heading, heading)


def name_of(case: Case, quantity: Quantity, *, with_option: bool = False, language: Language = ENGLISH) -> str:
    """Name a figure in words, with the records that it stands in; the option's label behind it only where asked for.

    It stands first or alone, so it begins with a capital; `name_inside` is the one for the middle of a sentence.
    """
    return beginning(_name_of(case, quantity, with_option, language))


def name_inside(case: Case, quantity: Quantity, *, with_option: bool = False, language: Language = ENGLISH) -> str:
    """Name a figure inside a sentence, with a small letter first unless it begins with a proper name.

    A name of the case that begins with a constituent, a tenant, premises or a currency is a proper one.
    """
    name = _name_of(case, quantity, with_option, language)
    return name if PROPER.match(quantity.path) else inside(name)


def _name_of(case: Case, quantity: Quantity, with_option: bool, language: Language) -> str:
    path = quantity.path
    if path.startswith("shared."):
        return shared_name(case, path.removeprefix("shared."), language)
    way, estimate, mode = WAY.fullmatch(path), ESTIMATE.fullmatch(path), MODE.fullmatch(path)
    if mode:
        return language.say(MODE_FIGURES[mode[2]], way=inside(mode[1]))
    if way:
        return _of_record(way_between(case, way[1], way[2], language), label_of(quantity, language), language)
    if estimate and case.access is not None:
        told = case.access.estimates[int(estimate[1])]
        between = way_between(case, told.constituent, told.option, language)
        return _of_record(between, label_of(quantity, language), language)
    name = label_of(quantity, language)
    from_year = _from_year(case, path)
    if from_year is not None:
        name = language.say("{figure}, from year {year}", figure=name, year=language.number(from_year + 1))
    if path.endswith("]"):
        name = language.say("{figure}, year {year}", figure=name, year=_year(path))
    of_option = _id_of_option(path)
    records = [(kind, key) for kind, key in RECORD.findall(path) if kind != "options"]
    named = [part for kind, key in records if (part := _record_name(case, of_option, kind, key, language))]
    if named and quantity.label == AMOUNT and not path.endswith("]"):
        name = named.pop()
    for part in reversed(named):
        name = _of_record(part, name, language)
    if not with_option or not of_option:
        return name
    return language.say("{name} ({option})", name=name, option=short_names(case).get(of_option, of_option))


def shared_name(case: Case, key: str, language: Language = ENGLISH) -> str:
    """Name a shared figure: in words where it is one that defaults fill in, else by what it is called in the file."""
    if case.defaults:
        named = default_name(key, language)
        if named:
            return named
        for option in case.options:
            if option.move is not None and key == month_shared_by(option.id):
                label = short_names(case)[option.id]
                return language.say("Month of the works ({option})", option=label)
    return key.replace("_", " ").capitalize()


def _of_record(record: str, figure: str, language: Language) -> str:
    return language.say("{record}: {figure}", record=record, figure=inside(figure))


def way_between(case: Case, constituent: str, option: str, language: Language = ENGLISH) -> str:
    """Name a way by the constituent's key and the option's id: "Ministry of Labour to “Stay”"."""
    names = {one.key: one.name for one in case.constituents}
    start, end = names.get(constituent, constituent), quoted_names(case, language).get(option, option)
    return language.say("{start} to {end}", start=start, end=end)


def _year(path: str) -> str:
    place = path.rsplit("[", 1)[1].removesuffix("]")
    return str(int(place) + 1) if place.isdigit() else place


def _from_year(case: Case, path: str) -> int | None:
    """Give the budget year from which a figure holds, where its record tells one."""
    record: Any = case
    for step in case.places_of.get(path, ((),))[0][:-1]:
        record = record[step] if isinstance(step, int) else getattr(record, step, None)
    year = getattr(record, "from_year", None)
    return year if isinstance(year, int) else None


def _option_of(case: Case, path: str) -> str:
    names = {option.id: option.name for option in case.options}
    return names.get(_id_of_option(path), "")


def _id_of_option(path: str) -> str:
    """Give the id of the option that a figure belongs to; empty where it belongs to none."""
    found = re.match(r"options\[([^\]]*)\]", path)
    return found.group(1) if found else ""


def _record_name(case: Case, option_id: str, list_name: str, key: str, language: Language) -> str:
    """Name one record of a list: drivers, houses and premises by their names, the rest as they are called in the file.

    Short names of further premises are told apart within their option only.
    """
    known: dict[str, Callable[[], dict[str, str]]] = {
        "drivers": lambda: {driver.id: driver.name for driver in case.drivers},
        "houses": lambda: {house.id: house.name if len(case.houses) > 1 else "" for house in case.houses},
        "premises": lambda: {
            one.id: one.name for option in case.options if option.id == option_id for one in option.premises
        },
        "back_office": lambda: {
            service.service: service_name(service.service, language) for service in case.back_office
        },
    }
    if list_name in known:
        return known[list_name]().get(key, key)
    return "" if key.isdigit() else key


SERVICES = {
    "finance": unsaid("Finance"),
    "procurement": unsaid("Procurement"),
    "human resources": unsaid("Human resources"),
    "ict": unsaid("ICT"),
    "logistics": unsaid("Logistics"),
    "facilities": unsaid("Facilities"),
}


def service_name(service: str, language: Language = ENGLISH) -> str:
    """Write a back-office service as on screen.

    >>> service_name("ict"), service_name("human resources")
    ('ICT', 'Human resources')
    """
    return language.say(SERVICES[service])
