"""The page Edit case in words: the parts of a case, its fields, and what is wrong with what was typed."""

from __future__ import annotations

from collections.abc import Sequence

from colocate.case import Case
from colocate.casefile.editing.outline import Part
from colocate.casefile.editing.places import Spot
from colocate.casefile.editing.state import Typed
from colocate.casefile.faults import Fault
from colocate.casefile.fields import Field
from colocate.quantity import Quality, Shape
from colocate.words.faults import say_fault, say_message
from colocate.words.labels import ALONE, unit_in_words
from colocate.words.language import Language, unsaid

TITLE = unsaid("Edit case")
UNDO, REDO = unsaid("Undo"), unsaid("Redo")
PART = unsaid("Part of the case")
FIND = unsaid("Find a figure")
FIND_PLACE = unsaid("Type a word of its name")
MORE = unsaid("What else can be told here ({count})")
INSIDE = unsaid("In this part")
ADD_PART = unsaid("Add a part")
NOTHING_CHOSEN = unsaid("Choose")
ADD, COPY, REMOVE, UP, DOWN = (
    unsaid("Add one"),
    unsaid("Copy"),
    unsaid("Remove"),
    unsaid("Move up"),
    unsaid("Move down"),
)
STILL_REMOVE, KEEP = unsaid("Remove it all the same"), unsaid("Keep it")
YES, NO, NOT_TOLD = unsaid("Yes"), unsaid("No"), unsaid("not told")
DETAILS = unsaid("Source and more")
CLOSE = unsaid("Close")
SOURCE = unsaid("Source")
QUALITY = unsaid("Quality")
SHAPE = unsaid("Shape of the range")
UNIT = unsaid("Unit")
LEVER = unsaid("Show a slider for it")
HOLD = unsaid("Hold at one value")
HOLD_HELP = unsaid("In every future; empty: it varies over its range.")
OWN_FIGURE = unsaid("Give this place a figure of its own")
ONE_MORE_YEAR = unsaid("Add a year")
ONE_YEAR_LESS = unsaid("Take the last year out")
SHARED_PART = unsaid("Figures used in several places")
SHARED_HELP = unsaid("A figure that is changed here changes wherever it is used.")
ROWS = unsaid("Constituents")
PASTE = unsaid("Rows from a spreadsheet")
PASTE_HELP = unsaid("Copy them there, with or without the row of column names, and paste them here.")
PASTE_ADD, PASTE_INSTEAD = unsaid("Add these rows"), unsaid("Put these rows in place of all")
ROWS_HELP = unsaid(
    "One row for each organisation that the office serves. A press on a cell changes it; rows can be pasted, added "
    "below the last one, and marked and deleted."
)
ONE_A_LINE = unsaid("One a line.")
BY_NAME = unsaid("On each line a name, a colon and a number.")
ANY_DATE = unsaid("Year, month and day, such as 2018-10-31.")
ONE_BOX = unsaid('Type "18", or a range: "12 to 28", or low, most likely and high: "12, 18, 28".')
CHANCE_BOX = unsaid('Type "yes", "no", or the chance of yes: "30 %".')
WHICH = unsaid("Which is meant?")
TO_MEND = unsaid("What is wrong, and where to mend it")
GO_THERE = unsaid("Show that part")
DID_NOT_HELP = unsaid("Nothing was pasted that could be read as rows.")

QUALITIES: dict[Quality, str] = {
    "exact": unsaid("Exact: from the books"),
    "estimated": unsaid("Estimated: borrowed from a like office"),
    "assumed": unsaid("Assumed"),
}
SHAPES: dict[Shape, str] = {
    "pert": unsaid("Most futures near the most likely value (PERT)"),
    "triangular": unsaid("Triangle: the ends come up more often"),
    "uniform": unsaid("Every value alike"),
    "normal": unsaid("Bell; low and high are met by 5 of 100"),
    "lognormal": unsaid("Bell with a long upper end; low and high are met by 5 of 100"),
}
COLUMNS = {
    "name": unsaid("Name"),
    "group": unsaid("Group"),
    "latitude": unsaid("Latitude"),
    "longitude": unsaid("Longitude"),
    "visits_by_them": unsaid("Visits by them a year"),
    "visits_by_us": unsaid("Visits by us a year"),
    "since": unsaid("Since"),
    "until": unsaid("Until"),
    "id": unsaid("Short name"),
    "source": unsaid("Source"),
}
"""The columns of the constituents' table."""


def not_named(part: Part, language: Language) -> str:
    """Name an entry of a list that has no name yet by its place."""
    return language.say("No. {number}", number=language.number(int(part.steps[-1]) + 1))


def part_name(part: Part, language: Language) -> str:
    """Name a part by itself: "Lease", "Running costs (6)", "Guards"."""
    if part.kind == "shared":
        return language.say(SHARED_PART)
    if part.field is None:
        return language.say("The case as a whole")
    if part.kind == "entry":
        return part.name or not_named(part, language)
    label = language.say(part.field.note.label)
    if part.kind == "list":
        return language.say("{part} ({count})", part=label, count=language.number(part.count))
    return label


