"""What a session holds: the choice that the user has made, and what the model says about it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import nullcontext
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any, TypeVar

import streamlit as st
from streamlit.runtime.scriptrunner_utils.script_run_context import ThreadState, get_script_run_ctx

from colocate.analysis.deciding.decisive import Deciding, decided, decided_briefly, decided_roughly, deciding
from colocate.analysis.deciding.leading_levers import leading_levers
from colocate.analysis.uncertainty.held import HeldRuns
from colocate.analysis.uncertainty.odds import DRAWS
from colocate.analysis.uncertainty.ranked_costs import ranked_costs
from colocate.case import Case
from colocate.casefile.changing import FREE, Value, change, part_of
from colocate.casefile.faults import CaseError, Fault
from colocate.casefile.opened import Weights
from colocate.model.access import OptionAccess
from colocate.model.evaluate import evaluate, futures_of
from colocate.model.futures import Futures, OptionFutures
from colocate.model.influence import Influences, influences, influences_on_access, left_alone, same_form
from colocate.model.outcome import Outcome
from colocate.model.totals import HEADLINE, BookName, Reading, View
from colocate.ui.aside import aside
from colocate.ui.crowd import Turns
from colocate.ui.failing import logged
from colocate.ui.shelf import Shelf
from colocate.ui.wanted import while_wanted
from colocate.words.language import Language

CHOICE, SCENE, TOUCHED, BEFORE = "choice", "scene", "touched", "choice before"
OUTCOME, GOOD = "outcome", "good choice"
FUTURES, LEADING, STILL_LEADING = "futures", "leading levers", "levers that led before"
IS_EDITED = "the case is edited"
"""Set by the page on which it is, for the side that is drawn after it."""
DECISIVE, BRIEFLY = "decisive figures", "briefly"
SWINGS, RUNS, INFLUENCES, ON_ACCESS = "swings", "held runs", "influences", "influences on access"

SHELF = Shelf(256 * 2**20)
"""Results of all sessions, each under the case's key and the levers that it belongs to: some 30 states of levers."""

TURNS = Turns()
"""Whoever has the turn asks for nothing on the shelf: another may be making it, and wait for the turn."""

AFTERWARDS = "afterwards"

Result = TypeVar("Result")


@dataclass(frozen=True)
class Source:
    """Where a case comes from: a key that changes with its content, its file's text, and the case as read.

    `tables` has the bytes of the tables that the text names, by their names.
    """

    key: str
    file_name: str
    text: str
    case: Case
    tables: Mapping[str, bytes] = field(default_factory=dict)


@dataclass(frozen=True)
class Choice:
    """All that the user has chosen and that an address can carry.

    `changes` are by path as `casefile.changing` takes them, `name` is what the user calls them; `option` is the one
    shown in detail, `other` the case that the page Two cases compares with, by its name.
    """

    case: str = ""
    changes: Mapping[str, Value] = field(default_factory=dict)
    book: BookName = HEADLINE.book
    view: View = HEADLINE.view
    charts: bool = True
    option: str = ""
    weights: Weights = field(default_factory=Weights)
    name: str = ""
    other: str = ""


@dataclass(frozen=True)
class Scene:
    """What a page shows: the outcome with the changes in it, the case as it was read, and how to write it.

    `draws` is over how many possible futures: fewer than usual while many people press at once.
    """

    source: Source
    choice: Choice
    outcome: Outcome
    language: Language
    dark: bool
    draws: int = DRAWS

    @property
    def locale(self) -> str:
        """Return how the reader writes numbers."""
        return self.language.locale

    @property
    def reading(self) -> Reading:
        """Return whose money is counted and what counts as money, as chosen at the side for the whole page."""
        return Reading(self.choice.book, self.choice.view)

    @property
    def currency(self) -> str:
        """Return the case's currency."""
        return self.outcome.case.currency

    @property
    def option(self) -> str:
        """Return the id of the option shown in detail: the chosen one, else the cheapest that moves the office.

        Where none moves it, the cheapest that is not the baseline.
        """
        if self.choice.option in {option.id for option in self.outcome.options}:
            return self.choice.option
        others = futures(self).expected.options[1:]
        others = tuple(one for one in others if one.option.move is not None) or others
        return min(others, key=lambda option: float(option.money[HEADLINE].present_value[0])).id


