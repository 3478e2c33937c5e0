"""Colocate: keep a country office, or move it into the common UN house; worked out and checkable."""

from colocate.version import VERSION

TYPE_CHECKING = False  # as type checkers have it; to import typing takes longer than all else here

if TYPE_CHECKING:
    from colocate.casefile.changing import change
    from colocate.casefile.faults import CaseError, Fault
    from colocate.casefile.reading import load_case
    from colocate.model import finance
    from colocate.model.evaluate import evaluate

__all__ = ["VERSION", "CaseError", "Fault", "change", "evaluate", "finance", "load_case"]

_HOMES = {
    "CaseError": "colocate.casefile.faults",
    "Fault": "colocate.casefile.faults",
    "change": "colocate.casefile.changing",
    "evaluate": "colocate.model.evaluate",
    "load_case": "colocate.casefile.reading",
}


def __getattr__(name: str) -> object:
    """Load what is asked for when it is: the command line must hear Ctrl-C before what takes time is loaded."""
    from importlib import import_module  # noqa: PLC0415

    if name == "finance":
        return import_module("colocate.model.finance")
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
