"""Reports that lack what Kent's has, and have what it lacks."""

from dataclasses import replace
from decimal import Decimal

import pytest

from papers.dataset import (
    DataCell,
    DataRow,
    DataTable,
    Directorate,
    FloorRule,
    Narrative,
    Placed,
    ReportSection,
    Risk,
    SeriesInfo,
    Value,
)
from papers.document import Chart, Chip, Commentary, Group, Heading, Paragraph, Section, Table, headings, inlines, plain, walk
from papers.drafting import draft, papers_of
from papers.drafting.shares import LANDSCAPE_WIDTH, TEXT_WIDTH, longest_word
from papers.errors import PapersError
from papers.writers.text import write_text
from tests.drafting.made_reports import (
    ALL_TIME,
    INFO,
    blocks,
    dataset,
    drafted,
    figure,
    kpi,
    months,
    observation,
    three_months,
    with_last,
    words,
)


def test_a_report_of_one_indicator_drafts():
    found = blocks(drafted(three_months()))
    assert words(found["indicator/calls/trend"]) == [
        ["Period", "Jul 20", "Aug 20", "Sep 20"],
        ["Actual", "70%", "80%", "90%"],
        ["Target", "80%", "80%", "80%"],
        ["Rating", "Red", "Green", "Green"],
    ]
    assert "risks" not in found
    assert "data-quality" not in found


def of_every_kind(title):
    """A report of a directorate of that title: all ratings, one not rated, one whose direction can't be told."""
    before, now = months(2)
    green, red = observation("green", now, actual=90, target=80), observation("red", now, actual=60, target=80)
    rows = [observation("green", before, actual=80, target=80), green, observation("red", before, actual=70, target=80), red]
    rows.append(observation("new", now, actual=1))
    data = dataset([kpi("green"), kpi("red"), kpi("new")], rows)
    own = replace(data.directorates[0], title=title)
    return replace(data, directorates=(own,), sections=(replace(data.sections[0], title=title),))


@pytest.mark.parametrize(("title", "landscape"), [("One", False), ("Telecommunications and Engagement", True)])
def test_a_matrix_of_many_columns_turns_its_page_sooner_than_break_a_word(title, landscape):
    document = drafted(of_every_kind(title))
    found = blocks(document)["summary/matrix"]
    assert len(found.columns) == 9
    (page,) = [section for section in document.sections if any(block.id == found.id for block in section.blocks)]
    assert page.landscape == landscape
    width = LANDSCAPE_WIDTH if landscape else TEXT_WIDTH
    assert found.columns[0].share * width / 1000 >= longest_word(["Directorate", title])


def test_tiles_that_would_run_together_stand_in_two_strips():
    found = blocks(drafted(of_every_kind("One")))
    assert words(found["directorate/one/counts"])[0] == ["Green", "Amber", "Red", "Not rated"]
    assert words(found["directorate/one/directions"])[0] == ["Improved", "No change", "Worsened"]


def test_a_chart_that_a_narrative_places_names_its_indicator():
    part = Narrative("section/one", "One", (Paragraph("section/one/1", inlines("See:")), Placed("chart", "calls")))
    text = write_text(drafted(replace(three_months(), narrative=(part,))))
    assert "\n\nSee:\n\nPercentage of calls\n\n90% in September 2020" in text


def test_an_indicator_without_any_period_drafts_without_a_trend_table():
    found = blocks(drafted(dataset([kpi("calls")], [])))
    assert "indicator/calls/trend" not in found
    assert words(found["indicator/calls/figures"])[1][0] == "n/a"


def test_the_chart_over_a_long_table_is_low_so_that_notes_stay_on_the_page():
    heights = {}
    for count in (8, 13):
        data = dataset([kpi("calls"), kpi("posts")], [observation("calls", p, actual=80 + n) for n, p in enumerate(months(count))])
        heights[count] = blocks(drafted(data))["indicator/calls/chart"].height
    assert heights[13] < heights[8]


