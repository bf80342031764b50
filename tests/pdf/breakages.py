"""Deliberate breakages of a valid file, one at a time: a validator that finds nothing proves nothing."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator

import pikepdf
from pikepdf import Array, Dictionary, Name, String

MARK = rb"/\w+ <</MCID \d+>> BDC"


def broken(data: bytes, change: Callable[[pikepdf.Pdf], None]) -> bytes:
    """The file as `change` leaves it."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        change(pdf)
        out = io.BytesIO()
        pdf.save(out, deterministic_id=True)
    return out.getvalue()


def elements(pdf: pikepdf.Pdf, role: str) -> list[pikepdf.Object]:
    """The elements of the structure that have this role."""
    return [each for each in pdf.objects if isinstance(each, Dictionary) and each.get("/S") == Name(role) and "/P" in each]


def annotations(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """Every annotation of every page."""
    return (each for page in pdf.pages for each in page.get("/Annots", []))


def rewrite(page: pikepdf.Page, pattern: bytes, replacement: bytes) -> None:
    """Replace in a page's content."""
    page.Contents.write(re.sub(pattern, replacement, page.Contents.read_bytes(), flags=re.DOTALL))


def lose_alternative_text(pdf):
    del elements(pdf, "/Figure")[0]["/Alt"]


def lose_language(pdf):
    del pdf.Root["/Lang"]
    for each in elements(pdf, "/Document"):
        del each["/Lang"]


def lose_claim(pdf):
    pdf.Root.Metadata.write(pdf.Root.Metadata.read_bytes().replace(b"<pdfuaid:part>1", b"<pdfuaid:part>7"))


def lose_schema_of_claim(pdf):
    packet = re.sub(rb"<pdfaExtension:schemas>.*?</pdfaExtension:schemas>", b"", pdf.Root.Metadata.read_bytes(), flags=re.DOTALL)
    pdf.Root.Metadata.write(packet)


def lose_title(pdf):
    pdf.Root.Metadata.write(re.sub(rb"<dc:title>.*?</dc:title>", b"", pdf.Root.Metadata.read_bytes(), flags=re.DOTALL))


def lose_title_display(pdf):
    del pdf.Root["/ViewerPreferences"]


def lose_structure(pdf):
    del pdf.Root["/StructTreeRoot"]


def lose_tagged_mark(pdf):
    del pdf.Root["/MarkInfo"]


def skip_a_heading_level(pdf):
    elements(pdf, "/H2")[0]["/S"] = Name("/H4")


def lose_parent_tree(pdf):
    del pdf.Root.StructTreeRoot["/ParentTree"]


def lose_link_description(pdf):
    del next(annotations(pdf))["/Contents"]


def lose_links_place_in_structure(pdf):
    del next(annotations(pdf))["/StructParent"]


def lose_print_flag(pdf):
    del next(annotations(pdf))["/F"]


def lose_tab_order(pdf):
    for page in pdf.pages:
        del page.obj["/Tabs"]


def lose_output_intent(pdf):
    del pdf.Root["/OutputIntents"]


def lose_unicode_map(pdf):
    del next(iter(pdf.pages[0].Resources.Font.values()))["/ToUnicode"]


def lose_font_file(pdf):
    del next(iter(pdf.pages[0].Resources.Font.values())).DescendantFonts[0].FontDescriptor["/FontFile2"]


def mark_nothing(pdf):
    rewrite(pdf.pages[2], MARK + rb"|EMC|/Artifact BMC", b"")


def lose_one_mark(pdf):
    rewrite(pdf.pages[2], rb"/P <</MCID \d+>> BDC(.*?)EMC", rb"\1")


def decorate_within_content(pdf):
    rewrite(pdf.pages[2], rb"(/P <</MCID \d+>> BDC)(.*?)EMC", rb"\1 /Artifact BMC\2 EMC EMC")


def lose_scope(pdf):
    for each in elements(pdf, "/TH"):
        if "/A" in each:
            del each["/A"]


def lose_a_cell(pdf):
    row = max(elements(pdf, "/TR"), key=lambda each: len(each.K))
    del row.K[-1]


def put_a_paragraph_in_a_list(pdf):
    for each in elements(pdf, "/LBody"):
        each["/S"] = Name("/P")


def put_a_row_in_a_paragraph(pdf):
    elements(pdf, "/Table")[0]["/S"] = Name("/P")


def invent_a_role(pdf):
    elements(pdf, "/P")[0]["/S"] = Name("/Absatz")


def forget_a_notes_name(pdf):
    del elements(pdf, "/Note")[0]["/ID"]


def run_a_script(pdf):
    pdf.Root["/OpenAction"] = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))


def carry_a_file(pdf):
    pdf.attachments["figures.csv"] = b"1,2"


def show_through(pdf):
    pdf.pages[0].obj["/Group"] = Dictionary(S=Name.Transparency, CS=Name.DeviceCMYK)


def call_pictures_pictures(pdf):
    for each in elements(pdf, "/Figure"):
        each["/Alt"] = String("image")


def read_backwards(pdf):
    document = elements(pdf, "/Document")[0]
    document["/K"] = Array(list(document.K)[::-1])


def call_headings_paragraphs(pdf):
    for level in range(1, 5):
        for each in elements(pdf, f"/H{level}"):
            each["/S"] = Name("/P")


def write_in_the_wrong_language(pdf):
    elements(pdf, "/Document")[0]["/Lang"] = String("fr")


BREAKAGES = (
    lose_alternative_text,
    lose_language,
    lose_claim,
    lose_schema_of_claim,
    lose_title,
    lose_title_display,
    lose_structure,
    lose_tagged_mark,
    skip_a_heading_level,
    lose_parent_tree,
    lose_link_description,
    lose_links_place_in_structure,
    lose_print_flag,
    lose_tab_order,
    lose_output_intent,
    lose_unicode_map,
    lose_font_file,
    mark_nothing,
    lose_one_mark,
    decorate_within_content,
    lose_scope,
    lose_a_cell,
    put_a_paragraph_in_a_list,
    put_a_row_in_a_paragraph,
    invent_a_role,
    forget_a_notes_name,
    run_a_script,
    carry_a_file,
    show_through,
    call_pictures_pictures,
    read_backwards,
    call_headings_paragraphs,
    write_in_the_wrong_language,
)
