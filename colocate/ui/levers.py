"""The levers: a slider for every figure that the case marks as one, a switch for every back-office service."""

from __future__ import annotations

from decimal import Decimal

import streamlit as st

from colocate.case import Case
from colocate.casefile.changing import Value
from colocate.quantity import Quantity
from colocate.ui import state
from colocate.ui.state import Source
from colocate.ui.words import markdown
from colocate.words.naming import BACK_OFFICE, heading_of, headings, name_of, service_name, unit_of
from colocate.words.numbers import month_of, plain_figure

WHOLE_UNITS = ("month", "person", "workstation")
FROM_THE_DECISION = "from the decision"
FIXED_BY_RANGE = ("normal", "lognormal")


def switches(case: Case) -> dict[str, str]:
    """Give the path of each back-office service's switch with the service's name."""
    return {f"back_office[{one.service}].opt_in": service_name(one.service) for one in case.back_office}


def usual_value(case: Case, path: str) -> Value:
    """Give the value that the case itself has for a lever; KeyError for a path that is none."""
    for service in case.back_office:
        if path == f"back_office[{service.service}].opt_in":
            return service.opt_in
    return case.quantities[path].value


def draw(source: Source, locale: str) -> None:
    """Draw all levers under their headings; a moved one has its own reset."""
    case = source.case
    moved = state.choice().changes
    st.button("Reset all", on_click=state.reset, disabled=not moved, key="reset all", width="stretch")
    for heading in headings(case):
        levers = [one for one in case.quantities.values() if one.lever and heading_of(case, one.path) == heading]
        has_switches = heading == BACK_OFFICE and bool(case.back_office)
        if not levers and not has_switches:
            continue
        with st.expander(markdown(heading, 60), expanded=True):
            if has_switches:
                _switches(source)
            for quantity in levers:
                _lever(source, quantity, locale)


def _switches(source: Source) -> None:
    st.caption("Shared services that the agency joins")
    for path, name in switches(source.case).items():
        usual = usual_value(source.case, path)
        key = _key(source, path)
        st.session_state[key] = state.choice().changes.get(path, usual)
        st.toggle(name, key=key, on_change=_moved, args=(path, key, usual))


def _lever(source: Source, quantity: Quantity, locale: str) -> None:
    """Draw one figure's control, its range marks, and the reset where it was moved."""
    case, path = source.case, quantity.path
    usual, key = usual_value(case, path), _key(source, path)
    value = state.choice().changes.get(path, usual)
    label = _label(case, quantity)
    if quantity.shape == "yes/no":
        st.session_state[key] = bool(value)
        st.toggle(label, key=key, help=_help(quantity), on_change=_answered, args=(path, key, usual))
    elif quantity.low < quantity.high and quantity.shape not in FIXED_BY_RANGE:
        _slider(quantity, label, key, float(value))
    else:
        why = "has no range" if quantity.low == quantity.high else "follows from its range: change low and high"
        st.caption(f"{label}: {markdown(plain_figure(quantity.value, locale))}; it {why} in the file.")
        return
    st.caption(_marks(case, quantity, float(value), locale))
    if value != usual:
        st.button("Reset", key=f"reset {key}", help=f"Back to {label}", on_click=state.reset, args=(path,))


def _slider(quantity: Quantity, label: str, key: str, value: float) -> None:
    step = step_of(quantity.low, quantity.value, quantity.high, quantity.unit)
    if st.session_state.get(key) != value:
        st.session_state[key] = value
    st.slider(
        label,
        min_value=quantity.low,
        max_value=quantity.high,
        step=float(step),
        format="localized",
        key=key,
        help=_help(quantity),
        on_change=_moved,
        args=(quantity.path, key, quantity.value, step),
    )


def step_of(low: float, mode: float, high: float, unit: str) -> Decimal:
    """Give a slider's step: 1, 2 or 5 times a power of ten, on which low, mode and high all lie.

    >>> step_of(3.0, 5.5, 8.0, "%/year"), step_of(0.0, 4.0, 14.0, "month")
    (Decimal('0.1'), Decimal('1'))
    """
    ends = [Decimal(repr(end)) for end in (low, mode, high)]
    bottom, middle, top = ends
    if unit in WHOLE_UNITS and all(end == end.to_integral_value() for end in ends):
        return Decimal(1)
    span = top - bottom
    for exponent in range(span.adjusted() - 1, span.adjusted() - 6, -1):
        for lead in (2, 1):
            step = Decimal((0, (lead,), exponent))
            if span >= 25 * step and span % step == 0 and (middle - bottom) % step == 0:
                return step
    return span / 1000


def _moved(path: str, key: str, usual: Value, step: Decimal | None = None) -> None:
    """Take over what a control says; a browser's 0.30000000000000004 becomes the 0.3 of its step."""
    value: Value = st.session_state[key]
    if step is not None and isinstance(value, float):
        value = float(round(Decimal(value), max(0, -int(step.as_tuple().exponent)))) if value != usual else usual
    state.set_figure(path, value, usual)


def _answered(path: str, key: str, usual: Value) -> None:
    """Take over a yes or no, which a case writes as 1 or 0."""
    state.set_figure(path, 1.0 if st.session_state[key] else 0.0, usual)


def _key(source: Source, path: str) -> str:
    return f"lever {source.key} {path}"


def _label(case: Case, quantity: Quantity) -> str:
    name, unit = name_of(case, quantity), unit_of(quantity)
    said = quantity.shape == "yes/no" or name.lower() == unit
    return markdown(name if said else f"{name} ({unit})", 120)


def _help(quantity: Quantity) -> str:
    meaning = f"{markdown(quantity.help)}\n\n" if quantity.help else ""
    return f"{meaning}Source: {markdown(quantity.source)}\n\nQuality: {quantity.quality}"


def _marks(case: Case, quantity: Quantity, value: float, locale: str) -> str:
    """Write the range under a control; months from the decision with their calendar month."""
    if quantity.shape == "yes/no":
        likely = "yes" if quantity.value else "no"
        chance = quantity.probability
        told = "" if chance is None else f"; chance of yes: {plain_figure(chance, locale)}"
        return markdown(f"most likely: {likely}{told}")
    low, mode, high = (plain_figure(one, locale) for one in (quantity.low, quantity.value, quantity.high))
    words = f"low {low} · most likely {mode} · high {high}"
    if quantity.unit == "month" and FROM_THE_DECISION in quantity.help:
        words += f" · now {month_of(case.decision_date, value, locale)}"
    return markdown(words)