def test_a_report_without_indicators_drafts():
    found = blocks(drafted(dataset([], [])))
    assert "summary/matrix" not in found
    assert "directorate/one" in found


def test_thirteen_periods_run_down_the_page():
    data = dataset([kpi("calls")], [observation("calls", p, actual=80 + n, target=80) for n, p in enumerate(months(13))])
    table = blocks(drafted(data))["indicator/calls/trend"]
    assert words(table)[0] == ["Period", "Actual", "Target", "Rating"]
    assert len(table.body) == 13
    assert words(table)[-1] == ["Sep 20", "92%", "80%", "Green"]


def test_eight_periods_run_across_it():
    data = dataset([kpi("calls")], [observation("calls", p, actual=80, target=80) for p in months(8)])
    assert len(blocks(drafted(data))["indicator/calls/trend"].columns) == 9


def test_a_target_that_is_filled_in_stands_in_the_table_and_in_the_chart_and_is_noted():
    observations = [observation("calls", p, actual=70, **target) for p, target in zip(months(3), ({"target": 80}, {}, {}), strict=True)]
    found = blocks(drafted(dataset([kpi("calls", target_between="step")], observations)))
    assert ["Target", "80%", "80%", "80%"] in words(found["indicator/calls/trend"])
    assert [each.values for each in found["indicator/calls/chart"].series if each.name == "Target"] == [(Decimal(80),) * 3]
    assert "80% for August 2020 and September 2020" in plain(found["indicator/calls/notes"].inlines)


def test_every_period_has_a_rating_or_is_not_rated_be_its_figure_suppressed_missing_or_not_available():
    figures = (Value(None, markers=("c",)), Value(None, "n/a"), Value(None, markers=("x",)), 90)
    observations = [observation("calls", p, actual=one, target=80) for p, one in zip(months(4), figures, strict=True)]
    found = blocks(drafted(dataset([kpi("calls")], observations)))
    assert words(found["indicator/calls/trend"])[-1] == ["Rating", "Not rated", "Not rated", "Not rated", "Green"]


def test_a_direction_that_is_not_told_is_not_called_one_that_can_not_be_compared():
    found = blocks(drafted(with_last(three_months(), actual=Value(None, markers=("c",)))))
    assert words(found["summary/indicators"])[-1][-1] == "Not told"


def test_a_figure_that_is_not_exact_is_a_gap_in_the_chart_and_stands_with_its_period():
    data = with_last(three_months(unit="count", title="Calls"), actual=Value(Decimal(5), qualifier="<"))
    chart = blocks(drafted(data))["indicator/calls/chart"]
    assert chart.categories == ("Jul 20", "Aug 20", "Sep 20 (<5)")
    assert chart.series[0].values == (Decimal(70), Decimal(80), None)
    assert chart.alt.startswith("Fewer than 5 in September 2020")


def test_an_earlier_rating_stays_as_it_was_published_and_the_current_one_is_computed():
    data = three_months()
    stale = tuple(replace(o, published_rating="Amber") for o in data.observations)
    found = blocks(drafted(replace(data, observations=stale)))
    assert words(found["indicator/calls/trend"])[-1] == ["Rating", "Amber", "Amber", "Green"]
    notes = plain(found["indicator/calls/notes"].inlines)
    assert "Published as Amber for July 2020; by the rules of this report the rating is Red." in notes
    assert "Green since" not in words(found["indicator/calls/figures"])[0]


def test_one_of_a_unit_is_named_in_the_singular():
    data = with_last(three_months(unit="hours", title="Hours"), actual=figure(1))
    assert words(blocks(drafted(data))["indicator/calls/figures"])[1][0] == "1 hour"


def test_named_parts_of_a_commentary_follow_each_other_under_their_names():
    parts = (
        Narrative("indicator/calls/commentary", blocks=(Paragraph("indicator/calls/commentary/1", inlines("Well.")),)),
        Narrative("indicator/calls/risks", "Risks", (Paragraph("indicator/calls/risks/1", inlines("Few.")),)),
    )
    document = drafted(replace(three_months(), narrative=parts))
    assert [block.label for block in walk(document) if isinstance(block, Commentary)] == ["Commentary", "Risks"]


