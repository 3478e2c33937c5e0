"""The levers: a slider for every figure that the case marks as one, a switch for every back-office service.

A moved lever settles its figure: it is held there in every future until it is reset. The few that decide stand first;
the rest are folded by group, and drawn when their group is opened. Beside each, on demand, a value can be typed and the
range changed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal

import streamlit as st

from colocate.case import Case
from colocate.casefile.changing import FREE, MODE_FOLLOWS, Value, part_of
from colocate.quantity import Quantity
from colocate.safe import for_markdown
from colocate.ui import announced, state
from colocate.ui.failing import guarded
from colocate.ui.state import Scene
from colocate.words import levers as said
from colocate.words.language import ENGLISH, Language
from colocate.words.naming import BACK_OFFICE, heading_in_words, heading_of, headings, name_of, service_name

WHOLE_UNITS = ("month", "person", "workstation")
OPENED, UNFOLDED = "lever opened", "groups unfolded"
LABEL = 120


def switches(case: Case, language: Language = ENGLISH) -> dict[str, str]:
    """Give the path of each back-office service's switch with the service's name."""
    return {f"back_office[{one.service}].opt_in": service_name(one.service, language) for one in case.back_office}


def usual_switch(case: Case, path: str) -> bool:
    """Give what the case itself says of a back-office service's switch; KeyError for a path that is none."""
    return {f"back_office[{one.service}].opt_in": one.opt_in for one in case.back_office}[path]


def draw(here: Scene) -> None:
    """Draw the levers that decide, then all others by group; a moved one has its own reset."""
    case, say = here.source.case, here.language.say
    moved = here.choice.changes
    st.button(say(said.RESET_ALL), on_click=guarded(state.reset), disabled=not moved, key="reset all", width="stretch")
    first = state.leading(here)
    if first:
        with st.expander(say(said.FIRST), expanded=True):
            for path in first:
                _lever(here, path, with_option=True)
    for heading in headings(case):
        paths = [
            one.path
            for one in case.quantities.values()
            if one.lever and one.path not in first and heading_of(case, one.path) == heading
        ]
        has_switches = heading == BACK_OFFICE and bool(case.back_office)
        if paths or has_switches:
            _group(here, heading, paths, has_switches=has_switches)
    announced.draw()


def _group(here: Scene, heading: str, paths: Sequence[str], *, has_switches: bool) -> None:
    """Draw one group, folded; what is in it is drawn while it is open."""
    key = f"group {here.source.key} {heading}"
    if key in _unfolded():
        st.session_state[key] = _unfolded()[key]
    label = for_markdown(heading_in_words(heading, here.language), 60)
    with st.expander(label, expanded=False, key=key, on_change=guarded(_folded_or_not), args=(key,)) as group:
        if not group.open:
            return
        if has_switches:
            _switches(here)
        for path in paths:
            _lever(here, path)


def _switches(here: Scene) -> None:
    st.caption(here.language.say(said.SWITCHES))
    for path, name in switches(here.source.case, here.language).items():
        usual = usual_switch(here.source.case, path)
        key = _key(here, path)
        st.session_state[key] = here.choice.changes.get(path, usual)
        st.toggle(name, key=key, on_change=guarded(_of_the_case(_switched)), args=(path, key, usual))


def _lever(here: Scene, path: str, *, with_option: bool = False) -> None:
    """Draw one figure's control, how it stands, its reset, and what else can be done with it."""
    case = here.outcome.case
    was, now = here.source.case.quantities[path], case.quantities[path]
    label = for_markdown(said.lever_label(case, now, here.language, with_option=with_option), LABEL)
    if now.shape == "yes/no":
        _answer(here, was, now, label)
    elif now.has_range:
        _slider(here, was, now, label)
    else:
        st.markdown(label)
    st.caption(for_markdown(said.state_in_words(case, was, now, here.language)))
    with st.container(horizontal=True, gap="small"):
        _buttons(here, was, now)
    if st.session_state.get(OPENED) == path and now.shape != "yes/no":
        _fields(here, was, now)


def _buttons(here: Scene, was: Quantity, now: Quantity) -> None:
    say, path, key = here.language.say, now.path, _key(here, now.path)
    name = name_of(here.outcome.case, now, language=here.language)
    if any(part_of(one)[0] == path for one in here.choice.changes):
        help_text = for_markdown(say(said.RESET_HELP, name=name))
        st.button(say(said.RESET), key=f"reset {key}", help=help_text, on_click=guarded(state.reset), args=(path,))
    if was.settled is not None and now.settled is not None:
        st.button(say(said.LET_VARY), key=f"free {key}", on_click=guarded(state.settle), args=(path, FREE, was.settled))
    if now.shape != "yes/no":
        is_open = st.session_state.get(OPENED) == path
        words = said.CLOSE if is_open else said.OPEN
        st.button(
            say(words),
            key=f"open {key}",
            help=for_markdown(name),
            type="tertiary",
            icon=":material/close:" if is_open else ":material/edit:",
            on_click=guarded(_open),
            args=(path, is_open),
        )


