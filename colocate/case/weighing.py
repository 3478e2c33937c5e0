"""What a case says of weighing: criteria of its own, the ends of the money scale, and several people's weights."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated, Literal

from colocate.quantity import Figure, Measure, Note

CRITERIA = ("money", "access", "mandate", "government")
"""The four criteria of paragraph 20 of GB.334/INS/4; a case may add its own."""

Worth = Literal["much more", "more", "the same", "less", "much less"]


@dataclass(frozen=True, kw_only=True)
class OwnCriterion:
    """A criterion beyond the four, scored in points from 0 to 100 whose ends are described. Never money."""

    id: Annotated[str, Note("Short name", "Used by the options' points and by weights.")]
    name: Annotated[str, Note("Name", "As shown on screen.")]
    worst: Annotated[str, Note("0 points", "What an option with 0 points is like.")]
    best: Annotated[str, Note("100 points", "What an option with 100 points is like.")]


@dataclass(frozen=True, kw_only=True)
class OptionPoints:
    """An option's points on a criterion of the case's own."""

    criterion: Annotated[str, Note("Criterion", "Short name of the criterion.")]
    points: Annotated[Figure, Measure("Points", "point", "0 to 100 on the described scale.", least=0, most=100)]
    evidence: Annotated[str, Note("Evidence", "What the points rest on.")] = ""


@dataclass(frozen=True, kw_only=True)
class SwingChoice:
    """One answer to whether going from worst to best on the first criterion is worth more than on the second."""

    first: Annotated[str, Note("First criterion", "Its short name.")]
    worth: Annotated[Worth, Note("Worth", "much more (4 times), more (2 times), the same, less, much less.")]
    second: Annotated[str, Note("Second criterion", "Its short name.")]


@dataclass(frozen=True, kw_only=True)
class Judgement:
    """How one person or body weighs the criteria: by points for each swing, by choices between two, or both."""

    name: Annotated[str, Note("Name", "A role or body, for example Country director; not a person's name.")]
    swings: Annotated[
        dict[str, float],
        Note("Swings", "Points for going from worst to best on each criterion; the largest is 100.", least=0, most=100),
    ] = field(default_factory=dict)
    choices: Annotated[tuple[SwingChoice, ...], Note("Choices", "Which of two swings is worth more.")] = ()
    source: Annotated[str, Note("Source", "Who was asked, when and how; or that it is assumed.")]


@dataclass(frozen=True, kw_only=True)
class Weighing:
    """The ends of the scales, and the weights of those who were asked."""

    money_best: Annotated[
        Figure | None,
        Measure("Money, 100 points", "money", "Present value of cost; half the baseline's if left out."),
    ] = None
    money_worst: Annotated[
        Figure | None,
        Measure("Money, 0 points", "money", "Present value of cost; half as much again as the baseline's."),
    ] = None
    half_worth: Annotated[
        dict[str, float],
        Note(
            "Half worth",
            "Part of the way from worst to best (%) at which half the worth is reached; 50 is a line. Not for money.",
            least=5,
            most=95,
        ),
    ] = field(default_factory=dict)
    judgements: Annotated[tuple[Judgement, ...], Note("Judgements", "How several people or bodies weigh.")] = ()
