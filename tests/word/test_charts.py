"""Charts that Word draws and edits itself: exact values, the same labels, a workbook that opens."""

from dataclasses import replace
from decimal import Decimal
from io import BytesIO

import openpyxl
import pytest

from papers.document import Chart, MarkerShape, Series, SeriesKind, Tick
from papers.layout.plotting import Planner
from papers.layout.series import LOOKS
from papers.writers.word.number_formats import format_as, tick_format
from tests.layout.stress import house
from tests.word.opened import control, find, parts, tree
from tests.word.sample import bars, compact, lines, one, written

OFFICE_DEFAULTS = {
    "roundedCorners": {"0"},
    "varyColors": {"0"},
    "smooth": {"0"},
    "dispBlanksAs": {"gap"},
    "plotVisOnly": {"1"},
    "overlay": {"0"},
    "autoUpdate": {"0"},
    "minorTickMark": {"none"},
    "showSerName": {"0", "1"},
    "showLegendKey": {"0"},
    "showCatName": {"0"},
}


def chart(node: Chart):
    """The chart part."""
    return tree(written(one(node)), "word/charts/chart1.xml")


def workbook(node: Chart):
    """The chart's workbook, read by openpyxl."""
    return openpyxl.load_workbook(BytesIO(parts(written(one(node)))["word/embeddings/chart1.xlsx"]))


def series_of(root, name: str):
    """The series of that name."""
    (found,) = [each for each in find(root, "//c:ser") if find(each, "string(c:tx//c:v)") == name]
    return found


def test_values_are_exact_and_gaps_are_gaps():
    found = series_of(chart(bars()), "Actual")
    assert {int(each.get("idx")): find(each, "string(c:v)") for each in find(found, "c:val//c:pt")} == {
        0: "50",
        1: "78",
        2: "77",
        3: "4",
        4: "83",
        5: "85",
    }
    assert find(found, "string(c:val//c:ptCount/@val)") == "7"


def test_the_workbook_holds_what_the_chart_shows():
    sheet = workbook(bars())["Data"]
    rows = [[cell.value for cell in each] for each in sheet.iter_rows()]
    assert rows[0] == ["Period", "Actual", "Target", "National average"]
    assert rows[1] == ["Sep 12", 50, 75, 60.5]
    assert rows[7] == ["Mar 14", None, 75, 68]


def test_references_lead_to_the_cells_of_the_values():
    book, root = workbook(bars()), chart(bars())
    for each in find(root, "//c:ser"):
        sheet, _, cells = find(each, "string(c:val/c:numRef/c:f)").partition("!")
        values = [cell[0].value for cell in book[sheet][cells.replace("$", "")]]
        cached = {int(pt.get("idx")): float(find(pt, "string(c:v)")) for pt in find(each, "c:val//c:pt")}
        assert values == [cached.get(n) for n in range(len(values))]


def test_no_value_loses_a_digit_or_gains_an_exponent():
    value = Decimal("1E+3")
    node = Chart(
        "c",
        "x",
        ("a", "b"),
        (Series("S", "bar", (value, Decimal("0.10")), ("1", "0.10"), "#12436D"),),
        (Tick(Decimal(0), "0"), Tick(Decimal(2000), "2,000")),
    )
    assert find(chart(node), "//c:val//c:pt/c:v/text()") == ["1000", "0.10"]


def test_the_axis_runs_from_the_first_tick_to_the_last():
    root = chart(bars())
    assert [find(root, f"string(//c:valAx//c:{name}/@val)") for name in ("min", "max", "majorUnit")] == ["0", "100", "25"]
    assert find(root, "string(//c:valAx/c:numFmt/@formatCode)") == '0"%"'


@pytest.mark.parametrize(
    ("labels", "code"),
    [
        (("0%", "50%"), '0"%"'),
        (("£0", "£50"), '"£"0'),
        (("0.0", "50.0"), "0.0"),
        (("0", "1,000"), "#,##0"),
        (("−50", "0"), "0"),
        (("0", "2m"), "General"),
        (("none", "50"), "General"),
    ],
)
def test_the_format_of_ticks_is_found_from_their_labels(labels, code):
    values = {"−50": -50, "2m": 2000000, "none": 0}
    ticks = [
        Tick(Decimal(values.get(label, int("".join(c for c in label.partition(".")[0] if c.isdigit()) or 0))), label) for label in labels
    ]
    assert tick_format(ticks, "General") == code


