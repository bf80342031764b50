"""Pictures without what they say of themselves: cameras, places, names, comments. Not a sample of them changes."""

from __future__ import annotations

import struct
from collections.abc import Iterator

PNG = b"\x89PNG\r\n\x1a\n"
PNG_SHOWN = (
    b"IHDR",
    b"PLTE",
    b"IDAT",
    b"IEND",
    b"tRNS",
    b"gAMA",
    b"cHRM",
    b"sRGB",
    b"iCCP",
    b"sBIT",
    b"bKGD",
    b"pHYs",
    b"acTL",
    b"fcTL",
    b"fdAT",
)
"""Chunks that say how the picture looks (PNG, third edition, 11)."""
JPEG = b"\xff\xd8"
SCAN, END = 0xDA, 0xD9
COMMENT = 0xFE
SHOWN_SEGMENTS = (0xE0, 0xE2, 0xEE)
"""Application segments that say how the picture looks: JFIF, colour profile, Adobe's transform."""


def bare_picture(data: bytes) -> bytes:
    """The PNG or JPEG without its metadata; any other file, or a damaged one, as it is."""
    try:
        if data.startswith(PNG):
            return PNG + b"".join(_chunks(data))
        if data.startswith(JPEG):
            return JPEG + b"".join(_segments(data))
    except (struct.error, IndexError):
        return data
    return data


def _chunks(data: bytes) -> Iterator[bytes]:
    at = len(PNG)
    while at < len(data):
        (length,) = struct.unpack_from(">I", data, at)
        kind, end = data[at + 4 : at + 8], at + 12 + length
        if kind in PNG_SHOWN:
            yield data[at:end]
        if kind == b"IEND":
            return
        at = end


def _segments(data: bytes) -> Iterator[bytes]:
    at = len(JPEG)
    while True:
        if data[at] != 0xFF:
            raise IndexError(at)
        mark = data[at + 1]
        if mark == SCAN:
            end = data.rfind(b"\xff\xd9")
            yield data[at:] if end < 0 else data[at : end + 2]
            return
        (length,) = struct.unpack_from(">H", data, at + 2)
        application = 0xE0 <= mark <= 0xEF
        if mark != COMMENT and (not application or mark in SHOWN_SEGMENTS):
            yield data[at : at + 2 + length]
        at += 2 + length
