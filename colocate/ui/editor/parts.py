"""The parts of the case: which one is shown, what can be done to it as a whole, and what is in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import streamlit as st

from colocate.case import Case
from colocate.casefile.editing import actions
from colocate.casefile.editing.outline import Part, part_at, part_of_path, parts, parts_in, spots_in
from colocate.casefile.editing.places import Spot
from colocate.casefile.editing.renaming import users_of
from colocate.casefile.editing.state import Editing, is_below
from colocate.casefile.faults import MOST_TOLD, Fault, Steps, path_of
from colocate.casefile.fields import Field
from colocate.model.influence import same_form
from colocate.safe import for_markdown, one_line
from colocate.ui import parts as pieces
from colocate.ui.editor import fields, rows
from colocate.ui.editor.holding import REMOVING, Act, does, show_part, shown_part
from colocate.ui.failing import guarded
from colocate.words.language import Language
from colocate.words.naming import name_of
from colocate.words.pages import editor as words

LONGEST = 120
"""Characters of the name of a part in a list."""

ACCESS: Steps = ("access",)
FIGURES, NAMES = "names of figures", "names of parts"
"""Where a session keeps them with what they are the names of."""


def draw(editing: Editing, language: Language) -> None:
    """Draw the choice of a part, and the part."""
    part = part_at(editing, shown_part())
    _pickers(editing, part, language)
    pieces.heading(one_line(way_to(editing, part, language), LONGEST))
    explained = words.part_help(part, language)
    if explained:
        fields.note(explained)
    with st.container():
        _acts(editing, part, language)
    told, more = spots_in(editing, part)
    with st.container():
        _wrong_here(editing, part, (*told, *more), language)
    with st.container():
        for spot in told:
            label = words.shared_name(str(spot.steps[1]), language) if part.kind == "shared" else ""
            fields.draw(editing, spot, language, label)
    if more:
        with st.expander(
            words.more(len(more), language), key=f"more {path_of(part.steps)}", on_change="rerun"
        ) as folded:
            if folded.open:
                for spot in more:
                    fields.draw(editing, spot, language)
    if part.steps == ACCESS:
        rows.draw(editing, language)
    _inside(editing, part, language)


def _wrong_here(editing: Editing, part: Part, spots: Sequence[Spot], language: Language) -> None:
    """Say what is wrong with a part as a whole, or with one that it needs and does not have."""
    places = [path_of(spot.steps) for spot in spots] + [path_of(spot.of) for spot in spots]
    labels = {path_of((*part.steps, field.name)): field for field in parts_in(editing, part)[1]}
    for fault in editing.faults:
        if part_of_path(editing, fault.path).steps != part.steps or any(is_below(fault.path, one) for one in places):
            continue
        field = labels.get(fault.path)
        fields.tell(words.fault_of_part(fault, field, language))


def _acts(editing: Editing, part: Part, language: Language) -> None:
    """Draw what can be done to a part as a whole, where it is one that need not be."""
    if part.kind == "entry" or (part.kind == "record" and part.field is not None and not part.field.required):
        _whole(editing, part, language)


def draw_faults(editing: Editing, faults: Sequence[Fault], language: Language) -> None:
    """List what is wrong, each with a way to its part."""
    for number, fault in enumerate(faults[:MOST_TOLD]):
        part = part_of_path(editing, fault.path)
        way = way_to(editing, part, language)
        st.markdown(
            for_markdown(f"{words.where_in_words(way, fault.path, language)}: {words.fault_words(fault, language)}")
        )
        st.button(
            language.say(words.GO_THERE),
            key=f"go {number} {fault.path}"[:200],
            help=for_markdown(way),
            type="tertiary",
            icon=":material/arrow_forward:",
            on_click=guarded(show_part),
            args=(part.steps,),
        )


def way_to(editing: Editing, part: Part, language: Language) -> str:
    """Name a part with all that it is in; the case itself by its own name."""
    if not part.steps:
        return words.part_name(part, language)
    around = [part_at(editing, part.steps[:end]) for end in range(1, len(part.steps) + 1)]
    names = [
        words.part_name(one, language) if one == part else words.part_inside(one, language)
        for one in dict.fromkeys(around)
    ]
    return words.way_to(names, language)


def _pickers(editing: Editing, part: Part, language: Language) -> None:
    """Draw the list of all parts, and that of all figures; both can be searched by typing."""
    names = _names(editing, part, language)
    with st.container(horizontal=True, gap="small"):
        st.session_state["part shown"] = part.steps
        st.selectbox(
            language.say(words.PART),
            list(names),
            format_func=lambda steps: names[steps],
            key="part shown",
            on_change=guarded(_picked),
            width=440,
        )
        figures = _figures(editing, language)
        st.session_state["figure sought"] = None
        st.selectbox(
            language.say(words.FIND),
            list(figures),
            format_func=lambda place: figures[place],
            index=None,
            key="figure sought",
            placeholder=language.say(words.FIND_PLACE),
            on_change=guarded(_found),
            width=340,
        )


def _names(editing: Editing, shown: Part, language: Language) -> dict[Steps, str]:
    """Give the name of every part with the way to it by its place, those with something to mend marked."""
    every = parts(editing)
    every = every if shown in every else (*every, shown)
    kept, names = st.session_state.get(NAMES, ((), {}))
    if kept != (every, language.locale):  # no part has come, gone or been renamed by most edits
        names = _names_of_parts(every, language)
        st.session_state[NAMES] = ((every, language.locale), names)
    wrong = Counter(part_of_path(editing, fault.path).steps for fault in editing.faults)
    marked = {
        steps: one_line(words.mark_of_faults(names[steps], count, language), LONGEST)
        for steps, count in wrong.items()
        if steps in names
    }
    return {**names, **marked}


def _names_of_parts(every: Sequence[Part], language: Language) -> dict[Steps, str]:
    ways: dict[Steps, str] = {}
    names: dict[Steps, str] = {}
    for part in every:
        around = ways.get(part.steps[:-1], "") if part.steps[:-1] else ""
        ways[part.steps] = words.way_to([one for one in (around, words.part_inside(part, language)) if one], language)
        name = words.way_to([one for one in (around, words.part_name(part, language)) if one], language)
        names[part.steps] = one_line(name, LONGEST)
    return names


def _figures(editing: Editing, language: Language) -> dict[Steps, str]:
    """Give every figure of the last good case by its place, with its name."""
    if editing.good is None:
        return {}
    case = editing.good.case
    named, found = st.session_state.get(FIGURES, (None, {}))
    if named is not case and (named is None or not same_form(case, named)):
        found = _names_of_figures(case, language)
    st.session_state[FIGURES] = (case, found)
    return dict(found)


def _names_of_figures(case: Case, language: Language) -> dict[Steps, str]:
    return {
        places[0]: one_line(name_of(case, case.quantities[path], with_option=True, language=language), LONGEST)
        for path, places in case.places_of.items()
        if places[0][0] != "travel_times"
    }


def _whole(editing: Editing, part: Part, language: Language) -> None:
    """Draw what can be done to a part as a whole: copied, moved, removed."""
    say, place, steps = language.say, path_of(part.steps), part.steps
    with st.container(horizontal=True, gap="small"):
        if part.kind == "entry":
            siblings = part_at(editing, steps[:-1]).count
            st.button(say(words.COPY), key=f"copy {place}", icon=":material/content_copy:",
                      on_click=guarded(does(_copy)), args=(steps,))  # fmt: skip
            for by, label, icon, last in (
                (-1, words.UP, "arrow_upward", 0),
                (1, words.DOWN, "arrow_downward", siblings - 1),
            ):
                st.button(say(label), key=f"move {by} {place}", icon=f":material/{icon}:", disabled=steps[-1] == last,
                          on_click=guarded(does(_move)), args=(steps, by))  # fmt: skip
        st.button(say(words.REMOVE), key=f"remove {place}", icon=":material/delete:",
                  on_click=guarded(_ask_or_remove), args=(steps,))  # fmt: skip
    if st.session_state.get(REMOVING) == steps:
        users = [way_to(editing, part_of_path(editing, path_of(one)), language) for one in users_of(editing.map, steps)]
        st.warning(for_markdown(words.who_names_it(list(dict.fromkeys(users)), language)))
        with st.container(horizontal=True, gap="small"):
            st.button(say(words.STILL_REMOVE), key=f"really {place}", on_click=guarded(does(_remove)), args=(steps,))
            st.button(say(words.KEEP), key=f"keep {place}", on_click=guarded(show_part), args=(steps,))


def _inside(editing: Editing, part: Part, language: Language) -> None:
    """Draw the way to what is in a part, and what can be added to it."""
    say = language.say
    there, missing = parts_in(editing, part)
    if there:
        if part.kind != "list":
            pieces.heading(say(words.INSIDE))
        with st.container(horizontal=True, gap="small"):
            for one in there:
                count = len(editing.faults_at(one.steps))
                name = words.part_name(one, language)
                label = words.mark_of_faults(name, count, language) if count else name
                st.button(
                    for_markdown(one_line(label, LONGEST)),
                    key=f"show {path_of(one.steps)}",
                    on_click=guarded(show_part),
                    args=(one.steps,),
                )
    if part.kind == "list":
        st.button(say(words.ADD), key=f"add {path_of(part.steps)}", icon=":material/add:",
                  on_click=guarded(does(_add)), args=(part.steps,))  # fmt: skip
    if missing:
        by_name: dict[str, Field] = {field.name: field for field in missing}
        key = f"add to {path_of(part.steps)}"
        st.session_state[key] = None
        st.selectbox(
            say(words.ADD_PART),
            list(by_name),
            format_func=lambda name: one_line(words.missing_part(by_name[name], language), LONGEST),
            index=None,
            key=key,
            placeholder=say(words.NOTHING_CHOSEN),
            on_change=guarded(does(_begin)),
            args=(part.steps, key),
            width=480,
        )


def _picked() -> None:
    show_part(st.session_state["part shown"])


def _found() -> None:
    place: Steps | None = st.session_state["figure sought"]
    if place is not None:
        show_part(place[:-2] if isinstance(place[-1], int) else place[:-1])


def _copy(steps: Steps) -> Act:
    show_part((*steps[:-1], int(steps[-1]) + 1))
    return lambda editing: actions.copy(editing, steps)


def _move(steps: Steps, by: int) -> Act:
    show_part((*steps[:-1], int(steps[-1]) + by))
    return lambda editing: actions.move(editing, steps, by)


def _ask_or_remove(steps: Steps) -> None:
    """Remove a part, or ask first where others name it."""
    from colocate.ui.editor.holding import act, current  # noqa: PLC0415
    from colocate.ui.state import scene  # noqa: PLC0415

    if any(True for _ in users_of(current(scene().source).map, steps)):
        st.session_state[REMOVING] = steps
    else:
        act(_remove(steps))


def _remove(steps: Steps) -> Act:
    show_part(steps[:-1])
    if isinstance(steps[-1], int):
        return lambda editing: actions.remove(editing, steps)
    return lambda editing: actions.leave_out(editing, steps)


def _add(steps: Steps) -> Act:
    def do(editing: Editing) -> Editing:
        after = actions.add(editing, steps)
        show_part((*steps, part_at(after, steps).count - 1))
        return after

    return do


def _begin(steps: Steps, key: str) -> Act:
    """Begin what was chosen: a record, or the first entry of a list."""
    name = st.session_state[key]

    def do(editing: Editing) -> Editing:
        if name is None:
            return editing
        here = (*steps, name)
        record = editing.map.records.get(steps)
        fitting = [one for one in parts_in(editing, part_at(editing, steps))[1] if one.name == name]
        if record is None or not fitting:
            return editing
        if fitting[0].kind == "records":
            after = actions.add(editing, here)
            show_part((*here, part_at(after, here).count - 1))
            return after
        show_part(here)
        return actions.begin_record(editing, here)

    return do
