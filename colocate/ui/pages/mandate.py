"""Mandate and government: gates, the government's wish, the safeguards of the mandate, and National Coordinators."""

from __future__ import annotations

import streamlit as st

from colocate.analysis.mandate.coordinators import ALL, Hosting, hosting_of, hosting_ranges
from colocate.analysis.mandate.costs_of_measures import Measure, measures
from colocate.analysis.uncertainty.odds import Range
from colocate.model.criteria import AnsweredItem
from colocate.ui import chart
from colocate.ui.parts import Cell, Mark, Words, bullets, heading, sentence, table, title
from colocate.ui.state import Scene, futures, scene
from colocate.ui.words import markdown
from colocate.words.coordinators import hosting_in_words
from colocate.words.costs_of_measures import measure_in_words, measures_told
from colocate.words.government import evidence_in_words, steps
from colocate.words.language import Language
from colocate.words.mandate import findings_mandate, score_in_words
from colocate.words.numbers import NOTHING, about, month_of, number, percent

ANSWERS = {
    "yes": "✓ yes",
    "mitigated": "✓ yes, by a measure",
    "partly": "◐ partly",
    "no": "✗ no",
    "unknown": "? not answered",
}
STATUSES = {"pass": "✓ passes", "fail": "✗ fails", "unknown": "? not settled"}
NEEDS = {
    "required": "required: no answer may be no",
    "mitigable": "can be made up for",
    "desirable": "desirable",
}


def show() -> None:
    """Show what is not money and not access."""
    here = scene()
    title("Mandate and government")
    bullets(findings_mandate(here.outcome, here.locale))
    _gates(here)
    _government(here)
    _checklist(here)
    _evidence(here)
    _coordinators(here)


def _gates(here: Scene) -> None:
    """Show whether each option passes its gates; an option that fails one is shown and not ranked."""
    options = here.outcome.options
    names = dict.fromkeys(gate.name for option in options for gate in option.gates)
    found = {option.id: {gate.name: gate for gate in option.gates} for option in options}
    rows: list[tuple[Words, ...]] = []
    for name in names:
        cells = []
        for option in options:
            gate = found[option.id].get(name)
            mark: Mark = "warn" if gate is not None and gate.status == "fail" else ""
            cells.append(Cell(NOTHING) if gate is None else Cell(STATUSES[gate.status], mark, gate.evidence))
        rows.append((name.capitalize(), *cells))
    heading("Gates")
    sentence("An option must pass every gate before it is compared. One not settled is a condition of the verdict.")
    table(("Gate", *(option.name for option in options)), rows, title="Gates by option", stack=True)


def _government(here: Scene) -> None:
    """Show the government's scale with the evidence that each step asks for, who stands where, and on what evidence."""
    options = here.outcome.options
    heading("The government's wish")
    rows: list[tuple[Words, ...]] = [
        (Cell(f"{one.step}: {one.name}", below=one.meaning), one.asked, "; ".join(one.options) or NOTHING)
        for one in steps(here.outcome)
    ]
    silent = [option.name for option in options if option.government.step is None]
    if silent:
        rows.append((Cell("Not stated in the case"), NOTHING, "; ".join(silent)))
    columns = ("Step", "Evidence asked for", "Options on this step")
    table(columns, rows, title="The government's scale", stack=True)
    evidence = []
    for option in options:
        wish = option.government
        mark: Mark = "warn" if wish.is_weak else ""
        step = NOTHING if wish.step is None else f"{wish.step} of 5"
        evidence.append((option.name, step, Cell(evidence_in_words(wish), mark), wish.evidence or NOTHING))
    above = ("Option", "Step", "Form of the evidence", "Who said so, and when")
    table(above, evidence, title="Evidence of the government's wish", stack=True)