def test_every_default_that_differs_in_office_is_said():
    root = chart(bars())
    for name, allowed in OFFICE_DEFAULTS.items():
        assert set(find(root, f"//c:{name}/@val")) <= allowed, name
    assert all(find(each, "c:smooth") for each in find(root, "//c:lineChart/c:ser"))
    assert all(find(each, "c:invertIfNegative") for each in find(root, "//c:barChart/c:ser"))


def test_series_differ_by_dash_and_marker_as_well_as_by_colour():
    root = chart(bars())
    assert find(series_of(root, "Target"), "string(c:spPr//a:prstDash/@val)") == "dash"
    assert find(series_of(root, "Target"), "string(c:marker/c:symbol/@val)") == "none"
    assert find(series_of(root, "National average"), "string(c:marker/c:symbol/@val)") != "none"
    assert find(series_of(chart(lines()), "Upper threshold"), "string(c:spPr//a:prstDash/@val)") == "sysDot"


def control_chart() -> Chart:
    """Two phases of two periods with their mean and limit, a target of one period, and a signal."""

    def series(name: str, kind: SeriesKind, *values: int | None, end: str | None = None, marker: MarkerShape | None = None) -> Series:
        numbers = tuple(None if each is None else Decimal(each) for each in values)
        return Series(name, kind, numbers, tuple(None if each is None else str(each) for each in values), "#5B6470", end, marker=marker)

    lines = (
        series("Upper limit to b", "limit", 60, 60, None, None),
        series("Upper limit", "limit", None, None, 90, 90, end="Upper limit 90"),
        series("Mean", "mean", None, None, 80, 80, end="Mean 80"),
        series("Actual", "line", 50, 51, 80, 95),
        series("Target", "target", None, None, None, 75, end="Target 75"),
        series("Trend", "trend", 50, 60, 70, 80, end="Trend 80"),
        series("Special cause", "signal", None, None, None, 95, marker="diamond"),
    )
    return Chart("c", "x", tuple("abcd"), lines, (Tick(Decimal(0), "0"), Tick(Decimal(100), "100")))


def test_a_line_is_as_wide_and_its_markers_as_large_as_in_the_pdf():
    root = chart(control_chart())
    for node in control_chart().series:
        found, look = series_of(root, node.name), LOOKS[node.kind]
        assert find(found, "string(c:spPr/a:ln/@w)") == (str(round(look.width * 12700)) if look.width else "")
        assert bool(find(found, "c:spPr/a:ln/a:prstDash")) == bool(look.dash)
        assert find(found, "string(c:marker/c:size/@val)") == (str(round(look.radius * 2)) if look.radius else "")


def test_the_plot_stands_where_it_does_in_the_pdf():
    root, plan = chart(control_chart()), Planner(control_chart(), 471, 170, house().styles["Chart Label"])
    shares = [plan.left / 471, plan.top / 170, (plan.right - plan.left) / 471, (plan.bottom - plan.top) / 170]
    placed = [float(find(root, f"string(//c:plotArea/c:layout//c:{side}/@val)")) for side in "xywh"]
    assert placed == pytest.approx(shares, abs=0.0001)


def test_a_signal_is_its_markers_without_a_line():
    found = series_of(chart(control_chart()), "Special cause")
    assert find(found, "c:spPr/a:ln/a:noFill")
    assert find(found, "string(c:marker/c:symbol/@val)") == "diamond"


def test_phases_are_series_with_empty_cells_between_them():
    sheet = workbook(control_chart())["Data"]
    assert [[cell.value for cell in row] for row in sheet["B1:C5"]] == [
        ["Upper limit to b", "Upper limit"], [60, None], [60, None], [None, 90], [None, 90],
    ]  # fmt: skip


def test_the_key_names_the_line_and_the_signal_and_no_phase():
    left_out = find(chart(control_chart()), "//c:legend/c:legendEntry[c:delete/@val='1']/c:idx/@val")
    assert left_out == ["0", "1", "2", "4", "5"]


def test_a_target_of_a_single_period_is_a_dash():
    (point,) = find(series_of(chart(control_chart()), "Target"), "c:dPt")
    assert [find(point, f"string({path}/@val)") for path in ("c:idx", "c:marker/c:symbol", "c:marker/c:size")] == ["3", "dash", "14"]
    assert not find(series_of(chart(control_chart()), "Actual"), "c:dPt")


