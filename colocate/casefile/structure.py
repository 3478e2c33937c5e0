"""The shape of a case file as pydantic models, made from the frozen records; they find every fault of form at once."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Annotated, Any, Literal

from pydantic import (
    BaseModel,
    ConfigDict,
    Discriminator,
    Strict,
    StrictBool,
    StrictInt,
    StrictStr,
    Tag,
    ValidationError,
    create_model,
)
from pydantic import Field as ModelField

from colocate.case import Case
from colocate.casefile.faults import CONTROL, Fault, Steps, code_of, did_you_mean, fault_at, path_of
from colocate.casefile.fields import Field, fields_of
from colocate.message import NOTHING_SAID, Message, unsaid
from colocate.quantity import Note

Number = Annotated[float, Strict(), ModelField(allow_inf_nan=False)]
TEXT_LIMIT = 4000
SOME_WORDS = r"\S"
LIST_LIMIT = 500
DEPTH_LIMIT = 20
SUGGESTED = 200
"""Faults for which a near name is looked for, which takes the longest; more are never shown."""


class FigureTable(BaseModel):
    """A figure written as a table."""

    model_config = ConfigDict(extra="forbid", title="Figure")

    low: Number | None = ModelField(None, description="Lower end of the range (5th percentile: normal, lognormal).")
    mode: Number | None = ModelField(None, description="Most likely value; the central case uses it.")
    high: Number | None = ModelField(None, description="Upper end of the range (95th percentile: normal, lognormal).")
    shape: Literal["fixed", "uniform", "triangular", "pert", "normal", "lognormal", "yes/no"] | None = ModelField(
        None, description="Shape of the range; pert if left out."
    )
    probability: Number | None = ModelField(None, description="Of yes, 0 to 1; for the shape yes/no only.")
    settled: Number | None = ModelField(
        None, description="A value that the figure is held at in every future; its range is kept, and does not count."
    )
    plan: Number | None = ModelField(None, description="The figure as planned, in place of a range, with a class.")
    reference_class: Annotated[StrictStr, ModelField(max_length=200)] | None = ModelField(
        None, description="Id of the class of past projects that turns the plan into a range."
    )
    unit: StrictStr = ModelField(description="One of the units due in this place.")
    source: StrictStr = ModelField(
        description="Where the figure comes from, in words.", max_length=TEXT_LIMIT, pattern=SOME_WORDS
    )
    quality: Literal["exact", "estimated", "assumed"] = ModelField(
        description="exact: from the books. estimated: borrowed from a like office. assumed."
    )
    lever: StrictBool = ModelField(False, description="true: the app shows a slider for it.")
    default: Literal["low", "middle", "high"] | None = ModelField(
        None, description="The kind of market whose default the figure is; take it out with a figure of your own."
    )


Text = Annotated[StrictStr, ModelField(max_length=TEXT_LIMIT)]
SomeText = Annotated[StrictStr, ModelField(max_length=TEXT_LIMIT, pattern=SOME_WORDS)]
NameOfShared = Annotated[StrictStr, ModelField(pattern=r"^shared\.", max_length=200)]


def _which_form(value: object) -> str:
    """Tell which of its forms a figure is written in, so that only that form's faults are reported."""
    if isinstance(value, (dict, FigureTable)):
        return "figure:table"
    if isinstance(value, list):
        return "figure:list"
    return "figure:name" if isinstance(value, str) else "figure:number"


FigureInFile = Annotated[
    Annotated[Number, Tag("figure:number")]
    | Annotated[FigureTable, Tag("figure:table")]
    | Annotated[NameOfShared, Tag("figure:name")],
    Discriminator(_which_form),
]
FiguresInFile = Annotated[
    Annotated[Number, Tag("figure:number")]
    | Annotated[FigureTable, Tag("figure:table")]
    | Annotated[NameOfShared, Tag("figure:name")]
    | Annotated[list[FigureInFile], ModelField(min_length=1, max_length=60), Tag("figure:list")],
    Discriminator(_which_form),
]


@cache
def model_of(record: type) -> type[BaseModel]:
    """Make the pydantic model of a frozen record, with the same names, defaults and help."""
    members: dict[str, Any] = {}
    for field in fields_of(record):
        description = f"{field.note.label}. {field.note.help}"
        default = ... if field.required else None
        hint = _hint(field)
        members[field.name] = (hint if field.required else hint | None, ModelField(default, description=description))
    if record is Case:
        members["shared"] = (
            dict[str, FigureInFile],
            ModelField(default_factory=dict, description="Figures used in more than one place, by name."),
        )
    return create_model(record.__name__, __config__=ConfigDict(extra="forbid"), __doc__=record.__doc__, **members)


