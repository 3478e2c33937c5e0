"""The first sheet: what the workbook is, of which case and version, how to read it, and whether it agrees."""

from __future__ import annotations

from collections.abc import Mapping

from colocate.export.workbook.sheet import TITLE_HEIGHT, Sheet
from colocate.model.futures import Futures
from colocate.version import VERSION
from colocate.words import workbook_results as results
from colocate.words.language import Language

COLUMNS, CHARACTERS = 2, 150
"""Columns of the sheet, and what of a sentence goes onto one line over all of them."""


def write_about(sheet: Sheet, futures: Futures, fingerprint: str, checks: tuple[str, str], language: Language) -> None:
    """Write the first sheet; `checks` has the cell that counts rows that differ, and how many inputs were changed."""
    case = futures.case
    sheet.texts([case.title], "title")
    sheet.texts([results.about_title(language)], "part")
    for line in results.purpose(language):
        sheet.told(line, COLUMNS, CHARACTERS)
    sheet.row += 1
    differ, changed = checks
    sheet.texts([results.checks_title(language)], "part")
    agrees, moved, wrong = results.verdicts(language)
    formula = f'IF({differ}=0,"{agrees}",IF({changed}>0,"{moved}","{wrong}"))'
    sheet.text(0, results.master_check(language))
    sheet.formula(1, formula, agrees, "check", "@")
    sheet.row += 1
    for name, cell in ((results.rows_that_differ(language), differ), (results.changed_inputs(language), changed)):
        sheet.text(0, name)
        sheet.formula(1, cell, 0.0, "formula", "0")
        sheet.row += 1
    sheet.row += 1
    sheet.texts([results.case_title(language)], "part")
    for name, value in results.facts(case, VERSION, fingerprint, futures.draws, futures.seed, language):
        sheet.texts([name, value], "text")
    sheet.row += 1
    write_key(sheet, results.key(language), language)
    sheet.texts([results.sheets_title(language)], "part")
    for name, meaning in results.sheets(language):
        sheet.texts([name, meaning], "text")
    sheet.row += 1
    sheet.texts([results.rules_title(language)], "part")
    for line in results.rules(language):
        sheet.told(line, COLUMNS, CHARACTERS)
    sheet.sheet.set_row(0, TITLE_HEIGHT)
    sheet.set_up((64.0, 100.0), (0, 0))


def write_key(sheet: Sheet, key: Mapping[str, str], language: Language) -> None:
    """Write each style in its own look, with what it means."""
    sheet.texts([results.key_title(language)], "part")
    for kind, meaning in key.items():
        sheet.text(0, results.sample(kind, language), kind)
        sheet.text(1, meaning)
        sheet.row += 1
    sheet.row += 1
