"""The PDF of an edited Word file: what it says, and what refuses it."""

from __future__ import annotations

import pytest
from click.testing import CliRunner
from pypdf import PdfReader

from papers.cli import main
from papers.commands.build import build
from papers.commands.collect import collect
from papers.commands.publish_word import publish_word
from papers.errors import PapersError
from tests.intake.small_report import write
from tests.rounds.edited import Edited

REPORT = "quarterly-performance-report"
FILLED = {"narrative/section-waste.md": "# Waste\n\nHeavier bins.\n\n{{table loads}}\n\n# WA01\n\nMore waste came in.\n"}


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    return write(tmp_path_factory.mktemp("report"), FILLED)


@pytest.fixture(scope="module")
def built(report, tmp_path_factory):
    out = tmp_path_factory.mktemp("out")
    build(report, out, only=[REPORT], formats=["docx"])
    return next(out.glob("*.docx")).read_bytes()


@pytest.fixture
def edited(built):
    return Edited(built)


@pytest.fixture
def publish(tmp_path):
    def run(edited, **options):
        path = tmp_path / "edited.docx"
        path.write_bytes(edited.bytes())
        return publish_word(path, tmp_path / "out.pdf", **options)

    return run


def codes(call):
    with pytest.raises(PapersError) as refused:
        call()
    return [each.code for each in refused.value.problems]


def test_the_pdf_says_what_the_word_file_says(edited, publish, report):
    found = publish(edited.replace("More waste came in.", "Far more waste came in."), source=report)
    words = " ".join(page.extract_text() for page in PdfReader(found.path).pages)
    assert "Far more waste came in." in " ".join(words.split())


def test_an_open_prompt_refuses(tmp_path, publish):
    folder = write(tmp_path / "report")
    build(folder, tmp_path / "built", only=[REPORT], formats=["docx"])
    edited = Edited(next((tmp_path / "built").glob("*.docx")).read_bytes())
    assert codes(lambda: publish(edited)) == ["publish-prompt"]
    assert not (tmp_path / "out.pdf").exists()


def test_a_comment_refuses_unless_it_is_dropped(edited, publish):
    edited.comment("More waste came in.", "Sure?")
    assert codes(lambda: publish(edited)) == ["publish-comment"]
    assert publish(edited, comments="drop").pages


def test_undecided_changes_refuse_unless_told_how(edited, publish):
    edited.track("More waste", "Less waste")
    assert set(codes(lambda: publish(edited))) == {"publish-tracked"}
    found = publish(edited, tracked="rejected")
    assert "More waste" in " ".join(" ".join(page.extract_text() for page in PdfReader(found.path).pages).split())


def test_an_altered_figure_refuses_with_its_report(edited, publish, report):
    edited.replace_figure("indicator/RO01/status", "120", "119")
    assert codes(lambda: publish(edited, source=report)) == ["publish-figure"]
    assert publish(edited).pages


def test_a_stale_figure_refuses_with_its_report(edited, publish, tmp_path):
    folder = write(tmp_path / "newer", FILLED)
    path = folder / "observations.csv"
    path.write_text(path.read_text().replace(",120,", ",118,"))
    assert "publish-figure" in codes(lambda: publish(edited, source=folder))


def test_what_is_unresolved_in_the_report_refuses(edited, publish, tmp_path):
    folder = write(tmp_path / "asked", FILLED)
    back = tmp_path / "back.docx"
    back.write_bytes(Edited(edited.bytes()).add_after("indicator/RO01/figures", "Who says so?").bytes())
    collect([back], folder)
    assert codes(lambda: publish(edited, source=folder)) == ["unresolved"]


def test_the_command_takes_a_word_file_by_its_name(edited, tmp_path, report):
    path = tmp_path / "edited.docx"
    path.write_bytes(edited.bytes())
    result = CliRunner().invoke(main, ["publish", str(path), "--out", str(tmp_path / "x.pdf"), "--from", str(report)])
    assert result.exit_code == 0, result.output
    assert (tmp_path / "x.pdf").read_bytes().startswith(b"%PDF")
