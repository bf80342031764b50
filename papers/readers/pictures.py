"""What a picture file says of itself in its first bytes: PNG or JPEG, and its size. No pixel is decoded."""

from __future__ import annotations

import struct
from typing import Literal

MAX_WIDTH = 480
MAX_HEIGHT = 600
"""Points: what fits between the margins of a portrait page with a caption under it."""

SCREEN_PITCH = 96
"""Pixels an inch where the file does not say."""

PNG, JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
"""How the files begin."""

MediaType = Literal["image/png", "image/jpeg"]


class PictureError(ValueError):
    """Bytes that are no whole PNG or JPEG picture; the message says why."""


def picture_size(data: bytes) -> tuple[MediaType, int, int]:
    """The media type and the size in points, scaled down to fit the page. PictureError where the bytes are no PNG or JPEG."""
    media_type, wide, high, pitch = _measured(data)
    if not (wide and high):
        raise PictureError("the picture has no size")
    scale = min(72 / pitch, MAX_WIDTH / wide, MAX_HEIGHT / high)
    return media_type, max(1, round(wide * scale)), max(1, round(high * scale))


def pixels(data: bytes) -> tuple[int, int]:
    """Width and height in pixels, as the file says. PictureError where the bytes are no PNG or JPEG or say no size."""
    return _measured(data)[1:3]


def is_picture(data: bytes) -> bool:
    """Whether the bytes begin as a PNG or JPEG does."""
    return data.startswith((PNG, JPEG))


def is_whole(data: bytes) -> bool:
    """Whether the mark that ends such a file stands in it (PNG specification, 11.2.5; ITU T.81, B.1.1.3); some programs write more after it."""
    return data.rfind(b"IEND" if data.startswith(PNG) else b"\xff\xd9") > 0


def _measured(data: bytes) -> tuple[MediaType, int, int, float]:
    try:
        if data.startswith(PNG):
            return ("image/png", *struct.unpack(">II", data[16:24]), _png_pitch(data))
        if data.startswith(JPEG):
            return ("image/jpeg", *_jpeg_size(data), SCREEN_PITCH)
    except (struct.error, IndexError):
        raise PictureError("the file ends before its size is told") from None
    raise PictureError("the file is neither PNG nor JPEG")


def _png_pitch(data: bytes) -> float:
    """Pixels an inch from the pHYs chunk, which stands before the pixels (PNG specification, 11.3.4.3)."""
    at = data.find(b"pHYs", 0, data.find(b"IDAT"))
    if at < 0:
        return SCREEN_PITCH
    across, _, unit = struct.unpack(">IIB", data[at + 4 : at + 13])
    return across * 0.0254 if unit == 1 and across else SCREEN_PITCH


def _jpeg_size(data: bytes) -> tuple[int, int]:
    """Width and height from the frame header (ITU T.81, B.2.2); DHT, JPG and DAC share its range of markers."""
    at = 2
    while data[at] == 0xFF:
        marker = data[at + 1]
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            high, wide = struct.unpack(">HH", data[at + 5 : at + 9])
            return wide, high
        at += 2 + struct.unpack(">H", data[at + 2 : at + 4])[0]
    raise PictureError("the file has no frame header")
