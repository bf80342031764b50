"""Small numbers of people in a report: what is left out as it is read, what is said of it, what texts may tell."""

from __future__ import annotations

import pytest

from papers.assess import assess
from papers.commands.report import open_report
from papers.document import Table, plain, walk
from papers.drafting import draft
from papers.errors import PapersError
from papers.intake import canonical, read_report, tables_of
from tests.suppression.people import FILES, TOML, write


def read(folder, changes=None):
    return read_report(write(folder, changes))


def printed(dataset, indicator, series="actual"):
    return {each.period.label: each.values[series].typed for each in dataset.of(indicator) if series in each.values}


def cells(dataset, name):
    table = next(each for each in dataset.tables if each.id == name)
    return [[cell and cell.value.typed for cell in row.cells] for row in table.rows]


def changed(name, *changes):
    """A file of the report with texts replaced."""
    text = FILES[name]
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return {name: text}


def codes(dataset):
    return [each.code for each in dataset.problems]


@pytest.fixture(scope="module")
def dataset(tmp_path_factory):
    return read(tmp_path_factory.mktemp("people"))


def test_a_small_count_and_the_smallest_other_part_of_its_total_are_suppressed(dataset):
    latest = {name: printed(dataset, name)["Dec 13"] for name in ("CA00", "CA01", "CA02", "CA03")}
    assert latest == {"CA00": "3013", "CA01": "[c]", "CA02": "1877", "CA03": "[c]"}


def test_periods_without_a_small_count_are_printed_whole(dataset):
    assert printed(dataset, "CA01") == {"Mar 13": "1031", "Jun 13": "1033", "Sep 13": "1027", "Dec 13": "[c]"}


def test_a_share_of_all_but_a_few_is_suppressed_with_its_numerator(dataset):
    assert printed(dataset, "CA04") == {"Jun 13": "78.4", "Sep 13": "91.7", "Dec 13": "[c]"}
    assert printed(dataset, "CA04", "seen")["Dec 13"] == "[c]"
    assert printed(dataset, "CA04", "due")["Dec 13"] == "1571"


def test_a_year_to_date_that_grew_by_a_few_is_suppressed_in_its_latest_period(dataset):
    assert printed(dataset, "CA05") == {"Jun 13": "2213", "Sep 13": "2287", "Dec 13": "[c]"}


def test_a_share_without_its_numerator_is_suppressed_where_the_denominator_gives_it_away(tmp_path):
    given = {
        "indicators.csv": FILES["indicators.csv"].replace(",,seen,due", ",,,due"),
        "series.csv": "indicator_id,name,kind,label,unit,people\nCA04,due,extra,Children due,count,yes\n",
        "observations.csv": FILES["observations.csv"].replace(",seen,", ",").replace(",1163,", ",").replace(",1367,", ",")
        .replace(",1567,", ",").replace(",,,,,\n", ",,,,\n").replace(",,,Green", ",,Green").replace(",,,Amber", ",,Amber"),
    }  # fmt: skip
    assert printed(read(tmp_path, given), "CA04") == {"Jun 13": "78.4", "Sep 13": "91.7", "Dec 13": "[c]"}


def test_a_table_loses_a_rectangle_and_keeps_its_totals(dataset):
    found = cells(dataset, "ages")
    assert [row[:2] for row in found[:3]] == [["[c]", "[c]"], ["[c]", "[c]"], ["5407", "5413"]]
    assert [row[2] for row in found] == ["5384", "10792", "10820", "26996"]


def test_a_cell_that_repeats_a_suppressed_figure_is_suppressed(dataset):
    assert cells(dataset, "moves") == [["[c]", "6133"]]


def test_a_percentage_in_the_row_of_a_suppressed_count_is_suppressed(tmp_path):
    more = FILES["table_cells.csv"] + "moves,Dec,,Share,0.1,percent\nmoves,Mar,,East,70,\nmoves,Mar,,Share,1.1,percent\n"
    assert cells(read(tmp_path, {"table_cells.csv": more}), "moves") == [["[c]", "6133", "[c]"], ["70", None, "1.1"]]


def test_a_derived_series_is_suppressed_with_its_source_in_this_period_and_the_next(tmp_path):
    series = FILES["series.csv"] + "CA01,change,extra,Change,count,\n"
    header, *rows = FILES["observations.csv"].splitlines()
    rows = [f"{row},{7 if row.startswith('CA01') else ''}" for row in rows]
    rows = [row.replace("Sep 13,1027", "Sep 13,3") for row in rows if not row.startswith("CA00")]
    links = "figure,relation,part\nCA01 | change,derived,CA01\n"
    given = {"series.csv": series, "observations.csv": "\n".join([f"{header},change", *rows, ""]), "links.csv": links}
    indicators = {"indicators.csv": FILES["indicators.csv"].replace("CA00,care,activity,Children moved in all,count,none,yes,,,\n", "")}
    assert printed(read(tmp_path, given | indicators), "CA01", "change") == {
        "Mar 13": "7",
        "Jun 13": "7",
        "Sep 13": "[c]",
        "Dec 13": "[c]",
    }


