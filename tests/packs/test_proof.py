"""One pack of papers of every kind, looked at with other programs: its numbers, links, tags, stamps, claims and secrets."""

from __future__ import annotations

import re
import subprocess
import zipfile
from collections import Counter
from io import BytesIO
from itertools import pairwise
from xml.etree import ElementTree as ET

import pikepdf
import pypdf
import pytest
from PIL import Image

from papers.commands.pack import pack
from tests.packs.proof import AGENDA, EDIT, SECRETS, write_parts
from tests.pdf.validators import verapdf_verdicts

pytestmark = [pytest.mark.libreoffice]

RANGE = re.compile(r"\(Pages? (\d+)(?: - (\d+))?\)")
DPI = 50
WHITE = 250
"""Of 255: lighter than this is paper."""


@pytest.fixture(scope="module")
def packed(tmp_path_factory):
    pytest.importorskip("typst")
    pytest.importorskip("weasyprint")
    folder = tmp_path_factory.mktemp("proof")
    write_parts(folder)
    (folder / "agenda.toml").write_text(AGENDA, "utf-8")
    return pack(folder / "agenda.toml", folder / "out")


def path(packed, name):
    return next(each.path for each in packed.files if each.path.name == name)


def item(packed, number):
    return next(each for each in packed.files if each.item == number)


def poppler(program, file, *options):
    return subprocess.run(
        [program, *options, str(file), *(["-"] if program == "pdftotext" else [])], capture_output=True, check=True
    ).stdout.decode("utf-8", "replace")


@pytest.fixture(scope="module", params=["agenda-pack.pdf", "members-pack.pdf"])
def whole(request, packed):
    """The public's pack, then the members'."""
    return path(packed, request.param)


@pytest.fixture(scope="module")
def texts(whole):
    """The text of each page, as poppler reads it."""
    return poppler("pdftotext", whole, "-layout").split("\f")[:-1]


def test_every_page_has_its_number_and_no_other(texts):
    printed = [[int(number) for number in re.findall(r"^\s*Page (\d+)\s*$", text, re.MULTILINE)] for text in texts]
    assert printed == [[n] for n in range(1, len(texts) + 1)]


def test_the_front_sheets_ranges_are_the_pages_that_bear_the_items_stamps(packed, whole, texts):
    front = " ".join(" ".join(texts[:2]).split())
    ranges = {(int(first), int(last or first)) for first, last in RANGE.findall(front)}
    starts = {n: found[1] for n, text in enumerate(texts, 1) if (found := re.search(r"Agenda Item (\w+)\s*$", text, re.MULTILINE))}
    assert {first for first, _ in ranges} >= set(starts) - ({item_start(packed, whole, texts)} if "members" in whole.name else set())
    for first, last in ranges:
        assert "intentionally left blank" not in texts[first - 1] + texts[last - 1]
        after = texts[last] if last < len(texts) else ""
        assert (
            not after
            or "intentionally left blank" in after
            or re.search(r"Agenda Item", after)
            or any(last + 1 == start for start, _ in ranges)
        )


def item_start(_packed, _whole, texts):
    """Where the closed appendix of the open item stands among the members' pages."""
    return next(n for n, text in enumerate(texts, 1) if SECRETS[0] in text)


def test_the_word_front_sheet_says_the_same_pages(packed):
    word = re.sub(r"<[^>]+>", "", zipfile.ZipFile(path(packed, "agenda-front-sheet.docx")).read("word/document.xml").decode())
    pdf = " ".join(poppler("pdftotext", path(packed, "agenda-pack.pdf"), "-l", "2").split())
    assert RANGE.findall(word.replace("\u00a0", " ")) == RANGE.findall(pdf)


def destinations(reader, page):
    """The pages (from 1) that the links of a page lead to."""
    links = [each.get_object() for each in page.get("/Annots", [])]
    numbers = {each.indirect_reference.idnum: n for n, each in enumerate(reader.pages, 1)}
    return [numbers[each["/Dest"][0].idnum] for each in links if "/Dest" in each]


def test_the_front_sheet_leads_to_each_items_first_page(packed):
    reader = pypdf.PdfReader(path(packed, "agenda-pack.pdf"))
    led = {n for page in reader.pages[:2] for n in destinations(reader, page)}
    assert {each.pages[0] for each in packed.files if each.item} <= led


