"""What must hold between the parts of a case: names that exist, dates in order, terms that fit the tenure.

Each rule looks at the document as it is written and passes over what another check already finds fault with, so that
every fault of a file is told at once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from colocate.case import Case, Option
from colocate.case.house import House
from colocate.case.office import Currency, Discounting
from colocate.case.owning import CapitalCharge, Loan, Sale, Works
from colocate.case.premises import Incentive, Lease
from colocate.case.reach import Access, Government
from colocate.case.services import Travel
from colocate.case.spending import Contribution, Income, OneOff, RunningCost
from colocate.casefile.faults import (
    Fault,
    did_you_mean,
    fault_at,
)
from colocate.casefile.fields import fields_of, key_of, limits_in
from colocate.casefile.figures import follow
from colocate.casefile.limits import beyond_limits
from colocate.casefile.references import REFERS_TO, names_in
from colocate.casefile.rules_of_classes import RULES_OF_CLASSES
from colocate.casefile.rules_of_coordinators import RULES_OF_COORDINATORS
from colocate.casefile.rules_of_defaults import RULES_OF_DEFAULTS
from colocate.casefile.rules_of_disruption import RULES_OF_DISRUPTION
from colocate.casefile.rules_of_further import RULES_OF_FURTHER
from colocate.casefile.rules_of_leases import RULES_OF_LEASES
from colocate.casefile.rules_of_owning import RULES_OF_OWNING
from colocate.casefile.rules_of_paper import RULES_OF_PAPER
from colocate.casefile.rules_of_premises import RULES_OF_PREMISES
from colocate.casefile.rules_of_reach import RULES_OF_REACH
from colocate.casefile.rules_of_ruled_out import RULES_OF_RULED_OUT
from colocate.casefile.rules_of_weighing import RULES_OF_WEIGHING
from colocate.casefile.rules_of_years import faults_of_desks, faults_of_years
from colocate.casefile.walk import Place, Survey, centrals, records_of
from colocate.message import Message, unsaid

Document = Mapping[str, Any]
SHORT_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9 ._-]{0,59}")
CURRENCY_CODE = re.compile(r"[A-Z]{3}")


def faults_of_rules(read: Survey) -> list[Fault]:
    """Find everything that contradicts itself or points to nothing."""
    found: list[Fault] = []
    known = {key: names_in(read.document, listed) for key, listed in REFERS_TO.items()}
    for place in read.places.values():
        found += _references(place, known)
        found += _names(place)
        found += faults_of_years(place, read)
        for rule in (
            *RULES.get(place.record, ()),
            *RULES_OF_PREMISES.get(place.record, ()),
            *RULES_OF_FURTHER.get(place.record, ()),
            *RULES_OF_LEASES.get(place.record, ()),
            *RULES_OF_OWNING.get(place.record, ()),
            *RULES_OF_DISRUPTION.get(place.record, ()),
            *RULES_OF_CLASSES.get(place.record, ()),
            *RULES_OF_DEFAULTS.get(place.record, ()),
            *RULES_OF_COORDINATORS.get(place.record, ()),
            *RULES_OF_REACH.get(place.record, ()),
            *RULES_OF_RULED_OUT.get(place.record, ()),
            *RULES_OF_PAPER.get(place.record, ()),
            *RULES_OF_WEIGHING.get(place.record, ()),
        ):
            found += rule(place, read)
    return list(dict.fromkeys([*found, *_unused(read)]))


def _names(place: Place) -> Iterator[Fault]:
    """Every name of a list stands once; short names can be written in a path."""
    for field in fields_of(place.record):
        written = place.written.get(field.name)
        if field.kind != "records" or field.record is None or not isinstance(written, list):
            continue
        key = key_of(field.record)
        first: dict[str, int] = {}
        for position, one in enumerate(written):
            name = one.get(key) if key is not None and isinstance(one, Mapping) else None
            if not isinstance(name, str):
                continue
            here = f"{place.at(field.name)}[{position}].{key}"
            if name in first:
                yield fault_at(
                    here,
                    '"{name}" stands twice, first at {place}',
                    "Rename one",
                    name=name,
                    place=f"{field.name}[{first[name]}]",
                )
            first.setdefault(name, position)
            if key == "id" and not SHORT_NAME.fullmatch(name):
                yield fault_at(
                    here, '"{name}" is not a short name', "Use letters, digits, hyphens; up to 60", name=name[:40]
                )
            elif key != "id" and (not name.strip() or "[" in name or "]" in name):
                yield fault_at(
                    here, '"{name}" cannot be a name', "Write a name without square brackets", name=name[:40]
                )


def _references(place: Place, known: Mapping[str, list[str]]) -> Iterator[Fault]:
    """Every driver, currency, fund, house, option and item that is named is there."""
    kinds = {field.name: field.kind for field in fields_of(place.record)}
    for key, listed in known.items():
        names = [place.base, *listed] if key == "currency" else listed
        value = place.written.get(key)
        if kinds.get(key) != "text" or place.record is Case or not isinstance(value, str) or value in ("", *names):
            continue
        yield Fault(place.at(key), Message(NOT_THERE[key], name=value), did_you_mean(value, names))


NOT_THERE = {
    "driver": unsaid('there is no driver "{name}"'),
    "rent_driver": unsaid('there is no driver "{name}"'),
    "service_charge_driver": unsaid('there is no driver "{name}"'),
    "restoration_driver": unsaid('there is no driver "{name}"'),
    "residual_driver": unsaid('there is no driver "{name}"'),
    "house": unsaid('there is no house "{name}"'),
    "leaves": unsaid('there is no option "{name}"'),
    "option": unsaid('there is no option "{name}"'),
    "item": unsaid('there is no item "{name}"'),
    "criterion": unsaid('there is no criterion "{name}"'),
    "fund": unsaid('there is no fund "{name}"'),
    "currency": unsaid('there is no currency "{name}"'),
}
"""What is wrong where a key names something that is not there."""


def _case(_place: Place, read: Survey) -> Iterator[Fault]:
    if isinstance(read.document.get("format"), int) and read.document["format"] != 1:
        yield fault_at("format", "{format} is not known to this version", "Due: 1", format=read.document["format"])
    horizon = read.document.get("horizon_years")
    least, most = limits_in(Case, "horizon_years")
    if isinstance(horizon, int) and not least <= horizon <= most:
        yield fault_at(
            "horizon_years",
            "{horizon} years cannot be looked at",
            "Due: {least} to {most}",
            horizon=horizon,
            least=least,
            most=most,
        )
    options = read.document.get("options")
    if isinstance(options, list) and len(options) == 0:
        yield fault_at(
            "options", "has no option, not even the baseline", "The first option is the baseline, mostly: stay"
        )
    elif isinstance(options, list) and len(options) == 1:
        yield fault_at("options", "has one option only", "Add an option to compare the baseline with")
    names = (
        [one.get("name") if isinstance(one, Mapping) else None for one in options] if isinstance(options, list) else []
    )
    for position, name in enumerate(names):
        if isinstance(name, str) and name in names[:position]:
            yield fault_at(
                f"options[{position}].name", '"{name}" stands twice', "Rename one: screens show it", name=name
            )
    base = read.document.get("currency")
    if isinstance(base, str) and not CURRENCY_CODE.fullmatch(base):
        yield fault_at(
            "currency", '"{base}" is not a currency code', "Due: three capital letters such as USD", base=base[:20]
        )
    if isinstance(read.document.get("drivers"), list) and not read.document["drivers"]:
        yield fault_at("drivers", "has no driver", 'Due: at least one, for example id = "inflation"')
    funds = read.document.get("funds")
    funds = funds if isinstance(funds, list) else []
    for position, fund in enumerate(funds):
        if funds.index(fund) < position:
            yield fault_at(f"funds[{position}]", '"{fund}" stands twice', "Take one out", fund=fund)


def _currency(place: Place, read: Survey) -> Iterator[Fault]:
    code = place.written.get("code")
    if isinstance(code, str) and not CURRENCY_CODE.fullmatch(code):
        yield fault_at(
            place.at("code"),
            '"{code}" is not a currency code',
            "Due: three capital letters such as VND",
            code=code[:20],
        )
    elif code is not None and code == read.document.get("currency"):
        yield fault_at(place.at("code"), "{code} is the case's own currency", "Take this entry out", code=code)


def _discounting(place: Place, _read: Survey) -> Iterator[Fault]:
    real = place.written.get("rates", "nominal") == "real"
    if real and "inflation" not in place.written:
        yield fault_at(
            place.at("inflation"), "is missing", 'Due where rates = "real": it turns real rates into nominal ones'
        )
    if not real and "inflation" in place.written:
        yield fault_at(
            place.at("inflation"),
            "a nominal case has no use for inflation here",
            'Nominal rates hold inflation already: take it out, write it as a driver, or say rates = "real"',
        )


def _running(place: Place, read: Survey) -> Iterator[Fault]:
    central = centrals(place, read)
    start, end = central.get("start", 0.0), central.get("end")
    if end is not None and end <= start:
        yield fault_at(
            place.at("end"), "month {end} is not after its start (month {start})", "Exchange them", end=end, start=start
        )


def _payments(place: Place, _read: Survey) -> Iterator[Fault]:
    if place.written.get("in_advance") and not place.written.get("payments"):
        yield fault_at(place.at("in_advance"), "has no payments to be in advance", "State payments, or take it out")


def _repeated(place: Place, read: Survey) -> Iterator[Fault]:
    central = centrals(place, read)
    yield from beyond_limits(place, "repeats_every_years")
    until, month = central.get("until"), central.get("month")
    if "until" in place.written and "repeats_every_years" not in place.written:
        yield fault_at(place.at("until"), "does not repeat", "State repeats_every_years, or take it out")
    elif until is not None and month is not None and until <= month:
        yield fault_at(
            place.at("until"), "month {until} is not after its month ({month})", "Raise it", until=until, month=month
        )


def _dated(place: Place, read: Survey) -> Iterator[Fault]:
    month, horizon = centrals(place, read).get("month"), read.document.get("horizon_years")
    least, most = limits_in(Case, "horizon_years")
    if month is not None and isinstance(horizon, int) and least <= horizon <= most and month > 12 * horizon:
        yield fault_at(
            place.at("month"), "month {month} is beyond the horizon", "Due: 0 to {last}", month=month, last=12 * horizon
        )


def _house(place: Place, read: Survey) -> Iterator[Fault]:
    users = [one for one in records_of(read.document.get("options")) if one.get("house") == place.written.get("id")]
    leases = [option["lease"] for option in users if isinstance(option.get("lease"), Mapping)]
    sharing = [one.get("shared_by") for one in (*records_of(place.written.get("costs")), *leases)]
    measures = {measure for measure in sharing if isinstance(measure, str)}
    tenants = place.written.get("tenants", [])
    for position, tenant in enumerate(tenants if isinstance(tenants, list) else []):
        if not isinstance(tenant, Mapping):
            continue
        for measure in sorted(measures):
            if measure in ("people", "area", "workstations", "use") and measure not in tenant:
                where = f"{place.path}.tenants[{position}].{measure}"
                yield fault_at(where, "is missing", "Due: a cost of this house is shared by {measure}", measure=measure)
        if "cost_today" in tenant and not place.written.get("driver"):
            yield fault_at(place.at("driver"), "is missing", "Due beside the tenants' cost_today: how it grows")
    for position, cost in enumerate(records_of(place.written.get("costs"))):
        if "rises_with_us" in cost and not place.written.get("already_running"):
            where = f"{place.path}.costs[{position}].rises_with_us"
            yield fault_at(
                where, "has no meaning where only our coming opens the house", "State the cost with us in it"
            )
    by_use = any(cost.get("shared_by") == "use" for cost in records_of(place.written.get("costs")))
    for option in users:
        lease = option.get("lease")
        shares = lease.get("shared_by") == "use" if isinstance(lease, Mapping) else False
        if (by_use or shares) and "house_use" not in option:
            number = list(read.document["options"]).index(option)
            yield fault_at(f"options[{number}].house_use", "is missing", "Due: a cost of its house is shared by use")


def _access(place: Place, read: Survey) -> Iterator[Fault]:
    central = centrals(place, read)
    ideal, limit = central.get("ideal"), central.get("limit")
    if ideal is not None and limit is not None and ideal >= limit:
        yield fault_at(
            place.at("limit"), "{limit} minutes is not above ideal ({ideal})", "Raise it", limit=limit, ideal=ideal
        )
    modes = place.written.get("modes", [])
    if isinstance(modes, list):
        shares = [centrals(place, read, "modes", position).get("share") for position in range(len(modes))]
        total = sum(share for share in shares if share is not None)
        if not modes:
            yield fault_at(place.at("modes"), "names no way to travel", "Due: at least one")
        elif None not in shares and abs(total - 1.0) > 0.005:
            yield fault_at(
                place.at("modes"), "the shares make {total} %", "Make them add up to 100 %", total=100 * total
            )
    weights = place.written.get("group_weights", {})
    least, most = limits_in(Access, "group_weights")
    for group, weight in weights.items() if isinstance(weights, Mapping) else []:
        if isinstance(weight, (int, float)) and not least <= weight <= most:
            where = f"{place.path}.group_weights.{group}"
            yield fault_at(
                where,
                "{weight} is not a weight",
                "Due: {least} to {most}",
                weight=weight,
                least=least,
                most=f"{most:,.0f}",
            )


def _travel(place: Place, read: Survey) -> Iterator[Fault]:
    if place.written.get("shown_in") == "money":
        if not place.written.get("driver"):
            yield fault_at(place.at("driver"), "is missing", "Due where travel is shown in money: how its cost grows")
        if read.document.get("access") is None:
            yield fault_at(place.at("shown_in"), "needs the constituents that staff travel to", "Add [access]")


def _government(place: Place, _read: Survey) -> Iterator[Fault]:
    step = place.written.get("step")
    least, most = limits_in(Government, "step")
    if isinstance(step, int) and not isinstance(step, bool) and not least <= step <= most:
        yield fault_at(
            place.at("step"),
            "{step} is not on the scale",
            "Due: 1 (against) to 5 (asks for it and backs it)",
            step=step,
        )


def _unused(read: Survey) -> Iterator[Fault]:
    """A shared figure that nothing names would look like an assumption of the result, and is none."""
    shared = read.document.get("shared")
    if not isinstance(shared, Mapping) or not records_of(read.document.get("options")):
        return
    named: set[str] = set()
    for place in read.places.values():
        for field in fields_of(place.record):
            written = place.written.get(field.name)
            if field.kind in ("figure", "figures"):
                waiting = list(written) if isinstance(written, list) else [written]
                while waiting:
                    name = waiting.pop()
                    if isinstance(name, str) and name not in named:
                        named.add(name)
                        waiting.append(shared.get(name.removeprefix("shared.")))
    for name, written in shared.items():
        found = follow(written, f"shared.{name}", shared)
        if isinstance(found, Fault):
            yield found
        if f"shared.{name}" not in named:
            yield fault_at(f"shared.{name}", "is not used by anything", "Name it where it is due, or take it out")


Rule = Callable[[Place, Survey], Iterator[Fault]]

RULES: dict[type, tuple[Rule, ...]] = {
    Case: (_case,),
    Option: (faults_of_desks,),
    Currency: (_currency,),
    Discounting: (_discounting,),
    Lease: (_payments,),
    RunningCost: (_running, _payments),
    Income: (_running, _payments),
    OneOff: (_dated, _repeated),
    Works: (_dated,),
    Loan: (_dated,),
    CapitalCharge: (_dated,),
    Sale: (_dated,),
    Incentive: (_dated,),
    Contribution: (_dated,),
    House: (_house,),
    Access: (_access,),
    Travel: (_travel,),
    Government: (_government,),
}
