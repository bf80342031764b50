"""The words of a Word paragraph as inlines: runs, fields, links, notes, breaks; and what stands among them that is no word.

Tracked changes are settled before. A field spans runs, so the walk keeps a stack of what is open (fields and links).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from papers.document import Footnote, Inline, LineBreak, Link, PageNumber, Run, inlines, plain
from papers.readers.characters import point, printable, unprintable
from papers.readers.word.looks import Look, Said, is_hidden, look_of, said_of, shown, struck, style_of, text_of
from papers.readers.word.names import COMPATIBLE, at, children, local, r, val, w, words_of
from papers.readers.word.parts import Drawn, Open, Part, Special, as_figure, as_run, canonical, only_inlines, without_gap

if TYPE_CHECKING:
    from papers.readers.word.names import Element
    from papers.readers.word.reading import Reading

ADDRESS = re.compile(r"(https?://|mailto:).", re.IGNORECASE)
ARGUMENT = re.compile(r'\s*\S+\s+(?:"((?:[^"\\]|\\.)*)"|(\S+))')
ANCHOR = re.compile(r'\\l\s+"([^"]*)"')
QUIET_FIELDS = frozenset({"SEQ", "STYLEREF", "DOCPROPERTY", "TITLE", "SYMBOL", "QUOTE"})
"""Fields whose words say all: numbers of captions, texts from elsewhere in the file."""

INVISIBLE_FIELDS = frozenset({"", "XE", "TC", "RD", "TA", "PRINT", "SET"})
"""Marks for indexes and the like, which show nothing."""

ENTERED = frozenset({"ins", "moveTo", "smartTag", "customXml", "dir", "bdo", "sdtContent"})
PASSED = frozenset(
    {
        "pPr", "rPr", "sdtPr", "sdtEndPr", "del", "moveFrom", "proofErr", "bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd",
        "permStart", "permEnd", "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd", "lastRenderedPageBreak",
        "footnoteRef", "endnoteRef", "annotationRef", "smartTagPr", "customXmlPr", "delText", "delInstrText", "softHyphen", "separator", "continuationSeparator",
        "customXmlInsRangeStart", "customXmlInsRangeEnd", "customXmlDelRangeStart", "customXmlDelRangeEnd",
    }
)  # fmt: skip


def read_words(paragraph: Element, reading: Reading) -> list[Part]:
    """The inlines and drawings of a paragraph in order, canonical between drawings; what is neither is reported."""
    walk = _Walk(reading, hidden=reading.styles.hides(val(paragraph, "pPr/pStyle")))
    walk.enter(paragraph)
    return walk.finish()


class _Walk:
    """A walk through one paragraph."""

    def __init__(self, reading: Reading, *, hidden: bool = False) -> None:
        self.reading = reading
        self.hidden = hidden
        """Whether the paragraph's style hides its text."""
        self.stack = [Open()]

    def add(self, part: Part | Special) -> None:
        """Add a part to what is open, unless a field's code is being read."""
        if self.stack[-1].showing:
            self.stack[-1].raw.append(part)

    def add_text(self, text: str, look: Look) -> None:
        """Add text in its look."""
        if text:
            self.add(Special(text, look) if look.special else shown(text, look))

    def enter(self, element: Element) -> None:
        """Read the children of a paragraph or of anything that holds runs."""
        for child in children(element):
            name = local(child)
            if name in STEPS:
                STEPS[name](self, child)
            elif name in ENTERED:
                self.enter(child)
            elif name not in PASSED:
                self.unknown(child)

    def finish(self) -> list[Part]:
        """The parts, with fields and links that were left open closed as their words."""
        while len(self.stack) > 1:
            left = self.stack.pop()
            self.stack[-1].raw += left.raw
        return canonical(self.stack[0].parts)

    def unknown(self, element: Element) -> None:
        """Report an element that this reader has no meaning for."""
        self.reading.not_carried(
            f"Something that Word calls {local(element)}", words_of(element), "Take it out, or write it as plain text."
        )

    # --- what stands in a paragraph

    def run(self, run: Element) -> None:
        """Read a run: its text and all else in it, in its look."""
        said = said_of(run)
        if self.is_hidden(said) and self.stack[-1].showing and at(run, "fldChar") is None:
            if words_of(run):
                self.reading.left_out("Hidden text", words_of(run), "Show it, or delete it.")
            return
        if said and struck(said) and words_of(run):
            self.reading.report("word-words-kept", words_of(run), what="Struck-out text", how="Delete it if it does not stand.")
        look = look_of(said, self.reading)
        for child in children(run):
            name = local(child)
            if name in RUN_STEPS:
                RUN_STEPS[name](self, child, look)
            elif name in STEPS:
                STEPS[name](self, child)
            elif name not in PASSED:
                self.unknown(child)

    def is_hidden(self, said: Said) -> bool:
        """Whether Word hides a run: by hand, else by its own style or its paragraph's."""
        own = is_hidden(said)
        style = style_of(said)
        return own if own is not None else self.hidden or bool(style and self.reading.styles.hides(style))

    def hyperlink(self, link: Element) -> None:
        """Read a link's words and where it leads."""
        relation = self.reading.package.relations(self.reading.part).get(link.get(r("id")) or "")
        anchor = link.get(w("anchor"))
        target = relation.target if relation else ""
        if anchor:
            target = f"{target}#{anchor}" if target else self.internal(anchor)
        self.within(link, Open(target=target))

    def internal(self, anchor: str) -> str:
        """The link target of a bookmark: the block that it stands in."""
        block = self.reading.anchors.get(anchor)
        return f"#{block}" if block else f"a place that is not in the paper ({anchor})"

    def within(self, element: Element, opened: Open) -> None:
        """Read the element's children into a field or link of their own."""
        self.stack.append(opened)
        self.enter(element)
        while self.stack[-1] is not opened:
            self.close()
        self.close()

    def simple_field(self, element: Element) -> None:
        """Read a field that is one element."""
        self.within(element, Open(code=element.get(w("instr")) or ""))

    def control(self, element: Element) -> None:
        """Read a content control within a paragraph as its words; a prompt to fill it is none."""
        content = at(element, "sdtContent")
        if content is None:
            return
        if at(element, "sdtPr/showingPlcHdr") is not None:
            self.reading.report("word-left-out", words_of(content), what="The prompt of an empty field", how="Fill it, or delete it.")
        else:
            self.enter(content)

    def alternative(self, element: Element) -> None:
        """Read what a newer Word shows, which stands first."""
        for choice in element.iterchildren(f"{{{COMPATIBLE}}}Choice"):
            self.enter(choice)
            return
        for fallback in element.iterchildren(f"{{{COMPATIBLE}}}Fallback"):
            self.enter(fallback)

    def equation(self, element: Element) -> None:
        """Report an equation."""
        self.reading.not_carried("An equation", words_of(element), "Write it in words, or as a picture with a text alternative.")

    def drawing(self, element: Element) -> None:
        """Keep a drawing in its place."""
        self.add(Drawn(element))

    def old_drawing(self, element: Element) -> None:
        """Report a drawing in the old form (VML)."""
        what = "A text box" if next(element.iter(w("txbxContent")), None) is not None else "A drawing in the form of Word 2007 or earlier"
        self.reading.not_carried(what, words_of(element), "Write its words into the text, or insert the picture again.")

    def embedded(self, element: Element) -> None:
        """Report an embedded object."""
        self.reading.not_carried("An embedded object", words_of(element), "Insert its contents as text, a table or a picture.")

    # --- what stands in a run

    def text(self, element: Element, look: Look) -> None:
        """Add text."""
        words = printable(text_of(element))
        for each in unprintable(words):
            self.reading.report("character-without-glyph", each, point=point(each))
        self.add_text(words, look)

    def space(self, _: Element, look: Look) -> None:
        """Add a space for a tab: a paper has no tab stops."""
        self.add_text(" ", look)

    def hyphen(self, _: Element, look: Look) -> None:
        """Add a hyphen that does not break."""
        self.add_text("\u2011", look)

    def line_break(self, element: Element, _: Look) -> None:
        """Add a line break; a page or column break is no part of a paper's words."""
        if element.get(w("type"), "textWrapping") == "textWrapping":
            self.add(LineBreak())
        elif not self.reading.exact:
            self.reading.report(
                "word-left-out", self.reading.near, what="A page break typed by hand", how="Papers break pages by their headings."
            )

    def symbol(self, element: Element, look: Look) -> None:
        """Add a symbol that has a character of its own; one that only a font gives is reported."""
        code = int(element.get(w("char")) or "0", 16)
        character = printable(chr(code)) if code else ""
        if "\x20" < character < "\ue000":
            self.add_text(character, look)
        else:
            self.reading.not_carried(
                "A symbol of a font", f"{element.get(w('font'))} {code & 0xFF:02X}", "Insert the character from a normal font."
            )

    def note(self, element: Element, _: Look) -> None:
        """Add a footnote; an endnote becomes one."""
        kind = local(element).removesuffix("Reference")
        found = _note(self.reading, kind, element.get(w("id")) or "")
        if found:
            self.add(Footnote(found))

    def comment(self, element: Element, _: Look) -> None:
        """Report a comment with its words; in a file of our own writing comments are listed apart."""
        if self.reading.exact:
            return
        package = self.reading.package
        root = package.trees.get(package.part_of_kind("comments", package.main))
        every = () if root is None else root.iterchildren(w("comment"))
        found = next((each for each in every if each.get(w("id")) == element.get(w("id"))), None)
        said = "" if found is None else f"{found.get(w('author'))}: {words_of(found)}"
        self.reading.left_out("A comment", said, "Answer it, and delete it when it is done with.")

    # --- fields

    def field_mark(self, element: Element, _: Look) -> None:
        """Open a field, begin its result, or close it."""
        kind = element.get(w("fldCharType"))
        if kind == "begin":
            self.stack.append(Open(showing=False))
        elif kind == "separate":
            self.stack[-1].showing = True
        elif kind == "end" and len(self.stack) > 1:
            self.close()

    def field_code(self, element: Element, _: Look) -> None:
        """Take up the code of the field that is open."""
        self.stack[-1].code += element.text or ""

    def close(self) -> None:
        """Close the innermost field or link and add what it stands for to what holds it."""
        done = self.stack.pop()
        for part in self.field(done, done.parts) if done.target is None else self.linked(done.parts, done.target):
            self.add(part)

    def field(self, done: Open, parts: list[Part]) -> list[Part]:
        """What a field stands for: a figure, a page number, a link, or the words that it shows."""
        name = (done.code.split() or [""])[0].upper()
        found = ARGUMENT.match(done.code)
        argument = re.sub(r"\\(.)", r"\1", found[1]) if found and found[1] is not None else found[2] if found else ""
        if name == "DOCPROPERTY" and argument not in self.reading.reserved:
            return as_figure(parts, argument)
        if name == "PAGEREF" and argument in self.reading.anchors:
            return [PageNumber(self.reading.anchors[argument])]
        if name == "HYPERLINK":
            anchor = ANCHOR.search(done.code)
            return self.linked(parts, self.internal(anchor[1]) if anchor else argument)
        if name not in QUIET_FIELDS and not (name in INVISIBLE_FIELDS and not parts):
            said = f"{name} {plain(part for part in parts if not isinstance(part, Drawn))}"
            self.reading.report("word-words-kept", said, what="A field", how="Write plain text in its place.")
        return parts

    def linked(self, parts: list[Part], target: str) -> list[Part]:
        """The parts as a link to the target; a target that a paper can't lead to is reported and the words are kept."""
        runs = inlines(*(as_run(part) for part in parts if not isinstance(part, Drawn | Footnote | PageNumber)))
        rest = [part for part in parts if isinstance(part, Drawn | Footnote | PageNumber)]
        if ADDRESS.match(target) or (target.startswith("#") and len(target) > 1):
            return [*([Link(tuple(run for run in runs if isinstance(run, Run)), target)] if runs else []), *rest]
        self.reading.report("word-link", target)
        return parts


