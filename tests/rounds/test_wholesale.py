"""Parts of a report that were rewritten wholesale: one proposal, for the part whose blocks are gone."""

from __future__ import annotations

from dataclasses import replace

from papers.document import Commentary, Document, Group, Heading, Paragraph, Section, inlines
from papers.rounds.comparing import compare


def paragraph(key, words):
    return Paragraph(key, inlines(words))


def commentary(key, words):
    return Commentary(key, "Commentary", (paragraph(f"{key}/1", words),))


def part(slug, number):
    return (
        Heading(f"section/{slug}", 2, inlines(slug.capitalize())),
        commentary(f"section/{slug}/commentary", f"All of {slug} went well."),
        Group(f"indicator/{number}/block", (Heading(f"indicator/{number}", 3, inlines(f"Kept {number}")), paragraph(f"indicator/{number}/status", "84"))),
        commentary(f"indicator/{number}/commentary", f"{number} was kept."),
        paragraph(f"indicator/{number}/notes", f"Source of {number}."),
    )  # fmt: skip


PLACE = (Heading("directorate/place", 1, inlines("Place")), paragraph("directorate/place/officers", "Ann leads."), *part("roads", "RO01"), *part("parks", "PA01"))  # fmt: skip
SENT = Document("report", "Report", (Section("pages/place", PLACE),), "Council")
NEW = [paragraph(f"text/{n}", f"A new text number {n}.") for n in range(1, 6)]


def rewritten(first, last):
    """The paper with new texts in the place of its blocks from one to the other."""
    return replace(SENT, sections=(Section("pages/place", (*PLACE[:first], *NEW, *PLACE[last:])),))


def waiting(returned):
    return [each for each in compare(SENT, returned, SENT).findings if each.unresolved]


def test_a_rewritten_section_is_proposed_for_itself_and_not_for_the_pages_it_stands_on():
    (found,) = waiting(rewritten(3, 7))
    assert (found.kind, found.block, found.head) == ("proposal", "section/roads", "Roads")
    assert all(f"number {n}." in found.returned for n in range(1, 6))


def test_a_section_that_was_rewritten_with_its_heading_is_told_by_what_is_gone():
    (found,) = waiting(rewritten(2, 7))
    assert found.block == "section/roads"


def test_the_difference_of_a_proposal_shows_authored_text_only():
    (found,) = waiting(rewritten(3, 7))
    assert found.sent == "All of roads went well."
    assert found.where.endswith("the folder keeps: indicator/RO01/commentary")


def test_text_that_has_no_place_knows_the_commentary_that_can_take_it():
    stray = replace(SENT, sections=(Section("pages/place", (*PLACE[:5], paragraph("text/1", "Why?"), *PLACE[5:])),))
    (found,) = compare(SENT, stray, SENT).findings
    assert (found.kind, found.block, found.home) == ("unplaced", "indicator/RO01/status", "indicator/RO01/commentary")


def test_text_above_a_section_belongs_to_the_part_before_it():
    stray = replace(SENT, sections=(Section("pages/place", (*PLACE[:2], paragraph("text/1", "Why?"), *PLACE[2:])),))
    (found,) = compare(SENT, stray, SENT).findings
    assert (found.kind, found.home) == ("unplaced", "directorate/place/commentary")


def test_text_of_a_part_without_a_commentary_of_its_own_is_nobodys():
    summary = (
        Heading("summary", 1, inlines("Summary")),
        paragraph("summary/lead", "All is well."),
        commentary("directorate/place/commentary", "Place."),
    )
    sent = replace(SENT, sections=(Section("pages/summary", summary),))
    stray = replace(sent, sections=(Section("pages/summary", (*summary[:2], paragraph("text/1", "Why?"), summary[2])),))  # fmt: skip
    (found,) = compare(sent, stray, sent).findings
    assert (found.kind, found.home) == ("unplaced", "")
