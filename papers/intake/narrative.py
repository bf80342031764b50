"""The narrative's files as authored parts: which part a file is, where an indicator's commentary begins, what is placed or due."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePath
from typing import Literal, cast

from papers.dataset import Awaited, Narrative, Placed
from papers.document import MAX_ID, AuthoredBlock, Heading, Paragraph, plain
from papers.errors import NOWHERE, PapersError, Place, Problem
from papers.intake.delimited import decoded, signed_as
from papers.intake.findings import Findings, hint, nearest
from papers.intake.sources import read_bytes
from papers.intake.vocabulary import COMPUTED, COVER_PARTS

HEADS = ("section", "directorate", "cover")
"""Parts whose files may be named with a hyphen where the part's name has a slash."""

INDICATOR_ID = re.compile(r"[A-Z]{1,6}\d{1,4}[A-Za-z]?")
"""What looks like an indicator's id, for one that is misspelt."""

PLACES: dict[str, Literal["chart", "table", "indicator"]] = {"chart": "chart", "table": "table", "indicator": "indicator"}
"""What a narrative can place."""

MARK = re.compile(r"\{\{\s*(\w+)\s+([^\s{}]+)\s*\}\}\s*")
MARKS = re.compile(rf"(?:{MARK.pattern})+")
AWAITED = re.compile(
    r"Awaited:\s*(?:from\s+(?P<owner>.+?)(?<!\bDr)(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\b[A-Z])[.:](?:\s+|$))?(?P<prompt>.*)", re.DOTALL
)
PROMPT = "Commentary is due."
"""What stands for a prompt that says nothing."""

ROOM = 4
"""Characters of a block's id that its part leaves for a slash and a number."""

SHORTEST_PART = 8

USUAL = ("foreword",)
"""Authored parts that reports without an outline have too."""

KINDS = (*HEADS, "indicator")
"""What the first word of a part with a slash may be."""


@dataclass(frozen=True, slots=True)
class Known:
    """What the narrative may name: sections and directorates, indicators with the parts of their commentary, tables, the outline."""

    sections: frozenset[str]
    directorates: frozenset[str]
    indicators: Mapping[str, tuple[str, ...]]
    tables: frozenset[str]
    outline: tuple[str, ...]
    outline_place: Place = NOWHERE
    sure: bool = True
    """Whether these are all names that there are; otherwise a table is missing, and no name is said to be unknown."""


@dataclass(slots=True)
class _Part:
    """A part while its blocks come in."""

    key: str
    place: Place
    title: str = ""
    blocks: list[AuthoredBlock | Placed] = field(default_factory=list)
    awaited: Awaited | None = None


def part_key(indicator: str, part: str = "commentary") -> str:
    """The key of a part of an indicator's commentary: `indicator/CS01/what-action-is-being-taken`, cut to what a block's id can hold."""
    head = f"indicator/{indicator}/"
    words = re.sub(r"[^a-z0-9]+", "-", part.lower()).strip("-")
    return head + words[: max(MAX_ID - ROOM - len(head), SHORTEST_PART)].rstrip("-")


def key_of(path: PurePath) -> str:
    """The part that a file of the narrative is, by its path within the folder: `section-roads.md` is section/roads."""
    key = "/".join(path.with_suffix("").parts).replace("__", "/")
    head, hyphen, rest = key.partition("-")
    return f"{head}/{rest}" if hyphen and head in HEADS else key


def read_narrative(folder: Path, files: tuple[Path, ...], known: Known, findings: Findings) -> tuple[Narrative, ...]:
    """The authored parts in the order of their files."""
    parts: dict[str, _Part] = {}
    placed: dict[Placed, Place] = {}
    for path in files:
        for part in _parts_of_file(folder, path, known, findings):
            first = parts.setdefault(part.key, part)
            if first is not part:
                findings.add("narrative-twice", part.place, value=part.key, first=str(first.place))
            for block in part.blocks:
                if isinstance(block, Placed):
                    _check_placed(block, part.place, known, placed, findings)
    written = {*parts, *(key_of(path.relative_to(folder / "narrative")) for path in files)}
    _check_outline(parts, written, known, findings)
    return tuple(Narrative(part.key, part.title, tuple(part.blocks), part.awaited, part.place) for part in parts.values())


