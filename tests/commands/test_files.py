from pathlib import Path

import pytest

from papers.commands.files import RECORD, edited, read_record, sha256, write_files
from papers.errors import PapersError


def test_a_built_file_is_not_edited(tmp_path):
    write_files(tmp_path, {"a.docx": b"one"})
    assert not edited(tmp_path, "a.docx")


def test_a_changed_file_is_edited(tmp_path):
    write_files(tmp_path, {"a.docx": b"one"})
    (tmp_path / "a.docx").write_bytes(b"two")
    assert edited(tmp_path, "a.docx")


def test_a_file_that_was_never_built_counts_as_somebodys_work(tmp_path):
    (tmp_path / "a.docx").write_bytes(b"theirs")
    assert edited(tmp_path, "a.docx")


def test_a_file_that_is_not_there_is_not_edited(tmp_path):
    assert not edited(tmp_path, "a.docx")


def test_the_record_keeps_what_earlier_builds_wrote(tmp_path):
    write_files(tmp_path, {"a.docx": b"one"})
    write_files(tmp_path, {"b.docx": b"two"})
    assert read_record(tmp_path) == {"a.docx": sha256(b"one"), "b.docx": sha256(b"two")}


def test_a_damaged_record_protects_every_file(tmp_path):
    write_files(tmp_path, {"a.docx": b"one"})
    (tmp_path / RECORD).write_text("not json")
    assert edited(tmp_path, "a.docx")


def test_a_file_that_cannot_be_replaced_leaves_the_whole_folder_as_it_was(tmp_path, monkeypatch):
    write_files(tmp_path, {"a.docx": b"one", "b.pdf": b"two"})
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    replace = Path.replace

    def refuse(path, target):
        if path.name == "b.pdf":
            raise PermissionError(13, "in use", str(path))
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(PapersError, match=r"b\.pdf can't be replaced"):
        write_files(tmp_path, {"a.docx": b"new", "b.pdf": b"new"})
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_a_folder_in_the_place_of_a_file_is_a_problem_not_a_traceback(tmp_path):
    (tmp_path / "b.docx").mkdir()
    with pytest.raises(PapersError, match="it is a folder"):
        write_files(tmp_path, {"a.docx": b"one", "b.docx": b"two"})
    assert sorted(p.name for p in tmp_path.iterdir()) == ["b.docx"]


def test_a_folder_below_a_file_is_a_problem_not_a_traceback(tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(PapersError, match="can't be written"):
        write_files(tmp_path / "file" / "out", {"a.docx": b"one"})
