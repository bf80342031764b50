"""Headers and footers: their text, tabs and fields, as parts that any writer can set, and what the fields show."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from papers.document import Document
from papers.house.styles import STYLES, RunningPart

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

PROPERTIES = ("Running title", "Notice", "Organisation", "Period")
"""The document properties that a header or footer may show by DOCPROPERTY; every paper has them all."""

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PLAIN_FIELDS = ("PAGE", "NUMPAGES", "TITLE")
DRAFT_STYLE = "Draft Mark"


def running_values(document: Document) -> dict[str, str]:
    """What TITLE and DOCPROPERTY fields show in this paper, by `RunningPart.value`."""
    titled = f"{document.title}, {document.period}" if document.period else document.title
    shown = (titled, document.notice, document.organisation, document.period)
    return {"TITLE": document.title, **{f"DOCPROPERTY {name}": value for name, value in zip(PROPERTIES, shown, strict=True)}}


def running_parts(part: Element, style_names: Mapping[str, str]) -> tuple[tuple[RunningPart, ...], list[str]]:
    """The parts of a header's or footer's first paragraph (the draft mark aside), and the fields that no writer can show."""
    found: list[RunningPart] = []
    unknown: list[str] = []
    for piece in _pieces(_paragraph(part, style_names)):
        if piece.kind == "field" and not (shown := _field(piece.value)):
            unknown.append(piece.value)
        elif piece.kind == "field":
            found.append(RunningPart("field", shown))
        elif found and piece.kind == found[-1].kind == "text":
            found[-1] = RunningPart("text", found[-1].value + piece.value)
        else:
            found.append(piece)
    return tuple(found), unknown


def running_words(part: bytes, shown: Mapping[str, str]) -> tuple[str, ...]:
    """What the paragraphs of a header or footer say, but for what fields say of their own: pages, headings, and the values `shown`."""
    from xml.etree.ElementTree import fromstring

    found = ("".join(_said(paragraph, shown)) for paragraph in fromstring(part).iter(f"{W}p"))
    return tuple(dict.fromkeys(words for each in found if (words := " ".join(each.split()))))


def _said(paragraph: Element, shown: Mapping[str, str]) -> Iterator[str]:
    """The texts of the paragraph, tabs as spaces, a field's result only where it is not the field's value."""
    fields: list[tuple[str, str]] = []
    for element in paragraph.iter():
        kind = element.get(f"{W}fldCharType") if element.tag == f"{W}fldChar" else None
        if kind == "begin":
            fields.append(("", ""))
        elif kind == "end" and fields:
            yield _typed_over(*fields.pop(), shown)
        elif element.tag == f"{W}instrText" and fields:
            fields[-1] = (fields[-1][0] + (element.text or ""), fields[-1][1])
        elif element.tag == f"{W}t" and fields:
            fields[-1] = (fields[-1][0], fields[-1][1] + (element.text or ""))
        elif element.tag in (f"{W}t", f"{W}tab"):
            yield (element.text or "") if element.tag == f"{W}t" else " "


def _typed_over(instruction: str, result: str, shown: Mapping[str, str]) -> str:
    """A field's result where it is not what the field says; nothing else is known of a field that is not the house's."""
    value = _field(instruction)
    return result if value in shown and result.strip() != shown[value].strip() else ""


def _paragraph(part: Element, style_names: Mapping[str, str]) -> Iterator[Element]:
    """What stands in the first paragraph that is not the draft mark, in reading order."""
    for paragraph in part.iter(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        if style is None or style_names.get(style.get(f"{W}val", "")) != DRAFT_STYLE:
            return _elements(paragraph)
    return iter(())


def _elements(paragraph: Element) -> Iterator[Element]:
    """All below the paragraph but its properties (their tabs are stops) and the shown results of simple fields."""
    for child in paragraph:
        if child.tag == f"{W}fldSimple":
            yield child
        elif child.tag != f"{W}pPr":
            yield from child.iter()


def _pieces(elements: Iterator[Element]) -> Iterator[RunningPart]:
    """Text, tabs and fields; a field's shown result is left out, its instruction kept."""
    depth, instruction = 0, ""
    for element in elements:
        if element.tag == f"{W}fldSimple":
            yield RunningPart("field", element.get(f"{W}instr", ""))
        elif element.tag == f"{W}fldChar":
            kind = element.get(f"{W}fldCharType")
            depth += {"begin": 1, "end": -1}.get(kind or "", 0)
            if kind == "end":
                yield RunningPart("field", instruction)
                instruction = ""
        elif element.tag == f"{W}instrText":
            instruction += element.text or ""
        elif not depth and element.tag == f"{W}t" and element.text:
            yield RunningPart("text", element.text)
        elif not depth and element.tag == f"{W}tab":
            yield RunningPart("tab")


def _field(instruction: str) -> str:
    """The field's canonical value ("STYLEREF Heading 1"), or nothing where it is none that writers show."""
    words = instruction.split("\\", maxsplit=1)[0].split(maxsplit=1)
    name = words[0].upper() if words else ""
    argument = words[1].strip().strip('"') if len(words) > 1 else ""
    if name in PLAIN_FIELDS:
        return name
    if name == "DOCPROPERTY":
        return next((f"{name} {known}" for known in PROPERTIES if known.lower() == argument.lower()), "")
    known = [style for style in STYLES if style.lower() in (argument.lower(), f"heading {argument}")]
    return f"{name} {known[0]}" if name == "STYLEREF" and known else ""
