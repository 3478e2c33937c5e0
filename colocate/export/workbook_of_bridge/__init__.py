"""The workbook of two cases: the bridge from one to the other in live sums, the inputs that differ, the options."""

from __future__ import annotations

from colocate.export.workbook_of_bridge.making import workbook_of_bridge

__all__ = ["workbook_of_bridge"]
