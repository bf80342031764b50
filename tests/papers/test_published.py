"""What Kent published for the quarter stands in the built PDF: its counts, and each indicator's ratings then and now."""

import csv
import io
import re
from collections import Counter
from pathlib import Path

import pypdf
import pytest

from papers.commands.report import open_report
from tests.conftest import KENT

COUNTS = (
    r"19 of the 35 indicators \(54%\) are Green",
    r"11 are Amber",
    r"five are Red",
    r"21 indicators improved, eight worsened and six did not change",
)


@pytest.fixture(scope="module")
def pages(reports) -> list[str]:
    """The text of each page of Kent's report as pypdf reads it."""
    (kent,) = [each for each in reports if each.report == "kent"]
    return [" ".join(page.extract_text().split()) for page in pypdf.PdfReader(io.BytesIO(kent.pdf)).pages]


@pytest.fixture(scope="module")
def published() -> dict[str, tuple[str, str]]:
    """Each indicator's previous and current rating as published."""
    text = (Path(__file__).parents[1] / "data" / "kent_published.csv").read_text("utf-8")
    ratings = {(row["subject"], row["period_end"]): row["rating"] for row in csv.DictReader(text.splitlines())}
    return {subject: (ratings[subject, "previous"], rating) for (subject, when), rating in ratings.items() if when == "current"}


def row_of(label: str, text: str) -> tuple[str, ...]:
    """The two ratings after the indicator's name in the table of all indicators; neither has spaces, as lines break anywhere."""
    found = re.search(re.escape("".join(label.split())) + r"(Green|Amber|Red)(Green|Amber|Red)", text)
    return found.groups() if found else ()


@pytest.mark.parametrize("words", COUNTS)
def test_the_published_counts_are_said(pages, words):
    assert re.search(words, " ".join(pages)), words


def test_the_matrix_totals_are_those_published(pages):
    assert any(re.search(r"Total 19 11 5 (?:– )?21 6 8", page) for page in pages)  # a dash where none is left unrated


def test_every_indicators_previous_and_current_rating_is_the_published_one(pages, published):
    text = "".join("".join(pages).split())
    named = {each.id: each.short_title or each.title for each in open_report(KENT).dataset.indicators if each.id in published}
    shown = {key: row_of(label, text) for key, label in named.items()}
    assert shown == published
    assert Counter(before for before, _ in shown.values()) == {"Green": 20, "Amber": 11, "Red": 4}
    assert Counter(now for _, now in shown.values()) == {"Green": 19, "Amber": 11, "Red": 5}
