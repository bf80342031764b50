"""Document to Word bytes: markup as strings into the house template's package.

The same document, template and pages give the same bytes. docs/word-conventions.md says how each node lies in the file,
docs/page-measure.md what makes pages break where `papers.layout` breaks them.
"""

from __future__ import annotations

from collections.abc import Mapping

from papers.document import Document, Section, headings
from papers.house import HouseStyle
from papers.writers.word.blocks import blocks
from papers.writers.word.contents import bookmark_names
from papers.writers.word.package import package
from papers.writers.word.running import section_properties
from papers.writers.word.template import read_template
from papers.writers.word.writing import Writing
from papers.writers.word.xml import CHART, COMPATIBLE, DECLARATION, DRAWING, PICTURE, PLACED, RELATION, WORD, WORD_2012, twips

__all__ = ["write_word"]

NAMESPACES = {
    "w": WORD,
    "r": RELATION,
    "wp": PLACED,
    "a": DRAWING,
    "c": CHART,
    "pic": PICTURE,
    "w15": WORD_2012,
    "mc": COMPATIBLE,
}
SECTION_KIND = '<w:docPartObj><w:docPartGallery w:val="Custom 1"/></w:docPartObj>'
"""Without a control of this kind around them, LibreOffice 7 flattens the first paragraph of every control: no bold, fields as codes."""

TINY = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
"""The paragraph that ends a section is as low as can be."""


def write_word(document: Document, template: bytes, house: HouseStyle, page_of: Mapping[str, int]) -> bytes:
    """The Word file of the document in the house template.

    `page_of` gives the page on which each heading and each target of a page number begins. NodeError for a node that no
    function writes; KeyError for a page that isn't known.
    """
    listed = tuple(headings(document))
    writing = Writing(document, read_template(template), house, page_of, listed, contents=bookmark_names(listed))
    last = len(document.sections) - 1
    body = "".join([_section(section, writing, last=n == last) for n, section in enumerate(document.sections)])
    declared = " ".join([f'xmlns:{prefix}="{name}"' for prefix, name in NAMESPACES.items()])
    return package(f'{DECLARATION}<w:document {declared} mc:Ignorable="w15"><w:body>{body}</w:body></w:document>', writing)


def _section(section: Section, writing: Writing, *, last: bool) -> str:
    """The section's blocks in one control, then a paragraph without words that ends its pages."""
    page = writing.house.page.turned() if section.landscape else writing.house.page
    writing.width, writing.height = twips(page.text_width), page.text_height
    writing.begin(section.id)
    content = writing.control(section.id, blocks(section.blocks, writing), "sdtLocked", kind=SECTION_KIND, hidden=True)
    writing.after_table = False
    properties = section_properties(section, writing)
    mark = '<w:rPr><w:sz w:val="2"/><w:szCs w:val="2"/></w:rPr>'
    ending = f"<w:p><w:pPr>{TINY}{mark}{'' if last else properties}</w:pPr></w:p>"
    return content + ending + (properties if last else "")
