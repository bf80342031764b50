"""Public files with restricted words hidden in them, each in another place."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, String
from PIL import Image, PngImagePlugin

SECRET = (
    "The preferred bidder for the Northgate depot is Harrow and Finch Limited, whose sealed tender of £412,350 was the lowest of three. "
    "Officers advise members to settle the dismissed manager's claim for a payment of 87.5 thousand before the tribunal sits in March."
)
RUN = "sealed tender of £412,350 was the lowest of three"
BOILERPLATE = "This report has been prepared in line with the corporate plan and the medium term financial strategy of the council."
OPEN = "The depot at Northgate serves the refuse lorries of the northern districts and is open on six days of every week."
XMP = (
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:description><rdf:Alt><rdf:li xml:lang="x-default">{}</rdf:li></rdf:Alt>'
    "</dc:description></rdf:Description></rdf:RDF></x:xmpmeta>"
)
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def pdf_bytes(pdf: pikepdf.Pdf) -> bytes:
    made = BytesIO()
    pdf.save(made)
    return made.getvalue()


def drawn(words: str, mode: int = 0) -> bytes:
    """Operators that show the words, eight to a line."""
    parts = words.split()
    lines = [" ".join(parts[n : n + 8]) for n in range(0, len(parts), 8)]
    shown = b"".join(b"(" + line.encode("cp1252").replace(b"(", b"\\(").replace(b")", b"\\)") + b") Tj 0 -14 Td " for line in lines)
    return b"BT /F1 11 Tf %d Tr 40 700 Td " % mode + shown + b"ET\n"


def pdf_of(*pages: str) -> pikepdf.Pdf:
    """A PDF whose pages show these words."""
    pdf = pikepdf.new()
    encoding = Name.WinAnsiEncoding
    font = pdf.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=encoding))
    for words in pages:
        page = pdf.add_blank_page(page_size=(595, 842))
        page.Resources = Dictionary(Font=Dictionary(F1=font))
        page.Contents = pdf.make_stream(drawn(words))
    return pdf


def public_pdf() -> pikepdf.Pdf:
    return pdf_of(f"{BOILERPLATE} {OPEN}")


def docx_of(body: str = "", **parts: str | bytes) -> bytes:
    """A Word file whose body holds paragraphs of the public words and this XML; other parts by name, / written as __."""
    text = f"<w:p><w:r><w:t>{BOILERPLATE}</w:t></w:r></w:p><w:p><w:r><w:t>{OPEN}</w:t></w:r></w:p>"
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("word/document.xml", f'<w:document xmlns:w="{W}"><w:body>{text}{body}</w:body></w:document>')
        for name, data in parts.items():
            package.writestr(name.replace("__", "/").replace("_xml", ".xml").replace("_png", ".png").replace("_xlsx", ".xlsx"), data)
    return made.getvalue()


def workbook_of(*cells: str) -> bytes:
    made = BytesIO()
    rows = "".join(f"<c t='inlineStr'><is><t>{cell}</t></is></c>" for cell in cells)
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("xl/worksheets/sheet1.xml", f"<worksheet><sheetData><row>{rows}</row></sheetData></worksheet>")
    return made.getvalue()


def png(**words: str) -> bytes:
    made = BytesIO()
    said = PngImagePlugin.PngInfo()
    for key, value in words.items():
        said.add_itxt(key, value, zip=True)
    Image.new("RGB", (2, 2)).save(made, "PNG", pnginfo=said)
    return made.getvalue()


def in_text() -> bytes:
    """In plain sight, among the public words."""
    return pdf_bytes(pdf_of(f"{BOILERPLATE} {SECRET} {OPEN}"))


def in_word_text() -> bytes:
    return docx_of(f"<w:p><w:r><w:t>{SECRET}</w:t></w:r></w:p>")


def in_metadata() -> bytes:
    pdf = public_pdf()
    pdf.docinfo["/Subject"] = SECRET
    return pdf_bytes(pdf)


def in_xmp() -> bytes:
    pdf = public_pdf()
    pdf.Root.Metadata = pdf.make_stream(XMP.format(SECRET).encode(), Type=Name.Metadata, Subtype=Name.XML)
    return pdf_bytes(pdf)


def in_attachment() -> bytes:
    pdf = public_pdf()
    pdf.attachments["working.csv"] = SECRET.encode()
    return pdf_bytes(pdf)


def in_attached_pdf() -> bytes:
    pdf = public_pdf()
    pdf.attachments["draft.pdf"] = pdf_bytes(pdf_of(SECRET))
    return pdf_bytes(pdf)


def in_bookmark() -> bytes:
    pdf = public_pdf()
    with pdf.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem(SECRET[:150], 0))
    return pdf_bytes(pdf)


def in_alternative() -> bytes:
    pdf = public_pdf()
    pdf.Root.StructTreeRoot = Dictionary(Type=Name.StructTreeRoot, K=Array([Dictionary(S=Name.Figure, Alt=String(SECRET))]))
    return pdf_bytes(pdf)


def in_hidden_layer() -> bytes:
    pdf = public_pdf()
    layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Members")))
    pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(OFF=Array([layer])))
    page = pdf.pages[0]
    page.Resources.Properties = Dictionary(O1=layer)
    page.contents_add(b"/OC /O1 BDC " + drawn(SECRET) + b" EMC")
    return pdf_bytes(pdf)


def in_invisible_text() -> bytes:
    pdf = public_pdf()
    pdf.pages[0].contents_add(drawn(SECRET, mode=3))
    return pdf_bytes(pdf)


def in_annotation() -> bytes:
    pdf = public_pdf()
    note = Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=[0, 0, 9, 9], Contents=String(SECRET))
    pdf.pages[0].Annots = Array([pdf.make_indirect(note)])
    return pdf_bytes(pdf)


def in_appearance() -> bytes:
    pdf = public_pdf()
    form = pdf.make_stream(drawn(SECRET), Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 600, 800], Resources=pdf.pages[0].Resources)
    stamp = Dictionary(Type=Name.Annot, Subtype=Name.Stamp, Rect=[0, 0, 0, 0], F=2, AP=Dictionary(N=form))
    pdf.pages[0].Annots = Array([pdf.make_indirect(stamp)])
    return pdf_bytes(pdf)


def in_earlier_revision() -> bytes:
    """The page showed the words once; an update put other content over them."""
    first = BytesIO()
    pdf_of(SECRET).save(first, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    data = first.getvalue()
    with pikepdf.open(BytesIO(data)) as pdf:
        contents, size = pdf.pages[0].Contents.objgen[0], len(pdf.objects) + 1
    stream = drawn(OPEN)
    at, last = len(data), data.rfind(b"startxref")
    start = int(data[last:].split()[1])
    trailer = data[data.rfind(b"trailer") : last].split(b">>")[0].split(b"<<")[1]
    new = b"%d 0 obj\n<< /Length %d >>\nstream\n%s\nendstream\nendobj\n" % (contents, len(stream), stream)
    table = b"xref\n%d 1\n%010d 00000 n \ntrailer\n<< %s /Prev %d >>\nstartxref\n%d\n%%%%EOF\n" % (
        contents,
        at,
        trailer,
        start,
        at + len(new),
    )
    assert size
    return data + new + table


def in_cropped_page() -> bytes:
    pdf = public_pdf()
    pdf.pages[0].contents_add(drawn(SECRET))
    pdf.pages[0].cropbox = [0, 0, 30, 30]
    return pdf_bytes(pdf)


def in_removed_page() -> bytes:
    """The page is taken out of the tree of pages and stays in the file."""
    pdf = pdf_of(f"{BOILERPLATE} {OPEN}", SECRET)
    pdf.Root.PieceInfo = Dictionary(Kept=pdf.pages[1].obj)
    del pdf.pages[1]
    return pdf_bytes(pdf)


def in_picture() -> bytes:
    return docx_of(word__media__image1_png=png(Comment=SECRET))


def in_javascript() -> bytes:
    pdf = public_pdf()
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String(f"var note = '{SECRET}'"))
    return pdf_bytes(pdf)


def in_form_field() -> bytes:
    pdf = public_pdf()
    pdf.Root.AcroForm = Dictionary(Fields=Array([pdf.make_indirect(Dictionary(FT=Name.Tx, T=String("a"), V=String(SECRET)))]))
    return pdf_bytes(pdf)


def in_replacement_text() -> bytes:
    pdf = public_pdf()
    words = SECRET.encode("cp1252").replace(b"'", b"\x27")
    pdf.pages[0].contents_add(b"/Span <</ActualText (" + words + b")>> BDC BT /F1 1 Tf (x) Tj ET EMC")
    return pdf_bytes(pdf)


def after_the_end() -> bytes:
    return pdf_bytes(public_pdf()) + SECRET.encode()


def in_word_comment() -> bytes:
    return docx_of(
        word__comments_xml=f'<w:comments xmlns:w="{W}"><w:comment><w:p><w:r><w:t>{SECRET}</w:t></w:r></w:p></w:comment></w:comments>'
    )


def in_deleted_text() -> bytes:
    return docx_of(f'<w:p><w:del w:author="A"><w:r><w:delText>{SECRET}</w:delText></w:r></w:del></w:p>')


def in_hidden_text() -> bytes:
    words = SECRET.split()
    runs = "".join(f"<w:r><w:rPr><w:vanish/></w:rPr><w:t>{word} </w:t></w:r>" for word in words)
    return docx_of(f"<w:p>{runs}</w:p>")


def in_custom_xml() -> bytes:
    return docx_of(customXml__item1_xml=f"<paper><sent>{SECRET}</sent></paper>")


def in_word_properties() -> bytes:
    return docx_of(docProps__core_xml=f"<core><description>{SECRET}</description></core>")


def in_word_alternative() -> bytes:
    return docx_of(f'<w:p><w:r><w:drawing><docPr descr="{SECRET}"/></w:drawing></w:r></w:p>')


def in_chart_workbook() -> bytes:
    return docx_of(word__embeddings__Sheet1_xlsx=workbook_of("Depot", *SECRET.split()))


def in_html_comment() -> bytes:
    return f"<html><body><p>{OPEN}</p><!-- {SECRET} --></body></html>".encode()


def in_html_hidden() -> bytes:
    return f"<html><body><p>{OPEN}</p><div style='display: none'><img src='a'><p>{SECRET}</p></div></body></html>".encode()


PLANTED = {name: make for name, make in globals().items() if name.startswith(("in_", "after_"))}
"""Every way to hide the words, by its name."""
