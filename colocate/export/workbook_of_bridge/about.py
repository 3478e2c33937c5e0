"""The first sheet of the workbook of two cases: what differs, whether the steps add up, and how to read the rest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from colocate.analysis.bridge.bridge import Bridge
from colocate.export.figures import fingerprint
from colocate.export.workbook.about import CHARACTERS, write_key
from colocate.export.workbook.sheet import Sheet
from colocate.version import VERSION
from colocate.words import bridge as said
from colocate.words import workbook_of_bridge as words
from colocate.words import workbook_results as results
from colocate.words.bridge_rows import measures_of
from colocate.words.language import Language

Names = tuple[str, str]
"""Names of the files of the first case and the second, empty where there is none."""

WIDTHS = (44.0, 60.0, 60.0)


def write_about(
    found: Bridge, sheets: Mapping[str, Sheet], files: Names, checks: Sequence[str], language: Language
) -> None:
    """Write the first sheet; `checks` has the cells that are 0 where sums are what the program found."""
    sheet = sheets["about"]

    def told(title: str, lines: Sequence[str]) -> None:
        if title:
            sheet.texts([title], "part")
        for line in lines:
            sheet.told(line, len(WIDTHS), CHARACTERS)
        sheet.row += 1

    sheet.texts([said.compared(language)], "title")
    told("", words.purpose(language))
    findings = [f"{said.finding_bridge(found, one, language=language).title}." for one in measures_of(found)]
    told(
        words.finding_title(language),
        [said.headline(found, language=language), *said.notes(found, language=language), *findings],
    )
    _check(sheet, checks, language)
    _cases(found, sheet, files, language)
    if found.steps:
        told(words.steps_title(language), said.method(found, language=language))
    write_key(sheet, words.key(language), language)
    sheet.texts([results.sheets_title(language)], "part")
    for name, one in sheets.items():
        if one is not sheet:
            sheet.texts([one.name, words.sheet_in_words(name, language)], "text")
    sheet.row += 1
    told(
        results.rules_title(language),
        [*words.rules(language), words.made_by(VERSION, found.draws, found.seed, language)],
    )
    sheet.set_up(WIDTHS, (0, 0))


def _check(sheet: Sheet, checks: Sequence[str], language: Language) -> None:
    """Write the one check over all sums, and how many of them differ."""
    sheet.texts([results.checks_title(language)], "part")
    if not checks:
        sheet.told(words.no_bridge(language), len(WIDTHS), CHARACTERS)
        sheet.row += 1
        return
    agrees, wrong = words.verdicts(language)
    count = f"$B${sheet.row + 2}"
    sheet.text(0, words.master_check(language))
    sheet.formula(1, f'IF({count}=0,"{agrees}","{wrong}")', agrees, "check", "@")
    sheet.row += 1
    sheet.text(0, words.sums_that_differ(language))
    sheet.formula(1, f"SUM({','.join(checks)})", 0.0, "formula", "0")
    sheet.row += 2


def _cases(found: Bridge, sheet: Sheet, files: Names, language: Language) -> None:
    sheet.texts([words.cases_title(language)], "part")
    sheet.texts(words.cases_headings(language), "heading")
    both = [
        words.facts(case, file, fingerprint(case.document), language)
        for case, file in zip(said.both(found), files, strict=True)
    ]
    for (name, first), (_, second) in zip(*both, strict=True):
        if first or second:
            sheet.as_high_as([name, first, second], WIDTHS)
            sheet.text(0, name)
            sheet.text(1, first, "wrapped")
            sheet.text(2, second, "wrapped")
            sheet.row += 1
    sheet.row += 1