def test_a_narrative_places_a_table_between_its_paragraphs_and_nowhere_else():
    table = DataTable("visits", "Visits", "one", ("2019", "2020"), (row("Library", 5, 6),))
    part = Narrative(
        "section/one",
        "One",
        (Paragraph("section/one/1", inlines("Before.")), Placed("table", "visits"), Paragraph("section/one/2", inlines("After."))),
    )
    text = write_text(drafted(replace(three_months(), tables=(table,), narrative=(part,))))
    assert text.count("Library\t5\t6") == 1
    assert text.index("Before.") < text.index("Library\t5\t6") < text.index("After.")


def row(label, *numbers, **fields):
    return DataRow(label, tuple(DataCell(figure(number), "count") for number in numbers), **fields)


def test_what_no_narrative_places_follows_it():
    table = DataTable("visits", "Visits", "one", ("2020",), (row("Library", 6),))
    found = [block.id for block in walk(drafted(replace(three_months(), tables=(table,))))]
    assert found.index("table/visits") > found.index("indicator/calls/notes")


def test_authored_headings_go_below_the_heading_they_stand_under():
    part = Narrative("section/one", "One", (Heading("section/one/1", 1, inlines("Top")), Heading("section/one/2", 2, inlines("Under"))))
    document = drafted(replace(three_months(), narrative=(part,)))
    levels = {plain(block.inlines): block.level for block in walk(document) if isinstance(block, Heading)}
    assert (levels["Directorate one"], levels["Top"], levels["Under"]) == (1, 2, 3)


def test_a_table_has_spanners_groups_subtotals_units_and_comparators():
    cells = tuple(DataCell(Value(Decimal(n)), "percent", Value(Decimal(n + 1))) for n in (67, 70))
    rows = (
        DataRow("Boys", cells, group="Age 10"),
        DataRow("All", cells, kind="subtotal", group="Age 10"),
        DataRow("Total", cells, kind="total"),
    )
    table = DataTable("ages", "By age", "one", ("2019", "2020"), rows, spanners=("Year", "Year"), row_heading="Group", notes=("Rounded.",))
    found = blocks(drafted(replace(three_months(), tables=(table,))))
    assert words(found["table/ages"]) == [
        ["Group", "Year"],
        ["2019", "2020"],
        ["Age 10"],
        ["Boys", "67% (68%)", "70% (71%)"],
        ["All", "67% (68%)", "70% (71%)"],
        ["Total", "67% (68%)", "70% (71%)"],
    ]
    assert [each.kind for each in found["table/ages"].rows] == ["header", "header", "group", "body", "subtotal", "total"]
    assert plain(found["table/ages/notes"].inlines) == "Rounded."


def test_a_unit_that_all_figures_share_is_said_in_the_caption():
    table = DataTable("calls", "Calls", "one", ("2020",), (DataRow("All", (DataCell(figure(849), "thousands"),)),))
    assert blocks(drafted(replace(three_months(), tables=(table,))))["table/calls"].title == "Calls (thousands)"


def test_a_table_wider_than_the_page_turns_it_and_the_next_page_is_upright_again():
    years = tuple(str(year) for year in range(2005, 2021))
    table = DataTable("wide", "Wide", "one", years, (row("Row", *range(10001, 10017)),))
    document = drafted(replace(three_months(), tables=(table,), risks=(RISK,)))
    turned = next(each for each in document.sections if each.landscape)
    assert [block.id for block in turned.blocks] == ["table/wide"]
    assert not document.sections[document.sections.index(turned) + 1].landscape


RISK = Risk("R1", "Floods", 12, "Amber", None, "", target_note="TBC")


def test_footnotes_of_figures_stand_in_the_data_notes():
    noted = Value(Decimal(90), note="Counted by hand.")
    data = with_last(three_months(), actual=noted, target=Value(Decimal(80), note="Set late."))
    notes = plain(blocks(drafted(data))["indicator/calls/notes"].inlines)
    assert "Actual for September 2020: Counted by hand." in notes
    assert "Target for September 2020: Set late." in notes


