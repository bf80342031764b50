"""The block of a key performance indicator, in full (a page) or compact (three or more to a page)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from papers.dataset import Indicator, Observation, Value
from papers.document import Block, Cell, Chart, Column, Group, Heading, Inline, LineBreak, Paragraph, Table, inlines, plain
from papers.drafting.authored import Place, authored
from papers.drafting.cards import card_link, has_cards
from papers.drafting.charts import HEIGHT, LOW_HEIGHT, small_chart
from papers.drafting.control import kpi_chart
from papers.drafting.icons import icons
from papers.drafting.ids import figure, indicator_id
from papers.drafting.material import Material
from papers.drafting.parts import cell, chip, columns, figure_cell, figure_run, header, rating_mark, row, travel, under
from papers.drafting.placing import Piece
from papers.drafting.shares import shares, strip_shares
from papers.drafting.trend import MOST_ACROSS, trend_table, unit_word
from papers.narrative import data_notes, status
from papers.narrative.markers import MARKERS, marker_notes
from papers.narrative.ratings import carried_words, direction_notes, override_words, published_otherwise, rating_notes, why_unrated
from papers.narrative.running import run_of
from papers.narrative.status import still_due
from papers.results import Assessment, Rated
from papers.wording import MARKS, shown, shown_value

COMMENTARY = "Commentary"
ABSENT = "n/a"
SUPPRESSED = MARKS["c"]

LONG_NOTES = 600
"""Characters of data notes that would run over to the next page under a chart of full height."""

COMPACT = ("Latest", "Target", "Expected range", "Previous")
"""Key figures that the compact form has room for."""

GAP = "  "
"""Between the chip, the direction and the sentence of a status line."""


def indicator_block(
    source: Material, indicator: Indicator, level: int, place: Place, *, with_chart: bool = True, new_page: bool = True
) -> Iterator[Piece]:
    """The indicator's block: what keeps together as a group, then commentary and data notes.

    `with_chart` False leaves the chart out, `new_page` False lets a full block follow on the page.
    """
    if indicator.form == "full":
        yield _full(source, indicator, level, with_chart=with_chart, new_page=new_page)
    else:
        yield _compact(source, indicator, level)
    yield from commentary(source, indicator, level, place)
    yield from notes(source, indicator)


def indicator_chart(source: Material, indicator: Indicator, *, joins: bool = False) -> Chart | None:
    """The indicator's chart, lower where it joins other text on its page or much follows, its text alternative saying its message.

    None where there are too few figures.
    """
    found = source.assessment(indicator)
    has_parts = len(source.parts.get(indicator.id, ())) > 1
    is_long = len(source.of(indicator)) > MOST_ACROSS
    is_low = joins or has_parts or is_long or len(note_text(source, indicator)) > LONG_NOTES
    height = LOW_HEIGHT if is_low else HEIGHT
    return kpi_chart(source, indicator, plain(sentence(source, indicator, found)), height=height)


def sentence(source: Material, indicator: Indicator, found: Assessment) -> tuple[Inline, ...]:
    """The status sentence."""
    return status(source.phrases, indicator, found, source.of(indicator), source.series.get(indicator.id, ()))


def _full(source: Material, indicator: Indicator, level: int, *, with_chart: bool, new_page: bool) -> Group:
    chart = indicator_chart(source, indicator, joins=not new_page) if with_chart else None
    blocks: list[Block] = [
        _heading(indicator, level, new_page=new_page),
        status_line(source, indicator),
        key_figures(source, indicator),
        *([chart] if chart else []),
        *([trend_table(source, indicator)] if source.of(indicator) else []),
    ]
    return Group(indicator_id(indicator.id, "block"), tuple(blocks))


def _heading(indicator: Indicator, level: int, *, new_page: bool = False) -> Heading:
    short = indicator.short_title or None
    return Heading(indicator_id(indicator.id), level, inlines(indicator.title), new_page=new_page, short=short)


def status_line(source: Material, indicator: Indicator) -> Paragraph:
    """Rating, direction and status sentence in one paragraph, the rating first."""
    found = source.assessment(indicator)
    mark = chip(source.assessed.scheme, found.current.rating, f"{indicator.id}/rating")
    kept = [part for each in rating_mark(found.current) for part in (GAP, each)]
    ways = icons(found.direction, indicator.id) or (travel(found.direction, f"{indicator.id}/direction"),)
    line = inlines(mark, *kept, *(part for way in ways for part in (GAP, way)), LineBreak(), *sentence(source, indicator, found))
    return Paragraph(indicator_id(indicator.id, "status"), line, "status")


def key_figures(source: Material, indicator: Indicator) -> Table:
    """The latest figure with its target, floor, previous figure, and since when its rating holds, as a strip."""
    found = source.assessment(indicator)
    pairs = [*_now(source, indicator, found.current), *_before(source, indicator, found)]
    labels = [label for label, _ in pairs]
    lines = [_lines(value) for _, value in pairs]
    widths = strip_shares(labels, [large for large, _ in lines], [small for _, small in lines])
    rows = (header(*labels), row(value for _, value in pairs))
    return Table(
        indicator_id(indicator.id, "figures"), f"{indicator.name}: key figures", columns(widths, len(pairs)), rows, 0, look="strip"
    )


def _now(source: Material, indicator: Indicator, current: Rated) -> Iterator[tuple[str, Cell]]:
    info = next((each for each in source.series.get(indicator.id, ()) if each.name == current.measure), None)
    unit, name = (info.unit, f"{info.label}, ") if info else (indicator.unit, "Latest, ")
    value = _value(source.of(indicator), current.period.end, current.measure)
    key = figure(indicator.id, current.period, current.measure)
    yield f"{name}{current.period.label}", _large(value, unit, key, unit_word(unit, value.number)) if value else cell(ABSENT)
    if current.target is not None:
        yield "Target", figure_cell(shown(current.target, unit), figure(indicator.id, current.period, "target"))
    ends = [_value(source.of(indicator), current.period.end, name) for name in ("lower", "upper")]
    if indicator.polarity == "range" and all(ends):
        told = [figure_run(shown_value(each, unit), f"{key}/{n}") for n, each in zip(("lower", "upper"), ends, strict=True) if each]
        yield "Expected range", cell(told[0], " to ", told[1])
    if current.floor is not None and current.floor != current.target:
        yield "Floor standard", figure_cell(shown(current.floor, unit), figure(indicator.id, current.period, "floor"))


def _large(value: Value, unit: str, key: str, word: str = "") -> Cell:
    """The value, its unit and its markers in words under it."""
    text = shown_value(replace(value, markers=()), unit) or (SUPPRESSED if value.is_suppressed else ABSENT)
    said = ", ".join([*([word] if word else []), *(MARKERS[marker][0] for marker in value.markers)])
    return cell(figure_run(text, key), *((LineBreak(), said) if said else ()))


def _lines(value: Cell) -> tuple[str, str]:
    """The large figure and the small words under it."""
    large = list(takewhile(lambda each: not isinstance(each, LineBreak), value.inlines))
    return plain(large), plain(value.inlines[len(large) + 1 :])


def _value(observations: Sequence[Observation], end: dt.date, series: str) -> Value | None:
    return next((o.values.get(series) for o in observations if o.period.end == end), None)


def _before(source: Material, indicator: Indicator, found: Assessment) -> Iterator[tuple[str, Cell]]:
    current, previous = found.current, found.direction.since
    info = next((each for each in source.series.get(indicator.id, ()) if each.name == current.measure), None)
    unit = info.unit if info else indicator.unit
    if previous:
        value = _value(source.of(indicator), previous.end, current.measure)
        if value:
            yield f"Previous, {previous.label}", _large(value, unit, figure(indicator.id, previous, current.measure))
    run = run_of(indicator, found)
    if run:
        yield f"{current.rating} since", cell(figure_run(run.first.label, f"{indicator.id}/since"))


def _compact(source: Material, indicator: Indicator, level: int) -> Group:
    """Heading and one row: rating and direction, current, target, previous, and a small chart in its cell."""
    found = source.assessment(indicator)
    marks = cell(
        chip(source.assessed.scheme, found.current.rating, f"{indicator.id}/rating"),
        *under(rating_mark(found.current)),
        LineBreak(),
        travel(found.direction, f"{indicator.id}/direction"),
    )
    everything = [*_now(source, indicator, found.current), *_before(source, indicator, found)]
    figures = [pair for n, pair in enumerate(everything) if n == 0 or pair[0].split(",")[0] in COMPACT]
    alt = plain(sentence(source, indicator, found))
    chart = small_chart(indicator, source.of(indicator), alt)
    charts = [("Trend", Cell(chart=chart))] if chart else []
    labels = ["Rating", *(label for label, _ in figures), *(label for label, _ in charts)]
    widths = [92.0, *[62.0] * len(figures), *([390.0 - 62.0 * len(figures)] if charts else [])]
    cells = (marks, *(value for _, value in figures), *(value for _, value in charts))
    across = tuple(Column(share, "left") for share in shares(widths))
    title = f"{indicator.name}: rating and key figures"
    table = Table(indicator_id(indicator.id, "figures"), title, across, (header(*labels), row(cells)), 0, look="compact")
    return Group(indicator_id(indicator.id, "block"), (_heading(indicator, level), table))


def commentary(source: Material, indicator: Indicator, level: int, place: Place) -> Iterator[Piece]:
    """The parts of the indicator's commentary in order, each under its own label where it has one."""
    for part in source.parts.get(indicator.id, ()):
        yield from authored(part, part.title or COMMENTARY, level, place)


