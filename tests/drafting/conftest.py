"""The shipped reports, read and assessed once."""

from pathlib import Path

import pytest

from papers.assess import assess
from papers.drafting import draft
from papers.intake import read_report

DATA = Path(__file__).parents[2] / "data"


@pytest.fixture(scope="session")
def kent():
    data = read_report(DATA / "kent-2013-14-q3")
    return data, assess(data)


@pytest.fixture(scope="session")
def kent_report(kent):
    return draft(*kent, "quarterly-performance-report")


@pytest.fixture(scope="session")
def fernshire():
    data = read_report(DATA / "fernshire-2025-26" / "q2")
    return data, assess(data)
