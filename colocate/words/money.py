"""What each chart on money shows, in plain sentences: a title that states the finding, and a full text alternative.

Of expected values: means over the possible futures, which add up over lines, years, payers and options.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from colocate.analysis.money.budget import one_off_budget
from colocate.analysis.money.cost_headings import Step, by_heading
from colocate.analysis.money.returns import Answer, returns
from colocate.analysis.money.shift import Shift, shift
from colocate.analysis.uncertainty.odds import Range, odds
from colocate.case import Case
from colocate.model.costs.line import Nature
from colocate.model.expected import Expected, OptionExpected
from colocate.model.futures import Futures
from colocate.model.totals import HEADLINE, BookName, Reading, View
from colocate.words.adding_up import shown_one_offs, shown_shift, shown_steps
from colocate.words.case_of_letters import inside
from colocate.words.language import ENGLISH, Language, unsaid
from colocate.words.naming import quoted_name, quoted_names, short_name, short_names
from colocate.words.numbers import shown, shown_difference

MILLION, IN_MILLIONS = 1e6, 1e8
"""Beside a mark there is room for amounts below a hundred million to the last figure; from there on for millions."""

PAYER_NAMES = {
    "agency": unsaid("The agency"),
    "un": unsaid("Other UN entities"),
    "host": unsaid("The host government"),
    "donor": unsaid("Donors"),
}
NATURES: dict[Nature, str] = {
    "cash": unsaid("cash"),
    "efficiency": unsaid("staff time"),
    "in kind": unsaid("in kind"),
}
"""How a line counts."""

PAYERS_IN_A_SENTENCE = {
    "agency": unsaid("the agency"),
    "un": unsaid("other UN entities"),
    "host": unsaid("the host government"),
    "donor": unsaid("donors"),
}
BOOK_NAMES: dict[BookName, str] = {
    "agency": unsaid("the agency"),
    "un family": unsaid("the UN family"),
    "everyone": unsaid("everyone together"),
}
SCOPES: dict[tuple[str, str], str] = {
    ("agency", "cash"): unsaid("for the agency, cash only"),
    ("agency", "cash and efficiency"): unsaid("for the agency, cash and staff time"),
    ("un family", "cash"): unsaid("for the UN family, cash only"),
    ("un family", "cash and efficiency"): unsaid("for the UN family, cash and staff time"),
    ("everyone", "cash"): unsaid("for everyone together, cash only"),
    ("everyone", "cash and efficiency"): unsaid("for everyone together, cash and staff time"),
}
"""For whom and for what a figure counts, inside a sentence."""

AVERAGES: dict[tuple[str, str], str] = {
    ("agency", "cash"): unsaid("On average, {finding}"),
    ("agency", "cash and efficiency"): unsaid("On average, staff time counted, {finding}"),
    ("un family", "cash"): unsaid("On average, for the UN family, {finding}"),
    ("un family", "cash and efficiency"): unsaid("On average, for the UN family, staff time counted, {finding}"),
    ("everyone", "cash"): unsaid("On average, for everyone together, {finding}"),
    ("everyone", "cash and efficiency"): unsaid("On average, for everyone together, staff time counted, {finding}"),
}
CERTAIN: dict[tuple[str, str], str] = {
    ("agency", "cash"): unsaid("{finding}"),
    ("agency", "cash and efficiency"): unsaid("With staff time counted, {finding}"),
    ("un family", "cash"): unsaid("For the UN family, {finding}"),
    ("un family", "cash and efficiency"): unsaid("For the UN family, staff time counted, {finding}"),
    ("everyone", "cash"): unsaid("For everyone together, {finding}"),
    ("everyone", "cash and efficiency"): unsaid("For everyone together, staff time counted, {finding}"),
}
"""How a finding is told in each reading: where figures vary it holds on average. It begins with an option's name."""

