"""The table of contents: a field that is filled already, so that Word has nothing to ask when it opens the file."""

from __future__ import annotations

from dataclasses import replace

from papers.document import Contents, Heading
from papers.house import contents_style, heading_labels
from papers.layout.labels import wrapped
from papers.metrics import width
from papers.writers.word.inlines import field, run
from papers.writers.word.writing import Writing
from papers.writers.word.xml import twips

NUMBER_ROOM = 36.0
"""Points at the right edge that only page numbers use (docs/page-measure.md)."""

KIND = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj>'
FIRST_BOOKMARK = 100_000_000
END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def bookmark_names(headings: tuple[Heading, ...]) -> dict[str, str]:
    """The bookmarks by which the contents lead to headings, by the headings' ids; Word makes such names itself."""
    return {heading.id: f"_Toc{FIRST_BOOKMARK + n}" for n, heading in enumerate(headings, 1)}


def contents(node: Contents, writing: Writing) -> str:
    """The title and a line for each heading down to `depth`, with the page where it begins."""
    writing.begin(node.id)
    title = writing.paragraph("TOC Heading", run(node.title))
    listed = [heading for heading in writing.headings if heading.level <= node.depth]
    begin = _begin(node.depth)
    labels = heading_labels(writing.document, writing.house)
    listed = [replace(each, short=f"{labels[each.id].rstrip()} {each.name}") if each.id in labels else each for each in listed]
    lines = [_line(heading, writing, begin if not n else "", END if n == len(listed) - 1 else "") for n, heading in enumerate(listed)]
    return writing.control(node.id, title + "".join(lines), "sdtLocked", alias=node.title, kind=KIND)


def _begin(depth: int) -> str:
    code = f' TOC \\o "1-{depth}" \\h \\z \\u '
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve">{code}</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )


def _line(heading: Heading, writing: Writing, begin: str, end: str) -> str:
    name, style = writing.contents[heading.id], contents_style(heading.level, writing.house)
    page = field(f"PAGEREF {name} \\h", run(str(writing.page_of[heading.id])))
    title = "<w:r><w:br/></w:r>".join([run(part) for part in _parts(heading, writing, style)])
    words = f'<w:hyperlink w:anchor="{name}" w:history="1">{title}<w:r><w:tab/></w:r>{page}</w:hyperlink>'
    return writing.paragraph(style, begin + words + end, middle=_stop(writing))


def _parts(heading: Heading, writing: Writing, style: str) -> tuple[str, ...]:
    """The heading's name in lines clear of the page numbers.

    A right indent would do the same, but LibreOffice paints nothing beyond it.
    """
    look = writing.house.styles[style]
    room = writing.width / 20 - look.left - NUMBER_ROOM
    return wrapped((heading.name,), room, lambda words: width(words, look.font, look.size, bold=look.bold), most=len(heading.name))[0]


def _stop(writing: Writing) -> str:
    """A tab stop at the right edge, where these pages are not as wide as those of the template."""
    usual = twips(writing.house.page.text_width)
    if writing.width == usual:
        return ""
    return f'<w:tabs><w:tab w:val="clear" w:pos="{usual}"/><w:tab w:val="right" w:pos="{writing.width}"/></w:tabs>'
