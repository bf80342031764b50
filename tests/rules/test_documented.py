"""docs/ratings.md tells of everything that a rule may say."""

from pathlib import Path
from typing import get_args

import pytest

from papers.dataset import Polarity
from papers.errors import KINDS
from papers.rules import SHIPPED
from papers.rules.rating import WHY

ROOT = Path(__file__).resolve().parents[2]
MANUAL = (ROOT / "docs" / "ratings.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", [*SHIPPED, *WHY, *(f"`{polarity}`" for polarity in get_args(Polarity))])
def test_the_manual_names_every_scheme_polarity_and_reason(name):
    assert name in MANUAL


@pytest.mark.parametrize("code", [code for code in KINDS if code.startswith(("rating-", "earlier-", "previous-rating", "published-"))])
def test_a_contradiction_says_what_to_do(code):
    assert KINDS[code].fix.endswith(".")