GROUP_NAMES = {
    "Rent and service charge": unsaid("Rent and service charge"),
    "Running costs": unsaid("Running costs"),
    "Income": unsaid("Income"),
    "Start and end of leases": unsaid("Start and end of leases"),
    "Fit-out and moving": unsaid("Fit-out and moving"),
    "Buying and building": unsaid("Buying and building"),
    "Contributions received": unsaid("Contributions received"),
    "Loans": unsaid("Loans"),
    "Capital charge": unsaid("Capital charge"),
    "Sale of a building": unsaid("Sale of a building"),
    "Residual value": unsaid("Residual value"),
    "Shared back office": unsaid("Shared back office"),
    "National Coordinators": unsaid("National Coordinators"),
    "Staff travel": unsaid("Staff travel"),
    "Disruption by moving": unsaid("Disruption by moving"),
    "Other tenants' costs": unsaid("Other tenants' costs"),
    "Value in kind": unsaid("Value in kind"),
    "Other": unsaid("Smaller steps together"),
}
"""The headings of `analysis.money.cost_headings`, as they are written."""

NO_PAYBACK: dict[str, str] = {
    "baseline": unsaid("this is the baseline"),
    "same": unsaid("costs the same as the baseline in every year"),
    "nothing owed": unsaid("never costs more than the baseline: there is nothing to pay back"),
    "never": unsaid("not paid back in the years looked at"),
    "several": unsaid("paid back more than once: it costs more again later"),
}
NO_RATE: dict[str, str] = {
    "baseline": unsaid("this is the baseline"),
    "same": unsaid("costs the same as the baseline in every year"),
    "no amounts": unsaid("costs the same as the baseline in every year"),
    "one side": unsaid("nothing is spent to save, or nothing is saved: there is no rate"),
    "no rate": unsaid("no rate fits these amounts"),
    "several": unsaid("more than one rate fits these amounts: it cannot be stated"),
    "beyond": unsaid("too high or too low to be stated"),
}
"""Why there is no payback or no rate of return."""

WORKED_EXAMPLE = unsaid("Worked example: every figure at its most likely value. The results are expected values.")

SAME = 0.01
"""Amounts within one per cent of the baseline's cost count as the same, as in the verdict."""


AXES = {
    "today": unsaid("{currency}, in today's money"),
    "cut": unsaid("{currency}, in today's money; the axis does not start at 0"),
    "range": unsaid("{currency}, in today's money<br>mark: expected; line: 90 of 100 futures"),
    "added up": unsaid("{currency}, added up, not discounted"),
    "a year": unsaid("{currency} a year, not discounted"),
    "less or more": unsaid("{currency}, in today's money; left of 0: costs less"),
    "one-off": unsaid("{currency}; in bold: the agency's sum"),
}
"""Titles of axes."""


@dataclass(frozen=True)
class Finding:
    """The finding in one sentence without a full stop, and a full text alternative. Plain text, not escaped."""

    title: str
    alt: str


def told(finding: str, expected: Expected, reading: Reading, language: Language) -> str:
    """Tell a finding for whom it holds, and that it holds on average where figures vary."""
    return language.say((AVERAGES if expected.varies else CERTAIN)[reading], finding=finding)


def scope(reading: Reading, language: Language) -> str:
    """Say for whom and for what a figure counts."""
    return language.say(SCOPES[reading])


def finding_costs(futures: Futures, reading: Reading = HEADLINE, language: Language = ENGLISH) -> Finding:
    """Say which option has the lowest expected cost in today's money, and how much it comes to."""
    expected, case = futures.expected, futures.case
    currency, years = case.currency, language.years(case.horizon_years)
    values = {option.id: float(option.money[reading].present_value[0]) for option in expected.options}
    ranked = [option.id for option in futures.ranked]
    first, second = sorted(ranked, key=lambda option: values[option])[:2]
    names, quoted = short_names(case), quoted_names(case, language)
    near = SAME * abs(values[expected.baseline.id])
    if values[second] - values[first] <= near:
        finding = language.say(
            "{first} and {second} cost about the same over {years}, in today's money: {amount}",
            first=quoted[first],
            second=quoted[second],
            years=years,
            amount=language.about(values[first], currency),
        )
    else:
        finding = language.say(
            "{option} costs least over {years}, in today's money: {amount}",
            option=quoted[first],
            years=years,
            amount=language.about(values[first], currency),
        )
    parts = [
        language.say(
            "Marks: the expected cost of each option, {scope}, in today's money; lines: where it lies in 90 of 100 "
            "possible futures.",
            scope=scope(reading, language),
        )
        if expected.varies
        else language.say("Marks: the cost of each option, {scope}, in today's money.", scope=scope(reading, language))
    ]
    parts += [
        language.say("{label}.", label=cost_in_words(names[option], one, currency, expected.varies, language))
        for option, one in ranges_of(futures, reading).items()
    ]
    return Finding(told(finding, expected, reading, language), " ".join(parts))


