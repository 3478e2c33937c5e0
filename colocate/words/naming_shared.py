"""Names of the shared figures that the defaults of a short case fill in, by their keys."""

from __future__ import annotations

from colocate.words.language import ENGLISH, Language, unsaid

DEFAULT_NAMES = {
    "connection": unsaid("Lines and support"),
    "fit_out": unsaid("Fit-out"),
    "guards": unsaid("Guards and reception"),
    "network": unsaid("Network and screens"),
    "post_cost": unsaid("Full cost of a local post"),
    "project_management": unsaid("Running the move"),
}
"""Those whose keys do not read as words: all others are named by their keys."""


def default_name(key: str, language: Language = ENGLISH) -> str:
    """Name a shared figure that defaults fill in; empty where its key reads as words."""
    return language.say(DEFAULT_NAMES[key]) if key in DEFAULT_NAMES else ""
