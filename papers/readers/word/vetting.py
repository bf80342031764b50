"""Why a Word file from outside is refused: found before any of it is unpacked, then before any of it is understood.

A refusal is a pair (why, what to do); the checks follow what has been used against readers of Office files: archives that
unpack without end, XML entities, relationships that fetch, macros and embedded programs, fields that run or fetch.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import TYPE_CHECKING
from urllib.parse import unquote

from papers.readers.pictures import PictureError, is_picture, is_whole, pixels
from papers.readers.word.names import CONTENT, STRICT, WORD, w
from papers.readers.word.numbers import odd_numbers

if TYPE_CHECKING:
    from papers.readers.word.names import Element

Refusal = tuple[str, str]

MEGABYTE = 1 << 20
MAX_FILE = 25 * MEGABYTE
MAX_TOTAL = 150 * MEGABYTE
MAX_PART = 60 * MEGABYTE
MAX_RATIO = 200
MAX_PARTS = 3000
MAX_PIXELS = 100_000_000
"""Ten thousand by ten thousand: more than a page printed at 800 dots an inch has."""

OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP = b"PK\x03\x04"
MAIN = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
}
ACTIVE = re.compile(
    r"(vbaProject|vbaData|activeX|oleObject|afchunk|attachedToolbars|customUI|\.(xlsm|xlsb|xltm|xlam|docm|dotm|pptm|potm|ppam|exe|dll|js|vbs|hta|lnk|bat|ps1|rtf|mht|html?|bin)$)",
    re.IGNORECASE,
)
HARMLESS = re.compile(r"printerSettings\d*\.bin$")
FETCHING_FIELD = re.compile(r"\s*(DDEAUTO|DDE|INCLUDETEXT|INCLUDEPICTURE|LINK|IMPORT|DATABASE|MACROBUTTON|RD)\b", re.IGNORECASE)
FETCHING = ("subDocument", "aFChunk", "frame", "oleObject", "control", "vbaProject", "externalLink", "externalLinkPath")
ENCODING = re.compile(r"""\s*<\?xml[^>]*?\sencoding\s*=\s*["']([^"']*)""")
USUAL_ENCODINGS = ("utf-8", "utf-16", "us-ascii", "ascii")
"""Others can hide what the text says from those who read it as UTF-8."""

PASSED = ("hyperlink", "attachedTemplate")
"""Relationships that may lead outside: readers follow neither."""

DECLARATION = re.compile(r"<!(DOCTYPE|ENTITY)", re.IGNORECASE)

SAVE_AS = "Open it in Word and save it as Word Document (.docx)."
ASK = "Do not open it: ask its sender where it came from."
RETAKE = "Take the picture out in Word, save it anew as PNG or JPEG and insert that."
TAKE_OUT = "Take it out in Word and save the file again."


def vet_archive(data: bytes, kind: str = "docx") -> Iterator[Refusal]:
    """Reasons to refuse the file, found without unpacking anything."""
    if len(data) > MAX_FILE:
        yield f"it is larger than {MAX_FILE // MEGABYTE} MB", "Compress its pictures in Word (Picture Format, Compress Pictures)."
    elif data.startswith(OLD_OFFICE):
        yield "it is an old binary Office file or has a password", f"{SAVE_AS} Without a password."
    elif not data.startswith(ZIP):
        yield "it is not a Word file", SAVE_AS
    else:
        try:
            archive = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
            yield f"its archive is damaged ({error})", SAVE_AS
            return
        yield from _vet_members(archive.infolist(), kind)


def _vet_members(members: list[zipfile.ZipInfo], kind: str) -> Iterator[Refusal]:
    names = [member.filename for member in members]
    if len(members) > MAX_PARTS:
        yield f"it has more than {MAX_PARTS} parts", ASK
    if len({name.lower() for name in names}) != len(names):
        yield "two of its parts have the same name", ASK
    if sum(m.file_size for m in members) > MAX_TOTAL or any(m.file_size > MAX_PART for m in members):
        yield f"it unpacks to more than {MAX_TOTAL // MEGABYTE} MB", ASK
    spans = sorted((m.header_offset, m.header_offset + 30 + len(m.filename.encode()) + m.compress_size) for m in members)
    if any(before[1] > after[0] for before, after in pairwise(spans)):
        yield "its parts overlap in the archive", ASK
    if "[Content_Types].xml" not in names:
        yield f"it is a zip archive, but no {'Word' if kind == 'docx' else 'Excel'} file", SAVE_AS
    for member in members:
        yield from _vet_member(member)


def _vet_member(member: zipfile.ZipInfo) -> Iterator[Refusal]:
    name = member.filename
    if member.flag_bits & 1:
        yield f"its part {name} is encrypted", "Save it without a password."
    if name.startswith("/") or "\\" in name or ".." in name.split("/") or re.match("[A-Za-z]:", name):
        yield f"its part {name} has an unsafe name", ASK
    if member.file_size > MEGABYTE and member.file_size > MAX_RATIO * max(member.compress_size, 1):
        yield f"its part {name} unpacks to {member.file_size // max(member.compress_size, 1)} times its size", ASK
    if member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        yield f"its part {name} is packed in a way that Word does not use", SAVE_AS
    if ACTIVE.search(name) and not HARMLESS.search(name):
        yield f"it holds macros, controls or an embedded file ({name})", TAKE_OUT


def unpacked_size(data: bytes) -> int:
    """How many bytes an archive says it unpacks to; 0 where it is none."""
    try:
        return sum(member.file_size for member in zipfile.ZipFile(io.BytesIO(data)).infolist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        return 0


def vet_text(name: str, data: bytes) -> Iterator[Refusal]:
    """Reasons to refuse one XML part before it is parsed: its encoding, and declarations that could define entities."""
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        yield f"its part {name} is in an unusual encoding", SAVE_AS
        return
    said = ENCODING.match(text)
    if said and said[1].lower() not in USUAL_ENCODINGS:
        yield f"its part {name} is in an unusual encoding ({said[1]})", SAVE_AS
    if DECLARATION.search(text):
        yield f"its part {name} declares XML entities", ASK


def vet_binary(name: str, data: bytes) -> Iterator[Refusal]:
    """Reasons to refuse a part that is no XML: an Office object in disguise, a package that is no chart's workbook, a picture without end."""
    yield from _vet_picture(name, data)
    if data.startswith(OLD_OFFICE):
        yield f"it holds an embedded object ({name})", TAKE_OUT
    elif data.startswith(ZIP) and not name.lower().endswith(".xlsx"):
        yield f"it holds another package ({name})", TAKE_OUT


def _vet_picture(name: str, data: bytes) -> Iterator[Refusal]:
    """Reasons to refuse a picture by its first and last bytes: none of its pixels is decoded."""
    try:
        wide, high = pixels(data)
    except PictureError as error:
        if is_picture(data):
            yield f"its picture {name} is damaged ({error})", RETAKE
        return
    if wide * high > MAX_PIXELS:
        yield f"its picture {name} is said to be {wide} by {high} pixels", RETAKE
    elif not is_whole(data):
        yield f"its picture {name} ends before its last pixel", RETAKE


def vet_types(root: Element, kind: str = "docx") -> Iterator[Refusal]:
    """Reasons to refuse by the content types: macro-enabled, a template, or no Word file at all."""
    types = [each.get("ContentType") or "" for each in root.iter(f"{{{CONTENT}}}Override", f"{{{CONTENT}}}Default")]
    if any("macroenabled" in each.lower() or "vba" in each.lower() for each in types):
        yield "it is made to hold macros", SAVE_AS
    elif MAIN[kind] not in types:
        yield "it is no plain Word document" if kind == "docx" else "a chart's workbook is no plain workbook", SAVE_AS


def is_local(target: str) -> bool:
    """Whether an attached template lies on the officer's own machine, as Normal.dotm does: no server's name in its address."""
    path = unquote(target).replace("\\", "/")
    path = path[len("file:") :] if path.lower().startswith("file:") else path
    return not re.match(r"[A-Za-z][A-Za-z0-9+.-]+:", path) and (not path.startswith("//") or bool(re.match(r"///[A-Za-z]:/", path)))


def vet_relations(name: str, root: Element) -> Iterator[Refusal]:
    """Reasons to refuse by relationships: anything outside the file but a hyperlink, and the kinds that fetch or run."""
    for each in root:
        kind = (each.get("Type") or "").rpartition("/")[2]
        target = (each.get("Target") or "")[:80]
        if kind == "attachedTemplate" and not is_local(target):
            yield f"it is tied to a template elsewhere ({target})", "In Word, under Developer, Document Template, put Normal in its place."
        elif kind in FETCHING or ((each.get("TargetMode") or "").lower() == "external" and kind not in PASSED):
            yield (
                f"it fetches something from outside ({kind} {target} in {name})",
                "Break the link in Word (File, Info, Edit Links to Files).",
            )


def vet_words(root: Element) -> Iterator[Refusal]:
    """Reasons to refuse by what a part says: Strict Open XML, elements without end, fields that fetch or run."""
    if str(root.tag).startswith(f"{{{STRICT}"):
        yield "it is saved as Strict Open XML", SAVE_AS
    if not str(root.tag).startswith(f"{{{WORD}}}"):
        return
    for field in _fields(root):
        if FETCHING_FIELD.match(field):
            yield f"it holds a field that fetches or runs something ({field.strip()[:40]})", TAKE_OUT


def _fields(root: Element) -> Iterator[str]:
    """The codes of all fields, those that Word splits over runs and those in other fields' codes among them."""
    codes = [""]
    for each in root.iter(w("fldSimple"), w("fldChar"), w("instrText"), w("delInstrText")):
        kind = each.get(w("fldCharType"))
        if each.tag == w("fldSimple"):
            yield each.get(w("instr")) or ""
        elif kind == "begin":
            codes.append("")
        elif kind == "end":
            yield codes.pop() if len(codes) > 1 else codes[0]
        elif kind is None:
            codes[-1] += each.text or ""
    yield from codes


def vet_all(parts: Mapping[str, bytes], trees: Mapping[str, Element], kind: str = "docx") -> Iterator[Refusal]:
    """Reasons to refuse by all parts, parsed where they are XML."""
    for name, root in trees.items():
        if name.endswith(".rels"):
            yield from vet_relations(name, root)
        else:
            yield from vet_words(root)
            for number in odd_numbers(root):
                yield f"it holds a number that Word does not write ({number} in {name})", ASK
    yield from vet_types(trees["[Content_Types].xml"], kind)
    for name in parts.keys() - trees.keys():
        yield from vet_binary(name, parts[name])
