"""Every kind of problem that intake finds, each from a file that has it, on its place."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import papers.intake
from papers import risks, rules
from papers.drafting import cover
from papers.errors import KINDS, Place
from papers.intake.columns import SETTINGS
from papers.intake.vocabulary import COMPARE, DIRECTIONS, RISK_SCHEMES, SCHEMES
from papers.travel import METHODS
from tests.intake.small_report import SMALL, TOML, problems_of, read, write

OBS = SMALL["observations.csv"]
IND = SMALL["indicators.csv"]
CELLS = SMALL["table_cells.csv"]


def _obs(*rows: str) -> dict[str, str]:
    return {"observations.csv": OBS + "".join(f"{row}\n" for row in rows)}


CASES: list[tuple[str, dict[str, str | bytes | None], tuple[str | None, int | None, str | None], str]] = [
    # --- files
    ("empty-file", {"risks.csv": ""}, ("risks.csv", None, None), "risks.csv is empty."),
    ("empty-file", {"narrative/foreword.md": None, "narrative/foreword.docx": b""}, ("narrative/foreword.docx", None, None), "foreword.docx is empty."),
    ("empty-file", {"narrative/foreword.md": "\n"}, ("narrative/foreword.md", None, None), "foreword.md is empty."),
    ("not-what-it-says", {"narrative/foreword.md": b"\x89PNG\r\n\x1a\n"}, ("narrative/foreword.md", None, None), "a picture"),
    ("word-refused", {"narrative/section-roads.docx": "Words."}, ("narrative/section-roads.docx", None, None), "refused"),
    ("windows-encoding", {"narrative/foreword.md": "A caf\u00e9.\n".encode("cp1252")}, ("narrative/foreword.md", None, None), "Windows-1252"),
    ("not-what-it-says", {"risks.csv": b"PK\x03\x04rest"}, ("risks.csv", None, None), "an Excel workbook"),
    ("not-what-it-says", {"risks.csv": "<!DOCTYPE html><table>"}, ("risks.csv", None, None), "a web page"),
    ("wrong-encoding", {"risks.csv": "id,title\n".encode("utf-16")}, ("risks.csv", None, None), "UTF-16"),
    ("wrong-encoding", {"risks.csv": b"id,title\nR1,\x81\n"}, ("risks.csv", 2, None), "UTF-8"),
    ("windows-encoding", {"risks.csv": "id,title\nR1,Caf\u00e9 \u2013 fire\n".encode("cp1252")}, ("risks.csv", None, None), "Windows-1252"),
    ("other-separator", {"risks.csv": "id;title\nR1;Fire\n"}, ("risks.csv", None, None), "semicolons"),
    ("unreadable-csv", {"risks.csv": 'id,title\nR1,"Fire\n'}, ("risks.csv", 2, None), "quotation mark"),
    ("garbled-text", {"risks.csv": "id,title\nR1,Fire â€“ flood\n"}, ("risks.csv", 2, None), "Fire â€“ flood"),
    ("unknown-file", {"riskss.csv": "id\n", "risks.csv": None, "risk_actions.csv": None}, ("riskss.csv", None, None), "did you mean risks?"),
    ("workbook-not-read", {"book.xlsx": b"PK"}, ("book.xlsx", None, None), "there are CSV files"),
    ("old-workbook", {"book.xls": b"\xd0\xcf"}, ("book.xls", None, None), "Save it in Excel"),
    ("missing-report", {"report.toml": None}, ("report.toml", None, None), "no report.toml"),
    ("missing-key", {"report.toml": TOML.partition("title")[0] + TOML.partition("title")[2].partition("\n")[2]}, ("report.toml", None, None), "title is missing"),
    ("not-toml", {"report.toml": "[report]\ntitle = \n"}, ("report.toml", None, None), "line 2"),
    ("restatement-unpublished", {"restatements.csv": "indicator_id,period_end,series,reason\nPE01,2013-09-30,actual,Late\n"}, ("restatements.csv", 2, "published"), "is not known"),
    # --- settings
    ("missing-key", {"report.toml": TOML.replace('title = "Q', '# title = "Q')}, ("report.toml", None, None), "title is missing"),
    ("missing-key", {"report.toml": TOML.replace('title = "Quarterly Performance Report"', 'title = ""')}, ("report.toml", 3, "[report] title"), "title"),
    ("unknown-key", {"report.toml": TOML.replace("[ratings]\nscheme", "[ratings]\nsheme")}, ("report.toml", 11, "[ratings] sheme"), "did you mean scheme?"),
    ("unknown-part-of-report", {"report.toml": TOML.replace("[outline]", "[outlines]")}, ("report.toml", 19, "[outlines] order"), "did you mean outline?"),
    ("wrong-type", {"report.toml": TOML.replace('title = "Q', 'title = ["Q').replace('Report"\nperiod =', 'Report"]\nperiod =')}, ("report.toml", 3, "[report] title"), "a list"),
    ("not-a-date", {"report.toml": TOML.replace('"14 February 2014"', '"mid February"')}, ("report.toml", 8, "[report] data_date"), "mid February"),
    ("not-a-choice", {"report.toml": TOML.replace("floor-standard", "floor-standart")}, ("report.toml", 11, "[ratings] scheme"), "did you mean floor-standard?"),
    ("not-a-choice", {"report.toml": TOML.replace("floor-standard", "our-onw"), "schemes/our-own.toml": "x"}, ("report.toml", 11, "[ratings] scheme"), "did you mean our-own?"),
    ("not-a-choice", {"report.toml": TOML.replace("[cover]", 'direction = "year-agoo"\n[cover]')}, ("report.toml", 13, "[ratings] direction"), "did you mean year-ago?"),
    ("unknown-cover-field", {"report.toml": TOML.replace("subject =", "subjetc =")}, ("report.toml", 14, "[cover] subjetc"), "did you mean subject?"),
    ("cover-without", {"report.toml": TOML.replace("from =", "# from =")}, ("report.toml", None, "[cover] from"), "who it is from"),
    ("cover-without", {"report.toml": TOML.replace("performance@fernshire.example", "")}, ("report.toml", 16, "[cover] contact"), "contact details"),
    # --- tables and columns
    ("missing-table", {"directorates.csv": None}, (None, None, None), "no table directorates"),
    ("missing-table", {"risks.csv": None}, ("risk_actions.csv", 2, "risk_id"), "no table risks"),
    ("table-without-rows", {"directorates.csv": "slug,title\n"}, ("directorates.csv", None, None), "has no rows"),
    ("missing-column", {"risks.csv": "id\nR1\n"}, ("risks.csv", 1, None), "no column title"),
    ("misspelt-column", {"risks.csv": "id,titel\nR1,Fire\n"}, ("risks.csv", 1, "titel"), "did you mean title?"),
    ("unknown-column", {"risks.csv": "id,title,remember\nR1,Fire,x\n"}, ("risks.csv", 1, "remember"), "not read"),
    ("title-above-header", {"risks.csv": "Corporate risks,,\nid,title\nR1,Fire\n"}, ("risks.csv", 1, None), "Corporate risks"),
    ("column-without-name", {"risks.csv": "id,title,,\nR1,Fire,x,y\n"}, ("risks.csv", 1, "C"), "Columns C and D have no name"),
    ("column-without-name", {"risks.csv": "id,title,\nR1,Fire,x\n"}, ("risks.csv", 1, "C"), "Column C has no name"),
    ("duplicate-column", {"risks.csv": "id,title,Title\nR1,Fire,x\n"}, ("risks.csv", 1, "Title"), "two columns"),
    ("extra-cells", {"risks.csv": "id,title\nR1,Fire, flood\n"}, ("risks.csv", 2, None), "The row has 1 cell more than"),
    # --- cells
    ("missing-value", {"risks.csv": "id,title\nR1,\n"}, ("risks.csv", 2, "title"), "title is empty"),
    ("not-a-number", _obs("PE01,Mar 13,,about 80"), ("observations.csv", 6, "actual"), "about 80"),
    ("not-a-whole-number", {"risks.csv": "id,title,current_score\nR1,Fire,9.5\n"}, ("risks.csv", 2, "current_score"), "9.5"),
    ("many-decimals", _obs("PE01,Mar 13,,83.3333333333333"), ("observations.csv", 6, "actual"), "such as 83.3333333333333; read as 83.33."),
    ("number-with-exponent", _obs("PE01,Mar 13,,1.2E+05"), ("observations.csv", 6, "actual"), "lost its digits"),
    ("not-a-date", _obs("PE01,Mar 13,31 Marhc 2013,80"), ("observations.csv", 6, "period_end"), "31 Marhc 2013"),
    ("not-a-date", _obs("PE01,Mar 13,31/02/2013,80"), ("observations.csv", 6, "period_end"), "31/02/2013"),
    ("date-as-number", _obs("PE01,Mar 13,41364,80"), ("observations.csv", 6, "period_end"), "41364"),
    ("not-yes-or-no", {"floors.csv": "indicator_id,amber\nPE01,maybe\n"}, ("floors.csv", 2, "amber"), "maybe"),
    ("not-a-choice", {"indicators.csv": IND.replace("higher", "hihger")}, ("indicators.csv", 2, "polarity"), "did you mean higher?"),
    ("not-a-name", {"risks.csv": "id,title\nR 1,Fire\n"}, ("risks.csv", 2, "id"), "R 1"),
    ("control-character", {"risks.csv": "id,title\nR1,Fi\x07re\n"}, ("risks.csv", 2, "title"), "control character"),
    ("unknown-marker", _obs("PE01,Mar 13,,80 [q]"), ("observations.csv", 6, "actual"), "80 [q]"),
    ("excel-error", _obs("PE01,Mar 13,,#REF!"), ("observations.csv", 6, "actual"), "#REF!"),
    ("excel-error", {"risks.csv": "id,title\nR1,#N/A\n"}, ("risks.csv", 2, "title"), "#N/A"),
    ("day-first-date", _obs("PE01,Mar 13,31/03/2013,80", "PE01,Jun 13,30/06/2013,80"), ("observations.csv", 6, "period_end"), "2 cells (rows 6, 7)"),
    ("sign-left-out", _obs('PE01,Mar 13,,"80%"'), ("observations.csv", 6, "actual"), "read as 80."),
    ("star-left-out", _obs("PE01,Mar 13,,80*"), ("observations.csv", 6, "actual"), "80*"),
    ("excel-date-label", _obs("PE01,13-Mar,,80"), ("observations.csv", 6, "period_label"), "read as Mar 13"),
    ("unit-spelling", {"indicators.csv": IND.replace("percent", "%")}, ("indicators.csv", 2, "unit"), "read as percent"),
    ("unit-near", {"indicators.csv": IND.replace("percent", "precent")}, ("indicators.csv", 2, "unit"), "did you mean percent?"),
    ("high-percentage", _obs("PE01,Mar 13,,840"), ("observations.csv", 6, "actual"), "840 is more than 100 percent"),
    ("above-maximum", {**_obs("PE01,Mar 13,,840"), "indicators.csv": IND.replace("What we do,", "What we do,500")}, ("observations.csv", 6, "actual"), "maximum of 500"),
    # --- what does not fit together
    ("unknown-directorate", {"sections.csv": "slug,directorate,title\nroads,plaice,Roads\nwaste,place,Waste\n"}, ("sections.csv", 2, "directorate"), "did you mean place?"),
    ("unknown-section", {"indicators.csv": IND.replace("PE01,people", "PE01,poeple")}, ("indicators.csv", 2, "section"), "did you mean people?"),
    ("unknown-section", {"indicators.csv": IND.replace("PE01,people", "PE01,place")}, ("indicators.csv", 2, "section"), "no section place"),
    ("unknown-section", {"tables.csv": SMALL["tables.csv"].replace("waste", "wasted")}, ("tables.csv", 2, "section"), "did you mean waste?"),
    ("unknown-indicator", _obs("PE10,Mar 13,,80"), ("observations.csv", 6, "indicator_id"), "did you mean PE01?"),
    ("unknown-indicator", {"narrative/section-people.md": "Words.\n\n# PE02\n\nMore.\n"}, ("narrative/section-people.md", 3, None), "did you mean PE01?"),
    ("unknown-risk", {"risk_actions.csv": "risk_id,batch,status,action\nR2,Q3,Complete,Pumps\n"}, ("risk_actions.csv", 2, "risk_id"), "R2"),
    ("unknown-table", {"table_cells.csv": CELLS + "lods,,All,,,Sep,1,,,\n"}, ("table_cells.csv", 8, "table_id"), "did you mean loads?"),
    ("unknown-series", _obs("RO01,Sep 13,,80,,,,75"), ("observations.csv", 6, "comparator"), "RO01 has no series comparator"),
    ("unknown-series", {"indicators.csv": IND.replace("What we do,,", "What we do,,comparater")}, ("indicators.csv", 2, "measure"), "did you mean comparator?"),
    ("series-name-taken", {"series.csv": SMALL["series.csv"] + "PE01,target,extra,Aim,\n"}, ("series.csv", 3, "name"), "target"),
    ("duplicate-name", {"risks.csv": "id,title\nR1,Fire\nR1,Flood\n"}, ("risks.csv", 3, "id"), "the first is in row 2"),
    ("duplicate-name", {"sections.csv": "slug,directorate,title\npeople,place,Roads\nroads,place,Roads\nwaste,place,Waste\n"}, ("sections.csv", 2, "slug"), "people"),
    ("duplicate-period", _obs("PE01,Dec 13,,80"), ("observations.csv", 6, None), "the first is in row 3"),
    ("duplicate-cell", {"table_cells.csv": CELLS + "loads,,All,total,2013,Dec,18,,,\n"}, ("table_cells.csv", 8, "column"), "row 7"),
    ("rows-disagree", {"table_cells.csv": CELLS.replace("loads,,All,total,2013,Dec", "loads,,All,subtotal,2013,Dec")}, ("table_cells.csv", 7, "row_kind"), "total in row 6"),
    ("unreadable-period", _obs("PE01,Spring,,80"), ("observations.csv", 6, "period_label"), "Spring"),
    ("label-and-end-differ", _obs("PE01,Mar 13,2014-03-31,80"), ("observations.csv", 6, "period_label"), "ends on 2014-03-31"),
    ("target-on-range", _obs("WA01,Sep 13,,900,1000"), ("observations.csv", 6, "target"), "can't have the target 1000"),
    ("range-upside-down", _obs("WA01,Sep 13,,900,,1500,1000"), ("observations.csv", 6, "lower"), "1500"),
    ("nothing-observed", {"observations.csv": OBS.replace("WA01", "RO01").replace('RO01,Dec 13,,"1250"', "RO01,Sep 13,,1250")}, ("indicators.csv", 4, "id"), "WA01"),
    ("direction-without-reason", {"indicators.csv": IND.replace("holes", "").replace("Holes filled,count,lower,,,,,,", "Holes filled,count,lower,,,,,,improved")}, ("indicators.csv", 3, "direction_reason"), "without a reason"),
    ("unrated-without-reason", {"indicators.csv": IND.replace("Holes filled,count,lower,,,,", "Holes filled,count,lower,,,,no")}, ("indicators.csv", 3, "unrated_reason"), "unrated"),
    ("end-before-start", {"floors.csv": "indicator_id,start,end\nPE01,2014-03-31,2013-04-01\n"}, ("floors.csv", 2, "end"), "before"),
    ("negative-distance", {"floors.csv": "indicator_id,distance\nPE01,-5\n"}, ("floors.csv", 2, "distance"), "-5"),
    ("floors-overlap", {"floors.csv": "indicator_id,end,distance\nPE01,2013-12-31,5\nPE01,,4\n"}, ("floors.csv", 3, None), "row 2"),
    ("score-not-product", {"risks.csv": SMALL["risks.csv"].replace("Floods,12", "Floods,15")}, ("risks.csv", 2, "current_score"), "12"),
    ("total-differs", {"table_cells.csv": CELLS.replace("total,2013,Sep,15", "total,2013,Sep,19")}, ("table_cells.csv", 6, "value"), "add up to 15"),
    ("total-rounded", {"table_cells.csv": CELLS.replace("total,2013,Sep,15", "total,2013,Sep,16")}, ("table_cells.csv", 6, "value"), "rounding"),
    ("stated-sum-differs", {"stated_totals.csv": "subject,measure,value\ndirection,improved,1\ndirection,worsened,1\ndirection,same,2\n"}, ("stated_totals.csv", 4, "value"), "add up to 4; there are 2"),
    ("stated-total-differs", {"stated_totals.csv": "subject,measure,value\nrating,Green,1\nrating,Amber,0\nrating,Red,1\nrating,total,3\n"}, ("stated_totals.csv", 5, "value"), "parts add up to 2"),
    ("stated-list-differs", {"stated_totals.csv": "subject,measure,value\nrisk_actions/Q3,total,3\n"}, ("stated_totals.csv", 2, "value"), "is 3; the list has 2."),
    ("stated-list-unlisted", {"stated_totals.csv": "subject,measure,value,unlisted\nrisk_actions/Q3,total,3,yes\n"}, ("stated_totals.csv", 2, "value"), "covers one that is not listed"),
    ("unknown-subject", {"stated_totals.csv": "subject,measure,value\nratings,Green,1\n"}, ("stated_totals.csv", 2, "subject"), "did you mean rating?"),
    # --- narrative
    ("unknown-narrative", {"narrative/section-raods.md": "Words.\n"}, ("narrative/section-raods.md", None, None), "did you mean section/roads?"),
    ("narrative-not-in-outline", {"narrative/thanks.md": "Thanks.\n"}, ("narrative/thanks.md", None, None), "thanks is not in the outline"),
    ("narrative-not-in-outline", {"narrative/forword.md": "Thanks.\n"}, ("narrative/forword.md", None, None), "did you mean foreword?"),
    ("narrative-not-printed", {"narrative/cover-finacial.md": "Words.\n"}, ("narrative/cover-finacial.md", None, None), "did you mean cover/financial?"),
    ("narrative-not-printed", {"narrative/section-roads/more.md": "Words.\n"}, ("narrative/section-roads/more.md", None, None), "section/roads/more"),
    ("narrative-not-printed", {"narrative/notes/more.md": "Words.\n"}, ("narrative/notes/more.md", None, None), "notes/more"),
    ("unknown-outline-part", {"report.toml": TOML.replace('"foreword"', '"forward"')}, ("report.toml", 19, "[outline] order"), "did you mean foreword?"),
    ("narrative-twice", {"narrative/indicator__PE01.md": "Words.\n"}, ("narrative/section-people.md", 1, None), "indicator/PE01/commentary"),
    ("narrative-kind", {"narrative/section-roads.doc": b"x"}, ("narrative/section-roads.doc", None, None), "neither Markdown nor Word"),
    ("nothing-placed", {"narrative/foreword.md": "{{chart PE10}}\n"}, ("narrative/foreword.md", None, None), "did you mean PE01?"),
    ("unknown-mark", {"narrative/foreword.md": "A word.\n\n{{picture PE01}}\n"}, ("narrative/foreword.md", 3, None), "picture"),
    ("unknown-mark", {"narrative/foreword.md": "As {{chart PE01}} shows.\n"}, ("narrative/foreword.md", 1, None), "As {{chart"),
    ("placed-twice", {"narrative/foreword.md": "{{table loads}}\n"}, ("narrative/section-waste.md", None, None), "the first is in narrative/foreword.md"),
    ("unknown-commentary-part", {"narrative/section-people.md": "# PE01\n\n## What we did\n\nWords.\n"}, ("narrative/section-people.md", 3, None), "did you mean What we do?"),
]  # fmt: skip

IDS = [f"{case[0]}-{number}" for number, case in enumerate(CASES)]

ELSEWHERE = {
    # found in workbooks, in DataFrames, by the system, or without a folder: tests of their own
    "no-such-file", "file-open-elsewhere", "unreadable-file", "not-a-source", "suspicious-workbook", "two-reports", "several-workbooks",
    # found only where a limit for counts of people is set: tests/suppression
    "limit-too-small", "unknown-figure", "people-not-counted", "small-number-told", "total-of-suppressed",
    # found in a report's own phrases: tests/narrative
    "phrases-not-toml", "phrase-twice", "phrase-no-text", "phrase-unclear", "unknown-phrase", "unknown-phrase-case", "unknown-place", "missing-place",
    # found only where the last report has a record: tests/records
    "previous-missing", "never-published", "record-damaged", "record-not-earlier", "previous-period-differs", "former-unknown", "previous-score-differs",
    "restated-without-reason", "restatement-of-nothing", "former-missing", "successor-untitled", "title-twice",
    # found in any text: tests/intake/test_intake_characters.py
    "character-without-glyph",
    "unknown-sheet", "unknown-frame", "not-a-frame", "workbook-name", "far-off-cell", "hidden-sheet", "hidden-rows", "hidden-column", "merged-cells", "formula-without-value", "text-is-a-date",
}  # fmt: skip


@pytest.mark.parametrize(("code", "changes"), [case[:2] for case in CASES], ids=IDS)
def test_a_mistake_brings_no_other_errors_with_it(tmp_path, code, changes):
    errors = {one.code for one in problems_of(write(tmp_path, changes)) if one.level == "error"}
    assert errors <= {code} | EXPECTED_WITH.get(code, set())


EXPECTED_WITH: dict[str, set[str]] = {
    "unknown-file": {"missing-table"},
    "not-a-name": {"unknown-risk"},
}


def test_the_small_report_has_no_problem(tmp_path):
    assert problems_of(write(tmp_path)) == ()


def test_every_kind_that_intake_can_find_is_found_in_these_tests():
    source = "".join(path.read_text("utf-8") for path in Path(papers.intake.__file__).parent.glob("*.py"))
    codes = {word for word in re.findall(r'"([a-z]+(?:-[a-z]+)+)"', source) if word in KINDS}
    assert codes == {case[0] for case in CASES if not case[0].startswith("word-")} | ELSEWHERE


def test_all_problems_come_at_once(tmp_path):
    changes = _obs("PE10,Mar 13,,80", "PE01,Mar 13,,eighty") | {
        "risks.csv": "id,title\nR1,\n",
        "floors.csv": "indicator_id,distance\nPE01,-1\n",
    }
    codes = {one.code for one in problems_of(write(tmp_path, changes))}
    assert codes == {"unknown-indicator", "not-a-number", "missing-value", "negative-distance"}


def test_a_habit_of_a_column_is_told_once(tmp_path):
    rows = [f'PE01,{month} 12,,"{80 + number}%"' for number, month in enumerate(["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul"])]
    found = [one for one in problems_of(write(tmp_path, _obs(*rows))) if one.code == "sign-left-out"]
    assert [one.message for one in found] == [
        "7 cells (rows 6, 7, 8, 9, 10 and 2 more) with a sign or thousands comma, such as 80%; read as 80."
    ]
    assert found[0].place == Place("observations.csv", None, 6, "actual")


def test_what_is_wrong_with_one_file_hides_no_other_problem(tmp_path):
    changes = {"risks.csv": "id,title\nR1,\n", "narrative/section-roads.docx": "Words.", "narrative/section-place.md": "Words.\n"}
    found = [(one.code, one.place.file) for one in problems_of(write(tmp_path, changes))]
    assert found == [
        ("missing-value", "risks.csv"),
        ("unknown-narrative", "narrative/section-place.md"),
        ("word-refused", "narrative/section-roads.docx"),
    ]


def test_a_needed_file_that_is_empty_is_not_to_be_deleted(tmp_path):
    (found,) = [one for one in problems_of(write(tmp_path, {"observations.csv": ""})) if one.code == "empty-file"]
    assert found.fix == "Fill it in: no report can do without it."


def test_what_to_do_fits_the_kind_of_file(tmp_path):
    changes = {"narrative/foreword.md": "A caf\u00e9.\n".encode("cp1252"), "risks.csv": "id,title\nR1,Caf\u00e9\n".encode("cp1252")}
    fixes = {one.place.file: one.fix for one in problems_of(write(tmp_path, changes)) if one.code == "windows-encoding"}
    assert "Notepad" in fixes["narrative/foreword.md"]
    assert "Excel" in fixes["risks.csv"]


def test_a_missing_table_may_be_one_with_a_misspelt_name(tmp_path):
    changes = {"observation.csv": SMALL["observations.csv"], "observations.csv": None}
    (found,) = [one for one in problems_of(write(tmp_path, changes)) if one.code == "missing-table"]
    assert found.message == "There is no table observations: is it observation?"


def test_a_question_ends_without_a_full_stop(tmp_path):
    (found,) = problems_of(write(tmp_path, {"indicators.csv": IND.replace("higher", "hihger")}))
    assert found.message == "hihger is not known: did you mean higher?"


def test_settings_outline_tables_and_narrative_are_told_of_together(tmp_path):
    changes = {
        "report.toml": TOML.replace("floor-standard", "floor").replace('"key"', '"kye"').replace('title = "', '# title = "'),
        "indicators.csv": None,
        "narrative/section-roads.docx": "Words.",
        "narrative/section-waste.md": "Words.\n\n```\ncode\n```\n",
    }
    found = {(one.code, one.place.file) for one in problems_of(write(tmp_path, changes))}
    assert found == {
        ("not-a-choice", "report.toml"),
        ("missing-key", "report.toml"),
        ("unknown-outline-part", "report.toml"),
        ("missing-table", None),
        ("word-refused", "narrative/section-roads.docx"),
        ("markdown-unsupported", "narrative/section-waste.md"),
    }


def test_a_first_report_names_no_report_before_it(tmp_path):
    toml = TOML.replace("previous_period", "# previous_period")
    assert read(tmp_path, {"report.toml": toml}).info.previous_period == ""


def test_the_names_that_settings_may_give_are_those_of_the_program():
    assert (rules.SHIPPED, risks.SHIPPED, rules.COMPARE, tuple(METHODS)) == (SCHEMES, RISK_SCHEMES, COMPARE, DIRECTIONS)


def test_the_fields_of_the_cover_report_are_those_that_it_prints():
    printed = re.findall(r'cover\.get\("(\w+)"', Path(cover.__file__).read_text("utf-8"))
    assert {setting.name for setting in SETTINGS if setting.part == "cover"} == set(printed)


def test_nothing_is_counted_while_a_row_of_what_is_counted_is_wrong(tmp_path):
    totals = "".join(f"rating,{word},{count}\n" for word, count in (("Green", 1), ("Amber", 0), ("Red", 1)))
    changes = {
        "stated_totals.csv": f"subject,measure,value\nrisk_actions/Q3,total,2\n{totals}",
        "indicators.csv": IND.replace("percent,higher", "percent,hihger"),
        "risk_actions.csv": SMALL["risk_actions.csv"].replace("2013-12-01", "soon"),
    }
    assert {one.code for one in problems_of(write(tmp_path, changes))} == {"not-a-choice", "not-a-date"}
