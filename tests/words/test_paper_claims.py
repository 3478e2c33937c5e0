"""No sentence or cell of a paper points the wrong way: each claim is read again and held against the drawn figures."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from colocate.analysis.deciding.what_would_change import what_changes
from colocate.casefile.reading import check_document
from colocate.model.evaluate import evaluate
from colocate.model.futures import Futures
from colocate.model.totals import VIEWS
from colocate.words.naming import short_names
from colocate.words.numbers import unit_shown
from colocate.words.paper import Paper, PaperTable, paper
from tests.examples import SAME_EACH_TIME, Record, many
from tests.strategies import documents_with_travel

DRAWS = 32
AMOUNT = re.compile(r"^(?:[A-Z]{3} )?(-?[\d,]+)(?: (more|less))?$")
COUNT = re.compile(r"in (fewer than |more than )?(\d+) of 100")
STATUSES = ("pass", "unknown", "fail")
ANSWERS = ("yes", "no", "unknown")
HEADER = "name,group,latitude,longitude,visits_by_them,visits_by_us,since,until\n"


@st.composite
def cases(draw: Callable[[Any], Any]) -> tuple[Record, str]:
    """Any case with ways, gates, a checklist, the government's wish and a sum that is asked for."""
    document, people = draw(documents_with_travel())
    document["checklist"] = [
        {"id": f"item-{number}", "text": f"Question {number}?", "theme": "identity and visibility", "need": "desirable"}
        for number in range(2)
    ]
    for option in document["options"]:
        step = draw(st.integers(0, 5))
        option["government"] = {"step": step, "evidence": "A letter."} if step else {}
        option["mandate"] = [
            {"item": one["id"], "answer": draw(st.sampled_from(ANSWERS))} for one in document["checklist"]
        ]
        option["gates"] = [{"name": "security", "status": draw(st.sampled_from(STATUSES)), "evidence": "Seen."}]
        if not step:
            del option["government"]
    named = draw(st.integers(0, len(document["options"]) - 1))
    document["paper"] = {
        "form": "full",
        "option": document["options"][named]["id"],
        "amount": 1000 * draw(st.integers(0, 900)),
    }
    return document, _table(people)


def _table(people: list[Record]) -> str:
    rows = (",".join(_cell(one[name]) for name in HEADER.strip().split(",")) for one in people)
    return HEADER + "\n".join(rows)


def _cell(value: Any) -> str:
    return "" if value is None else value.isoformat() if isinstance(value, datetime.date) else str(value)


@settings(SAME_EACH_TIME, max_examples=many(500, 3), phases=[Phase.generate])
@given(cases())
def test_every_claim_agrees_with_its_figure(written: tuple[Record, str]) -> None:
    document, people = written
    futures = evaluate(check_document(document, lambda _name: people.encode()), DRAWS)
    made = paper(futures, what_changes(futures, base=8, most=4), None, "mark")
    for check in CHECKS:
        check(futures, made)


# ---- reading


def plain(words: str) -> str:
    return words.replace("\xa0", " ").replace("\u202f", " ")


def table(made: Paper, key: str, number: int = 0) -> PaperTable:
    section = next(one for one in made.sections if one.key == key)
    return [block for block in section.blocks if isinstance(block, PaperTable)][number]


def rows(futures: Futures, made: PaperTable) -> Iterator[tuple[str, list[str], list[str]]]:
    """The rows of a table by the option's id, with the words and the second lines of their cells."""
    names = {name: option for option, name in short_names(futures.case).items()}
    for first, *rest in made.rows:
        if first.words in names:
            yield names[first.words], [plain(one.words) for one in rest], [plain(one.below) for one in rest]


def sentences(made: Paper, key: str) -> list[str]:
    section = next(one for one in made.sections if one.key == key)
    told = [getattr(block, "text", None) or getattr(block, "lines", ()) for block in section.blocks]
    return [plain(one) for part in told for one in ([part] if isinstance(part, str) else part)]


def range_told(words: str) -> tuple[float, float]:
    """The two ends of a range of differences, the lower one first; below 0 is less."""
    mixed = re.fullmatch(r"([\d,]+) less to ([\d,]+) more", words)
    if mixed:
        return -_number(mixed.group(1)), _number(mixed.group(2))
    found = re.fullmatch(r"([\d,]+) to ([\d,]+) (less|more)", words)
    assert found, words
    nearer, farther = _number(found.group(1)), _number(found.group(2))
    return (-farther, -nearer) if found.group(3) == "less" else (nearer, farther)


