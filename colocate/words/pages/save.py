"""Labels of what is saved at the side: each format of each maker, everything in one file, and a decided case."""

from __future__ import annotations

from colocate.words.language import Language, unsaid

OFFERED = {
    ("paper", "docx"): unsaid("Decision paper (Word)"),
    ("paper", "pdf"): unsaid("Decision paper (PDF)"),
    ("paper page", "html"): unsaid("Decision paper (page)"),
    ("charts", "html"): unsaid("Charts (HTML)"),
    ("workbook", "xlsx"): unsaid("Workbook in formulas (Excel)"),
    ("tables", "csv"): unsaid("Tables (CSV, zipped)"),
    ("pictures", "png"): unsaid("Charts for slides and print (PNG, zipped)"),
    ("pictures", "svg"): unsaid("Charts as drawings (SVG, zipped)"),
    ("pictures", "pdf"): unsaid("Charts, a page each (PDF)"),
    ("draws", "parquet"): unsaid("Every possible future (Parquet)"),
}
"""What each maker's format is called on its button, in the order of the buttons. The figures (JSON) have their own."""


def offered(maker: str, kind: str, language: Language) -> str:
    """Label the button of one format of one maker."""
    return language.say(OFFERED[maker, kind])


def everything(language: Language) -> tuple[str, str]:
    """Label the button for everything in one file, and say what it holds."""
    return language.say("Everything (zip)"), language.say(
        "The case with its tables, and every format that is offered here, with a list of what is in it and how it was "
        "made. The command reproduce works all of it out again."
    )


def decided(language: Language) -> str:
    """Head the fold in which a decided case is frozen."""
    return language.say("The decision is made")


def who(language: Language) -> tuple[str, str]:
    """Label the field for who decided, and say what for."""
    return language.say("Who decided"), language.say("A name or an office, as it is to stand with the case.")


def when(language: Language) -> str:
    """Label the field for the day of the decision."""
    return language.say("Day of the decision")


def freeze(language: Language) -> tuple[str, str]:
    """Label the button that freezes a decided case, and say what it gives."""
    return language.say("Freeze as decided (zip)"), language.say(
        "Everything in one file, with who decided and when. It opens here again as it was decided; what is changed "
        "then is frozen as the next version, which names this one."
    )
