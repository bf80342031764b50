"""What a paper says, read from its files with tools that nobody here wrote: lxml for Word's parts, pikepdf for the PDF.

All three formats are brought to one list of words. What is excused, and nothing else:

* running lines, and the line that marks a draft (it stands in Word's headers and is decoration in the PDF);
* the shapes beside directions and ratings, which repeat their words;
* the label before a list item (`labels_of_word` and `labels_of_pdf` are compared with each other instead);
* the words inside a chart: the chart is read by its text alternative;
* where white space stands and of which kind, and that a note stands at its call or after the block that calls it.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO

import pikepdf
from lxml import etree

from tests.word.opened import NS, VAL, W

SHAPES = frozenset("▲▼■★●◆")
LABEL = re.compile(r"^\s*(?:•|\d+\.)\s")


def tokens(blocks: Iterator[str]) -> list[str]:
    """The words of the blocks, without list labels and shapes."""
    return [word for block in blocks for line in LABEL.sub("", block).splitlines() for word in line.split() if word not in SHAPES]


# --- text


def words_of_text(text: str, draft: str | None) -> list[str]:
    """The words of the text file, in its order."""
    if draft:
        assert text.startswith(f"{draft}\n"), "a draft's first line says so"
        text = text.removeprefix(draft)
    return tokens(iter(text.splitlines()))


# --- Word


@dataclass
class WordText:
    """A Word file's body as blocks of words, each followed by the notes it calls."""

    body: etree._Element
    notes: dict[str, str] = field(default_factory=dict)
    waiting: list[str] = field(default_factory=list)

    def blocks(self) -> Iterator[str]:
        """Paragraphs, and tables as one block; consecutive list items are one block too, as they are one list."""
        in_list = False
        for element in self._leaves(self.body):
            is_item = element.tag == W + "p" and _style(element).startswith("List")
            if not is_item or not in_list:
                yield from self._called()
            in_list = is_item
            yield from self._said(element)
        yield from self._called()

    def _leaves(self, element) -> Iterator[etree._Element]:
        for child in element:
            if child.tag in (W + "p", W + "tbl"):
                yield child
            elif child.tag in (W + "sdt", W + "sdtContent"):
                yield from self._leaves(child)

    def _said(self, element) -> Iterator[str]:
        if element.tag == W + "p":
            yield self._line(element)
        else:
            yield from (self._line(paragraph) for paragraph in element.iter(W + "p"))

    def _line(self, paragraph) -> str:
        return "".join(self._piece(each) for each in paragraph.iter())

    def _piece(self, each) -> str:
        if each.tag == W + "t":
            return each.text or ""
        if each.tag in (W + "br", W + "tab") and each.getparent().tag == W + "r":
            return " "
        if each.tag == f"{{{NS['wp']}}}docPr":
            return each.get("descr", "")
        if each.tag == W + "footnoteReference":
            self.waiting.append(self.notes[each.get(W + "id")])
            return self.notes[each.get(W + "id")].split()[0]
        return ""

    def _called(self) -> Iterator[str]:
        called, self.waiting = self.waiting, []
        yield from called


def words_of_word(data: bytes) -> list[str]:
    """The words of the Word file's body, in its order."""
    return tokens(word_text(data).blocks())


def word_text(data: bytes) -> WordText:
    """The body with its notes, numbered in the order of their calls as Word numbers them."""
    with zipfile.ZipFile(BytesIO(data)) as package:
        body = etree.fromstring(package.read("word/document.xml")).find("w:body", NS)
        notes = (
            etree.fromstring(package.read("word/footnotes.xml")) if "word/footnotes.xml" in package.namelist() else etree.Element("none")
        )
    said = {each.get(W + "id"): "".join(each.itertext(W + "t")) for each in notes.findall("w:footnote", NS)}
    calls = [each.get(W + "id") for each in body.iter(W + "footnoteReference")]
    return WordText(body, {call: f"{n} {said[call].strip()}" for n, call in enumerate(calls, 1)})


def _style(paragraph) -> str:
    found = paragraph.find("w:pPr/w:pStyle", NS)
    return "" if found is None else found.get(VAL)


def labels_of_word(data: bytes) -> list[str]:
    """The label of each list item as Word counts it: by the numbering of its style or its own."""
    with zipfile.ZipFile(BytesIO(data)) as package:
        document, styles, numbering = (etree.fromstring(package.read(f"word/{name}.xml")) for name in ("document", "styles", "numbering"))
    counts: dict[tuple[str, int], int] = {}
    out = []
    for paragraph in document.iter(W + "p"):
        own = paragraph.find("w:pPr/w:numPr", NS)
        styled = styles.find(f"w:style[@w:styleId='{_style(paragraph)}']/w:pPr/w:numPr", NS)
        if own is None and styled is None:
            continue
        number = _first("w:numId", own, styled)
        level = int(_first("w:ilvl", own, styled) or 0)
        counts[number, level] = counts.get((number, level), 0) + 1
        counts = {key: count for key, count in counts.items() if key[0] != number or key[1] <= level}
        out.append(_label(numbering, number, level, counts[number, level]))
    return out


