"""docs/direction.md tells of everything that a method may do."""

from dataclasses import fields
from pathlib import Path

import pytest

from papers.dataset import TravelOptions
from papers.intake.vocabulary import DIRECTIONS
from papers.travel import METHODS
from papers.travel.judging import GOOD
from papers.travel.xmr import FIRM, LIMIT, SCREEN
from papers.travel.year_ago import NEAR

MANUAL = (Path(__file__).resolve().parents[2] / "docs" / "direction.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("method", METHODS)
def test_the_manual_has_a_chapter_on_every_method(method):
    assert f"## Direction of travel: {method.replace('-', ' ')}" in MANUAL
    assert f"| `{method}` |" in MANUAL


@pytest.mark.parametrize("option", fields(TravelOptions))
def test_the_manual_gives_every_setting_with_its_default(option):
    said = {True: '"yes"', False: '"no"'}.get(option.default, option.default) if isinstance(option.default, bool) else option.default
    assert f"\n{option.name} = {said} " in MANUAL


@pytest.mark.parametrize("polarity", sorted({polarity for polarity, _ in GOOD}))
def test_the_manual_names_every_polarity(polarity):
    assert f"| `{polarity}` |" in MANUAL


@pytest.mark.parametrize("said", [f"{LIMIT} times", f"{SCREEN} times", f"fewer than {FIRM} results", f"{NEAR.days} days"])
def test_the_manual_says_the_numbers_in_force(said):
    assert said in MANUAL


def test_intake_offers_the_methods_that_there_are():
    assert tuple(METHODS) == DIRECTIONS
