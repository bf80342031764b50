"""What a public paper hides excuses nothing, though the paper itself is a public source; what a person can see in it does."""

import pytest
from pikepdf import Array, Dictionary, Name, String

from papers.packs.leaks import Leak, leaks, search
from tests.packs.planted import BOILERPLATE, OPEN, PLANTED, SECRET, docx_of, drawn, pdf_bytes, pdf_of, public_pdf

RESTRICTED = {"exempt.pdf": pdf_bytes(pdf_of(f"{BOILERPLATE} {SECRET}"))}
AREA = b"30 400 540 120 re"
"""Where the words stand."""


def words_at(height, mode=0):
    return drawn(SECRET, mode).replace(b" 700 Td", b" %d Td" % height)


def with_content(content):
    pdf = public_pdf()
    pdf.pages[0].contents_add(content)
    return pdf


def photograph(pdf):
    """A picture with light and dark in it, as /Im on the page."""
    pixels = bytes(range(0, 256, 8)) * 32
    picture = pdf.make_stream(
        pixels, Type=Name.XObject, Subtype=Name.Image, Width=32, Height=32, ColorSpace=Name.DeviceGray, BitsPerComponent=8
    )
    pdf.pages[0].Resources.XObject = Dictionary(Im=picture)
    return pdf


PICTURE = b"q 540 0 0 120 30 400 cm /Im Do Q "
WORDS = words_at(500)
UPWARDS = b"q 0 1 -1 0 700 20 cm " + WORDS + b" Q"


def on_a_turned_page():
    pdf = public_pdf()
    pdf.pages[0].Contents = pdf.make_stream(UPWARDS)
    pdf.pages[0].Rotate = 90
    return pdf


def on_a_page_of(*edges):
    pdf = with_content(WORDS)
    pdf.pages[0].MediaBox = Array(edges)
    return pdf


def on_a_picture():
    pdf = photograph(public_pdf())
    pdf.pages[0].contents_add(PICTURE + b"1 0 0 rg " + WORDS)
    return pdf


def turned_off_by_use():
    pdf = public_pdf()
    off = Dictionary(View=Dictionary(ViewState=Name.OFF), Print=Dictionary(PrintState=Name.OFF))
    layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Members"), Usage=off))
    auto = Dictionary(Event=Name.View, OCGs=Array([layer]), Category=Array([Name.View]))
    pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(AS=Array([auto]), ON=Array([layer])))
    pdf.pages[0].Resources.Properties = Dictionary(O1=layer)
    pdf.pages[0].contents_add(b"/OC /O1 BDC " + WORDS + b" EMC")
    return pdf


def transparent():
    pdf = public_pdf()
    pdf.pages[0].Resources.ExtGState = Dictionary(G=Dictionary(ca=0, CA=0))
    pdf.pages[0].contents_add(b"q /G gs " + WORDS + b" Q")
    return pdf


def in_a_form(before):
    pdf = public_pdf()
    page = pdf.pages[0]
    form = pdf.make_stream(
        before + WORDS, Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 600, 850], Resources=Dictionary(Font=page.Resources.Font)
    )
    page.Resources.XObject = Dictionary(Fm=form)
    page.contents_add(b"q /Fm Do Q")
    return pdf


def replaced(properties):
    pdf = public_pdf()
    shown = b"BDC BT /F1 11 Tf 40 300 Td (A few plain words) Tj ET EMC"
    said = b"/Said" if properties else b"<</ActualText " + String(SECRET).unparse() + b">>"
    if properties:
        pdf.pages[0].Resources.Properties = Dictionary(Said=Dictionary(ActualText=String(SECRET)))
    pdf.pages[0].contents_add(b"/Span " + said + b" " + shown)
    return pdf


def under_a_remark():
    pdf = with_content(WORDS)
    look = pdf.make_stream(b"0 g 0 0 540 120 re f", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 540, 120])
    box = Dictionary(Type=Name.Annot, Subtype=Name.Square, Rect=[30, 400, 570, 520], F=4, AP=Dictionary(N=look))
    pdf.pages[0].Annots = Array([pdf.make_indirect(box)])
    return pdf


def over_two_pages():
    words = SECRET.split()
    pdf = pdf_of(BOILERPLATE, OPEN)
    pdf.pages[0].contents_add(b"1 g " + drawn(" ".join(words[:7])).replace(b"700 Td", b"90 Td"))
    pdf.pages[1].contents_add(b"1 g " + drawn(" ".join(words[7:14])), prepend=True)
    return pdf


def cropped():
    pdf = with_content(WORDS)
    pdf.pages[0].cropbox = [0, 530, 595, 842]
    return pdf


def scanned():
    pdf = photograph(public_pdf())
    pdf.pages[0].contents_add(PICTURE + words_at(500, mode=3))
    return pdf


def under_a_picture():
    pdf = photograph(public_pdf())
    pdf.pages[0].contents_add(WORDS + PICTURE)
    return pdf


