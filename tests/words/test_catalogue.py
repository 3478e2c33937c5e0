"""A language more is a catalogue more: every text is written out at its call, and everything said comes through it."""

from __future__ import annotations

import inspect
import json
import pkgutil
import re
from collections.abc import Iterator
from functools import cache
from gettext import NullTranslations
from importlib import import_module
from string import Formatter
from typing import Any

import pytest

import colocate.words
from colocate.analysis.verdict import verdict
from colocate.casefile.faults import WORDS_LIMIT, CaseError, Fault
from colocate.casefile.reading import check_document, load_case
from colocate.casefile.tables import read_constituents
from colocate.message import places_of
from colocate.model.evaluate import evaluate
from colocate.model.futures import Futures
from colocate.words.cautions import caution_words
from colocate.words.conditions import conditions
from colocate.words.faults import fault_in_a_line, say_fault
from colocate.words.labels import help_of, label_of, source_of, unit_of
from colocate.words.language import Language
from colocate.words.levers import lever_help
from colocate.words.naming import AMOUNT, heading_in_words, headings, name_of
from colocate.words.verdict import headline, shifted_words, why
from tests.casefile.test_figures import FAULTS
from tests.casefile.test_rules import ALL
from tests.casefile.test_rules_of_owning import ALL as OF_OWNING
from tests.casefile.test_rules_of_ranges import CORRELATIONS, CROSSING
from tests.casefile.test_slips import SLIPS
from tests.casefile.test_slips import fault_of as slip_of
from tests.casefile.test_structure import FORM
from tests.casefile.test_tables import TABLES
from tests.casefile.test_travel_json import BAD_ANSWERS
from tests.casefile.test_travel_tables import BAD
from tests.documents import DATA_CASES, template_document, template_table
from tests.ways import read
from tests.words.extraction import Said, everything_said, texts_of_records

HANOI = next(path for path in DATA_CASES if "hanoi" in path.name)


@cache
def calls() -> tuple[Said, ...]:
    """Every call that says something; it fails here for a text that is not written out."""
    return tuple(everything_said())


def every_text() -> Iterator[tuple[str, str]]:
    yield from ((one.where, text) for one in calls() for text in one.texts)
    yield from texts_of_records()


def test_every_text_can_be_collected() -> None:
    assert len({text for _, text in every_text()}) > 1_000
    assert {where.split("/")[0] for where, _ in every_text()} >= {"case", "casefile", "words"}


def test_every_place_of_a_text_is_given_and_no_other() -> None:
    wrong = []
    for one in calls():
        if one.function == "unsaid":
            continue
        named = {place for text in one.texts for place in places_of(text)}
        if one.function in ("say_many", "Message.counted"):
            named.discard("count")
        lacking = set() if one.open else named - one.given
        unused = set() if one.shared or not one.texts else one.given - named
        if lacking or unused:
            wrong.append(f"{one.where}: not given {sorted(lacking)}, not named {sorted(unused)} in {one.texts}")
    assert not wrong, "\n".join(wrong)


def test_places_are_plain_names() -> None:
    """A translator may move a place; how a number is written is not for the catalogue to say."""
    wrong = [
        f"{where}: {text}"
        for where, text in every_text()
        for _, name, form, conversion in Formatter().parse(text)
        if name is not None and (not name.isidentifier() or form or conversion)
    ]
    assert not wrong, "\n".join(wrong)


def test_labels_and_helps_have_no_places() -> None:
    assert [(where, text) for where, text in texts_of_records() if places_of(text)] == []


def test_a_text_has_one_plural() -> None:
    plurals: dict[str, set[str]] = {}
    for one in calls():
        if one.function in ("say_many", "Message.counted") and len(one.texts) == 2:
            plurals.setdefault(one.texts[0], set()).add(one.texts[1])
    assert {one: many for one, many in plurals.items() if len(many) > 1} == {}


# ---- a language that puts every text between marks: what stands outside them did not come from the catalogue


class Marked(NullTranslations):
    """A catalogue that leaves every text as it is and puts it between marks."""

    def gettext(self, message: str) -> str:
        assert message, "gettext gives the head of the catalogue for an empty text"
        return f"\u27e6{message}\u27e7"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)


MARKED = Language("en", Marked())


def outside(words: str) -> str:
    """What stands outside all marks."""
    while words != (words := re.sub("\u27e6[^\u27e6\u27e7]*\u27e7", "", words)):
        pass
    return words


