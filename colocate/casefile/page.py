"""The page on the case format, made from the records themselves so that it cannot fall behind them."""

from __future__ import annotations

from colocate.case.decision import Case
from colocate.casefile.defaults import MAY_BE_LEFT_OUT
from colocate.casefile.fields import Field, fields_of
from colocate.quantity import Measure
from colocate.units import MOST_MONEY

INTRODUCTION = """\
# Case format

A case is one TOML file; constituents and measured travel times stand in files beside it (below). This page is made from the
records that the program reads (`python -m colocate schema --page`); the JSON Schema of the same (`python -m colocate schema`) lets
editors complete and check a file. A new file: `python -m colocate new my-case.toml`, or with `--depth short` or `full`.

## Figures

A figure is one of:

- a bare number: exact, from the books, in the first unit named for its field: `area = 450`
- a table: `rent = { low = 15, mode = 20, high = 28, shape = "pert", unit = "USD/m2/month", source = "...", quality = "estimated" }`
- the name of a shared figure: `rent = "shared.market_rent"`, written once as `[shared.market_rent]` and drawn once for all places that
  name it. A shared figure may name another one.

| key of the table | meaning |
|---|---|
| `mode` | the most likely value, which the central case uses. Left out, it is worked out from low and high (uniform, normal: the middle; lognormal: its mode) or from the probability |
| `low`, `high` | limits of uniform, triangular and PERT; 5th and 95th percentiles of normal and lognormal. Both or neither |
| `shape` | fixed, uniform, triangular, pert, normal, lognormal, yes/no. Left out: pert with a range, fixed without. Fixed has no range |
| `probability` | of yes, 0 to 1, for the shape yes/no only; the central case takes the likelier answer (no at 0.5) |
| `settled` | a value that the figure is held at in every future ("suppose it is exactly this"), inside its range or not, as far as a figure in its place can go at all. The range stays written and does not count; taken out, the figure varies again. For yes/no: 1 or 0. Moving a lever in the app, or `--set path=value`, writes it |
| `plan`, `reference_class` | in place of a range: the figure as planned, and the `id` of one of the `[[reference_classes]]` (classes of past projects). Low, mode and high are then plan x ratio of outcome to plan; of a delay, `plan` is the whole time planned from start to opening, and the figure what goes beyond it, plan x (ratio - 1). Fields whose meaning names a class (below) take one of that kind; figures of one option that name the same class are drawn together |
| `unit` | must be one of the units due in its place |
| `source` | where it comes from, in words. Must be there |
| `quality` | exact (from the books), estimated (borrowed from a like office), assumed. Must be there |
| `lever` | true: the app shows a slider for it |
| `default` | low, middle or high: the figure is the default of that kind of market. A short case has them filled in; take it out beside a figure of your own |

For normal and lognormal the mode follows from low and high; a stated one must agree. Units with `money` stand for the currency of the
record (or of the case); `per` stands for the record's `per`: with `per = "m2"`, `money/per/time` is `USD/m2/year` or `USD/m2/month`; with `per =
"office"`, `USD/year` or `USD/month`. A record without a `per` or `currency` of its own inside one that has them (a lease's renewal, steps,
break option, market value) takes those. A rate of exchange is written `VND/USD`. The first unit is the one of a bare number (`/year` where time comes in). Per cent are
written as per cent: 3.5, not 0.035. What a figure can be stands beside its field: no month is beyond 1200, no yearly rate below -50 or
beyond 1000 per cent, no amount of money beyond 1e15. A figure is 0, or as far from 0 as its unit can be told apart: a thousandth of a
month, a minute, a person or a m2, 0.0001 per cent, a millionth of a unit of money.

Paths name a figure: `options[move].lease.rent`, `drivers[inflation].growth`, `shared.market_rent`; a record of a list by its short name
(`id`, `code`, `service`, `item`, `criterion`, else `name` or `country`) or by its place, counted from 0 (`options[2]`). A list of figures by place: `drivers[inflation].growth[0]`.

## A short case

`defaults = "low"`, `"middle"` or `"high"` names the kind of market: what offices cost there. A case then states some ten figures (people; area,
rent and end of the lease of today; area, rent and months of the new one; the month of the move), and what it leaves out is filled in: the
discount rate, growth of prices and rents, space for a desk; for each option service charge, what follows the expiry, restoration and running
costs (utilities, cleaning, maintenance, insurance, guards, lines), alike under every option but for its size; and for each move its delay,
contingency, days that people lose, fit-out, furniture, moving, network and the running of it. Of houses the occupancy, of shared services cost of a post, saving and
ramp, and of access all but the constituents are filled in as well. `data/defaults/` holds every default with its range and what it rests on; in
the case each is a figure of its own, assumed, with a `default`: the page Figures lists them, levers move them, and a case that is saved after a
change has them written out.

What is stated is never touched. A figure of your own under the name of a default (`[shared]` with `market_rent`, `service_charge`, `restoration`,
`utilities`, `cleaning`, `maintenance`, `insurance`, `guards`, `connection`, `fit_out`, `furniture`, `moving`, `network`, `project_management`,
`post_cost`) takes its place everywhere; so does a line of the same category. A cost that there is not is written as 0. The defaults are in US
dollars and nominal, those of a lease per m2. Leases of further premises (`[[options.premises]]`) are filled in like the main one, but for what
follows the expiry: without a renewal they end with it, and `renewal = {}` lets them go on at the market's rent. Running costs are of all premises
together; what only the main ones have in their rent or house is added to the others. No back office, Coordinators, constituents, mandate or government's wish is assumed.
`python -m colocate new my-case.toml --depth short` writes such a case.

## Tables beside the case

**Constituents** (`access.constituents`): a CSV table with a row for each organisation and the columns `name`, `group`, `latitude`,
`longitude`, `visits_by_them`, `visits_by_us`; if wanted `since` and `until` (dates; one that moved has a row for each place), `id` (tells the
rows apart where travel times are measured) and `source` (where it begins with "Assumption", screens, commands and exports call the
coordinates assumed). At most 20,000 rows. Groups that differ in capitals alone are one.

**As a spreadsheet of any country writes it.** Both tables may have commas, semicolons or tabs between the cells; be saved as UTF-8, UTF-16 ("Unicode
text") or, where the letters can be Western European, Windows-1252; have blank rows or a title above the header, empty cells at the end of rows,
and capitals, blanks or hyphens in the names of columns.

- *Numbers*: what a cell proves by itself holds. Of two marks the last stands before decimals (`1.234,5`); a mark that stands several times parts thousands
  (`1,234,567`); a mark with other than three digits after it, or with a 0, nothing or more than three digits before it, stands before
  decimals (`12,5`, `0,125`). Blanks and apostrophes between groups of three digits part thousands. A single mark with three digits after it
  (`1,234`) proves nothing: the other cells of its column decide (`12,5` beside it: 1.234; `12.5` beside it: 1234), then what the column can
  hold at all (no latitude is 9025); else it is a fault with its row and column, to be written `1234` or `1.2340`. The point is the format's
  own mark: `1.234` alone has decimals, unless its column proves the comma; where another column does, it is asked.
- *Dates*: `2025-03-01`, also with `/` or a time of 0:00; `01.03.2025` has the day first; of `01/03/2025` and `01-03-2025` a number above 12, in it or
  in its column, tells which is the month, else it is asked; 20,000 to 80,000 is the day as Excel counts. The year has four digits.

**Measured travel times** (`access.travel_times`): what a routing engine writes, told by its content. At most 8 MB. Each way leads from
a constituent (its `id`, else its `name`) to an option (its `id`), or back; where both directions are given, the mean counts. Ways between two
constituents or two options are passed over. Pairs that are not there stay estimates.

- *CSV, a row for each pair, as r5py and r5r write it*: `from_id`, `to_id`, and minutes as `travel_time`, as percentiles
  over the times of departure (`travel_time_p5`, `travel_time_p50`, `travel_time_p95`: any from 1 to 99), or both. The central minutes
  are `travel_time`, else `travel_time_p50`; from two percentiles on that differ a way has a range. A row may leave all its percentiles empty beside `travel_time`. An empty
  cell, `NaN` or `NA` otherwise says that no way was found, and is a fault. Passed over: a column without a name or `Unnamed: 0` (the row
  numbers that pandas writes), `distance`, `geometry`, `note`, `source`; any other column is a fault. At most 100,000 rows, and 2,000
  ways with a range.
- *CSV, a matrix*: rows lead from, columns lead to; the first row names options or constituents, the first column the others (either way round, or
  both in both). Cells are minutes, or what the first cell says (`seconds`, `hours`). An empty cell was not measured; `NaN` or `NA` is a fault.
- *JSON, the answer of OSRM's table service*: `code` ("Ok"), `durations` in seconds, `sources`, `destinations`.
- *JSON, the answer of Valhalla's matrix*: `sources_to_targets`, a list of lists of records with `time` in seconds, beside `sources`
  and `targets`; or the short form, a record with `durations`, which tells no places.

Engines that answer in JSON do not know our ids. Add lists `from_ids` and `to_ids` to the top level of the answer: the constituent or option of each
source and target, in their order. Without them a place is the constituent or option within 250 m of its location. OSRM moves a
location to the nearest road and tells by how many metres (`distance`): these come on top, up to 500 m in all, and the place that fits them best is
taken. Where none is near enough, or a second one fits by less than 100 m worse, the place is not matched, and `from_ids` or `to_ids`
must tell. `null` says that no way was found, and is a fault; so are cells that OSRM estimated (`fallback_speed_cells`).

## One file: a saved case

*Save this case* in the app writes `NAME.colocate`, a zip of at most 8 MB that holds `case.toml` (the text as it is), the tables under their own
names, and `opened.json`: what was changed, by path, and what that is called; the scenarios kept; the weights. Every command takes it in
place of a case file, and so do the app and `colocate.load_case`. **The changes in it are made**: figures are those of the screen that
it was saved from. The command line says so on standard error, `--set path=free` lets a figure vary again, and `weigh` takes the weights in it
unless `--weights` tells others. In the app moved levers stand moved, and *Reset* leads back to the case's own figures.

Renamed to `.zip`, any program unpacks it; a zip made by hand is a saved case, too: `case.toml` and its tables suffice, stored or deflated, without
folders. Refused in words: more files than the case names, paths, links, names that stand twice, passwords, other compression, and members that
unpack to more than 2 MB (the case), 8 MB (a table) or 0.5 MB (`opened.json`), whatever size they declare. So `case.toml` and `opened.json` are
names that no table can have.
"""


