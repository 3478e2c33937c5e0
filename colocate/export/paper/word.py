"""The paper as a file of Word, made from a template that an agency can change in Word (docxtpl on python-docx)."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime
from importlib import resources
from pathlib import Path
from typing import Any

from docx.document import Document
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.shared import Emu, Mm
from docx.table import Table
from docxtpl import DocxTemplate, InlineImage  # type: ignore[import-untyped]
from jinja2.sandbox import ImmutableSandboxedEnvironment

from colocate.export.paper.faults import TemplateFaultError
from colocate.export.paper.plain import Plain
from colocate.export.paper.typst_pdf import picture_of
from colocate.stopping import look
from colocate.words.paper.annex import KEY as ANNEX
from colocate.words.paper.annex import no_place

TEMPLATE = resources.files("colocate.export.paper").joinpath("paper-template.docx")
KEYS = (
    "asked", "question", "background", "options", "tests", "money", "payers", "access", "mandate", "government",
    "coordinators", "risks", "changes", "recommendation", "documents", "assumptions", "steps", "signatures",
)  # fmt: skip
"""The sections by their names in a template, in the order of the one that comes with the program, before the annex."""

LONGEST_PROPERTY = 255
"""Characters that Word takes for a title or an author."""

PICTURE_WIDTH = Mm(165)
HAND = Mm(11)
"""The height of a row that is written into by hand."""

LANGUAGES = {"en": "en-GB"}
CELL_MARGIN = 108
"""Twentieths of a point that Word keeps free beside the text of a cell; a table stands as much to the right."""

TWENTIETH = 635
"""A twentieth of a point in the units of python-docx."""

AFTER_INDENT = ("w:tblBorders", "w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook", "w:tblCaption", "w:tblDescription")
ALWAYS = (1980, 1, 1, 0, 0, 0)
"""The time of every part in the file: the same paper gives the same bytes."""


def docx_of(paper: Plain, day: date, template: Path | None = None) -> bytes:
    """Fill a template in; the same paper and day give the same bytes. TemplateFaultError where it cannot be filled.

    Texts of the case are values, escaped; the template is run where it can reach nothing but them.
    """
    look()
    source = TEMPLATE.read_bytes() if template is None else _read(template)
    sections = [{**one, "blocks": [_drawn(block) for block in one["blocks"]]} for one in paper["sections"]]
    look()
    try:
        filled = DocxTemplate(io.BytesIO(source))
        filled.init_docx()
        environment = ImmutableSandboxedEnvironment(autoescape=True)
        filled.render(_context({**paper, "sections": sections}, filled), environment, autoescape=True)
        _look_for_annex(filled.docx, paper)
        _properties(filled.docx, paper, day)
        _finish_tables(filled.docx, paper)
        into = io.BytesIO()
        filled.docx.save(into)
    except TemplateFaultError:
        raise
    except Exception as error:  # what a template holds can fail in any way: in jinja, lxml, zlib, arithmetic
        raise TemplateFaultError(str(error)) from error
    look()
    return packed_alike(into.getvalue())


def packed_alike(content: bytes) -> bytes:
    """Pack a file of Word anew without the time of its making."""
    into = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as packed:
        for name in source.namelist():
            part = zipfile.ZipInfo(name, ALWAYS)
            part.compress_type = zipfile.ZIP_DEFLATED
            packed.writestr(part, source.read(name))
    return into.getvalue()


def _look_for_annex(document: Document, paper: Plain) -> None:
    """Refuse a template that leaves out the annex, which was asked for: nobody would see that it is missing."""
    wanted = [one["title"] for one in paper["sections"] if one["key"] == ANNEX]
    if wanted and not any(wanted[0] in one.text for one in document.paragraphs):
        raise TemplateFaultError(no_place())


def _read(template: Path) -> bytes:
    try:
        return template.read_bytes()
    except OSError as error:
        raise TemplateFaultError(error.strerror or str(error)) from error


def _context(paper: Plain, filled: DocxTemplate) -> Plain:
    """Give what a template may name: the paper's own texts, each section by its name, and all of them in order."""
    sections = [{**one, "blocks": [_with_image(block, filled) for block in one["blocks"]]} for one in paper["sections"]]
    named = {one["key"]: one for one in sections}
    return {**dict.fromkeys((*KEYS, ANNEX)), **paper, "sections": sections, **named}


