"""The agenda's file: what it says, and every mistake on its line and key."""

from __future__ import annotations

import datetime as dt

import pytest

from papers.commands.new import new_agenda_file
from papers.errors import PapersError
from papers.packs import read_agenda
from papers.packs.days import clear_days, last_day

MEETING = """[agenda]
council = "Fernshire County Council"
body = "Cabinet"
day = "Monday"
date = 2014-03-24
time = "10.00 am"
room = "Room 1, County Hall"
published = 2014-03-14
officer = "A. Smith"
officer_post = "Head of Democratic Services"
"""
ITEM = """
[[items]]
number = "5"
title = "Performance"
"""


@pytest.fixture
def read(tmp_path):
    def run(text):
        for name in ("a.pdf", "b.pdf", "map.png", "notes.txt"):
            (tmp_path / name).write_bytes(b"")
        (tmp_path / "agenda.toml").write_text(text, "utf-8")
        return read_agenda(tmp_path / "agenda.toml")

    return run


@pytest.fixture
def problems(read):
    def run(text):
        try:
            found = read(text).problems
        except PapersError as refused:
            found = refused.problems
        return [(each.code, each.place.row, each.place.column) for each in found]

    return run


def test_an_agenda_says_who_meets_when_and_where(read):
    agenda = read(MEETING + ITEM)
    assert (agenda.organisation, agenda.body, agenda.date) == ("Fernshire County Council", "Cabinet", dt.date(2014, 3, 24))
    assert [(item.number, item.title) for item in agenda.items] == [("5", "Performance")]
    assert agenda.problems == ()


def test_papers_take_over_who_may_see_their_item_unless_they_say_otherwise(read):
    closed = 'classification = "exempt"\nparagraphs = [3]\npublic_interest = "Tenders."\n'
    agenda = read(
        f'{MEETING}{ITEM}{closed}[[items.papers]]\ntitle = "A"\nfile = "a.pdf"\n{ITEM.replace("5", "6")}[[items.papers]]\ntitle = "Open"\n'
        f'file = "a.pdf"\n[[items.papers]]\ntitle = "B"\nlabel = "Appendix 1"\nfile = "b.pdf"\n{closed}'
    )
    first, second = agenda.items
    assert first.restricted
    assert first.parts[0].secrecy.paragraphs == (3,)
    assert not second.restricted
    assert [part.secrecy.restricted for part in second.parts] == [False, True]
    assert second.parts[1].named == "Appendix 1: B"


def test_every_mistake_is_told_at_once_on_its_line(problems):
    text = MEETING.replace('"Monday"', '"Tuesday"').replace('officer = "A. Smith"\n', "") + "chair = 'X'\n" + ITEM + ITEM
    assert problems(text) == [
        ("agenda-unknown-key", 10, "chair"),
        ("agenda-missing-key", 1, None),
        ("agenda-number-twice", 17, "number"),
    ]


def test_the_day_must_be_that_of_the_date(problems):
    assert problems(MEETING.replace('"Monday"', '"Tuesday"') + ITEM) == [("agenda-day", 4, "day")]


def test_a_late_pack_is_told_and_the_latest_day_named(read):
    found = read(MEETING.replace("2014-03-14", "2014-03-17") + ITEM).problems
    assert [each.code for each in found] == ["agenda-late"]
    assert "14 March 2014" in found[0].fix


def test_calendar_days_may_count(problems):
    text = MEETING.replace("2014-03-14", "2014-03-18") + 'days_counted = "calendar"\n' + ITEM
    assert problems(text) == []