def _number(words: str) -> float:
    return float(words.replace(",", ""))


def amount_of(words: str) -> float:
    """An amount that is told, above 0 for more, below for less."""
    if words == "the same":
        return 0.0
    found = AMOUNT.search(words)
    assert found, words
    amount = float(found.group(1).replace(",", ""))
    return -amount if found.group(2) == "less" else amount


def means(futures: Futures) -> dict[str, float]:
    return {one.id: float(one.money["agency", "cash"].present_value.mean()) for one in futures.options}


def near(told: float, exact: float, *of: float) -> None:
    """A figure as it is shown: off by no more than the rounding of what it is made of; so never of the other sign."""
    rounding = 1.01 * sum(unit_shown(one) for one in of or (exact,))
    assert abs(told - exact) <= rounding, (told, exact)
    assert told * exact >= 0 or abs(exact) <= rounding


def share(words: str, exact: float) -> None:
    found = COUNT.search(words) or re.search(r"()?(\d+) of 100", words)
    assert found, words
    assert abs(float(found.group(2)) - 100 * exact) <= 1.0, (words, exact)


# ---- each kind of claim


def costs(futures: Futures, made: Paper) -> None:
    mean, base = means(futures), futures.baseline.id
    ranked = [one.id for one in futures.options if not futures.central.option(one.id).fails]
    present = {one.id: one.money["agency", "cash"].present_value for one in futures.options}
    for option, words, _below in rows(futures, table(made, "money")):
        near(amount_of(words[0]), mean[option])
        if option != base:
            near(amount_of(words[1]), mean[option] - mean[base], mean[option], mean[base])
        near(amount_of(words[3]), float(futures.option(option).one_off_by_year.sum(axis=0).mean()))
        if option in ranked and len(ranked) > 1 and futures.figures:
            least = np.min([present[one] for one in ranked], axis=0)
            best = np.stack([present[one] <= least + 1e-9 * np.abs(least) for one in ranked])
            share(words[2], float((best / best.sum(axis=0))[ranked.index(option)].mean()))


def ranges(futures: Futures, made: Paper) -> None:
    for option, _words, below in rows(futures, table(made, "money")):
        if below[0]:
            low, high = np.quantile(futures.option(option).money["agency", "cash"].present_value, (0.05, 0.95))
            told = [float(one.replace(",", "")) for one in below[0].split(" to ")]
            near(told[0], float(low))
            near(told[1], float(high))
        if option != futures.baseline.id and below[1]:
            base = futures.baseline.money["agency", "cash"].present_value
            difference = futures.option(option).money["agency", "cash"].present_value - base
            low, high = np.quantile(difference, (0.05, 0.95))
            near(range_told(below[1])[0], float(low))
            near(range_told(below[1])[1], float(high))


def who_is_cheapest(futures: Futures, made: Paper) -> None:
    mean, names = means(futures), short_names(futures.case)
    ranked = [one.id for one in futures.options if not futures.central.option(one.id).fails]
    if len(ranked) < 2:
        return
    cheapest = min(ranked, key=lambda one: mean[one])
    for said in sentences(made, "money"):
        found = re.match(r"“(.+?)” costs least", said)
        if found:
            near(mean[_id(names, found.group(1))], mean[cheapest])
        found = re.search(r"“(.+?)” costs least.* (\S+ [\d,]+) less than “(.+?)”", said)
        if found:
            told = amount_of(found.group(2))
            near(told, mean[futures.baseline.id] - mean[cheapest], mean[futures.baseline.id], mean[cheapest])
        found = re.search(r"the next costs (\S+ [\d,]+) more", said)
        if found:
            second = sorted(mean[one] for one in ranked)[1]
            near(amount_of(found.group(1)), second - mean[cheapest], second, mean[cheapest])


def answer(futures: Futures, made: Paper) -> None:
    """The headline: who is named as cheapest, or as leading on money, has the lowest mean; savings are savings."""
    said, mean, names = plain(made.answer), means(futures), short_names(futures.case)
    ranked = [one.id for one in futures.options if not futures.central.option(one.id).fails]
    if len(ranked) < 2:
        assert "passes its gates" in said
        return
    lowest = min(mean[one] for one in ranked)
    first = re.match(r"“(.+?)” (?:costs least on average|saves)", said)
    if first:
        near(mean[_id(names, first.group(1))], lowest)
    for name, what in re.findall(r"“([^”]+)” (?:leads )?on ([^“;]*)", said):
        if re.search(r"\bmoney\b", what):
            near(mean[_id(names, name)], lowest)


