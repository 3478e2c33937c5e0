"""From one case to another in steps: the inputs that make one, in which order, and how much each moves."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from colocate.analysis.bridge.between import READINGS, Amounts, Between, Taken
from colocate.analysis.bridge.bundling import Group
from colocate.analysis.bridge.pairs import Place
from colocate.casefile.faults import CaseError

MOST_STEPS = 40
"""Steps that are worked out one by one; where more inputs differ, those of one record, or of one part, make a step."""

Progress = Callable[[float], None]


@dataclass(frozen=True)
class Step:
    """Inputs that change together, and how much that moves each option, by option and reading, costs above 0.

    `forward` is with all inputs before it changed already, in the order of the format, `backward` with all after it.
    """

    inputs: Group
    forward: Mapping[str, Amounts]
    backward: Mapping[str, Amounts]


def worked_steps(between: Between, progress: Progress | None = None) -> tuple[Step, ...]:
    """Work every step out, forward and backward; none where nothing differs that moves money.

    Inputs without which the others would be at fault, either way, are one step with them; so are all of them where a
    figure of a case between comes out without end.
    """
    groups = standing(between, grouped(between.bundles()))
    try:
        return _steps(between, groups, progress)
    except CaseError:
        return _steps(between, [tuple(one for group in groups for one in group)], progress)


def _steps(between: Between, groups: Sequence[Group], progress: Progress | None) -> tuple[Step, ...]:
    if not groups:
        return ()
    places = [[one.place for one in group] for group in groups]
    runs = 2 * len(groups) + 2

    def amounts(run: int, taken: Sequence[Sequence[Place]]) -> Mapping[str, Amounts]:
        found = between.amounts([place for group in taken for place in group])
        if progress is not None:
            progress((run + 1) / runs)
        return found

    firsts = [amounts(count, places[:count]) for count in range(len(groups) + 1)]
    lasts = [amounts(runs // 2 + count, places[count:]) for count in range(len(groups) + 1)]
    return tuple(
        Step(group, _less(firsts[place + 1], firsts[place]), _less(lasts[place], lasts[place + 1]))
        for place, group in enumerate(groups)
    )


def grouped(bundles: Sequence[Group]) -> tuple[Group, ...]:
    """Put bundles together so that there are no more than `MOST_STEPS`, in their order: each alone, else by the record.

    Where that is too many still, it is by the record around it, and so on up to the parts of the case.
    """
    depth = max((len(group[0].place) for group in bundles), default=0)
    found = tuple(bundles)
    while len(found) > MOST_STEPS and depth > 1:
        depth -= 1
        groups: dict[Place, Group] = {}
        for group in bundles:
            part = group[0].place[:depth]
            groups[part] = (*groups.get(part, ()), *group)
        found = tuple(groups.values())
    return found


def standing(between: Between, groups: Sequence[Group]) -> tuple[Group, ...]:
    """Put groups into an order in which the case stands after each, both with those before and with those after it.

    A group with which it does not waits for those that follow; those that wait for one another are joined.
    """
    every = frozenset(one.place for group in groups for one in group)
    taken: Taken = frozenset()
    found: list[Group] = []
    waiting = list(groups)

    def stands(places: Taken) -> bool:
        return between.case(places) is not None and between.case(every - places) is not None

    while waiting:
        still: list[Group] = []
        for group in waiting:
            then = taken | {one.place for one in group}
            if stands(then):
                taken, found = then, [*found, group]
            else:
                still.append(group)
        if len(still) == len(waiting):
            joined = _joined(still, taken, stands)
            taken, found = taken | {one.place for one in joined}, [*found, joined]
            still = [group for group in still if group[0] not in joined]
        waiting = still
    return tuple(found)


def _joined(waiting: Sequence[Group], taken: Taken, stands: Callable[[Taken], bool]) -> Group:
    """Join the first groups that wait until the case stands with them: with all of them it does, or not at all."""
    joined: Group = ()
    for group in waiting[:-1]:
        joined = (*joined, *group)
        if group is not waiting[0] and stands(taken | {one.place for one in joined}):
            return joined
    return (*joined, *waiting[-1])


def _less(after: Mapping[str, Amounts], before: Mapping[str, Amounts]) -> dict[str, Amounts]:
    return {
        option: {reading: amounts[reading] - before[option][reading] for reading in READINGS}
        for option, amounts in after.items()
    }
