"""All the words of a PDF: its pages as a reader reads them, every string and stream of every object, and what earlier revisions held."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote_plus

from papers.packs.leaks.glyphs import Tables, shown_strings
from papers.packs.leaks.texts import BREAK, Text, picture_texts, strings, unsearchable, within

if TYPE_CHECKING:
    import pikepdf

ENTRIES = {
    "/Alt": "text alternative",
    "/ActualText": "replacement text",
    "/E": "expansion",
    "/Contents": "annotation",
    "/TU": "form field",
    "/V": "form field",
    "/DV": "form field",
    "/JS": "JavaScript",
    "/Desc": "attachment's description",
    "/UF": "attachment's name",
    "/RC": "annotation",
    "/Subject": "metadata",
    "/Keywords": "metadata",
    "/Author": "metadata",
}
"""What strings are, by the names of their entries; any other is named by its entry."""
PAGES = "pages"
"""The place of the text that pages show as they are read."""
END = re.compile(rb"%%EOF[\r\n]*")
MOST_REVISIONS = 50
SCHEMAS = re.compile(r"<pdfaExtension:schemas>.*?</pdfaExtension:schemas>", re.DOTALL)
"""In XMP: descriptions of properties, the same words in every file."""
MACHINERY = re.compile(
    r"<((?:xmp|xap|xmpMM|xapMM|pdfaid|pdfuaid):\w+|pdf:(?:Producer|PDFVersion)|dc:(?:date|format|identifier|language|source))\b[^>]*>.*?</\1>",
    re.DOTALL,
)
"""In XMP: what programs write of themselves, and days, languages and checksums: nobody's words, and alike in papers of one day."""
MARKUP = re.compile(r"<[^>]*>")
INNER = re.compile(r"<!--(.*?)-->|=\"([^\"]{12,})\"", re.DOTALL)


def pdf_texts(name: str, data: bytes, depth: int) -> Iterator[Text]:
    """Every text of the PDF and of each earlier revision in it. PapersError where it can't be opened."""
    yield from _revision(name, data, depth)
    ends = [found.end() for found in END.finditer(data)][:-1]
    for number, end in enumerate(ends[-MOST_REVISIONS:], 1):
        yield from _earlier(f"earlier revision {number}", name, data[:end], depth)
    after = data[data.rfind(b"%%EOF") :]
    yield from strings("after the end of the file", after)


def _earlier(place: str, name: str, data: bytes, depth: int) -> Iterator[Text]:
    from papers.errors import PapersError

    try:
        found = list(_revision(name, data, depth))
    except PapersError:
        return  # the first end of a linearised file ends no whole file
    for each in found:
        yield Text(place, each.words, shown=False, written=each.written)


def _revision(name: str, data: bytes, depth: int) -> Iterator[Text]:
    import pikepdf

    try:
        with pikepdf.open(BytesIO(data)) as pdf:
            yield pages_of(data)
            yield from _glyphs(pdf)
            yield from _strings(pdf)
            yield from _streams(pdf, depth)
    except pikepdf.PasswordError as locked:
        raise unsearchable(name, "it is closed by a password") from locked
    except pikepdf.PdfError as damaged:
        raise unsearchable(name, "it is damaged") from damaged


def pages_of(data: bytes) -> Text:
    """The text of all pages as one, so that a sentence is found that runs over two; empty where it can't be read so."""
    import pypdfium2

    said: list[str] = []
    parts: list[tuple[int, str]] = []
    length = 0
    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError:
        return Text(PAGES, "", shown=True)  # the glyphs are read without it
    try:
        for n in range(len(pdf)):
            page = pdf[n]
            said.append(page.get_textpage().get_text_range().replace("\ufffe", "") + "\n")
            parts.append((length, f"page {n + 1}"))
            length += len(said[-1])
            page.close()
    finally:
        pdf.close()
    return Text(PAGES, "".join(said), shown=True, parts=tuple(parts))


def _glyphs(pdf: pikepdf.Pdf) -> Iterator[Text]:
    """What the operators of every page, form and appearance show, layers that are off and text under text included."""
    numbers = {page.obj.objgen: n for n, page in enumerate(pdf.pages, 1)}
    known: Tables = {}
    for each in pdf.objects:
        place = _drawn(each, numbers)
        if place:
            drawn, said = shown_strings(each, known)
            yield Text(place, drawn, written=False)
            yield Text(f"{place}, replacement text", BREAK.join(said))


