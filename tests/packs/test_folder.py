"""What an earlier run left in the output folder goes; what is somebody's own, or was edited, stops the pack."""

import json

import pytest

from papers.commands.pack import pack
from papers.commands.supplement import supplement
from papers.errors import PapersError
from tests.packs.test_supplements import AGENDA, DATE, LATER, agenda, codes

__all__ = ["agenda"]
CLOSED = 'classification = "exempt"\nparagraphs = [3]\npublic_interest = "Bidders would know each other\'s prices."\n'


def names(out):
    return sorted(path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file() and not path.name.startswith("."))


def test_an_item_that_is_closed_now_leaves_nothing_of_an_earlier_run(agenda, tmp_path):
    out = tmp_path / "out"
    pack(agenda, out)
    assert "items/item-7-schools.pdf" in names(out)
    agenda.write_text(AGENDA + CLOSED, "utf-8")
    packed = pack(agenda, out)
    assert "items/item-7-schools.pdf" not in names(out)
    assert "item-7-schools.pdf" not in (out / "items" / ".origins.json").read_text("utf-8")
    assert [each.place.file for each in packed.problems if each.code == "pack-removed"] == [(out / "items/item-7-schools.pdf").as_posix()]


def test_a_renamed_item_has_one_file(agenda, tmp_path):
    pack(agenda, tmp_path / "out")
    agenda.write_text(AGENDA.replace('"Schools"', '"School places"'), "utf-8")
    pack(agenda, tmp_path / "out")
    assert [name for name in names(tmp_path / "out") if "item-7" in name] == ["items/item-7-school-places.pdf"]


def test_the_members_pack_goes_when_nothing_is_closed_any_more(agenda, tmp_path):
    pack(agenda, tmp_path / "out")
    agenda.write_text(AGENDA.replace(CLOSED, ""), "utf-8")
    pack(agenda, tmp_path / "out")
    assert not any(name.startswith("members") for name in names(tmp_path / "out"))


@pytest.mark.parametrize("name", ["agenda-front-sheet.docx", "agenda-pack.pdf", "items/item-7-schools.pdf", "items/item-1-old.pdf"])
def test_a_file_that_is_not_as_it_was_written_stops_the_pack(agenda, tmp_path, name):
    out = tmp_path / "out"
    pack(agenda, out)
    (out / name).write_bytes(b"edited")
    with pytest.raises(PapersError) as stopped:
        pack(agenda, out)
    assert [(each.code, each.place.file) for each in stopped.value.problems] == [("pack-foreign", (out / name).as_posix())]
    assert (out / name).read_bytes() == b"edited"
    pack(agenda, out, force=True)
    assert name == "items/item-1-old.pdf" or (out / name).read_bytes() != b"edited"
    assert not (out / "items/item-1-old.pdf").exists()


def test_other_files_in_the_folder_stay(agenda, tmp_path):
    out = tmp_path / "out"
    pack(agenda, out, publish=True)
    (out / "items" / "map.png").write_bytes(b"map")
    (out / "notes.txt").write_bytes(b"notes")
    agenda.write_text(LATER, "utf-8")
    supplement(agenda, out, DATE)
    agenda.write_text(AGENDA, "utf-8")
    before = names(out)
    pack(agenda, out)
    assert names(out) == before
    assert {"items/map.png", "notes.txt", "supplement-1.pdf", "items/supplement-1-item-6-budget.pdf"} <= set(before)


def test_another_meetings_pack_stays(agenda, tmp_path):
    out = tmp_path / "out"
    pack(agenda, out)
    before = (out / "agenda-pack.pdf").read_bytes()
    agenda.write_text(AGENDA.replace('"Monday"', '"Tuesday"').replace("2014-03-24", "2014-03-25"), "utf-8")
    assert codes(lambda: pack(agenda, out)) == ["pack-of-another"]
    assert (out / "agenda-pack.pdf").read_bytes() == before
    pack(agenda, out, force=True)
    assert (out / "agenda-pack.pdf").read_bytes() != before


def test_a_supplement_writes_over_nothing_of_somebodys_own(agenda, tmp_path):
    pack(agenda, tmp_path / "out", publish=True)
    agenda.write_text(LATER, "utf-8")
    (tmp_path / "out" / "supplement-1.pdf").write_bytes(b"mine")
    assert codes(lambda: supplement(agenda, tmp_path / "out", DATE)) == ["pack-foreign"]
    assert len(json.loads(agenda.with_name("agenda.published.json").read_text("utf-8"))["publications"]) == 1


def test_a_file_that_cannot_be_removed_leaves_all_as_it_was(agenda, tmp_path, monkeypatch):
    out = tmp_path / "out"
    pack(agenda, out)
    before = {name: (out / name).read_bytes() for name in names(out)}
    agenda.write_text(AGENDA + CLOSED, "utf-8")
    real = type(out).replace

    def refuse(self, target):
        if self.name == "item-7-schools.pdf":
            raise PermissionError(13, "it is open", str(self))
        return real(self, target)

    monkeypatch.setattr(type(out), "replace", refuse)
    assert codes(lambda: pack(agenda, out)) == ["open-elsewhere"]
    assert {name: (out / name).read_bytes() for name in names(out)} == before
