"""Choosing a case and bringing one's own, in words."""

from __future__ import annotations

from colocate.case import Case
from colocate.casefile.faults import THE_FILE, Fault, fault_at
from colocate.message import Message
from colocate.words.language import Language


def case_label(language: Language) -> str:
    """Label the choice of the case."""
    return language.say("Case")


def case_name(case: Case, language: Language, *, uploaded: bool) -> str:
    """Name a case in the list of cases."""
    if uploaded:
        return language.say("Uploaded: {title}", title=case.title)
    return language.say("{title} (illustrative)", title=case.title) if case.illustrative else case.title


def case_with_faults(name: str, language: Language) -> str:
    """Name a case that cannot be read."""
    return language.say("{name} (at fault)", name=name)


def other_case(language: Language) -> str:
    """Head the place where another case is chosen, or one's own taken in."""
    return language.say("Another case, or your own")


def upload_label(language: Language) -> str:
    """Label the place for files."""
    return language.say("A saved case (.colocate), an Excel form (.xlsx), or a case (.toml) with its tables")


def upload_note(language: Language) -> str:
    """Say how to choose the files and what becomes of them."""
    return language.say(
        "Choose all files at once. They stay with you, in this session and in this browser; the server forgets them."
    )


def upload_at_fault(language: Language) -> str:
    """Say that the last upload cannot be used."""
    return language.say("The uploaded case cannot be used. The case shown below is the one from before.")


def no_case_in_upload(cases: int) -> Fault:
    """Say that an upload must hold one case."""
    several = Message.counted("holds {count} case", "holds {count} cases", cases)
    return Fault(
        Message("the upload"),
        several if cases else Message("holds no case"),
        Message("Choose one saved case (.colocate), or one .toml file and the .csv tables that it names"),
    )


def saved_case_among_others(name: str) -> Fault:
    """Say that a saved case holds its tables, and is chosen alone."""
    return fault_at(
        Message("the upload"),
        "holds {name} and other files",
        "Choose the saved case alone: its tables are in it",
        name=name[:60],
    )


def weights_at_fault(part: str) -> Fault:
    """Say that weights kept in a saved case do not fit it."""
    return fault_at(
        Message("{place}, {part}", place="opened.json", part=f"weights, {part}"),
        "does not fit the case",
        "Take it out there: weights of the case itself are then shown",
    )


def table_not_in_upload(table: str) -> Fault:
    """Say that a table that the case names was not chosen with it."""
    return fault_at(THE_FILE, '"{name}" is not in the upload', "Choose it together with the case", name=table)


def upload_not_foreseen(code: str) -> Fault:
    """Say that an upload could not be read by an error that nobody foresaw, and whom to tell."""
    return fault_at(
        Message("the upload"),
        "cannot be read, and why was not foreseen (code {code})",
        "Tell the code to whoever runs this app: its log says more",
        code=code,
    )


def faults_columns(count: int, language: Language) -> tuple[str, str, str]:
    """Head the table of faults."""
    where = language.say_many("Where ({count} fault)", "Where ({count} faults)", count)
    return where, language.say("What is wrong"), language.say("What would be right")


def faults_title(language: Language) -> str:
    """Name the table of faults for those who do not see it."""
    return language.say("Faults")


def best_badge(language: Language) -> str:
    """Mark the best cell of a row."""
    return language.say("best")