def _first(name: str, *places) -> str:
    found = [place.find(name, NS) for place in places if place is not None]
    return next((each.get(VAL) for each in found if each is not None), "")


def _label(numbering, number: str, level: int, count: int) -> str:
    abstract = numbering.find(f"w:num[@w:numId='{number}']/w:abstractNumId", NS).get(VAL)
    look = numbering.find(f"w:abstractNum[@w:abstractNumId='{abstract}']/w:lvl[@w:ilvl='{level}']", NS)
    kind, words = look.find("w:numFmt", NS).get(VAL), look.find("w:lvlText", NS).get(VAL)
    shown = {"decimal": str(count), "lowerLetter": chr(96 + count), "lowerRoman": ("", "i", "ii", "iii", "iv", "v", "vi")[min(count, 6)]}
    return words.replace(f"%{level + 1}", shown.get(kind, ""))


# --- PDF

BLOCKS = frozenset({"/Document", "/Part", "/Sect"})
"""What holds blocks; its children are the blocks."""
INLINE = frozenset({"/Span", "/Link", "/Reference", "/Note"})
"""Elements that stand within a line."""
CODE = re.compile(rb"<([0-9A-Fa-f]{4})>\s*<([0-9A-Fa-f]+)>")


def words_of_pdf(text: PdfText) -> list[str]:
    """The words of the structure tree in reading order."""
    return tokens(text.blocks())


def labels_of_pdf(text: PdfText) -> list[str]:
    """The label of each list item."""
    return ["".join(text.said(element, [])).strip() for element in elements(text.root) if element.S == "/Lbl"]


def elements(node: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """The structure elements below the node, in reading order."""
    for kid in _kids(node):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from elements(kid)


def _kids(node: pikepdf.Object) -> list[pikepdf.Object]:
    kids = node.get("/K", pikepdf.Array())
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]


class PdfText:
    """A tagged PDF's text by the pieces that its structure names; poppler tells the same, but takes minutes over long reports."""

    def __init__(self, data: bytes) -> None:
        self.pdf = pikepdf.open(BytesIO(data))
        self.root = self.pdf.Root.StructTreeRoot
        self.pieces: dict[tuple[int, int], str] = {}
        for page in self.pdf.pages:
            self._read(page)

    def _read(self, page: pikepdf.Page) -> None:
        """Take up the page's shown text under the marks it stands in; text outside of marks with a number is decoration."""
        marks: list[int | None] = []
        fonts = {name: _unicode(font) for name, font in page.Resources.Font.items()}
        font: dict[bytes, str] = {}
        for operands, operator in pikepdf.parse_content_stream(page):
            match str(operator):
                case "BDC" | "BMC":
                    marks.append(operands[1].get("/MCID") if len(operands) > 1 and isinstance(operands[1], pikepdf.Dictionary) else None)
                case "EMC":
                    marks.pop()
                case "Tf":
                    font = fonts[str(operands[0])]
                case "Tj" if marks and marks[-1] is not None:
                    place = page.obj.objgen[0], int(marks[-1])
                    self.pieces[place] = self.pieces.get(place, "") + _decoded(bytes(operands[0]), font)

    def blocks(self) -> Iterator[str]:
        """Each block's words, then the notes it calls."""
        yield from self._blocks(self.root)

    def _blocks(self, node: pikepdf.Object) -> Iterator[str]:
        for kid in _kids(node):
            if kid.S in BLOCKS:
                yield from self._blocks(kid)
                continue
            notes: list[str] = []
            yield "".join(self.said(kid, notes))
            yield from notes

    def said(self, element: pikepdf.Object, notes: list[str]) -> Iterator[str]:
        """The element's words in pieces; a figure by its text alternative, a list item without its label, notes put aside."""
        if element.S not in INLINE:
            yield "\n"
        if element.S == "/Figure":
            yield f"{element.Alt}\n"
            return
        for kid in _kids(element):
            if isinstance(kid, int):
                yield self.pieces[element.Pg.objgen[0], kid]
            elif "/MCID" in kid:
                yield self.pieces[kid.Pg.objgen[0], int(kid.MCID)]
            elif kid.get("/S") == "/Note":
                notes.append("".join(self.said(kid, notes)))
            elif "/S" in kid and (kid.S != "/Lbl" or element.S != "/LI"):
                yield from self.said(kid, notes)


def _unicode(font: pikepdf.Object) -> dict[bytes, str]:
    """What each code of the font stands for, by its own account."""
    table = font.ToUnicode.read_bytes()
    return {bytes.fromhex(code.decode()): bytes.fromhex(text.decode()).decode("utf-16-be") for code, text in CODE.findall(table)}


def _decoded(codes: bytes, font: dict[bytes, str]) -> str:
    return "".join(font[codes[n : n + 2]] for n in range(0, len(codes), 2))
