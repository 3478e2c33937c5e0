"""What the form says of itself: how it is filled in, what the colours mean, and what each column is for."""

from __future__ import annotations

from colocate.message import unsaid

TITLE = unsaid("Form of a case: where an office sits")

PURPOSE = (
    unsaid("This workbook holds one decision: keep an office where it is, or move it. Colocate reads it back."),
    unsaid("Yellow cells are yours to fill in or change. Orange cells must be filled in. White rows explain."),
    unsaid("Pale blue cells hold the Place of a row: it tells Colocate what the row is about. Copy it for a new row."),
)

HOW_TO = (
    unsaid(
        "Figures: one row for each number. Write the likely value, and low and high if you are not sure. A row "
        "with low and high needs a source (where the number comes from) and a quality."
    ),
    unsaid("Quality: exact = from your books; estimated = borrowed from a similar office; assumed = your best guess."),
    unsaid("A number with neither source nor quality counts as exact. Per cent: write 3.5 for 3.5 %, not 0.035."),
    unsaid("Months count from the decision date: 0 is that day, -36 is three years before."),
    unsaid(
        "Same as: the place of a shared figure, such as shared.market_rent, in place of numbers. It is written once, "
        "and used in each row that names it."
    ),
    unsaid(
        "New row in a list: copy a row of the same list, and put a new short name between the brackets of its Place. "
        "Then add rows for its figures on the sheet Figures. The sheet All fields lists everything there is."
    ),
    unsaid("Take a row away: clear it or delete it, and the rows of the sheet Figures that begin with its Place."),
    unsaid("You may move columns, sort rows, add empty rows and sheets of your own. Keep the rows of headings."),
    unsaid("Several entries in one cell: one on each line (Alt and Enter), or with semicolons between them."),
)

HOW_TITLE, KEY_TITLE, CASE_TITLE = unsaid("How to fill it in"), unsaid("Colours"), unsaid("The case")

KEY = (
    ("input", unsaid("Yellow"), unsaid("Yours: fill in, change, or leave as it is.")),
    ("missing", unsaid("Orange"), unsaid("Must be filled in. It turns yellow when it is.")),
    ("place", unsaid("Pale blue"), unsaid("The place of the row. Leave it as it is; in a new row, write one.")),
    ("information", unsaid("White, grey letters"), unsaid("Explains. Colocate does not read it.")),
    ("heading", unsaid("Dark blue"), unsaid("Headings. Keep them: Colocate finds the columns by their words.")),
)

MADE_BY, FINGERPRINT = unsaid("Made by"), unsaid("Fingerprint of the case")
FACTS_TITLE = unsaid("Facts")
SHARED_TITLE = unsaid("Shared figures: written once, used in several places")
NEW_ROWS = unsaid("New rows")
FIGURES_TITLE = unsaid("Figures: one row for each number of the case")
FIELDS_TITLE = unsaid("All that a case can say. Copy a place, and put short names between the brackets.")
CONSTITUENTS_TITLE = unsaid("Constituents: one row for each organisation that the office serves")
TRAVEL_TITLE = unsaid("Measured travel times: one row for each way. Leave it empty if nothing was measured.")
CHOICES_TITLE = unsaid("What may stand in the cells with a list. Not read.")
PAGE = unsaid("&L{title}&RPage &P of &N")

FIELD_COLUMNS = (
    unsaid("Where"),
    unsaid("Name"),
    unsaid("What is due"),
    unsaid("Least"),
    unsaid("Most"),
    unsaid("Must"),
    unsaid("What it means"),
)
KINDS = {
    "text": unsaid("words"),
    "texts": unsaid("words, one entry a line"),
    "switch": unsaid("yes or no"),
    "whole": unsaid("whole number"),
    "date": unsaid("date"),
    "weights": unsaid("name = number, one a line"),
}
IS_THERE = unsaid("yes, if there is one")
MUST, MAY = unsaid("yes"), unsaid("no")
USED = unsaid("One value for all places that name it.")

ENTRIES = unsaid("{help} Between {least} and {most}, in {unit}.")
OF_CONSTITUENTS = {
    "name": unsaid("Name of the organisation. One that moved has a row for each place."),
    "group": unsaid("For example government, employers, workers."),
    "latitude": unsaid("Degrees, north above 0."),
    "longitude": unsaid("Degrees, east above 0."),
    "visits_by_them": unsaid("Visits a year that they make to the office."),
    "visits_by_us": unsaid("Visits a year that the office makes to them."),
    "since": unsaid("Date from which it is at this place. Empty: always."),
    "until": unsaid("Date from which it is there no more. Empty: stays."),
    "id": unsaid("Tells rows apart where travel times are measured. May be empty."),
    "source": unsaid("Where the row comes from. Begin with Assumption if it is one."),
}
WRONG_NUMBER, WRONG_CHOICE = unsaid("Not a number for this row"), unsaid("Not in the list")
CHOOSE = unsaid("Choose one from the list.")
DUE_BETWEEN = unsaid("Due: {least} to {most}, in {unit}.")
