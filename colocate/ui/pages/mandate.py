"""Mandate and government: gates, the government's wish, the safeguards of the mandate, and National Coordinators."""

from __future__ import annotations

import streamlit as st

from colocate.analysis.mandate.coordinators import Hosting, hosting
from colocate.analysis.mandate.costs_of_measures import Measure, measures
from colocate.model.criteria import AnsweredItem
from colocate.safe import for_markdown
from colocate.ui import chart
from colocate.ui.fragment import part
from colocate.ui.parts import Cell, Mark, Words, bullets, sentence, table, title
from colocate.ui.state import Scene, futures, kept, scene
from colocate.words.coordinators import finding_hosting
from colocate.words.costs_of_measures import measure_in_words, measures_told
from colocate.words.gates import STATUSES, gate_in_words
from colocate.words.government import evidence_in_words, steps, weak_evidence
from colocate.words.mandate import ANSWERS, NEEDS, capitalized, finding_mandate, score_in_words, theme_title
from colocate.words.naming import short_names
from colocate.words.numbers import NOTHING
from colocate.words.pages import mandate as words

Paid = dict[str, dict[str, Measure]]


def show() -> None:
    """Show what is not money and not access: the finding and its picture, then every detail folded."""
    here = scene()
    title(finding_mandate(here.outcome, here.language))
    if here.outcome.case.checklist:
        chart.show(lambda charts: charts.mandate(here.outcome, language=here.language, dark=here.dark), titled=False)
    with st.expander(for_markdown(words.gates_label(here.outcome, here.language))):
        _gates(here)
    with st.expander(for_markdown(words.government_label(here.outcome, here.language))):
        _government(here)
    if here.outcome.case.checklist:
        paid = kept("measures", here, lambda: measures(futures(here)))
        _opened_checklist(here, paid)
        with st.expander(for_markdown(words.evidence_label(here.language))):
            _evidence(here, paid)
    if here.outcome.case.coordinators is not None:
        with st.expander(for_markdown(words.coordinators_label(here.language))):
            _coordinators(here)


@part
def _opened_checklist(here: Scene, paid: Paid) -> None:
    """Fold the checklist: its chart is made when it is opened, so that a lever does not draw what nobody sees."""
    label = for_markdown(words.checklist_label(here.outcome, here.language))
    with st.expander(label, expanded=not here.choice.charts, key="mandate checklist", on_change="rerun") as folded:
        if folded.open:
            _checklist(here, paid)


def _gates(here: Scene) -> None:
    """Show whether each option passes its gates; an option that fails one is shown and not ranked."""
    options, language = here.outcome.options, here.language
    names = dict.fromkeys(gate.name for option in options for gate in option.gates)
    found = {option.id: {gate.name: gate for gate in option.gates} for option in options}
    rows: list[tuple[Words, ...]] = []
    for name in names:
        cells = []
        for option in options:
            gate = found[option.id].get(name)
            mark: Mark = "warn" if gate is not None and gate.status == "fail" else ""
            status = NOTHING if gate is None else language.say(STATUSES[gate.status])
            cells.append(Cell(status, mark, "" if gate is None else gate_in_words(gate, language)))
        rows.append((capitalized(name), *cells))
    sentence(words.gates_note(language))
    columns = words.gates_columns(_names(here), language)
    table(columns, rows, title=words.gates_title(language), stack=True)


def _government(here: Scene) -> None:
    """Show the government's scale with the evidence that each step asks for, who stands where, and on what evidence."""
    language, names = here.language, short_names(here.outcome.case)
    bullets(weak_evidence(here.outcome, language))
    rows: list[tuple[Words, ...]] = [
        (
            Cell(words.step_label(one.step, one.name, language), below=one.meaning),
            one.asked,
            language.listed(one.options) or NOTHING,
        )
        for one in steps(here.outcome, language)
    ]
    silent = [names[option.id] for option in here.outcome.options if option.government.step is None]
    if silent:
        rows.append((Cell(words.not_stated(language)), NOTHING, language.listed(silent)))
    table(words.scale_columns(language), rows, title=words.scale_title(language), stack=True)
    evidence = []
    for option in here.outcome.options:
        wish = option.government
        mark: Mark = "warn" if wish.is_weak else ""
        step = NOTHING if wish.step is None else words.step_of_five(wish.step, language)
        form = Cell(evidence_in_words(wish, language), mark)
        evidence.append((names[option.id], step, form, wish.evidence or NOTHING))
    table(words.wish_columns(language), evidence, title=words.wish_title(language), stack=True)


