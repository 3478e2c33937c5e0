"""Makes the template of the paper in Word that comes with the program: `python -m colocate.export.paper.make_template`.

What an agency changes is the file itself, in Word; this only keeps how it was made.
"""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from colocate.export.paper.word import KEYS, TEMPLATE, packed_alike
from colocate.words.paper.annex import KEY as ANNEX
from colocate.writing import write_whole

FONT = "Arial"
INK, GREY = RGBColor(0x00, 0x52, 0x7F), RGBColor(0x4A, 0x4A, 0x4A)
HEAD, OPEN = "E6F0F6", "FFF6D6"
"""What the first row of a table, and a place still to be filled in, are shaded with."""


def template() -> bytes:
    """Make the template: first how a block looks, as a macro; then the paper, section by section."""
    document = Document()
    _styles(document)
    _page(document)
    for line in ("{%p macro blocks(section) %}", "{%p for block in section.blocks %}"):
        document.add_paragraph(line)
    _kind(document, "text", "Body Text")
    _kind(document, "open", "Paper open")
    _kind(document, "note", "Paper note")
    _kind(document, "lead", "Paper lead")
    document.add_paragraph('{%p if block.kind == "bullets" %}')
    document.add_paragraph("{%p for line in block.lines %}")
    document.add_paragraph("{{ line }}", style="List Bullet")
    document.add_paragraph("{%p endfor %}")
    document.add_paragraph("{%p endif %}")
    _table(document)
    _picture(document)
    for line in ("{%p endfor %}", "{%p endmacro %}"):
        document.add_paragraph(line)
    document.add_paragraph("{{ kind }}", style="Subtitle")
    document.add_paragraph("{{ title }}", style="Title")
    document.add_paragraph("{{ about }}", style="Body Text")
    document.add_paragraph("{%p if warning %}")
    document.add_paragraph("{{ warning }}", style="Paper lead")
    document.add_paragraph("{%p endif %}")
    document.add_paragraph("{{ answer_title }}", style="Paper note")
    document.add_paragraph("{{ answer }}", style="Paper answer")
    for key in (*KEYS, ANNEX):
        document.add_paragraph(f"{{%p if {key} %}}")
        heading = document.add_paragraph(f"{{{{ {key}.title }}}}", style="Heading 1")
        if key == ANNEX:
            heading.paragraph_format.page_break_before = True
        document.add_paragraph(f"{{{{p blocks({key}) }}}}")
        document.add_paragraph("{%p endif %}")
    into = io.BytesIO()
    document.save(into)
    return packed_alike(into.getvalue())


def _kind(document: Any, kind: str, style: str) -> None:
    document.add_paragraph(f'{{%p if block.kind == "{kind}" %}}')
    document.add_paragraph("{{ block.text }}", style=style)
    document.add_paragraph("{%p endif %}")


def _table(document: Any) -> None:
    """Write the table: a first row that repeats, then a row for each; the cells of a row are repeated too."""
    document.add_paragraph('{%p if block.kind == "table" %}')
    _caption(document, "{{ table_label }} ", "Table")
    made = document.add_table(rows=4, cols=3)
    made.style = document.styles["Table Grid"]
    look = made._tbl.tblPr.find(qn("w:tblLook"))
    for name, value in (("firstRow", "1"), ("firstColumn", "1"), ("noVBand", "1")):
        look.set(qn(f"w:{name}"), value)
    _cells(made.rows[0], ("{%tc for column in block.columns %}", "{{ column }}", "{%tc endfor %}"), "Table head")
    _row(made.rows[0], "w:tblHeader")
    made.rows[1].cells[0].paragraphs[0].text = "{%tr for row in block.rows %}"
    _cells(made.rows[2], ("{%tc for entry in row %}", "{%p if loop.first %}", "{%tc endfor %}"), "Table text")
    cell = made.rows[2].cells[1]
    for text, style in (
        ("{{ entry.words }}", "Table head"),
        ("{%p else %}", ""),
        ("{{ entry.words }}", "Table text"),
        ("{%p endif %}", ""),
        ("{%p if entry.below %}", ""),
        ("{{ entry.below }}", "Table note"),
        ("{%p endif %}", ""),
    ):
        cell.add_paragraph(text, style=style or None)
    _row(made.rows[2], "w:cantSplit")
    made.rows[3].cells[0].paragraphs[0].text = "{%tr endfor %}"
    _shade(made.rows[0].cells[1]._tc.get_or_add_tcPr(), HEAD)
    document.add_paragraph("", style="Paper gap")
    document.add_paragraph("{%p endif %}")


