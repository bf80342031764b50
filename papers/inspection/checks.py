"""The checks, each a rule of a standard in plain words, and what breaks it in a file."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

from papers.inspection.opened import Opened
from papers.inspection.rows import row_widths
from papers.inspection.tree import Element, is_dictionary

Standard = Literal["ua", "a"]
HEADINGS = {f"H{level}": level for level in range(1, 7)}
ACTIVE = ("/JavaScript", "/Launch", "/ImportData", "/SubmitForm", "/ResetForm", "/Movie", "/Sound", "/Rendition", "/GoToE")
"""Actions that do more than lead somewhere (ISO 19005-2, 6.5.1)."""
MOST_PAGES = 6
"""How many pages a fault names."""
FEW_PAGES = 2
"""So short a file needs no headings."""
SAYS_NOTHING = re.compile(
    r"(?:an? )?(?:image|picture|photo|figure|graphic|logo|chart|graph|diagram|screenshot)s?\s*\d*|\S+\.(?:png|jpe?g|gif|emf|wmf|svg|tiff?)",
    re.IGNORECASE,
)
"""Words and names of files that programs put in place of a text alternative."""


@dataclass(frozen=True, slots=True)
class Check:
    """A rule: whose it is, its clause, what holds where it is kept, and the faults that it finds. `of_tags`: it looks at tags alone."""

    name: str
    standard: Standard
    clause: str
    holds: str
    faults: Callable[[Opened], Iterable[str]]
    of_tags: bool = False


def on_pages(pages: Iterable[int]) -> str:
    """The pages in words: "page 3", "pages 3, 4 and 9 more"."""
    found = sorted(set(pages))
    if not found:
        return "no page"
    named, more = found[:MOST_PAGES], len(found) - MOST_PAGES
    listed = ", ".join(map(str, named)) + (f" and {more} more" if more > 0 else "")
    return f"page{'s' if len(found) > 1 else ''} {listed}"


def _tagged(opened: Opened) -> Iterator[str]:
    if (opened.tree is None or opened.tree.empty) and not opened.fonts:
        yield "It is pictures of pages, such as a scan: there are no words in it that could be read aloud or searched."
    elif opened.tree is None or opened.tree.empty:
        yield "It has no tags: a screen reader can only guess at headings, tables and the order of reading."
    elif not bool(opened.root.get("/MarkInfo", {}).get("/Marked", False)):
        yield "It has tags but does not say so."


def _all_content(opened: Opened) -> Iterator[str]:
    if opened.untagged:
        yield f"Something is shown that is neither tagged nor marked as decoration, on {on_pages(opened.untagged)}."


def _language(opened: Opened) -> Iterator[str]:
    if not str(opened.root.get("/Lang", "")).strip():
        yield "It does not say which language it is in."


def _title(opened: Opened) -> Iterator[str]:
    if "<dc:title" not in opened.packet:
        yield "It has no title in its metadata."
    if not bool(opened.root.get("/ViewerPreferences", {}).get("/DisplayDocTitle", False)):
        yield "It asks viewers to show its file's name, not its title."


def _claim(opened: Opened) -> Iterator[str]:
    if "ua1" not in opened.claims:
        yield "It does not say that it is PDF/UA-1."


def _headings(opened: Opened) -> Iterator[str]:
    before = 0
    found = list(opened.elements(*HEADINGS))
    if not found and opened.tree is not None and len(opened.pages) > FEW_PAGES and not list(opened.elements("H")):
        yield f"It has {len(opened.pages)} pages and no headings."
    for each in found:
        level = HEADINGS[each.role]
        if level > before + 1:
            yield f"A heading of level {level} follows one of level {before or 'none'}, on {on_pages(each.pages)}."
        before = level


def _figures(opened: Opened) -> Iterator[str]:
    missing = [
        each for each in opened.elements("Figure", "Formula") if not each.text("/Alt").strip() and not each.text("/ActualText").strip()
    ]
    if missing:
        pages = [page for each in missing for page in each.pages]
        yield f"{len(missing)} {'picture has' if len(missing) == 1 else 'pictures have'} no text alternative, on {on_pages(pages)}."
    empty = [each for each in opened.elements("Figure") if SAYS_NOTHING.fullmatch(each.text("/Alt").strip())]
    if empty:
        said = sorted({each.text("/Alt").strip() for each in empty})
        yield f"Text alternatives say nothing ({', '.join(said[:MOST_PAGES])}), on {on_pages([page for each in empty for page in each.pages])}."


def _tables(opened: Opened) -> Iterator[str]:
    for table in opened.elements("Table"):
        rows = [
            row
            for each in table.kids
            for row in ([each] if each.role == "TR" else each.kids if each.role in ("THead", "TBody", "TFoot") else [])
        ]
        if len(set(row_widths(map(_spans, rows)))) > 1:
            yield f"A table has rows of different lengths, on {on_pages(table.pages)}."
        cells = [cell for row in rows for cell in row.kids]
        heads = [cell for cell in cells if cell.role == "TH"]
        if cells and not heads:
            yield f"A table has no header cells, on {on_pages(table.pages)}."
        if any(cell.attribute("/Scope") is None and not cell.text("/ID") for cell in heads):
            yield f"A table's header cells do not say what they head, on {on_pages(table.pages)}."


def _spans(row: Element) -> Iterator[tuple[int, int]]:
    """The columns and rows that each cell spans."""
    return ((int(cell.attribute("/ColSpan") or 1), int(cell.attribute("/RowSpan") or 1)) for cell in row.kids)


def _lists(opened: Opened) -> Iterator[str]:
    for each in opened.elements("L"):
        if any(kid.role not in ("LI", "L", "Caption") for kid in each.kids):
            yield f"A list holds something that is no list item, on {on_pages(each.pages)}."
    for each in opened.elements("LI"):
        if any(kid.role not in ("Lbl", "LBody") for kid in each.kids):
            yield f"A list item holds something beside its label and its body, on {on_pages(each.pages)}."


def _links(opened: Opened) -> Iterator[str]:
    loose = [n for n, each in opened.annotations if each.get("/Subtype") in ("/Link", "/Widget") and "/StructParent" not in each]
    if loose:
        yield f"Links or form fields are not tagged, on {on_pages(loose)}."
    silent = [n for n, each in opened.annotations if each.get("/Subtype") == "/Link" and not str(each.get("/Contents", "")).strip()]
    if silent:
        yield f"Links have no description, on {on_pages(silent)}."


def _tab_order(opened: Opened) -> Iterator[str]:
    wrong = [n for n, page in enumerate(opened.pages, 1) if "/Annots" in page.obj and page.obj.get("/Tabs") != "/S"]
    if wrong:
        yield f"The tab key does not follow the order of reading, on {on_pages(wrong)}."


def _parents(opened: Opened) -> Iterator[str]:
    root = opened.root.get("/StructTreeRoot", {})
    if opened.tree is not None and "/ParentTree" not in root:
        yield "Its tags can't be found from its pages (there is no parent tree)."


def _embedded(opened: Opened) -> Iterator[str]:
    for name, font in opened.fonts.items():
        if font.get("/Subtype") != "/Type3" and not _program(font):
            yield f"The font {name} is not in the file."


def _program(font: Any) -> bool:  # noqa: ANN401 - a PDF dictionary
    held = font.get("/DescendantFonts", [font])[0]
    descriptor = held.get("/FontDescriptor", {})
    return any(entry in descriptor for entry in ("/FontFile", "/FontFile2", "/FontFile3"))


def _unicode(opened: Opened) -> Iterator[str]:
    for name, font in opened.fonts.items():
        if font.get("/Subtype") == "/Type0" and "/ToUnicode" not in font:
            yield f"The letters of the font {name} can't be read as text."


def _encryption(opened: Opened) -> Iterator[str]:
    if opened.pdf.is_encrypted:
        yield "It is encrypted."


def _actions(opened: Opened) -> Iterator[str]:
    found = {str(kind).removeprefix("/") for kind in _kinds_of_actions(opened) if kind in ACTIVE}
    if found:
        yield f"It does more than be read: {', '.join(sorted(found))}."


def _kinds_of_actions(opened: Opened) -> Iterator[str]:
    """The kinds of every action: of the file's opening, its names, its pages, its annotations and its fields."""
    if "/JavaScript" in opened.root.get("/Names", {}):
        yield "/JavaScript"
    holders = [opened.root, *(page.obj for page in opened.pages), *(each for _, each in opened.annotations)]
    for holder in holders:
        own = [holder[entry] for entry in ("/A", "/OpenAction") if entry in holder]
        further = [holder["/AA"][entry] for entry in holder["/AA"]] if "/AA" in holder else []
        for action in [*own, *further]:
            if is_dictionary(action):
                yield str(action.get("/S", ""))


