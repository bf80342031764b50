"""One part made ready for a pack: harmless, its pages measured, its links and bookmarks by page number, and what it keeps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any

from papers.errors import PapersError, Place, Problem, problem
from papers.inspection import Inspection, inspect_opened
from papers.inspection.opened import Opened
from papers.packs.destinations import Mark, Places
from papers.packs.geometry import Sheet
from papers.packs.grafting import name_apart, untag
from papers.packs.ink import Inked, inked
from papers.packs.outside import pages_with_words_outside
from papers.packs.vetting import FAILURES, box_of, cropped_words, damaged, open_part

if TYPE_CHECKING:
    import pikepdf

ARCHIVE_PARTS = "123"
"""Parts of PDF/A whose files can stand in one that is PDF/A-2: part 4 rests on another PDF."""
CMYK = 4
"""Components of a colour profile of press colours, which the pack's own, sRGB, contradicts."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A part ready to be merged.

    `claims` are those of its own against which nothing speaks; `faults` says in words what speaks against PDF/UA.
    """

    title: str
    data: bytes
    place: Place
    sheets: tuple[Sheet, ...]
    marks: tuple[Mark, ...]
    language: str
    tagged: bool
    claims: tuple[str, ...]
    faults: tuple[str, ...]
    problems: tuple[Problem, ...]

    @property
    def pages(self) -> int:
        """How many pages it has."""
        return len(self.sheets)


def prepare(title: str, data: bytes, place: Place, prefix: str) -> Prepared:
    """The part ready to be merged; the names in its structure begin with `prefix`. PapersError with the reason where it is refused."""
    import pikepdf

    pdf, problems = open_part(data, place)
    with pdf:
        try:
            return _prepared(title, pdf, place, prefix, problems)
        except (pikepdf.PdfError, *FAILURES) as error:
            raise PapersError([damaged(place, error)]) from error


def _prepared(title: str, pdf: pikepdf.Pdf, place: Place, prefix: str, problems: list[Problem]) -> Prepared:
    opened = Opened(pdf)
    seen = [inked(page) for page in opened.pages]
    sheets = tuple(_sheet(page, each) for page, each in zip(opened.pages, seen, strict=True))
    refused = list(_refusals(pdf, seen, place))
    if refused:
        raise PapersError(refused)
    opened.untagged = [n for n, each in enumerate(seen, 1) if each.untagged]
    found = inspect_opened(opened)
    tagged = opened.tree is not None and not opened.tree.empty
    places = Places(pdf)
    places.settle()
    marks = tuple(places.marks())
    if tagged:
        name_apart(pdf, prefix)
    else:
        untag(pdf)
    if not any(each.text for each in seen):
        problems.append(problem("pdf-scanned", place))
    return Prepared(
        title=title,
        data=_saved(pdf),
        place=place,
        sheets=sheets,
        marks=marks,
        language=found.language,
        tagged=tagged,
        claims=tuple(_claims(found, opened)),
        faults=tuple(fault for each in found.findings if each.check.standard == "ua" for fault in each.faults),
        problems=tuple(problems),
    )


def _refusals(pdf: pikepdf.Pdf, seen: Sequence[Inked], place: Place) -> Iterator[Problem]:
    """Pages whose drawing breaks off or holds itself, and pages with words outside of what they show."""
    for n, each in enumerate(seen, 1):
        if each.broken or each.ring:
            yield problem("pdf-damaged", place, reason=f"the drawing of page {n} {'breaks off' if each.broken else 'holds itself'}")
    outside = [n for n, each in enumerate(seen) if each.outside]
    found = pages_with_words_outside(_saved(pdf), outside) if outside else []
    if found:
        yield cropped_words(found, place)


def _claims(found: Inspection, opened: Opened) -> list[str]:
    """What the part says of itself, keeps as far as can be checked, and can bring into a pack."""
    kept = [claim for claim in found.claims if found.keeps(claim)]
    if any(_components(intent) == CMYK for intent in opened.root.get("/OutputIntents", [])):
        kept = [claim for claim in kept if claim.startswith("ua")]
    return [claim for claim in kept if claim.startswith("ua") or claim[0] in ARCHIVE_PARTS]


def _components(intent: Any) -> int:  # noqa: ANN401 - a PDF dictionary
    return int(intent.get("/DestOutputProfile", {}).get("/N", 0))


def _sheet(page: pikepdf.Page, seen: Inked) -> Sheet:
    """The page's box, turn and white in points; what its drawing leaves open is closed by `tail`. Its box is in points from now on."""
    import pikepdf

    unit = float(page.obj.get("/UserUnit", 1))
    left, bottom, right, top = box_of(page)
    extent = seen.extent
    if extent.low > extent.high:
        extent.left = extent.right = (left + right) / 2
        extent.low = extent.high = (bottom + top) / 2
    white = {0: extent.low - bottom, 90: right - extent.right, 180: top - extent.high, 270: extent.left - left}
    turn = int(page.obj.get("/Rotate", 0))
    foot, head = (max(0.0, white[each]) * unit for each in (turn, (turn + 180) % 360))
    box = (left * unit, bottom * unit, right * unit, top * unit)
    if unit != 1:
        page.obj["/MediaBox"] = pikepdf.Array([round(edge, 3) for edge in box])
        del page.obj["/UserUnit"]
    return Sheet(box, turn, head, foot, seen.lead, seen.tail, unit)


def _saved(pdf: pikepdf.Pdf) -> bytes:
    import pikepdf

    out = BytesIO()
    pdf.save(out, encryption=False, compress_streams=False, object_stream_mode=pikepdf.ObjectStreamMode.generate, static_id=True)
    return out.getvalue()
