"""The verdict: which option is better for money, access, mandate and the government's wish, in plain sentences.

Nothing is weighed here and nothing is folded into one score: the four stand side by side, with what must still be
settled before the sentence holds.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from colocate.analysis.mandate.answers import leading
from colocate.analysis.money.shift import shift
from colocate.model.expected import expected_of
from colocate.model.outcome import Outcome
from colocate.model.totals import HEADLINE
from colocate.words.gates import gate_in_words
from colocate.words.government import step_name
from colocate.words.language import Language
from colocate.words.mandate import score_in_words
from colocate.words.numbers import about, listed, number, percent

CriterionName = Literal["money", "access", "mandate", "government"]
SAME_MONEY = 0.01
SAME_POINTS = 1.0
CLOSE = 0.05
"""Options within one per cent of the baseline's cost, or one point of a score, count as the same; within five per
cent of it the second cheapest comes close."""

BEARERS = {"un": "other UN entities", "host": "the host government", "donor": "donors"}

CENTRAL_CASE = "Every figure is at its most likely value: this is the central case."


@dataclass(frozen=True)
class Cell:
    """What one option is worth by one criterion, as a figure and in words; None where the case does not say.

    `odds` says, once futures have been drawn, how likely it is best and how far it may lie from the central value.
    """

    option: str
    value: float | None
    words: str
    odds: str = ""


@dataclass(frozen=True)
class Criterion:
    """A row of the plain table. `best` names the options that nothing beats; it is empty where nothing can be said."""

    name: CriterionName
    title: str
    explanation: str
    cells: tuple[Cell, ...]
    best: tuple[str, ...]
    worst_served: str = ""


@dataclass(frozen=True)
class Verdict:
    """One or two sentences, the conditions under which they hold, and the plain table they rest on."""

    headline: str
    sentences: tuple[str, ...]
    conditions: tuple[str, ...]
    rows: tuple[Criterion, ...]


def verdict(outcome: Outcome, locale: str = "en") -> Verdict:
    """Put the outcome into words for a director."""
    rows = (_money(outcome, locale), _access(outcome, locale), _mandate(outcome, locale), _government(outcome))
    ranked = [option for option in outcome.options if not option.fails]
    if len(ranked) < 2:
        failing = [
            f"{option.name} fails {listed([gate.name for gate in option.fails])}"
            for option in outcome.options
            if option.fails
        ]
        left = f"Only {ranked[0].name} passes its gates" if ranked else "No option passes its gates"
        return Verdict(f"{left}: {'; '.join(failing)}.", (), _conditions(outcome, locale), rows)
    headline = _headline(outcome, rows, locale)
    return Verdict(headline, _others(outcome, rows, locale), _conditions(outcome, locale), rows)


def _headline(outcome: Outcome, rows: tuple[Criterion, ...], locale: str) -> str:
    return with_best_everywhere(_in_money(outcome, rows[0], locale), outcome, rows)


def with_best_everywhere(in_money: str, outcome: Outcome, rows: tuple[Criterion, ...]) -> str:
    """Put beside what is said of money which option is best on every count that the case speaks of, or that none is."""
    told = [row for row in rows if row.best]
    everywhere = set.intersection(*(set(row.best) for row in told)) if told else set()
    if not everywhere or len(told) < 2:
        return f"{in_money} No option is best on every count, so this is a choice and not a sum."
    names = [option.name for option in outcome.options if option.id in everywhere]
    count = {2: "both counts", 3: "all three counts", 4: "all four counts"}[len(told)]
    titles = listed([row.title for row in told])
    verb = "is" if len(names) == 1 else "are"
    return f"{listed(names)} {verb} best, or as good as any, on {count}: {titles}. {in_money}"


def _in_money(outcome: Outcome, row: Criterion, locale: str) -> str:
    years, currency, baseline = outcome.case.horizon_years, outcome.case.currency, outcome.baseline
    ranked = _ranked(outcome)
    values = {cell.option: cell.value for cell in row.cells if cell.value is not None and cell.option in ranked}
    first, second = sorted(values, key=lambda option: values[option])[:2]
    name = outcome.option(first).name
    if len(row.best) > 1 and baseline.id in row.best:
        return f"{listed([outcome.option(one).name for one in row.best])} cost about the same over {years} years."
    span = f"over {years} years, in today's money"
    if first == baseline.id or baseline.id not in values:
        more = about(values[second] - values[first], currency, locale)
        return f"{name} costs least; the next, {outcome.option(second).name}, costs {more} more {span}."
    saved = values[baseline.id] - values[first]
    share = f" ({percent(saved / abs(values[baseline.id]), locale, 0)})" if values[baseline.id] else ""
    return f"{name} costs least: {about(saved, currency, locale)}{share} less than {baseline.name} {span}."


def _others(outcome: Outcome, rows: tuple[Criterion, ...], locale: str) -> tuple[str, ...]:
    """Say, for each of the other criteria, who is best; and whether the saving is one, or only a shift."""
    sentences = [*_runner_up(outcome, rows[0], locale)]
    for row in rows[1:]:
        if not row.best:
            sentences.append(f"{row.title}: the case does not say.")
        elif len(row.best) == len(_ranked(outcome)):
            sentences.append(f"{row.title}: no difference that counts.")
        else:
            names = listed([outcome.option(one).name for one in row.best])
            sentences.append(f"{row.title}: {names} {'is' if len(row.best) == 1 else 'are'} better.{row.worst_served}")
    return (*sentences, *_shifted(outcome, rows[0], locale))


def _runner_up(outcome: Outcome, row: Criterion, locale: str) -> tuple[str, ...]:
    """Name the second cheapest where it comes close to the first; a small lead is not a finding."""
    ranked = _ranked(outcome)
    values = {cell.option: cell.value for cell in row.cells if cell.value is not None and cell.option in ranked}
    first, second = sorted(values, key=lambda option: values[option])[:2]
    behind = values[second] - values[first]
    if outcome.baseline.id in (first, second) or behind > CLOSE * abs(values.get(outcome.baseline.id, 0.0)):
        return ()
    more = about(behind, outcome.case.currency, locale)
    return (f"{outcome.option(second).name} comes close: {more} more than {outcome.option(first).name}.",)


def _shifted(outcome: Outcome, row: Criterion, locale: str) -> tuple[str, ...]:
    """Say how much of the cheapest option's saving others would bear; nothing where it is a saving for everyone."""
    cheapest = row.best[0] if row.best else outcome.baseline.id
    moved = shift(expected_of(outcome), cheapest)
    if moved.shifted <= SAME_MONEY * abs(moved.by_payer["agency"]):
        return ()
    name, baseline = outcome.option(cheapest).name, outcome.baseline.name
    bearers = listed([words for payer, words in BEARERS.items() if moved.by_payer[payer] > 0])
    amount = about(moved.shifted, outcome.case.currency, locale)
    together = about(abs(moved.everyone), outcome.case.currency, locale)
    more_or_less = "more" if moved.everyone > 0 else "less"
    return (
        f"Of {name}'s saving, {amount} is a shift and not a saving: {bearers} would bear it. "
        f"For everyone together {name} costs {together} {more_or_less} than {baseline}.",
    )


