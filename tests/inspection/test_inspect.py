"""Inspection of PDFs: sound papers hold, each deliberate breakage is named in plain words, strangers are told from the tagged."""

import io
import json

import pikepdf
import pytest
from click.testing import CliRunner
from reportlab.pdfgen.canvas import Canvas

from papers.cli import main
from papers.errors import PapersError
from papers.inspection import CHECKS, inspect_pdf
from tests.layout import stress
from tests.pdf.breakages import (
    BREAKAGES,
    broken,
    lose_alternative_text,
    lose_claim,
    lose_output_intent,
    lose_unicode_map,
    skip_a_heading_level,
)
from tests.pdf.test_pdf import DATA, everything, pdf_of

EXPECTED = {
    "call_headings_paragraphs": "headings",
    "call_pictures_pictures": "pictures",
    "carry_a_file": "attachments",
    "lose_a_cell": "tables",
    "lose_alternative_text": "pictures",
    "lose_claim": "claim",
    "lose_font_file": "fonts",
    "lose_language": "language",
    "lose_link_description": "links",
    "lose_links_place_in_structure": "links",
    "lose_one_mark": "all-content",
    "lose_output_intent": "colours",
    "lose_parent_tree": "tags-from-pages",
    "lose_scope": "tables",
    "lose_structure": "tagged",
    "lose_tab_order": "tab-order",
    "lose_tagged_mark": "tagged",
    "lose_title": "title",
    "lose_title_display": "title",
    "lose_unicode_map": "unicode",
    "mark_nothing": "all-content",
    "put_a_paragraph_in_a_list": "lists",
    "run_a_script": "actions",
    "skip_a_heading_level": "headings",
}
"""The check that finds each breakage."""
NOT_LOOKED_FOR = {
    "decorate_within_content",
    "forget_a_notes_name",
    "invent_a_role",
    "lose_print_flag",
    "lose_schema_of_claim",
    "put_a_row_in_a_paragraph",
    "read_backwards",
    "show_through",
    "write_in_the_wrong_language",
}
"""What a validator finds, or a person: no check is about it."""


def failed(data: bytes) -> dict[str, tuple[str, ...]]:
    """The checks that do not hold, with their faults."""
    return {each.check.name: each.faults for each in inspect_pdf(data, "paper.pdf").findings if not each.holds}


def plain_pdf() -> bytes:
    """A page by a program that knows no tags."""
    out = io.BytesIO()
    canvas = Canvas(out)
    canvas.drawString(100, 700, "Agenda")
    canvas.save()
    return out.getvalue()


def changed(data: bytes, change) -> bytes:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        change(pdf)
        out = io.BytesIO()
        pdf.save(out)
    return out.getvalue()


def test_a_paper_of_ours_keeps_every_rule():
    found = inspect_pdf(everything(), "paper.pdf")
    assert failed(everything()) == {}
    assert found.claims == ("ua1", "2a")
    assert found.broken_claims == ()
    assert (found.language, found.attachments) == ("en-GB", ())


def test_a_paper_that_carries_its_data_keeps_every_rule():
    found = inspect_pdf(pdf_of(stress.every_node(), DATA), "paper.pdf")
    assert (found.claims, found.broken_claims, found.attachments) == (("ua1", "3a"), (), (DATA.name,))


@pytest.mark.parametrize("change", [change for change in BREAKAGES if change.__name__ in EXPECTED], ids=lambda change: change.__name__)
def test_each_breakage_is_named(change):
    assert EXPECTED[change.__name__] in failed(broken(everything(), change))


def test_what_is_not_looked_for_is_listed():
    silent = {change.__name__ for change in BREAKAGES if not failed(broken(everything(), change))}
    assert silent == NOT_LOOKED_FOR == {change.__name__ for change in BREAKAGES} - EXPECTED.keys()


@pytest.mark.parametrize(("change", "claim"), [(skip_a_heading_level, "ua1"), (lose_output_intent, "2a"), (lose_unicode_map, "2a")])
def test_a_broken_rule_denies_the_claim_that_it_belongs_to(change, claim):
    assert claim in inspect_pdf(broken(everything(), change), "paper.pdf").broken_claims


def test_a_claim_of_another_part_is_told_as_it_stands():
    assert inspect_pdf(broken(everything(), lose_claim), "paper.pdf").claims == ("ua7", "2a")


def test_a_page_without_tags_is_told_so():
    found = failed(plain_pdf())
    assert "no tags" in found["tagged"][0]
    assert "page 1" in found["all-content"][0]


def test_what_only_tags_can_tell_is_left_open_without_them(tmp_path):
    found = {each.check.name for each in inspect_pdf(plain_pdf(), "paper.pdf").findings if not each.told}
    assert found == {"tags-from-pages", "headings", "pictures", "tables", "lists"}
    (tmp_path / "plain.pdf").write_bytes(plain_pdf())
    said = CliRunner().invoke(main, ["inspect", str(tmp_path / "plain.pdf")]).output
    assert "   ?   Its lists are made of list items. Without tags nobody can tell." in said


def test_a_scan_is_told_to_be_one():
    from PIL import Image

    out = io.BytesIO()
    Image.new("RGB", (60, 80), "white").save(out, "PDF")
    assert "such as a scan" in failed(out.getvalue())["tagged"][0]


def test_a_tree_without_content_is_no_tagging():
    def add_empty_tree(pdf):
        pdf.Root.StructTreeRoot = pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name("/StructTreeRoot")))
        pdf.Root.MarkInfo = pikepdf.Dictionary(Marked=True)

    assert "tagged" in failed(changed(plain_pdf(), add_empty_tree))


def test_active_content_is_named():
    def add_script(pdf):
        pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name("/JavaScript"), JS=pikepdf.String("app.alert(1)"))

    assert "JavaScript" in failed(changed(everything(), add_script))["actions"][0]


def test_a_locked_and_a_damaged_file_are_refused_with_what_to_ask_for():
    locked = io.BytesIO()
    with pikepdf.open(io.BytesIO(plain_pdf())) as pdf:
        pdf.save(locked, encryption=pikepdf.Encryption(owner="owner", user="user"))
    for data, code in ((locked.getvalue(), "pdf-locked"), (b"%PDF-1.7 nothing", "pdf-damaged")):
        with pytest.raises(PapersError) as refused:
            inspect_pdf(data, "late.pdf")
        assert [(each.code, each.place.file) for each in refused.value.problems] == [(code, "late.pdf")]


def test_the_command_says_it_in_words_and_for_machines(tmp_path):
    (tmp_path / "good.pdf").write_bytes(everything())
    (tmp_path / "bad.pdf").write_bytes(broken(everything(), lose_alternative_text))
    good, bad = (CliRunner().invoke(main, ["inspect", str(tmp_path / name)]) for name in ("good.pdf", "bad.pdf"))
    assert (good.exit_code, bad.exit_code) == (0, 1)
    assert "yes  Every picture has a text alternative that says something." in good.output
    assert "NO   1 picture has no text alternative" in bad.output
    told = json.loads(CliRunner().invoke(main, ["inspect", str(tmp_path / "good.pdf"), "--json"]).output)
    assert told["schema"] == "papers.inspect/1"
    assert [each["name"] for each in told["checks"]] == [each.name for each in CHECKS]
