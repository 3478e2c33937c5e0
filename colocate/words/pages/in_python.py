"""Words of *Reproduce in Python*, at the foot of each page."""

from __future__ import annotations

from colocate.words.language import Language


def label(language: Language) -> str:
    """Label the fold."""
    return language.say("Reproduce in Python")


def our_case(language: Language) -> str:
    """Say where the lines run."""
    return language.say("These lines give the figures of this page. They run in the folder of Colocate.")


def other_case(file: str, language: Language) -> str:
    """Say that the case which is compared with is needed as well."""
    return language.say("They also need {file} there, the case that this one is compared with.", file=file)


def own_case(file: str, language: Language) -> str:
    """Say where the lines run for a case of the reader's own."""
    return language.say(
        "These lines give the figures of this page. First save the case (at the side, Save this case) as {file}; they "
        "run beside it, where Colocate is installed.",
        file=file,
    )
