"""A figure typed by hand into a Word file is held against the data when the file is checked, collected and published."""

import datetime as dt
import json
import re
import shutil
import subprocess
from pathlib import Path

import docx
import pytest
from click.testing import CliRunner

from papers.checks.answers import Answer
from papers.cli import main
from papers.commands.build import build
from papers.commands.check_word import check_word
from papers.commands.check_words import accept
from papers.commands.collect import collect
from papers.commands.publish_word import publish_word
from papers.errors import PapersError
from tests.conftest import KENT

PAPER = "directorate-customer-services"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WRITTEN = "In the quarter to December 2013, 84% of calls were answered within 20 seconds."
TYPED = WRITTEN.replace("84%", "48%")


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    out = tmp_path_factory.mktemp("out")
    build(KENT, out, only=(PAPER,), formats=("docx",))
    return out / f"{PAPER}.docx"


@pytest.fixture
def folder(tmp_path):
    return Path(shutil.copytree(KENT, tmp_path / "report"))


@pytest.fixture
def edit(built, tmp_path):
    """Changes of the built file by python-docx: what a text is, and what it is to be, in the block of that tag."""

    def run(tag, old, new, name="edited.docx"):
        document = docx.Document(built)
        control = next(each for each in document.element.body.iter(f"{W}sdt") if each.find(f"{W}sdtPr/{W}tag").get(f"{W}val") == tag)
        node = next(each for each in control.iter(f"{W}t") if old in (each.text or ""))
        node.text = node.text.replace(old, new, 1)
        document.save(tmp_path / name)
        return tmp_path / name

    return run


def commentary(edit, words=TYPED):
    return edit("indicator/CS01/commentary", WRITTEN, words)


def false(problems):
    """The statements of the edited commentary that are false; the grammar's verdicts on others are none of these tests' business."""
    return [each for each in problems if each.code == "statement-false" and each.place.block == "indicator/CS01/commentary"]


def test_a_number_typed_into_commentary_is_told_by_the_check(edit):
    (found,) = false(check_word(commentary(edit), KENT).problems)
    assert (found.code, found.value, found.place.block) == ("statement-false", "48%", "indicator/CS01/commentary")
    assert "84%" in found.data
    assert "observations.csv, row 7, column actual" in found.message


def test_a_number_typed_into_commentary_is_told_as_it_comes_home(edit, folder):
    account = collect([commentary(edit)], folder)
    assert [(each.code, each.value, each.place.file) for each in account.statements] == [("statement-false", "48%", "edited.docx")]
    assert account.as_json()["statements"][0]["data"] == account.statements[0].data
    assert "48% of calls" in (folder / "narrative" / "section-customer-services.md").read_text("utf-8")


def test_only_what_came_back_is_held_against_the_data_as_it_comes_home(edit, folder):
    path = folder / "narrative" / "section-customer-services.md"
    path.write_text(path.read_text("utf-8").replace("94% of callers", "49% of callers"), encoding="utf-8")
    right = WRITTEN.replace("of calls", "of all calls")
    assert collect([commentary(edit, right)], folder).statements == ()


def test_the_terminal_tells_what_came_home_and_is_false(edit, folder):
    told = CliRunner().invoke(main, ["collect", str(commentary(edit)), "--into", str(folder)])
    assert "does not agree with the data" in told.output


def test_a_number_typed_into_commentary_is_told_when_the_file_is_published(edit, tmp_path):
    found = publish_word(commentary(edit), tmp_path / "out.pdf", source=KENT)
    assert [(each.level, each.value) for each in false(found.problems)] == [("contradiction", "48%")]


OVERTYPED = {
    "a table cell": ("indicator/CS01/trend", "84%", "48%", "figure-typed-over", "publish-figure"),
    "a figure in a computed sentence": ("indicator/CS01/status", "84%", "48%", "figure-typed-over", "publish-figure"),
    "a key figure": ("indicator/CS01/figures", "84%", "48%", "figure-typed-over", "publish-figure"),
    "words of a computed sentence": ("indicator/CS01/status", "above", "below", "words-typed-over", "publish-sentence"),
    "a heading": ("indicator/CS01", "20 seconds", "30 seconds", "words-typed-over", "publish-sentence"),
}


