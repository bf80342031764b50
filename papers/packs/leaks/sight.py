"""What of a PDF's text a person can see: a letter is seen where taking its text away changes the picture of its page.

So text is unseen that is white on white, transparent, in an invisible mode, clipped, off the page, on a layer that is off, or under a box
or a picture, whatever way it came there; and text in letters too small to be read. A replacement text (ActualText) is no more seen than
a comment: the letters that are drawn count.
"""

from __future__ import annotations

import ctypes
import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from typing import TYPE_CHECKING, Any

from papers.packs.leaks.texts import BREAK, Text

if TYPE_CHECKING:
    import numpy as np
    import pikepdf
    import pypdfium2
    from numpy.typing import NDArray

Span = tuple[int, int]
"""Where in a text something begins, and where it has ended."""

Spans = Callable[[str], Iterable[Span]]
"""The places of a text that matter."""

SCALE = 2.0
"""Pixels to a point: the strokes of letters are then about as wide as a pixel."""
MOST_PIXELS = 30_000_000
"""Of a page; a larger one is drawn smaller."""
CONTRAST = 32
"""Of 255, the least difference in a colour that is seen: what lies between white and light grey, with its edges smoothed."""
LEAST_SIZE = 3.0
"""Points that a letter must measure to be read."""
REPLACED = b"/ActualText"


def seen(data: bytes, text: Text, read: Callable[[bytes], Text], spans: Spans) -> Text:
    """The text of the pages of the PDF `data`, which `read` reads, with a BREAK for each letter in those `spans` that nobody can see."""
    if next(iter(spans(text.words)), None) is None:
        return text
    plain = _as_drawn(data)
    text = text if plain is data else read(plain)
    words = list(text.words)
    for n in _unseen(plain, text, list(spans(text.words))):
        words[n] = BREAK
    return replace(text, words="".join(words))


def _as_drawn(data: bytes) -> bytes:
    """The PDF without replacement texts, so that its letters are read as they are drawn; the same bytes where there are none."""
    import pikepdf

    with pikepdf.open(BytesIO(data)) as pdf:
        drawings = list(_drawings(pdf))
        if sum(_forget(each) for each in drawings) == 0:
            return data
        made = BytesIO()
        pdf.save(made, encryption=False)
    return made.getvalue()


def _drawings(pdf: pikepdf.Pdf) -> Iterator[Any]:
    """The streams of pages and forms, and the dictionaries of properties that marks in them name."""
    import pikepdf

    for each in pdf.objects:
        form = isinstance(each, pikepdf.Stream) and each.get("/Subtype") == "/Form"
        page = isinstance(each, pikepdf.Dictionary) and each.get("/Type") == "/Page"
        if form:
            yield each
        if page:
            held: Any = each.get("/Contents", [])
            yield from held if isinstance(held, pikepdf.Array) else [held]
        resources: Any = each.get("/Resources", {}) if form or page else {}
        if isinstance(resources, pikepdf.Dictionary):
            yield from (value for _, value in resources.get("/Properties", pikepdf.Dictionary()).items())


def _forget(drawing: Any) -> int:  # noqa: ANN401 - a PDF stream or dictionary
    """Take replacement texts out of a drawing or a dictionary of properties; 1 where there were any."""
    import pikepdf

    if isinstance(drawing, pikepdf.Stream):
        try:
            content = bytes(drawing.read_bytes())
        except pikepdf.PdfError:
            return 0  # what can't be unpacked is not drawn either
        if REPLACED in content:
            drawing.write(content.replace(REPLACED, b"/Nothing"))
            return 1
    elif isinstance(drawing, pikepdf.Dictionary) and "/ActualText" in drawing:
        del drawing["/ActualText"]
        return 1
    return 0


def _unseen(data: bytes, text: Text, spans: Sequence[Span]) -> Iterator[int]:
    """The places in the text of letters within the spans that can't be seen."""
    import pypdfium2

    wanted = sorted({n for start, end in spans for n in range(start, end) if text.words[n].isalnum()})
    ends = [*(start for start, _ in text.parts[1:]), len(text.words)]
    pdf = pypdfium2.PdfDocument(data)
    try:
        at = 0
        for n, ((start, _), end) in enumerate(zip(text.parts, ends, strict=True)):
            here = []
            while at < len(wanted) and wanted[at] < end:
                here.append(wanted[at] - start)
                at += 1
            if here:
                yield from (start + place for place in _unseen_on(pdf[n], here, text.words[start:end]))
    finally:
        pdf.close()


@dataclass(frozen=True, slots=True)
class _Letter:
    """A letter on its page: where in the text, its box in pixels (left, top, right, bottom), and whether it is large enough to be read."""

    place: int
    box: tuple[int, int, int, int]
    legible: bool


