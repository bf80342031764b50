"""Papers of ours are laid out once for each place and wording, though a pack is numbered in rounds and made twice."""

from collections import Counter

import pytest

from papers.commands.pack import pack
from papers.document import Document, Paragraph, Run, Section
from papers.house import read_house
from papers.packs import sources
from papers.packs.sources import drawing
from papers.shipping import template
from tests.intake.small_report import write
from tests.packs.parts import plain, saved
from tests.packs.test_agenda import MEETING
from tests.packs.test_pack import CLOSED, FILLED, item, paper


@pytest.fixture
def made(monkeypatch):
    """How often each paper was laid out for each first page."""
    found = Counter()
    really = sources.drawn

    def counted(document, house, first_page):
        found[document.paper, first_page] += 1
        return really(document, house, first_page)

    monkeypatch.setattr(sources, "drawn", counted)
    return found


def test_a_report_in_a_pack_with_a_closed_paper_is_laid_out_once_for_each_place(tmp_path, made):
    (tmp_path / "report").mkdir()
    write(tmp_path / "report", FILLED)
    (tmp_path / "closed.pdf").write_bytes(saved(plain()))
    papers = paper("Report", report="report", paper="quarterly-performance-report"), paper("Sums", file="closed.pdf", **CLOSED)
    (tmp_path / "agenda.toml").write_text(MEETING + item("5", "Performance", *papers), "utf-8")
    pack(tmp_path / "agenda.toml", tmp_path / "out")
    assert sorted(made.items()) == [(("quarterly-performance-report", first), 1) for first in (1, 3)]


def test_a_paper_that_reads_otherwise_is_laid_out_anew(made):
    house = read_house(template("house.docx").read_bytes())

    def settle(starts):
        said = f"See page {starts.get(('5', 1), 1)}."
        return Document("a", "A", (Section("s", (Paragraph("p", (Run(said),)),)),), "Fernshire"), house

    draw = drawing(("5", 0), settle)
    first, moved = draw({("5", 0): 3, ("5", 1): 4}), draw({("5", 0): 3, ("5", 1): 5})
    assert made["a", 3] == 2
    assert first.pdf() != moved.pdf()
    assert draw({("5", 0): 3, ("5", 1): 4}) is first
    assert draw({("5", 0): 3, ("5", 1): 4}).pdf() is first.pdf()