def _conditions(outcome: Outcome, locale: str) -> tuple[str, ...]:
    found = []
    for option in outcome.options:
        if option.fails:
            reasons = "; ".join(f"{gate.name} ({gate_in_words(gate)})" for gate in option.fails)
            found.append(f"{option.name} fails a gate and is shown but not ranked: {reasons}.")
    for option in outcome.options:
        if option.open_gates and not option.fails and option.id != outcome.baseline.id:
            gates = listed([gate.name for gate in option.open_gates])
            found.append(f"{option.name}: still to be settled before it can be chosen: {gates}.")
    for option in outcome.options:
        if option.mandate.unknown and not option.fails:
            part = f"{option.mandate.unknown} of {len(option.mandate.answers)}"
            found.append(f"{option.name}: {part} mandate questions have no answer yet.")
    quantities = outcome.case.quantities.values()
    assumed = sum(quantity.quality == "assumed" for quantity in quantities)
    if assumed:
        found.append(f"{number(assumed, locale)} of {number(len(quantities), locale)} figures are assumptions.")
    if outcome.case.illustrative:
        found.append("The case is illustrative: the office and its figures are made up.")
    return tuple(found)


def _money(outcome: Outcome, locale: str) -> Criterion:
    currency = outcome.case.currency
    values = {option.id: float(option.money[HEADLINE].present_value[0]) for option in outcome.options}
    cells = tuple(
        Cell(option.id, values[option.id], about(values[option.id], currency, locale)) for option in outcome.options
    )
    ranked = _ranked(outcome)
    tolerance = SAME_MONEY * abs(values[outcome.baseline.id])
    lowest = min((values[one] for one in ranked), default=0.0)
    best = tuple(one for one in ranked if values[one] <= lowest + tolerance)
    years = outcome.case.horizon_years
    explanation = f"Cost over {years} years in today's money, cash, from the agency's own budgets. Lower is better."
    return Criterion("money", "Money", explanation, cells, best)


