"""Access: how long the way is for each constituent, before and after, by group, and who is worst served."""

from __future__ import annotations

from colocate.access import OptionAccess
from colocate.analysis.findings_reach import group_scores_of, journeys
from colocate.outcome import OptionOutcome
from colocate.ui import chart
from colocate.ui.parts import Cell, Words, heading, sentence, table, title
from colocate.ui.pick import pick_option
from colocate.ui.state import Scene, scene
from colocate.wording import NOTHING, number


def show() -> None:
    """Show minutes and scores, worst served first."""
    here = scene()
    title("Access for constituents")
    if not any(option.access for option in here.outcome.options):
        sentence("This case has no constituents, so nothing can be said of access.")
        return
    _worst(here)
    _groups(here)
    pick_option(here)
    _minutes(here)
    _how(here)


def _worst(here: Scene) -> None:
    """Show each option's score, and its worst-served group and constituent."""
    rows: list[tuple[Words, ...]] = []
    for option in here.outcome.options:
        access = option.access
        if access is None:
            rows.append((option.name, "not stated", "", ""))
            continue
        groups = group_scores_of(option)
        group = min(groups, key=groups.__getitem__, default="")
        in_group = f"{number(groups[group], here.locale)} of 100" if group else ""
        who, minutes = _worst_constituent(access, here)
        rows.append(
            (
                option.name,
                f"{number(float(access.tripartite[0]), here.locale)} of 100",
                Cell(group or NOTHING, below=in_group),
                Cell(who, below=minutes),
            )
        )
    heading("Who is worst served")
    columns = ("Option", "Score over all groups", "Worst-served group", "Worst-served constituent")
    table(columns, rows, title="Worst served by option", stack=True)


def _worst_constituent(access: OptionAccess, here: Scene) -> tuple[str, str]:
    scores = access.scores[:, 0].tolist()
    minutes = access.minutes[:, 0].tolist()
    place = min(range(len(scores)), key=lambda one: (scores[one], -minutes[one]))
    return access.constituents[place].name, f"{number(minutes[place], here.locale)} minutes"


def _groups(here: Scene) -> None:
    heading("By group")
    chart.show(lambda charts: charts.group_scores(here.outcome, locale=here.locale, dark=here.dark))
    options = here.outcome.options
    groups = dict.fromkeys(group for option in options if option.access for group in option.access.group_scores)
    rows = [(group, *(_group_score(option, group, here) for option in options)) for group in groups]
    table(("Group", *(option.name for option in options)), rows, title="Score by group and option", stack=True)
    sentence("Score: 100 is near, 0 is too far. Each visit to or from a constituent counts.", quiet=True)


def _group_score(option: OptionOutcome, group: str, here: Scene) -> str:
    score = group_scores_of(option).get(group)
    return NOTHING if score is None else number(score, here.locale)


def _minutes(here: Scene) -> None:
    """Show each constituent's minutes before and after, the largest loss first."""
    option, baseline = here.outcome.option(here.option), here.outcome.baseline
    heading("Minutes door to door")
    chart.show(lambda charts: charts.minutes(here.outcome, here.option, locale=here.locale, dark=here.dark))
    told = journeys(here.outcome, here.option)
    if not told:
        sentence("The case does not say where this option is.")
        return
    rows = [
        (
            Cell(one.name, below=one.group),
            Cell(number(one.before, here.locale), "number"),
            Cell(number(one.after, here.locale), "number"),
            Cell(_change(one.change, here), "number"),
            "measured" if one.measured else "estimated",
        )
        for one in told
    ]
    before, after = f"{baseline.name}, minutes", f"{option.name}, minutes"
    columns = ("Constituent", before, after, "Change, minutes", "How known")
    table(columns, rows, title="Minutes before and after", stack=True)


def _change(minutes: int, here: Scene) -> str:
    if minutes == 0:
        return "the same"
    return f"{number(abs(minutes), here.locale)} {'more' if minutes > 0 else 'less'}"


def _how(here: Scene) -> None:
    case = here.outcome.case
    counted = "in money" if case.travel is not None and case.travel.shown_in == "money" else "in this score"
    sentence(
        "Minutes are from door to door, with the way to the gate and the entry check. Without a measured time, they "
        f"are estimated from distance and speed. Travel of our staff is counted {counted}, and nowhere else. "
        f"Constituents are those that exist on {case.decision_date.isoformat()}.",
        quiet=True,
    )


if __name__ == "__main__":
    show()