def _answer(here: Scene, was: Quantity, now: Quantity, label: str) -> None:
    """Draw a yes or no that may also stay uncertain."""
    key, names = _key(here, now.path), {None: said.OPEN_ANSWER, 1.0: said.YES, 0.0: said.NO}
    st.session_state[key] = now.settled
    st.selectbox(
        label,
        list(names),
        format_func=lambda one: here.language.say(names[one]),
        key=key,
        help=_help(here, now),
        on_change=guarded(_of_the_case(_answered)),
        args=(now.path, key, was.settled),
    )


def _slider(here: Scene, was: Quantity, now: Quantity, label: str) -> None:
    """Draw a slider over the range; where the figure is held beyond it, as far as that."""
    key = _key(here, now.path)
    step = step_of(now.low, now.mode, now.high, now.unit)
    if st.session_state.get(key) != now.value:
        st.session_state[key] = now.value
    st.slider(
        label,
        min_value=min(now.low, now.value),
        max_value=max(now.high, now.value),
        step=float(step),
        format="localized",
        key=key,
        help=_help(here, now),
        on_change=guarded(_of_the_case(_moved)),
        args=(now.path, key, was.settled, step, (now.low, now.mode, now.high)),
    )


def _fields(here: Scene, was: Quantity, now: Quantity) -> None:
    """Draw the fields for a typed value and for the range."""
    say, key = here.language.say, _key(here, now.path)
    least, most = said.bounds_of(now)
    st.session_state[f"hold {key}"] = now.settled
    st.number_input(
        say(said.HOLD),
        min_value=least,
        max_value=most,
        value=None,
        step=_typed_step(now),
        format="%.6g",
        key=f"hold {key}",
        help=say(said.HOLD_HELP),
        on_change=guarded(_of_the_case(_typed)),
        args=(now.path, f"hold {key}", was.settled),
    )
    st.caption(said.allowed_in_words(now, here.language))
    ends = {"low": said.LOW, "mode": said.MODE, "high": said.HIGH}
    if now.shape in MODE_FOLLOWS:
        del ends["mode"]
        st.caption(said.mode_follows(here.language))
    with st.form(f"range {key}", border=False):
        for end, words in ends.items():
            st.session_state.setdefault(f"{end} {key}", getattr(now, end))
            st.number_input(
                say(words),
                min_value=least,
                max_value=most,
                value=None,
                step=_typed_step(now),
                format="%.6g",
                key=f"{end} {key}",
            )
        st.form_submit_button(
            say(said.CHANGE_RANGE), on_click=guarded(_of_the_case(_range_changed)), args=(now.path, key, tuple(ends))
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


def _typed_step(now: Quantity) -> float:
    """Give how far the arrows of a field go: as the slider does, or by one where there is none."""
    return float(step_of(now.low, now.mode, now.high, now.unit)) if now.low < now.high else 1.0


def _of_the_case(act: Callable[..., None]) -> Callable[..., None]:
    """Let a control act on its own case alone: one of the case before may still speak when that is gone already.

    So it does where something is asked of the server before the page has come to rest: Streamlit then calls what
    belongs to controls that the page has left.
    """

    def acting(path: str, key: str, *given: object) -> None:
        if state.scene().source.key in key:
            act(path, key, *given)

    return acting


def _moved(path: str, key: str, usual: float | None, step: Decimal, ends: tuple[float, ...]) -> None:
    """Hold the figure where its slider stands; a browser's 0.30000000000000004 becomes the 0.3 of its step."""
    value = st.session_state[key]
    rounded = float(round(Decimal(value), max(0, -int(step.as_tuple().exponent))))
    state.settle(path, value if value in ends else rounded, usual)


def _switched(path: str, key: str, usual: Value) -> None:
    state.switch(path, st.session_state[key], usual)


def _answered(path: str, key: str, usual: float | None) -> None:
    """Take over a yes or no, which a case writes as 1 or 0; with neither, it varies again."""
    answer = st.session_state[key]
    state.settle(path, FREE if answer is None else answer, usual)


def _typed(path: str, key: str, usual: float | None) -> None:
    """Hold the figure at what is typed; an emptied field lets it vary again."""
    value = st.session_state[key]
    state.settle(path, FREE if value is None else value, usual)


def _range_changed(path: str, key: str, ends: tuple[str, ...]) -> None:
    typed = {end: st.session_state[f"{end} {key}"] for end in ends}
    state.set_range(path, {end: value for end, value in typed.items() if value is not None})


def _folded_or_not(key: str) -> None:
    _unfolded()[key] = st.session_state[key]


def _unfolded() -> dict[str, bool]:
    """Give which groups the user has opened: Streamlit forgets it with every page turned."""
    groups: dict[str, bool] = st.session_state.setdefault(UNFOLDED, {})
    return groups


def _open(path: str, is_open: bool) -> None:
    st.session_state[OPENED] = "" if is_open else path


def _key(here: Scene, path: str) -> str:
    return f"lever {here.source.key} {path}"


def _help(here: Scene, quantity: Quantity) -> str:
    return "\n\n".join(for_markdown(one) for one in said.lever_help(here.outcome.case, quantity, here.language))
