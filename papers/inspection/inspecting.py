"""Looking at one PDF: every check, and what the file is."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from papers.errors import PapersError, Place, problem
from papers.inspection.checks import CHECKS, Check
from papers.inspection.opened import Opened

if TYPE_CHECKING:
    import pikepdf

LEVEL_A = frozenset({"tagged", "tags-from-pages", "language", "unicode"})
"""The rules of PDF/UA that level a of PDF/A shares (ISO 19005-2, 6.2.11.7 and 6.7)."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A check and the faults that it found; none where the rule is kept.

    `told` is False where the check looks at tags and the file has none, so that it says nothing either way.
    """

    check: Check
    faults: tuple[str, ...]
    told: bool = True

    @property
    def holds(self) -> bool:
        """Whether the rule is kept."""
        return not self.faults


@dataclass(frozen=True, slots=True)
class Inspection:
    """What a PDF is, says of itself and keeps to. `claims` are its own words: "ua1", "2a"."""

    title: str
    language: str
    pages: int
    landscape: tuple[int, ...]
    bookmarks: int
    attachments: tuple[str, ...]
    claims: tuple[str, ...]
    findings: tuple[Finding, ...]

    def keeps(self, claim: str) -> bool:
        """Whether no check speaks against the claim: PDF/UA wants its own rules, PDF/A its own and at level a also that it is tagged."""
        return all(each.holds for each in self.findings if _matters(each.check, claim))

    @property
    def broken_claims(self) -> tuple[str, ...]:
        """What the file says it is and is not."""
        return tuple(claim for claim in self.claims if not self.keeps(claim))


def _matters(check: Check, claim: str) -> bool:
    if claim.startswith("ua"):
        return check.standard == "ua"
    return check.standard == "a" or (claim.endswith("a") and check.name in LEVEL_A)


def inspect_pdf(data: bytes, name: str) -> Inspection:
    """What holds of the PDF. PapersError where it can't be opened: no PDF, damaged, or closed by a password."""
    with open_pdf(data, name) as pdf:
        return inspect_opened(Opened(pdf))


def inspect_opened(opened: Opened) -> Inspection:
    """What holds of a PDF that is open already."""
    pdf = opened.pdf
    tagged = opened.tree is not None and not opened.tree.empty
    return Inspection(
        title=str(pdf.docinfo.get("/Title", "")),
        language=str(pdf.Root.get("/Lang", "")),
        pages=len(opened.pages),
        landscape=tuple(n for n, page in enumerate(opened.pages, 1) if _is_landscape(page)),
        bookmarks=_bookmarks(pdf),
        attachments=tuple(sorted(pdf.attachments)),
        claims=opened.claims,
        findings=tuple(Finding(check, tuple(check.faults(opened)), tagged or not check.of_tags) for check in CHECKS),
    )


def open_pdf(data: bytes, name: str) -> pikepdf.Pdf:
    """The file opened for reading. PapersError with what to ask its author for, where it can't be."""
    import pikepdf

    try:
        return pikepdf.open(BytesIO(data))
    except pikepdf.PasswordError:
        raise PapersError([problem("pdf-locked", Place(file=name))]) from None
    except pikepdf.PdfError as error:
        raise PapersError([problem("pdf-damaged", Place(file=name), reason=str(error))]) from None


def _is_landscape(page: pikepdf.Page) -> bool:
    left, bottom, right, top = (float(edge) for edge in page.mediabox)
    turned = int(page.obj.get("/Rotate", 0)) % 180 == 90
    return (right - left > top - bottom) != turned


def _bookmarks(pdf: pikepdf.Pdf) -> int:
    def count(items: list[pikepdf.OutlineItem]) -> int:
        return sum(1 + count(item.children) for item in items)

    with pdf.open_outline() as outline:
        return count(outline.root)
