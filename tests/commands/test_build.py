"""The main job as a user sees it: files on the disk, exit codes, what is printed."""

import json
import os
import pickle
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from papers.cli import main
from papers.commands import files
from papers.errors import PapersError, problem
from tests.conftest import FERNSHIRE, KENT

ONE = ["--only", "directorate-waste-management"]


def run(*arguments):
    return CliRunner().invoke(main, [str(a) for a in arguments])


def built(out, *arguments):
    result = run("build", KENT, "--out", out, "--json", *arguments)
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


@pytest.fixture(scope="module")
def quarter(tmp_path_factory):
    out = tmp_path_factory.mktemp("quarter")
    return out, built(out)


def test_the_quarter_has_the_cover_report_the_report_and_an_extract_a_directorate(quarter):
    _out, report = quarter
    names = {file["paper"] for file in report["files"]}
    assert {"cabinet-cover-report", "quarterly-performance-report"} < names
    assert sum(name.startswith("directorate-") for name in names) == 14


def test_every_paper_is_a_word_file_and_a_pdf_of_as_many_pages(quarter):
    _out, report = quarter
    pages = {}
    for file in report["files"]:
        pages.setdefault(file["paper"], {})[file["format"]] = file["pages"]
    assert all(set(forms) == {"docx", "pdf"} and forms["docx"] == forms["pdf"] for forms in pages.values())


def test_the_json_says_what_is_on_the_disk(quarter):
    out, report = quarter
    for file in report["files"]:
        data = (out / Path(file["path"]).name).read_bytes()
        assert (file["bytes"], file["sha256"]) == (len(data), files.sha256(data))


def test_the_json_has_the_agreed_keys(quarter):
    _out, report = quarter
    assert report["schema"] == "papers.build/1"
    assert set(report) == {"schema", "counts", "problems", "kept", "files"}
    assert set(report["files"][0]) == {"paper", "directorate", "format", "path", "pages", "bytes", "sha256", "claims"}
    assert report["counts"]["rating"] == {"Green": 19, "Amber": 11, "Red": 5}


def test_a_directorates_extract_names_its_directorate(quarter):
    _out, report = quarter
    found = {file["paper"]: file["directorate"] for file in report["files"]}
    assert found["directorate-waste-management"] == "waste-management"
    assert found["quarterly-performance-report"] is None


def test_a_paper_can_be_named_by_its_directorate(tmp_path):
    report = built(tmp_path, "--only", "waste-management", "--as", "pdf")
    assert [file["paper"] for file in report["files"]] == ["directorate-waste-management"]


def test_an_unknown_paper_is_refused_with_the_choices(tmp_path):
    result = run("build", KENT, "--out", tmp_path, "--only", "wast-management")
    assert result.exit_code == 1
    assert "Did you mean waste-management?" in result.output
    assert not list(tmp_path.iterdir())


def test_an_unknown_format_is_wrong_usage(tmp_path):
    assert run("build", KENT, "--out", tmp_path, "--as", "odt").exit_code == 2


def test_an_edited_word_file_is_kept_and_its_pdf_with_it(tmp_path):
    built(tmp_path, *ONE)
    docx, pdf = tmp_path / "directorate-waste-management.docx", tmp_path / "directorate-waste-management.pdf"
    docx.write_bytes(docx.read_bytes() + b"edited")
    before = docx.read_bytes(), pdf.read_bytes()
    report = built(tmp_path, *ONE)
    assert [kept["path"] for kept in report["kept"]] == [docx.as_posix()]
    assert "--force" in report["kept"][0]["reason"]
    assert (docx.read_bytes(), pdf.read_bytes()) == before


def test_force_overwrites_an_edited_word_file(tmp_path):
    built(tmp_path, *ONE)
    docx = tmp_path / "directorate-waste-management.docx"
    first = docx.read_bytes()
    docx.write_bytes(first + b"edited")
    assert built(tmp_path, *ONE, "--force")["kept"] == []
    assert docx.read_bytes() == first


def test_awaited_commentary_makes_a_draft_that_says_so_in_its_name(tmp_path):
    result = run("build", FERNSHIRE, "--out", tmp_path, "--only", "quarterly-performance-report")
    assert result.exit_code == 0, result.output
    assert (tmp_path / "quarterly-performance-report-DRAFT.docx").exists()


def test_final_refuses_a_draft_naming_everything_awaited(tmp_path):
    result = run("build", FERNSHIRE, "--out", tmp_path, "--final")
    assert result.exit_code == 1
    assert result.output.count("awaited") >= 2
    assert not list(tmp_path.iterdir())


def test_a_report_with_an_error_writes_nothing(tmp_path):
    broken = tmp_path / "broken"
    shutil.copytree(KENT, broken)
    (broken / "indicators.csv").write_text("id,title\nX1,No section\n", "utf-8")
    result = run("build", broken, "--out", tmp_path / "out")
    assert result.exit_code == 1
    assert not (tmp_path / "out").exists()


def test_a_place_that_cannot_be_written_is_a_sentence_not_a_traceback(tmp_path):
    (tmp_path / "file").write_text("x")
    result = run("build", KENT, "--out", tmp_path / "file" / "out", *ONE)
    assert result.exit_code == 1
    assert "can't be written" in result.output


def test_a_section_can_be_named_by_its_slug(tmp_path):
    result = run("build", FERNSHIRE, "--out", tmp_path, "--only", "adult-care", "--as", "text")
    assert result.exit_code == 0, result.output
    assert [path.name.removesuffix(".txt").removesuffix("-DRAFT") for path in tmp_path.glob("*.txt")] == ["section-adult-care"]


def test_the_same_input_gives_the_same_bytes_in_another_process_hash_seed_time_zone_and_locale(tmp_path):
    sums = []
    for n, (seed, zone, locale) in enumerate((("1", "Pacific/Auckland", "C"), ("2", "America/New_York", "de_DE.UTF-8"))):
        out = tmp_path / str(n)
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale, "SOURCE_DATE_EPOCH": str(n * 10**9)}
        only = ["--only", "cabinet-cover-report", "--only", "quarterly-performance-report", "--as", "docx,pdf,html,text", "--attach-data"]
        command = [sys.executable, "-m", "papers", "build", str(KENT), "--out", str(out), *only]
        subprocess.run(command, env=environment, check=True, capture_output=True)
        sums.append({path.name: files.sha256(path.read_bytes()) for path in out.iterdir()})
    assert sums[0] == sums[1]
    assert {Path(name).suffix for name in sums[0]} >= {".docx", ".html", ".pdf", ".txt"}


def test_one_process_makes_what_several_make(tmp_path, quarter, monkeypatch):
    monkeypatch.setattr("papers.commands.making.MOST_PROCESSES", 1)
    _out, shared = quarter
    assert {file["paper"]: file["sha256"] for file in built(tmp_path)["files"]} == {
        file["paper"]: file["sha256"] for file in shared["files"]
    }


def test_an_error_in_another_process_keeps_its_problems():
    stopped = PapersError([problem("no-such-file", name="x")])
    assert pickle.loads(pickle.dumps(stopped)).problems == stopped.problems