def axis_in_words(axis: str, currency: str, language: Language = ENGLISH) -> str:
    """Write the title of an axis of money."""
    return language.say(AXES[axis], currency=currency)


def years_after(case: Case, language: Language = ENGLISH) -> str:
    """Write the title of an axis of years."""
    return language.say("Year after the decision ({month})", month=language.month(case.decision_date, 0.0))


def hover(currency: str, language: Language = ENGLISH) -> str:
    """Write what is told of a point that is pointed at; plotly fills its year and amount in."""
    return language.say("year {year}: {currency} {amount}", year="%{x}", currency=currency, amount="%{y:,.0f}")


def amount_label(name: str, amount: float, currency: str, language: Language = ENGLISH) -> str:
    """Write an option with its amount."""
    return language.say("{option}: {amount}", option=name, amount=language.about(amount, currency))


def ranges_of(futures: Futures, reading: Reading) -> dict[str, Range]:
    """Give each option's cost in today's money over the futures, by option id."""
    return {one.option: one.present_value for one in odds(futures, *reading)}


def cost_label(name: str, cost: Range, varies: bool, language: Language) -> str:
    """Write an option's expected cost with its range above its mark, on one line: the axis names the currency.

    Amounts of a hundred million or more are written in millions, as they are rounded anyway.
    """
    ends = [shown(one) for one in (cost.mean, cost.low, cost.high)]
    if max(abs(one) for one in ends) >= IN_MILLIONS:
        amount, low, high = (language.number(one / MILLION, 3) for one in ends)
        if not varies:
            return language.say("{option}: {amount} million", option=name, amount=amount)
        return language.say(
            "{option}: {amount} million ({low}\u2013{high})", option=name, amount=amount, low=low, high=high
        )
    amount, low, high = (language.number(one) for one in ends)
    if not varies:
        return language.say("{option}: {amount}", option=name, amount=amount)
    return language.say("{option}: {amount} ({low}\u2013{high})", option=name, amount=amount, low=low, high=high)


def cost_in_words(name: str, cost: Range, currency: str, varies: bool, language: Language) -> str:
    """Write an option's expected cost with its range, as a text says it."""
    if not varies:
        return amount_label(name, cost.mean, currency, language)
    return language.say(
        "{option}: {amount} ({low} to {high})",
        option=name,
        amount=language.about(cost.mean, currency),
        low=language.number(shown(cost.low)),
        high=language.number(shown(cost.high)),
    )


def finding_cumulative(expected: Expected, reading: Reading = HEADLINE, language: Language = ENGLISH) -> Finding:
    """Say which option has cost least by the end of the years looked at, before discounting."""
    case, baseline = expected.case, expected.baseline
    currency, years = case.currency, language.years(case.horizon_years)
    totals = {option.id: float(option.money[reading].total[0]) for option in expected.options}
    names, quoted = short_names(case), quoted_names(case, language)
    ranked = [option for option in expected.options if not option.fails]
    candidates = ranked if len(ranked) > 1 else list(expected.options)
    first, second = sorted(candidates, key=lambda option: totals[option.id])[:2]
    near = SAME * abs(totals[baseline.id])
    if baseline in candidates and totals[baseline.id] - totals[first.id] <= near and first is not baseline:
        finding = language.say(
            "{first} and {second} cost about the same over {years}, before discounting",
            first=quoted[first.id],
            second=quoted[baseline.id],
            years=years,
        )
    elif first is baseline or baseline not in candidates:
        finding = language.say(
            "{first} costs least; {second} costs {amount} more over {years}, before discounting",
            first=quoted[first.id],
            second=quoted[second.id],
            amount=language.difference(totals[second.id], totals[first.id], currency),
            years=years,
        )
    else:
        finding = language.say(
            "{first} costs {amount} less than {baseline} over {years}, before discounting",
            first=quoted[first.id],
            amount=language.difference(totals[baseline.id], totals[first.id], currency),
            baseline=quoted[baseline.id],
            years=years,
        )
    parts = [
        language.say(
            "Lines of the cost added up year by year, {scope}, not discounted.", scope=scope(reading, language)
        )
    ]
    for option in expected.options:
        amount = language.about(totals[option.id], currency)
        if option is baseline:
            parts.append(
                language.say("{option}: {amount} after {years}.", option=names[option.id], amount=amount, years=years)
            )
        else:
            parts.append(
                language.say(
                    "{option}: {amount} after {years} ({payback}).",
                    option=names[option.id],
                    amount=amount,
                    years=years,
                    payback=_paid_back(expected, option, reading, language),
                )
            )
    return Finding(told(finding, expected, reading, language), " ".join(parts))