def choice() -> Choice:
    """Give the user's choice so far."""
    made: Choice = st.session_state.get(CHOICE) or Choice()
    return made


def choose(**changed: Any) -> None:
    """Change parts of the choice; called by controls, so that the address is written and not read next time."""
    if "case" in changed:
        changed.setdefault("name", "")
    before = choice()
    st.session_state[CHOICE] = replace(before, **changed)
    st.session_state[TOUCHED] = True
    if st.session_state[CHOICE] != before:
        st.session_state[BEFORE] = before


def can_take_back() -> bool:
    """Tell whether there is a change to take back."""
    return BEFORE in st.session_state


def take_back() -> None:
    """Take the last change back, whatever it was."""
    st.session_state[CHOICE] = st.session_state.pop(BEFORE)
    st.session_state[TOUCHED] = True


def settle(path: str, value: Value, usual: float | None) -> None:
    """Hold a figure at a value, or let it vary; as the case itself has it (`usual` where it holds it) is no change."""
    others = {one: kept for one, kept in choice().changes.items() if one != path}
    choose(changes=others if value == (FREE if usual is None else usual) else {**others, path: value})


def set_range(path: str, ends: Mapping[str, float]) -> None:
    """Change a figure's range, and let it vary over it; no ends give back the case's own."""
    others = {one: kept for one, kept in choice().changes.items() if part_of(one)[0] != path}
    choose(changes={**others, **{f"{path}.{end}": value for end, value in ends.items()}})


def switch(path: str, value: Value, usual: Value) -> None:
    """Turn a switch of the case; one turned back to the case's own is no change."""
    others = {other: kept for other, kept in choice().changes.items() if other != path}
    choose(changes=others if value == usual else {**others, path: value})


def reset(path: str | None = None) -> None:
    """Set one figure with its range, or all that is changed, back to the case's own."""
    if path is None:
        choose(changes={}, name="")
    else:
        choose(changes={one: kept for one, kept in choice().changes.items() if part_of(one)[0] != path})


def work_out(source: Source) -> tuple[Outcome, tuple[Fault, ...], str]:
    """Give the outcome of the choice; where the changes are at fault, the last good one and what is wrong.

    What nobody foresaw is told by its code. Outcomes are kept for everybody, so that a page turned or a table filtered
    costs nothing.
    """
    faults: tuple[Fault, ...] = ()
    code = ""
    try:
        outcome = _outcome(source, choice().changes)
    except CaseError as error:
        faults = error.faults
    except Exception:
        if not choice().changes:
            raise
        code = logged("working out what was changed")
    else:
        st.session_state[GOOD] = (source.key, dict(choice().changes))
        return outcome, (), ""
    before = st.session_state.get(GOOD)
    good = dict(before[1]) if before is not None and before[0] == source.key else {}
    st.session_state[CHOICE] = replace(choice(), changes=good)
    return _outcome(source, good), faults, code


def _outcome(source: Source, changes: Mapping[str, Value]) -> Outcome:
    wanted = (OUTCOME, source.key, tuple(sorted(changes.items())))
    return SHELF.give(wanted, lambda: TURNS.in_turn(lambda: evaluate(change(source.case, changes))))


def try_out(source: Source, changes: Mapping[str, Value]) -> None:
    """Work a case out with its changes before it is shown, for everybody; CaseError where it cannot be."""
    _outcome(source, changes)


