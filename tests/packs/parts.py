"""Parts of packs for tests: sound ones of several kinds, and hostile ones made of a sound one."""

from __future__ import annotations

import datetime as dt
import re
import zlib
from functools import cache
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


@cache
def packed():
    """More than any part may unpack to, in some kilobytes."""
    packer = zlib.compressobj(9)
    return b"".join([packer.compress(b" " * 1_000_000) for _ in range(70)]) + packer.flush()


def bomb(put, data=None, *filters):
    """A file with a stream that unpacks without end, where `put` puts it."""
    pdf = plain()
    stream = pikepdf.Stream(pdf, b"")
    stream.write(data or packed(), filter=Array([*filters, Name.FlateDecode]))
    put(pdf, pdf.make_indirect(stream))
    return saved(pdf, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none)


def as_contents(pdf, stream):
    pdf.pages[0].Contents = stream


def as_form(pdf, stream):
    stream.Type, stream.Subtype, stream.BBox = Name.XObject, Name.Form, Array([0, 0, 9, 9])
    pdf.pages[0].Resources.XObject = Dictionary(X=stream)
    pdf.pages[0].Contents = pdf.make_stream(b"/X Do")


def as_meanings(pdf, stream):
    pdf.pages[0].Resources.Font.F.ToUnicode = stream


def ring_of_pages():
    data = saved(plain(), object_stream_mode=pikepdf.ObjectStreamMode.disable)
    tree = re.search(rb"(\d+) 0 obj\n<< /Count 1 /Kids \[ (\d+) 0 R", data)
    return data.replace(b"/Kids [ " + tree[2], b"/Kids [ " + tree[1])


def form_within_itself(pdf):
    form = pdf.make_stream(b"/X Do", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 9, 9]))
    form.Resources = Dictionary(XObject=Dictionary(X=form))
    pdf.pages[0].Resources.XObject = Dictionary(X=form)
    pdf.pages[0].Contents = pdf.make_stream(b"/X Do")


def structure(build):
    """A tagged file whose tree `build` grows below its root."""

    def change(pdf):
        pdf.Root.StructTreeRoot = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        pdf.Root.MarkInfo = Dictionary(Marked=True)
        build(pdf, pdf.Root.StructTreeRoot)

    return change


def element(pdf, above, role="Div", **entries):
    return pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name(f"/{role}"), P=above, **entries))


def ring_of_elements(pdf, tree):
    tree.K = element(pdf, tree)
    tree.K.K = Array([tree.K, tree.K])


def deep_elements(pdf, tree):
    for _ in range(5000):
        tree.K = element(pdf, tree)
        tree = tree.K


def ring_of_parents(pdf, tree):
    tree.K = element(pdf, tree, K=0, Pg=pdf.pages[0].obj)
    tree.ParentTree = pdf.make_indirect(Dictionary(Nums=Array([0, Array([tree.K])])))
    tree.ParentTree.Kids = Array([tree.ParentTree])
    pdf.pages[0].StructParents = 0


def ring_of_roles(pdf, tree):
    tree.RoleMap = Dictionary(A=Name.B, B=Name.A)
    tree.K = element(pdf, tree, "A")


def endless_cell(pdf, tree):
    tree.K = element(pdf, tree, "Table")
    tree.K.K = element(pdf, tree.K, "TR")
    tree.K.K.K = element(pdf, tree.K.K, "TD", K=0, Pg=pdf.pages[0].obj, A=Dictionary(O=Name.Table, RowSpan=2_000_000_000))


def ring_of_names(pdf):
    names = pdf.make_indirect(Dictionary())
    names.Kids = Array([names])
    pdf.Root.Names = Dictionary(Dests=names)


def one_link_on_two_pages():
    pdf = plain(pages=2)
    link = pdf.make_indirect(
        Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 9, 9]), Dest=Array([pdf.pages[1].obj, Name.Fit]))
    )
    for page in pdf.pages:
        page.Annots = Array([link])
    return saved(pdf)


def acting(kind, **entries):
    """A link with an action of this kind."""
    return lambda: changed(annotate("Link", A=Dictionary(S=Name(f"/{kind}"), **entries)))


def pinned(kind):
    return lambda: changed(annotate(kind))


def cropped(box, words=b"Words out of sight"):
    """A page with a line at its foot and one in its middle, of which `box` is shown."""

    def change(pdf):
        pdf.pages[0].Contents = pdf.make_stream(b"BT /F 12 Tf 72 400 Td (Plain words) Tj 0 -380 Td (" + words + b") Tj ET")
        pdf.pages[0].obj.CropBox = Array(box)

    return lambda: changed(change)


def beside_the_sheet(pdf):
    pdf.pages[0].Contents = pdf.make_stream(b"BT /F 12 Tf 72 400 Td (Plain words) Tj 0 -440 Td (Words below the sheet) Tj ET")