def finding_waterfall(
    expected: Expected, option_id: str, reading: Reading = HEADLINE, language: Language = ENGLISH
) -> Finding:
    """Say how an option's cost in today's money differs from the baseline's, and what makes the difference."""
    case, option, baseline = expected.case, expected.option(option_id), expected.baseline
    currency, quoted = case.currency, quoted_names(case, language)
    name, base = quoted[option_id], quoted[baseline.id]
    start, end = (float(one.money[reading].present_value[0]) for one in (baseline, option))
    if option is baseline:
        return _baseline(
            short_name(case, baseline.id),
            language.say("{amount} in today's money.", amount=language.about(start, currency)),
            language,
        )
    found = shown_steps(expected, option_id, reading)
    difference = end - start
    helping = [step for step in found if step.amount * difference > 0]
    finding = _compared(name, base, shown_difference(end, start), start, currency, language)
    if abs(difference) > SAME * abs(start) and helping:
        finding = language.say(
            "{finding}; most of it: {step}", finding=finding, step=inside(step_in_words(helping[0], currency, language))
        )
    parts = [
        language.say(
            "Steps from {baseline} to {option}, {scope}, in today's money.",
            baseline=base,
            option=name,
            scope=scope(reading, language),
        ),
        language.say(
            "{option}: {amount}.", option=short_name(case, baseline.id), amount=language.about(start, currency)
        ),
        *(language.say("{label}.", label=step_in_words(step, currency, language)) for step in found),
        language.say("{label}.", label=amount_label(short_name(case, option_id), end, currency, language)),
    ]
    return Finding(told(finding, expected, reading, language), " ".join(parts))


def finding_yearly(
    expected: Expected, option_id: str, reading: Reading = HEADLINE, language: Language = ENGLISH
) -> Finding:
    """Say in which year an option costs most, and what makes up most of its cost."""
    option, currency = expected.option(option_id), expected.case.currency
    name = quoted_name(expected.case, option_id, language)
    by_year = option.money[reading].by_year[:, 0]
    headings = {heading: float(amounts[:, 0].sum()) for heading, amounts in by_heading(option, *reading).items()}
    if not headings:
        finding = language.say("{option} costs nothing", option=name)
        title = told(finding, expected, reading, language)
        return Finding(title, language.say("{finding} in any year.", finding=title))
    peak = int(np.argmax(by_year))
    most = language.about(float(by_year[peak]), currency)
    main = max(headings, key=lambda heading: headings[heading])
    gross = sum(amount for amount in headings.values() if amount > 0)
    if headings[main] > 0:
        finding = language.say(
            "{option} costs most in year {year}: {amount}; of all its costs, {share} is: {heading}",
            option=name,
            year=language.number(peak + 1),
            amount=most,
            share=language.percent(headings[main] / gross),
            heading=inside(language.say(GROUP_NAMES[main])),
        )
    else:
        finding = language.say(
            "{option} costs most in year {year}: {amount}", option=name, year=language.number(peak + 1), amount=most
        )
    parts = [
        language.say(
            "Bars of the cost of {option} by year, {scope}, not discounted.",
            option=name,
            scope=scope(reading, language),
        ),
        *(
            language.say(
                "Year {year}: {amount}.",
                year=language.number(year + 1),
                amount=language.about(float(amount), currency),
            )
            for year, amount in enumerate(by_year)
        ),
        language.say("By heading, all years:"),
        *(
            language.say(
                "{heading}: {amount}.",
                heading=language.say(GROUP_NAMES[heading]),
                amount=language.about(amount, currency),
            )
            for heading, amount in headings.items()
        ),
    ]
    return Finding(told(finding, expected, reading, language), " ".join(parts))


