"""National Coordinators in words: who stays hosted, and what it costs where they do not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from colocate.analysis.mandate.coordinators import ALL, Hosting
from colocate.case import Case
from colocate.words.language import ENGLISH, Language
from colocate.words.naming import names_before_colon, short_name


def hosting_in_words(case: Case, rows: Sequence[Hosting], language: Language = ENGLISH) -> tuple[str, ...]:
    """Say for each option how many coordinators stay hosted, and what it costs where they do not."""
    return tuple(
        sentence
        for option in case.options
        for sentence in _told(case, [row for row in rows if row.option == option.id], language)
    )


def finding_hosting(case: Case, rows: Sequence[Hosting], language: Language = ENGLISH) -> tuple[str, ...]:
    """Say which options keep every coordinator hosted, and what the others cost; empty without coordinators."""
    if not rows:
        return ()
    baseline = case.options[0].id
    everyone = sum(row.number for row in rows if row.option == baseline)
    moving = {row.option for row in rows if row.arrangement != "hosted"}
    keep = [option.id for option in case.options if option.id not in moving]
    told = [_kept(case, keep, everyone, language)]
    told += [
        _bill(case, [row for row in rows if row.option == option.id], language)
        for option in case.options
        if option.id in moving
    ]
    return tuple(told)


def _kept(case: Case, options: Sequence[str], everyone: float, language: Language) -> str:
    if not options:
        return language.say_many(
            "No option leaves the coordinator hosted by the ministry.",
            "No option leaves all {count} coordinators hosted by their ministries.",
            everyone,
        )
    return language.say_many(
        "{options}: the coordinator stays hosted by the ministry, at no cost.",
        "{options}: all {count} coordinators stay hosted by their ministries, at no cost.",
        everyone,
        options=names_before_colon(case, options, language),
    )


def _bill(case: Case, rows: Sequence[Hosting], language: Language) -> str:
    """Tell what an option's desks come to, where not every coordinator stays hosted."""
    places = {
        "option": short_name(case, rows[0].option),
        "cost": language.about(sum(row.present_value.mean for row in rows), case.currency),
    }
    if not any(row.arrangement == "may be lost" for row in rows):
        return language.say("{option}: desks elsewhere cost {cost} in today's money.", **places)
    return language.say(
        "{option}: desks elsewhere cost {cost} on average in today's money, and {most} if ministries take theirs back.",
        most=language.about(sum(row.if_lost.mean for row in rows), case.currency),
        **places,
    )


def _told(case: Case, rows: Sequence[Hosting], language: Language) -> Iterator[str]:
    """Tell one option's rows: those that stay together, those that move together, and each that may be lost."""
    hosted = [row for row in rows if row.arrangement == "hosted"]
    housed = [row for row in rows if row.arrangement == "house"]
    if hosted:
        yield language.say_many(
            "{option}: {count} coordinator stays hosted at no cost.",
            "{option}: {count} coordinators stay hosted at no cost.",
            sum(row.number for row in hosted),
            option=short_name(case, rows[0].option),
        )
    if housed:
        yield language.say_many(
            "{option}: {count} coordinator moves to a desk that the agency pays for, {cost} a year "
            "({present} in today's money).",
            "{option}: {count} coordinators move to desks that the agency pays for, {cost} a year "
            "({present} in today's money).",
            sum(row.number for row in housed),
            option=short_name(case, rows[0].option),
            cost=language.about(sum(row.desks for row in housed), case.currency),
            present=language.about(sum(row.present_value.mean for row in housed), case.currency),
        )
    for row in rows:
        if row.arrangement == "may be lost":
            yield _risk(case, row, language)


def _risk(case: Case, row: Hosting, language: Language) -> str:
    places = {
        "option": short_name(case, row.option),
        "country": row.country,
        "chance": language.number(100 * (row.chance or 0.0)),
        "cost": language.about(row.desks, case.currency),
        "lost": language.about(row.if_lost.mean, case.currency),
        "average": language.about(row.present_value.mean, case.currency),
    }
    if row.country == ALL:
        return language.say_many(
            "{option}: {count} coordinator may lose the ministry's desk, with a chance of {chance} in 100. A desk "
            "elsewhere then costs {cost} a year ({lost} in today's money); on average {average} in today's money.",
            "{option}: {count} coordinators may lose the ministries' desks, with a chance of {chance} in 100. Desks "
            "elsewhere then cost {cost} a year ({lost} in today's money); on average {average} in today's money.",
            row.number,
            **places,
        )
    return language.say_many(
        "{option}: {count} coordinator of {country} may lose the ministry's desk, with a chance of {chance} in 100. A "
        "desk elsewhere then costs {cost} a year ({lost} in today's money); on average {average} in today's money.",
        "{option}: {count} coordinators of {country} may lose the ministry's desks, with a chance of {chance} in 100. "
        "Desks elsewhere then cost {cost} a year ({lost} in today's money); on average {average} in today's money.",
        row.number,
        **places,
    )
