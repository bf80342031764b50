"""Random edits by two people, merged: every word that somebody typed ends in the commentary, the conflicts or the unplaced list."""

from __future__ import annotations

import random
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from papers.document import (
    Bullets,
    Cell,
    Chart,
    Column,
    Commentary,
    Document,
    Group,
    Heading,
    Item,
    Paragraph,
    Row,
    Run,
    Section,
    Series,
    Table,
    Tick,
    inlines,
)  # fmt: skip
from papers.house import read_house
from papers.layout import lay_out
from papers.readers.word import read_word
from papers.rounds.comparing import compare
from papers.rounds.merging import Origin, gather
from papers.rounds.said import units
from papers.writers.word import write_word

CASES = 10_000
WORD_CASES = 250
TEMPLATES = Path(__file__).resolve().parents[2] / "templates"


def paragraph(key, *parts, role="body"):
    return Paragraph(key, inlines(*parts), role)


def commentary(key, *blocks):
    named = tuple(replace(each, id=f"{key}/{n}") for n, each in enumerate(blocks, 1))
    return Commentary(key, "Commentary", named)


def indicator(key, value):
    figure = Run(value, figure=f"{key}/2013-12-31/actual")
    rows = (
        Row((Cell(inlines("Latest")), Cell(inlines("Target"))), "header"),
        Row((Cell((figure,)), Cell((Run("75", figure=f"{key}/t"),)))),
    )
    series = Series("Actual", "bar", (Decimal(80), Decimal(84)), ("80", "84"), "#12436D")
    chart = Chart(f"indicator/{key}/chart", f"{key} rose", ("Sep", "Dec"), (series,), (Tick(Decimal(0), "0"), Tick(Decimal(100), "100")))
    group = Group(
        f"indicator/{key}/block",
        (
            Heading(f"indicator/{key}", 2, inlines(f"Calls answered, {key}")),
            paragraph(f"indicator/{key}/status", f"{key} stands at ", figure, " and the target is met.", role="status"),
            Table(f"indicator/{key}/figures", f"{key}: key figures", (Column(500), Column(500)), rows),
            chart,
        ),
    )
    text = commentary(
        f"indicator/{key}/commentary",
        paragraph("x", f"Staff answered more calls for {key} ", Run("than ever", bold=True), " in the quarter."),
        Bullets("x", (Item(inlines(f"first action of {key}")), Item(inlines(f"second action of {key}")))),
        paragraph("x", f"Next quarter {key} will be harder."),
    )
    return group, text


def sent_document():
    foreword = commentary(
        "foreword/commentary", paragraph("x", "This report tells of the quarter."), paragraph("x", "Thanks to all staff.")
    )
    awaited = Commentary("section/roads/commentary", "Commentary", (), "Awaited from Roads.", "Roads")
    first, second = indicator("CS01", "84%"), indicator("CS02", "94%")
    return Document(
        "quarterly-performance-report",
        "Quarterly report",
        (
            Section("pages/foreword", (Heading("foreword", 1, inlines("Foreword")), foreword)),
            Section(
                "pages/roads",
                (Heading("roads", 1, inlines("Roads")), awaited, *first, *second, paragraph("roads/note", "Source: the service.")),
            ),
        ),
        "Council",
    )


SENT = sent_document()
HOLDERS = [unit.id for unit in units(SENT)]


