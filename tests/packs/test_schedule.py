"""Why the public may not see a paper is said in the words of the law."""

import datetime as dt

import pytest

from papers.packs.agenda import PARAGRAPHS, Agenda, Item, Part, Secrecy
from papers.packs.schedule import descriptions, notice, reason, resolution, schedule, wants_test

BUSINESS = Secrecy("exempt", (3,), "Disclosure would harm the council's hand in the sale.")
STAFF = Secrecy("exempt", (1, 2, 4), "The people would be known.")
SECRET = Secrecy("confidential")


def agenda(*items, nation="England"):
    return Agenda(
        "Example", "Cabinet", dt.date(2026, 1, 5), "10 am", "Room", dt.date(2025, 12, 19), "A. Clerk", "Clerk", items=items, nation=nation
    )


@pytest.mark.parametrize("nation", ["England", "Wales"])
def test_every_paragraph_that_an_agenda_may_name_has_its_wording(nation):
    held = schedule(nation)
    assert list(held.paragraphs) == list(PARAGRAPHS[nation])
    assert all(words.startswith("Information ") for words in held.paragraphs.values())
    assert "legislation.gov.uk" in held.source


def test_each_nation_has_its_own_part():
    assert notice(BUSINESS, "England") == (
        "Not for publication by virtue of paragraph 3 of Part 1 of Schedule 12A to the Local Government Act 1972"
    )
    assert "paragraph 14 of Part 4 of Schedule 12A" in notice(Secrecy("exempt", (14,), "x"), "Wales")


def test_several_paragraphs_are_listed():
    assert reason(STAFF, "England").startswith("exempt, paragraphs 1, 2 and 4 of Part 1")
    assert len(descriptions(STAFF, "England")) == 3


def test_confidential_names_its_section_and_no_paragraph():
    assert notice(SECRET, "England") == "Not for publication: confidential under section 100A(2) of the Local Government Act 1972"
    assert "paragraph" not in notice(SECRET, "England") + reason(SECRET, "England")


def test_an_open_paper_has_no_notice():
    assert (notice(Secrecy(), "England"), reason(Secrecy(), "England"), resolution(agenda(Item("1", "Minutes")))) == ("", "", ())


def test_the_motion_names_each_item_with_the_description_that_closes_it():
    said = resolution(
        agenda(Item("5", "Report", parts=(Part("Open"), Part("Closed", secrecy=BUSINESS))), Item("E1", "Staff", secrecy=STAFF))
    )
    assert "section 100A(4)" in said[0]
    assert "items of business, on the grounds that they involve" in said[0]
    assert "public interest in maintaining the exemption outweighs" in said[0]
    assert said[1].startswith("Item 5: information relating to the financial or business affairs")
    assert said[1].endswith("Disclosure would harm the council's hand in the sale.")
    assert said[2].startswith("Item E1: information relating to any individual (paragraph 1); information which is likely")


def test_two_papers_closed_for_one_reason_are_said_once():
    item = Item("5", "Report", parts=(Part("A", secrecy=BUSINESS), Part("B", secrecy=BUSINESS)))
    said = resolution(agenda(item))
    assert len(said) == 2
    assert "item of business, on the grounds that it involves" in said[0]


def test_an_executive_in_england_acts_under_its_regulations():
    items = (Item("E1", "Sale", secrecy=BUSINESS),)
    assert "regulation 4(2)(b)" in resolution(agenda(*items), executive=True)[0]
    welsh = Item("E1", "Sale", secrecy=Secrecy("exempt", (14,), "x"))
    assert "section 100A(4)" in resolution(agenda(welsh, nation="Wales"), executive=True)[0]


def test_confidential_business_needs_no_motion_and_says_so():
    assert resolution(agenda(Item("E2", "Inquiry", secrecy=SECRET))) == (
        "Item E2: the public is excluded by section 100A(2) of the Local Government Act 1972, because confidential information would be disclosed.",
    )


def test_the_public_interest_is_weighed_for_all_but_legal_privilege_in_wales():
    tested = {nation: [n for n in PARAGRAPHS[nation] if wants_test(Secrecy("exempt", (n,)), nation)] for nation in ("England", "Wales")}
    assert tested == {"England": [1, 2, 3, 4, 5, 6, 7], "Wales": [12, 13, 14, 15, 17, 18]}
    assert wants_test(Secrecy("exempt", (14, 16)), "Wales")
    assert wants_test(Secrecy("exempt"), "Wales")
    assert not wants_test(SECRET, "England")


def test_the_motion_says_nothing_of_a_test_that_the_law_does_not_ask():
    privileged = Item("E1", "Advice", secrecy=Secrecy("exempt", (16,)))
    (motion, item) = resolution(agenda(privileged, nation="Wales"))
    assert "public interest" not in motion + item
    assert motion.endswith("as defined in Part 4 of Schedule 12A to the Local Government Act 1972:")
    (motion, *_) = resolution(agenda(privileged, Item("E2", "Sale", secrecy=Secrecy("exempt", (14,), "x")), nation="Wales"))
    assert "and that, but for information of paragraph 16, in all the circumstances" in motion


def test_confidential_business_of_an_executive_is_closed_by_its_regulations():
    closed = (notice(SECRET, "England", executive=True), reason(SECRET, "England", executive=True))
    assert closed == (
        "Not for publication: confidential under regulation 4(2)(a) of SI 2012/2089",
        "confidential under regulation 4(2)(a) of SI 2012/2089",
    )
    (said,) = resolution(agenda(Item("E2", "Inquiry", secrecy=SECRET)), executive=True)
    assert said == (
        "Item E2: the public is excluded by regulation 4(2)(a) of the Local Authorities (Executive Arrangements) (Meetings and Access to "
        "Information) (England) Regulations 2012, because confidential information would be disclosed in breach of the obligation of confidence."
    )
    assert "section 100A(2)" in notice(SECRET, "Wales", executive=True)
    assert "section 100A(2)" in resolution(agenda(Item("E2", "Inquiry", secrecy=SECRET), nation="Wales"), executive=True)[0]
    assert "Part 1 of Schedule 12A" in notice(BUSINESS, "England", executive=True)
