"""What a file says beside its blocks, and what an officer sends twice: kept until somebody decides, and no conflict with oneself."""

from __future__ import annotations

import json

from lxml import etree

from papers.commands.build import build
from papers.commands.collect import collect
from papers.commands.settle import settle
from papers.commands.status import status
from tests.intake.small_report import write
from tests.rounds.edited import Edited, w
from tests.rounds.test_settle import PEOPLE, REPORT, built

__all__ = ["built"]
TEXT_BOX = (
    '<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml">'
    "<w:pict><v:shape><v:textbox><w:txbxContent><w:p><w:r><w:t>Boxed words of Ann.</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape>"
    "</w:pict></w:r>"
)


def kept(folder):
    return json.loads((folder / "collected/unresolved.json").read_text())["waiting"]


def people(folder):
    return (folder / "narrative/section-people.md").read_text()


def test_words_that_the_reader_cannot_carry_wait_with_the_file_they_came_in(folder, edited, returned):
    edited.paragraph("More visits were made.").append(etree.fromstring(TEXT_BOX))
    collect([returned(edited)], folder)
    (found,) = kept(folder)
    assert (found["kind"], found["returned"], found["home"]) == ("unplaced", "Boxed words of Ann.", PEOPLE)
    assert list(folder.glob("collected/returned/*back.docx"))
    assert settle(folder, [found["id"]], take=True).all_done
    assert "More visits were made.\n\nBoxed words of Ann.\n" in people(folder)


def test_a_comment_waits_once_in_however_many_files_it_comes(folder, edited, returned):
    assert len(collect([returned(edited.comment("We visit.", "Do we?"))], folder).waiting) == 1
    assert collect([returned(Edited(edited.bytes()), "again.docx")], folder).waiting == status(folder).waiting


def test_somebody_who_writes_on_in_her_own_file_is_in_no_conflict_with_herself(folder, edited, returned):
    edited.saved_by("Ann", "2014-02-20T10:00:00Z").replace("More visits were made.", "More visits were made by Ann.")
    collect([returned(edited, "a.docx")], folder)
    collect([returned(edited.replace("made by Ann.", "made by Ann and others."), "a.docx")], folder)
    assert "More visits were made by Ann and others." in people(folder)
    assert status(folder).waiting == ()


def test_words_added_to_a_file_without_a_name_are_the_same_persons(folder, edited, returned):
    collect([returned(edited.replace("visits were made.", "visits were made again."), "a.docx")], folder)
    collect([returned(edited.replace("made again.", "made again and again."), "a.docx")], folder)
    assert "More visits were made again and again." in people(folder)


def test_two_people_whose_files_bear_one_name_are_still_two(folder, built, returned):
    first = Edited(built[1]).saved_by("Ann", "2014-02-20T10:00:00Z").replace("visits were made.", "visits were made by Ann.")
    second = Edited(built[1]).saved_by("Bob", "2014-02-21T10:00:00Z").replace("visits were made.", "visits were made by Bob.")
    collect([returned(first, "a.docx")], folder)
    collect([returned(second, "a.docx")], folder)
    assert [each.kind for each in status(folder).waiting] == ["conflict"]
    assert "by Ann" in people(folder)


def test_what_another_wrote_just_below_is_kept_and_is_a_conflict(folder, built, returned):
    ann = Edited(built[1]).saved_by("Ann", "2014-02-20T10:00:00Z").replace("visits were made.", "visits were made by Ann.")
    collect([returned(ann, "a.docx")], folder)
    path = folder / "narrative/section-people.md"
    path.write_text(people(folder).replace("by Ann.", "by Ann.\n\nThe folder says more."))
    collect([returned(ann.replace("by Ann.", "by Ann and Cy."), "a.docx")], folder)
    assert [each.kind for each in status(folder).waiting] == ["conflict"]
    assert "The folder says more." in people(folder)


def test_a_changed_title_of_the_file_waits(folder, edited, returned):
    core = etree.fromstring(edited.parts["docProps/core.xml"])
    next(core.iter("{*}title")).text = "Another title altogether"
    edited.parts["docProps/core.xml"] = etree.tostring(core)
    collect([returned(edited)], folder)
    assert [each["returned"] for each in kept(folder)] == ["Another title altogether"]


def test_a_character_that_the_next_build_would_refuse_is_named_when_it_comes_back(folder, edited, returned):
    next(t for t in edited.control(PEOPLE).iter(w("t")) if "More visits" in (t.text or "")).text += " \U0001f600"
    account = collect([returned(edited)], folder)
    assert "character-without-glyph" in {each.code for each in account.files[0].problems}


def test_so_is_one_in_plain_text(folder, tmp_path):
    path = tmp_path / "roads.txt"
    path.write_text("Holes\u00ad were\u200b filled \U0001f600.\n")
    account = collect([path], folder, section="roads")
    assert [each.code for each in account.files[0].problems] == ["character-without-glyph"]
    assert account.findings[0].returned == "Holes were filled \U0001f600."


def test_a_picture_that_was_replaced_in_word_is_an_edit_and_no_conflict(tmp_path, returned):
    from tests.readers.word_files import png

    text = "# PE01\n\nMore visits were made.\n\n![A map](map.png)\n"
    folder = write(tmp_path / "report", {"narrative/section-people.md": text})
    (folder / "narrative/map.png").write_bytes(png(20, 10))
    build(folder, tmp_path / "out", only=[REPORT], formats=["docx"])
    edited = Edited(next((tmp_path / "out").glob("*.docx")).read_bytes())
    name = next(name for name in edited.parts if name.startswith("word/media/") and edited.parts[name] == png(20, 10))
    edited.parts[name] = png(40, 20)
    assert [each.kind for each in collect([returned(edited)], folder).findings] == ["edit"]
    assert png(40, 20) in [path.read_bytes() for path in (folder / "narrative").glob("*.png")]