def part_inside(part: Part, language: Language) -> str:
    """Name a part as it stands on the way to another in it: a list without its count."""
    if part.kind == "list" and part.field is not None:
        return language.say(part.field.note.label)
    return part_name(part, language)


def way_to(names: Sequence[str], language: Language) -> str:
    """Name a part with all that it is in: "Options > Stay > Lease"."""
    joined = ""
    for name in names:
        joined = language.say("{whole} › {part}", whole=joined, part=name) if joined else name  # noqa: RUF001
    return joined


def part_help(part: Part, language: Language) -> str:
    """Say what a part is."""
    if part.kind == "shared":
        return language.say(SHARED_HELP)
    return "" if part.field is None else language.say(part.field.note.help)


def mark_of_faults(name: str, count: int, language: Language) -> str:
    """Name a part in which something is to be mended."""
    return language.say_many("{name}: {count} to mend", "{name}: {count} to mend", count, name=name)


def more(count: int, language: Language) -> str:
    """Head the fields that may be told besides."""
    return language.say(MORE, count=language.number(count))


def missing_part(field: Field, language: Language) -> str:
    """Name a record or a list that can be added, and what it is."""
    label, explained = language.say(field.note.label), language.say(field.note.help)
    return language.say("{label}: {help}", label=label, help=explained)


def shared_name(name: str, language: Language) -> str:
    """Name a shared figure by what it is called in the file, as words."""
    return language.say("{name}", name=name.replace("_", " ").replace("-", " ").capitalize())


def label_of_year(label: str, year: int, language: Language) -> str:
    """Label the figure of one year."""
    return language.say("{label}, year {year}", label=label, year=language.number(year + 1))


def unit_beside(unit: str, language: Language) -> str:
    """Write a unit beside a box."""
    return language.say(ALONE[unit]) if unit in ALONE else unit_in_words(unit, language)


def boxed(label: str, unit: str, language: Language) -> str:
    """Label a box for those who do not see what stands beside it: a figure with its unit."""
    return language.say("{label} ({unit})", label=label, unit=unit) if unit else label


def help_of_field(spot: Spot, language: Language) -> str:
    """Say what a field means, within which limits, and how it may be typed."""
    field, parts = spot.field, []
    explained = language.say(field.note.help) if field.note.help else ""
    if explained:
        parts.append(explained)
    if field.kind in ("figure", "figures"):
        parts.append(language.say(CHANCE_BOX if spot.is_chance else ONE_BOX))
        if not spot.is_chance:
            parts.append(_limits(spot, language))
    elif field.kind == "whole" and field.note.least is not None and field.note.most is not None:
        least, most = language.number(field.note.least), language.number(field.note.most)
        parts.append(language.say("From {least} to {most}.", least=least, most=most))
    else:
        kinds = {"texts": ONE_A_LINE, "weights": BY_NAME, "date": ANY_DATE}
        parts += [language.say(kinds[field.kind])] if field.kind in kinds else []
    return " ".join(one for one in parts if one)


def _limits(spot: Spot, language: Language) -> str:
    least, most = spot.field.limits
    places = {
        "least": language.figure(least),
        "most": language.figure(most),
        "unit": unit_beside(spot.units[0], language),
    }
    return language.say("From {least} to {most}, in {unit}.", **places) if abs(most) < 1e12 else ""


def where_from(quality: str, source: str, language: Language) -> str:
    """Say under a figure how well it is known, and where it comes from."""
    if quality == "assumed" and source.casefold().startswith("assum"):
        return source
    names: dict[str, str] = {"exact": unsaid("exact"), "estimated": unsaid("estimated"), "assumed": unsaid("assumed")}
    return language.say("{quality}: {source}", quality=language.say(names.get(quality, quality)), source=source)


def stated(language: Language) -> str:
    """Say of a figure that is a bare number what it is taken for."""
    return language.say("exact: stated without a source")


def a_default(market: str, language: Language) -> str:
    """Say that a figure is a default, which a figure of one's own takes the place of."""
    names = {
        "low": unsaid("a default of a low market"),
        "middle": unsaid("a default of a middle market"),
        "high": unsaid("a default of a high market"),
    }
    return language.say(names[market]) if market in names else ""


def used_in(count: int, name: str, language: Language) -> str:
    """Say that a figure is shared, so that a change is made in all places at once."""
    return language.say_many(
        "Shared figure “{name}”, used in {count} place",
        "Shared figure “{name}”, used in {count} places: a change here changes them all",
        count,
        name=shared_name(name, language),
    )


def details_of(label: str, language: Language) -> str:
    """Label the button that opens source, quality and more of a figure."""
    return language.say("{label}: source and more", label=label)


