"""What a script can decide about the accessibility of a Word file: WCAG 2.2 AA where it applies, and the rules of docs/house-style.md.

`findings(data)` gives every breach with its rule and place. Nothing of ours is used to read the file. Some things are accepted, each
for the reason given at its name below: details in two columns need no header row, and a table's corner may be empty.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from lxml import etree

from tests.word.opened import NS, VAL, W, find, parts

LANGUAGE = "en-GB"
LEAST_TEXT, LEAST_RUNNING, LEAST_CHART = 12.0, 10.0, 10.0
"""Points: text to be read, running lines, labels in charts."""
LEAST_CONTRAST, LEAST_LARGE, LEAST_GRAPHIC = 4.5, 3.0, 3.0
"""WCAG 1.4.3 and 1.4.11: text, large text (18 points, or 14 in bold), and what a graphic needs to be understood."""
COMPATIBILITY = 15
WHITE, BLACK = "FFFFFF", "000000"
HEXADECIMAL = re.compile(r"[0-9A-Fa-f]{6}")
TYPED_LABEL = re.compile(r"^(?:[•▪·–*-]|\d{1,2}\))\s+\S")
POOR_ALT = re.compile(r"^(?:image|picture|chart|graph|diagram)?\d*$|\.(?:png|jpe?g|svg|emf)$", re.IGNORECASE)
POOR_LINK = re.compile(r"^(?:https?://.*|www\..*|here|click here|more|read more|link)$", re.IGNORECASE)


@dataclass(frozen=True)
class Finding:
    """A breach: which rule, where, and what is wrong."""

    rule: str
    place: str
    what: str


def luminance(colour: str) -> float:
    """Relative luminance as WCAG defines it."""
    shares = [int(colour[n : n + 2], 16) / 255 for n in (0, 2, 4)]
    red, green, blue = (share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def words(element) -> str:
    """The words of an element."""
    return " ".join("".join(element.itertext(W + "t")).replace("\u00a0", " ").split())


class WordFile:
    """A Word file's parts as trees, and what a run looks like once all its styles are taken together."""

    def __init__(self, data: bytes) -> None:
        self.parts = parts(data)

    def tree(self, name: str):
        """A part, or an empty element where there is none."""
        return etree.fromstring(self.parts[name]) if name in self.parts else etree.Element("none")

    @cached_property
    def body(self):
        return self.tree("word/document.xml")

    @cached_property
    def styles(self) -> dict[str, etree._Element]:
        return {each.get(W + "styleId"): each for each in find(self.tree("word/styles.xml"), "//w:style")}

    @cached_property
    def defaults(self):
        return find(self.tree("word/styles.xml"), "//w:docDefaults/w:rPrDefault/w:rPr")

    @cached_property
    def normal(self) -> str:
        return next(name for name, each in self.styles.items() if each.get(W + "default") == "1" and each.get(W + "type") == "paragraph")

    def style(self, paragraph) -> str:
        """The id of the paragraph's style."""
        return find(paragraph, "string(w:pPr/w:pStyle/@w:val)") or self.normal

    def level(self, paragraph) -> int | None:
        """The level of a heading, from 1; None for another paragraph."""
        found = [each for style in self._chain(self.style(paragraph)) for each in find(style, "w:pPr/w:outlineLvl/@w:val")]
        return int(found[0]) + 1 if found and int(found[0]) < 9 else None

    def look(self, run, name: str) -> str | None:
        """A property of the run: its own, or that of its character style, paragraph style, table style, or the file's default."""
        paragraph = next(run.iterancestors(W + "p"))
        table = next(run.iterancestors(W + "tbl"), None)
        places = [*find(run, "w:rPr"), *self._looks(find(run, "string(w:rPr/w:rStyle/@w:val)")), *self._looks(self.style(paragraph))]
        places += self._looks(find(table, "string(w:tblPr/w:tblStyle/@w:val)")) if table is not None else []
        found = (each for place in [*places, *self.defaults] for each in place.findall(W + name))
        return next((each.get(VAL, "1") for each in found), None)

    def _looks(self, style: str) -> list:
        return [look for each in self._chain(style) for look in find(each, "w:rPr")]

    def _chain(self, style: str) -> Iterator[etree._Element]:
        while style in self.styles:
            yield self.styles[style]
            style = find(self.styles[style], "string(w:basedOn/@w:val)")

    def size(self, run) -> float:
        """In points."""
        return int(self.look(run, "sz") or 20) / 2

    def ground(self, run) -> str:
        """The colour behind the run's text."""
        fills = [*find(run, "w:rPr/w:shd/@w:fill"), *find(run, "ancestor::w:p[1]/w:pPr/w:shd/@w:fill")]
        fills += find(run, "ancestor::w:tc[1]/w:tcPr/w:shd/@w:fill")
        return next((each for each in fills if HEXADECIMAL.fullmatch(each)), WHITE)

    def ink(self, run) -> str:
        """The colour of the run's text; Word's own choice is black."""
        colour = self.look(run, "color")
        return colour if colour and HEXADECIMAL.fullmatch(colour) else BLACK

    def charts(self) -> Iterator[tuple[str, etree._Element]]:
        """Each chart part."""
        yield from ((name, self.tree(name)) for name in self.parts if re.fullmatch(r"word/charts/chart\d+\.xml", name))