def test_footnotes_of_activity_stand_among_the_remarks_on_it():
    data = dataset([kpi("calls", kind="activity")], [observation("calls", months(1)[0], actual=Value(Decimal(9), note="By hand"))])
    assert "calls, actual for September 2020. By hand." in write_text(drafted(data))


def test_the_key_explains_the_sign_for_a_suppressed_figure_only_where_it_is_used():
    explained = "c stands for a figure that is suppressed"
    assert explained in write_text(drafted(with_last(three_months(), actual=Value(None, "c"))))
    assert explained not in write_text(drafted(three_months()))


def test_a_compact_indicator_is_a_row_with_its_chart():
    found = blocks(drafted(three_months(form="compact")))
    table = found["indicator/calls/figures"]
    assert table.look == "compact"
    assert words(table) == [
        ["Rating", "Latest, Sep 20", "Target", "Previous, Aug 20", "Trend"],
        ["Green Improved", "90%", "80%", "80%", ""],
    ]
    assert isinstance(table.body[0].cells[-1].chart, Chart)
    assert "indicator/calls/trend" not in found


def two_indicators():
    """A report of two indicators in one section."""
    names = ("calls", "letters")
    figures = [observation(name, p, actual=70, target=60) for name in names for p in months(3)]
    return dataset([kpi(name) for name in names], figures)


def test_a_single_indicator_stands_on_the_first_page_of_its_section_with_no_counts_of_one():
    found = blocks(drafted(three_months()))
    assert not found["indicator/calls"].new_page
    assert "directorate/one/counts" not in found
    assert "directorate/one/counts" in blocks(drafted(two_indicators()))


def test_compact_indicators_share_pages_and_full_ones_open_them():
    full, small = blocks(drafted(two_indicators())), blocks(drafted(three_months(form="compact")))
    assert full["indicator/calls"].new_page
    assert not small["indicator/calls"].new_page


def test_one_figure_makes_no_chart():
    data = dataset([kpi("calls")], [observation("calls", p, actual=80, target=80) for p in months(1)])
    assert not [block for block in walk(drafted(data)) if isinstance(block, Chart)]


def test_markers_are_shown_small_and_explained():
    data = dataset([kpi("calls")], [observation("calls", p, actual=Value(Decimal("82.0"), markers=("p",)), target=80) for p in months(2)])
    found = blocks(drafted(data))
    last = found["indicator/calls/trend"].rows[1].cells[-1]
    assert [(run.text, run.superscript) for run in last.inlines] == [("82.0%", False), ("\u00a0[p]", True)]
    assert "[p] stands for provisional." in plain(found["indicator/calls/notes"].inlines)
    assert words(found["indicator/calls/figures"])[1][0] == "82.0% provisional"


def test_an_unrated_indicator_says_so_and_why():
    data = dataset([kpi("calls")], [observation("calls", p, actual=80) for p in months(2)])
    found = blocks(drafted(data))
    chip = found["indicator/calls/status"].inlines[0]
    assert isinstance(chip, Chip)
    assert chip.word == "Not rated"
    assert "Not rated: " in plain(found["indicator/calls/notes"].inlines)
    assert words(found["summary/counts"])[1][-1] == "1"


def test_activity_with_thresholds_is_a_line_between_them():
    found = blocks(drafted(activity(5)))
    chart = found["indicator/children/chart"]
    assert [(s.name, s.kind) for s in chart.series] == [
        ("Actual", "line"),
        ("Upper threshold", "threshold"),
        ("Lower threshold", "threshold"),
    ]
    assert chart.ticks[0].value > 0
    assert "above the expected range of 610 to 665" in chart.alt


