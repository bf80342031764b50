"""Word files as officers hand them back: a built paper with its XML changed as Word changes it."""

from __future__ import annotations

import copy
import io
import zipfile

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
BODY = "word/document.xml"


def w(name):
    return f"{{{W}}}{name}"


class Edited:
    """A Word file open for changes; `bytes()` gives it back."""

    def __init__(self, data: bytes) -> None:
        archive = zipfile.ZipFile(io.BytesIO(data))
        self.parts = {name: archive.read(name) for name in archive.namelist()}
        self.root = etree.fromstring(self.parts[BODY])

    def bytes(self) -> bytes:
        self.parts[BODY] = etree.tostring(self.root, xml_declaration=True, encoding="UTF-8", standalone=True)
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in self.parts.items():
                archive.writestr(name, data)
        return out.getvalue()

    def control(self, tag):
        return next(each.getparent().getparent() for each in self.root.iter(w("tag")) if each.get(w("val")) == tag)

    def paragraph(self, words):
        return next(p for p in self.root.iter(w("p")) if words in "".join(t.text or "" for t in p.iter(w("t"))))

    def replace(self, old, new):
        text = next(t for t in self.root.iter(w("t")) if old in (t.text or ""))
        text.text = text.text.replace(old, new, 1)
        return self

    def replace_figure(self, tag, old, new):
        text = next(t for t in self.control(tag).iter(w("t")) if t.text == old)
        text.text = new
        return self

    def new_paragraph(self, words, style=None):
        p = etree.Element(w("p"))
        if style:
            etree.SubElement(etree.SubElement(p, w("pPr")), w("pStyle")).set(w("val"), style)
        etree.SubElement(etree.SubElement(p, w("r")), w("t")).text = words
        return p

    def add_after(self, tag, *words):
        """Paragraphs typed below a block, outside of its control."""
        control = self.control(tag)
        for text in reversed(words):
            control.addnext(self.new_paragraph(text))
        return self

    def add_within(self, words, *more):
        """Paragraphs typed below the one that says these words."""
        own = self.paragraph(words)
        for text in reversed(more):
            own.addnext(self.new_paragraph(text))
        return self

    def remove(self, tag):
        control = self.control(tag)
        control.getparent().remove(control)
        return self

    def unmark(self, tag):
        """Remove Content Control: the words stay."""
        control = self.control(tag)
        for each in reversed(list(control.find(w("sdtContent")))):
            control.addnext(each)
        control.getparent().remove(control)
        return self

    def copy(self, tag, after=None):
        self.control(after or tag).addnext(copy.deepcopy(self.control(tag)))
        return self

    def move(self, tag, after):
        control = self.control(tag)
        control.getparent().remove(control)
        self.control(after).addnext(control)
        return self

    def split_runs(self, words):
        """The run that says the words as Word leaves it after spelling was looked at: one run a word."""
        text = next(t for t in self.root.iter(w("t")) if words in (t.text or ""))
        run = text.getparent()
        for n, word in enumerate(reversed(text.text.split(" "))):
            own = copy.deepcopy(run)
            said = own.find(w("t"))
            said.text = word if n == len(text.text.split(" ")) - 1 else f" {word}"
            said.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            own.set(w("rsidR"), f"00{n:06X}")
            run.addnext(own)
        run.getparent().remove(run)
        return self

    def track(self, words, new, author="Ann Roads", date="2014-02-20T10:00:00Z"):
        """The words deleted and others put in their place, as tracked changes."""
        text = next(t for t in self.root.iter(w("t")) if words in (t.text or ""))
        run = text.getparent()
        before, _, after = text.text.partition(words)
        pieces = []
        for kind, said in ((None, before), ("del", words), ("ins", new), (None, after)):
            if not said:
                continue
            own = copy.deepcopy(run)
            inner = own.find(w("t"))
            inner.text = said
            inner.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            if kind == "del":
                inner.tag = w("delText")
            if kind:
                mark = etree.Element(w(kind))
                mark.set(w("id"), str(9000 + len(pieces)))
                mark.set(w("author"), author)
                mark.set(w("date"), date)
                mark.append(own)
                own = mark
            pieces.append(own)
        for piece in reversed(pieces):
            run.addnext(piece)
        run.getparent().remove(run)
        return self

    def comment(self, words, text, author="Bob Care"):
        """A comment on the paragraph that says the words."""
        own = self.paragraph(words)
        run = next(own.iter(w("r")))
        start, end = etree.Element(w("commentRangeStart")), etree.Element(w("commentRangeEnd"))
        for each in (start, end):
            each.set(w("id"), "77")
        run.addprevious(start)
        reference = etree.Element(w("r"))
        etree.SubElement(reference, w("commentReference")).set(w("id"), "77")
        run.addnext(reference)
        run.addnext(end)
        note = f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"
        self.parts["word/comments.xml"] = (
            f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:comments xmlns:w="{W}">'
            f'<w:comment w:id="77" w:author="{author}" w:date="2014-02-21T09:00:00Z">{note}</w:comment></w:comments>'
        ).encode()
        kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
        types = self.parts["[Content_Types].xml"].decode()
        self.parts["[Content_Types].xml"] = types.replace(
            "</Types>", f'<Override PartName="/word/comments.xml" ContentType="{kind}"/></Types>'
        ).encode()
        relations = self.parts["word/_rels/document.xml.rels"].decode()
        kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
        self.parts["word/_rels/document.xml.rels"] = relations.replace(
            "</Relationships>", f'<Relationship Id="rIdComments" Type="{kind}" Target="comments.xml"/></Relationships>'
        ).encode()
        return self

    def paste_table(self, words, rows):
        """A table pasted below the paragraph that says the words, as Word writes one of its own."""
        table = etree.Element(w("tbl"))
        etree.SubElement(etree.SubElement(table, w("tblPr")), w("tblStyle")).set(w("val"), "TableGrid")
        grid = etree.SubElement(table, w("tblGrid"))
        for _ in rows[0]:
            etree.SubElement(grid, w("gridCol")).set(w("w"), "2000")
        for row in rows:
            tr = etree.SubElement(table, w("tr"))
            for cell in row:
                tc = etree.SubElement(tr, w("tc"))
                etree.SubElement(etree.SubElement(tc, w("tcPr")), w("tcW")).set(w("w"), "2000")
                tc.append(self.new_paragraph(cell))
        own = self.paragraph(words)
        own.addnext(self.new_paragraph(""))
        own.addnext(table)
        return self

    def saved_by(self, name, moment):
        """Who saved the file last and when, as its properties say."""
        core = self.parts["docProps/core.xml"].decode()
        root = etree.fromstring(core.encode())
        cp = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
        terms = "http://purl.org/dc/terms/"
        for tag, text in ((f"{{{cp}}}lastModifiedBy", name), (f"{{{terms}}}modified", moment)):
            found = root.find(tag)
            if found is None:
                found = etree.SubElement(root, tag)
                found.set("{http://www.w3.org/2001/XMLSchema-instance}type", "dcterms:W3CDTF") if terms in tag else None
            found.text = text
        self.parts["docProps/core.xml"] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
        return self
