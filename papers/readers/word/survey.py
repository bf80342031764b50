"""What of an officer's Word file a reader of it sees and a paper of ours would not show: found by going over all its markup.

Properties are of three kinds. Some a paper carries; some are the look of things, which in our papers is the house's (typefaces, sizes,
spacing, borders); all others show something that would be lost, whether this module has words for it or not (ECMA-376, 17.3 to 17.10).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from papers.readers.word.colours import filled, is_coloured, is_white
from papers.readers.word.counting import lost_numbers
from papers.readers.word.names import OFF, at, children, is_on, local, r, val, w, words_of
from papers.readers.word.reading import shortened
from papers.readers.word.tables import is_header, table_rows

if TYPE_CHECKING:
    from papers.readers.word.names import Element
    from papers.readers.word.package import Package
    from papers.readers.word.styles import Styles

RUN_CARRIED = frozenset("rStyle b bCs i iCs vertAlign lang vanish webHidden specVanish rPrChange".split())  # noqa: SIM905 - a list of names
RUN_LOOK = frozenset(
    "rFonts sz szCs color spacing w kern noProof snapToGrid cs rtl eastAsianLayout fitText caps smallCaps outline shadow emboss imprint effect oMath".split()  # noqa: SIM905 - as above
)
"""`color` and `sz` are looked at apart: a colour may mean something, and a letter can be too small to see."""
RUN_LOST = {
    "strike": "struck-out text",
    "dstrike": "struck-out text",
    "u": "underlined text",
    "highlight": "highlighted text",
    "shd": "shaded text",
    "bdr": "boxed text",
    "position": "raised or lowered text",
    "em": "marks of emphasis",
}
STYLED = frozenset({"strike", "dstrike", "highlight", "em", "position"})
"""What counts from styles, too: underlining and colours of a style are the look of its headings and links."""
PARAGRAPH_LOOK = frozenset(
    "pStyle keepNext keepLines widowControl numPr suppressLineNumbers pBdr tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange".split()  # noqa: SIM905 - as above
)
"""Numbering is looked at apart."""
PARAGRAPH_LOST = {
    "pageBreakBefore": "a page break",
    "framePr": "a frame",
    "shd": "a shaded paragraph",
    "textDirection": "turned text",
}
CELL_LOST = {"textDirection": "turned text"}
SECTION_LOST = {"lnNumType": "line numbers", "textDirection": "turned text"}
PAGED = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES", "SECTION", "PAGEREF", "TOC", "INDEX", "TOA"})
"""Fields that show the numbers of pages or sections."""
SHOWING_NOTHING = frozenset({"", "XE", "TC", "RD", "TA", "PRINT", "SET", "ASK", "PRIVATE", "HYPERLINK", "BIBLIOGRAPHY"})
NUMBERED = re.compile(r"(?:pages?|of|\d+|[\W_])*", re.IGNORECASE)
"""What a header or footer says that only numbers pages."""
LEAST_SIZE = 8
"""Half-points: smaller letters are made not to be read."""
NAMESPACE = w("")
USUAL = OFF | {"nil", "lrTb", "tb", "baseline"}
"""Values that say that a property is off, or that text runs as text runs."""
WHITE, TINY = "text in white", "text too small to be read"
"""What is there and hardly seen."""


@dataclass(frozen=True, slots=True)
class Loss:
    """Something that a paper of ours would not show: what it is ("struck-out text"), and its words."""

    what: str
    words: str


@dataclass
class _Survey:
    """A survey of one part; of every kind of loss the first is kept."""

    styles: Styles
    found: dict[str, Loss] = field(default_factory=dict)

    def lose(self, what: str, words: str) -> None:
        """Note a loss."""
        self.found.setdefault(what, Loss(what, shortened(words)))

    def body(self, root: Element) -> None:
        """Go over a body or the notes."""
        for paragraph in root.iter(w("p")):
            self.paragraph(paragraph)
        for table in root.iter(w("tbl")):
            self.table(table)
        self.fields(root)
        self.sections(root)

    def paragraph(self, paragraph: Element) -> None:
        """Go over a paragraph: its own properties, then each run's."""
        properties = at(paragraph, "pPr")
        for each in () if properties is None else children(properties):
            name = local(each)
            shown = filled(each) if name == "shd" else _is_on(each)
            if (
                str(each.tag).startswith(NAMESPACE)
                and name not in PARAGRAPH_LOOK
                and shown
                and (words_of(paragraph) or name == "pageBreakBefore")
            ):
                self.lose(PARAGRAPH_LOST.get(name, f"a paragraph's property that Word calls {name}"), words_of(paragraph))
        style, begun = val(properties, "pStyle"), False
        for run in paragraph.iter(w("r")):
            self.run(run, style, begun=begun)
            begun = begun or bool(words_of(run))

    def run(self, run: Element, style: str | None, *, begun: bool) -> None:
        """Go over a run. A tab at the beginning of a paragraph only sets it in."""
        words = words_of(run)
        if any(True for _ in run.iter(w("tab"), w("ptab"))) and (begun or words):
            self.lose("tabs", words_of(_paragraph(run)))
        if any(each.get(w("type"), "textWrapping") != "textWrapping" for each in run.iter(w("br"))):
            self.lose("a page break", words_of(_paragraph(run)))
        own = at(run, "rPr")
        if not words or is_on(own, "vanish"):
            return
        said = {} if own is None else {local(each): each for each in children(own) if str(each.tag).startswith(NAMESPACE)}
        for name, each in (self._styled(style) | self._styled(said["rStyle"].get(w("val")) if "rStyle" in said else "") | said).items():
            self._look(name, each, words, direct=name in said, linked=_is_linked(run))

    def _styled(self, style: str | None) -> dict[str, Element]:
        """The properties of runs that a style gives, as far as they count, those of what it is based on included."""
        chained = [] if style == "" else [at(each, "rPr") for each in reversed(self.styles.chain(style or self.styles.default))]
        found = {local(each): each for properties in chained if properties is not None for each in children(properties)}
        return {name: each for name, each in found.items() if name in STYLED or name in ("color", "sz")}

    def _look(self, name: str, each: Element, words: str, *, direct: bool, linked: bool) -> None:
        if name == "color":
            if is_white(each):
                self.lose(WHITE, words)
            elif direct and not linked and is_coloured(each):
                self.lose("coloured text", words)
        elif name == "sz":
            if int(each.get(w("val")) or LEAST_SIZE) < LEAST_SIZE:
                self.lose(TINY, words)
        elif name not in RUN_CARRIED | RUN_LOOK and not (name == "u" and linked) and (filled(each) if name == "shd" else _is_on(each)):
            self.lose(RUN_LOST.get(name, f"a look of text that Word calls {name}"), words)

    def table(self, table: Element) -> None:
        """Go over a table's cells. A header's shade is its look; that of other cells may say something, such as a rating."""
        for n, row in enumerate(table_rows(table)):
            for properties in (at(cell, "tcPr") for cell in row.iter(w("tc"))):
                shade = at(properties, "shd")
                if shade is not None and filled(shade) and n and not is_header(row):
                    self.lose("shaded cells of a table", words_of(row) or words_of(table))
                for name, what in CELL_LOST.items():
                    found = at(properties, name)
                    if found is not None and _is_on(found):
                        self.lose(what, words_of(row))

    def fields(self, root: Element) -> None:
        """Go over fields: those that number pages, and those whose words stand nowhere in the file."""
        for code, words in _fields(root):
            name = (code.split() or [""])[0].upper()
            if name in PAGED:
                self.lose("a table of contents" if name == "TOC" else "numbers of pages in its text", words)
            elif not words and name not in SHOWING_NOTHING:
                self.lose(f"a field that Word works out ({name})", code)

    def sections(self, root: Element) -> None:
        """Go over the properties of sections."""
        for n, section in enumerate(root.iter(w("sectPr"))):
            if any(int(each.get(w("num")) or 1) > 1 for each in section.iterchildren(w("cols"))):
                self.lose("columns of text", "")
            if n and val(section, "type") in ("continuous", "nextColumn"):
                self.lose("a section that begins within a page", "")
            for name, what in SECTION_LOST.items():
                found = at(section, name)
                if found is not None and _is_on(found):
                    self.lose(what, "")

    def running(self, root: Element) -> None:
        """Go over a header or footer: all that it shows but the numbers of pages."""
        kind = "a header" if local(root) == "hdr" else "a footer"
        shown = "".join(words for paragraph in root.iter(w("p")) for words in _unnumbered(paragraph))
        if not NUMBERED.fullmatch(shown):
            self.lose(kind, shown)
        if any(each.get("string") for each in root.iter("{urn:schemas-microsoft-com:vml}textpath")):
            self.lose("a watermark", next(each.get("string") or "" for each in root.iter("{urn:schemas-microsoft-com:vml}textpath")))
        elif any(True for _ in root.iter(w("drawing"), w("pict"))):
            self.lose(f"a picture in {kind}", "")


