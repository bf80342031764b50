"""The Markdown that papers take: CommonMark with tables, footnotes and raised or lowered text, as a parser.

The footnotes and `^raised^` marks that officers know from other programs are two small rules of our own. Link definitions
(`[name]: address`) are off, because an unused one vanishes from the text without a word.
"""

from __future__ import annotations

import functools
import re
from types import SimpleNamespace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline

NOTE = re.compile(r"\[\^([^\]\s]+)\]:[ \t]*(.*)")
CALL = re.compile(r"\[\^([^\]\s]+)\]")
SHIFTED = re.compile(r"\^([^\s^]+)\^|~([^\s~]+)~")

SPAN = re.compile(r"\{([a-z]+(?:=[^\s{}]+)?(?:\s[a-z]+(?:=[^\s{}]+)?)*)\}")
"""What a span says of its words: `{bold lang=cy}`."""

NOTES = "notes"
"""The key of the parser's environment that holds the footnotes: (label, line counted from 0, text) in order."""


@functools.cache
def parser() -> MarkdownIt:
    """The parser, made once. Its tokens know `note` (a footnote's call), `span`, `superscript` and `subscript`."""
    from markdown_it import MarkdownIt

    made = MarkdownIt("commonmark").enable("table").disable("reference")
    vars(made)["helpers"] = SimpleNamespace(**{**vars(made.helpers), "parseLinkLabel": _label_end})
    made.block.ruler.before("paragraph", "note", _note, {"alt": ["paragraph"]})
    made.inline.ruler.before("link", "note", _call)
    made.inline.ruler.before("link", "span", _span)
    made.inline.ruler.after("emphasis", "shifted", _shifted)
    return made


def _note(state: StateBlock, first: int, last: int, silent: bool) -> bool:  # noqa: FBT001 - the parser's protocol
    """A footnote's text: from its label to the next empty line or label."""
    lines = [state.getLines(n, n + 1, 0, keepLastLF=False).strip() for n in range(first, last)]
    begun = NOTE.match(lines[0])
    if not begun or state.level:
        return False
    if silent:
        return True
    more = next((n for n, line in enumerate(lines[1:], 1) if not line or NOTE.match(line)), len(lines))
    state.env.setdefault(NOTES, []).append((begun[1], first, " ".join([begun[2], *lines[1:more]]).strip()))
    state.line = first + more
    return True


def _call(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - the parser's protocol
    found = CALL.match(state.src, state.pos)
    if not found:
        return False
    if not silent:
        state.push("note", "", 0).content = found[1]
    state.pos = found.end()
    return True


def _label_end(state: StateInline, start: int, disableNested: bool = False) -> int:  # noqa: FBT001, FBT002, N803 - the parser's protocol
    """Where the label that begins at `start` ends; -1 where it doesn't, or a link stands in it. Spans may stand in a link."""
    before, state.pos, level = state.pos, start + 1, 1
    end = -1
    while end < 0 and state.pos < state.posMax:
        marker, at = state.src[state.pos], state.pos
        level -= marker == "]"
        if not level:
            end = state.pos
            break
        state.md.inline.skipToken(state)
        if marker == "[" and at == state.pos - 1:
            level += 1
        elif marker == "[" and disableNested and state.src[state.pos - 1] != "}":
            break
    state.pos = before
    return end


def _span(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - the parser's protocol
    """Words in brackets with what they are in braces: `[84%]{figure=CS01/2013-12-31/actual}`."""
    if state.src[state.pos] != "[":
        return False
    end = state.md.helpers.parseLinkLabel(state, state.pos)
    found = SPAN.match(state.src, end + 1) if end >= 0 else None
    if not found:
        return False
    if not silent:
        start, most = state.pos + 1, state.posMax
        state.pos, state.posMax = start, end
        state.push("span_open", "span", 1).meta = dict(part.partition("=")[::2] for part in found[1].split())
        state.md.inline.tokenize(state)
        state.push("span_close", "span", -1)
        state.posMax = most
    state.pos = found.end()
    return True


def _shifted(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - the parser's protocol
    found = SHIFTED.match(state.src, state.pos)
    if not found:
        return False
    if not silent:
        state.push("superscript" if found[1] else "subscript", "", 0).content = found[1] or found[2]
    state.pos = found.end()
    return True


def cells_of(line: str) -> list[str]:
    """The cells that a table's line holds, whatever its header says: the parser's own splitting, which cuts none off."""
    from markdown_it.rules_block.table import escapedSplit

    cells = [cell.strip() for cell in escapedSplit(line.strip())]
    return cells[line.lstrip().startswith("|") : len(cells) - (cells[-1] == "")]
