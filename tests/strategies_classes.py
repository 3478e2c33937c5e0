"""Reference classes for random cases: some figures with a range of their own take one from a class of past projects."""

from collections.abc import Iterator
from typing import Any

from tests.reference.figures import mode_of_table
from tests.strategies_premises import Draft, Record, one_of, whole

RATIOS: dict[str, Record] = {
    "pert": {"low": 1.0, "mode": 1.1, "high": 1.6},
    "triangular": {"low": 1.02, "mode": 1.24, "high": 1.3},
    "uniform": {"low": 1.0, "high": 1.5},
    "normal": {"low": 1.05, "high": 1.35},
    "lognormal": {"low": 1.1, "high": 1.4},
}
PLANNED = ("duration", "capital cost", "running cost", "saving", "occupancy")


def plans_in(document: Record) -> Iterator[tuple[Record, str, str]]:
    """Every record with a figure that a class may give the range of: the record, the figure's key, the kind of plan."""
    for house in document.get("houses", []):
        yield house, "occupancy", "occupancy"
        yield from ((change, "occupancy", "occupancy") for change in house.get("occupancy_from", []))
        yield from ((cost, "amount", "running cost") for cost in house["costs"])
    for service in document.get("back_office", []):
        yield service, "saving", "saving"
        yield service, "fee", "running cost"
        yield service, "transition", "capital cost"
    for option in document["options"]:
        yield option.get("move", {}), "delay", "duration"
        yield option["lease"], "service_charge", "running cost"
        yield option["lease"], "restoration", "capital cost"
        yield from ((line, "amount", "running cost") for line in option["running"])
        yield from ((line, "amount", "occupancy") for line in option["income"] if "vacancy" not in line)
        yield from ((line, "amount", "capital cost") for line in option["one_offs"])
        yield from ((line, "amount", "capital cost") for line in option.get("works", []))


def take_ranges_from_classes(draft: Draft, document: Record) -> None:
    """Let every figure that is a table above 0, where a class fits it, be a plan; a third of all cases has none."""
    if whole(draft, 0, 2) == 0:
        return
    classes: dict[str, Record] = {}
    for record, key, planned in plans_in(document):
        written: Any = record.get(key)
        if not isinstance(written, dict) or mode_of_table(written) <= 0:
            continue
        if planned not in classes:
            classes[planned] = drawn_class(draft, planned)
        words = {name: written[name] for name in ("unit", "source", "quality")}
        plan = mode_of_table(written) / 2
        record[key] = {"plan": plan, "reference_class": classes[planned]["id"]} | words
        if "category" in record and "month" in record:
            record["contingency"] = False
    if classes:
        document["reference_classes"] = list(classes.values())


def drawn_class(draft: Draft, planned: str) -> Record:
    """A class of one kind; a delay has no lognormal ratio."""
    shapes = [shape for shape in RATIOS if shape != "lognormal" or planned != "duration"]
    shape = one_of(draft, shapes)
    return {
        "id": planned.replace(" ", "-"),
        "name": f"Past {planned}",
        "planned": planned,
        "projects": whole(draft, 0, 50),
        "ratio": RATIOS[shape],
        "shape": shape,
        "source": "drawn at random",
        "quality": "estimated",
    }
