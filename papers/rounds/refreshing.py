"""An edited Word file with newly written blocks in the place of its old ones; everything else in the file stays as it is.

Only what a locked control holds is exchanged, with the parts that belong to it: a chart's part and workbook keep their names, footnotes and
links get numbers that are free, bookmarks and comments of others stay where they were.
"""

from __future__ import annotations

import copy
import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from itertools import count
from typing import TYPE_CHECKING

from papers.document import Block, Document, Group, Section
from papers.readers.word.names import CHART, PACKAGE, PLACED, RELATION, WORD, at, local, r, val, w
from papers.readers.word.package import open_package
from papers.readers.word.running import sent_running
from papers.readers.word.sent import copy_in
from papers.writers.word.properties import ITEM, paper_part

if TYPE_CHECKING:
    from papers.readers.word.names import Element

PROPERTY = re.compile(r'\s*DOCPROPERTY\s+"((?:[^"\\]|\\.)*)"')
LINK = f"{RELATION}/hyperlink"
MARKS = ("bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd")
UNMOVABLE = (w("numPr"), r("embed"), r("link"))


class Refreshing:
    """One edited file, open for the blocks of a newly written one. `left` are blocks that could not be exchanged, and why."""

    def __init__(self, edited: bytes, fresh: bytes) -> None:
        self.data, self.old, self.new = edited, open_package(edited), open_package(fresh)
        self.root = self.old.trees[self.old.main]
        self.controls, self.fresh = _controls(self.root), _controls(self.new.trees[self.new.main])
        self.parts: dict[str, bytes] = {}
        self.changed = {self.old.main}
        self.left: dict[str, str] = {}
        taken = (int(each.get(w("id")) or 0) for each in self.root.iter(w("bookmarkStart")) if (each.get(w("id")) or "").isdigit())
        self.bookmarks = count(max(taken, default=0) + 1)

    def block(self, key: str) -> bool:
        """Put the newly written block in the place of the old one; False where that can't be, which `left` then tells."""
        own, other = self.controls.get(key), self.fresh.get(key)
        held, written = at(own, "sdtContent"), at(other, "sdtContent")
        if own is None or held is None or written is None:
            self.left[key] = "it has no content control in the file"
            return False
        content = copy.deepcopy(written)
        if self._is_unmovable(content):
            self.left[key] = "it holds a list or picture"
            return False
        if not self._charts(held, content):
            self.left[key] = "its charts are not those that were sent"
            return False
        self._links(content)
        self._notes(content)
        self._marks(held, content)
        own.replace(held, content)
        return True

    def insert(self, key: str, after: str) -> bool:
        """Put a block that the file does not have below the one after which it stands; False where that can't be."""
        before, other = self.controls.get(after), self.fresh.get(key)
        if before is None or other is None:
            return False
        made = copy.deepcopy(other)
        content, number = at(made, "sdtContent"), at(made, "sdtPr/id")
        if content is None or self._is_unmovable(content) or next(content.iter(f"{{{CHART}}}chart"), None) is not None:
            return False
        if number is not None:
            made.find(w("sdtPr")).remove(number)  # type: ignore[union-attr]  # its child was found
        self._links(content)
        self._notes(content)
        self._marks(content.makeelement(w("sdtContent")), content)
        before.addnext(made)
        parting = other.getprevious()
        if parting is not None and local(parting) == "p" and next(parting.iter(w("r")), None) is None:
            before.addnext(copy.deepcopy(parting))
        self.controls[key] = made
        return True

    def _is_unmovable(self, content: Element) -> bool:
        """Whether the content needs parts that are not brought along: numbering, pictures."""
        return any(each.tag in UNMOVABLE or any(name in UNMOVABLE for name in each.attrib) for each in content.iter())

    # --- what a block brings with it

    def _charts(self, held: Element, content: Element) -> bool:
        """Write the new charts into the parts of the old ones."""
        before, after = list(held.iter(f"{{{CHART}}}chart")), list(content.iter(f"{{{CHART}}}chart"))
        if len(before) != len(after):
            return False
        ours, theirs = self.old.relations(self.old.main), self.new.relations(self.new.main)
        pairs = [(ours.get(b.get(r("id")) or ""), theirs.get(a.get(r("id")) or "")) for b, a in zip(before, after, strict=True)]
        if any(old is None or new is None or not self._book(old.target) for old, new in pairs):
            return False
        for (old, new), was, now in zip(pairs, before, after, strict=True):
            assert old is not None, "every pair was looked at"
            assert new is not None, "every pair was looked at"
            self._chart(old.target, new.target)
            now.set(r("id"), was.get(r("id")) or "")
        drawn = zip(held.iter(f"{{{PLACED}}}docPr"), content.iter(f"{{{PLACED}}}docPr"), strict=False)
        for was, now in drawn:
            now.set("id", was.get("id") or "1")
        return True

    def _book(self, part: str) -> tuple[str, str] | None:
        """The relationship of a chart to its workbook: its id and the workbook's part."""
        found = ((key, each.target) for key, each in self.old.relations(part).items() if each.kind == "package")
        return next(found, None)

    def _chart(self, own: str, other: str) -> None:
        book = self._book(own)
        assert book is not None, "a chart without a workbook is left"
        root = copy.deepcopy(self.new.trees[other])
        for each in root.iter(f"{{{CHART}}}externalData"):
            each.set(r("id"), book[0])
        self.parts[own] = _xml(root)
        self.parts[book[1]] = self.new.parts[self.new.part_of_kind("package", other)]

    def _links(self, content: Element) -> None:
        """Give links the ids that their addresses have in the file."""
        theirs = self.new.relations(self.new.main)
        for each in content.iter(w("hyperlink")):
            key = each.get(r("id"))
            if key:
                each.set(r("id"), self._relation(theirs[key].target))

    def _relation(self, address: str) -> str:
        """The id of the relationship to the address, made where there is none."""
        folder, _, name = self.old.main.rpartition("/")
        part = f"{folder}/_rels/{name}.rels"
        root = self.old.trees[part]
        for each in root:
            if each.get("Target") == address and each.get("TargetMode") == "External":
                return each.get("Id") or ""
        taken = {each.get("Id") for each in root}
        key = next(name for n in count(1) if (name := f"rIdR{n}") not in taken)
        made = {"Id": key, "Type": LINK, "Target": address, "TargetMode": "External"}
        root.append(root.makeelement(f"{{{PACKAGE}}}Relationship", made))
        self.changed.add(part)
        return key

    def _notes(self, content: Element) -> None:
        """Bring the footnotes that the block calls, under numbers that are free."""
        calls = list(content.iter(w("footnoteReference")))
        part, other = (each.part_of_kind("footnotes", each.main) for each in (self.old, self.new))
        if not calls or part not in self.old.trees:
            return
        notes = {each.get(w("id")): each for each in self.new.trees[other].iter(w("footnote"))}
        root = self.old.trees[part]
        free = count(max((int(each.get(w("id")) or 0) for each in root.iter(w("footnote"))), default=0) + 1)
        for call in calls:
            note, number = copy.deepcopy(notes[call.get(w("id"))]), str(next(free))
            note.set(w("id"), number)
            call.set(w("id"), number)
            root.append(note)
        self.changed.add(part)

    def _marks(self, held: Element, content: Element) -> None:
        """Number the new bookmarks freely, and keep the bookmarks and comments that others put on the old block."""
        named = {each.get(w("name")) for each in content.iter(w("bookmarkStart"))}
        numbers: dict[str, str] = {}
        for each in content.iter(w("bookmarkStart"), w("bookmarkEnd")):
            each.set(w("id"), numbers.setdefault(each.get(w("id")) or "", str(next(self.bookmarks))))
        own = {each.get(w("id")) for each in held.iter(w("bookmarkStart")) if each.get(w("name")) in named}
        first = next(content.iter(w("p")), None)
        if first is None:
            return
        kept = [e for e in held.iter(*map(w, MARKS)) if not local(e).startswith("bookmark") or e.get(w("id")) not in own]
        kept += [run for e in held.iter(w("commentReference")) if (run := e.getparent()) is not None]
        place = 1 if at(first, "pPr") is not None else 0
        for each in reversed(kept):
            first.insert(place, copy.deepcopy(each))

    # --- what lies beside the text

    def properties(self) -> None:
        """The new texts of document properties, and of the fields over them that stand in commentary."""
        part, other = (each.part_of_kind("custom-properties") for each in (self.old, self.new))
        if part not in self.old.trees:
            return
        values, root = self.new.custom_properties(), self.old.trees[part]
        theirs = {each.get("name"): each for each in self.new.trees[other]}
        ours = {each.get("name"): each for each in root}
        last = max((int(each.get("pid") or 1) for each in root), default=1)
        for name, made in theirs.items():
            if name in ours:
                ours[name][0].text = values[name or ""]
            elif not (name or "").startswith("papers."):
                last += 1
                added = copy.deepcopy(made)
                added.set("pid", str(last))
                root.append(added)
        if "Draft" in ours and "Draft" not in theirs:
            root.remove(ours["Draft"])
        self.changed.add(part)
        self._fields(values)

    def _fields(self, values: Mapping[str, str]) -> None:
        for each in self.root.iter(w("fldSimple")):
            found = PROPERTY.match(each.get(w("instr")) or "")
            if found and found[1] in values:
                _say(list(each.iter(w("t"))), values[re.sub(r"\\(.)", r"\1", found[1])])
        for paragraph in self.root.iter(w("p")):
            for name, texts in _complex_fields(paragraph):
                if name in values:
                    _say(texts, values[name])

    def draft(self, before: str | None, now: str | None) -> None:
        """The draft's mark in headers as it is now; none where the paper is no draft any more."""
        for name, root in self.old.trees.items():
            if not before or before == now or root.tag != w("hdr"):
                continue
            for paragraph in list(root.iter(w("p"))):
                texts = list(paragraph.iter(w("t")))
                if "".join(each.text or "" for each in texts) == before:
                    if now:
                        _say(texts, now)
                    elif (parent := paragraph.getparent()) is not None and len(parent) > 1:
                        parent.remove(paragraph)
                    self.changed.add(name)

    def sent(self, document: Document) -> None:
        """Carry the document as what was sent, for the next round."""
        written = sent_running(self.new)
        for name, root in self.old.trees.items():
            if name.startswith("customXml/") and copy_in(root):
                self.parts[name] = paper_part(document, written.words if written else ())[ITEM]

    def bytes(self) -> bytes:
        """The file: parts that nothing changed as they were, in their order."""
        archive, out = zipfile.ZipFile(io.BytesIO(self.data)), io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
            for info in archive.infolist():
                data = self.parts.get(info.filename)
                if data is None:
                    data = _xml(self.old.trees[info.filename]) if info.filename in self.changed else archive.read(info.filename)
                made.writestr(info, data, zipfile.ZIP_DEFLATED)
        return out.getvalue()