@pytest.mark.parametrize(("number", "least"), [("2", 1), ("5", 2), ("9", 1)])
def test_links_within_a_paper_lead_to_where_they_led(packed, number, least):
    reader = pypdf.PdfReader(path(packed, "agenda-pack.pdf"))
    first, last = item(packed, number).pages
    led = [n for page in reader.pages[first - 1 : last] for n in destinations(reader, page)]
    assert len(led) >= least
    assert all(first <= n <= last for n in led)


def test_a_link_to_a_heading_leads_to_its_page(packed):
    reader = pypdf.PdfReader(path(packed, "agenda-pack.pdf"))
    for number, heading in (("2", "Matters arising"), ("9", "What people said")):
        first = item(packed, number).pages[0]
        (led,) = destinations(reader, reader.pages[first - 1])
        assert heading in reader.pages[led - 1].extract_text()
        assert led == first + 1


def test_bookmarks_lead_to_the_items_and_labels_are_the_numbers(packed):
    reader = pypdf.PdfReader(path(packed, "agenda-pack.pdf"))
    tops = [each for each in reader.outline if not isinstance(each, list)]
    told = {each.item: each.pages[0] for each in packed.files if each.item}
    assert {each.title.partition(".")[0]: reader.get_destination_page_number(each) + 1 for each in tops[1:]} == told
    assert reader.page_labels == [str(n) for n in range(1, len(reader.pages) + 1)]


def test_items_begin_on_right_hand_pages_and_blank_ones_say_so(packed, texts):
    assert all(each.pages[0] % 2 for each in packed.files if each.item)
    blank = [n for n, text in enumerate(texts, 1) if "intentionally left blank" in text]
    assert blank
    assert all(n % 2 == 0 for n in blank)


# --- what is seen


def stripped(file):
    """The same file without our stamps."""
    with pikepdf.open(file) as pdf:
        for page in pdf.pages:
            last = page.Contents[len(page.Contents) - 1]
            data = last.read_bytes()
            last.write(data[: data.index(b"/Artifact <</Type/Pagination")])
        out = BytesIO()
        pdf.save(out)
    return out.getvalue()


def stamps(file):
    """Left, top, right and bottom of each stamp by page, in points as displayed, as poppler finds their words."""
    found = {}
    root = ET.fromstring(poppler("pdftotext", file, "-bbox"))
    space = "{http://www.w3.org/1999/xhtml}"
    for n, page in enumerate(root.iter(f"{space}page"), 1):
        words = [
            (each.text or "", [float(each.get(key)) for key in ("xMin", "yMin", "xMax", "yMax")]) for each in page.iter(f"{space}word")
        ]
        pairs = [(f"{first} {second}", (one, two)) for (first, one), (second, two) in pairwise(words)]
        found[n] = [box for said, boxes in pairs if said in (f"Page {n}", "Agenda Item", "Not for") for box in boxes]
    return found


def rendered(file, folder):
    subprocess.run(["pdftoppm", "-r", str(DPI), "-gray", str(file), str(folder / "page")], check=True)
    for each in sorted(folder.glob("page*.pgm")):
        with Image.open(each) as picture:
            yield picture.copy()


def test_stamps_stand_where_nothing_else_is(packed, tmp_path):
    whole = path(packed, "members-pack.pdf")
    bare = tmp_path / "bare.pdf"
    bare.write_bytes(stripped(whole))
    pictures, boxes = list(rendered(bare, tmp_path)), stamps(whole)
    assert len(pictures) == len(boxes)
    for n, picture in enumerate(pictures, 1):
        assert len(boxes[n]) >= 2, n
        for box in boxes[n]:
            left, top, right, bottom = (edge * DPI / 72 for edge in box)
            darkest, _ = picture.crop((int(left), int(top), int(right) + 1, int(bottom) + 1)).getextrema()
            assert darkest >= WHITE, (n, box)


# --- what is heard


HEARD = {
    "2": "Minutes of the last meeting",
    "7": "Words of an officer about a matter.",
    "8": "Words in a box",
    "9": "What people said",
    "10": "Printed by the officer",
}


