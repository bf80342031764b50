"""Every number of the built papers traces to the data; one that somebody typed over does not."""

import csv
import io
import json
import re
import shutil
import subprocess

import docx
import pytest
from click.testing import CliRunner

from papers.cli import main
from papers.commands.build import build
from papers.commands.report import open_report
from papers.commands.trace import trace
from papers.document import plain, walk
from papers.readers.word import read_word
from papers.tracing import Tracer
from tests.conftest import FERNSHIRE, KENT

REPORTS = {"kent": KENT, "fernshire-q1": FERNSHIRE.parent / "q1", "fernshire-q2": FERNSHIRE}
REPORT = "quarterly-performance-report"


@pytest.fixture(scope="module", params=REPORTS.values(), ids=REPORTS)
def traced(request):
    return request.param, trace(request.param)


def test_every_number_of_every_paper_comes_from_something_known(traced):
    _, found = traced
    assert [(paper.name, each) for paper in found.papers for each in paper.untraced] == []
    assert found.exit_code == 0


def test_the_cells_that_numbers_are_traced_to_hold_them(traced):
    folder, found = traced
    files = {}
    for each in {one for paper in found.papers for one in paper.numbers if one.comes == "cell"}:
        place = each.place
        assert place.file, each
        assert place.row, each
        if place.file not in files:
            files[place.file] = list(csv.reader(io.StringIO((folder / place.file).read_text("utf-8"))))
        header, row = files[place.file][0], files[place.file][place.row - 1]
        cell = row[header.index(place.column)] if place.column in header else " ".join(row)
        shown = each.shown.rpartition(": ")[2] if "/chart" in each.block else each.shown
        told = re.findall(r"\d[\d,]*(?:\.\d+)?", re.sub(r" per [\d,]+$", "", shown))
        assert all(number.replace(",", "") in cell.replace(",", "") for number in told), (each, cell)


def test_a_paper_is_mostly_cells_and_computations(traced):
    _, found = traced
    (whole,) = [each for each in found.papers if each.name == REPORT]
    assert whole.counts["cell"] + whole.counts["computed"] > whole.counts["text"]
    told = [each for each in whole.numbers if each.comes == "authored"]
    assert any("true" in each.says for each in told)
    assert not any("false" in each.says for each in told)
    assert all(re.fullmatch(r"[a-z].*", each.block) and not re.fullmatch(r"text/\d+", each.block) for each in told)


@pytest.fixture(scope="module")
def kent(tmp_path_factory):
    out = tmp_path_factory.mktemp("out")
    build(KENT, out, only=(REPORT,), formats=("docx", "pdf"))
    report = open_report(KENT)
    return out, Tracer(report.dataset, report.assessed, report.problems)


def test_every_number_of_the_built_word_file_comes_from_something_known(kent):
    out, tracer = kent
    document = read_word((out / f"{REPORT}.docx").read_bytes()).document
    assert [each for each in tracer.trace(document) if each.comes == "untraced"] == []


@pytest.mark.libreoffice
def test_every_number_of_the_built_pdf_stands_in_the_traced_document(kent):
    out, _ = kent
    document = read_word((out / f"{REPORT}.docx").read_bytes()).document
    printed = subprocess.run(["pdftotext", "-layout", out / f"{REPORT}.pdf", "-"], check=True, capture_output=True, text=True).stdout
    known = set()
    for block in walk(document):
        for text in texts(block):
            known |= set(numbers(text))
    pages = {str(n) for n in range(1, printed.count("\f") + 1)}
    assert set(numbers(printed)) - known - pages == set()


def numbers(text):
    return re.findall(r"\d+(?:[.,]\d+)*", text)


def texts(block):
    if hasattr(block, "inlines"):
        yield plain(block.inlines)
    for item in getattr(block, "items", ()):
        yield plain(item.inlines)
    for row in getattr(block, "rows", ()):
        yield from (plain(cell.inlines) for cell in row.cells)
    if hasattr(block, "ticks"):
        yield from (tick.label for tick in block.ticks)
        yield from block.categories
        yield from (label or "" for series in block.series for label in (*series.labels, series.name, series.end_label))
    yield from (getattr(block, name, None) or "" for name in ("title", "short", "prompt", "alt"))


def typed_over(path, old, new):
    """Type over the first text of the file that is `old`, as somebody does in Word."""
    document = docx.Document(path)
    nodes = document.element.body.iter("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t")
    node = next(each for each in nodes if each.text and old in each.text)
    node.text = node.text.replace(old, new, 1)
    document.save(path)


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [("84%", "48%", "CS01/2013-12-31/actual"), ("answered within 20 seconds", "answered within 30 seconds", "")],
)
def test_a_number_typed_over_does_not_trace(kent, tmp_path, old, new, key):
    out, _ = kent
    path = tmp_path / "edited.docx"
    shutil.copy(out / f"{REPORT}.docx", path)
    typed_over(path, old, new)
    (paper,) = trace(path, KENT).papers
    assert {each.key for each in paper.untraced} == {key}


def test_the_command_says_it_for_people_and_for_machines(kent, tmp_path):
    out, _ = kent
    path = tmp_path / "edited.docx"
    shutil.copy(out / f"{REPORT}.docx", path)
    assert CliRunner().invoke(main, ["trace", str(path), "--from", str(KENT)]).exit_code == 0
    typed_over(path, "84%", "48%")
    told = CliRunner().invoke(main, ["trace", str(path), "--from", str(KENT)])
    assert told.exit_code == 1
    assert "CS01/2013-12-31/actual" in told.output
    found = json.loads(CliRunner().invoke(main, ["trace", str(path), "--from", str(KENT), "--json"]).stdout)
    assert found["schema"] == "papers.trace/1"
    assert {each["from"] for each in found["papers"][0]["numbers"]} == {"cell", "computed", "text", "paper", "authored", "untraced"}
    assert "observations.csv" in CliRunner().invoke(main, ["trace", str(path), "--from", str(KENT), "--all"]).output


def test_a_number_within_words_is_shown_with_the_file_that_it_comes_from(traced):
    folder, found = traced
    told = [each for paper in found.papers for each in paper.numbers if each.comes == "text"]
    assert all(each.place.file or each.says for each in told)
    assert all(each.number in each.shown for each in told)
    period = open_report(folder).dataset.info.period
    titles = [each for each in told if each.shown.endswith(period)]
    assert titles
    assert {each.place.file for each in titles} == {"report.toml"}


def test_a_word_file_is_traced_to_a_report_that_is_named(kent):
    out, _ = kent
    assert CliRunner().invoke(main, ["trace", str(out / f"{REPORT}.docx")]).exit_code == 2