def _checklist(here: Scene, paid: Paid) -> None:
    """Show the answers of every option, and the score that they make."""
    options, language = here.outcome.options, here.language
    chart.show(lambda charts: charts.mandate_themes(here.outcome, language=language, dark=here.dark))
    rows: list[tuple[Words, ...]] = []
    theme = ""
    for place, item in enumerate(here.outcome.case.checklist):
        if item.theme != theme:
            theme = item.theme
            rows.append((theme_title(theme, language),))
        answers = (_answer(option.mandate.answers[place], paid[option.id], here) for option in options)
        rows.append((Cell(item.text, below=language.say(NEEDS[item.need])), *answers))
    scores = (score_in_words(option.mandate, language) for option in options)
    rows.append((Cell(words.points_label(language), below=words.points_below(language)), *scores))
    columns = words.question_columns(_names(here), language)
    table(columns, rows, title=words.question_title(language), stack=True)
    bullets(measures_told(here.outcome.case, paid, language))


def _answer(one: AnsweredItem, paid: dict[str, Measure], here: Scene) -> Cell:
    """Write an answer; one made good by a measure with what pays for it."""
    measure = paid.get(one.item.id)
    below = "" if measure is None else measure_in_words(measure, here.currency, here.language)
    return Cell(here.language.say(ANSWERS[one.answer.answer]), below=below)


def _evidence(here: Scene, paid: Paid) -> None:
    """Show what each option's answers rest on."""
    language, names = here.language, short_names(here.outcome.case)
    rows: list[tuple[Words, ...]] = []
    for option in here.outcome.options:
        rows.append((names[option.id],))
        rows += [
            (one.item.text, _answer(one, paid[option.id], here), one.answer.evidence or words.no_evidence(language))
            for one in option.mandate.answers
        ]
    table(words.evidence_columns(language), rows, title=words.evidence_title(language), stack=True)


def _coordinators(here: Scene) -> None:
    """Show, country by country, who stays hosted, the chance that this ends, and what a desk elsewhere costs."""
    case, language, names = here.outcome.case, here.language, short_names(here.outcome.case)
    found = kept("hosting", here, lambda: hosting(futures(here)))
    bullets(finding_hosting(case, found, language))
    rows: list[tuple[Words, ...]] = []
    for option in case.options:
        rows.append((names[option.id],))
        rows += [_hosting(one, here) for one in found if one.option == option.id]
    table(words.hosting_columns(language), rows, title=words.hosting_title(language), stack=True)
    sentence(words.hosting_note(language), quiet=True)


def _hosting(one: Hosting, here: Scene) -> tuple[Words, ...]:
    """Write the coordinators of one country under one option."""
    language, currency = here.language, here.currency
    who = Cell(words.who(one, language), below=words.arrangement(one, here.outcome.case, language))
    given = Cell(language.about(one.value_of_hosting, currency), below=words.ends(one, language))
    if one.arrangement == "hosted":
        return who, given, words.no_chance(language), NOTHING, NOTHING, words.nothing_paid(language)
    chance = NOTHING if one.chance is None else language.percent(one.chance)
    amount, below = words.cost(one, currency, language)
    a_year = (language.about(amount_a_year, currency) for amount_a_year in (one.desks, one.expected))
    return who, given, chance, *a_year, Cell(amount, below=below)


def _names(here: Scene) -> tuple[str, ...]:
    return tuple(short_names(here.outcome.case).values())


if __name__ == "__main__":
    show()