def test_a_count_of_nobody_is_printed_unless_the_report_says_otherwise(tmp_path):
    nobody = changed("table_cells.csv", ("moves,Dec,,West,6133", "moves,Dec,,West,0"))
    assert cells(read(tmp_path, nobody), "moves") == [["[c]", "0"]]
    closed = {"report.toml": TOML.replace("limit = 5", "limit = 5\nzeros = false")}
    assert cells(read(tmp_path, nobody | closed), "moves") == [["[c]", "[c]"]]


def test_a_figure_that_is_marked_as_confidential_in_the_data_is_protected_too(tmp_path):
    by_hand = changed("table_cells.csv", ("1 to 4,,Girls,5393", "1 to 4,,Girls,[c]"), ("Under 1,,Girls,3", "Under 1,,Girls,8"))
    hidden = sum(cell == "[c]" for row in cells(read(tmp_path, by_hand), "ages") for cell in row)
    assert hidden == 4


def test_a_figure_that_is_marked_as_confidential_beside_its_number_is_not_printed(tmp_path):
    marked = changed("observations.csv", ("CA06,Dec 13,82 [p],80", "CA06,Dec 13,77731 [c],71117 [c]"))
    cell = changed("table_cells.csv", ("5 to 9,,Girls,5407", "5 to 9,,Girls,5407 [c]"))
    for toml in (TOML, TOML.replace("limit = 5", "")):
        held = read(tmp_path, {**marked, **cell, "report.toml": toml})
        assert printed(held, "CA06")["Dec 13"] == printed(held, "CA06", "target")["Dec 13"] == "[c]"
        assert cells(held, "ages")[2][0] == "[c]"
        assert not any(number in canonical(held) for number in ("77731", "71117", "5407"))
        assert assess(held).by_indicator["CA06"].current.unrated == "suppressed"


def test_a_marked_figure_is_not_told_by_a_total_though_no_limit_is_set_and_it_counts_nobody(tmp_path):
    cell = changed("table_cells.csv", ("5 to 9,,Girls,5407", "5 to 9,,Girls,5407 [c]"))
    tables = {"tables.csv": FILES["tables.csv"].replace("count,yes", "count,no")}
    held = read(tmp_path, {**cell, **tables, "report.toml": TOML.replace("limit = 5", "")})
    assert sum(value == "[c]" for row in cells(held, "ages") for value in row) == 4


def test_without_a_limit_and_a_mark_nothing_is_suppressed(tmp_path):
    open_report = read(tmp_path, {"report.toml": TOML.replace("limit = 5", "")})
    assert printed(open_report, "CA01")["Dec 13"] == "4"
    assert cells(open_report, "ages")[0][0] == "3"


def test_a_suppressed_figure_has_no_rating_no_published_rating_and_no_direction(dataset):
    for name in ("CA04", "CA05"):
        found = assess(dataset).by_indicator[name]
        assert (found.current.rating, found.current.unrated, found.current.published) == (None, "suppressed", None)
        assert found.direction.went is None
        assert found.direction.reason == "The figure for December 2013 is suppressed, and so is its direction of travel."


def test_the_data_given_back_and_the_checksum_hold_no_suppressed_number(dataset, tmp_path):
    assert "5381" not in canonical(dataset)
    assert "5381" not in tables_of(dataset)["table_cells"].to_csv()
    other = changed("table_cells.csv", ("Girls,3,", "Girls,2,"), ("Boys,5381", "Boys,5382"), ("Girls,10803", "Girls,10803"))
    two = changed("table_cells.csv", ("Girls,3,", "Girls,4,"), ("Boys,5381", "Boys,5380"))
    moved = [read(tmp_path, each | {"tables.csv": FILES["tables.csv"]}) for each in (other, two)]
    assert cells(moved[0], "ages") == cells(moved[1], "ages") == cells(dataset, "ages")
    assert moved[0].checksum == moved[1].checksum == dataset.checksum


def test_data_given_back_reads_as_the_same_data(dataset):
    assert read_report(tables_of(dataset)).checksum == dataset.checksum


def test_a_problem_with_a_suppressed_figure_does_not_tell_it(tmp_path):
    wrong = changed("table_cells.csv", ("Under 1,,Total,5384", "Under 1,,Total,5391"))
    found = [each for each in read(tmp_path, wrong).problems if each.code == "total-of-suppressed"]
    assert ("table_cells.csv", 4, "value") in [(each.place.file, each.place.row, each.place.column) for each in found]
    assert {each.message for each in found} == {
        "This total is not what its cells add up to. No number is told here, because one of them is suppressed."
    }
    assert all("Add up the cells" in each.fix for each in found)


