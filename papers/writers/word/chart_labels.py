"""Labels of native charts: values at bars and markers, names at the ends of lines, and the look of all of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from papers.document import Series
from papers.layout.colours import readable
from papers.layout.plotting import Side
from papers.writers.word.chart_frame import ChartFrame, Place
from papers.writers.word.number_formats import format_as
from papers.writers.word.xml import attribute, hexadecimal, text

WHITE = "#FFFFFF"
CLEAR = '<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>'
"""White behind a label, so that no line crosses its words."""

LABEL_GAP = 4.0
"""Least distance in points between values at neighbouring markers."""

DELETED = '<c:delete val="1"/>'
QUIET = '<c:showLegendKey val="0"/><c:showVal val="{0}"/><c:showCatName val="0"/><c:showSerName val="{1}"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>'
NO_LEADERS = (
    '<c:extLst><c:ext uri="{CE6537A1-D6FC-4f65-9D91-7224C49458BB}" xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart">'
    '<c15:showLeaderLines val="0"/></c:ext></c:extLst>'
)
"""No lines from points to labels that are moved (an extension of Office 2013, which LibreOffice heeds too)."""

LABEL_SIZE = (
    '<c:extLst><c:ext uri="{{CE6537A1-D6FC-4f65-9D91-7224C49458BB}}" xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart">'
    '<c15:layout><c:manualLayout><c:w val="{:.4f}"/><c:h val="{:.4f}"/></c:manualLayout></c15:layout></c:ext></c:extLst>'
)
"""The size of a label, from the same extension, so that its words break where they do in the PDF."""

LABEL_INSET = 8.0
"""What a label's box adds to its words in points."""

SHOW, SHOW_NAMED, HIDE = QUIET.format(1, 0), QUIET.format(1, 1) + "<c:separator>{}</c:separator>", QUIET.format(0, 0)


def solid(colour: str) -> str:
    """A fill of one colour."""
    return f'<a:solidFill><a:srgbClr val="{hexadecimal(colour)}"/></a:solidFill>'


def looks_of(frame: ChartFrame, colour: str, *, bold: bool = False, wrap: str = "square") -> str:
    """Text properties: the house's chart labels, horizontal."""
    size = round(frame.plan.style.size * 100)
    return (
        f'<c:txPr><a:bodyPr rot="0" vert="horz" wrap="{wrap}"/><a:lstStyle/><a:p><a:pPr>'
        f'<a:defRPr sz="{size}" b="{int(bold)}">{solid(colour)}'
        f'<a:latin typeface="{attribute(frame.plan.style.font)}"/><a:cs typeface="{attribute(frame.plan.style.font)}"/></a:defRPr>'
        '</a:pPr><a:endParaRPr lang="en-GB"/></a:p></c:txPr>'
    )


def bar_labels(series: Series, frame: ChartFrame) -> str:
    """Values in the feet of bars, but where the plan has them elsewhere or not at all."""
    inside = f"{_number(series)}{looks_of(frame, readable(WHITE, series.colour), bold=True)}"
    outside = f"{_number(series, CLEAR)}{looks_of(frame, readable(series.colour, WHITE), bold=True)}"
    points = [
        f'<c:dLbl><c:idx val="{n}"/>{_bar_label(place, inside, outside)}</c:dLbl>'
        for n, (value, place) in enumerate(zip(series.values, frame.places[series.name], strict=True))
        if value is not None and place != "inBase"
    ]
    return f'<c:dLbls>{"".join(points)}{inside}<c:dLblPos val="inBase"/>{SHOW}</c:dLbls>'


def _bar_label(place: Place | None, inside: str, outside: str) -> str:
    if place is None:
        return DELETED
    return f'{outside if place == "outEnd" else inside}<c:dLblPos val="{place}"/>{SHOW}'


