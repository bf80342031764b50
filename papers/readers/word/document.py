"""A Word file as a Document: of our own writing, or rendered from an officer's template, possibly edited since.

Read from the content alone: a block's content control bears its id, its place and look say what it is (docs/word-conventions.md).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import TYPE_CHECKING

from papers.document import Block, Document, Heading, NodeError, Paragraph, Section, inlines, plain, walk
from papers.errors import PapersError, Problem, problem
from papers.readers.word.anchors import anchored, unexplained
from papers.readers.word.beside import is_known, squeezed, with_lines
from papers.readers.word.controls import ControlReader
from papers.readers.word.foreign import is_ours, without_controls
from papers.readers.word.mending import mended
from papers.readers.word.names import at, children, is_on, local, val, w
from papers.readers.word.outline import Outline, outline_of
from papers.readers.word.package import open_package
from papers.readers.word.properties import RESERVED, About, read_properties, read_saved
from papers.readers.word.reading import Dropped, Reading
from papers.readers.word.reforming import reformed
from papers.readers.word.remarks import Comment, read_comments
from papers.readers.word.restoring import Restorer, lost_controls, take_apart
from papers.readers.word.running import report_running
from papers.readers.word.sent import sent_copy
from papers.readers.word.styles import read_styles
from papers.readers.word.survey import Loss, losses
from papers.readers.word.tracked import Change, Tracked, changes_in, settle

if TYPE_CHECKING:
    from papers.readers.word.names import Element
    from papers.readers.word.package import Package


@dataclass(frozen=True, slots=True)
class Read:
    """What a Word file says as a Document, what of it a Document can't carry, and who did what to it."""

    document: Document
    problems: tuple[Problem, ...]
    comments: tuple[Comment, ...] = ()
    changes: tuple[Change, ...] = ()
    """The tracked changes that nobody has decided yet; the Document has them settled as asked."""
    copies: Mapping[str, str] = field(default_factory=dict)
    """Ids of blocks that stand more than once, by the new ids of their copies."""
    restored: tuple[str, ...] = ()
    """Ids of blocks that had lost their content controls and were found by their bookmarks."""
    modified_by: str = ""
    modified: dt.datetime | None = None
    program: str = ""
    """The program that saved the file, as the file says."""
    dropped: tuple[Dropped, ...] = ()
    """Words of the file that the Document does not have; each is told of in `problems`, too."""
    losses: tuple[Loss, ...] = ()
    """Of a file that is not ours: what it shows and the Document does not."""
    prompts: tuple[str, ...] = ()
    """Of a file from anyone: what its empty content controls that are not ours ask for."""
    ours: bool = True
    """Whether it is a paper of ours, edited since or not, as far as that was asked."""


@dataclass(frozen=True, slots=True)
class Pages:
    """The block-level elements of one section and the properties of its pages."""

    elements: tuple[Element, ...]
    properties: Element | None


def read_word(data: bytes, tracked: Tracked = "accepted", *, from_anyone: bool = False) -> Read:
    """The Document that the Word file holds, its tracked changes as if accepted or as if rejected.

    A file `from_anyone` need not be ours: if it is not, its content controls are only the words in them, and the `losses` are found.
    PapersError where the file is refused or makes no Document.
    """
    package = open_package(data)
    root = package.trees[package.main]
    foreign = from_anyone and not is_ours(package)
    prompts = without_controls(root, every=foreign) if from_anyone else ()
    comments = read_comments(package)
    changes = _settled(package, tracked)
    about, saved = read_properties(package), read_saved(package)
    reading = Reading(package, read_styles(package), package.main, exact=True, language=about.language, reserved=RESERVED)
    reading.anchors = anchored(root)
    reading.report_template()
    repair = _repair(package, reading)
    document = _document(root, about, reading, repair)
    report_running(document, saved.program, reading)
    return Read(
        losses=losses(package, reading.styles) if foreign else (),
        prompts=prompts,
        ours=not foreign,
        document=document,
        problems=tuple(reading.problems),
        comments=comments,
        changes=changes,
        copies=dict(reading.copies),
        restored=repair.lost if repair else (),
        modified_by=saved.by,
        modified=saved.when,
        program=saved.program,
        dropped=tuple(reading.dropped),
    )


def undecided(data: bytes) -> tuple[tuple[Comment, ...], tuple[Change, ...]]:
    """The comments of any Word file, and its tracked changes in all its parts. PapersError where it is refused."""
    package = open_package(data)
    roots = (root for name, root in package.trees.items() if name.startswith("word/") and not name.endswith(".rels"))
    return read_comments(package), tuple(change for root in roots for change in changes_in(root))


def _settled(package: Package, tracked: Tracked) -> tuple[Change, ...]:
    """The tracked changes of the body and its notes, which are settled now."""
    found: list[Change] = []
    for part in (package.main, *(package.part_of_kind(kind, package.main) for kind in ("footnotes", "endnotes"))):
        root = package.trees.get(part)
        if root is not None:
            found += changes_in(root)
            settle(root, tracked)
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Repair:
    """What is known of blocks whose controls are gone: their ids, and the sent copy's outline."""

    lost: tuple[str, ...]
    outline: Outline
    restorer: Restorer


