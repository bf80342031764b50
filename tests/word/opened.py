"""Word files opened with lxml and zipfile, apart from everything of ours."""

import json
import subprocess
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from lxml import etree

NS = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "s": "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "pr": "http://schemas.openxmlformats.org/package/2006/relationships",
    "ct": "http://schemas.openxmlformats.org/package/2006/content-types",
    "p": "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties",
    "vt": "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes",
    "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
}
W = "{" + NS["w"] + "}"
VAL = W + "val"


def parts(data: bytes) -> dict[str, bytes]:
    """The parts by name, in the order of the package."""
    with zipfile.ZipFile(BytesIO(data)) as package:
        assert package.testzip() is None
        return {name: package.read(name) for name in package.namelist()}


def tree(data: bytes, part: str = "word/document.xml"):
    """A part as a tree."""
    return etree.fromstring(parts(data)[part])


def find(element, path: str) -> list:
    """All elements or attributes at the XPath."""
    return element.xpath(path, namespaces=NS)


def control(data: bytes, tag: str):
    """The one content control with that tag."""
    (found,) = find(tree(data), f"//w:sdt[w:sdtPr/w:tag/@w:val='{tag}']")
    return found


def words(element) -> str:
    """The text of the element, breaks as spaces."""
    return "".join(" " if each.tag == W + "br" else each.text or "" for each in element.iter(W + "t", W + "br")).replace("\u00a0", " ")


def cells(table) -> Iterator[list[str]]:
    """The words of each row's cells."""
    for row in table.iterchildren(W + "tr"):
        yield [" ".join(words(p) for p in cell.iterchildren(W + "p")).strip() for cell in row.iterchildren(W + "tc")]


def properties(data: bytes) -> dict[str, str]:
    """The custom properties."""
    root = tree(data, "docProps/custom.xml")
    return {each.get("name"): each[0].text or "" for each in find(root, "p:property")}


def ooxml_faults(path: Path) -> list[str]:
    """What Microsoft's Open XML SDK holds against the file, as Word of Microsoft 365 reads it: a line a fault."""
    done = subprocess.run(["ooxml-validator", str(path)], capture_output=True, text=True, check=False, timeout=120)
    told = json.loads(done.stdout)
    return [] if told["ok"] else [json.dumps(each) for each in told["errors"]]
