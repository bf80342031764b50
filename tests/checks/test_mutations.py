"""True sentences of the corpus with one thing made wrong: a digit, a direction, a rating, the side of a target. Most are found."""

import re

import pytest

from papers.checks.checking import Referee
from papers.commands.report import open_report
from tests.checks.test_corpus import REPORTS, rows

SWAPPED = (
    ("rose", "fell"),
    ("rise", "fall"),
    ("risen", "fallen"),
    ("improved", "worsened"),
    ("above", "below"),
    ("ahead of", "behind"),
    ("missed", "met"),
    ("higher", "lower"),
    ("highest", "lowest"),
    ("best", "worst"),
    ("Green", "Red"),
    ("Amber", "Green"),
)
FOUND = {"digit": 0.7, "word": 0.75}
"""The share of each that is found today, a little below. Many of the sentences hold other figures too, of which a wrong one may be about something else."""

THINNED = 3
"""Every third sentence is enough: thousands are left, and all of them take a minute."""


@pytest.fixture(scope="module")
def checked():
    """Whether each sentence that was made wrong is called false, or doubted, by what was changed."""
    referees = {
        name: Referee(report.dataset, report.assessed) for name, report in ((name, open_report(path)) for name, path in REPORTS.items())
    }
    told: dict[str, list[bool]] = {"digit": [], "word": []}
    true = [row for row in rows("seen") if row["verdict"] == "true" and row["block"].startswith("indicator/")]
    for row in true[::THINNED]:
        for kind, sentence in made_wrong(row["sentence"]):
            findings = referees[row["report"]].sentence(sentence, row["block"]).findings
            told[kind].append(any(each.verdict in ("false", "doubtful") for each in findings))
    return told


def made_wrong(sentence):
    """The sentence with the last digit of each of its figures another, and with each of its telling words turned round."""
    for number in re.finditer(r"(?<![\w.,/'-])(?!(?:19|20)\d\d\b)\d(?:[\d,]*\d)?(?:\.\d+)?(?=%| )", sentence):
        last = number[0][-1]
        yield "digit", sentence[: number.end() - 1] + str((int(last) + 4) % 10) + sentence[number.end() :]
    for pair in SWAPPED:
        for one, other in (pair, pair[::-1]):
            for found in re.finditer(rf"\b{one}\b", sentence):
                yield "word", sentence[: found.start()] + other + sentence[found.end() :]


@pytest.mark.parametrize("kind", FOUND)
def test_most_of_what_was_made_wrong_is_found(checked, kind):
    found = checked[kind]
    assert len(found) > 100
    assert sum(found) >= FOUND[kind] * len(found), f"{sum(found)} of {len(found)}"
