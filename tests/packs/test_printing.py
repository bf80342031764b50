"""Word files that LibreOffice prints: it fetches nothing for them, and what nobody has decided stops it."""

from __future__ import annotations

import threading
import zipfile
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO

import pytest

from papers.commands import printing
from papers.commands.pack import pack
from papers.commands.printing import PrintingError, converted, converter
from papers.errors import PapersError
from tests.packs.test_agenda import MEETING

RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
SPACES = " ".join(
    [
        'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
        f'xmlns:r="{RELATIONS}"',
        'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
        'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
    ]
)
ODF = " ".join(f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for short, name in
               [("office", "office"), ("text", "text"), ("draw", "drawing"), ("svg", "svg-compatible")])  # fmt: skip


def zipped(**files):
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        for name, text in files.items():
            package.writestr(name, text)
    return made.getvalue()


def relations(*rows):
    said = "".join(
        f'<Relationship Id="r{n}" Type="{RELATIONS}/{kind}" Target="{to}"{" TargetMode=" + chr(34) + "External" + chr(34) if "://" in to else ""}/>'
        for n, (kind, to) in enumerate(rows, 1)
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{said}</Relationships>'


def linked_docx(site):
    """A picture that is a link, a style of its own from a template elsewhere, and text from elsewhere."""
    picture = (
        '<w:drawing><wp:inline><wp:extent cx="900000" cy="900000"/><wp:docPr id="1" name="x"/><a:graphic><a:graphicData '
        'uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="1" name="x"/><pic:cNvPicPr/>'
        '</pic:nvPicPr><pic:blipFill><a:blip r:link="r2"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>'
        '<a:off x="0" y="0"/><a:ext cx="900000" cy="900000"/></a:xfrm><a:prstGeom prst="rect"/></pic:spPr></pic:pic></a:graphicData>'
        "</a:graphic></wp:inline></w:drawing>"
    )
    text = f'<w:fldSimple w:instr="INCLUDETEXT &quot;{site}/text.docx&quot;"><w:r><w:t>Words</w:t></w:r></w:fldSimple>'
    kinds = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    parts = "".join(f'<Override PartName="/word/{name}.xml" ContentType="{kinds}.{name}{end}+xml"/>' for name, end in [("document", ".main"), ("settings", "")])  # fmt: skip
    return zipped(**{
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>{parts}</Types>',
        "_rels/.rels": relations(("officeDocument", "word/document.xml")),
        "word/document.xml": f"<w:document {SPACES}><w:body><w:p><w:r><w:t>Hi</w:t></w:r><w:r>{picture}</w:r></w:p><w:p>{text}</w:p></w:body></w:document>",
        "word/settings.xml": f'<w:settings {SPACES}><w:attachedTemplate r:id="r1"/></w:settings>',
        "word/_rels/settings.xml.rels": relations(("attachedTemplate", f"{site}/template.dotx")),
        "word/_rels/document.xml.rels": relations(("settings", "settings.xml"), ("image", f"{site}/picture.png")),
    })  # fmt: skip


def odt_of(body):
    return zipped(**{
        "mimetype": "application/vnd.oasis.opendocument.text",
        "META-INF/manifest.xml": '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>',
        "content.xml": f'<office:document-content {ODF} xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.2"><office:body><office:text>{body}</office:text></office:body></office:document-content>',
    })  # fmt: skip


def linked_odt(site):
    """A picture, a section, a frame and a sheet that are links."""
    frames = "".join(
        f'<draw:frame svg:width="3cm" svg:height="3cm" text:anchor-type="as-char"><draw:{kind} xlink:href="{site}/{name}"/></draw:frame>'
        for kind, name in [("image", "picture.png"), ("floating-frame", "page.html"), ("object", "sheet.ods")]
    )
    section = f'<text:section text:name="s"><text:section-source xlink:href="{site}/section.odt"/><text:p>x</text:p></text:section>'
    return odt_of(f"<text:p>Hi {frames}</text:p>{section}")


def linked_rtf(site):
    return (
        r"{\rtf1\ansi Hi {\field{\*\fldinst INCLUDEPICTURE " + f'"{site}/p.png"' + r" \\d}{\fldrslt x}}"
        r"{\field{\*\fldinst INCLUDETEXT " + f'"{site}/t.txt"' + r"}{\fldrslt x}}{\*\template " + f"{site}/a.dot" + r"}\par}"
    ).encode()


LINKED = {".docx": linked_docx, ".odt": linked_odt, ".rtf": linked_rtf, ".doc": linked_rtf}


@pytest.fixture
def site():
    """A web site that notes what it is asked for; its address and the notes."""
    asked = []

    class Noting(BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            self.send_error(404)

        do_HEAD = do_OPTIONS = do_GET  # noqa: N815 - the server looks for these names

        def log_message(self, *_):
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Noting) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}", asked
        server.shutdown()
        thread.join()


pytestmark = pytest.mark.libreoffice


@pytest.mark.parametrize("suffix", LINKED)
def test_nothing_is_fetched_for_a_file_that_is_printed(site, suffix):
    address, asked = site
    assert converted(converter(), LINKED[suffix](address), suffix).startswith(b"%PDF-")
    assert asked == []


def test_without_our_settings_it_would_be_fetched(site, monkeypatch):
    monkeypatch.setattr(printing, "SETTINGS", ())
    address, asked = site
    converted(converter(), linked_odt(address), ".odt")
    assert {"/picture.png", "/sheet.ods"} <= set(asked)


def test_a_web_page_by_another_name_is_not_even_opened(site):
    address, asked = site
    with pytest.raises(PrintingError, match="not what its name says"):
        converted(converter(), f'<html><link rel="stylesheet" href="{address}/s.css">'.encode(), ".doc")
    assert asked == []


CHANGED = (
    '<text:tracked-changes><text:changed-region text:id="c1"><text:deletion><office:change-info><dc:creator>A</dc:creator>'
    "<dc:date>2014-01-01T00:00:00</dc:date></office:change-info><text:p>a secret</text:p></text:deletion></text:changed-region>"
    '</text:tracked-changes><text:p>Plain <text:change text:change-id="c1"/>words.</text:p>'
)


def test_a_file_of_another_kind_with_tracked_changes_stops_the_pack(tmp_path):
    (tmp_path / "changed.odt").write_bytes(odt_of(CHANGED))
    item = '\n[[items]]\nnumber = "1"\ntitle = "A"\n[[items.papers]]\ntitle = "A"\nfile = "changed.odt"\n'
    (tmp_path / "agenda.toml").write_text(MEETING + item, "utf-8")
    with pytest.raises(PapersError) as stopped:
        pack(tmp_path / "agenda.toml", tmp_path / "out")
    assert {each.code for each in stopped.value.problems} == {"publish-tracked"}
    assert stopped.value.problems[0].place.block == "item 1, paper 1"
