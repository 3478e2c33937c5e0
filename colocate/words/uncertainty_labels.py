"""Labels inside the charts on the figures that decide and on possible futures: axes, legends, ends and sides."""

from __future__ import annotations

from colocate.words.language import Language


def costs_less(option: str, language: Language) -> str:
    """Say on which side of zero an option costs less."""
    return language.say("{option} costs less", option=option)


def ends_of_range(language: Language) -> tuple[str, str]:
    """Name the two ends of a figure's range."""
    return language.say("low end of its range"), language.say("high end of its range")


def difference_axis(currency: str, language: Language) -> tuple[str, str]:
    """Name the axis of the expected cost difference, in two lines."""
    return (
        language.say("{currency}, in today's money: difference on average", currency=currency),
        language.say("dotted: every figure uncertain"),
    )


def share_axis(language: Language) -> str:
    """Name the axis of shares."""
    return language.say("Per cent of the uncertainty (variance) of the cost difference")


def share_labels(language: Language) -> tuple[str, str]:
    """Name the two kinds of shares: total and first order."""
    return language.say("with other figures (total)"), language.say("alone (first order)")


def everything(language: Language) -> str:
    """Name the row of all figures together."""
    return language.say("Everything at once")


def worth_axis(currency: str, language: Language) -> str:
    """Name the axis of what finding out is worth."""
    return language.say("{currency}, in today's money; thin line: 95 % interval", currency=currency)


def cross(language: Language) -> str:
    """Say what the cross on a map is."""
    return language.say("cross: both figures as they are on average")


def odds_axis(language: Language) -> str:
    """Name the axis of odds."""
    return language.say("Of 100 futures, how many make it the cheapest")


def key(language: Language) -> str:
    """Say what a mark and the line through it are."""
    return language.say("mark: on average; line: 90 of 100 futures")


def savings_sides(language: Language) -> tuple[str, str]:
    """Name the two sides of a saving of nothing."""
    return language.say("costs more"), language.say("saves")


def saving_against(baseline: str, language: Language) -> str:
    """Name the axis of savings."""
    return language.say("Saving against {baseline}", baseline=baseline)


def todays_money(currency: str, language: Language) -> str:
    """Name an amount's unit."""
    return language.say("{currency}, in today's money", currency=currency)


def years_axis(month: str, language: Language) -> str:
    """Name an axis of years."""
    return language.say("Year after the decision ({month})", month=month)


def added_up_axis(currency: str, language: Language) -> str:
    """Name an axis of cost added up."""
    return language.say("{currency}, added up, not discounted", currency=currency)


def one_off_axis(currency: str, language: Language) -> tuple[str, str]:
    """Name the axis of one-off budgets, in two lines."""
    return (
        language.say("{currency}: the agency's one-off budget,", currency=currency),
        language.say("all years, receipts taken off"),
    )


def exceeded_axis(language: Language) -> str:
    """Name the axis of the chance that a sum is exceeded."""
    return language.say("Of 100 futures, how many need more")


def on_average_mark(amount: str, language: Language) -> str:
    """Mark the expected sum."""
    return language.say("{amount} on average", amount=amount)


def rare_mark(amount: str, language: Language) -> str:
    """Mark the sum that is hardly ever exceeded."""
    return language.say("more than {amount} in 5 of 100", amount=amount)
