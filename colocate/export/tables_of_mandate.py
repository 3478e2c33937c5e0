"""Tables as CSV on what is not money and not access: the mandate, the government's wish, the National Coordinators."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from colocate.analysis.mandate.coordinators import hosting_of
from colocate.analysis.mandate.costs_of_measures import measures
from colocate.model.outcome import Outcome

Row = Sequence[str | float | int | None]

MANDATE_COLUMNS = (
    "option",
    "option name",
    "item",
    "theme",
    "need",
    "question",
    "answer",
    "evidence",
    "measure",
    "present value of the measure",
)


def mandate_rows(outcome: Outcome) -> Iterable[Row]:
    """Give one row for each option and question: the answer, and what makes it good where a measure does."""
    for option in outcome.options:
        paid = measures(outcome, option.id)
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
                paid[item.id].present_value if item.id in paid else None,
            )


GOVERNMENT_COLUMNS = ("option", "option name", "step", "meaning", "form", "form asked", "weaker than asked", "evidence")


def government_rows(outcome: Outcome) -> Iterable[Row]:
    """Give one row for each option: its step, the form of its evidence, and whether the step asks for more."""
    for option in outcome.options:
        wish = option.government
        weak = "yes" if wish.is_weak else "no"
        yield (option.id, option.name, wish.step, wish.words, wish.form, wish.asked, weak, wish.evidence)


COORDINATOR_COLUMNS = (
    "option",
    "option name",
    "country",
    "arrangement",
    "coordinators",
    "value of hosting a year, in kind",
    "chance that hosting is lost",
    "lost from month",
    "desks elsewhere a year",
    "expected cost a year",
    "present value",
    "present value if hosting is lost",
)


def coordinator_rows(outcome: Outcome) -> Iterable[Row]:
    """Give one row for each option and country of the National Coordinators; none where there are none."""
    for option in outcome.options:
        for one in hosting_of(outcome, option.id):
            yield (
                option.id,
                option.name,
                one.country,
                one.arrangement,
                one.number,
                one.value_of_hosting,
                one.chance,
                one.lost_from,
                one.desks,
                one.expected,
                one.present_value,
                one.if_lost,
            )
