"""The papers of the shipped reports, built once for all tests of a process: bytes, Documents and files."""

from __future__ import annotations

import os
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

from papers.commands.compose import SUFFIX, Paper, chosen, composer_for
from papers.commands.making import file_stem
from papers.commands.report import open_report
from tests.conftest import FERNSHIRE, KENT
from tests.papers.reading import PdfText

FOLDERS = {"kent": KENT, "fernshire-q1": FERNSHIRE.parent / "q1", "fernshire-q2": FERNSHIRE}
REPORT = "quarterly-performance-report"
PATIENCE = 600
"""Seconds."""


@dataclass(frozen=True)
class Built:
    """One paper in every format: its bytes, its files on disk, and the Document that it was written from."""

    report: str
    paper: Paper
    word: bytes
    pdf: bytes
    html: bytes
    text: str
    stem: Path

    @property
    def name(self) -> str:
        """Report and paper, for messages."""
        return f"{self.report}/{self.paper.info.name}"

    @property
    def draft(self) -> str | None:
        """The line that marks a draft."""
        return self.paper.document.draft

    def file(self, fmt: str) -> Path:
        """The file in that format."""
        return self.stem.with_name(self.stem.name + SUFFIX[fmt])


def build(report: str, out: Path) -> list[Built]:
    """Every paper that `papers build` makes of the report, also written to `out`."""
    folder = FOLDERS[report]
    opened = open_report(folder)
    composer = composer_for(opened, folder / "templates")
    return [_built(report, paper, out) for paper in map(composer.paper, chosen(opened.dataset, ()))]


def _built(report: str, paper: Paper, out: Path) -> Built:
    stem = out / f"{report}-{file_stem(paper)}"
    data = {fmt: paper.as_bytes(fmt) for fmt in SUFFIX}
    for fmt, content in data.items():
        stem.with_name(stem.name + SUFFIX[fmt]).write_bytes(content)
    return Built(report, paper, data["docx"], data["pdf"], data["html"], data["text"].decode(), stem)


@pytest.fixture(scope="session")
def built(tmp_path_factory) -> list[Built]:
    """Every paper of every shipped report."""
    out = tmp_path_factory.mktemp("papers")
    return [each for report in FOLDERS for each in build(report, out)]


@pytest.fixture(scope="session")
def reports(built) -> list[Built]:
    """The full reports, which have contents."""
    return [each for each in built if each.paper.info.name == REPORT]


@pytest.fixture(scope="session")
def in_libreoffice(built, tmp_path_factory) -> dict[str, Path]:
    """Every Word file as a PDF by LibreOffice, by the paper's name; made once, whichever test process asks first."""
    base = tmp_path_factory.getbasetemp()
    out = (base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base) / "in-libreoffice"
    try:
        out.mkdir()
    except FileExistsError:
        wait_for(out / "done")
    else:
        convert(built, out)
        (out / "done").touch()
    return {each.name: out / f"{each.stem.name}.pdf" for each in built}


def convert(built: list[Built], out: Path) -> None:
    """Convert all in one process."""
    command = ["soffice", f"-env:UserInstallation={(out / 'profile').as_uri()}", "--headless", "--convert-to", "pdf", "--outdir", str(out)]
    subprocess.run([*command, *(str(each.file("docx")) for each in built)], check=True, capture_output=True, timeout=PATIENCE)


def wait_for(marker: Path) -> None:
    """Wait until another process is done. TimeoutError where it never is."""
    until = time.monotonic() + PATIENCE
    while not marker.exists():
        if time.monotonic() > until:
            raise TimeoutError(marker.name)
        time.sleep(0.5)


@pytest.fixture(scope="session")
def pdf_texts(built) -> dict[str, PdfText]:
    """Every PDF's text by its structure, by the paper's name."""
    return {each.name: PdfText(each.pdf) for each in built}