def _repair(package: Package, reading: Reading) -> Repair | None:
    """How to find blocks that have lost their controls; None where none has, or no copy says how."""
    root = package.trees[package.main]
    sent = sent_copy(package) if unexplained(root, reading.anchors) else None
    if sent is None:
        return None
    outline = outline_of(sent)
    lost = lost_controls(root, outline)
    if not lost:
        return None
    take_apart(root)
    reading.anchors = {**reading.anchors, **outline.by_anchor}
    reading.problems.append(problem("word-controls-restored", value=str(len(lost))))
    return Repair(lost, outline, Restorer(outline, reading.styles))


def _document(root: Element, about: About, reading: Reading, repair: Repair | None) -> Document:
    """The Document of the body under the root."""
    controls = ControlReader(reading, reading.package.custom_properties())
    try:
        found = (_section(controls, n, pages, repair) for n, pages in enumerate(_pages(at(root, "body")), 1))
        sections = _with_typed_lines([each for each in found if each], controls, reading)
        sections = mended(sections, reading, controls.stray_id)
        if repair:
            sections = reformed(sections, repair.outline, repair.lost, reading)
        return Document(sections=sections, **asdict(_titled(about, sections, reading)))
    except NodeError as error:
        raise PapersError([problem("word-not-ours", why=str(error), how="Correct it in Word, or build the paper again.")]) from error


def _with_typed_lines(sections: list[Section], controls: ControlReader, reading: Reading) -> tuple[Section, ...]:
    """The sections with a paragraph for each line of the contents that names no heading.

    Nor one of the sent Document, where Word has not yet brought the contents up to date.
    """
    names = _names(sections)
    unknown = {own: [each for each in lines if not is_known(each, names)] for own, lines in controls.lines.items()}
    if any(unknown.values()):
        sent = sent_copy(reading.package)
        names = _names(sent.sections) if sent else frozenset()
        unknown = {own: [each for each in lines if not is_known(each, names)] for own, lines in unknown.items()}
    for own, each in ((own, each) for own, lines in unknown.items() for each in lines):
        reading.problems.append(reading.problem_at(own, "word-added", each))
    typed = {own: [Paragraph(controls.stray_id(), inlines(each)) for each in lines] for own, lines in unknown.items()}
    return with_lines(sections, typed)


def _names(sections: Iterable[Section]) -> frozenset[str]:
    """What lines of contents may say of the headings, without spaces."""
    headings = [each for section in sections for each in walk(section) if isinstance(each, Heading)]
    return frozenset(squeezed(words) for each in headings for words in (each.name, plain(each.inlines)))


def _titled(about: About, sections: tuple[Section, ...], reading: Reading) -> About:
    """What the properties say, with the title that the paper shows where they say none."""
    if about.title.strip():
        return about
    shown = (each for section in sections for each in walk(section) if isinstance(each, Paragraph) and each.role == "title")
    title = next((plain(each.inlines) for each in shown if plain(each.inlines).strip()), about.paper)
    reading.problems.append(problem("word-untitled", value=title))
    return replace(about, title=title)


def _pages(body: Element | None) -> Iterator[Pages]:
    """The body's elements by section: the properties of a section stand in its last paragraph, the last ones in the body."""
    held: list[Element] = []
    for child in () if body is None else children(body):
        found = child if local(child) == "sectPr" else at(child, "pPr/sectPr")
        if local(child) != "sectPr":
            held.append(child)
        if found is not None:
            yield Pages(tuple(held), found)
            held = []
    if held:
        yield Pages(tuple(held), None)


def _section(controls: ControlReader, number: int, pages: Pages, repair: Repair | None) -> Section | None:
    """The section of these pages; None where nothing stands on them. Its control, where it has one, holds all its blocks."""
    if repair:
        return _restored_section(controls, number, pages, repair.restorer)
    holder = next((each for each in pages.elements if val(each, "sdtPr/tag") and controls.holds_controls(each)), None)
    own = f"section/{number}"
    elements: list[Element] = []
    for each in pages.elements:
        content = at(each, "sdtContent") if each is holder else None
        elements += [each] if content is None else list(children(content))
    if holder is not None:
        own = controls.unused(val(holder, "sdtPr/tag") or own)
    return _made(own, controls.blocks(elements), pages)


def _restored_section(controls: ControlReader, number: int, pages: Pages, restorer: Restorer) -> Section | None:
    """The section of pages whose blocks have lost their controls."""
    own = controls.unused(restorer.section(pages.elements) or f"section/{number}")
    return _made(own, controls.blocks(restorer.restored(pages.elements)), pages)


def _made(own: str, blocks: tuple[Block, ...], pages: Pages) -> Section | None:
    """The section, with what the properties of its pages say."""
    landscape = at(pages.properties, "pgSz")
    turned = landscape is not None and landscape.get(w("orient")) == "landscape"
    return Section(own, blocks, turned, bool(is_on(pages.properties, "titlePg"))) if blocks else None
