"""What a sentence says of how far its own numbers lie apart."""

import re

import pytest

from papers.checks.coding import code
from papers.checks.gaps import gaps
from papers.checks.parts import PLAIN

RATINGS = re.compile(r"(?:Green|Amber|Red)\b")


def found(sentence, polarity=""):
    return [each.computed for each in gaps(code(sentence, PLAIN, RATINGS), polarity)]


@pytest.mark.parametrize(
    ("sentence", "polarity"),
    [
        ("We took 84% of calls in time, nine per cent above the target of 75%.", ""),
        ("At 48% the service is two points ahead of the 50% target.", "higher"),
        ("At 52 days we are two days behind the 54 day limit.", "lower"),
        ("Spending came to £409.3m, £3.3m more than the budget of £412.6m.", ""),
        ("The rate went up by 15 per cent, from 79% to 94%.", ""),
        ("Cases fell from 712 to 654, a drop of 48.", ""),
        ("The number of families decreased by 4 in the quarter, from 153 in March 2013 to 157 in June 2013.", ""),
        ("There was a 46% reduction, from 1,300 to 600.", ""),
        ("Complaints dropped from 579 to 533, a decrease of 8.6%.", ""),
        ("The 39,000 jobs done so far already exceed the 40,400 of last year.", ""),
        ("At 8.2% the rate is above the limit of 10%.", ""),
    ],
)
def test_a_gap_that_the_sentence_contradicts_is_found(sentence, polarity):
    assert found(sentence, polarity)


@pytest.mark.parametrize(
    ("sentence", "polarity"),
    [
        ("We took 84% of calls in time, nine points above the target of 75%.", ""),
        ("We took 84% of calls in time, 12% above the target of 75%.", ""),
        ("At 98% we are two per cent above the 96% of last year.", ""),
        ("At 52% the service is two points ahead of the 50% target.", "higher"),
        ("At 52 days we are two days ahead of the 54 day limit.", "lower"),
        ("Spending came to £409.3m, £3.3m less than the budget of £412.6m.", ""),
        ("The rate went up by 15 percentage points, from 79% to 94%.", ""),
        ("Cases fell from 712 to 654, a drop of 58, or 8%.", ""),
        ("The rate rose from 8% to 9%, an increase of about a tenth.", ""),
        ("Younger children fell by one, from 214 to 213, while older ones rose by eight.", ""),
        ("If 39,000 were done they would exceed the 40,400 of last year.", ""),
        ("A five point rise is unusual: anything from 48% to 56% is possible.", ""),
        ("Starts fell by 220, leaving us 390 below the target of 2,950.", ""),
        ("This is 1 point below the target of 64% and 4 points above the average of 59%.", ""),
    ],
)
def test_a_gap_that_may_hold_is_left_alone(sentence, polarity):
    assert found(sentence, polarity) == []
