"""Blocks as flow content, in reading order."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable

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
    headings,
)
from papers.writers.html.charts import chart
from papers.writers.html.inlines import phrase
from papers.writers.html.tables import table
from papers.writers.html.writing import Writing, attributes, name_of, text


def blocks(parts: Iterable[Block], writing: Writing) -> str:
    """The blocks one under the other."""
    return "\n".join(_block(each, writing) for each in parts)


def _block(block: Block, writing: Writing) -> str:
    match block:
        case Heading():
            element = f"h{block.level + 1}"
            return f"<{element}{_id(block)}>{phrase(block.inlines, writing)}</{element}>"
        case Paragraph():
            return _paragraph(block, writing)
        case Bullets():
            return _bullets(block, writing)
        case Table():
            return table(block, writing)
        case Chart():
            return chart(block, writing, writing.house.page.text_width)
        case Picture():
            return _picture(block, writing)
        case Contents():
            return _contents(block, writing)
        case Commentary():
            return _commentary(block, writing)
        case Group():
            return f'<div{_id(block)} class="group">\n{blocks(block.blocks, writing)}\n</div>'
    raise NodeError(f"{block!r} is no block that the HTML writer writes")


def _id(block: Block) -> str:
    return attributes(id=name_of(block.id))


def _paragraph(block: Paragraph, writing: Writing) -> str:
    """The paper's title is the page's first heading; other roles are classes, and body needs none."""
    if block is writing.title:
        return f"<h1{_id(block)}>{phrase(block.inlines, writing)}</h1>"
    role = None if block.role == "body" else block.role
    return f"<p{_id(block)}{attributes(class_=role)}>{phrase(block.inlines, writing)}</p>"


def _bullets(block: Bullets, writing: Writing) -> str:
    element = "ol" if block.ordered else "ul"
    items = "".join(_item(item, writing) for item in block.items)
    return f"<{element}{_id(block)}>{items}</{element}>"


def _item(item: Item, writing: Writing) -> str:
    nested = _bullets(item.nested, writing) if item.nested else ""
    return f"<li>{phrase(item.inlines, writing)}{nested}</li>"


def _picture(block: Picture, writing: Writing) -> str:
    source = f"data:{block.media_type};base64,{b64encode(block.data).decode()}"
    image = f"<img{attributes(src=source, alt=block.alt, width=round(block.width * 4 / 3), height=round(block.height * 4 / 3))}>"
    caption = f"<figcaption>{phrase(block.caption, writing)}</figcaption>" if block.caption else ""
    return f"<figure{_id(block)}>{image}{caption}</figure>"


def _contents(block: Contents, writing: Writing) -> str:
    """The headings as nested lists of links."""
    listed = [each for each in headings(writing.document) if each.level <= block.depth]
    label = f"{name_of(block.id)}-title"
    return f'<nav{_id(block)} class="contents" aria-labelledby="{label}"><h2 id="{label}">{text(block.title)}</h2>{_entries(listed)}</nav>'


def _entries(listed: list[Heading]) -> str:
    parts, depth = [], 0
    for each in listed:
        parts.append("<ul><li>" if each.level > depth else "</li></ul>" * (depth - each.level) + "</li><li>")
        depth = each.level
        parts.append(f'<a href="#{name_of(each.id)}">{text(each.name)}</a>')
    return "".join(parts) + "</li></ul>" * depth


def _commentary(block: Commentary, writing: Writing) -> str:
    label = f"{name_of(block.id)}-label"
    prompt = f'<p class="prompt">{text(block.prompt or "")}</p>' if block.awaited else ""
    words = blocks(block.blocks, writing)
    return f'<div{_id(block)} class="commentary" role="group" aria-labelledby="{label}"><p class="label" id="{label}">{text(block.label)}</p>\n{prompt}{words}</div>'
