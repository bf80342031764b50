"""PDFs from anywhere made harmless: what is active or hidden is taken out and told, and what can't be made safe is refused."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING, Any

from papers.errors import PapersError, Place, Problem, problem
from papers.packs.outside import pages_with_words_outside
from papers.packs.unpacking import streams_of, too_much
from papers.wording import listed

if TYPE_CHECKING:
    import pikepdf

SAFE_SCHEMES = ("https:", "http:", "mailto:", "tel:")
"""What a link may lead to, beside places in the same file."""

DRAWN = frozenset("/FreeText /Stamp /Ink /Line /Square /Circle /Polygon /PolyLine /Watermark /Widget".split())  # noqa: SIM905 - a list of names
"""Annotations whose picture is part of what the author shows: it becomes part of the page."""

REMARKS = frozenset("/Text /Popup /Highlight /Underline /StrikeOut /Squiggly /Caret".split())  # noqa: SIM905 - a list of names
"""Annotations that are remarks to the author."""

PAGE_ENTRIES = frozenset(
    "/Type /MediaBox /CropBox /Rotate /UserUnit /Resources /Contents /Annots /StructParents /Tabs /Group /Parent".split()  # noqa: SIM905 - as above
)
"""What a page keeps. All else is active, private to a program, or about the file that it comes from."""

MOST_PAGES = 5000
"""Pages of a part: the longest papers of councils have some two thousand."""

LEAST_SIDE, MOST_SIDE = 144.0, 14400.0
"""A page's side in points: under two inches no stamp can be read, beyond 14400 no reader shows it (ISO 32000-1, annex C)."""


NAMELESS = re.compile(r"^stream <[^>]*>[^:]*: ")
"""How the reader's messages begin: it was given bytes, not a file with a name."""

FAILURES = (RuntimeError, ValueError, TypeError, AttributeError, LookupError, OverflowError)
"""Beside pikepdf's own: a file whose parts are not what they should be fails in as many ways as there are parts; all mean the same to its sender."""


def open_part(data: bytes, place: Place) -> tuple[pikepdf.Pdf, list[Problem]]:
    """The PDF opened and made harmless, and what was done. PapersError with what to ask its author for where it is refused."""
    import pikepdf

    try:
        pdf = pikepdf.open(BytesIO(data))
    except pikepdf.PasswordError:
        raise PapersError([problem("pdf-locked", place)]) from None
    except (pikepdf.PdfError, ValueError, OverflowError, RecursionError) as error:
        raise PapersError([damaged(place, error)]) from None
    try:
        return pdf, _vetted(pdf, place)
    except (pikepdf.PdfError, *FAILURES) as error:
        raise PapersError([damaged(place, error)]) from error


def damaged(place: Place, error: Exception) -> Problem:
    """That the file can't be read, with what its reader says."""
    said = NAMELESS.sub("", str(error).strip()).removesuffix(".")
    return problem("pdf-damaged", place, reason=said or type(error).__name__)


def _vetted(pdf: pikepdf.Pdf, place: Place) -> list[Problem]:
    refused = list(_refusals(pdf, place))
    if refused:
        raise PapersError(refused)
    told = list(_told(pdf, place))
    _flatten_fields(pdf)
    told += _defuse(pdf, place)
    return told + _check_sizes(pdf, place)


def _refusals(pdf: pikepdf.Pdf, place: Place) -> Iterator[Problem]:
    root: Any = pdf.Root
    if not len(pdf.pages):
        yield problem("pdf-empty", place)
    if len(pdf.pages) > MOST_PAGES:
        yield problem("pdf-many-pages", place, value=f"{len(pdf.pages):,}", most=f"{MOST_PAGES:,}")
    streams = streams_of(pdf)
    if too_much(streams):
        yield problem("pdf-too-much", place)
    if "/Collection" in root:
        yield problem("pdf-portfolio", place)
    if "/XFA" in root.get("/AcroForm", {}):
        yield problem("pdf-xfa", place)
    elsewhere = _elsewhere(streams)
    if elsewhere:
        yield problem("pdf-elsewhere", place, value=listed(elsewhere))
    if _hidden_layers(root):
        yield problem("pdf-hidden-layers", place)
    marked = [n for n, page in enumerate(pdf.pages, 1) if any(each.get("/Subtype") == "/Redact" for each in annotations_of(page.obj))]
    if marked:
        yield problem("pdf-redaction", place, value=", ".join(map(str, marked)))


def _elsewhere(streams: Iterable[pikepdf.Stream]) -> list[str]:
    """Drawings and pictures that are not in the file, or that a printer would run as a program (ISO 32000-1, 7.3.8.2 and 8.8.2), in words."""
    found = set()
    for each in streams:
        entries = each.keys()  # asked for once: a pack of a thousand pages has many thousands of streams
        kind = str(each["/Subtype"]) if "/Subtype" in entries else ""
        if "/F" in entries:
            found.add("a picture or drawing that is kept elsewhere")
        if kind == "/PS" or (kind == "/Form" and "/PS" in (*entries, str(each.get("/Subtype2")))):
            found.add("a program for printers (PostScript)")
        if kind == "/Form" and "/Ref" in entries:
            found.add("a page of another file")
    return sorted(found)


