"""Marks that a rendering left behind, turned into what they stand for: runs, figure fields, chips, directions, links, breaks."""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from papers.document import Chip, Inline, LineBreak, Link, NodeError, Run, Travel, plain
from papers.house import CHIP_MARKS, SHAPE_COLOURS, SHAPES
from papers.readers.word.names import at, children, local, r, w
from papers.templating.values import CLOSE, OPEN

if TYPE_CHECKING:
    from papers.readers.word.names import Element

MARK = re.compile(f"{OPEN}([0-9]+){CLOSE}")
NBSP = "\u00a0"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
ORDER = [
    "rStyle",
    "rFonts",
    "b",
    "bCs",
    "i",
    "iCs",
    "caps",
    "smallCaps",
    "strike",
    "dstrike",
    "outline",
    "shadow",
    "emboss",
    "imprint",
    "noProof",
    "snapToGrid",
    "vanish",
    "webHidden",
    "color",
    "spacing",
    "w",
    "kern",
    "position",
    "sz",
    "szCs",
    "highlight",
    "u",
    "effect",
    "bdr",
    "shd",
    "fitText",
    "vertAlign",
    "rtl",
    "cs",
    "em",
    "lang",
    "eastAsianLayout",
    "specVanish",
    "oMath",
]
"""Run properties in the order of the schema (ECMA-376, 17.3.2.28)."""


@dataclass
class Setting:
    """What the setting of marks needs and gathers: style ids by name, links by target, properties of figures by name."""

    entries: Sequence[tuple[Inline, ...]]
    style: Callable[[str], str]
    link: Callable[[str], str]
    figures: dict[str, str] = field(default_factory=dict)

    def property_of(self, key: str, shown: str) -> str:
        """The name of the document property of a figure: its key, with ~2, ~3 where the same value is shown otherwise too."""
        name, times = key, 1
        while self.figures.setdefault(name, shown) != shown:
            times += 1
            name = f"{key}~{times}"
        return name


def set_marks(root: Element, setting: Setting) -> None:
    """Replace every mark below the element."""
    for run in [each for each in root.iter(w("r")) if any(MARK.search(t.text or "") for t in each.iterchildren(w("t")))]:
        parent = run.getparent()
        assert parent is not None
        place = parent.index(run)
        parent[place : place + 1] = list(_split(run, setting))
    for each in root.iter():
        for name, value in each.attrib.items():
            if OPEN in str(value):
                each.set(name, MARK.sub(lambda found: plain(setting.entries[int(found[1])]), str(value)))


def _split(run: Element, setting: Setting) -> Iterator[Element]:
    """The run as runs of its look, with what its marks stand for between them."""
    look = at(run, "rPr")
    for child in children(run):
        if local(child) == "rPr":
            continue
        if local(child) != "t":
            yield _run(run, look, child)
            continue
        for n, piece in enumerate(MARK.split(child.text or "")):
            if n % 2:
                for inline in setting.entries[int(piece)]:
                    yield from _inline(inline, run, look, setting)
            elif piece:
                yield _run(run, look, _text(run, piece))


def _inline(inline: Inline, run: Element, look: Element | None, setting: Setting) -> Iterator[Element]:
    match inline:
        case Run():
            yield _field([_words(inline, run, look)], inline.figure, inline.text, setting)
        case Chip(word=word, fill=fill, ink=ink, figure=figure, shape=mark):
            dressed = _with(run, look, "rStyle", val=setting.style("Chip"))
            dressed = _with(run, _with(run, dressed, "color", val=ink[1:]), "shd", val="clear", color="auto", fill=fill[1:])
            word = f"{CHIP_MARKS[mark]}{NBSP}{word}" if mark else word
            if figure is None:
                yield _run(run, dressed, _text(run, f"{NBSP}{word}{NBSP}"))
                return
            yield _run(run, dressed, _text(run, NBSP))
            yield _field([_run(run, dressed, _text(run, word))], figure, word, setting)
            yield _run(run, dressed, _text(run, NBSP))
        case Travel(word=word, shape=shape, figure=figure):
            dressed = _with(run, look, "rStyle", val=setting.style("Direction"))
            coloured = _with(run, dressed, "color", val=SHAPE_COLOURS[shape][1:])
            runs = [_run(run, coloured, _text(run, SHAPES[shape] + NBSP)), _run(run, dressed, _text(run, word))]
            yield from runs if figure is None else [_field(runs, figure, f"{SHAPES[shape]}{NBSP}{word}", setting)]
        case LineBreak():
            yield _run(run, look, run.makeelement(w("br"), {}))
        case Link(runs=runs, target=target):
            link = run.makeelement(w("hyperlink"), {r("id"): setting.link(target), w("history"): "1"})
            dressed = _with(run, look, "rStyle", val=setting.style("Hyperlink"))
            link.extend(_field([_words(each, run, dressed)], each.figure, each.text, setting) for each in runs)
            yield link
        case _:
            raise NodeError(f"{inline!r} is no inline that a template prints")


def _words(words: Run, run: Element, look: Element | None) -> Element:
    toggles = {"b": words.bold, "bCs": words.bold, "i": words.italic, "iCs": words.italic}
    for name, on in toggles.items():
        look = _with(run, look, name) if on else look
    if words.superscript or words.subscript:
        look = _with(run, look, "vertAlign", val="superscript" if words.superscript else "subscript")
    if words.lang:
        look = _with(run, look, "lang", val=words.lang)
    return _run(run, look, _text(run, words.text))


def _field(runs: list[Element], figure: str | None, shown: str, setting: Setting) -> Element:
    """The runs as a field over the figure's document property; the one run itself where it is no figure."""
    if figure is None:
        return runs[0]
    name = setting.property_of(figure, shown).replace("\\", "\\\\").replace('"', '\\"')
    made = runs[0].makeelement(w("fldSimple"), {w("instr"): f' DOCPROPERTY "{name}" \\* MERGEFORMAT '})
    made.extend(runs)
    return made


def _run(like: Element, look: Element | None, content: Element) -> Element:
    made = like.makeelement(w("r"), {})
    if look is not None and len(look):
        made.append(copy.deepcopy(look))
    made.append(content)
    return made


def _text(like: Element, words: str) -> Element:
    made = like.makeelement(w("t"), {SPACE: "preserve"})
    made.text = words
    return made


def _with(like: Element, look: Element | None, name: str, **values: str) -> Element:
    """The run properties with one more, in the order of the schema."""
    made = like.makeelement(w("rPr"), {}) if look is None else copy.deepcopy(look)
    for old in made.findall(w(name)):
        made.remove(old)
    made.append(made.makeelement(w(name), {w(key): value for key, value in values.items()}))
    made[:] = sorted(made, key=lambda each: ORDER.index(local(each)) if local(each) in ORDER else len(ORDER))
    return made
