"""Mandate and government: the safeguards of the agency's identity, the government's wish, and the gates."""

from __future__ import annotations

import streamlit as st

from colocate.criteria import GOVERNMENT_SCALE
from colocate.ui import chart
from colocate.ui.parts import Cell, Mark, Words, heading, sentence, table, title
from colocate.ui.state import Scene, scene
from colocate.ui.words import markdown
from colocate.wording import NOTHING, number

ANSWERS = {
    "yes": "✓ yes",
    "mitigated": "✓ by a measure",
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
    _gates(here)
    _government(here)
    _checklist(here)
    _evidence(here)


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
    """Show the government's scale with the options on their steps, and the evidence."""
    options = here.outcome.options
    heading("The government's wish")
    rows = []
    for step, words in GOVERNMENT_SCALE.items():
        there = [option.name for option in options if option.government.step == step]
        short, _, meaning = words.partition(": ")
        rows.append((Cell(f"{step}: {short}", below=meaning), "; ".join(there) or NOTHING))
    silent = [option.name for option in options if option.government.step is None]
    if silent:
        rows.append((Cell("Not stated in the case"), "; ".join(silent)))
    table(("Step", "Options on this step"), rows, title="The government's scale")
    evidence = [(option.name, option.government.evidence or NOTHING) for option in options]
    table(("Option", "Who said so, when, in what form"), evidence, title="Evidence of the government's wish")


def _checklist(here: Scene) -> None:
    """Show the answers of every option, and the score that they make."""
    options = here.outcome.options
    heading("Identity and mandate")
    if not here.outcome.case.checklist:
        sentence("This case has no checklist.")
        return
    chart.show(lambda charts: charts.mandate(here.outcome, locale=here.locale, dark=here.dark))
    rows: list[tuple[Words, ...]] = []
    theme = ""
    for place, item in enumerate(here.outcome.case.checklist):
        if item.theme != theme:
            theme = item.theme
            rows.append((theme.capitalize(),))
        answers = (option.mandate.answers[place].answer.answer for option in options)
        rows.append((Cell(item.text, below=NEEDS[item.need]), *(ANSWERS[answer] for answer in answers)))
    scores = (option.mandate.score for option in options)
    rows.append(
        (
            Cell("Points of 100", below="yes 100, partly 50, no and not answered 0; the mean of all questions"),
            *(Cell(NOTHING if one is None else number(one, here.locale)) for one in scores),
        )
    )
    table(("Question", *(option.name for option in options)), rows, title="Checklist by option", stack=True)


def _evidence(here: Scene) -> None:
    """Show what each option's answers rest on, to be opened one by one."""
    if not here.outcome.case.checklist:
        return
    heading("What the answers rest on")
    for option in here.outcome.options:
        rows = [
            (one.item.text, ANSWERS[one.answer.answer], one.answer.evidence or "no evidence is given")
            for one in option.mandate.answers
        ]
        with st.expander(markdown(option.name, 120)):
            table(("Question", "Answer", "Evidence"), rows, title=f"Evidence for {option.name}", stack=True)


if __name__ == "__main__":
    show()