def _drawn(each: Any, numbers: dict[tuple[int, int], int]) -> str:  # noqa: ANN401 - an object of any of PDF's types
    import pikepdf

    if isinstance(each, pikepdf.Stream):
        form = each.get("/Subtype") == "/Form" or "/PatternType" in each
        return f"form or appearance (object {each.objgen[0]})" if form else ""
    if isinstance(each, pikepdf.Dictionary) and each.get("/Type") == "/Page":
        return f"page {numbers[each.objgen]}" if each.objgen in numbers else "page that was taken out"
    return ""


def _strings(pdf: pikepdf.Pdf) -> Iterator[Text]:
    """Every string of every object, by what it is."""
    found: dict[str, list[str]] = {}
    for each in pdf.objects:
        _gather(each, "", found)
    _gather(pdf.trailer, "", found, depth=1)
    for place, said in found.items():
        yield Text(place, BREAK.join(said), written=place in (*ENTRIES.values(), "title or bookmark"))


def _gather(value: Any, entry: str, found: dict[str, list[str]], depth: int = 0) -> None:  # noqa: ANN401 - an object of any of PDF's types
    """Add the strings in a value; what it refers to is an object of its own."""
    import pikepdf

    if isinstance(value, pikepdf.String):
        place = "title or bookmark" if entry == "/Title" else ENTRIES.get(entry, f"entry {entry or 'in a list'}")
        said = str(value)
        found.setdefault(place, []).append(said if entry != "/URI" else f"{said}{BREAK}{unquote_plus(said)}")
    elif isinstance(value, pikepdf.Array) and depth < 50:
        for each in value:
            if not _refers(each):
                _gather(each, entry, found, depth + 1)
    elif isinstance(value, pikepdf.Dictionary | pikepdf.Stream) and depth < 50:
        for key, each in value.items():
            if not _refers(each):
                _gather(each, str(key), found, depth + 1)


def _refers(value: object) -> bool:
    import pikepdf

    return isinstance(value, pikepdf.Object) and value.is_indirect


def _streams(pdf: pikepdf.Pdf, depth: int) -> Iterator[Text]:
    """The bytes of every stream that is neither a font nor the samples of a picture."""
    import pikepdf

    names = _attached(pdf)
    for each in pdf.objects:
        if not isinstance(each, pikepdf.Stream):
            continue
        place = f"stream {each.objgen[0]}"
        if each.get("/Subtype") == "/Image":
            yield from picture_texts(f"picture {each.objgen[0]}", bytes(each.read_raw_bytes()))
            continue
        try:
            data = bytes(each.read_bytes())
        except pikepdf.PdfError:
            data = bytes(each.read_raw_bytes())
        if each.objgen in names or each.get("/Type") == "/EmbeddedFile":
            name = names.get(each.objgen, "file")
            yield from within(f"attachment {name}", name, data, depth)
        elif each.get("/Type") == "/Metadata" or each.get("/Subtype") == "/XML":
            yield from _packet(data)
        elif not any(key in each for key in ("/Length1", "/Length3", "/FunctionType")):
            yield from strings(place, data)


def _attached(pdf: pikepdf.Pdf) -> dict[tuple[int, int], str]:
    """The names of attached files by the numbers of their streams."""
    import pikepdf

    found = {}
    for each in pdf.objects:
        if isinstance(each, pikepdf.Dictionary) and isinstance(each.get("/EF"), pikepdf.Dictionary):
            for stream in dict(each.EF).values():
                found[stream.objgen] = str(each.get("/UF", each.get("/F", "file")))
    return found


def _packet(data: bytes) -> Iterator[Text]:
    words = SCHEMAS.sub("", data.decode("utf-8", "replace"))
    yield Text("metadata (XMP)", MARKUP.sub(" ", MACHINERY.sub(" ", words)))
    inner = [" ".join(filter(None, found)) for found in INNER.findall(words)]
    machinery = [MARKUP.sub(" ", found[0]) for found in MACHINERY.finditer(words)]
    yield Text("metadata (XMP)", "\n".join([*inner, *machinery]), written=False)
