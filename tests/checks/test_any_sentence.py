"""Whatever stands in a sentence, the check gives a verdict: sentences of the corpus cut, joined and stirred at random."""

import random

import pytest

from papers.commands.refereeing import referee_of
from papers.commands.report import open_report
from tests.checks.test_corpus import REPORTS, VERDICTS, rows

TRIES = 1500
ONCE_BROKE_OFF = [
    ("kent", "section/kent-support-and-assistance-service/commentary", "There are 20 indicators in the summer."),
    ("fernshire", "indicator/RS02/commentary", "98.1% of the tax was collected, up 0.2 percentage points on the last quarter of 0.7."),
    ("fernshire", "indicator/HW02/commentary", "Repairs took a third of a day longer than in June."),
]


@pytest.fixture(scope="module")
def referees():
    return {name: referee_of(open_report(path)) for name, path in REPORTS.items()}


def stirred(chance, sentence, others):
    """The sentence's beginning with another's end, or with some of its words another's."""
    words = sentence.split()
    other = chance.choice(others).split()
    if chance.random() < 0.5:
        return " ".join(words[: chance.randrange(1, len(words) + 1)] + other[chance.randrange(len(other)) :])
    for _ in range(chance.randrange(1, 5)):
        words[chance.randrange(len(words))] = chance.choice(other)
    return " ".join(words)


@pytest.mark.parametrize(("report", "block", "sentence"), ONCE_BROKE_OFF)
def test_a_sentence_on_which_the_check_once_broke_off_gets_a_verdict(referees, report, block, sentence):
    assert referees[report].sentence(sentence, block).verdict in VERDICTS


def test_any_sentence_gets_a_verdict_and_its_findings_stand_in_it(referees):
    chance = random.Random(7)
    known = rows("seen")
    sentences = [row["sentence"] for row in known]
    for _ in range(TRIES):
        row = chance.choice(known)
        sentence = stirred(chance, row["sentence"], sentences)
        checked = referees[row["report"]].sentence(sentence, row["block"])
        assert checked.verdict in VERDICTS
        assert all(0 <= each.start < each.stop <= len(sentence) for each in checked.findings), sentence
