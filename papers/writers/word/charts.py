"""Native charts: DrawingML parts that Word draws and edits, with their workbook inside.

Everything whose default differs between the schema and Office is said: Word and LibreOffice take the schema's where it is not
(smooth lines, gaps as zero, a colour for each point, rounded corners, minor ticks).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from papers.document import Chart, Series, SeriesKind
from papers.layout.series import LONE, LOOKS, lone, marker_of
from papers.writers.word.chart_frame import ChartFrame
from papers.writers.word.chart_labels import DELETED, WHITE, bar_labels, line_labels, looks_of, solid
from papers.writers.word.number_formats import tick_format
from papers.writers.word.workbook import DATA, column, number
from papers.writers.word.xml import CHART, DECLARATION, DRAWING, EMU, RELATION, attribute, text

WORKBOOK_RELATION = "rId1"
GRID, BASE = "DFE3EA", "8A92A3"
DASHES: Mapping[SeriesKind, str] = {"target": "dash", "threshold": "sysDot", "limit": "sysDash", "trend": "lgDash"}
"""The dashes of `papers.layout.series.LOOKS` as Office names them."""
EDGE = 1.1
"""The width of a marker's edge in points."""
NO_MARKER = '<c:symbol val="none"/>'
KEY_ROOM = 72.0
"""Points that Office needs for an entry of a key beside its name, and for what the entries before it need more than in the PDF."""
WIDEST_GAP = 500
"""The widest gap between groups of bars that DrawingML knows, in hundredths of a bar."""


def chart_part(chart: Chart, frame: ChartFrame) -> str:
    """The chart part's markup."""
    bars = [(n, series) for n, series in enumerate(chart.series) if series.kind == "bar"]
    lines = [(n, series) for n, series in enumerate(chart.series) if series.kind != "bar"]
    plots = (_bars(chart, bars, frame) if bars else "") + (_lines(chart, lines, frame) if lines else "")
    return (
        f'{DECLARATION}<c:chartSpace xmlns:c="{CHART}" xmlns:a="{DRAWING}" xmlns:r="{RELATION}">'
        '<c:date1904 val="0"/><c:lang val="en-GB"/><c:roundedCorners val="0"/>'
        f'<c:chart><c:autoTitleDeleted val="1"/><c:plotArea>{_layout(frame)}{plots}{_axes(chart, frame)}'
        f"<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr></c:plotArea>{_legend(chart, frame)}"
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
        f"{looks_of(frame, frame.plan.style.colour)}"
        f'<c:externalData r:id="{WORKBOOK_RELATION}"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )


def _layout(frame: ChartFrame) -> str:
    """The plot's place, as shares of the chart's frame, so that labels at lines' ends have their room."""
    plan = frame.plan
    x, y = plan.left / plan.width, plan.top / plan.height
    w, h = (plan.right - plan.left) / plan.width, (plan.bottom - plan.top) / plan.height
    sides = "".join([f'<c:{name} val="{value:.4f}"/>' for name, value in (("x", x), ("y", y), ("w", w), ("h", h))])
    return (
        '<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
        f"{sides}</c:manualLayout></c:layout>"
    )


# --- series ---------------------------------------------------------------------------------------------------------


def _bars(chart: Chart, bars: Sequence[tuple[int, Series]], frame: ChartFrame) -> str:
    """Columns as wide as in the plan, a point apart where they stand side by side."""
    width = next((foot.bar.width for foot in frame.plan.feet), frame.plan.step / 2)
    apart = 1.0 if len(bars) > 1 else 0.0
    gap = round(100 * (frame.plan.step - len(bars) * (width + apart)) / width)
    series = "".join([_series(chart, n, one, _fill(one), bar_labels(one, frame)) for n, one in bars])
    return (
        f'<c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:varyColors val="0"/>{series}'
        f'<c:gapWidth val="{min(max(gap, 0), WIDEST_GAP)}"/><c:overlap val="{-round(100 * apart / width)}"/>'
        '<c:axId val="1"/><c:axId val="2"/></c:barChart>'
    )


def _lines(chart: Chart, lines: Sequence[tuple[int, Series]], frame: ChartFrame) -> str:
    barless = len(lines) == len(chart.series)
    alone = barless and sum(one.kind == "line" for _, one in lines) == 1
    labels = [line_labels(one, frame, alone=alone, barless=barless) for _, one in lines]
    drawn = [one for _, one in lines]
    series = "".join([_series(chart, n, one, _stroke(one, drawn) + _levels(one), labels[k]) for k, (n, one) in enumerate(lines)])
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
    return f'<c:spPr>{solid(series.colour)}</c:spPr><c:invertIfNegative val="0"/>'


def _stroke(series: Series, lines: Sequence[Series]) -> str:
    """The line's width and dash, or that there is none, and its markers: filled, or white inside."""
    look = LOOKS[series.kind]
    dash = f'<a:prstDash val="{DASHES[series.kind]}"/>' if series.kind in DASHES else ""
    line = (
        f'<a:ln w="{round(look.width * EMU)}" cap="{"rnd" if series.kind == "line" else "flat"}">{solid(series.colour)}{dash}<a:round/></a:ln>'
        if look.width
        else "<a:ln><a:noFill/></a:ln>"
    )
    if not look.radius:
        return f"<c:spPr>{line}</c:spPr><c:marker>{NO_MARKER}</c:marker>"
    marker = _marker(marker_of(series, lines), look.radius, WHITE if look.hollow else series.colour, series.colour)
    return f"<c:spPr>{line}</c:spPr><c:marker>{marker}</c:marker>"


def _marker(shape: str, radius: float, inside: str, edge: str) -> str:
    return (
        f'<c:symbol val="{shape}"/><c:size val="{round(radius * 2)}"/>'
        f'<c:spPr>{solid(inside)}<a:ln w="{round(EDGE * EMU)}">{solid(edge)}</a:ln></c:spPr>'
    )


def _levels(series: Series) -> str:
    """A dash at each value that has no neighbour to draw a line to, for Word would draw nothing there."""
    dash = _marker("dash", LONE / 2, series.colour, series.colour)
    return "".join([f'<c:dPt><c:idx val="{n}"/><c:marker>{dash}</c:marker><c:bubble3D val="0"/></c:dPt>' for n in lone(series)])


def _legend(chart: Chart, frame: ChartFrame) -> str:
    """A key above the plot for the series that no label names, from its left edge on; the others are left out of it."""
    named = {series.name for series in frame.keyed}
    if not named:
        return ""
    left_out = [n for n, series in enumerate(chart.series) if series.name not in named]
    entries = "".join([f'<c:legendEntry><c:idx val="{n}"/>{DELETED}</c:legendEntry>' for n in left_out])
    plan = frame.plan
    widest = max(x + plan.measure(series.name) + KEY_ROOM * (n + 1) for row in plan.key_rows for n, (x, series) in enumerate(row))
    sides = {"x": 0.0, "y": 0.0, "w": min(1.0, widest / plan.width), "h": len(plan.key_rows) * plan.key_row / plan.height}
    place = "".join([f'<c:{name} val="{value:.4f}"/>' for name, value in sides.items()])
    layout = f'<c:layout><c:manualLayout><c:xMode val="edge"/><c:yMode val="edge"/>{place}</c:manualLayout></c:layout>'
    return f'<c:legend><c:legendPos val="t"/>{entries}{layout}<c:overlay val="0"/></c:legend>'


# --- axes -----------------------------------------------------------------------------------------------------------


def _axes(chart: Chart, frame: ChartFrame) -> str:
    looks = looks_of(frame, frame.plan.style.colour)
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