def unmarked(words: str) -> str:
    return words.replace("\u27e6", "").replace("\u27e7", "")


def all_through_the_catalogue(*words: str) -> None:
    assert [one for one in words if re.search("[A-Za-z]", outside(one))] == []


@pytest.fixture(scope="module")
def hanoi() -> Futures:
    return evaluate(load_case(HANOI), 64)


def test_the_answer_and_its_cautions(hanoi: Futures) -> None:
    found = verdict(hanoi)
    said = [headline(hanoi.case, found, MARKED), *caution_words(hanoi.expected, MARKED)]
    said += [*conditions(hanoi, found, MARKED), *why(hanoi, found, MARKED), shifted_words(hanoi.case, found, MARKED)]
    assert len(said) > 5
    all_through_the_catalogue(*said)


def test_figures_by_their_labels_helps_and_units(hanoi: Futures) -> None:
    case = hanoi.case
    for one in case.quantities.values():
        all_through_the_catalogue(label_of(one, MARKED), help_of(one, MARKED), *lever_help(case, one, MARKED))
        if not one.path.startswith("shared.") and one.label != AMOUNT:  # the file itself names these
            all_through_the_catalogue(name_of(case, one, with_option=True, language=MARKED))
        if one.source_told is not None:
            all_through_the_catalogue(source_of(one, MARKED))
        assert unmarked(unit_of(one, MARKED)) == unit_of(one)
        assert unmarked(name_of(case, one, with_option=True, language=MARKED)) == name_of(case, one, with_option=True)
    names = {option.name for option in case.options}
    all_through_the_catalogue(*(heading_in_words(one, MARKED) for one in headings(case) if one not in names))


SPOILT = [*FORM, *ALL, *OF_OWNING, *FAULTS, *CORRELATIONS, *CROSSING]
"""What the tests of the case format do to a case, each with a fault of its own: form, figures, rules, ranges."""


def faults() -> Iterator[Fault]:
    """Every fault of the spoilt cases, and those of tables of constituents and of travel times."""
    for _, spoil, _, _ in SPOILT:
        document = template_document()
        spoil(document)
        try:
            check_document(document, template_table)
        except CaseError as error:
            yield from error.faults
    for _, text, _, _ in SLIPS:
        yield slip_of(text)
    for _, text, _, _ in TABLES:
        yield from read_constituents(text, "people.csv")[1]
    for _, text, _, _ in BAD:
        yield from read(text)[1]
    for _, answer, _, _ in BAD_ANSWERS:
        yield from read(json.dumps(answer), "times.json")[1]


def test_faults_of_a_case_file_and_its_tables() -> None:
    """The path of a fault is the same in every language; all else comes through the catalogue."""
    found = list(faults())
    assert len({fault.problem.text for fault in found}) > 100
    for fault in found:
        where, problem, remedy = (unmarked(part) for part in say_fault(fault, MARKED))
        assert (where, problem, remedy) == say_fault(fault)
        if len(problem) < WORDS_LIMIT:  # what is cut has lost its last mark
            all_through_the_catalogue(*say_fault(fault, MARKED)[1:])
        if not isinstance(fault.where, str):
            all_through_the_catalogue(say_fault(fault, MARKED)[0])
        assert fault_in_a_line(fault) == str(fault)


def texts_of_controls() -> dict[str, Any]:
    """Every function of the words that asks for nothing but the language."""
    found = {}
    for module in pkgutil.walk_packages(colocate.words.__path__, "colocate.words."):
        for name, function in inspect.getmembers(import_module(module.name), inspect.isfunction):
            parameters = inspect.signature(function).parameters.values()
            needed = [one.name for one in parameters if one.default is inspect.Parameter.empty]
            takes = [one.name for one in parameters]
            if (
                function.__module__ == module.name
                and "language" in takes
                and set(needed) <= {"language"}
                and not name.startswith("_")
            ):
                found[f"{module.name.removeprefix('colocate.words.')}.{name}"] = function
    return found


def words_of(said: Any) -> Iterator[str]:
    """Every text of what a function gives, however deep; the keys of a dict are no words."""
    if isinstance(said, str):
        yield said
    else:
        for one in said.values() if isinstance(said, dict) else said:
            yield from words_of(one)


CONTROLS = texts_of_controls()


@pytest.mark.parametrize("function", CONTROLS.values(), ids=CONTROLS)
def test_labels_of_controls_headings_and_notes(function: Any) -> None:
    all_through_the_catalogue(*words_of(function(language=MARKED)))