@pytest.mark.parametrize(
    ("paper", "code"),
    [
        ('title = "A"', "agenda-no-source"),
        ('title = "A"\nfile = "none.pdf"', "no-such-file"),
        ('title = "A"\nfile = "notes.txt"', "agenda-other-kind"),
        ('title = "A"\nfile = "map.png"', "agenda-no-alt"),
        ('title = "A"\nfile = "a.pdf"\nto_follow = true', "agenda-here-already"),
        ('title = "A"\nfile = "a.pdf"\nreport = "."\npaper = "x"', "agenda-two-sources"),
        ('title = "A"\nreport = "."', "agenda-no-paper"),
        ('file = "a.pdf"', "agenda-missing-key"),
        ('title = "A"\nfile = "a.pdf"\nclassification = "exempt"\npublic_interest = "x"', "agenda-no-paragraph"),
        ('title = "A"\nfile = "a.pdf"\nclassification = "exempt"\nparagraphs = [3]', "agenda-no-test"),
        ('title = "A"\nfile = "a.pdf"\nclassification = "exempt"\nparagraphs = [14]\npublic_interest = "x"', "agenda-wrong-paragraph"),
        ('title = "A"\nfile = "a.pdf"\nclassification = "confidential"\nparagraphs = [3]', "agenda-paragraph-unwanted"),
        ('title = "A"\nfile = "a.pdf"\nclassification = "secret"', "agenda-wrong-value"),
    ],
)
def test_a_faulty_paper_is_told(problems, paper, code):
    assert code in [found[0] for found in problems(f"{MEETING}{ITEM}[[items.papers]]\n{paper}\n")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f'{MEETING}{ITEM}to_follow = true\n[[items.papers]]\ntitle = "A"\nfile = "a.pdf"\n', ("agenda-here-already", 15, "to_follow")),
        (f'{MEETING}{ITEM}[[items.papers]]\ntitle = "A"\nfile = "a.pdf"\nto_follow = true\n', ("agenda-here-already", 18, "to_follow")),
        (f'{MEETING}{ITEM}[[items.papers]]\ntitle = "A"\nfile = "none.pdf"\n', ("no-such-file", 17, "file")),
        (f'{MEETING}{ITEM}[pack]\nhouse = "none.docx"\n', ("no-such-file", 16, "house")),
        (f'{MEETING}{ITEM}[pack]\ntemplate = "none.docx"\n', ("no-such-file", 16, "template")),
        (MEETING + ITEM.replace('"5"', '"5✓"'), ("character-without-glyph", 13, "number")),
        (MEETING + ITEM.replace("Performance", "Performance 会"), ("character-without-glyph", 14, "title")),
        (MEETING + "clear_days = 900000\n" + ITEM, ("agenda-wrong-value", 11, "clear_days")),
        (MEETING.replace("2014-03-24", "9999-03-22") + ITEM, ("agenda-wrong-value", 5, "date")),
        (f'{MEETING}{ITEM}papers = [{{title = "A", file = "none.pdf"}}]\n', ("no-such-file", 12, "file")),
        (f"{MEETING}chair = “A”\n{ITEM}", ("agenda-not-toml", 11, None)),
    ],
)
def test_a_problem_names_the_line_and_the_key(problems, text, found):
    assert problems(text) == [found]


def test_a_problem_in_toml_speaks_of_lines_and_keys(read):
    with pytest.raises(PapersError, match=r"^agenda\.toml, line 4, key day: "):
        read(MEETING.replace('"Monday"', '"Tuesday"') + ITEM)


def test_wales_has_its_own_paragraphs(problems):
    paper = 'title = "A"\nfile = "a.pdf"\nclassification = "exempt"\nparagraphs = [14]\npublic_interest = "x"\n'
    assert problems(f'{MEETING}nation = "Wales"\n{ITEM}[[items.papers]]\n{paper}') == []


def test_a_procedure_needs_its_reason(problems):
    assert problems(f'{MEETING}{ITEM}procedure = "special urgency"\n')[0][0] == "agenda-procedure-reason"


def test_clear_days_leave_out_both_days_weekends_and_bank_holidays():
    good_friday = dt.date(2014, 4, 18)
    assert clear_days(dt.date(2014, 4, 16), dt.date(2014, 4, 23), working=True) == 2
    assert clear_days(dt.date(2014, 4, 16), dt.date(2014, 4, 23), working=False) == 6
    assert last_day(dt.date(2014, 4, 23), 2, working=True) == good_friday - dt.timedelta(days=2)