def futures(shown: Scene, draws: int | None = None) -> Futures:
    """Give the possible futures of what is shown, `draws` of them where told, worked out once for everybody.

    What the levers have no influence on is taken from the case as it was read, or from the state of the levers before.
    """
    wanted = draws or shown.draws
    source, last = shown.source, st.session_state.get(FUTURES)

    def work_out() -> Futures:
        if not shown.choice.changes:
            known, reached = _known_before_the_edit(source, SHELF.find(last), wanted)
            return TURNS.in_turn(
                lambda: futures_of(source.case, wanted, central=shown.outcome, known=known, reached=reached)
            )
        befores = [_original(source, wanted)]
        befores += [found] if (found := SHELF.find(last)) is not None and found.draws == wanted else []
        figures_of, on_access, case = _influences(shown), _influences_on_access(shown), shown.outcome.case

        def changed() -> Futures:
            left = [left_alone(case, before, figures_of, on_access) for before in befores]
            known, reached = (max(found, key=len) for found in zip(*left, strict=True))
            return futures_of(case, wanted, central=shown.outcome, known=known, reached=reached)

        return TURNS.in_turn(changed)

    key = (FUTURES, *_state_of(shown, wanted))
    st.session_state[FUTURES] = key
    return while_wanted(lambda: SHELF.give(key, work_out))


def _known_before_the_edit(
    source: Source, before: Futures | None, draws: int
) -> tuple[tuple[OptionFutures, ...], Mapping[str, OptionAccess]]:
    """Give the options, and the ways to options, that an edit of the case's figures has left as they were; or none."""
    figures_of, on_access = (SHELF.find((name, source.key, ())) for name in (INFLUENCES, ON_ACCESS))
    if before is None or before.draws != draws or figures_of is None or on_access is None:
        return (), {}
    return left_alone(source.case, before, figures_of, on_access)


def has_futures(source: Source, changes: Mapping[str, Value], draws: int) -> bool:
    """Tell whether anybody has worked these futures out already."""
    return (FUTURES, source.key, tuple(sorted(changes.items())), draws) in SHELF


def original(shown: Scene) -> Futures:
    """Give the draws of the case as it was read, worked out once for each case."""
    return _original(shown.source, shown.draws)


def as_read(source: Source, draws: int) -> Futures:
    """Give the draws of any case as it was read, worked out once for each case."""
    return while_wanted(lambda: _original(source, draws))


def _original(source: Source, draws: int) -> Futures:
    return SHELF.give((FUTURES, source.key, (), draws), lambda: TURNS.in_turn(lambda: futures_of(source.case, draws)))


def held_runs(shown: Scene) -> HeldRuns:
    """Give the futures of what is shown with one figure held, each run once for each state of the levers."""
    return kept(RUNS, shown, lambda: HeldRuns(futures(shown), _influences(shown)))


def decisive(shown: Scene) -> Deciding:
    """Give the figures that the answer hangs on in what is shown, confirmed by runs with each held."""

    def work_out() -> Deciding:
        return aside(decided, ranked_costs(futures(shown)), shown.reading, _influences(shown))

    return kept(DECISIVE, shown, work_out, shown.reading)


def decisive_briefly(shown: Scene) -> Deciding:
    """Give the same with no more figures than those worth finding out: that is quicker to be had.

    In a crowd, about where they turn the answer, until it is filled up.
    """
    if is_kept(DECISIVE, shown, shown.reading):
        return decisive(shown)

    def work_out() -> Deciding:
        if shown.draws < DRAWS:  # done sooner than it would be sent to a worker and back
            known = ranked_costs(futures(shown))
            return TURNS.in_turn(lambda: decided_roughly(known, shown.reading))
        return aside(decided_briefly, ranked_costs(futures(shown)), shown.reading, _influences(shown))

    return kept(BRIEFLY, shown, work_out, shown.reading)


def knows_decisive(shown: Scene) -> bool:
    """Tell whether the figures that the answer hangs on are worked out already."""
    return any(is_kept(name, shown, shown.reading) for name in (DECISIVE, BRIEFLY))


def _influences(shown: Scene) -> Influences:
    """Give the figures that each option is worked out from: the same for every case of one form."""
    return SHELF.give((INFLUENCES, *_form_of(shown)), lambda: influences(shown.outcome.case))