def test_a_chart_of_activity_has_its_table_where_the_report_asks_for_it():
    data = activity(5)
    assert "indicator/children/trend" not in blocks(drafted(data))
    asked = blocks(drafted(replace(data, info=replace(data.info, chart_tables=True))))
    found, chart = asked["indicator/children/trend"], asked["indicator/children/chart"]
    assert [plain(cell.inlines) for cell in found.rows[0].cells[1:]] == list(chart.categories)
    assert [plain(cell.inlines) for cell in found.rows[1].cells[1:]] == list(chart.series[0].labels)


def activity(count):
    numbers = [*range(670, 670 + count)]
    found = [observation("children", p, actual=n, lower=610, upper=665) for p, n in zip(months(count), numbers, strict=True)]
    return dataset([kpi("children", kind="activity", unit="count", polarity="range", title="Children in care")], found)


def test_two_figures_of_activity_are_a_row_of_the_table_alone():
    found = blocks(drafted(activity(2)))
    assert "indicator/children" not in found
    assert words(found["section/one/activity"]) == [
        ["Indicator", "Latest", "Earlier", "Expected range"],
        ["Children in care", "671 Sep 20", "670, Aug 20", "610 to 665 Above in both results shown"],
    ]


def test_a_comparator_and_an_extra_row_have_their_own_units():
    data = three_months()
    values = [replace(o, values={**o.values, "others": figure(77), "clients": figure(1200)}) for o in data.observations]
    series = (SeriesInfo("calls", "others", "comparator", "Others", "percent"), SeriesInfo("calls", "clients", "extra", "Clients", "count"))
    found = blocks(drafted(replace(data, observations=tuple(values), series=series)))
    assert words(found["indicator/calls/trend"])[-2:] == [["Others", "77%", "77%", "77%"], ["Clients", "1,200", "1,200", "1,200"]]
    assert [s.name for s in found["indicator/calls/chart"].series] == ["Actual", "Target", "Others"]


def test_the_outline_orders_the_parts_and_what_it_leaves_out_follows():
    parts = (
        Narrative("foreword", "Foreword", (Paragraph("foreword/1", inlines("Hello.")),)),
        Narrative("notices", "Notices", (Paragraph("notices/1", inlines("Note.")),)),
    )
    info = replace(INFO, outline=("summary", "foreword", "sections"))
    document = drafted(replace(three_months(), info=info, narrative=parts))
    order = [heading.id for heading in walk(document) if isinstance(heading, Heading) and heading.level == 1]
    assert order == ["summary", "foreword", "directorate/one", "notices", "key"]


def several_sections():
    directorate = Directorate("people", "People", 1, (("Director", "A"),))
    sections = tuple(ReportSection(s, "people", s.title(), n, committee="Care Committee") for n, s in enumerate(("schools", "adults")))
    kpis = [kpi("pupils", "schools"), kpi("visits", "adults", group="Homes")]
    found = [observation(name, p, actual=80, target=80) for name in ("pupils", "visits") for p in months(2)]
    return dataset(kpis, found, directorates=(directorate,), sections=sections)


def test_sections_of_a_directorate_stand_under_its_heading_and_groups_under_theirs():
    document = drafted(several_sections())
    levels = [(h.id, h.level) for h in walk(document) if isinstance(h, Heading) and not h.id.startswith(("key", "summary"))]
    assert levels == [
        ("directorate/people", 1),
        ("section/schools", 2),
        ("indicator/pupils", 3),
        ("section/adults", 2),
        ("section/adults/group/Homes", 3),
        ("indicator/visits", 4),
    ]


def test_a_heading_opens_the_page_that_its_first_block_would_open():
    found = blocks(drafted(several_sections()))
    assert found["section/adults"].new_page
    assert not found["indicator/visits"].new_page


