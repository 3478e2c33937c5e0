"""The money of a case between two cases: worked out over the same futures, and once for each option that it moves."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from colocate.analysis.bridge.bundling import Group, bundled
from colocate.analysis.bridge.differences import TABLES, Difference, differences_of
from colocate.analysis.bridge.for_money import OF_ACCESS, for_money, travels_in_money
from colocate.analysis.bridge.mixing import comes_with_its_use, mixed
from colocate.analysis.bridge.pairs import Place
from colocate.case import Case
from colocate.case.replacing import with_figures
from colocate.casefile.building import build_case, with_tables
from colocate.casefile.faults import CaseError
from colocate.casefile.reading import examined
from colocate.draws.sampling import KEPT_DRAWS, correlated_sets, rows_besides, rows_of, sample_by_row
from colocate.model.evaluate import block_of, work_out
from colocate.model.influence import influences, same_form
from colocate.model.totals import BOOKS, VIEWS, Reading
from colocate.quantity import Array, Quantity
from colocate.stopping import look

READINGS = tuple(Reading(book, view) for book in BOOKS for view in VIEWS)
ACCESS: Place = (OF_ACCESS,)

Amounts = Mapping[Reading, float]
"""Expected present values of one option, or how they differ, in every book and view."""

Taken = frozenset[Place]


@dataclass
class Between:
    """Two cases, what moves money from one to the other, and what is known of the cases between them.

    A figure has the same row of draws in every case between: that of the old case, and one of its own where the old
    case has no such figure. So a step is what an input moves, and not what other draws do.
    """

    old: Case
    new: Case
    common: tuple[str, ...]
    draws: int
    seed: int
    inputs: tuple[Difference, ...] = field(init=False)
    _with_access: bool = field(init=False)
    _documents: tuple[dict[str, Any], dict[str, Any]] = field(init=False)
    _rows: dict[str, Array] = field(init=False)
    _moved_by: dict[str, Taken] = field(init=False)
    _cases: dict[Taken, Case | None] = field(init=False, default_factory=dict)
    _drawn: dict[Quantity, Array] = field(init=False, default_factory=dict)
    _found: dict[tuple[str, Taken], Amounts] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        """Find the inputs that move money, and the row of every figure."""
        self._with_access = travels_in_money(self.old.document) or travels_in_money(self.new.document)
        self._documents = self._of(self.old), self._of(self.new)
        self.inputs = self._inputs()
        self._rows = rows_of(self.old, self.draws, self.seed)
        besides = [path for path in self.new.quantities if path not in self._rows]
        self._rows |= rows_besides(besides, self.draws, self.seed)
        self._moved_by = self._what_moves()

    def case(self, taken: Collection[Place]) -> Case | None:
        """Give the case in which these inputs are the new one's, and all others the old one's; None if at fault."""
        wanted = frozenset(taken)
        if wanted not in self._cases:
            look()
            self._cases[wanted] = self._built(wanted)
        return self._cases[wanted]

    def amounts(self, taken: Collection[Place]) -> Mapping[str, Amounts]:
        """Give what the options of both cases are expected to cost in it; ValueError where the case is at fault."""
        wanted = frozenset(taken)
        case = self.case(wanted)
        if case is None:
            raise ValueError("there is no such case")
        keys = {option: (option, wanted & self._moved_by[option]) for option in self.common}
        unknown = [option for option, key in keys.items() if key not in self._found]
        if unknown:
            self._found |= {keys[option]: amounts for option, amounts in self._worked_out(case, unknown).items()}
        return {option: self._found[key] for option, key in keys.items()}

    def bundles(self) -> tuple[Group, ...]:
        """Give the inputs in bundles: each alone, or with those without which it makes no sense."""
        return bundled(self.inputs, self._documents, with_access=self._with_access)

    def _of(self, case: Case) -> dict[str, Any]:
        """Give what of a case can move money, without the options that the other case has not.

        They stay where an option of both is measured by one of them, or where no two options would be left.
        """
        document = for_money(case.document, with_access=self._with_access)
        options = [one for one in document["options"] if one["id"] in self.common]
        left = {one.move.leaves for case in (self.old, self.new) for one in case.options if one.move is not None}
        if len(options) > 1 and left & {one.id for one in case.options} <= set(self.common):
            document["options"] = options
        return mixed(document, document, ())

    def _inputs(self) -> tuple[Difference, ...]:
        """Give what differs and may move money; tables of another content go with the whole of access."""
        old, new = self._documents
        found = tuple(one for one in differences_of(old, new) if not comes_with_its_use(one.place))
        if not self._with_access or _tables(self.old) == _tables(self.new):
            return found
        others = tuple(one for one in found if one.place[0] != OF_ACCESS)
        return (*others, Difference(ACCESS, "tables", None, old.get(OF_ACCESS), new.get(OF_ACCESS)))

    def _what_moves(self) -> dict[str, Taken]:
        """Give the inputs that move each option: all of them, or where figures alone differ those it is made from."""
        every = frozenset(one.place for one in self.inputs)
        old, new = self.case(()), self.case(every)
        if old is None or new is None or not same_form(new, old):
            return dict.fromkeys(self.common, every)
        tied = correlated_sets(old)
        if tied != correlated_sets(new):
            return dict.fromkeys(self.common, every)
        found = influences(old)
        with_ties = {one.place: self._with_ties(self._figures_at(one, old), tied) for one in self.inputs}
        return {
            option: frozenset(place for place, figures in with_ties.items() if figures & found[option])
            for option in self.common
        }

    def _with_ties(self, paths: Collection[str], tied: Iterable[Collection[str]]) -> set[str]:
        """Give figures with those whose draws may change with theirs."""
        return {*paths, *(one for members in tied if any(path in members for path in paths) for one in members)}

    def _figures_at(self, one: Difference, case: Case) -> list[str]:
        """Give the figures that stand in an input: one, or one for each year."""
        return [path for path in case.quantities if path == one.path or path.startswith(f"{one.path}[")]

    def _built(self, taken: Taken) -> Case | None:
        document = mixed(*self._documents, taken)
        faults, read = examined(document)
        if faults:
            return None
        tables = self.new if TABLES in taken or ACCESS in taken else self.old
        try:
            case = build_case(document, read)
        except CaseError:
            return None
        return with_tables(case, *_tables(tables)) if OF_ACCESS in document else case

    def _worked_out(self, case: Case, wanted: Collection[str]) -> dict[str, Amounts]:
        figures = sample_by_row(case, self._rows, self._drawn if self.draws <= KEPT_DRAWS else None)
        block = block_of(case)
        sums: dict[str, dict[Reading, float]] = {option: dict.fromkeys(READINGS, 0.0) for option in wanted}
        for start in range(0, self.draws, block):
            part = slice(start, min(start + block, self.draws))
            look()
            drawn = with_figures(case, {path: values[part] for path, values in figures.items()})
            share = (part.stop - part.start) / self.draws
            for option in work_out(drawn, wanted=wanted).options:
                for reading in READINGS:
                    sums[option.id][reading] += share * float(option.money[reading].present_value.mean())
        return dict(sums)


def _tables(case: Case) -> tuple[Any, Any]:
    return case.constituents, case.travel_times
