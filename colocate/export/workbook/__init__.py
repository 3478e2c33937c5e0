"""The workbook: a case's money again in live formulas, which were recorded while the model worked it out."""

from __future__ import annotations

from colocate.export.workbook.making import workbook

__all__ = ["workbook"]
