"""Options ruled out before the comparison: how they stand at the gates that the compared ones are asked to pass."""

from __future__ import annotations

from colocate.case import Case
from colocate.case.ruled_out import RuledOut
from colocate.model.criteria import STANDARD_GATES, GateResult


def gates_of_ruled_out(case: Case, one: RuledOut) -> tuple[GateResult, ...]:
    """Give every gate of the case as a ruled-out option answers it, then its own; unknown where it does not.

    Gates of the case are the standard ones and those that any option states. What the model works out of an option's
    lease and checklist (space, premises, mandate) counts only where the ruled-out one answers it.
    """
    stated = {gate.name: gate for gate in one.gates}
    asked = (*STANDARD_GATES, *(gate.name for option in case.options for gate in option.gates), *stated)
    return tuple(
        GateResult(name, stated[name].status, stated[name].evidence) if name in stated else GateResult(name, "unknown")
        for name in dict.fromkeys(asked)
    )


def passes_every_gate(case: Case, one: RuledOut) -> bool:
    """Tell whether an option was ruled out that passes every gate: one that is not answered may hold it up."""
    return all(gate.status == "pass" for gate in gates_of_ruled_out(case, one))
