"""Charts on access: each constituent's minutes before and after, and the scores of all options by group."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from colocate.analysis.access.journeys import MOST, Journey, journeys, widest
from colocate.analysis.access.measures import Reach, reach
from colocate.analysis.uncertainty.odds import Range
from colocate.charts.drawing import Cell, Drawing
from colocate.charts.lettering import LINE_HEIGHT, bold, even_lines_of, file_name, lines_of
from colocate.charts.marks import draw_marks
from colocate.charts.rows import AXIS, WIDTH, Rows, lay_out, rows_of
from colocate.charts.theme import Chart, begin, finish, nothing_to_draw
from colocate.model.futures import Futures
from colocate.words import access as words
from colocate.words import chart_columns as columns
from colocate.words.case_of_letters import beginning
from colocate.words.language import ENGLISH, Language
from colocate.words.naming import short_name, short_names

MARK = 20
BESIDE = 15
"""Pixels between the marks before and after of one constituent."""
HEADER = LINE_HEIGHT + 6


def minutes(
    futures: Futures,
    option_id: str,
    *,
    most: int = MOST,
    briefly: bool = False,
    language: Language = ENGLISH,
    dark: bool = False,
) -> Chart:
    """Draw each constituent's minutes under the baseline and, below it, under the option; the largest loss on top.

    At most so many constituents; `briefly` names each by what stands before a bracket in its name.
    """
    figure, everyone = begin(language, dark), journeys(futures, option_id)
    finding = words.finding_minutes(futures, option_id, language, most=most, briefly=briefly)
    told, file = widest(everyone, most), file_name("minutes", option_id, "first" if briefly else "")
    if not told:
        return nothing_to_draw(figure, finding, file)
    alone = option_id == futures.baseline.id
    names = [words.brief_name(one, everyone) if briefly else one.name for one in told]
    labels = [words.journey_label(one, name, language, alone=alone) for one, name in zip(told, names, strict=True)]
    rows = rows_of(labels, MARK if alone else MARK + BESIDE)
    _journeys(figure, futures, option_id, told, rows)
    figure.tell(columns.MINUTES, _told(futures, option_id, told))
    axis = words.minutes_axis(len(told), len(everyone), ranges=bool(futures.figures), language=language)
    lay_out(figure, rows, labels, title_text=even_lines_of(axis, WIDTH), rangemode="tozero", nticks=6, zeroline=False)
    return finish(figure, finding, file, height=rows.height + AXIS + 60, legend=78)


def _told(futures: Futures, option_id: str, told: Sequence[Journey]) -> Iterator[tuple[Cell, ...]]:
    """Give the minutes of each constituent under the baseline and under the option, as rows of a table."""
    names = short_names(futures.case)
    for one in told:
        for option, minutes_ in {futures.baseline.id: one.before, option_id: one.after}.items():
            yield one.name, one.group, option, names[option], minutes_.mean, minutes_.low, minutes_.high


def _journeys(figure: Drawing, futures: Futures, option_id: str, told: tuple[Journey, ...], rows: Rows) -> None:
    """Draw the marks of the baseline above those of the option; the baseline's alone where it is the option."""
    baseline = futures.baseline.id
    if option_id == baseline:
        _named_marks(figure, futures, baseline, rows.middles, [one.after for one in told])
        return
    above, below = ([middle + shift for middle in rows.middles] for shift in (-BESIDE / 2, BESIDE / 2))
    _named_marks(figure, futures, baseline, above, [one.before for one in told])
    _named_marks(figure, futures, option_id, below, [one.after for one in told])


def _named_marks(
    figure: Drawing, futures: Futures, option_id: str, rows: Sequence[float], told: Sequence[Range]
) -> None:
    """Draw an option's marks, and name the option in the legend by them."""
    place = futures.place_of(option_id)
    draw_marks(figure, rows, [(place, one) for one in told])
    name = lines_of(short_name(futures.case, option_id), 32, most=1)
    figure.traces[-1].update(name=name, showlegend=True)


def scores(futures: Futures, *, language: Language = ENGLISH, dark: bool = False) -> Chart:
    """Draw the access score of every option over all groups, then in each group, with the range over the futures."""
    figure = begin(language, dark)
    finding, name = words.finding_scores(futures, language), file_name("access-scores")
    found = {option.id: one for option in futures.options if (one := reach(futures, option.id)) is not None}
    headers: list[tuple[int, str]] = []
    labels: list[str] = []
    marks: list[tuple[int, Range]] = []
    rows_told: list[tuple[Cell, ...]] = []
    for group in _groups(found):
        headers.append((len(labels), language.say(words.ALL_GROUPS) if group is None else beginning(group)))
        for option_id, one in found.items():
            score = one.score if group is None else next((o.score for o in one.groups if o.group == group), None)
            if score is None:
                continue
            worst = group is not None and one.worst_group is not None and one.worst_group.group == group
            option = short_name(futures.case, option_id)
            labels.append(words.score_label(option, score, worst=worst, language=language))
            marks.append((futures.place_of(option_id), score))
            rows_told.append((group or columns.ALL_GROUPS, option_id, option, score.mean, score.low, score.high))
    if not marks:
        return nothing_to_draw(figure, finding, name)
    rows, tops = _under_headers(rows_of(labels, MARK), [row for row, _words in headers])
    draw_marks(figure, rows.middles, marks)
    figure.tell(columns.SCORES, rows_told)
    axis = even_lines_of(words.score_axis(ranges=bool(futures.figures), language=language), WIDTH)
    lay_out(figure, rows, labels, title_text=axis, range=[-1, 101], dtick=25, zeroline=False)
    for top, (_row, header) in zip(tops, headers, strict=True):
        figure.write_at_left(bold(lines_of(header, 40, most=1)), top, yanchor="top")
    return finish(figure, finding, name, height=rows.height + AXIS + 20)


def _groups(found: dict[str, Reach]) -> list[str | None]:
    """Give all groups together, then each of them where there is more than one."""
    groups = dict.fromkeys(group.group for one in found.values() for group in one.groups if group.score is not None)
    return [None, *groups] if len(groups) > 1 else [None]


def _under_headers(rows: Rows, before: list[int]) -> tuple[Rows, list[float]]:
    """Make room for a header before each of these rows; give the rows and the tops of the headers."""
    middles, tops, shift, above = [], [], 0.0, 0.0
    for row, middle in enumerate(rows.middles):
        if row in before:
            tops.append(above + shift)
            shift += HEADER
        middles.append(middle + shift)
        above = middle + rows.half + 10
    return Rows(tuple(middles), rows.half, round(rows.height + shift)), tops
