"""Cases kept in the reader's browser, in words."""

from __future__ import annotations

from datetime import datetime

from colocate.casefile.faults import Fault, fault_at
from colocate.message import Message
from colocate.safe import for_html
from colocate.words.language import Language


def looking(file: str, language: Language) -> str:
    """Say that a case is being looked for in the browser."""
    if file:
        return language.say('Looking for the case "{file}" in this browser…', file=file)
    return language.say("Looking for the case in this browser…")


def looking_html(file: str, language: Language) -> str:
    """Say the same for a page."""
    return for_html(looking(file, language))


def refused(language: Language) -> str:
    """Say that the browser keeps nothing, and what follows."""
    return language.say(
        "This browser keeps nothing, as in a private window: after F5 your case is gone. Save it as a file."
    )


def spoilt(language: Language) -> str:
    """Say that what the browser kept cannot be read."""
    return language.say("What this browser has kept of the case cannot be read. Open it from a file.")


def other_content() -> Fault:
    """Say that what the browser gave is no saved case, or another one."""
    return fault_at(Message("the browser"), "gives another case than it was asked for", "Open it from a file")


def heading(language: Language) -> tuple[str, str]:
    """Head the list of cases, with one sentence to it."""
    return language.say("Cases kept in this browser"), language.say(
        "They are on this computer only, not on the server. On a computer that others use, forget them."
    )


def one(title: str, file: str, at: datetime, language: Language) -> str:
    """Tell a case of the list: its title, its file and when it was kept."""
    return language.say(
        "{title} · {file} · {day}, {time} UTC", title=title, file=file, day=language.day(at.date()), time=f"{at:%H:%M}"
    )


def open_it(title: str, language: Language) -> str:
    """Label the button that opens a case of the list."""
    return language.say("Open {title}", title=title)


def forget(language: Language) -> str:
    """Label the button that forgets a case."""
    return language.say("Forget this case")


def forget_all(language: Language) -> str:
    """Label the button that forgets all cases."""
    return language.say("Forget all")
