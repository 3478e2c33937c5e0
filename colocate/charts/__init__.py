"""Outcome to plotly figure; no computing. Each chart says what it shows in its title and in a text alternative."""

from colocate.charts.access import minutes, scores
from colocate.charts.bridge import two_cases
from colocate.charts.decisive import tornado, variance, worth
from colocate.charts.mandate import mandate, mandate_themes
from colocate.charts.maps import two_way
from colocate.charts.money import books, costs, cumulative_cost, one_offs, waterfall, yearly_by_category
from colocate.charts.places import plan
from colocate.charts.sheet import PAGE, SLIDE, Laid, Sheet, laid_out
from colocate.charts.theme import Chart
from colocate.charts.triangle import weight_triangle
from colocate.charts.uncertainty import cost_fan, odds, one_off_chance, savings
from colocate.charts.weighing import ranks, turning_weights, value_functions, values

__all__ = [
    "PAGE",
    "SLIDE",
    "Chart",
    "Laid",
    "Sheet",
    "books",
    "cost_fan",
    "costs",
    "cumulative_cost",
    "laid_out",
    "mandate",
    "mandate_themes",
    "minutes",
    "odds",
    "one_off_chance",
    "one_offs",
    "plan",
    "ranks",
    "savings",
    "scores",
    "tornado",
    "turning_weights",
    "two_cases",
    "two_way",
    "value_functions",
    "values",
    "variance",
    "waterfall",
    "weight_triangle",
    "worth",
    "yearly_by_category",
]