def not_taken(typed: Typed, language: Language) -> str:
    """Say why what was typed cannot be taken."""
    if typed.told is None:
        return language.say("“{text}” can be read in two ways. Which is meant?", text=typed.text[:60])
    return language.say("“{text}” {why}.", text=typed.text[:60], why=say_message(typed.told, language))


def fault_words(fault: Fault, language: Language) -> str:
    """Say at its field what is wrong, and what would be right."""
    _, problem, remedy = say_fault(fault, language)
    if not remedy:
        return language.say("This {problem}.", problem=problem) if problem[:1].islower() else problem
    if problem[:1].islower():
        return language.say("This {problem}. {remedy}", problem=problem, remedy=remedy)
    return language.say("{problem}. {remedy}", problem=problem, remedy=remedy)


def fault_of_part(fault: Fault, field: Field | None, language: Language) -> str:
    """Say what is wrong with a part as a whole: with the name of the part in it that is missing, else with its path."""
    where = say_fault(fault, language)[0] if field is None else language.say(field.note.label)
    return language.say("{where}: {fault}", where=where, fault=fault_words(fault, language))


def result(headline: str, money: str, language: Language) -> str:
    """Say what the case says as it stands; what stands behind it in money moves with every figure that counts."""
    said = language.say("Result: {headline}", headline=headline)
    return language.say("{sentence} {next}", sentence=said, next=money) if money else said


PICK, PICK_WHOM = unsaid("Pick a place on a plan"), unsaid("Whose place")
PICK_HELP = unsaid(
    "Press where it is. By keyboard: arrows move the cross (with Shift, farther), Enter takes the place. "
    "Squares are the offices, numbers the organisations; there is no map behind, so as to ask no other server."
)
NO_GROUND = unsaid("No place is known yet: type one latitude and longitude, of an office or an organisation, first.")


def plan_words(name: str, language: Language) -> str:
    """Say for those who do not see the plan what it is for, and how to use it."""
    return language.say("Plan: arrows move the cross, Enter puts {name} there", name=name)


def plan_bar(kilometres: float, language: Language) -> str:
    """Label the bar of the plan's scale."""
    return language.say("{length} km", length=f"{kilometres:g}")


BACK = unsaid("What you had typed before this page was loaded anew is back at its place.")


def result_before(faults: int, waiting: int, language: Language) -> str:
    """Say that the result is of the case before what is to be mended; what is typed and not taken is told as well."""
    if faults and waiting:
        return language.say(
            "{faults} and {waiting}. All is kept. The result is that of the last state without a fault.",
            faults=language.say_many("{count} thing to mend", "{count} things to mend", faults),
            waiting=language.say_many("{count} box not understood", "{count} boxes not understood", waiting),
        )
    if waiting:
        return language.say_many(
            "{count} box was not understood. What was typed is kept there, and does not count yet.",
            "{count} boxes were not understood. What was typed is kept there, and does not count yet.",
            waiting,
        )
    return language.say_many(
        "{count} thing to mend. All is kept. The result is that of the last state without a fault.",
        "{count} things to mend. All is kept. The result is that of the last state without a fault.",
        faults,
    )


def whose_case(case: Case, language: Language, *, is_own: bool) -> str:
    """Say what becomes of a change: the example stays, and a case of one's own begins."""
    if is_own:
        return language.say("What you change here counts at once, on every page. Save it at the side.")
    return language.say(
        "“{title}” is an example. With the first change a copy of it becomes your own case; the example stays.",
        title=case.title,
    )


def moved_levers(count: int, language: Language) -> str:
    """Say what becomes of the levers that are moved when the case itself is changed."""
    return language.say_many(
        "{count} slider or switch is moved at the side. With the first change here it is written into the case, as a "
        "step that Undo takes back.",
        "{count} sliders or switches are moved at the side. With the first change here they are written into the case, "
        "as a step that Undo takes back.",
        count,
    )


def who_names_it(names: Sequence[str], language: Language) -> str:
    """Say who refers to what is to be removed."""
    shown = list(names[:5])
    if len(names) > len(shown):
        shown.append(language.say_many("{count} other", "{count} others", len(names) - len(shown)))
    return language.say(
        "It is named by {users}. They will name something that is not there, until you mend them.",
        users=language.listed(shown),
    )


def remove_named(name: str, language: Language) -> str:
    """Label the button that removes a part."""
    return language.say("Remove “{name}”", name=name)


def where_in_words(way: str, path: str, language: Language) -> str:
    """Say where a fault is: its part, and its path."""
    return language.say("{way} ({path})", way=way, path=path) if way else path


def rows_counted(count: int, language: Language) -> str:
    """Head the constituents' table."""
    return language.say_many("{count} constituent", "{count} constituents", count)


def table_words(count: int, language: Language) -> str:
    """Say what the table of constituents is, for those who do not see it."""
    return language.say_many("Constituents, {count} row", "Constituents, {count} rows", count)


def not_one_of(value: str, language: Language) -> str:
    """Name a choice that the case does not know."""
    return language.say("{name} (not known)", name=value)
