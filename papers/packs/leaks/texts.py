"""All words that a file holds, each with the place where it holds them and whether a reader is shown them."""

from __future__ import annotations

import re
import zipfile
import zlib
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from io import BytesIO
from urllib.parse import unquote_plus

from papers.errors import PapersError, Place, problem

DEEPEST = 6
"""Files within files within files, at most."""
MOST = 500_000_000
"""Bytes that a packed file may unpack to."""
STRINGS = re.compile(rb"[\x09\x0a\x0d\x20-\x7e]{12,}")
WIDE = re.compile(rb"(?:[\x20-\x7e]\x00){12,}")
BREAK = "\x1e"
"""Between texts that stand apart: no run goes over it."""
CONCEALED = re.compile(r"hidden|comment|deleted|moved|annotation|attach|earlier revision|replacement|JavaScript|after the end")
"""In the names of places where somebody's words are kept from readers, not set beside what they see as a picture's alternative is."""
IMAGES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"RIFF")


@dataclass(frozen=True, slots=True)
class Text:
    """Words at a place.

    `shown`: a reader sees them. `written`: somebody wrote them; else they are the machinery of a file, in which one
    searches but for which one does not. Texts that don't belong together are parted by BREAK.

    `parts` says, where a text runs over several places, at which character each begins.
    """

    place: str
    words: str
    shown: bool = False
    written: bool = True
    parts: tuple[tuple[int, str], ...] = ()

    @property
    def beside(self) -> bool:
        """Whether somebody wrote it beside what a reader sees, to be used by machines or by those who don't see: a title, an alternative."""
        return self.written and not self.shown and not CONCEALED.search(self.place)

    def at(self, character: int) -> str:
        """The place of a character."""
        if not self.parts:
            return self.place
        return self.parts[bisect_right(self.parts, character, key=lambda part: part[0]) - 1][1]


def texts_of(name: str, data: bytes, depth: int = 0) -> Iterator[Text]:
    """Every text in the file, whatever its name says it is. PapersError where it can't be searched to the end."""
    if depth > DEEPEST:
        raise unsearchable(name, "files lie too deep in each other")
    if b"%PDF-" in data[:1024]:
        from papers.packs.leaks.pdfs import pdf_texts

        yield from pdf_texts(name, data, depth)
    elif data[:2] == b"PK":
        yield from _package(name, data, depth)
    elif data.startswith(IMAGES):
        yield from picture_texts("picture", data)
    elif b"\x00" in data[:4096] and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        yield from strings("data", data)
    else:
        yield from _plain(decoded(data))


def unsearchable(name: str, why: str) -> PapersError:
    """The error that a file can't be searched."""
    return PapersError([problem("leak-unsearchable", Place(file=name), name=name, why=why)])


def within(place: str, name: str, data: bytes, depth: int) -> Iterator[Text]:
    """The texts of a file that lies in another; no reader of that one is shown them at once."""
    for each in texts_of(name, data, depth + 1):
        parts = tuple((start, f"{place}, {inner}") for start, inner in each.parts)
        yield Text(f"{place}, {each.place}", each.words, shown=False, written=each.written, parts=parts)


def decoded(data: bytes) -> str:
    """The bytes as text: UTF-8, UTF-16 by its mark, else as Windows writes it."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def strings(place: str, data: bytes) -> Iterator[Text]:
    """What looks like text in bytes of an unknown kind, in letters of one byte and of two."""
    yield Text(place, "\n".join(found.decode("ascii") for found in STRINGS.findall(data)), written=False)
    for start in (0, 1) if b"\x00" in data else ():
        wide = "\n".join(found.decode("utf-16-le") for found in WIDE.findall(data[start:]))
        if wide:
            yield Text(place, wide, written=False)
            return


def picture_texts(place: str, data: bytes) -> Iterator[Text]:
    """What a picture says beside what it shows: comments, EXIF, XMP, packed text of PNG."""
    from PIL import Image

    where = f"{place}, metadata"
    yield from strings(where, data)
    try:
        with Image.open(BytesIO(data)) as picture:
            said = [*picture.info.values(), *picture.getexif().values()]
    except Exception:  # noqa: BLE001 - Pillow raises many kinds for damaged pictures, and then the bytes were searched
        return
    for each in said:
        if isinstance(each, str):
            yield Text(where, each, written=False)
        elif isinstance(each, bytes):
            yield from strings(where, each)


def _package(name: str, data: bytes, depth: int) -> Iterator[Text]:
    from papers.packs.leaks.packages import part_texts

    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            if sum(each.file_size for each in package.infolist()) > MOST:
                raise unsearchable(name, "it unpacks to too much")
            yield Text("names of files", "\n".join(package.namelist()), written=False)
            yield from strings("comment of the package", package.comment + b"".join(each.comment for each in package.infolist()))
            office = "[Content_Types].xml" in package.namelist()
            for each in package.infolist():
                yield from part_texts(each.filename, package.read(each), depth, office=office)
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError, OSError) as wrong:
        raise unsearchable(name, str(wrong) or "it is damaged") from wrong


def _plain(text: str) -> Iterator[Text]:
    if not re.search(r"(?i)<(html|body|p|div|svg|meta|\?xml)\b", text):
        yield Text("text", text, shown=True)
        return
    page = _Page()
    page.feed(text)
    page.close()
    yield Text("text", "".join(page.seen), shown=True)
    yield Text("text that is not shown", "".join(page.unseen), written=False)
    yield Text("comment", BREAK.join(page.comments))
    yield Text("attribute", "\n".join(map(unquote_plus, page.attributes)), written=False)
    yield Text("text alternative or title", BREAK.join(page.alternatives))


class _Page(HTMLParser):
    """Parts what a page of HTML shows from what it holds beside."""

    HIDING = ("script", "style", "template", "noscript", "head")
    INLINE = ("a", "abbr", "b", "em", "i", "span", "strong", "sub", "sup", "mark", "small", "time", "u")
    EMPTY = ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
    ALTERNATIVES = ("alt", "title", "aria-label", "aria-description", "content", "summary")

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.seen: list[str] = []
        self.unseen: list[str] = []
        self.comments: list[str] = []
        self.attributes: list[str] = []
        self.alternatives: list[str] = []
        self._hiding: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Takes attributes, and notes what hides its content."""
        for name, value in attrs:
            (self.alternatives if name in self.ALTERNATIVES else self.attributes).append(value or "")
        said = dict(attrs)
        hidden = "hidden" in said or re.search(r"display:\s*none|visibility:\s*hidden", said.get("style") or "")
        if tag not in self.EMPTY and (tag in self.HIDING or hidden or self._hiding):
            self._hiding.append(tag)
        self._part(tag)

    def handle_endtag(self, tag: str) -> None:
        """Ends what hides its content."""
        if tag in self._hiding:
            while self._hiding.pop() != tag:
                pass
        self._part(tag)

    def handle_data(self, data: str) -> None:
        """Takes the words."""
        (self.unseen if self._hiding else self.seen).append(data)

    def handle_comment(self, data: str) -> None:
        """Takes a comment."""
        self.comments.append(data)

    def handle_pi(self, data: str) -> None:
        """Takes an instruction."""
        self.comments.append(data)

    def unknown_decl(self, data: str) -> None:
        """Takes a declaration."""
        self.comments.append(data)

    def _part(self, tag: str) -> None:
        if tag not in self.INLINE:
            self.seen.append("\n")
            self.unseen.append("\n")