@pytest.mark.parametrize("case", OVERTYPED.values(), ids=OVERTYPED)
def test_what_the_data_makes_and_somebody_typed_over_is_told_by_the_check(edit, case):
    found = [each for each in check_word(edit(*case[:3]), KENT).problems if each.code.endswith("typed-over")]
    assert [each.code for each in found] == [case[3]]
    assert found[0].place.file == "edited.docx"
    assert found[0].place.block.startswith("indicator/CS01")


@pytest.mark.parametrize("case", OVERTYPED.values(), ids=OVERTYPED)
def test_what_the_data_makes_and_somebody_typed_over_is_not_published(edit, tmp_path, case):
    with pytest.raises(PapersError) as refused:
        publish_word(edit(*case[:3]), tmp_path / "out.pdf", source=KENT)
    assert [each.code for each in refused.value.problems] == [case[4]]


@pytest.mark.parametrize("case", OVERTYPED.values(), ids=OVERTYPED)
def test_what_the_data_makes_and_somebody_typed_over_is_a_question_as_it_comes_home(edit, folder, case):
    account = collect([edit(*case[:3])], folder)
    assert [each.kind for each in account.waiting] == [case[4].removeprefix("publish-")]


def test_a_heading_typed_into_commentary_is_held_against_the_data(built, tmp_path):
    document = docx.Document(built)
    node = next(each for each in document.element.body.iter(f"{W}t") if (each.text or "").startswith(WRITTEN))
    above = docx.text.paragraph.Paragraph(next(node.iterancestors(f"{W}p")), document)
    above.insert_paragraph_before("48% of calls were answered within 20 seconds", style="Heading 4")
    document.save(tmp_path / "edited.docx")
    assert "48%" in {each.value for each in check_word(tmp_path / "edited.docx", KENT, part="words").problems}


def test_an_answer_holds_for_the_word_file_too_until_the_sentence_or_the_figure_changes(edit, folder):
    def told(path):
        return [each.name for each in false(check_word(path, folder, part="words").problems)]

    (name,) = told(commentary(edit))
    collect([commentary(edit)], folder)
    accept(folder, Answer(name, "Ann Hall", "agreed with the service", dt.date(2014, 2, 1)))
    assert told(commentary(edit)) == []
    assert len(told(commentary(edit, TYPED.replace("were answered", "had been answered")))) == 1
    rows = folder / "observations.csv"
    rows.write_text(rows.read_text("utf-8").replace("CS01,Dec 13,2013-12-31,84,", "CS01,Dec 13,2013-12-31,85,"), encoding="utf-8")
    assert name not in told(commentary(edit))
    assert len(told(commentary(edit))) >= 1


def test_a_finding_in_the_word_file_alone_is_accepted_in_the_folder(edit, folder):
    path = edit("indicator/CS01/trend", "84%", "94%")
    (found,) = [each for each in check_word(path, folder).problems if each.code == "figure-typed-over"]
    how = ["--accept", found.name, "--by", "Ann Hall", "--reason", "the newer figure"]
    told = CliRunner().invoke(main, ["check", str(path), "--from", str(folder), *how])
    assert "is accepted by Ann Hall" in told.output
    assert "figure-typed-over" not in {each.code for each in check_word(path, folder).problems}
    assert "figure-typed-over" in {each.code for each in check_word(edit("indicator/CS01/trend", "84%", "95%"), folder).problems}


def test_sentences_that_the_program_makes_are_not_held_against_the_style(built):
    told = [each for each in check_word(built, KENT).problems if each.code == "style-slip"]
    assert [each for each in told if not each.place.block.endswith("/commentary")] == []


def test_titles_are_read_for_abbreviations_and_not_for_their_style(built):
    assert [each for each in check_word(built, KENT).problems if not each.place.block] == []


