"""The house template read as a house style: its paragraph styles resolved, its page, its table, its header and footer.

Word resolves a style through what it is based on, then its list level, then the document's defaults; so does this module.
Whatever a paper can't do without and the template lacks is a problem, and all problems come in one error.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Literal
from zipfile import BadZipFile, ZipFile

from papers.errors import PapersError, Place, Problem, problem
from papers.house.fields import running_parts
from papers.house.styles import FURTHER_STYLES, STYLES, WORD_STYLES, HouseStyle, Line, Logo, Page, RunningPart, Style, TableStyle
from papers.metrics import UnknownFontError, face

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

NATURAL = 1.15
"""Height of a line over its size in a font without metrics, where a style asks for no least height."""

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
EMU = 12700
"""English metric units a point."""
PICTURES: Mapping[bytes, Literal["image/png", "image/jpeg"]] = {b"\x89PNG": "image/png", b"\xff\xd8": "image/jpeg"}
"""Kinds of pictures by the first bytes of their files."""
OFF = ("0", "false", "off", "none")
NO_RULE = ("nil", "none")
ALIGN: Mapping[str, Literal["left", "right", "centre"]] = {"right": "right", "end": "right", "center": "centre"}
TABLE_STYLE = "House Table"


def read_house(template: bytes, name: str = "the house template") -> HouseStyle:
    """The house style of a template's bytes. PapersError lists every style that is missing and every field that can't be shown."""
    from xml.etree.ElementTree import ParseError

    try:
        found, problems = _house(Parts(template), Place(file=name))
    except (BadZipFile, KeyError, ParseError, ValueError) as error:
        raise PapersError([problem("house-not-word", Place(file=name), value=str(error).strip("'"))]) from error
    if problems:
        raise PapersError(problems)
    return found


class Parts:
    """The parts of a template as trees, and its styles by id and by name."""

    def __init__(self, template: bytes) -> None:
        self.package = ZipFile(BytesIO(template))
        self.styles = self.tree("word/styles.xml")
        self.by_id = {e.get(f"{W}styleId", ""): e for e in self.styles.iter(f"{W}style")}
        self.by_name = {val(e, "name").lower(): e for e in self.by_id.values()}
        self.levels = dict(_levels(self.tree("word/numbering.xml")))
        self.theme_fonts = dict(_theme_fonts(self.tree("word/theme/theme1.xml")))

    def tree(self, name: str) -> Element:
        """The root of a part. KeyError where the package has no such part."""
        from xml.etree.ElementTree import fromstring

        return fromstring(self.package.read(name))

    def chain(self, style: Element | None) -> list[Element]:
        """The style and what it is based on, nearest first."""
        out: list[Element] = []
        while style is not None and style not in out:
            out.append(style)
            style = self.by_id.get(val(style, "basedOn"))
        return out

    def defaults(self) -> list[Element]:
        """The document's default properties of paragraphs and runs."""
        return present(self.styles.find(f"{W}docDefaults/{W}{kind}PrDefault/{W}{kind}Pr") for kind in "pr")


def _house(parts: Parts, place: Place) -> tuple[HouseStyle, list[Problem]]:
    page = read_page(parts)
    lacking = [name for name in (*STYLES, *WORD_STYLES) if name.lower() not in parts.by_name]
    problems = [problem("house-style-missing", place, value=name) for name in lacking]
    known = [name for name in (*STYLES, *FURTHER_STYLES) if name.lower() in parts.by_name]
    styles = {name: _style(parts, name) for name in known}
    header, footer = (_running(parts, kind, problems, place) for kind in ("header", "footer"))
    if lacking:
        styles |= {name: Style(name, "Arial", 12, 17) for name in lacking}
    rules = styles["Header"].rule_below, styles["Footer"].rule_above
    return HouseStyle(
        page, styles, _table(parts), header, footer, *rules, read_logo(parts), _accents(parts.tree("word/theme/theme1.xml"))
    ), problems


# --- paragraph styles -----------------------------------------------------------------------------------------------


def _style(parts: Parts, name: str) -> Style:
    """The paragraph style of that name, resolved."""
    chain = parts.chain(parts.by_name[name.lower()])
    looks = _Looks(parts, [e for style in chain for e in present(style.find(f"{W}{kind}Pr") for kind in "pr")] + parts.defaults())
    size = looks.number("sz", "val", 20) / 2
    level = _level(parts, chain, looks)
    return Style(
        name=name,
        font=looks.font(),
        size=size,
        line=looks.line(size),
        bold=looks.on("b"),
        italic=looks.on("i"),
        colour=_colour(looks.value("color", "val")),
        before=looks.points("spacing", "before"),
        after=looks.points("spacing", "after"),
        left=looks.points("ind", "left", _points(level, "left")),
        hanging=looks.points("ind", "hanging", _points(level, "hanging")),
        align=ALIGN.get(looks.value("jc", "val") or "", "left"),
        keep_next=looks.on("keepNext"),
        rule_above=_rule(looks.find("pBdr/top")),
        rule_below=_rule(looks.find("pBdr/bottom")),
        bullet=_bullet(level),
        numbering=_numbering(level) if name.startswith("Heading") else "",
        number_format=val(level, "numFmt") if level is not None else "decimal",
    )


