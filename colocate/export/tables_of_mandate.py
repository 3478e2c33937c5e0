"""Tables as CSV on what is neither money nor access: mandate, government, National Coordinators, options ruled out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from colocate.analysis.mandate.coordinators import hosting
from colocate.analysis.mandate.costs_of_measures import measures
from colocate.analysis.ruled_out import gates_of_ruled_out, passes_every_gate
from colocate.analysis.uncertainty.odds import Range
from colocate.case import Case
from colocate.model.futures import Futures
from colocate.model.outcome import Outcome
from colocate.words.government import step_in_words
from colocate.words.ruled_out import criterion_words

Row = Sequence[str | float | int | None]


def mandate_rows(found: Futures | Outcome) -> Iterable[Row]:
    """Give one row for each option and question: the answer, and what makes it good where a measure does."""
    told = measures(found)
    for option in central_of(found).options:
        paid = told[option.id]
        for one in option.mandate.answers:
            item, answer = one.item, one.answer
            yield (
                option.id,
                option.name,
                item.id,
                item.theme,
                item.need,
                item.text,
                answer.answer,
                answer.evidence,
                answer.mitigation,
                *(_range(paid[item.id].present_value) if item.id in paid else (None, None, None)),
            )


def government_rows(found: Futures | Outcome) -> Iterable[Row]:
    """Give one row for each option: its step, the form of its evidence, and whether the step asks for more."""
    for option in central_of(found).options:
        wish = option.government
        weak = "yes" if wish.is_weak else "no"
        yield (option.id, option.name, wish.step, step_in_words(wish), wish.form, wish.asked, weak, wish.evidence)


def coordinator_rows(found: Futures | Outcome) -> Iterable[Row]:
    """Give one row for each option and country of the National Coordinators; none where there are none."""
    names = {option.id: option.name for option in found.case.options}
    for one in hosting(found):
        yield (
            one.option,
            names[one.option],
            one.country,
            one.arrangement,
            one.number,
            one.value_of_hosting,
            one.chance,
            one.lost_from,
            one.desks,
            one.expected,
            *_range(one.present_value),
            *_range(one.if_lost),
        )


def ruled_out_rows(case: Case) -> Iterable[Row]:
    """Give one row for each option that was ruled out before the comparison, and how it stands at every gate."""
    for one in case.ruled_out:
        by_status: dict[str, list[str]] = {"pass": [], "fail": [], "unknown": []}
        for gate in gates_of_ruled_out(case, one):
            by_status[gate.status].append(gate.name)
        yield (
            one.id,
            one.name,
            one.criterion,
            criterion_words(one),
            one.reason,
            one.evidence,
            *("; ".join(names) for names in by_status.values()),
            "yes" if passes_every_gate(case, one) else "no",
        )


def central_of(found: Futures | Outcome) -> Outcome:
    """Give the outcome with the answers, which are the same in every future."""
    return found.central if isinstance(found, Futures) else found


def _range(one: Range) -> tuple[float, float, float]:
    return one.mean, one.low, one.high