def payers(futures: Futures, made: Paper) -> None:
    base = {payer: _payer(futures, futures.baseline.id, payer) for payer in PAYERS}
    for option, words, _below in rows(futures, table(made, "payers")):
        told = [amount_of(one) for one in words]
        assert abs(sum(told[:-1]) - told[-1]) < 0.5, words
        after = {payer: _payer(futures, option, payer) for payer in PAYERS}
        rounded = [one for payer in PAYERS for one in (base[payer], after[payer])]
        ends = [sum(base.values()), sum(after.values())]
        for payer, one in zip(PAYERS, told, strict=False):
            near(one, after[payer] - base[payer], *rounded, *ends)


PAYERS = ("agency", "un", "host", "donor")


def _payer(futures: Futures, option: str, payer: str) -> float:
    found = futures.expected.option(option).present_by_payer
    return sum(float(value[0]) for (who, nature), value in found.items() if who == payer and nature in VIEWS["cash"])


def who_is_ahead(futures: Futures, made: Paper) -> None:
    """The last row of the four tests: whoever is said to lead has the best figure."""
    names = short_names(futures.case)
    ranked = [one.id for one in futures.options if not futures.central.option(one.id).fails]
    mean = means(futures)
    merit = {
        0: {one: -mean[one] for one in ranked},
        1: {one: _access(futures, one) for one in ranked},
        3: {one: float(futures.central.option(one).government.step or 0) for one in ranked},
    }
    ahead = [plain(one.words) for one in table(made, "tests").rows[-1][1:]]
    for place, values in merit.items():
        found = re.match(r"“(.+?)” leads", ahead[place])
        if found:
            best = max(values.values())
            assert values[_id(names, found.group(1))] >= best - (0.5 if place == 1 else 1e-9 * abs(best)), ahead
    found = re.match(r"“(.+?)” leads", ahead[2])
    if found:
        leader = futures.central.option(_id(names, found.group(1))).mandate.low or 0.0
        rest = [futures.central.option(one).mandate.high or 0.0 for one in ranked if one != _id(names, found.group(1))]
        assert all(leader >= high - 1 for high in rest)


def _access(futures: Futures, option: str) -> float:
    access = futures.option(option).access
    return 0.0 if access is None or not access.group_scores else float(np.mean(access.tripartite))


def ways(futures: Futures, made: Paper) -> None:
    names = short_names(futures.case)
    before = futures.baseline.access
    for said in sentences(made, "access"):
        found = re.match(r"(.+?): the way gets (longer|shorter) for (\d+) of (\d+) constituents", said)
        if found:
            access = futures.option(_id(names, found.group(1))).access
            assert access is not None
            assert before is not None
            change = np.round(access.minutes.mean(axis=1)) - np.round(before.minutes.mean(axis=1))
            told = int((change > 0).sum() if found.group(2) == "longer" else (change < 0).sum())
            exact = access.minutes.mean(axis=1) - before.minutes.mean(axis=1)
            unsure = int((np.abs(exact) <= 1.01).sum())  # rounded minutes may differ or not
            assert abs(int(found.group(3)) - told) <= unsure, said
            assert int(found.group(4)) == len(change)


def wish(futures: Futures, made: Paper) -> None:
    names = short_names(futures.case)
    steps = {one.id: one.government.step or 0 for one in futures.central.options}
    first = sentences(made, "government")[0]
    found = re.match(r"The government wishes this most: (.+), on step (\d)", first)
    if found:
        told = {_id(names, one) for one in re.findall(r"“(.+?)”", found.group(1))}
        assert told == {one for one, step in steps.items() if step == max(steps.values())}
        assert int(found.group(2)) == max(steps.values())


def budget(futures: Futures, made: Paper) -> None:
    typed = futures.case.paper
    assert typed is not None
    said = sentences(made, "asked")[0]
    budgets = futures.option(typed.option).one_off_by_year.sum(axis=0)
    amount = float(typed.amount or 0)
    if "not more than" in said:
        assert budgets.mean() <= amount
    elif "in 90 of 100" in said:
        share(said.split("asked for")[-1], float((budgets > amount).mean()))
    else:
        assert budgets.mean() > amount


def _id(names: dict[str, str], name: str) -> str:
    return next(option for option, short in names.items() if short == name)


CHECKS = (costs, ranges, who_is_cheapest, answer, payers, who_is_ahead, ways, wish, budget)
