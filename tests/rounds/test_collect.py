"""Edited Word files and the account of each: what goes home, what is asked, what is listed."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner
from lxml import etree

from papers.cli import main
from papers.commands.build import build
from papers.commands.collect import collect
from papers.commands.settle import settle
from papers.commands.status import status
from papers.errors import PapersError
from papers.rounds.sources import place_of
from tests.intake.small_report import read, write
from tests.rounds.edited import Edited

REPORT = "quarterly-performance-report"
PEOPLE = "indicator/PE01/commentary"


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    folder = write(tmp_path_factory.mktemp("report"), {"narrative/section-people.md": PEOPLE_TEXT})
    out = tmp_path_factory.mktemp("out")
    build(folder, out, only=[REPORT], formats=["docx"])
    return folder, next(out.glob("*.docx")).read_bytes()


PEOPLE_TEXT = """# PE01

More visits were made, and **most** were in time.

- first thing
- second thing

The table says more.[^1]

[^1]: A note.

## What we do

We visit.
"""


def text_of(folder, name="section-people.md"):
    return (folder / "narrative" / name).read_text()


def kinds(account):
    return [(found.kind, found.block) for found in account.findings]


def snapshot(folder):
    return {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_file_that_nobody_edited_changes_nothing(folder, edited, returned):
    before = snapshot(folder)
    account = collect([returned(edited)], folder)
    assert (kinds(account), account.written, snapshot(folder)) == ([], (), before)


def test_an_edit_goes_home_and_leaves_the_other_lines_as_they_were(folder, edited, returned):
    collect([returned(edited.replace("More visits were made", "Many more visits were made"))], folder)
    assert text_of(folder) == PEOPLE_TEXT.replace("More visits", "Many more visits")


def test_the_second_time_there_is_nothing_to_do(folder, edited, returned):
    path = returned(edited.replace("More visits", "Many visits").add_after("indicator/PE01/figures", "Is this right?"))
    collect([path], folder)
    before = snapshot(folder)
    assert collect([path], folder).written == ()
    assert snapshot(folder) == before


def test_a_dry_run_says_all_and_changes_nothing(folder, edited, returned):
    before = snapshot(folder)
    account = collect([returned(edited.replace("More visits", "Many visits"))], folder, dry_run=True)
    assert kinds(account) == [("edit", PEOPLE)]
    assert account.written
    assert snapshot(folder) == before


def test_text_typed_in_a_commentary_is_never_unplaced(folder, edited, returned):
    collect([returned(edited.add_within("The table says more", "A new paragraph.", "And another."))], folder)
    assert "The table says more.[^1]\n\nA new paragraph.\n\nAnd another.\n\n[^1]: A note." in text_of(folder)


def test_awaited_commentary_is_filled_in(folder, edited, returned):
    control = edited.control("indicator/WA01/commentary")
    prompt = next(p for p in control.iter() if p.tag.endswith("}sdtContent") and "Say why" in "".join(p.itertext()))
    inner = [each for each in prompt if each.tag.endswith("}sdt")]
    place = inner[-1] if inner else list(prompt)[-1]
    place.addnext(edited.new_paragraph("Bins were heavier after Christmas."))
    place.getparent().remove(place)
    assert status(folder).as_json()["counts"]["due"] == 1
    collect([returned(edited.saved_by("Cy Bin", "2014-02-20T10:00:00Z"))], folder)
    assert "# WA01\n\nBins were heavier after Christmas.\n" in text_of(folder, "section-waste.md")
    found = status(folder)
    assert found.as_json()["counts"]["due"] == 0
    part = next(each for each in found.parts if each.key == "indicator/WA01/commentary")
    assert [(o.by, o.date[:10]) for o in part.back.origins] == [("Cy Bin", "2014-02-20")]


def test_a_changed_figure_is_a_question_with_both_values_and_where_the_data_lives(folder, edited, returned):
    account = collect([returned(edited.replace_figure("indicator/RO01/status", "120", "119"))], folder)
    (found,) = account.findings
    assert (found.kind, found.sent, found.returned, found.now) == ("figure", "120", "119", "120")
    assert found.where == "observations.csv, row 4, column actual"
    assert [each.id for each in status(folder).waiting] == [found.id]


def test_a_figure_that_was_corrected_in_the_data_waits_no_more(folder, edited, returned):
    collect([returned(edited.replace_figure("indicator/RO01/status", "120", "119"))], folder)
    path = folder / "observations.csv"
    path.write_text(path.read_text().replace(",120,", ",119,"))
    assert status(folder).waiting == ()


def test_a_changed_computed_sentence_is_a_question(folder, edited, returned):
    text = next(t for t in edited.control("indicator/RO01/status").iter() if t.tag.endswith("}t") and "target" in (t.text or ""))
    text.text += " and rightly so"
    (found,) = collect([returned(edited)], folder).findings
    assert found.kind == "sentence"
    assert "rightly so" in found.returned
    assert found.where.startswith("indicators.csv, row 3")


def test_text_below_a_commentary_joins_it(folder, edited, returned):
    account = collect([returned(edited.add_after(f"{PEOPLE.rsplit('/', 1)[0]}/what-we-do", "We also call."))], folder)
    assert ("placed", "indicator/PE01/what-we-do") in kinds(account)
    assert text_of(folder).endswith("We visit.\n\nWe also call.\n")


def test_text_outside_any_block_is_listed_with_what_it_stands_between(folder, edited, returned):
    (found,) = collect([returned(edited.add_after("indicator/RO01/figures", "Who wrote this?"))], folder).findings
    assert (found.kind, found.returned) == ("unplaced", "Who wrote this?")
    assert found.where.startswith("after indicator/RO01/figures")


def test_a_deleted_commentary_is_a_question_and_stays(folder, edited, returned):
    before = text_of(folder)
    (found,) = collect([returned(edited.remove(PEOPLE))], folder).findings
    assert (found.kind, found.block) == ("deleted", PEOPLE)
    assert text_of(folder) == before


def test_a_commentary_whose_control_is_gone_is_found(folder, edited, returned):
    collect([returned(edited.replace("More visits", "Many visits").unmark(PEOPLE))], folder)
    assert "Many visits were made" in text_of(folder)


def test_a_copied_block_is_told_and_harmless(folder, edited, returned):
    account = collect([returned(edited.copy(PEOPLE, "indicator/PE01/what-we-do"))], folder)
    assert {found.kind for found in account.findings} <= {"copied"}
    assert text_of(folder) == PEOPLE_TEXT


def test_an_edit_in_a_copy_is_not_lost(folder, edited, returned):
    edited.copy(PEOPLE)
    control = edited.control(PEOPLE).getnext()
    next(t for t in control.iter() if t.tag.endswith("}t") and "More visits" in (t.text or "")).text = "Far more visits were made."
    collect([returned(edited)], folder)
    assert "Far more visits were made." in text_of(folder)


def test_a_moved_block_is_told(folder, edited, returned):
    account = collect([returned(edited.move("indicator/PE01/what-we-do", "foreword/commentary"))], folder)
    assert ("moved", "indicator/PE01/what-we-do") in kinds(account) or ("moved", PEOPLE) in kinds(account)
    assert text_of(folder) == PEOPLE_TEXT


def test_split_runs_are_no_edit(folder, edited, returned):
    assert kinds(collect([returned(edited.split_runs("More visits were made"))], folder)) == []


def test_smart_quotes_are_an_edit_like_any_other(folder, edited, returned):
    collect([returned(edited.replace("We visit.", "We “visit” – often."))], folder)
    assert "We “visit” – often." in text_of(folder)


def test_tracked_changes_are_taken_as_accepted_or_as_rejected(folder, edited, returned):
    path = returned(edited.track("More visits", "Fewer visits"))
    assert kinds(collect([path], folder, tracked="rejected")) == []
    account = collect([path], folder)
    (found,) = account.findings
    assert (found.kind, found.by, found.date[:10]) == ("edit", "Ann Roads", "2014-02-20")
    assert "Fewer visits were made" in text_of(folder)
    assert account.files[0].changes


def test_comments_are_listed_with_author_and_place(folder, edited, returned):
    account = collect([returned(edited.comment("We visit.", "Do we?"))], folder)
    (comment,) = account.files[0].comments
    assert (comment["by"], comment["text"]) == ("Bob Care", "Do we?")
    (kept,) = account.findings
    assert (kept.kind, kept.returned, kept.block) == ("unplaced", "Do we?", "indicator/PE01/what-we-do")
    assert "A comment by Bob Care on “We visit.”" in kept.where
    assert [each.id for each in status(folder).waiting] == [kept.id]
    assert list(folder.glob("collected/returned/*back.docx"))


def test_a_pasted_table_goes_home(folder, edited, returned):
    collect([returned(edited.paste_table("The table says more", [["Area", "Visits"], ["East", "12"]]))], folder)
    assert "| Area | Visits |\n| --- | --- |\n| East | 12 |" in text_of(folder)


def test_merged_cells_of_a_pasted_table_are_told(folder, edited, returned):
    edited.paste_table("The table says more", [["Area", "Visits"], ["East and West"], ["East", "12"]])
    merged = edited.paragraph("East and West").getparent().find("{*}tcPr")
    etree.SubElement(merged, merged.tag.replace("tcPr", "gridSpan")).set(merged.tag.replace("tcPr", "val"), "2")
    account = collect([returned(edited)], folder)
    told = [each for each in account.files[0].problems if each.code == "collect-merged-cells"]
    assert [each.value for each in told] == ["East and West"]
    assert "East and West" in text_of(folder)


def test_a_mail_filters_link_leads_home(folder, edited, returned):
    wrapped = "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fwww.fernshire.example%2Fvisits&data=05"
    relations = edited.parts["word/_rels/document.xml.rels"].decode()
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
    link = f'<Relationship Id="rIdMail" Type="{kind}" Target="{wrapped.replace("&", "&amp;")}" TargetMode="External"/></Relationships>'
    edited.parts["word/_rels/document.xml.rels"] = relations.replace("</Relationships>", link).encode()
    own = edited.new_paragraph("see here")
    run = own[0]
    hyper = own.makeelement("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}hyperlink")
    hyper.set("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id", "rIdMail")
    own.replace(run, hyper)
    hyper.append(run)
    edited.paragraph("We visit.").addnext(own)
    account = collect([returned(edited)], folder)
    assert "[see here](https://www.fernshire.example/visits)" in text_of(folder)
    assert "collect-link-unwrapped" in {each.code for each in account.files[0].problems}


def test_two_people_who_changed_one_paragraph_are_a_conflict_that_shows_both(folder, built, returned):
    first = returned(Edited(built[1]).replace("We visit.", "We visit daily.").saved_by("Ann", "2014-02-20T10:00:00Z"), "a.docx")
    second = returned(Edited(built[1]).replace("We visit.", "We visit weekly.").saved_by("Bob", "2014-02-21T10:00:00Z"), "b.docx")
    account = collect([second, first], folder)
    found = next(each for each in account.findings if each.kind == "conflict")
    assert (found.now, found.returned, found.by) == ("We visit daily.", "We visit weekly.", "Bob")
    assert list(folder.glob("collected/returned/*b.docx"))
    settle(folder, [found.id], take=True)
    assert text_of(folder).endswith("We visit weekly.\n")
    assert status(folder).waiting == ()
    assert collect([first, second], folder).waiting == ()


def test_two_people_who_changed_different_paragraphs_are_both_taken(folder, built, returned):
    first = returned(Edited(built[1]).replace("More visits", "Many visits"), "a.docx")
    second = returned(Edited(built[1]).replace("The table says more", "The table says less"), "b.docx")
    collect([first, second], folder)
    assert "Many visits" in text_of(folder)
    assert "The table says less" in text_of(folder)


def test_an_edit_in_the_folder_since_is_kept(folder, edited, returned):
    path = folder / "narrative/section-people.md"
    path.write_text(PEOPLE_TEXT.replace("We visit.", "We visit always."))
    account = collect([returned(edited.replace("We visit.", "We visit never."))], folder)
    assert kinds(account) == [("conflict", "indicator/PE01/what-we-do")]
    assert "We visit always." in text_of(folder)


def test_a_section_rewritten_wholesale_is_one_proposal(folder, edited, returned):
    section = edited.control("indicator/RO01/block")
    for n in range(6):
        section.addnext(edited.new_paragraph(f"Whole new text number {n}."))
    section.getparent().remove(section)
    for tag in ("section/roads", "directorate/place", "directorate/place/officers"):
        try:
            edited.remove(tag)
        except StopIteration:
            continue
    account = collect([returned(edited)], folder)
    waiting = [each for each in account.findings if each.unresolved]
    assert [each.kind for each in waiting] == ["proposal"]
    assert all(f"number {n}." in waiting[0].returned for n in range(6))


def test_a_file_of_another_kind_says_what_to_ask_for(folder, tmp_path):
    path = tmp_path / "back.pdf"
    path.write_bytes(b"%PDF-1.7\n")
    with pytest.raises(PapersError) as refused:
        collect([path], folder)
    assert "Word file" in refused.value.problems[0].fix


def test_the_text_of_a_mail_is_proposed_for_a_section(folder, tmp_path):
    path = tmp_path / "roads.txt"
    path.write_text("Holes were filled.\n\nMore will be.\n")
    (found,) = collect([path], folder, section="roads").findings
    assert (found.kind, found.block, found.returned) == ("proposal", "section/roads", "Holes were filled.\n\nMore will be.")


def test_a_section_that_is_not_there_is_refused(folder, tmp_path):
    path = tmp_path / "roads.txt"
    path.write_text("Holes were filled.")
    with pytest.raises(PapersError) as refused:
        collect([path], folder, section="rodes")
    assert [each.code for each in refused.value.problems] == ["collect-no-section"]


def test_a_narrative_in_word_becomes_markdown_and_the_word_file_is_kept(tmp_path, returned):
    from docx import Document

    folder = write(tmp_path / "report", {"narrative/foreword.md": None})
    word = Document()
    word.add_paragraph("A fair quarter.")
    word.add_paragraph("It was long.")
    word.save(folder / "narrative/foreword.docx")
    build(folder, tmp_path / "out", only=[REPORT], formats=["docx"])
    edited = Edited(next((tmp_path / "out").glob("*.docx")).read_bytes())
    collect([returned(edited.replace("A fair quarter.", "A very fair quarter."))], folder)
    assert text_of(folder, "foreword.md") == "A very fair quarter.\n\nIt was long.\n"
    assert (folder / "collected/replaced/foreword.docx").exists()
    assert not (folder / "narrative/foreword.docx").exists()


def test_the_account_is_printed_and_is_json(folder, edited, returned):
    path = returned(edited.replace("More visits", "Many visits"))
    printed = CliRunner().invoke(main, ["collect", str(path), "--into", str(folder), "--dry-run"])
    assert "[-More-]{+Many+} visits were made" in printed.output
    found = json.loads(CliRunner().invoke(main, ["collect", str(path), "--into", str(folder), "--json"]).stdout)
    assert found["schema"] == "papers.collect/1"
    assert [each["kind"] for each in found["findings"]] == ["edit"]
    assert json.loads(CliRunner().invoke(main, ["status", str(folder), "--json"]).stdout)["counts"]["back"] == 1


def test_a_build_says_which_kept_sentence_quotes_a_figure_that_has_changed_since(folder, edited, returned):
    from papers.commands.report import open_report

    collect([returned(edited.add_within("More visits were made", "In September 82.0% were in time. That is good."))], folder)
    assert "quoted-figure-changed" not in {each.code for each in open_report(folder).problems}
    path = folder / "observations.csv"
    path.write_text(path.read_text().replace(",82.0,", ",83.1,"))
    (found,) = [each for each in open_report(folder).problems if each.code == "quoted-figure-changed"]
    assert (found.value, found.data) == ("82.0%", "83.1%")
    assert "In September 82.0% were in time." in found.message


def test_a_figure_typed_over_in_prose_is_a_question_and_the_prose_around_it_an_edit(tmp_path, returned):
    text = "# PE01\n\nAt [82.0%]{figure=PE01/2013-09-30/actual} all was well.\n"
    folder = write(tmp_path / "report", {"narrative/section-people.md": text})
    build(folder, tmp_path / "out", only=[REPORT], formats=["docx"])
    edited = Edited(next((tmp_path / "out").glob("*.docx")).read_bytes())
    edited.replace_figure(PEOPLE, "82.0%", "83%").replace("all was well", "nearly all was well")
    account = collect([returned(edited)], folder)
    assert [(each.kind, each.returned) for each in account.findings if each.kind == "figure"] == [("figure", "83%")]
    assert text_of(folder) == text.replace("all was", "nearly all was")


def test_an_edit_in_the_cover_report_goes_home(tmp_path, returned):
    folder = write(tmp_path / "report", {"narrative/cover-financial.md": "There is no cost.\n\nNone is foreseen.\n"})
    build(folder, tmp_path / "out", only=["cabinet-cover-report"], formats=["docx"])
    data = next((tmp_path / "out").glob("*.docx")).read_bytes()
    assert collect([returned(Edited(data))], folder).findings == ()
    edited = Edited(data).replace("There is no cost.", "There is a small cost.").add_within("None is foreseen.", "More may come.")
    collect([returned(edited)], folder)
    assert text_of(folder, "cover-financial.md") == "There is a small cost.\n\nNone is foreseen.\n\nMore may come.\n"


def test_without_a_copy_of_what_was_sent_nothing_is_taken_silently(folder, edited, returned):
    edited.replace("We visit.", "We visit daily.")
    for name in [name for name in edited.parts if name.startswith("customXml/item1")]:
        edited.parts[name] = b'<?xml version="1.0"?><none/>'
    account = collect([returned(edited)], folder)
    assert kinds(account) == [("conflict", "indicator/PE01/what-we-do")]
    assert text_of(folder) == PEOPLE_TEXT


def test_a_proposal_is_taken_into_a_section_that_had_no_text(folder, tmp_path):
    path = tmp_path / "roads.txt"
    path.write_text("Holes were filled.\n\nMore will be.\n")
    (found,) = collect([path], folder, section="roads").findings
    settle(folder, [found.id], take=True)
    assert text_of(folder, "section-roads.md") == "Holes were filled.\n\nMore will be.\n"
    assert status(folder).waiting == ()


def test_a_word_file_of_somebody_elses_making_is_proposed_with_its_looks(folder, tmp_path):
    from docx import Document

    word = Document()
    word.add_heading("Roads", 1)
    word.add_paragraph("Many holes ").add_run("were").bold = True
    word.save(tmp_path / "roads.docx")
    with pytest.raises(PapersError) as refused:
        collect([tmp_path / "roads.docx"], folder)
    assert [each.code for each in refused.value.problems] == ["collect-not-ours"]
    (found,) = collect([tmp_path / "roads.docx"], folder, section="Roads").findings
    assert found.returned == "# Roads\n\nMany holes **were**"


def test_a_changed_title_is_a_question_that_names_its_file(folder, edited, returned):
    text = next(t for t in edited.control("foreword").iter() if t.tag.endswith("}t") and t.text == "Foreword")
    text.text = "A few words before"
    (found,) = collect([returned(edited)], folder).findings
    assert (found.kind, found.where) == ("sentence", "narrative/foreword.md")


def test_a_pasted_picture_goes_home_as_a_file_and_is_told(folder, edited, returned):
    from tests.readers.word_files import png

    relations = edited.parts["word/_rels/document.xml.rels"].decode()
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
    edited.parts["word/_rels/document.xml.rels"] = relations.replace(
        "</Relationships>", f'<Relationship Id="rIdPic" Type="{kind}" Target="media/pasted.png"/></Relationships>'
    ).encode()
    edited.parts["word/media/pasted.png"] = png(20, 10)
    types = edited.parts["[Content_Types].xml"].decode()
    if 'Extension="png"' not in types:
        types = types.replace("<Override", '<Default Extension="png" ContentType="image/png"/><Override', 1)
    edited.parts["[Content_Types].xml"] = types.encode()
    drawing = etree.fromstring(PICTURE)
    own = edited.new_paragraph("")
    own[0].clear()
    own[0].append(drawing)
    edited.paragraph("We visit.").addnext(own)
    path = returned(edited)
    account = collect([path], folder)
    assert "![A map](picture-" in text_of(folder)
    assert list((folder / "narrative").glob("picture-*.png"))
    assert "collect-picture" in {each.code for each in account.files[0].problems}
    assert collect([path], folder).written == ()


PICTURE = (
    '<w:drawing xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><wp:inline><wp:extent cx="254000" cy="127000"/>'
    '<wp:docPr id="900" name="Picture 1" descr="A map"/><a:graphic>'
    '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="0" name="p"/>'
    '<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rIdPic"/></pic:blipFill><pic:spPr/></pic:pic></a:graphicData></a:graphic>'
    "</wp:inline></w:drawing>"
)


def test_a_figure_of_a_grouped_table_has_its_cell(tmp_path):
    dataset = read(tmp_path)
    assert place_of(dataset, "table/loads", "table/loads/East/Glass/2013-Dec") == "table_cells.csv, row 5, column value"
    assert place_of(dataset, "table/loads", "table/loads/All/2013-Sep") == "table_cells.csv, row 6, column value"
