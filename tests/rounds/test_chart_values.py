"""Charts whose data somebody edited in Word: a question with both values, refused by publish, put right by refresh."""

from __future__ import annotations

import re

import pytest

from papers.commands.collect import collect
from papers.commands.publish_word import publish_word
from papers.commands.refresh import refresh
from papers.commands.status import status
from papers.errors import PapersError
from papers.readers.word import read_word
from papers.rounds.said import points, units
from tests.intake.small_report import write
from tests.rounds.edited import Edited
from tests.rounds.test_refresh import OBSERVATIONS, TEXT, built

__all__ = ["built"]
CHANGES = {
    "observations.csv": OBSERVATIONS,
    "narrative/section-people.md": TEXT,
    "narrative/section-waste.md": "# Waste\n\nHeavier bins.\n\n{{table loads}}\n\n# WA01\n\nMore waste came in.\n",
}
POINT = "indicator/PE01/chart/Actual/Dec 13"


@pytest.fixture
def folder(tmp_path):
    return write(tmp_path / "report", CHANGES)


@pytest.fixture
def path(built, tmp_path):
    """The built file after Edit Data: the chart draws 55.5 where it was sent with 84.5, under the label that was sent."""
    edited = Edited(built)
    name = next(name for name in edited.parts if re.fullmatch(r"word/charts/chart\d+\.xml", name) and b"84.5" in edited.parts[name])
    edited.parts[name] = edited.parts[name].replace(b"<c:v>84.5</c:v>", b"<c:v>55.5</c:v>")
    path = tmp_path / "edited.docx"
    path.write_bytes(edited.bytes())
    return path


def test_it_is_a_question_with_both_values_and_where_the_data_lives(folder, path):
    (found,) = collect([path], folder).findings
    assert (found.kind, found.key, found.returned) == ("figure", POINT, "55.5")
    assert found.sent.startswith("84.5")
    assert found.where == "observations.csv, row 4, column actual"


def test_it_waits_no_more_when_the_data_says_it(folder, path):
    collect([path], folder)
    assert len(status(folder).waiting) == 1
    data = folder / "observations.csv"
    data.write_text(data.read_text().replace(",84.5,", ",55.5,"))
    assert status(folder).waiting == ()


def test_publish_with_the_report_refuses_it(folder, path, tmp_path):
    with pytest.raises(PapersError) as refused:
        publish_word(path, tmp_path / "out.pdf", source=folder)
    assert "publish-figure" in {each.code for each in refused.value.problems}


def test_refresh_draws_the_value_of_the_data_again(folder, path):
    refresh(path, folder)
    drawn = {key: both for unit in units(read_word(path.read_bytes()).document) for key, both in points(unit.block).items()}
    assert drawn[POINT][1] == "84.5"
