"""Deciding on what waits: each item by itself, taken or dropped, and nothing that is replaced is lost."""

from __future__ import annotations

import json
import shutil

import pytest
from click.testing import CliRunner

from papers.cli import main
from papers.commands.build import build
from papers.commands.collect import collect
from papers.commands.report import open_report
from papers.commands.settle import settle
from papers.commands.status import status
from tests.intake.small_report import write
from tests.rounds.edited import Edited

REPORT = "quarterly-performance-report"
PEOPLE = "indicator/PE01/commentary"
TEXTS = {
    "narrative/foreword.md": "A fair quarter.\n",
    "narrative/section-people.md": "# PE01\n\nMore visits were made.\n\n## What we do\n\nWe visit.\n",
    "narrative/section-roads.md": "The roads held.\n",
}


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    folder = write(tmp_path_factory.mktemp("report"), TEXTS)
    out = tmp_path_factory.mktemp("out")
    build(folder, out, only=[REPORT], formats=["docx"])
    return folder, next(out.glob("*.docx")).read_bytes()


@pytest.fixture
def folder(built, tmp_path):
    return shutil.copytree(built[0], tmp_path / "report")


@pytest.fixture
def waiting(built, folder, tmp_path):
    """What waits after a file that was edited by this function came back, by its kind."""

    def run(edit):
        edited = Edited(built[1])
        edit(edited)
        path = tmp_path / "back.docx"
        path.write_bytes(edited.bytes())
        collect([path], folder)
        return {each.kind: each for each in status(folder).waiting}

    return run


def text_of(folder, name):
    return (folder / "narrative" / name).read_text()


def test_text_without_a_place_is_taken_into_the_commentary_near_it(folder, waiting):
    found = waiting(lambda edited: edited.add_after("indicator/PE01/figures", "Who counts them?"))["unplaced"]
    (done,) = settle(folder, [found.id], take=True).decisions
    assert (done.taken, done.kept, done.refused) == (PEOPLE, "", False)
    assert "More visits were made.\n\nWho counts them?\n" in text_of(folder, "section-people.md")
    assert status(folder).waiting == ()


def test_words_typed_into_a_computed_sentence_are_taken_as_text(folder, waiting):
    def edit(edited):
        next(
            t for t in edited.control("indicator/PE01/status").iter() if t.tag.endswith("}t") and "target" in (t.text or "")
        ).text += " gladly"

    found = waiting(edit)["sentence"]
    assert settle(folder, [found.id], take=True).all_done
    assert "gladly" in text_of(folder, "section-people.md")


def test_a_deleted_commentary_goes_when_a_person_says_so_and_its_text_is_kept(folder, waiting):
    found = waiting(lambda edited: edited.remove(PEOPLE))["deleted"]
    (done,) = settle(folder, [found.id], take=True).decisions
    assert "More visits" not in text_of(folder, "section-people.md")
    assert "We visit." in text_of(folder, "section-people.md")
    assert (folder / done.kept).read_text() == "More visits were made.\n"
    assert not [each for each in open_report(folder).problems if each.level == "error"]


def test_what_a_proposal_replaces_is_kept_and_named(folder, tmp_path):
    path = tmp_path / "roads.txt"
    path.write_text("Holes were filled.\n")
    (found,) = collect([path], folder, section="roads").findings
    (done,) = settle(folder, [found.id], take=True).decisions
    assert text_of(folder, "section-roads.md") == "Holes were filled.\n"
    assert done.kept == f"collected/replaced/section-roads-commentary-{found.id}.md"
    assert (folder / done.kept).read_text() == "The roads held.\n"


def test_a_figure_is_not_taken_but_told_where_its_data_is(folder, waiting):
    found = waiting(lambda edited: edited.replace_figure("indicator/RO01/status", "120", "119"))["figure"]
    (done,) = settle(folder, [found.id], take=True).decisions
    assert [(each.code, each.fix) for each in done.problems] == [("settle-figure", "Write it there, or settle it without --take.")]
    assert "observations.csv" in done.problems[0].message
    assert settle(folder, [found.id]).all_done
    assert status(folder).waiting == ()


def test_one_bad_id_does_not_block_the_others(folder, waiting):
    found = waiting(lambda edited: edited.add_after("indicator/PE01/figures", "Who counts them?"))["unplaced"]
    result = CliRunner().invoke(main, ["settle", str(folder), "00000000", found.id, "--take", "--json"])
    told = json.loads(result.stdout)
    assert result.exit_code == 1
    assert [(each["id"], each["done"]) for each in told["settled"]] == [("00000000", False), (found.id, True)]
    assert status(folder).waiting == ()


def test_a_person_may_say_which_part_takes_the_text(folder, waiting):
    found = waiting(lambda edited: edited.add_after("indicator/PE01/figures", "Who counts them?"))["unplaced"]
    (done,) = settle(folder, [found.id], take=True, to="roads").decisions
    assert done.taken == "section/roads/commentary"
    assert text_of(folder, "section-roads.md") == "The roads held.\n\nWho counts them?\n"


def test_a_character_that_no_build_can_print_is_named_when_it_is_taken(folder, waiting):
    found = waiting(lambda edited: edited.add_after("indicator/PE01/figures", "Thanks \U0001f600 all"))["unplaced"]
    (done,) = settle(folder, [found.id], take=True).decisions
    assert [each.code for each in done.problems] == ["character-without-glyph"]