def with_blocks(document: Document, blocks: Mapping[str, Block], added: Mapping[str, Block]) -> Document:
    """The document with these blocks in the place of those of the same ids, and each of `added` below the block of its key."""
    sections: list[Section] = [Section(s.id, tuple(_put(s.blocks, blocks, added)), s.landscape, s.title_page) for s in document.sections]
    fields = {name: getattr(document, name) for name in document.__dataclass_fields__}
    return Document(**{**fields, "sections": tuple(sections)})


def _put(held: Iterable[Block], blocks: Mapping[str, Block], added: Mapping[str, Block]) -> Iterator[Block]:
    for each in held:
        yield Group(each.id, tuple(_put(each.blocks, blocks, added))) if isinstance(each, Group) else blocks.get(each.id, each)
        below = added.get(each.id)
        while below is not None:
            yield below
            below = added.get(below.id)


def _controls(root: Element) -> dict[str, Element]:
    """The first content control of each tag."""
    found: dict[str, Element] = {}
    for each in root.iter(w("sdt")):
        found.setdefault(val(each, "sdtPr/tag") or "", each)
    return found


def _say(texts: list[Element], words: str) -> None:
    """Let the runs of a field's result say the words: the first one all of them."""
    if not texts or "".join(each.text or "" for each in texts) == words:
        return
    texts[0].text = words
    for each in texts[1:]:
        each.text = ""


def _complex_fields(paragraph: Element) -> Iterator[tuple[str, list[Element]]]:
    """The document properties that a paragraph's fields of many runs show, each with the elements of its result."""
    code, shows = "", False
    texts: list[Element] = []
    for each in paragraph.iter(w("fldChar"), w("instrText"), w("t")):
        kind = each.get(f"{{{WORD}}}fldCharType")
        if kind == "begin":
            code, texts, shows = "", [], False
        elif kind == "separate":
            shows = True
        elif kind == "end":
            found = PROPERTY.match(code)
            if found and shows:
                yield re.sub(r"\\(.)", r"\1", found[1]), texts
            shows = False
        elif local(each) == "instrText":
            code += each.text or ""
        elif shows:
            texts.append(each)


def _xml(root: Element) -> bytes:
    from lxml import etree  # heavy, and most commands write no Word file

    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
