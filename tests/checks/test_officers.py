"""What an officer meets on the terminal: files of others, copies, several answers at once, data that can't be read."""

import re
import shutil
from pathlib import Path

import docx
import pytest
from click.testing import CliRunner

from papers.checks.answers import read_answers
from papers.checks.reading import Finding
from papers.checks.style import slips
from papers.checks.suggesting import in_place
from papers.cli import main
from papers.commands.build import build
from papers.commands.check import check
from tests.conftest import KENT

PAPER = "directorate-customer-services"
WRITTEN = "84% of calls were answered within 20 seconds"


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    out = tmp_path_factory.mktemp("out")
    build(KENT, out, only=(PAPER,), formats=("docx",))
    return out / f"{PAPER}.docx"


@pytest.fixture
def edited(built, tmp_path):
    """The built file with a wrong figure typed into its commentary."""
    document = docx.Document(built)
    node = next(each for each in document.element.body.iter() if each.tag.endswith("}t") and WRITTEN in (each.text or ""))
    node.text = node.text.replace("84%", "48%")
    document.save(tmp_path / "edited.docx")
    return tmp_path / "edited.docx"


@pytest.fixture
def folder(tmp_path):
    """A copy of the report with a statement that is false."""
    path = Path(shutil.copytree(KENT, tmp_path / "report"))
    text = path / "narrative" / "section-customer-services.md"
    text.write_text(text.read_text("utf-8").replace("84% of calls", "48% of calls"), "utf-8")
    return path


def told(*words):
    return CliRunner().invoke(main, [str(each) for each in words])


def names(folder):
    return [each.name for each in check(folder).problems if each.code in ("statement-false", "style-slip")]


def test_what_a_published_word_file_says_wrongly_is_told_on_the_terminal(edited, tmp_path):
    found = told("publish", edited, "--from", KENT, "--out", tmp_path / "out.pdf")
    assert found.exit_code == 0
    assert "“48%” does not agree with the data" in found.output


def test_a_word_file_that_is_no_paper_of_the_report_is_refused(tmp_path):
    document = docx.Document()
    document.add_paragraph("Calls rose by 5% to 84%.")
    document.save(tmp_path / "foreign.docx")
    found = told("check", tmp_path / "foreign.docx", "--from", KENT)
    assert found.exit_code == 1
    assert "foreign.docx is none of the report's papers" in found.output


def test_a_paper_of_another_report_is_refused_by_name(edited, folder):
    info = folder / "report.toml"
    info.write_text(info.read_text("utf-8").replace("Kent County Council", "Fernshire Council"), "utf-8")
    found = told("check", edited, "--from", folder)
    assert found.exit_code == 1
    assert "built from another report: Kent County Council, Quarter 3 2013/14" in found.output


def test_the_copy_with_comments_never_replaces_the_file(edited, tmp_path):
    before = edited.read_bytes()
    (tmp_path / "link.docx").symlink_to(edited)
    for out in (edited, tmp_path / "." / "edited.docx", tmp_path / "link.docx"):
        found = told("check", edited, "--from", KENT, "--comments", out)
        assert found.exit_code == 1
        assert "would replace edited.docx" in found.output
    assert edited.read_bytes() == before


def test_the_copy_with_comments_is_told_and_is_a_word_file_by_name(edited, tmp_path):
    assert f"Wrote {tmp_path / 'remarks.docx'}" in told("check", edited, "--from", KENT, "--comments", tmp_path / "remarks.docx").output
    found = told("check", edited, "--from", KENT, "--comments", tmp_path / "remarks.txt")
    assert (found.exit_code, (tmp_path / "remarks.txt").exists()) == (1, False)


def test_comments_on_a_folder_are_a_mistake_of_usage(tmp_path):
    found = told("check", KENT, "--comments", tmp_path / "remarks.docx")
    assert (found.exit_code, "--comments goes with a Word file" in found.output) == (2, True)


def test_an_error_in_the_data_says_what_was_not_checked(folder):
    accepted, *_ = names(folder)
    assert told("check", folder, "--accept", accepted, "--by", "Ann", "--reason", "agreed").exit_code == 0
    whole = check(folder, "data").problems
    kept = next(each.name for each in whole if each.level == "contradiction" and each.name and each.place.file == "stated_totals.csv")
    assert told("check", folder, "--accept", kept, "--by", "Ann", "--reason", "as published").exit_code == 0
    risks = folder / "risks.csv"
    risks.write_text(re.sub(r"^(CRR7,[^,]*),12", r"\1,13", risks.read_text("utf-8"), flags=re.MULTILINE), "utf-8")
    found = check(folder)
    assert {each.code for each in found.problems} >= {"impossible-score", "not-checked"}
    assert kept not in {each.name for each in found.problems}
    assert all(each.name for each in found.problems if each.level == "contradiction")
    for part in ("words", "style"):
        assert {each.code for each in check(folder, part).problems} == {"impossible-score", "not-checked"}
    refused = told("check", folder, "--accept", "cee7b262", "--by", "Ann", "--reason", "why")
    assert "Nothing was accepted" in refused.output


