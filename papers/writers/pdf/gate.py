"""The gate before the label: a file says that it is PDF/UA-1 and PDF/A only where its structure keeps the rules.

Documents and layout are made so that nothing is found here; a defect in them must stop the paper, not travel under a false label.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from papers.errors import PapersError, problem
from papers.inspection.rows import row_widths
from papers.layout.placed import LinkArea, Tag

PARTS = frozenset({"THead", "TBody"})


def refuse_faults(root: Tag, links: Iterable[LinkArea]) -> None:
    """PapersError with every fault of the structure that the label would deny (ISO 14289-1, 7.3 to 7.6 and 7.18)."""
    found = [*_faults(root), *(f"the link to {link.target} has no words" for link in links if not link.words.strip())]
    if found:
        raise PapersError([problem("not-accessible", fault=fault) for fault in dict.fromkeys(found)])


def _faults(root: Tag) -> Iterator[str]:
    level = 0
    for tag in _walk(root):
        if tag.role[0] == "H" and tag.role[1:].isdigit():
            own = int(tag.role[1:])
            if own > level + 1:
                yield f"a heading of level {own} follows one of level {level}"
            level = own
        elif tag.role == "Figure" and not (tag.alt or "").strip():
            yield "a figure has no text alternative"
        elif tag.role == "TH" and tag.scope is None:
            yield "a table's header cell does not say what it heads"
        elif tag.role == "Table" and len(set(_widths(tag))) > 1:
            yield f"the rows of the table {tag.summary!r} have different lengths"
        elif tag.role == "L" and any(kid.role not in ("LI", "L") for kid in _kids(tag)):
            yield "a list holds something that is no list item"


def _widths(table: Tag) -> Iterator[int]:
    """How many columns each row fills."""
    parts = [part for part in _kids(table) if part.role != "Caption"]
    rows = [row for part in parts for row in (_kids(part) if part.role in PARTS else [part])]
    return row_widths([(cell.colspan, cell.rowspan) for cell in _kids(row)] for row in rows)


def _kids(tag: Tag) -> list[Tag]:
    return [kid for kid in tag.kids if isinstance(kid, Tag)]


def _walk(tag: Tag) -> Iterator[Tag]:
    yield tag
    for kid in _kids(tag):
        yield from _walk(kid)
