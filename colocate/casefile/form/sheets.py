"""Which sheet of the form a row stands on, and the words of the form itself."""

from __future__ import annotations

from colocate.message import unsaid

ABOUT, OPTIONS, FIGURES, CONSTITUENTS = unsaid("About"), unsaid("Options"), unsaid("Figures"), unsaid("Constituents")
CHECKLIST, GATES, HOUSE, SERVICES = unsaid("Checklist"), unsaid("Gates"), unsaid("House"), unsaid("Services")
ACCESS, WEIGHING, OTHER = unsaid("Access"), unsaid("Weighing"), unsaid("Growth and more")
PAPER = unsaid("Paper")
TRAVEL, FIELDS, CHOICES = unsaid("Travel times"), unsaid("All fields"), unsaid("Choices")

SHEETS = (ABOUT, OPTIONS, FIGURES, CONSTITUENTS, CHECKLIST, GATES, HOUSE, SERVICES, ACCESS, OTHER, WEIGHING, PAPER)
"""The sheets that hold the case, in their order; measured ways, the list of fields and the choices follow."""

BY_PART: dict[tuple[str, ...], str] = {
    ("options",): OPTIONS,
    ("options", "mandate"): CHECKLIST,
    ("options", "gates"): GATES,
    ("options", "coordinators"): SERVICES,
    ("options", "criteria"): WEIGHING,
    ("options", "government"): WEIGHING,
    ("checklist",): CHECKLIST,
    ("ruled_out",): GATES,
    ("houses",): HOUSE,
    ("back_office",): SERVICES,
    ("coordinators",): SERVICES,
    ("travel",): SERVICES,
    ("access",): ACCESS,
    ("criteria",): WEIGHING,
    ("weighing",): WEIGHING,
    ("paper",): PAPER,
}
"""Parts of a case that have a sheet of their own; lists beside them stand on the last one, facts on the first."""

PLACE, NAME, VALUE, MEANING = unsaid("Place"), unsaid("Name"), unsaid("Value"), unsaid("What it means")
UNIT, SAME_AS, LIKELY = unsaid("Unit"), unsaid("Same as"), unsaid("Likely")

PARTS_OF_A_FIGURE = {
    "low": unsaid("Low"),
    "mode": LIKELY,
    "high": unsaid("High"),
    "source": unsaid("Source"),
    "quality": unsaid("Quality"),
    "shape": unsaid("Shape"),
    "probability": unsaid("Chance"),
    "settled": unsaid("Held at"),
    "plan": unsaid("As planned"),
    "reference_class": unsaid("Past projects"),
    "lever": unsaid("Slider"),
    "default": unsaid("Default of"),
}
"""What the columns of a figure are called; one that is not here has the name that the format gives it."""

PASSED_OVER = "\u25b8"
"""Begins a row that is a title or an explanation, and is not read."""


def sheet_of(pattern: tuple[str, ...], *, is_list: bool) -> str:
    """Name the sheet of a part of the case by the names of its steps.

    >>> sheet_of(("options", "gates"), is_list=True), sheet_of(("title",), is_list=False)
    ('Gates', 'About')
    """
    for length in range(len(pattern), 0, -1):
        found = BY_PART.get(pattern[:length])
        if found is not None:
            return found
    return OTHER if is_list else ABOUT


def heading_of_part(part: str) -> str:
    """Give the heading of a part of a figure."""
    return PARTS_OF_A_FIGURE.get(part, part.replace("_", " ").capitalize())