def without_what_has_no_end(document: Mapping[str, Any]) -> tuple[dict[str, Any], list[Fault]]:
    """Give the document without endless whole numbers, parts nested endlessly and control characters, with the faults.

    Neither can be converted, compared or written in words; every later check may rely on their absence. Nothing (None),
    which no file can say but a document from elsewhere can, is a fault too.
    """
    faults: list[Fault] = []
    kept = dict(document)
    waiting: list[tuple[Any, Steps]] = [(kept, ())]
    while waiting:
        part, steps = waiting.pop()
        for key, written in list(part.items() if isinstance(part, dict) else enumerate(part)):
            here = (*steps, key)
            if isinstance(written, (dict, list)) and len(here) > DEPTH_LIMIT:
                part[key] = None
                faults.append(fault_at(path_of(here), "is nested too deeply", "A case needs five levels at most"))
            elif isinstance(written, (dict, list)):
                part[key] = written.copy()
                waiting.append((part[key], here))
            elif written is None:
                faults.append(fault_at(path_of(here), "is nothing", "Leave the key out"))
            elif isinstance(written, int) and abs(written) >= 2**63:
                part[key] = math.inf
                faults.append(fault_at(path_of(here), "is a whole number without end", "Write a number such as 12.5"))
            elif isinstance(written, str) and (control := CONTROL.search(written)):
                part[key] = CONTROL.sub(" ", written)
                faults.append(
                    fault_at(
                        path_of(here),
                        "holds the control character {code}",
                        "Write letters and signs",
                        code=code_of(control.group()),
                    )
                )
    return kept, faults


def faults_of_form(document: dict[str, Any]) -> list[Fault]:
    """Find every unknown key, missing key, wrong type, wrong choice and number that is not finite."""
    return [_fault(detail) for detail in _refused(document)]


@dataclass(frozen=True)
class Formed:
    """A document without what has the wrong form, and a fault for each such part.

    `document` has the form of the format everywhere, but that keys may be missing: no later check can meet a shape that
    was refused. `spoilt` are the paths of figures whose tables have lost a part: they are no figures any more.
    """

    document: dict[str, Any]
    faults: tuple[Fault, ...]
    spoilt: frozenset[str]


def with_its_form(document: dict[str, Any]) -> Formed:
    """Take out of a document what has the wrong form.

    Entries of a list are emptied and not taken out, so that the others keep their place.
    """
    details = _refused(document)
    faults = tuple(_fault(detail, suggest=place < SUGGESTED) for place, detail in enumerate(details))
    inside = [detail for detail in details if detail["type"] != "missing" and "figure:table" in detail["loc"][:-1]]
    spoilt = frozenset(path_of(_steps_of(detail)[:-1]) for detail in inside)
    kept = document
    while wrong := [_steps_of(detail) for detail in details if detail["type"] != "missing"]:
        kept = _copied(kept)
        for steps in wrong:
            _take_out(kept, steps)
        details = _refused(kept)
    return Formed(kept, faults, spoilt)


def _refused(document: dict[str, Any]) -> list[dict[str, Any]]:
    try:
        model_of(Case).model_validate(document)
    except ValidationError as error:
        return [dict(detail) for detail in error.errors(include_url=False)]
    return []


def _steps_of(detail: Mapping[str, Any]) -> Steps:
    return tuple(step for step in detail["loc"] if not str(step).startswith("figure:"))


def _copied(part: Any) -> Any:
    if isinstance(part, dict):
        return {key: _copied(one) for key, one in part.items()}
    return [_copied(one) for one in part] if isinstance(part, list) else part


def _take_out(document: Any, steps: Steps) -> None:
    """Take a part out of the document, or empty it where it is an entry of a list; nothing where it is gone already."""
    place = document
    for step in steps[:-1]:
        inside = place[int(step)] if isinstance(place, list) else place.get(step)
        if not isinstance(inside, (dict, list)):
            return
        place = inside
    last = steps[-1]
    if isinstance(place, list):
        field = _field_at(steps)
        kind = field.kind if isinstance(field, Field) else "record"
        emptied: Any = {} if kind == "record" else EMPTY[kind]
        if place[int(last)] == emptied:  # so no entry may stand in this list at all
            _take_out(document, steps[:-1])
        else:
            place[int(last)] = emptied
    else:
        place.pop(last, None)


EMPTY: dict[str, Any] = {"figure": 0.0, "figures": 0.0, "text": "", "texts": ""}
"""What stands in place of an entry of a list that was refused, by the kind of the list's field."""


def _hint(field: Field) -> Any:
    simple: dict[str, Any] = {
        "figure": FigureInFile,
        "figures": FiguresInFile,
        "text": SomeText if field.required else Text,
        "texts": Annotated[list[Text], ModelField(min_length=1, max_length=LIST_LIMIT)],
        "switch": StrictBool,
        "whole": StrictInt,
        "date": Annotated[date, Strict()],
        "weights": dict[str, Number],
    }
    if field.kind == "choice":
        return Literal[field.choices]
    if field.record is not None:
        inner = model_of(field.record)
        return Annotated[list[inner], ModelField(max_length=LIST_LIMIT)] if field.kind == "records" else inner  # type: ignore[valid-type]
    return simple[field.kind]


