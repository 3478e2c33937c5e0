"""What decides besides money: constituents and how they get there, the mandate, the government's wish, the gates."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, Literal

from colocate.quantity import Figure, Measure, Note, Quantity

Answer = Literal["yes", "mitigated", "partly", "no", "unknown"]
GateStatus = Literal["pass", "fail", "unknown"]
EvidenceForm = Literal["", "spoken", "written", "budgeted", "signed"]


@dataclass(frozen=True, kw_only=True)
class Constituent:
    """An organisation that the office serves, as a row of the constituents' table.

    One that moved has a row for each place, told apart by dates; `id`, where the table has one, tells the rows apart in
    a table of travel times.
    """

    name: str
    group: str
    latitude: float
    longitude: float
    visits_by_them: float
    visits_by_us: float
    since: date | None = None
    until: date | None = None
    id: str = ""
    source: str = ""

    @property
    def key(self) -> str:
        """Return what a table of travel times calls this row: its id, else its name."""
        return self.id or self.name

    @property
    def is_assumed(self) -> bool:
        """Tell whether the source of the row calls it an assumption: its place is nobody's measurement."""
        return self.source.lower().startswith("assum")


@dataclass(frozen=True, kw_only=True)
class TravelTime:
    """Minutes from a constituent's door (`constituent` is its key) to an option's, as a routing engine measured them.

    `quantity` holds the range where the table gives percentiles; None where it gives one figure.
    """

    constituent: str
    option: str
    minutes: Figure
    quantity: Quantity | None = None


@dataclass(frozen=True, kw_only=True)
class TravelEstimate:
    """What the director knows of a way: minutes from door to door, before waiting and screening at ours."""

    constituent: Annotated[str, Note("Constituent", "Its name, or its id where the table has ids.")]
    option: Annotated[str, Note("Option", "Short name of the option.")]
    minutes: Annotated[
        Figure, Measure("Minutes of the way", "minute", "One way; a measured time goes before it.", least=0, most=1440)
    ]


@dataclass(frozen=True, kw_only=True)
class Mode:
    """A way to travel, with its part of the trips and its speeds."""

    name: Annotated[str, Note("Name", "For example motorcycle, taxi, bus.")]
    share: Annotated[Figure, Measure("Share", "%", "Of the trips; all modes make 100.", least=0, most=100)]
    peak_speed: Annotated[Figure, Measure("Speed at peak", "km/h", "Door to door on the road.", least=1, most=200)]
    free_speed: Annotated[Figure, Measure("Speed off peak", "km/h", "Door to door on the road.", least=1, most=200)]


@dataclass(frozen=True, kw_only=True)
class Access:
    """How minutes are worked out and turned into a score from 0 to 100."""

    constituents: Annotated[str, Note("Constituents", "Name of a CSV file beside the case.")]
    travel_times: Annotated[
        str,
        Note("Measured travel times", "Name of a file beside the case, as a routing engine writes it (CSV or JSON)."),
    ] = ""
    estimates: Annotated[
        tuple[TravelEstimate, ...], Note("Own estimates", "Used where no time was measured, before the distance.")
    ] = ()
    ideal: Annotated[Figure, Measure("Ideal", "minute", "At or below this the score is 100.", least=0)]
    limit: Annotated[Figure, Measure("Limit", "minute", "At or beyond this the score is 0.", least=1)]
    circuity: Annotated[Figure, Measure("Circuity", "ratio", "Road distance over straight distance.", least=1, most=5)]
    access_minutes: Annotated[
        Figure, Measure("Access", "minute", "Walking, waiting and parking at both ends.", least=0)
    ] = 0.0
    peak_share: Annotated[Figure, Measure("Trips at peak", "%", "Part of the trips.", least=0, most=100)] = 0.5
    modes: Annotated[tuple[Mode, ...], Note("Modes", "Ways to travel.")]
    exponent: Annotated[
        Figure, Measure("Exponent", "ratio", "1 is the plain mean; lower weighs the worst-served group more.", most=1)
    ] = 0.0
    group_weights: Annotated[
        dict[str, float], Note("Weights of the groups", "A group that is not named weighs 1.", least=0.001, most=1e6)
    ] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where an option's door is, and what it takes to get through it."""

    latitude: Annotated[Figure, Measure("Latitude", "degree", "North above 0.", least=-90, most=90)]
    longitude: Annotated[Figure, Measure("Longitude", "degree", "East above 0.", least=-180, most=180)]
    screening: Annotated[
        Figure, Measure("Entry screening", "minute", "From the gate to the meeting, for a visitor.", least=0)
    ] = 0.0
    waiting: Annotated[
        Figure, Measure("Waiting", "minute", "For the escort or the lift, beyond the screening.", least=0)
    ] = 0.0


@dataclass(frozen=True, kw_only=True)
class ChecklistItem:
    """One safeguard of the agency's identity and mandate."""

    id: Annotated[str, Note("Short name", "Used by the options' answers.")]
    text: Annotated[str, Note("Question", "Answered by yes, partly, no or unknown for each option.")]
    theme: Annotated[
        str,
        Note("Theme", "identity, supervision, tripartite, control: a whole list has all four. Or your own."),
    ]
    need: Annotated[
        Literal["required", "mitigable", "desirable"],
        Note("Need", "An option that answers no to a required item fails its mandate gate."),
    ]
    walk_in: Annotated[
        bool, Note("Walk in", "true for the one question whether visitors walk in without a pass or an escort.")
    ] = False


@dataclass(frozen=True, kw_only=True)
class MandateAnswer:
    """How an option answers one item of the checklist, and on what evidence."""

    item: Annotated[str, Note("Item", "Short name of the item.")]
    answer: Annotated[
        Answer, Note("Answer", "yes, partly, no or unknown; mitigated where a measure that is paid for makes it good.")
    ]
    evidence: Annotated[str, Note("Evidence", "What the answer rests on.")] = ""
    mitigation: Annotated[
        str, Note("Mitigation", "Name of the option's one-off or running cost that pays for the measure.")
    ] = ""
    groups: Annotated[
        tuple[str, ...], Note("Groups", "On the question of walking in: the groups for whom the answer partly is yes.")
    ] = ()


@dataclass(frozen=True, kw_only=True)
class Government:
    """What the host government wishes about an option, on the described five-step scale."""

    step: Annotated[
        int, Note("Step", "1 against, 2 doubtful, 3 no view, 4 in favour, 5 asks for it and backs it.", least=1, most=5)
    ]
    evidence: Annotated[str, Note("Evidence", "Who said so, when, in what form.")] = ""
    form: Annotated[
        EvidenceForm, Note("Form of the evidence", "spoken, written, budgeted or signed; left out: not stated.")
    ] = ""


@dataclass(frozen=True, kw_only=True)
class Gate:
    """A condition that an option must pass before it is compared at all."""

    name: Annotated[str, Note("Gate", "security, legal, accessibility, or the case's own.")]
    status: Annotated[GateStatus, Note("Status", "pass, fail or unknown.")]
    evidence: Annotated[str, Note("Evidence", "What the status rests on.")] = ""
