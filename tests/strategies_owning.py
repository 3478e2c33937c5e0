"""What random options own: works that are paid for over years."""

from __future__ import annotations

from tests.strategies_premises import (
    PER,
    Draft,
    Record,
    figure,
    money_of,
    month_figure,
    one_of,
    priced,
    some_of,
    whole,
)

WORKS_CATEGORIES = (
    "land", "purchase", "construction", "refurbishment", "major replacement", "design and supervision", "other works",
)  # fmt: skip
PAYERS = ("agency", "un", "host", "donor")


def draw_owning(draft: Draft) -> Record:
    """What an option owns; more often than not nothing."""
    counts = whole(draft, 0, 7)
    works = [draw_works(draft, place) for place in range(max(0, counts - 5))]
    return {"works": works} if works else {}


def draw_works(draft: Draft, place: int) -> Record:
    """A work that is paid for over up to five years, perhaps nothing in some of them."""
    wanted = some_of(draft, "per", "currency", "payer", "fund", "shifts_with_delay", "contingency")
    works: Record = {"name": f"Works {place}", "category": one_of(draft, WORKS_CATEGORIES)}
    works["driver"] = one_of(draft, draft.drivers)
    money = money_of(draft, works, wanted)
    if "per" in wanted:
        works["per"] = one_of(draft, PER)
    if "payer" in wanted:
        works["payer"] = one_of(draft, PAYERS)
    if "fund" in wanted and works.get("payer", "agency") == "agency":
        works["fund"] = one_of(draft, draft.funds)
    unit = priced(money, works.get("per", "office"))
    works["amount"] = figure(draft, 0, 2_000, unit) if "per" in works else figure(draft, 0, 5_000_000, unit)
    works["month"] = month_figure(draft, 0, draft.months)
    works["profile"] = draw_profile(draft)
    for name in sorted({"shifts_with_delay", "contingency"} & wanted):
        works[name] = bool(whole(draft, 0, 1))
    return works


def draw_profile(draft: Draft) -> float | list[float]:
    """Parts of the whole, in tenths of a per cent, that add up to 100; a bare number where it is one year."""
    years = whole(draft, 1, 5)
    weights = [whole(draft, 0, 9) for _ in range(years)]
    if sum(weights) == 0:
        weights[-1] = 1
    parts = [round(100 * weight / sum(weights), 1) for weight in weights]
    parts[weights.index(max(weights))] += 100 - sum(parts)
    return 100 if years == 1 else [round(part, 1) for part in parts]
