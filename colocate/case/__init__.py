"""The decision on paper: frozen records, one file per thing that a case speaks of."""

from colocate.case.decision import Case, Option

__all__ = ["Case", "Option"]