def _access(outcome: Outcome, locale: str) -> Criterion:
    cells, values, worst = [], {}, {}
    for option in outcome.options:
        access = option.access
        if access is None or not access.group_scores:
            cells.append(Cell(option.id, None, "not stated"))
            continue
        score = float(access.tripartite[0])
        group = min(access.group_scores, key=lambda one: float(access.group_scores[one][0]))
        values[option.id], worst[option.id] = score, group
        low = number(float(access.group_scores[group][0]), locale)
        cells.append(Cell(option.id, score, f"{number(score, locale)} of 100; worst served: {group} ({low})"))
    best = _best(outcome, values)
    told = f" The worst-served group there is {worst[best[0]]}." if best and best[0] in worst else ""
    return Criterion(
        "access",
        "Constituents' access",
        "Minutes door to door as a score from 0 to 100, over the groups of constituents. Higher is better.",
        tuple(cells),
        best,
        told,
    )


def _mandate(outcome: Outcome, locale: str) -> Criterion:
    cells = []
    for option in outcome.options:
        cells.append(Cell(option.id, option.mandate.score, score_in_words(option.mandate, Language(locale))))
    return Criterion(
        "mandate",
        "Identity and mandate",
        "Part of the safeguards that are in place, 0 to 100; a range where questions are open. Higher is better.",
        tuple(cells),
        leading(outcome, SAME_POINTS),
    )


def _government(outcome: Outcome) -> Criterion:
    cells, values = [], {}
    for option in outcome.options:
        wish = option.government
        if wish.score is None:
            cells.append(Cell(option.id, None, "not stated"))
            continue
        values[option.id] = wish.score
        cells.append(Cell(option.id, wish.score, f"step {wish.step} of 5: {step_name(wish.step or 0)}"))
    return Criterion(
        "government",
        "The government's wish",
        "The host government's wish on a scale of five steps, from against (1) to asks for it and backs it (5).",
        tuple(cells),
        _best(outcome, values),
    )


def _best(outcome: Outcome, values: dict[str, float]) -> tuple[str, ...]:
    ranked = [one for one in _ranked(outcome) if one in values]
    if len(ranked) < 2:
        return ()
    highest = max(values[one] for one in ranked)
    return tuple(one for one in ranked if values[one] >= highest - SAME_POINTS)


def _ranked(outcome: Outcome) -> list[str]:
    return [option.id for option in outcome.options if not option.fails]
