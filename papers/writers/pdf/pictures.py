"""Pictures as image objects, decoded by ReportLab: a JPEG goes in as it is, a PNG keeps its transparency."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from papers.document import Picture
from papers.errors import PapersError, Place, problem
from papers.writers.pdf.objects import Objects

if TYPE_CHECKING:
    from reportlab.pdfbase.pdfdoc import PDFImageXObject

PRINTED = "DeviceCMYK"
"""Colours for a press, which the output intent of our files (sRGB) cannot show."""


def add_picture(picture: Picture, objects: Objects) -> int:
    """The number of the picture's image object. PapersError where the bytes are no picture that the file can carry."""
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfbase.pdfdoc import PDFImageXObject

    try:
        with _binary():
            image = PDFImageXObject(picture.id, ImageReader(io.BytesIO(picture.data)), mask="auto")
    except Exception as error:  # whatever a decoder raises on bytes from outside
        raise PapersError([problem("picture-unreadable", Place(block=picture.id))]) from error
    if image.colorSpace == PRINTED:
        raise PapersError([problem("picture-in-press-colours", Place(block=picture.id))])
    return _add(image, objects)


@contextmanager
def _binary() -> Iterator[None]:
    """ReportLab's streams as bytes: by default it writes them as text, a quarter longer."""
    from reportlab import rl_config

    before, rl_config.useA85 = rl_config.useA85, 0
    try:
        yield
    finally:
        rl_config.useA85 = before


def _add(image: PDFImageXObject, objects: Objects) -> int:
    """The image object's number, its transparency (another image) added before it."""
    transparency = getattr(image, "_smask", None)
    mask = f"/SMask {_add(transparency, objects)} 0 R" if transparency else ""
    keyed = f"/Mask[{' '.join(map(str, image.mask))}]" if image.mask else ""
    filters = "".join(f"/{name}" for name in image._filters)  # noqa: SLF001 - ReportLab has no public name for what it has read
    return objects.stream(
        image.streamContent,
        f"/Type/XObject/Subtype/Image/Width {image.width}/Height {image.height}/BitsPerComponent {image.bitsPerComponent}"
        f"/ColorSpace/{image.colorSpace}/Filter[{filters}]{mask}{keyed}",
        plain=True,
    )