def _drawn(block: Plain) -> Plain:
    return {**block, "image": picture_of(block)} if block["kind"] == "picture" else block


def _with_image(block: Plain, filled: DocxTemplate) -> Plain:
    if block["kind"] != "picture":
        return block
    return {**block, "image": _Described(filled, io.BytesIO(block["image"]), block["alt"])}


class _Described(InlineImage):  # type: ignore[misc]
    """A picture in a line of text, with its text alternative."""

    def __init__(self, filled: DocxTemplate, image: io.BytesIO, alt: str) -> None:
        super().__init__(filled, image, width=PICTURE_WIDTH)
        self.alt = alt

    def _insert_image(self) -> str:
        part = self.tpl.current_rendering_part.new_pic_inline(self.image_descriptor, self.width, self.height).xml
        drawn = parse_xml(part)
        for one in (*drawn.iter(qn("wp:docPr")), *drawn.iter(qn("pic:cNvPr"))):
            one.set("descr", self.alt)
        return f'</w:t></w:r><w:r><w:drawing>{drawn.xml}</w:drawing></w:r><w:r><w:t xml:space="preserve">'


def _properties(document: Document, paper: Plain, day: date) -> None:
    """Say in the file's properties what it is, in which language, and of which day."""
    properties = document.core_properties
    properties.title = paper["title"][:LONGEST_PROPERTY]
    properties.subject = paper["kind"][:LONGEST_PROPERTY]
    properties.author = paper["about"][:LONGEST_PROPERTY]
    properties.comments = paper["foot"][:LONGEST_PROPERTY]
    properties.keywords = ""
    properties.last_modified_by = ""
    language = LANGUAGES.get(paper["language"], paper["language"])
    properties.language = language
    properties.revision = 1
    properties.created = properties.modified = datetime(day.year, day.month, day.day)
    for one in document.styles.element.iter(qn("w:lang")):
        one.set(qn("w:val"), language)


def _finish_tables(document: Document, paper: Plain) -> None:
    """Give each table that has a caption of the paper its text alternative, and its columns their widths."""
    known = {block["title"]: block for section in paper["sections"] for block in section["blocks"] if "rows" in block}
    for table in document.tables:
        caption = table._tbl.getprevious()
        said = "" if caption is None else "".join(one.text or "" for one in caption.iter(qn("w:t")))
        block = next((one for title, one in known.items() if said.endswith(f". {title}")), None)
        if block is not None:
            _describe(table, block)
            _widen(document, table, block["weights"])
        if block is not None and block["tall"]:
            for row in table.rows[1:]:
                row.height = HAND


def _describe(table: Table, block: Plain) -> None:
    properties = table._tbl.tblPr
    for name, text in (("w:tblCaption", block["title"]), ("w:tblDescription", "; ".join(block["columns"]))):
        properties.remove_all(name)  # what a template has; Word opens no file that has it twice
        told = OxmlElement(name)
        told.set(qn("w:val"), text)
        properties.append(told)


def _widen(document: Document, table: Table, weights: list[int]) -> None:
    """Share the width of the page among the columns by their weights."""
    whole = sum(weights)
    section = document.sections[0]
    inside = (section.page_width or 0) - (section.left_margin or 0) - (section.right_margin or 0)
    inside -= CELL_MARGIN * TWENTIETH
    widths = [int(inside * one / whole) for one in weights]
    table.autofit = False
    indent = OxmlElement("w:tblInd")
    indent.set(qn("w:w"), str(CELL_MARGIN))
    indent.set(qn("w:type"), "dxa")
    table._tbl.tblPr.remove_all("w:tblInd")
    table._tbl.tblPr.insert_element_before(indent, *AFTER_INDENT)
    grid: Any = table._tbl.tblGrid
    for column in list(grid):
        grid.remove(column)
    for width in widths:
        column = OxmlElement("w:gridCol")
        column.set(qn("w:w"), str(round(width / TWENTIETH)))
        grid.append(column)
    for row in table._tbl.tr_lst:
        for cell, width in zip(row.tc_lst, widths, strict=False):
            cell.width = Emu(width)