def test_the_check_of_a_word_file_is_read_by_a_pipeline(edit):
    command = ["check", str(commentary(edit)), "--from", str(KENT)]
    assert CliRunner().invoke(main, command).exit_code == 0
    assert CliRunner().invoke(main, [*command, "--fail-on", "contradiction"]).exit_code == 1
    found = json.loads(CliRunner().invoke(main, [*command, "--json"]).stdout)
    levels = [each["level"] for each in found["problems"]]
    assert levels == sorted(levels, key=["error", "contradiction", "advice"].index)
    assert re.fullmatch(r"[0-9a-f]{8}", found["problems"][0]["name"])


def comments_of(path):
    """Each comment of the file with the words that it is anchored to, as python-docx finds them."""
    document = docx.Document(path)
    said = {each.comment_id: each.text for each in document.comments}
    found = {}
    for paragraph in document.element.body.iter(f"{W}p"):
        within = []
        for node in paragraph.iter():
            if node.tag == f"{W}commentRangeStart":
                within.append(int(node.get(f"{W}id")))
                found[within[-1]] = ""
            elif node.tag == f"{W}commentRangeEnd":
                within.remove(int(node.get(f"{W}id")))
            elif node.tag == f"{W}t":
                for each in within:
                    found[each] += node.text or ""
    return [(found[number], said[number]) for number in sorted(said)]


def test_findings_stand_in_the_copy_as_comments_at_their_words(edit, tmp_path):
    path = commentary(edit)
    check_word(path, KENT, comments=tmp_path / "remarks.docx")
    anchored = [words for words, text in comments_of(tmp_path / "remarks.docx") if "“48%” does not agree with the data" in text]
    assert anchored == ["48%"]


def test_a_figure_that_was_typed_over_has_its_comment_in_its_own_block(edit, tmp_path):
    check_word(edit("indicator/CS01/trend", "84%", "48%"), KENT, part="data", comments=tmp_path / "remarks.docx")
    assert [words for words, _ in comments_of(tmp_path / "remarks.docx")] == ["48%"]


def test_a_comment_stands_outside_of_the_field_that_it_is_about(edit, tmp_path):
    check_word(edit("indicator/CS01/trend", "84%", "48%"), KENT, part="data", comments=tmp_path / "remarks.docx")
    for tag in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        (mark,) = docx.Document(tmp_path / "remarks.docx").element.body.iter(f"{W}{tag}")
        assert not [each for each in mark.iterancestors() if each.tag == f"{W}fldSimple"]


def test_words_of_a_computed_sentence_have_their_comment_at_what_was_typed(edit, tmp_path):
    check_word(edit("indicator/CS01/status", "above", "below"), KENT, part="data", comments=tmp_path / "remarks.docx")
    assert [words for words, _ in comments_of(tmp_path / "remarks.docx")] == ["below"]


def test_underlined_words_have_a_comment_and_links_have_none(built, tmp_path):
    document = docx.Document(built)
    node = next(each for each in document.element.body.iter(f"{W}t") if (each.text or "").startswith(WRITTEN))
    paragraph = docx.text.paragraph.Paragraph(next(node.iterancestors(f"{W}p")), document)
    paragraph.add_run(" Far better.").underline = True
    document.save(tmp_path / "edited.docx")
    check_word(tmp_path / "edited.docx", KENT, part="style", comments=tmp_path / "remarks.docx")
    assert [words for words, text in comments_of(tmp_path / "remarks.docx") if "(underlining)" in text] == ["Far better."]


@pytest.mark.libreoffice
def test_another_program_opens_the_copy_and_keeps_its_comments(edit, tmp_path):
    check_word(commentary(edit), KENT, comments=tmp_path / "remarks.docx")
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "odt", "--outdir", tmp_path, tmp_path / "remarks.docx"],
        check=True,
        capture_output=True,
    )
    told = subprocess.run(["unzip", "-p", tmp_path / "remarks.odt", "content.xml"], check=True, capture_output=True, text=True).stdout
    assert "does not agree with the data" in told
    assert "office:annotation" in told
