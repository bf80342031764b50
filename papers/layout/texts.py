"""Paragraphs, headings, lists and notes as slabs, a slab a line."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from papers.document import Bullets, Heading, Inline, Paragraph, Run, inlines
from papers.house import KEEPING_ROLES, ROLE_STYLES, HouseStyle, Style
from papers.house import Line as HouseLine
from papers.house.numbering import letters, roman
from papers.layout.flow import Draw, Place, Slab
from papers.layout.lines import Ink, Line, Notes, set_lines
from papers.layout.placed import Rule, Tag

UNORDERED = ("Disc", "Circle", "Square")
SHARES = {"left": 0.0, "centre": 0.5, "right": 1.0, "decimal": 1.0}


@dataclass(frozen=True, slots=True)
class Setting:
    """What all blocks of a section are set with: the house, the width of the text, the numbers of notes and of headings."""

    house: HouseStyle
    width: float
    notes: Notes
    labels: Mapping[str, str] = field(default_factory=dict)
    """Numbers of headings by their ids."""

    def style(self, name: str) -> Style:
        """The house style of that name."""
        return self.house.styles[name]

    def ink(self, style: Style, tag: Tag | None) -> Ink:
        """What inlines of that style and element are set with; links take the colour of headings."""
        return Ink(style, tag, self.house.styles["Heading 1"].colour, self.notes)


def paragraph(block: Paragraph, setting: Setting, parent: Tag) -> list[Slab]:
    """The paragraph's lines."""
    style = setting.style(ROLE_STYLES[block.role])
    tag = Tag("P", parent)
    return text_slabs(block.inlines, style, setting, tag, keep=style.keep_next or block.role in KEEPING_ROLES)


def heading(block: Heading, setting: Setting, parent: Tag) -> list[Slab]:
    """The heading's lines, its number hanging before them or in them, which keep with what follows."""
    style, tag, number = setting.style(f"Heading {block.level}"), Tag(f"H{block.level}", parent), setting.labels.get(block.id, "")
    label = None
    words = inlines(number, *block.inlines) if number.endswith(" ") else block.inlines
    if number and words is block.inlines:
        line = set_lines((Run(f"{number} "),), setting.ink(style, tag), setting.width)[0]
        label = DrawLine(line, style.left - style.hanging, style.hanging)
    slabs = text_slabs(words, style, setting, tag, keep=True, label=label)
    slabs[0].breaks = block.new_page
    return slabs


def text_slabs(
    inlines: Sequence[Inline], style: Style, setting: Setting, tag: Tag | None, *, keep: bool = False, label: DrawLine | None = None
) -> list[Slab]:
    """Inlines as a paragraph of this style: a slab a line, the first two and the last two lines together."""
    left = style.left
    room = setting.width - left
    lines = set_lines(inlines, setting.ink(style, tag), room)
    slabs = [Slab(line.height, DrawLine(line, left, room, SHARES[style.align]), notes=note_slabs(line, setting)) for line in lines]
    for n, slab in enumerate(slabs[:-1]):
        slab.keep = keep or n in (0, len(slabs) - 2)
    slabs[-1].keep = keep
    slabs[0].before, slabs[-1].after = style.before, style.after
    if label:
        slabs[0].draw = DrawAll((label, slabs[0].draw))
    _rule(slabs, style, setting.width)
    return slabs


@dataclass(frozen=True, slots=True)
class DrawLine:
    """Draws a line `left` points from the text's edge in `room` points, at its left, middle or right (share 0, 0.5, 1)."""

    line: Line
    left: float
    room: float
    share: float = 0.0

    def __call__(self, place: Place, y: float) -> None:
        """Place the line with its top at y."""
        place.line(self.line, place.left + self.left, y, self.room, self.share)


@dataclass(frozen=True, slots=True)
class DrawAll:
    """Draws several things on one height: a list item's label and its first line."""

    parts: tuple[Draw, ...]

    def __call__(self, place: Place, y: float) -> None:
        """Place all of them with their tops at y."""
        for draw in self.parts:
            draw(place, y)


def _rule(slabs: list[Slab], style: Style, width: float) -> None:
    """Rules above and below the paragraph, which make its first and last slab higher."""
    if style.rule_above:
        slabs[0] = _ruled(slabs[0], style.rule_above, width, above=True)
    if style.rule_below:
        slabs[-1] = _ruled(slabs[-1], style.rule_below, width, above=False)


def _ruled(slab: Slab, rule: HouseLine, width: float, *, above: bool) -> Slab:
    extra = rule.width + rule.space

    def draw(place: Place, y: float, inner: Draw = slab.draw, height: float = slab.height) -> None:
        at = y + rule.width / 2 if above else y + height + extra - rule.width / 2
        place.page.items.append(Rule(place.left, at, place.left + width, at, rule.width, rule.colour))
        inner(place, y + extra if above else y)

    return replace(slab, height=slab.height + extra, draw=draw)


def note_slabs(line: Line, setting: Setting) -> list[Slab]:
    """The footnotes that a line calls, each a slab."""
    return [slab for call in line.notes for slab in [_note(call.number, call.inlines, call.tag, setting)]]


def _note(number: int, inlines: Sequence[Inline], tag: Tag | None, setting: Setting) -> Slab:
    style = setting.style("Footnote Text")
    marked = (Run(str(number), superscript=True), Run(" "), *inlines)
    room = setting.width - style.left
    lines = set_lines(marked, setting.ink(style, tag), room)

    def draw(place: Place, y: float) -> None:
        for line in lines:
            place.line(line, place.left + style.left, y, room)
            y += line.height

    return Slab(sum(line.height for line in lines), draw, after=style.after)


def bullets(block: Bullets, setting: Setting, parent: Tag, depth: int = 1) -> list[Slab]:
    """The list's items with their labels hanging, and the lists within them."""
    kind = "Number" if block.ordered else "Bullet"
    style = setting.style(f"List {kind}" + ("" if depth == 1 else f" {depth}"))
    tag = Tag("L", parent)
    tag.numbering = _counter(style.bullet)[0] if block.ordered else UNORDERED[depth - 1]
    slabs: list[Slab] = []
    for number, item in enumerate(block.items, 1):
        entry = Tag("LI", tag)
        label = _label(item_label(style.bullet, number) if block.ordered else style.bullet, style, setting, Tag("Lbl", entry))
        body = Tag("LBody", entry)
        slabs += text_slabs(item.inlines, style, setting, body, label=label)
        if item.nested:
            slabs += _begin(bullets(item.nested, setting, body, depth + 1), item.nested.id)
    return slabs


def _begin(slabs: list[Slab], block: str) -> list[Slab]:
    slabs[0].begins = (block, *slabs[0].begins)
    return slabs


def _label(text: str, style: Style, setting: Setting, tag: Tag) -> DrawLine:
    plain = replace(style, bold=False, italic=False)
    line = set_lines((Run(f"{text} "),), setting.ink(plain, tag), setting.width)[0]
    return DrawLine(line, style.left - style.hanging, style.hanging)


def item_label(pattern: str, number: int) -> str:
    """The label of an ordered item, counted and ended as the style's own first label ("1.", "a)", "i.") is."""
    return _counter(pattern)[1](number) + (pattern.lstrip("1ai") or ".")


def _counter(pattern: str) -> tuple[str, Callable[[int], str]]:
    """PDF's name of how the pattern counts, and the counting."""
    return {"a": ("LowerAlpha", letters), "i": ("LowerRoman", roman)}.get(pattern[:1], ("Decimal", str))