def test_labels_stand_in_the_feet_of_bars_and_above_low_ones():
    labels = find(series_of(chart(bars()), "Actual"), "c:dLbls")[0]
    assert find(labels, "string(c:dLblPos/@val)") == "inBase"
    assert [(each.get("val"), find(each.getparent(), "string(c:dLblPos/@val)")) for each in find(labels, "c:dLbl/c:idx")] == [
        ("3", "outEnd")
    ]


def test_a_value_without_a_label_shows_none():
    node = bars()
    actual = replace(node.series[0], labels=(None, *node.series[0].labels[1:]))
    labels = find(series_of(chart(replace(node, series=(actual, *node.series[1:]))), "Actual"), "c:dLbls")[0]
    assert find(labels, "c:dLbl[c:delete/@val='1']/c:idx/@val") == ["0"]


def test_the_name_at_a_lines_end_follows_the_data():
    labels = find(series_of(chart(bars()), "Target"), "c:dLbls")[0]
    (last,) = find(labels, "c:dLbl")
    assert [find(last, f"string(c:{name}/@val)") for name in ("idx", "showVal", "showSerName")] == ["6", "1", "1"]
    assert not find(last, "c:tx")


def test_a_name_that_is_not_made_of_the_data_is_said_in_words():
    node = bars()
    other = replace(node.series[1], end_label="As agreed in March")
    (last,) = find(series_of(chart(replace(node, series=(node.series[0], other))), "Target"), "c:dLbls/c:dLbl")
    assert "".join(find(last, ".//a:t/text()")).replace(" ", "") == "AsagreedinMarch"


@pytest.mark.parametrize(
    ("label", "code", "expected"),
    [
        ("10%", '0.0"%"', '0"%"'),
        ("10.4%", '0.0"%"', '0.0"%"'),
        ("£2.1m", '"£"#,##0.00"m"', '"£"#,##0.0"m"'),
        ("75", "General", "General"),
        ("about 9", '0.0"%"', '0"%"'),
        ("2 of 3", "0.0", "0.0"),
    ],
)
def test_the_number_at_a_lines_end_has_the_decimals_of_its_label(label, code, expected):
    assert format_as(label, code) == expected


def test_names_at_the_ends_of_lines_stand_apart():
    ends = [find(series_of(chart(bars()), name), "c:dLbls/c:dLbl//c:y/@val")[0] for name in ("Target", "National average")]
    assert float(ends[0]) < float(ends[1])


def test_a_key_names_only_what_no_label_names():
    assert not find(chart(bars()), "//c:legend")
    assert find(chart(lines()), "//c:legend/c:legendEntry[c:delete/@val='1']/c:idx/@val") == ["1", "2"]


def test_a_chart_has_its_text_alternative_its_size_and_is_not_locked():
    found = control(written(one(bars())), "indicator/AB01/chart")
    assert find(found, ".//wp:docPr/@descr")[0].startswith("84% in December 2013")
    assert (find(found, "string(.//wp:extent/@cx)"), find(found, "string(.//wp:extent/@cy)")) == (str(471 * 12700), str(170 * 12700))
    assert find(found, "string(w:sdtPr/w:lock/@w:val)") == "sdtLocked"


def test_a_chart_in_a_cell_is_as_wide_as_the_cells_text():
    found = control(written(one(compact(1))), "summary/small")
    width = int(find(found, "string(w:sdtContent/w:tbl/w:tblGrid/w:gridCol[4]/@w:w)")) - 120
    assert find(found, ".//wp:extent/@cx") == [str(round(width / 20 * 12700))]


def test_labels_are_set_in_the_house_font_at_the_size_of_its_chart_labels():
    root = chart(bars())
    assert set(find(root, "//a:latin/@typeface")) == {"Arial"}
    assert set(find(root, "//a:defRPr/@sz")) == {"1000"}


def test_many_periods_show_every_second_label():
    node = Chart(
        "c",
        "x",
        tuple(f"September {2000 + n}" for n in range(24)),
        (Series("S", "line", tuple(map(Decimal, range(24))), (None,) * 24, "#12436D"),),
        (Tick(Decimal(0), "0"), Tick(Decimal(30), "30")),
    )
    assert int(find(chart(node), "string(//c:catAx/c:tickLblSkip/@val)")) > 1
    assert not find(chart(bars()), "//c:tickLblSkip")