def _hidden_layers(root: Any) -> bool:  # noqa: ANN401 - a PDF dictionary
    usual = root.get("/OCProperties", {}).get("/D", {})
    return bool(len(usual.get("/OFF", []))) or usual.get("/BaseState") == "/OFF"


def _told(pdf: pikepdf.Pdf, place: Place) -> Iterator[Problem]:
    """What a reader of the pack's report should know before it is changed."""
    if pdf.get_warnings():
        yield problem("pdf-repaired", place)
    if pdf.is_encrypted:
        yield problem("pdf-restricted", place)
    names = sorted(pdf.attachments)
    if names:
        yield problem("pdf-attached", place, value=", ".join(names))
    form: Any = pdf.Root.get("/AcroForm", {})
    fields = form.get("/Fields", [])
    if any(field.get("/FT") == "/Sig" for field in fields):
        yield problem("pdf-signed", place)
    elif len(fields):
        yield problem("pdf-form", place)


def _flatten_fields(pdf: pikepdf.Pdf) -> None:
    """Make what fields and drawn remarks show part of their pages."""
    if "/AcroForm" in pdf.Root:
        if any(each.get("/Subtype") == "/Widget" and "/AP" not in each for page in pdf.pages for each in annotations_of(page.obj)):
            pdf.Root.AcroForm["/NeedAppearances"] = True
        pdf.generate_appearance_streams()
    if any(each.get("/Subtype") in DRAWN for page in pdf.pages for each in annotations_of(page.obj)):
        for page in pdf.pages:
            _hide_all_but_drawn(page.obj)
        pdf.flatten_annotations("all")


def _hide_all_but_drawn(page: Any) -> None:  # noqa: ANN401 - a PDF dictionary
    """Take the appearance from what is not to be drawn: flattening draws whatever has one, links aside."""
    for each in annotations_of(page):
        if each.get("/Subtype") not in DRAWN and "/AP" in each:
            del each["/AP"]


def _defuse(pdf: pikepdf.Pdf, place: Place) -> Iterator[Problem]:
    """Take out all that does more than show pages and lead about in them; what was active and what was a remark is told."""
    active, remarks = [*_strip_root(pdf), *_acting_bookmarks(pdf.Root)], 0
    for page in pdf.pages:
        for entry in [str(each) for each in page.obj if each not in PAGE_ENTRIES]:
            if entry == "/AA":
                active.append("actions of pages")
            del page.obj[entry]
        kept = []
        for each in annotations_of(page.obj):
            if each.get("/Subtype") == "/Link":
                active += _calm_link(each)
                kept.append(each)
            elif each.get("/Subtype") in REMARKS:
                remarks += each.get("/Subtype") != "/Popup"
            elif each.get("/Subtype") not in DRAWN:
                active.append(f"an annotation of the kind {str(each.get('/Subtype', '/nothing'))[1:]}")
        _keep_annotations(pdf, page.obj, kept)
    if active:
        yield problem("pdf-active", place, value=listed(sorted(set(active))))
    if remarks:
        yield problem("pdf-remarks", place, value=str(remarks))


def _strip_root(pdf: pikepdf.Pdf) -> list[str]:
    """Take out of the catalogue what acts; its names in words. Files that it carries go too."""
    root: Any = pdf.Root
    names = root.get("/Names", {})
    found = ["JavaScript"] if "/JavaScript" in names else []
    opening = root.get("/OpenAction")
    if opening is not None and str(_get(opening, "/S")) not in ("None", "/GoTo"):
        found.append("an action on opening")
    found += ["actions of the file"] if "/AA" in root else []
    for entry in ("/OpenAction", "/AA", "/AcroForm", "/OCProperties", "/Threads", "/URI", "/Perms", "/AF"):
        if entry in root:
            del root[entry]
    for entry in ("/JavaScript", "/EmbeddedFiles", "/Renditions", "/AlternatePresentations"):
        if entry in names:
            del names[entry]
    return found


def _acting_bookmarks(root: Any) -> list[str]:  # noqa: ANN401 - a PDF dictionary
    """What bookmarks do beside leading to a place of the file, in words. None of it is taken into a pack, which makes its own bookmarks."""
    found, seen = [], set()
    stack = [_get(root.get("/Outlines"), "/First")]
    while stack:
        each = stack.pop()
        if each is None or (each.is_indirect and each.objgen in seen):
            continue
        seen.add(each.objgen)
        kind = str(_get(_get(each, "/A"), "/S") or "/GoTo")
        found += [f"a bookmark of the kind {kind.removeprefix('/')}"] if kind not in ("/GoTo", "/URI") else []
        stack += [_get(each, "/First"), _get(each, "/Next")]
    return found


def _get(value: Any, entry: str) -> Any:  # noqa: ANN401 - a PDF value of any type
    import pikepdf

    return value.get(entry) if isinstance(value, pikepdf.Dictionary) else None


