"""Names of the categories of cost, as a reader meets them."""

from __future__ import annotations

from colocate.model.costs.line import Category
from colocate.words.language import ENGLISH, Language, unsaid

CATEGORY_NAMES: dict[Category, str] = {
    "rent": unsaid("rent"),
    "service charge": unsaid("service charge"),
    "holdover": unsaid("rent of staying on"),
    "utilities": unsaid("utilities"),
    "cleaning": unsaid("cleaning"),
    "maintenance": unsaid("maintenance"),
    "security": unsaid("security"),
    "insurance": unsaid("insurance"),
    "ict": unsaid("ICT"),
    "common services": unsaid("common services"),
    "other running": unsaid("other running costs"),
    "income": unsaid("income"),
    "double rent": unsaid("double rent"),
    "exit penalty": unsaid("exit penalty"),
    "surrender premium": unsaid("surrender premium"),
    "restoration": unsaid("restoration"),
    "deposit": unsaid("deposit"),
    "incentives": unsaid("landlord's incentives"),
    "fit-out": unsaid("fit-out"),
    "furniture": unsaid("furniture"),
    "moving": unsaid("moving"),
    "ict set-up": unsaid("ICT set-up"),
    "security compliance": unsaid("security compliance"),
    "project management": unsaid("project management"),
    "contribution to the house": unsaid("contribution to the house"),
    "other one-off": unsaid("other one-off costs"),
    "contingency": unsaid("contingency"),
    "land": unsaid("land"),
    "purchase": unsaid("purchase of a building"),
    "construction": unsaid("construction"),
    "refurbishment": unsaid("refurbishment"),
    "major replacement": unsaid("major replacements"),
    "design and supervision": unsaid("design and supervision of works"),
    "other works": unsaid("other works"),
    "contingency on works": unsaid("contingency on works"),
    "contributions": unsaid("contributions received"),
    "loan received": unsaid("loan received"),
    "interest": unsaid("interest on loans"),
    "loan repayment": unsaid("repayment of loans"),
    "loan still owed": unsaid("loan still owed at the end of the years looked at"),
    "capital charge": unsaid("capital charge"),
    "sale": unsaid("sale of a building"),
    "costs of sale": unsaid("costs of selling a building"),
    "residual value": unsaid("residual value"),
    "back office saving": unsaid("saving by the shared back office"),
    "back office fee": unsaid("fee of the shared back office"),
    "back office transition": unsaid("change to the shared back office"),
    "coordinators": unsaid("National Coordinators"),
    "staff travel time": unsaid("staff time on the way"),
    "fares": unsaid("fares"),
    "days lost": unsaid("working days lost by moving"),
    "slower start": unsaid("slower start after moving"),
    "replacing people": unsaid("replacing people who leave"),
    "work of vacant posts": unsaid("work not done in vacant posts"),
    "pay of vacant posts": unsaid("pay saved while posts are vacant"),
    "time between sites": unsaid("staff time between two sites"),
    "fares between sites": unsaid("fares between two sites"),
    "tenants elsewhere": unsaid("what tenants pay elsewhere"),
    "value in kind": unsaid("value in kind"),
}


def category_in_words(category: Category, language: Language = ENGLISH) -> str:
    """Name a category of cost."""
    return language.say(CATEGORY_NAMES[category])
