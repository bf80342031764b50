"""What a file says of itself: its pages, its title, and the data that it was built from."""

from __future__ import annotations

import re
import zipfile
import zlib
from html import unescape
from io import BytesIO

from papers.seals.manifest import Origin, SealedFile

MOST = 20_000_000
"""Bytes of a part of a Word file that is looked into; properties are far smaller."""
HTML_HEAD = 20_000
"""Bytes of a page in which its title and its metadata stand."""
PDF_SOURCE = re.compile(r"<dc:source>\s*sha256:([0-9a-f]{64})")
PDF_PAPER = re.compile(r"<dc:identifier>\s*([a-z0-9-]+) \d{4}-\d\d-\d\d")
PDF_TITLE = re.compile(r"<dc:title>.*?<rdf:li[^>]*>(.*?)</rdf:li>", re.DOTALL)
WORD_TITLE = re.compile(r"<dc:title>(.*?)</dc:title>", re.DOTALL)
WORD_PROPERTY = '<property [^>]*name="{name}"[^>]*>\\s*<vt:lpwstr>(.*?)</vt:lpwstr>'
HTML_TITLE = re.compile(r"(?is)<title>(.*?)</title>")
HTML_SOURCE = re.compile(r'<meta name="dcterms\.identifier" content="sha256:([0-9a-f]{64})"')


def describe(path: str, data: bytes, checksum: str, known: Origin | None = None) -> SealedFile:
    """The file with all that can be told of it. What is `known` of its origin from the build goes before what it says itself.

    A file that is damaged, or closed by a password, is sealed as it is: without pages and title.
    """
    end = path.rsplit(".", 1)[-1].lower()
    pages, title, said = {"pdf": _pdf, "docx": _word, "html": _html, "htm": _html}.get(end, _nothing)(data)
    return SealedFile(path, checksum, len(data), pages, " ".join(title.split()), known or (said if said != Origin() else None))


def _nothing(_data: bytes) -> tuple[int | None, str, Origin]:
    return None, "", Origin()


def _pdf(data: bytes) -> tuple[int | None, str, Origin]:
    import pikepdf

    try:
        with pikepdf.open(BytesIO(data)) as pdf:
            stream = pdf.Root.get("/Metadata")
            packet = "" if stream is None else bytes(stream.read_bytes()).decode("utf-8", "replace")
            title = _first(PDF_TITLE, packet) or str(pdf.docinfo.get("/Title", ""))
            return len(pdf.pages), title, Origin(_first(PDF_PAPER, packet), _first(PDF_SOURCE, packet))
    except (pikepdf.PdfError, pikepdf.PasswordError, ValueError, TypeError, AttributeError):
        return _nothing(data)


def _word(data: bytes) -> tuple[int | None, str, Origin]:
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            core, custom = (_part(package, f"docProps/{name}.xml") for name in ("core", "custom"))
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, NotImplementedError, RuntimeError):
        return _nothing(data)
    paper, checksum = (_first(re.compile(WORD_PROPERTY.format(name=name), re.DOTALL), custom) for name in ("Paper", "Checksum"))
    return None, _first(WORD_TITLE, core), Origin(paper, checksum)


def _part(package: zipfile.ZipFile, name: str) -> str:
    if name not in package.namelist() or package.getinfo(name).file_size > MOST:
        return ""
    return package.read(name).decode("utf-8", "replace")


def _html(data: bytes) -> tuple[int | None, str, Origin]:
    head = data[:HTML_HEAD].decode("utf-8", "replace")
    return None, _first(HTML_TITLE, head), Origin(data=_first(HTML_SOURCE, head))


def _first(pattern: re.Pattern[str], words: str) -> str:
    found = pattern.search(words)
    return unescape(found.group(1)) if found else ""
