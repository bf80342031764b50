"""A report folder, its Word file in an editor, and the way back: of the report that a module builds as `built`."""

import shutil

import pytest

from tests.rounds.edited import Edited


@pytest.fixture
def folder(built, tmp_path):
    return shutil.copytree(built[0], tmp_path / "report")


@pytest.fixture
def edited(built):
    return Edited(built[1])


@pytest.fixture
def returned(tmp_path):
    def save(edited, name="back.docx"):
        path = tmp_path / name
        path.write_bytes(edited.bytes())
        return path

    return save
