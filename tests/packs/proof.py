"""The parts of the proof pack: papers of ours, what officers and other programs send, and what the public may not see."""

from __future__ import annotations

import io
import shutil
from pathlib import Path

from docx import Document as WordFile
from docx.oxml import parse_xml
from PIL import Image, ImageDraw

from papers.commands.build import build
from papers.commands.printing import converted, converter
from tests.conftest import KENT
from tests.packs.parts import ours, plain, saved
from tests.packs.test_agenda import MEETING
from tests.packs.test_pack import CLOSED, item, paper

SECRETS = ("Harrow and Finch tender for the northern depot", "Settlement with the dismissed manager of the depot")
"""The titles of closed papers, which no public file may hold."""
COVER, HEALTH, PART = "cabinet-cover-report", "directorate-public-health", "directorate-waste-management"
EDIT = "An officer adds this sentence by hand."
BOX = (
    '<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml"><w:pict>'
    '<v:shape style="width:200pt;height:40pt"><v:textbox><w:txbxContent><w:p><w:r><w:t>Words in a box</w:t></w:r></w:p></w:txbxContent>'
    "</v:textbox></v:shape></w:pict></w:r>"
)
TYPST = """#set document(title: "Minutes of the last meeting", date: none)
#set text(lang: "en", region: "GB")
= Minutes of the last meeting
See #link(<next>)[the matters arising].
#pagebreak()
== Matters arising <next>
There were none.
"""
WEB = """<html lang="en-GB"><title>Consultation</title><style>@page { size: A4; margin: 2cm }</style><body><h1>Consultation</h1>
<p>What people said is <a href="#more">on the next page</a>.</p><h2 id="more" style="break-before: page">What people said</h2>
<table><thead><tr><th scope="col">Answer</th><th scope="col">People</th></tr></thead><tbody><tr><td>Yes</td><td>212</td></tr></tbody></table></body></html>"""


def write_parts(folder: Path) -> None:
    """Every file that the agenda names."""
    import typst
    import weasyprint

    shutil.copytree(KENT, folder / "report")
    build(folder / "report", folder / "built", only=[PART], formats=["docx"])
    edited = WordFile(folder / "built" / f"{PART}.docx")
    edited.paragraphs[-1].insert_paragraph_before(EDIT)
    edited.save(folder / "edited.docx")
    (folder / "minutes.typ").write_text(TYPST, "utf-8")
    typst.compile(str(folder / "minutes.typ"), output=str(folder / "minutes.pdf"), pdf_standards=["ua-1"])
    weasyprint.HTML(string=WEB).write_pdf(folder / "consultation.pdf", pdf_variant="pdf/ua-1")
    officers_word("A plain report").save(folder / "plain.docx")
    boxed = officers_word("A report with a box")
    boxed.paragraphs[-1]._p.append(parse_xml(BOX))
    boxed.save(folder / "boxed.docx")
    data = io.BytesIO()
    officers_word("Printed by the officer").save(data)
    (folder / "printed.pdf").write_bytes(converted(converter(), data.getvalue(), ".docx"))
    (folder / "scan.pdf").write_bytes(scanned("PDF"))
    (folder / "photograph.png").write_bytes(scanned("PNG"))
    (folder / "plan.pdf").write_bytes(
        saved(plain(1191, 842, content=b"BT /F 12 Tf 20 5 Td (At the very foot) Tj 0 820 Td (At the very head) Tj ET"))
    )
    turned = plain(content=b"q 0.8 0.9 1 rg 0 0 595 842 re f Q BT /F 12 Tf 0 1 -1 0 300 200 Tm (Turned words) Tj ET")
    turned.pages[0].Rotate = 90
    (folder / "turned.pdf").write_bytes(saved(turned))
    for n, title in enumerate(SECRETS):
        (folder / f"closed-{n}.pdf").write_bytes(ours(title, 2))


def officers_word(title):
    """A Word file as python-docx makes it: two headings, a list and a table."""
    made = WordFile()
    made.core_properties.title, made.core_properties.author = title, "An officer"
    made.add_heading(title, 1)
    made.add_paragraph("Words of an officer about a matter.")
    made.add_heading("What is asked", 2)
    made.add_paragraph("Agree it", style="List Bullet")
    table = made.add_table(2, 2)
    table.cell(0, 0).text, table.cell(0, 1).text, table.cell(1, 0).text, table.cell(1, 1).text = "Year", "Cost", "2014", "12"
    made.add_paragraph("The end.")
    return made


def scanned(kind):
    """A picture of a page."""
    out = io.BytesIO()
    picture = Image.new("RGB", (827, 1169), "white")
    ImageDraw.Draw(picture).rectangle((80, 80, 700, 1160), outline="black", width=3)
    picture.save(out, kind, resolution=100)
    return out.getvalue()


AGENDA = (
    MEETING
    + item("1", "Apologies")
    + item("2", "Minutes", paper("Minutes", file="minutes.pdf"))
    + item(
        "5",
        "Performance",
        paper("Cover report", report="report", paper=COVER),
        paper("Public health", label="Appendix 1", report="report", paper=HEALTH),
        paper("Tenders", label="Appendix 2", file="closed-0.pdf", **CLOSED),
    )
    + item("6", "Waste", paper("Waste", file="edited.docx"))
    + item("7", "A plain report", paper("Report", file="plain.docx"))
    + item("8", "A report with a box", paper("Report", file="boxed.docx"))
    + item("9", "Consultation", paper("Answers", file="consultation.pdf"))
    + item("10", "Printed", paper("Report", file="printed.pdf"))
    + item("11", "The site", paper("Letter", file="scan.pdf"), paper("Photograph", file="photograph.png", alt="The site from the east"))
    + item("12", "Plans", paper("Plan", file="plan.pdf"), paper("Turned plan", file="turned.pdf"))
    + item("E1", "Staffing", paper("A settlement", file="closed-1.pdf"), public_title="A staffing matter", **CLOSED)
)