def _picture(document: Any) -> None:
    document.add_paragraph('{%p if block.kind == "picture" %}')
    _caption(document, "{{ figure_label }} ", "Figure")
    document.add_paragraph("{{ block.image }}", style="Body Text")
    document.add_paragraph("{%p endif %}")


def _caption(document: Any, label: str, counted: str) -> None:
    """Write a caption whose number Word counts itself."""
    caption = document.add_paragraph(style="Caption")
    caption.add_run(label)
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), f" SEQ {counted} \\* ARABIC ")
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = "{{ block.number }}"
    run.append(text)
    field.append(run)
    caption._p.append(field)
    caption.add_run(". {{ block.title }}")


def _cells(row: Any, texts: tuple[str, ...], style: str) -> None:
    for cell, text in zip(row.cells, texts, strict=True):
        cell.paragraphs[0].text = text
        cell.paragraphs[0].style = style


def _row(row: Any, *names: str) -> None:
    for name in names:
        row._tr.get_or_add_trPr().append(OxmlElement(name))


def _shade(properties: Any, colour: str) -> None:
    shading = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", colour)):
        shading.set(qn(f"w:{name}"), value)
    properties.append(shading)


def _page(document: Any) -> None:
    """Set the paper, and a foot with the case and the page's number."""
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(18)
    section.top_margin, section.bottom_margin, section.footer_distance = Mm(15), Mm(16), Mm(8)
    foot = section.footer.paragraphs[0]
    foot.style = "Paper note"
    foot.add_run("{{ foot }} {{ page_label }} ")
    for name, between in ((" PAGE ", " / "), (" NUMPAGES ", "")):
        field = OxmlElement("w:fldSimple")
        field.set(qn("w:instr"), name)
        run = OxmlElement("w:r")
        text = OxmlElement("w:t")
        text.text = "1"
        run.append(text)
        field.append(run)
        foot._p.append(field)
        if between:
            foot.add_run(between)


def _styles(document: Any) -> None:
    """Set the styles: those that Word knows for headings, captions and lists, and a few of the paper's own."""
    styles = document.styles
    _style(styles["Normal"], 9, 0, 2)
    _style(styles["Body Text"], 9, 0, 3)
    _style(styles["List Bullet"], 9, 0, 1)
    _style(styles["Title"], 15, 0, 2, bold=True)
    _style(styles["Subtitle"], 9, 0, 0, colour=GREY)
    _style(styles["Heading 1"], 11, 9, 2, bold=True, colour=INK)
    _style(styles["Caption"], 8, 4, 2, italic=True, colour=GREY)
    styles["Caption"].paragraph_format.keep_with_next = True
    borders = styles["Title"].element.pPr.find(qn("w:pBdr"))
    if borders is not None:
        styles["Title"].element.pPr.remove(borders)
    for name, size, before, after, more in OWN:
        made = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        made.base_style = styles["Normal"]
        made.quick_style = True
        _style(made, size, before, after, **more)
    styles["Paper lead"].paragraph_format.keep_with_next = True
    properties = styles["Paper open"].element.get_or_add_pPr()
    _shade(properties, OPEN)
    properties.insert(0, properties[-1])  # Word wants it before the spacing
    for language in styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "en-GB")


OWN: tuple[tuple[str, float, float, float, dict[str, Any]], ...] = (
    ("Paper open", 9, 0, 3, {"italic": True}),
    ("Paper note", 7.5, 0, 2, {"colour": GREY}),
    ("Paper lead", 9, 4, 1, {"bold": True}),
    ("Paper answer", 11, 0, 5, {"bold": True}),
    ("Paper gap", 4, 0, 0, {}),
    ("Table head", 8, 0, 0, {"bold": True}),
    ("Table text", 8, 0, 0, {}),
    ("Table note", 7, 0, 0, {"colour": GREY}),
)
"""Styles of the paper's own: size in points, space before and after."""


def _style(
    style: Any,
    size: float,
    before: float,
    after: float,
    *,
    bold: bool = False,
    italic: bool = False,
    colour: RGBColor = RGBColor(0x1A, 0x1A, 0x1A),  # noqa: B008 - a constant
) -> None:
    font = style.font
    font.name, font.size, font.bold, font.italic = FONT, Pt(size), bold, italic
    font.color.rgb = colour
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in list(fonts.attrib):
        if name.endswith("Theme"):
            del fonts.attrib[name]
    for name in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{name}"), FONT)
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
    style.paragraph_format.line_spacing = 1.05


if __name__ == "__main__":
    write_whole(Path(str(TEMPLATE)), template())
