"""What a report published is kept as it was, and the report after it is held against that."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from papers.assess import assess, contradictions
from papers.errors import PapersError
from papers.intake import read_report, tables_of
from papers.published import PublishedIndicator, PublishedPeriod, PublishedRating, PublishedReport, PublishedRisk
from papers.records import DamagedRecordError, changes_of, freeze, read_record, write_record
from tests.intake.small_report import SMALL, problems_of
from tests.records.reports import NEXT, NEXT_TOML, OBSERVED, publish, read_second, second

TEXTS = st.text(st.characters(blacklist_categories=("Cs", "Cc")), max_size=12)
DAYS = st.dates(dt.date(1990, 1, 1), dt.date(2040, 1, 1))
PERIODS = st.builds(PublishedPeriod, DAYS, TEXTS, TEXTS, st.dictionaries(TEXTS, TEXTS, max_size=3))
RATINGS = st.builds(PublishedRating, DAYS, st.none() | TEXTS.filter(bool), TEXTS)
WHOLE = st.none() | st.integers(1, 25)
INDICATORS = st.builds(
    PublishedIndicator, *[TEXTS] * 9, st.none() | DAYS, st.none() | TEXTS.filter(bool), TEXTS, TEXTS, st.lists(PERIODS, max_size=2).map(tuple),
    st.lists(RATINGS, max_size=2).map(tuple),
)  # fmt: skip
RISKS = st.builds(PublishedRisk, TEXTS, TEXTS, WHOLE, TEXTS, WHOLE, TEXTS, WHOLE, WHOLE)
BANDS = st.fixed_dictionaries({"word": TEXTS, "fill": TEXTS, "ink": TEXTS, "meaning": TEXTS})
RECORDS = st.builds(
    PublishedReport, TEXTS, TEXTS, TEXTS, DAYS, DAYS, TEXTS, TEXTS, TEXTS, st.lists(BANDS, max_size=2).map(tuple),
    st.dictionaries(TEXTS, st.integers(0, 99), max_size=3), st.lists(INDICATORS, max_size=2).map(tuple),
    st.lists(RISKS, max_size=2).map(tuple), st.lists(INDICATORS, max_size=1).map(tuple),
)  # fmt: skip


def codes(folder):
    return {each.code for each in problems_of(folder)}


def with_restatement(row):
    return {"restatements.csv": f"indicator_id,period_end,series,reason\n{row}\n"}


@settings(max_examples=40, deadline=None)
@given(RECORDS)
def test_a_record_read_back_is_what_was_frozen(record):
    assert read_record(write_record(record)) == record


@settings(max_examples=40, deadline=None)
@given(RECORDS)
def test_a_record_says_the_same_in_the_same_bytes(record):
    assert write_record(read_record(write_record(record))) == write_record(record)


def test_a_record_that_somebody_changed_is_refused(tmp_path):
    folder = second(tmp_path)
    path = tmp_path / "first" / "published.json"
    path.write_text(path.read_text("utf-8").replace('"actual": "120"', '"actual": "100"'), "utf-8")
    assert codes(folder) == {"record-damaged"}


def test_white_space_does_not_break_the_seal(tmp_path):
    folder = second(tmp_path)
    path = tmp_path / "first" / "published.json"
    path.write_text(json.dumps(json.loads(path.read_text("utf-8"))), "utf-8")
    assert codes(folder) == set()


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"schema": "other/1", "seal": "", "record": {}}', "[" * 9000])
def test_a_text_that_is_no_record_is_refused(text):
    with pytest.raises(DamagedRecordError):
        read_record(text)


def test_a_last_report_that_is_not_there_is_named(tmp_path):
    folder = second(tmp_path, then={"report.toml": NEXT_TOML.replace("../first", "../frist")})
    assert [(each.code, each.place.row) for each in problems_of(folder)] == [("previous-missing", 6)]


def test_a_last_report_that_was_never_published_is_named_with_what_to_do(tmp_path):
    folder = second(tmp_path)
    (tmp_path / "first" / "published.json").unlink()
    (found,) = problems_of(folder)
    assert (found.code, "papers publish" in found.fix) == ("never-published", True)


def test_the_last_report_is_on_an_earlier_period(tmp_path):
    folder = second(tmp_path, then={"report.toml": NEXT_TOML.replace("2014-03-31", "2013-12-31")})
    assert "record-not-earlier" in codes(folder)


def test_the_last_report_has_one_name(tmp_path):
    folder = second(tmp_path, then={"report.toml": NEXT_TOML.replace('previous_period = "Quarter 3', 'previous_period = "Quarter 2')})
    assert codes(folder) == {"previous-period-differs"}
    unnamed = second(tmp_path / "unnamed", then={"report.toml": NEXT_TOML.replace('previous_period = "Quarter 3 2013/14"', "")})
    assert read_report(unnamed).info.previous_period == "Quarter 3 2013/14"


def test_a_later_change_of_the_old_folder_changes_nothing(tmp_path):
    folder = second(tmp_path)
    before = read_report(folder)
    (tmp_path / "first" / "observations.csv").write_text(SMALL["observations.csv"].replace("120", "60"), "utf-8")
    assert read_report(folder) == before


def test_the_previous_rating_is_the_one_that_was_published(tmp_path):
    found = assess(read_second(tmp_path)).by_indicator
    assert {name: (each.previous_rating, each.current.rating) for name, each in found.items()} == {
        "PE01": (None, "Green"), "RO01": ("Red", "Green"),
    }  # fmt: skip


def test_a_typed_previous_rating_that_differs_is_a_contradiction_and_the_published_one_stands(tmp_path):
    dataset = read_second(tmp_path, then={"previous_ratings.csv": "indicator_id,rating\nRO01,Amber\n"})
    assessed = assess(dataset)
    assert assessed.by_indicator["RO01"].previous_rating == "Red"
    assert [each.code for each in contradictions(dataset, assessed)] == ["previous-rating-twice"]


def test_an_annual_indicator_finds_its_rating_of_a_year_ago_through_the_reports_between(tmp_path):
    annual = SMALL["indicators.csv"].replace("unit,polarity,", "unit,polarity,frequency,").replace("count,lower,", "count,lower,annual,")
    annual = annual.replace("percent,higher,", "percent,higher,,").replace("tonnes,range,", "tonnes,range,,")
    publish_chain = {"indicators.csv": annual}
    folder = second(
        tmp_path, publish_chain, {**publish_chain, "observations.csv": SMALL["observations.csv"] + "PE01,Mar 14,,86.0,80,,,,,\n"}
    )
    dataset = read_report(folder)
    found = assess(dataset)
    assert found.by_indicator["RO01"].current.rating == "Red"
    assert found.by_indicator["RO01"].previous_rating is None
    assert changes_of(dataset, found).not_due == ("RO01",)
    publish(folder)
    third = tmp_path / "third"
    third.mkdir()
    for name, content in {**SMALL, **NEXT, **publish_chain}.items():
        if isinstance(content, str):
            (third / name).parent.mkdir(exist_ok=True, parents=True)
            (third / name).write_text(content, "utf-8")
    toml = NEXT_TOML.replace("../first", "../second").replace("2014-03-31", "2014-12-31").replace("Quarter 4", "Quarter 3")
    (third / "report.toml").write_text(toml, "utf-8")
    (third / "observations.csv").write_text(SMALL["observations.csv"] + "RO01,Dec 14,,90,100,,,,,\nPE01,Dec 14,,86.0,80,,,,,\n", "utf-8")
    assert assess(read_report(third)).by_indicator["RO01"].previous_rating == "Red"


def test_a_restated_figure_is_listed_and_marked_everywhere(tmp_path):
    then = {"observations.csv": OBSERVED.replace("82.0", "81.5"), **with_restatement("PE01,2013-09-30,actual,Late records")}
    dataset = read_second(tmp_path, then=then)
    (found,) = dataset.restatements
    assert (found.indicator, found.period, found.series, found.was, found.now, found.reason) == (
        "PE01", "Sep 13", "actual", "82.0", "81.5", "Late records",
    )  # fmt: skip
    assert next(o for o in dataset.of("PE01") if o.period.label == "Sep 13").values["actual"].markers == ("r",)
    assert dataset.problems == ()


def test_a_restatement_without_a_reason_is_a_contradiction_on_its_cell(tmp_path):
    (found,) = problems_of(second(tmp_path, then={"observations.csv": OBSERVED.replace("82.0", "81.5")}))
    assert (found.level, found.code, found.place.row, found.place.column) == ("contradiction", "restated-without-reason", 2, "actual")


def test_a_footnote_of_the_cell_is_a_reason(tmp_path):
    header, first, *rest = OBSERVED.replace("82.0", "81.5").splitlines()
    lines = [f"{header},actual_note", f"{first},Late records", *(f"{line}," for line in rest)]
    (found,) = read_second(tmp_path, then={"observations.csv": "\n".join(lines) + "\n"}).restatements
    assert found.reason == "Late records"


def test_a_provisional_figure_needs_no_reason(tmp_path):
    dataset = read_second(tmp_path, then={"observations.csv": OBSERVED.replace("<84.5 [p]", "84.4")})
    assert [each.reason for each in dataset.restatements] == ["It was provisional when it was last published."]
    assert dataset.problems == ()


@pytest.mark.parametrize("now", ["82", "82.00", "82.0 [p]"])
def test_other_digits_of_the_same_number_are_no_restatement(tmp_path, now):
    assert read_second(tmp_path, then={"observations.csv": OBSERVED.replace("82.0", now)}).restatements == ()


def test_a_target_changed_in_mid_year_needs_its_reason(tmp_path):
    changed = OBSERVED.replace("RO01,Dec 13,,120,100", "RO01,Dec 13,,120,110")
    assert "restated-without-reason" in codes(second(tmp_path, then={"observations.csv": changed}))
    reason = with_restatement("RO01,2013-12-31,target,New contract") | with_restatement("RO01,2013-12-31,target,New contract")
    table = reason["restatements.csv"] + "RO01,2013-12-31,floor,New contract\n"
    dataset = read_second(tmp_path / "again", then={"observations.csv": changed, "restatements.csv": table})
    assert [(each.series, each.was, each.now) for each in dataset.restatements] == [("floor", "110", "120"), ("target", "100", "110")]
    assert dataset.problems == ()


def test_a_floor_that_a_rule_sets_is_told_by_the_note_of_the_rule(tmp_path):
    floors = "indicator_id,start,end,distance,derived,note\nPE01,,,5,yes,\nRO01,2013-04-01,2014-03-31,12,,Set anew in January\n"
    (found,) = read_second(tmp_path, then={"floors.csv": floors}).restatements
    assert (found.series, found.was, found.now, found.reason) == ("floor", "110", "112", "Set anew in January")


def test_a_note_that_stood_there_when_the_record_was_made_is_no_reason_for_a_later_change(tmp_path):
    floors = "indicator_id,start,end,distance,note\nRO01,2013-04-01,2014-03-31,{},{}\n"
    observed = SMALL["observations.csv"].splitlines()
    header, noted, *rest = [observed[0] + ",actual_note", observed[1] + ",Counted late", *(f"{line}," for line in observed[2:])]
    first = {"floors.csv": floors.format(10, "Tightened in 2012"), "observations.csv": "\n".join([header, noted, *rest]) + "\n"}
    same = {"floors.csv": floors.format(12, "Tightened in 2012"), "observations.csv": first["observations.csv"].replace("82.0", "81.5")}
    folder = second(tmp_path, first, same)
    assert [(each.series, each.reason) for each in read_report(folder).restatements] == [("actual", ""), ("floor", "")]
    assert [each.code for each in problems_of(folder)].count("restated-without-reason") == 2
    anew = {**same, "floors.csv": floors.format(12, "Set anew in January")}
    assert [each.reason for each in read_second(tmp_path / "anew", first, anew).restatements] == ["", "Set anew in January"]


def test_a_title_that_changed_is_listed_and_the_indicator_renamed(tmp_path):
    then = {"indicators.csv": SMALL["indicators.csv"].replace("Holes filled", "Potholes filled")}
    dataset = read_second(tmp_path, then={**then, **with_restatement("RO01,,title,Plainer words")})
    assert [(each.series, each.was, each.now, each.reason) for each in dataset.restatements] == [
        ("title", "Holes filled", "Potholes filled", "Plainer words")
    ]
    (renamed,) = changes_of(dataset, assess(dataset)).renamed
    assert (renamed.former_title, renamed.title) == ("Holes filled", "Potholes filled")


def test_a_reason_for_nothing_is_advice(tmp_path):
    assert codes(second(tmp_path, then=with_restatement("PE01,2013-09-30,actual,Late"))) == {"restatement-of-nothing"}


def test_a_first_report_may_type_what_it_restates(tmp_path):
    table = {"restatements.csv": "indicator_id,period_end,series,reason,published\nPE01,2013-09-30,actual,Late,81\n"}
    from tests.intake.small_report import read

    (found,) = read(tmp_path, table).restatements
    assert (found.was, found.now, found.period) == ("81", "82.0", "Sep 13")


def test_a_figure_that_is_suppressed_now_does_not_print_what_was_published(tmp_path):
    (found,) = read_second(tmp_path, then={"observations.csv": OBSERVED.replace("82.0", "c")}).restatements
    assert (found.was, found.now) == ("a figure", "c")


def test_joiners_leavers_and_like_for_like_counts(tmp_path):
    indicators = SMALL["indicators.csv"].replace("PE01,", "PE02,", 1)
    replaced = {name: SMALL[name].replace("PE01", "PE02") for name in ("series.csv", "floors.csv", "narrative/section-people.md")}
    then = {"indicators.csv": indicators, "observations.csv": OBSERVED.replace("PE01", "PE02"), **replaced}
    dataset = read_second(tmp_path, then=then)
    found = changes_of(dataset, assess(dataset))
    assert (found.joiners, [each.id for each in found.leavers], found.kept) == (("PE02",), ["PE01"], ("RO01",))
    assert (found.then["Red"], found.now["Green"], found.published["total"]) == (1, 1, 2)


def test_the_counts_of_the_last_report_are_those_that_it_printed_with_leavers_among_them(tmp_path):
    indicators = SMALL["indicators.csv"].replace("PE01,", "PE02,", 1)
    replaced = {name: SMALL[name].replace("PE01", "PE02") for name in ("series.csv", "floors.csv", "narrative/section-people.md")}
    then = {"indicators.csv": indicators, "observations.csv": OBSERVED.replace("PE01", "PE02"), **replaced}
    dataset = read_second(tmp_path, then=then)
    printed, counts = dataset.record.counts, assess(dataset).counts
    assert (sum(counts.previous.values()) + counts.previous_unrated, counts.total) == (printed["total"], 2)
    assert {word: counts.previous[word] for word in counts.previous} == {word: printed[word] for word in counts.previous}


def test_ratings_on_record_are_not_held_against_those_of_another_scheme(tmp_path):
    dataset = read_second(tmp_path)
    assert assess(dataset).counts.previous_other_scheme == 0
    other = assess(replace(dataset, info=replace(dataset.info, scheme="tolerance-5")))
    assert (other.counts.previous_other_scheme, set(other.counts.previous.values())) == (1, {0})
    later = replace(dataset, record=replace(dataset.record, rule="floor-standard/0"))
    assert assess(later).counts.previous_other_scheme == 1


def test_a_rating_on_record_keeps_the_rule_that_it_was_given_by(tmp_path):
    dataset = read_second(tmp_path)
    changed = replace(dataset, info=replace(dataset.info, scheme="tolerance-5"))
    frozen = read_record(write_record(freeze(changed, assess(changed))))
    assert frozen.rule == "tolerance-5/1"
    assert [(each.end.isoformat(), each.rule) for each in frozen.indicator("RO01").ratings] == [
        ("2013-12-31", "floor-standard/1"),
        ("2014-03-31", ""),
    ]


def test_an_indicator_with_a_new_id_keeps_its_history(tmp_path):
    header, *rows = SMALL["indicators.csv"].replace("RO01,", "RO09,").splitlines()
    indicators = "\n".join([f"{header},formerly", *(f"{row},{'RO01' if row.startswith('RO09') else ''}" for row in rows)]) + "\n"
    then = {
        "indicators.csv": indicators,
        "observations.csv": OBSERVED.replace("RO01", "RO09"),
        "floors.csv": SMALL["floors.csv"].replace("RO01", "RO09"),
    }
    dataset = read_second(tmp_path, then=then)
    assessed = assess(dataset)
    assert assessed.by_indicator["RO09"].previous_rating == "Red"
    assert changes_of(dataset, assessed).joiners == ()
    assert [each.end.isoformat() for each in freeze(dataset, assessed).indicator("RO09").ratings] == ["2013-12-31", "2014-03-31"]


def test_a_former_id_that_was_never_published_is_pointed_out(tmp_path):
    header, *rows = SMALL["indicators.csv"].splitlines()
    rows = [*rows[:1], rows[1].replace("RO01", "RO09") + ",RO11", *rows[2:]]
    then = {
        "indicators.csv": "\n".join([f"{header},formerly", rows[0] + ",", rows[1], rows[2] + ","]) + "\n",
        "observations.csv": OBSERVED.replace("RO01", "RO09"),
        "floors.csv": SMALL["floors.csv"].replace("RO01", "RO09"),
    }
    assert "former-unknown" in codes(second(tmp_path, then=then))


def test_an_indicator_that_ended_leaves_the_report_and_stays_on_record(tmp_path):
    header, *rows = SMALL["indicators.csv"].splitlines()
    indicators = "\n".join([f"{header},ended", *(f"{row},{'2013-12-31' if row.startswith('RO01') else ''}" for row in rows)]) + "\n"
    dataset = read_second(tmp_path, then={"indicators.csv": indicators})
    assert ([each.id for each in dataset.indicators], [each.id for each in dataset.ended]) == (["PE01", "WA01"], ["RO01"])
    record = freeze(dataset, assess(dataset))
    assert [each.id for each in record.ended] == ["RO01"]
    assert record.indicator("RO01").rated(dt.date(2013, 12, 31)).rating == "Red"


def test_risks_move_against_the_register_that_was_published(tmp_path):
    risks = SMALL["risks.csv"].replace("R1,Floods,12,Amber,6,Green,3,4", "R2,Fires,16,Red,6,Green,4,4")
    dataset = read_second(tmp_path, then={"risks.csv": risks, "risk_actions.csv": None})
    assert [(each.id, each.movement, each.previous_score) for each in dataset.risks] == [("R2", "new", None), ("R1", "closed", 12)]


def test_a_previous_score_that_was_not_published_is_a_contradiction(tmp_path):
    header, row = SMALL["risks.csv"].splitlines()
    then = {"risks.csv": f"{header},previous_score\n{row},16\n"}
    dataset = read_second(tmp_path, then=then)
    assert [each.code for each in dataset.problems] == ["previous-score-differs"]
    assert dataset.risks[0].previous_score == 12


def test_data_frames_carry_the_record_with_them(tmp_path):
    dataset = read_second(
        tmp_path, then={"observations.csv": OBSERVED.replace("82.0", "81.5"), **with_restatement("PE01,2013-09-30,actual,Late")}
    )
    again = read_report(tables_of(dataset))
    assert again.record == dataset.record
    assert [replace(each, place=dataset.restatements[0].place) for each in again.restatements] == list(dataset.restatements)


def test_no_suppressed_figure_is_on_record(tmp_path):
    dataset = read_second(tmp_path, then={"observations.csv": OBSERVED.replace("82.0", "c")})
    frozen = freeze(dataset, assess(dataset)).indicator("PE01")
    assert {text for period in frozen.periods for name, text in period.figures.items() if name == "actual"} == {"c", "<84.5 [p]", "86.0"}


def test_the_words_of_a_scheme_that_is_no_more_keep_their_colours(tmp_path):
    record = read_record((second(tmp_path).parent / "first" / "published.json").read_text("utf-8"))
    blue = {**record.bands[0], "word": "Azure"}
    indicators = tuple(
        replace(each, ratings=tuple(replace(one, rating="Azure") for one in each.ratings)) if each.kind == "kpi" else each
        for each in record.indicators
    )
    (tmp_path / "first" / "published.json").write_text(
        write_record(replace(record, bands=(*record.bands, blue), indicators=indicators)), "utf-8"
    )
    dataset = read_report(tmp_path / "second")
    found = assess(dataset)
    assert found.by_indicator["RO01"].previous_rating == "Azure"
    assert found.scheme.band("Azure").fill == blue["fill"]


def test_a_report_without_settings_is_not_held_against_anything(tmp_path):
    with pytest.raises(PapersError):
        read_report(second(tmp_path, then={"report.toml": None}))
