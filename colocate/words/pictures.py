"""What stands around a chart that is taken away: its foot, the columns of its figures, and why there is no picture."""

from __future__ import annotations

from colocate.case import Case
from colocate.words.language import ENGLISH, Language, unsaid

LETTERS = 8
"""Letters of the case's fingerprint that name its version."""


def foot(case: Case, fingerprint: str, language: Language) -> str:
    """Tell under a picture of which office and version of its case it is, as of when, and how much is assumed."""
    assumed = sum(1 for one in case.quantities.values() if one.quality == "assumed")
    said = unsaid("{title} · decision date {day} · case version {version} · {assumed} of {all} figures assumed")
    if case.illustrative:
        said = unsaid(
            "{title} · illustrative · decision date {day} · case version {version} · {assumed} of {all} figures assumed"
        )
    return language.say(
        said,
        title=case.title,
        day=language.day(case.decision_date),
        version=fingerprint[:LETTERS],
        assumed=language.number(assumed),
        all=language.number(len(case.quantities)),
    )


def no_browser(language: Language) -> str:
    """Say what to install where pictures cannot be made."""
    return language.say(
        "Pictures (PNG, SVG, PDF) need a browser on the machine that runs Colocate: install Chromium, Google Chrome or "
        "Microsoft Edge. All else can be made without one."
    )


def browser_fails(language: Language = ENGLISH) -> str:
    """Say that the browser which makes pictures did not answer, and what can be done."""
    return language.say(
        "The browser that makes the pictures did not answer and was ended. Try once more; if it happens again, install "
        "Chromium or Google Chrome anew. All else is made without png, svg and pdf."
    )


def all_charts(case: Case, language: Language) -> str:
    """Head the page of all charts."""
    return language.say("{title}: all charts", title=case.title)


def for_a_slide(language: Language) -> tuple[str, str]:
    """Label the button that saves a chart for a slide, and say what it gives."""
    return language.say("For a slide"), language.say(
        "A picture of 1920 x 1080 points (PNG), with the finding as its title, and the office, the version of the case "
        "and how many figures are assumed below it. It takes some seconds."
    )


def its_figures(language: Language) -> tuple[str, str]:
    """Label the button that saves the figures behind a chart, and say what it gives."""
    return language.say("Figures (CSV)"), language.say("What this chart draws, as a table.")
