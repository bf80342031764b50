"""Whatever comes after a pack, in whatever order: no published page moves, every number is found where the record says it is."""

from __future__ import annotations

import datetime as dt
import json
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

import pypdfium2
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from papers.commands.pack import pack
from papers.commands.pack_release import read_published
from papers.commands.supplement import consolidate, supplement
from tests.packs.parts import plain, saved
from tests.packs.test_agenda import MEETING
from tests.packs.test_pack import CLOSED, item, paper

DAY = dt.date(2014, 3, 15)
LETTERS = "ABCD"


@dataclass
class Sheet:
    """A paper of the model: how many pages it has (0: to follow), whether it is closed, how often it was corrected."""

    pages: int
    closed: bool
    corrections: int = 0


@dataclass
class Business:
    """The model of an agenda: its items' papers, by number and letter."""

    papers: dict[tuple[int, str], Sheet] = field(default_factory=dict)

    def write(self, folder, first, *, odd):
        """The agenda's file, with a PDF for each paper that is there."""
        text = f"{MEETING}\n[pack]\nodd_pages = {json.dumps(odd)}\nfirst_page = {first}\n"
        for number in (1, 2, 3):
            own = [self._paper(folder, number, letter) for letter in LETTERS if (number, letter) in self.papers]
            text += item(str(number), f"Subject {number}", *own)
        (folder / "agenda.toml").write_text(text, "utf-8")
        return folder / "agenda.toml"

    def _paper(self, folder, number, letter):
        sheet = self.papers[number, letter]
        keys = {"label": f"Appendix {letter}", **(CLOSED if sheet.closed else {})}
        if not sheet.pages:
            return paper("Paper", **keys, to_follow=True)
        name = f"{number}{letter}{sheet.corrections}.pdf"
        words = f"BT /F 12 Tf 72 400 Td (Paper {number}{letter}{sheet.corrections}) Tj ET".encode()
        (folder / name).write_bytes(saved(plain(content=words, pages=sheet.pages)))
        corrected = {"corrected": f"Reason {sheet.corrections}."} if sheet.corrections else {}
        return paper("Paper", **keys, file=name, **corrected)


keys = st.tuples(st.integers(1, 3), st.sampled_from(LETTERS))
sheets = st.builds(Sheet, st.integers(0, 3), st.booleans())
steps = st.dictionaries(keys, sheets, min_size=1, max_size=3)
"""What a supplement brings: a late paper, one that was to follow, or a correction, by what is known of it."""


def take(business, step):
    """The step taken up; whether anything of it can be published."""
    new = False
    for key, sheet in step.items():
        known = business.papers.get(key)
        if known is None:
            business.papers[key] = sheet
            new = new or bool(sheet.pages)
        elif sheet.pages:
            known.corrections += bool(known.pages)
            known.pages = sheet.pages
            new = True
    return new


def shown(path):
    """The numbers stamped on the pages of a file, and the words of each page."""
    pdf = pypdfium2.PdfDocument(path)
    words = [page.get_textpage().get_text_range() for page in pdf]
    pdf.close()
    return {int(line.removeprefix("Page ")): text for text in words for line in text.splitlines() if line.startswith("Page ")}


def check(folder, business, number):
    """Every paper of the publication stands on the pages that the record says."""
    issue = read_published(folder / "agenda.toml").publications[number]
    stem = f"supplement-{number}" if number else "pack"
    public = folder / "out" / (f"{stem}.pdf" if number else "agenda-pack.pdf")
    members = folder / "out" / "members" / f"members-{stem}.pdf"
    pages = {False: shown(public), True: shown(members) if members.exists() else {}}
    for each in issue.papers:
        letter = each.key[-1]
        sheet = business.papers[int(each.item), letter]
        for page in range(each.first, each.last + 1):
            assert f"Paper {each.item}{letter}{sheet.corrections}" in pages[each.closed][page]
        assert not each.closed or not set(range(each.first, each.last + 1)) & set(pages[False])
    assert {issue.first, issue.last} <= set(pages[True] or pages[False])


@settings(max_examples=8, deadline=None, derandomize=True, phases=(Phase.generate,))  # a pack takes too long to shrink by
@given(
    start=st.dictionaries(keys, sheets, max_size=5),
    later=st.lists(st.tuples(steps, st.booleans()), min_size=1, max_size=3),
    first=st.sampled_from([1, 40]),
    odd=st.booleans(),
)
def test_no_sequence_of_supplements_moves_a_published_page(start, later, first, odd):
    with tempfile.TemporaryDirectory() as made:
        folder, business = Path(made), Business(start)
        path = business.write(folder, first, odd=odd)
        pack(path, folder / "out", publish=True)
        check(folder, business, 0)
        for step, restart in later:
            if not take(business, step):
                continue
            before, files = read_published(path), {each: each.read_bytes() for each in (folder / "out").rglob("*.pdf")}
            business.write(folder, first, odd=odd)
            supplement(path, folder / "out", DAY, restart=restart)
            now = read_published(path)
            assert now.publications[:-1] == before.publications
            assert now.publications[-1].first == (1 if restart else before.last + 1 + (odd and before.last % 2))
            assert {each: each.read_bytes() for each in files} == files
            check(folder, business, len(before.publications))
        consolidate(path, folder / "all")
        mapped(folder, business)


def mapped(folder, business):
    """The page map leads to the latest of every open paper."""
    pages = shown(folder / "all" / "consolidated-pack.pdf")
    said = json.loads((folder / "all" / "page-map.json").read_text("utf-8"))["papers"]
    latest = [each for each in said if not each["replaced"] and each["consolidated"]]
    assert len(latest) == sum(1 for each in business.papers.values() if each.pages and not each.closed)
    for each in latest:
        letter = each["title"].partition(":")[0][-1]
        sheet = business.papers[int(each["item"]), letter]
        first, last = each["consolidated"]
        assert last - first + 1 == sheet.pages
        assert all(f"Paper {each['item']}{letter}{sheet.corrections}" in pages[page] for page in range(first, last + 1))
