"""docs/risks.md tells of every scheme, key and status."""

import re
from pathlib import Path

import pytest

from papers.dataset import SchemeText
from papers.errors import KINDS
from papers.intake.vocabulary import RISK_SCHEMES
from papers.risks import SHIPPED, read_risk_scheme, shipped_risk_scheme
from papers.risks.actions import CLOSED, STANDING
from papers.risks.moving import MOVES, RENAMED
from papers.risks.reading import KEYS, LEVEL_KEYS

MANUAL = (Path(__file__).resolve().parents[2] / "docs" / "risks.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", SHIPPED)
def test_the_manual_lists_every_scheme_with_its_levels_and_possible_scores(name):
    scheme = shipped_risk_scheme(name)
    *first, last = map(str, scheme.scores)
    assert f"| `{name}`" in MANUAL
    assert f"{', '.join(first)} and {last}" in MANUAL
    assert all(f"{level.name} ({level.low} to {level.high}) {level.band.word}" in MANUAL for level in scheme.levels)


@pytest.mark.parametrize("key", [*KEYS, *LEVEL_KEYS])
def test_the_manual_explains_every_key_of_a_scheme(key):
    assert f"`{key}`" in MANUAL


def test_the_scheme_in_the_manual_is_one():
    (text,) = re.findall(r"```toml\n(.*?)```", MANUAL, re.DOTALL)
    assert read_risk_scheme(SchemeText("ours", text)).scores == (1, 2, 3, 4, 6, 8, 9, 12, 16)


@pytest.mark.parametrize("word", sorted({*CLOSED, *STANDING, *MOVES, RENAMED}))
def test_the_manual_names_every_status_and_movement(word):
    assert word in MANUAL.casefold()


@pytest.mark.parametrize("code", [code for code in KINDS if code.startswith(("risk-", "off-the-", "impossible-", "unknown-risk-"))])
def test_a_problem_of_a_register_says_what_to_do(code):
    assert KINDS[code].fix.endswith(".")


def test_intake_offers_the_schemes_that_come_with_the_program():
    assert RISK_SCHEMES == SHIPPED
