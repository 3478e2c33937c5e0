"""What several pages say alike: the choice of an option, a chart's surroundings, files to take away."""

from __future__ import annotations

from colocate.words.language import Language


def option_in_detail(language: Language) -> str:
    """Label the choice of the option that a page shows in detail."""
    return language.say("Option in detail")


def as_the_baseline(option: str, language: Language) -> str:
    """Name the baseline in the choice of options."""
    return language.say("{option} (the others are compared with it)", option=option)


def chart_in_words(language: Language) -> str:
    """Head a chart's text alternative."""
    return language.say("This chart in words")


def files(language: Language) -> str:
    """Head the files to take away."""
    return language.say("Save")


def case_file(language: Language) -> tuple[str, str]:
    """Label the button that saves the case, and say what it holds."""
    return language.say("Save this case"), language.say(
        "One file with the case, its tables, and your changes, scenarios and weights. It opens here as it stands now, "
        "and on the command line. Renamed to .zip, any program can look into it."
    )


def text_file(language: Language) -> str:
    """Label the button for the text of the case, with what was changed written into it."""
    return language.say("Text with changes (TOML)")


def form_file(language: Language) -> str:
    """Label the button for the case as a form."""
    return language.say("Excel form (XLSX)")


def figures_file(language: Language) -> str:
    """Label the button for all figures."""
    return language.say("Figures (JSON)")


def files_take_time(language: Language) -> str:
    """Say that some files are made only after the press."""
    return language.say("What is not there yet takes some seconds to make; then the same button saves it.")


def making(file: str, part: float, language: Language) -> str:
    """Say how far the making of a file is."""
    return language.say("{file}: {part} done", file=file, part=language.percent(part))


def save_made(file: str, size: int, language: Language) -> str:
    """Label the button that saves a file that was made, with its size in bytes."""
    return language.say("Save: {file}, {size}\xa0MB", file=file, size=language.number(max(size / 1e6, 0.1), 1))


def cancel(language: Language) -> str:
    """Label the button that stops what takes long."""
    return language.say("Cancel")


def cancelled(language: Language) -> str:
    """Say that it was stopped, and that nothing else has changed."""
    return language.say("Cancelled before it was done. Everything else on the page stands.")