def _colours(opened: Opened) -> Iterator[str]:
    if not opened.root.get("/OutputIntents", []):
        yield "It does not say which colours it means (no output intent)."


def _archive_claim(opened: Opened) -> Iterator[str]:
    if not any(claim[0].isdigit() for claim in opened.claims):
        yield "It does not say that it is PDF/A."


def _attachments(opened: Opened) -> Iterator[str]:
    names = sorted(opened.pdf.attachments)
    if names and not any(claim.startswith("3") for claim in opened.claims):
        yield f"It carries files, which only PDF/A-3 allows: {', '.join(names)}."


CHECKS: tuple[Check, ...] = (
    Check("tagged", "ua", "ISO 14289-1, 7.1", "It is tagged.", _tagged),
    Check("all-content", "ua", "ISO 14289-1, 7.1", "Everything on its pages is tagged or marked as decoration.", _all_content),
    Check("tags-from-pages", "ua", "ISO 14289-1, 7.1", "Its tags can be found from its pages.", _parents, of_tags=True),
    Check("language", "ua", "ISO 14289-1, 7.2", "It says which language it is in.", _language),
    Check("title", "ua", "ISO 14289-1, 7.1", "It has a title, which viewers show.", _title),
    Check("claim", "ua", "ISO 14289-1, 5", "It says that it is PDF/UA-1.", _claim),
    Check("headings", "ua", "ISO 14289-1, 7.4.2", "It has headings, and they skip no level.", _headings, of_tags=True),
    Check("pictures", "ua", "ISO 14289-1, 7.3", "Every picture has a text alternative that says something.", _figures, of_tags=True),
    Check("tables", "ua", "ISO 14289-1, 7.5", "Its tables are regular and their header cells say what they head.", _tables, of_tags=True),
    Check("lists", "ua", "ISO 14289-1, 7.6", "Its lists are made of list items.", _lists, of_tags=True),
    Check("links", "ua", "ISO 14289-1, 7.18", "Every link is tagged and described.", _links),
    Check("tab-order", "ua", "ISO 14289-1, 7.18.3", "The tab key follows the order of reading.", _tab_order),
    Check("unicode", "ua", "ISO 14289-1, 7.21.7", "Its letters can be read as text.", _unicode),
    Check("fonts", "a", "ISO 19005-2, 6.2.11.4", "Its fonts are in the file.", _embedded),
    Check("encryption", "a", "ISO 19005-2, 6.1.3", "It is not encrypted.", _encryption),
    Check("actions", "a", "ISO 19005-2, 6.5", "It does nothing but be read.", _actions),
    Check("colours", "a", "ISO 19005-2, 6.2.3", "It says which colours it means.", _colours),
    Check("archive-claim", "a", "ISO 19005-2, 6.6.4", "It says that it is PDF/A.", _archive_claim),
    Check("attachments", "a", "ISO 19005-2, 6.8", "It carries no files, or says so as PDF/A-3.", _attachments),
)
"""What is looked at, in the order of telling."""