def line_labels(series: Series, frame: ChartFrame, *, alone: bool, barless: bool) -> str:
    """The name at the line's end, right of the plot; values at the markers of a line where no bars are, all if they fit, else the last."""
    last = _last(series)
    if last is None:
        return ""
    if series.name in frame.ends and series.end_label:
        return f"<c:dLbls>{_end_label(series, series.end_label, last, frame)}{HIDE}{NO_LEADERS}</c:dLbls>"
    if series.kind != "line" or not barless:
        return ""
    looks = f"{_number(series, CLEAR)}{looks_of(frame, readable(series.colour, WHITE), bold=True)}"
    room = frame.plan.step - LABEL_GAP
    if alone and all(frame.plan.measure(label, bold=True) <= room for label in series.labels if label):
        sides = [frame.plan.sides.get((series.name, n)) for n in range(len(series.values))]
        points = "".join([_point(n, side, looks) for n, side in enumerate(sides) if side != "above" and series.values[n] is not None])
        return f'<c:dLbls>{points}{looks}<c:dLblPos val="t"/>{SHOW}</c:dLbls>'
    return f"<c:dLbls>{_point(last, frame.plan.sides.get((series.name, last)) or 'above', looks)}{HIDE}</c:dLbls>"


def _point(n: int, side: Side | None, looks: str) -> str:
    """The label of one value of a line: above or below its marker, or none where the plan found no room."""
    shown = DELETED if side is None else f'{looks}<c:dLblPos val="{"t" if side == "above" else "b"}"/>{SHOW}'
    return f'<c:dLbl><c:idx val="{n}"/>{shown}</c:dLbl>'


def _end_label(series: Series, label: str, last: int, frame: ChartFrame) -> str:
    """The label of the last point. It is made of the series' name and value, and so follows the data, where that says the same.

    It wraps only where it must: LibreOffice knows nothing of a label's size and would wrap any.
    """
    end, value = frame.ends[series.name], series.labels[last]
    plan = frame.plan
    shift = (plan.right - plan.left - plan.step * (last + 0.5)) / plan.width
    place = f'<c:layout><c:manualLayout><c:x val="{shift:.4f}"/><c:y val="{end.drop / plan.height:.4f}"/></c:manualLayout></c:layout>'
    size = LABEL_SIZE.format((end.width + LABEL_INSET) / plan.width, (end.height + LABEL_INSET / 2) / plan.height)
    colour = readable(series.colour, WHITE)
    if label != f"{series.name} {value}":
        return f'<c:dLbl><c:idx val="{last}"/>{place}{_said(end.lines, frame, colour)}{looks_of(frame, colour, bold=True, wrap="none")}<c:dLblPos val="r"/>{SHOW}{size}</c:dLbl>'
    parted = end.lines == (series.name, value)
    looks = looks_of(frame, colour, bold=True, wrap="none" if parted or len(end.lines) == 1 else "square")
    named = SHOW_NAMED.format("\n" if parted else " ")
    shown = _number(replace(series, number_format=format_as(value or "", series.number_format)))
    return f'<c:dLbl><c:idx val="{last}"/>{place}{shown}{looks}<c:dLblPos val="r"/>{named}{size}</c:dLbl>'


def _said(lines: Sequence[str], frame: ChartFrame, colour: str) -> str:
    """Words of a label that are not made of its data. The look stands twice: Office heeds the run's, LibreOffice the paragraph's."""
    look = f'sz="{round(frame.plan.style.size * 100)}" b="1">{solid(colour)}'
    start = f'<a:p><a:pPr><a:defRPr {look}</a:defRPr></a:pPr><a:r><a:rPr lang="en-GB" {look}</a:rPr>'
    paragraphs = "".join([f"{start}<a:t>{text(line)}</a:t></a:r></a:p>" for line in lines])
    return f'<c:tx><c:rich><a:bodyPr wrap="none"/><a:lstStyle/>{paragraphs}</c:rich></c:tx>'


def _number(series: Series, ground: str = "<a:noFill/>") -> str:
    """The format of a label's number, and its ground without an edge."""
    format_ = f'<c:numFmt formatCode="{attribute(series.number_format)}" sourceLinked="0"/>'
    return f"{format_}<c:spPr>{ground}<a:ln><a:noFill/></a:ln></c:spPr>"


def _last(series: Series) -> int | None:
    return max((n for n, value in enumerate(series.values) if value is not None), default=None)
