"""Inlines as runs: one function for each kind of node, an unknown one is an error."""

from __future__ import annotations

from collections.abc import Iterable

from papers.document import Chip, Footnote, Inline, LineBreak, Link, NodeError, PageNumber, Run, Travel
from papers.house import CHIP_MARK_FONT, CHIP_MARKS, SHAPE_COLOURS, SHAPES
from papers.metrics import FONT_NAMES, Face, MissingGlyphError
from papers.writers.word.writing import Writing, anchor_of
from papers.writers.word.xml import RELATION, attribute, hexadecimal, text

NBSP = "\u00a0"
MARK_FONT = f'<w:rFonts w:ascii="{CHIP_MARK_FONT}" w:hAnsi="{CHIP_MARK_FONT}" w:eastAsia="{CHIP_MARK_FONT}" w:cs="{CHIP_MARK_FONT}"/>'


def inlines(nodes: Iterable[Inline], writing: Writing) -> str:
    """The runs of the nodes."""
    return "".join([inline(node, writing) for node in nodes])


def inline(node: Inline, writing: Writing) -> str:
    """The runs of one node. NodeError for a node that is none of these; KeyError for a page that isn't known."""
    match node:
        case Run():
            return _field(_runs(node, "", writing), node.figure, node.text, writing)
        case Chip():
            return _chip(node, writing)
        case Travel():
            return _travel(node, writing)
        case LineBreak():
            return "<w:r><w:br/></w:r>"
        case PageNumber(target=target):
            return simple_field(f"PAGEREF {anchor_of(target)} \\h", run(str(writing.page_of[target])))
        case Link():
            return _link(node, writing)
        case Footnote():
            return _footnote(node, writing)
    raise NodeError(f"{node!r} is no inline node that the Word writer writes")


def run(words: str, look: str = "") -> str:
    """A run of text in a look (run properties, ready made)."""
    return f'<w:r>{f"<w:rPr>{look}</w:rPr>" if look else ""}<w:t xml:space="preserve">{text(words)}</w:t></w:r>'


def _runs(node: Run, style: str, writing: Writing) -> str:
    """The run; in parts where the body's font lacks characters, so that Word lends them from the font that the PDF takes them from.

    Parts of a figure are one figure all the same, and a reader joins the rest: a font is no look that a paper keeps.
    """
    if node.text.isascii() or writing.face.covers(node.text):
        return run(node.text, _look(node, style))
    try:
        parts = writing.face.parts(node.text)
    except MissingGlyphError:
        return run(node.text, _look(node, style))  # layout refuses it for the PDF; Word finds a font of its own
    return "".join([run(words, _look(node, style + ("" if face is writing.face else _font(face)))) for face, words in parts])


def _font(face: Face) -> str:
    name = FONT_NAMES[face.family]
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}" w:eastAsia="{name}" w:cs="{name}"/>'


def simple_field(code: str, result: str) -> str:
    """A field with its result. As one element: LibreOffice keeps the result's look only so."""
    return f'<w:fldSimple w:instr=" {attribute(code)} ">{result}</w:fldSimple>'


def field(code: str, result: str) -> str:
    """A field as runs around its result, the form that contents need."""
    begin, between, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
    return f'{begin}<w:r><w:instrText xml:space="preserve"> {text(code)} </w:instrText></w:r>{between}{result}{end}'


def _look(node: Run, style: str = "") -> str:
    """The run's properties in the order of the schema."""
    if not (node.bold or node.italic or node.superscript or node.subscript or node.lang):
        return style
    bold = "<w:b/><w:bCs/>" if node.bold else ""
    italic = "<w:i/><w:iCs/>" if node.italic else ""
    raised = "superscript" if node.superscript else "subscript" if node.subscript else ""
    position = f'<w:vertAlign w:val="{raised}"/>' if raised else ""
    return f"{style}{bold}{italic}{position}{f'<w:lang w:val={chr(34)}{attribute(node.lang)}{chr(34)}/>' if node.lang else ''}"


def _field(result: str, figure: str | None, shown: str, writing: Writing) -> str:
    """The result as a field over the figure's document property, where it is a figure."""
    if figure is None:
        return result
    name = writing.figure(figure, shown).replace("\\", "\\\\").replace('"', '\\"')
    return simple_field(f'DOCPROPERTY "{name}" \\* MERGEFORMAT', result)


def _chip(chip: Chip, writing: Writing) -> str:
    """The word on its ground between no-break spaces, which stand outside its field: LibreOffice drops the ground of a last field."""
    ground = f'<w:shd w:val="clear" w:color="auto" w:fill="{hexadecimal(chip.fill)}"/>'
    style, colour = f'<w:rStyle w:val="{writing.style("Chip")}"/>', f'<w:color w:val="{hexadecimal(chip.ink)}"/>{ground}'
    look = style + colour
    if chip.shape:
        mark = CHIP_MARKS[chip.shape] + NBSP
        words = run(mark, f"{style}{MARK_FONT}{colour}") + run(chip.word, look)
        return run(NBSP, look) + _field(words, chip.figure, mark + chip.word, writing) + run(NBSP, look)
    if chip.figure is None:
        return run(f"{NBSP}{chip.word}{NBSP}", look)
    return run(NBSP, look) + _field(run(chip.word, look), chip.figure, chip.word, writing) + run(NBSP, look)


def _travel(travel: Travel, writing: Writing) -> str:
    """The shape in its colour and the word: two runs of one style, which read as one."""
    named = f'<w:rStyle w:val="{writing.style("Direction")}"/>'
    shape = run(SHAPES[travel.shape] + NBSP, f'{named}<w:color w:val="{hexadecimal(SHAPE_COLOURS[travel.shape])}"/>')
    return _field(shape + run(travel.word, named), travel.figure, f"{SHAPES[travel.shape]}{NBSP}{travel.word}", writing)


def _link(link: Link, writing: Writing) -> str:
    look = f'<w:rStyle w:val="{writing.style("Hyperlink")}"/>'
    words = "".join([_field(_runs(each, look, writing), each.figure, each.text, writing) for each in link.runs])
    if link.target.startswith("#"):
        return f'<w:hyperlink w:anchor="{anchor_of(link.target[1:])}" w:history="1">{words}</w:hyperlink>'
    relations = writing.note_relations if writing.in_note else writing.relations
    relation = relations.add(f"{RELATION}/hyperlink", link.target, external=True)
    return f'<w:hyperlink r:id="{relation}" w:history="1">{words}</w:hyperlink>'


def _footnote(note: Footnote, writing: Writing) -> str:
    """The note's call; its words gather for the part of notes."""
    look = f'<w:rPr><w:rStyle w:val="{writing.style("Footnote Reference")}"/></w:rPr>'
    number = len(writing.notes) + 1
    waiting, writing.pending, writing.in_note = writing.pending, [], True
    words = inlines(note.inlines, writing)
    writing.pending, writing.in_note = waiting, False
    style = f'<w:pPr><w:pStyle w:val="{writing.style("Footnote Text")}"/></w:pPr>'
    mark = f"<w:r>{look}<w:footnoteRef/></w:r>{run(' ')}"
    writing.notes.append(f'<w:footnote w:id="{number}"><w:p>{style}{mark}{words}</w:p></w:footnote>')
    return f'<w:r>{look}<w:footnoteReference w:id="{number}"/></w:r>'
