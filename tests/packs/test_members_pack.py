"""The members' pack is not taken for the public's: its front sheet, its bookmarks and the account say which it is."""

import pikepdf
import pytest

from papers.commands.pack import pack
from papers.commands.supplement import supplement
from tests.packs.test_supplements import AGENDA, DATE, agenda, words

__all__ = ["agenda"]
CLOSED_LATER = AGENDA.replace("to_follow = true", 'file = "figures.pdf"\nclassification = "confidential"')


def bookmarks(path):
    with pikepdf.open(path) as pdf, pdf.open_outline() as outline:
        return [str(each.title) for each in outline.root]


def test_each_page_of_its_front_sheet_says_that_it_is_not_for_publication(agenda, tmp_path):
    pack(agenda, tmp_path / "out")
    members, public = tmp_path / "out" / "members" / "members-pack.pdf", tmp_path / "out" / "agenda-pack.pdf"
    assert "Members' agenda pack: not for publication" in words(members)[0]
    assert words(members)[0].count("Members' agenda pack: not for publication") == 2
    assert bookmarks(members)[0] == "Agenda (members' agenda pack: not for publication)"
    assert "not for publication" not in " ".join(words(public)).lower()
    assert bookmarks(public)[0] == "Agenda"


def test_the_members_supplement_says_so_too(agenda, tmp_path):
    pack(agenda, tmp_path / "out", publish=True)
    agenda.write_text(CLOSED_LATER, "utf-8")
    supplement(agenda, tmp_path / "out", DATE)
    front = " ".join(words(tmp_path / "out" / "members" / "members-supplement-1.pdf")[0].split())
    assert front.count("Members' supplement 1: not for publication") == 2
    assert "Members' supplement 1: not for publication" in words(tmp_path / "out" / "members" / "members-supplement-1.pdf")[0]


@pytest.mark.parametrize("code", ["pack-not-accessible", "pack-not-archival"])
def test_what_a_closed_paper_does_to_claims_is_told_of_the_members_pack(agenda, tmp_path, code):
    told = {each.place.block: each.message for each in pack(agenda, tmp_path / "out").problems if each.code == code}
    assert "the members' pack can't" in told["item 5, paper 2"]
    assert "the pack can't" in told["item 5, paper 1"]
