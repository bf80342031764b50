"""A few files kept as they should be, to see what a change does to the papers: `python -m tests.papers.golden_files` renews them.

Look at `git diff tests/papers/golden` before committing renewed files: every line there is what a reader will notice.
"""

from __future__ import annotations

import tempfile
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from lxml import etree

from tests.papers.conftest import Built, build

FOLDER = Path(__file__).parent / "golden"
TEXTS = ("cabinet-cover-report", "directorate-public-health")
"""Papers of Kent whose text is kept."""
WORD = "directorate-troubled-families-programme"
"""The paper of Kent whose Word file is kept, part by part."""
UNKEPT = ("word/styles.xml", "word/theme/theme1.xml", "word/fontTable.xml", "word/numbering.xml")
"""Parts that are the house template's own."""
SUMMARY = ("Executive summary", "Customer Services")
"""The headings between which the report's executive summary stands."""


def kept(built: list[Built]) -> Iterator[tuple[str, str]]:
    """Each golden file's name and what it holds, made from Kent's papers."""
    papers = {each.paper.info.name: each for each in built if each.report == "kent"}
    yield from ((f"{name}.txt", papers[name].text) for name in TEXTS)
    yield "executive-summary.txt", summary(papers["quarterly-performance-report"].text)
    with zipfile.ZipFile(BytesIO(papers[WORD].word)) as package:
        for name in package.namelist():
            if name not in UNKEPT:
                yield f"word/{name.replace('/', '+')}", laid_out(package.read(name))


def summary(text: str) -> str:
    """The part of the report's text between the two headings, which also stand in its contents."""
    first, last = (f"\n\n{heading}\n\n" for heading in SUMMARY)
    return text[text.index(first) : text.index(last)].strip() + "\n"


def laid_out(part: bytes) -> str:
    """A part with each element on its own line, so that a difference is a line."""
    return etree.tostring(etree.fromstring(part, etree.XMLParser(remove_blank_text=True)), pretty_print=True, encoding="unicode")


def renew() -> None:
    """Write all golden files anew and take away those that are no longer made."""
    with tempfile.TemporaryDirectory() as out:
        files = dict(kept(build("kent", Path(out))))
    for path in FOLDER.rglob("*.*"):
        path.unlink()
    for name, text in files.items():
        path = FOLDER / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    renew()
