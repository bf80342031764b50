"""The docxtpl template of the benchmark's report, as an officer would draw it in Word: docx_template.py OUT.docx (not timed)."""

import sys

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

FONT = "Liberation Sans"
STYLES = (("Normal", 10, False), ("Heading 1", 17, True), ("Heading 2", 12.5, True), ("List Bullet", 8, False))


def make(out):
    document = Document()
    set_up(document)
    front(document)
    kpis(document)
    activity(document)
    risks(document)
    tables(document)
    document.save(out)


def set_up(document):
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(18)
    section.top_margin = section.bottom_margin = Mm(20)
    for name, size, bold in STYLES:
        style = document.styles[name]
        style.font.name, style.font.size, style.font.bold = FONT, Pt(size), bold
        style.font.color.rgb = RGBColor(0x22, 0x22, 0x22)
        fonts = style.element.get_or_add_rPr().find(qn("w:rFonts"))
        for key in [k for k in fonts.attrib if "heme" in k]:
            del fonts.attrib[key]
        for key in ("ascii", "hAnsi", "cs", "eastAsia"):
            fonts.set(qn("w:" + key), FONT)
    cell = document.styles.add_style("Cell", 1)
    cell.base_style = document.styles["Normal"]
    cell.font.size, cell.paragraph_format.space_after = Pt(8), Pt(0)
    document.styles["Normal"].paragraph_format.space_after = Pt(6)
    section.different_first_page_header_footer = True
    section.header.paragraphs[0].text = "{{ council }}: {{ title }}"
    footer = section.footer.paragraphs[0]
    footer.text = "{{ period }}\tPage "
    page = OxmlElement("w:fldSimple")
    page.set(qn("w:instr"), "PAGE")
    footer._p.append(page)


def front(document):
    for text in ("{{ council }}", "{{ title }}", "{{ period }}", "{{ meeting }}", "{{ author }}"):
        document.add_paragraph(text, "Title" if "title" in text else None)
    document.add_page_break()
    document.add_paragraph("Contents")
    contents(document)
    document.add_page_break()
    document.add_heading("Executive summary", 1)
    tags(document, "{%p for p in summary %}", "{{ p }}", "{%p endfor %}")
    loop_table(document, [f"{{{{ matrix[0][{i}] }}}}" for i in range(7)], [f"{{{{ r[{i}] }}}}" for i in range(7)], "r in matrix[1:]")


def contents(document):
    paragraph = document.add_paragraph()
    for kind in ("begin", None, "separate", "end"):
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        else:
            element.text = 'TOC \\o "1-2" \\h \\z \\u'
        paragraph.add_run()._r.append(element)
    document.settings.element.append(OxmlElement("w:updateFields"))


def kpis(document):
    tags(document, "{%p for k in kpis %}", "{%p if k.new_theme %}")
    heading(document, "{{ k.theme }}", 1, new_page=True)
    tags(document, "{%p endif %}", "{%p if not k.new_theme %}")
    heading(document, "{{ k.ref }} {{ k.name }}", 2, new_page=True)
    tags(document, "{%p else %}")
    heading(document, "{{ k.ref }} {{ k.name }}", 2)
    tags(document, "{%p endif %}")
    status = document.add_table(rows=1, cols=6, style="Table Grid")
    fill(status.rows[0], ["Status", "{% cellbg k.rag_hex %}{{ k.rag }}", "Trend", "{{ k.trend }}", "Owner", "{{ k.owner }}"])
    tags(document, "{{ k.chart }}")
    trend = document.add_table(rows=4, cols=8, style="Table Grid")
    for row, (label, values) in zip(trend.rows, (("Measure", "quarters"), ("Actual", "actual"), ("Target", "target")), strict=False):
        fill(row, [label, *(f"{{{{ k.{values}[{i}] }}}}" for i in range(7))])
    fill(trend.rows[3], ["RAG", *(f"{{% cellbg k.rag_hexes[{i}] %}}{{{{ k.rags[{i}] }}}}" for i in range(7))])
    tags(document, "{%p for c in k.commentary %}", "{{ c }}", "{%p endfor %}", "Data notes", "{%p for n in k.notes %}")
    document.add_paragraph("{{ n }}", "List Bullet")
    tags(document, "{%p endfor %}", "{%p endfor %}")


def activity(document):
    heading(document, "Activity indicators", 1, new_page=True)
    tags(document, "{%p for a in activity %}")
    heading_with_break(document, "{{ a.ref }} {{ a.name }}", "a.brk")
    tags(document, "{{ a.chart }}", "{{ a.note }}", "{%p endfor %}")


def risks(document):
    heading(document, "Risk register", 1, new_page=True)
    cells = [
        "{{ r.ref }}",
        "{{ r.risk }}",
        "{{ r.likelihood }}",
        "{{ r.impact }}",
        "{% cellbg r.rag_hex %}{{ r.score }}",
        "{{ r.owner }}",
        "",
    ]
    table = loop_table(document, ["Ref", "Risk", "L", "I", "Score", "Owner", "Actions"], cells, "r in risks")
    actions = table.rows[2].cells[6]
    actions.paragraphs[0].text = "{%p for x in r.actions %}"
    actions.add_paragraph("{{ x }}", "List Bullet")
    actions.add_paragraph("{%p endfor %}", "Cell")


def tables(document):
    heading(document, "Supplementary tables", 1, new_page=True)
    tags(document, "{%p for t in tables %}")
    heading_with_break(document, "{{ t.title }}", "t.brk")
    loop_table(document, [f"{{{{ t.header[{i}] }}}}" for i in range(7)], [f"{{{{ r[{i}] }}}}" for i in range(7)], "r in t.rows")
    tags(document, "{%p endfor %}")


def tags(document, *texts):
    for text in texts:
        document.add_paragraph(text)


def heading(document, text, level, *, new_page=False):
    document.add_heading(text, level).paragraph_format.page_break_before = new_page


def heading_with_break(document, text, condition):
    tags(document, f"{{%p if {condition} %}}")
    heading(document, text, 2, new_page=True)
    tags(document, "{%p else %}")
    heading(document, text, 2)
    tags(document, "{%p endif %}")


def loop_table(document, head, body, loop):
    table = document.add_table(rows=0, cols=len(head), style="Table Grid")
    fill(table.add_row(), head)
    fill(table.add_row(), [f"{{%tr for {loop} %}}"])
    fill(table.add_row(), body)
    fill(table.add_row(), ["{%tr endfor %}"])
    return table


def fill(row, texts):
    for cell, text in zip(row.cells, texts, strict=False):
        cell.paragraphs[0].style = "Cell"
        cell.paragraphs[0].text = text


if __name__ == "__main__":
    make(sys.argv[1])