@pytest.mark.parametrize(
    "words",
    ["We placed 4 of them at once.", "Four children were moved.", "- two\n- 4 in all\n"],
)
def test_a_commentary_that_holds_a_suppressed_number_of_its_indicator_is_reported_without_it(tmp_path, words):
    found = read(tmp_path, {"narrative/section-care.md": f"# CA01\n\n{words}\n"})
    told = [each for each in found.problems if each.code == "small-number-told"]
    assert [each.message for each in told] == [
        "The text on Children moved in the east holds a number that is suppressed as a count of people."
    ]
    assert told[0].value is None


@pytest.mark.parametrize("words", ["On 4/12 we met 1,004 people.", "It took 4.5 days.", "It rose by 4%.", "Nobody was moved."])
def test_other_numbers_in_a_commentary_are_no_matter(tmp_path, words):
    assert "small-number-told" not in codes(read(tmp_path, {"narrative/section-care.md": f"# CA01\n\n{words}\n"}))


def test_a_note_that_holds_a_suppressed_number_is_reported(tmp_path):
    noted = changed("observations.csv", ("CA01,Dec 13,4,,,,,", "CA01,Dec 13,4,,,,,All 4 came home."))
    assert "small-number-told" in codes(read(tmp_path, noted))


def test_a_text_elsewhere_is_reported_where_it_names_the_indicator(tmp_path):
    text = {"narrative/foreword.md": "# Foreword\n\nFour things matter.\n\nChildren moved in the east: four this quarter.\n"}
    outline = {"report.toml": TOML + '\n[outline]\norder = ["foreword", "key", "summary", "sections"]\n'}
    assert codes(read(tmp_path, text | outline)).count("small-number-told") == 1


def test_a_text_of_the_section_is_reported_where_it_tells_of_what_the_indicator_counts(tmp_path):
    told = {"narrative/section-care.md": "# Commentary\n\nWe saw 1,567 of the children in time. Four offices opened.\n"}
    found = [each.message for each in read(tmp_path, told).problems if each.code == "small-number-told"]
    assert "The text on Children seen in time holds a number that is suppressed as a count of people." in found
    other = {"narrative/section-care.md": "# Commentary\n\nFour offices opened.\n"}
    assert "small-number-told" not in codes(read(tmp_path, other))


@pytest.mark.parametrize(("limit", "least"), [("limit = 2", "3"), ("limit = 1\nzeros = false", "2")])
def test_a_limit_that_hides_nothing_is_an_error(tmp_path, limit, least):
    with pytest.raises(PapersError) as stopped:
        read(tmp_path, {"report.toml": TOML.replace("limit = 5", limit)})
    assert [(each.code, each.data) for each in stopped.value.problems] == [("limit-too-small", least)]


@pytest.mark.parametrize("figure", ["CA99", "CA01 | nothing", "ages | Under 9 | Girls", "ages | Under 1", "CA01 | actual | 2001-01-01"])
def test_a_link_to_no_figure_is_an_error(tmp_path, figure):
    with pytest.raises(PapersError) as stopped:
        read(tmp_path, {"links.csv": f"figure,relation,part\nCA00,sum,{figure}\n"})
    assert [(each.code, each.value, each.place.column) for each in stopped.value.problems] == [("unknown-figure", figure, "part")]


def test_people_told_of_in_days_are_advised_of(tmp_path):
    days = changed("indicators.csv", ("Children moved in the west,count", "Children moved in the west,days"))
    assert "people-not-counted" in codes(read(tmp_path, days))


def test_a_numerator_that_is_no_series_is_an_error(tmp_path):
    with pytest.raises(PapersError) as stopped:
        read(tmp_path, changed("indicators.csv", (",seen,due", ",sen,due")))
    assert [(each.code, each.place.column) for each in stopped.value.problems] == [("unknown-series", "numerator")]


def test_a_rating_that_was_published_of_a_suppressed_figure_contradicts_nothing(tmp_path):
    folder = write(tmp_path, {"previous_ratings.csv": "indicator_id,rating,published_current\nCA04,Green,Green\nCA06,Red,Red\n"})
    found = [each.message for each in open_report(folder).problems if each.code == "rating-differs"]
    assert len(found) == 1
    assert "Reviews in time" in found[0]


def test_a_period_of_staffing_figures_that_are_all_suppressed_keeps_its_column(tmp_path):
    staff = changed("indicators.csv", ("CA01,care,activity", "CA01,care,staffing"))
    alone = {"links.csv": "figure,relation,part\n", "observations.csv": FILES["observations.csv"]}
    outline = {"report.toml": TOML + '\n[outline]\norder = ["key", "summary", "sections", "staffing"]\n'}
    opened = open_report(write(tmp_path, staff | alone | outline))
    document = draft(opened.dataset, opened.assessed, "quarterly-performance-report")
    told = [
        plain(cell.inlines)
        for each in walk(document)
        if "staffing" in each.id and isinstance(each, Table)
        for row in each.rows
        for cell in row.cells
    ]
    assert "[c]" in told