HIDDEN = {
    "white": lambda: with_content(b"q 1 g " + WORDS + b" Q"),
    "nearly white": lambda: with_content(b"q .97 .98 .99 rg " + WORDS + b" Q"),
    "black on black": lambda: with_content(b"q 0 g " + AREA + b" f " + WORDS + b" Q"),
    "too small to be read": lambda: with_content(WORDS.replace(b"/F1 11 Tf", b"/F1 .6 Tf")),
    "made small by a matrix": lambda: with_content(b"q .05 0 0 .05 40 300 cm " + WORDS + b" Q"),
    "in an invisible mode": lambda: with_content(words_at(500, mode=3)),
    "under a black box": lambda: with_content(WORDS + b"q 0 g " + AREA + b" f Q"),
    "under a white box": lambda: with_content(WORDS + b"q 1 g " + AREA + b" f Q"),
    "under a picture": under_a_picture,
    "behind the picture of a scan": scanned,
    "under a box that is a remark": under_a_remark,
    "clipped away": lambda: with_content(b"q 1 1 5 5 re W n " + WORDS + b" Q"),
    "off the page": lambda: with_content(WORDS.replace(b"40 500 Td", b"900 500 Td")),
    "outside the crop box": cropped,
    "transparent": transparent,
    "on a layer that is off by its use": turned_off_by_use,
    "white in a form": lambda: in_a_form(b"1 g "),
    "in a replacement text": lambda: replaced(properties=False),
    "in a replacement text among properties": lambda: replaced(properties=True),
    "white over two pages": over_two_pages,
}

SEEN = {
    "black": lambda: with_content(WORDS),
    "grey": lambda: with_content(b"q .6 g " + WORDS + b" Q"),
    "red": lambda: with_content(b"q 1 0 0 rg " + WORDS + b" Q"),
    "white on blue": lambda: with_content(b"q 0 0 .5 rg " + AREA + b" f 1 g " + WORDS + b" Q"),
    "small print": lambda: with_content(WORDS.replace(b"/F1 11 Tf", b"/F1 5 Tf")),
    "on a picture": on_a_picture,
    "in a form": lambda: in_a_form(b""),
    "on a turned page": on_a_turned_page,
    "upwards": lambda: with_content(UPWARDS),
    "on a page that begins elsewhere": lambda: on_a_page_of(-100, -50, 500, 800),
    "on a vast page": lambda: on_a_page_of(0, 0, 9000, 9000),
}


def found(pdf):
    data = pdf_bytes(pdf)
    return leaks({"public": data}, RESTRICTED, {"open.pdf": data})


@pytest.mark.parametrize("way", HIDDEN)
def test_text_that_nobody_can_see_in_a_public_paper_is_a_leak(way):
    words = " ".join(leak.words for leak in found(HIDDEN[way]()) if leak.kind == "words")
    assert "bidder for the Northgate depot is Harrow and Finch" in words


@pytest.mark.parametrize("way", SEEN)
def test_text_that_a_person_can_see_in_a_public_paper_is_no_leak(way):
    assert found(SEEN[way]()) == ()


def test_a_run_with_one_word_under_a_box_is_a_leak():
    covered = with_content(WORDS + b"q 0 g 135 497 45 12 re f Q")
    hits = [leak for leak in found(covered) if leak.place == "page 1"]
    assert [(leak.kind, "Northgate" in leak.words) for leak in hits] == [("words", True)]


def test_a_figure_that_nobody_can_see_is_a_leak():
    (leak,) = found(with_content(b"q 1 g BT /F1 11 Tf 40 600 Td (412,350) Tj ET Q"))
    assert (leak.kind, leak.place) == ("figure", "page 1")


def test_hidden_words_that_another_paper_shows_are_no_leak():
    hiding = pdf_bytes(HIDDEN["white"]())
    assert (
        leaks({"public": hiding}, RESTRICTED, {"open.pdf": hiding, "open.docx": docx_of(f"<w:p><w:r><w:t>{SECRET}</w:t></w:r></w:p>")})
        == ()
    )


def test_words_in_an_address_are_found():
    pdf = public_pdf()
    address = "https://example.org/?q=" + SECRET.replace("£", "").replace(" ", "%20")
    link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[0, 0, 9, 9], A=Dictionary(S=Name.URI, URI=String(address)))
    pdf.pages[0].Annots = Array([pdf.make_indirect(link)])
    assert "entry /URI" in {leak.place for leak in found(pdf)}


SENTENCE = SECRET.partition(". ")[0]


def test_a_sentence_that_one_open_paper_shows_and_one_closed_paper_holds_is_told_with_its_place():
    both = pdf_bytes(pdf_of(OPEN, SENTENCE))
    result = search({"public": both}, RESTRICTED, {"open.pdf": both})
    words = SENTENCE.replace(",", " ").replace("£", "").split()
    assert result.leaks == ()
    assert result.shared == (Leak("open.pdf", "page 2", " ".join(words), "exempt.pdf"),)


def test_what_several_closed_papers_say_and_what_is_short_is_not_told():
    both = pdf_bytes(pdf_of(f"{BOILERPLATE} {SENTENCE}"))
    assert search({}, {**RESTRICTED, "other.pdf": RESTRICTED["exempt.pdf"]}, {"open.pdf": both}).shared == ()
    short = pdf_bytes(pdf_of(" ".join(SENTENCE.split()[:12])))
    assert search({}, RESTRICTED, {"open.pdf": short}).shared == ()


@pytest.mark.parametrize("way", ["in_hidden_text", "in_word_comment", "in_deleted_text"])
def test_what_both_a_closed_and_an_open_paper_hide_is_a_leak(way):
    both = PLANTED[way]()
    assert leaks({"public.docx": both}, {"exempt.docx": both}, {"open.docx": both})