class Editor:
    """Somebody who does random things to the paper; `typed` words are theirs, `inside` those typed in commentaries."""

    def __init__(self, chance: random.Random, name: str) -> None:
        self.chance, self.name = chance, name
        self.typed: list[str] = []
        self.inside: set[str] = set()
        self.sections = [(section, self.flat(section.blocks)) for section in SENT.sections]
        self.strays = 0
        self.copies: dict[str, str] = {}

    def flat(self, blocks):
        return [each for block in blocks for each in (self.flat(block.blocks) if isinstance(block, Group) else [block])]

    def word(self, *, inside=False):
        word = f"{self.name}{len(self.typed)}typed"
        self.typed.append(word)
        if inside:
            self.inside.add(word)
        return word

    def stray_id(self):
        self.strays += 1
        return f"text/{self.strays}"

    def edit(self):
        acts = (
            [self.insert] * 6
            + [self.type_outside] * 2
            + [self.delete, self.move, self.copy, self.split, self.change_figure, self.unmark, self.rewrite]
        )
        for _ in range(self.chance.randint(1, 4)):
            self.chance.choice(acts)()
        sections = [replace(section, blocks=tuple(self.stepped(blocks))) for section, blocks in self.sections if blocks]
        return replace(SENT, sections=tuple(sections), title="Quarterly report")

    def stepped(self, blocks):
        """The blocks with headings of the first level only: a heading that was moved may not skip one."""
        return [replace(block, level=1) if isinstance(block, Heading) else block for block in blocks]

    def place(self):
        blocks = self.chance.choice([blocks for _, blocks in self.sections])
        return (blocks, self.chance.randrange(len(blocks))) if blocks else (None, 0)

    def of_kind(self, kind):
        found = [(blocks, n) for _, blocks in self.sections for n, block in enumerate(blocks) if isinstance(block, kind)]
        return self.chance.choice(found) if found else (None, 0)

    def insert(self):
        blocks, n = self.of_kind(Commentary if self.chance.random() < 0.7 else Paragraph)
        if blocks is None:
            return
        block = blocks[n]
        if isinstance(block, Paragraph):
            blocks[n] = replace(block, inlines=self.typed_into(block.inlines, inside=False))
            return
        held = list(block.blocks) or []
        at = self.chance.randrange(len(held) + 1)
        if at == len(held) or self.chance.random() < 0.3:
            held.insert(at, paragraph("x", f"{self.word(inside=True)} was added."))
        elif isinstance(held[at], Paragraph):
            held[at] = replace(held[at], inlines=self.typed_into(held[at].inlines, inside=True))
        else:
            items = list(held[at].items)
            items[-1] = replace(items[-1], inlines=self.typed_into(items[-1].inlines, inside=True))
            held[at] = replace(held[at], items=tuple(items))
        blocks[n] = replace(block, blocks=tuple(replace(each, id=f"{block.id}/{k}") for k, each in enumerate(held, 1)))

    def typed_into(self, parts, *, inside):
        n = self.chance.randrange(len(parts))
        run = parts[n]
        if not isinstance(run, Run) or run.figure:
            return inlines(*parts, f" {self.word(inside=inside)}")
        cut = self.chance.choice([n for n in range(len(run.text) + 1) if n in (0, len(run.text)) or run.text[n] == " "])
        pieces = [replace(run, text=text) for text in (run.text[:cut], f" {self.word(inside=inside)} ", run.text[cut:]) if text]
        return inlines(*parts[:n], *pieces, *parts[n + 1 :])

    def split(self):
        blocks, n = self.of_kind(Paragraph)
        if blocks:
            parts = blocks[n].inlines
            blocks[n] = replace(blocks[n], inlines=inlines(*parts, Run(f" {self.word()}", italic=True)))

    def type_outside(self):
        blocks, n = self.place()
        if blocks:
            blocks.insert(n + self.chance.randint(0, 1), paragraph(self.stray_id(), f"{self.word()} stands outside."))

    def delete(self):
        blocks, n = self.place()
        if blocks and len(blocks) > 1:
            self.forget(blocks.pop(n))

    def forget(self, block):
        told = repr(block)
        self.typed = [word if word not in told else "" for word in self.typed]

    def move(self):
        blocks, n = self.place()
        if blocks and len(blocks) > 1:
            block = blocks.pop(n)
            other, m = self.place()
            (other or blocks).insert(m, block)

    def copy(self):
        blocks, n = self.place()
        if blocks:
            block = replace(blocks[n], id=self.stray_id())
            self.copies[block.id] = self.copies.get(blocks[n].id, blocks[n].id)
            if isinstance(block, Commentary):
                block = replace(block, blocks=tuple(replace(each, id=f"{block.id}/{k}") for k, each in enumerate(block.blocks, 1)))
            other, m = self.place()
            other.insert(m, block)

    def change_figure(self):
        blocks, n = self.of_kind(Paragraph)
        if blocks:
            self.forget([p for p in blocks[n].inlines if isinstance(p, Run) and p.figure])
            parts = [replace(p, text=self.word()) if isinstance(p, Run) and p.figure else p for p in blocks[n].inlines]
            blocks[n] = replace(blocks[n], inlines=tuple(parts))

    def unmark(self):
        blocks, n = self.of_kind(Commentary)
        if blocks and blocks[n].blocks:
            block = blocks.pop(n)
            self.inside -= {word for word in self.inside if word in repr(block)}
            held = [paragraph(self.stray_id(), block.label), *(replace(each, id=self.stray_id()) for each in block.blocks)]
            blocks[n:n] = held

    def rewrite(self):
        _, blocks = self.chance.choice(self.sections)
        if self.chance.random() < 0.2 and blocks:
            for block in blocks:
                self.forget(block)
            blocks[:] = [paragraph(self.stray_id(), f"{self.word()} is new.") for _ in range(self.chance.randint(1, 6))]


def test_every_typed_word_ends_in_the_commentary_the_conflicts_or_the_unplaced_list():
    chance = random.Random(4)
    for case in range(CASES):
        editors = [Editor(chance, name) for name in ("anna", "bob")]
        papers = []
        for editor in editors:
            returned = editor.edit()
            papers.append((compare(SENT, returned, SENT, copies=editor.copies), SENT, Origin(f"{editor.name}.docx")))
        found = gather(papers)
        home = " ".join(piece.text for merged in found.merged.values() for piece in merged.pieces)
        waiting = " ".join(each.returned for each in found.findings if each.unresolved)
        unplaced = " ".join(each.returned for each in found.findings if each.kind in ("unplaced", "proposal"))
        for editor in editors:
            for word in filter(None, editor.typed):
                assert word in home or word in waiting, (case, word)
                assert not (word in editor.inside and word in unplaced), (case, word)


def test_the_same_holds_through_word_files():
    chance = random.Random(11)
    template = (TEMPLATES / "house.docx").read_bytes()
    house = read_house(template)

    def through_word(document):
        return read_word(write_word(document, template, house, lay_out(document, house).page_of))

    sent = through_word(SENT).document
    assert sent == SENT
    for case in range(WORD_CASES):
        editor = Editor(chance, "anna")
        read = through_word(editor.edit())
        found = gather([(compare(SENT, read.document, SENT, copies={**editor.copies, **read.copies}), SENT, Origin("anna.docx"))])
        home = " ".join(piece.text for merged in found.merged.values() for piece in merged.pieces)
        waiting = " ".join(each.returned for each in found.findings if each.unresolved)
        unplaced = " ".join(each.returned for each in found.findings if each.kind in ("unplaced", "proposal"))
        for word in filter(None, editor.typed):
            assert word in home or word in waiting, (case, word)
            assert not (word in editor.inside and word in unplaced), (case, word)
