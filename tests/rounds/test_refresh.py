"""New figures in an edited Word file: computed blocks are exchanged, everything else stays."""

from __future__ import annotations

import zipfile

import pytest

from papers.commands.build import build
from papers.commands.collect import collect
from papers.commands.refresh import refresh
from papers.commands.report import open_report
from papers.document import Commentary
from papers.drafting import draft
from papers.readers.word import read_word
from papers.rounds.said import lines, units
from tests.intake.small_report import write
from tests.rounds.edited import Edited

REPORT = "quarterly-performance-report"
OBSERVATIONS = (
    "indicator_id,period_label,period_end,actual,target,lower,upper,comparator,published_rating,note\n"
    "PE01,Jun 13,2013-06-30,81.0,80,,,68,,\n"
    "PE01,Sep 13,2013-09-30,82.0,80,,,68,,\n"
    "PE01,Dec 13,2013-12-31,84.5,80,,,69.5,,Late\n"
    "RO01,Sep 13,2013-09-30,130,100,,,,,\n"
    "RO01,Dec 13,2013-12-31,120,100,,,,,\n"
    'WA01,Dec 13,2013-12-31,"1250",,1000,1500,,,\n'
)
TEXT = "# PE01\n\nMore visits: [84.5%]{figure=PE01/2013-12-31/actual} came.\n\n## What we do\n\nWe visit.\n"


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    folder = write(tmp_path_factory.mktemp("report"), {"observations.csv": OBSERVATIONS, "narrative/section-people.md": TEXT})
    out = tmp_path_factory.mktemp("out")
    build(folder, out, only=[REPORT], formats=["docx"])
    return next(out.glob("*.docx")).read_bytes()


@pytest.fixture
def newer(tmp_path):
    changes = {"observations.csv": OBSERVATIONS.replace(",84.5,", ",85.5,"), "narrative/section-people.md": TEXT}
    return write(tmp_path / "newer", changes)


@pytest.fixture
def path(built, tmp_path):
    path = tmp_path / "edited.docx"
    path.write_bytes(Edited(built).replace("We visit.", "We visit every day.").comment("We visit every day.", "Good?").bytes())
    return path


def test_computed_blocks_say_what_the_data_says_and_prose_is_kept(path, newer):
    found = refresh(path, newer)
    assert found.left == {}
    read = read_word(path.read_bytes())
    report = open_report(newer)
    wanted = {unit.id: unit.block for unit in units(draft(report.dataset, report.assessed, REPORT))}
    for unit in units(read.document):
        if not isinstance(unit.block, Commentary):
            assert lines(unit.block) == lines(wanted[unit.id]), unit.id
    said = {unit.id: lines(unit.block) for unit in units(read.document)}
    assert said["indicator/PE01/what-we-do"] == ("We visit every day.",)
    assert [each.text for each in read.comments] == ["Good?"]


def test_a_figure_in_prose_that_is_a_field_follows(path, newer):
    refresh(path, newer)
    said = {unit.id: lines(unit.block) for unit in units(read_word(path.read_bytes()).document)}
    assert said["indicator/PE01/commentary"] == ("More visits: 85.5% came.",)


def test_every_change_is_listed_by_page_and_block(path, newer):
    changes = {each.block: each for each in refresh(path, newer).changes}
    assert {"indicator/PE01/status", "indicator/PE01/figures", "indicator/PE01/chart", "indicator/PE01/trend"} <= changes.keys()
    assert all(each.page for each in changes.values())
    assert "85.5%" in changes["indicator/PE01/status"].after


def test_parts_that_nothing_concerns_stay_as_they_were_byte_for_byte(path, newer, tmp_path):
    refresh(path, newer, tmp_path / "new.docx")
    before, after = zipfile.ZipFile(path), zipfile.ZipFile(tmp_path / "new.docx")
    assert before.namelist() == after.namelist()
    differ = {name for name in before.namelist() if before.read(name) != after.read(name)}
    assert not differ & {"word/styles.xml", "word/comments.xml", "word/numbering.xml", "word/settings.xml", "docProps/core.xml"}


def test_a_second_refresh_changes_nothing(path, newer):
    refresh(path, newer)
    before = path.read_bytes()
    assert refresh(path, newer).changes == ()
    assert path.read_bytes() == before


def test_a_refreshed_file_can_be_collected(path, newer):
    refresh(path, newer)
    account = collect([path], newer)
    edited, comment = ("edit", "indicator/PE01/what-we-do"), ("unplaced", "indicator/PE01/what-we-do")
    assert {(each.kind, each.block) for each in account.findings} == {edited, comment}
    assert "We visit every day." in (newer / "narrative/section-people.md").read_text()


def test_a_refreshed_file_is_a_sound_package(path, newer):
    openxml_audit = pytest.importorskip("openxml_audit")
    refresh(path, newer)
    result = openxml_audit.OpenXmlValidator().validate(str(path)) if hasattr(openxml_audit, "OpenXmlValidator") else None
    assert result is None or result.is_valid, result


def test_a_block_that_is_new_in_the_report_is_put_where_it_stands(path, newer):
    notes = (
        (newer / "indicators.csv")
        .read_text()
        .replace("kpi,Holes filled,count,lower,,,,,,,", "kpi,Holes filled,count,lower,,,,no,Too new,,")
    )
    (newer / "indicators.csv").write_text(notes)
    found = refresh(path, newer)
    read = read_word(path.read_bytes())
    report = open_report(newer)
    wanted = [unit.id for unit in units(draft(report.dataset, report.assessed, REPORT))]
    held = [unit.id for unit in units(read.document) if unit.id in wanted]
    assert [key for key in wanted if key in held] == held
    assert not set(found.missing) & set(held)
    assert {each.kind for each in collect([path], newer).findings if not each.where.startswith("A comment")} <= {"edit"}
