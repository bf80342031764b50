"""Tables of ratings: counts as a strip and as a matrix, indicators with their ratings, what moved."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from papers.dataset import Indicator
from papers.document import Cell, Inline, LineBreak, Row, Table, plain
from papers.drafting.ids import block_id, indicator_id
from papers.drafting.material import Material
from papers.drafting.parts import (
    NOT_RATED,
    cell,
    chip,
    columns,
    count_cell,
    figure_cell,
    figure_run,
    group_row,
    header,
    indicator_link,
    rating_mark,
    row,
    total_row,
    travel,
    under,
)
from papers.drafting.placing import Piece, Turned
from papers.drafting.shares import LANDSCAPE_WIDTH, PADDING, TEXT_WIDTH, levelled, longest_word, measure, shares
from papers.results import Counts, Direction, Went
from papers.wording import percentage, plural, shown

WENT: tuple[Went, ...] = ("improved", "same", "worsened")
DIRECTIONS: Mapping[Went, str] = {"improved": "Improved", "same": "Same", "worsened": "Worsened"}
DIRECTIONS_BY: Mapping[str, Mapping[Went, str]] = {
    "trend": {"improved": "Improving", "same": "No trend", "worsened": "Worsening"},
    "spc": {"improved": "Improving", "same": "Common cause", "worsened": "Worsening"},
}
"""Columns of the matrix in reading order, by method; "No change" is too wide for a column of counts."""

NO_DIRECTION = "None"
"""The column of the matrix, under its spanner, for those whose direction can't be told."""

FROM = "From"
"""Before the period that a rating is carried forward from, in a narrow column."""

GAP = 4
"""Points between the tiles of a strip, at least, beside what their cells keep free: less and they read as one."""

NEW = "New"
"""What stands for the previous rating of an indicator that the last report did not have."""

NOT_KNOWN = "Not known"
"""What stands for a previous rating that the data do not give; "Not rated" is a rating's absence that was published."""

CHIP_WIDTH, UNRATED_WIDTH, TRAVEL_WIDTH, UNTOLD_WIDTH = 62, 76, 88, 118
"""Points: columns of chips and of directions, wider where one is not rated or not told."""

SHORT_WAY = 59
"""Points: the longest word of a direction that the narrow column has room for ("No change")."""

CELL_PADDING = PADDING + 1

MARK_WIDTH = 20
"""Points: the ground of a chip or the shape of a direction beside its word, and what a cell keeps free."""


Tile = tuple[Inline, int, str]
"""A tile of a strip: its label, how many, and the key of the figure."""


@dataclass(frozen=True, slots=True)
class Tally:
    """Some indicators counted: the title of what they belong to, the key of its figures, the counts."""

    title: tuple[Inline | str, ...]
    key: str
    counts: Counts


def count_strip(source: Material, key: str, title: str, found: Counts, changes: Mapping[str, str]) -> Table:
    """Counts by rating as large figures, each under its chip with what changed, and the share that met the target."""
    bands = source.assessed.scheme.bands
    labels = [cell(chip(source.assessed.scheme, band.word)) for band in bands]
    figures = [_large(str(found.rating[band.word]), f"{key}/rating/{band.word}", changes.get(band.word, "")) for band in bands]
    rated = found.total - found.unrated
    if found.unrated:
        labels.append(cell(chip(source.assessed.scheme, None)))
        figures.append(_large(str(found.unrated), f"{key}/unrated", changes.get(NOT_RATED, "")))
    if rated:
        best = bands[0].word
        labels.append(cell(f"Share {best}"))
        share = shown(percentage(found.rating[best], rated), "percent")
        figures.append(_large(share, f"{key}/percent/{best}", _base(rated)))
    wishes = [
        max(measure(plain(each.inlines), bold=True) + MARK_WIDTH, _caption_width(value))
        for each, value in zip(labels, figures, strict=True)
    ]
    widths = shares(levelled(wishes, TEXT_WIDTH))
    return Table(
        block_id(key, "counts"), title, columns(widths, len(widths)), (Row(tuple(labels), "header"), row(figures)), 0, look="strip"
    )


def _caption_width(value: Cell) -> float:
    """Points that the widest word of a tile's small words takes."""
    return longest_word([plain(value.inlines[1:])]) + CELL_PADDING


def _base(rated: int) -> str:
    """What a share is of."""
    return plural(rated, "of the only one rated", f"of the {rated} rated")


def small_strips(source: Material, key: str, title: str, found: Counts) -> tuple[Table, ...]:
    """A few indicators' counts by rating and by direction, as large figures: one strip, or two where one would run together."""
    scheme = source.assessed.scheme
    ratings: list[Tile] = [(chip(scheme, b.word), found.rating[b.word], f"rating/{b.word}") for b in scheme.bands]
    ratings += [(chip(scheme, None), found.unrated, "unrated")] if found.unrated else []
    ways: list[Tile] = [
        (travel(Direction(went, "", method=_method(source))), found.direction.get(went, 0), f"direction/{went}") for went in WENT
    ]
    if sum(_tile_width(tile) for tile in (*ratings, *ways)) + GAP * len((*ratings, *ways)) <= TEXT_WIDTH:
        return (_strip(key, block_id(key, "counts"), title, [*ratings, *ways]),)
    return (
        _strip(key, block_id(key, "counts"), f"{title}: by rating", ratings),
        _strip(key, block_id(key, "directions"), f"{title}: by direction of travel", ways),
    )