STEPS: dict[str, Callable[[_Walk, Element], None]] = {
    "r": _Walk.run,
    "hyperlink": _Walk.hyperlink,
    "fldSimple": _Walk.simple_field,
    "sdt": _Walk.control,
    "AlternateContent": _Walk.alternative,
    "oMath": _Walk.equation,
    "oMathPara": _Walk.equation,
    "drawing": _Walk.drawing,
    "pict": _Walk.old_drawing,
    "object": _Walk.embedded,
}
"""What is done with an element in a paragraph, by its name."""

RUN_STEPS: dict[str, Callable[[_Walk, Element, Look], None]] = {
    "t": _Walk.text,
    "tab": _Walk.space,
    "ptab": _Walk.space,
    "br": _Walk.line_break,
    "cr": _Walk.line_break,
    "noBreakHyphen": _Walk.hyphen,
    "sym": _Walk.symbol,
    "fldChar": _Walk.field_mark,
    "instrText": _Walk.field_code,
    "footnoteReference": _Walk.note,
    "endnoteReference": _Walk.note,
    "commentReference": _Walk.comment,
}
"""What is done with an element in a run, by its name."""


def _note(reading: Reading, kind: str, number: str) -> tuple[Inline, ...]:
    """The words of a footnote or endnote, its paragraphs as lines, without the mark and the space that begin it."""
    package, here = reading.package, reading.part
    part = package.part_of_kind(f"{kind}s", package.main)
    root = package.trees.get(part)
    every = () if root is None or here == part else root.iterchildren(w(kind))
    found = next((each for each in every if each.get(w("id")) == number), None)
    if found is None:
        reading.not_carried("A note without a text", number, "Delete its mark and insert the note again.")
        return ()
    reading.part = part
    out: list[Inline] = []
    for paragraph in found.iter(w("p")):
        words = only_inlines(read_words(paragraph, reading), reading, "a footnote")
        out += [LineBreak(), *words] if out and words else words
    reading.part = here
    return inlines(*without_gap(out))