def _fault(detail: dict[str, Any], *, suggest: bool = True) -> Fault:
    steps = _steps_of(detail)
    kind, given = detail["type"], detail.get("input")
    path = path_of(steps)
    if kind == "extra_forbidden":
        meant = did_you_mean(str(steps[-1]), _known_keys(steps[:-1])) if suggest else NOTHING_SAID
        return Fault(path, Message("is not a key of the format"), meant)
    if kind == "missing":
        return Fault(path, Message("is missing"), _help_for(steps))
    if kind == "finite_number":
        return fault_at(path, "is not a finite number", "Write a number such as 12.5")
    if kind == "literal_error":
        return Fault(
            path, Message("{given} is not known", given=_shown(given)), did_you_mean(str(given), _choices(detail))
        )
    if kind == "union_tag_invalid":
        return Fault(path, Message("a list is not due here"), _help_for(steps))
    if kind in ("too_short", "too_long"):
        entries = Message.counted("has {count} entry", "has {count} entries", detail["ctx"]["actual_length"])
        return Fault(path, entries, _help_for(steps))
    if kind.endswith(("_type", "_mismatch", "_exact")):
        return Fault(path, Message("{given} is not what is due here", given=_shown(given)), _help_for(steps))
    if kind == "string_too_long":
        longest = detail["ctx"]["max_length"]
        return Fault(path, Message("string should have at most {most} characters", most=longest), _help_for(steps))
    told = f"{detail['msg'][:1].lower()}{detail['msg'][1:]}"
    return Fault(path, Message("cannot be read: {reason}", reason=told), _help_for(steps))


def _known_keys(steps: tuple[str | int, ...]) -> list[str]:
    found = _field_at(steps)
    if isinstance(found, Field):
        return list(FigureTable.model_fields)
    return [field.name for field in fields_of(found)] + (["shared"] if found is Case else [])


def _field_at(steps: tuple[str | int, ...]) -> Field | type:
    """Find what the format says at a place: a record, or the field of a figure."""
    record: type = Case
    for step in steps:
        if isinstance(step, int):
            continue
        field = next((field for field in fields_of(record) if field.name == step), None)
        if field is None:
            return _SHARED
        if field.record is None:
            return field
        record = field.record
    return record


DUE = {
    "figure": unsaid(
        "Due: a number, a table with unit, source and quality, or the name of a shared figure ({label}: {help})"
    ),
    "figures": unsaid("Due: a figure or a list of them ({label}: {help})"),
    "text": unsaid("Due: words in quotation marks ({label}: {help})"),
    "texts": unsaid("Due: a list of words in quotation marks ({label}: {help})"),
    "switch": unsaid("Due: true or false ({label}: {help})"),
    "whole": unsaid("Due: a whole number ({label}: {help})"),
    "date": unsaid("Due: a date without quotation marks, such as 2018-10-31 ({label}: {help})"),
    "weights": unsaid("Due: a table of numbers ({label}: {help})"),
}
"""What may stand in a field of each kind, but for a choice, which names its own."""


def _help_for(steps: tuple[str | int, ...]) -> Message:
    parent = _field_at(steps[:-1]) if steps else Case
    described = FigureTable.model_fields.get(str(steps[-1])) if isinstance(parent, Field) else None
    if described is not None:
        return Message("Due: {meaning}", meaning=Message(described.description or ""))
    here = parent if isinstance(parent, Field) else _field_at(steps)
    if not isinstance(here, Field):
        meaning = Message("" if here is Case else (here.__doc__ or "").strip())
        return Message("Due: {meaning}", meaning=meaning) if meaning else meaning
    told = {"label": Message(here.note.label), "help": Message(here.note.help)}
    if here.choices:
        choices = ", ".join(choice for choice in here.choices if choice)
        return Message("Due: one of {choices} ({label}: {help})", choices=choices, **told)
    return Message(DUE[here.kind], **told)


def _choices(detail: dict[str, Any]) -> list[str]:
    expected = str(detail.get("ctx", {}).get("expected", ""))
    return [part.strip(" '\"") for part in expected.replace(" or ", ",").split(",") if part.strip(" '\"")]


def _shown(given: object) -> str | Message:
    if isinstance(given, (dict, list)):
        return Message("a table") if isinstance(given, dict) else Message("a list")
    if isinstance(given, bool):
        return str(given).lower()
    words = f'"{given}"' if isinstance(given, str) else str(given)
    return words if len(words) <= 60 else f"{words[:57]}..."


_SHARED = Field(name="shared", kind="figure", required=False, default=None, note=Note("Shared figure", "By name."))
