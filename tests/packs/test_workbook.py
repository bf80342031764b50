"""An agenda as a workbook: the same records as from TOML, and every mistake on its cell."""

from __future__ import annotations

import datetime as dt
import shutil
import subprocess
from dataclasses import replace

import pytest
from click.testing import CliRunner
from openpyxl import Workbook, load_workbook

from papers.cli import main
from papers.commands.new import new_agenda_file
from papers.commands.pack import pack
from papers.commands.supplement import supplement
from papers.errors import NOWHERE, PapersError
from papers.packs import read_agenda
from papers.packs.reading import is_agenda
from papers.packs.schema import ITEM, PAPER
from tests.conftest import KENT
from tests.packs.parts import ours
from tests.packs.test_agenda import MEETING

TOML = (
    MEETING
    + """membership = ["Cllr C. Brown (Chair)", "Cllr D. Green"]
executive = true
clear_days = 5

[pack]
odd_pages = false
supplement_pages = "restart"

[[items]]
number = "2"
title = "Minutes"
minutes_of = 2014-01-22
[[items.papers]]
title = "Minutes"
file = "a.pdf"

[[items]]
number = "E3"
title = "Contract"
key_decision = true
decision_reference = "14/00021"
[[items.papers]]
title = "Report"
file = "papers/b.pdf"
[[items.papers]]
title = "Sums"
label = "Appendix 1"
to_follow = true
classification = "exempt"
paragraphs = [3, 5]
public_interest = "The tender still runs."
"""
)
MEETING = {
    "council": "Fernshire County Council", "body": "Cabinet", "day": "Monday", "date": dt.date(2014, 3, 24), "time": dt.time(10),
    "room": "Room 1, County Hall", "published": "14 March 2014", "officer": "A. Smith", "officer_post": "Head of Democratic Services",
    "membership": "Cllr C. Brown (Chair)\nCllr D. Green", "executive": True, "clear_days": 5, "odd_pages": "no", "supplement_pages": "Restart",
}  # fmt: skip
ITEMS = [
    {"number": 2, "title": "Minutes", "minutes_of": dt.date(2014, 1, 22)},
    {"number": "E3", "title": "Contract", "key_decision": "Yes", "decision_reference": "14/00021"},
]
PAPERS = [
    {"item": "2", "title": "Minutes", "file": "a.pdf"},
    {"item": "E3", "title": "Report", "file": "papers\\b.pdf"},
    {"item": "E3", "title": "Sums", "label": "Appendix 1", "to_follow": "yes", "classification": "Exempt", "paragraphs": "3 and 5",
     "public_interest": "The tender still runs."},
]  # fmt: skip


def table(sheet, rows, columns=()):
    names = list(columns or dict.fromkeys(name for row in rows for name in row))
    sheet.append(names)
    for row in rows:
        sheet.append([row.get(name) for name in names])


def workbook(path, meeting=MEETING, items=ITEMS, papers=PAPERS):
    book = Workbook()
    book.active.title = "Meeting"
    book.active.append(["Key", "Value", "Note"])
    for key, value in meeting.items():
        book.active.append([key, value, "a note"])
    table(book.create_sheet("Items"), items)
    table(book.create_sheet("Papers"), papers)
    book.save(path)
    return path


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "papers").mkdir()
    (tmp_path / "a.pdf").write_bytes(ours("Minutes"))
    (tmp_path / "papers" / "b.pdf").write_bytes(ours("Report"))
    (tmp_path / "agenda.toml").write_text(TOML, "utf-8")
    return tmp_path


def bare(agenda):
    """The agenda without its places."""
    items = tuple(replace(item, place=NOWHERE, parts=tuple(replace(part, place=NOWHERE) for part in item.parts)) for item in agenda.items)
    return replace(agenda, file="", items=items, problems=())


def problems(path):
    try:
        found = read_agenda(path).problems
    except PapersError as refused:
        found = refused.problems
    return [(each.code, each.place.sheet, each.place.row, each.place.column) for each in found]


def test_a_workbook_gives_the_records_that_toml_gives(folder):
    read = read_agenda(workbook(folder / "agenda.xlsx"))
    assert bare(read) == bare(read_agenda(folder / "agenda.toml"))
    assert read.time == "10.00 am"
    assert read.items[1].parts[1].place.block == "item E3, paper 2"
    assert (read.items[1].parts[1].place.sheet, read.items[1].parts[1].place.row) == ("Papers", 4)


