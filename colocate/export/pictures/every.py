"""Every chart of a case under its heading, in one order for all that is taken away."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from colocate import charts
from colocate.analysis.deciding.what_would_change import WhatChanges
from colocate.analysis.weighing.weighing import Weighing
from colocate.charts import Chart
from colocate.model.futures import Futures
from colocate.words.language import ENGLISH, Language
from colocate.words.pages import charts_page as words

Headed = Iterable[tuple[str, Iterable[Chart]]]
"""Charts under their headings."""


def every_chart(
    futures: Futures, found: WhatChanges | None = None, weighed: Weighing | None = None, language: Language = ENGLISH
) -> Iterator[tuple[str, Iterator[Chart]]]:
    """Give the charts of a case under their headings, each drawn when it is asked for.

    All options together, how sure, with `found` what decides, with `weighed` a weighing, then each option by itself.
    """
    yield words.all_options(language), _together(futures, language)
    if futures.figures:
        yield words.how_sure(language), _how_sure(futures, language)
    if found is not None:
        yield words.what_matters(language), _what_matters(found, language)
    if weighed is not None:
        yield words.weighing(language), _weighing(weighed, language)
    for option in futures.options:
        yield option.name, _option(futures, option.id, language)


def _together(futures: Futures, language: Language) -> Iterator[Chart]:
    """Draw all options together: cost, over the years, access, mandate."""
    yield charts.costs(futures, language=language)
    yield charts.cumulative_cost(futures.expected, language=language)
    if any(option.access is not None for option in futures.options):
        yield charts.scores(futures, language=language)
    if futures.case.checklist:
        yield charts.mandate(futures.central, language=language)


def _how_sure(futures: Futures, language: Language) -> Iterator[Chart]:
    """Draw odds and ranges: of all options together, then each option's cost over the years and one-off budget."""
    yield charts.odds(futures, language=language)
    yield charts.savings(futures, language=language)
    for option in futures.options:
        yield charts.cost_fan(futures, option.id, language=language)
    for option in futures.options:
        yield charts.one_off_chance(futures, option.id, language=language)


def _what_matters(found: WhatChanges, language: Language) -> Iterator[Chart]:
    """Draw what decides: each figure alone, two together, all at once, and what finding out is worth."""
    yield charts.worth(found.futures, found.deciding, language=language)
    yield charts.tornado(found.futures, found.swings, language=language)
    if found.plane is not None:
        yield charts.two_way(found.futures, found.plane, language=language)
    if found.shares is not None:
        yield charts.variance(found.futures, found.shares, language=language)


def _weighing(weighed: Weighing, language: Language) -> Iterator[Chart]:
    """Draw what needs no weights first, then what the chosen weights give, and where they turn it."""
    yield charts.ranks(weighed, language=language)
    yield charts.values(weighed, language=language)
    yield charts.value_functions(weighed, language=language)
    yield charts.turning_weights(weighed, language=language)
    yield charts.ranks(weighed, "in order", language=language)
    yield charts.ranks(weighed, "in range", language=language)
    if weighed.triangle is not None:
        yield charts.weight_triangle(weighed, language=language)


def _option(futures: Futures, option_id: str, language: Language) -> Iterator[Chart]:
    """Draw one option by itself, beside the baseline where it is another."""
    expected = futures.expected
    is_baseline = option_id == expected.baseline.id
    if not is_baseline:
        yield charts.waterfall(expected, option_id, language=language)
    yield charts.yearly_by_category(expected, option_id, language=language)
    yield charts.one_offs(expected, option_id, language=language)
    if not is_baseline:
        yield charts.books(expected, option_id, language=language)
    if futures.option(option_id).access is not None:
        yield charts.plan(futures, option_id, language=language)
        if not is_baseline:
            yield charts.minutes(futures, option_id, language=language)
