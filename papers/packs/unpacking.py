"""How much the streams of a PDF unpack to, found without unpacking more than a machine can hold: a small file can hold terabytes."""

from __future__ import annotations

import base64
import binascii
import zlib
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pikepdf

MOST_IN_STREAM = 64_000_000
"""Bytes of one stream, unpacked. The largest map seen takes a tenth; more is made to exhaust a machine."""
MOST_IN_FILE = 1_000_000_000
"""Bytes of all streams that are no pictures."""

FLATE, LZW = ("/FlateDecode", "/Fl"), ("/LZWDecode", "/LZW")
PACKERS = (*FLATE, *LZW, "/RunLengthDecode", "/RL")
LONGEST_RUN = 64
"""Times its size that run lengths unpack to at most (ISO 32000-1, 7.4.5: two bytes stand for 128)."""
CLEAR, END, FIRST_CODE, LAST_CODE = 256, 257, 258, 4095


def unpacks_too_much(pdf: pikepdf.Pdf) -> bool:
    """Whether the PDF's streams unpack to more than a machine can hold."""
    return too_much(streams_of(pdf))


def streams_of(pdf: pikepdf.Pdf) -> list[pikepdf.Stream]:
    """The streams of the PDF."""
    import pikepdf

    return [each for each in pdf.objects if isinstance(each, pikepdf.Stream)]


def too_much(streams: Iterable[pikepdf.Stream]) -> bool:
    """Whether any stream, or all together, unpack to more than a machine can hold; samples of pictures are not counted, nobody unpacks them."""
    total = 0
    for each in streams:
        if each.get("/Subtype") != "/Image":
            size = unpacked_size(each)
            total += size
            if size > MOST_IN_STREAM or total > MOST_IN_FILE:
                return True
    return False


def unpacked_size(stream: Any) -> int:  # noqa: ANN401 - a PDF stream
    """Bytes that the stream unpacks to, as far as the limit. Packed twice it is taken to be over the limit: no program does that."""
    raw, filters = stream.read_raw_bytes(), _filters(stream)
    packers = [each for each in filters if each in PACKERS]
    if len(packers) > 1:
        return MOST_IN_STREAM + 1
    if not packers:
        return len(raw)
    if packers[0] in FLATE:
        return _inflated(_as_bytes(raw, filters[0]))
    return _lzw(_as_bytes(raw, filters[0])) if packers[0] in LZW else len(raw) * LONGEST_RUN


def _filters(stream: Any) -> list[str]:  # noqa: ANN401 - a PDF stream
    import pikepdf

    held = stream.get("/Filter")
    return [] if held is None else [str(each) for each in held] if isinstance(held, pikepdf.Array) else [str(held)]


def _as_bytes(raw: bytes, first: str) -> bytes:
    """The packed bytes, where they are written in letters."""
    try:
        if first in ("/ASCII85Decode", "/A85"):
            return base64.a85decode(raw.strip().removeprefix(b"<~").removesuffix(b"~>"))
        if first in ("/ASCIIHexDecode", "/AHx"):
            digits = b"".join(raw.partition(b">")[0].split())
            return binascii.unhexlify(digits + b"0" * (len(digits) % 2))
    except (ValueError, binascii.Error):
        return b""
    return raw


def _inflated(raw: bytes) -> int:
    unpacker, size = zlib.decompressobj(), 0
    try:
        while raw and size <= MOST_IN_STREAM:
            size += len(unpacker.decompress(raw, 1_000_000))
            raw = unpacker.unconsumed_tail
    except zlib.error:
        return size
    return size


def _lzw(raw: bytes) -> int:
    """The length alone of what the codes stand for (ISO 32000-1, 7.4.4)."""
    lengths = [1] * FIRST_CODE
    bits, held, width, size, before = 0, 0, 9, 0, 0
    for byte in raw:
        bits, held = bits << 8 | byte, held + 8
        if held < width:
            continue
        held -= width
        code, bits = bits >> held, bits & ((1 << held) - 1)
        if code == END or size > MOST_IN_STREAM:
            return size
        if code == CLEAR:
            lengths, width, before = [1] * FIRST_CODE, 9, 0
            continue
        own = lengths[code] if code < len(lengths) else before + 1
        if before and len(lengths) <= LAST_CODE:
            lengths.append(before + 1)
        size, before = size + own, own
        width = min(12, (len(lengths) + 1).bit_length())
    return size
