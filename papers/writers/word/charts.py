"""Native charts: DrawingML parts that Word draws and edits, with their workbook inside.

Everything whose default differs between the schema and Office is said: Word and LibreOffice take the schema's where it is not
(smooth lines, gaps as zero, a colour for each point, rounded corners, minor ticks).
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from papers.document import Chart, Series, SeriesKind
from papers.layout.colours import readable
from papers.writers.word.chart_frame import BAR_SHARE, BARS_SHARE, ChartFrame, keyed
from papers.writers.word.number_formats import tick_format
from papers.writers.word.workbook import DATA, column, number
from papers.writers.word.xml import CHART, DECLARATION, DRAWING, EMU, RELATION, attribute, hexadecimal, text

WORKBOOK_RELATION = "rId1"
GRID, BASE, WHITE = "DFE3EA", "8A92A3", "#FFFFFF"
WIDTHS: dict[SeriesKind, float] = {"target": 1.8, "threshold": 1.6, "line": 2.2, "comparator": 1.1}
DASHES: dict[SeriesKind, str] = {"target": "dash", "threshold": "sysDot"}
MARKERS = ("circle", "square", "diamond", "triangle")
MARKER_SIZES: dict[SeriesKind, int] = {"line": 6, "comparator": 5}
CLEAR = '<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>'
"""White behind a label, so that no line crosses its words."""

FOOT_HEIGHT = 1.5
"""Least height of a bar, in sizes of its label, that takes the label in its foot."""

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


def chart_part(chart: Chart, frame: ChartFrame) -> str:
    """The chart part's markup."""
    bars = [(n, series) for n, series in enumerate(chart.series) if series.kind == "bar"]
    lines = [(n, series) for n, series in enumerate(chart.series) if series.kind != "bar"]
    plots = (_bars(chart, bars, frame) if bars else "") + (_lines(chart, lines, frame) if lines else "")
    return (
        f'{DECLARATION}<c:chartSpace xmlns:c="{CHART}" xmlns:a="{DRAWING}" xmlns:r="{RELATION}">'
        '<c:date1904 val="0"/><c:lang val="en-GB"/><c:roundedCorners val="0"/>'
        f'<c:chart><c:autoTitleDeleted val="1"/><c:plotArea>{_layout(frame)}{plots}{_axes(chart, frame)}'
        f"<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr></c:plotArea>{_legend(chart)}"
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
        f"{_looks(frame, frame.style.colour)}"
        f'<c:externalData r:id="{WORKBOOK_RELATION}"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )


def _layout(frame: ChartFrame) -> str:
    """The plot's place, as shares of the chart's frame, so that labels at lines' ends have their room."""
    x, y = frame.left / frame.width, frame.top / frame.height
    w, h = (frame.right - frame.left) / frame.width, (frame.bottom - frame.top) / frame.height
    sides = "".join([f'<c:{name} val="{value:.4f}"/>' for name, value in (("x", x), ("y", y), ("w", w), ("h", h))])
    return (
        '<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
        f"{sides}</c:manualLayout></c:layout>"
    )


def _looks(frame: ChartFrame, colour: str, *, bold: bool = False, wrap: str = "square") -> str:
    """Text properties: the house's chart labels, horizontal."""
    size = round(frame.style.size * 100)
    return (
        f'<c:txPr><a:bodyPr rot="0" vert="horz" wrap="{wrap}"/><a:lstStyle/><a:p><a:pPr>'
        f'<a:defRPr sz="{size}" b="{int(bold)}"><a:solidFill><a:srgbClr val="{hexadecimal(colour)}"/></a:solidFill>'
        f'<a:latin typeface="{attribute(frame.style.font)}"/><a:cs typeface="{attribute(frame.style.font)}"/></a:defRPr>'
        '</a:pPr><a:endParaRPr lang="en-GB"/></a:p></c:txPr>'
    )


# --- series ---------------------------------------------------------------------------------------------------------


def _bars(chart: Chart, bars: Sequence[tuple[int, Series]], frame: ChartFrame) -> str:
    share = BAR_SHARE if len(bars) == 1 else BARS_SHARE
    each = frame.step * share / len(bars)
    gap = round(len(bars) * 100 * (1 - share) / share)
    series = "".join([_series(chart, n, one, _fill(one), _bar_labels(chart, one, frame, each)) for n, one in bars])
    return (
        f'<c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:varyColors val="0"/>{series}'
        f'<c:gapWidth val="{gap}"/><c:overlap val="0"/><c:axId val="1"/><c:axId val="2"/></c:barChart>'
    )


def _lines(chart: Chart, lines: Sequence[tuple[int, Series]], frame: ChartFrame) -> str:
    barless = len(lines) == len(chart.series)
    alone = barless and sum(one.kind == "line" for _, one in lines) == 1
    labels = [_line_labels(one, frame, alone=alone, barless=barless) for _, one in lines]
    series = "".join([_series(chart, n, one, _stroke(one, k), labels[k]) for k, (n, one) in enumerate(lines)])
    return (
        f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{series}'
        '<c:marker val="1"/><c:axId val="1"/><c:axId val="2"/></c:lineChart>'
    )


def _series(chart: Chart, n: int, series: Series, looks: str, labels: str) -> str:
    """A series with its name, categories and values as the workbook holds them."""
    count, letters = len(chart.categories), column(n + 1)
    names = "".join([f'<c:pt idx="{k}"><c:v>{text(name)}</c:v></c:pt>' for k, name in enumerate(chart.categories)])
    values = "".join([f'<c:pt idx="{k}"><c:v>{number(value)}</c:v></c:pt>' for k, value in enumerate(series.values) if value is not None])
    smooth = "" if series.kind == "bar" else '<c:smooth val="0"/>'
    return (
        f'<c:ser><c:idx val="{n}"/><c:order val="{n}"/><c:tx><c:strRef><c:f>{DATA}!${letters}$1</c:f><c:strCache><c:ptCount val="1"/>'
        f'<c:pt idx="0"><c:v>{text(series.name)}</c:v></c:pt></c:strCache></c:strRef></c:tx>{looks}{labels}'
        f"<c:cat><c:strRef><c:f>{DATA}!$A$2:$A${count + 1}</c:f><c:strCache>"
        f'<c:ptCount val="{count}"/>{names}</c:strCache></c:strRef></c:cat>'
        f"<c:val><c:numRef><c:f>{DATA}!${letters}$2:${letters}${count + 1}</c:f><c:numCache>"
        f"<c:formatCode>{text(series.number_format)}</c:formatCode>"
        f'<c:ptCount val="{count}"/>{values}</c:numCache></c:numRef></c:val>{smooth}</c:ser>'
    )


def _fill(series: Series) -> str:
    return f'<c:spPr>{_solid(series.colour)}</c:spPr><c:invertIfNegative val="0"/>'


def _solid(colour: str) -> str:
    return f'<a:solidFill><a:srgbClr val="{hexadecimal(colour)}"/></a:solidFill>'


def _stroke(series: Series, n: int) -> str:
    """The line's width and dash, and its markers: filled on a line, hollow on a comparator."""
    dash = DASHES.get(series.kind)
    line = (
        f'<a:ln w="{round(WIDTHS[series.kind] * EMU)}" cap="{"rnd" if series.kind == "line" else "flat"}">{_solid(series.colour)}'
        f"{f'<a:prstDash val={chr(34)}{dash}{chr(34)}/>' if dash else ''}<a:round/></a:ln>"
    )
    size = MARKER_SIZES.get(series.kind)
    if size is None:
        return f'<c:spPr>{line}</c:spPr><c:marker><c:symbol val="none"/></c:marker>'
    inside = WHITE if series.kind == "comparator" else series.colour
    edge = f'<a:ln w="{round(WIDTHS["comparator"] * EMU)}">{_solid(series.colour)}</a:ln>'
    marker = f'<c:symbol val="{MARKERS[n % len(MARKERS)]}"/><c:size val="{size}"/><c:spPr>{_solid(inside)}{edge}</c:spPr>'
    return f"<c:spPr>{line}</c:spPr><c:marker>{marker}</c:marker>"


# --- labels ---------------------------------------------------------------------------------------------------------


def _bar_labels(chart: Chart, series: Series, frame: ChartFrame, width: float) -> str:
    """Values in the feet of bars, above a bar too low or too narrow for it, and none where it would touch its neighbour's."""
    feet = all(frame.measure(label) <= width - 2 for label in series.labels if label)
    last = _last(series)
    inside = f"{_number(series)}{_looks(frame, readable(WHITE, series.colour), bold=True)}"
    above = f"{_number(series, CLEAR)}{_looks(frame, readable(series.colour, WHITE), bold=True)}"
    points = []
    for n, (value, label) in enumerate(zip(series.values, series.labels, strict=True)):
        if value is None or (label and feet and frame.bar_height(chart, value) >= frame.style.size * FOOT_HEIGHT):
            continue
        fits = label and (frame.measure(label) <= width / BAR_SHARE - 2 or n == last)
        points.append(
            f'<c:dLbl><c:idx val="{n}"/>{f"{above}<c:dLblPos val={chr(34)}outEnd{chr(34)}/>{SHOW}" if fits else DELETED}</c:dLbl>'
        )
    return f'<c:dLbls>{"".join(points)}{inside}<c:dLblPos val="inBase"/>{SHOW}</c:dLbls>'


DELETED = '<c:delete val="1"/>'


def _line_labels(series: Series, frame: ChartFrame, *, alone: bool, barless: bool) -> str:
    """The name at the line's end, right of the plot; values at the markers of a line where no bars are, all if they fit, else the last."""
    last = _last(series)
    colour = readable(series.colour, WHITE)
    looks = f"{_number(series, CLEAR)}{_looks(frame, colour, bold=True)}"
    if last is None:
        return ""
    if series.end_label:
        return f"<c:dLbls>{_end_label(series, series.end_label, last, frame)}{HIDE}{NO_LEADERS}</c:dLbls>"
    if series.kind != "line" or not barless:
        return ""
    if alone and all(frame.measure(label) <= frame.step - 4 for label in series.labels if label):
        hidden = [n for n, (value, label) in enumerate(zip(series.values, series.labels, strict=True)) if value is not None and not label]
        points = "".join([f'<c:dLbl><c:idx val="{n}"/>{DELETED}</c:dLbl>' for n in hidden])
        return f'<c:dLbls>{points}{looks}<c:dLblPos val="t"/>{SHOW}</c:dLbls>'
    return f'<c:dLbls><c:dLbl><c:idx val="{last}"/>{looks}<c:dLblPos val="t"/>{SHOW}</c:dLbl>{HIDE}</c:dLbls>'


def _end_label(series: Series, label: str, last: int, frame: ChartFrame) -> str:
    """The label of the last point. It is made of the series' name and value, and so follows the data, where that says the same.

    It wraps only where it must: LibreOffice knows nothing of a label's size and would wrap any.
    """
    end, value = frame.ends[series.name], series.labels[last]
    shift = (frame.right - frame.left - frame.step * (last + 0.5)) / frame.width
    place = f'<c:layout><c:manualLayout><c:x val="{shift:.4f}"/><c:y val="{end.drop / frame.height:.4f}"/></c:manualLayout></c:layout>'
    size = LABEL_SIZE.format((end.width + LABEL_INSET) / frame.width, (end.height + LABEL_INSET / 2) / frame.height)
    colour = readable(series.colour, WHITE)
    if label != f"{series.name} {value}":
        return f'<c:dLbl><c:idx val="{last}"/>{place}{_said(end.lines, frame, colour)}{_looks(frame, colour, bold=True, wrap="none")}<c:dLblPos val="r"/>{SHOW}{size}</c:dLbl>'
    parted = end.lines == (series.name, value)
    looks = _looks(frame, colour, bold=True, wrap="none" if parted or len(end.lines) == 1 else "square")
    named = SHOW_NAMED.format("\n" if parted else " ")
    return f'<c:dLbl><c:idx val="{last}"/>{place}{_number(series)}{looks}<c:dLblPos val="r"/>{named}{size}</c:dLbl>'


def _said(lines: Sequence[str], frame: ChartFrame, colour: str) -> str:
    """Words of a label that are not made of its data. The look stands twice: Office heeds the run's, LibreOffice the paragraph's."""
    look = f'sz="{round(frame.style.size * 100)}" b="1">{_solid(colour)}'
    start = f'<a:p><a:pPr><a:defRPr {look}</a:defRPr></a:pPr><a:r><a:rPr lang="en-GB" {look}</a:rPr>'
    paragraphs = "".join([f"{start}<a:t>{text(line)}</a:t></a:r></a:p>" for line in lines])
    return f'<c:tx><c:rich><a:bodyPr wrap="none"/><a:lstStyle/>{paragraphs}</c:rich></c:tx>'


def _number(series: Series, ground: str = "<a:noFill/>") -> str:
    """The format of a label's number, and its ground without an edge."""
    format_ = f'<c:numFmt formatCode="{attribute(series.number_format)}" sourceLinked="0"/>'
    return f"{format_}<c:spPr>{ground}<a:ln><a:noFill/></a:ln></c:spPr>"


def _last(series: Series) -> int | None:
    return max((n for n, value in enumerate(series.values) if value is not None), default=None)


def _legend(chart: Chart) -> str:
    """A key above the plot for the series that no label names; the others are left out of it."""
    named = {id(series) for series in keyed(chart)}
    if not named:
        return ""
    left_out = [n for n, series in enumerate(chart.series) if id(series) not in named]
    entries = "".join([f'<c:legendEntry><c:idx val="{n}"/>{DELETED}</c:legendEntry>' for n in left_out])
    return f'<c:legend><c:legendPos val="t"/>{entries}<c:overlay val="0"/></c:legend>'


# --- axes -----------------------------------------------------------------------------------------------------------


def _axes(chart: Chart, frame: ChartFrame) -> str:
    looks = _looks(frame, frame.style.colour)
    skip = f'<c:tickLblSkip val="{frame.every}"/>' if frame.every > 1 else ""
    low, high = chart.ticks[0].value, chart.ticks[-1].value
    crosses = '<c:crosses val="autoZero"/>' if low <= 0 <= high else '<c:crosses val="min"/>'
    labels = attribute(tick_format(chart.ticks, chart.series[0].number_format if chart.series else "General"))
    return (
        '<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="b"/>'
        '<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
        f'<c:tickLblPos val="low"/>{_edge(BASE, 0.9)}{looks}<c:crossAx val="2"/>{crosses}<c:auto val="0"/><c:lblAlgn val="ctr"/>'
        f'<c:lblOffset val="50"/>{skip}<c:noMultiLvlLbl val="1"/></c:catAx>'
        f'<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/><c:max val="{number(high)}"/><c:min val="{number(low)}"/></c:scaling>'
        f'<c:delete val="0"/><c:axPos val="l"/><c:majorGridlines>{_edge(GRID, 0.5)}</c:majorGridlines>'
        f'<c:numFmt formatCode="{labels}" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
        f'<c:tickLblPos val="nextTo"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr>{looks}<c:crossAx val="1"/><c:crosses val="min"/>'
        f'<c:crossBetween val="between"/><c:majorUnit val="{number(_unit(chart))}"/></c:valAx>'
    )


def _edge(colour: str, width: float) -> str:
    return f'<c:spPr><a:ln w="{round(width * EMU)}"><a:solidFill><a:srgbClr val="{colour}"/></a:solidFill></a:ln></c:spPr>'


def _unit(chart: Chart) -> Decimal:
    """The distance of the ticks."""
    return chart.ticks[1].value - chart.ticks[0].value
