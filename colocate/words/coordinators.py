"""National Coordinators in words: who stays hosted, and what it costs where they do not."""

from __future__ import annotations

from colocate.analysis.mandate.coordinators import ALL, Hosting, hosting_of
from colocate.model.outcome import OptionOutcome, Outcome
from colocate.words.numbers import about, listed, number


def hosting_in_words(outcome: Outcome, locale: str = "en") -> tuple[str, ...]:
    """Say for each option how many coordinators stay hosted, and what it costs where they do not."""
    return tuple(
        f"{option.name}: {_told(hosting_of(outcome, option.id), outcome.case.currency, locale)}."
        for option in outcome.options
        if hosting_of(outcome, option.id)
    )


def finding_hosting(outcome: Outcome, locale: str = "en") -> str:
    """Say in one sentence which options keep every coordinator hosted; empty where there are no coordinators."""
    rows = {option.id: hosting_of(outcome, option.id) for option in outcome.options}
    if not any(rows.values()):
        return ""
    all_of_them = sum(row.number for row in rows[outcome.baseline.id])
    everyone = "the coordinator" if all_of_them == 1 else f"all {number(all_of_them, locale, 1)} coordinators"
    keep = [one for one in outcome.options if all(row.arrangement == "hosted" for row in rows[one.id])]
    told = f"No option leaves {everyone} hosted"
    if keep:
        told = f"{listed([one.name for one in keep])} leave{'s' if len(keep) == 1 else ''} {everyone} hosted"
    others = [_bill(one, rows[one.id], outcome.case.currency, locale) for one in outcome.options if one not in keep]
    return "; ".join([f"{told} by their ministries, at no cost", *others]) + "."


def _bill(option: OptionOutcome, rows: tuple[Hosting, ...], currency: str, locale: str) -> str:
    """Tell what an option's desks come to at most, where not every coordinator stays hosted."""
    stay = sum(row.number for row in rows if row.arrangement == "hosted")
    some = (
        f"{number(stay, locale, 1)} of them stay{'s' if stay == 1 else ''} hosted, and the other" if stay else "their"
    )
    risk = " if ministries take desks back" if any(row.arrangement == "may be lost" for row in rows) else ""
    bill = about(sum(row.if_lost for row in rows), currency, locale)
    return f"under {option.name} {some} desks cost about {bill} in today's money{risk}"


def _told(rows: tuple[Hosting, ...], currency: str, locale: str) -> str:
    """Tell one option's rows, those of one arrangement together."""
    hosted = [row for row in rows if row.arrangement == "hosted"]
    housed = [row for row in rows if row.arrangement == "house"]
    risky = [row for row in rows if row.arrangement == "may be lost"]
    parts = []
    if hosted:
        parts.append(f"{_people(sum(row.number for row in hosted), locale)} stay{_s(hosted)} hosted at no cost")
    if housed:
        a_year, present = sum(row.desks for row in housed), sum(row.present_value for row in housed)
        parts.append(
            f"{_people(sum(row.number for row in housed), locale)} move{_s(housed)} to desks that the agency pays for, "
            f"{about(a_year, currency, locale)} a year ({about(present, currency, locale)} in today's money)"
        )
    parts += [_risk(row, currency, locale) for row in risky]
    return "; ".join(parts)


def _risk(row: Hosting, currency: str, locale: str) -> str:
    where = "" if row.country == ALL else f" of {row.country}"
    chance = number(100 * (row.chance or 0.0), locale)
    return (
        f"{_people(row.number, locale)}{where} may lose the ministry's desk, with a chance of {chance} in 100: then "
        f"{about(row.desks, currency, locale)} a year ({about(row.if_lost, currency, locale)} in today's money), "
        f"{about(row.expected, currency, locale)} a year as an expectation"
    )


def _people(count: float, locale: str) -> str:
    written = number(count, locale, 1)
    return f"{written} coordinator{'' if written == '1' else 's'}"


def _s(rows: list[Hosting]) -> str:
    """Give the ending of a verb: one stays, two stay."""
    return "s" if sum(row.number for row in rows) == 1 else ""
