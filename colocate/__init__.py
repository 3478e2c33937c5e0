"""Colocate: keep a country office, or move it into the common UN house; worked out and checkable."""

from colocate.casefile.changing import change
from colocate.casefile.faults import CaseError, Fault
from colocate.casefile.reading import load_case
from colocate.model import finance
from colocate.model.evaluate import evaluate
from colocate.version import VERSION

__all__ = ["VERSION", "CaseError", "Fault", "change", "evaluate", "finance", "load_case"]
