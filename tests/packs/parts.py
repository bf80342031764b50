"""Parts of packs for tests: sound ones of several kinds, and hostile ones made of a sound one."""

from __future__ import annotations

import datetime as dt
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String

from papers import shipping
from papers.document import Document, Heading, Link, Paragraph, Run, Section
from papers.house import read_house
from papers.packs.sources import drawn


def ours(title="Our paper", pages=2):
    """A tagged paper of ours with headings, a link within it and one to the web."""
    blocks = [Heading("title", 1, (Run(title),))]
    for n in range(pages):
        blocks += [
            Heading(f"part-{n}", 2, (Run(f"Part {n + 1}"),), new_page=n > 0),
            Paragraph(f"text-{n}", (Run("Words on "), Link((Run("the first part"),), "#part-0"), Run("."))),
        ]
    document = Document("test", title, (Section("all", tuple(blocks)),), "Fernshire", date=dt.date(2014, 3, 14))
    return drawn(document, read_house(shipping.template("house.docx").read_bytes()), 1).pdf()


def plain(width=595.0, height=842.0, *, content=b"BT /F 12 Tf 72 400 Td (Plain words) Tj ET", pages=1):
    """An untagged file."""
    pdf = pikepdf.new()
    for _ in range(pages):
        page = pdf.add_blank_page(page_size=(width, height))
        font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
        page.Resources = Dictionary(Font=Dictionary(F=font))
        page.Contents = pdf.make_stream(content)
    return pdf


def saved(pdf, **options):
    out = BytesIO()
    pdf.save(out, deterministic_id=not options, **options)
    return out.getvalue()


def changed(change):
    pdf = plain()
    change(pdf)
    return saved(pdf)


def script(code="app.alert(1)"):
    return Dictionary(S=Name.JavaScript, JS=String(code))


def annotate(subtype, **entries):
    def change(pdf):
        annotation = Dictionary(Type=Name.Annot, Subtype=Name(f"/{subtype}"), Rect=Array([100, 100, 200, 120]), **entries)
        pdf.pages[0].Annots = Array([pdf.make_indirect(annotation)])

    return change


def root(**entries):
    def change(pdf):
        for name, value in entries.items():
            pdf.Root[f"/{name}"] = value

    return change


def form(**entries):
    def change(pdf):
        widget = pdf.make_indirect(
            Dictionary(
                Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, T=String("name"), V=String("Typed"), Rect=Array([100, 100, 300, 120]),
                DA=String("/F 12 Tf 0 g"), AA=Dictionary(K=script()),
            )
        )  # fmt: skip
        pdf.pages[0].Annots = Array([widget])
        pdf.Root.AcroForm = Dictionary(Fields=Array([widget]), DR=pdf.pages[0].Resources, DA=String("/F 12 Tf 0 g"), **entries)

    return change


def layered(pdf):
    layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Secret")))
    pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(OFF=Array([layer])))


def attached(pdf):
    pdf.attachments["salaries.csv"] = b"a,b\n"


def nested_forms(pdf):
    page = pdf.pages[0]
    below = pdf.make_stream(b"0 0 10 10 re f", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 10, 10]))
    for _ in range(20):
        drawing = b" ".join([b"/X Do"] * 8)
        below = pdf.make_stream(
            drawing, Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 10, 10]), Resources=Dictionary(XObject=Dictionary(X=below))
        )
    page.Resources.XObject = Dictionary(X=below)
    page.Contents = pdf.make_stream(b"/X Do")


def looped_outline(pdf):
    entry = pdf.make_indirect(Dictionary(Title=String("Round and round")))
    entry.Next = entry
    entry.First = entry
    pdf.Root.Outlines = pdf.make_indirect(Dictionary(First=entry, Last=entry))


def sealed():
    return saved(plain(), encryption=pikepdf.Encryption(owner="o", user="u"))


def restricted():
    return saved(plain(), encryption=pikepdf.Encryption(owner="o", user="", allow=pikepdf.Permissions(extract=False)))


def bomb():
    import zlib

    pdf = plain()
    packer = zlib.compressobj(9)
    data = b"".join([packer.compress(b" " * 1_000_000) for _ in range(200)]) + packer.flush()
    stream = pikepdf.Stream(pdf, data)
    stream.write(data, filter=Name.FlateDecode)
    pdf.pages[0].Contents = stream
    return saved(pdf, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none)


