"""What stands around every page, in words: which case it is, whose money is read, what went wrong."""

from __future__ import annotations

from colocate.case import Case
from colocate.model.totals import BookName, View
from colocate.words.language import Language, unsaid

PAGES = {
    "": unsaid("Decision"),
    "money": unsaid("Money"),
    "access": unsaid("Access"),
    "mandate": unsaid("Mandate"),
    "how-sure": unsaid("How sure"),
    "what-matters": unsaid("What matters"),
    "figures": unsaid("Figures"),
    "weighing": unsaid("Weighing"),
    "two-cases": unsaid("Two cases"),
    "edit": unsaid("Edit case"),
    "your-office": unsaid("Your own office"),
    "questions": unsaid("Questions"),
}
"""The names of the pages by their addresses, in the order in which they stand."""

WITHOUT_A_CASE = ("your-office", "questions")
"""The pages that lead to a case, and speak of none."""

BOOKS: dict[BookName, str] = {
    "agency": unsaid("The agency"),
    "un family": unsaid("The UN family"),
    "everyone": unsaid("Everyone together"),
}
VIEWS: dict[View, str] = {"cash": unsaid("Cash only"), "cash and efficiency": unsaid("Cash and staff time")}


def page_name(address: str, language: Language) -> str:
    """Name a page as its link does."""
    return language.say(PAGES[address])


def tab_title(address: str, case: Case, language: Language) -> str:
    """Name page and case for the browser's tab; the page alone where it speaks of no case."""
    if address in WITHOUT_A_CASE:
        return language.say("{page} · Colocate", page=page_name(address, language))
    return language.say("{page} · {case}", page=page_name(address, language), case=case.title)


def case_line(case: Case, language: Language) -> str:
    """Say which case is shown, and that it is made up where it is."""
    if case.illustrative:
        return language.say("{title} · illustrative", title=case.title)
    return case.title


def where_the_side_is(language: Language) -> str:
    """Tell a reader with a small screen where to change a figure or the page."""
    return language.say("Pages, your own office, figures: » at the top left.")


def whose_money(language: Language) -> tuple[str, str]:
    """Label the choice of whose money is read, and explain it."""
    return language.say("Whose money"), language.say(
        "The agency alone; all UN entities; or everyone, with the host government and donors."
    )


def what_counts(language: Language) -> tuple[str, str]:
    """Label the choice of what counts as money, and explain it."""
    return language.say("What counts"), language.say(
        "Cash leaves or stays in a budget. Staff time is valued in money, and no budget falls by it."
    )


def charts_switch(language: Language) -> tuple[str, str]:
    """Label the switch of charts, and explain it."""
    return language.say("Charts"), language.say(
        "Switch charts off on a slow line. Every finding also stands in words and tables."
    )


def figures_apart(language: Language) -> str:
    """Say that what was changed cannot stand together."""
    return language.say("These figures cannot stand together. Shown is the last state that could be worked out.")


def no_figures(language: Language) -> str:
    """Say that a page has no figures, since one of them is none."""
    return language.say("This page cannot be shown: a figure of the case comes out without end.")


def case_at_fault(name: str, language: Language) -> str:
    """Say that a case has faults, which are listed below."""
    return language.say("The case {name} cannot be used; another one is shown.", name=name)


def case_not_opened(name: str, language: Language) -> str:
    """Say that a case's file cannot be opened."""
    return language.say("The case {name} cannot be opened; another one is shown.", name=name)


def no_case(language: Language) -> str:
    """Say that there is nothing to show."""
    return language.say("No case can be read. Put a case into the folder data.")


def case_failed(name: str, code: str, language: Language) -> str:
    """Say that a case cannot be worked out, for a reason that nobody foresaw."""
    return language.say(
        "The case {name} cannot be worked out, and why was not foreseen; another one is shown. Tell the code {code} to "
        "whoever runs this app: its log says more.",
        name=name,
        code=code,
    )


def changes_failed(code: str, language: Language) -> str:
    """Say that what was changed cannot be worked out, for a reason that nobody foresaw."""
    return language.say(
        "What was changed last cannot be worked out, and why was not foreseen. Shown is the last state that could be. "
        "Tell the code {code} to whoever runs this app: its log says more.",
        code=code,
    )


def page_failed(code: str, language: Language) -> str:
    """Say that a page cannot be shown, for a reason that nobody foresaw, and what can be done."""
    return language.say(
        "This page cannot be shown, and why was not foreseen. Take back what was changed last, or go to another page; "
        "nothing else is lost. Tell the code {code} to whoever runs this app: its log says more.",
        code=code,
    )


def side_failed(code: str, language: Language) -> str:
    """Say that the controls at the side cannot be shown, for a reason that nobody foresaw."""
    return language.say(
        "These controls cannot be shown, and why was not foreseen. Tell the code {code} to whoever runs this app: its "
        "log says more.",
        code=code,
    )


def press_failed(code: str, language: Language) -> str:
    """Say that what was pressed or typed did nothing, for a reason that nobody foresaw."""
    return language.say(
        "What you pressed or typed could not be done, and why was not foreseen; everything is as it was. Tell the code "
        "{code} to whoever runs this app: its log says more.",
        code=code,
    )


def part_failed(code: str, language: Language) -> str:
    """Say that a part of a page cannot be shown, for a reason that nobody foresaw."""
    return language.say(
        "This part of the page cannot be shown, and why was not foreseen. Tell the code {code} to whoever runs this "
        "app: its log says more.",
        code=code,
    )


def part_without_figures(language: Language) -> str:
    """Say that a part of a page has no figures, since one of them is none."""
    return language.say("This part of the page cannot be shown: a figure of the case comes out without end.")


def take_back(language: Language) -> str:
    """Label the button that takes the last change back."""
    return language.say("Take back the last change")


def all_back(language: Language) -> str:
    """Label the button that sets all figures back to the case's own."""
    return language.say("Set all figures back")
