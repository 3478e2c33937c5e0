"""Charts: every one on every case, in words and in figures; nothing a case's author writes is taken for markup."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

import colocate
from colocate import charts
from colocate.analysis.mandate.answers import answers_by_theme
from colocate.analysis.money.cost_headings import GROUP_OF, GROUPS, by_heading, steps
from colocate.analysis.money.shift import shift
from colocate.casefile.reading import load_case
from colocate.charts import Chart
from colocate.charts.colours import DARK, LIGHT, Colours
from colocate.charts.lettering import file_name, wrapped
from colocate.charts.money import spread
from colocate.charts.theme import separators
from colocate.model.costs.line import CATEGORIES
from colocate.model.outcome import Outcome
from colocate.model.totals import BOOKS, HEADLINE, VIEWS, Reading
from colocate.safe import for_svg
from colocate.words.language import Language
from colocate.words.money import finding_books, finding_costs, finding_cumulative, finding_waterfall
from colocate.words.naming import short_names
from colocate.words.numbers import about
from tests import examples
from tests.documents import DATA_CASES
from tests.outcomes import BAD, outcome, renamed, template  # noqa: F401
from tests.single_figures import expected_of

LARGEST_JSON = 12_000


def every_chart(found: Outcome, locale: str = "en", dark: bool = False) -> Iterator[Chart]:
    yield charts.mandate(found, language=Language(locale), dark=dark)
    yield charts.mandate_themes(found, language=Language(locale), dark=dark)
    expected, said = expected_of(found), {"language": Language(locale), "dark": dark}
    readings = [Reading(book, view) for book in BOOKS for view in VIEWS]
    for reading in readings:
        yield charts.cumulative_cost(expected, reading, **said)
    for option in found.options:
        for view in VIEWS:
            yield charts.books(expected, option.id, view, **said)
        for reading in readings:
            yield charts.waterfall(expected, option.id, reading, **said)
            yield charts.yearly_by_category(expected, option.id, reading, **said)
        yield charts.one_offs(expected, option.id, **said)


def walk(value: object) -> Iterator[object]:
    if isinstance(value, dict):
        for part in value.values():
            yield from walk(part)
    elif isinstance(value, list):
        for part in value:
            yield from walk(part)
    else:
        yield value


def test_every_chart_holds_finite_figures_and_says_what_it_shows(outcome: Outcome) -> None:  # noqa: F811
    names = short_names(outcome.case).values()
    for chart in every_chart(outcome):
        text = chart.figure.to_json()
        assert len(text.encode()) < LARGEST_JSON, (chart.file_name, len(text))
        figure = json.loads(text)
        for value in walk(figure["data"]):
            assert value is not None
            assert not isinstance(value, float) or math.isfinite(value)
        assert any(sign.isdigit() for sign in chart.title) or any(name in chart.title for name in names), chart.title
        assert not chart.title.endswith(".")
        assert chart.alt.endswith(".")
        assert len(chart.alt) > len(chart.title) / 2
        assert chart.figure.layout.paper_bgcolor is None
        assert figure["layout"]["template"]["layout"]["paper_bgcolor"] == LIGHT.background
        assert set(figure["layout"]["template"]) == {"layout"}


def test_each_chart_has_its_own_file_name(outcome: Outcome) -> None:  # noqa: F811
    names = [chart.file_name for chart in every_chart(outcome)]
    assert len(set(names)) == len(names)
    assert all(set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-") for name in names)


def test_dark_charts_differ_in_colour_only(outcome: Outcome) -> None:  # noqa: F811
    for light, dark in zip(every_chart(outcome), every_chart(outcome, dark=True), strict=True):
        assert (light.title, light.alt) == (dark.title, dark.alt)
        assert light.figure.layout.height == dark.figure.layout.height
        assert dark.figure.layout.template.layout.font.color == DARK.text


def test_numbers_are_those_of_the_outcome(outcome: Outcome) -> None:  # noqa: F811
    drawn = charts.cumulative_cost(expected_of(outcome)).figure.data
    for trace, option in zip(drawn, outcome.options, strict=True):
        assert list(trace.y[1:]) == pytest.approx(option.money["agency", "cash"].cumulative[:, 0].tolist(), abs=0.006)
        assert trace.y[0] == 0
    for option in outcome.options:
        bars = charts.yearly_by_category(
            expected_of(outcome), option.id, Reading("everyone", "cash and efficiency")
        ).figure.data
        summed = np.sum([trace.y for trace in bars], axis=0)
        money = option.money["everyone", "cash and efficiency"]
        assert summed.tolist() == pytest.approx(money.by_year[:, 0].tolist(), abs=0.1)


def test_waterfall_leads_from_the_baseline_to_the_option(outcome: Outcome) -> None:  # noqa: F811
    """Two whole bars, and between them steps that begin where the one before ended, hatched where they cost more."""
    expected = expected_of(outcome)
    for option in expected.options[1:]:
        whole, *told = charts.waterfall(expected, option.id).figure.data
        start, end = whole.x
        assert (start, end) == pytest.approx(
            [float(one.money["agency", "cash"].present_value[0]) for one in (expected.baseline, option)], abs=0.01
        )
        level = start
        for step in told:
            assert step.base[0] == pytest.approx(level, abs=0.1)
            assert bool(step.marker.pattern.shape) == (step.x[0] > 0)
            level += step.x[0]
        assert level == pytest.approx(end, abs=0.1)


def test_every_category_has_one_heading() -> None:
    listed = [category for categories in GROUPS.values() for category in categories]
    assert sorted(listed) == sorted(CATEGORIES)
    assert set(GROUP_OF) == set(CATEGORIES)


def test_steps_add_up_to_the_difference_and_begin_with_the_largest(outcome: Outcome) -> None:  # noqa: F811
    expected = expected_of(outcome)
    for option in expected.options:
        for book in BOOKS:
            for view in VIEWS:
                told = steps(expected, option.id, book, view)
                difference = float(expected.against_baseline(option.id, book, view).present_value[0])
                assert sum(step.amount for step in told) == pytest.approx(difference, abs=1e-4)
                sizes = [abs(step.amount) for step in told if step.heading != "Other"]
                assert sizes == sorted(sizes, reverse=True)
                assert len(told) <= 7


def test_headings_add_up_to_the_option(outcome: Outcome) -> None:  # noqa: F811
    for option in expected_of(outcome).options:
        found = sum(amounts[:, 0].sum() for amounts in by_heading(option, "un family", "cash").values())
        assert found == pytest.approx(float(option.money["un family", "cash"].total[0]))


def test_the_finding_names_the_cheapest_option(template: Outcome) -> None:  # noqa: F811
    said = finding_cumulative(expected_of(template))
    names = short_names(template.case)
    totals = {names[option.id]: float(option.money["agency", "cash"].total[0]) for option in template.options}
    if "about the same" not in said.title:
        assert said.title.startswith("“" + min(totals, key=lambda name: totals[name]))
    for name in totals:
        assert name in said.alt


def test_a_finding_over_futures_says_that_it_is_an_average(template: Outcome) -> None:  # noqa: F811
    futures = colocate.evaluate(template.case, 64)
    for reading in (HEADLINE, Reading("everyone", "cash and efficiency")):
        assert finding_costs(futures, reading).title.startswith("On average, ")
        assert finding_cumulative(futures.expected, reading).title.startswith("On average, ")
    assert "average" not in finding_cumulative(expected_of(template)).title


def test_the_cheapest_on_the_picture_is_the_one_with_the_lowest_amount(outcome: Outcome) -> None:  # noqa: F811
    futures = colocate.evaluate(outcome.case, 256)
    names = short_names(outcome.case)
    for reading in (Reading(book, view) for book in BOOKS for view in VIEWS):
        values = {one.id: float(one.money[reading].present_value[0]) for one in futures.expected.options}
        lowest = min((one.id for one in futures.ranked), key=lambda option: values[option])
        chart = charts.costs(futures, reading)
        assert names[lowest] in chart.title
        assert about(values[lowest], outcome.case.currency) in chart.title
        marks = chart.figure.data[0].x
        assert list(marks) == pytest.approx(list(values.values()), abs=0.01)


def test_findings_of_the_baseline_say_so(outcome: Outcome) -> None:  # noqa: F811
    expected, name = expected_of(outcome), short_names(outcome.case)[outcome.baseline.id]
    for finding in (finding_waterfall(expected, expected.baseline.id), finding_books(expected, expected.baseline.id)):
        assert finding.title == f"{name}: the option that the others are compared with"


def test_the_books_finding_names_who_pays_more(outcome: Outcome) -> None:  # noqa: F811
    for option in outcome.options[1:]:
        moved, said = shift(expected_of(outcome), option.id), finding_books(expected_of(outcome), option.id)
        if moved.by_payer["host"] > 1.0 and moved.everyone < 0:
            assert "the host government" in said.title


def test_a_shift_is_hatched_and_told() -> None:
    """The host pays the 1,000 a year that the agency pays today: it saves, the host bears, everyone is as before."""
    stay = examples.option("stay", running=[examples.running(1_000)])
    other = examples.option("other", running=[examples.running(1_000, payer="host")])
    moved = examples.expected_office(stay, other)
    assert shift(moved, "other").shifted > 0
    chart = charts.books(moved, "other")
    assert chart.figure.data[1].marker.pattern.shape == "/"
    assert "only a shift to others" in chart.alt
    assert "host government" in chart.title


def test_answers_are_counted_once(outcome: Outcome) -> None:  # noqa: F811
    counts = answers_by_theme(outcome)
    total = sum(number for options in counts.values() for one in options.values() for number in one.values())
    assert total == len(outcome.case.checklist) * len(outcome.options)


def test_a_case_without_a_checklist_is_told_in_words(template: Outcome) -> None:  # noqa: F811
    case = replace(template.case, access=None, constituents=(), checklist=())
    options = tuple(replace(option, access=None) for option in template.options)
    bare = colocate.evaluate(replace(case, options=tuple(replace(option.option, mandate=()) for option in options)))
    chart = charts.mandate(bare)
    assert "does not say" in chart.title
    assert len(chart.figure.data) == 0


@pytest.mark.parametrize("name", [BAD, "x" * 500, "ONE\nTWO\tTHREE", "Büro für Zusammenarbeit 办公室"])
def test_names_are_shown_as_they_are_written(template: Outcome, name: str) -> None:  # noqa: F811
    for chart in every_chart(renamed(template, name)):
        figure = json.loads(chart.figure.to_json())
        for words in walk(figure):
            if isinstance(words, str):
                bare = words.replace("<br>", "").replace("<b>", "").replace("</b>", "").replace("<extra></extra>", "")
                assert "<" not in bare, words
                assert "%{x}" not in bare.replace("year %{x}", ""), words
        assert len(chart.figure.to_json().encode()) < 2 * LARGEST_JSON


def test_words_are_escaped_and_wrapped() -> None:
    assert for_svg("<b>&%{y}") == "&lt;b&gt;&amp;% {y}"
    assert for_svg("a\n\x00b") == "a b"
    assert wrapped("a b", 40) == ["a b"]
    assert len(wrapped("word " * 200, 40)) == 3
    assert wrapped("", 40) == [""]
    assert file_name("A/../b c", "") == "colocate-a-b-c"


@pytest.mark.parametrize("look", [LIGHT, DARK])
def test_colours_can_be_read(look: Colours) -> None:
    for colour in (look.text, look.quiet, *look.series, look.total):
        assert contrast(colour, look.background) >= 4.5, colour


def contrast(one: str, other: str) -> float:
    """Contrast ratio of WCAG 2.2, https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio."""

    def light(colour: str) -> float:
        parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
        red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_options_keep_colour_dash_and_marker(outcome: Outcome) -> None:  # noqa: F811
    traces = charts.cumulative_cost(expected_of(outcome)).figure.data
    looks = [(trace.line.color, trace.line.dash, trace.marker.symbol) for trace in traces]
    assert len(set(looks)) == len(looks)


def test_numbers_follow_the_locale(template: Outcome) -> None:  # noqa: F811
    assert separators("fr")[0] == ","
    assert separators("es") == ",."
    assert separators("no such place") == ".,"
    expected = expected_of(template)
    english, french = charts.cumulative_cost(expected), charts.cumulative_cost(expected, language=Language("fr"))
    assert english.title != french.title
    assert "USD" in french.title


@pytest.mark.parametrize("wanted", [[0.0, 0.0, 0.0], [9.0, 9.5, 10.0], [5.0, 1.0, 5.0]])
def test_labels_at_line_ends_stand_apart(wanted: list[float]) -> None:
    centres = sorted(spread(wanted, [2.0, 2.0, 2.0], 0.0, 10.0))
    assert centres[0] >= 1.0
    assert centres[-1] <= 9.0
    assert all(after - before >= 2.0 - 1e-9 for before, after in pairwise(centres))


def test_charts_do_not_change_the_outcome(template: Outcome) -> None:  # noqa: F811
    before = template.options[1].lines[0].amounts.copy()
    assert isinstance(list(every_chart(template)), list)
    assert np.array_equal(before, template.options[1].lines[0].amounts)


def test_the_same_outcome_gives_the_same_figure(template: Outcome) -> None:  # noqa: F811
    draw: Callable[[], list[str]] = lambda: [chart.figure.to_json() for chart in every_chart(template)]  # noqa: E731
    assert draw() == draw()


LARGE = next(path for path in DATA_CASES if path.stem == "headquarters")


def test_no_sum_is_broken_in_two() -> None:
    futures = colocate.evaluate(load_case(LARGE), 64)
    for option in futures.options:
        for chart in (charts.one_off_chance(futures, option.id), charts.one_offs(futures.expected, option.id)):
            for one in chart.figure.layout.annotations:
                assert not re.search(r"\d,?<br>,?\d", one.text), one.text


def test_sums_above_bars_stand_apart_where_years_are_many() -> None:
    chart = charts.one_offs(colocate.evaluate(load_case(LARGE), 64).expected, "tower")
    years = sorted(one.x for one in chart.figure.layout.annotations if one.text.startswith("<b>"))
    assert len(years) >= 2
    assert min(after - before for before, after in pairwise(years)) > 2


@pytest.mark.parametrize("path", DATA_CASES, ids=lambda path: path.stem)
def test_the_costs_of_all_options_are_labelled_on_one_line(path: Path) -> None:
    chart = charts.costs(colocate.evaluate(load_case(path), 64))
    assert [one.text for one in chart.figure.layout.annotations if "<br>" in one.text] == []
