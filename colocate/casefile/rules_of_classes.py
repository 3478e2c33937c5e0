"""What must hold in reference classes and in what names them: a ratio with two ends, and no optimism counted twice."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from colocate.case import Option
from colocate.case.optimism import ReferenceClass
from colocate.case.spending import Income
from colocate.casefile.central import range_of
from colocate.casefile.classes import ENDS
from colocate.casefile.faults import Fault, did_you_mean, fault_at
from colocate.casefile.fields import limits_in
from colocate.casefile.walk import Place, Survey, records_of
from colocate.message import Message


def _ratio(place: Place, _read: Survey) -> Iterator[Fault]:
    """A ratio has low and high, a mode where its shape needs one, and nothing else."""
    ratio, here = place.written.get("ratio"), place.at("ratio")
    if not isinstance(ratio, Mapping):
        return
    least, most = limits_in(ReferenceClass, "ratio")
    for key, value in ratio.items():
        if key not in ENDS:
            yield Fault(
                f"{here}.{key}", Message('"{key}" is no part of a ratio', key=key[:40]), did_you_mean(key, ENDS)
            )
        elif not least <= value <= most:
            yield fault_at(
                f"{here}.{key}",
                "{value} is off the scale",
                "Due: {least} to {most}; 1.2 is a fifth above the plan",
                value=value,
                least=least,
                most=most,
            )
    shape = place.written.get("shape", "pert")
    found = range_of({key: ratio[key] for key in ENDS if key in ratio}, shape, here)
    if isinstance(found, list):
        yield from found
        return
    if place.written.get("planned") != "duration":
        return
    if shape == "lognormal":
        yield fault_at(place.at("shape"), '"lognormal" is no shape for a duration: a delay begins at 0', "Name another")
    elif found[0] < 1.0:
        yield fault_at(
            f"{here}.low", "{low} is below 1: nothing opens late by less than nothing", "Due: 1 or more", low=found[0]
        )


def _optimism_once(place: Place, read: Survey) -> Iterator[Fault]:
    """A cost whose range comes from a class takes no contingency on top: the class holds what plans forget."""
    contingency = read.quantities(place.steps).get("contingency")
    if contingency is None or (contingency.low, contingency.high, contingency.value) == (0.0, 0.0, 0.0):
        return
    for key in ("one_offs", "works"):
        for position, one in enumerate(records_of(place.written.get(key))):
            amount = read.quantities((*place.steps, key, position)).get("amount")
            if amount is not None and amount.reference_class and one.get("contingency", True):
                yield fault_at(
                    f"{place.at(key)}[{position}].contingency",
                    "comes on top of a reference class, so that what plans forget would count twice",
                    "Write contingency = false here",
                )


def _vacancy_once(place: Place, read: Survey) -> Iterator[Fault]:
    """An income whose range comes from a class of occupancies takes no vacancy on top."""
    found = read.quantities(place.steps)
    amount, vacancy = found.get("amount"), found.get("vacancy")
    if amount is None or vacancy is None or not amount.reference_class:
        return
    if (vacancy.low, vacancy.high, vacancy.value) != (0.0, 0.0, 0.0):
        yield fault_at(
            place.at("vacancy"),
            "comes on top of a reference class, so that what stands empty would count twice",
            "Take it out, or state the amount without a class",
        )


RULES_OF_CLASSES: dict[type, tuple[Callable[[Place, Survey], Iterator[Fault]], ...]] = {
    ReferenceClass: (_ratio,),
    Option: (_optimism_once,),
    Income: (_vacancy_once,),
}