class _Looks:
    """Property elements, nearest first: the first one that says something is right."""

    def __init__(self, parts: Parts, elements: Sequence[Element]) -> None:
        self.parts = parts
        self.elements = elements

    def find(self, path: str) -> Element | None:
        """The nearest element of that path ("pBdr/top")."""
        full = "/".join(f"{W}{step}" for step in path.split("/"))
        return next(iter(present(e.find(full) for e in self.elements)), None)

    def value(self, tag: str, attribute: str) -> str | None:
        """The nearest value of that attribute: attributes of one element are inherited one by one."""
        found = (e.get(f"{W}{attribute}") for e in present(e.find(f"{W}{tag}") for e in self.elements))
        return next((value for value in found if value is not None), None)

    def number(self, tag: str, attribute: str, other: float = 0.0) -> float:
        """The value as a number, or `other`."""
        value = self.value(tag, attribute)
        return other if value is None else float(value)

    def points(self, tag: str, attribute: str, other: float = 0.0) -> float:
        """The value, in twips, as points, or `other`."""
        return self.number(tag, attribute, other * 20) / 20

    def on(self, tag: str) -> bool:
        """Whether the property is switched on."""
        found = self.find(tag)
        return found is not None and found.get(f"{W}val", "1") not in OFF

    def line(self, size: float) -> float:
        """The least height of a line: as the style says, and never less than its font needs."""
        asked = self.number("spacing", "line", 240)
        if self.value("spacing", "lineRule") in ("atLeast", "exact"):
            return max(asked / 20, 0.0)
        try:
            natural = face(self.font()).line
        except UnknownFontError:  # layout reports it
            natural = NATURAL
        return asked / 240 * size * natural

    def font(self) -> str:
        """The font's name, through the theme where the style names one of its fonts."""
        for fonts in present(e.find(f"{W}rFonts") for e in self.elements):
            theme = fonts.get(f"{W}asciiTheme")
            name = self.parts.theme_fonts.get(theme[:5]) if theme else fonts.get(f"{W}ascii")
            if name:
                return name
        return "Arial"


def _rule(border: Element | None) -> Line | None:
    if border is None or border.get(f"{W}val") in NO_RULE:
        return None
    return Line(float(border.get(f"{W}sz", "4")) / 8, _colour(border.get(f"{W}color")), float(border.get(f"{W}space", "0")))


def _colour(value: str | None) -> str:
    return f"#{value.upper()}" if value and value != "auto" else "#000000"


# --- list levels ----------------------------------------------------------------------------------------------------


def _levels(numbering: Element) -> Iterator[tuple[tuple[str, str], Element]]:
    """Every list level by the list's number and the level's."""
    abstract = {e.get(f"{W}abstractNumId"): e for e in numbering.iter(f"{W}abstractNum")}
    for num in numbering.iter(f"{W}num"):
        for level in abstract[val(num, "abstractNumId")].iter(f"{W}lvl"):
            yield (num.get(f"{W}numId", ""), level.get(f"{W}ilvl", "0")), level


def _level(parts: Parts, chain: Sequence[Element], looks: _Looks) -> Element | None:
    """The list level of a style: the level that names the style, else the one that the style names."""
    number = looks.find("numPr/numId")
    if number is None:
        return None
    style = chain[0].get(f"{W}styleId")
    of_list = [(key, level) for key, level in parts.levels.items() if key[0] == number.get(f"{W}val")]
    named = next((level for _, level in of_list if val(level, "pStyle") == style), None)
    depth = looks.find("numPr/ilvl")
    return (
        named if named is not None else dict(of_list).get((number.get(f"{W}val", ""), "0" if depth is None else depth.get(f"{W}val", "0")))
    )


def _points(level: Element | None, side: str) -> float:
    indent = None if level is None else level.find(f"{W}pPr/{W}ind")
    return 0.0 if indent is None else float(indent.get(f"{W}{side}", "0")) / 20


FIRST_NUMBER: Mapping[str, str] = {"decimal": "1", "lowerLetter": "a", "upperLetter": "A", "lowerRoman": "i", "upperRoman": "I"}


def _bullet(level: Element | None) -> str:
    """What stands before an item: the bullet, or the label of a numbered list's first item ("1.", "a.", "i.")."""
    if level is None:
        return ""
    text, first = val(level, "lvlText"), FIRST_NUMBER.get(val(level, "numFmt"), "1")
    return "".join(first if step.isdigit() else step for step in text.replace("%", ""))


def _numbering(level: Element | None) -> str:
    """The pattern of a heading's number, with a space at its end where Word sets one and no tab."""
    if level is None or val(level, "numFmt") in ("none", "bullet"):
        return ""
    return val(level, "lvlText") + {"space": " "}.get(val(level, "suff"), "")