def _parts_of_file(folder: Path, path: Path, known: Known, findings: Findings) -> Iterator[_Part]:
    """The file's parts that say something, with their blocks numbered."""
    place = Place(file=path.relative_to(folder).as_posix())
    key = key_of(path.relative_to(folder / "narrative"))
    if not _check_key(key, place, known, findings):
        return
    data = read_bytes(path, cast("str", place.file), findings)
    blocks = _blocks(path, data, key, place, findings) if data is not None and _is_text(path, data, place, findings) else ()
    lines = (data or b"").decode(errors="replace").splitlines() if path.suffix.lower() == ".md" else []
    for part in _Splitter(key, place, lines, known, findings).parts(blocks):
        if part.blocks or part.awaited:
            part.blocks = [
                replace(block, id=f"{part.key}/{number}") if not isinstance(block, Placed) else block
                for number, block in enumerate(part.blocks, 1)
            ]
            yield part


def _check_key(key: str, place: Place, known: Known, findings: Findings) -> bool:
    """The part that a file stands for can be one of the report."""
    head, _, rest = key.partition("/")
    choices = {"section": known.sections, "directorate": known.directorates, "indicator": frozenset(known.indicators)}.get(head)
    name, _, further = rest.partition("/")
    if not known.sure:
        return True
    if choices is not None and name not in choices:
        near = nearest(name, sorted(choices))
        findings.add("unknown-narrative", place, value=key, hint=f": did you mean {head}/{near}?" if near else "")
    elif (head == "cover" and rest not in COVER_PARTS) or (head in ("section", "directorate") and further) or (rest and head not in KINDS):
        near = nearest(rest, COVER_PARTS) if head == "cover" else None
        findings.add("narrative-not-printed", place, value=key, hint=f": did you mean cover/{near}?" if near else "")
    return choices is None or name in choices


def _is_text(path: Path, data: bytes, place: Place, findings: Findings) -> bool:
    """Whether the file holds something, and not something else than Markdown under a Markdown file's name."""
    if not data.strip():
        findings.add("empty-file", place, name=place.file, how="Write its text, or delete it.")
    elif path.suffix.lower() == ".md" and (found := signed_as(data)):
        findings.add("not-what-it-says", place, name=place.file, found=found, wanted="Markdown (.md) or Word (.docx)")
    else:
        return True
    return False


def _blocks(path: Path, data: bytes, key: str, place: Place, findings: Findings) -> tuple[AuthoredBlock, ...]:
    """The blocks of a file, whichever of the two kinds it is."""
    try:
        blocks, problems = _read(path, data, key, place)
    except PapersError as refused:
        blocks, problems = (), refused.problems
    findings.found.extend(one if one.place.file else replace(one, place=replace(one.place, file=place.file)) for one in problems)
    return blocks


def _read(path: Path, data: bytes, key: str, place: Place) -> tuple[tuple[AuthoredBlock, ...], tuple[Problem, ...]]:
    if path.suffix.lower() == ".docx":
        from papers.readers.word import read_blocks

        return read_blocks(data, key)
    from papers.readers.markdown import read_markdown

    findings = Findings()
    text = decoded(data, place, findings) or ""
    blocks, problems = read_markdown(text, key, path.parent, replace(place, row=1))
    return blocks, (*findings.all(), *problems)


