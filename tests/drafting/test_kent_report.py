"""Kent's quarter as drafted: every published figure, rating and count is in the paper's words."""

from collections import Counter
from decimal import Decimal

import pytest

from papers.assess import kpis
from papers.document import Chart, Chip, Commentary, Group, Heading, Link, Paragraph, Run, Table, headings, plain, walk
from papers.drafting import papers_of
from papers.wording import shown
from papers.writers.text import write_text


def inlines_of(document):
    for block in walk(document):
        if isinstance(block, Heading | Paragraph):
            yield from block.inlines
        if isinstance(block, Table):
            yield from (inline for row in block.rows for cell in row.cells for inline in cell.inlines)


def by_id(document):
    return {block.id: block for block in walk(document)}


def figures(document):
    """Every figure in tables and paragraphs: what is shown under its key (one key may be shown in several places)."""
    found = {}
    for inline in inlines_of(document):
        if isinstance(inline, Run | Chip) and inline.figure:
            found.setdefault(inline.figure, set()).add(inline.text if isinstance(inline, Run) else inline.word)
    return found


@pytest.fixture(scope="module")
def shown_figures(kent_report):
    return figures(kent_report)


def test_every_figure_of_every_observation_is_in_a_table(kent, shown_figures):
    data, _ = kent
    units = {(s.indicator, s.name): s.unit for s in data.series}
    indicators = {i.id: i for i in data.indicators}
    missing = []
    for o in data.observations:
        for series, value in o.values.items():
            unit = units.get((o.indicator, series), indicators[o.indicator].unit)
            if value.number is not None and shown(value.number, unit) not in shown_figures.get(
                f"{o.indicator}/{o.period.end}/{series}", ()
            ):
                missing.append((o.indicator, o.period.label, series))
    assert missing == []


def test_every_figure_of_every_supplementary_table_is_in_its_table(kent, kent_report):
    words = {block.id: write_table(block) for block in walk(kent_report) if isinstance(block, Table)}
    for table in kent[0].tables:
        for row in table.rows:
            for each in row.cells:
                assert each is None or shown(each.value.number, each.unit) in words[f"table/{table.id}"]


def write_table(table):
    return " ".join(plain(cell.inlines) for row in table.rows for cell in row.cells)


def test_every_current_and_previous_rating_is_in_the_summary_as_published(kent, kent_report):
    rows = {}
    for row in by_id(kent_report)["summary/indicators"].body:
        link = row.cells[0].inlines[0]
        if isinstance(link, Link):
            rows[link.target.removeprefix("#indicator/")] = [cell.inlines[0].word for cell in row.cells[1:3]]
    published = {each.indicator: [each.rating, each.published_current] for each in kent[0].previous}
    assert len(rows) == 35
    assert rows == published


def test_every_published_rating_of_a_trend_table_is_printed_or_noted(kent, kent_report):
    blocks = by_id(kent_report)
    indicators = {i.id for i in kpis(kent[0])}
    for o in kent[0].observations:
        if o.published_rating and o.indicator in indicators:
            table, notes = blocks[f"indicator/{o.indicator}/trend"], blocks[f"indicator/{o.indicator}/notes"]
            printed = next(c for r in table.rows for c in r.cells if has_key(c, f"{o.indicator}/{o.period.end}/rating"))
            is_noted = f"Published as {o.published_rating} for" in plain(notes.inlines)
            assert plain(printed.inlines) == o.published_rating or is_noted, (o.indicator, o.period.label)


def has_key(cell, key):
    return any(isinstance(inline, Run) and inline.figure == key for inline in cell.inlines)


def test_the_counts_are_those_published(kent_report):
    strip = by_id(kent_report)["summary/counts"]
    assert [plain(cell.inlines).split()[0] for cell in strip.body[0].cells] == ["19", "11", "5", "54%"]


def test_the_rows_of_the_matrix_add_up_to_its_totals(kent_report):
    table = by_id(kent_report)["summary/matrix"]
    rows = [[int(plain(cell.inlines)) for cell in row.cells[1:]] for row in table.body]
    assert [sum(column) for column in zip(*rows[:-1], strict=True)] == rows[-1]
    assert rows[-1] == [19, 11, 5, 21, 6, 8]


def test_what_moved_names_the_four_indicators_whose_rating_changed(kent_report):
    links = [row.cells[0].inlines[0].target for row in by_id(kent_report)["summary/moved"].body]
    assert links == ["#indicator/ELS03", "#indicator/ELS09", "#indicator/ELS10", "#indicator/ASC01"]


def test_every_link_leads_to_a_block_of_the_paper(kent_report):
    ids = set(by_id(kent_report))
    targets = {i.target for i in inlines_of(kent_report) if isinstance(i, Link) and i.target.startswith("#")}
    assert {target[1:] for target in targets} <= ids


def test_every_indicator_keeps_heading_rating_figures_chart_and_table_together(kent, kent_report):
    groups = {block.id: block for block in walk(kent_report) if isinstance(block, Group)}
    for indicator in kpis(kent[0]):
        kinds = [type(block) for block in groups[f"indicator/{indicator.id}/block"].blocks]
        assert kinds == [Heading, Paragraph, Table, Chart, Table]


