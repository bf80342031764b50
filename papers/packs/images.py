"""Images that officers send: whole, and the way up that their cameras were held."""

from __future__ import annotations

from io import BytesIO

from papers.readers.pictures import PictureError, pixels

MOST_PIXELS = 89_000_000
"""An A3 sheet scanned at 600 dots an inch has 70 million; decoding more takes more memory than a pack may."""
ORIENTATION = 0x0112
"""Where Exif says how the camera was held (Exif 2.3, 4.6.4); 1 is upright."""
QUALITY = 95
"""Of a JPEG that had to be turned: its samples are written anew."""


def upright(data: bytes) -> bytes:
    """The PNG or JPEG as it is meant to be seen; the same bytes where it stands upright. PictureError where it is damaged or too large."""
    from PIL import Image, ImageOps

    wide, high = pixels(data)
    if wide * high > MOST_PIXELS:
        raise PictureError(f"it has {wide:,} by {high:,} pixels, more than {MOST_PIXELS:,} in all")
    try:
        picture = Image.open(BytesIO(data), formats=("PNG", "JPEG"))
        picture.load()
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise PictureError(f"it is damaged ({error})") from None
    if picture.getexif().get(ORIENTATION, 1) == 1:
        return data
    turned = ImageOps.exif_transpose(picture)
    out = BytesIO()
    turned.save(out, picture.format, quality=QUALITY, icc_profile=picture.info.get("icc_profile"), dpi=picture.info.get("dpi", (96, 96)))
    return out.getvalue()
