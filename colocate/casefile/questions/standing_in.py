"""What stands for an answer that nobody has, field by field: an assumption, or why there is none."""

from __future__ import annotations

from colocate.casefile.questions.answers import Answers, is_known
from colocate.casefile.questions.figures import Written, assumed
from colocate.casefile.questions.making import below_the_market

ASSUMED = {
    "people": "people",
    "rent": "market_rent",
    "service_charge": "service_charge",
    "months_left": "months_left",
    "offer_charge": "service_charge",
    "move_month": "moving_month",
    "offer_years": "promised_years",
    "fit_out": "fit_out",
    "capital": "house_contribution",
    "further_rent": "market_rent",
    "further_years": "lease_years",
    "further_month": "moving_month",
    "service_people": "service_posts",
    "way_today": "way",
    "way_then": "way",
}
"""The default that stands for a field, by its name."""


def standing_in(name: str, answers: Answers) -> Written | None:
    """Give the assumption that stands for a field of the answers; None where none is made."""
    if name == "offer_rent":
        below = answers.offer in ("", "preferential")
        return below_the_market(answers) if below else assumed("market_rent", answers)
    return assumed(ASSUMED[name], answers) if name in ASSUMED else None


def how_many_known(names: tuple[str, ...], answers: Answers) -> int:
    """Count the fields that have an answer."""
    return sum(is_known(name, answers) for name in names)