def drawing(subtype, **entries):
    """A page that draws something of this kind."""

    def change(pdf):
        held = pdf.make_stream(b"showpage", Type=Name.XObject, Subtype=Name(f"/{subtype}"), BBox=Array([0, 0, 9, 9]), **entries)
        pdf.pages[0].Resources.XObject = Dictionary(X=held)
        pdf.pages[0].contents_add(b"/X Do")

    return lambda: changed(change)


def bookmark(**action):
    def change(pdf):
        entry = pdf.make_indirect(Dictionary(Title=String("Press me"), A=Dictionary(**action)))
        pdf.Root.Outlines = pdf.make_indirect(Dictionary(First=entry, Last=entry, Count=1))

    return lambda: changed(change)


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
    "a page that unpacks without end": (lambda: bomb(as_contents), "pdf-too-much"),
    "a drawing that unpacks without end": (lambda: bomb(as_form), "pdf-too-much"),
    "a font's table that unpacks without end": (lambda: bomb(as_meanings), "pdf-too-much"),
    "a page packed twice": (lambda: bomb(as_contents, zlib.compress(packed(), 9), Name.FlateDecode), "pdf-too-much"),
    "thousands of pages": (lambda: saved(plain(pages=5001)), "pdf-many-pages"),
    "pages in a ring": (ring_of_pages, "pdf-damaged"),
    "a drawing within itself": (lambda: changed(form_within_itself), "pdf-damaged"),
    "words below a cropped page's edge": (cropped([0, 200, 595, 842]), "pdf-cropped-words"),
    "words beyond a cropped page's side": (cropped([100, 0, 595, 842]), "pdf-cropped-words"),
    "a page cropped to where nothing is": (cropped([0, 500, 595, 842]), "pdf-cropped-words"),
    "words beside the sheet": (lambda: changed(beside_the_sheet), "pdf-cropped-words"),
    "a picture kept at an address": (
        drawing(
            "Image", Width=1, Height=1, BitsPerComponent=8, ColorSpace=Name.DeviceGray, F=Dictionary(FS=Name.URL, F=String("http://x"))
        ),
        "pdf-elsewhere",
    ),
    "a drawing kept in another file": (drawing("Form", F=String("other.pdf")), "pdf-elsewhere"),
    "a page of another file": (drawing("Form", Ref=Dictionary(F=String("other.pdf"), Page=0)), "pdf-elsewhere"),
    "a program for printers": (drawing("PS"), "pdf-elsewhere"),
    "a program for printers within a drawing": (drawing("Form", Subtype2=Name.PS), "pdf-elsewhere"),
    "brackets without end": (lambda: saved(plain(content=b"(" * 100_000 + b" Tj")), "pdf-damaged"),
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
    "a link that sends a form": (acting("SubmitForm", F=String("https://example.org")), "pdf-active"),
    "a link that fetches data": (acting("ImportData", F=String("x.fdf")), "pdf-active"),
    "a link into an attached file": (acting("GoToE", D=Array([0])), "pdf-active"),
    "a link that prints": (acting("Named", N=Name.Print), "pdf-active"),
    "a link that plays": (acting("Rendition", OP=0), "pdf-active"),
    "a link that uncovers something": (acting("Hide", T=String("x"), H=False), "pdf-active"),
    "a link to the reader's own files": (acting("URI", URI=String("file:///etc/passwd")), "pdf-active"),
    "a link to a server's share": (acting("URI", URI=String("\\\\server\\share")), "pdf-active"),
    "a link with a chain of actions": (acting("URI", URI=String("https://example.org"), Next=script()), "pdf-active"),
    "a program started on opening": (
        lambda: changed(root(OpenAction=Dictionary(S=Name.Launch, F=String("cmd.exe")))),
        "pdf-active",
    ),
    "a bookmark that runs a script": (bookmark(S=Name.JavaScript, JS=String("app.alert(1)")), "pdf-active"),
    "a bookmark that starts a program": (bookmark(S=Name.Launch, F=String("cmd.exe")), "pdf-active"),
    "a page cropped to its words": (cropped([0, 10, 595, 800]), "pdf-cropped"),
    "a film": (pinned("Movie"), "pdf-active"),
    "a sound": (pinned("Sound"), "pdf-active"),
    "a screen": (pinned("Screen"), "pdf-active"),
    "a model to turn about": (pinned("3D"), "pdf-active"),
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
    "pictures among operators without end": lambda: saved(plain(content=b"BI " * 100_000)),
    "elements below themselves": lambda: changed(structure(ring_of_elements)),
    "elements below elements without end": lambda: changed(structure(deep_elements)),
    "a parent tree in a ring": lambda: changed(structure(ring_of_parents)),
    "roles in a ring": lambda: changed(structure(ring_of_roles)),
    "a cell over thousands of millions of rows": lambda: changed(structure(endless_cell)),
    "names in a ring": lambda: changed(ring_of_names),
    "one link on two pages": one_link_on_two_pages,
    "operators without operands": lambda: saved(plain(content=b"re cm Tm Td BT Tj ET Do BDC EMC EMC")),
}
"""Strange files that go into a pack as they are."""


def reopened(data):
    return Pdf.open(BytesIO(data))