def test_the_command_that_a_finding_of_a_word_file_gives_accepts_it_there(edited, tmp_path):
    report = shutil.copytree(KENT, tmp_path / "kept")
    command = re.search(r"papers (check \S+ --from FOLDER --accept \w+)", told("check", edited, "--from", report).output)[1]
    words = command.replace("edited.docx", str(edited)).replace("FOLDER", str(report)).split()
    assert told(*words, "--by", "Ann", "--reason", "agreed").exit_code == 0
    assert "does not agree" not in told("check", edited, "--from", report, "--only", "words").output.partition("48%")[0]
    kept, _ = read_answers((report / "answers.toml").read_text("utf-8"))
    (answer,) = kept.accepted.values()
    assert answer.sentence.endswith(".")
    assert "does not agree" not in answer.sentence


def test_several_findings_are_accepted_at_once_all_or_none(folder):
    first, second = names(folder)[:2]
    by = ("--by", "Ann", "--reason", "agreed")
    refused = told("check", folder, "--accept", first, "--accept", "nothing", *by)
    assert (refused.exit_code, (folder / "answers.toml").exists()) == (1, False)
    found = told("check", folder, "--accept", first, "--accept", second, *by)
    assert f"{first} is accepted by Ann." in found.output
    assert f"{second} is accepted by Ann." in found.output
    assert not {first, second} & set(names(folder))


UNREADABLE = {
    'accepted = "x"': "accepted is no list of entries that begin with [[accepted]]",
    'off = ["long-sentence"]': "off is no list of entries that begin with [[off]]",
    '[[of]]\nrule = "x"\nreason = "y"': "of is neither accepted nor off",
    '[[off]]\nrule = "long-sentence"': "reason is missing or empty in [[off]] number 1, long-sentence",
    '[[accepted]]\nfinding = "1f"\nreason = "y"': "by is missing or empty in [[accepted]] number 1, 1f",
}


@pytest.mark.parametrize("text", UNREADABLE)
def test_answers_that_can_not_be_read_are_told_by_entry(text):
    _, (found,) = read_answers(text)
    assert UNREADABLE[text] in found.message


def suggested(sentence, said, wording):
    start = sentence.index(said)
    return in_place(sentence, Finding("false", "x", start, start + len(said), said, wording=wording))


FITTING = [
    ("It was 88% in June.", "88%", "94%", "94%"),
    ("Nearly 48,000 calls came.", "Nearly 48,000 calls", "42,100 calls", "42,100 calls"),
    ("Calls rose.", "rose", "fell", "fell"),
    ("Calls have risen since.", "risen", "fell", "fallen"),
    ("Calls are rising.", "rising", "fell", "falling"),
    ("It is above its target.", "above its target", "below the target", "below the target"),
    ("It is rated Amber.", "Amber", "Green", "Green"),
]
UNFIT = [
    ("There are 6 Red.", "6 Red", "5 of 35"),
    ("It almost halved.", "almost halved", "0.4 times"),
    ("Staff rose by 13.", "rose by 13", "it went from 8,184 to 8,171"),
    ("There were 654 in December 2014.", "654", "in December 2013"),
    ("It moved from 33.4 to 34.5.", "from 33.4 to 34.5", "rose"),
    ("It was unchanged.", "unchanged", "fell"),
    ("It was reduced.", "reduced", "rose"),
    ("It moved from Red to Amber.", "Amber", "Red"),
    ("The year-end target of 4,500 is far.", "4,500", "2,350"),
    ("It is one point short.", "one point short", "less by 2 percentage points"),
]


@pytest.mark.parametrize(("sentence", "said", "wording", "instead"), FITTING)
def test_a_wording_is_given_as_the_sentence_takes_it(sentence, said, wording, instead):
    assert suggested(sentence, said, wording) == instead


@pytest.mark.parametrize(("sentence", "said", "wording"), UNFIT)
def test_no_wording_is_given_that_the_sentence_would_not_take(sentence, said, wording):
    assert suggested(sentence, said, wording) == ""


def test_the_red_ones_are_seen_where_a_sentence_begins_with_them():
    assert [each.rule for each in slips("The red ones are listed below.", frozenset())] == ["colour-only"]
    assert not list(slips("The Red Cross is a partner.", frozenset()))


def test_a_build_says_that_the_check_looks_at_more(tmp_path):
    found = told("build", KENT, "--only", PAPER, "--as", "text", "--out", tmp_path)
    assert "papers check lists these and checks more" in found.output