def format_page() -> str:
    """Write the page as Markdown: an introduction and one table per kind of record, in the order of first use."""
    parts = [INTRODUCTION]
    waiting: list[tuple[str, type]] = [("The file itself", Case)]
    seen: set[type] = {Case}
    while waiting:
        title, record = waiting.pop(0)
        parts.append(_section(title, record))
        for field in fields_of(record):
            if field.record is not None and field.record not in seen:
                seen.add(field.record)
                name = f"[[{field.name}]]" if field.kind == "records" else f"[{field.name}]"
                waiting.append((f"`{name}`", field.record))
    return "\n".join(parts)


def _section(title: str, record: type) -> str:
    filled = MAY_BE_LEFT_OUT.get(record, ())
    rows = "\n".join(_row(field, filled=field.name in filled) for field in fields_of(record))
    return f"## {title}\n\n{(record.__doc__ or '').strip()}\n\n| field | kind | must | meaning |\n|---|---|---|---|\n{rows}\n"


def _row(field: Field, *, filled: bool) -> str:
    kind: str = "numbers" if field.kind == "weights" else field.kind
    if isinstance(field.note, Measure):
        kind = f"{field.kind}, {field.note.unit}{_limits(field)}"
    elif field.note.most is not None:
        kind = f"{kind}{_limits(field)}"
    elif field.choices:
        kind = ", ".join(choice or '""' for choice in field.choices)
    planned = f" Class: {field.note.planned}." if isinstance(field.note, Measure) and field.note.planned else ""
    must = ("yes; not beside defaults" if filled else "yes") if field.required else _default(field)
    return f"| `{field.name}` | {kind} | {must} | {field.note.label}. {field.note.help}{planned} |"


def _limits(field: Field) -> str:
    """Say what the numbers of a field can be; the largest amount of money is the same everywhere, and is not told."""
    least, most = field.limits
    if most < MOST_MONEY:
        return f", {_plain(least)} to {_plain(most)}"
    return f", from {_plain(least)}" if least > -MOST_MONEY else ""


def _plain(number: float) -> str:
    return f"{number:,.0f}" if number.is_integer() else f"{number:g}"


def _default(field: Field) -> str:
    if field.default in (None, (), "") or field.kind in ("record", "records"):
        return "no"
    value = field.default
    if isinstance(field.note, Measure) and field.note.unit.startswith("%"):
        value = f"{100 * value[0] if isinstance(value, tuple) else 100 * value:g} %"
    elif isinstance(value, bool):
        value = str(value).lower()
    elif isinstance(value, tuple):
        value = ", ".join(str(part) for part in value)
    return f"no; {value}"
