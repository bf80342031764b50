"""Pictures of a Word file: what a w:drawing holds, its bytes, its size in points and its text alternative."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from papers.readers.characters import printable
from papers.readers.pictures import MAX_HEIGHT, MAX_WIDTH, MediaType, PictureError, picture_size
from papers.readers.word.names import CHART, DECORATIVE, DRAWING, EMU, PICTURE, PLACED, r, words_of
from papers.readers.word.parts import alternative_of

if TYPE_CHECKING:
    from papers.readers.word.names import Element
    from papers.readers.word.reading import Reading

KINDS = {
    "chart": "A chart",
    "chartex": "A chart",
    "diagram": "SmartArt",
    "wordprocessingShape": "A text box or shape",
    "wordprocessingGroup": "A group of drawings",
    "wordprocessingCanvas": "A drawing canvas",
    "wordprocessingInk": "Ink",
}
"""Drawings by the last word of their kind's address."""

CROP = ("l", "t", "r", "b")


@dataclass(frozen=True, slots=True)
class Found:
    """A picture that a paper can carry."""

    data: bytes
    media_type: MediaType
    alt: str
    width: int
    height: int


def chart_part(drawing: Element, reading: Reading) -> str:
    """The name of the part that holds the drawing's chart; "" where it is no chart."""
    chart = next(drawing.iter(f"{{{CHART}}}chart"), None)
    relation = None if chart is None else reading.package.relations(reading.part).get(chart.get(r("id")) or "")
    return relation.target if relation else ""


def report_chart(drawing: Element, own: str, reading: Reading) -> None:
    """Report a chart that has no text alternative, as LibreOffice saves charts."""
    found = next(drawing.iter(f"{{{PLACED}}}docPr"), None)
    if found is None or not (found.get("descr") or "").strip():
        reading.report("word-chart-alt", own)


def read_picture(drawing: Element, reading: Reading) -> Found | None:
    """The picture of a drawing. One that no paper can carry is reported and gives None."""
    shown = drawing.find(f".//{{{DRAWING}}}graphicData/{{{PICTURE}}}pic")
    if shown is None:
        holder = next(drawing.iter(f"{{{DRAWING}}}graphicData"), None)
        kind = "" if holder is None else (holder.get("uri") or "").rpartition("/")[2]
        said = words_of(drawing) or alternative_of(drawing)
        reading.not_carried(KINDS.get(kind, "A drawing"), said, "Write its words into the text, or save it as a picture and insert that.")
        return None
    blip = next(shown.iter(f"{{{DRAWING}}}blip"), None)
    relation = None if blip is None else reading.package.relations(reading.part).get(blip.get(r("embed")) or "")
    data = reading.package.parts.get(relation.target, b"") if relation else b""
    try:
        media_type, wide, high = picture_size(data)
    except PictureError:
        reading.not_carried(
            "A picture that is neither PNG nor JPEG", alternative_of(drawing), "Save it as PNG or JPEG and insert it again."
        )
        return None
    _report_form(drawing, shown, reading)
    return Found(data, media_type, _alternative(drawing, reading), *_extent(drawing, (wide, high), reading))


def _report_form(drawing: Element, shown: Element, reading: Reading) -> None:
    """Report what of the picture's form is lost. A crop only hides: what it hides would be in the paper's file."""
    crop = shown.find(f".//{{{DRAWING}}}srcRect")
    if crop is not None and any(crop.get(side, "0").lstrip("-").rstrip("%") not in ("", "0") for side in CROP):
        how = "In Word choose Picture Format, Compress Pictures, Delete cropped areas of pictures."
        reading.not_carried("A picture that is only cropped to view", alternative_of(drawing), how)
    turned = shown.find(f".//{{{DRAWING}}}xfrm")
    if turned is not None and {turned.get("rot", "0"), turned.get("flipH", "0"), turned.get("flipV", "0")} != {"0"}:
        reading.not_carried("A picture that is turned or mirrored", alternative_of(drawing), "Turn it before you insert it.")
    if drawing.find(f"{{{PLACED}}}anchor") is not None:
        how = "In Word choose Layout Options, In Line with Text, and see where it stands."
        reading.report("word-words-kept", alternative_of(drawing), what="A floating picture stands in line and", how=how)


def _alternative(drawing: Element, reading: Reading) -> str:
    """The text alternative; "" for a decoration, and where there is none, which is reported."""
    found = next(drawing.iter(f"{{{PLACED}}}docPr"), None)
    said = "" if found is None else printable(found.get("descr") or "")
    mark = None if found is None else next(found.iter(f"{{{DECORATIVE}}}decorative"), None)
    if mark is not None and mark.get("val") in ("1", "true"):
        return ""
    if not said.strip():
        reading.report("word-picture-alt")
    return said


def _extent(drawing: Element, natural: tuple[int, int], reading: Reading) -> tuple[int, int]:
    """Width and height in points as set in Word, in an officer's file scaled down to fit the page."""
    found = next(drawing.iter(f"{{{PLACED}}}extent"), None)
    wide = int(found.get("cx") or 0) / EMU if found is not None else 0
    high = int(found.get("cy") or 0) / EMU if found is not None else 0
    if not (wide and high):
        return natural
    scale = 1 if reading.exact else min(1, MAX_WIDTH / wide, MAX_HEIGHT / high)
    return max(1, round(wide * scale)), max(1, round(high * scale))
