"""Links as mail filters leave them, led back to where they lead: what an officer pastes from a mail."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from urllib.parse import parse_qs, unquote, urlsplit

from papers.document import (
    AuthoredBlock,
    Block,
    Bullets,
    Commentary,
    Document,
    Footnote,
    Group,
    Heading,
    Inline,
    Item,
    Link,
    Paragraph,
    Picture,
    Run,
    Table,
)

SAFE = re.compile(r"https?://.")


def unwrapped(address: str) -> str:
    """The address that a mail filter's one leads to; the address itself where it is none.

    Known are Microsoft's safelinks, Proofpoint's version 2 and 3, Barracuda's and Google's redirections.
    """
    parts = urlsplit(address)
    host, query = parts.hostname or "", parse_qs(parts.query)
    inner = ""
    if host.endswith("safelinks.protection.outlook.com"):
        inner = query.get("url", [""])[0]
    elif host == "urldefense.proofpoint.com" and parts.path.startswith("/v2/"):
        inner = unquote(query.get("u", [""])[0].replace("-", "%").replace("_", "/"))
    elif host == "urldefense.com" and (found := re.match(r"/v3/__(.+?)__;", parts.path + (f"?{parts.query}" if parts.query else ""))):
        inner = found[1]
    elif host == "linkprotect.cudasvc.com":
        inner = query.get("a", [""])[0]
    elif host in ("www.google.com", "www.google.co.uk") and parts.path == "/url":
        inner = query.get("q", query.get("url", [""]))[0]
    return unwrapped(inner) if SAFE.match(inner) and inner != address else address


def unwrap(document: Document) -> tuple[Document, tuple[tuple[str, str], ...]]:
    """The document with such links led back in its commentaries and outside, and each one changed: what it was, what it is."""
    unwrapping = _Unwrapping()
    sections = tuple(replace(section, blocks=unwrapping.blocks(section.blocks)) for section in document.sections)
    return replace(document, sections=sections), tuple(dict.fromkeys(unwrapping.done))


def unwrap_blocks(blocks: Iterable[AuthoredBlock]) -> tuple[tuple[AuthoredBlock, ...], tuple[tuple[str, str], ...]]:
    """The same for blocks alone."""
    unwrapping = _Unwrapping()
    return tuple(unwrapping.authored(block) for block in blocks), tuple(dict.fromkeys(unwrapping.done))


class _Unwrapping:
    """One walk over blocks; `done` are the addresses that changed."""

    def __init__(self) -> None:
        self.done: list[tuple[str, str]] = []

    def blocks(self, blocks: Iterable[Block]) -> tuple[Block, ...]:
        return tuple(self.block(block) for block in blocks)

    def block(self, block: Block) -> Block:
        match block:
            case Group():
                return replace(block, blocks=self.blocks(block.blocks))
            case Commentary():
                return replace(block, blocks=tuple(self.authored(each) for each in block.blocks))
            case Heading() | Paragraph() | Bullets() | Table() | Picture():
                return self.authored(block)
        return block

    def authored(self, block: AuthoredBlock) -> AuthoredBlock:
        match block:
            case Heading() | Paragraph():
                return replace(block, inlines=self.words(block.inlines))
            case Bullets():
                return replace(block, items=tuple(self.item(item) for item in block.items))
            case Table():
                rows = tuple(replace(row, cells=tuple(replace(c, inlines=self.words(c.inlines)) for c in row.cells)) for row in block.rows)
                return replace(block, rows=rows)
            case Picture():
                return replace(block, caption=self.words(block.caption))

    def item(self, item: Item) -> Item:
        nested = self.authored(item.nested) if item.nested else None
        return Item(self.words(item.inlines), nested if isinstance(nested, Bullets) else None)

    def words(self, parts: tuple[Inline, ...]) -> tuple[Inline, ...]:
        return tuple(self.inline(part) for part in parts)

    def inline(self, part: Inline) -> Inline:
        match part:
            case Footnote():
                return replace(part, inlines=self.words(part.inlines))
            case Link(target=target) if (inner := unwrapped(target)) != target:
                self.done.append((target, inner))
                runs = tuple(replace(run, text=inner) if run.text == target else run for run in part.runs)
                return Link(runs if all(isinstance(run, Run) for run in runs) else part.runs, inner)
        return part