@pytest.mark.parametrize(
    ("name", "held", "left_out"),
    [
        ("directorate-people", ["indicator/pupils", "indicator/visits"], []),
        ("section-adults", ["indicator/visits"], ["indicator/pupils"]),
        ("committee-care-committee", ["indicator/pupils", "indicator/visits"], ["directorate/people"]),
    ],
)
def test_an_extract_holds_its_own_pages_with_their_ids(name, held, left_out):
    data = several_sections()
    assert name in [info.name for info in papers_of(data)]
    extract, whole = blocks(drafted(data, name)), blocks(drafted(data))
    assert [extract[key] == whole[key] or isinstance(whole[key], Heading) for key in held] == [True] * len(held)
    assert not set(left_out) & set(extract)


def test_a_paper_that_there_is_not_is_a_problem_that_names_the_papers():
    with pytest.raises(PapersError, match="directorate-one"):
        drafted(three_months(), "directorate-two")


def test_figures_carry_their_keys():
    found = blocks(drafted(three_months()))
    keys = [inline.figure for cell in found["indicator/calls/trend"].rows[1].cells[1:] for inline in cell.inlines]
    assert keys == ["calls/2020-07-31/actual", "calls/2020-08-31/actual", "calls/2020-09-30/actual"]


def test_ids_stay_within_what_word_allows():
    long = "a-very-long-name-of-a-directorate-that-nobody-would-think-of-writing-out"
    directorate = Directorate(long, "Long", 1)
    section = ReportSection(long, long, "Long", 1)
    data = replace(three_months(section=long), directorates=(directorate,), sections=(section,))
    assert max(len(key) for key in blocks(drafted(data))) <= 64


def test_the_title_page_comes_first_and_contents_second():
    first, second = drafted(three_months()).sections[:2]
    assert first.title_page
    assert isinstance(second, Section)
    assert [block.id for block in second.blocks] == ["contents"]


def test_every_paper_of_the_fictitious_report_drafts_and_reads(fernshire):
    for info in papers_of(fernshire[0]):
        if info.name != "cabinet-cover-report":
            assert write_text(draft(*fernshire, info.name))


def test_a_group_keeps_a_short_table_with_its_notes():
    table = DataTable("visits", "Visits", "one", ("2020",), (row("Library", 6),), notes=("Counted by hand.",))
    group = blocks(drafted(replace(three_months(), tables=(table,))))["table/visits/block"]
    assert isinstance(group, Group)
    assert [type(block) for block in group.blocks] == [Table, Paragraph]


def grouped_in(sections, *groups):
    """A directorate's report whose indicators have these groups, one after the other, in its first section."""
    names = [f"k{n}" for n in range(len(groups))]
    indicators = [kpi(name, sections[0].slug, group=group) for name, group in zip(names, groups, strict=True)]
    observations = [observation(name, p, actual=70, target=60) for name in names for p in months(3)]
    return dataset(indicators, observations, sections=sections)


def test_a_group_is_gathered_from_wherever_its_indicators_stand():
    alone = (ReportSection("one", "one", "Directorate one", 1),)
    document = drafted(grouped_in(alone, "Phone", "Post", "Phone", ""))
    order = [each.id for each in headings(document) if each.id.startswith(("indicator/", "section/"))]
    assert order == ["section/one/group/Phone", "indicator/k0", "indicator/k2", "section/one/group/Post", "indicator/k1", "indicator/k3"]


@pytest.mark.parametrize(
    ("slugs", "group", "depth"),
    [(["one"], "", 2), (["one"], "Phone", 3), (["north", "south"], "", 3), (["north", "south"], "Phone", 4)],
)
def test_contents_go_down_to_the_indicators(slugs, group, depth):
    sections = tuple(ReportSection(slug, "one", slug.title(), n) for n, slug in enumerate(slugs))
    document = drafted(grouped_in(sections, group))
    assert blocks(document)["contents"].depth == depth
    assert blocks(document)["indicator/k0"].level == depth


def test_authored_parts_say_what_they_are_about():
    words_of_ours = (Paragraph("p", inlines("Words.")),)
    parts = tuple(Narrative(key, blocks=words_of_ours) for key in ("foreword", "data-quality", "consultations"))
    found = blocks(drafted(replace(three_months(), narrative=parts)))
    labels = {key: found[f"{key}/commentary"].label for key in ("foreword", "data-quality", "consultations")}
    assert labels == {"foreword": "About this report", "data-quality": "About the data", "consultations": INFO.period}