def _influences_on_access(shown: Scene) -> Influences:
    """Give the figures that the ways to each option are worked out from."""
    return SHELF.give((ON_ACCESS, *_form_of(shown)), lambda: influences_on_access(shown.outcome.case))


def _form_of(shown: Scene) -> tuple[str, tuple[tuple[str, Value], ...]]:
    """Give what of the state shown makes its form: the case, and all that is changed but figures."""
    figures = shown.source.case.quantities
    form = {path: value for path, value in shown.choice.changes.items() if part_of(path)[0] not in figures}
    return shown.source.key, tuple(sorted(form.items()))


def afterwards(work: Callable[[], object]) -> None:
    """Keep work that takes longer until all else, the side too, has been sent to the browser.

    Several pieces are done in the order in which they were kept. It is done as a part of the page: Streamlit tells
    controls apart by the page that draws them, and a fold that was drawn by another would forget the press that opens
    it.
    """
    run = get_script_run_ctx(suppress_warning=True)
    page = nullcontext() if run is None else run.run_with_active_hash(ThreadState.get().active_script_hash)

    def on_its_page() -> None:
        with page:
            work()

    st.session_state[AFTERWARDS] = [*st.session_state.get(AFTERWARDS, ()), on_its_page]


def do_afterwards() -> None:
    """Do the work that has been kept for the end, if any, and what it keeps in turn."""
    while st.session_state.get(AFTERWARDS):
        first, *rest = st.session_state.pop(AFTERWARDS)
        st.session_state[AFTERWARDS] = rest
        first()


def keep_over_edit(before: Source, after: Source) -> None:
    """Keep what an edit of a case does not change, so that its answer is there sooner.

    The levers keep their place as long as the page shows on which the case is edited. Where figures alone were changed,
    each option is worked out from the same figures as before.
    """
    if same_form(after.case, before.case):
        for name, work_out in ((INFLUENCES, influences), (ON_ACCESS, influences_on_access)):
            figures_of = SHELF.give((name, before.key, ()), partial(work_out, before.case))
            SHELF.give((name, after.key, ()), partial(dict, figures_of))
    key, paths = st.session_state.get(STILL_LEADING, ("", ()))
    found = paths if key == before.key else SHELF.find((LEADING, before.key))
    if found is not None:
        st.session_state[STILL_LEADING] = (after.key, found)


def leading(shown: Scene) -> tuple[str, ...]:
    """Give the paths of the levers that decide in the case as it was read: they keep their place while moved."""
    key, paths = st.session_state.get(STILL_LEADING, ("", ()))
    if st.session_state.pop(IS_EDITED, False) and key == shown.source.key and (LEADING, key) not in SHELF:
        levers = {path for path, quantity in shown.source.case.quantities.items() if quantity.lever}
        return tuple(path for path in paths if path in levers)

    def work_out() -> tuple[str, ...]:
        drawn = _original(shown.source, DRAWS)
        return leading_levers(drawn, HEADLINE, deciding(drawn, HEADLINE))

    return SHELF.give((LEADING, shown.source.key), work_out)


def kept(name: str, shown: Scene, work_out: Callable[[], Result], *more: object) -> Result:
    """Give a result for the case and levers shown (and whatever else it depends on), worked out once for everybody."""
    return while_wanted(lambda: SHELF.give((name, *_state_of(shown, shown.draws), *more), work_out))


def is_kept(name: str, shown: Scene, *more: object) -> bool:
    """Tell whether there is a result for what is shown."""
    return (name, *_state_of(shown, shown.draws), *more) in SHELF


def _state_of(shown: Scene, draws: int) -> tuple[str, tuple[tuple[str, Value], ...], int]:
    """Give what every result belongs to: the case, the levers, and over how many futures."""
    return shown.source.key, tuple(sorted(shown.choice.changes.items())), draws


def scene() -> Scene:
    """Give what the page is to show; set by the frame before every page."""
    shown: Scene = st.session_state[SCENE]
    return shown