def finding_one_offs(expected: Expected, option_id: str, language: Language = ENGLISH) -> Finding:
    """Say how much one-off money the agency must find, and when most of it falls."""
    option, currency = expected.option(option_id), expected.case.currency
    name = quoted_name(expected.case, option_id, language)
    budget = one_off_budget(option)[:, 0]
    needed = float(budget[budget > 0].sum())
    peak = int(np.argmax(budget))
    places = {
        "option": name,
        "amount": language.about(needed, currency),
        "year": language.number(peak + 1),
        "most": language.about(float(budget[peak]), currency),
    }
    if needed <= 0:
        finding = language.say("{option} needs no one-off money from the agency", option=name)
    elif float(budget[peak]) > 0.995 * needed:
        finding = language.say("{option} needs {amount} in one-off money from the agency, in year {year}", **places)
    else:
        finding = language.say(
            "{option} needs {amount} in one-off money from the agency, most of it in year {year}: {most}", **places
        )
    parts = [
        language.say("One-off costs and receipts of {option} by year and by who pays, not discounted.", option=name)
    ]
    told_once = shown_one_offs(option)
    for payer, amounts in told_once.payers.items():
        listed = [
            language.say(
                "{amount} in year {year}", amount=language.money(amount, currency), year=language.number(year + 1)
            )
            for year, amount in enumerate(amounts)
            if amount
        ]
        parts.append(
            language.say("{payer}: {amounts}.", payer=payer_in_words(payer, language), amounts=language.listed(listed))
        )
    parts.append(
        language.say(
            "All years together, receipts taken off: {amount} for the agency.",
            amount=language.money(told_once.total, currency),
        )
    )
    return Finding(told(finding, expected, HEADLINE, language), " ".join(parts))


def finding_books(expected: Expected, option_id: str, view: View = "cash", language: Language = ENGLISH) -> Finding:
    """Say who gains and who bears, and how much of the agency's saving is only a shift."""
    case, baseline = expected.case, expected.baseline
    currency, quoted = case.currency, quoted_names(case, language)
    name, base = quoted[option_id], quoted[baseline.id]
    if option_id == baseline.id:
        return _baseline(short_name(case, baseline.id), language.say("Nobody pays more or less."), language)
    moved, reading = shown_shift(shift(expected, option_id, view)), Reading("everyone", view)
    scale = abs(float(baseline.money[reading].present_value[0]))
    changes = {payer: amount for payer, amount in moved.by_payer.items() if abs(amount) > 1e-6 * scale}
    finding = _compared(name, base, moved.everyone, scale, currency, language)
    bearers = {payer: amount for payer, amount in changes.items() if amount > 0}
    if bearers and (moved.everyone <= 0 or set(bearers) != set(changes)):
        listed = [
            language.say(
                "{payer} {amount}",
                payer=language.say(PAYERS_IN_A_SENTENCE[payer]),
                amount=language.money(amount, currency),
            )
            for payer, amount in bearers.items()
        ]
        finding = language.say("{finding}, but costs {payers} more", finding=finding, payers=language.listed(listed))
    parts = [
        language.say(
            "What each payer bears under {option}, less what it bears under {baseline}, in today's money.",
            option=name,
            baseline=base,
        ),
        *(
            language.say(
                "{payer}: {change}.",
                payer=language.say(PAYER_NAMES[payer]),
                change=change_in_words(amount, currency, language),
            )
            for payer, amount in moved.by_payer.items()
        ),
        language.say("Everyone together: {change}.", change=change_in_words(moved.everyone, currency, language)),
    ]
    if moved.shifted > 0:
        parts.append(
            language.say(
                "Of the agency's saving, {amount} is only a shift to others.",
                amount=language.money(moved.shifted, currency),
            )
        )
    return Finding(told(finding, expected, reading, language), " ".join(parts))


