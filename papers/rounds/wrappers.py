"""Links as mail filters leave them, led back to where they lead: what an officer pastes from a mail."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from urllib.parse import parse_qs, unquote, urlsplit

from papers.document import AuthoredBlock, Block, Bullets, Commentary, Document, Group, Heading, Inline, Link, Paragraph, Picture, Table
from papers.rewriting import rewritten

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
        return rewritten(block, self.inline)

    def inline(self, part: Inline) -> Inline:
        if not isinstance(part, Link) or (inner := unwrapped(part.target)) == part.target:
            return part
        self.done.append((part.target, inner))
        return Link(tuple(replace(run, text=inner) if run.text == part.target else run for run in part.runs), inner)
