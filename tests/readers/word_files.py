"""Word files made by hand for tests of the readers: a package around paragraphs given as markup."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPACES = (
    f'xmlns:w="{WORD}" xmlns:r="{RELATION}" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
STYLES = {
    "Normal": "Normal",
    "Heading1": "heading 1",
    "Heading2": "heading 2",
    "Heading3": "heading 3",
    "Heading5": "heading 5",
    "ListBullet": "List Bullet",
    "ListBullet2": "List Bullet 2",
    "ListBullet4": "List Bullet 4",
    "ListNumber": "List Number",
    "Caption": "caption",
}
CHARACTER_STYLES = {"Strong": "Strong", "Emphasis": "Emphasis", "Chip": "Chip", "Direction": "Direction"}


def types(main: str = MAIN, extra: str = "") -> str:
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
        f'<Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="{main}"/>{extra}</Types>'
    )


def relations(*lines: tuple[str, str, str], external: tuple[str, ...] = ()) -> str:
    """Relationships: id, kind (the last word of its address), target; those whose id is in `external` lie outside."""
    made = "".join(
        f'<Relationship Id="{own}" Type="{RELATION}/{kind}" Target="{target}"{" TargetMode=" + chr(34) + "External" + chr(34) if own in external else ""}/>'
        for own, kind, target in lines
    )
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{made}</Relationships>'


def styles() -> str:
    made = "".join(
        f'<w:style w:type="paragraph" w:styleId="{own}"{" w:default=" + chr(34) + "1" + chr(34) if own == "Normal" else ""}><w:name w:val="{name}"/></w:style>'
        for own, name in STYLES.items()
    )
    made += "".join(
        f'<w:style w:type="character" w:styleId="{own}"><w:name w:val="{name}"/></w:style>' for own, name in CHARACTER_STYLES.items()
    )
    return f'<w:styles xmlns:w="{WORD}">{made}</w:styles>'


def word_file(
    *body: str, parts: dict[str, bytes | str] | None = None, links: tuple[tuple[str, str, str], ...] = (), external: tuple[str, ...] = ()
) -> bytes:
    """A Word file whose body is the markup given. `links` are more relationships of the body, `parts` more parts or others in place."""
    related = (("rIdS", "styles", "styles.xml"), *links)
    made: dict[str, bytes | str] = {
        "[Content_Types].xml": types(),
        "_rels/.rels": relations(("rId1", "officeDocument", "word/document.xml")),
        "word/document.xml": f"<w:document {SPACES}><w:body>{''.join(body)}</w:body></w:document>",
        "word/styles.xml": styles(),
        "word/_rels/document.xml.rels": relations(*related, external=external),
    }
    made |= parts or {}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in made.items():
            archive.writestr(name, data)
    return out.getvalue()


def run(words: str, look: str = "") -> str:
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def para(content: str, style: str = "", properties: str = "") -> str:
    """A paragraph. Content without markup is its words."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    inner = content if content.startswith("<") else run(content)
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{inner}</w:p>"


def table(*rows: tuple[str, ...], head: int = 1) -> str:
    """A table of words."""
    grid = "".join('<w:gridCol w:w="1000"/>' for _ in rows[0])
    made = ""
    for number, row in enumerate(rows):
        cells = "".join(f"<w:tc>{para(words)}</w:tc>" for words in row)
        made += f"<w:tr><w:trPr>{'<w:tblHeader/>' if number < head else ''}</w:trPr>{cells}</w:tr>"
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{made}</w:tbl>"


def field(code: str, result: str) -> str:
    """A complex field over runs."""
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    return f'{mark.format("begin")}<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>{mark.format("separate")}{result}{mark.format("end")}'


def drawing(kind: str, inner: str, alt: str = 'descr="A map"', holder: str = "inline") -> str:
    """A drawing of 100 by 50 points whose data is of the kind (the last words of its address)."""
    uri = f"http://schemas.openxmlformats.org/drawingml/2006/{kind}"
    return (
        f'<w:r><w:drawing><wp:{holder}><wp:extent cx="1270000" cy="635000"/><wp:docPr id="1" name="Picture 1" {alt}/>'
        f'<a:graphic><a:graphicData uri="{uri}">{inner}</a:graphicData></a:graphic></wp:{holder}></w:drawing></w:r>'
    )


def picture(relation: str = "rIdP", more: str = "", **how: str) -> str:
    return drawing("picture", f'<pic:pic><pic:blipFill><a:blip r:embed="{relation}"/>{more}</pic:blipFill><pic:spPr/></pic:pic>', **how)


def png(width: int = 4, height: int = 2) -> bytes:
    """A picture of one colour."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\0" + b"\x12\x43\x6d" * width for _ in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


WITH_PICTURE = {"parts": {"word/media/image1.png": png()}, "links": (("rIdP", "image", "media/image1.png"),)}