def test_a_new_agenda_can_be_read_as_it_is_and_with_every_key_taken_up(tmp_path):
    path = new_agenda_file(tmp_path / "agenda.toml")
    assert [item.number for item in read_agenda(path).items] == ["5"]
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "appendix.pdf").write_bytes(b"")
    for name in ("house.docx", "agenda-front-sheet.docx", "supplement-front-sheet.docx"):
        (tmp_path / name).write_bytes(b"")
    left_out = ("# report =", "# paper =", "# notice =", "to_follow =")
    lines = [line for line in path.read_text("utf-8").splitlines() if not line.startswith(left_out)]
    path.write_text("\n".join(line.removeprefix("# ") if " = " in line else line for line in lines if "# to_follow" not in line), "utf-8")
    assert [problem.code for problem in read_agenda(path).problems] == []


def test_a_new_agenda_replaces_nothing(tmp_path):
    path = new_agenda_file(tmp_path / "agenda.toml")
    with pytest.raises(PapersError):
        new_agenda_file(path)


def test_wales_wants_three_clear_days_and_no_test_for_legal_privilege(problems):
    welsh = MEETING.replace("2014-03-14", "2014-03-18") + 'nation = "Wales"\n'
    advice = '[[items.papers]]\ntitle = "A"\nfile = "a.pdf"\nclassification = "exempt"\nparagraphs = [16]\n'
    assert problems(welsh + ITEM + advice) == []
    assert [code for code, *_ in problems(welsh.replace("03-18", "03-19") + ITEM)] == ["agenda-late"]
    assert [code for code, *_ in problems(MEETING.replace("2014-03-14", "2014-03-18") + ITEM)] == ["agenda-late"]


def test_an_executive_takes_nothing_as_urgent_by_its_chairmans_leave(problems):
    urgent = ITEM + 'urgent = "The grant lapses."\n'
    assert problems(MEETING + "executive = true\n" + urgent) == [("agenda-urgent-executive", 16, "urgent")]
    assert problems(MEETING + urgent) == []


@pytest.mark.parametrize("language", ["cy", "fr-FR", "english"])
def test_a_pack_has_no_language_that_its_own_words_are_not_in(problems, language):
    assert problems(MEETING + f'nation = "Wales"\nlanguage = "{language}"\n' + ITEM) == [("agenda-language", 12, "language")]


def test_english_of_any_country_will_do(read):
    assert read(MEETING + 'language = "en-IE"\n' + ITEM).language == "en-IE"


def test_words_to_choose_from_may_have_capitals(read, problems):
    secret = 'classification = "Exempt"\nparagraphs = [3]\npublic_interest = "A reason."\n'
    item = read(MEETING + 'nation = "england"\ndays_counted = "Working"\n' + ITEM + secret).items[0]
    assert (item.secrecy.classification, item.secrecy.paragraphs) == ("exempt", (3,))
    assert [code for code, _, _ in problems(MEETING + ITEM + secret.replace("Exempt", "Secret"))][:1] == ["agenda-wrong-value"]


def test_background_documents_may_be_inspected_unless_the_agenda_says_otherwise(read):
    assert read(MEETING + ITEM).background == "Background documents of the reports may be inspected by arrangement with their authors."
    assert read(MEETING + 'background = "Ask us."\n' + ITEM).background == "Ask us."
    assert read(MEETING + 'background = ""\n' + ITEM).background == ""


@pytest.mark.parametrize(
    ("said", "code", "line"),
    [
        ('procedure = "general exception"\nprocedure_reason = "It lapses."\nkey_decision = false\n', "agenda-not-key", 15),
        ('key_decision = false\ndecision_reference = "14/00021"\n', "agenda-not-key", 16),
        ("key_decision = true\n", "agenda-no-decision-notice", 15),
    ],
)
def test_what_is_said_of_a_key_decision_agrees_with_itself(problems, said, code, line):
    assert [each[:2] for each in problems(MEETING + ITEM + said)] == [(code, line)]


@pytest.mark.parametrize("said", ['key_decision = true\ndecision_reference = "14/00021"\n', "key_decision = false\n"])
def test_a_key_decision_with_its_notice_needs_no_advice(problems, said):
    assert problems(MEETING + ITEM + said) == []
