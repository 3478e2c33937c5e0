"""A second, independent reading of docs/method.md: slow, month by month, in plain Python.

It was written from docs/method.md and docs/case-format.md alone and shares no code with the program.
"""

from .totals import present_values, total_costs

__all__ = ["present_values", "total_costs"]
