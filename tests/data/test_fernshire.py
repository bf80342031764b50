"""Fernshire's two quarters hold what Kent's cannot, follow on from each other, and say that they are made up."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from papers.assess import assess, contradictions
from papers.dataset import Placed
from papers.document import Bullets, Footnote, Link, Paragraph, Picture, Table
from papers.intake import read_report
from papers.records import changes_of, freeze, read_record

FERNSHIRE = Path(__file__).resolve().parents[2] / "data" / "fernshire-2025-26"


@pytest.fixture(scope="module")
def first():
    return read_report(FERNSHIRE / "q1")


@pytest.fixture(scope="module")
def second():
    return read_report(FERNSHIRE / "q2")


def value(dataset, indicator, label, series="actual"):
    return next(o.values[series] for o in dataset.of(indicator) if o.period.label == label)


@pytest.mark.parametrize("quarter", ["q1", "q2"])
def test_nothing_in_it_contradicts_itself(quarter):
    dataset = read_report(FERNSHIRE / quarter)
    assert [p for p in (*dataset.problems, *contradictions(dataset, assess(dataset))) if p.level != "advice"] == []


@pytest.mark.parametrize("quarter", ["q1", "q2"])
def test_it_says_that_it_is_made_up(quarter):
    info = read_report(FERNSHIRE / quarter).info
    assert "fictitious" in info.organisation
    assert "made up" in info.notice


def test_previous_ratings_of_the_second_quarter_are_those_that_the_first_computes(first, second):
    computed = {key: found.current for key, found in assess(first).by_indicator.items()}
    for key, found in assess(second).by_indicator.items():
        if key in computed and computed[key].period != found.current.period:
            assert found.previous_rating == computed[key].rating


def test_the_record_of_the_first_quarter_is_what_it_says(first):
    frozen = read_record((FERNSHIRE / "q1" / "published.json").read_text("utf-8"))
    assert replace(frozen, checksum="") == replace(freeze(first, assess(first)), checksum="")


def test_one_figure_is_restated_with_its_reason_one_indicator_joined_and_one_left(second):
    assert [(each.indicator, each.series, each.was, each.now) for each in second.restatements] == [("CH02", "actual", "9.6", "10.1")]
    assert second.restatements[0].reason
    assert value(second, "CH02", "Jun 25").markers == ("r",)
    changes = changes_of(second, assess(second))
    assert (changes.joiners, [each.id for each in changes.leavers]) == (("AD02",), ["AD03"])


def test_periods_as_columns_and_as_rows_give_the_same_figures(first, second):
    for each in second.observations:
        before = next((o for o in first.of(each.indicator) if o.period == each.period), None)
        if before and before.number("actual") is not None and (each.indicator, each.period.label) != ("CH02", "Jun 25"):
            assert before.values["actual"].number == each.values["actual"].number


def test_counts_that_could_identify_a_child_are_left_out_of_the_data_and_of_what_was_published(first, second):
    assert [value(second, "CHA02", label).typed for label in ("Dec 24", "Mar 25", "Jun 25", "Sep 25")] == ["5", "[c]", "[c]", "[c]"]
    assert value(first, "CHA02", "Jun 25").typed == "[c]"
    (ages,) = [table for table in second.tables if table.id == "care_by_age"]
    rows = {row.label: [cell.value.typed for cell in row.cells] for row in ages.rows}
    assert rows["Age not yet recorded"] == ["[c]", "n/a", "[c]", "n/a"]
    assert rows["16 and 17"] == ["[c]"] * 4
    assert rows["All children in care"] == ["668", "44.0", "675", "44.5"]
    published = json.loads((FERNSHIRE / "q1" / "published.json").read_text("utf-8"))["record"]["indicators"]
    assert [each["periods"][-1]["figures"]["actual"] for each in published if each["id"] == "CHA02"] == ["[c]"]


def test_every_marker_and_qualifier_is_there(first, second):
    found = {marker for o in second.observations for v in o.values.values() for marker in v.markers}
    assert found == {"p", "r", "x", "b", "c"}
    assert value(second, "SC03", "Sep 25").qualifier == "<"
    assert (str(value(first, "CH02", "Jun 25").number), str(value(second, "CH02", "Jun 25").number)) == ("9.6", "10.1")


def test_indicators_of_every_polarity_form_and_frequency_are_there(second):
    assert {i.polarity for i in second.indicators} == {"higher", "lower", "closest", "range", "none"}
    assert {i.frequency for i in second.indicators} == {"monthly", "quarterly", "termly", "annual"}
    assert [i.id for i in second.indicators if i.form == "compact"] == ["RS04", "RS02", "RS03"]
    assert [i.id for i in second.indicators if len(i.commentary_parts) == 3] == ["SC01", "HW01"]
    assert len([o for o in second.of("RS01") if o.number("actual") is not None]) == 13


def test_every_rating_and_not_rated_occurs(second):
    counts = assess(second).counts
    assert min(counts.rating.values()) > 0
    assert counts.unrated == 1


def test_one_director_has_three_sections_one_section_no_indicators_one_directorate_no_sections(second):
    of_people = [s for s in second.sections if s.directorate == "people"]
    assert len(of_people) == 3
    assert {s.slug for s in second.sections} - {i.section for i in second.indicators} == {"libraries"}
    assert any(i.section == "resources" for i in second.indicators)


def test_risks_move_in_every_way_and_one_target_is_to_be_confirmed(first, second):
    assert {r.movement for r in (*first.risks, *second.risks)} == {"new", "closed", "up", "down", "same", "renamed"}
    assert [r.id for r in second.risks if r.target_note == "TBC"] == ["FR3"]


def test_tables_have_groups_subtotals_spanners_units_by_row_and_comparators(second):
    tables = {table.id: table for table in second.tables}
    assert {row.kind for row in tables["care_by_age"].rows} == {"body", "subtotal", "total"}
    assert set(tables["care_by_age"].spanners) == {"June 2025", "September 2025"}
    assert len({cell.unit for row in tables["money_and_staff"].rows for cell in row.cells if cell}) == 4
    assert tables["money_and_staff"].landscape
    assert all(cell.comparator for row in tables["library_visits"].rows for cell in row.cells if cell)


def test_long_narrative_holds_lists_tables_a_picture_footnotes_and_links(second):
    blocks = next(part.blocks for part in second.narrative if part.key == "consultations")
    assert {type(block) for block in blocks} >= {Bullets, Table, Picture, Paragraph}
    assert max(block.depth for block in blocks if isinstance(block, Bullets)) == 3
    inlines = [inline for block in blocks if isinstance(block, Paragraph) for inline in block.inlines]
    assert any(isinstance(inline, Footnote) for inline in inlines)
    assert any(isinstance(inline, Link) for inline in inlines)


def test_a_section_is_written_in_word(second):
    blocks = next(part.blocks for part in second.narrative if part.key == "section/libraries")
    assert {type(block) for block in blocks} >= {Bullets, Table, Paragraph, Placed}


def test_two_texts_of_the_second_quarter_are_awaited(first, second):
    assert [part.key for part in first.narrative if part.awaited] == []
    assert [part.key for part in second.narrative if part.awaited] == ["indicator/HW01/risks-and-mitigation", "indicator/HW02/commentary"]


def test_names_have_letters_of_many_languages():
    text = "".join(path.read_text(encoding="utf-8") for path in sorted(FERNSHIRE.rglob("*.csv")) + sorted(FERNSHIRE.rglob("*.md")))
    assert set("ŵŷčłőßøŁŴŐÅé") <= set(text)
