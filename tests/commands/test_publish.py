"""Publishing builds the final PDFs and keeps a record that is not rewritten in silence."""

import json

import pytest
from click.testing import CliRunner

from papers.cli import main
from papers.commands.publish import publish
from papers.errors import PapersError
from papers.records import read_record
from tests.conftest import FERNSHIRE
from tests.intake.books import as_workbook
from tests.intake.small_report import SMALL, TOML, write

FULL = {"narrative/section-waste.md": "# Waste\n\nHeavier bins.\n\n{{table loads}}\n"}


@pytest.fixture
def report(tmp_path):
    """The small report, with nothing awaited."""
    return write(tmp_path / "report", FULL)


def codes(stopped):
    return [each.code for each in stopped.value.problems]


def test_publishing_writes_the_pdfs_and_the_record(report, tmp_path):
    found = publish(report, tmp_path / "out")
    assert {path.suffix for path in (tmp_path / "out").iterdir() if not path.name.startswith(".")} == {".pdf"}
    assert found.path == report / "published.json"
    assert read_record(found.path.read_text("utf-8")) == found.record
    assert (found.record.indicator("RO01").rating, found.again) == ("Red", False)


def test_publishing_the_same_again_is_harmless(report, tmp_path):
    publish(report, tmp_path / "out")
    first = (report / "published.json").read_bytes()
    assert publish(report, tmp_path / "out").again
    assert (report / "published.json").read_bytes() == first


def test_other_figures_are_refused_until_the_version_rises(report, tmp_path):
    publish(report, tmp_path / "out")
    first = (report / "published.json").read_bytes()
    (report / "observations.csv").write_text(SMALL["observations.csv"].replace("82.0", "81.0"), "utf-8")
    with pytest.raises(PapersError) as stopped:
        publish(report, tmp_path / "out")
    assert codes(stopped) == ["already-published"]
    assert (report / "published.json").read_bytes() == first
    (report / "report.toml").write_text(TOML.replace("period =", 'version = "2"\nperiod =', 1), "utf-8")
    assert publish(report, tmp_path / "out").record.version == "2"
    assert (report / "published-1.json").read_bytes() == first


def test_prose_may_be_corrected_without_a_new_version(report, tmp_path):
    publish(report, tmp_path / "out")
    (report / "narrative" / "foreword.md").write_text("# Foreword\n\nA better quarter.\n", "utf-8")
    assert publish(report, tmp_path / "out").again


def test_what_awaits_commentary_is_not_published(tmp_path):
    report = write(tmp_path / "report")
    with pytest.raises(PapersError) as stopped:
        publish(report, tmp_path / "out")
    assert codes(stopped) == ["still-awaited"]
    assert not (report / "published.json").exists()
    assert not (tmp_path / "out").exists()


def test_edits_in_a_word_file_that_were_not_brought_in_stop_it(report, tmp_path):
    out = tmp_path / "out"
    out.mkdir()
    (out / "cabinet-cover-report.docx").write_bytes(b"edited")
    with pytest.raises(PapersError) as stopped:
        publish(report, out)
    assert codes(stopped) == ["edited-before-publishing"]


def test_the_record_of_a_workbook_lies_beside_it(report, tmp_path):
    book = as_workbook(report, tmp_path / "books")
    assert publish(book, tmp_path / "out").path == book.with_name("report.published.json")


def test_a_damaged_record_is_not_written_over(report, tmp_path):
    (report / "published.json").write_text("{}", "utf-8")
    with pytest.raises(PapersError) as stopped:
        publish(report, tmp_path / "out")
    assert codes(stopped) == ["record-damaged"]


def test_the_command_says_what_it_keeps(report, tmp_path):
    result = CliRunner().invoke(main, ["publish", str(report), "--out", str(tmp_path / "out"), "--json"])
    found = json.loads(result.stdout)
    assert (result.exit_code, found["schema"], found["again"]) == (0, "papers.publish/1", False)
    result = CliRunner().invoke(main, ["publish", str(report), "--out", str(tmp_path / "out")])
    assert "as it was before" in result.stdout


def test_a_copy_of_an_example_brings_the_record_of_its_last_report(tmp_path):
    result = CliRunner().invoke(main, ["new", str(tmp_path / "trial"), "--example", "fernshire-2025-26/q2"])
    assert result.exit_code == 0
    copied = read_record((tmp_path / "trial" / "last-report.json").read_text("utf-8"))
    assert copied == read_record((FERNSHIRE.parent / "q1" / "published.json").read_text("utf-8"))
    assert json.loads(CliRunner().invoke(main, ["check", str(tmp_path / "trial"), "--json"]).stdout)["counts"]["error"] == 0