class _Splitter:
    """One reading of a file's blocks: the part that is being filled, and the indicator that it belongs to."""

    def __init__(self, key: str, place: Place, lines: list[str], known: Known, findings: Findings) -> None:
        self.place, self.lines, self.known, self.findings = place, lines, known, findings
        self.indicator = key.split("/")[1] if key.startswith("indicator/") else None
        self.part = _Part(part_key(self.indicator) if self.indicator and key.count("/") == 1 else key, place)

    def parts(self, blocks: Iterable[AuthoredBlock]) -> Iterator[_Part]:
        """The parts in order; the first is the file's own."""
        for index, block in enumerate(blocks):
            opened = self._opened(block)
            if opened:
                yield self.part
                self.part = opened
            elif index == 0 and isinstance(block, Heading) and block.level == 1:
                self.part.title = plain(block.inlines)
            else:
                self._take(block)
        yield self.part

    def _at(self, words: str) -> Place:
        """The line of a Markdown file in which the words stand; the file alone where that can't be told."""
        return replace(self.place, row=next((row for row, line in enumerate(self.lines, 1) if words in line), None))

    def _opened(self, block: AuthoredBlock) -> _Part | None:
        """The part that a heading opens, if it opens one."""
        if not isinstance(block, Heading):
            return None
        words = plain(block.inlines).strip()
        if block.level == 1:
            return self._opened_indicator(words)
        return self._opened_named(words) if self.indicator and block.level == 2 else None

    def _opened_indicator(self, words: str) -> _Part | None:
        if words in self.known.indicators:
            self.indicator = words
            return _Part(part_key(words), self._at(f"# {words}"))
        if self.known.sure and INDICATOR_ID.fullmatch(words):
            self.findings.add("unknown-indicator", self._at(words), value=words, hint=hint(words, self.known.indicators))
        return None

    def _opened_named(self, words: str) -> _Part | None:
        names = self.known.indicators.get(self.indicator or "", ())
        name = {one.casefold(): one for one in names}.get(words.casefold())
        if name:
            return _Part(part_key(cast("str", self.indicator), name), self._at(words), title=name)
        if near := nearest(words, names):
            self.findings.add("unknown-commentary-part", self._at(words), value=words, hint=f": did you mean {near}?")
        return None

    def _take(self, block: AuthoredBlock) -> None:
        """Put the block into the part: as it is, as what it places, or as what is due."""
        words = plain(block.inlines).strip() if isinstance(block, Paragraph) else ""
        if not self.part.blocks and not self.part.awaited and (due := AWAITED.fullmatch(words)):
            self.part.awaited = Awaited(due["prompt"].strip() or PROMPT, (due["owner"] or "").strip())
        elif MARKS.fullmatch(words):
            self.part.blocks.extend(self._placed(words))
        else:
            if "{{" in words:
                self.findings.add("unknown-mark", self._at("{{"), value=words[:60])
            self.part.blocks.append(block)

    def _placed(self, words: str) -> Iterator[Placed]:
        for mark in MARK.finditer(words):
            if mark[1] in PLACES:
                yield Placed(PLACES[mark[1]], mark[2])
            else:
                self.findings.add("unknown-mark", self._at(mark[0].strip()), value=mark[0].strip())


def _check_placed(block: Placed, place: Place, known: Known, placed: dict[Placed, Place], findings: Findings) -> None:
    """What is placed is there, and placed once."""
    choices = sorted(known.tables if block.kind == "table" else known.indicators)
    if known.sure and block.id not in choices:
        findings.add("nothing-placed", place, value=f"{{{{{block.kind} {block.id}}}}}", what=block.kind, hint=hint(block.id, choices))
    first = placed.setdefault(block, place)
    if first is not place:
        findings.add("placed-twice", place, value=f"{{{{{block.kind} {block.id}}}}}", first=str(first))


def _check_outline(parts: Mapping[str, _Part], written: Collection[str], known: Known, findings: Findings) -> None:
    """The outline names only what there is, and leaves out nothing that is written."""
    choices = [*COMPUTED, *sorted(name for name in written if "/" not in name)]
    for name in known.outline:
        if name not in choices:
            findings.add("unknown-outline-part", known.outline_place, value=name, hint=hint(name, choices))
    for key, part in parts.items():
        if "/" not in key and key not in {*known.outline, *COMPUTED}:
            _report_loose(part, known, findings)


def _report_loose(part: _Part, known: Known, findings: Findings) -> None:
    """Say that an authored part is not in the outline; where there is none, only if its name looks like a slip."""
    near = hint(part.key, {*known.outline, *COMPUTED, *USUAL} - {part.key})
    if known.outline or near:
        findings.add("narrative-not-in-outline", part.place, value=part.key, hint=near)