def test_a_share_of_one_rated_indicator_is_of_the_only_one():
    last = words(blocks(drafted(three_months()))["summary/counts"])[1][-1]
    assert last == "100% of the only one rated"


def activity_report(**fields):
    """A report of two key indicators and an activity indicator with two figures, one of them noted."""
    names = ("calls", "letters")
    found = [observation(name, p, actual=70, target=60) for name in names for p in months(3)]
    visits = [
        replace(observation("visits", p, actual=n, upper=3000), note="Counted by hand.") for p, n in zip(months(2), (10, 20), strict=True)
    ]
    indicators = [*(kpi(name) for name in names), kpi("visits", kind="activity", polarity="range", unit="count", **fields)]
    return dataset(indicators, [*found, *visits])


def test_activity_that_its_table_alone_tells_of_stands_before_the_indicators_pages():
    ids = [each.id for each in walk(drafted(activity_report()))]
    assert ids.index("section/one/activity") < ids.index("indicator/calls")
    assert "indicator/visits" not in ids


def test_a_threshold_without_the_other_says_on_which_side_it_lies():
    table = blocks(drafted(activity_report()))["section/one/activity"]
    assert words(table)[1][-1] == "Up to 3,000 Within in both results shown"


def test_notes_on_activity_that_has_no_block_stand_under_its_table():
    notes = blocks(drafted(activity_report(note="Rooms only", data_source="Door counter")))["section/one/activity/notes"]
    assert [plain(item.inlines) for item in notes.items] == [
        "Percentage of visits. Source: Door counter.",
        "Percentage of visits. Rooms only.",
        "Percentage of visits, Aug 20 and Percentage of visits, Sep 20. Counted by hand.",
    ]


def test_the_measure_that_is_rated_stands_above_its_rating():
    series = (SeriesInfo("calls", "share", "extra", "Share answered", "percent"),)
    figures = [observation("calls", p, actual=500, share=n) for p, n in zip(months(3), (70, 80, 90), strict=True)]
    made = kpi("calls", unit="count", measure="share", measure_target=Decimal(80))
    data = dataset([made], figures, series=series, floors=(FloorRule("calls", *ALL_TIME, distance=Decimal(5)),))
    found = blocks(drafted(data))
    assert [row[0] for row in words(found["indicator/calls/trend"])] == ["Period", "Actual", "Share answered", "Rating"]
    assert "The floor standard is 5 percentage points below the target." in plain(found["indicator/calls/notes"].inlines)


def test_the_matrix_says_over_its_columns_what_they_count():
    table = blocks(drafted(two_indicators()))["summary/matrix"]
    assert words(table)[:2] == [["Directorate", "Rating", "Direction of travel"], ["Green", "Amber", "Red", "Improved", "Same", "Worsened"]]


def test_the_title_page_says_the_message():
    assert plain(blocks(drafted(two_indicators()))["title/message"].inlines).startswith("Both indicators are Green")
    assert "title/message" not in blocks(drafted(dataset([], [])))


def test_markers_in_the_table_of_activity_are_explained_under_it():
    data = activity_report()
    *rest, last = data.observations
    marked = replace(last, values={**last.values, "actual": Value(Decimal(20), markers=("p",))})
    notes = blocks(drafted(replace(data, observations=(*rest, marked))))["section/one/activity/notes"]
    assert plain(notes.items[-1].inlines) == "[p] stands for provisional."


def test_the_summary_names_what_is_not_rated_and_why_under_its_table():
    rows = [observation(name, p, actual=90, **target) for name, target in (("calls", {"target": 80}), ("posts", {})) for p in months(3)]
    found = blocks(drafted(dataset([kpi("calls"), kpi("posts")], rows)))
    assert plain(found["summary/unrated"].inlines) == "Not rated: Percentage of posts (no target)."
    assert "summary/unrated" not in blocks(drafted(three_months()))