def annotations_of(page: Any) -> list[Any]:  # noqa: ANN401 - a PDF dictionary
    """The annotations of a page that are dictionaries, as they should be."""
    import pikepdf

    held = page.get("/Annots")
    return [each for each in held if isinstance(each, pikepdf.Dictionary)] if isinstance(held, pikepdf.Array) else []


def _keep_annotations(pdf: pikepdf.Pdf, page: Any, kept: list[Any]) -> None:  # noqa: ANN401 - a PDF dictionary
    import pikepdf

    if kept:
        page["/Annots"] = pikepdf.Array([each if each.is_indirect else pdf.make_indirect(each) for each in kept])
    elif "/Annots" in page:
        del page["/Annots"]


LINK_ENTRIES = frozenset(
    "/Type /Subtype /Rect /Border /BS /C /F /StructParent /Contents /Lang /Dest /A /H /QuadPoints /M /NM".split()  # noqa: SIM905
)
"""What a link keeps."""


def _calm_link(link: Any) -> list[str]:  # noqa: ANN401 - a PDF dictionary
    """Leave a link only where it leads to; what it did else, in words."""
    found = []
    for entry in [each for each in link if each not in LINK_ENTRIES]:
        found += ["actions of links"] if entry == "/AA" else []
        del link[entry]
    action = link.get("/A")
    if action is None:
        return found
    kind = str(_get(action, "/S"))
    if kind == "/URI" and str(_get(action, "/URI")).strip().lower().startswith(SAFE_SCHEMES):
        import pikepdf

        link["/A"] = pikepdf.Dictionary(S=pikepdf.Name.URI, URI=action["/URI"])
        return [*found, *(["actions of links"] if "/Next" in action else [])]
    if kind == "/GoTo" and "/D" in action:
        link["/Dest"] = action["/D"]
    elif kind != "/GoTo":
        found.append(f"a link of the kind {kind.removeprefix('/')}")
    del link["/A"]
    return found


def _check_sizes(pdf: pikepdf.Pdf, place: Place) -> list[Problem]:
    """Right what can be righted of every page's box and turn; advice on cropped pages. PapersError for pages that can't be shown or hold too much."""
    refused, cut = [], []
    for n, page in enumerate(pdf.pages, 1):
        cut += [n - 1] if _right_box(page) else []
        left, bottom, right, top = (edge * float(page.obj.get("/UserUnit", 1)) for edge in box_of(page))
        if not (LEAST_SIDE <= right - left <= MOST_SIDE and LEAST_SIDE <= top - bottom <= MOST_SIDE):
            refused.append(problem("pdf-page-size", place, page=n, value=f"{right - left:.0f} by {top - bottom:.0f}"))
    if cut:
        whole = BytesIO()
        pdf.save(whole, encryption=False)
        found = pages_with_words_outside(whole.getvalue(), cut)
        refused += [cropped_words(found, place)] if found else []
    if refused:
        raise PapersError(refused)
    return [problem("pdf-cropped", place, value=listed([str(n + 1) for n in cut]))] if cut else []


def cropped_words(pages: Sequence[int], place: Place) -> Problem:
    """That these pages (from 0) hold words outside of what they show."""
    return problem("pdf-cropped-words", place, value=listed([str(n + 1) for n in pages]))


def _right_box(page: pikepdf.Page) -> bool:
    """Write what a page inherits onto it, and only what it shows as its box; whether that cut something off. A turn that is no quarter turn is none."""
    import pikepdf

    turn = page.obj.get("/Rotate", 0)
    turned = int(turn) % 360 if isinstance(turn, int) else 0
    page.obj["/Rotate"] = turned if turned % 90 == 0 else 0
    unit = page.obj.get("/UserUnit", 1)
    if not (isinstance(unit, int | Decimal) and unit > 0):
        del page.obj["/UserUnit"]
    media = [float(edge) for edge in page.mediabox]
    media = [min(media[0], media[2]), min(media[1], media[3]), max(media[0], media[2]), max(media[1], media[3])]
    crop = [float(edge) for edge in page.cropbox]
    crop = [min(crop[0], crop[2]), min(crop[1], crop[3]), max(crop[0], crop[2]), max(crop[1], crop[3])]
    within = [max(crop[0], media[0]), max(crop[1], media[1]), min(crop[2], media[2]), min(crop[3], media[3])]
    shown = within if within[2] > within[0] and within[3] > within[1] else media
    # What lies outside the crop box is hidden but still in the file: the page's box becomes what is shown, and nothing says more.
    page.obj["/MediaBox"] = pikepdf.Array([round(edge, 3) for edge in shown])
    if "/CropBox" in page.obj:
        del page.obj["/CropBox"]
    return any(abs(edge - whole) > 1 for edge, whole in zip(shown, media, strict=True))


def box_of(page: pikepdf.Page) -> tuple[float, float, float, float]:
    """Left, bottom, right and top of the page in its own units."""
    left, bottom, right, top = (float(edge) for edge in page.mediabox)
    return left, bottom, right, top
