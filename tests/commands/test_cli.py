import json

import pytest
from click.testing import CliRunner

import papers
from papers.cli import main
from papers.drafting import draft
from papers.errors import PapersError
from tests.conftest import FERNSHIRE, KENT

RUNNER = CliRunner()


def run(*arguments):
    return RUNNER.invoke(main, [str(a) for a in arguments])


def test_check_of_kent_finds_no_error_and_exits_with_0():
    result = run("check", KENT, "--json")
    found = json.loads(result.stdout)
    assert result.exit_code == 0
    assert found["schema"] == "papers.check/1"
    assert found["counts"]["error"] == 0


def test_check_finds_the_38_directions_of_35_indicators():
    problems = json.loads(run("check", KENT, "--json").stdout)["problems"]
    assert any(p["level"] == "contradiction" and "38" in p["message"] and "35" in p["message"] for p in problems)


def test_each_problem_has_the_agreed_keys():
    problems = json.loads(run("check", KENT, "--json").stdout)["problems"]
    keys = {"level", "code", "file", "sheet", "row", "column", "block", "value", "message", "fix", "verdict", "data", "name"}
    assert all(set(p) == keys for p in problems)


def test_check_of_an_empty_report_exits_with_1(tmp_path):
    assert run("new", tmp_path / "mine").exit_code == 0
    result = run("check", tmp_path / "mine")
    assert result.exit_code == 1
    assert "directorates.csv" in result.output


def test_rate_prints_the_agreed_json():
    found = json.loads(run("rate", KENT, "--json").stdout)
    first = found["ratings"][0]
    assert found["schema"] == "papers.rate/1"
    assert found["counts"]["direction"] == {"improved": 21, "worsened": 8, "same": 6}
    assert (first["indicator"], first["period"], first["actual"], first["target"]) == ("CS01", "2013-12-31", "84", "75")
    assert (first["previous_rating"], first["rating"], first["direction"]) == ("Green", "Green", "improved")


def test_rate_with_history_gives_every_period():
    assert len(json.loads(run("rate", KENT, "--json", "--history").stdout)["ratings"]) > 178


def test_rate_on_the_terminal_gives_a_line_an_indicator_and_the_counts():
    lines = run("rate", KENT).output.strip().splitlines()
    assert len(lines) == 35 + 2
    assert "19 Green" in lines[-1]


def test_new_does_not_touch_a_folder_that_holds_something(tmp_path):
    (tmp_path / "kept.txt").write_text("mine")
    result = run("new", tmp_path)
    assert result.exit_code == 1
    assert "already" in result.output


def test_new_with_an_example_gives_a_report_that_checks(tmp_path):
    assert run("new", tmp_path / "trial", "--example", "kent-2013-14-q3").exit_code == 0
    assert run("check", tmp_path / "trial").exit_code == 0


def test_new_makes_a_workbook(tmp_path):
    assert run("new", "--workbook", tmp_path / "mine.xlsx").exit_code == 0
    assert (tmp_path / "mine.xlsx").stat().st_size > 0


@pytest.mark.parametrize("arguments", [(), ("folder", "--workbook", "file.xlsx"), ("folder", "--example", "nowhere")])
def test_new_refuses_what_it_cannot_mean(arguments):
    assert run("new", *arguments).exit_code == 2


@pytest.mark.parametrize("arguments", [("--workbook", "no/such/y.xlsx"), ("file/below",)])
def test_new_where_nothing_can_be_made_is_a_problem_not_a_traceback(tmp_path, monkeypatch, arguments):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "file").write_text("x")
    result = run("new", *arguments)
    assert result.exit_code == 1
    assert "can't be written" in result.output


def test_a_notebook_is_told_the_formats_there_are(tmp_path):
    with pytest.raises(PapersError, match=r"\.docx, \.pdf"):
        papers.write(papers.draft(papers.read(KENT), "directorate-waste-management"), tmp_path / "w.odt")


def test_completion_prints_a_script():
    assert "_PAPERS_COMPLETE" in run("completion", "bash").output


def test_a_notebook_reads_drafts_and_writes(tmp_path):
    report = papers.read(KENT)
    papers.write(papers.draft(report, "directorate-waste-management"), tmp_path / "w.pdf", tmp_path / "w.txt")
    assert (tmp_path / "w.pdf").read_bytes().startswith(b"%PDF")
    assert "Waste Management" in (tmp_path / "w.txt").read_text("utf-8")


def test_a_notebook_reads_the_tables_it_was_given_back():
    report = papers.read(KENT)
    again = papers.read(papers.tables(report))
    assert again.dataset.checksum == report.dataset.checksum
    assert again.assessed.counts == report.assessed.counts


def test_a_notebook_that_names_a_directorate_with_sections_gets_its_extract():
    assert papers.draft(papers.read(FERNSHIRE), "people").info.name == "directorate-people"


def test_the_cover_report_is_a_templates_and_is_not_drafted():
    report = papers.read(KENT)
    with pytest.raises(PapersError, match="no paper"):
        draft(report.dataset, report.assessed, "cabinet-cover-report")


def test_a_notebook_that_asks_for_a_stranger_is_told_the_choices():
    with pytest.raises(PapersError, match="quarterly-performance-report"):
        papers.draft(papers.read(KENT), "quartely-report")
