"""The sentences that a checker of sentences is held against: their tables, their verdicts, and the reports that they are about."""

from __future__ import annotations

import csv
import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from papers.commands.report import open_report
from papers.document import walk
from papers.drafting import draft
from tests.conftest import FERNSHIRE, KENT

FOLDER = Path(__file__).parent / "corpus"
COLUMNS = ["id", "report", "block", "sentence", "verdict", "what", "truth", "note"]
VERDICTS = {"true", "rounded", "false", "unknown"}
REPORTS = {"kent": KENT, "fernshire": FERNSHIRE}
HALVES = [path.stem for path in sorted(FOLDER.glob("*.csv"))]
MONTH = re.compile("january|february|march|april|may|june|july|august|september|october|november|december")
NUMBER = re.compile("no|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|third|quarter|fifth|hundred|thousand|million")
RATING = re.compile("green|amber|red")


@cache
def rows(half):
    with (FOLDER / f"{half}.csv").open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table))


def every_row():
    return [row for half in HALVES for row in rows(half)]


@cache
def blocks(name):
    """The blocks of the report, and those that a text may still be written for: of each indicator, section, directorate and risk."""
    report = open_report(REPORTS[name])
    data = report.dataset
    drawn = {node.id for node in walk(draft(data, report.assessed, "quarterly-performance-report"))}
    parts = {
        "indicator": [each.id for each in data.indicators],
        "section": [each.slug for each in data.sections],
        "directorate": [each.slug for each in data.directorates],
        "risk": [each.id for each in data.risks],
    }
    written = {f"{kind}/{each}{end}" for kind, names in parts.items() for each in names for end in ("", "/commentary")}
    return drawn | written | {"foreword", "foreword/commentary", "data-quality/commentary", "consultations/commentary", "cover/financial"}


def skeleton(sentence):
    """The sentence without its figures, months and ratings: what is left where somebody filled in a template."""
    return " ".join(_kind(word) for word in re.findall(r"[a-zŵ'’]+|\d[\d.,]*", sentence.lower()))


def _kind(word):
    if word[0].isdigit() or NUMBER.fullmatch(word):
        return "#"
    return "M" if MONTH.fullmatch(word) else "R" if RATING.fullmatch(word) else word


def test_one_half_may_be_seen_and_one_may_not():
    assert HALVES == ["seen", "unseen"]


@pytest.mark.parametrize("half", HALVES)
def test_a_half_has_at_least_160_sentences(half):
    assert len(rows(half)) >= 160
    assert list(rows(half)[0]) == COLUMNS


@pytest.mark.parametrize("half", HALVES)
def test_about_half_of_the_sentences_are_wrong(half):
    wrong = sum(row["verdict"] == "false" for row in rows(half))
    assert 0.4 <= wrong / len(rows(half)) <= 0.6


@pytest.mark.parametrize("half", HALVES)
@pytest.mark.parametrize("verdict", sorted(VERDICTS))
def test_every_verdict_occurs_in_both_reports(half, verdict):
    assert {row["report"] for row in rows(half) if row["verdict"] == verdict} == set(REPORTS)


def test_verdicts_are_of_the_four_words():
    assert {row["verdict"] for row in every_row()} <= VERDICTS


def test_every_row_says_what_is_stated_and_what_the_data_says():
    assert [row["id"] for row in every_row() if not (row["sentence"] and row["what"] and row["truth"])] == []


def test_ids_and_sentences_are_unique():
    for column in ("id", "sentence"):
        assert [value for value, times in Counter(row[column] for row in every_row()).items() if times > 1] == []


@pytest.mark.parametrize("half", HALVES)
def test_ids_run_without_a_gap_under_the_initial_of_their_half(half):
    assert [row["id"] for row in rows(half)] == [f"{half[0].upper()}{number:03}" for number in range(1, len(rows(half)) + 1)]


@pytest.mark.parametrize("report", sorted(REPORTS))
def test_blocks_stand_in_the_shipped_reports(report):
    assert {row["block"] for row in every_row() if row["report"] == report} - blocks(report) == set()


def test_sentences_are_no_templates():
    assert [found for found, times in Counter(skeleton(row["sentence"]) for row in every_row()).items() if times > 3] == []


def test_sentences_are_sentences():
    assert [row["id"] for row in every_row() if not re.fullmatch(r"[A-ZŁŶ0-9£].*[.]", row["sentence"])] == []