def _unseen_on(page: pypdfium2.PdfPage, places: Sequence[int], words: str) -> Iterator[int]:
    """Those of the places in the page's text whose letters can't be seen."""
    import pypdfium2.raw as pdfium

    textpage = page.get_textpage()
    view = _View(page)
    letters: list[_Letter] = []
    drawn: dict[int, Any] = {}
    indices = _indices(textpage)
    for place in places:
        index = indices[place] if place < len(indices) else -1
        drawing = pdfium.FPDFText_GetTextObject(textpage, index)
        if not drawing or pdfium.FPDFText_GetUnicode(textpage, index) != ord(words[place]):
            yield place
            continue
        letters.append(view.letter(textpage, place, index))
        drawn[ctypes.addressof(drawing.contents)] = drawing
    changed = view.changed(letters, list(drawn.values())) if letters else []
    yield from (each.place for each, here in zip(letters, changed, strict=True) if not (here and each.legible))
    page.close()


def _indices(textpage: pypdfium2.PdfTextPage) -> list[int]:
    """For each character of the page's text the number of its letter; hyphens at the ends of lines (U+FFFE) were taken out of the text."""
    import pypdfium2.raw as pdfium

    found, unit = [], 0
    for each in textpage.get_text_range():
        if each != "\ufffe":
            found.append(pdfium.FPDFText_GetCharIndexFromTextIndex(textpage, unit))
        unit += 2 if ord(each) > 0xFFFF else 1
    return found


class _View:
    """A page as it is drawn."""

    def __init__(self, page: pypdfium2.PdfPage) -> None:
        self.page = page
        width, height = page.get_size()
        scale = min(SCALE, math.sqrt(MOST_PIXELS / max(1.0, width * height)))
        self.width, self.height = math.ceil(width * scale), math.ceil(height * scale)

    def letter(self, textpage: pypdfium2.PdfTextPage, place: int, index: int) -> _Letter:
        """The letter of that number."""
        tight, loose = textpage.get_charbox(index), textpage.get_charbox(index, loose=True)
        sides = [box[n + 2] - box[n] for box in (tight, loose) for n in (0, 1)]
        exact = tight if tight[2] > tight[0] and tight[3] > tight[1] else loose
        return _Letter(place, self._pixels(exact), max(sides) >= LEAST_SIZE)

    def _pixels(self, box: tuple[float, float, float, float]) -> tuple[int, int, int, int]:
        import pypdfium2.raw as pdfium

        left, bottom, right, top = box
        x, y = ctypes.c_int(), ctypes.c_int()
        corners = []
        for at_x, at_y in ((left, bottom), (right, top)):
            pdfium.FPDF_PageToDevice(self.page, 0, 0, self.width, self.height, 0, at_x, at_y, x, y)
            corners.append((x.value, y.value))
        (x_1, y_1), (x_2, y_2) = corners
        # A pixel more on each side, for corners are rounded and a stroke may be narrower than a pixel.
        (low_x, high_x), (low_y, high_y) = _widened(x_1, x_2, self.width), _widened(y_1, y_2, self.height)
        return low_x, low_y, high_x, high_y

    def changed(self, letters: Sequence[_Letter], drawn: Sequence[Any]) -> list[bool]:
        """For each letter whether the page looks otherwise there without these text objects."""
        import numpy as np
        import pypdfium2.raw as pdfium

        left, top = min(each.box[0] for each in letters), min(each.box[1] for each in letters)
        width, height = max(each.box[2] for each in letters) - left, max(each.box[3] for each in letters) - top
        if width <= 0 or height <= 0:
            return [False] * len(letters)
        whole = self._picture(left, top, width, height)
        for each in drawn:
            pdfium.FPDFPageObj_SetIsActive(each, False)
        without = self._picture(left, top, width, height)
        differs = (np.maximum(whole, without) - np.minimum(whole, without)).max(axis=2) > CONTRAST
        boxes = [(x_1 - left, y_1 - top, x_2 - left, y_2 - top) for x_1, y_1, x_2, y_2 in (each.box for each in letters)]
        return [bool(differs[y_1:y_2, x_1:x_2].any()) for x_1, y_1, x_2, y_2 in boxes]

    def _picture(self, left: int, top: int, width: int, height: int) -> NDArray[np.uint8]:
        """A part of the page as pixels."""
        import numpy as np
        import pypdfium2
        import pypdfium2.raw as pdfium

        bitmap = pypdfium2.PdfBitmap.new_native(width, height, pdfium.FPDFBitmap_BGR)
        bitmap.fill_rect((255, 255, 255, 255), 0, 0, width, height)
        pdfium.FPDF_RenderPageBitmap(bitmap, self.page, -left, -top, self.width, self.height, 0, pdfium.FPDF_ANNOT)
        return np.array(bitmap.to_numpy(), dtype=np.uint8)


def _widened(one: int, other: int, most: int) -> tuple[int, int]:
    return min(max(min(one, other) - 1, 0), most), min(max(max(one, other) + 1, 0), most)
