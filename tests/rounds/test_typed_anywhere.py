"""Words typed at random places of a Word file, in its XML as Word types them: every one is kept."""

from __future__ import annotations

import random
import re
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from papers.document import Chart, Commentary, Contents, Section, walk
from papers.house import read_house
from papers.layout import lay_out
from papers.readers.word import read_word
from papers.rounds.comparing import compare
from papers.rounds.merging import Origin, gather
from papers.writers.word import write_word
from tests.rounds.edited import Edited, w
from tests.rounds.test_edit_and_merge import SENT, TEMPLATES, paragraph

CASES = 300
BOX = (
    '<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml">'
    "<w:pict><v:shape><v:textbox><w:txbxContent><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
)
TITLE = Section("title-page", (paragraph("title/title", "Quarterly report", role="title"),), title_page=True)
WITH_CONTENTS = replace(
    SENT, sections=(TITLE, Section("pages/contents", (Contents("contents"),)), *SENT.sections), notice="For the Cabinet"
)
CHARTS = [each.id for each in walk(SENT) if isinstance(each, Chart)]
COMMENTARIES = [each.id for each in walk(SENT) if isinstance(each, Commentary)]


@pytest.fixture(scope="module")
def built():
    template = Path(TEMPLATES / "house.docx").read_bytes()
    house = read_house(template)
    return write_word(WITH_CONTENTS, template, house, lay_out(WITH_CONTENTS, house).page_of)


class Typist:
    """Types words that nobody else has, each at a place of one kind that is chosen at random."""

    def __init__(self, chance: random.Random, data: bytes) -> None:
        self.chance, self.edited = chance, Edited(data)
        self.typed: list[tuple[str, str]] = []

    def type_somewhere(self) -> None:
        act = self.chance.choice(
            [self.in_chart, self.beside_chart, self.in_contents, self.beside_contents, self.in_running, self.in_box, self.in_text]
        )
        word = f"typed{len(self.typed)}word{self.chance.randrange(10**6)}"
        act(word)
        self.typed.append((word, act.__name__))

    def run(self, word):
        return self.edited.new_paragraph(f" {word}")[-1]

    def paragraphs(self, tag):
        return list(self.edited.control(tag).find(w("sdtContent")).iter(w("p")))

    def in_chart(self, word):
        own = next(p for p in self.paragraphs(self.chance.choice(CHARTS)) if next(p.iter(w("drawing")), None) is not None)
        own.append(self.run(word)) if self.chance.random() < 0.5 else own.insert(1, self.run(word))

    def beside_chart(self, word):
        own = next(p for p in self.paragraphs(self.chance.choice(CHARTS)) if next(p.iter(w("drawing")), None) is not None)
        new = self.edited.new_paragraph(word)
        own.addnext(new) if self.chance.random() < 0.5 else own.addprevious(new)

    def in_contents(self, word):
        self.chance.choice(self.paragraphs("contents")).append(self.run(word))

    def beside_contents(self, word):
        self.chance.choice([self.paragraphs("contents")[0], self.paragraphs("contents")[-1]]).addnext(self.edited.new_paragraph(word))

    def in_running(self, word):
        names = [name for name in self.edited.parts if re.fullmatch(r"word/(header|footer)\d+\.xml", name)]
        name = self.chance.choice(names)
        root = etree.fromstring(self.edited.parts[name])
        own = self.chance.choice(list(root.iter(w("p"))))
        own.append(self.run(word)) if self.chance.random() < 0.5 else own.addnext(self.edited.new_paragraph(word))
        self.edited.parts[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)

    def in_box(self, word):
        held = [p for key in COMMENTARIES for p in self.paragraphs(key)]
        self.chance.choice(held).append(etree.fromstring(BOX.format(word)))

    def in_text(self, word):
        held = [p for key in COMMENTARIES for p in self.paragraphs(key)[1:]]
        self.chance.choice(held).append(self.run(word))


def test_words_typed_in_charts_contents_headers_footers_text_boxes_and_text_are_kept(built):
    chance = random.Random(7)
    for case in range(CASES):
        typist = Typist(chance, built)
        for _ in range(chance.randint(1, 3)):
            typist.type_somewhere()
        read = read_word(typist.edited.bytes())
        compared = compare(WITH_CONTENTS, read.document, WITH_CONTENTS, copies=read.copies, dropped=read.dropped)
        found = gather([(compared, WITH_CONTENTS, Origin("anna.docx"))])
        home = " ".join(piece.text for merged in found.merged.values() for piece in merged.pieces)
        waiting = " ".join(each.returned for each in found.findings if each.unresolved)
        for word, how in typist.typed:
            assert word in home or word in waiting, (case, word, how)
            assert how != "in_text" or word not in " ".join(each.returned for each in found.findings if each.kind == "unplaced"), (
                case,
                word,
            )