def losses(package: Package, styles: Styles) -> tuple[Loss, ...]:
    """What of the package, its tracked changes settled, a paper of ours would not show; of every kind the first."""
    survey = _Survey(styles)
    main = package.main
    survey.body(package.trees[main])
    for what, words in lost_numbers(package.trees[main], styles):
        survey.lose(what, words)
    for kind in ("footnotes", "endnotes"):
        root = package.trees.get(package.part_of_kind(kind, main))
        if root is not None:
            survey.body(root)
    used = {each.get(r("id")) for each in package.trees[main].iter(w("headerReference"), w("footerReference"))}
    for own, relation in package.relations(main).items():
        if own in used and relation.target in package.trees:
            survey.running(package.trees[relation.target])
    return tuple(survey.found.values())


def _is_on(element: Element) -> bool:
    """Whether a property says anything but what holds without it."""
    return (element.get(w("val")) or "1") not in USUAL


def _paragraph(run: Element) -> Element:
    return next(run.iterancestors(w("p")), run)


def _is_linked(run: Element) -> bool:
    """Whether the run is a link, or has the look of one."""
    style = (val(run, "rPr/rStyle") or "").casefold()
    return "link" in style or any(local(each) == "hyperlink" for each in run.iterancestors())


def _fields(root: Element) -> Iterator[tuple[str, str]]:
    """The code and the shown words of every field."""
    for each in root.iter(w("fldSimple")):
        yield each.get(w("instr")) or "", words_of(each)
    open_: list[list[str]] = []
    for each in root.iter(w("fldChar"), w("instrText"), w("t")):
        kind = each.get(w("fldCharType"))
        if kind == "begin":
            open_.append(["", ""])
        elif kind == "end" and open_:
            code, words = open_.pop()
            yield code, words
            if open_:
                open_[-1][1] += words
        elif each.tag == w("instrText") and open_:
            open_[-1][0] += each.text or ""
        elif each.tag == w("t") and open_:
            open_[-1][1] += each.text or ""


def _unnumbered(paragraph: Element) -> Iterator[str]:
    """The texts of a paragraph but those in fields that number pages."""
    code, depth = "", 0
    for each in paragraph.iter(w("fldChar"), w("instrText"), w("t")):
        kind = each.get(w("fldCharType"))
        if kind == "begin":
            code, depth = ("" if not depth else code), depth + 1
        elif kind == "end":
            depth -= 1
        elif each.tag == w("instrText"):
            code += each.text or ""
        elif each.tag == w("t") and not (depth and _is_paged(code)) and not _is_paged(_simple_code(each)):
            yield each.text or ""
    yield " "


def _simple_code(text: Element) -> str:
    return next((each.get(w("instr")) or "" for each in text.iterancestors(w("fldSimple"))), "")


def _is_paged(code: str) -> bool:
    return (code.split() or [""])[0].upper() in PAGED