REFUSED = {
    "closed by a password": (sealed, "pdf-locked"),
    "no PDF at all": (lambda: b"<html>", "pdf-damaged"),
    "empty file": (lambda: b"", "pdf-damaged"),
    "cut off in the middle": (lambda: ours()[:900], "pdf-damaged"),
    "no pages": (lambda: saved(pikepdf.new()), "pdf-empty"),
    "a portfolio": (lambda: changed(root(Collection=Dictionary(View=Name.D))), "pdf-portfolio"),
    "an XFA form": (lambda: changed(form(XFA=String("<xdp/>"))), "pdf-xfa"),
    "hidden layers": (lambda: changed(layered), "pdf-hidden-layers"),
    "redaction not applied": (lambda: changed(annotate("Redact")), "pdf-redaction"),
    "a tiny page": (lambda: saved(plain(40, 40)), "pdf-page-size"),
    "a vast page": (lambda: changed(lambda pdf: pdf.pages[0].obj.__setitem__("/MediaBox", Array([0, 0, 20000, 20000]))), "pdf-page-size"),
    "a drawing that breaks off": (lambda: saved(plain(content=b"BT /F 9 Tf ((never closed")), "pdf-damaged"),
    "a page that unpacks without end": (bomb, "pdf-too-much"),
}
"""Files that no pack takes, and why."""

DEFUSED = {
    "JavaScript on opening": (lambda: changed(root(OpenAction=script())), "pdf-active"),
    "JavaScript by name": (
        lambda: changed(root(Names=Dictionary(JavaScript=Dictionary(Names=Array([String("a"), script()]))))),
        "pdf-active",
    ),
    "actions of the file": (lambda: changed(root(AA=Dictionary(WC=script()))), "pdf-active"),
    "actions of a page": (lambda: changed(lambda pdf: pdf.pages[0].obj.__setitem__("/AA", Dictionary(O=script()))), "pdf-active"),
    "a link that runs a script": (lambda: changed(annotate("Link", A=script())), "pdf-active"),
    "a link that starts a program": (lambda: changed(annotate("Link", A=Dictionary(S=Name.Launch, F=String("cmd.exe")))), "pdf-active"),
    "a link to another file": (
        lambda: changed(annotate("Link", A=Dictionary(S=Name.GoToR, F=String("x.pdf"), D=Array([0])))),
        "pdf-active",
    ),
    "a link with a script for address": (
        lambda: changed(annotate("Link", A=Dictionary(S=Name.URI, URI=String("javascript:alert(1)")))),
        "pdf-active",
    ),
    "a video": (lambda: changed(annotate("RichMedia")), "pdf-active"),
    "a file pinned to a page": (lambda: changed(annotate("FileAttachment")), "pdf-active"),
    "remarks": (lambda: changed(annotate("Text", Contents=String("Is this right?"))), "pdf-remarks"),
    "attached files": (lambda: changed(attached), "pdf-attached"),
    "a form": (lambda: changed(form()), "pdf-form"),
    "forbidden copying": (restricted, "pdf-restricted"),
}
"""Files that are made harmless, and how that is told."""

HARMLESS = {
    "forms nested without end": lambda: changed(nested_forms),
    "bookmarks in a ring": lambda: changed(looped_outline),
    "a turn that is no quarter": lambda: changed(lambda pdf: pdf.pages[0].obj.__setitem__("/Rotate", 45)),
    "a box turned inside out": lambda: changed(lambda pdf: pdf.pages[0].obj.__setitem__("/MediaBox", Array([595, 842, 0, 0]))),
    "no contents": lambda: changed(lambda pdf: pdf.pages[0].obj.__delitem__("/Contents")),
    "states saved and never restored": lambda: saved(plain(content=b"q q 2 0 0 2 0 0 cm BT /F 9 Tf 9 90 Td (a) Tj")),
    "states restored and never saved": lambda: saved(plain(content=b"Q Q Q BT /F 9 Tf 90 90 Td (a) Tj ET Q")),
    "operators without operands": lambda: saved(plain(content=b"re cm Tm Td BT Tj ET Do BDC EMC EMC")),
}
"""Strange files that go into a pack as they are."""


def reopened(data):
    return Pdf.open(BytesIO(data))