Rule = Callable[[WordFile], Iterator[tuple[str, str]]]


# --- the file -------------------------------------------------------------------------------------------------------


def title(file: WordFile) -> Iterator[tuple[str, str]]:
    """WCAG 2.4.2: the file has a title that says what it is."""
    found = "".join(file.tree("docProps/core.xml").itertext("{http://purl.org/dc/elements/1.1/}title")).strip()
    if found.lower() in ("", "title", "document1", "word document"):
        yield "file", f"its title is {found!r}"


def language(file: WordFile) -> Iterator[tuple[str, str]]:
    """WCAG 3.1.1: the language of the file is that of its words."""
    found = next((each for default in file.defaults for each in find(default, "w:lang/@w:val")), None)
    if found != LANGUAGE:
        yield "file", f"its language is {found}"


def compatibility(file: WordFile) -> Iterator[tuple[str, str]]:
    """Word opens the file as its own, not in compatibility mode, which hides the accessibility checker."""
    found = find(file.tree("word/settings.xml"), "//w:compatSetting[@w:name='compatibilityMode']/@w:val")
    if [int(each) for each in found] != [COMPATIBILITY]:
        yield "file", f"its compatibility mode is {found}"


def protection(file: WordFile) -> Iterator[tuple[str, str]]:
    """Protection for forms or reading switches commands of screen readers off."""
    found = find(file.tree("word/settings.xml"), "//w:documentProtection/@w:edit")
    if {"forms", "readOnly"} & set(found):
        yield "file", f"it is protected: {found}"


# --- text -----------------------------------------------------------------------------------------------------------


def heading_order(file: WordFile) -> Iterator[tuple[str, str]]:
    """WCAG 1.3.1 and 2.4.6: headings begin at level 1, skip no level on the way down and have words."""
    last = 0
    for paragraph in file.body.iter(W + "p"):
        level = file.level(paragraph)
        if level is None:
            continue
        if not words(paragraph):
            yield f"after level {last}", "a heading is empty"
        if level > last + 1:
            yield words(paragraph), f"level {level} follows level {last}"
        last = level
    if not last:
        yield "file", "it has no headings"


def blank_paragraphs(file: WordFile) -> Iterator[tuple[str, str]]:
    """Empty paragraphs are read aloud as blanks: none stand side by side."""
    for paragraph in file.body.iter(W + "p"):
        after = paragraph.getnext()
        if after is not None and after.tag == W + "p" and _blank(paragraph) and _blank(after):
            yield words(paragraph.getprevious()) if paragraph.getprevious() is not None else "start", "two empty paragraphs"


def _blank(paragraph) -> bool:
    return not words(paragraph) and not find(paragraph, ".//w:drawing | .//w:br | w:pPr/w:sectPr")


def typed_labels(file: WordFile) -> Iterator[tuple[str, str]]:
    """WCAG 1.3.1: a list is a list, not paragraphs with typed bullets."""
    for paragraph in file.body.iter(W + "p"):
        if TYPED_LABEL.match(words(paragraph)):
            yield words(paragraph), "its bullet or number is typed"


