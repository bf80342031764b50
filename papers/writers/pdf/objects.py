"""The file itself: numbered objects, written as compressed object streams with a cross-reference stream (ISO 32000-1, 7.5).

Objects are preformatted text. Structure elements come by the thousand; as strings they cost a tenth of what ReportLab's dictionaries
with an object for each attribute do, and deflated together a third of the space that its one object after the other takes.
"""

from __future__ import annotations

import zlib
from hashlib import md5

PER_STREAM = 200
STREAM_END = b"\r\nendstream\nendobj\n"
"""The end of line before `endstream` is two characters, so that data ending in one of them still has the length that it says."""
LEVEL = 6
HEAD = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"


class Objects:
    """Objects by number (from 1), each text or a stream, and the file they make."""

    def __init__(self) -> None:
        self._texts: dict[int, str] = {}
        self._streams: dict[int, tuple[str, bytes]] = {}
        self._count = 0

    def reserve(self) -> int:
        """A number for an object that is put later."""
        self._count += 1
        return self._count

    def put(self, text: str, at: int | None = None) -> int:
        """Add an object (at a reserved number); its number."""
        at = at or self.reserve()
        self._texts[at] = text
        return at

    def stream(self, data: bytes, entries: str = "", *, packed: bool = False, plain: bool = False) -> int:
        """Add a stream: deflated here, or already (`packed`), or left as it is (`plain`: metadata, pictures with a filter of their own)."""
        at = self.reserve()
        filtered = "" if plain else "/Filter/FlateDecode"
        self._streams[at] = (entries + filtered, data if packed or plain else zlib.compress(data, LEVEL))
        return at

    def file(self, root: int, info: int) -> bytes:
        """The whole file. KeyError for a number that was reserved and never put."""
        out = bytearray(HEAD)
        offsets: dict[int, tuple[int, int, int]] = {}
        for at, (entries, data) in sorted(self._streams.items()):
            offsets[at] = (1, len(out), 0)
            _add(out, at, entries, data)
        texts = sorted(self._texts)
        for start in range(0, len(texts), PER_STREAM):
            self._pack(out, texts[start : start + PER_STREAM], offsets)
        _cross_reference(out, offsets, self.reserve(), root, info)
        return bytes(out)

    def _pack(self, out: bytearray, numbers: list[int], offsets: dict[int, tuple[int, int, int]]) -> None:
        """Write some text objects as one object stream."""
        at, place = self.reserve(), 0
        index: list[str] = []
        for n, each in enumerate(numbers):
            index.append(f"{each} {place}")
            place += len(self._texts[each]) + 1
            offsets[each] = (2, at, n)
        first = " ".join(index) + "\n"
        body = first + "\n".join([self._texts[each] for each in numbers])
        offsets[at] = (1, len(out), 0)
        _add(out, at, f"/Type/ObjStm/N {len(numbers)}/First {len(first)}/Filter/FlateDecode", zlib.compress(body.encode("ascii"), LEVEL))


def _add(out: bytearray, at: int, entries: str, data: bytes) -> None:
    out += f"{at} 0 obj\n<<{entries}/Length {len(data)}>>\nstream\n".encode("ascii") + data + STREAM_END


def _cross_reference(out: bytearray, offsets: dict[int, tuple[int, int, int]], at: int, root: int, info: int) -> None:
    """The cross-reference stream; the file's id is a digest of all that stands before it, so that it is the same for the same file."""
    start = len(out)
    rows = [(0, 0, 65535), *(offsets[n] for n in range(1, at)), (1, start, 0)]
    table = b"".join([bytes((kind,)) + place.to_bytes(4, "big") + third.to_bytes(2, "big") for kind, place, third in rows])
    digest = md5(out, usedforsecurity=False).hexdigest().upper()
    entries = f"/Type/XRef/Size {at + 1}/W[1 4 2]/Root {root} 0 R/Info {info} 0 R/ID[<{digest}><{digest}>]/Filter/FlateDecode"
    _add(out, at, entries, zlib.compress(table, LEVEL))
    out += f"startxref\n{start}\n%%EOF\n".encode("ascii")
