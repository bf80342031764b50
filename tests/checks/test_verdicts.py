"""The checker of sentences held against the corpus: of what it calls false almost nothing is true, and it finds what is wrong."""

import pytest

from papers.commands.refereeing import referee_of
from papers.commands.report import open_report
from tests.checks.test_corpus import HALVES, REPORTS, rows

PRECISION = {"seen": 0.99, "unseen": 0.98}
RECALL = {"seen": 0.9, "unseen": 0.85}
"""The aim on sentences that nobody looked at; on those that were tuned on, what is reached today, a little below."""


@pytest.fixture(scope="module")
def referees():
    return {name: referee_of(open_report(path)) for name, path in REPORTS.items()}


@pytest.mark.parametrize("half", HALVES)
def test_what_is_called_false_is_false_and_most_of_what_is_wrong_is_found(referees, half):
    # One test of both, for judging the sentences is what takes its time.
    judged = [(row["verdict"], referees[row["report"]].sentence(row["sentence"], row["block"]).verdict) for row in rows(half)]
    wrong = [given for right, given in judged if right == "false"]
    called = [right for right, given in judged if given == "false"]
    found = wrong.count("false")
    assert found >= PRECISION[half] * len(called), f"{found} of {len(called)} that were called false"
    assert found >= RECALL[half] * len(wrong), f"{found} of {len(wrong)} that are wrong"
