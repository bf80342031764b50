"""Words of reports and Word files are held against the data, styled, answered and commented."""

import datetime as dt
import json
import re
import shutil
from pathlib import Path

import docx
import pytest

from papers.checks.answers import Answer
from papers.checks.checking import Referee
from papers.checks.kinds import KINDS
from papers.checks.spelling import american
from papers.checks.style import RULES, definitions, slips
from papers.commands.build import build
from papers.commands.check import check
from papers.commands.check_word import check_word
from papers.commands.check_words import accept
from papers.commands.report import open_report
from papers.errors import PapersError
from papers.readers.word import read_word
from tests.conftest import FERNSHIRE, KENT
from tests.intake.small_report import SMALL, write

SOURCES = Path(__file__).resolve().parents[2] / "papers" / "checks"


@pytest.fixture(scope="module")
def kent():
    report = open_report(KENT)
    return Referee(report.dataset, report.assessed)


@pytest.mark.parametrize("report", [KENT, FERNSHIRE])
def test_no_statement_of_a_shipped_report_is_called_false(report):
    assert check(report, "words").problems == ()


def test_a_finding_says_what_the_data_says_from_which_cell_and_what_to_write(kent):
    found = kent.sentence("In December 2013, 74% of calls were answered within 20 seconds.", "indicator/CS01/commentary").findings
    (wrong,) = [each for each in found if each.verdict == "false"]
    assert (wrong.said, wrong.wording, wrong.place.file, wrong.place.column) == ("74%", "84%", "observations.csv", "actual")
    assert "84%" in wrong.says


def test_percent_is_no_percentage_point(kent):
    block = "indicator/CE01/commentary"
    assert kent.sentence("The proportion who feel informed rose by 5 percentage points in the quarter.", block).verdict == "true"
    assert kent.sentence("The proportion who feel informed rose by 5% in the quarter.", block).verdict == "false"


def test_a_plan_is_not_checked(kent):
    assert (
        kent.sentence("We expect 99% of calls to be answered within 20 seconds by March.", "indicator/CS01/commentary").verdict == "unknown"
    )


def edited(tmp_path, old, new):
    folder = tmp_path / "report"
    shutil.copytree(KENT, folder)
    path = folder / "narrative" / "section-customer-services.md"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    return folder


def test_a_false_sentence_is_told_on_its_line(tmp_path):
    folder = edited(tmp_path, "84% of calls", "48% of calls")
    (found,) = check(folder, "words").problems
    assert (found.code, found.verdict, found.place.file, found.place.row) == (
        "statement-false",
        "false",
        "narrative/section-customer-services.md",
        8,
    )
    assert json.loads(json.dumps(check(folder).as_json()))["statements"]["false"] == 1


def test_one_statement_that_does_not_hold_among_many_that_do_is_advice(tmp_path):
    long = "In the quarter 84% of calls were answered within 20 seconds, 2 points more than the 82% of September and 9 points above the target of 75%, so that the rating remains Green, though it was 81% a year ago."
    folder = edited(tmp_path, "In the quarter to December 2013, 84% of calls were answered within 20 seconds.", long)
    (found,) = check(folder, "words").problems
    assert (found.code, found.level, found.verdict, found.value) == ("statement-doubtful", "advice", "doubtful", "81%")
    accept(folder, Answer(found.name, "Ann Roads", "as printed", dt.date(2014, 2, 1)))
    assert check(folder, "words").problems == ()


@pytest.mark.parametrize(
    ("block", "sentence"),
    [
        ("risk/FR2/commentary", "Scored 20 (likelihood 4, impact 5), the risk has a target of 12 (likelihood 3 and impact 3)."),
        (
            "directorate/people/commentary",
            "Three of our indicators improved, reablement to Green, admissions to Green and child protection plans to Green.",
        ),
    ],
)
def test_a_sentence_that_says_much_rightly_and_one_thing_wrongly_is_doubted(block, sentence):
    report = open_report(FERNSHIRE)
    found = Referee(report.dataset, report.assessed).sentence(sentence, block).findings
    assert [each.verdict for each in found].count("doubtful") == 1
    assert "false" not in {each.verdict for each in found}


def test_an_accepted_finding_comes_back_when_the_sentence_changes(tmp_path):
    folder = edited(tmp_path, "84% of calls", "48% of calls")
    name = re.search(r"--accept (\w+)", check(folder, "words").problems[0].fix)[1]
    accept(folder, Answer(name, "Ann Roads", "as agreed", dt.date(2014, 2, 1)))
    assert check(folder, "words").problems == ()
    path = folder / "narrative" / "section-customer-services.md"
    path.write_text(path.read_text("utf-8").replace("48% of calls", "94% of calls"), encoding="utf-8")
    assert len(check(folder, "words").problems) == 1


