"""What a pack was built from is sealed with it, and from its agenda it can be made again: who changed what is named."""

import datetime as dt

import pytest
from click.testing import CliRunner

from papers.cli import main
from papers.commands.files import ORIGINS
from papers.commands.pack import pack
from papers.commands.pack_release import read_published
from papers.commands.publish import publish
from papers.commands.seal import seal
from papers.commands.supplement import consolidate, supplement
from papers.commands.verify import verify
from papers.seals import read_manifest, write_manifest
from tests.intake.small_report import write
from tests.packs.parts import ours
from tests.packs.test_agenda import MEETING
from tests.packs.test_pack import CLOSED, item, paper

FILLED = {"narrative/section-waste.md": "# Waste\n\nHeavier bins.\n\n{{table loads}}\n\n# WA01\n\nMore waste came in.\n"}
AGENDA = (
    MEETING
    + item("2", "Minutes", paper("Minutes", file="minutes.pdf"))
    + item("5", "Performance", paper("Report", label="Appendix 1", report="report", paper="quarterly-performance-report"))
    + item("6", "Budget", paper("Figures", to_follow=True))
    + item("7", "Contract", paper("Contract", file="open.pdf"), paper("Sums", label="Appendix 1", file="closed.pdf", **CLOSED))
)
LATER = AGENDA.replace("to_follow = true", 'file = "figures.pdf"')
DAY = dt.date(2014, 3, 18)


@pytest.fixture
def agenda(tmp_path):
    (tmp_path / "report").mkdir()
    write(tmp_path / "report", FILLED)
    for name, title in (("minutes", "Minutes"), ("open", "Contract"), ("closed", "Contract sums"), ("figures", "Figures")):
        (tmp_path / f"{name}.pdf").write_bytes(ours(title))
    path = tmp_path / "agenda.toml"
    path.write_text(AGENDA, "utf-8")
    return path


@pytest.fixture
def sealed(agenda, tmp_path):
    """A pack and a supplement, published and sealed."""
    pack(agenda, tmp_path / "out", publish=True)
    agenda.write_text(LATER, "utf-8")
    supplement(agenda, tmp_path / "out", DAY, note="The figures are here.")
    consolidate(agenda, tmp_path / "out")
    seal(tmp_path / "out")
    return agenda


def origins(folder):
    return {each.path: each.origin for each in seal(folder, force=True).manifest.files}


def outcome(verified):
    return {each.path: each.why for each in verified.rebuilt if not each.reproduced}


def test_a_sealed_pack_says_what_each_file_was_built_from(agenda, tmp_path):
    pack(agenda, tmp_path / "out")
    found = origins(tmp_path / "out")
    assert set(found) == {
        "agenda-front-sheet.docx", "agenda-pack.pdf", "items/item-2-minutes.pdf", "items/item-5-performance.pdf",
        "items/item-7-contract.pdf", "members/members-pack.pdf",
    }  # fmt: skip
    assert all(each.data and each.template and each.program for each in found.values())
    parts = dict(found["agenda-pack.pdf"].parts)
    assert list(parts) == ["item 2, paper 1", "item 5, paper 1", "item 7, paper 1"]
    assert parts["item 5, paper 1"].paper == "quarterly-performance-report"
    assert parts["item 5, paper 1"].rules == found["agenda-pack.pdf"].rules != ""
    assert [name for name, _ in found["items/item-2-minutes.pdf"].parts] == ["item 2, paper 1"]
    assert "item 7, paper 2" in dict(found["members/members-pack.pdf"].parts)


def test_the_publics_folders_say_nothing_of_closed_papers(agenda, tmp_path):
    pack(agenda, tmp_path / "out")
    notes = [path.read_text("utf-8") for path in (tmp_path / "out").rglob(ORIGINS) if path.parent.name != "members"]
    assert len(notes) == 2
    assert not any("paper 2" in each or "Sums" in each for each in notes)