def _method(source: Material) -> str:
    """The method that every direction is told by; "" where there are several, whose words differ."""
    methods = {each.direction.method for each in source.assessed.by_indicator.values()}
    return methods.pop() if len(methods) == 1 else ""


def _strip(key: str, own: str, title: str, tiles: Sequence[Tile]) -> Table:
    labels = Row(tuple(cell(label) for label, _, _ in tiles), "header")
    figures = row(figure_cell(str(count), f"{key}/{name}") for _, count, name in tiles)
    widths = shares(levelled([_tile_width(tile) for tile in tiles], TEXT_WIDTH))
    return Table(own, title, columns(widths, len(widths)), (labels, figures), 0, look="strip")


def _tile_width(tile: Tile) -> float:
    """Points that a tile's label takes with its mark and what parts it from the next."""
    return measure(plain((tile[0],)), bold=True) + MARK_WIDTH


def _large(figure: str, key: str, caption: str) -> Cell:
    """A large figure with small words under it."""
    return cell(figure_run(figure, key), *((LineBreak(), caption) if caption else ()))


def matrix(source: Material, key: str, title: str, tallies: Sequence[Tally], total: Tally | None) -> Piece:
    """Counts by rating and direction, a row for each tally, with the row of totals where there is one.

    On a turned page where its columns leave the titles too little room.
    """
    everything = [*tallies, *([total] if total else [])]
    measures = _measures(source, everything)
    ratings = sum(not key.startswith("direction/") for _, key in measures)
    spanners = (cell("Rating", colspan=ratings), cell("Direction of travel", colspan=len(measures) - ratings))
    head = (header(cell("Directorate", rowspan=2), *spanners), header(*(label for label, _ in measures)))
    rows = [row(_counted(tally, measures)) for tally in tallies]
    rows += [total_row(_counted(total, measures))] if total else []
    widths = [longest_word([label]) + CELL_PADDING for label, _ in measures]
    least = longest_word(plain(each.cells[0].inlines) for each in (*head[:1], *rows)) + CELL_PADDING
    fits = TEXT_WIDTH - sum(widths) >= least
    stub = (TEXT_WIDTH if fits else LANDSCAPE_WIDTH) - sum(widths)
    table = Table(block_id(key, "matrix"), title, columns(shares([max(stub, least), *widths])), (*head, *rows))
    return table if fits else Turned((table,))


def _measures(source: Material, tallies: Sequence[Tally]) -> list[tuple[str, str]]:
    """Label and key of each column: the scheme's words and directions; "not rated" and no direction only where there is one."""
    words = [(band.word, f"rating/{band.word}") for band in source.assessed.scheme.bands]
    named = DIRECTIONS_BY.get(_method(source), DIRECTIONS)
    directions = [(label, f"direction/{went}") for went, label in named.items()]
    unknown = [(NO_DIRECTION, "direction/none")] if any(tally.counts.no_direction for tally in tallies) else []
    unrated = [(NOT_RATED, "unrated")] if any(tally.counts.unrated for tally in tallies) else []
    return [*words, *unrated, *directions, *unknown]


def _counted(tally: Tally, measures: Iterable[tuple[str, str]]) -> list[Cell]:
    return [cell(*tally.title), *(count_cell(_count(tally.counts, key), f"{tally.key}/{key}") for _, key in measures)]


def _count(found: Counts, measure: str) -> int:
    kind, _, word = measure.partition("/")
    if kind == "unrated":
        return found.unrated
    if word == "none":
        return found.no_direction
    return (found.rating if kind == "rating" else found.direction).get(word, 0)


def indicator_table(source: Material, key: str, title: str, groups: Sequence[tuple[str, Sequence[Indicator]]]) -> Table:
    """Indicators with the rating last published, the current one and the direction; groups with a title get a row for it.

    Without a column for the rating last published where that is known of none of them.
    """
    found = [source.assessment(each) for _, indicators in groups for each in indicators]
    is_first = not any(each.previous_known for each in found)
    head = header("Indicator", *([] if is_first else ["Previous"]), "Current", "Direction")
    rows: list[Row] = []
    for name, indicators in groups:
        rows += [group_row(len(head.cells), name)] if name else []
        rows += [_indicator_row(source, indicator, is_first=is_first) for indicator in indicators]
    way = TRAVEL_WIDTH if all(measure(travel(each.direction).word) <= SHORT_WAY for each in found) else UNTOLD_WIDTH
    rated = all(each.previous_rating and each.current.rating for each in found)
    chips = CHIP_WIDTH if rated else UNRATED_WIDTH
    marks = max((measure(plain(rating_mark(each.current, FROM))) for each in found), default=0.0) + CELL_PADDING
    own = [*([] if is_first else [chips]), max(chips, marks), way]
    widths = [TEXT_WIDTH - sum(own), *own]
    return Table(block_id(key), title, columns(shares(widths), len(widths)), (head, *rows))


def _indicator_row(source: Material, indicator: Indicator, *, is_first: bool) -> Row:
    found, scheme, key = source.assessment(indicator), source.assessed.scheme, indicator.id
    link = indicator_link(indicator, indicator_id(key))
    previous = chip(scheme, found.previous_rating, f"{key}/previous-rating") if found.previous_known else NOT_KNOWN
    previous = NEW if key in source.joiners else previous
    current = chip(scheme, found.current.rating, f"{key}/rating")
    before = [] if is_first else [cell(previous)]
    mark = rating_mark(found.current, FROM)
    return row((cell(link), *before, cell(current, *under(mark)), cell(travel(found.direction, f"{key}/direction"))))