@pytest.mark.parametrize(
    ("time", "printed"),
    [(dt.time(14, 30), "2.30 pm"), (dt.time(12), "12.00 pm"), ("09:15", "9.15 am"), ("10.00 am", "10.00 am"), ("at noon", "at noon")],
)
def test_a_time_is_printed_as_agendas_print_it(folder, time, printed):
    assert read_agenda(workbook(folder / "agenda.xlsx", {**MEETING, "time": time})).time == printed


@pytest.mark.parametrize(
    "date", [dt.date(2014, 3, 24), "24 March 2014", "Monday 24 March 2014", "Monday, 24th March 2014", "2014-03-24", "24/03/2014"]
)
def test_a_day_may_be_a_date_or_a_text(folder, date):
    assert read_agenda(workbook(folder / "agenda.xlsx", {**MEETING, "date": date})).date == dt.date(2014, 3, 24)


def test_a_pack_from_a_workbook_is_that_from_toml(folder):
    first = pack(workbook(folder / "agenda.xlsx"), folder / "one")
    second = pack(folder / "agenda.toml", folder / "two")
    assert [each.checksum for each in first.files] == [each.checksum for each in second.files]


def test_a_workbooks_pack_is_published_and_supplemented(folder):
    path = workbook(folder / "agenda.xlsx")
    pack(path, folder / "out", publish=True)
    (folder / "c.pdf").write_bytes(ours("Late"))
    workbook(path, papers=[*PAPERS, {"item": "2", "title": "Late", "file": "c.pdf"}])
    done = supplement(path, folder / "out", dt.date(2014, 3, 18))
    assert next(each.pages for each in done.files if each.path.name == "supplement-1.pdf")[0] == 1


@pytest.mark.parametrize(
    ("changed", "found"),
    [
        ({"meeting": {**MEETING, "day": "Tuesday"}}, ("agenda-day", "Meeting", 4, "value")),
        ({"meeting": {**MEETING, "date": "31 February 2014"}}, ("agenda-wrong-value", "Meeting", 5, "value")),
        ({"meeting": {**MEETING, "executive": "perhaps"}}, ("agenda-wrong-value", "Meeting", 12, "value")),
        ({"meeting": {**MEETING, "officer": ""}}, ("agenda-missing-key", "Meeting", 9, "value")),
        ({"meeting": {k: v for k, v in MEETING.items() if k != "officer"}}, ("agenda-missing-key", None, None, None)),
        ({"meeting": {**MEETING, "chairman": "X"}}, ("agenda-unknown-key", "Meeting", 16, "key")),
        ({"meeting": {**MEETING, "Body ": "Council"}}, ("agenda-key-twice", "Meeting", 16, "value")),
        ({"items": [{**ITEMS[0], "urgency": "x"}, ITEMS[1]]}, ("agenda-unknown-key", "Items", 1, "urgency")),
        ({"items": [{"number": dt.date(2014, 1, 5), "title": "A"}, *ITEMS]}, ("agenda-wrong-value", "Items", 2, "number")),
        ({"items": [*ITEMS, {"number": "2", "title": "Again"}]}, ("agenda-number-twice", "Items", 4, "number")),
        ({"items": [*ITEMS, {"number": "9"}]}, ("agenda-missing-key", "Items", 4, None)),
        ({"items": [{"number": "2"}, {"number": "E3"}]}, ("missing-column", "Items", 1, None)),
        ({"papers": [*PAPERS, {"item": "12", "title": "A", "file": "a.pdf"}]}, ("agenda-no-such-item", "Papers", 5, "item")),
        ({"papers": [{**PAPERS[0], "file": "none.pdf"}]}, ("no-such-file", "Papers", 2, "file")),
        ({"papers": [{**PAPERS[2], "paragraphs": "three"}]}, ("agenda-wrong-value", "Papers", 2, "paragraphs")),
        ({"papers": [{**PAPERS[2], "classification": "secret"}]}, ("agenda-wrong-value", "Papers", 2, "classification")),
    ],
)
def test_every_mistake_is_told_on_its_cell(folder, changed, found):
    assert found in problems(workbook(folder / "agenda.xlsx", **changed))