def notes(source: Material, indicator: Indicator) -> Iterator[Paragraph]:
    """The data notes as a paragraph, and the way to the rating's card where the paper has it; nothing where there is neither."""
    words, link = note_text(source, indicator), card_link(source, indicator)
    if words or link:
        yield Paragraph(indicator_id(indicator.id, "notes"), inlines(words, " " if words and link else "", *link), "note")


def note_text(source: Material, indicator: Indicator) -> str:
    """The data notes, with ratings that were published otherwise, what was noted of the previous one, and the markers used."""
    observations = source.of(indicator)
    said = plain(
        data_notes(source.phrases, indicator, observations, source.floors.get(indicator.id, ()), source.series.get(indicator.id, ()))
    )
    previous = source.previous.get(indicator.id)
    more = [
        said,
        *_why_unrated(source, indicator),
        *_rating_notes(source, indicator),
        *_still_due(source, indicator),
        *(published_otherwise(source.phrases, source.assessment(indicator)) if indicator.kind == "kpi" else ()),
        previous.note if previous else "",
        *marker_notes((value for each in observations for value in each.values.values()), source.info.small_numbers),
    ]
    return " ".join(text for text in more if text)


def _why_unrated(source: Material, indicator: Indicator) -> Iterator[str]:
    """Why the indicator has no rating, where its status does not say that a person took it away."""
    current = source.assessment(indicator).current if indicator.kind == "kpi" else None
    why = why_unrated(source.phrases, current) if current and not current.override else ""
    if why:
        yield source.phrases.text("notes.unrated", reason=why)


def _rating_notes(source: Material, indicator: Indicator) -> Iterator[str]:
    """How ratings and the direction were found, as far as no card of the paper says it.

    In the form without a status sentence also that a rating is carried forward or set by a person.
    """
    if indicator.kind != "kpi":
        return
    found = source.assessment(indicator)
    if indicator.form == "compact":
        yield from (carried_words(source.phrases, found.current), override_words(source.phrases, found.current))
    yield from rating_notes(source.phrases, indicator, found, source.given(indicator), source.unit(indicator))
    if not has_cards(source):
        yield from direction_notes(source.phrases, indicator, found)


def _still_due(source: Material, indicator: Indicator) -> Iterator[str]:
    """That a newer figure is awaited, in the form that has no status sentence to say so."""
    if indicator.kind == "kpi" and indicator.form == "compact":
        yield still_due(source.phrases, source.assessment(indicator), source.of(indicator))
