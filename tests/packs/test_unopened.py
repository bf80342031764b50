"""The public's files are made before any closed paper is opened: Python itself tells of every file that is."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from papers.commands.pack import edition_of
from papers.commands.pack_making import make_public, with_members
from papers.commands.pack_sources import Gatherer
from papers.errors import PapersError
from papers.packs import read_agenda
from tests.conftest import ROOT
from tests.intake.small_report import write
from tests.packs.parts import ours
from tests.packs.test_agenda import MEETING
from tests.packs.test_pack import CLOSED, FILLED, item, paper

WATCHED = """
import json, sys
from pathlib import Path
opened = []
sys.addaudithook(lambda event, args: opened.append(f"{event} {args[0]}") if event in ("open", "os.listdir", "os.scandir", "shutil.copyfile", "subprocess.Popen") else None)
from papers.commands.pack import edition_of
from papers.commands.pack_making import make_public, with_members
from papers.commands.pack_sources import Gatherer
from papers.packs import read_agenda
agenda = read_agenda(Path(sys.argv[1]))
gatherer = Gatherer(agenda)
made = make_public(edition_of(agenda), gatherer)
before = len(opened)
with_members(edition_of(agenda), made, gatherer)
print(json.dumps([opened[:before], opened[before:], sorted(made.files)]))
"""


@pytest.fixture
def agenda(tmp_path):
    for name in ("open-report", "closed-report"):
        (tmp_path / name).mkdir()
        write(tmp_path / name, FILLED)
    (tmp_path / "open.pdf").write_bytes(ours("An open paper"))
    (tmp_path / "closed.pdf").write_bytes(ours("A closed paper"))
    closed = {"paper": "cabinet-cover-report", "report": "closed-report", **CLOSED}
    text = MEETING + item(
        "5",
        "Contract",
        paper("Report", report="open-report", paper="cabinet-cover-report"),
        paper("Open", file="open.pdf"),
        paper("Sums", label="Appendix 1", file="closed.pdf", **CLOSED),
        paper("Figures", label="Appendix 2", **closed),
    )
    (tmp_path / "agenda.toml").write_text(text, "utf-8")
    return tmp_path / "agenda.toml"


def test_no_closed_paper_is_opened_before_the_publics_files_are_made(agenda):
    done = subprocess.run(
        [sys.executable, "-c", WATCHED, str(agenda)],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
        env={"PATH": "", "PYTHONPATH": str(ROOT)},
    )
    before, after, made = json.loads(done.stdout)
    own = [each.partition(str(agenda.parent))[2] for each in before if str(agenda.parent) in each]
    assert any("open.pdf" in each for each in own)
    assert any("open-report" in each for each in own)
    assert [each for each in own if "closed" in each] == []
    assert any(f"{agenda.parent}/closed.pdf" in each for each in after)
    assert any(f"{agenda.parent}/closed-report" in each for each in after)
    assert "agenda-pack.pdf" in made


def test_a_closed_paper_that_nobody_can_read_stops_the_members_pack_alone(agenda):
    read = read_agenda(agenda)
    gatherer = Gatherer(read)
    (agenda.parent / "closed.pdf").unlink()
    made = make_public(edition_of(read), gatherer)
    assert made.files["agenda-pack.pdf"].data.startswith(b"%PDF-")
    with pytest.raises(PapersError):
        with_members(edition_of(read), made, gatherer)
