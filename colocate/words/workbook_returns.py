"""What the workbook's sheet of returns says: flows, payback, rate of return, and why there is none."""

from __future__ import annotations

from colocate.words.language import ENGLISH, Language, unsaid

NONE = {
    "same": unsaid("nothing differs"),
    "nothing owed": unsaid("nothing to pay back"),
    "never": unsaid("never"),
    "several": unsaid("more than one"),
    "none": unsaid("none"),
}
REASONS = {
    "same": "same",
    "nothing owed": "nothing owed",
    "never": "never",
    "several": "several",
    "no amounts": "none",
    "one side": "none",
    "no rate": "none",
    "beyond": "none",
}
"""For each reason of the program the word of the workbook that says the same."""


def title(language: Language = ENGLISH) -> str:
    """Head the sheet."""
    return language.say("Payback and rate of return, the agency's cash")


def about(language: Language = ENGLISH) -> str:
    """Say how the sheet works."""
    return language.say(
        "What a move saves against the baseline, costs below 0, each at its date in years. Payback is where the "
        "running sum comes to 0 for good. The rate is the one between the rates tried at which all flows together are "
        "worth 0; the program looks beyond these and between them as well, and may know of more than one. The flows "
        "stand three times in the same order: their dates, what is saved, and what that is worth today."
    )


def flows_of(option: str, baseline: str, language: Language = ENGLISH) -> str:
    """Head the flows of an option."""
    return language.say("{option} against {baseline}: what is saved", option=option, baseline=baseline)


def flow_heading(language: Language = ENGLISH) -> str:
    """Head the column of the flows."""
    return language.say("Flow")


def spread(language: Language = ENGLISH) -> str:
    """Name what is spread over each year: all lines that have no dates."""
    return language.say("spread over the year")


def ends_of_years(language: Language = ENGLISH) -> str:
    """Name the ends of the years, at which nothing falls."""
    return language.say("end of each year")


def flow_of(option: str, line: str, language: Language = ENGLISH) -> str:
    """Name a flow by its line."""
    return language.say("{option}: {line}", option=option, line=line)


def date_of(flow: str, language: Language = ENGLISH) -> str:
    """Name the dates of a flow."""
    return language.say("Date in years: {flow}", flow=flow)


def saved_of(flow: str, language: Language = ENGLISH) -> str:
    """Name the amounts of a flow."""
    return language.say("Saved: {flow}", flow=flow)


def today_of(flow: str, language: Language = ENGLISH) -> str:
    """Name what a flow is worth today."""
    return language.say("Saved, present value: {flow}", flow=flow)


def all_spread(discounted: bool, language: Language = ENGLISH) -> str:
    """Name all that is taken as spread over its year."""
    if discounted:
        return language.say("Spread over years or paid within them, present value")
    return language.say("Spread over years or paid within them")


def up_to(discounted: bool, language: Language = ENGLISH) -> str:
    """Name what that comes to."""
    if discounted:
        return language.say("The same up to the beginning of the year, present value")
    return language.say("The same up to the beginning of the year")


def gross(discounted: bool, language: Language = ENGLISH) -> str:
    """Name the sum beside which a small one is rounding."""
    if discounted:
        return language.say("All that is saved or lost, signs apart, present value")
    return language.say("All that is saved or lost, signs apart")


def rounding(discounted: bool, language: Language = ENGLISH) -> str:
    """Name how small a sum is rounding."""
    if discounted:
        return language.say("A running sum that is smaller counts as 0, present value")
    return language.say("A running sum that is smaller counts as 0")


def part_of_sum(language: Language = ENGLISH) -> str:
    """Name a part of what is saved, where it is too long a sum for one cell."""
    return language.say("Part of a long sum")


def payback(discounted: bool, language: Language = ENGLISH) -> str:
    """Name the payback."""
    return language.say("Payback of present values, years") if discounted else language.say("Payback, years")


def rate(language: Language = ENGLISH) -> str:
    """Name the rate of return."""
    return language.say("Internal rate of return, a year")


def payback_headings(language: Language = ENGLISH) -> list[str]:
    """Head the columns of the running sums."""
    return [
        language.say("Running sum at each date"),
        language.say("Date"),
        language.say("Year begun"),
        language.say("Spread money up to the date"),
        language.say("Running sum before"),
        language.say("Running sum after"),
        language.say("Comes back to 0 at"),
        language.say("Spread money up to the date, present value"),
        language.say("Running sum before, present value"),
        language.say("Running sum after, present value"),
        language.say("Comes back to 0 at, present value"),
    ]


def rate_headings(language: Language = ENGLISH) -> list[str]:
    """Head the columns of the search for the rate."""
    return [
        rate(language),
        language.say("Rate tried"),
        language.say("Present value"),
        language.say("Sign changes: 1"),
        language.say("Rate below"),
        language.say("Rate above"),
        language.say("Middle"),
        language.say("Present value at the middle"),
    ]


def none_in_words(language: Language = ENGLISH) -> dict[str, str]:
    """Say why there is no figure."""
    return {reason: language.say(words) for reason, words in NONE.items()}


def reason_in_words(reason: str, language: Language = ENGLISH) -> str:
    """Say the program's reason in the workbook's word."""
    return language.say(NONE[REASONS[reason]])


def returns_title(language: Language = ENGLISH) -> str:
    """Head the returns on the sheet of comparison."""
    return language.say("Payback and rate of return against the baseline, the agency's cash")


def of_option(option: str, measure: str, language: Language = ENGLISH) -> str:
    """Name a measure of an option."""
    return language.say("{option}: {measure}", option=option, measure=measure)