def alignment(file: WordFile) -> Iterator[tuple[str, str]]:
    """WCAG 1.4.8: no justified text."""
    yield from ((words(each.getparent().getparent()), "it is justified") for each in find(file.body, "//w:pPr/w:jc[@w:val='both']"))


def underlines(file: WordFile) -> Iterator[tuple[str, str]]:
    """Underlined text is a link."""
    for run in find(file.body, "//w:r[w:t][not(ancestor::w:hyperlink)]"):
        if file.look(run, "u") not in (None, "none"):
            yield words(run), "it is underlined and no link"


def link_words(file: WordFile) -> Iterator[tuple[str, str]]:
    """WCAG 2.4.4: a link's words say where it leads."""
    yield from (
        (words(each), "its words do not say where it leads") for each in find(file.body, "//w:hyperlink") if POOR_LINK.match(words(each))
    )


def text_size(file: WordFile) -> Iterator[tuple[str, str]]:
    """Text to be read is at least 12 points; a raised figure is as large as its line."""
    yield from _small(file, file.body, LEAST_TEXT)


def running_size(file: WordFile) -> Iterator[tuple[str, str]]:
    """Running lines and notes at the foot of a page are at least 10 points."""
    for name in file.parts:
        if re.fullmatch(r"word/(?:header|footer|footnotes)\w*\.xml", name):
            yield from _small(file, file.tree(name), LEAST_RUNNING)


def _small(file: WordFile, root, least: float) -> Iterator[tuple[str, str]]:
    for run in find(root, "//w:r[w:t]"):
        if words(run) and file.size(run) < least:
            yield words(run), f"{file.size(run):g} points"


def text_contrast(file: WordFile) -> Iterator[tuple[str, str]]:
    """WCAG 1.4.3: text, chips included, stands out from its ground."""
    roots = [file.tree(name) for name in file.parts if re.fullmatch(r"word/(?:document|header\w*|footer\w*|footnotes)\.xml", name)]
    for run in (run for root in roots for run in find(root, "//w:r[w:t]") if words(run)):
        size = file.size(run)
        large = size >= 18 or (size >= 14 and file.look(run, "b") == "1")
        found = contrast(file.ink(run), file.ground(run))
        if found < (LEAST_LARGE if large else LEAST_CONTRAST):
            yield words(run), f"#{file.ink(run)} on #{file.ground(run)} is {found:.1f} to 1"


def colour_alone(file: WordFile) -> Iterator[tuple[str, str]]:
    """WCAG 1.4.1: what has a coloured ground says in words what the colour says."""
    for cell in find(file.body, "//w:tc[w:tcPr/w:shd]"):
        fills = [each for each in find(cell, "w:tcPr/w:shd/@w:fill") if HEXADECIMAL.fullmatch(each) and each.upper() != WHITE]
        if fills and not words(cell):
            yield words(cell.getparent()), f"a cell is filled #{fills[0]} and has no words"
    for paragraph in find(file.body, "//w:p[.//w:r/w:rPr/w:shd]"):
        chips = "".join("".join(find(run, "w:t/text()")) for run in find(paragraph, ".//w:r[w:rPr/w:shd]"))
        if not chips.replace("\u00a0", "").strip():
            yield words(paragraph), "a chip has no word"


# --- tables ---------------------------------------------------------------------------------------------------------


def header_rows(file: WordFile) -> Iterator[tuple[str, str]]:
    """WCAG 1.3.1: a table's first row heads it and is repeated, unless its first column heads it."""
    for table in find(file.body, "//w:tbl"):
        rows = table.findall(W + "tr")
        if not _headed_by_column(table) and len(rows) > 1 and not find(rows[0], "w:trPr/w:tblHeader"):
            yield words(rows[0]), "its first row is no header row"
        if not _headed_by_column(table) and find(table, "string(w:tblPr/w:tblLook/@w:firstRow)") != "1":
            yield words(rows[0]), "its look has no header row"


