"""A zip archive whose bytes depend on its parts alone: no dates, no order but the given one, one level of compression."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable
from typing import NamedTuple

LEVEL = 6
"""Level of compression: higher ones cost time and hardly shrink markup."""

VERSION = 20
NEW_YEAR_1980 = 33
"""The first date that a zip archive can hold, 1 January 1980: what all parts bear."""

STORED, DEFLATED = 0, 8
UTF8_NAME = 0x800
FOR_ALL = 0x20 << 16
LOCAL = struct.Struct("<4sHHHHHIIIHH")
CENTRAL = struct.Struct("<4sHHHHHHIIIHHHHHII")
END = struct.Struct("<4sHHHHIIH")


class Entry(NamedTuple):
    """A part, compressed, ready to be placed in an archive."""

    name: bytes
    method: int
    crc: int
    size: int
    data: bytes


def entry(name: str, data: bytes) -> Entry:
    """The part compressed, or as it is where compressing gains nothing (pictures, workbooks)."""
    packer = zlib.compressobj(LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed = packer.compress(data) + packer.flush()
    smaller = len(packed) < len(data)
    return Entry(name.encode(), DEFLATED if smaller else STORED, zlib.crc32(data), len(data), packed if smaller else data)


def stored(name: str, data: bytes) -> Entry:
    """The part as it is, for data that is compressed already."""
    return Entry(name.encode(), STORED, zlib.crc32(data), len(data), data)


def archive(entries: Iterable[Entry]) -> bytes:
    """The archive of the entries in their order."""
    body, directory = bytearray(), bytearray()
    count = 0
    for each in entries:
        common = (VERSION, UTF8_NAME, each.method, 0, NEW_YEAR_1980, each.crc, len(each.data), each.size, len(each.name), 0)
        directory += CENTRAL.pack(b"PK\1\2", VERSION, *common, 0, 0, 0, FOR_ALL, len(body)) + each.name
        body += LOCAL.pack(b"PK\3\4", *common) + each.name + each.data
        count += 1
    return bytes(body + directory + END.pack(b"PK\5\6", 0, 0, count, count, len(directory), len(body), 0))
