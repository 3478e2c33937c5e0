"""Figures: every figure of the case with its value, range, quality and source, and which assumed ones matter."""

from __future__ import annotations

import streamlit as st

from colocate.analysis.depth import how_deep, narrowing
from colocate.analysis.quality import QUALITIES, known
from colocate.analysis.scenarios import changed_figures, changed_switches
from colocate.casefile.changing import part_of
from colocate.charts.quality import quality_picture
from colocate.quantity import Quantity
from colocate.safe import for_markdown
from colocate.ui import chart
from colocate.ui.parts import Cell, Mark, Words, heading, sentence, table, title
from colocate.ui.state import Scene, decisive, futures, scene
from colocate.words import levers
from colocate.words.depth import default_in_words, depth_in_words, narrowing_in_words
from colocate.words.labels import source_of, unit_of
from colocate.words.naming import heading_in_words, heading_of, headings, name_of, service_name
from colocate.words.pages import figures as said
from colocate.words.reference_classes import how_range_came, where_range_is_from

FEW = 25
"""So many figures are shown at once; more stay folded."""


def show() -> None:
    """Show how well the figures are known, what was changed, the filter, and the figures by heading."""
    here = scene()
    case, say = here.outcome.case, here.language.say
    decides = decisive(here)
    found = known(futures(here), decides)
    title(said.finding(found, case, here.language))
    if here.choice.charts:
        chart.show_picture(quality_picture(found, case, here.language, dark=here.dark), titled=False)
    sentence(depth_in_words(how_deep(case), here.language))
    sentence(narrowing_in_words(case, narrowing(decides), here.language))
    _changes(here)
    quantities = list(case.quantities.values())
    wanted = _filter(here)
    fitting = [one for one in quantities if _is_wanted(one, wanted, here)]
    heading(said.shown_of(len(fitting), len(quantities), here.language))
    if not fitting:
        sentence(say(said.NOTHING_FITS))
    columns = tuple(say(one) for one in (said.FIGURE, said.VALUE, said.RANGE, said.QUALITY, said.SOURCE))
    for above in headings(case):
        rows = [_row(here, one) for one in fitting if heading_of(case, one.path) == above]
        if rows:
            name = heading_in_words(above, here.language)
            label = said.group_of(name, len(rows), here.language)
            with st.expander(for_markdown(label, 120), expanded=len(fitting) <= FEW):
                table(columns, rows, title=name, stack=True, tall=True)


def _changes(here: Scene) -> None:
    """Show what the user changed: each figure and switch before and now."""
    was, now, say = here.source.case, here.outcome.case, here.language.say
    rows: list[tuple[Words, ...]] = [
        (
            Cell(name_of(now, one.after, with_option=True, language=here.language)),
            levers.as_it_stands(was, one.before, here.language),
            Cell(levers.as_it_stands(now, one.after, here.language), "changed"),
        )
        for one in changed_figures(was, now)
    ]
    for switch in changed_switches(was, now):
        answers = say(said.JOINED), say(said.NOT_JOINED)
        before, after = reversed(answers) if switch.after else answers
        rows.append((Cell(service_name(switch.service, here.language)), before, Cell(after, "changed")))
    if rows:
        heading(say(said.YOU_CHANGED))
        columns = (say(said.FIGURE), say(said.BEFORE), say(said.NOW))
        table(columns, rows, title=say(said.YOU_CHANGED), stack=True, tall=True)


def _filter(here: Scene) -> tuple[list[str], str]:
    say = here.language.say
    names: dict[str, str] = {"lever": said.CAN_BE_MOVED, "changed": said.CHANGED}
    names |= {"default": said.DEFAULT} if how_deep(here.outcome.case).defaults else {}
    names = {quality: said.QUALITIES[quality] for quality in QUALITIES} | names
    chosen = st.pills(
        say(said.SHOW_ONLY),
        list(names),
        format_func=lambda kind: say(names[kind]),
        selection_mode="multi",
        key=f"kinds {here.source.key}",
    )
    text = st.text_input(say(said.SEARCH), key=f"words {here.source.key}", max_chars=100)
    return chosen, text


def _is_wanted(quantity: Quantity, wanted: tuple[list[str], str], here: Scene) -> bool:
    """Tell whether a figure has one of the qualities, all of the other marks, and the words."""
    kinds, text = wanted
    qualities = [kind for kind in kinds if kind in QUALITIES]
    if qualities and quantity.quality not in qualities:
        return False
    if "lever" in kinds and not quantity.lever:
        return False
    if "default" in kinds and not quantity.default:
        return False
    if "changed" in kinds and not _is_changed(quantity, here):
        return False
    language = here.language
    case = here.outcome.case
    name = name_of(case, quantity, with_option=True, language=language)
    told = f"{name} {quantity.path} {_sources(here, quantity)} {where_range_is_from(case, quantity, language)}"
    return text.casefold() in told.casefold()


def _is_changed(quantity: Quantity, here: Scene) -> bool:
    return any(part_of(path)[0] == quantity.path for path in here.choice.changes)


def _row(here: Scene, quantity: Quantity) -> tuple[Words, ...]:
    case, language = here.outcome.case, here.language
    mark: Mark = "changed" if _is_changed(quantity, here) else ""
    return (
        Cell(name_of(case, quantity, language=language), mark),
        Cell(levers.value_in_words(case, quantity, quantity.value, language), mark, unit_of(quantity, language)),
        Cell(levers.range_in_words(quantity, language), "", where_range_is_from(case, quantity, language)),
        Cell(language.say(said.QUALITIES[quantity.quality]), "", default_in_words(quantity, language)),
        Cell(_sources(here, quantity), "quiet", said.in_the_file(quantity.path, language)),
    )


def _sources(here: Scene, quantity: Quantity) -> str:
    """Say where a figure comes from, and its range where a class of past projects gives it."""
    told = how_range_came(here.outcome.case, quantity, here.language)
    return " ".join(one for one in (source_of(quantity, here.language), told) if one)


if __name__ == "__main__":
    show()
