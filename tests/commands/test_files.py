import pytest

from papers.commands.files import RECORD, edited, read_record, sha256, write_files


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


def test_nothing_is_half_written_when_a_file_cannot_be(tmp_path):
    (tmp_path / "b.docx").mkdir()
    with pytest.raises(IsADirectoryError):
        write_files(tmp_path, {"b.docx": b"two"})
    assert sorted(p.name for p in tmp_path.iterdir()) == ["b.docx"]
