"""Outcome to plotly figure; no computing. Each chart says what it shows in its title and in a text alternative."""

from colocate.charts.look import PRINT, Chart, print_config, print_size
from colocate.charts.money import cumulative_cost, one_offs, waterfall, yearly_by_category
from colocate.charts.people import books, group_scores, mandate, minutes

__all__ = [
    "PRINT",
    "Chart",
    "books",
    "cumulative_cost",
    "group_scores",
    "mandate",
    "minutes",
    "one_offs",
    "print_config",
    "print_size",
    "waterfall",
    "yearly_by_category",
]
