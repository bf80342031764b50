"""The Quarterly Performance Report: its parts, authored and computed, in the order of the report's outline."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from papers.dataset import Directorate
from papers.document import Group, Heading, Inline, Paragraph, Section, inlines
from papers.drafting.authored import Place, authored
from papers.drafting.blocks import COMMENTARY
from papers.drafting.cards import KEY as CARDS
from papers.drafting.cards import card_blocks
from papers.drafting.front import contents_page, differences, key_blocks, title_page
from papers.drafting.ids import block_id, indicator_id
from papers.drafting.material import Material
from papers.drafting.placing import Piece, Placing, pages
from papers.drafting.restatements import restatement_blocks
from papers.drafting.riskpages import risk_blocks
from papers.drafting.sections import Pages
from papers.drafting.summary import KEY, summary_blocks
from papers.narrative import counts as say
from papers.narrative import risk_summary
from papers.risks import risk_scheme_of
from papers.wording import capital

COMPUTED = ("key", "data-quality", "summary", "sections", "staffing", "risks")
"""Computed parts in their usual order; what an outline leaves out follows it in this order. The cards come only where it names them."""


LEAST_DEPTH = 2
"""Contents list parts and what stands right below them, at least."""

LABELS = {"foreword": "About this report", "key": "About the ratings", "data-quality": "About the data"}
"""What stands over the authored text of a part; over that of any other part it is the report's period."""


def report_pages(source: Material) -> Iterator[Section]:
    """Title page, contents, then the parts in order, each on new pages."""
    own = [part for part in source.dataset.narrative if not part.key.startswith("cover/")]
    drawn = Pages(source, Placing(own))
    parts = [page for key, pieces in _parts(source, drawn) for page in pages(key, pieces)]
    yield title_page(source.info, source.info.title, source.info.period, _message(source))
    yield contents_page(_depth(source, parts))
    yield from parts


def _message(source: Material) -> tuple[Inline, ...]:
    """What the report says in a sentence: how many indicators have the best rating; nothing where it has no indicators."""
    found = source.assessed.counts
    if not found.total:
        return ()
    then = say.before(found)
    return inlines(*say.ratings(source.phrases, found, source.assessed.scheme, KEY, then=then)[0])


def _depth(source: Material, parts: Iterable[Section]) -> int:
    """How deep contents go: to the headings of key performance indicators, which stand lower where a directorate has sections."""
    sought = {indicator_id(each.id) for each in source.indicators.values() if each.kind == "kpi"}
    openings = (block.blocks[0] if isinstance(block, Group) else block for part in parts for block in part.blocks)
    return max((each.level for each in openings if isinstance(each, Heading) and each.id in sought), default=LEAST_DEPTH)


def outline(source: Material) -> tuple[str, ...]:
    """The parts in order: those of the report's outline, then what it leaves out, authored parts first."""
    authored_parts = [part.key for part in source.dataset.narrative if "/" not in part.key and part.key not in COMPUTED]
    return tuple(dict.fromkeys([*source.info.outline, *authored_parts, *COMPUTED]))


def _parts(source: Material, drawn: Pages) -> Iterator[tuple[str, Iterable[Piece]]]:
    for key in outline(source):
        if key in ("sections", "staffing"):
            chosen = [each for each in source.dataset.directorates if _is_staffing(source, each) == (key == "staffing")]
            yield from ((directorate.slug, drawn.directorate(directorate)) for directorate in chosen)
            yield key, drawn.tables(key)
        else:
            yield key, [*_part(source, key, drawn.placer(2)), *drawn.tables(key)]


def _is_staffing(source: Material, directorate: Directorate) -> bool:
    """Whether staffing is all that the directorate reports, so that its pages are the staffing part."""
    kinds = {indicator.kind for indicator in source.of_directorate(directorate)}
    return kinds == {"staffing"}


def _part(source: Material, key: str, place: Place) -> Iterator[Piece]:
    if key == "summary":
        yield from summary_blocks(source, place)
    elif key == "key":
        yield from key_blocks(source)
        yield from authored(source.narrative.get(key), LABELS[key], 1, place)
    elif key == "data-quality":
        yield from _data_quality(source, place)
    elif key == "risks":
        yield from _risks(source, place)
    elif key == CARDS:
        yield from card_blocks(source)
    elif key in source.narrative:
        part = source.narrative[key]
        yield Heading(block_id(key), 1, inlines(part.title or capital(key.replace("-", " "))))
        yield from authored(part, LABELS.get(key, source.info.period), 1, place)


def _data_quality(source: Material, place: Place) -> Iterator[Piece]:
    """What was written on data quality, what was restated and what was published otherwise; nothing where there is none of it."""
    part = source.narrative.get("data-quality")
    pieces = [*authored(part, LABELS["data-quality"], 1, place), *restatement_blocks(source), *differences(source)]
    if pieces:
        yield Heading("data-quality", 1, inlines(part.title if part and part.title else "Data quality"))
        yield from pieces


def _risks(source: Material, place: Place) -> Iterator[Piece]:
    if not source.dataset.risks:
        return
    scheme = risk_scheme_of(source.dataset)
    lead = Paragraph(block_id("risks", "summary"), risk_summary(source.dataset, scheme), "lead")
    yield from risk_blocks(source, scheme, [lead])
    yield from authored(source.narrative.get("risks"), COMMENTARY, 1, place)
