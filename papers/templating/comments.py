"""Comments written into a Word file at the words they are about, in a part of their own as Word writes it (ECMA-376, 17.13.4)."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal
from xml.sax.saxutils import escape, quoteattr

from papers.readers.word.names import WORD, children, local, w
from papers.readers.word.package import open_package
from papers.templating.packing import Parts

if TYPE_CHECKING:
    from papers.readers.word.names import Element

KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
WIDTH_ONE = ("tab", "br", "cr", "noBreakHyphen", "softHyphen")
"""What counts as one character of a paragraph's words besides text."""


@dataclass(frozen=True, slots=True)
class Remark:
    """What is to be said, and where: at a paragraph of the body (from 0, tables and text boxes included) and the words in it.

    Words that do not stand in the paragraph as given, or none, put the comment on the whole paragraph. `occurrence` says which,
    from 0, where the same words stand there more than once.
    """

    paragraph: int
    words: str
    text: str
    occurrence: int = 0


def with_comments(data: bytes, remarks: Sequence[Remark], author: str = "papers", initials: str = "P") -> bytes:
    """The Word file with the remarks as comments after those it has; all else stays. PapersError where the file is refused."""
    package = open_package(data)
    main = package.main
    parts = Parts(dict(package.parts), {name: package.trees[name] for name in (main,)})
    folder = main.rpartition("/")[0]
    held = package.part_of_kind("comments", main) or f"{folder}/comments.xml"
    comments = parts.tree(held, f'<w:comments xmlns:w="{WORD}"/>')
    first = max((int(each.get(w("id")) or 0) for each in comments), default=-1) + 1
    paragraphs = list(parts.trees[main].iter(w("p")))
    for number, remark in enumerate(remarks, first):
        comments.append(_comment(number, remark.text, author, initials))
        if remark.paragraph < len(paragraphs):
            _anchor(paragraphs[remark.paragraph], remark, number)
    parts.relate(main, KIND, held.removeprefix(f"{folder}/"))
    parts.declare(held, TYPE)
    return parts.archive()


def _comment(number: int, text: str, author: str, initials: str) -> Element:
    """A comment of one paragraph for each line of the text."""
    from lxml import etree

    lines = "".join(f'<w:p><w:r><w:t xml:space="preserve">{escape(line)}</w:t></w:r></w:p>' for line in text.split("\n"))
    head = f'<w:comment xmlns:w="{WORD}" w:id="{number}" w:author={quoteattr(author)} w:initials={quoteattr(initials)}>'
    return etree.fromstring(f"{head}{lines}</w:comment>")


def _anchor(paragraph: Element, remark: Remark, number: int) -> None:
    """Put the comment's range around the words, and its reference after them."""
    runs = _covered(paragraph, remark)
    begin, end = (paragraph.makeelement(w(f"commentRange{each}"), {w("id"): str(number)}) for each in ("Start", "End"))
    reference = paragraph.makeelement(w("r"), {})
    reference.append(reference.makeelement(w("commentReference"), {w("id"): str(number)}))
    if not runs:
        paragraph.extend((begin, end, reference))
        return
    last = _outside(runs[-1], "end")
    _outside(runs[0], "begin").addprevious(begin)
    last.addnext(reference)
    last.addnext(end)


def _outside(run: Element, edge: Literal["begin", "end"]) -> Element:
    """The field that the run shows the result of, or the run by that edge of it; LibreOffice prints a comment within a field as its text."""
    simple = [each for each in run.iterancestors() if local(each) == "fldSimple"]
    if simple:
        return simple[-1]
    found, depth = run, 0
    for each in run.itersiblings(preceding=edge == "begin"):
        for mark in each.iter(w("fldChar")):
            kind = mark.get(w("fldCharType"))
            if kind == edge:
                found, depth = (each, 0) if depth == 0 else (found, depth - 1)
            elif kind != "separate":
                depth += 1
    return found


def _covered(paragraph: Element, remark: Remark) -> list[Element]:
    """The runs that hold the words, parted so that they hold nothing else; all runs of the paragraph where it hasn't the words."""
    runs = [each for each in paragraph.iter(w("r")) if next(each.iterancestors(w("p"))) is paragraph and _length(each)]
    start = _find("".join(_words(each) for each in runs), remark)
    if start < 0:
        return runs
    stop = start + len(remark.words)
    covered = []
    at = 0
    for each in runs:
        length = _length(each)
        low, high = max(start - at, 0), min(stop - at, length)
        at += length
        if low < high:
            covered.append(_cut(each, low, high))
    return covered


def _find(words: str, remark: Remark) -> int:
    """Where the words stand; -1 where they do not, or there are none."""
    at = -1
    for _ in range(remark.occurrence + 1 if remark.words else 0):
        at = words.find(remark.words, at + 1)
        if at < 0:
            return -1
    return at


def _words(run: Element) -> str:
    return "".join(_text(each) for each in children(run))


def _text(child: Element) -> str:
    """A run's child as text: its own, or one space for what is one character wide. Text that is deleted counts for nothing."""
    return child.text or "" if local(child) == "t" else " " if local(child) in WIDTH_ONE else ""


def _length(run: Element) -> int:
    return len(_words(run))


def _cut(run: Element, low: int, high: int) -> Element:
    """The run that holds the characters from `low` up to `high` of this run; the others get runs before and after it."""
    if high < _length(run):
        run.addnext(_copy(run, high, _length(run)))
    if low:
        run.addprevious(_copy(run, 0, low))
    _keep(run, low, high)
    return run


def _copy(run: Element, low: int, high: int) -> Element:
    made = copy.deepcopy(run)
    made.tail = None
    _keep(made, low, high)
    return made


def _keep(run: Element, low: int, high: int) -> None:
    """Keep those characters alone; what is no text stays with the run in which it stands."""
    for child, start, stop in list(_places(run)):
        if local(child) == "t":
            child.text = (child.text or "")[max(low - start, 0) : max(high - start, 0)]
            child.set(SPACE, "preserve")
        inside = start < high and stop > low if stop > start else low <= start < high
        if not inside and local(child) != "rPr":
            run.remove(child)


def _places(run: Element) -> Iterator[tuple[Element, int, int]]:
    """The run's children, each with where its text begins and ends."""
    at = 0
    for child in children(run):
        length = len(_text(child))
        yield child, at, at + length
        at += length