def test_a_finding_that_there_is_not_can_not_be_accepted(tmp_path):
    with pytest.raises(PapersError, match="no finding called nothing"):
        accept(edited(tmp_path, "84% of calls", "48% of calls"), Answer("nothing", "Ann Roads", "why", dt.date(2014, 2, 1)))


def test_a_rule_of_style_is_switched_off_with_a_reason(tmp_path):
    folder = write(tmp_path, {**SMALL, "narrative/foreword.md": "# Foreword\n\nClick here to utilise the service.\n"})
    assert {each.value for each in check(folder, "style").problems} >= {"Click here", "utilise"}
    (folder / "answers.toml").write_text('[[off]]\nrule = "plain-words"\nreason = "agreed"\n', encoding="utf-8")
    assert "utilise" not in {each.value for each in check(folder, "style").problems}


def test_answers_that_can_not_be_read_are_told(tmp_path):
    folder = write(tmp_path, SMALL)
    (folder / "answers.toml").write_text("[[accepted]]\nfinding = 'x'\n", encoding="utf-8")
    assert "answers-unreadable" in {each.code for each in check(folder).problems}


def test_checks_of_a_word_file_stand_in_a_copy_as_comments(tmp_path):
    folder = edited(tmp_path, "84% of calls", "48% of calls")
    built = build(folder, tmp_path / "out", only=("directorate-customer-services",), formats=("docx",))
    found = check_word(Path(built.files[0].path), KENT, part="words", comments=tmp_path / "remarks.docx")
    assert "48%" in {each.value for each in found.problems}
    comments = read_word((tmp_path / "remarks.docx").read_bytes()).comments
    assert any("does not agree with the data" in each.text for each in comments)


@pytest.mark.parametrize(
    ("rule", "sentence"),
    [
        ("long-sentence", "word " * 26),
        ("abbreviation", "The XYZ rose."),
        ("date-style", "It began on 1st April."),
        ("date-style", "It began on 01/04/2014."),
        ("colour-only", "Look at the red ones."),
        ("vague-link", "For more, click here."),
        ("date-style", "It began on 2014-04-01."),
        ("british-spelling", "The color of the center."),
        ("british-spelling", "We prioritized the counseling of travelers."),
        ("plain-words", "We will commence prior to June."),
    ],
)
def test_a_slip_of_style_is_found(rule, sentence):
    assert rule in {each.rule for each in slips(sentence, frozenset())}


def test_plain_british_words_have_no_slip():
    assert list(slips("On 1 April 2014 the NHS centre began, and 84% of calls were answered.", frozenset())) == []
    licensed = (
        "We licensed a new practice, filtered the drafts, seized the prize, and the size of the exercise was revised at Harbor House."
    )
    assert list(slips(licensed, frozenset())) == []


def test_words_in_capitals_that_are_no_abbreviations_are_left_alone():
    known = definitions("Ofsted came. We note it. Mind of your own: MOMO (Mind of your own).")
    assert list(slips("OFSTED asks us to NOTE that MOMO is Green.", known)) == []


def test_the_spellings_that_are_suggested_are_british():
    assert all(british not in american() for british in american().values())
    assert not {"license", "practice", "draft", "filter"} & american().keys()


def underlined_file(path):
    document = docx.Document()
    paragraph = document.add_paragraph("Calls are ")
    paragraph.add_run("much ").underline = True
    paragraph.add_run("faster").underline = True
    paragraph.add_run(" now.")
    document.save(path)
    return path


def test_underlined_words_of_a_text_in_word_are_told(tmp_path):
    folder = write(tmp_path / "report", {**SMALL, "narrative/section-people.md": None})
    underlined_file(folder / "narrative" / "section-people.docx")
    assert [each.value for each in check(folder, "style").problems if "(underlining)" in each.message] == ["much faster"]
    (folder / "answers.toml").write_text('[[off]]\nrule = "underlining"\nreason = "agreed"\n', encoding="utf-8")
    assert [each.value for each in check(folder, "style").problems if "(underlining)" in each.message] == []


def test_every_kind_of_finding_and_every_rule_is_documented():
    used = set(re.findall(r'reading\.add\(\s*[^,]+,\s*"(\w+)"', "".join(path.read_text("utf-8") for path in SOURCES.glob("*.py"))))
    assert used <= KINDS.keys()
    page = (SOURCES.parents[1] / "docs" / "checks.md").read_text("utf-8")
    assert [name for name in (*KINDS, *(rule.name for rule in RULES)) if name not in page] == []