def step_in_words(step: Step, currency: str, language: Language = ENGLISH) -> str:
    """Write a step as "Running costs: USD 12,300 less"."""
    return language.say(
        "{heading}: {change}",
        heading=language.say(GROUP_NAMES[step.heading]),
        change=change_in_words(step.amount, currency, language),
    )


def change_in_words(amount: float, currency: str, language: Language = ENGLISH) -> str:
    """Write a difference from the baseline, rounded already as it is shown: "USD 12,300 less", or "the same"."""
    if abs(amount) < 0.5:
        return language.say("the same")
    if amount < 0:
        return language.say("{amount} less", amount=language.money(-amount, currency))
    return language.say("{amount} more", amount=language.money(amount, currency))


def payback_in_words(answer: Answer, language: Language = ENGLISH) -> str:
    """Write a payback in years, or why there is none."""
    if answer.value is None:
        return language.say(NO_PAYBACK[answer.why])
    return language.say_many("{count} year", "{count} years", answer.value)


def rate_in_words(answer: Answer, language: Language = ENGLISH) -> str:
    """Write a yearly rate of return, or why there is none."""
    if answer.value is None:
        return language.say(NO_RATE[answer.why])
    return language.say("{rate} a year", rate=language.percent(answer.value, 1))


def payer_changes(moved: Shift) -> dict[str, float]:
    """Give the changes that are told, by payer: the agency's, those of others that change, and everyone's."""
    told = {payer: amount for payer, amount in moved.by_payer.items() if abs(amount) >= 0.5 or payer == "agency"}
    return {**told, "everyone": moved.everyone}


def change_label(payer: str, amount: float, moved: Shift, currency: str, language: Language = ENGLISH) -> str:
    """Write what a payer, or everyone together, bears more or less, and how much of it is only a shift."""
    change = change_in_words(amount, currency, language)
    if payer == "everyone":
        return language.say("Everyone together: {change}", change=change)
    if payer == "agency" and moved.shifted > 0:
        return language.say(
            "The agency: {change} (hatched: {amount} only shifted to others)",
            change=change,
            amount=language.money(moved.shifted, currency),
        )
    return language.say("{payer}: {change}", payer=language.say(PAYER_NAMES[payer]), change=change)


def payer_in_words(payer: str, language: Language = ENGLISH) -> str:
    """Write a payer, or the agency's fund, as on screen."""
    who, _, fund = payer.partition(": ")
    if who == "agency" and fund:
        return language.say("Agency, {fund}", fund=fund)
    return language.say(PAYER_NAMES[payer])


def _paid_back(expected: Expected, option: OptionExpected, reading: Reading, language: Language) -> str:
    answer = returns(expected, option.id, *reading).payback
    if answer.value is not None:
        return language.say_many("paid back after {count} year", "paid back after {count} years", answer.value)
    more = expected.against_baseline(option.id, *reading).cumulative[:, 0]
    base = quoted_name(expected.case, expected.baseline.id, language)
    if more[-1] > 0:
        return language.say("not paid back in {years}", years=language.years(expected.case.horizon_years))
    if np.all(more <= 0):
        return language.say("at no time more than {baseline}", baseline=base)
    return language.say("more and less than {baseline} by turns", baseline=base)


def _baseline(name: str, words: str, language: Language) -> Finding:
    title = language.say("{baseline}: the option that the others are compared with", baseline=name)
    return Finding(title, language.say("{finding}. {more}", finding=title, more=words))


def _compared(name: str, base: str, difference: float, before: float, currency: str, language: Language) -> str:
    """Say how much less or more one option costs than the baseline, in today's money: a difference as it is shown."""
    places = {"option": name, "baseline": base, "amount": language.money(abs(difference), currency)}
    if abs(difference) <= SAME * abs(before):
        return language.say("{option} costs about the same as {baseline} in today's money", **places)
    if difference < 0:
        return language.say("{option} costs {amount} less than {baseline} in today's money", **places)
    return language.say("{option} costs {amount} more than {baseline} in today's money", **places)
