"""Blocks as content controls: one function for each kind of node, an unknown one is an error.

`Hold` says how a block keeps with what follows: `free`, by its style alone; `whole`, its paragraphs stay together; `chain`,
they stay together and with the next block. Locks: what is computed can't be edited; charts, contents and groups can't be
deleted but opened (Edit Data, update the contents); commentary is open to all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from papers.document import (
    Block,
    Bullets,
    Chart,
    Commentary,
    Contents,
    Group,
    Heading,
    Item,
    NodeError,
    Paragraph,
    Picture,
    Table,
    walk,
)
from papers.house import KEEPING_ROLES, ROLE_STYLES
from papers.writers.word.contents import contents
from papers.writers.word.drawings import chart_run, picture_run
from papers.writers.word.hold import Hold
from papers.writers.word.inlines import inlines, run
from papers.writers.word.tables import gap, table
from papers.writers.word.writing import Writing
from papers.writers.word.xml import attribute

LOCKED = "sdtContentLocked"
KEPT = "sdtLocked"
OPEN = "unlocked"

CHART_BEFORE, CHART_AFTER = 4, 8
"""Distances in points around a chart or picture (docs/page-measure.md)."""

SMALL_MARK = '<w:rPr><w:sz w:val="2"/><w:szCs w:val="2"/></w:rPr>'
"""A paragraph mark of 1 point, so that a line with a drawing is as high as the drawing."""


def blocks(nodes: Iterable[Block], writing: Writing, hold: Hold = "free") -> str:
    """The blocks in their order; under `whole` all but the last keep with the next."""
    every = tuple(nodes)
    holds: list[Hold] = [hold] * len(every)
    if hold == "whole":
        holds[:-1] = ["chain"] * (len(every) - 1)
    return "".join([_block(node, writing, each) for node, each in zip(every, holds, strict=True)])


def _block(node: Block, writing: Writing, hold: Hold) -> str:
    """One block in its control. NodeError for a node that is none of these."""
    match node:
        case Commentary():
            return _commentary(node, writing, hold)
        case Group():
            return _group(node, writing, hold)
        case Contents():
            return contents(node, writing)
        case Chart():
            writing.begin(node.id)
            return writing.control(node.id, _chart(node, writing, hold), KEPT, alias="Chart")
        case Heading(short=short):
            writing.begin(node.id)
            return writing.control(node.id, _content(node, writing, hold), LOCKED, alias=short or "")
        case Table(title=title):
            between = gap(node, writing, hold)
            writing.begin(node.id)
            return between + writing.control(node.id, _content(node, writing, hold), LOCKED, alias=title)
        case Paragraph() | Bullets() | Picture():
            writing.begin(node.id)
            return writing.control(node.id, _content(node, writing, hold), LOCKED)
    raise NodeError(f"{node!r} is no block that the Word writer writes")


def _content(node: Heading | Paragraph | Bullets | Table | Picture, writing: Writing, hold: Hold) -> str:
    """A block that may also be authored, without its control."""
    match node:
        case Heading():
            return _heading(node, writing)
        case Paragraph(role=role):
            keep = hold == "chain" or role in KEEPING_ROLES
            return writing.paragraph(ROLE_STYLES[role], inlines(node.inlines, writing), keep=keep, whole=hold != "free")
        case Bullets():
            return _bullets(node, writing, hold)
        case Table():
            return table(node, writing, hold)
        case Picture():
            return _picture(node, writing, hold)
    raise NodeError(f"{node!r} is no block that may be authored")


def _heading(heading: Heading, writing: Writing) -> str:
    page = "<w:pageBreakBefore/>" if heading.new_page else ""
    words = inlines(heading.inlines, writing)
    listed = writing.contents.get(heading.id)
    return writing.paragraph(f"Heading {heading.level}", writing.bookmark(listed, words) if listed else words, keep=True, start=page)


def _chart(chart: Chart, writing: Writing, hold: Hold) -> str:
    return _drawing_paragraph(chart_run(chart, writing, writing.width), writing, keep=hold == "chain")


def _picture(picture: Picture, writing: Writing, hold: Hold) -> str:
    """The picture and under it its caption, which stays with it."""
    keep = hold == "chain"
    drawn = _drawing_paragraph(picture_run(picture, writing), writing, keep=keep or bool(picture.caption))
    if not picture.caption:
        return drawn
    return drawn + writing.paragraph(
        "Caption", inlines(picture.caption, writing), keep=keep, start="" if keep else '<w:keepNext w:val="0"/>'
    )


def _drawing_paragraph(drawn: str, writing: Writing, *, keep: bool) -> str:
    after = f'<w:spacing w:before="{CHART_BEFORE * 20}" w:after="{CHART_AFTER * 20}"/>'
    if writing.after_table:
        after = after.replace(f'before="{CHART_BEFORE * 20}"', 'before="200"')
        writing.after_table = False
    return writing.paragraph("Normal", drawn, keep=keep, end=after + SMALL_MARK)


# --- lists ----------------------------------------------------------------------------------------------------------


class _Form(NamedTuple):
    """How the items of one list are set: their style, their list where they are numbered, and how deep they stand."""

    style: str
    number: str
    depth: int


def _bullets(bullets: Bullets, writing: Writing, hold: Hold, depth: int = 0) -> str:
    style = f"List {'Number' if bullets.ordered else 'Bullet'}{f' {depth + 1}' if depth else ''}"
    form = _Form(style, _new_list(writing, depth) if bullets.ordered else "", depth)
    last = len(bullets.items)
    return "".join(
        [_item(each, f"{bullets.id}/{n}", form, writing, _hold_of(hold, last=n == last)) for n, each in enumerate(bullets.items, 1)]
    )


def _hold_of(hold: Hold, *, last: bool) -> Hold:
    return "chain" if hold == "whole" and not last else hold


def _item(item: Item, placed: str, form: _Form, writing: Writing, hold: Hold) -> str:
    """The item, and the list within it, whose id may be the one that the item's place gives it."""
    keep = hold == "chain" or (hold == "whole" and item.nested is not None)
    out = writing.paragraph(form.style, inlines(item.inlines, writing), keep=keep, whole=hold != "free", start=form.number)
    return out + (_nested(item.nested, placed, writing, hold, form.depth + 1) if item.nested else "")


