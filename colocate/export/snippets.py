"""The figures of each page of the app as a few lines of Python, with levers, draws and weights as they are set.

Each ends in `figures`: what the page shows, as plain names and numbers. Words of the case stand in it as literals that
Python reads back as the same, whatever they hold.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from colocate.case import Case
from colocate.casefile.changing import Value
from colocate.casefile.opened import Weights
from colocate.casefile.rules_of_weighing import criteria_of
from colocate.draws.sampling import SEED
from colocate.model.totals import HEADLINE, Reading
from colocate.safe import for_python

HEAD = """import colocate
{imports}
case = colocate.load_case({file})
{changed}futures = colocate.evaluate(case, draws={draws}, seed={seed})
"""

READING = "from colocate.model.totals import Reading\n"

TWO_CASES = "two-cases"
"""The page that compares the case with another one."""

IMPORTS = {
    "decision": f"from colocate.analysis.verdict import verdict\n{READING}",
    "money": f"from colocate.analysis.uncertainty.odds import range_of\n{READING}",
    "access": "from colocate.analysis.access.ranges import minutes_of\n",
    "how-sure": f"from colocate.analysis.uncertainty.odds import odds\n{READING}",
    "what-matters": (
        "from colocate.analysis.deciding.decisive import decided\n"
        "from colocate.analysis.deciding.tornado import tornado\n"
        f"from colocate.analysis.uncertainty.held import HeldRuns\n{READING}"
    ),
    "weighing": f"from colocate.analysis.weighing.weighing import weighing\n{READING}",
    "edit": READING,
    TWO_CASES: (
        "from colocate.analysis.bridge.bridge import bridge_between\n"
        "from colocate.casefile.one_file import load_whole\n"
        f"{READING}"
        "from colocate.words.bridge_rows import bridge_rows, measures_of\n"
    ),
}
"""What each page's lines import beside the package."""

SNIPPETS = {
    "decision": """
found = verdict(futures, {reading})
figures = {{
    criterion.name: {{one.option: (one.value, one.low, one.high) for one in criterion.standings}}
    for criterion in found.criteria
}}
""",
    "money": """
reading = {reading}
expected = {{option.id: option.money[reading] for option in futures.expected.options}}
ranges = {{option.id: range_of(option.money[reading].present_value) for option in futures.options}}
figures = {{
    option: {{
        "present value": (float(money.present_value[0]), ranges[option].low, ranges[option].high),
        "total": float(money.total[0]),
        "equivalent annual cost": float(money.equivalent_annual[0]),
        "by year": money.by_year[:, 0].tolist(),
    }}
    for option, money in expected.items()
}}
""",
    "access": """
figures = {{
    option.id: {{
        "score": float(option.access.tripartite.mean()),
        "minutes": [
            (one.name, minutes.mean, minutes.low, minutes.high)
            for one, minutes in zip(option.access.constituents, minutes_of(option.access))
        ],
    }}
    for option in futures.options
    if option.access is not None
}}
""",
    "mandate": """
figures = {{
    option.id: {{
        "mandate": (option.mandate.score, option.mandate.low, option.mandate.high),
        "gates": {{gate.name: gate.status for gate in option.gates}},
    }}
    for option in futures.central.options
}}
""",
    "how-sure": """
found = odds(futures, *{reading})
figures = {{
    one.option: (one.cheapest, one.present_value.mean, one.present_value.low, one.present_value.high)
    for one in found
}}
""",
    "what-matters": """
reading = {reading}
found = decided(futures, reading)
swings = tornado(HeldRuns(futures), reading)
figures = {{
    "worth of everything": found.everything.value,
    "worth": {{one.quantity.path: one.worth.value for one in found.figures}},
    "swings": {{one.quantity.path: (one.at_low, one.at_high) for one in swings.swings}},
}}
""",
    "figures": """
figures = {{
    path: (figure.value, figure.low, figure.high, figure.unit, figure.quality)
    for path, figure in case.quantities.items()
}}
""",
    "weighing": """
found = weighing(futures, {swings}, {choices}, {reading}, start={start})
figures = {{
    "weights": dict(zip(found.table.criteria, found.chosen.weights.tolist())),
    "points": dict(zip(found.table.options, found.chosen.totals.tolist())),
    "first, whatever the weights": dict(zip(found.table.options, found.anyhow.ranks[:, 0].tolist())),
}}
""",
    "edit": """
figures = {{
    option.id: float(option.money[{reading}].present_value[0]) for option in futures.expected.options
}}
""",
    TWO_CASES: """
other = load_whole({other}).{as_it_is}
reading = {reading}
found = bridge_between(colocate.evaluate(other, draws=futures.draws, seed=futures.seed), futures)
figures = {{
    **{{
        place: {{option: (one.cost, one.low, one.high, one.odds) for option, one in side.options[reading].items()}}
        for place, side in (("first case", found.old), ("second case", found.new))
    }},
    "inputs": [one.path for one in found.differences],
    "bridges": [
        (measure or "saving", [row.amount for row in bridge_rows(found, measure, reading, digits=2, most=None)])
        for measure in measures_of(found, reading)
    ],
}}
""",
}
"""The lines of each page, by its address; doubled braces are Python's own."""


@dataclass(frozen=True)
class Shown:
    """What a page shows: the file that its case is read from, what was changed, over which futures, read how.

    `other` is the file of the case that it is compared with, empty for none; with `other_changed` what was saved as
    changed in it counts, too.
    """

    file: str
    case: Case
    draws: int
    changes: Mapping[str, Value] = field(default_factory=dict)
    reading: Reading = HEADLINE
    weights: Weights = field(default_factory=Weights)
    other: str = ""
    other_changed: bool = False


def snippet(page: str, shown: Shown) -> str:
    """Give the lines for a page, by its address (empty for the first); empty text for a page that shows no figures."""
    name = page or "decision"
    if name not in SNIPPETS or (name == TWO_CASES and not shown.other):
        return ""
    weights, criteria = shown.weights, criteria_of(shown.case.document)
    points = {one: weights.swings.get(one, 0.0) for one in criteria} if weights.swings else None
    choices = weights.choices if weights.swings else ()
    imports = IMPORTS.get(name, "")
    if name == "weighing" and choices:
        imports = f"from colocate.case.weighing import SwingChoice\n{imports}"
    head = HEAD.format(
        imports="".join(sorted(imports.splitlines(keepends=True))),
        file=for_python(shown.file),
        changed=_changed(shown.changes),
        draws=shown.draws,
        seed=SEED,
    )
    body = SNIPPETS[name].format(
        reading=f"Reading({shown.reading.book!r}, {shown.reading.view!r})",
        swings=for_python(points),
        choices=for_python(choices),
        start=for_python(weights.start),
        other=for_python(shown.other),
        as_it_is="changed" if shown.other_changed else "case",
    )
    return f"{head}{body}print(figures)\n"


def _changed(changes: Mapping[str, Value]) -> str:
    if not changes:
        return ""
    each = "".join(f"    {for_python(path)}: {for_python(value)},\n" for path, value in changes.items())
    return f"case = colocate.change(case, {{\n{each}}})\n"