def _headed_by_column(table) -> bool:
    """Details in two columns, each row a label and what it says: the first column heads them (accepted without a header row)."""
    two = all(len(row.findall(W + "tc")) == 2 for row in table.iter(W + "tr"))
    look = table.find("w:tblPr/w:tblLook", NS)
    return two and look is not None and look.get(W + "firstRow") == "0" and look.get(W + "firstColumn") == "1"


def header_cells(file: WordFile) -> Iterator[tuple[str, str]]:
    """A header cell has words; one that continues the cell above has them there, and the corner over a stub needs none."""
    for row in find(file.body, "//w:tr[w:trPr/w:tblHeader]"):
        for place, cell in enumerate(row.findall(W + "tc")):
            goes_on = find(cell, "w:tcPr/w:vMerge[not(@w:val='restart')]")
            if place and not goes_on and not words(cell):
                yield words(row), f"header cell {place + 1} is empty"


def table_names(file: WordFile) -> Iterator[tuple[str, str]]:
    """A table has a name that is read out."""
    for table in find(file.body, "//w:tbl"):
        if not find(table, "string(w:tblPr/w:tblCaption/@w:val)").strip():
            yield words(table.find(W + "tr")), "the table has no name"


def nested_tables(file: WordFile) -> Iterator[tuple[str, str]]:
    """No table stands in a table."""
    yield from ((words(each)[:40], "a table stands in a table") for each in find(file.body, "//w:tbl//w:tbl"))


# --- pictures and charts --------------------------------------------------------------------------------------------


def alternatives(file: WordFile) -> Iterator[tuple[str, str]]:
    """WCAG 1.1.1: a picture or chart has a text alternative that says something, or is marked as decoration."""
    for drawing in find(file.body, "//w:drawing//wp:docPr"):
        alt = (drawing.get("descr") or "").strip()
        decoration = [each.get("val") for each in drawing.iter("{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative")]
        if not alt and "1" not in decoration:
            yield drawing.get("name"), "no text alternative"
        elif alt and POOR_ALT.search(alt):
            yield drawing.get("name"), f"its text alternative says nothing: {alt}"


def inline_drawings(file: WordFile) -> Iterator[tuple[str, str]]:
    """What floats, or stands in a text box, is read out of order or not at all."""
    yield from (("drawing", posixpath.basename(each.tag)) for each in find(file.body, "//wp:anchor | //w:txbxContent"))


def chart_size(file: WordFile) -> Iterator[tuple[str, str]]:
    """Labels in charts are at least 10 points."""
    for name, root in file.charts():
        sizes = [int(each) / 100 for each in find(root, "//a:defRPr/@sz | //a:rPr/@sz")]
        if not sizes or min(sizes) < LEAST_CHART:
            yield name, f"{min(sizes, default=0):g} points"


def chart_contrast(file: WordFile) -> Iterator[tuple[str, str]]:
    """WCAG 1.4.3 and 1.4.11: labels stand out from the page or from their own bar, and so do bars and lines from the page."""
    for name, root in file.charts():
        for series in find(root, "//c:ser"):
            own = next(iter(find(series, "c:spPr/a:solidFill/a:srgbClr/@val | c:spPr/a:ln/a:solidFill/a:srgbClr/@val")), BLACK)
            if contrast(own, WHITE) < LEAST_GRAPHIC - 0.05:
                yield name, f"series #{own} is {contrast(own, WHITE):.1f} to 1"
            for label in find(series, ".//c:txPr//a:solidFill/a:srgbClr/@val"):
                ground = own if label.upper() == WHITE else WHITE
                if contrast(label, ground) < LEAST_CONTRAST:
                    yield name, f"label #{label} on #{ground} is {contrast(label, ground):.1f} to 1"


RULES: tuple[Rule, ...] = (
    title, language, compatibility, protection, heading_order, blank_paragraphs, typed_labels, alignment, underlines, link_words,
    text_size, running_size, text_contrast, colour_alone, header_rows, header_cells, table_names, nested_tables,
    alternatives, inline_drawings, chart_size, chart_contrast,
)  # fmt: skip


def findings(data: bytes) -> list[Finding]:
    """Every breach of every rule."""
    file = WordFile(data)
    return [Finding(rule.__name__, place[:60], what) for rule in RULES for place, what in rule(file)]