def test_every_indicator_has_its_commentary_printed(kent, kent_report):
    written = {block.id for block in walk(kent_report) if isinstance(block, Commentary) and block.blocks}
    indicators = kent[1].by_indicator
    assert len(indicators) == 35
    assert [name for name in indicators if f"indicator/{name}/commentary" not in written] == []


def test_every_commentary_of_an_indicator_follows_its_block(kent_report):
    order = [block.id for block in walk(kent_report)]
    for block in walk(kent_report):
        if isinstance(block, Commentary) and block.id.startswith("indicator/") and block.id.count("/") == 2:
            key = block.id.removesuffix("/commentary")
            assert order.index(key) < order.index(block.id)


def test_charts_say_their_message_and_draw_what_the_table_prints(kent_report):
    chart, table = by_id(kent_report)["indicator/CS01/chart"], by_id(kent_report)["indicator/CS01/trend"]
    assert chart.alt == "84% in December 2013, above the 75% target and up from 82% in September 2013."
    assert [series.kind for series in chart.series] == ["bar", "target"]
    assert list(chart.categories) == [plain(cell.inlines) for cell in table.rows[0].cells[1:]]
    assert [label or "Not yet due" for label in chart.series[0].labels] == [plain(cell.inlines) for cell in table.rows[1].cells[1:]]
    assert chart.series[0].values[-2:] == (Decimal(84), None)
    assert (chart.ticks[0].label, chart.ticks[-1].label) == ("0%", "100%")


def test_a_comparator_in_the_same_unit_is_drawn_and_an_extra_row_is_not(kent_report):
    blocks = by_id(kent_report)
    assert [s.kind for s in blocks["indicator/PH01/chart"].series] == ["bar", "target", "comparator"]
    assert [s.kind for s in blocks["indicator/HT01/chart"].series] == ["bar", "target"]


def test_an_indicator_rated_on_another_measure_shows_that_measure_first(kent_report):
    strip = by_id(kent_report)["indicator/PH02/figures"]
    assert plain(strip.rows[0].cells[0].inlines) == "Participation, 2013"
    assert plain(strip.rows[1].cells[0].inlines) == "95%"


def test_words_over_several_periods_stand_in_one_cell(kent_report):
    first = by_id(kent_report)["indicator/ED01/trend"].rows[1].cells[1]
    assert (plain(first.inlines), first.colspan) == ("New indicator for 2013/14", 3)


def test_activity_with_one_or_two_figures_has_no_chart(kent_report):
    charts = {block.id for block in walk(kent_report) if isinstance(block, Chart)}
    assert {each for each in charts if each.split("/")[1] not in by_kpi(charts)} == {"indicator/CSA01/chart"}


def by_kpi(charts):
    return {each.split("/")[1] for each in charts if "A0" not in each}


def test_staffing_is_a_table_of_thirteen_indicators_whose_last_group_stays_with_its_notes(kent_report):
    found = by_id(kent_report)
    first, last = (found[f"section/organisational-development/staffing{end}"] for end in ("", "/last"))
    assert [sum(row.kind == "body" for row in table.rows) for table in (first, last)] == [11, 2]
    assert [plain(row.cells[0].inlines) for row in first.rows if row.kind == "group"][1] == "Health and Safety Incidents"
    assert first.columns == last.columns
    assert first.head == last.head
    block = found["section/organisational-development/staffing/last/block"]
    assert [each.id for each in block.blocks] == [last.id, "section/organisational-development/staffing/notes"]


def test_risks_have_their_scores_and_actions_their_published_totals(kent, kent_report):
    blocks = by_id(kent_report)
    register = write_table(blocks["risks/register"])
    for risk in kent[0].risks:
        assert f"{risk.id} {risk.title}" in register
    levels = [[plain(cell.inlines) for cell in row.cells[1:]] for row in blocks["risks/levels"].body]
    assert levels == [["2", "1"], ["8", "8"], ["0", "1"], ["10", "10"]]
    totals = [[plain(cell.inlines) for cell in row.cells] for row in blocks["risks/statuses"].rows if row.kind == "total"]
    assert totals == [["Total", "16", "17"], ["Total", "10", "19"]]


def test_risks_without_likelihood_and_impact_are_put_on_no_map(kent_report):
    assert "risks/map" not in by_id(kent_report)


def test_published_totals_that_differ_are_noted(kent_report):
    noted = write_text(kent_report)
    assert "add up to 38; there are 35" in noted
    assert "is 9; counting gives 6" in noted


def test_every_supplementary_table_stands_once(kent, kent_report):
    tables = Counter(block.id for block in walk(kent_report) if isinstance(block, Table) and block.id.startswith("table/"))
    assert tables == Counter(f"table/{table.id}" for table in kent[0].tables)


def test_a_paper_without_awaited_parts_is_no_draft(kent_report):
    assert kent_report.draft is None


def test_contents_name_every_indicator_in_the_words_of_the_tables(kent, kent_report):
    names = {heading.name for heading in headings(kent_report)}
    assert {indicator.name for indicator in kpis(kent[0])} <= names


def test_there_is_a_cover_a_report_and_an_extract_for_each_directorate(kent):
    names = [info.name for info in papers_of(kent[0]) if info.default]
    assert names[:2] == ["cabinet-cover-report", "quarterly-performance-report"]
    assert len(names) == 2 + 14
    assert names[2] == "directorate-customer-services"