@pytest.mark.parametrize("number", HEARD)
def test_the_tags_of_a_tagged_paper_are_kept(packed, number):
    said = poppler("pdfinfo", item(packed, number).path, "-struct-text")
    assert HEARD[number] in " ".join(said.replace('"', " ").split())
    assert re.search(r"^\s*H1\b", said, re.MULTILINE)


def test_what_was_written_into_a_word_file_of_ours_is_in_the_pack(texts):
    assert any(EDIT in text for text in texts)


def test_the_whole_packs_tags_are_those_of_its_papers_under_one_root(packed, whole):
    with pikepdf.open(whole) as pdf:
        root = pdf.Root.StructTreeRoot
        assert [str(each.S) for each in [root.K]] == ["/Document"]
        roles = Counter(
            str(each.get("/S")) for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and "/P" in each and "/S" in each
        )
        parts = [str(each.T) for each in root.K.K]
    assert parts[0].partition(" (")[0] == "Agenda"  # the members' pack says that it is theirs
    assert [each.partition(".")[0] for each in parts[1:10]] == [each.item for each in packed.files if each.item]
    for role, least in (("/H1", 6), ("/Table", 6), ("/Figure", 4), ("/Link", 8), ("/TH", 20)):
        assert roles[role] >= least, role


CLAIMED = {"2": ("ua1",), "5": ("ua1", "2a"), "6": ("ua1", "2a"), "7": ("ua1", "2a"), "9": ("ua1",), "11": (), "12": ()}


def test_each_file_claims_what_its_papers_keep(packed):
    found = {each.item: each.claims for each in packed.files if each.item}
    assert {number: found[number] for number in CLAIMED} == CLAIMED
    assert "2b" in found["8"]
    assert "2b" in found["10"]
    assert [each.claims for each in packed.files if each.path.name.endswith("-pack.pdf")] == [(), ()]


@pytest.mark.verapdf
def test_verapdf_finds_every_claim_true(packed):
    by_claims = {}
    for each in packed.files:
        if each.claims:
            by_claims.setdefault(",".join(each.claims), []).append(each.path)
    assert len(by_claims) >= 3
    assert verapdf_verdicts(by_claims) == []


def test_the_account_says_of_each_poor_paper_what_to_ask_for(packed):
    told = {each.place.block for each in packed.problems if each.code == "pack-not-accessible"}
    assert {"item 11, paper 1", "item 12, paper 1", "item 12, paper 2"} <= told
    assert {each.place.block for each in packed.problems if each.code == "pack-converted"} == {"item 8, paper 1"}


# --- what is not seen


def strings(file):
    """Every object of a PDF as it is written, and its metadata."""
    with pikepdf.open(file) as pdf:
        yield from (each.unparse().decode("latin-1") for each in pdf.objects if isinstance(each, (pikepdf.Dictionary, pikepdf.Array)))
        yield pdf.Root.Metadata.read_bytes().decode()


def test_no_public_file_holds_a_word_of_a_closed_paper(packed):
    public = [each.path for each in packed.files if "members" not in each.path.parts]
    assert len(public) >= 11
    for file in public:
        if file.suffix == ".pdf":
            reader = pypdf.PdfReader(file)
            held = " ".join([*(page.extract_text() for page in reader.pages), str(reader.metadata), *strings(file)])
        else:
            held = "".join(zipfile.ZipFile(file).read(each).decode("utf-8", "replace") for each in zipfile.ZipFile(file).namelist())
        assert not any(secret in " ".join(held.split()) for secret in SECRETS), file.name


def test_members_have_the_closed_papers_behind_all_others_and_marked(packed):
    public, members = (pypdf.PdfReader(path(packed, name)) for name in ("agenda-pack.pdf", "members-pack.pdf"))
    closed = [n for n, page in enumerate(members.pages, 1) if "Not for publication by virtue of paragraph 3" in page.extract_text()]
    assert closed[0] > len(public.pages)
    assert all(any(secret in members.pages[n - 1].extract_text() for n in closed) for secret in SECRETS)
    assert "A staffing matter" in public.pages[0].extract_text() + public.pages[1].extract_text()