def test_a_message_says_what_a_cell_takes_and_not_what_toml_does(folder):
    with pytest.raises(PapersError) as refused:
        read_agenda(workbook(folder / "agenda.xlsx", {**MEETING, "date": "soon", "officer": ""}))
    fixes = {each.code: each.fix for each in refused.value.problems}
    assert fixes["agenda-wrong-value"] == "It takes a date such as 24 March 2014."
    assert fixes["agenda-missing-key"] == "Write it, such as officer: A. Smith."


def test_a_list_may_have_a_row_for_each_of_its_lines(folder):
    path = workbook(folder / "agenda.xlsx")
    book = load_workbook(path)
    book["Meeting"].append(["membership", "Cllr E. White"])
    book.save(path)
    assert read_agenda(path).membership == ("Cllr C. Brown (Chair)", "Cllr D. Green", "Cllr E. White")


def test_sheets_that_are_missing_are_named(folder):
    book = Workbook()
    book.active.title = "Agenda"
    book.save(folder / "other.xlsx")
    assert [code for code, *_ in problems(folder / "other.xlsx")] == ["unknown-sheet", "agenda-no-sheet", "agenda-no-sheet"]


@pytest.mark.parametrize("name", ["agenda.xls", "agenda.ods"])
def test_another_format_of_workbooks_is_named(folder, name):
    (folder / name).write_bytes(b"\xd0\xcf\x11\xe0")
    assert problems(folder / name)[0][0] == "old-workbook"


def test_what_is_no_workbook_is_told(folder):
    (folder / "agenda.xlsx").write_bytes(b"[agenda]")
    assert problems(folder / "agenda.xlsx")[0][0] == "not-what-it-says"


def test_a_new_workbook_is_the_agenda_that_a_new_toml_file_is(tmp_path):
    path = new_agenda_file(tmp_path / "agenda.xlsx")
    assert bare(read_agenda(path)) == bare(read_agenda(new_agenda_file(tmp_path / "agenda.toml")))
    again = new_agenda_file(tmp_path / "again.xlsx")
    assert again.read_bytes() == path.read_bytes()


def test_a_new_agenda_is_no_workbook_in_another_format(tmp_path):
    with pytest.raises(PapersError, match="no name for a workbook"):
        new_agenda_file(tmp_path / "agenda.ods")


def test_a_new_workbook_has_a_note_on_every_key_and_lists_to_choose_from(tmp_path):
    book = load_workbook(new_agenda_file(tmp_path / "agenda.xlsx"))
    assert all(row[2].value for row in book["meeting"].iter_rows(min_row=2))
    assert [cell.value for cell in book["items"][1]] == [key.name for key in ITEM]
    assert [cell.value for cell in book["papers"][1]] == ["item", *(key.name for key in PAPER)]
    assert all(cell.comment for name in ("items", "papers") for cell in book[name][1])
    offered = {each.formula1 for name in ("meeting", "items", "papers") for each in book[name].data_validations.dataValidation}
    assert offered == {
        '"working,calendar"', '"England,Wales"', '"yes,no"', '"continue,restart"', '"unrestricted,exempt,confidential"',
        '"general exception,special urgency"', "items!$A$2:$A$200",
    }  # fmt: skip
    assert isinstance(book["meeting"]["B5"].value, dt.datetime)


def test_the_commands_take_a_workbook(folder):
    runner = CliRunner()
    done = runner.invoke(main, ["new", "--agenda", str(folder / "new.xlsx")])
    assert done.exit_code == 0, done.output
    done = runner.invoke(main, ["pack", str(folder / "new.xlsx"), "--out", str(folder / "out")])
    assert done.exit_code == 0, done.output
    assert (folder / "out" / "agenda-pack.pdf").is_file()


def test_an_agenda_is_told_from_a_report(folder):
    assert is_agenda(folder / "agenda.toml")
    assert is_agenda(workbook(folder / "agenda.xlsx"))
    (folder / "broken.xlsx").write_bytes(b"PK broken")
    assert not is_agenda(folder / "broken.xlsx")
    assert not is_agenda(KENT)
    assert not is_agenda(KENT / "report.toml")


@pytest.mark.libreoffice
def test_a_workbook_that_libreoffice_saved_reads_alike(folder):
    path = workbook(folder / "agenda.xlsx")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "xlsx:Calc MS Excel 2007 XML",
        "--outdir",
        str(folder / "saved"),
        str(path),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    shutil.copy(folder / "saved" / "agenda.xlsx", folder / "saved.xlsx")
    assert bare(read_agenda(folder / "saved.xlsx")) == bare(read_agenda(path))
