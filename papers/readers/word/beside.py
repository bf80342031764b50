"""Words that somebody typed where papers keep none: in the control of a chart, in that of the contents, in their lines.

Both controls are open, so that Edit Data and Update Field work; what is typed there is text of nobody's block.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import TYPE_CHECKING

from papers.document import Block, Group, Paragraph, Section
from papers.readers.word.names import COMPATIBLE, at, children, local, val, w, words_of

if TYPE_CHECKING:
    from papers.readers.word.names import Element
    from papers.readers.word.styles import Styles

NUMBER = re.compile(r"[0-9.]+")
"""The number of a heading, in a house that numbers them."""

MOST_DIGITS = 4
"""Of a page's number."""

THINGS = frozenset({"drawing", "pict", "object", "oMath", "footnoteReference", "endnoteReference"})
"""What says something without a word."""


def beside_chart(drawing: Element, held: list[Element]) -> tuple[list[Element], list[Element]]:
    """The elements of a chart's control that say something, above and below the chart, which is taken out of its paragraph."""
    holder = next((each for each in held if each is drawing or any(each is above for above in drawing.iterancestors())), None)
    place = held.index(holder) if holder is not None else len(held)
    whole = next(drawing.iterancestors(f"{{{COMPATIBLE}}}AlternateContent"), drawing)
    parent = whole.getparent()
    if parent is not None:
        parent.remove(whole)
    return [each for each in held[:place] if says(each)], [each for each in held[place:] if says(each)]


def says(element: Element) -> bool:
    """Whether words, pictures or notes stand in the element."""
    return bool(words_of(element)) or any(local(each) in THINGS for each in element.iter("*"))


def beside_contents(held: list[Element], title: str, styles: Styles) -> tuple[list[Element], list[str]]:
    """What the contents' control says beside its title: elements that are no line of it, and the words of its lines.

    Words typed into the title are a line of their own.
    """
    every = [each for element in held for each in _inner(element)]
    texts: list[Element] = []
    lines: list[str] = []
    titled = False
    for each in every:
        words = words_of(each)
        if local(each) == "p" and words and not titled:
            titled = True
            lines += [words.removeprefix(title).strip()] if squeezed(words) != squeezed(title) else []
        elif local(each) == "p" and _is_line(each, styles):
            lines += [words] if words else []
        elif says(each):
            texts.append(each)
    return texts, lines


def is_known(line: str, names: AbstractSet[str]) -> bool:
    """Whether the line says one of the headings' names, which are without spaces, after its number and before its page."""
    words = squeezed(line)
    return any(words[start:end] in names for start in _starts(words) for end in _ends(words))


def _starts(words: str) -> range:
    """Where the words may begin after the heading's number."""
    number = NUMBER.match(words)
    return range(number.end() + 1 if number else 1)


def _ends(words: str) -> Iterator[int]:
    """Where the words may end before a page's number."""
    end = len(words)
    yield end
    while end and words[end - 1].isdigit() and len(words) - end < MOST_DIGITS:
        end -= 1
        yield end


def with_lines(sections: Iterable[Section], lines: Mapping[str, Sequence[Paragraph]]) -> tuple[Section, ...]:
    """The sections with the paragraphs put after the contents that they were typed in, by the contents' ids."""
    return tuple(replace(each, blocks=tuple(_with(each.blocks, lines))) for each in sections)


def _with(blocks: Iterable[Block], lines: Mapping[str, Sequence[Paragraph]]) -> Iterator[Block]:
    for block in blocks:
        yield replace(block, blocks=tuple(_with(block.blocks, lines))) if isinstance(block, Group) else block
        yield from lines.get(block.id, ())


def _inner(element: Element) -> Iterator[Element]:
    """The paragraphs and tables that the element is or, as a control within the contents', holds."""
    content = at(element, "sdtContent")
    if content is None:
        yield element
        return
    for each in children(content):
        yield from _inner(each)


def _is_line(paragraph: Element, styles: Styles) -> bool:
    """Whether the paragraph is a line of the contents, by its style or the field that begins in it."""
    names = styles.names(val(paragraph, "pPr/pStyle"))
    return any(name.startswith("toc ") for name in names) or next(paragraph.iter(w("instrText")), None) is not None


def squeezed(words: str) -> str:
    """The words without spaces, for lines of contents are broken where they are full."""
    return "".join(words.split())