def _nested(bullets: Bullets, placed: str, writing: Writing, hold: Hold, depth: int) -> str:
    """A list within a list: in a control of its own only where its id is not the one that its place gives it."""
    writing.begin(bullets.id)
    content = _bullets(bullets, writing, hold, depth)
    return content if bullets.id == placed else writing.control(bullets.id, content, OPEN)


def _new_list(writing: Writing, depth: int) -> str:
    """A list of its own, whose numbers begin anew; its first properties in each item."""
    number = writing.template.lists + len(writing.lists) + 1
    start = f'<w:lvlOverride w:ilvl="{depth}"><w:startOverride w:val="1"/></w:lvlOverride>'
    writing.lists.append(f'<w:num w:numId="{number}"><w:abstractNumId w:val="{writing.template.number_list}"/>{start}</w:num>')
    return f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>'


# --- commentary and groups ------------------------------------------------------------------------------------------


def _commentary(commentary: Commentary, writing: Writing, hold: Hold) -> str:
    """The label, then the authored blocks or the prompt for them, in a control that is open to its author."""
    writing.begin(commentary.id)
    label = writing.paragraph("Label", run(commentary.label), keep=True)
    if commentary.owner:
        writing.prompts[f"papers.owner:{commentary.id}"] = commentary.owner
    if commentary.prompt:
        writing.prompts[f"papers.prompt:{commentary.id}"] = commentary.prompt
    content = _prompt(commentary, writing, hold) if commentary.awaited else "".join(_authored(commentary, writing, hold))
    return writing.control(commentary.id, label + content, KEPT, alias=commentary.label)


def _prompt(commentary: Commentary, writing: Writing, hold: Hold) -> str:
    """The prompt as a placeholder: the first key that its author types takes its place, and its control goes with it."""
    writing.controls += 1
    shown = writing.paragraph("Prompt", run(commentary.prompt or ""), keep=hold == "chain", whole=hold != "free")
    due = f'<w:alias w:val="Due from {attribute(commentary.owner)}"/>' if commentary.owner else ""
    properties = f'{due}<w:id w:val="{writing.controls}"/><w:temporary/><w:showingPlcHdr/>'
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{shown}</w:sdtContent></w:sdt>"


def _authored(commentary: Commentary, writing: Writing, hold: Hold) -> Iterator[str]:
    """The authored blocks, each in a control of its own only where its id is not the one that its place gives it, or a short wording is to be kept."""
    last = len(commentary.blocks)
    for n, each in enumerate(commentary.blocks, 1):
        held = _hold_of(hold, last=n == last)
        between = gap(each, writing, held)
        writing.begin(each.id)
        content = _content(each, writing, held)
        short = (each.short or "") if isinstance(each, Heading) else ""
        placed = each.id == f"{commentary.id}/{n}" and not short
        yield between + (content if placed else writing.control(each.id, content, OPEN, alias=short))


def _group(group: Group, writing: Writing, hold: Hold) -> str:
    """The group's blocks, kept on one page where it fits on one."""
    writing.begin(group.id)
    held: Hold = "chain" if hold == "chain" else "whole" if _fits(group, writing) else "free"
    return writing.control(group.id, blocks(group.blocks, writing, held), KEPT, hidden=True)


def _fits(group: Group, writing: Writing) -> bool:
    """Whether all blocks of the group begin on one page: where they don't, it is higher than a page and flows."""
    pages = {writing.page_of[each.id] for each in walk(group) if each.id in writing.page_of}
    return len(pages) <= 1