# --- page, table, header and footer ---------------------------------------------------------------------------------


def read_page(parts: Parts) -> Page:
    """Size and margins of the template's last section. KeyError where it says none."""
    section = parts.tree("word/document.xml").find(f"{W}body/{W}sectPr")
    if section is None:
        raise KeyError("w:sectPr")
    size, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    if size is None or margins is None:
        raise KeyError("w:pgSz, w:pgMar")
    width, height = (float(size.get(f"{W}{side}", "0")) / 20 for side in "wh")
    top, right, bottom, left, header, footer = (
        float(margins.get(f"{W}{side}", "0")) / 20 for side in ("top", "right", "bottom", "left", "header", "footer")
    )
    return Page(width, height, top, right, bottom, left, header, footer)


def _table(parts: Parts) -> TableStyle:
    """Rules and padding of the house table."""
    chain = parts.chain(parts.by_name.get(TABLE_STYLE.lower()))
    looks = _Looks(parts, present(style.find(f"{W}tblPr") for style in chain))
    first = [e for style in chain for e in style.iter(f"{W}tblStylePr") if e.get(f"{W}type") == "firstRow"]
    under = next(iter(present(e.find(f"{W}tcPr/{W}tcBorders/{W}bottom") for e in first)), None)
    pads = {side: looks.find(f"tblCellMar/{side}") for side in ("left", "right", "top", "bottom")}
    left, right, top, bottom = (0.0 if e is None else float(e.get(f"{W}w", "0")) / 20 for e in pads.values())
    nothing = Line(0, "#000000")
    return TableStyle(_rule(under) or nothing, _rule(looks.find("tblBorders/insideH")) or nothing, left, right, top, bottom)


def _running(parts: Parts, kind: str, problems: list[Problem], place: Place) -> tuple[RunningPart, ...]:
    """The parts of the header or footer of pages that are not a title page; none where the template has none."""
    part = header_part(parts, kind, "default")
    if part is None:
        return ()
    found, unknown = running_parts(parts.tree(part), {k: val(e, "name") for k, e in parts.by_id.items()})
    problems.extend(problem("house-field-unknown", place, value=field, part=kind) for field in unknown)
    return found


def header_part(parts: Parts, kind: str, pages: str) -> str | None:
    """The name of the part with the header or footer (`kind`) of ordinary ("default") or title ("first") pages; None without one."""
    references = parts.tree("word/document.xml").iter(f"{W}{kind}Reference")
    used = [e.get(f"{R}id") for e in references if e.get(f"{W}type") == pages]
    relations = {e.get("Id"): e.get("Target", "") for e in parts.tree("word/_rels/document.xml.rels")}
    return f"word/{relations[used[0]]}" if used else None


def read_logo(parts: Parts) -> Logo | None:
    """The picture in the header of title pages; None where there is none, or one that is no PNG or JPEG."""
    part = header_part(parts, "header", "first")
    paragraphs = () if part is None else parts.tree(part).iter(f"{W}p")
    paragraph = next((each for each in paragraphs if each.find(f".//{A}blip") is not None), None)
    if part is None or paragraph is None:
        return None
    extent, blip = paragraph.find(f".//{WP}extent"), paragraph.find(f".//{A}blip")
    folder, _, name = part.rpartition("/")
    targets = {e.get("Id"): e.get("Target", "") for e in parts.tree(f"{folder}/_rels/{name}.rels")}
    data = parts.package.read(f"{folder}/{targets[blip.get(f'{R}embed') if blip is not None else '']}")
    kind = next((kind for sign, kind in PICTURES.items() if data.startswith(sign)), None)
    if extent is None or kind is None:
        return None
    width, height = (float(extent.get(side, "0")) / EMU for side in ("cx", "cy"))
    own = paragraph.find(f"{W}pPr/{W}jc")
    return Logo(data, kind, width, height, ALIGN.get("" if own is None else own.get(f"{W}val", ""), "left"))


# --- small tools ----------------------------------------------------------------------------------------------------


def _accents(theme: Element) -> tuple[str, ...]:
    """The theme's six accents; none where it does not say them plainly."""
    found = [theme.find(f".//{A}accent{n}/{A}srgbClr") for n in range(1, 7)]
    return tuple(_colour(each.get("val")) for each in found if each is not None) if all(each is not None for each in found) else ()


def _theme_fonts(theme: Element) -> Iterator[tuple[str, str]]:
    """The theme's fonts by the first letters of their use: "major" and "minor"."""
    for kind in ("major", "minor"):
        found = theme.find(f".//{A}{kind}Font/{A}latin")
        if found is not None:
            yield kind, found.get("typeface", "Arial")


def val(parent: Element, tag: str) -> str:
    """The value of a child, or nothing."""
    found = parent.find(f"{W}{tag}")
    return "" if found is None else found.get(f"{W}val", "")


def present(found: Iterator[Element | None]) -> list[Element]:
    """Those that are there."""
    return [e for e in found if e is not None]
