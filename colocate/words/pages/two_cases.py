"""The page Two cases: what to compare with, its sections and notes."""

from __future__ import annotations

from colocate.case import Case
from colocate.words.language import Language
from colocate.words.naming import short_name


def heading(language: Language) -> tuple[str, str]:
    """Head the page while nothing is chosen, and say what it shows."""
    return language.say("Compare this case with another"), language.say(
        "Choose an earlier version of this case, or one of another country: you see every input that differs, and how "
        "much each of them moves what the options are expected to cost."
    )


def choose_label(language: Language) -> str:
    """Label the choice of the other case."""
    return language.say("Compare with")


def nothing_chosen(language: Language) -> str:
    """Stand for no other case."""
    return language.say("Choose a case")


def as_it_was_read(language: Language) -> str:
    """Name the case shown without what was changed in it."""
    return language.say("This case as it was read, without your changes")


def one_of_yours(case: Case, file: str, language: Language) -> str:
    """Name a case that was opened before."""
    return language.say("{title} ({file})", title=case.title, file=file)


def open_label(language: Language) -> str:
    """Head the place for a file to compare with."""
    return language.say("Open a file to compare with")


def open_note(language: Language) -> str:
    """Say what becomes of the file."""
    return language.say(
        "A saved case, a form, or a case file with its tables. This case stays open; nothing is changed."
    )


def file_at_fault(language: Language) -> str:
    """Say that the file cannot be compared with."""
    return language.say("The file has faults. Nothing is compared with it.")


def other_at_fault(language: Language) -> str:
    """Say that a figure of the other case comes out without end."""
    return language.say("The other case cannot be worked out.")


def not_here(language: Language) -> str:
    """Say that what the address names is not at hand."""
    return language.say(
        "The case that this page compared with is not here any more: it was opened from a file. Open the file again."
    )


def working(language: Language) -> str:
    """Say what the page is busy with."""
    return language.say("Working out what each difference moves")


def this_one(case: Case, language: Language) -> str:
    """Say which case the second one is."""
    return language.say("Second case: this one, {title}", title=case.title)


def first_one(case: Case, file: str, language: Language) -> str:
    """Say which case the first one is."""
    return language.say("First case: {title} ({file})", title=case.title, file=file)


def cost_label(case: Case, option: str, language: Language) -> str:
    """Head the bridge over what one option costs."""
    return language.say("{option}: what moves its expected cost", option=short_name(case, option))


def inputs_label(count: int, language: Language) -> str:
    """Head the table of inputs."""
    return language.say_many("The {count} input that differs", "All {count} inputs that differ", count)


def method_label(language: Language) -> str:
    """Head how the steps are worked out."""
    return language.say("How the steps are worked out")


def files_label(language: Language) -> str:
    """Label the button that saves tables and workbook."""
    return language.say("Tables and workbook of this comparison (CSV, Excel)")


def not_foreseen(code: str, language: Language) -> str:
    """Say that a file could not be read by an error that nobody foresaw, and whom to tell."""
    return language.say(
        "The file cannot be read, and why was not foreseen. Tell the code {code} to whoever runs this app.", code=code
    )
