"""Sections' properties, and their headers and footers: the template's own, with the draft's mark and wide tabs where they are due."""

from __future__ import annotations

import re
from collections.abc import Iterator

from papers.document import Section
from papers.house import Page, running_values
from papers.writers.word.inlines import run
from papers.writers.word.template import Reference
from papers.writers.word.writing import Writing
from papers.writers.word.xml import RELATION, text, twips

ROOT = re.compile(r"<w:(?:hdr|ftr)\b[^>]*>")
PARAGRAPH_STYLE = re.compile(
    r'(<w:pPr>\s*<w:pStyle w:val="[^"]*"/>)(?P<more>(?:(?!</w:pPr>|<w:tabs>).)*?)(?=<w:(?:spacing|ind|jc|rPr)\b|</w:pPr>)'
)
REPLACED = re.compile(r"<w:(?:pgSz|pgMar|type)\b[^>]*/>|<w:titlePg\b[^>]*/>|<w:(?:header|footer)Reference\b[^>]*/>")
AFTER_TITLE_PAGE = re.compile(r"<w:(?:textDirection|bidi|rtlGutter|docGrid|printerSettings|sectPrChange)\b|</w:sectPr>")
AFTER_SIZE = re.compile(r"<w:(?:paperSrc|pgBorders|lnNumType|pgNumType|cols|formProt|vAlign|noEndnote|titlePg)\b|</w:sectPr>")
RESULT = re.compile(r'(fldCharType="separate"/>.*?<w:t(?:\s[^>]*)?>)[^<]*(</w:t>)', re.DOTALL)

HEADER_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"


def section_properties(section: Section, writing: Writing) -> str:
    """The properties of a section's pages, as in the template but for orientation and title page."""
    page = writing.house.page.turned() if section.landscape else writing.house.page
    template = REPLACED.sub("", writing.template.section)
    size = f'<w:pgSz w:w="{twips(page.width)}" w:h="{twips(page.height)}"{" w:orient=" + chr(34) + "landscape" + chr(34) if section.landscape else ""}/>'
    start = template.index(">") + 1
    rest = AFTER_SIZE.search(template, start)
    at = rest.start() if rest else start
    made = template[:start] + "".join(_references(section, writing)) + template[start:at] + size + _margins(page) + template[at:]
    if not section.title_page:
        return made
    after = next(AFTER_TITLE_PAGE.finditer(made))
    return f"{made[: after.start()]}<w:titlePg/>{made[after.start() :]}"


def _margins(page: Page) -> str:
    sides = ("top", "right", "bottom", "left", "header", "footer")
    return f'<w:pgMar {" ".join([f"w:{side}={chr(34)}{twips(getattr(page, side))}{chr(34)}" for side in sides])} w:gutter="0"/>'


def _references(section: Section, writing: Writing) -> Iterator[str]:
    for each in writing.template.references:
        if each.pages == "default" or section.title_page:
            relation = _running(each, section, writing)
            yield f'<w:{each.kind}Reference w:type="{each.pages}" r:id="{relation}"/>'


def _running(reference: Reference, section: Section, writing: Writing) -> str:
    """The relationship to the header or footer for these pages; the template's part is filled, and copied for wide pages."""
    target = writing.template.relations[reference.relation]
    wide = section.landscape and reference.pages == "default"
    name = target.replace(".xml", "Wide.xml") if wide else target
    if f"word/{name}" not in writing.parts:
        words = _filled(writing.template.parts[f"word/{target}"].decode(), writing)
        words = _with_wide_tabs(words, writing) if wide else words
        writing.parts[f"word/{name}"] = (_with_draft(words, writing) if reference.kind == "header" else words).encode()
        if wide:
            writing.kinds[f"/word/{name}"] = HEADER_KIND.format(reference.kind)
    return writing.relations.add(f"{RELATION}/{reference.kind}", name) if wide else reference.relation


def _with_draft(words: str, writing: Writing) -> str:
    """The draft's mark as the header's first paragraph."""
    if not writing.document.draft:
        return words
    root = ROOT.search(words)
    at = root.end() if root else 0
    style = f'<w:pPr><w:pStyle w:val="{writing.style("Draft Mark")}"/></w:pPr>'
    return f"{words[:at]}<w:p>{style}{run(writing.document.draft)}</w:p>{words[at:]}"


def _with_wide_tabs(words: str, writing: Writing) -> str:
    """Tab stops at the right edge of landscape pages in place of those of portrait pages."""
    usual, wide = twips(writing.house.page.text_width), twips(writing.house.page.turned().text_width)
    stops = f'<w:tabs><w:tab w:val="clear" w:pos="{usual}"/><w:tab w:val="right" w:pos="{wide}"/></w:tabs>'
    return PARAGRAPH_STYLE.sub(lambda found: f"{found[1]}{found['more']}{stops}", words)


def _filled(words: str, writing: Writing) -> str:
    """The part with its document properties' fields showing their values; a heading's field shows the organisation until Word sets it."""
    shown = running_values(writing.document)
    out, at = [], 0
    for code in re.finditer(r"<w:instrText[^>]*>([^<]*)</w:instrText>", words):
        value = _value(code[1], shown, writing)
        result = RESULT.search(words, code.end())
        if value is not None and result:
            out += [words[at : result.start()], f"{result[1]}{text(value)}{result[2]}"]
            at = result.end()
    return "".join([*out, words[at:]])


def _value(code: str, shown: dict[str, str], writing: Writing) -> str | None:
    words = code.split("\\", maxsplit=1)[0].split(maxsplit=1)
    name, argument = (words[0].upper() if words else ""), (words[1].strip().strip('"') if len(words) > 1 else "")
    if name == "STYLEREF":
        return writing.document.organisation or writing.document.title
    return shown.get(f"{name} {argument}".strip())