def _checklist(here: Scene) -> None:
    """Show the answers of every option, and the score that they make."""
    options = here.outcome.options
    heading("Identity and mandate")
    if not here.outcome.case.checklist:
        sentence("This case has no checklist.")
        return
    chart.show(lambda charts: charts.mandate(here.outcome, locale=here.locale, dark=here.dark))
    paid = {option.id: measures(here.outcome, option.id) for option in options}
    rows: list[tuple[Words, ...]] = []
    theme = ""
    for place, item in enumerate(here.outcome.case.checklist):
        if item.theme != theme:
            theme = item.theme
            rows.append((theme.capitalize(),))
        answers = (_answer(option.mandate.answers[place], paid[option.id], here) for option in options)
        rows.append((Cell(item.text, below=NEEDS[item.need]), *answers))
    below = "yes 100, by a measure 100, partly 50, no 0; the mean; a range where questions are not answered"
    scores = (score_in_words(option.mandate, Language(here.locale)) for option in options)
    rows.append((Cell("Points of 100", below=below), *scores))
    table(("Question", *(option.name for option in options)), rows, title="Checklist by option", stack=True)
    bullets(measures_told(here.outcome, here.locale))


def _answer(one: AnsweredItem, paid: dict[str, Measure], here: Scene) -> Cell:
    """Write an answer; one made good by a measure with what pays for it."""
    measure = paid.get(one.item.id)
    below = "" if measure is None else measure_in_words(measure, here.currency, here.locale)
    return Cell(ANSWERS[one.answer.answer], below=below)


def _evidence(here: Scene) -> None:
    """Show what each option's answers rest on, to be opened one by one."""
    if not here.outcome.case.checklist:
        return
    heading("What the answers rest on")
    for option in here.outcome.options:
        paid = measures(here.outcome, option.id)
        rows = [
            (one.item.text, _answer(one, paid, here), one.answer.evidence or "no evidence is given")
            for one in option.mandate.answers
        ]
        with st.expander(markdown(option.name, 120)):
            table(("Question", "Answer", "Evidence"), rows, title=f"Evidence for {option.name}", stack=True)


def _coordinators(here: Scene) -> None:
    """Show, country by country, who stays hosted, the chance that this ends, and what a desk elsewhere costs."""
    if here.outcome.case.coordinators is None:
        return
    heading("National Coordinators")
    bullets(hosting_in_words(here.outcome, here.locale))
    ranges = hosting_ranges(futures(here))
    rows: list[tuple[Words, ...]] = []
    for option in here.outcome.options:
        rows.append((option.name,))
        rows += [_hosting(one, ranges[option.id, one.country], here) for one in hosting_of(here.outcome, option.id)]
    columns = (
        "Option and country",
        "Given by the ministry, a year",
        "Chance that it takes the desks back",
        "Desks elsewhere, a year",
        "Expected cost, a year",
        "In today's money",
    )
    table(columns, rows, title="National Coordinators by option and country", stack=True)
    sentence(
        "Expected cost: the chance times the cost. It is no bill: in the end either nothing is paid or all of it. "
        "What the ministry gives is in kind and costs the agency nothing. Amounts a year are in today's prices.",
        quiet=True,
    )


def _hosting(one: Hosting, drawn: Range, here: Scene) -> tuple[Words, ...]:
    """Write the coordinators of one country under one option."""
    people = number(one.number, here.locale, 1)
    who = f"All coordinators: {people}" if one.country == ALL else f"{one.country}: {people}"
    plans = {
        "hosted": "hosted, as today",
        "house": "move to desks that the agency pays for",
        "may be lost": "hosted; the ministry may end it",
    }
    below = plans[one.arrangement]
    if one.lost_from is not None:
        below += f", from {month_of(here.outcome.case.decision_date, one.lost_from, here.locale)} on"
    given = Cell(_money(one.value_of_hosting, here), below="ends with the move" if one.arrangement == "house" else "")
    chance = NOTHING if one.chance is None else percent(one.chance, here.locale, digits=0)
    if one.arrangement == "hosted":
        return Cell(who, below=below), given, "no chance stated", NOTHING, NOTHING, "nothing"
    spread = f"from {_money(drawn.low, here)} to {_money(drawn.high, here)} in 90 of 100 futures"
    present = Cell(_money(one.present_value, here), below=spread)
    if one.lost_from is not None:
        central = f"{_money(one.present_value, here)} in the central case; {spread}"
        present = Cell(f"{_money(one.if_lost, here)} if they are taken back", below=central)
    return Cell(who, below=below), given, chance, _money(one.desks, here), _money(one.expected, here), present


def _money(amount: float, here: Scene) -> str:
    return about(amount, here.currency, here.locale)


if __name__ == "__main__":
    show()