def test_origins_with_parts_are_read_as_they_were_written(agenda, tmp_path):
    pack(agenda, tmp_path / "out")
    manifest = seal(tmp_path / "out").manifest
    assert read_manifest(write_manifest(manifest)) == manifest


def test_published_papers_say_what_they_were_built_from(agenda, tmp_path):
    publish(agenda.parent / "report", tmp_path / "website")
    assert all(each.data and each.rules and each.template and each.program for each in origins(tmp_path / "website").values())


def test_what_was_published_is_made_again_byte_by_byte_each_as_the_agenda_said_then(sealed, tmp_path):
    found = verify(tmp_path / "out", sealed)
    assert outcome(found) == {}
    assert len(found.rebuilt) == len(found.manifest.files) == 11
    assert found.exit_code == 0


def test_data_that_changed_are_named_with_the_paper(sealed, tmp_path):
    table = sealed.parent / "report" / "observations.csv"
    table.write_text(table.read_text("utf-8").replace("82", "81", 1), "utf-8")
    found = outcome(verify(tmp_path / "out", sealed))
    assert found["items/item-5-performance.pdf"] == "other than when it was built: item 5, paper 1, Appendix 1: Report (the data)"
    assert found["agenda-pack.pdf"] == found["items/item-5-performance.pdf"]
    assert "items/item-2-minutes.pdf" not in found
    assert verify(tmp_path / "out", sealed).exit_code == 1


def test_a_file_that_changed_is_named_and_what_it_moved_is_said_to_be_moved(sealed, tmp_path):
    (sealed.parent / "minutes.pdf").write_bytes(ours("Minutes", 4))
    found = outcome(verify(tmp_path / "out", sealed))
    assert found["items/item-2-minutes.pdf"] == "other than when it was built: item 2, paper 1, Minutes (its file)"
    assert found["items/item-7-contract.pdf"] == "other papers of the pack are not what they were: item 2, paper 1, Minutes (its file)"
    assert not any(name.startswith("items/supplement") for name in found)


def test_a_pack_that_was_only_made_is_compared_with_the_agenda_as_it_is(agenda, tmp_path):
    pack(agenda, tmp_path / "out")
    seal(tmp_path / "out")
    assert outcome(verify(tmp_path / "out", agenda)) == {}
    agenda.write_text(AGENDA.replace("Room 1", "Room 2"), "utf-8")
    found = outcome(verify(tmp_path / "out", agenda))
    assert found["agenda-pack.pdf"] == "other than when it was built: the agenda"
    assert "items/item-2-minutes.pdf" not in found


def test_a_paper_that_is_gone_is_told_and_what_else_can_be_made_is(sealed, tmp_path):
    (sealed.parent / "figures.pdf").unlink()
    found = outcome(verify(tmp_path / "out", sealed))
    assert "figures.pdf" in found["supplement-1.pdf"]
    assert "agenda-pack.pdf" not in found


def test_an_edited_file_is_not_reproduced(sealed, tmp_path):
    path = tmp_path / "out" / "agenda-front-sheet.docx"
    path.write_bytes(path.read_bytes() + b"x")
    seal(tmp_path / "out", force=True)
    found = outcome(verify(tmp_path / "out", sealed))
    assert set(found) == {"agenda-front-sheet.docx"}
    assert found["agenda-front-sheet.docx"].startswith("it was edited")


def test_the_record_keeps_the_agenda_of_each_publication(sealed):
    first, second = read_published(sealed).publications
    assert first.agenda["items"][2]["papers"][0]["to_follow"]
    assert second.agenda["items"][2]["papers"][0]["file"] == "figures.pdf"
    assert second.note == "The figures are here."


def test_the_command_takes_an_agenda(sealed, tmp_path):
    done = CliRunner().invoke(main, ["verify", str(tmp_path / "out"), "--from", str(sealed)])
    assert done.exit_code == 0, done.output
    assert done.output.count("the same bytes come out") == 11
