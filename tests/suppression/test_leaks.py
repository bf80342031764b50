"""No byte of any paper, workbook, record or answer tells a number that is suppressed."""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
import zipfile
import zlib

import pytest

from papers.commands.build import build
from papers.commands.check import check
from papers.commands.compose import SUFFIX
from papers.commands.publish import publish
from papers.commands.rate import explain, rate
from papers.commands.report import open_report
from papers.document import Run, plain, walk
from papers.drafting import draft, papers_of
from papers.intake import canonical
from papers.records.places import record_path
from tests.suppression.people import write

SECRETS = ("1132", "1,132", "1567", "1,567", "99.8", "2291", "2,291", "5381", "5,381", "5393", "5,393", "5399", "5,399")
"""Suppressed numbers that stand nowhere else; the small ones themselves, 3 and 4, have too few digits to look for."""

COMMENTARY = "# CA01\n\nWhat was done this quarter.\n\n# CA05\n\nWhat was done this quarter.\n\n{{table ages}}\n\n{{chart CA05}}\n"


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    return write(tmp_path_factory.mktemp("people"), {"narrative/section-care.md": COMMENTARY})


@pytest.fixture(scope="module")
def files(report, tmp_path_factory):
    out = tmp_path_factory.mktemp("out")
    built = build(report, out, formats=tuple(SUFFIX), attach_data=True)
    assert len(built.files) >= 3 * len(SUFFIX)
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in sorted(out.rglob("*")) if path.is_file()}


def unpacked(name, data):
    """The parts of a package and of the packages in it; any other file as it is."""
    if not zipfile.is_zipfile(io.BytesIO(data)):
        return [(name, data)]
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return [part for each in package.namelist() for part in unpacked(f"{name}/{each}", package.read(each))]


def test_no_part_of_any_file_holds_a_suppressed_number(files):
    parts = [part for name, data in files.items() for part in unpacked(name, data)]
    assert any(name.endswith(".xlsx/xl/worksheets/sheet1.xml") for name, _ in parts)
    found = [(name, secret) for name, data in parts for secret in SECRETS if secret.encode() in data and not name.endswith(".pdf")]
    assert found == []


@pytest.mark.libreoffice
def test_no_page_holds_a_suppressed_number(files, tmp_path):
    for name, data in files.items():
        if name.endswith(".pdf"):
            (tmp_path / "paper.pdf").write_bytes(data)
            text = subprocess.run(["pdftotext", "-layout", tmp_path / "paper.pdf", "-"], capture_output=True, text=True, check=True).stdout
            assert [secret for secret in SECRETS if secret in text] == []
            assert "[c]" in text or "cover" in name


def test_no_string_of_a_pdf_holds_a_suppressed_number(files):
    """Titles, bookmarks and text alternatives; what its pages show is glyphs, which the test of pages reads."""
    for name, data in files.items():
        if name.endswith(".pdf"):
            told = [data, *(_inflated(each) for each in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", data, re.DOTALL))]
            strings = [each for one in told for each in re.findall(rb"\((?:[^()\\]|\\.)*\)|<[0-9A-Fa-f]{4,}>", one)]
            words = [_decoded(each) for each in strings]
            assert any("suppressed" in each for each in words) or "cover" in name
            assert [(name, each) for each in words for secret in SECRETS if secret in each] == []


def _inflated(stream):
    try:
        return zlib.decompress(stream)
    except zlib.error:
        return stream


def _decoded(string):
    """A PDF string's text, be it in bytes or in hexadecimal digits of UTF-16."""
    inner = string[1:-1]
    raw = bytes.fromhex(inner.decode()) if string.startswith(b"<") and len(inner) % 2 == 0 else inner
    return raw.decode("utf-16-be", "ignore") if raw[:1] in (b"\xfe", b"\x00") else raw.decode("latin-1")


def test_the_papers_say_c_wherever_a_figure_is_suppressed_and_why_under_the_table(report):
    opened = open_report(report)
    document = draft(opened.dataset, opened.assessed, "quarterly-performance-report")
    text = " ".join(plain(each.inlines) for each in walk(document) if hasattr(each, "inlines"))
    why = "[c] stands for a number that is suppressed: it counts fewer than five people, could identify a person otherwise, or would let such a number be worked out."
    assert text.count(why) >= 3
    rows = [[plain(cell.inlines) for cell in row.cells] for each in walk(document) if each.id == "table/ages" for row in each.rows]
    assert [cell.strip() for cell in rows[1]] == ["Under 1", "[c]", "[c]", "5,384"]


def test_no_run_with_the_key_of_a_suppressed_figure_shows_a_number(report):
    opened = open_report(report)
    hidden = {
        f"{each.indicator}/{each.period.end}/{name}"
        for each in opened.dataset.observations
        for name, value in each.values.items()
        if value.is_suppressed
    }
    assert {"CA01/2013-12-31/actual", "CA04/2013-12-31/seen"} <= hidden
    for info in papers_of(opened.dataset):
        if info.name == "cabinet-cover-report":
            continue
        document = draft(opened.dataset, opened.assessed, info.name)
        shown = [(run.figure, run.text) for run in _runs(document) if run.figure in hidden]
        assert [each for each in shown if any(map(str.isdigit, each[1]))] == []


def _runs(document):
    for each in walk(document):
        groups = [getattr(each, "inlines", ())]
        groups += [cell.inlines for row in getattr(each, "rows", ()) for cell in row.cells]
        groups += [item.inlines for item in getattr(each, "items", ())]
        yield from (part for group in groups for part in group if isinstance(part, Run))


def test_charts_leave_a_gap_and_say_c_with_the_period(report):
    opened = open_report(report)
    document = draft(opened.dataset, opened.assessed, "quarterly-performance-report")
    charts = {each.id: each for each in walk(document) if each.id.endswith("/chart")}
    for name in ("CA01", "CA05"):
        chart = charts[f"indicator/{name}/chart"]
        assert (chart.series[0].values[-1], chart.series[0].labels[-1]) == (None, None)
        assert chart.categories[-1] == "Dec 13 [c]"
        assert "suppressed" in chart.alt


def test_no_answer_of_a_command_holds_a_suppressed_number(report):
    answers = [
        rate(report, history=True).as_json(),
        check(report).as_json(),
        *(explain(report, name, history=True).as_json() for name in ("CA04", "CA05")),
    ]
    text = json.dumps(answers) + canonical(open_report(report).dataset)
    assert [secret for secret in SECRETS if secret in text] == []


def test_the_printed_answers_hold_none_either(report):
    for arguments in (["rate", str(report), "--history"], ["rate", str(report), "--explain", "CA05"], ["check", str(report)]):
        done = subprocess.run([sys.executable, "-m", "papers", *arguments], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        assert [secret for secret in SECRETS if secret in done.stdout + done.stderr] == []


def test_the_record_of_what_was_published_holds_none(tmp_path):
    folder = write(tmp_path / "q3")
    publish(folder, tmp_path / "out")
    record = record_path(folder).read_text("utf-8")
    assert [secret for secret in SECRETS if secret in record] == []
    assert '"[c]"' in record


def test_the_attached_figures_are_those_that_are_printed(files):
    data = next(data for name, data in files.items() if name == "quarterly-performance-report.pdf")
    attached = [
        each for each in map(_inflated, re.findall(rb"stream\r?\n(.*?)\r?\nendstream", data, re.DOTALL)) if b"CA00" in each and b"," in each
    ]
    assert attached
    assert [secret for secret in SECRETS for each in attached if secret.encode() in each] == []
