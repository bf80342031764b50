"""The writer's steps: pages, structure, links, bookmarks, metadata, file."""

from __future__ import annotations

from collections.abc import Sequence

from papers.document import Document
from papers.house import HouseStyle
from papers.layout import Layout
from papers.layout.placed import Image, LinkArea
from papers.writers.pdf.attachments import Attachment, add_attachments
from papers.writers.pdf.content import PageContent
from papers.writers.pdf.fonts import Fonts
from papers.writers.pdf.gate import refuse_faults
from papers.writers.pdf.metadata import add_information, add_metadata, add_output_intent
from papers.writers.pdf.objects import Objects
from papers.writers.pdf.outline import add_outline
from papers.writers.pdf.pictures import add_picture
from papers.writers.pdf.structure import Structure
from papers.writers.pdf.syntax import number, string


def write_pdf(document: Document, house: HouseStyle, layout: Layout, attachments: Sequence[Attachment] = ()) -> bytes:
    """The document as laid out, as a tagged PDF/UA-1 and PDF/A-2a file, PDF/A-3a where it carries files. Same input, same bytes.

    PapersError where a picture can't be carried, or the structure breaks a rule of what the file would say it is.
    """
    return _Writing(document, house, layout, attachments).file()


class _Writing:
    def __init__(self, document: Document, house: HouseStyle, layout: Layout, attachments: Sequence[Attachment]) -> None:
        self.document, self.house, self.layout, self.attachments = document, house, layout, attachments
        self.objects, self.fonts = Objects(), Fonts()
        self.structure = Structure(layout.structure, self.objects)
        self.pages = [self.objects.reserve() for _ in layout.pages]
        self.heights = [page.height for page in layout.pages]
        self.images: dict[bytes, tuple[str, int]] = {}

    def file(self) -> bytes:
        """The file's bytes."""
        tree, resources = self.objects.reserve(), self.objects.reserve()
        for n in range(len(self.pages)):
            self._page(n, tree, resources)
        kids = " ".join(f"{page} 0 R" for page in self.pages)
        self.objects.put(f"<</Type/Pages/Count {len(self.pages)}/Kids[{kids}]>>", tree)
        images = "".join(f"/{name} {at} 0 R" for name, at in self.images.values())
        self.objects.put(f"<</Font{self.fonts.resources(self.objects)}/XObject<<{images}>>>>", resources)
        return self.objects.file(self._catalogue(tree), add_information(self.document, self.objects))

    def _page(self, n: int, tree: int, resources: int) -> None:
        page = self.layout.pages[n]
        content = PageContent(page, self.fonts, self._image)
        stream = self.objects.stream(content.stream())
        key = self.structure.page(self.pages[n], page.height, content.marks)
        links = " ".join(f"{self._link(link, n)} 0 R" for link in page.links)
        annotations = f"/Annots[{links}]" if links else ""
        self.objects.put(
            f"<</Type/Page/Parent {tree} 0 R/MediaBox[0 0 {number(page.width)} {number(page.height)}]/Resources {resources} 0 R"
            f"/Contents {stream} 0 R/StructParents {key}/Tabs/S{annotations}>>",
            self.pages[n],
        )

    def _image(self, item: Image) -> str:
        """The name of a picture in the resources; a picture that stands twice is carried once."""
        data = item.picture.data
        if data not in self.images:
            self.images[data] = (f"I{len(self.images)}", add_picture(item.picture, self.objects))
        return self.images[data][0]

    def _link(self, link: LinkArea, n: int) -> int:
        """A link's annotation, which is part of its element."""
        key = self.structure.key(link.tag, len(self.pages))
        top = self.heights[n] - link.y
        place = " ".join(map(number, (link.x, top - link.height, link.x + link.width, top)))
        at = self.objects.put(
            f"<</Type/Annot/Subtype/Link/Rect[{place}]/Border[0 0 0]/F 4/StructParent {key}/Contents{string(link.words)}{self._goal(link)}>>"
        )
        self.structure.link(link.tag, self.pages[n], at)
        return at

    def _goal(self, link: LinkArea) -> str:
        if not link.target.startswith("#"):
            return f"/A<</S/URI/URI{string(link.target)}>>"
        page, y = self.layout.places[link.target[1:]]
        return f"/Dest[{self.pages[page - 1]} 0 R/XYZ 0 {number(self.heights[page - 1] - y)} null]"

    def _catalogue(self, tree: int) -> int:
        marks = add_outline(self.layout.bookmarks, self.pages, self.heights, self.objects)
        part = 3 if self.attachments else 2
        refuse_faults(self.layout.structure, [link for page in self.layout.pages for link in page.links])
        outline = f"/Outlines {marks} 0 R/PageMode/UseOutlines" if marks else ""
        return self.objects.put(
            f"<</Type/Catalog/Pages {tree} 0 R/Lang{string(self.document.language)}/MarkInfo<</Marked true>>"
            f"/StructTreeRoot {self.structure.write()} 0 R/ViewerPreferences<</DisplayDocTitle true>>{outline}"
            f"/PageLabels<</Nums[0<</S/D>>]>>/PageLayout/OneColumn/OpenAction[{self.pages[0]} 0 R/XYZ null null null]"
            f"{add_attachments(self.attachments, self.document.date, self.objects)}"
            f"/Metadata {add_metadata(self.document, part, self.objects)} 0 R/OutputIntents[{add_output_intent(self.objects)} 0 R]>>"
        )
